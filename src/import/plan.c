/* plan.c: tables with a Massnahme in each row, as towns keep them in spreadsheets: the head names the fields, a
 * column may name the Handlungsfeld, another the Massnahme. What has no field stays with it as a remark. */
#include <string.h>

#include "base/money.h"
#include "import/massnahme.h"
#include "import/parts.h"

enum { COLUMNS = 32, HEADS = 4 };                      /* rows among which the head is looked for */
enum { TITLE = FIELDS, AREA, NUMBER, OTHER };          /* columns that are no field */

struct columns {
	int is[COLUMNS];                               /* enum field, or one of those above */
	const char *label[COLUMNS];
	int n;
	const struct imp_node *head;                   /* its row */
};
struct rows {                                          /* the table while it is read */
	struct sense *s;
	struct columns c;
	int hang[COLUMNS];                             /* rows that a cell above still covers */
	const struct imp_node *at[COLUMNS];            /* the cells of this row; NULL: none begins */
	struct draft *to, *area;                       /* area: the Handlungsfeld; NULL: none is named */
	const char *labels;                            /* of the head, until a Massnahme stands for them; NULL */
	const char *area_name;
	money_t total;                                 /* of the amounts so far */
	bool beyond;                                   /* it is more than an amount can be */
};

static bool among(const char *label, const char *const *words)
{
	for (; *words; words++)
		if (!strcmp(label, *words))
			return true;
	return false;
}

static size_t before_blanks(const char *s, size_t n)
{
	while (n && strchr(" (:", s[n - 1]))
		n--;
	return n;
}

/* "Kosten (in Euro)", "Kosten in €": the unit is no part of the name. */
static const char *named(struct mem *m, const char *label)
{
	static const char *const units[] = {"€", "Euro", "EUR"};
	size_t n = strlen(label);
	while (n && strchr(" :)", label[n - 1]))
		n--;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		const size_t k = strlen(units[i]);
		if (n > k && !strncmp(label + n - k, units[i], k) && strchr(" (", label[n - k - 1])) {
			n = before_blanks(label, n - k);
			if (n > 3 && !strncmp(label + n - 2, "in", 2) && strchr(" (", label[n - 3]))
				n -= 2;
		}
	}
	return mem_str(m, label, before_blanks(label, n));
}

static int role(struct sense *s, const char *label)
{
	static const char *const titles[] = {"Titel", "Bezeichnung", "Name", "Name der Maßnahme", "Titel der Maßnahme",
		"Maßnahmentitel", "Projekt", NULL};
	static const char *const areas[] = {"Handlungsfeld", "Themenfeld", "Aktionsfeld", "Feld", NULL};
	static const char *const numbers[] = {"Nr.", "Nr", "Lfd. Nr.", "lfd. Nr.", "Nummer", NULL};
	const enum field f = massnahme_field(s, label);
	return f < FIELDS ? (int)f : among(label, titles) ? TITLE : among(label, areas) ? AREA : among(label, numbers)
		? NUMBER : OTHER;
}

static int count(const struct columns *c, int is)
{
	int n = 0;
	for (int i = 0; i < c->n; i++)
		n += c->is[i] == is;
	return n;
}

/* "Massnahme" beside "Ziel" or "Umsetzung" is what it is called, else what is done. */
static void settle_titles(struct columns *c)
{
	static const char *const either[] = {"Maßnahme", "Maßnahmen", NULL};
	for (int i = 0; i < c->n && !count(c, TITLE); i++)
		if (among(c->label[i], either) && (count(c, ZIEL) || count(c, UMSETZUNG) > 1))
			c->is[i] = TITLE;
}

/* Each field once, enough of them, and at least one that only a Massnahme has. */
static bool is_enough(const struct columns *c)
{
	int known = 0;
	for (int f = 0; f < NUMBER; f++) {
		if (count(c, f) > 1)
			return false;
		known += count(c, f) && f != AREA;
	}
	return known > 2 && (count(c, BETEILIGTE) || count(c, ZEITBEDARF)) &&
		(count(c, TITLE) || count(c, ZIEL) || count(c, UMSETZUNG));
}

static bool read_head(struct sense *s, const struct imp_node *row, struct columns *c)
{
	*c = (struct columns){.head = row};
	for (const struct imp_node *k = row->first; k; k = k->next) {
		if (c->n + k->cols > COLUMNS || k->rows > 1)
			return false;
		c->label[c->n] = named(s->mem, sense_plain(s, k));
		c->is[c->n] = role(s, c->label[c->n]);
		for (int i = 1; i < k->cols; i++) {
			c->label[c->n + i] = "";
			c->is[c->n + i] = OTHER;
		}
		c->n += k->cols;
	}
	settle_titles(c);
	return is_enough(c);
}

