/* stichtage.c: figures and the words around them. A Kennzahl is stated once and read in many sentences; when it
 * changes, the month, the share or the sum beside it may still be those of the edition before. */
#include <stdlib.h>

#include "check/change.h"
#include "check/map.h"
#include "check/number.h"
#include "check/rechnung.h"
#include "check/sentence.h"

/* ---- against the edition before ---- */

static const struct doc *before(const struct chk *c)
{
	const struct chk_context *x = c->context;
	bool edition = x->ngegen && x->gegen[0] != c->doc && c->doc->root->kind == DOC_KONZEPT;
	return edition ? x->gegen[0] : NULL;
}

static const struct doc_node *twin(const struct doc *old, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	const struct doc_node *was = id ? doc_by_id(old, id) : NULL;
	return was && was->kind == n->kind ? was : NULL;
}

static bool equal(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

/* "seit 2010", "bis 2016", "2018/2019": no day the figure was counted on. */
static bool open_span(const char *name)
{
	return strstr(name, "seit ") || strstr(name, "ab ") || strstr(name, "bis ") || strstr(name, "vor ") ||
		strchr(name, '/');
}

static void named_year(struct chk *c, const struct doc_node *n)
{
	const char *name = doc_get(n, DOC_A_NAME), *day = doc_get(n, DOC_A_STICHTAG);
	int year = 0, years = 0, of = day ? atoi(day) : 0;
	for (const char *p = name; p && *p; p++)
		if (strspn(p, "0123456789") == 4 && (p == name || p[-1] == ' ')) {
			year = atoi(p);
			years++;
			p += 3;
		}
	if (years == 1 && of && year < of && !open_span(name))
		chk_tell(c, RULE_STICHTAG, n,
			"Der Name der Kennzahl nennt %d, ihr Stichtag ist %s; "
			"erwartet wird dasselbe Jahr, bitte den Namen oder stichtag berichtigen",
			year, day);
}

void chk_stichtag(struct chk *c)
{
	const struct doc *old = before(c);
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_node *n = l->at[i], *was = old ? twin(old, n) : NULL;
		named_year(c, n);
		if (was && doc_get(n, DOC_A_WERT) && doc_get(n, DOC_A_STICHTAG) &&
			!equal(doc_get(n, DOC_A_WERT), doc_get(was, DOC_A_WERT)) &&
			equal(doc_get(n, DOC_A_STICHTAG), doc_get(was, DOC_A_STICHTAG)))
			chk_tell(c, RULE_STICHTAG, n,
				"Die Kennzahl „%s“ hat den neuen Wert %s (bisher %s), aber noch den Stichtag %s; "
				"erwartet wird der Tag des neuen Werts, bitte nachtragen",
				doc_get(n, DOC_A_ID), doc_get(n, DOC_A_WERT), doc_get(was, DOC_A_WERT),
				doc_get(n, DOC_A_STICHTAG));
	}
}

/* ---- sentences whose figures changed and whose words did not ---- */

struct chk_old { struct chk_map at; const char **said; size_t n, cap; };   /* sentences by their words: as they read */

/* The sentence with every value of a Kennzahl left out: what the author typed. */
static const char *typed(struct chk *c, const struct chk_text *t, const char *from, const char *to)
{
	struct buf b = {0};
	const char *p = from;
	for (size_t i = chk_piece_from(t, from); i < t->npieces && t->s + t->piece[i].at < to; i++) {
		const char *at = t->s + t->piece[i].at, *end = i + 1 < t->npieces ? t->s + t->piece[i + 1].at : t->end;
		if (!chk_figure(c, t->piece[i].node))
			continue;
		buf_put(&b, p, (size_t)(at - p));
		buf_chr(&b, '\1');
		p = end < to ? end : to;
	}
	buf_put(&b, p, (size_t)(to - p));
	return buf_take(&b, c->mem);
}

static void keep_sentences(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_old *a = c->old;
	(void)k;
	for (const char *p = t->s, *to; p < t->end && !t->attr; p = chk_sentence_next(t, to)) {
		to = chk_sentence_end(t, p);
		const char *key = typed(c, t, p, to);
		if (!strchr(key, '\1'))
			continue;
		MEM_ROOM_IN(c->mem, a->said, a->n, a->cap);
		a->said[a->n] = mem_str(c->mem, p, (size_t)(to - p));
		chk_map_put(&a->at, key, strlen(key), (int)a->n++);
	}
}

