/* page.c: units to pages. A page takes as many units as fit and ends at the last place where that is allowed; where
 * nothing is allowed, the lighter rule gives way first. */
#include <stdlib.h>

#include "layout/page.h"
#include "layout/para.h"
#include "layout/table.h"

struct state { len_t y, margin; };                 /* end of the text, end of the margin blocks */
/* Units taken, where they end; tight: with less space between them. */
struct plan { uint32_t n; struct state end; bool tight; };

/* Percent of a page, where more of its chapter comes; lines of a chapter's last page, and of one that begins within a
 * table: a row alone says little. */
enum { ENOUGH = 75, LAST_LINES = 5, LAST_ROWS = 8 };
/* Units of figures that text goes before; lines of a paragraph that is broken anew for the sake of one. */
enum { MOST_BEHIND = 64, MOST_LINES = 1000 };

static len_t height(const struct lay *l) { return l->style->page.bottom - l->style->page.top; }

static len_t snap(const struct lay *l, len_t y)
{
	len_t g = l->style->page.grid > 0 ? l->style->page.grid : 7500;
	return y <= 0 ? 0 : (y + g - 1) / g * g;
}

/* Upper edge of the next unit. */
static len_t place(const struct lay *l, const struct state *s, const struct unit *u, bool first, bool tight)
{
	if (tight && !u->abs && !first) {
		len_t y = s->y + len_scale(u->space, 6, 10);
		return u->margin && s->margin > y ? s->margin : y;
	}
	len_t y = first ? s->y : s->y + u->space;
	if (u->abs)
		return s->y;
	if (u->margin && s->margin > y)
		y = s->margin + l->style->page.grid;
	return u->snap ? snap(l, y) : y;
}

static void advance(struct state *s, const struct unit *u, len_t y)
{
	if (u->abs)
		return;
	s->y = y + u->height;
	if (u->rand && y + u->rand_h > s->margin)
		s->margin = y + u->rand_h;
}

/* Does a page end before the unit, whatever it holds? */
static bool ends_page(const struct flow *f, uint32_t i)
{
	return f->u[i].keep == KEEP_FORCE_BREAK || f->u[i].look != f->u[i - 1].look;
}

static bool notes_fit(const struct lay *l, uint32_t end, len_t y)
{
	return y + lay_notes_need(l, end) <= height(l);
}

static bool fits(const struct lay *l, const struct state *s, const struct unit *u, len_t y)
{
	len_t need = u->abs ? s->y : y + (u->height > u->rand_h ? u->height : u->rand_h);
	return need <= height(l) && notes_fit(l, u->note_end, y + u->height);
}

/* How full it would be, with its notes, in percent. */
static int filled(const struct lay *l, const struct flow *f, const struct plan *p)
{
	len_t notes, text = p->end.y > p->end.margin ? p->end.y : p->end.margin;
	lay_notes_room(l, f->u[p->n - 1].note_end, height(l) - p->end.y, &notes);
	return (int)(100LL * (text + notes) / (height(l) > 0 ? height(l) : 1));
}

/* Of a float with notes only text that has none. */
static bool goes_before(const struct flow *f, uint32_t i, uint32_t from, bool noted)
{
	return lay_float_passes(f, &f->u[i]) && !(noted && f->u[i].note_end != f->u[from - 1].note_end);
}

/* How a unit keeps to the one before it; the end of the text may end a page, another look must. */
static uint8_t keep_at(const struct flow *f, uint32_t i)
{
	return i == f->nu ? KEEP_NONE : f->u[i].look != f->u[0].look ? KEEP_FORCE_BREAK : f->u[i].keep;
}

/* The page would end before a float: text after it fills the page, as far as it goes; *stop: up to here. */
static struct plan fill_up(struct lay *l, struct flow *f, struct plan p, bool all, uint32_t *stop)
{
	const uint32_t at = p.n, from = at + f->u[at].floats;
	const bool noted = lay_float_noted(f, at);     /* then only text without notes passes: they are in order */
	struct plan best = p;
	struct state s = p.end;
	for (uint32_t i = *stop = from; i <= f->nu; *stop = ++i) {
		if (i == f->nu && !all)
			return (struct plan){0};
		const uint8_t keep = keep_at(f, i);
		if (i > from && (keep == KEEP_NONE || keep == KEEP_FORCE_BREAK) && !lay_float_divides(f, i))
			best = (struct plan){.n = at + i - from, .end = s};
		if (i == f->nu || keep == KEEP_FORCE_BREAK || (i == from && keep != KEEP_NONE) ||
			!goes_before(f, i, from, noted))
			break;
		struct unit u = f->u[i];
		u.note_end = noted ? f->u[at - 1].note_end : u.note_end;
		u.space = i == from ? lay_float_space(&u, &f->u[at]) : u.space;
		len_t y = place(l, &s, &u, false, false);
		if (!fits(l, &s, &u, y))
			break;
		advance(&s, &u, y);
	}
	if (best.n > at)
		lay_float_move(f, at, best.n - at);
	return best;
}

