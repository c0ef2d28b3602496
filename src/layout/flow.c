/* flow.c: blocks to units. Space between two blocks is the larger of what the upper wants after and the lower before
 * it. */
#include "figure/figure.h"
#include "layout/page.h"
#include "layout/para.h"
#include "layout/table.h"

enum { BOX_LINES = 15, DRAIN = 160 };

/* A paragraph is read and broken once; again only when its page labels turned out wider. */
static struct para *para_of(struct lay *l, struct flow *f, const struct block *b)
{
	struct para *p = l->para[b->num];
	if (!p || p->reserve)
		p = l->para[b->num] = lay_para_read(l, b);
	p->align = f->align == STY_RECHTS || f->align == STY_MITTE ? f->align : b->style->align;
	if (p->rtl && f->align == STY_RECHTS)          /* digits stand below digits: it begins at that edge */
		p->align = STY_FLATTER;
	p->undivided = f->undivided;
	lay_para_break(l, b, p, f->w);
	return p;
}

/* In a block with a measure of its own only the first line keeps to the grid. */
static bool on_grid(const struct block *b)
{
	for (bool first = true; b->parent; b = b->parent) {
		first &= b->parent->first == b;
		if (b->parent->loose)
			return first;
	}
	return true;
}

static void read_note(struct lay *l, const struct block *note)
{
	struct flow *f = &l->notes;
	const int cells = l->cells;
	f->x = lay_notes_x(l->style);
	f->w = l->style->page.text;
	f->align = 255;
	f->space = f->keep_lines = 0;
	uint32_t first = f->nu;
	l->cells = 0;
	lay_flow_children(l, f, note);
	l->cells = cells;
	for (uint32_t i = first; i < f->nu; i++) {
		f->u[i].space = 0;
		f->u[i].rand = f->gone + first;
	}
}

static void read_notes(struct lay *l, const struct block *b, uint32_t line, uint32_t n)
{
	const struct para *p = l->para[b->num];
	for (uint32_t end = line + n; line < end && !l->cells; line++) {
		if (!(p->lines[line].sub & LINE_NOTE))
			continue;
		const uint32_t from = p->lines[line].item,
			       to = p->lines[line + 1].item + ((p->lines[line + 1].sub & SUB_VALUE) != 0);
		for (uint32_t s = lay_para_seg(p, b->nsegs, from); s < b->nsegs && p->seg[s] < to; s++)
			if (b->segs[s].kind == BLK_SEG_NOTE && p->seg[s] >= from && b->segs[s].target)
				read_note(l, b->segs[s].target);
	}
}

void lay_notes_read(struct lay *l, const struct flow *f, uint32_t first, uint32_t n)
{
	for (uint32_t i = first; i < first + n; i++)
		if (f->p.v[i].kind == PIECE_LINES && !f->p.v[i].artifact)
			read_notes(l, f->p.v[i].b, f->p.v[i].first, f->p.v[i].n);
}

/* The last unit announces what comes: it is not the last thing on its page, and so many lines stay with it. */
static void holds_next(struct flow *f, int lines)
{
	f->announces = true;
	if (lines <= f->keep_lines)
		return;
	f->keep_lines = lines;
	f->since = 0;
}

static void text(struct lay *l, struct flow *f, const struct block *b)
{
	if (!b->style)
		return;
	const struct para *p = para_of(l, f, b);
	len_t leading = b->style->leading;
	if (b->role == BLK_H && !f->announces && f->since)
		f->keep_lines = 0;                     /* the part before has no more lines to keep with its heading */
	for (uint32_t i = 0; i < p->nlines; i++) {
		read_notes(l, b, i, 1);
		struct unit *u = lay_unit(l, f, b, PIECE_LINES, leading, leading - lay_depth(leading));
		u->first = i;
		u->n = 1;
		u->snap = i == 0 && on_grid(b);
		u->margin |= i == 0 && p->body > 0;
		u->hyphen = lay_line_hyphen(p, i);
		if (i && b->role == BLK_H)
			u->keep = KEEP_HEAD;
		else if (i && u->keep < KEEP_HARD && (i == 1 || i + 1 == p->nlines))
			u->keep = KEEP_HARD;
	}
	if (p->nlines && b->style->keep_next)
		holds_next(f, b->style->keep_next);
}

