/* overview.c: the first page of a Synopse: what became of each Massnahme and what all of them cost; then the changes in
 * numbers: how many, costs by year, Kennzahlen; and the Kurzfassungen, a row each. */
#include <string.h>

#include "base/lang.h"
#include "compose/compose.h"
#include "compose/costs.h"
#include "compose/names.h"
#include "compose/synopse.h"
#include "compose/tree.h"

#define SIDES_GAP LEN_MM(12)                       /* between the two tables of numbers */
enum { NAME, STATUS, COST_OLD, COST_NEW, DEADLINE, REASON, COLUMNS };

const char *com_fassung(struct com *c, const struct cmp *r, bool new)
{
	const char *edition = new ? r->new_doc->edition : r->old_doc->edition;
	if (!edition || !*edition)
		return sty_word(c->s, new ? "vergleich-neue-fassung" : "vergleich-alte-fassung");
	return com_called(c, "vergleich-fassung", edition);
}

struct block *com_synopse_heading(struct com *c, const struct doc_node *n, int level, const char *text)
{
	struct block *h = com_line(c, n, BLK_H, c->style[level == 1 ? COM_VORLAGENTITEL : COM_H2], text);
	h->level = (uint8_t)level;
	h->keep_next = h->outline = true;
	blk_more(c->t, h)->title = text;
	return h;
}

/* ---- Massnahmen */

enum { AIM_MOST = 40 };                            /* bytes of an aim that tell which it is, in a column of AIM_WIDE */
#define AIM_WIDE LEN_MM(42)

/* Its columns: those in which no Massnahme has anything are left out, and the names have their room. */
struct became { bool shown[COLUMNS]; size_t aim; };

static const char *short_aim(struct com *c, const struct doc_massnahme *m, size_t most)
{
	const char *s = m->ziel ? com_plain(c, m->ziel) : sty_word(c->s, "keine-angabe");
	size_t n = strlen(s), k = most;
	while (n > most && k && s[k] != ' ')
		k--;
	return n > most && k ? mem_fmt(c->t->mem, "%s\u00A0…", mem_str(c->t->mem, s, k)) : s;
}

static void name_cell(struct com *c, const struct cmp *r, const struct cmp_massnahme *x, struct block *row, size_t most)
{
	const struct doc_massnahme *m = x->new ? x->new : x->old;
	const struct doc *doc = x->new ? r->new_doc : r->old_doc;
	com_push(c);
	com_cell(c, r->new_doc->root, row, BLK_TH, BLK_SCOPE_ROW);
	com_para(c, r->new_doc->root, BLK_P, c->style[COM_KLEIN]);
	bool several = m->feld && x->several;
	if (m->feld)
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD | COM_ACCENT),
			several && m->feld->number ? m->feld->number : com_part_title(c, doc, m->feld, true));
	if (!m->feld || several)
		com_fmt(c, "%s%s", m->feld ? " " : "", short_aim(c, m, most));
	com_pop(c);
}

static struct block *open_cell(struct com *c, const struct doc_node *n, struct block *row)
{
	com_push(c);
	struct block *td = com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[COM_KLEIN]);
	return td;
}

/* "mindestens 65.000 Euro einmalig": something in it is not known yet */
static void put_amount(struct com *c, const struct doc_sum *s, bool open, const char *turnus)
{
	if (!s->n)
		return;
	if (c->o.text->nsegs) {
		com_put(c, ";");                       /* read aloud, the lines are one sentence */
		com_special(c, BLK_SEG_BREAK, 0);
	}
	if (open)
		com_fmt(c, "%s ", sty_word(c->s, "mindestens"));
	com_fmt(c, "%s %s", com_amount(c, s->value, s->circa && !open), sty_word(c->s, turnus));
}

/* The amounts alone where there are some; else what stands for them. */
static void cost_cell(struct com *c, const struct doc_node *n, const struct doc_massnahme *m, struct block *row)
{
	open_cell(c, n, row)->cell->apart = true;
	if (!m || !doc_goes_on(m)) {
		com_put(c, "–");
	} else if (!m->kosten.einmalig.n && !m->kosten.jaehrlich.n) {
		com_kosten(c, &m->kosten, false);
	} else {
		bool open = m->kosten.einmalig.open || m->kosten.jaehrlich.open;
		put_amount(c, &m->kosten.einmalig, open, "einmalig");
		put_amount(c, &m->kosten.jaehrlich, open && !m->kosten.einmalig.n, "jaehrlich");
	}
	com_pop(c);
}

