/* made.c: tables that nobody wrote, in a redline: overviews of the Massnahmen, sums by year, data of charts. They
 * belong together by what they are made for, their rows by the Massnahme or by their name, their words cell by cell:
 * what is not marked has not changed. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "compose/put.h"
#include "compose/redline.h"

struct row { struct block *b; const char *key; bool paired; };
struct rows { struct row *v; uint32_t n, cap; };

/* ---- words of a cell */

void red_words(struct buf *out, const struct block *root)
{
	for (const struct block *b = root; b; b = blk_walk(root, b))
		for (uint32_t i = 0; b->flow == BLK_TEXT && i < b->nsegs; i++)
			if (b->segs[i].kind == BLK_SEG_TEXT)
				buf_put(out, b->segs[i].text, b->segs[i].len);
}

static const struct block *row_head(const struct block *row)
{
	for (const struct block *c = row->first; c; c = c->next)
		if (c->role == BLK_TH)
			return c;
	return row->first;
}

/* A row of a Massnahme, or of a Handlungsfeld above its own, is known by it, not by its words. */
static const struct doc_node *made_of(const struct half *h, const struct block *row)
{
	const struct red_row *x = red_row_of(h, row);
	return x && (x->node->kind == DOC_MASSNAHME || x->node->kind == DOC_HANDLUNGSFELD) ? x->node : NULL;
}

static const char *key_of(struct redline *r, const struct half *h, const struct block *row)
{
	const struct doc_node *of = made_of(h, row), *pair = of && h == &r->old ? r->r->old_pair[of->order] : of;
	struct buf b = {0};
	if (row->parent->role == BLK_THEAD)
		return "\1";
	if (of)
		buf_fmt(&b, pair ? "\2%u" : "\3%u", pair ? pair->order : of->order);
	else if (row->first)
		red_words(&b, row_head(row));
	return com_from(r->c, &b);
}

static void rows_of(struct redline *r, const struct half *h, struct block *grid, struct rows *out)
{
	for (struct block *b = grid; b; b = blk_step(grid, b)) {
		if (b->flow != BLK_ROW)
			continue;
		MEM_ROOM_IN(r->c->t->mem, out->v, out->n, out->cap);
		out->v[out->n++] = (struct row){b, key_of(r, h, b), false};
	}
}

/* ---- a row in both editions, or in one */

/* A number that the program gave, as in a heading. */
static bool mere_number(const struct block *cell)
{
	struct buf b = {0};
	if (cell->role != BLK_TH)
		return false;
	red_words(&b, cell);
	bool mere = b.len && strspn(b.data, "0123456789.") == b.len;
	buf_free(&b);
	return mere;
}

static void mark_cells(struct redline *r, struct block *old, struct block *new)
{
	struct block *was = old ? old->first : NULL;
	for (struct block *is = new->first; is; is = is->next, was = was ? was->next : NULL) {
		struct red_found a = red_below(r, was, BLK_TEXT), b = red_below(r, is, BLK_TEXT);
		struct mark_pair p = {.old = a.v, .new = b.v, .nold = a.n, .nnew = b.n, .fresh = !a.n};
		if (!was || !mere_number(is))
			red_pair(r, &p);
	}
	for (; was; was = was->next)                   /* a column less: its words stand in the last */
		red_flatten(r, was, new->last, new->last->last);
}

/* A name, a sentence: not a number, a year, a dash. */
static bool begins_with_word(const struct block *cell)
{
	struct buf b = {0};
	red_words(&b, cell);
	const char *s = b.data;
	const bool word = b.len && u8_is_letter(u8_get(&s, b.data + b.len));
	buf_free(&b);
	return word;
}

/* Where it is said that the row is new or gone: at its name; beside a mere number, which has no room, in the first cell
 * that says something, else in the longest. */
static struct block *telling(const struct block *row)
{
	struct block *most = row->first;
	size_t len = 0;
	for (struct block *c = row->first; c; c = c->next)
		if (c->role == BLK_TH && !mere_number(c))
			return c;
	for (struct block *c = row->first; c; c = c->next)
		if (begins_with_word(c))
			return c;
	for (struct block *c = row->first; c; c = c->next) {
		struct buf b = {0};
		red_words(&b, c);
		most = b.len > len ? c : most;
		len = b.len > len ? b.len : len;
		buf_free(&b);
	}
	return most;
}

static void mark_fresh(struct redline *r, const struct block *row, bool told)
{
	struct block *first = telling(row);
	struct mark_pair p = {.fresh = true, .row = true, .told = told};
	for (struct block *c = first; c; c = c->next) {
		struct red_found b = red_below(r, c, BLK_TEXT);
		p.new = b.v;
		p.nnew = b.n;
		red_pair(r, &p);
	}
	for (struct block *c = row->first; c != first; c = c->next) {
		struct red_found b = red_below(r, c, BLK_TEXT);
		p.new = b.v;
		p.nnew = b.n;
		red_pair(r, &p);
	}
}

