/* synopse.c: two editions side by side (GESTALTUNG §13): what became of the Massnahmen, what changed in numbers, then
 * a table place | old | new | reason by Handlungsfeld. Made of the list of changes alone; every row points to the
 * author's place in the new edition. */
#include <string.h>

#include "base/hash.h"
#include "compare/cmp.h"
#include "compose/compose.h"
#include "compose/costs.h"
#include "compose/document.h"
#include "compose/names.h"
#include "compose/run.h"
#include "compose/synopse.h"
#include "compose/tree.h"

enum { PLACE, OLD, NEW, REASON, COLUMNS };

struct synopse {
	const struct cmp *r;
	struct com_grid g;
	struct block *body;
	const struct block *column[COLUMNS];           /* header cells */
	int ncols;                                     /* without the last one, if nobody says why */
	const struct block *group;                     /* the group row in force, of the part; NULL: none */
	const struct doc_node *part;
	const struct sty_para *place;                  /* of the words in the first column */
	bool whole;                                    /* paragraphs with all that did not change, Kurzfassungen too */
	/* reasons said so far: each stands once, later rows name its place */
	bool numbers;                                  /* there is a table of Kennzahlen */
	const char *row_before;                        /* reason of the row before this one */
	struct said { const char *reason, *place; } *said; size_t mask;         /* by hash, mask + 1 of them */
};

/* ---- the table */

static struct block *open_cell(struct com *c, struct synopse *y, const struct doc_node *n, struct block *row,
	int column)
{
	com_push(c);
	struct block *b = com_cell(c, n, row, column ? BLK_TD : BLK_TH, column ? BLK_SCOPE_NONE : BLK_SCOPE_ROW);
	const struct block **h = MEM_ARRAY(c->t->mem, const struct block *, 2);
	h[0] = y->column[column];
	h[1] = y->group;
	b->cell->headers = h;
	b->cell->nheaders = y->group ? 2 : 1;
	b->cell->apart = column > 1;
	com_para(c, n, BLK_P, column ? c->style[COM_SYNOPSE] : y->place);
	return b;
}

static void place_cell(struct com *c, struct synopse *y, const struct cmp_change *k, const struct doc_node *n,
	struct block *row)
{
	struct buf b = {0};
	open_cell(c, y, n, row, 0);
	if (*k->place)
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD | COM_ACCENT), k->place);
	cmp_put_art(&b, y->r, k);
	if (*k->place)
		com_special(c, BLK_SEG_BREAK, 0);
	com_put(c, com_from(c, &b));
	com_pop(c);
}

static void side_cell(struct com *c, struct synopse *y, const struct cmp_change *k, const struct doc_node *n,
	struct block *row, bool new)
{
	const char *text = new ? k->new_text : k->old_text;
	struct block *cell = open_cell(c, y, n, row, 1 + new);
	if (text && *text) {
		cell->lang = cmp_lang(new ? y->r->new_doc : y->r->old_doc, new ? k->new : k->old);
		com_put_side(c, k, n, new, y->whole || k->art & CMP_RECAST);
	} else {
		com_put(c, "–");
	}
	com_pop(c);
}

static const char *part_title(struct com *c, const struct doc *doc, const struct doc_node *part)
{
	if (part->kind == DOC_ANGABEN)
		return sty_word(c->s, "fundstelle-angaben");
	return part->kind == DOC_IMPRESSUM ? sty_word(c->s, "impressum") : com_part_title(c, doc, part, false);
}

/* "2.7 Ehrenamt (Fassung 2018: 2.6 Ehrenamt)": its title, and those of all it comes from where they are others. */
static void put_group(struct com *c, const struct cmp *r, const struct doc_node *part, bool is_new)
{
	const char *title = part_title(c, is_new ? r->new_doc : r->old_doc, part);
	const struct doc_node *was = is_new ? cmp_origin(r, part, NULL) : NULL;
	com_put(c, title);
	if (!was || (!cmp_origin(r, part, was) && !strcmp(part_title(c, r->old_doc, was), title)))
		return;
	com_fmt(c, " (%s: %s", com_fassung(c, r, false), part_title(c, r->old_doc, was));
	while ((was = cmp_origin(r, part, was)) != NULL)
		com_fmt(c, ", %s", part_title(c, r->old_doc, was));
	com_put(c, ")");
}