/* The table or box that goes on at a unit ends before which? */
static uint32_t table_end(const struct flow *f, uint32_t at)
{
	while (lay_float_divides(f, at) && lay_float_passes(f, &f->u[at]))
		at++;
	return at;
}

static struct plan plan(struct lay *, struct flow *, bool all, uint32_t most);

/* May text go before the float as well that comes right behind so many units at the end of the page? Not if it would
 * go before a row of pictures that goes on for pages. */
static bool joins(const struct flow *f, const struct plan *p, uint32_t behind)
{
	const uint32_t next = p->n + behind;
	return behind < MOST_BEHIND && next < f->nu && f->u[next].floats && lay_float_may(f, next) &&
		!lay_float_noted(f, next) && f->u[next].look == f->u[0].look;
}

/* Right behind the float come others, and the page is too empty: text after them goes before all of them. */
static struct plan past_next(struct lay *l, struct flow *f, struct plan p, bool all, uint32_t *stop)
{
	const uint32_t own = p.n ? f->u[p.n].floats : 0;
	uint32_t n = own;
	while (own && joins(f, &p, n) && filled(l, f, &p) < ENOUGH) {
		const uint32_t at = p.n;
		f->u[at].floats = n += f->u[at + n].floats;
		p = fill_up(l, f, p, all, stop);
		f->u[p.n ? p.n : at].floats = own;
		if (!p.n)
			break;
	}
	return p;
}

/* The page would end before a float. Is it too empty even then, since a table or box does not end on it, the float goes
 * after that. */
static struct plan before_float(struct lay *l, struct flow *f, struct plan p, bool all)
{
	uint32_t stop;
	if (lay_float_noted(f, p.n))
		return fill_up(l, f, p, all, &stop);
	p = past_next(l, f, fill_up(l, f, p, all, &stop), all, &stop);
	const uint32_t end = p.n ? table_end(f, stop) : stop;
	if (end == stop || lay_float_divides(f, end) || filled(l, f, &p) >= ENOUGH)
		return p;
	if (end == f->nu && !all)
		return (struct plan){0};
	lay_float_move(f, p.n, end - p.n - f->u[p.n].floats);
	return plan(l, f, all, UINT32_MAX);
}

/* The page ends before what has pages of its own: text after that goes on here, if it may. */
static struct plan filled_up(struct lay *l, struct flow *f, struct plan p, bool all)
{
	uint32_t stop;
	return f->u[p.n].look != f->u[0].look && lay_float_may(f, p.n) ? fill_up(l, f, p, all, &stop) : p;
}

/* A page that can end nowhere but behind a heading takes the line after it, though not all its notes find room. */
static bool with_heading(const struct lay *l, const struct flow *f, struct plan *p)
{
	const struct unit *u = &f->u[p->n];
	const len_t y = place(l, &p->end, u, false, false);
	if (u->keep != KEEP_HEAD || u->kind != PIECE_LINES || y + u->height + lay_notes_least(l) > height(l))
		return false;
	advance(&p->end, u, y);
	p->n++;
	return true;
}

/* What is kept together gives way before a page stays too empty. */
static struct plan fuller(const struct lay *l, const struct flow *f, const struct plan best[KEEP_FORCE_BREAK],
	struct plan p)
{
	static const int enough[KEEP_HEAD] = {[KEEP_SOFT] = ENOUGH, [KEEP_HARD] = 50};
	for (int keep = KEEP_SOFT; keep < KEEP_HEAD; keep++)
		if (best[keep].n > p.n && filled(l, f, &p) < enough[keep])
			p = best[keep];
	return p;
}

