/* gone.c: what only the old edition has moves over to its place in the new one: the largest blocks that hold nothing
 * which is still there. */
#include <stdlib.h>
#include <string.h>

#include "compose/list.h"
#include "compose/redline.h"
#include "compose/tree.h"

/* A block of the old tree and where it goes: into a block of the new one, after its child (NULL: at the beginning).
 * grid: the table it is a part of, NULL: none. follows: after the one moved before; flat: as mere paragraphs. */
struct move { struct block *b, *in, *after; const struct block *grid; bool follows, flat; };
struct gone {
	struct redline *r;
	bool *kept, *lost;         /* by the old block's number: something in it is still there; words in it are gone */
	struct block **now;                            /* its counterpart */
	struct move *moves; size_t n, cap;
};

static void mark_up(bool *v, const struct block *b)
{
	for (; b && !v[b->num]; b = b->parent)
		v[b->num] = true;
}

/* A Massnahme may be carried in the source and set no more. */
static bool still_set(const struct redline *r, const struct cmp_item *old)
{
	const struct cmp_group *x = old->pair >= 0 ? &r->r->groups[old->pair] : NULL;
	for (uint32_t i = 0; x && i < x->nnew; i++)
		if (r->new.first[x->new[i]] >= 0)
			return true;
	return false;
}

static void find_kept(struct gone *g)
{
	const struct redline *r = g->r;
	const struct cmp *k = r->r;
	for (uint32_t i = 0; i < r->old.trace.n; i++) {
		const struct com_traced *t = &r->old.trace.v[i];
		int32_t item = k->old_item[t->node->order];
		if (item >= 0)
			mark_up(still_set(r, &k->old[item]) ? g->kept : g->lost, t->block);
	}
	for (const struct doc_node *n = k->old_doc->root; n; n = doc_walk(k->old_doc->root, n)) {
		const struct doc_node *to = k->old_pair[n->order];
		struct block *b = r->old.block_of[n->order];
		if (b && red_made_gone(r, n))
			mark_up(g->lost, b);
		if (!to || !b || !r->new.block_of[to->order])          /* carried in the source, set no more */
			continue;
		g->now[b->num] = r->new.block_of[to->order];
		mark_up(g->kept, b);
	}
}

/* What became of something inside b, climbed up to the block that is now what b was, below up. */
static struct block *around_kept(struct gone *g, const struct block *b, const struct block *up)
{
	for (const struct block *s = b; s; s = blk_walk(b, s)) {
		struct block *to = g->now[s->num];
		while (to && to->parent != up)
			to = to->parent;
		if (to && to->role == b->role && to->flow == b->flow)
			return to;
	}
	return NULL;
}

/* The block of the new tree in the same place: its node's, or the one around what is still there of it, or the one of
 * its role among the children of its parent's. Runs of pages are told by what is in them alone. */
static struct block *counterpart(struct gone *g, const struct block *b)
{
	if (b == g->r->old_root)
		return g->r->c->t->root;
	if (g->now[b->num])
		return g->now[b->num];
	struct block *up = counterpart(g, b->parent), *found = up ? around_kept(g, b, up) : NULL;
	int k = 0;
	for (const struct block *s = b->parent->first; s != b; s = s->next)
		k += s->role == b->role && s->flow == b->flow;
	for (struct block *s = up && b->flow != BLK_SEQUENCE ? up->first : NULL; s && !found; s = s->next)
		if (s->role == b->role && s->flow == b->flow && !k--)
			found = s;
	return g->now[b->num] = found;
}

static bool takes(const struct block *in, const struct block *was)
{
	return in && in->role == was->role && in->flow == was->flow;
}

static struct block *before_of(struct block *in, const struct block *b)
{
	struct block *last = NULL;
	for (struct block *s = in->first; s && s != b; s = s->next)
		last = s;
	return last;
}

/* Comes after this one, a child of in, or before it, whichever side of b has something that is still there. */
struct place { struct block *after, *before; };

