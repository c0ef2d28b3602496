/* teilsummen.c: rows of a table that are parts or sums of those above them: "Zwischensumme", "Summe Nord", "davon
 * Schulen". Told where no reading of the table makes them right. */
#include "check/number.h"
#include "check/teilarten.h"
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

/* One column, read from above: of what stood there so far since the last subtotal, all of it, all with the parts, and
 * the first less the others. */
struct column {
	struct chk *c;
	const struct grid *g;
	int col;
	const struct line *of;                         /* the last that is no part */
	int64_t last, all, parts, left; int n;
	bool whole, odd;                               /* odd: something is no number, or there was a total */
};

static const char *shown(const struct column *k, const struct line *r)
{
	return chk_str(k->c, r->cell[k->col]);
}

static void part(struct column *k, const struct line *r)
{
	int64_t v, all;
	bool whole = true;
	if (!k->of || !value(k->c, r, k->col, &v, &whole) || !value(k->c, k->of, k->col, &all, &whole) || v <= all)
		return;
	chk_tell(k->c, RULE_SUMME, r->cell[k->col],
		"In der Zeile „%s“ steht „%s“, in der Zeile „%s“, von der sie ein Teil ist, „%s“; erwartet wird "
		"höchstens so viel, bitte eine der Zahlen berichtigen",
		r->head, shown(k, r), k->of->head, shown(k, k->of));
}

static bool near(int64_t a, int64_t b, int64_t room)
{
	return a - b <= room && b - a <= room;
}

/* The rows of one kind together, n of them; room: for what each was rounded. */
static void tell_parts(struct column *k, const struct line *whole, const size_t *row, size_t n)
{
	enum { ONE = 10000 };
	const struct line *first = whole + 1 + row[0], *last = whole + 1 + row[n - 1];
	int64_t v, sum = 0, all;
	bool rounded = true;
	if (!value(k->c, whole, k->col, &all, &rounded) || all > INT64_MAX / CHK_PART_ROWS)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct line *r = whole + 1 + row[i];
		if (!r->cell[k->col] || !value(k->c, r, k->col, &v, &rounded) || v > all)
			return;                        /* more than the whole by itself is told already */
		sum += v;
	}
	if (sum <= all + (rounded ? 0 : (int64_t)n * (ONE / 10)))
		return;
	chk_tell(k->c, RULE_SUMME, last->cell[k->col],
		"%s „%s“ %s „%s“ stehen zusammen %s, in der Zeile „%s“, von der sie Teile sind, „%s“; erwartet wird "
		"höchstens so viel, bitte eine der Zahlen berichtigen",
		n == 2 ? "In den Zeilen" : "In den Zeilen von", first->head, n == 2 ? "und" : "bis", last->head,
		chk_printed(k->c->mem, sum), whole->head, shown(k, whole));
}

/* Parts of the row that exclude each other: "davon Mädchen", "davon Jungen". Told once a column. */
static void parts_together(struct column *k, const struct line *whole)
{
	const struct line *end = k->g->row + k->g->n;
	const char *head[CHK_PART_ROWS];
	size_t n = 0, row[CHK_PART_ROWS];
	for (const struct line *r = whole + 1; r < end && r->role == ROLE_PART; r++) {
		if (n == CHK_PART_ROWS)
			return;
		head[n++] = r->head;
	}
	for (int kind = 0; n > 1 && whole->cell[k->col] && kind < chk_part_kinds(); kind++) {
		const size_t found = chk_parts_of_kind(head, n, kind, row);
		if (found)
			tell_parts(k, whole, row, found);
	}
}

static void sum(struct column *k, const struct line *r)
{
	enum { ONE = 10000 };
	const bool total = r->role == ROLE_TOTAL;
	bool whole = k->whole;
	int64_t v;
	if (k->odd || !value(k->c, r, k->col, &v, &whole) || (!total && k->n < 2))
		return;
	const int64_t room = whole ? 0 : (int64_t)((r - k->g->row) / 2 + 1) * (ONE / 10);
	if (near(v, k->all, room) || near(v, k->parts, room) ||
		(!total && (near(v, k->last, room) || near(v, k->left, room))))
		return;
	chk_tell(k->c, RULE_SUMME, r->cell[k->col],
		"In der Zeile „%s“ steht „%s“, die Zeilen darüber ergeben %s; bitte die Summe oder die Werte "
		"berichtigen",
		r->head, shown(k, r), chk_printed(k->c->mem, total ? k->all : k->last));
}

static void add(struct column *k, const struct line *r)
{
	enum { MOST = 1 << 20 };                       /* rows of that value do not overflow */
	int64_t v = 0;
	k->odd |= r->role == ROLE_TOTAL || (r->cell[k->col] && !value(k->c, r, k->col, &v, &k->whole)) ||
		v > INT64_MAX / MOST || r - k->g->row >= MOST;
	if (k->odd)
		return;
	if (r->role == ROLE_SUBTOTAL) {
		k->last = k->left = 0;
		k->n = 0;
		return;
	}
	k->parts += v;
	if (r->role == ROLE_PART)
		return;
	k->left += k->n ? -v : v;
	k->last += v;
	k->all += v;
	k->n += r->cell[k->col] != NULL;
}

static void read_column(struct chk *c, const struct grid *g, int col)
{
	struct column k = {.c = c, .g = g, .col = col, .whole = true};
	for (const struct line *r = g->row; r < g->row + g->n; r++) {
		if (r->cell[col] && r->role == ROLE_PART)
			part(&k, r);
		else if (r->cell[col] && r->role != ROLE_VALUE)
			sum(&k, r);
		if (r->role != ROLE_PART) {
			k.of = r;
			parts_together(&k, r);
		}
		add(&k, r);
	}
}

void chk_part_rows(struct chk *c, const struct doc_node *table)
{
	struct grid g = {.n = 0};
	if (!read_grid(c, table, &g))
		return;
	for (int col = 1; col < COLUMNS; col++)
		if (adds_up(g.head[col]))
			read_column(c, &g, col);
}
