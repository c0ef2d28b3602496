/* literatur.c: the bibliography file of a document: CSL-JSON, a list of works as Zotero writes it. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "model/literatur.h"
#include "source/load.h"

enum { WORKS_MAX = 2000 };

struct lit { struct loader *l; struct doc_literatur *lit; int *line; };        /* line: of each work */

static void tell(struct lit *t, int line, const char *words, const char *arg)
{
	load_tell(t->l, "LITERATUR", t->lit->path, line, words, arg);
}

/* Where the objects of the outer list begin; the parser keeps no lines. */
static void find_lines(struct lit *t, size_t n)
{
	size_t depth = 0, k = 0;
	bool quoted = false;
	int line = 1;
	const char *s = t->lit->data;
	t->line = MEM_ARRAY(t->l->doc->mem, int, n + 1);
	for (size_t i = 0; i < t->lit->size && k < n; i++) {
		if (s[i] == '\n')
			line++;
		else if (quoted && s[i] == '\\')
			i++;
		else if (s[i] == '"')
			quoted = !quoted;
		else if (!quoted && (s[i] == '{' || s[i] == '[')) {
			if (depth++ == 1)
				t->line[k++] = line;
		} else if (!quoted && (s[i] == '}' || s[i] == ']'))
			depth -= depth > 0;
	}
}

/* Behind a piece of HTML as titles may carry it ("<i>", "</span>"); s itself if it is none. */
static const char *behind_tag(const char *s)
{
	static const char *const names[] = {"i", "b", "sub", "sup", "sc", "span"};
	const char *name = s + 1 + (s[1] == '/');
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz");
	for (size_t i = 0; *s == '<' && i < sizeof names / sizeof *names; i++)
		if (n == strlen(names[i]) && !strncmp(name, names[i], n) && strchr(name, '>'))
			return strchr(name, '>') + 1;
	return s;
}

/* "en", "en-GB"; NULL for what is no language code, and for German */
static const char *foreign(const char *s)
{
	size_t n = s ? strspn(s, "abcdefghijklmnopqrstuvwxyz") : 0;
	return (n == 2 || n == 3) && (!s[n] || (s[n] == '-' && strlen(s) < 12)) && strncmp(s, "de", 2) ? s : NULL;
}

/* A field as text: folded to one line, NULL if empty. Numbers as written by a program are whole ones. */
static const char *text(struct lit *t, const cJSON *o, const char *name)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(o, name);
	struct mem *m = t->l->doc->mem;
	if (cJSON_IsNumber(v))
		return mem_fmt(m, "%d", v->valueint);
	if (!cJSON_IsString(v))
		return NULL;
	struct buf b = {0};
	for (const char *s = v->valuestring; *s; s++)
		if (behind_tag(s) != s)
			s = behind_tag(s) - 1;
		else if ((unsigned char)*s > ' ')
			buf_chr(&b, *s);
		else if (b.len && b.data[b.len - 1] != ' ')
			buf_chr(&b, ' ');
	while (b.len && b.data[b.len - 1] == ' ')
		b.len--;
	const char *s = b.len ? mem_str(m, b.data, b.len) : NULL;
	buf_free(&b);
	return s;
}

static int number(const cJSON *v)
{
	return cJSON_IsNumber(v) ? v->valueint : cJSON_IsString(v) ? (int)strtol(v->valuestring, NULL, 10) : 0;
}

/* {"date-parts": [[2023, 10, 3]]}, or {"raw": "2023-10-03"} as some programs write it. */
static struct date date_of(const cJSON *o, const char *name)
{
	const cJSON *d = cJSON_GetObjectItemCaseSensitive(o, name), *raw = cJSON_GetObjectItemCaseSensitive(d, "raw");
	const cJSON *part =
		cJSON_GetArrayItem(cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(d, "date-parts"), 0), 0);
	struct date day = {0};
	int v[3] = {0};
	for (int i = 0; i < 3 && part; i++, part = part->next)
		v[i] = number(part);
	if (v[0] > 0 && v[0] < 10000 && v[1] >= 0 && v[1] <= 12 && v[2] >= 0 && v[2] <= 31)
		day = (struct date){.year = (int16_t)v[0], .month = (uint8_t)v[1], .day = (uint8_t)(v[1] ? v[2] : 0)};
	else if (cJSON_IsString(raw) && !date_parse(&day, raw->valuestring))
		day = (struct date){.year = (int16_t)(strtol(raw->valuestring, NULL, 10) % 10000)};
	return day;
}

static const char *family(struct lit *t, const cJSON *name)
{
	const char *literal = text(t, name, "literal"), *last = text(t, name, "family"),
		   *von = text(t, name, "non-dropping-particle");
	return literal ? literal : von && last ? mem_fmt(t->l->doc->mem, "%s %s", von, last) : last;
}

