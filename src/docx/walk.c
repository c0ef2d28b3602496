/* walk.c: blocks to what a word processor is told. What stands in the margin column of the page stands in the text
 * here, before or after what it stands beside; what stands at fixed places comes one below the other. */
#include <string.h>

#include "block/block.h"
#include "docx/item.h"
#include "figure/figure.h"

#define APART LEN_PT(12)                               /* what is fixed on a page and the text below it */

void dox_mark_block(struct dox *d, const struct block *b)
{
	if (d->names[b->num] && d->npending < DOX_PENDING)
		d->pending[d->npending++] = d->names[b->num];
}

/* Of what is fixed on its page only the height is given up: it keeps its left edge and its width. */
static void beside(const struct dox *d, const struct block *b, struct dox_para *p)
{
	const len_t left = b->more->x - d->left, right = p->width - left - b->more->w;
	p->indent = left > 0 && left < p->width ? left : 0;
	p->narrow = b->more->w > 0 && right > 0 && right < p->width ? right : 0;
}

/* After what is fixed on a page: the text begins at its edge, or below that. */
void dox_below(struct dox *d)
{
	if (d->fixed)
		d->gap = d->top > d->y + APART ? d->top - d->y : APART;
	d->fixed = false;
}

/* A paragraph for a block that is one, or (style given) for what it shows. */
static struct dox_para *open_para(struct dox *d, const struct block *b, const struct dox_style *style,
	const struct dox_place *at)
{
	struct dox_para *p = MEM_NEW(d->mem, struct dox_para);
	const struct sty_para *look = style->look;
	if (b->place != BLK_ABS)
		dox_below(d);
	*p = (struct dox_para){.style = style,
		.rtl = blk_rtl(dox_lang(d, b)),
		.align = at->align != STY_FLATTER ? at->align
			: look                    ? look->align
						  : STY_FLATTER,
		.before = -1,
		.after = -1,
		.indent = at->indent,
		.width = at->width,
		.narrow = at->narrow > 0 && !blk_rtl(dox_lang(d, b)) ? at->narrow : 0,
		.keep_next = b->keep_next,
		.page_before = b->page_before && !at->cell && b->place != BLK_ABS,
		.mark = d->marks[b->num]};
	if (b->place == BLK_ABS && !at->cell)
		beside(d, b, p);
	if (at->cell && d->first)                          /* at the upper edge of its cell */
		p->before = 0;
	else if (d->gap > (look ? look->before : 0))
		p->before = d->gap;
	d->gap = 0;
	d->first = false;
	d->last = p;
	dox_add(d, DOX_PARA)->u.para = p;
	return p;
}

static void close_para(struct dox *d)
{
	dox_end(d, DOX_PARA);
}

void dox_open_marks(struct dox *d)
{
	for (int i = 0; i < d->npending; i++)
		dox_add(d, DOX_MARK)->text = d->pending[i];
}

void dox_close_marks(struct dox *d)
{
	while (d->npending > 0) {
		dox_end(d, DOX_MARK);
		d->items[d->nitems - 1].text = d->pending[--d->npending];
	}
}

/* ---- paragraphs */

static bool in_contents(const struct block *b)
{
	for (; b; b = b->parent)
		if (b->role == BLK_TOC)
			return true;
	return false;
}

static bool heads_contents(const struct block *b)
{
	const struct block *n = b->next;
	return n && n->role == BLK_TOC;
}

static enum dox_builtin by_look(const struct sty_para *look)
{
	static const struct {
		const char *name;
		enum dox_builtin is;
	} rows[] = {{"fliess", DOX_BODY}, {"titel", DOX_TITLE}, {"untertitel", DOX_SUBTITLE}, {"zitat", DOX_QUOTE},
		{"quelltext", DOX_CODE}};
	for (size_t i = 0; look && i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(look->name, rows[i].name))
			return rows[i].is;
	return DOX_OWN;
}

static bool is_caption(const struct block *b)
{
	return b->role == BLK_CAPTION || (b->parent && b->parent->role == BLK_CAPTION && b->parent->first == b);
}

/* A label that no list counts is written, and its text hangs as far. */
static void written_label(struct dox *d, const struct block *b, const struct dox_label *l)
{
	for (uint32_t i = 0; i < l->segs; i++)
		if (b->segs[i].kind == BLK_SEG_TEXT) {
			struct dox_run *r = MEM_NEW(d->mem, struct dox_run);
			*r = (struct dox_run){
				.ch = b->segs[i].ch, .own = b->style ? &b->style->ch : NULL, .lang = d->t->lang};
			struct dox_item *item = dox_add(d, DOX_TEXT);
			item->u.run = r;
			item->text = b->segs[i].text;
			item->len = b->segs[i].len;
		}
	dox_add(d, DOX_TAB);
}