static struct row *with_key(struct rows *in, const char *key)
{
	for (uint32_t i = 0; i < in->n; i++)
		if (!in->v[i].paired && !strcmp(in->v[i].key, key))
			return &in->v[i];
	return NULL;
}

/* A row of the old edition comes behind what the row before it is now. */
static void bring(struct redline *r, struct block *row, const struct block *was, struct block *after,
	const struct block *grid)
{
	struct block *body = after && after->parent->role == BLK_TBODY ? after->parent : grid->last;
	red_strike_row(r, row, telling(row));
	r->from[row->num] = was;
	red_link(body, after && after->parent == body ? after : NULL, row);
}

static void mark_table(struct redline *r, struct block *was, struct block *is)
{
	struct rows old = {0}, new = {0};
	struct block *after = NULL;
	rows_of(r, &r->old, was, &old);
	rows_of(r, &r->new, is, &new);
	for (uint32_t i = 0; i < old.n; i++) {
		struct row *to = with_key(&new, old.v[i].key);
		if (!to) {
			bring(r, old.v[i].b, was, after, is);
			after = old.v[i].b;
			continue;
		}
		to->paired = true;
		after = to->b;
		mark_cells(r, old.v[i].b, to->b);
	}
	for (uint32_t i = 0; i < new.n; i++) {
		struct red_row *row = red_row_of(&r->new, new.v[i].b);
		if (row)
			row->kept = new.v[i].paired;
		if (!new.v[i].paired)
			mark_fresh(r, new.v[i].b, false);
	}
	red_weave(r, is);
	red_fit(r, is);
}

/* Is it still where it was, not brought over with its chapter? */
static struct block *left_behind(const struct redline *r, struct block *old)
{
	const struct block *b = old;
	while (b && b != r->old_root)
		b = b->parent;
	return b ? old : NULL;
}

/* ---- sums of what a Massnahme costs */

enum { ONCE, YEARLY, SUMS };

/* Of an edition: its rows with a sum, where its Posten stand, and what it says besides: the name of its row, what is
 * budgeted already. */
struct sums { struct block *row[SUMS], *grid, *cell; struct red_found said; bool kept; };

static const struct block *above(const struct block *b, enum blk_flow flow)
{
	while (b && b->flow != flow)
		b = b->parent;
	return b;
}

static void note_sum(struct sums *s, const struct doc_massnahme *m, struct block *row)
{
	const bool first = !s->row[ONCE] && m->kosten.einmalig.n > 1;
	s->row[first ? ONCE : YEARLY] = row;
	s->grid = row->parent->parent;
}

static struct sums sums_of(struct redline *r, const struct half *h, const struct doc_massnahme *m)
{
	struct sums s = {0};
	const struct doc_node *n = m ? m->finanzen : NULL;
	struct block *form = n ? h->block_of[n->order] : NULL, *seen = NULL;
	if (!form || form->flow != BLK_ROW)
		return s;
	const struct red_row *own = red_row_of(h, form);
	s.kept = own && own->kept;
	s.cell = form->last;
	for (struct block *b = form; b && !s.grid; b = blk_step(form, b))
		s.grid = b->flow == BLK_GRID ? b : NULL;
	for (int32_t t = h->node_first[n->order]; t >= 0; t = h->node_next[t]) {
		struct block *para = h->trace.v[t].block, *row = para->parent->parent;
		if (row == form) {
			MEM_ROOM_IN(r->c->t->mem, s.said.v, s.said.n, s.said.cap);
			s.said.v[s.said.n++] = para;
		} else if (row != seen) {
			note_sum(&s, m, seen = row);
		}
	}
	return s;
}

/* Only the old edition adds up: behind the rows there are, or, where no table is left, as words. */
static void bring_sum(struct redline *r, struct block *row, struct sums *to)
{
	if (!to->grid) {
		red_flatten(r, row, to->cell, to->cell->last);
		return;
	}
	red_unlink(row->parent, row);
	bring(r, row, above(row, BLK_GRID), to->grid->last->last, to->grid);
	red_fit(r, to->grid);
}

static void mark_said(struct redline *r, const struct sums *was, struct sums *is)
{
	for (uint32_t i = 0; i < is->said.n; i++) {
		const bool both = was->kept && i < was->said.n;
		struct mark_pair p = {.old = both ? was->said.v + i : NULL,
			.nold = both,
			.new = is->said.v + i,
			.nnew = 1,
			.fresh = !both,
			.row = !is->kept};
		red_pair(r, &p);
	}
	for (uint32_t i = is->said.n; was->kept && i < was->said.n; i++)
		red_flatten(r, was->said.v[i], is->cell, is->cell->last);
}

