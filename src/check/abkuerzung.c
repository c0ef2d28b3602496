/* abkuerzung.c: abbreviations in capitals that the document nowhere writes out: by <abk langform>, in brackets beside
 * the long form, as an office's short name, or in the town's list of those everybody knows. */
#include <stdlib.h>
#include <string.h>

#include "check/map.h"
#include "check/rule.h"
#include "check/words.h"

struct first { const char *word; const struct doc_node *node; int line; };

struct chk_abk {
	struct chk_map known, seen;                    /* seen: index into first */
	struct first *first;
	size_t n, cap;
};

static void know(struct chk *c, const char *s, size_t n)
{
	if (n && !chk_map_get(&c->abk->known, s, n))
		chk_map_put(&c->abk->known, mem_str(c->mem, s, n), n, 1);
}

static void know_list(struct chk *c, const char *list)
{
	for (const char *p = list; p && *p;) {
		size_t n = strcspn(p, " ,;");
		know(c, p, n);
		p += n + strspn(p + n, " ,;");
	}
}

/* The run of capitals at p, hyphens inside included ("KOMM-IN"): its end, or p. A plural s is left out. */
static const char *capitals_end(const char *p)
{
	const char *e = p, *w = p;
	for (;;) {
		while ((*w >= 'A' && *w <= 'Z') || chk_starts(w, "Ä") || chk_starts(w, "Ö") || chk_starts(w, "Ü"))
			w = chk_after(w);
		if (w - e < 2)
			return e == p ? p : e - 1;
		e = w;
		if (*w != '-')
			break;
		e = ++w;
	}
	if (*e == 's' && !chk_is_word((unsigned char)e[1]))
		return e;
	return chk_is_word((unsigned char)*e) ? p : e;
}

static void know_names(struct chk *c, const struct doc *doc)
{
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		const char *kurz = n->kind == DOC_STELLE || n->kind == DOC_GREMIUM ? doc_get(n, DOC_A_KURZ) : NULL;
		if (kurz)
			know(c, kurz, strlen(kurz));
	}
}

void chk_abk_prepare(struct chk *c)
{
	c->abk = MEM_NEW(c->mem, struct chk_abk);
	know_list(c, chk_town(c, "abkuerzungen-bekannt", "PDF XML HTML CSV USA"));
	for (size_t i = 0; i < c->kind[DOC_ABK].n; i++) {
		const char *s =
			doc_get(c->kind[DOC_ABK].at[i], DOC_A_LANGFORM) ? chk_str(c, c->kind[DOC_ABK].at[i]) : "";
		know(c, s, strlen(s));
		for (; *s; s = chk_after(s)) {                  /* "SGB II" explains "SGB" too */
			const char *e = capitals_end(s);
			if (e > s) {
				know(c, s, (size_t)(e - s));
				s = e - 1;
			}
		}
	}
	if (c->doc->verzeichnis)
		know_names(c, c->doc->verzeichnis);
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < c->kind[k ? DOC_GREMIUM : DOC_STELLE].n; i++) {
			const char *kurz = doc_get(c->kind[k ? DOC_GREMIUM : DOC_STELLE].at[i], DOC_A_KURZ);
			if (kurz)
				know(c, kurz, strlen(kurz));
		}
}

bool chk_abk_known(const struct chk *c, const char *word, size_t n)
{
	return chk_map_get(&c->abk->known, word, n) != NULL;
}

void chk_abk_free(struct chk *c)
{
	chk_map_free(&c->abk->known);
	chk_map_free(&c->abk->seen);
	free(c->abk->first);
}

static bool roman(const char *p, const char *q)
{
	while (p < q && strchr("IVXLC", *p))
		p++;
	return p == q;
}