/* "bis 2024", "laufend"; NULL: it has none */
static const char *deadline(struct com *c, const struct doc_massnahme *m)
{
	if (!m || !doc_goes_on(m))
		return NULL;
	if (m->faellig)
		return com_called(c, "bis", mem_fmt(c->t->mem, "%d", m->faellig));
	if (m->jahre)
		return mem_fmt(c->t->mem, "%d\u00A0%s", m->jahre, sty_word(c->s, m->jahre == 1 ? "jahr" : "jahre"));
	return m->klasse ? doc_klasse_word(&c->words, m->klasse) : NULL;
}

static void deadline_cell(struct com *c, const struct doc_node *n, const struct cmp_massnahme *x, struct block *row)
{
	const char *was = deadline(c, x->old), *is = deadline(c, x->new);
	open_cell(c, n, row);
	com_put(c, is ? is : "–");
	if (was && is && strcmp(was, is)) {
		com_special(c, BLK_SEG_BREAK, 0);
		com_fmt(c, "(%s\u00A0%s)", sty_word(c->s, "vergleich-bisher"), x->old->faellig && x->new->faellig
			? mem_fmt(c->t->mem, "%d", x->old->faellig) : was);
	}
	com_pop(c);
}

static void became_row(struct com *c, const struct cmp *r, const struct cmp_massnahme *x, const struct became *t,
	struct block *body)
{
	const struct doc_node *n = r->new_doc->root;
	struct block *row = com_row(c, n, body);
	name_cell(c, r, x, row, t->aim);
	com_text_cell(c, n, row, BLK_TD, COM_KLEIN, x->status);
	if (t->shown[COST_OLD])
		cost_cell(c, n, x->old, row);
	if (t->shown[COST_NEW])
		cost_cell(c, n, x->new, row);
	if (t->shown[DEADLINE])
		deadline_cell(c, n, x, row);
	if (t->shown[REASON])
		com_text_cell(c, n, row, BLK_TD, COM_KLEIN, x->reason ? x->reason : "–");
}

static bool has_sums(const struct cmp *r)
{
	return r->once.old.n || r->once.new.n || r->yearly.old.n || r->yearly.new.n;
}

static bool costs(const struct doc_massnahme *m) { return m && m->finanzen; }

static struct became told(struct com *c, const struct cmp *r)
{
	struct became t = {.shown = {[NAME] = true, [STATUS] = true}};
	bool *is = t.shown;
	for (size_t i = 0; i < r->nbecame; i++) {
		const struct cmp_massnahme *x = &r->became[i];
		is[COST_OLD] |= costs(x->old) || costs(x->new);
		is[DEADLINE] |= deadline(c, x->old) || deadline(c, x->new);
		is[REASON] |= x->reason != NULL;
	}
	is[COST_OLD] |= has_sums(r);
	is[COST_NEW] = is[COST_OLD];
	is[DEADLINE] |= has_sums(r) && !is[REASON];            /* the difference needs a column */
	return t;
}

/* Returns how many are shown; text: then theirs alone. */
static int widths(struct com *c, struct became *t, const char *text[COLUMNS], len_t w[COLUMNS])
{
	int n = 0;
	len_t spare = 0;
	sty_widths(c->s, "synopse-massnahmen", c->full, COLUMNS, w);
	for (int i = 0; i < COLUMNS; i++) {
		spare += t->shown[i] ? 0 : w[i];
		w[n] = w[i];
		text[n] = text[i];
		n += t->shown[i];
	}
	w[NAME] += spare;
	t->aim = (size_t)len_scale(AIM_MOST, w[NAME], AIM_WIDE);
	return n;
}

/* "+94.000 Euro" */
static const char *apart(struct com *c, const struct cmp_sum *s)
{
	money_t more = s->new.value - s->old.value;
	return mem_fmt(c->t->mem, "%s%s", more > 0 ? "+" : more < 0 ? "−" : "", com_euro(c, more < 0 ? -more : more));
}

static void sum_row(struct com *c, const struct cmp *r, const char *word, const struct cmp_sum *s, struct com_grid *g)
{
	const struct doc_node *n = r->new_doc->root;
	if (!s->old.n && !s->new.n)
		return;
	struct block *row = com_row(c, n, g->grid->last);
	struct block *th = com_text_cell(c, n, row, BLK_TH, COM_SUMME, sty_word(c->s, word));
	th->cell->colspan = 2;
	com_text_cell(c, n, row, BLK_TD, COM_SUMME, com_amount(c, s->old.value, s->old.circa));
	com_text_cell(c, n, row, BLK_TD, COM_SUMME, com_amount(c, s->new.value, s->new.circa));
	struct block *td = com_text_cell(c, n, row, BLK_TD, COM_SUMME,
		mem_fmt(c->t->mem, "%s %s", sty_word(c->s, "vergleich-differenz"), apart(c, s)));
	td->cell->colspan = (uint16_t)(g->table->ncols - DEADLINE);
	g->table->sum_row++;
}

