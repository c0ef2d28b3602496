/* tage.c: the day a sentence names, and the day of the figure in it. A figure is stated once, with its Stichtag; a
 * sentence is told only where the day can be said of nothing else. */
#include "check/period.h"
#include "check/sentence.h"

struct sentence { const char *from, *to; };

/* The bracket that is open at q, "… Menschen (Stand: Oktober"; else q. */
static const char *bracket(const char *start, const char *q)
{
	enum { NEAR = 40 };
	const char *p = q - start > NEAR ? q - NEAR : start, *open = memrchr(p, '(', (size_t)(q - p));
	return open && !memchr(open, ')', (size_t)(q - open)) ? open : q;
}

/* "…, so der Stand im", " – gezählt im": where an aside at the end of the sentence begins that says as of when; q: at
 * the phrase. Else q. */
static const char *aside(const struct chk_text *t, const char *q)
{
	static const char *const small[] = {"im", "am", "vom", "zum", "per", "von", "in", "so", "der", "die", "das",
		"nach", "laut", "mit", "dem", "den", "bei", NULL};
	static const char *const counted[] = {"stand", "stichtag", "zählung", "erhebung", "zahlen", "zahl", "gezählt",
		"erhoben", "gemessen", "ermittelt", "erfasst", "abgefragt", "auszählung", "abfrage", "statistik", NULL};
	enum { WORDS = 6 };
	const char *p = q;
	bool says = false;
	for (int i = 0; i < WORDS; i++) {
		const char *b, *end = p, *w;
		if (chk_gap_back(t, &end) && (b = chk_before(t, end)) && (*b == ',' || chk_class_at(b) == T_DASH))
			return says ? b : q;
		w = chk_word_back(t, end);
		const bool is = w < end && chk_among_any(w, end, counted);
		if (!is && (w == end || !chk_among_any(w, end, small)))
			return q;
		says |= is;
		p = w;
	}
	return q;
}

/* Nothing but words from p to q: the two belong together. */
static bool joined(const char *p, const char *q)
{
	for (; p < q; p++)
		if (*p == ',' || *p == ';' || *p == ':')
			return false;
	return true;
}

/* "Ende 2018 begann der Bau, heute leben …": the figure is of another day. */
static bool turns_to_now(const char *p, const char *q)
{
	static const char *const words[] = {"heute", "jetzt", "nun", "inzwischen", "mittlerweile", "aktuell", "derzeit",
		"seither", "seitdem", "zuletzt", NULL};
	return chk_has_word(p, q, words);
}

/* "Nachdem 2016 viele kamen, leben", "Waren es Ende 2016": the day is of a clause of its own. from: of the sentence. */
static bool clause_of_its_own(const char *from, const char *p, const char *figure)
{
	static const char *const begins[] = {"nachdem", "als", "während", "seitdem", "weil", "da", "wenn", "obwohl",
		"obgleich", "sowie", "wie", NULL};
	for (const char *q = from; q < p; q++)
		from = strchr(",;:", *q) ? q + 1 : from;
	chk_gap(&from);
	const char *verb = chk_word_end(from);
	return memchr(p, ',', (size_t)(figure - p)) && (chk_among_any(from, verb, begins) || chk_counts(from));
}

/* A number that the author typed between p and q: the day is of that. */
static bool typed_between(const struct chk *c, const struct chk_text *t, const char *p, const char *q)
{
	for (size_t offset; p < q; p++)
		if (*p >= '0' && *p <= '9') {
			if (!chk_figure(c, chk_node_at(t, p, &offset)))
				return true;
		}
	return false;
}

/* "30.000 im Jahr 2010 auf": the day is of the number before. from: of the sentence; p: the phrase. */
static bool number_before(const struct chk *c, const struct chk_text *t, const char *from, const char *p)
{
	enum { WORDS = 3 };                            /* its preposition, perhaps a noun, the number */
	for (int i = 0; i < WORDS; i++) {
		const char *w;
		if (!chk_gap_back(t, &p) || p <= from)
			return false;
		w = chk_word_back(t, p);
		if (i && typed_between(c, t, w, p))
			return true;
		p = w;
	}
	return false;
}

/* "ein Drittel der rund …": of a number that was named before. */
static bool known_before(const struct chk_text *t, const char *p)
{
	static const char *const roughly[] = {"rund", "etwa", "circa", "über", "knapp", "fast", "gut", "ca", NULL};
	static const char *const those[] = {"der", "den", "dieser", "diesen", "unserer", "unseren", "ihrer", "deren",
		NULL};
	const char *q = p;
	if (chk_gap_back(t, &q) && chk_among_any(chk_word_back(t, q), q, roughly))
		p = chk_word_back(t, q);
	q = p;
	return chk_gap_back(t, &q) && chk_among_any(chk_word_back(t, q), q, those);
}

/* "2020 werden … erwartet", after the day of the document. */
static bool foretold(const struct chk *c, const struct chk_period *s, struct sentence in)
{
	static const char *const words[] = {"werden", "wird", "soll", "sollen", "sollte", "sollten", "könnte",
		"könnten", "dürfte", "dürften", "prognose", "voraussichtlich", "erwartet", "geplant", "rechnet", NULL};
	return s->from.year && c->stand.year && date_cmp(date_last(c->stand), s->from) < 0 &&
		chk_has_word(in.from, in.to, words);
}

