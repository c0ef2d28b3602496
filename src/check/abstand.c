/* abstand.c: the blanks DIN 5008 asks for. Where one is missing is told; that no line parts what belongs together is
 * not the author's matter (compose/joints.c). */
#include <stdlib.h>
#include <string.h>

#include "check/rule.h"
#include "check/when.h"
#include "model/joint.h"

static bool digit(const char *p)
{
	return *p >= '0' && *p <= '9';
}

static void telephone(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *b = chk_word_back(t, k->p);
	if (*b != '0' || k->p - b < 4 || !digit(k->q) || chk_in_number(c, t, k->p))
		return;
	chk_tell_at(c, RULE_DIN5008, t, b,
		"„%s“: Rufnummern stehen ohne Schrägstrich; erwartet wird „02521 29-0“, bitte angleichen",
		chk_quote(c, t, b, k->q));
}

static void slash(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *p = k->p, *q = k->q;
	int before = chk_gap_back(t, &p), after = chk_gap(&q);
	if (!before && !after) {
		telephone(c, t, k);
		return;
	}
	if (p == t->s || q >= t->end ||
		(!after && (chk_class_at(q) != T_WORD || (*q >= 'a' && *q <= 'z') || *chk_word_end(q) == '/')))
		return;                                        /* "in /etc/passwd" is a path */
	chk_tell_at(c, RULE_DIN5008, t, k->p,
		"„%s“: der Schrägstrich steht ohne Leerzeichen; bitte die Leerzeichen entfernen",
		chk_quote(c, t, chk_word_back(t, p), chk_word_end(q)));
	chk_answer(c, t, p, q, "/");
}

/* "18.30 Uhr", "9:00 Uhr". */
static bool odd_time(const struct chk_tok *k)
{
	const char *g = k->q;
	chk_gap(&g);
	if (!chk_starts(g, "Uhr"))
		return false;
	size_t n = (size_t)(k->q - k->p);
	return (n == 5 && k->p[2] == '.') || (n == 4 && (k->p[1] == '.' || k->p[1] == ':'));
}

static void number_form(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_when w;
	if (odd_time(k))
		chk_tell_at(c, RULE_DIN5008, t, k->p,
			"„%s“: Uhrzeiten stehen zweistellig mit Doppelpunkt; "
			"erwartet wird etwa „09:30 Uhr“, bitte angleichen",
			chk_quote(c, t, k->p, k->q));
	if (odd_time(k))
		chk_answer(c, t, k->p, k->q,
			mem_fmt(c->mem, "%02d:%.2s", atoi(k->p), k->q - 2));
	if (!chk_when(t, k, &w) || !w.day)
		return;
	if (!w.named && !w.two_digits && w.digits == 4) {
		chk_tell_at(c, RULE_DIN5008, t, w.p,
			"„%s“: Tag und Monat stehen in Ziffern zweistellig; "
			"erwartet wird etwa „01.09.2018“ oder „1. September 2018“, bitte angleichen",
			mem_str(c->mem, w.p, (size_t)(w.q - w.p)));
		chk_answer(c, t, w.p, w.q, mem_fmt(c->mem, "%02d.%02d.%04d", w.day, w.month, w.year));
	} else if (*w.p == '0' && w.named) {
		chk_tell_at(c, RULE_DIN5008, t, w.p,
			"„%s“: vor dem ausgeschriebenen Monat steht der Tag ohne führende Null; "
			"bitte die Null entfernen",
			mem_str(c->mem, w.p, (size_t)(w.q - w.p)));
		chk_answer(c, t, w.p, w.p + 1, "");
	}
}

/* Where two things stand together that belong apart; NULL: nowhere. */
static const char *too_near(const struct chk_text *t, const struct chk_tok *k, struct doc_joint *j)
{
	const char *at = k->q + (*k->q == '.');
	if (k->class == T_WORD && *k->q != '.')
		return NULL;
	return doc_joins(t->s, k->q, k->q, t->end, j)             ? k->q
		: at > k->q && doc_joins(t->s, at, at, t->end, j) ? at
								  : NULL;
}

bool chk_din5008_may(const struct chk_text *t, const struct chk_tok *k)
{
	struct doc_joint j;
	return k->class == T_NUMBER || (k->class == T_SIGN && *k->p == '/') || too_near(t, k, &j);
}

void chk_din5008(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct doc_joint j;
	const char *here = too_near(t, k, &j);
	if (k->class == T_SIGN && *k->p == '/')
		slash(c, t, k);
	else if (k->class == T_NUMBER)
		number_form(c, t, k);
	if (!here)
		return;
	chk_tell_at(c, RULE_DIN5008, t, j.p, "„%s“: hier fehlt ein Leerzeichen; bitte einfügen",
		mem_str(c->mem, j.p, (size_t)(j.q - j.p)));
	chk_answer(c, t, here, here, " ");
}
