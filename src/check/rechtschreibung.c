/* rechtschreibung.c: words that no dictionary knows. Runs only when asked for (pruefen --rechtschreibung). What is
 * right without a dictionary: words of the directory's names, abbreviations (ABKUERZUNG looks after them), the town's
 * own list of names and abbreviations. Every word is looked up once and told once, at its first place. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/u8.h"
#include "check/map.h"
#include "check/rule.h"
#include "check/dictionary.h"
#include "check/umlaut.h"
#include "check/words.h"

struct unknown { const char *word; const struct doc_node *node; int line, times; };

struct chk_spelling {
	struct chk_map own;                            /* the town's list */
	struct chk_map seen;                           /* word: 0 right, else its place in unknown plus 1 */
	struct unknown *unknown;
	size_t n, cap;
};

/* One word a line; # begins a remark. */
static void read_list(struct chk *c, struct chk_spelling *s, const char *path)
{
	struct buf b = {0};
	if (!path || !file_exists(path))
		return;
	if (!file_read(&b, path, c->diag))
		b.len = 0;                                 /* told; nothing of half a list */
	for (const char *p = b.data, *end = b.data + b.len; p < end;) {
		size_t line = strcspn(p, "\n"), n = strcspn(p, "#\r\n");
		while (n && (p[n - 1] == ' ' || p[n - 1] == '\t'))
			n--;
		if (n)
			chk_map_put(&s->own, mem_str(c->mem, p, n), n, 1);
		p += line + (p + line < end);
	}
	buf_free(&b);
}

/* The names of persons and of places in the town's directory. */
static void read_persons(struct chk *c, struct chk_spelling *s)
{
	static const enum doc_attr named[] = {DOC_A_NAME, DOC_A_VORNAME, DOC_A_NACHNAME, DOC_A_STRASSE, DOC_A_ORT};
	const struct doc_node *root = c->doc->verzeichnis ? c->doc->verzeichnis->root : NULL;
	for (const struct doc_node *n = root; n; n = doc_walk(root, n))
		for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
			const char *p = doc_get(n, named[i]);
			for (size_t len; p && *p; p += len + strspn(p + len, " -,.")) {
				len = strcspn(p, " -,.");
				if (len)
					chk_map_put(&s->own, mem_str(c->mem, p, len), len, 1);
			}
		}
}

void chk_spelling_prepare(struct chk *c)
{
	if (!c->context->spell)
		return;
	c->spelling = MEM_NEW(c->mem, struct chk_spelling);
	read_list(c, c->spelling, c->context->wordlist);
	read_persons(c, c->spelling);
}

void chk_spelling_free(struct chk *c)
{
	if (!c->spelling)
		return;
	chk_map_free(&c->spelling->own);
	chk_map_free(&c->spelling->seen);
	free(c->spelling->unknown);
}

/* A name of the list or of the directory, with the endings names take: the genitive, and who lives there. */
static bool named(struct chk *c, const char *w, size_t n)
{
	static const char *const endings[] = {
		"", "s", "er", "ers", "ern", "erin", "erinnen", "e", "es", "en", "n", NULL};
	for (const char *const *e = endings; *e; e++) {
		size_t k = strlen(*e);
		if (n >= k + 2 && !memcmp(w + n - k, *e, k) &&
			(chk_map_get(&c->spelling->own, w, n - k) || chk_names_have(c, w, n - k)))
			return true;
	}
	return false;
}

