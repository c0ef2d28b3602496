/* aufzaehlung.c: things that are counted and then named one by one: "die drei Ortsteile Nord, Süd, West und Ost". Only
 * single words, each with a capital; whatever goes on behind the last makes it another list. */
#include "check/rechnung.h"
#include "check/sentence.h"

static bool capital(const char *p)
{
	return (*p >= 'A' && *p <= 'Z') || (p[0] == '\xc3' && (unsigned char)p[1] < 0x9F);
}

/* The names from p on: how many; *q behind the last. 0: no such list. */
static int names(const char *p, const char **q)
{
	static const char *const more[] = {"und", "sowie", "oder", "mit", "samt", "usw", "etc", "bis", NULL};
	int n = 0;
	for (bool last = false;; n++) {
		const char *end = chk_word_end(p), *w = end;
		if (end == p || !capital(p) || *end == '-')
			return 0;
		*q = end;
		if (last) {
			chk_gap(&w);
			w += *w == ',' ? 1 : 0;
			chk_gap(&w);
			return capital(w) || chk_among(w, chk_word_end(w), more) ? 0 : n + 1;
		}
		if (end[0] == ',' && end[1] == ' ')
			p = end + 2;
		else if (chk_gap(&w) && chk_is(w, chk_word_end(w), "und") && (w = chk_word_end(w), chk_gap(&w)))
			p = w, last = true;
		else
			return 0;
	}
}

/* "die drei Ortsteile", "vier Standorte:" from the number on: where the names begin; NULL: elsewhere. */
static const char *counted(const struct chk_sums *s, const struct chk_figure *f)
{
	static const char *const measures[] = {"Tage", "Tagen", "Wochen", "Monate", "Monaten", "Jahre", "Jahren",
		"Stunden",
		"Minuten", "Meter", "Metern", "Stufen", "Teilen", NULL};
	static const char *const article[] = {"Die ", "die ", "den ", "Den ", "der ", NULL};
	const char *p = f->q, *q = p;
	if (!chk_next_word(&p, &q) || !capital(p) || q - p < 4 || !strchr("enrs", q[-1]) ||
		chk_among(p, q, measures))
		return NULL;
	if (q[0] == ':' && q[1] == ' ')
		return q + 2;
	const char *begin = q;
	return chk_gap(&begin) && capital(begin) && chk_ends_with(s->from, f->p, article) ? begin : NULL;
}

void chk_listed(const struct chk_sums *s)
{
	enum { MOST = 20 };
	for (int i = 0; i < s->n; i++) {
		const struct chk_figure *f = &s->f[i];
		const char *q, *p = f->percent || f->decimals || f->v > MOST * CHK_ONE ? NULL : counted(s, f);
		const int n = p ? names(p, &q) : 0;
		if (n > 1 && f->v != n * CHK_ONE)
			chk_sums_tell(s, f->p, q, mem_fmt(s->mem, "aufgezählt sind %d", n));
	}
}
