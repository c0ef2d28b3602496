/* stichtage.c: figures and the words around them. A Kennzahl is stated once and read in many sentences; when it
 * changes, the month, the share or the sum beside it may still be those of the edition before. */
#include <stdlib.h>

#include "check/map.h"
#include "check/sentence.h"
#include "check/when.h"

/* ---- the day a sentence names, and the day of the figure in it ---- */

/* The Kennzahl that the piece is the value of; NULL: another piece. */
static const struct doc_kennzahl *figure_of(const struct chk *c, const struct chk_piece *p)
{
	const char *ref = p->node->kind == DOC_WERT ? doc_get(p->node, DOC_A_REF) : NULL;
	return ref ? doc_kennzahl(c->doc, ref) : NULL;
}

/* A verb that tells how many there were. */
static const char *const counting[] = {"lag", "lagen", "zählte", "zählten", "lebte", "lebten", "leben", "lebt", "war",
	"waren", "sind", "betrug", "betrugen", "wohnten", "wohnen", "hatte", "hatten", "gab", "zählt", "zählen", NULL};

/* "das Gesetz vom", "der Beschluss vom": the day of something else. */
static bool of_a_paper(const struct chk_text *t, const char *p)
{
	static const char *const papers[] = {"gesetz", "gesetzes", "beschluss", "beschlusses", "satzung", "urteil",
		"urteils", "ordnung", "erlass", "erlasses", "bescheid", "vertrag", "vertrags", "richtlinie", "fassung",
		"sitzung", "konzept", "konzepts", "plan", "schreiben", "antrag", "vereinbarung", "abkommen", "machung",
		NULL};
	if (!chk_gap_back(t, &p))
		return false;
	const char *w = chk_word_back(t, p);
	for (const char *const *s = papers; *s; s++) {
		size_t n = strlen(*s);
		const char *tail = p - n;
		if ((size_t)(p - w) >= n && (*tail | 32) == **s && !strncmp(tail + 1, *s + 1, n - 1))
			return true;
	}
	return false;
}

/* "die im Jahr 2018 beschlossene Satzung": the day belongs to the noun behind it. preposition: before p. */
static bool of_a_noun(const struct chk_text *t, const char *p)
{
	static const char *const articles[] = {"die", "Die", "der", "Der", "das", "Das", "den", "Den", "dem", "Dem",
		"des", "ein", "Ein", "eine", "Eine", "einer", "einem", "einen", NULL};
	static const char *const years[] = {"Jahr", "Jahre", NULL};
	const char *w;
	if (!chk_gap_back(t, &p))
		return false;
	w = chk_word_back(t, p);
	if (chk_among(w, p, years) && chk_gap_back(t, &w)) {
		p = w;
		w = chk_word_back(t, p);
	}
	return chk_follows(t, w, articles);
}

/* "im November 2017", "(November 2017", "am 31.12.2017", "Ende 2017", "lag 2017 bei", or what a sentence begins with: a
 * day of which something is told; not "bis", "ab", "seit". */
static bool tells_of(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"im", "Im", "am", "Am", "zum", "Zum", "Ende", "Anfang", "Mitte", "Stand",
		"Stichtag", "Jahr", "Jahre", "per", "Per", "Jahresende", "Jahresanfang", "Jahresbeginn",
		"Jahreswechsel", "Quartal", "Halbjahr", "Frühjahr", "Sommer", "Herbst", "Winter", NULL};
	static const char *const since[] = {"vom", "Vom", NULL};
	const char *word = p, *from, *to;
	chk_gap_back(t, &word);
	const char *b = chk_before(t, word);
	if ((b && (*b == '(' || *b == ':')) || (chk_sentence(t, p, &from, &to) && from == p))
		return true;
	if (chk_follows(t, p, since))
		return !of_a_paper(t, chk_word_back(t, word));
	return (chk_follows(t, p, words) && !of_a_noun(t, p)) || chk_follows(t, p, counting);
}

static bool same_day(const struct chk_when *w, struct date d)
{
	return (!w->year || w->year == d.year) && (!w->month || !d.month || w->month == d.month) &&
		(!w->day || !d.day || w->day == d.day);
}