static void labelled(struct dox *d, const struct block *b, const struct dox_label *l, struct dox_para *p, len_t hang)
{
	p->hang = hang;
	p->indent += hang;
	p->label = l->len ? mem_str(d->mem, l->text, l->len) : NULL;
	if (l->len && !p->number)
		written_label(d, b, l);
}

static void heading(struct dox *d, const struct block *b, const struct dox_place *at)
{
	const struct dox_label l = dox_label(b);
	const enum dox_builtin is = heads_contents(b) ? DOX_CONTENTS_HEAD
		: d->listed[b->num] || !d->contents   ? DOX_HEADING
						      : DOX_HEADING_BARE;
	struct dox_para *p = open_para(d, b, dox_style(d, is, b->level, b->style), at);
	const len_t size = b->style ? b->style->ch.size : d->s->baseline;
	dox_open_marks(d);
	if (l.len) {
		p->keep_next = true;
		d->numbered[b->num] = dox_count_heading(d, &d->headings, &l, p);
		labelled(d, b, &l, p, len_scale(size, 17 + 9 * p->level, 10));
	}
	dox_inline(d, b, l.segs);
	dox_close_marks(d);
	close_para(d);
}

static void item(struct dox *d, const struct block *b, const struct dox_place *at)
{
	const struct dox_label l = dox_label(b);
	const len_t hang = b->tab > 0 ? b->tab : 2 * (b->style ? b->style->ch.size : d->s->baseline);
	struct dox_para probe = {0};
	const bool counted = at->counts && l.len && dox_count_item(d, at->counts, &l, at->depth - 1, hang, &probe);
	const bool sign = counted && d->lists[d->numbers[probe.number - 1].list].count == DOX_SIGN;
	struct dox_para *p =
		open_para(d, b, dox_style(d, sign || !l.len ? DOX_BULLET : DOX_NUMBER, at->depth, b->style), at);
	p->number = probe.number;
	p->level = probe.level;
	p->value = probe.value;
	p->indent += b->indent;
	dox_open_marks(d);
	labelled(d, b, &l, p, hang);
	dox_inline(d, b, l.segs);
	dox_close_marks(d);
	close_para(d);
}

static void entry(struct dox *d, const struct block *b, const struct dox_place *at)
{
	const char *name = b->style ? b->style->name : "";
	const size_t n = strlen(name);
	const int level = n && name[n - 1] >= '1' && name[n - 1] <= '9' ? name[n - 1] - '0' : 1;
	struct dox_para *p = open_para(d, b, dox_style(d, DOX_CONTENTS, level, b->style), at);
	p->tab = b->tab;
	p->hang = b->tab;
	p->indent += b->indent + b->tab;
	p->right = true;
	dox_inline(d, b, 0);
	close_para(d);
}

static bool has_right(const struct block *b)
{
	for (uint32_t i = 0; i < b->nsegs; i++)
		if (b->segs[i].kind == BLK_SEG_TAB && b->segs[i].flags & BLK_SEG_RIGHT)
			return true;
	return false;
}

static void plain(struct dox *d, const struct block *b, const struct dox_place *at)
{
	const enum dox_builtin is = is_caption(b) ? DOX_CAPTION
		: at->counts && !at->cell         ? DOX_CONTINUE
						  : by_look(b->style);
	struct dox_para *p = open_para(d, b, dox_style(d, is, is == DOX_CONTINUE ? at->depth : 0, b->style), at);
	const struct dox_label l = dox_label(b);
	p->indent += b->indent;
	p->right = has_right(b);
	if (is == DOX_CAPTION) {
		p->keep_next |= b->role == BLK_CAPTION;
		dox_caption(d, b);
	} else if (l.len && b->tab > 0) {
		dox_open_marks(d);
		labelled(d, b, &l, p, b->tab);
		dox_inline(d, b, l.segs);
	} else {
		dox_open_marks(d);
		p->tab = b->tab;
		dox_inline(d, b, 0);
	}
	dox_close_marks(d);
	close_para(d);
}

/* About how many lines it has beside the first, in the width it has on its page. */
static int more_lines(const struct block *b)
{
	int n = 0;
	int64_t wide = 0;
	for (uint32_t i = 0; i < b->nsegs; i++) {
		n += b->segs[i].kind == BLK_SEG_BREAK;
		wide += b->segs[i].kind == BLK_SEG_TEXT && b->style ? (int64_t)b->segs[i].len * b->style->ch.size / 2
								    : 0;
	}
	return b->more->w > 0 ? n + (int)(wide / b->more->w) : n;
}

