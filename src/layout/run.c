/* run.c: a document's runs of pages one after the other, then what pages they are. */
#include <stdlib.h>
#include <string.h>

#include "layout/page.h"
#include "layout/para.h"

enum { ROUNDS = 5 };                               /* until page numbers fit the room reserved for them */

static bool holds_sequence(const struct block *b)
{
	for (const struct block *c = b->first; c; c = c->next)
		if (c->flow == BLK_SEQUENCE || ((c->flow == BLK_STACK) && holds_sequence(c)))
			return true;
	return false;
}

static void collect(struct lay *l, const struct block *b)
{
	if (b->flow != BLK_SEQUENCE && holds_sequence(b)) {
		for (const struct block *c = b->first; c; c = c->next)
			collect(l, c);
		return;
	}
	MEM_ROOM(l->seqs, l->nseqs, l->cap_seqs);
	l->seqs[l->nseqs++] = (struct seq){.b = b, .seq = b->flow == BLK_SEQUENCE ? b->more->seq : NULL};
}

/* Whatever a segment belongs to, up to its paragraph: so that nobody looks through all segments for one element. */
static void span_of_segment(struct lay *l, const struct block *text, uint32_t i)
{
	for (const struct block *o = text->segs[i].owner; o && (o == text || o->flow == BLK_INLINE); o = o->parent) {
		struct lay_span *s = &l->span[o->num];
		if (!s->end)
			s->first = i;
		s->end = i + 1;
		if (o == text)
			return;
	}
}

/* All blocks by number. */
static void index_blocks(struct lay *l)
{
	uint32_t n = l->tree->nblocks;
	l->by_num = MEM_ARRAY(l->mem, const struct block *, n + 1);
	l->para = MEM_ARRAY(l->mem, struct para *, n + 1);
	l->place = MEM_ARRAY(l->mem, struct lay_at, n + 1);
	l->span = MEM_ARRAY(l->mem, struct lay_span, n + 1);
	for (const struct block *b = l->tree->root; b; b = blk_walk(l->tree->root, b)) {
		if (b->num < n)
			l->by_num[b->num] = b;
		for (uint32_t i = 0; i < b->nsegs; i++)
			span_of_segment(l, b, i);
	}
}

/* The number after its last one. letters: given since the last page that has a number of its own. */
static uint32_t number_run(struct seq *q, uint32_t next, uint32_t *letters)
{
	const struct blk_seq *s = q->seq;
	const uint32_t kept = s ? s->kept_pages : 0, own = kept && kept < q->npages ? kept : q->npages;
	if (s && s->supplement && next > 1) {
		q->first_number = next;
		q->numbers = 0;
		q->letters = *letters;
		*letters += q->npages;
		return next;
	}
	q->first_number = s && s->kept_from ? s->kept_from : next;
	q->numbers = own;
	q->letters = 0;
	*letters = q->npages - own;
	return q->first_number + (kept ? kept : q->npages);
}

static void number_pages(struct lay *l)
{
	uint32_t next = 1, letters = 0;
	l->npages = 0;
	for (uint32_t i = 0; i < l->nseqs; i++) {
		struct seq *q = &l->seqs[i];
		q->first_page = l->npages;
		if (i && lay_seq_numbering(q) != lay_seq_numbering(q - 1))
			next = 1;
		next = number_run(q, next, &letters);
		l->npages += q->npages;
	}
	lay_sheets_number(l);
}

/* Pieces of a page; those of a sheet on it are on that page too. */
static void place_pieces(struct lay *l, const struct seq *q, uint32_t k, int32_t page, const len_t *y)
{
	const struct page *pg = &q->pages[k];
	lay_look_at(l, q, k);
	for (uint32_t i = pg->first; i < pg->first + pg->n; i++) {
		const struct piece *v = &q->p.v[i];
		if (!v->b || v->artifact || (v->kind > PIECE_IMAGE && v->kind != PIECE_SHEET))
			continue;
		len_t at = y ? *y : v->y + l->style->page.top;
		if (v->kind == PIECE_SHEET) {
			place_pieces(l, &l->sheets[v->first], v->n, page, &at);
			lay_look_at(l, q, k);
			continue;
		}
		if (l->place[v->b->num].page < 0) {
			l->place[v->b->num].page = page;
			l->place[v->b->num].y = at;
		}
		l->place[v->b->num].last = page;
	}
}

/* In an index: references that say nothing new make no elements. */
static void leave_out(struct lay *l, const struct block *index)
{
	for (const struct block *b = index; b; b = blk_walk(index, b))
		for (uint32_t s = 0; s < b->nsegs; s++) {
			const struct block *o = b->segs[s].owner;
			if (b->segs[s].kind == BLK_SEG_PAGE && b->segs[s].flags & BLK_SEG_ONCE && o &&
				lay_left_out(l, b->segs, b->nsegs, s))
				l->place[o->num].last = l->place[o->parent->num].last = -1;
		}
}