/* "9,5 Prozent" is told of the figures beside it; "ab 65 Jahren" is not. */
static bool measures(const char *q)
{
	chk_gap(&q);
	return chk_starts(q, "Prozent") || *q == '%';
}

/* A number that the author typed, in digits or as a word that measures; NULL: none. */
static const char *typed_number(const struct chk *c, const struct chk_text *t, const char *from, const char *to,
	const char **end)
{
	static const char *const words[] = {"Hälfte", "Drittel", "Viertel", "Fünftel", "Zehntel", "Mehrheit", "doppelt",
		"doppelte", "verdoppelt", "halbiert", "gestiegen", "gesunken", "zugenommen", "abgenommen", NULL};
	for (const char *p = from; p < to;) {
		size_t offset;
		const struct doc_node *n = chk_node_at(t, p, &offset);
		const char *q = *p >= '0' && *p <= '9' ? p + strspn(p, "0123456789.,") : chk_word_end(p);
		q = q > p ? q : chk_after(p);
		const bool figure = chk_figure(c, n);
		bool counts = (*p >= '0' && *p <= '9' && measures(q)) || chk_among(p, q, words);
		*end = q;
		if (counts && !figure)
			return p;
		p = q;
	}
	return NULL;
}

static void compare_sentences(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	(void)k;
	for (const char *p = t->s, *to, *end; p < t->end && !t->attr; p = chk_sentence_next(t, to)) {
		to = chk_sentence_end(t, p);
		const char *key = typed(c, t, p, to), *now;
		const int *at = strchr(key, '\1') ? chk_map_get(&c->old->at, key, strlen(key)) : NULL;
		if (!at || equal(now = mem_str(c->mem, p, (size_t)(to - p)), c->old->said[*at]))
			continue;
		const char *number = typed_number(c, t, p, to, &end);
		if (number)
			chk_tell_at(c, RULE_SATZALT, t, number,
				"„%s“ steht wie in der vorigen Ausgabe in einem Satz, "
				"in dem sich eine Kennzahl geändert hat (dort: „%s“); "
				"bitte prüfen, ob es noch stimmt, oder auch dafür eine Kennzahl setzen",
				chk_quote(c, t, number, end), c->old->said[*at]);
	}
}

/* ---- "Seit der letzten Ausgabe kamen 25 Plätze hinzu" ---- */

static bool since_edition(const char *from, const char *to)
{
	static const char *const since[] = {"seit", "gegenüber", NULL};
	static const char *const edition[] = {"ausgabe", "fortschreibung", "konzept", "konzepts", "bericht", NULL};
	return chk_has_word(from, to, since) && chk_has_word(from, to, edition);
}

/* The only figure of the sentence that the edition before has too, in its unit; NULL: none, or several. */
static const struct doc_kennzahl *figure_then(struct chk *c, const struct chk_text *t, const char *from, const char *to,
	const struct doc_kennzahl **now)
{
	const struct doc_kennzahl *then = NULL;
	*now = NULL;
	for (size_t i = chk_piece_from(t, from); i < t->npieces && t->s + t->piece[i].at < to; i++) {
		const struct doc_kennzahl *k = chk_figure(c, t->piece[i].node);
		if (k && *now)
			return NULL;
		*now = k ? k : *now;
	}
	then = *now ? doc_kennzahl(before(c), (*now)->id) : NULL;
	return then && then->decimals == (*now)->decimals && equal(then->einheit, (*now)->einheit) ? then : NULL;
}

/* The one number that the author typed and that counts in the unit: its place and its end; NULL: none, or several. */
static const char *counted(const struct chk *c, const struct chk_text *t, const char *from, const char *unit,
	int64_t *v, const char **end)
{
	enum { STEM = 4 };
	const char *found = NULL, *to = chk_sentence_end(t, from);
	for (const char *p = from, *q; p < to; p = q) {
		size_t offset;
		q = *p >= '0' && *p <= '9' ? chk_number_end(p) : chk_word_end(p);
		const int word = q > p ? chk_number_word(p, (size_t)(q - p)) : 0;
		const char *noun = q;
		if ((word || (*p >= '0' && *p <= '9')) && !chk_figure(c, chk_node_at(t, p, &offset)) &&
			chk_gap(&noun) && strlen(unit) >= STEM && !strncmp(noun, unit, STEM)) {
			const struct chk_number n = chk_number(mem_str(c->mem, p, (size_t)(q - p)));
			if (found || (!word && (!n.ok || n.decimals)))
				return NULL;
			found = p;
			*end = chk_word_end(noun);
			*v = word ? word : n.v;
		}
		q = q > p ? q : chk_after(p);
	}
	return found;
}