static bool on_slide(const struct lay *l)
{
	return l->seq->seq && l->seq->seq->slide;
}

/* A picture higher than the page is shown whole, but not as wide as the author said. */
static void small(struct lay *l, const struct block *b, int64_t width)
{
	if (!on_slide(l) && b->more->w && width < b->more->w * 6LL / 10)
		diag_warn(l->diag, "HOCH", b->file, b->line,
			"Das Bild ist höher als die Seite und wird statt %d mm nur %d mm breit; erwartet wird ein "
			"Bild, das auf die Seite passt; bitte zuschneiden oder teilen",
			(int)(b->more->w * 254LL / 720000), (int)(width * 254 / 720000));
}

static void drawing(struct lay *l, struct flow *f, const struct block *b)
{
	const struct fig_drawing *d = b->more->drawing;
	if (!d)
		return;
	small(l, b, d->width);
	uint32_t first = f->p.n;
	struct piece *v = lay_piece(&f->p, PIECE_DRAWING, b);
	v->x = f->x;
	v->w = d->width;
	v->h = d->height;
	struct unit *u = lay_unit(l, f, b, PIECE_DRAWING, d->height, 0);
	f->p.v[first].y = u->lead;
	u->first = first;
	u->n = 1;
	u->snap = true;
}

/* So few pixels that everybody sees them. A slide is looked at from afar. */
static void coarse(struct lay *l, const struct block *b, const struct blk_image *im, int64_t width)
{
	enum { LEAST = 72 };                               /* of an inch */
	const int64_t got = width > 0 ? im->px_w * (int64_t)LEN_PT(72) / width : LEAST;
	if (got >= LEAST || on_slide(l))
		return;
	const int room = (int)(im->px_w * 254LL / (LEAST * 10));
	diag_warn(l->diag, "BILDGROB", b->file, b->line,
		"Das Bild hat in der Breite %d Bildpunkte und wird %d mm breit, man sieht die einzelnen Punkte; "
		"erwartet werden mindestens %d Punkte je Zoll; bitte ein größeres Bild nehmen oder breite=\"%dmm\" "
		"angeben",
		im->px_w, (int)((width * 254 + 360000) / 720000), LEAST, room);
}

static void image(struct lay *l, struct flow *f, const struct block *b)
{
	const struct blk_image *im = b->more->image;
	if (!im || im->px_w <= 0 || im->px_h <= 0)
		return;
	int64_t w = b->more->w && b->more->w < f->w ? b->more->w : f->w,
		most = l->style->page.bottom - l->style->page.top;
	if (l->style == lay_seq_look(l, l->seq))       /* on a page made for it a picture is as large as it is */
		most = most * 8 / 10;
	int64_t h = w * im->px_h / im->px_w;
	if (h > most) {
		small(l, b, most * im->px_w / im->px_h);
		w = most * im->px_w / im->px_h;
		h = most;
	}
	coarse(l, b, im, w);
	uint32_t first = f->p.n;
	struct piece *v = lay_piece(&f->p, PIECE_IMAGE, b);
	v->x = f->x;
	v->w = (len_t)w;
	v->h = (len_t)h;
	struct unit *u = lay_unit(l, f, b, PIECE_IMAGE, (len_t)h, 0);
	f->p.v[first].y = u->lead;
	u->first = first;
	u->n = 1;
	u->snap = true;
}

/* The width a child of a BLK_SIDE asks for; 0: an even share. */
static len_t own_width(const struct block *c)
{
	return c->flow == BLK_TEXT || c->flow == BLK_STACK ? c->more->w : 0;
}

static len_t height_of(const struct flow *f)
{
	len_t h = 0;
	for (uint32_t i = 0; i < f->nu; i++)
		h += f->u[i].height + (i ? f->u[i].space : 0);
	return h;
}

