/* wandel.c: what a Fortschreibung says of a Massnahme ("unverändert", "geändert", "neu"), beside what it was. */
#include <string.h>

#include "check/number.h"
#include "check/rule.h"

static bool equal(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

/* What says how the edition came to be, not what the Massnahme is. */
static bool of_the_way(uint16_t attr)
{
	switch (attr) {
	case DOC_A_ID:
	case DOC_A_STATUS:
	case DOC_A_GRUND:
	case DOC_A_AUS:
	case DOC_A_SEIT:
	case DOC_A_BLEIBT:
	case DOC_A_OFFEN:
	case DOC_A_VERALTET:
	case DOC_A_LAUT_SUMME:
	case DOC_A_LAUT_KOSTEN:
	case DOC_A_LAUT_ZEITBEDARF: return true;
	default:                    return false;
	}
}

/* "500" is "500,00". */
static bool same_value(enum doc_attr attr, const struct doc_node *a, const struct doc_node *b)
{
	const char *x = doc_get(a, attr), *y = doc_get(b, attr);
	money_t of_x, of_y;
	if (attr != DOC_A_BETRAG && attr != DOC_A_DAVON)
		return equal(x, y);
	return x && y && money_parse(&of_x, x) && money_parse(&of_y, y) ? of_x == of_y : equal(x, y);
}

static bool same_attributes(const struct doc_node *a, const struct doc_node *b)
{
	int na = 0, nb = 0;
	for (int i = 0; i < b->nattrs; i++)
		nb += !of_the_way(b->attrs[i].attr);
	for (int i = 0; i < a->nattrs; i++) {
		if (of_the_way(a->attrs[i].attr))
			continue;
		na++;
		if (!same_value((enum doc_attr)a->attrs[i].attr, a, b))
			return false;
	}
	return na == nb;
}

static bool passed_over(const struct doc_node *n)
{
	return n->kind == DOC_LAUT || n->kind == DOC_ABWEICHUNG ||
		(n->kind == DOC_TEXT && n->len == 1 && *n->text == ' ');
}

static const struct doc_node *some(const struct doc_node *n)
{
	while (n && passed_over(n))
		n = n->next;
	return n;
}

/* White space is folded already; at the ends it says nothing. */
static bool same_text(const struct doc_node *a, const struct doc_node *b)
{
	const char *x = a->text, *y = b->text;
	size_t n = a->len, m = b->len;
	for (; n && *x == ' '; n--)
		x++;
	for (; m && *y == ' '; m--)
		y++;
	n -= n && x[n - 1] == ' ';
	m -= m && y[m - 1] == ' ';
	return n == m && !memcmp(x, y, n);
}

static bool same(const struct doc_node *a, const struct doc_node *b);

static bool same_children(const struct doc_node *a, const struct doc_node *b)
{
	const struct doc_node *x = some(a->first), *y = some(b->first);
	for (; x && y; x = some(x->next), y = some(y->next))
		if (!same(x, y))
			return false;
	return !x && !y;
}

static bool same(const struct doc_node *a, const struct doc_node *b)
{
	if (!a || !b || a->kind != b->kind)
		return a == b;
	if (a->kind == DOC_TEXT)
		return same_text(a, b);
	return same_attributes(a, b) && same_children(a, b);
}

static bool same_posten(const struct doc_massnahme *a, const struct doc_massnahme *b)
{
	bool same = a->kosten.nposten == b->kosten.nposten && (!a->finanzen || !b->finanzen ||
		same_value(DOC_A_DAVON, a->finanzen, b->finanzen));
	for (size_t i = 0; i < a->kosten.nposten && same; i++)
		same = same_attributes(a->kosten.posten[i].node, b->kosten.posten[i].node);
	return same;
}

static bool same_time(const struct doc_node *a, const struct doc_node *b)
{
	return a && b ? same_attributes(a, b) : a == b;
}

static int steps(const struct doc_node *in)
{
	int n = 0;
	for (const struct doc_node *p = in; p; p = doc_walk(in, p))
		n += p->kind == DOC_SCHRITT;
	return n;
}

static void end_number(struct buf *b, int *n)
{
	if (b->len && b->data[b->len - 1] != ' ') {
		buf_chr(b, ' ');
		++*n;
	}
}

/* "drei" is 3, "Juli" 7; what else is written in words says no number. */
static int word_number(const char *p, size_t n)
{
	const int month = date_month_named(p, n);
	return month ? month : chk_number_word(p, n);
}

/* "1. " from t to q, which may be "das erste", but no day. */
static bool ordinal(const char *t, const char *q, const char *end)
{
	enum { LONG = 2 };
	if (*t < '0' || *t > '9' || q - t > LONG || end - q < 3 || q[0] != '.' || q[1] != ' ')
		return false;
	const char *w = q + 2, *e = chk_word_end(w);
	return !date_month_named(w, (size_t)((e < end ? e : end) - w));
}

/* The numbers of what is written, one after the other: "3 2020 "; "1.000" is "1000", "drei" "3", and "1. Jahr" may be
 * "das erste". How many. */
static int put_numbers(struct buf *b, const struct doc_node *in)
{
	int n = 0;
	for (const struct doc_node *p = in; p; p = doc_walk(in, p)) {
		if (p->kind != DOC_TEXT)
			continue;
		for (const char *t = p->text, *end = t + p->len, *q; t < end; t = q) {
			q = chk_is_word((unsigned char)*t) ? chk_word_end(t) : chk_after(t);
			q = q < end ? q : end;
			const int word = *t >= '0' && *t <= '9' ? 0 : word_number(t, (size_t)(q - t));
			if (ordinal(t, q, end))
				continue;
			for (; *t >= '0' && *t <= '9' && t < q; t++)
				buf_chr(b, *t);
			if (word)
				buf_int(b, word);
			if (word || *t != '.')
				end_number(b, &n);
		}
		end_number(b, &n);
	}
	return n;
}

/* Another year, other places: said in words, but no wording. More or fewer numbers may be: "3" is "drei", "1.7.2020" is
 * "1. Juli 2020". */
static bool same_numbers(const struct doc_node *a, const struct doc_node *b)
{
	struct buf x = {0}, y = {0};
	const int na = put_numbers(&x, a), nb = put_numbers(&y, b);
	const bool as_many = na == nb || !na || !nb;
	bool same = !as_many || buf_same(&x, &y);
	buf_free(&x);
	buf_free(&y);
	return same;
}

/* The facts that differ, whatever the wording: "Posten, Zeitbedarf"; NULL: none. */
static const char *facts_changed(struct chk *c, const struct doc_massnahme *now, const struct doc_massnahme *then)
{
	const struct { bool same; const char *what; } facts[] = {{same_posten(now, then), "Posten"},
		{same_time(now->zeitbedarf, then->zeitbedarf), "Zeitbedarf"},
		{same(now->beteiligte, then->beteiligte), "Beteiligte"},
		{steps(now->umsetzung) == steps(then->umsetzung), "Schritte"},
		{same_numbers(now->ziel, then->ziel), "Zahlen im Ziel"},
		{same_numbers(now->umsetzung, then->umsetzung), "Zahlen in der Umsetzung"}};
	struct buf b = {0};
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		if (!facts[i].same)
			buf_fmt(&b, "%s%s", b.len ? ", " : "", facts[i].what);
	return buf_take_or(&b, c->mem, NULL);
}

static bool anything_changed(const struct doc_massnahme *now, const struct doc_massnahme *then)
{
	return !same(now->ziel, then->ziel) || !same(now->umsetzung, then->umsetzung) ||
		!same(now->beteiligte, then->beteiligte) || !same(now->finanzen, then->finanzen) ||
		!same(now->zeitbedarf, then->zeitbedarf);
}

static void judge(struct chk *c, const struct doc *old, const struct doc_massnahme *now,
	const struct doc_massnahme *then)
{
	const char *what = facts_changed(c, now, then);
	if (now->status == DOC_S_UNVERAENDERT && what)
		chk_tell(c, RULE_WANDEL, now->node,
			"status=\"unveraendert\", aber anders als in der vorigen Ausgabe (%s:%d): %s; "
			"erwartet wird status=\"geaendert\" mit grund, oder bitte den alten Stand wieder einsetzen",
			doc_path(old, then->node), then->node->line, what);
	if (now->status == DOC_S_GEAENDERT && !anything_changed(now, then))
		chk_tell(c, RULE_WANDEL, now->node,
			"status=\"geaendert\", aber nichts ist anders als in der vorigen Ausgabe (%s:%d); "
			"erwartet wird status=\"unveraendert\", oder bitte die Änderung eintragen",
			doc_path(old, then->node), then->node->line);
	if (now->status == DOC_S_NEU)
		chk_tell(c, RULE_WANDEL, now->node,
			"status=\"neu\", aber die Maßnahme stand mit dieser id schon in der vorigen Ausgabe (%s:%d); "
			"erwartet wird für Neues eine neue id, sonst bitte ein anderer status",
			doc_path(old, then->node), then->node->line);
}

void chk_wandel(struct chk *c)
{
	const struct chk_context *x = c->context;
	const struct doc *old = x->ngegen && x->gegen[0] != c->doc ? x->gegen[0] : NULL;
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++) {
		const char *id = doc_get(m[i].node, DOC_A_ID);
		const struct doc_node *was = old && id ? doc_by_id(old, id) : NULL;
		const struct doc_massnahme *then = was ? doc_massnahme(old, was) : NULL;
		if (then && c->doc->root->kind == DOC_KONZEPT)
			judge(c, old, &m[i], then);
		if (m[i].status == DOC_S_GEAENDERT && !m[i].grund)
			chk_tell(c, RULE_WANDEL, m[i].node,
				"status=\"geaendert\" ohne grund; "
				"erwartet wird grund=\"…\" mit dem Grund der Änderung, "
				"er steht in der Synopse, bitte ergänzen");
	}
}