/* Another day in the sentence is the figure's. */
static bool has_its_day(const struct chk *c, const struct chk_text *t, struct sentence in, struct date d)
{
	for (const char *p = in.from, *q; p < in.to; p = q) {
		const struct chk_tok k = {p, chk_number_end(p), T_NUMBER};
		struct chk_period s;
		q = k.q > p ? k.q : p + 1;
		if (k.q > p && chk_period(c, t, &k, &s) && chk_period_meets(&s, d))
			return true;
	}
	return false;
}

/* Behind the phrase at q, but for marks and a word like "rund", stands the figure. */
static bool right_behind(const char *q, const char *figure)
{
	static const char *const roughly[] = {"rund", "etwa", "circa", "insgesamt", "waren", "es", NULL};
	for (const char *end; q < figure; q = end) {
		end = chk_word_end(q);
		if (end > q ? !chk_among_any(q, end, roughly) : !strchr(" :)", *q) && chk_class_at(q) != T_BLANK)
			return false;
		end = end > q ? end : chk_after(q);
	}
	return true;
}

/* A verb that counts, in the clause that holds p to q. */
static bool counted(const char *from, const char *p, const char *q, const char *to)
{
	for (const char *s = from; s < p; s++)
		from = *s == ';' ? s + 1 : from;
	while (q < to && *q != ';')
		q++;
	for (const char *end; from < q; from = end) {
		end = chk_word_end(from);
		if (end > from && chk_counts(from))
			return true;
		end = end > from ? end : chk_after(from);
	}
	return false;
}

/* "…, die 300 Menschen berät", "…: Es sind", "mehr als": what is behind is another matter. */
static bool parted(const char *p, const char *q)
{
	static const char *const relative[] = {"die", "der", "das", "den", "dem", "denen", "deren", "dessen", "so",
		"dass", NULL};
	static const char *const than[] = {"als", "wie", NULL};
	for (const char *s = p; s < q; s++) {
		const char *w = s + 1;
		if (*s == ';' || *s == ':' || (*s == ',' && chk_gap(&w) && chk_among_any(w, chk_word_end(w), relative)))
			return true;
	}
	return chk_has_word(p, q, than);
}

/* Of a figure behind the day: nothing between them takes the day for itself. */
static bool said_behind(const struct chk *c, const struct chk_text *t, const struct chk_period *s, struct sentence in,
	const char *figure)
{
	if (right_behind(s->q, figure))
		return true;
	return !parted(s->q, figure) && !turns_to_now(s->q, figure) && !clause_of_its_own(in.from, s->p, figure) &&
		!typed_between(c, t, s->q, figure) && !number_before(c, t, in.from, s->p) &&
		(s->from.year || joined(s->q, figure)) && counted(in.from, s->p, figure, in.to);
}

/* Of a figure before it, in the same clause or with the day in brackets. */
static bool said_before(const struct chk *c, const struct chk_text *t, const struct chk_period *s, struct sentence in,
	const char *figure)
{
	const char *open = bracket(t->s, s->p), *q = s->q;
	open = open < s->p ? open : aside(t, s->p);
	while (q < in.to && !strchr(",;)", *q))
		q++;
	return joined(figure, open) && !parted(figure, open) && !typed_between(c, t, s->q, q) &&
		(open < s->p || counted(in.from, figure, s->q, in.to));
}

/* There is a figure behind the day, and the day is not said of it. */
static const struct doc_kennzahl nothing;

/* Of the figures in a sentence the one the day is said of: the first behind it, else the last before it. NULL: none, or
 * the day is that of one of them, or it may be of something else. */
static const struct doc_kennzahl *figure_near(const struct chk *c, const struct chk_text *t, const struct chk_period *s,
	struct sentence in)
{
	const struct doc_kennzahl *before = NULL, *behind = NULL;
	for (size_t i = chk_piece_from(t, in.from); i < t->npieces && t->s + t->piece[i].at < in.to; i++) {
		const char *at = t->s + t->piece[i].at;
		const struct doc_kennzahl *k = chk_figure(c, t->piece[i].node);
		if (!k)
			continue;
		if (k->stichtag.year && chk_period_meets(s, k->stichtag))
			return NULL;
		const bool known = known_before(t, at);
		if (at < s->p)
			before = !known && said_before(c, t, s, in, at) ? k : before;
		else if (!behind)
			behind = !known && said_behind(c, t, s, in, at) ? k : &nothing;
	}
	return behind == &nothing ? NULL : behind ? behind : before;
}

void chk_stichtag_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_period s;
	struct sentence in;
	if (t->npieces < 2 || !chk_period(c, t, k, &s) || !chk_period_tells(t, &s))
		return;
	const char *open = bracket(t->s, s.p);                                 /* "Im Dez. 2017" is one sentence */
	if (!chk_sentence(t, open < s.p ? open : s.q - 1, &in.from, &in.to))
		return;
	if (s.now && typed_between(c, t, in.from, in.to))      /* the year before one that the sentence names */
		return;
	const struct doc_kennzahl *f = figure_near(c, t, &s, in);
	if (!f || !f->stichtag.year || foretold(c, &s, in) || has_its_day(c, t, in, f->stichtag))
		return;
	struct buf day = {0};
	date_put(&day, f->stichtag);
	chk_tell_at(c, RULE_STICHTAG, t, s.p,
		"„%s“ steht bei der Kennzahl „%s“, deren Stichtag %s ist; "
		"erwartet wird derselbe Tag, bitte den Satz oder stichtag berichtigen",
		chk_quote(c, t, s.p, s.q), f->id, buf_take(&day, c->mem));
}