static bool find_head(struct sense *s, const struct imp_node *table, struct columns *c)
{
	int i = 0;
	for (const struct imp_node *r = table->first; r && i < HEADS; r = r->next, i++)
		if (r->kind == IMP_ROW && read_head(s, r, c))
			return r->next != NULL;
	return false;
}

bool sense_is_plan(struct sense *s, const struct imp_node *table)
{
	struct columns c;
	return find_head(s, table, &c);
}

/* ---- rows */

static const struct imp_node *cell_of(const struct rows *t, int is)
{
	for (int i = 0; i < t->c.n; i++)
		if (t->c.is[i] == is && t->at[i] && sense_has_words(t->at[i]))
			return t->at[i];
	return NULL;
}

/* Which cell begins in which column. */
static int place(struct rows *t, const struct imp_node *row)
{
	int at = 0, filled = 0;
	memset(t->at, 0, sizeof t->at);
	for (const struct imp_node *c = row->first; c; c = c->next) {
		while (at < COLUMNS && t->hang[at])
			at++;
		if (at < COLUMNS)
			t->at[at] = c;
		filled += sense_has_words(c);
		for (int i = 0; i < c->cols && at < COLUMNS; i++)
			t->hang[at++] = c->rows > 1 ? c->rows : 1;
	}
	for (int i = 0; i < COLUMNS; i++)
		t->hang[i] -= t->hang[i] > 0;
	return filled;
}

static struct draft *part(struct rows *t, const char *kind, const struct imp_node *title, struct draft *to)
{
	struct sense *s = t->s;
	struct draft *d = draft_add(s->mem, to, kind), *name = draft_add(s->mem, d, "titel");
	const char *words = sense_plain(s, title);
	d->line = title->line;
	draft_set(s->mem, d, "id", sense_id(s, words, "teil"));
	s->here = d;
	for (const struct imp_node *p = title->first; p; p = p->next) {
		if (p != title->first)
			draft_text(s->mem, name, " ");
		sense_line(s, p, name, SENSE_TITLE);
	}
	return d;
}

/* The same name in the row below is the same field. */
static void area(struct rows *t, const struct imp_node *cell, struct draft **again)
{
	const char *name = sense_plain(t->s, cell);
	*again = t->area && !strcmp(name, t->area_name) ? t->area : NULL;
	if (*again)
		return;
	t->area = part(t, "handlungsfeld", cell, t->to);
	t->area_name = name;
}

static void remark(struct rows *t, const struct imp_node *cell, const char *label, struct draft *m)
{
	struct sense *s = t->s;
	struct draft *v = draft_add(s->mem, m, "vermerk");
	if (*label)
		draft_set(s->mem, v, "name", label);
	s->small(s, cell->first, v);
	if (!v->first)
		draft_cut(v);
}

/* "2.1" goes with the title; what only counts the rows is a remark. */
static void number(struct rows *t, const struct imp_node *cell, struct draft *titled, struct draft *m)
{
	struct sense *s = t->s;
	char *said = sense_plain(s, cell);
	size_t n = strlen(said);
	while (n && said[n - 1] == '.')
		n--;
	if (!titled || !memchr(said, '.', n) || strspn(said, "0123456789.") != strlen(said)) {
		remark(t, cell, "Nr.", m);
		return;
	}
	draft_set(s->mem, titled, "laut-nummer", mem_str(s->mem, said, n));
	draft_meant(s->mem, titled, said);
}

static void add_amounts(struct rows *t, const struct draft *finanzen)
{
	for (const struct draft *p = finanzen ? finanzen->first : NULL; p; p = p->next) {
		money_t cent;
		if (draft_get(p, "betrag") && money_parse(&cent, draft_get(p, "betrag")))
			t->beyond |= !money_add(&t->total, cent);
	}
}