static const struct block *laid(const struct block *c)
{
	while (c && (c->flow == BLK_INLINE || c->flow == BLK_FOOT))
		c = c->next;
	return c;
}

/* The row's n children from c on, all ending where the longest ends: one unit. */
static struct unit *side_row(struct lay *l, struct flow *f, const struct block *b, const struct block *c, len_t n,
	len_t share)
{
	struct flow **part = MEM_ARRAY(l->mem, struct flow *, (size_t)n);
	uint32_t first = f->p.n;
	len_t x = f->x, high = 0, base = 0;
	for (len_t i = 0; i < n; i++, c = laid(c->next)) {
		len_t w = own_width(c) ? own_width(c) : share, h;
		part[i] = lay_flow_get(l, x, w);
		part[i]->undivided = f->undivided;
		lay_flow_block(l, part[i], c);
		h = height_of(part[i]);
		high = h > high ? h : high;
		x += w + b->more->gap;
	}
	for (len_t i = 0; i < n; i++) {
		if (part[i]->nu)
			part[i]->u[part[i]->nu - 1].height += high - height_of(part[i]);
		lay_flow_stack(part[i], &f->p, f->lead, &base);
		lay_flow_put(l, part[i]);
	}
	struct unit *u = lay_unit(l, f, b, PIECE_FILL, high, base);
	u->first = first;
	u->n = f->p.n - first;
	u->snap = true;
	return u;
}

/* Children side by side, as one unit a row. Where they are no rows of cards, they stay with the lines before them
 * (signatures). */
static void side(struct lay *l, struct flow *f, const struct block *b)
{
	len_t n = 0, even = 0, rest = f->w, gap = b->more->gap;
	for (const struct block *c = laid(b->first); c; c = laid(c->next)) {
		n++;
		even += !own_width(c);
		rest -= own_width(c);
	}
	if (!n)
		return;
	const len_t row = b->more->row > 0 ? b->more->row : n;
	len_t share = b->more->row > 0 ? (f->w - gap * (row - 1)) / row : even ? (rest - gap * (n - 1)) / even : 0;
	bool begins = f->gone + f->nu == 0;
	struct unit *last = f->nu > 1 ? &f->u[f->nu - 1] : NULL;          /* place and date: with the text above them */
	bool signs = !b->more->row;
	if (signs && last && last->kind == PIECE_LINES && last->first == 0 && last->keep == KEEP_NONE)
		last->keep = KEEP_HARD;
	const struct block *c = laid(b->first);
	for (len_t at = 0; at < n; at += row) {
		if (at)
			lay_space(f, gap);
		struct unit *u = side_row(l, f, b, c, n - at < row ? n - at : row, share);
		if (signs && !begins && u->keep < KEEP_HARD)
			u->keep = KEEP_HARD;
		for (len_t i = 0; c && i < row; i++)
			c = laid(c->next);
	}
}

/* At a fixed place of its page. What follows stays on that page. */
static void absolute(struct lay *l, struct flow *f, const struct block *b)
{
	const struct blk_more *m = b->more;
	len_t base, w = m->w ? m->w : l->style->page.width - l->style->page.right - m->x;
	struct flow *s = lay_flow_get(l, m->x, w);
	lay_flow_block(l, s, b);
	uint32_t first = f->p.n;
	len_t high = lay_flow_stack(s, &f->p, m->y, &base);
	lay_flow_put(l, s);
	for (uint32_t i = first; i < f->p.n; i++)
		f->p.v[i].y -= base;
	const bool slide = on_slide(l);
	if (slide && b->role == BLK_H)
		lay_slide_title(l, b, high);
	if (!slide && (m->y < base || m->y - base + high > l->style->page.height))
		diag_error(l->diag, "HOCH", b->file, b->line,
			"Was an festem Platz steht (Titelseite, Briefkopf), liefe aus der Seite; bitte kürzen");
	len_t space = f->space;
	struct unit *u = lay_unit(l, f, b, PIECE_FILL, 0, 0);
	u->first = first;
	u->n = f->p.n - first;
	u->abs = true;
	f->space = space;
	f->keep_lines = 1;
	f->since = 0;
}