/* Its first baseline stands at y: how much is free above it. */
static void fixed(struct dox *d, const struct block *b)
{
	const struct sty_para *look = b->style;
	const len_t line = look ? look->leading : 0;
	/* a little less: lines are higher where a machine has other fonts */
	const len_t top = b->more->y - (look ? len_scale(line, 3, 4) : 0), free = len_scale(top - d->y, 6, 7);
	len_t height = b->more->drawing ? b->more->drawing->height + d->s->baseline : line;
	height += line * more_lines(b);
	if (free > d->gap)
		d->gap = free;
	d->fixed = true;
	d->y = (top > d->y ? top : d->y) + height + (look ? look->after : 0);
}

static void text(struct dox *d, const struct block *b, const struct dox_place *at)
{
	if (!b->nsegs)
		return;
	if (b->place == BLK_ABS)
		fixed(d, b);
	if (b->role == BLK_H)
		heading(d, b, at);
	else if (in_contents(b))
		entry(d, b, at);
	else if (b->role == BLK_LI || b == at->item)
		item(d, b, at);
	else
		plain(d, b, at);
}

static void picture(struct dox *d, const struct block *b, const struct dox_place *at)
{
	const struct block *n = b->next;
	if (b->place == BLK_ABS)
		fixed(d, b);
	struct dox_para *p = open_para(d, b, dox_style(d, DOX_BODY, 0, sty_para(d->s, "fliess")), at);
	p->keep_next = n && (n->role == BLK_CAPTION || (n->first && n->first->role == BLK_CAPTION));
	const bool captioned = p->keep_next;               /* what leads to it leads to its caption */
	if (!captioned)
		dox_open_marks(d);
	dox_add(d, DOX_PICTURE)->u.picture = b;
	if (!captioned)
		dox_close_marks(d);
	close_para(d);
}

/* ---- what holds others */

static void list(struct dox *d, const struct block *b, const struct dox_place *at)
{
	struct dox_counts counts = {0};
	struct dox_place in = *at;
	in.indent += b->indent;
	in.depth++;
	in.counts = &counts;
	for (const struct block *li = b->first; li; li = li->next) {
		in.item = dox_heading(li);
		dox_block(d, li, &in);
	}
}

/* What its entries lead to says what it lists: headings, or captions of a word. */
static const char *listed_word(struct dox *d, const struct block *toc)
{
	for (const struct block *b = toc->first; b; b = blk_walk(toc, b)) {
		const struct block *to = b->target ? dox_heading(b->target) : NULL;
		size_t at;
		if (!to || to->role == BLK_H || !to->nsegs || !dox_counted(to->segs[0].text, to->segs[0].len, &at))
			continue;
		while (at && ((unsigned char)to->segs[0].text[at - 1] > 0x7F || to->segs[0].text[at - 1] == ' '))
			at--;
		return mem_str(d->mem, to->segs[0].text, at);
	}
	return NULL;
}

static void contents(struct dox *d, const struct block *b, const struct dox_place *at)
{
	dox_add(d, DOX_TOC)->text = listed_word(d, b);
	dox_blocks(d, b, at);
	dox_end(d, DOX_TOC);
}

static void stack(struct dox *d, const struct block *b, const struct dox_place *at)
{
	struct dox_place in = *at;
	in.indent += b->indent;
	d->gap = b->before > d->gap ? b->before : d->gap;
	if (b->more->box && b->more->box->filled)
		dox_box(d, b, &in);
	else if (b->role == BLK_TOC)
		contents(d, b, &in);
	else if (b->role == BLK_L)
		list(d, b, at);
	else
		dox_blocks(d, b, &in);
	d->gap = b->after > d->gap ? b->after : d->gap;
}

/* ---- runs of pages */

/* Where notes are counted anew from here on: its first mark is 1. */
static bool first_note_is_one(const struct block *root)
{
	for (const struct block *b = root; b; b = blk_walk(root, b))
		for (uint32_t i = 0; i < b->nsegs; i++)
			if (b->segs[i].kind == BLK_SEG_NOTE)
				return b->segs[i].len == 1 && b->segs[i].text[0] == '1';
	return false;
}

/* Of the type area, where what is fixed on a cover or slide stands above it. */
static len_t top_of(const struct block *b, len_t top)
{
	const struct block *head = b ? b->first : NULL;
	if (!head || head->place != BLK_ABS || !(b->more->seq->slide || b->more->seq->bare))
		return top;
	const len_t y = head->more->y - (head->style ? len_scale(head->style->leading, 3, 4) : 0);
	return y < top ? y > 0 ? y : 0 : top;
}