static void massnahme(struct rows *t)
{
	struct sense *s = t->s;
	const struct imp_node *where = cell_of(t, AREA), *title = cell_of(t, TITLE), *no = cell_of(t, NUMBER);
	struct draft *again = NULL, *titled;
	if (where)
		area(t, where, &again);
	struct draft *to = t->area ? t->area : t->to;
	titled = title ? part(t, "abschnitt", title, to) : NULL;
	struct draft *m = draft_add(s->mem, titled ? titled : to, "massnahme");
	draft_set(s->mem, m, "id", sense_id(s, title ? mem_fmt(s->mem, "m-%s", draft_get(titled, "id")) : "massnahme",
		"massnahme"));
	s->massnahmen++;
	if (t->labels)
		draft_meant(s->mem, m, t->labels);
	t->labels = NULL;
	if (again)
		draft_meant(s->mem, m, sense_plain(s, where));
	if (no)
		number(t, no, titled, m);
	for (int i = 0; i < COLUMNS; i++) {
		const int is = i < t->c.n ? t->c.is[i] : OTHER;
		if (!t->at[i] || !sense_has_words(t->at[i]))
			continue;
		acc_at(s->acc, t->at[i]);
		if (is < FIELDS)
			massnahme_value(s, (enum field)is, t->at[i], massnahme_part(s, (enum field)is, m));
		else if (is == OTHER)
			remark(t, t->at[i], i < t->c.n ? t->c.label[i] : "", m);
	}
	add_amounts(t, draft_child(m, "finanzen"));
	massnahme_order(m);
	sense_waiting(s, titled ? titled : to);
}

/* A row that only says one thing: the Handlungsfeld of those below. */
static bool heading(struct rows *t, const struct imp_node *row, int filled)
{
	const struct imp_node *c = row->first;
	while (c && !sense_has_words(c))
		c = c->next;
	if (filled != 1 || !c || count(&t->c, AREA))
		return false;
	t->area = part(t, "handlungsfeld", c, t->to);
	t->area_name = sense_plain(t->s, c);
	return true;
}

/* The sum below all rows. */
static void hold_against(struct rows *t)
{
	const struct imp_node *c = cell_of(t, FINANZEN);
	const char *said = c ? sense_plain(t->s, c) : "";
	char number[32] = "";
	const size_t n = strspn(said, "0123456789.,");
	struct buf b = {0};
	money_t cent;
	if (!n || n >= sizeof number || t->beyond)
		return;
	memcpy(number, said, n);
	money_put_plain(&b, t->total);
	if (money_parse_printed(&cent, number) && cent != t->total)
		acc_find(t->s->acc, "", "Unter der Tabelle steht als Summe „%s“, ihre Beträge ergeben %s", said,
			b.data);
	buf_free(&b);
}

/* "Summe", "Gesamt": what all cost is worked out by us; theirs stays beside it. */
static bool sum(struct rows *t, const struct imp_node *row)
{
	static const char *const words[] = {"Summe", "Gesamt", "Insgesamt", "Gesamtsumme", "Gesamtkosten", NULL};
	const struct imp_node *c = row->first;
	while (c && !sense_has_words(c))
		c = c->next;
	char *first = c ? sense_plain(t->s, c) : "";
	if (!among(mem_str(t->s->mem, first, strcspn(first, ": ")), words))
		return false;
	if (!row->next)
		hold_against(t);
	struct draft *v = draft_add(t->s->mem, t->area ? t->area : t->to, "vermerk");
	draft_set(t->s->mem, v, "name", "Summe des Originals");
	for (; c; c = c->next)
		if (sense_has_words(c))
			t->s->small(t->s, c->first, v);
	return true;
}

void sense_plan(struct sense *s, const struct imp_node *table, struct draft *to)
{
	struct rows t = {.s = s, .to = to};
	struct buf labels = {0};
	const int before = s->massnahmen;
	find_head(s, table, &t.c);
	const struct imp_node *r = table->first;
	for (; r != t.c.head; r = r->next)
		for (const struct imp_node *c = r->first; c; c = c->next)
			s->small(s, c->first, draft_add(s->mem, to, "absatz"));
	for (const struct imp_node *c = r->first; c; c = c->next)
		buf_fmt(&labels, "%s ", sense_plain(s, c));
	t.labels = buf_take(&labels, s->mem);
	for (r = r->next; r; r = r->next) {
		const int filled = r->kind == IMP_ROW ? place(&t, r) : 0;
		acc_at(s->acc, r);
		if (filled && !sum(&t, r) && !heading(&t, r, filled))
			massnahme(&t);
	}
	if (t.labels)                                  /* none followed */
		draft_text(s->mem, draft_add(s->mem, to, "absatz"), t.labels);
	acc_guess(s->acc, ACC_LIKELY, "Jede Zeile der Tabelle ist eine Maßnahme (%d); Spalten ohne Feld stehen als "
		"Vermerk dabei", s->massnahmen - before);
}