void com_became(struct com *c, const struct cmp *r)
{
	const struct doc_node *n = r->new_doc->root;
	const char *cost = sty_word(c->s, "kosten-kurz");
	const char *text[COLUMNS] = {[NAME] = sty_word(c->s, "fundstelle-massnahme"),
		[STATUS] = sty_word(c->s, "vergleich-aenderung"),
		[COST_OLD] = mem_fmt(c->t->mem, "%s, %s", cost, com_fassung(c, r, false)),
		[COST_NEW] = mem_fmt(c->t->mem, "%s, %s", cost, com_fassung(c, r, true)),
		[DEADLINE] = sty_word(c->s, "vergleich-frist"),
		[REASON] = sty_word(c->s, "vergleich-begruendung")};
	if (!r->nbecame)
		return;
	len_t w[COLUMNS];
	struct became t = told(c, r);
	const int ncols = widths(c, &t, text, w);
	com_push(c);
	struct com_grid g = com_grid(c, n, "synopse-massnahmen", ncols);
	g.grid->place = BLK_FULL;
	for (int i = 0; i < ncols; i++)
		g.cols[i].fixed = w[i];
	com_head_row(c, n, &g, text, NULL);
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < r->nbecame; i++)
		became_row(c, r, &r->became[i], &t, body);
	sum_row(c, r, "summe-einmalig", &r->once, &g);
	sum_row(c, r, "summe-jaehrlich", &r->yearly, &g);
	com_pop(c);
}

/* ---- numbers */

static void value_row(struct com *c, const struct doc_node *n, struct block *body, const char *const *cell, int ncols)
{
	struct block *row = com_row(c, n, body);
	for (int i = 0; i < ncols; i++)
		com_text_cell(c, n, row, i ? BLK_TD : BLK_TH, COM_KLEIN, cell[i]);
}

/* align: of all columns but the first */
static struct block *small_table(struct com *c, const char *const *text, int ncols, enum sty_align align)
{
	const struct doc_node *n = c->doc->root;
	struct com_grid g = com_grid(c, n, "synopse-massnahmen", ncols);
	g.grid->place = BLK_AXIS;
	for (int i = 0; i < ncols; i++)
		g.cols[i].align = (uint8_t)(i ? align : STY_FLATTER);
	com_head_row(c, n, &g, text, NULL);
	return com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
}

static void counts(struct com *c, const struct cmp *r)
{
	const struct cmp_count *m = &r->massnahmen, *a = &r->all;
	const struct { const char *word; uint32_t places, massnahmen; } rows[] = {
		{"vergleich-neu", a->fresh, m->fresh}, {"vergleich-geaendert", a->changed, m->changed},
		{"vergleich-entfallen", a->gone, m->gone}, {"vergleich-verschoben", a->moved, m->moved},
		{"vergleich-frist-verschoben", 0, m->due}, {"vergleich-unveraendert", a->same, m->same}};
	const struct doc_node *n = r->new_doc->root;
	const char *text[3] = {sty_word(c->s, "vergleich-aenderungen"), sty_word(c->s, "vergleich-stellen"),
		sty_word(c->s, "massnahmen")};
	int ncols = r->nbecame ? 3 : 2;
	com_push(c);
	struct block *body = small_table(c, text, ncols, STY_RECHTS);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const bool due = !strcmp(rows[i].word, "vergleich-frist-verschoben");
		const char *cell[3] = {sty_word(c->s, rows[i].word),
			due ? "–" : mem_fmt(c->t->mem, "%u", rows[i].places),
			mem_fmt(c->t->mem, "%u", rows[i].massnahmen)};
		if (!due || m->due)
			value_row(c, n, body, cell, ncols);
	}
	com_pop(c);
}

/* One-off costs by the year they fall due. */
static void years(struct com *c, const struct cmp *r)
{
	const struct doc_node *n = r->new_doc->root;
	const char *text[4] = {sty_word(c->s, "kosten-nach-jahr"), com_fassung(c, r, false), com_fassung(c, r, true),
		sty_word(c->s, "vergleich-differenz")};
	com_push(c);
	struct block *body = small_table(c, text, 4, STY_RECHTS);
	for (size_t i = 0; i < r->nyears; i++) {
		const struct cmp_sum *s = &r->years[i];
		const char *cell[4] = {
			s->year ? mem_fmt(c->t->mem, "%d", s->year) : sty_word(c->s, "ohne-jahr"),
			com_euro(c, s->old.value), com_euro(c, s->new.value), apart(c, s)};
		value_row(c, n, body, cell, 4);
	}
	com_pop(c);
}