/* Sums are worked out, not written: those of one-off and those of yearly amounts belong together. */
void red_sums(struct redline *r)
{
	for (size_t i = 0; i < r->r->nbecame; i++) {
		const struct cmp_massnahme *m = &r->r->became[i];
		struct sums is = sums_of(r, &r->new, m->new), was = sums_of(r, &r->old, is.kept ? m->old : NULL);
		was.kept = was.cell && left_behind(r, was.cell);
		for (int k = 0; is.cell && k < SUMS; k++)
			if (is.row[k] && was.kept && was.row[k])
				mark_cells(r, was.row[k], is.row[k]);
			else if (is.row[k])
				mark_fresh(r, is.row[k], false);
			else if (was.kept && was.row[k])
				bring_sum(r, was.row[k], &is);
		if (is.cell)
			mark_said(r, &was, &is);
	}
}

/* A whole table: that it is new is said once, at its title. */
static void mark_new_table(struct redline *r, struct block *grid)
{
	struct rows new = {0};
	struct block *title = grid->first && grid->first->role == BLK_CAPTION ? grid->first : NULL;
	struct red_found b = red_below(r, title, BLK_TEXT);
	struct mark_pair p = {.fresh = true, .new = b.v, .nnew = b.n};
	red_pair(r, &p);
	rows_of(r, &r->new, grid, &new);
	for (uint32_t i = 0; i < new.n; i++)
		mark_fresh(r, new.v[i].b, b.n > 0);
}

/* ---- tables that belong together */

/* Without its number. */
static const char *title_of(struct redline *r, const struct block *grid)
{
	static const char dot[] = " · ";
	struct buf b = {0};
	if (grid->first && grid->first->role == BLK_CAPTION)
		red_words(&b, grid->first);
	const char *s = com_from(r->c, &b), *after = strstr(s, dot);
	return after ? after + strlen(dot) : s;
}

/* The one with the same title; else, of charts' data, the one in the same place. */
static struct block *take_grid(struct redline *r, struct red_found *from, uint32_t at,
	const struct block *like, bool data)
{
	const char *title = title_of(r, like);
	uint32_t i = 0;
	while (i < from->n && (!from->v[i] || strcmp(title_of(r, from->v[i]), title) != 0))
		i++;
	i = i == from->n && data ? at : i;
	struct block *found = i < from->n ? from->v[i] : NULL;
	if (found)
		from->v[i] = NULL;
	return found;
}

static void mark_made(struct redline *r, struct block *was, struct block *is, bool data)
{
	struct red_found old = red_below(r, was, BLK_GRID), new = red_below(r, is, BLK_GRID);
	for (uint32_t i = 0; i < new.n; i++) {
		struct block *before = take_grid(r, &old, i, new.v[i], data && old.n == new.n);
		if (before)
			mark_table(r, before, new.v[i]);
		else
			mark_new_table(r, new.v[i]);
	}
	for (uint32_t i = 0; i < old.n; i++)
		if (old.v[i] && is->flow == BLK_STACK) {
			red_strike(r, old.v[i], false);
			red_link(is, is->last, old.v[i]);
		}
}

static bool same_made(const struct doc_node *a, const struct doc_node *b)
{
	const char *x = doc_get(a, DOC_A_NACH), *y = doc_get(b, DOC_A_NACH);
	return a->kind == b->kind && !strcmp(x ? x : "", y ? y : "");
}

/* Of several alike the one that comes as the same. */
static const struct doc_node *counterpart(const struct doc *in, const struct doc *of, const struct doc_node *n)
{
	int before = 0;
	for (const struct doc_node *b = of->root; b != n; b = doc_walk(of->root, b))
		before += same_made(b, n);
	for (const struct doc_node *b = in->root; b; b = doc_walk(in->root, b))
		if (same_made(b, n) && !before--)
			return b;
	return NULL;
}

static bool is_made(const struct doc_node *n)
{
	return doc_kind_overview(n->kind) || n->kind == DOC_DATENTABELLEN;
}

bool red_made_gone(const struct redline *r, const struct doc_node *old)
{
	return is_made(old) && !counterpart(r->r->new_doc, r->r->old_doc, old);
}

void red_made(struct redline *r)
{
	const struct doc *was = r->r->old_doc, *is = r->r->new_doc;
	for (const struct doc_node *n = is->root; n; n = doc_walk(is->root, n)) {
		struct block *now = is_made(n) ? r->new.block_of[n->order] : NULL;
		const struct doc_node *old = now ? counterpart(was, is, n) : NULL;
		if (now)
			mark_made(r, old ? left_behind(r, r->old.block_of[old->order]) : NULL, now,
				n->kind == DOC_DATENTABELLEN);
	}
}