/* look: of pages of another geometry than those of the run; NULL: the run's own */
static void section(struct dox *d, const struct block *b, const struct style *look, bool again)
{
	struct dox_section *s = MEM_NEW(d->mem, struct dox_section);
	const struct blk_seq *q = b ? b->more->seq : NULL;
	s->style = look ? look : q && q->style ? q->style : d->s;
	s->page = &s->style->page;
	s->seq = q;
	s->first = !d->nitems;
	s->restart = !again && (s->first || !q || q->numbering != d->numbering);
	s->notes_restart = !again && d->notes && b && first_note_is_one(b);
	if (s->notes_restart)
		d->notes = 0;
	d->numbering = q ? q->numbering : STY_OHNE;
	d->top = s->page->top;
	d->y = s->top = top_of(b, d->top);
	d->left = s->page->left;
	d->fixed = false;
	d->gap = 0;
	d->sequence = b;
	dox_add(d, DOX_SECTION)->u.section = s;
}

static void sequence(struct dox *d, const struct block *b)
{
	section(d, b, NULL, false);
	const struct sty_page *p = d->items[d->nitems - 1].u.section->page;
	const struct dox_place in = {.width = dox_room(p)};
	dox_blocks(d, b, &in);
}

static void block(struct dox *d, const struct block *b, const struct dox_place *at)
{
	if (b->flow != BLK_SEQUENCE)
		dox_mark_block(d, b);
	switch ((enum blk_flow)b->flow) {
	case BLK_TEXT:     text(d, b, at); break;
	case BLK_DRAWING:
	case BLK_IMAGE:    picture(d, b, at); break;
	case BLK_GRID:     dox_grid(d, b, at); break;
	case BLK_SIDE:     dox_side(d, b, at); break;
	case BLK_SEQUENCE: sequence(d, b); break;
	default:           stack(d, b, at); break;
	}
	d->npending = b->flow == BLK_TEXT ? 0 : d->npending;
	if ((b->place == BLK_RAND_NEXT || b->place == BLK_RAND_PREV) && d->gap < d->s->baseline / 2)
		d->gap = d->s->baseline / 2;               /* the text it stood beside is apart from it */
}

/* A run of pages within another, or a block on pages of its own: what comes after it goes on where it was. */
void dox_block(struct dox *d, const struct block *b, const struct dox_place *at)
{
	const struct block *outer = d->sequence;
	if (b->flow == BLK_INLINE || b->flow == BLK_FOOT)
		return;
	if (d->resume && b->flow != BLK_SEQUENCE && !b->more->look)
		section(d, outer, NULL, true);
	d->resume = false;
	if (b->more->look && !at->cell) {
		const struct dox_place in = {.width = dox_room(&b->more->look->page)};
		section(d, outer, b->more->look, true);
		block(d, b, &in);
		d->resume = true;
	} else {
		block(d, b, at);
		d->resume |= d->sequence != outer;
		d->sequence = outer;
	}
}

void dox_blocks(struct dox *d, const struct block *parent, const struct dox_place *at)
{
	for (const struct block *b = parent->first; b; b = b->next)
		dox_block(d, b, at);
}

/* The look that most headings of a level have is that of Word's own; of the contents, where there are some. */
static const struct sty_para *common_look(const struct dox *d, int level)
{
	enum { LOOKS = 16 };
	const struct sty_para *looks[LOOKS];
	int times[LOOKS] = {0}, n = 0, most = -1;
	for (const struct block *b = d->t->root; b; b = blk_walk(d->t->root, b)) {
		if (b->role != BLK_H || b->level != level || !b->style || (d->contents && !d->listed[b->num]))
			continue;
		int i = 0;
		while (i < n && looks[i] != b->style)
			i++;
		if (i == LOOKS)
			continue;
		looks[i] = b->style;
		n += i == n;
		times[i]++;
		if (most < 0 || times[i] > times[most])
			most = i;
	}
	return most < 0 ? NULL : looks[most];
}

void dox_walk(struct dox *d)
{
	const struct block *root = d->t->root;
	for (const struct block *b = root; b; b = blk_walk(root, b)) {
		d->contents |= b->role == BLK_TOC;
		d->sequences += b->flow == BLK_SEQUENCE;
	}
	for (int level = 1; level <= 6; level++) {
		const struct sty_para *look = common_look(d, level);
		if (look)
			dox_style(d, DOX_HEADING, level, look);
	}
	if (!root->first || root->first->flow != BLK_SEQUENCE)
		section(d, NULL, NULL, false);
	const struct dox_place at = {.width = dox_room(&d->s->page)};
	dox_blocks(d, root, &at);
}