static struct plan settled(struct lay *l, struct flow *f, const struct plan best[KEEP_FORCE_BREAK], bool all)
{
	struct plan p = best[KEEP_NONE];
	if (p.n && lay_float_may(f, p.n))
		return before_float(l, f, p, all);
	if (p.n)
		return fuller(l, f, best, p);
	for (int keep = KEEP_SOFT; keep < KEEP_HEAD; keep++)
		if (best[keep].n)
			return best[keep];
	p = best[KEEP_HEAD];
	while (p.n && p.n < f->nu && with_heading(l, f, &p))
		;
	return p;
}

static int mm(len_t l) { return (int)((l * 254 + 360000) / 720000); }

static void too_high(struct lay *l, const struct unit *u, len_t y)
{
	len_t own = u->height > u->rand_h ? u->height : u->rand_h;
	if (y > height(l))                             /* a head that comes again, told by itself */
		return;
	diag_error(l->diag, "HOCH", u->b->file, u->b->line,
		"Hier ist %s %d mm hoch und lässt sich nicht teilen, auf der Seite sind %d mm; es liefe unten heraus, "
		"bitte auf mehrere Teile verteilen oder verkleinern",
		u->b->role == BLK_FIGURE ? "die Abbildung" : "etwas", mm(own), mm(height(l) - y));
}

/* How many units go on this page, at most so many; 0: not enough of them yet. */
static struct plan plan(struct lay *l, struct flow *f, bool all, uint32_t most)
{
	struct state s = {f->nu ? lay_cont_height(l, &f->u[0]) : 0, 0};
	struct plan best[KEEP_FORCE_BREAK] = {0};      /* by the rule that gives way */
	bool any = false;
	for (uint32_t i = 0; i < f->nu; i++) {
		const struct unit *u = &f->u[i];
		if (i && ends_page(f, i))
			return filled_up(l, f, (struct plan){.n = i, .end = s}, all);
		if (i > most)
			return settled(l, f, best, all);
		if (i && s.y + lay_cont_reserve(u) <= height(l) && notes_fit(l, f->u[i - 1].note_end, s.y)) {
			best[u->keep] = (struct plan){.n = i, .end = s};
			any = true;
		}
		len_t y = place(l, &s, u, i == 0, false);
		if (i && !fits(l, &s, u, y))
			return any ? settled(l, f, best, all) : (struct plan){.n = i, .end = s};
		if (!i && !(l->seq->seq && l->seq->seq->slide) &&
			(u->abs ? s.y : y + (u->height > u->rand_h ? u->height : u->rand_h)) > height(l))
			too_high(l, u, y);
		advance(&s, u, y);
	}
	return (struct plan){.n = all ? f->nu : 0, .end = s};
}

/* A line of a table or a card is as good a place as a paragraph. */
static const struct block *lowest(const struct flow *f, const struct unit *u, len_t most, len_t *leading)
{
	const struct block *at = u->b;
	for (uint32_t i = u->first; u->kind != PIECE_LINES && i < u->first + u->n; i++) {
		const struct piece *v = &f->p.v[i];
		if (v->kind != PIECE_LINES || v->artifact)
			continue;
		at = v->b;
		if (v->y + (len_t)v->n * v->b->style->leading > most)
			break;
	}
	if (at->style)
		*leading = at->style->leading;
	return at;
}

len_t lay_pages_over(struct lay *l, struct flow *f, const struct block **at, len_t *leading)
{
	struct state s = {f->nu ? lay_cont_height(l, &f->u[0]) : 0, 0};
	len_t most = height(l);
	*at = NULL;
	for (uint32_t i = 0; i < f->nu; i++) {
		len_t y = place(l, &s, &f->u[i], i == 0, false);
		advance(&s, &f->u[i], y);
		if (!*at && s.y > most)
			*at = lowest(f, &f->u[i], most - y, leading);
	}
	return s.y > most ? s.y - most : 0;
}

len_t lay_pages_left(const struct lay *l, const struct flow *f)
{
	struct state s = {f->nu ? lay_cont_height(l, &f->u[0]) : 0, 0};
	for (uint32_t i = 0; i < f->nu; i++)
		advance(&s, &f->u[i], place(l, &s, &f->u[i], i == 0, false));
	return height(l) - (s.y > s.margin ? s.y : s.margin);
}

static struct page *page_new(struct lay *l, struct seq *q)
{
	MEM_ROOM(q->pages, q->npages, q->cap_pages);
	struct page *pg = &q->pages[q->npages++];
	*pg = (struct page){.first = q->p.n, .head = l->running};
	pg->look = l->style == lay_seq_look(l, q) ? NULL : l->style;
	return pg;
}