static void group_row(struct com *c, struct synopse *y, const struct cmp_change *k, const struct doc_node *n)
{
	const struct cmp *r = y->r;
	const struct doc_node *part = k->part_new ? k->part_new : k->part_old;
	if (part == y->part)
		return;
	y->part = part;
	struct block *row = com_row(c, n, y->body);
	com_push(c);
	struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_NONE);
	th->cell->colspan = (uint16_t)y->ncols;
	th->cell->group = true;
	th->lang = cmp_lang(k->part_new ? r->new_doc : r->old_doc, part);
	com_para(c, n, BLK_P, c->style[COM_GRUPPE]);
	put_group(c, r, part, k->part_new != NULL);
	com_pop(c);
	y->group = th;
}

/* Where this reason was said, or is now. */
static struct said *said_at(const struct synopse *y, const char *reason)
{
	size_t i = hash_quick(reason, strlen(reason)) & y->mask;
	while (y->said[i].reason && strcmp(y->said[i].reason, reason) != 0)
		i = (i + 1) & y->mask;
	return &y->said[i];
}

/* A reason stands once; what has the same says so, or where it stands. */
static const char *reason_of(struct com *c, struct synopse *y, const struct cmp_change *k)
{
	const char *before = y->row_before;
	y->row_before = k->reason;
	if (!k->reason)
		return "–";
	if (before && !strcmp(before, k->reason))
		return sty_word(c->s, "vergleich-wie-vor");
	if (k->by_numbers && y->numbers)
		return mem_fmt(c->t->mem, "%s %s", sty_word(c->s, "vergleich-siehe"),
			sty_word(c->s, "vergleich-kennzahlen"));
	struct said *said = said_at(y, k->reason);
	if (said->reason)
		return mem_fmt(c->t->mem, "%s %s", sty_word(c->s, "vergleich-wie"), said->place);
	*said = (struct said){k->reason, k->place};
	return k->reason;
}

static void change_row(struct com *c, struct synopse *y, const struct cmp_change *k)
{
	const struct doc_node *n = k->new ? k->new : k->part_new ? k->part_new : y->r->new_doc->root;
	group_row(c, y, k, n);
	struct block *row = com_row(c, n, y->body);
	place_cell(c, y, k, n, row);
	side_cell(c, y, k, n, row, false);
	side_cell(c, y, k, n, row, true);
	if (y->ncols <= REASON)
		return;
	open_cell(c, y, n, row, REASON);
	com_put(c, reason_of(c, y, k));
	com_pop(c);
}

/* A place is read at a glance: its words stay whole. */
static const struct sty_para *whole_words(struct com *c, const struct sty_para *style)
{
	struct sty_para *s = MEM_NEW(c->t->mem, struct sty_para);
	*s = *style;
	s->hyphenate = false;
	return s;
}

/* Its heading is told by the row of the whole part already. */
static bool told_with_part(const struct cmp *r, const struct cmp_change *k)
{
	const struct cmp_change *before = k > r->changes ? k - 1 : NULL;
	return before && before->whole && !k->whole && k->new && k->new->kind == DOC_TITEL &&
		k->new->parent == before->new && before->new_text && !strcmp(before->new_text, k->new_text);
}

/* Kennzahlen and Kurzfassungen have tables of their own; what became of a Massnahme stands on the first page. */
static bool has_row(const struct synopse *y, const struct cmp_change *k)
{
	const struct doc_node *part = k->part_new ? k->part_new : k->part_old;
	if (com_is_number(k))
		return false;
	if (y->whole)
		return true;
	if (k->whole && k->art == CMP_STATUS)
		return false;
	return part->kind != DOC_KURZFASSUNG && !doc_up(part, DOC_KURZFASSUNG);
}

/* What no reason needs is shared by both editions. */
static void set_widths(struct com *c, struct synopse *y)
{
	len_t w[COLUMNS];
	sty_widths(c->s, "synopse", c->full, COLUMNS, w);
	const len_t spare = y->ncols > REASON ? 0 : w[REASON];
	for (int i = 0; i < y->ncols; i++)
		y->g.cols[i].fixed = w[i] + (i == OLD || i == NEW ? spare / 2 : 0);
}

