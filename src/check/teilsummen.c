/* teilsummen.c: rows of a table that are parts or sums of those above them: "Zwischensumme", "Summe Nord", "davon
 * Schulen". Told where no reading of the table makes them right. */
#include "check/number.h"
#include "check/told.h"

enum { COLUMNS = 32 };
enum role { ROLE_VALUE, ROLE_SUBTOTAL, ROLE_PART, ROLE_TOTAL, ROLE_ODD };
struct line { const struct doc_node *cell[COLUMNS]; enum role role; const char *head; };
struct grid { struct line *row; size_t n; const char *head[COLUMNS]; };

static enum role role_of(const char *head)
{
	static const char *const totals[] = {"Summe", "Gesamt", "Insgesamt", "Zusammen", "Gesamtsumme", "Endsumme",
		NULL};
	if (chk_starts(head, "davon ") || chk_starts(head, "darunter ") || chk_starts(head, "– davon ") ||
		chk_starts(head, "- davon "))
		return ROLE_PART;
	if (chk_starts(head, "Zwischensumme") || chk_starts(head, "Teilsumme"))
		return ROLE_SUBTOTAL;
	if (chk_among(head, head + strcspn(head, ":"), totals))
		return ROLE_TOTAL;
	return chk_starts(head, "Zwischen") || strstr(head, "summe") || chk_starts(head, "Summe ") ? ROLE_ODD
												   : ROLE_VALUE;
}

/* What does not add up: shares, years, what falls on one. */
static bool adds_up(const char *head)
{
	static const char *const others[] = {"nteil", "uote", "rozent", "%", "Jahr", "jahr", "Alter", "Nr", "Nummer",
		"eränderung", "Differenz", "Saldo", "durchschnitt", "Durchschnitt", "Mittel", "je ", "Je ", "pro ",
		"Pro ",
		"Rang", "Platz", "Note", "Index", "Dichte", "dichte", "satz", "Satz", NULL};
	for (const char *const *s = others; *s; s++)
		if (strstr(head, *s))
			return false;
	return true;
}