void lay_pages_empty(struct lay *l, struct seq *q)
{
	page_new(l, q);
}

static void put_units(struct lay *l, struct flow *f, struct seq *q, const struct plan *p)
{
	const uint32_t n = p->n;
	struct state s = {lay_cont_height(l, &f->u[0]), 0};
	const struct frame *frame = NULL;
	uint32_t opened = 0;
	for (uint32_t i = 0; i < n; i++) {
		const struct unit *u = &f->u[i];
		len_t y = place(l, &s, u, i == 0, p->tight);
		if (frame && frame != u->frame)
			lay_frame_close(frame, &q->p, opened, s.y);
		if (u->frame && u->frame != frame)
			opened = lay_frame_open(u->frame, &q->p,
				y - (u->frame_on ? u->frame->b->more->box->pad_top : 0));
		frame = u->frame;
		for (uint32_t r = u->rand; r; r = f->r[r - 1].next)
			lay_pieces_put(&f->p, f->r[r - 1].first, f->r[r - 1].n, &q->p, y + f->r[r - 1].y);
		uint32_t from = q->p.n;
		lay_unit_put(f, u, &q->p, u->abs ? -l->style->page.top : y);
		for (uint32_t k = from; i == 0 && u->kind != PIECE_LINES && k < q->p.n; k++)
			if (q->p.v[k].inner)
				q->p.v[k].w = 0;
		advance(&s, u, y);
	}
	if (frame)
		lay_frame_close(frame, &q->p, opened,
			s.y + (n < f->nu && f->u[n].frame_on ? frame->b->more->box->pad_bottom : 0));
}

struct ranked { uint32_t num, at; struct piece v; };

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	return x->num != y->num ? (x->num > y->num) - (x->num < y->num) : (x->at > y->at) - (x->at < y->at);
}

/* Content is painted in the order in which it is read: so a copied text is that of the tags, whatever stands beside
 * what. Behind it first what is no content, since some of it lies below the text. */
static void in_reading_order(struct pieces *p, uint32_t first)
{
	struct ranked *r = mem_alloc((p->n - first + 1) * sizeof *r);
	uint32_t n = p->n - first;
	for (uint32_t i = 0; i < n; i++) {
		const struct piece *v = &p->v[first + i];
		r[i] = (struct ranked){v->artifact || !v->b ? 0 : v->b->num + 1, i, *v};
	}
	qsort(r, n, sizeof *r, by_rank);
	for (uint32_t i = 0; i < n; i++)
		p->v[first + i] = r[i].v;
	free(r);
}

/* A page should not end with a hyphen: one try to break the paragraph otherwise. */
static void unhyphen(struct lay *l, struct flow *f, const struct unit *u)
{
	struct para *p = l->para[u->b->num];
	if (!u->hyphen || p->notes || p->nlines > MOST_LINES || !lay_para_avoid(l, u->b, p, u->first))
		return;
	for (uint32_t i = 0; i < f->nu; i++)
		if (f->u[i].kind == PIECE_LINES && f->u[i].b == u->b)
			f->u[i].hyphen = lay_line_hyphen(p, f->u[i].first);
}

/* How full it is: for --dump=pages. */
static void weigh(const struct lay *l, const struct flow *f, struct page *pg, const struct plan *p, len_t notes)
{
	const len_t end = p->end.y > p->end.margin ? p->end.y : p->end.margin;
	len_t lines = 0, other = 0;
	for (uint32_t i = 0; i < p->n; i++) {
		lines += f->u[i].kind == PIECE_LINES;
		other += f->u[i].kind == PIECE_LINES ? 0 : f->u[i].height;
	}
	lines += other / sty_para(l->style, "fliess")->leading;
	pg->lines = (uint16_t)(lines < UINT16_MAX ? lines : UINT16_MAX);
	pg->filled = end + notes < height(l) ? end + notes : height(l);
	pg->ends = p->n == f->nu ? !l->notes.nu : ends_page(f, p->n);
}

