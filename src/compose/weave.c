/* weave.c: the order of rows that only one edition has. Between two rows that are still there all that went would stand
 * before all that came; told row by row, each new one stands behind the one in whose place it is: group rows beside
 * group rows, rows with the same head beside each other, the others in their order. */
#include <stdlib.h>
#include <string.h>

#include "compose/redline.h"

enum { AHEAD = 24 };                               /* so many new rows are looked at for one with the same head */

/* ---- rows and what they were made of */

static int by_address(const void *a, const void *b)
{
	const uintptr_t x = (uintptr_t)((const struct red_row *)a)->b, y = (uintptr_t)((const struct red_row *)b)->b;
	return x < y ? -1 : x > y;
}

void red_rows(struct half *h)
{
	h->nrows = h->trace.nrows;
	h->rows = mem_alloc((h->nrows + 1) * sizeof *h->rows);
	for (uint32_t i = 0; i < h->nrows; i++)
		h->rows[i] = (struct red_row){h->trace.rows[i].block, h->trace.rows[i].node, false};
	qsort(h->rows, h->nrows, sizeof *h->rows, by_address);
}

struct red_row *red_row_of(const struct half *h, const struct block *row)
{
	const struct red_row wanted = {.b = row};
	return bsearch(&wanted, h->rows, h->nrows, sizeof *h->rows, by_address);
}

static void keep(const struct half *h, const struct block *b)
{
	for (; b; b = b->parent) {
		struct red_row *row = b->flow == BLK_ROW ? red_row_of(h, b) : NULL;
		if (row && row->kept)
			return;
		if (row)
			row->kept = true;
	}
}

/* Something of the pair was set in the old edition. */
static bool was_set(const struct redline *r, int32_t group)
{
	const struct cmp_group *x = group >= 0 ? &r->r->groups[group] : NULL;
	for (uint32_t i = 0; x && i < x->nold; i++)
		if (r->old.first[x->old[i]] >= 0)
			return true;
	return false;
}

void red_rows_kept(struct redline *r)
{
	const struct cmp *k = r->r;
	for (uint32_t i = 0; i < r->new.trace.n; i++) {
		const struct com_traced *t = &r->new.trace.v[i];
		const int32_t item = k->new_item[t->node->order];
		if (item >= 0 && was_set(r, k->new[item].pair))
			keep(&r->new, t->block);
	}
	for (const struct doc_node *n = k->new_doc->root; n; n = doc_walk(k->new_doc->root, n)) {
		const struct doc_node *was = k->new_pair[n->order];
		if (was && r->new.block_of[n->order] && r->old.block_of[was->order])
			keep(&r->new, r->new.block_of[n->order]);
	}
}

/* ---- rows in a row that only one edition has */

/* Rows that stay together: those that a cell of the first reaches over. */
struct unit { uint32_t end; const char *head; bool group; };   /* end: behind its last row in rows */
struct side { struct block **rows; uint32_t nrows, cap_rows; struct unit *v; uint32_t n, cap, at; };
struct weave { struct redline *r; struct side gone, fresh; };

enum lone { BOTH, GONE, FRESH };

static enum lone lone(const struct redline *r, const struct block *row)
{
	if (row->flow != BLK_ROW)
		return BOTH;
	if (row->num && r->from[row->num])
		return GONE;
	const struct red_row *x = row->num ? NULL : red_row_of(&r->new, row);
	return x && !x->kept ? FRESH : BOTH;
}

static const char *head_of(struct redline *r, const struct block *row)
{
	struct buf b = {0};
	if (row->first)
		red_words(&b, row->first);
	return buf_take_or(&b, r->c->t->mem, "");
}

/* For how many rows, itself included, one of its cells stands. */
static int reach_of(const struct block *row)
{
	int reach = 1;
	for (const struct block *c = row->first; c; c = c->next)
		reach = c->cell && c->cell->rowspan > reach ? c->cell->rowspan : reach;
	return reach;
}