/* "Müller, Anna; Schmidt, Jan" and, for notes, "Müller und Schmidt", "Müller u. a." */
static void names(struct lit *t, const cJSON *o, const char *field, const char **full, const char **brief)
{
	const cJSON *name, *list = cJSON_GetObjectItemCaseSensitive(o, field);
	struct buf b = {0};
	const char *first[2] = {NULL, NULL};
	int n = 0;
	cJSON_ArrayForEach(name, list) {
		const char *last = family(t, name), *given = text(t, name, "given");
		if (!last)
			continue;
		buf_fmt(&b, given && !text(t, name, "literal") ? "%s%s, %s" : "%s%s", n ? "; " : "", last, given);
		if (n < 2)
			first[n] = last;
		n++;
	}
	struct mem *m = t->l->doc->mem;
	*full = n ? mem_str(m, b.data, b.len) : NULL;
	*brief = n > 2   ? mem_fmt(m, "%s u.\u00A0a.", first[0])
		: n == 2 ? mem_fmt(m, "%s und %s", first[0], first[1])
			 : first[0];
	buf_free(&b);
}

static void put_work(struct lit *t, const cJSON *o, struct doc_werk *w)
{
	const char *unused;
	static const struct { const char *name; size_t at;
	} fields[] = {{"type", offsetof(struct doc_werk, type)}, {"title", offsetof(struct doc_werk, title)},
		{"container-title", offsetof(struct doc_werk, container)},
		{"publisher", offsetof(struct doc_werk, publisher)},
		{"publisher-place", offsetof(struct doc_werk, place)}, {"edition", offsetof(struct doc_werk, edition)},
		{"volume", offsetof(struct doc_werk, volume)}, {"issue", offsetof(struct doc_werk, issue)},
		{"page", offsetof(struct doc_werk, page)}, {"number", offsetof(struct doc_werk, number)},
		{"genre", offsetof(struct doc_werk, genre)}, {"URL", offsetof(struct doc_werk, url)},
		{"DOI", offsetof(struct doc_werk, doi)}};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		*(const char **)(void *)((char *)w + fields[i].at) = text(t, o, fields[i].name);
	names(t, o, "author", &w->authors, &w->names);
	names(t, o, "editor", &w->editors, w->names ? &unused : &w->names);
	w->names = w->names ? w->names : w->title;
	w->lang = foreign(text(t, o, "language"));
	w->year = date_of(o, "issued").year;
	w->accessed = date_of(o, "accessed");
	if (!w->title)
		tell(t, w->line,
			"Dem Werk „%s“ fehlt „title“; "
			"erwartet wird sein Titel, bitte in Zotero ergänzen und neu ausgeben",
			w->id);
}

static bool doubled(const struct doc_literatur *l, const char *id)
{
	for (size_t i = 0; i < l->n; i++)
		if (!strcmp(l->werke[i].id, id))
			return true;
	return false;
}

static void add_works(struct lit *t, const cJSON *list)
{
	size_t n = (size_t)cJSON_GetArraySize(list), k = 0;
	const cJSON *o;
	find_lines(t, n);
	t->lit->werke = MEM_ARRAY(t->l->doc->mem, struct doc_werk, n + 1);
	t->lit->good = n <= WORKS_MAX;
	if (!t->lit->good)
		tell(t, 1, "Die Literaturdatei hat mehr als %s Werke; bitte nur die Werke dieses Dokuments ausgeben",
			"2 000");
	cJSON_ArrayForEach(o, list) {
		int line = t->line[k++] ? t->line[k - 1] : 1;
		const char *id = text(t, o, "id");
		if (!t->lit->good)
			return;
		if (!id)
			tell(t, line,
				"Dem Werk fehlt „%s“; erwartet wird eine Kennung, zum Beispiel \"id\": \"kgst-2017\"",
				"id");
		else if (doubled(t->lit, id))
			tell(t, line,
				"Die id „%s“ steht in der Literaturdatei zweimal; "
				"bitte ein Werk streichen oder umbenennen",
				id);
		else {
			struct doc_werk *w = &t->lit->werke[t->lit->n++];
			w->id = id;
			w->line = line;
			put_work(t, o, w);
		}
	}
}

void load_literatur(struct loader *l, const struct doc_node *n, const char *name)
{
	struct doc *doc = l->doc;
	struct doc_literatur *lit = MEM_NEW(doc->mem, struct doc_literatur);
	struct lit t = {l, lit, NULL};
	const char *end = NULL;
	if (doc->literatur || !load_fetch(l, n, "LITERATUR", name, &lit->data, &lit->size))
		return;
	lit->name = name;
	lit->path = file_join(doc->mem, l->root, name);
	doc->literatur = lit;
	if (!load_is_utf8(l, lit->path, lit->data, lit->size))
		return;
	size_t bom = lit->size >= 3 && !memcmp(lit->data, "\xEF\xBB\xBF", 3) ? 3 : 0;
	cJSON *list = cJSON_ParseWithLengthOpts(lit->data + bom, lit->size - bom, &end, false);
	if (!list)
		tell(&t, load_line(lit->data, end ? end : lit->data),
			"Die Literaturdatei ist ab hier kein JSON%s; erwartet wird CSL-JSON, "
			"bitte Kommas, Klammern und Anführungszeichen prüfen oder die Datei neu aus Zotero ausgeben",
			"");
	else if (!cJSON_IsArray(list))
		tell(&t, 1, "Die Literaturdatei ist keine Liste von Werken; erwartet wird CSL-JSON, das mit %s beginnt",
			"[");
	else
		add_works(&t, list);
	cJSON_Delete(list);
}