static void make_page(struct lay *l, struct flow *f, struct plan p)
{
	const uint32_t n = p.n;
	const len_t y = p.end.y;
	struct seq *q = l->seq;
	struct page *pg = page_new(l, q);
	uint32_t first = q->p.n, notes;
	len_t high;
	bool begun = false;
	for (uint32_t i = 0; i < n; i++) {
		if (f->u[i].head && !begun)
			pg->head = f->u[i].head;
		begun |= f->u[i].head != NULL;
		l->running = f->u[i].head ? f->u[i].head : l->running;
	}
	if (n) {
		if (f->u[n - 1].kind == PIECE_LINES && f->u[n - 1].first + 1 < l->para[f->u[n - 1].b->num]->nlines)
			unhyphen(l, f, &f->u[n - 1]);
		lay_cont_head(l, &f->u[0], &q->p);
		put_units(l, f, q, &p);
		if (n < f->nu && lay_cont_hint_room(&f->u[n]))
			lay_cont_hint(&f->u[n], &q->p, y);
	}
	notes = lay_notes_room(l, n ? f->u[n - 1].note_end : UINT32_MAX, height(l) - y, &high);
	pg = &q->pages[q->npages - 1];
	in_reading_order(&q->p, first);
	pg->notes = q->p.n;
	if (notes)
		lay_notes_put(l, q, notes);
	pg->n = q->p.n - first;
	weigh(l, f, pg, &p, high);
	lay_flow_drop(f, n);
}

/* From this unit on: where the chapter ends, if that is less than so many lines; 0: it is not. *known: it can be
 * told. */
static uint32_t brief_end(const struct lay *l, const struct flow *f, uint32_t from, int lines, bool *known)
{
	len_t left = lines * sty_para(l->style, "fliess")->leading;
	uint32_t i = from;
	for (; i < f->nu && !ends_page(f, i) && left > 0; i++)
		left -= f->u[i].height;
	*known |= left <= 0 || i < f->nu;
	return *known && left > 0 && i > from ? i : 0;
}

/* All units up to the end, closer together; n is 0 if the page has no room even so. */
static struct plan drawn_in(const struct lay *l, const struct flow *f, uint32_t end)
{
	struct plan p = {.end = {lay_cont_height(l, &f->u[0]), 0}, .tight = true};
	for (uint32_t i = 0; i < end; i++) {
		len_t y = place(l, &p.end, &f->u[i], i == 0, true);
		if (!fits(l, &p.end, &f->u[i], y))
			return (struct plan){0};
		advance(&p.end, &f->u[i], y);
	}
	p.n = end;
	return p;
}

/* A page that ends earlier, so that so many lines are left for the chapter's last one; n is 0 if it would be too
 * empty. */
static struct plan shorter(struct lay *l, struct flow *f, uint32_t most, int lines, bool all)
{
	bool known = all;
	while (most && brief_end(l, f, most, lines, &known))
		most--;
	const struct plan less = most ? plan(l, f, all, most) : (struct plan){0};
	return less.n && filled(l, f, &less) >= ENOUGH ? less : (struct plan){0};
}

/* Would a row be divided? Where the table has no head, a row is a field of its own. */
static bool torn_row(const struct flow *f, uint32_t at) { return f->u[at].slice && f->u[at].grid->head.n; }

/* A chapter's last page is drawn in, or gets lines from the page before, if it would hold few; whole rows, if it would
 * begin within a table. Nothing as long as that is not known. */
static struct plan not_brief(struct lay *l, struct flow *f, struct plan p, bool all)
{
	bool known = all;
	const bool row = lay_float_divides(f, p.n) && f->u[p.n].grid;
	const uint32_t end = brief_end(l, f, p.n, row ? LAST_ROWS : LAST_LINES, &known);
	if (!known)
		return (struct plan){0};
	if (!end || (l->seq->seq && l->seq->seq->slide))
		return p;
	struct plan other = drawn_in(l, f, end);
	if (other.n)
		return other;
	if (row && (other = shorter(l, f, p.n, LAST_ROWS, all)).n && !torn_row(f, other.n))
		return other;
	if (brief_end(l, f, p.n, LAST_LINES, &known) && (other = shorter(l, f, p.n, LAST_LINES, all)).n)
		return other;
	return p;
}

void lay_pages_drain(struct lay *l, struct flow *f, bool all)
{
	const struct style *was = l->style;
	while (f->nu) {
		l->style = f->u[0].look;
		struct plan p = plan(l, f, all, UINT32_MAX);
		if (p.n && p.n < f->nu)
			p = not_brief(l, f, p, all);
		if (!p.n)
			break;
		make_page(l, f, p);
	}
	l->style = was;
	while (all && l->notes.nu)                     /* what is left of long notes */
		make_page(l, f, (struct plan){0});
}