static struct place beside(struct gone *g, const struct block *in, const struct block *first, const struct block *b)
{
	struct place p = {0};
	struct block *to;
	for (const struct block *s = first; s != b; s = s->next)
		if (g->kept[s->num] && (to = counterpart(g, s)) != NULL && to->parent == in)
			p.after = to;
	for (const struct block *s = b ? b->next : NULL; s && !p.after && !p.before; s = s->next)
		if (g->kept[s->num] && (to = counterpart(g, s)) != NULL && to->parent == in)
			p.before = to;
	return p;
}

/* A run of pages ends behind last, so that another can follow: what comes behind goes on in one like it. */
static struct block *end_run(struct gone *g, struct block *run, struct block *last)
{
	struct block *rest = MEM_NEW(g->r->c->t->mem, struct block), *next = last->next;
	if (!next)
		return run;
	*rest = *run;
	red_link(run->parent, run, rest);
	rest->first = next;
	for (struct block *b = next; b; b = b->next)
		b->parent = rest;
	run->last = last;
	last->next = NULL;
	return run;
}

/* A run of pages is gone (a summary in another language): it comes between the parts it stood between, wherever the
 * runs end now. */
static struct block *place_of_run(struct gone *g, const struct block *b)
{
	struct block *run;
	struct place p = {0};
	for (const struct block *s = b->parent->first; s != b; s = s->next)
		if (g->kept[s->num] && (run = counterpart(g, s)) != NULL) {
			struct place in = beside(g, run, s->first, NULL);
			p.after = in.after ? in.after : p.after;
		}
	if (p.after)
		return end_run(g, p.after->parent, p.after);
	for (const struct block *s = b->next; s; s = s->next)
		if (g->kept[s->num] && (run = counterpart(g, s)) != NULL)
			return before_of(run->parent, run);
	return g->r->c->t->root->last;
}

/* The sibling in the new tree it comes after: that of what stood before it, or before that of what stood after it. */
static struct block *place_of(struct gone *g, struct block *in, const struct block *b)
{
	if (b->flow == BLK_SEQUENCE)
		return place_of_run(g, b);
	struct place p = beside(g, in, b->parent->first, b);
	return p.after ? p.after : p.before ? before_of(in, p.before) : in->last;
}

static struct block *grid_of(struct block *b)
{
	while (b && b->flow != BLK_GRID)
		b = b->parent;
	return b;
}

static bool takes_paragraphs(const struct block *b)
{
	return b &&
		(b->flow == BLK_CELL || b->flow == BLK_SEQUENCE ||
			(b->flow == BLK_STACK && b->role != BLK_L && b->role != BLK_LI && b->role != BLK_THEAD &&
				b->role != BLK_TBODY && b->role != BLK_DOCUMENT && b->role != BLK_TOC &&
				b->role != BLK_INDEX));
}

/* The items of a list below an item that has no list any more go into that item's own. */
static bool takes_items(const struct block *in, const struct block *b)
{
	return in && in->role == BLK_L && b->role == BLK_L;
}

/* Behind what the old block is now, if that stands in this one. */
static struct block *behind(struct gone *g, const struct block *in, const struct block *old)
{
	struct block *to = counterpart(g, old);
	return to && to->parent == in ? to : in->last;
}

/* Where it goes is decided while both trees are whole. What its parent became cannot always take it (a list that is one
 * paragraph now): then the words go, as paragraphs, to the end of the next block around that can. */
static void plan(struct gone *g, struct block *b, bool follows)
{
	struct block *up = b->parent, *in = counterpart(g, up);
	const struct block *through = b;               /* what b stands in, or b, of which in took no place */
	bool flat = !takes(in, up) || up->flow == BLK_ROW || up->flow == BLK_SIDE;
	for (; flat && up && !takes_paragraphs(in) && !takes_items(in, b); up = up->parent) {
		through = up;
		in = up->parent ? counterpart(g, up->parent) : NULL;
	}
	if (!in)
		return;
	MEM_ROOM(g->moves, g->n, g->cap);
	follows = follows && g->n && g->moves[g->n - 1].in == in;
	g->moves[g->n++] = (struct move){.b = b,
		.in = in,
		.after = follows ? NULL : flat ? behind(g, in, through) : place_of(g, in, b),
		.grid = grid_of(up ? up : b),
		.follows = follows,
		.flat = flat};
}