static void stack(struct lay *l, struct flow *f, const struct block *b)
{
	const int columns = b->more->row;
	if (columns < 2 || !f->top || f->hold || f->waiting) {
		lay_flow_children(l, f, b);
		return;
	}
	struct flow *s = lay_flow_get(l, f->x, (f->w - b->more->gap * (columns - 1)) / columns);
	s->undivided = true;
	lay_flow_children(l, s, b);
	lay_multicol(l, f, b, s);
	lay_flow_put(l, s);
}

static void content(struct lay *l, struct flow *f, const struct block *b)
{
	switch ((enum blk_flow)b->flow) {
	case BLK_TEXT: text(l, f, b); break;
	case BLK_GRID: lay_table(l, f, b); break;
	case BLK_DRAWING: drawing(l, f, b); break;
	case BLK_IMAGE: image(l, f, b); break;
	case BLK_SIDE: side(l, f, b); break;
	case BLK_SHEET: lay_sheet(l, f, b); break;
	case BLK_STACK: stack(l, f, b); break;
	case BLK_ROW: case BLK_CELL: case BLK_SEQUENCE: lay_flow_children(l, f, b); break;
	case BLK_INLINE: case BLK_FOOT: break;
	}
}

/* A box: padding, and a frame its units name. A box in a box is set as one unit. */
static void boxed(struct lay *l, struct flow *f, const struct block *b)
{
	const struct blk_box *box = b->more->box;
	if (f->frame) {
		struct flow *s = lay_flow_get(l, f->x, f->w);
		len_t base;
		s->undivided = f->undivided;
		boxed(l, s, b);
		uint32_t first = f->p.n;
		len_t h = lay_flow_stack(s, &f->p, f->lead, &base);
		lay_flow_put(l, s);
		struct unit *u = lay_unit(l, f, b, PIECE_FILL, h, base);
		u->first = first;
		u->n = f->p.n - first;
		return;
	}
	struct frame *fr = MEM_NEW(l->mem, struct frame);
	*fr = (struct frame){b, f->x - box->out_left, f->w + box->out_left};
	f->frame = fr;
	f->x = fr->x + box->pad_left;
	f->w = fr->w - box->pad_left - box->pad_right;
	f->lead += box->pad_top;
	uint32_t from = f->gone + f->nu;
	f->hold++;
	content(l, f, b);
	f->hold--;
	if (f->gone + f->nu == from)                   /* an empty box: its rules and padding only */
		lay_unit(l, f, b, PIECE_FILL, 0, 0)->n = 0;
	f->u[f->nu - 1].height += box->pad_bottom;
	f->frame = NULL;
	f->keep_lines = 0;                             /* what its title kept with it ends here */
	uint32_t n = f->gone + f->nu - from;
	for (uint32_t i = f->nu - n + 1; i < f->nu; i++) {
		f->u[i].frame_on = true;
		if (n <= BOX_LINES && f->u[i].keep == KEEP_NONE)
			f->u[i].keep = KEEP_SOFT;
	}
	f->u[f->nu - n].snap = on_grid(b);
	f->u[f->nu - n].margin |= box->out_left > 0;
}

static bool in_margin(const struct lay *l, const struct flow *f, const struct block *b)
{
	return f->top && l->style->page.margin_col > 0 && (b->place == BLK_RAND_NEXT || b->place == BLK_RAND_PREV);
}

/* On the side where its lines begin; a mirrored page begins at the right. */
static void indent(const struct lay *l, struct flow *f, const struct block *b)
{
	const len_t in = b->indent + (b->style ? b->style->indent : 0);
	const struct blk_seq *q = l->seq->seq;
	if (!in)
		return;
	f->w -= in;
	f->x += blk_rtl(lay_lang(l, b)) == (q && q->rtl) ? in : 0;
}

