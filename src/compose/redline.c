/* redline.c: the new edition as it is set anyway, with its changes marked (GESTALTUNG §13). Both editions are composed
 * into one tree's memory, each noting which paragraphs a node became; then the words of paragraphs that belong together
 * are compared as they are printed, what is gone moves over from the old tree, and the old tree is dropped. Every mark
 * is a Span of the structure tree and begins with a word that is set small: a screen reader says it, whatever it makes
 * of lines. */
#include "compose/redline.h"

#include <stdlib.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/document.h"
#include "compose/put.h"
#include "compose/run.h"
#include "compose/synopse.h"
#include "compose/tree.h"
#include "compose/walk.h"

#define LEGEND_BELOW 4                             /* half lines to what comes after the legend */

/* ---- both editions */

/* "Änderungsfassung: Fassung 2018 gegen Fassung 2019" */
static const char *subject(struct com *c, const struct cmp *r)
{
	return mem_fmt(c->t->mem, "%s: %s %s %s", sty_word(c->s, "vergleich-aenderungsfassung"),
		com_fassung(c, r, false), sty_word(c->s, "vergleich-gegenueber"), com_fassung(c, r, true));
}

/* Before all else: how to read the marks. */
static struct block *legend(struct com *c, const struct doc_node *n)
{
	const char *name = sty_word(c->s, "vergleich-aenderungsfassung");
	com_push(c);
	c->o.quiet = true;
	com_sequence(c, STY_ROEMISCH)->head = name;
	struct block *sect = c->o.at = com_in(c, n, c->seq, BLK_SECT, BLK_STACK);
	sect->after = LEGEND_BELOW * c->s->page.grid;
	if (c->margin)
		com_line(c, n, BLK_P, c->style[COM_RAND], name)->place = BLK_RAND_NEXT;
	com_change_legend(c, n, sty_word(c->s, "vergleich-legende-marken"));
	com_pop(c);
	return sect;
}

/* Neither it nor its style begins a page. */
static void on_same_page(struct com *c, struct block *b)
{
	b->page_before = false;
	if (!b->style || !b->style->page_before)
		return;
	struct sty_para *style = MEM_NEW(c->t->mem, struct sty_para);
	*style = *b->style;
	style->page_before = false;
	b->style = style;
}

/* It has no page of its own: what comes after it stands on the same. */
static void place_legend(struct com *c, struct block *sect)
{
	struct block *run = sect->parent, *next = sect->next;
	if (!next && run->next && run->next->first) {
		red_unlink(run->parent, run);
		run = run->next;
		next = run->first;
		red_link(run, NULL, sect);
	}
	for (struct block *b = next; b; b = b->first)
		on_same_page(c, b);
}

static void compose(struct com *c, struct half *h, const struct doc *doc, bool cover)
{
	struct block *marks = NULL;
	com_open(c, doc);
	c->trace = &h->trace;
	if (cover) {
		com_facts(c);
		c->t->title = mem_fmt(c->t->mem, "%s · %s", c->t->title, c->subject);
		com_cover(c);
		marks = legend(c, doc->root);
	}
	com_children(c, doc->root);
	com_stellen_end(c);
	com_end_text(c);
	if (marks)
		place_legend(c, marks);
	const struct doc_node *last = doc->root;
	while (last->last)
		last = last->last;
	h->nnodes = last->order + 1;
	h->block_of = mem_alloc(h->nnodes * sizeof *h->block_of);
	memcpy(h->block_of, c->block_of, h->nnodes * sizeof *h->block_of);
	c->trace = NULL;
	com_close(c);
}

/* Paragraphs by item, in order, and by node. */
static void by_item(struct half *h, const int32_t *item_of, uint32_t nitems)
{
	const uint32_t n = h->trace.n;
	h->first = mem_alloc((nitems + 1) * sizeof *h->first);
	h->next = mem_alloc((n + 1) * sizeof *h->next);
	h->node_first = mem_alloc(h->nnodes * sizeof *h->node_first);
	h->node_next = mem_alloc((n + 1) * sizeof *h->node_next);
	memset(h->first, 0xff, (nitems + 1) * sizeof *h->first);
	memset(h->node_first, 0xff, h->nnodes * sizeof *h->node_first);
	for (uint32_t i = n; i-- > 0;) {
		const uint32_t order = h->trace.v[i].node->order;
		const int32_t item = item_of[order];
		h->node_next[i] = h->node_first[order];
		h->node_first[order] = (int32_t)i;
		h->next[i] = item < 0 ? -1 : h->first[item];
		if (item >= 0)
			h->first[item] = (int32_t)i;
	}
}

static void half_free(struct half *h)
{
	free(h->trace.v);
	free(h->trace.rows);
	free(h->rows);
	free(h->first);
	free(h->next);
	free(h->node_first);
	free(h->node_next);
	free(h->block_of);
}

/* ---- what changed */