/* Capitals or digits inside: an abbreviation, a brand or a level (B1), no word of a dictionary. */
static bool abbreviation(struct chk *c, const char *w, size_t n)
{
	for (const char *p = w + 1; p < w + n; p++)
		if ((*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9'))
			return true;
	return n == 1 || chk_abk_known(c, w, n);
}

/* A hyphen, or the dot that Leichte Sprache sets between the parts of a word. */
static bool joins(const char *p)
{
	return chk_class_at(p) == T_DASH || !strncmp(p, "·", 2);
}

/* "Bildungs-" in "Bildungs- und Teilhabepaket", "-bedarfe" in "Angebote und -bedarfe". */
static bool half(struct chk_spell *s, const struct chk_text *t, const struct chk_tok *k, const char *w, size_t n)
{
	const char *b = chk_before(t, k->p);
	return (joins(k->q) && chk_spell_begins(s, w, n)) || (b && joins(b) && chk_spell_ends(s, w, n));
}

static bool right(struct chk *c, const struct chk_text *t, const struct chk_tok *k, const char *w, size_t n)
{
	struct chk_spell *s = c->context->spell;
	return chk_spell_knows(s, w, n) || named(c, w, n) || abbreviation(c, w, n) || chk_spell_joins(s, w, n) ||
		half(s, t, k, w, n);
}

static int keep(struct chk *c, const struct chk_text *t, const struct chk_tok *k, const char *w)
{
	struct chk_spelling *s = c->spelling;
	size_t offset;
	const struct doc_node *node = chk_node_at(t, k->p, &offset);
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 16;
		s->unknown = mem_realloc(s->unknown, s->cap * sizeof *s->unknown);
	}
	s->unknown[s->n++] = (struct unknown){w, node, t->attr ? node->line : chk_line(c, node, offset), 0};
	return (int)s->n;
}

/* Without soft hyphens. */
static size_t bare(struct chk *c, const char *p, const char *q, const char **word)
{
	char *w = mem_get(c->mem, (size_t)(q - p) + 1);
	size_t n = 0;
	for (; p < q; p++) {
		if ((unsigned char)*p == 0xC2 && p + 1 < q && (unsigned char)p[1] == 0xAD)
			p++;
		else
			w[n++] = *p;
	}
	w[n] = '\0';
	*word = w;
	return n;
}

/* "in" or "innen" at p, and no more of a word. */
static bool feminine_ending(const char *p)
{
	size_t n = !strncmp(p, "innen", 5) || !strncmp(p, "Innen", 5) ? 5
		: !strncmp(p, "in", 2) || !strncmp(p, "In", 2)        ? 2
								      : 0;
	return n && !chk_is_word((unsigned char)p[n]);
}

/* Addresses and what hangs on a star, colon or at sign ("Bürger*innen") are no words. */
static bool part_of_more(const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_before(t, k->p);
	if (*k->q == '_' && feminine_ending(k->q + 1))
		return false;
	if (*k->q == '@' || *k->q == '_' || (*k->q == '.' && chk_is_word((unsigned char)k->q[1])))
		return true;
	return b && (strchr("@*:_./", *b) || chk_class_at(b) == T_NUMBER) && b > t->s && chk_class_at(b - 1) != T_BLANK;
}

/* The form for women, where a word stands for all: "Ärzt*innen", "Ärzt:in", "Ärzt_innen", "ÄrztInnen" are spelt as
 * "Ärztin" is, or by the word before the sign. NULL: it is no such form. */
static const char *feminine(struct chk *c, const struct chk_tok *k, const char *w, size_t n, size_t *stem)
{
	*stem = n;
	if (strchr("*:_", *k->q) && *k->q && feminine_ending(k->q + 1))
		return mem_fmt(c->mem, "%sin", w);
	for (size_t i = 2; i + 2 <= n; i++)
		if (w[i] == 'I' && w[i - 1] >= 'a' && w[i - 1] <= 'z' && feminine_ending(w + i)) {
			*stem = i;
			return mem_fmt(c->mem, "%.*sin", (int)i, w);
		}
	return NULL;
}

static bool right_for_all(struct chk *c, const struct chk_text *t, const struct chk_tok *k, const char *w, size_t n)
{
	size_t stem;
	const char *form = feminine(c, k, w, n, &stem);
	struct chk_spell *s = c->context->spell;
	if (!form)
		return right(c, t, k, w, n);
	return chk_spell_knows(s, form, strlen(form)) || chk_spell_joins(s, form, strlen(form)) ||
		chk_spell_knows(s, w, stem) || chk_spell_joins(s, w, stem) || named(c, w, stem);
}

void chk_rechtschreibung_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	if (!c->spelling || part_of_more(t, k) || chk_spelled_out(t, k))
		return;
	const char *w;
	size_t n = bare(c, k->p, k->q, &w);
	int *known = n ? chk_map_get(&c->spelling->seen, w, n) : NULL;
	if (!n)
		return;
	if (!known)
		known = chk_map_put(&c->spelling->seen, w, n, right_for_all(c, t, k, w, n) ? 0 : keep(c, t, k, w));
	if (*known)
		c->spelling->unknown[*known - 1].times++;
}

void chk_rechtschreibung(struct chk *c)
{
	for (size_t i = 0; c->spelling && i < c->spelling->n; i++) {
		const struct unknown *u = &c->spelling->unknown[i];
		const char *meant = chk_spell_meant(c->context->spell, c->mem, u->word, strlen(u->word));
		chk_tell_line(c, RULE_RECHTSCHREIBUNG, u->node, u->line,
			"„%s“%s steht in keinem Wörterbuch%s%s%s; bitte berichtigen oder, "
			"wenn es ein Name oder eine Abkürzung ist, in die Wortliste %s der Kommune aufnehmen",
			u->word, u->times > 1 ? mem_fmt(c->mem, " (%d-mal)", u->times) : "",
			meant ? ", gemeint ist vielleicht „" : "", meant ? meant : "", meant ? "“" : "", CHK_WORDLIST);
	}
}