/* The bracket that is open at q, "… Menschen (Stand: Oktober"; else q. */
static const char *bracket(const char *start, const char *q)
{
	enum { NEAR = 40 };
	const char *p = q - start > NEAR ? q - NEAR : start, *open = memrchr(p, '(', (size_t)(q - p));
	return open && !memchr(open, ')', (size_t)(q - open)) ? open : q;
}

/* Nothing but words from p to q: the two belong together. */
static bool joined(const char *p, const char *q)
{
	for (; p < q; p++)
		if (*p == ',' || *p == ';' || *p == ':')
			return false;
	return true;
}

/* The first piece that begins at p or behind. */
static size_t piece_from(const struct chk_text *t, const char *p)
{
	size_t low = 0, high = t->npieces, at = (size_t)(p - t->s);
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (t->piece[mid].at < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* "Ende 2018 begann der Bau, heute leben …": the figure is of another day. */
static bool turns_to_now(const char *p, const char *q)
{
	static const char *const words[] = {"heute", "jetzt", "nun", "inzwischen", "mittlerweile", "aktuell", "derzeit",
		"seither", "seitdem", "zuletzt", NULL};
	for (; p < q; p = chk_after(p)) {
		const char *end = chk_word_end(p);
		if (chk_among(p, end, words))
			return true;
		p = end > p ? end - 1 : p;
	}
	return false;
}

/* Of the figures in the sentence the first behind the date, else the last before it in the same clause. */
static const struct doc_kennzahl *figure_near(const struct chk *c, const struct chk_text *t, const struct chk_when *w)
{
	const char *from, *to, *open = bracket(t->s, w->p);
	const struct doc_kennzahl *before = NULL;
	if (!chk_sentence(t, open < w->p ? open : w->q - 1, &from, &to))       /* "Im Dez. 2017" is one */
		return NULL;
	for (size_t i = piece_from(t, from); i < t->npieces && t->s + t->piece[i].at < to; i++) {
		const char *at = t->s + t->piece[i].at;
		const struct doc_kennzahl *k = figure_of(c, &t->piece[i]);
		if (k && at > w->p)
			return turns_to_now(w->q, at) ? NULL : k;
		before = k && joined(at, open) ? k : before;
	}
	return before;
}

/* "Ende November lebten …": a month that names no year, told of with a verb that counts. */
static bool month_alone(const struct chk_tok *k, struct chk_when *w)
{
	const char *q = chk_word_end(k->p), *verb = q;
	*w = (struct chk_when){.month = date_month_named(k->p, (size_t)(q - k->p)), .p = k->p, .q = q};
	return w->month && chk_gap(&verb) && chk_among(verb, chk_word_end(verb), counting);
}

bool chk_stichtag_may(const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_when w;
	(void)t;
	return k->class != T_WORD || month_alone(k, &w);
}

void chk_stichtag_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_when w;
	if (t->npieces < 2 || !(k->class == T_WORD ? month_alone(k, &w) : chk_when_short(t, k, &w)) ||
		!tells_of(t, w.p))
		return;
	const struct doc_kennzahl *f = figure_near(c, t, &w);
	if (!f || !f->stichtag.year || same_day(&w, f->stichtag))
		return;
	struct buf day = {0};
	date_put(&day, f->stichtag);
	chk_tell_at(c, RULE_STICHTAG, t, w.p,
		"„%s“ steht bei der Kennzahl „%s“, deren Stichtag %s ist; "
		"erwartet wird derselbe Tag, bitte den Satz oder stichtag berichtigen",
		chk_quote(c, t, w.p, w.q), f->id, buf_take(&day, c->mem));
}

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
	for (size_t i = piece_from(t, from); i < t->npieces && t->s + t->piece[i].at < to; i++) {
		const char *at = t->s + t->piece[i].at, *end = i + 1 < t->npieces ? t->s + t->piece[i + 1].at : t->end;
		if (!figure_of(c, &t->piece[i]))
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
		bool figure =
			n->kind == DOC_WERT && doc_get(n, DOC_A_REF) && doc_kennzahl(c->doc, doc_get(n, DOC_A_REF));
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
	chk_texts(c, &compare);
	chk_scan_end(&compare);
	c->old = NULL;
	chk_map_free(&a.at);
	statement(c, old, DOC_AUSSAGE, "Die Aussage");
	statement(c, old, DOC_ALTERNATIVTEXT, "Der Alternativtext");
}