/* Inline blocks are where their paragraph is. */
static void place_inline(struct lay *l, const struct block *b)
{
	const struct block *text = lay_text_of(b);
	l->place[b->num].last = text ? l->place[text->num].last : -1;
}

/* First and last page of every block; a parent has what its children have. */
static void place_blocks(struct lay *l)
{
	uint32_t n = l->tree->nblocks;
	for (uint32_t i = 0; i < n; i++) {
		l->place[i].page = l->place[i].last = -1;
		l->place[i].y = 0;
	}
	for (uint32_t s = 0; s < l->nseqs; s++)
		for (uint32_t k = 0; k < l->seqs[s].npages; k++)
			place_pieces(l, &l->seqs[s], k, (int32_t)(l->seqs[s].first_page + k), NULL);
	for (uint32_t i = n; i-- > 1;) {
		const struct block *b = l->by_num[i];
		if (!b || !b->parent)
			continue;
		if (l->place[i].last > l->place[b->parent->num].last)
			l->place[b->parent->num].last = l->place[i].last;
	}
	for (uint32_t i = 0; i < n; i++)
		if (l->by_num[i] && l->by_num[i]->flow == BLK_INLINE && l->by_num[i]->parent)
			place_inline(l, l->by_num[i]);
	for (uint32_t i = 0; i < n; i++)
		if (l->by_num[i] && l->by_num[i]->role == BLK_INDEX)
			leave_out(l, l->by_num[i]);
}

/* Digits the widest label in a sequence needs; 0: none wider than reserved. */
static int digits_needed(struct lay *l, const struct seq *q)
{
	int need = 0;
	for (const struct block *b = q->b; b; b = blk_walk(q->b, b)) {
		const struct para *p = l->para[b->num];
		for (uint32_t s = 0; p && p->reserve && s < b->nsegs; s++) {
			len_t w = b->segs[s].kind == BLK_SEG_PAGE ? lay_label_width(l, &b->segs[s]) : 0,
			      one = p->reserve / l->digits;
			if (w > p->reserve && one > 0 && (w + one - 1) / one > need)
				need = (w + one - 1) / one;
		}
	}
	return need;
}

static bool holds_index(const struct block *b)
{
	for (const struct block *c = b; c; c = blk_walk(b, c))
		if (c->role == BLK_INDEX)
			return true;
	return false;
}

/* An index is set once more when its pages are known. What follows it begins on a new page, so no page is divided
 * otherwise. */
static void index_again(struct lay *l)
{
	l->placed = true;
	bool again = false;
	for (uint32_t i = 0; i < l->nseqs; i++)
		if (holds_index(l->seqs[i].b)) {
			lay_seq_fill(l, &l->seqs[i], false);
			again = true;
		}
	if (!again)
		return;
	number_pages(l);
	place_blocks(l);
}

/* Room for page numbers is guessed from the size of the document, and only ever grows: so nothing can swing. */
static void settle(struct lay *l)
{
	for (int round = 0; round < ROUNDS; round++) {
		int need = 0;
		for (uint32_t i = 0; i < l->nseqs; i++) {
			int d = digits_needed(l, &l->seqs[i]);
			l->seqs[i].labels = d > 0;
			need = d > need ? d : need;
		}
		if (!need)
			return;
		l->digits = need;
		for (uint32_t i = 0; i < l->nseqs; i++)
			if (l->seqs[i].labels)
				lay_seq_fill(l, &l->seqs[i], false);
		number_pages(l);
		place_blocks(l);
	}
}

struct lay *lay_run(const struct blk_tree *tree, const struct style *style, struct txt *txt, struct store *store,
	struct diag *diag)
{
	struct lay *l = mem_alloc(sizeof *l);
	*l = (struct lay){.tree = tree,
		.base = style,
		.style = style,
		.txt = txt,
		.store = store,
		.diag = diag,
		.mem = mem_new_large(tree->mem),
		.digits = 2};
	for (uint32_t n = tree->nblocks / 12; n >= 100; n /= 10)
		l->digits++;
	index_blocks(l);
	collect(l, tree->root);
	for (uint32_t i = 0; i < l->nseqs; i++) {
		l->seqs[i].head_in = l->running;
		lay_seq_fill(l, &l->seqs[i], false);
	}
	number_pages(l);
	place_blocks(l);
	settle(l);
	index_again(l);
	return l;
}

void lay_free(struct lay *l)
{
	if (!l)
		return;
	for (uint32_t i = 0; i < l->nseqs; i++)
		free(l->seqs[i].pages);
	for (uint32_t i = 0; i < l->nsheets; i++)
		free(l->sheets[i].pages);
	free(l->sheets);
	for (int i = 0; i < l->nspare; i++) {
		lay_flow_free(l->spare[i]);
		free(l->spare[i]);
	}
	lay_flow_free(&l->notes);
	free(l->seqs);
	free(l->cands);
	free(l->items);
	free(l->lines);
	free(l->levels);
	buf_free(&l->key);
	free(l->at);
	free(l->odd);
	mem_free(l->mem);
	free(l);
}

int lay_pages(const struct lay *l) { return (int)l->npages; }