/* "37 509 Menschen", "November 2017" */
static void number_of(struct com *c, const struct doc *doc, const struct doc_node *n, const char *out[2])
{
	const char *id = n ? doc_get(n, DOC_A_ID) : NULL;
	const struct doc_kennzahl *k = id ? doc_kennzahl(doc, id) : NULL;
	struct buf b = {0}, day = {0};
	out[0] = out[1] = "–";
	if (!k)
		return;
	doc_put_kennzahl_unit(&b, k);
	out[0] = com_from(c, &b);
	if (!k->stichtag.year)
		return;
	date_put(&day, k->stichtag);
	out[1] = com_from(c, &day);
}

bool com_is_number(const struct cmp_change *k)
{
	return (k->new ? k->new : k->old)->kind == DOC_KENNZAHL;
}

static void numbers(struct com *c, const struct cmp *r)
{
	const struct doc_node *n = r->new_doc->root;
	const char *day = sty_word(c->s, "stichtag"), *text[5] = {sty_word(c->s, "fundstelle-kennzahl"),
		com_fassung(c, r, false), day, com_fassung(c, r, true), day};
	struct block *body = NULL;
	com_push(c);
	for (size_t i = 0; i < r->nchanges; i++) {
		const struct cmp_change *k = &r->changes[i];
		if (!com_is_number(k))
			continue;
		const char *name = doc_get(k->new ? k->new : k->old, DOC_A_NAME), *cell[5] = {name ? name : "–"};
		number_of(c, r->old_doc, k->old, cell + 1);
		number_of(c, r->new_doc, k->new, cell + 3);
		body = body ? body : small_table(c, text, 5, STY_RECHTS);
		value_row(c, n, body, cell, 5);
	}
	com_pop(c);
}

/* ---- Kurzfassungen */

static const struct doc_node *summary_of(const struct cmp_change *k)
{
	const struct doc_node *part = k->part_new ? k->part_new : k->part_old;
	return part->kind == DOC_KURZFASSUNG ? part : doc_up(part, DOC_KURZFASSUNG);
}

/* In the document's language: "Kurzfassung, arabisch"; its own name where it is in that. */
static const char *summary_name(struct com *c, const struct doc_node *s)
{
	const char *lang = doc_get(s, DOC_A_LANG), *name = doc_get(s, DOC_A_KURZ);
	if (lang)
		return mem_fmt(c->t->mem, "%s, %s", sty_word(c->s, "fundstelle-kurzfassung"), lang_name(lang));
	return name ? name : com_plain(c, doc_child(s, DOC_TITEL));
}

static void summaries(struct com *c, const struct cmp *r)
{
	const struct doc_node *n = r->new_doc->root, *last = NULL;
	const char *text[2] = {sty_word(c->s, "fundstelle-kurzfassung"), sty_word(c->s, "vergleich-aenderung")};
	struct block *body = NULL;
	com_push(c);
	for (size_t i = 0; i < r->nchanges; i++) {
		const struct cmp_change *k = &r->changes[i];
		const struct doc_node *s = summary_of(k);
		if (!s || s == last)
			continue;
		bool fresh = k->part_new && !r->new_pair[s->order], gone = !k->part_new;
		const char *cell[2] = {summary_name(c, s),
			sty_word(c->s,
				fresh              ? "vergleich-neu"
					: gone ? "vergleich-entfallen"
					       : "vergleich-nachgefuehrt")};
		body = body ? body : small_table(c, text, 2, STY_FLATTER);
		value_row(c, n, body, cell, 2);
		last = s;
	}
	com_pop(c);
}

/* ---- all of them */

void com_in_numbers(struct com *c, const struct cmp *r)
{
	const struct doc_node *n = r->new_doc->root;
	com_synopse_heading(c, n, 2, sty_word(c->s, "vergleich-zusammenfassung"))->page_before = r->nbecame > 0;
	com_push(c);
	struct block *side = com_block(c, n, BLK_DIV, BLK_SIDE);
	blk_more(c->t, side)->gap = SIDES_GAP;
	c->o.at = com_in(c, n, side, BLK_DIV, BLK_STACK);
	counts(c, r);
	summaries(c, r);
	c->o.at = com_in(c, n, side, BLK_DIV, BLK_STACK);
	if (r->nyears)
		years(c, r);
	com_pop(c);
	numbers(c, r);
}