static void enter(const struct lay *l, struct flow *f, const struct block *b)
{
	lay_space(f, b->style ? b->style->before : b->before);
	if (f->top && (b->page_before || (b->style && b->style->page_before)))
		f->force = true;
	if (b->more->head)
		f->head = b->more->head;
	indent(l, f, b);
}

static bool is_picture(const struct unit *u) { return u->kind == PIECE_DRAWING || u->kind == PIECE_IMAGE; }

static void kept(struct lay *l, struct flow *f, const struct block *b)
{
	uint32_t from = f->gone + f->nu;
	f->hold++;
	if (b->more->box)
		boxed(l, f, b);
	else
		content(l, f, b);
	f->hold--;
	for (uint32_t i = from + 1; i < f->gone + f->nu; i++) {
		struct unit *u = &f->u[i - f->gone];
		if (is_picture(&u[-1]) && u->keep < KEEP_HEAD)         /* a legend alone says nothing */
			u->keep = KEEP_HEAD;
		else if (u->keep == KEEP_NONE)
			u->keep = KEEP_SOFT;
	}
}

/* A line announces what comes; a box or table only would like to have it beside. */
static void stays_with_next(struct flow *f, const struct block *b)
{
	if (b->flow == BLK_TEXT) {
		holds_next(f, 1);
	} else if (f->keep_lines < 1) {
		f->keep_lines = 1;
		f->since = 0;
	}
}

static void block(struct lay *l, struct flow *f, const struct block *b)
{
	if (b->place == BLK_ABS && f->top) {
		absolute(l, f, b);
		return;
	}
	const len_t x = f->x, w = f->w;
	const bool full = f->full;
	const struct sty_page *pg = &l->style->page;
	if (b->place == BLK_FULL && f->top && !f->full && !f->frame) {
		f->w += f->x - pg->left;
		f->x = pg->left;
		f->full = true;
	}
	enter(l, f, b);
	uint32_t from = f->gone + f->nu;
	if (b->keep || (b->style && b->style->keep_whole))
		kept(l, f, b);
	else if (b->more->box)
		boxed(l, f, b);
	else
		content(l, f, b);
	if (b->keep_next && f->gone + f->nu > from)
		stays_with_next(f, b);
	lay_space(f, b->style ? b->style->after : b->after);
	f->x = x;
	f->w = w;
	f->full = full;
}

/* The first unit of the chain that announces the next one, whole paragraphs; that one if nothing does. */
static uint32_t announced_from(const struct flow *f)
{
	uint32_t from = f->nu;
	for (bool held = f->announces; from && held; held = f->u[from].keep == KEEP_HEAD) {
		from--;
		const uint32_t above = f->u[from].kind == PIECE_LINES ? f->u[from].first : 0;
		from -= above < from ? above : from;
	}
	return from;
}

/* On pages of its own: a page has one look. What announces it goes there with it. */
static void apart(struct lay *l, struct flow *f, const struct block *b)
{
	const struct style *was = l->style;
	const struct flow box = *f;
	const uint32_t from = announced_from(f), first = f->nu;
	l->style = b->more->look;
	for (uint32_t i = from; i < f->nu; i++)
		f->u[i].look = l->style;
	f->x = l->style->page.left + l->style->page.margin_col + l->style->page.gutter;
	f->w = l->style->page.text;
	f->full = true;
	block(l, f, b);
	if (b->floats && from == first && f->nu > first) {
		f->u[first].floats = f->nu - first;
		f->u[first].space_up = box.space_up;
	}
	f->x = box.x;
	f->w = box.w;
	f->full = box.full;
	f->space_up = box.space_up;
	l->style = was;
}

