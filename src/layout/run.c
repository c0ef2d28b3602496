/* run.c: a document's sequences one after the other; page numbers; the public calls. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/parts.h"

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
	if (l->nseqs == l->cap_seqs) {
		l->cap_seqs = l->cap_seqs ? l->cap_seqs * 2 : 8;
		l->seqs = mem_realloc(l->seqs, l->cap_seqs * sizeof *l->seqs);
	}
	l->seqs[l->nseqs++] = (struct seq){.b = b, .seq = b->flow == BLK_SEQUENCE ? b->more->seq : NULL};
}

/* All blocks by number; which sequences name pages. */
static void index_blocks(struct lay *l)
{
	uint32_t n = l->tree->nblocks;
	l->by_num = mem_alloc((n + 1) * sizeof *l->by_num);
	l->para = mem_alloc((n + 1) * sizeof *l->para);
	l->place = mem_alloc((n + 1) * sizeof *l->place);
	memset(l->by_num, 0, (n + 1) * sizeof *l->by_num);
	memset(l->para, 0, (n + 1) * sizeof *l->para);
	for (const struct block *b = l->tree->root; b; b = blk_walk(l->tree->root, b))
		if (b->num < n)
			l->by_num[b->num] = b;
}

void lay_look(struct lay *l, const struct seq *q)
{
	l->style = q->seq && q->seq->style ? q->seq->style : l->base;
}

void lay_seq_fill(struct lay *l, struct seq *q, bool sheet)
{
	lay_look(l, q);
	const struct sty_page *pg = &l->style->page;
	const bool slide = q->seq && q->seq->slide;
	struct flow f = {
		.x = pg->left + pg->margin_col + pg->gutter, .w = pg->text, .top = true, .align = 255, .hold = slide};
	q->npages = q->p.n = 0;
	l->seq = q;
	l->running = q->seq && q->seq->head ? q->seq->head : q->head_in;
	if (q->b->flow == BLK_SEQUENCE || sheet)
		lay_flow_children(l, &f, q->b);
	else
		lay_flow_block(l, &f, q->b);
	if (slide)
		lay_slide_check(l, &f);
	lay_pages_drain(l, &f, true);
	lay_flow_free(&f);
	if (slide)
		lay_slide_more(l);
	if (!q->npages && (l->nseqs == 1 || slide || (q->seq && q->seq->backdrop)))
		lay_pages_empty(l, q);
}

static uint8_t numbering(const struct seq *q) { return q->seq ? q->seq->numbering : STY_ARABISCH_ZAHL; }

static void number_pages(struct lay *l)
{
	uint32_t next = 1;
	l->npages = 0;
	for (uint32_t i = 0; i < l->nseqs; i++) {
		struct seq *q = &l->seqs[i];
		q->first_page = l->npages;
		if (i && numbering(q) != numbering(q - 1))
			next = 1;
		q->first_number = next;
		next += q->npages;
		l->npages += q->npages;
	}
	lay_sheets_number(l);
}