static void open_table(struct com *c, struct synopse *y)
{
	const struct cmp *r = y->r;
	const struct doc_node *n = r->new_doc->root;
	const char *text[COLUMNS] = {sty_word(c->s, "vergleich-fundstelle"),
		mem_fmt(c->t->mem, "%s (%s)", com_fassung(c, r, false), sty_word(c->s, "vergleich-alt")),
		mem_fmt(c->t->mem, "%s (%s)", com_fassung(c, r, true), sty_word(c->s, "vergleich-neu")),
		sty_word(c->s, "vergleich-begruendung")};
	com_synopse_heading(c, n, 2, sty_word(c->s, "vergleich-aenderungen"));
	com_change_legend(c, n, sty_word(c->s, "vergleich-legende"));
	y->g = com_grid(c, n, "synopse", y->ncols);
	y->g.grid->place = BLK_FULL;
	set_widths(c, y);
	com_head_row(c, n, &y->g, text, y->column);
	y->body = com_in(c, n, y->g.grid, BLK_TBODY, BLK_STACK);
}

static void changes(struct com *c, const struct cmp *r, bool whole)
{
	struct synopse y = {.r = r, .place = whole_words(c, c->style[COM_SYNOPSE]), .whole = whole};
	for (y.mask = 15; y.mask < 2 * r->nchanges; y.mask = 2 * y.mask + 1)
		;
	y.said = MEM_ARRAY(c->t->mem, struct said, y.mask + 1);
	com_push(c);
	y.ncols = REASON;
	for (size_t i = 0; i < r->nchanges; i++) {
		y.numbers |= com_is_number(&r->changes[i]);
		if (r->changes[i].reason && has_row(&y, &r->changes[i]))
			y.ncols = COLUMNS;
	}
	for (size_t i = 0, n; i < r->nchanges; i += n) {
		struct cmp_change k;
		n = cmp_together(c->t->mem, r, i, &k);
		if (!has_row(&y, &k) || (!whole && told_with_part(r, &r->changes[i])))
			continue;
		if (!y.body)
			open_table(c, &y);
		change_row(c, &y, &k);
	}
	com_pop(c);
}

/* ---- the whole */

/* "Synopse Integrationskonzept · Fassung 2018 gegen Fassung 2019" */
static const char *title_of(struct com *c, const struct cmp *r)
{
	return mem_fmt(c->t->mem, "%s %s\u00A0· %s %s %s", sty_word(c->s, "vergleich-titel"),
		com_plain(c, doc_angabe(r->new_doc, DOC_TITEL)), com_fassung(c, r, false),
		sty_word(c->s, "vergleich-gegenueber"), com_fassung(c, r, true));
}

static void facts(struct com *c, const struct cmp *r, const char *head)
{
	const struct doc *both[2] = {r->new_doc, r->old_doc};
	com_facts(c);
	com_attach(c, both, 2, &(struct com_attach){.anlagen = true});
	c->t->title = head;
	c->t->compared = true;
	com_sequence(c, STY_ARABISCH_ZAHL)->head = head;
	c->o.at = c->seq;
}

struct blk_tree *com_synopse(const struct cmp *r, bool whole, const struct style *s, struct txt *txt, struct diag *d)
{
	struct com c;
	const struct doc_node *n = r->new_doc->root;
	com_begin(&c, r->new_doc, s, txt, d);
	com_open(&c, r->new_doc);
	const char *title = title_of(&c, r);
	facts(&c, r, title);
	c.o.quiet = true;                              /* all of it shows nodes from elsewhere */
	c.o.at = com_in(&c, n, c.seq, BLK_SECT, BLK_STACK);
	com_synopse_heading(&c, n, 1, title);
	com_became(&c, r);
	if (!r->nchanges)
		com_line(&c, n, BLK_P, c.style[COM_FLIESS], sty_word(s, "vergleich-keine"));
	else
		com_in_numbers(&c, r);
	changes(&c, r, whole);
	com_close(&c);
	return com_finish(&c);
}
