/* place.c: where blocks came to stand, and what pages are called. */
#include <stdio.h>
#include <string.h>

#include "base/roman.h"
#include "layout/page.h"
#include "layout/para.h"

const struct style *lay_seq_look(const struct lay *l, const struct seq *q)
{
	return q->seq && q->seq->style ? q->seq->style : l->base;
}

void lay_look(struct lay *l, const struct seq *q) { l->style = lay_seq_look(l, q); }

void lay_look_at(struct lay *l, const struct seq *q, uint32_t page)
{
	l->style = q->pages[page].look ? q->pages[page].look : lay_seq_look(l, q);
}

uint8_t lay_seq_numbering(const struct seq *q) { return q->seq ? q->seq->numbering : STY_ARABISCH_ZAHL; }

void lay_page_size(const struct lay *l, int page, len_t *w, len_t *h)
{
	const struct seq *q = lay_seq_of(l, page);
	const uint32_t k = (uint32_t)page - q->first_page;
	const struct style *s = k < q->npages && q->pages[k].look ? q->pages[k].look : lay_seq_look(l, q);
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

static void roman(uint32_t n, char out[ROMAN_ROOM])
{
	if (n > 3999)
		snprintf(out, ROMAN_ROOM, "%u", n);
	else
		roman_put(out, n, false);
}

/* "12" with its letters: a to z, aa and so on. */
static void lettered(const struct seq *q, uint32_t n, char out[24])
{
	uint32_t letter = q->letters + n - q->numbers;
	char tail[8] = "";
	size_t k = sizeof tail - 1;
	for (letter++; letter && k; letter = (letter - 1) / 26)
		tail[--k] = (char)('a' + (letter - 1) % 26);
	snprintf(out, 24, "%u%s", q->first_number + q->numbers - 1, tail + k);
}

void lay_seq_label(const struct seq *q, int number, char out[24])
{
	uint32_t n = q->first_number + (uint32_t)number;
	if ((uint32_t)number >= q->numbers && lay_seq_numbering(q) == STY_ARABISCH_ZAHL &&
		q->first_number + q->numbers > 1) {
		lettered(q, (uint32_t)number, out);
		return;
	}
	*out = 0;
	if (lay_seq_numbering(q) == STY_ROEMISCH)
		roman(n, out);
	else if (lay_seq_numbering(q) == STY_ARABISCH_ZAHL)
		snprintf(out, 24, "%u", n);
}

void lay_label(const struct lay *l, int page, char out[24])
{
	*out = 0;
	if (page < 0 || (uint32_t)page >= l->npages)
		return;
	const struct seq *q = lay_seq_of(l, page);
	lay_seq_label(q, page - (int)q->first_page, out);
}

struct lay_span lay_span(const struct lay *l, const struct block *b) { return l->span[b->num]; }

/* The line of a paragraph where an inline element begins: the last one that begins at its first item or before. */
static uint32_t inline_line(const struct lay *l, const struct para *p, const struct block *b)
{
	const uint32_t item = l->span[b->num].end ? p->seg[l->span[b->num].first] : 0;
	uint32_t lo = 0, hi = p->nlines;
	while (hi - lo > 1) {
		uint32_t mid = lo + (hi - lo) / 2;
		if (p->lines[mid].item <= item)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

enum side { BEFORE = -1, HERE, BEHIND, UNKNOWN };

/* Where is the line as seen from a page: before it, on it (then y: its upper edge), behind it? UNKNOWN: the page holds
 * no line of the paragraph. */
static enum side line_on(const struct lay *l, int page, const struct block *text, uint32_t line, len_t *y)
{
	const struct seq *q = lay_seq_of(l, page);
	const struct page *pg = &q->pages[(uint32_t)page - q->first_page];
	enum side side = UNKNOWN;
	for (uint32_t i = pg->first; i < pg->first + pg->n; i++) {
		const struct piece *v = &q->p.v[i];
		if (v->b != text || v->kind != PIECE_LINES || v->artifact)
			continue;
		if (line >= v->first && line < v->first + v->n) {
			*y = v->y + (q->seq && q->seq->style ? q->seq->style : l->base)->page.top +
				(len_t)(line - v->first) * text->style->leading;
			return HERE;
		}
		side = line < v->first ? BEFORE : BEHIND;
	}
	return side;
}

/* Pages go on with the lines, so a long paragraph is halved again and again; where a page of something else lies
 * between, one after the other. */
static int page_of_line(const struct lay *l, const struct block *text, uint32_t line, len_t *y)
{
	int lo = l->place[text->num].page, hi = l->place[text->num].last;
	while (lo <= hi) {
		int mid = lo + (hi - lo) / 2;
		enum side side = line_on(l, mid, text, line, y);
		if (side == HERE)
			return mid;
		if (side == UNKNOWN)
			break;
		if (side == BEFORE)
			hi = mid - 1;
		else
			lo = mid + 1;
	}
	for (; lo <= hi; lo++)
		if (line_on(l, lo, text, line, y) == HERE)
			return lo;
	return l->place[text->num].page;
}

const struct block *lay_text_of(const struct block *b)
{
	const struct block *text = b;
	while (text && text->flow == BLK_INLINE)
		text = text->parent;
	if (text && text->flow != BLK_TEXT)
		for (text = b; text && text->flow != BLK_TEXT;)
			text = blk_walk(b->parent, text);
	return text;
}

static int inline_page(const struct lay *l, const struct block *b, len_t *y)
{
	const struct block *text = lay_text_of(b);
	if (!text || l->place[text->num].page < 0)
		return -1;
	*y = l->place[text->num].y;
	const struct para *p = l->para[text->num];
	if (text->flow != BLK_TEXT || !p)
		return l->place[text->num].page;
	return page_of_line(l, text, inline_line(l, p, b), y);
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

bool lay_known_out(const struct lay *l, const struct block *b, uint32_t i)
{
	return l->placed && b->segs[i].flags & BLK_SEG_ONCE && lay_left_out(l, b->segs, b->nsegs, i);
}

len_t lay_label_room(struct lay *l, const struct para *p, const struct blk_seg *s)
{
	return l->placed && s->flags & BLK_SEG_ONCE ? lay_label_width(l, s) : p->reserve;
}

bool lay_place(const struct lay *l, const struct block *b, int *page, len_t *y)
{
	*page = lay_block_page(l, b, y);
	return *page >= 0;
}

int lay_last_page(const struct lay *l, const struct block *b) { return l->place[b->num].last; }