/* By how much the figure changed since the edition before. */
static void one_step(struct chk *c, const struct chk_text *t, const char *from, const char *to)
{
	const struct doc_kennzahl *now, *then;
	const char *word = NULL, *end = NULL, *p;
	int64_t v = 0;
	if (!since_edition(from, to) || !(then = figure_then(c, t, from, to, &now)) || !now->einheit ||
		chk_has_word(from, to, chk_roughly) ||
		(!chk_on_top_or_gone(from, to, &word) && !chk_change_said(from, to)))
		return;
	const int64_t off = now->value > then->value ? now->value - then->value : then->value - now->value;
	p = now->decimals ? NULL : counted(c, t, from, now->einheit, &v, &end);
	if (p && v != off)
		chk_tell_at(c, RULE_SATZALT, t, p,
			"„%s“: die Kennzahl „%s“ ist seit der vorigen Ausgabe um %lld anders; "
			"erwartet wird derselbe Unterschied, bitte den Satz oder die Kennzahl berichtigen",
			chk_quote(c, t, p, end), now->id, (long long)off);
}

static void steps(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	(void)k;
	for (const char *p = t->s, *to; p < t->end && !t->attr; p = chk_sentence_next(t, to)) {
		to = chk_sentence_end(t, p);
		one_step(c, t, p, to);
	}
}

/* ---- what a chart states, and its data ---- */

static bool same_data(const struct doc_csv *a, const struct doc_csv *b)
{
	if (a->rows != b->rows || a->cols != b->cols)
		return false;
	for (size_t i = 0; i < a->rows * a->cols; i++)
		if (strcmp(a->cell[i], b->cell[i]))
			return false;
	return true;
}

static void statement(struct chk *c, const struct doc *old, enum doc_kind kind, const char *name)
{
	const struct chk_list *l = &c->kind[DOC_DIAGRAMM];
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_node *n = l->at[i], *was = twin(old, n), *says = doc_child(n, kind);
		const struct doc_node *said = was ? doc_child(was, kind) : NULL;
		const char *path = doc_get(n, DOC_A_DATEN), *before_path = was ? doc_get(was, DOC_A_DATEN) : NULL;
		const struct doc_csv *now = path ? doc_csv(c->doc, path) : NULL;
		const struct doc_csv *then = before_path ? doc_csv(old, before_path) : NULL;
		struct buf b = {0};
		if (!says || !said || !now || !then || same_data(now, then))
			continue;
		doc_text(&b, old, said);
		if (equal(buf_take(&b, c->mem), chk_str(c, says)))
			chk_tell(c, RULE_SATZALT, says,
				"%s „%s“ steht wie in der vorigen Ausgabe über neuen Daten (%s); "
				"bitte prüfen, ob das noch stimmt, und neu fassen",
				name, chk_str(c, says), path);
	}
}

void chk_satzalt(struct chk *c)
{
	const struct doc *old = before(c);
	struct chk_old a = {.n = 0};
	if (!old)
		return;
	struct chk then = chk_beside(c, old);
	struct chk_scan keep = {0}, compare = {0};
	then.old = &a;
	chk_listen(&keep, keep_sentences, NULL, ON(END));
	chk_texts(&then, &keep);
	chk_scan_end(&keep);
	c->old = &a;
	chk_listen(&compare, compare_sentences, NULL, ON(END));
	chk_listen(&compare, steps, NULL, ON(END));
	chk_texts(c, &compare);
	chk_scan_end(&compare);
	c->old = NULL;
	chk_map_free(&a.at);
	statement(c, old, DOC_AUSSAGE, "Die Aussage");
	statement(c, old, DOC_ALTERNATIVTEXT, "Der Alternativtext");
}