/* Words that are merely stressed, and names in capitals: no part of an abbreviation is that long. */
static bool stressed(const char *p, const char *q)
{
	static const char *const words[] = {"IST", "SOLL", "HIN", "HER", "NICHT", "NUR", "ALLE", "ALLES", "UND", "ODER",
		"KEIN", "KEINE", "EIN", "EINE", "MIT", "AUS", "WIR", "SIE", "DER", "DIE", "DAS", "VOR", "OHNE"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (chk_is(p, q, words[i]))
			return true;
	return q - p > 5 && !memchr(p, '-', (size_t)(q - p));
}

/* A neighbour in capitals: a heading set in capitals, no abbreviation. */
static bool shouted(const struct chk_text *t, const char *p, const char *q)
{
	const char *a = p;
	chk_gap_back(t, &a);
	chk_gap(&q);
	const char *w = chk_word_back(t, a), *we = capitals_end(w), *ne = capitals_end(q);
	return (we == a && a - w >= 3) || ne - q >= 3;
}

/* „KOMM-IN Nordrhein-Westfalen – Innovation in …“: a title that explains itself. */
static bool in_own_title(const struct chk_text *t, const char *p, const char *q)
{
	enum { NEAR = 200 };
	const char *b = chk_before(t, p);
	size_t n = t->end - q > NEAR ? NEAR : (size_t)(t->end - q);
	const char *end = b && chk_starts(b, "„") ? memmem(q, n, "“", 3) : NULL;
	return end && memmem(q, (size_t)(end - q), " – ", 5);
}

static bool in_full_beside(const struct chk_text *t, const char *p, const char *q)
{
	const char *b = chk_before(t, p);
	if (b && *b == '(' && *q == ')' && b > t->s)
		return true;
	if (in_own_title(t, p, q))
		return true;
	if (!chk_gap(&q))
		return false;
	const char *numeral = chk_word_end(q);
	if (numeral > q && roman(q, numeral)) {             /* "SGB II – …" */
		q = numeral;
		chk_gap(&q);
	}
	if (*q == '(')
		q++;
	else if (chk_starts(q, "– "))
		q += 4;
	else
		return false;
	return (*q >= 'A' && *q <= 'Z') || chk_starts(q, "Ä") || chk_starts(q, "Ö") || chk_starts(q, "Ü") ||
		chk_starts(q, "„");
}

static void remember(struct chk *c, const struct chk_text *t, const char *p, size_t n)
{
	struct chk_abk *a = c->abk;
	if (chk_map_get(&a->seen, p, n))
		return;
	if (a->n == a->cap) {
		a->cap = a->cap ? a->cap * 2 : 16;
		a->first = mem_realloc(a->first, a->cap * sizeof *a->first);
	}
	const char *s = mem_str(c->mem, p, n);
	size_t offset;
	const struct doc_node *node = chk_node_at(t, p, &offset);
	a->first[a->n] = (struct first){s, node, t->attr ? node->line : chk_line(c, node, offset)};
	chk_map_put(&a->seen, s, n, (int)a->n++);
}

static bool two_capitals(const char *p)
{
	return p[0] >= 'A' && p[0] <= 'Z' && ((p[1] >= 'A' && p[1] <= 'Z') || p[1] == (char)0xC3);
}

bool chk_abkuerzung_may(const struct chk_text *t, const struct chk_tok *k)
{
	if (!two_capitals(k->p) || (k->p > t->s && k->p[-1] == '-'))
		return false;
	const char *e = capitals_end(k->p);
	return e - k->p >= 3 && e - k->p <= 16 && !roman(k->p, e) && !stressed(k->p, e) && !shouted(t, k->p, e);
}

void chk_abkuerzung_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *e = capitals_end(k->p);
	size_t n = (size_t)(e - k->p);
	if (t->block->kind == DOC_NAME || chk_map_get(&c->abk->known, k->p, n))
		return;
	if (in_full_beside(t, k->p, e))
		know(c, k->p, n);
	else
		remember(c, t, k->p, n);
}

void chk_abkuerzung(struct chk *c)
{
	for (size_t i = 0; i < c->abk->n; i++) {
		const struct first *f = &c->abk->first[i];
		if (!chk_map_get(&c->abk->known, f->word, strlen(f->word)))
			chk_tell_line(c, RULE_ABKUERZUNG, f->node, f->line,
				"Die Abkürzung „%s“ wird nirgends ausgeschrieben; "
				"bitte beim ersten Vorkommen <abk langform=\"…\">%s</abk> "
				"setzen oder sie in die Liste abkuerzungen-bekannt der Kommune aufnehmen",
				f->word, f->word);
	}
}
