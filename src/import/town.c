/* town.c: the town a file is about, from the contents and templates there are. */
#include "import/town.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/u8.h"
#include "import/acc.h"
#include "import/import.h"
#include "model/doc.h"
#include "source/source.h"
#include "style/style.h"

/* ---- which town ---- */

/* "Stadt Musterstadt" -> "Musterstadt". */
static const char *bare(const char *name)
{
	const char *last = strrchr(name, ' ');
	return last ? last + 1 : name;
}

static size_t times(const char *text, const char *word)
{
	size_t n = 0, len = strlen(word);
	for (const char *p = text; len && (p = strstr(p, word)); p += len)
		n++;
	return n;
}

/* The value of name in <ort name="…">, without reading the whole as XML. */
static char *name_in(struct mem *m, const char *path)
{
	struct buf b = {0};
	struct diag *quiet = diag_new();
	char *name = NULL;
	if (file_read(&b, path, quiet) && b.len) {
		const char *p = strstr(b.data, "<ort "), *q = p ? strstr(p, "name=\"") : NULL;
		name = q ? mem_str(m, q + 6, strcspn(q + 6, "\"")) : NULL;
	}
	buf_free(&b);
	diag_free(quiet);
	return name;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char **towns(struct mem *m, const char *contents, size_t *n)
{
	char **all = NULL;
	size_t cap = 0;
	DIR *d = contents ? opendir(contents) : NULL;
	*n = 0;
	for (struct dirent *e; d && (e = readdir(d));) {
		char *path = file_join(m, file_join(m, contents, e->d_name), "verzeichnis.xml");
		if (*e->d_name == '.' || !file_exists(path))
			continue;
		MEM_ROOM_IN(m, all, *n, cap);
		all[(*n)++] = mem_dup(m, e->d_name);
	}
	if (d)
		closedir(d);
	if (*n)
		qsort(all, *n, sizeof *all, by_name);
	return all;
}

static const char *guessed(struct mem *m, const char *contents, const char *text, struct acc *a)
{
	size_t n, best = 0;
	char **all = towns(m, contents, &n);
	const char *found = NULL;
	for (size_t i = 0; i < n; i++) {
		const char *name = name_in(m, file_join(m, file_join(m, contents, all[i]), "verzeichnis.xml"));
		size_t k = name ? times(text, bare(name)) : 0;
		if (k > best) {
			best = k;
			found = all[i];
		}
	}
	if (found)
		acc_guess(a, best > 2 ? ACC_SURE : ACC_LIKELY, "Die Kommune ist „%s“; ihr Name steht %zu-mal im Text",
			found,
			best);
	else if (n)
		acc_guess(a, ACC_WEAK, "Keine Kommune ist im Text genannt; eingetragen ist „%s“, bitte mit --ort sagen",
			all[0]);
	return found ? found : n ? all[0] : "ort";
}

/* ---- its offices ---- */

static void add(struct town *t, struct mem *m, const struct doc *doc, const struct doc_node *n)
{
	struct buf b = {0};
	for (const struct doc_node *name = doc_child(n, DOC_NAME); name; name = doc_next(name, DOC_NAME)) {
		b.len = 0;
		doc_text(&b, doc, name);
		MEM_ROOM_IN(m, t->offices, t->noffices, t->capoffices);
		t->offices[t->noffices++] = (struct town_office){mem_dup(m, doc_get(n, DOC_A_ID)), mem_str(m, b.data,
			b.len),
			doc_get(n, DOC_A_KURZ) ? mem_dup(m, doc_get(n, DOC_A_KURZ)) : NULL, n->kind == DOC_GREMIUM};
	}
	buf_free(&b);
}

static void add_person(struct town *t, struct mem *m, const struct doc_node *n)
{
	MEM_ROOM_IN(m, t->persons, t->npersons, t->cappersons);
	t->persons[t->npersons++] = (struct town_person){mem_dup(m, doc_get(n, DOC_A_ID)), mem_dup(m, doc_get(n,
		DOC_A_NAME))};
}

static void read_directory(struct town *t, struct mem *m, const char *path)
{
	struct diag *quiet = diag_new();
	struct src *src = src_open();
	struct doc *doc = src_load(src, path, NULL, quiet);
	if (doc && doc->root->kind == DOC_VERZEICHNIS) {
		const struct doc_node *ort = doc_child(doc->root, DOC_ORT);
		t->name = ort && doc_get(ort, DOC_A_NAME) ? mem_dup(m, doc_get(ort, DOC_A_NAME)) : NULL;
		for (const struct doc_node *n = doc->root->first; n; n = n->next)
			if ((n->kind == DOC_STELLE || n->kind == DOC_GREMIUM) && doc_get(n, DOC_A_ID))
				add(t, m, doc, n);
			else if (n->kind == DOC_PERSON && doc_get(n, DOC_A_ID) && doc_get(n, DOC_A_NAME))
				add_person(t, m, n);
	}
	if (doc)
		src_free(doc);
	src_close(src);
	diag_free(quiet);
}

struct town *town_open(struct mem *m, const struct imp_wish *w, const char *text, struct acc *a, struct diag *d)
{
	struct town *t = MEM_NEW(m, struct town);
	t->ort = w->ort ? mem_dup(m, w->ort) : guessed(m, w->contents, text, a);
	char *dir = w->contents ? file_join(m, file_join(m, w->contents, t->ort), "verzeichnis.xml") : NULL;
	if (dir && file_exists(dir))
		read_directory(t, m, dir);
	t->style = w->look(w->arg, t->ort, d);
	return t;
}

/* ---- names ---- */

/* Lower case, blanks folded, without signs: into out, as code points. */
static size_t folded(const char *s, uint32_t *out, size_t most)
{
	size_t n = 0;
	for (const char *end = s + strlen(s); s < end && n < most;) {
		uint32_t c = u8_lower(u8_get(&s, end));
		if (c == 0xAD)
			continue;
		if (u8_is_letter(c) || u8_is_digit(c))
			out[n++] = c;
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	return n && out[n - 1] == ' ' ? n - 1 : n;
}

enum { NAME_MOST = 128 };

static bool same(const char *a, const char *b)
{
	uint32_t x[NAME_MOST], y[NAME_MOST];
	size_t n = folded(a, x, NAME_MOST), k = folded(b, y, NAME_MOST);
	return n && n == k && !memcmp(x, y, n * sizeof *x);
}

const struct town_office *town_office(const struct town *t, const char *name)
{
	for (size_t i = 0; i < t->noffices; i++)
		if (same(t->offices[i].name, name) || (t->offices[i].brief && same(t->offices[i].brief, name)))
			return &t->offices[i];
	return NULL;
}

/* How many letters differ, are missing or too many; more than most: most + 1. */
static size_t distance(const char *a, const char *b, size_t most)
{
	uint32_t x[NAME_MOST], y[NAME_MOST];
	size_t row[NAME_MOST + 1], n = folded(a, x, NAME_MOST), k = folded(b, y, NAME_MOST);
	if ((n > k ? n - k : k - n) > most)
		return most + 1;
	for (size_t j = 0; j <= k; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t left = i, corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= k; j++) {
			size_t up = row[j], cost = corner + (x[i - 1] != y[j - 1]);
			size_t least = up < left ? up + 1 : left + 1;
			left = row[j] = cost < least ? cost : least;
			corner = up;
		}
	}
	return row[k] > most ? most + 1 : row[k];
}

const struct town_office *town_near(const struct town *t, const char *name)
{
	const size_t most = strlen(name) > 12 ? 2 : 1;
	const struct town_office *best = NULL;
	size_t least = most + 1;
	for (size_t i = 0; i < t->noffices; i++) {
		size_t k = distance(t->offices[i].name, name, most);
		if (k < least) {
			least = k;
			best = &t->offices[i];
		}
	}
	return best;
}

/* How many words of a name a text holds; all of them: *whole. Titles ("Dr.") may be missing. */
static size_t words_held(const char *name, const char *text, bool *whole)
{
	uint32_t x[NAME_MOST], y[4 * NAME_MOST];
	const size_t n = folded(name, x, NAME_MOST), k = folded(text, y, 4 * NAME_MOST);
	size_t held = 0;
	*whole = n > 0;
	for (size_t i = 0, len; i < n; i += len + 1) {
		for (len = 0; i + len < n && x[i + len] != ' '; len++)
			;
		bool found = false;
		for (size_t j = 0; j + len <= k && !found; j++)
			found = (!j || y[j - 1] == ' ') && (j + len == k || y[j + len] == ' ') &&
				!memcmp(x + i, y + j, len * sizeof *x);
		held += found;
		*whole &= found || (len == 2 && x[i] == 'd' && x[i + 1] == 'r');
	}
	return held;
}

static bool last_word_held(const char *name, const char *text)
{
	bool whole;
	return words_held(bare(name), text, &whole) && whole;
}

const struct town_person *town_person(const struct town *t, const char *text)
{
	const struct town_person *best = NULL, *alone = NULL;
	size_t most = 0, bearers = 0;
	for (size_t i = 0; i < t->npersons; i++) {
		bool whole;
		const size_t held = words_held(t->persons[i].name, text, &whole);
		if (whole && held > most) {
			best = &t->persons[i];
			most = held;
		}
		if (held && last_word_held(t->persons[i].name, text)) {
			alone = &t->persons[i];
			bearers++;
		}
	}
	return best ? best : bearers == 1 ? alone : NULL;
}