/* Pieces of a page; those of a sheet on it are on that page too. */
static void place_pieces(struct lay *l, const struct seq *q, uint32_t k, int32_t page, const len_t *y)
{
	const struct page *pg = &q->pages[k];
	lay_look(l, q);
	for (const struct piece *v = q->p.v + pg->first; v < q->p.v + pg->first + pg->n; v++) {
		if (!v->b || v->artifact || (v->kind > PIECE_IMAGE && v->kind != PIECE_SHEET))
			continue;
		len_t at = y ? *y : v->y + l->style->page.top;
		if (v->kind == PIECE_SHEET) {
			place_pieces(l, &l->sheets[v->first], v->n, page, &at);
			lay_look(l, q);
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
	for (uint32_t i = 0; i < n; i++) {             /* inline: as its paragraph, a label before one: as the next */
		const struct block *b = l->by_num[i], *text = b ? b->parent : NULL;
		if (!b || b->flow != BLK_INLINE || !text)
			continue;
		if (text->flow != BLK_TEXT && text->flow != BLK_INLINE)
			for (text = b; text && text->flow != BLK_TEXT;)
				text = blk_walk(b->parent, text);
		l->place[i].last = text ? l->place[text->num].last : -1;
	}
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
		.mem = mem_new(),
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
	return l;
}

void lay_free(struct lay *l)
{
	if (!l)
		return;
	for (uint32_t i = 0; i < l->nseqs; i++) {
		free(l->seqs[i].p.v);
		free(l->seqs[i].pages);
	}
	for (uint32_t i = 0; i < l->nsheets; i++) {
		free(l->sheets[i].p.v);
		free(l->sheets[i].pages);
	}
	free(l->sheets);
	for (int i = 0; i < l->nspare; i++) {
		lay_flow_free(l->spare[i]);
		free(l->spare[i]);
	}
	lay_flow_free(&l->notes);
	free(l->seqs);
	free(l->by_num);
	free(l->para);
	free(l->place);
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

void lay_page_size(const struct lay *l, int page, len_t *w, len_t *h)
{
	const struct seq *q = lay_seq_of(l, page);
	const struct style *s = q->seq && q->seq->style ? q->seq->style : l->base;
	*w = s->page.width;
	*h = s->page.height;
}

const struct seq *lay_seq_of(const struct lay *l, int page)
{
	uint32_t lo = 0, hi = l->nseqs;
	while (hi - lo > 1) {
		uint32_t mid = (lo + hi) / 2;
		if (l->seqs[mid].first_page <= (uint32_t)page)
			lo = mid;
		else
			hi = mid;
	}
	return &l->seqs[lo];
}

static void roman(uint32_t n, char out[24])
{
	static const struct {
		uint32_t value;
		const char *s;
	} digit[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"},
		{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
	size_t len = 0;
	if (n > 3999) {
		snprintf(out, 24, "%u", n);
		return;
	}
	for (size_t i = 0; i < sizeof digit / sizeof *digit; i++)
		for (; n >= digit[i].value; n -= digit[i].value)
			for (const char *s = digit[i].s; *s; s++)
				out[len++] = *s;
	out[len] = 0;
}

void lay_label(const struct lay *l, int page, char out[24])
{
	*out = 0;
	if (page < 0 || (uint32_t)page >= l->npages)
		return;
	const struct seq *q = lay_seq_of(l, page);
	lay_seq_label(q, page - (int)q->first_page, out);
}

void lay_seq_label(const struct seq *q, int number, char out[24])
{
	uint32_t n = q->first_number + (uint32_t)number;
	*out = 0;
	if (numbering(q) == STY_ROEMISCH)
		roman(n, out);
	else if (numbering(q) == STY_ARABISCH_ZAHL)
		snprintf(out, 24, "%u", n);
}

/* The line of a paragraph where an inline element begins. */
static uint32_t inline_line(const struct block *text, const struct para *p, const struct block *b)
{
	for (uint32_t s = 0; s < text->nsegs; s++) {
		const struct block *o = text->segs[s].owner;
		while (o && o != b && o != text)
			o = o->parent;
		if (o != b)
			continue;
		uint32_t line = 0;
		while (line + 1 < p->nlines && p->lines[line + 1].item <= p->seg[s])
			line++;
		return line;
	}
	return 0;
}

static int inline_page(const struct lay *l, const struct block *b, len_t *y)
{
	const struct block *text = b;
	while (text && text->flow == BLK_INLINE)
		text = text->parent;
	if (!text || l->place[text->num].page < 0)
		return -1;
	*y = l->place[text->num].y;
	const struct para *p = l->para[text->num];
	if (text->flow != BLK_TEXT || !p)
		return l->place[text->num].page;
	uint32_t line = inline_line(text, p, b);
	for (int page = l->place[text->num].page; page <= l->place[text->num].last; page++) {
		const struct seq *q = lay_seq_of(l, page);
		const struct page *pg = &q->pages[(uint32_t)page - q->first_page];
		for (const struct piece *v = q->p.v + pg->first; v < q->p.v + pg->first + pg->n; v++)
			if (v->b == text && v->kind == PIECE_LINES && !v->artifact && line >= v->first &&
				line < v->first + v->n) {
				*y = v->y + (q->seq && q->seq->style ? q->seq->style : l->base)->page.top +
					(len_t)(line - v->first) * text->style->leading;
				return page;
			}
	}
	return l->place[text->num].page;
}

int lay_block_page(const struct lay *l, const struct block *b, len_t *y)
{
	if (b->flow == BLK_INLINE)
		return inline_page(l, b, y);
	for (const struct block *c = b; c; c = blk_walk(b, c))
		if (l->place[c->num].page >= 0) {
			*y = l->place[c->num].y;
			return l->place[c->num].page;
		}
	return -1;
}

len_t lay_label_width(struct lay *l, const struct blk_seg *s)
{
	char label[24];
	len_t y;
	lay_label(l, s->target ? lay_block_page(l, s->target, &y) : -1, label);
	return *label ? lay_em(txt_word(l->txt, lay_face(l, s->ch)->id, "de", label, strlen(label))->width, s->ch->size)
		      : 0;
}

bool lay_left_out(const struct lay *l, const struct blk_seg *segs, uint32_t n, uint32_t i)
{
	uint32_t page = i, before;
	len_t y;
	while (page < n && segs[page].kind != BLK_SEG_PAGE)
		page++;
	for (before = page; before > 0 && segs[before - 1].kind != BLK_SEG_PAGE;)
		before--;
	if (page == n || !before || !segs[page].target || !segs[before - 1].target)
		return false;
	return lay_block_page(l, segs[page].target, &y) == lay_block_page(l, segs[before - 1].target, &y);
}

bool lay_place(const struct lay *l, const struct block *b, int *page, len_t *y)
{
	*page = lay_block_page(l, b, y);
	return *page >= 0;
}

int lay_last_page(const struct lay *l, const struct block *b) { return l->place[b->num].last; }

static void emit_piece(struct pen *p, const struct piece *v)
{
	const struct sty_page *pg = &p->l->style->page;
	struct piece at = *v;
	at.y += pg->top;
	if (p->rtl)           /* lines know how wide they are */
		at.x = pg->width - v->x - v->w;
	p->artifact = v->artifact;
	switch ((enum piece_kind)v->kind) {
	case PIECE_LINES: lay_emit_lines(p, v); break;
	case PIECE_DRAWING: lay_emit_drawing(p, v->b->more->drawing, v->b, at.x, at.y); break;
	case PIECE_IMAGE: {
		struct lay_item *it = lay_item(p, LAY_IMAGE, v->b);
		it->u.image.image = v->b->more->image;
		it->u.image.x = at.x;
		it->u.image.y = at.y;
		it->u.image.w = v->w;
		it->u.image.h = v->h;
		break;
	}
	case PIECE_RULE: case PIECE_FILL: lay_emit_rect(p, &at); break;
	case PIECE_CAPTION: lay_emit_caption(p, &at); break;
	case PIECE_HINT: lay_emit_hint(p, &at); break;
	case PIECE_MORE: lay_emit_more(p, v); break;
	case PIECE_SHEET: lay_emit_sheet(p, &at); break;
	}
	p->artifact = LAY_CONTENT;
}

void lay_page(struct lay *l, int page, struct lay_page *out)
{
	out->nitems = out->nglyphs = out->nops = out->npts = 0;
	if (page < 0 || (uint32_t)page >= l->npages)
		return;
	const struct seq *q = lay_seq_of(l, page);
	lay_emit_page(l, q, page - (int)q->first_page, out);
}

void lay_emit_page(struct lay *l, const struct seq *q, int number, struct lay_page *out)
{
	struct pen p = {.l = l, .page = out, .seq = q, .number = number, .rtl = q->seq && q->seq->rtl};
	const struct page *pg = &q->pages[number];
	lay_look(l, q);
	lay_emit_back(&p);
	lay_emit_head(&p, pg);
	for (uint32_t i = pg->first; i < pg->first + pg->n; i++)
		emit_piece(&p, &q->p.v[i]);
}