static struct block **paras_of(struct redline *r, const struct half *h, const uint32_t *items, uint32_t nitems,
	uint32_t *n)
{
	uint32_t k = 0;
	for (uint32_t i = 0; i < nitems; i++)
		for (int32_t t = h->first[items[i]]; t >= 0; t = h->next[t])
			k++;
	struct block **v = MEM_ARRAY(r->c->t->mem, struct block *, k + 1);
	*n = 0;
	for (uint32_t i = 0; i < nitems; i++)
		for (int32_t t = h->first[items[i]]; t >= 0; t = h->next[t])
			v[(*n)++] = h->trace.v[t].block;
	return v;
}

static bool is_row(const struct cmp_item *it)
{
	return it->node->kind == DOC_ZEILE || it->node->kind == DOC_KOPFZEILE || it->node->kind == DOC_POSTEN;
}

/* The cover keeps its words. */
static bool on_cover(const struct cmp_item *it)
{
	return it->part->kind == DOC_ANGABEN;
}

static void mark_group(struct redline *r, const struct cmp_group *g)
{
	const struct cmp_item *it = &r->r->new[*g->new];
	if (!g->art || on_cover(it))
		return;
	struct mark_pair p = {.form = (g->art & CMP_FORM) != 0,
		.moved = (g->art & CMP_MOVED) != 0,
		.row = (g->art & CMP_MOVED) && is_row(it),
		.from = g->place_old};
	p.old = paras_of(r, &r->old, g->old, g->nold, &p.nold);
	p.new = paras_of(r, &r->new, g->new, g->nnew, &p.nnew);
	if (!red_cells(r, g, &p))
		red_pair(r, &p);
	for (uint32_t i = 1; g->art & CMP_SPLIT && i < p.nnew; i++)
		red_say(r, p.new[i], sty_word(r->c->s, "vergleich-geteilt"));
	if (g->art & CMP_MERGED && p.nnew)
		red_say(r, p.new[0], sty_word(r->c->s, "vergleich-zusammengelegt"));
}

/* Does it stand in the head of a row of which the other edition has nothing? */
static bool heads_new_row(const struct redline *r, const struct block *para)
{
	const struct block *b = para;
	while (b->parent && b->parent->flow != BLK_ROW)
		b = b->parent;
	const struct red_row *row = b->parent ? red_row_of(&r->new, b->parent) : NULL;
	return row && !row->kept && b == row->b->first;
}

static void mark_new(struct redline *r, uint32_t item)
{
	const struct cmp_item *it = &r->r->new[item];
	struct mark_pair p = {.fresh = true};
	p.new = paras_of(r, &r->new, &item, 1, &p.nnew);
	p.row = is_row(it) || (p.nnew && heads_new_row(r, p.new[0]));
	if (!on_cover(it))
		red_pair(r, &p);
}

/* A whole part that stands elsewhere: said at its heading. */
static void mark_part(struct redline *r, const struct cmp_change *k)
{
	const struct doc_node *title = doc_child(k->new, k->new->kind == DOC_MASSNAHME ? DOC_ZIEL : DOC_TITEL);
	int32_t item = title ? r->r->new_item[title->order] : -1;
	if (item < 0 || !(k->art & CMP_MOVED))
		return;
	uint32_t one = (uint32_t)item;
	struct mark_pair p = {.moved = true, .said = true, .from = k->place_old};
	p.new = paras_of(r, &r->new, &one, 1, &p.nnew);
	red_pair(r, &p);
}

struct blk_tree *com_redline(const struct cmp *cmp, const struct style *s, struct txt *txt, struct diag *d)
{
	struct com c;
	struct redline r = {.c = &c, .r = cmp};
	com_begin(&c, cmp->new_doc, s, txt, d);
	struct block *root = c.t->root;
	r.old_root = c.t->root = blk_add(c.t, NULL, BLK_DOCUMENT, BLK_STACK, root->file, root->line);
	c.o.at = c.t->root;
	c.subject = subject(&c, cmp);
	c.t->lang = cmp->old_doc->lang ? cmp->old_doc->lang : "de";    /* what is foreign in it is told by this */
	compose(&c, &r.old, cmp->old_doc, false);
	blk_number(c.t);
	r.nold_blocks = c.t->nblocks;
	c.t->root = root;
	compose(&c, &r.new, cmp->new_doc, true);
	c.t->compared = true;
	by_item(&r.old, cmp->old_item, cmp->nold);
	by_item(&r.new, cmp->new_item, cmp->nnew);
	red_rows(&r.old);
	red_rows(&r.new);
	red_rows_kept(&r);
	red_tables(&r);
	red_columns(&r);
	red_gone(&r);          /* before the new paragraphs get their marks: their blocks are still as they were made */
	for (uint32_t g = 0; g < cmp->ngroups; g++)
		mark_group(&r, &cmp->groups[g]);
	for (uint32_t j = 0; j < cmp->nnew; j++)
		if (cmp->new[j].pair < 0)
			mark_new(&r, j);
	for (size_t i = 0; i < cmp->nchanges; i++)
		if (cmp->changes[i].whole)
			mark_part(&r, &cmp->changes[i]);
	red_sums(&r);
	red_made(&r);
	half_free(&r.old);
	half_free(&r.new);
	free(r.col);
	free(r.from);
	return com_finish(&c);
}