static void walk(struct gone *g, struct block *in)
{
	bool follows = false;
	for (struct block *b = in->first; b; b = b->next) {
		if (b->flow == BLK_INLINE || b->flow == BLK_FOOT)
			continue;
		if (g->kept[b->num]) {
			walk(g, b);
			follows = false;
		} else if (g->lost[b->num]) {
			plan(g, b, follows);
			follows = true;
		}
	}
}

/* The child of a table there may be only one of, if it has one. */
static struct block *same_part(const struct block *grid, const struct block *b)
{
	struct block *s = grid->flow == BLK_GRID ? grid->first : NULL;
	while (s && (s->role != b->role || s == b))
		s = s->next;
	return s && (s->role == BLK_THEAD || s->role == BLK_TBODY || s->role == BLK_CAPTION) ? s : NULL;
}

/* A table's part goes into the one there is: rows below its rows, a caption before the table. */
static void merge(struct gone *g, struct block *b, struct block *into, struct block *grid)
{
	if (b->role == BLK_CAPTION) {
		red_flatten(g->r, b, grid->parent, before_of(grid->parent, grid));
		return;
	}
	for (struct block *row = b->first, *next; row; row = next) {
		next = row->next;
		red_link(into, into->last, row);
	}
}

static void note_rows(struct gone *g, const struct move *m)
{
	for (const struct block *b = m->b; m->grid && b; b = blk_walk(m->b, b))
		if (b->flow == BLK_ROW)
			g->r->from[b->num] = m->grid;
}

static struct block *add_items(struct gone *g, const struct move *m, struct block *last)
{
	red_strike(g->r, m->b, false);
	for (struct block *li = m->b->first, *next; li; li = next) {
		next = li->next;
		li->indent += COM_TAB;
		red_link(m->in, last, li);
		last = li;
	}
	return last;
}

static void move_over(struct gone *g)
{
	struct block *last = NULL;
	for (size_t i = 0; i < g->n; i++) {
		const struct move *m = &g->moves[i];
		struct block *into = same_part(m->in, m->b);
		last = m->follows ? last : m->after;
		if (m->flat && takes_items(m->in, m->b)) {
			last = add_items(g, m, last);
			continue;
		}
		if (m->flat) {
			last = red_flatten(g->r, m->b, m->in, last);
			continue;
		}
		note_rows(g, m);
		if (!into || into->role != BLK_CAPTION)
			red_strike(g->r, m->b, m->b->flow == BLK_ROW);
		if (into) {
			merge(g, m->b, into, m->in);
			continue;
		}
		red_link(m->in, last, m->b);
		last = m->b;
	}
}

/* Tables that got rows. */
static void fit(struct gone *g)
{
	const struct block *done = NULL;
	for (size_t i = 0; i < g->n; i++) {
		struct block *grid = g->moves[i].grid && !g->moves[i].flat ? grid_of(g->moves[i].in) : NULL;
		if (grid && grid != done) {
			red_weave(g->r, grid);
			red_fit(g->r, grid);
		}
		done = grid ? grid : done;
	}
}

void red_gone(struct redline *r)
{
	size_t n = r->nold_blocks + 1;
	struct gone g = {.r = r, .kept = mem_alloc(n), .lost = mem_alloc(n), .now = mem_alloc(n * sizeof *g.now)};
	memset(g.kept, 0, n);
	memset(g.lost, 0, n);
	memset(g.now, 0, n * sizeof *g.now);
	r->from = mem_alloc(n * sizeof *r->from);
	memset(r->from, 0, n * sizeof *r->from);
	find_kept(&g);
	walk(&g, r->old_root);
	move_over(&g);
	fit(&g);
	free(g.moves);
	free(g.kept);
	free(g.lost);
	free(g.now);
}