/* Takes the row and returns how many more belong to it; more: how many belonged to the one before. */
static int take_row(struct weave *w, struct side *s, struct block *row, int more)
{
	const int reach = reach_of(row) - 1;
	MEM_ROOM_IN(w->r->c->t->mem, s->rows, s->nrows, s->cap_rows);
	s->rows[s->nrows++] = row;
	if (more > 0) {
		s->v[s->n - 1].end = s->nrows;
		return reach > more - 1 ? reach : more - 1;
	}
	MEM_ROOM_IN(w->r->c->t->mem, s->v, s->n, s->cap);
	s->v[s->n++] = (struct unit){.end = s->nrows,
		.head = head_of(w->r, row),
		.group = row->first && row->first->cell && row->first->cell->group};
	return reach;
}

/* ---- their order */

/* The end of the section that begins at this unit: before the next group row. */
static uint32_t section_end(const struct side *s, uint32_t from)
{
	while (from < s->n && !s->v[from].group)
		from++;
	return from;
}

/* The new row with the head of what went, close enough; end: there is none. */
static uint32_t same_head(const struct side *fresh, uint32_t end, const struct unit *gone)
{
	const uint32_t most = end - fresh->at > AHEAD ? fresh->at + AHEAD : end;
	for (uint32_t i = fresh->at; i < most; i++)
		if (*gone->head && !strcmp(fresh->v[i].head, gone->head))
			return i;
	return end;
}

/* Units up to this one; the last row there is then. */
static struct block *put_until(struct side *s, uint32_t end, struct block *in, struct block *after)
{
	for (; s->at < end; s->at++)
		for (uint32_t k = s->at ? s->v[s->at - 1].end : 0; k < s->v[s->at].end; k++) {
			red_link(in, after, s->rows[k]);
			after = s->rows[k];
		}
	return after;
}

/* A section: its rows in turn; what has the same head is met together. */
static struct block *put_section(struct weave *w, struct block *in, struct block *after)
{
	const uint32_t gone_end = section_end(&w->gone, w->gone.at), fresh_end = section_end(&w->fresh, w->fresh.at);
	while (w->gone.at < gone_end) {
		const uint32_t same = same_head(&w->fresh, fresh_end, &w->gone.v[w->gone.at]);
		after = put_until(&w->fresh, same < fresh_end ? same : w->fresh.at, in, after);
		after = put_until(&w->gone, w->gone.at + 1, in, after);
		after = put_until(&w->fresh, w->fresh.at < fresh_end ? w->fresh.at + 1 : fresh_end, in, after);
	}
	return put_until(&w->fresh, fresh_end, in, after);
}

static struct block *put_all(struct weave *w, struct block *in, struct block *after)
{
	after = put_section(w, in, after);
	while (w->gone.at < w->gone.n || w->fresh.at < w->fresh.n) {
		if (w->gone.at < w->gone.n)
			after = put_until(&w->gone, w->gone.at + 1, in, after);
		if (w->fresh.at < w->fresh.n)
			after = put_until(&w->fresh, w->fresh.at + 1, in, after);
		after = put_section(w, in, after);
	}
	return after;
}

/* From the row behind before on as far as only one edition has them. Returns the last of them. */
static struct block *weave_run(struct redline *r, struct block *in, struct block *before)
{
	struct weave w = {.r = r};
	struct block *b = before ? before->next : in->first, *rest;
	int more_gone = 0, more_fresh = 0;
	for (enum lone k; b && (k = lone(r, b)) != BOTH; b = b->next) {
		if (k == GONE)
			more_gone = take_row(&w, &w.gone, b, more_gone);
		else
			more_fresh = take_row(&w, &w.fresh, b, more_fresh);
	}
	rest = b;
	struct block *last = before;
	if (w.gone.n && w.fresh.n) {
		last = put_all(&w, in, before);
		last->next = rest;
		in->last = rest ? in->last : last;
	} else {
		for (struct block *s = before ? before->next : in->first; s != rest; s = s->next)
			last = s;
	}
	return last;
}

void red_weave(struct redline *r, struct block *grid)
{
	for (struct block *in = grid->first; in; in = in->next) {
		if (in->role != BLK_TBODY)
			continue;
		for (struct block *b = NULL, *next; (next = b ? b->next : in->first) != NULL;)
			b = lone(r, next) == BOTH ? next : weave_run(r, in, b);
	}
}