static bool read_row(struct chk *c, const struct doc_node *zeile, const struct doc_node **cell)
{
	int i = 0;
	for (const struct doc_node *z = doc_child(zeile, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		if (doc_get(z, DOC_A_SPALTEN) || doc_get(z, DOC_A_ZEILEN) || i == COLUMNS)
			return false;
		cell[i++] = *chk_str(c, z) ? z : NULL;
	}
	return i > 1 && cell[0];
}

/* False: with spans, groups or several heads nobody can tell what is above what. */
static bool read_grid(struct chk *c, const struct doc_node *table, struct grid *g)
{
	const struct doc_node *head = doc_child(table, DOC_KOPFZEILE), *cell[COLUMNS] = {NULL};
	bool any = false;
	if (!head || doc_next(head, DOC_KOPFZEILE) || doc_child(table, DOC_GRUPPE) || !read_row(c, head, cell))
		return false;
	for (int i = 0; i < COLUMNS; i++)
		g->head[i] = cell[i] ? chk_str(c, cell[i]) : "";
	g->row = MEM_ARRAY(c->mem, struct line, doc_count(table, DOC_ZEILE) + 1);
	for (const struct doc_node *z = doc_child(table, DOC_ZEILE); z; z = doc_next(z, DOC_ZEILE)) {
		struct line *r = &g->row[g->n++];
		if (!read_row(c, z, r->cell))
			return false;
		r->head = chk_str(c, r->cell[0]);
		r->role = doc_is(z, DOC_A_ART, "summe") ? ROLE_TOTAL : role_of(r->head);
		if (r->role == ROLE_ODD)
			return false;
		any |= r->role == ROLE_SUBTOTAL || r->role == ROLE_PART;
	}
	return any;
}

/* In units of 10^-4; false: it is no number that adds up. */
static bool value(struct chk *c, const struct line *r, int col, int64_t *v, bool *whole)
{
	const struct chk_number x = chk_number(r->cell[col] ? chk_str(c, r->cell[col]) : "");
	if (!x.ok || x.percent || x.decimals > CHK_DECIMALS)
		return false;
	*v = chk_scaled(x, CHK_DECIMALS);
	*whole &= x.decimals == 0;
	return *v >= 0;
}

static void part(struct chk *c, const struct grid *g, size_t at, int col)
{
	size_t of = at;
	int64_t v, all;
	bool whole = true;
	while (of && g->row[of].role == ROLE_PART)
		of--;
	if (g->row[of].role == ROLE_PART || !value(c, &g->row[at], col, &v, &whole) ||
		!value(c, &g->row[of], col, &all, &whole) || v <= all)
		return;
	chk_tell(c, RULE_SUMME, g->row[at].cell[col],
		"In der Zeile „%s“ steht „%s“, in der Zeile „%s“, von der sie ein Teil ist, „%s“; erwartet wird "
		"höchstens so viel, bitte eine der Zahlen berichtigen",
		g->row[at].head, chk_str(c, g->row[at].cell[col]), g->row[of].head,
		chk_str(c, g->row[of].cell[col]));
}

/* What stands above a row: since the last subtotal, all of it, all with the parts; and the first less the others. */
struct above { int64_t last, all, parts, left; int n; bool whole; };

/* False: there is something in the column that is no number. */
static bool add_above(struct chk *c, const struct grid *g, size_t at, int col, struct above *a)
{
	enum { MOST = 1 << 20 };
	for (size_t i = 0; i < at; i++) {
		const enum role role = g->row[i].role;
		int64_t v = 0;
		if (role == ROLE_TOTAL || (g->row[i].cell[col] && !value(c, &g->row[i], col, &v, &a->whole)) ||
			v > INT64_MAX / MOST)
			return false;
		if (role == ROLE_SUBTOTAL) {
			a->last = a->left = 0;
			a->n = 0;
			continue;
		}
		a->parts += v;
		if (role == ROLE_PART)
			continue;
		a->left += a->n ? -v : v;
		a->last += v;
		a->all += v;
		a->n += g->row[i].cell[col] != NULL;
	}
	return at < MOST;
}

static bool near(int64_t a, int64_t b, int64_t room)
{
	return a - b <= room && b - a <= room;
}

static void sum(struct chk *c, const struct grid *g, size_t at, int col)
{
	enum { ONE = 10000 };
	struct above a = {.whole = true};
	const bool total = g->row[at].role == ROLE_TOTAL;
	int64_t v;
	if (!value(c, &g->row[at], col, &v, &a.whole) || !add_above(c, g, at, col, &a) || (!total && a.n < 2))
		return;
	const int64_t room = a.whole ? 0 : (int64_t)(at / 2 + 1) * (ONE / 10);
	if (near(v, a.all, room) || near(v, a.parts, room) ||
		(!total && (near(v, a.last, room) || near(v, a.left, room))))
		return;
	chk_tell(c, RULE_SUMME, g->row[at].cell[col],
		"In der Zeile „%s“ steht „%s“, die Zeilen darüber ergeben %s; bitte die Summe oder die Werte "
		"berichtigen",
		g->row[at].head, chk_str(c, g->row[at].cell[col]), chk_printed(c->mem, total ? a.all : a.last));
}

void chk_part_rows(struct chk *c, const struct doc_node *table)
{
	struct grid g = {.n = 0};
	if (!read_grid(c, table, &g))
		return;
	for (size_t i = 0; i < g.n; i++)
		for (int col = 1; col < COLUMNS; col++)
			if (!g.row[i].cell[col] || !adds_up(g.head[col]))
				continue;
			else if (g.row[i].role == ROLE_PART)
				part(c, &g, i, col);
			else if (g.row[i].role != ROLE_VALUE)
				sum(c, &g, i, col);
}
