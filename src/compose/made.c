/* made.c: tables that nobody wrote, in a redline: overviews of the Massnahmen, sums by year, data of charts. They
 * belong together by what they are made for, their rows by the Massnahme or by their name, their words cell by cell:
 * what is not marked has not changed. */
#include <stdlib.h>
#include <string.h>

#include "compose/put.h"
#include "compose/redline.h"

struct row { struct block *b; const char *key; bool paired; };
struct rows { struct row *v; uint32_t n, cap; };
struct grids { struct block **v; uint32_t n, cap; };

/* ---- words of a cell */

static void put_words(struct buf *out, const struct block *root)
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

/* The Massnahme a row is made of; NULL: none. */
static const char *massnahme_of(const struct doc *doc, const struct block *row)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(doc, &n);
	for (size_t i = 0; i < n; i++)
		if (m[i].node->line == row->line && doc_path(doc, m[i].node) == row->file)
			return doc_get(m[i].node, DOC_A_ID);
	return NULL;
}

static const char *key_of(struct redline *r, const struct doc *doc, const struct block *row)
{
	const char *id = massnahme_of(doc, row);
	struct buf b = {0};
	if (row->parent->role == BLK_THEAD)
		return "\1";
	if (id)
		buf_fmt(&b, "\2%s", id);
	else if (row->first)
		put_words(&b, row_head(row));
	return com_from(r->c, &b);
}

static void rows_of(struct redline *r, const struct doc *doc, struct block *grid, struct rows *out)
{
	for (struct block *b = grid; b; b = blk_step(grid, b)) {
		if (b->flow != BLK_ROW)
			continue;
		MEM_ROOM_IN(r->c->t->mem, out->v, out->n, out->cap);
		out->v[out->n++] = (struct row){b, key_of(r, doc, b), false};
	}
}

/* ---- a row in both editions, or in one */

/* A number that the program gave, as in a heading. */
static bool mere_number(const struct block *cell)
{
	struct buf b = {0};
	if (cell->role != BLK_TH)
		return false;
	put_words(&b, cell);
	bool mere = b.len && strspn(b.data, "0123456789.") == b.len;
	buf_free(&b);
	return mere;
}

static struct paras paras_below(struct redline *r, struct block *root)
{
	struct paras p = {0};
	for (struct block *b = root; b; b = blk_step(root, b)) {
		if (b->flow != BLK_TEXT)
			continue;
		MEM_ROOM_IN(r->c->t->mem, p.v, p.n, p.cap);
		p.v[p.n++] = b;
	}
	return p;
}

static void mark_cells(struct redline *r, struct block *old, struct block *new)
{
	struct block *was = old ? old->first : NULL;
	for (struct block *is = new->first; is; is = is->next, was = was ? was->next : NULL) {
		struct paras a = was ? paras_below(r, was) : (struct paras){0}, b = paras_below(r, is);
		struct mark_pair p = {.old = a.v, .new = b.v, .nold = a.n, .nnew = b.n, .fresh = !a.n};
		if (!was || !mere_number(is))
			red_pair(r, &p);
	}
	for (; was; was = was->next)                   /* a column less: its words stand in the last */
		red_flatten(r, was, new->last, new->last->last);
}

/* Where it is said that the row is new or gone: at its name; beside a mere number, which has no room, in its longest
 * cell. */
static struct block *telling(const struct block *row)
{
	struct block *most = row->first;
	size_t len = 0;
	for (struct block *c = row->first; c; c = c->next)
		if (c->role == BLK_TH && !mere_number(c))
			return c;
	for (struct block *c = row->first; c; c = c->next) {
		struct buf b = {0};
		put_words(&b, c);
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
		struct paras b = paras_below(r, c);
		p.new = b.v;
		p.nnew = b.n;
		red_pair(r, &p);
	}
	for (struct block *c = row->first; c != first; c = c->next) {
		struct paras b = paras_below(r, c);
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
	rows_of(r, r->r->old_doc, was, &old);
	rows_of(r, r->r->new_doc, is, &new);
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
	for (uint32_t i = 0; i < new.n; i++)
		if (!new.v[i].paired)
			mark_fresh(r, new.v[i].b, false);
	red_fit(r, is);
}

/* A whole table: that it is new is said once, at its title. */
static void mark_new_table(struct redline *r, struct block *grid)
{
	struct rows new = {0};
	struct block *title = grid->first && grid->first->role == BLK_CAPTION ? grid->first : NULL;
	struct paras b = title ? paras_below(r, title) : (struct paras){0};
	struct mark_pair p = {.fresh = true, .new = b.v, .nnew = b.n};
	red_pair(r, &p);
	rows_of(r, r->r->new_doc, grid, &new);
	for (uint32_t i = 0; i < new.n; i++)
		mark_fresh(r, new.v[i].b, b.n > 0);
}

/* ---- tables that belong together */

static struct grids grids_below(struct redline *r, struct block *root)
{
	struct grids g = {0};
	for (struct block *b = root; b; b = blk_step(root, b)) {
		if (b->flow != BLK_GRID)
			continue;
		MEM_ROOM_IN(r->c->t->mem, g.v, g.n, g.cap);
		g.v[g.n++] = b;
	}
	return g;
}

/* Without its number. */
static const char *title_of(struct redline *r, const struct block *grid)
{
	static const char dot[] = " · ";
	struct buf b = {0};
	if (grid->first && grid->first->role == BLK_CAPTION)
		put_words(&b, grid->first);
	const char *s = com_from(r->c, &b), *after = strstr(s, dot);
	return after ? after + strlen(dot) : s;
}

/* The one with the same title; else, of charts' data, the one in the same place. */
static struct block *take_grid(struct redline *r, struct grids *from, uint32_t at, const struct block *like, bool data)
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
	struct grids old = was ? grids_below(r, was) : (struct grids){0}, new = grids_below(r, is);
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

/* Is it still where it was, not brought over with its chapter? */
static struct block *left_behind(const struct redline *r, struct block *old)
{
	const struct block *b = old;
	while (b && b != r->old_root)
		b = b->parent;
	return b ? old : NULL;
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