void lay_flow_block(struct lay *l, struct flow *f, const struct block *b)
{
	if (b->flow == BLK_INLINE || b->flow == BLK_FOOT)
		return;
	if (b->more->look && f->top && !f->frame && !f->hold) {
		apart(l, f, b);
		return;
	}
	const len_t up = f->space_up;
	const uint32_t from = f->gone + f->nu;
	block(l, f, b);
	if (b->floats && f->top && !f->frame && f->gone + f->nu > from) {
		f->u[from - f->gone].floats = f->gone + f->nu - from;
		f->u[from - f->gone].space_up = up;
		f->space_up = up;
	}
}

/* Sets b into the margin column. anchor: unit it hangs on, or UINT32_MAX: the next one. */
static void margin(struct lay *l, struct flow *f, const struct block *b, uint32_t anchor)
{
	const struct sty_page *pg = &l->style->page;
	struct flow *m = lay_flow_get(l, pg->left, b->more->w ? b->more->w : pg->margin_col);
	m->undivided = true;
	lay_flow_block(l, m, b);
	lay_margin_hang(l, f, m, anchor);
	lay_flow_put(l, m);
}

/* Nothing came after them: they stand alone, at the height they need. */
static void margin_rest(struct lay *l, struct flow *f, const struct block *b)
{
	if (!f->waiting)
		return;
	len_t h = f->waiting_h;
	struct unit *u = lay_unit(l, f, b, PIECE_FILL, h, 0);
	u->first = f->p.n;
	u->n = 0;
}

/* A stack is at least as high as its margin blocks need. */
static void stretch(struct flow *f, uint32_t anchor)
{
	if (anchor < f->gone || anchor - f->gone >= f->nu)
		return;
	len_t high = 0, need = f->u[anchor - f->gone].rand_h;
	for (uint32_t i = anchor - f->gone; i < f->nu; i++)
		high += f->u[i].height + (i > anchor - f->gone ? f->u[i].space : 0);
	if (high < need)
		f->u[f->nu - 1].height += need - high;
}

/* Units, of all: the first of the sibling before, and one with a margin block. UINT32_MAX: none. */
struct siblings { uint32_t before, beside; };

static void margin_child(struct lay *l, struct flow *f, const struct block *c, struct siblings *s)
{
	bool prev = c->place == BLK_RAND_PREV && s->before != UINT32_MAX && s->before < f->gone + f->nu;
	margin(l, f, c, prev ? s->before : UINT32_MAX);
	if (prev)
		s->beside = s->before;
	else if (c->role == BLK_CAPTION)               /* a legend beside the list of its figure */
		s->beside = f->gone + f->nu;
}

/* The sentence before a list, and one with a colon before anything that stays where it is. */
static bool leads(const struct block *c)
{
	if (c->flow != BLK_TEXT || !c->next || !c->nsegs)
		return false;
	const struct blk_seg *last = &c->segs[c->nsegs - 1];
	const bool colon = last->kind == BLK_SEG_TEXT && last->len && last->text[last->len - 1] == ':';
	return c->next->role == BLK_L || (colon && !c->next->floats);
}

static void child(struct lay *l, struct flow *f, const struct block *c, struct siblings *s)
{
	s->before = f->gone + f->nu;
	lay_flow_block(l, f, c);
	if (leads(c) && f->gone + f->nu > s->before)
		holds_next(f, 1);
}

/* Are there units for a page, and can nothing that comes change them any more? */
static bool may_drain(const struct flow *f, const struct block *c)
{
	return f->top && !f->hold && !f->waiting && f->nu > DRAIN && !(c->next && c->next->place == BLK_RAND_PREV);
}

void lay_flow_children(struct lay *l, struct flow *f, const struct block *b)
{
	struct siblings s = {UINT32_MAX, UINT32_MAX};
	for (const struct block *c = b->first; c; c = c->next) {
		if (in_margin(l, f, c))
			margin_child(l, f, c, &s);
		else if (c->flow != BLK_INLINE && c->flow != BLK_FOOT)
			child(l, f, c, &s);
		if (may_drain(f, c))
			lay_pages_drain(l, f, false);
	}
	if (s.beside != UINT32_MAX)
		stretch(f, s.beside);
	if (f->top)
		margin_rest(l, f, b);
}
