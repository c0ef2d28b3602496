/* sheet.c: slides: nothing on them may be cut off or set smaller, so what does not fit is an error at the author's
 * line. And slides shown on paper: a run of pages of their own, each of which is a picture in the flow of the page,
 * made of the same items, drawn smaller. */
#include <string.h>

#include "layout/parts.h"

static void too_much(struct lay *l, const struct block *at, len_t over, len_t leading)
{
	len_t lines = leading > 0 ? (over + leading - 1) / leading : 0;
	const struct block *title = l->seq->seq->title;
	/* taken from elsewhere: where that is asked for */
	while (title && at->parent && strcmp(at->file ? at->file : "", title->file ? title->file : ""))
		at = at->parent;
	diag_error(l->diag, "FOLIE", at->file, at->line,
		"Auf der Folie „%s“ fehlt von hier an Platz: %d Punkt, das sind %d %s; erwartet wird, dass alles in "
		"der Größe der Vorlage auf eine Folie passt; bitte kürzen oder auf zwei Folien verteilen",
		title && title->more->title ? title->more->title : "", (over + 999) / 1000, lines,
		lines == 1 ? "Zeile" : "Zeilen");
}

/* One page; of a slide that goes on, every unit. */
void lay_slide_check(struct lay *l, struct flow *f)
{
	const struct block *at;
	len_t leading = sty_para(l->style, "fliess")->leading, most = l->style->page.bottom - l->style->page.top;
	if (!l->seq->seq->goes_on) {
		len_t over = lay_pages_over(l, f, &at, &leading);
		if (over)
			too_much(l, at, over, leading);
		return;
	}
	for (uint32_t i = 0; i < f->nu; i++) {
		len_t need = f->u[i].height + (i ? lay_cont_height(l, &f->u[i]) : 0);
		if (!f->u[i].abs && need > most)
			too_much(l, f->u[i].b, need - most, leading);
	}
}

static void check_title(struct lay *l, const struct block *h, len_t height, const char *with)
{
	const struct sty_page *pg = &l->style->page;
	len_t top = h->more->y - (h->style->leading - lay_depth(h->style->leading)),
	      room = (l->seq->seq->bare ? pg->height : pg->top) - top, lines = room / h->style->leading;
	lines = lines > 2 ? 2 : lines;
	if (height > lines * h->style->leading)
		diag_error(l->diag, "FOLIE", h->file, h->line,
			"Die Überschrift der Folie „%s“ hat %s%d Zeilen, Platz ist für %d, es fehlen %d Punkt; "
			"erwartet wird ein kurzer Aussagesatz; bitte kürzen",
			h->more->title ? h->more->title : "", with, height / h->style->leading, lines,
			(height - lines * h->style->leading) / 1000);
}

void lay_slide_title(struct lay *l, const struct block *h, len_t height)
{
	check_title(l, h, height, "");
}

void lay_slide_more(struct lay *l)
{
	const struct block *h = l->seq->seq->title;
	const struct para *pa = h ? l->para[h->num] : NULL;
	/* one that is too long by itself has been told */
	if (l->seq->npages > 1 && pa && pa->nlines && pa->nlines <= 2 && lay_more_wraps(l, h))
		check_title(l, h, ((len_t)pa->nlines + 1) * h->style->leading,
			mem_fmt(l->mem, "mit „(%s)“ ", sty_word(l->style, "fortsetzung")));
}

/* ---- on paper ---- */

static uint32_t sheet_new(struct lay *l, const struct block *b)
{
	if (l->nsheets == l->cap_sheets) {
		l->cap_sheets = l->cap_sheets ? l->cap_sheets * 2 : 16;
		l->sheets = mem_realloc(l->sheets, l->cap_sheets * sizeof *l->sheets);
	}
	l->sheets[l->nsheets] = (struct seq){.b = b, .seq = b->more->seq};
	return l->nsheets++;
}

void lay_sheet(struct lay *l, struct flow *f, const struct block *b)
{
	struct seq *outer = l->seq;
	const struct style *style = l->style;
	const char *running = l->running;
	const uint32_t at = sheet_new(l, b);
	lay_seq_fill(l, &l->sheets[at], true);
	const struct sty_page slide = l->style->page;
	l->seq = outer;
	l->style = style;
	l->running = running;
	for (uint32_t k = 0; k < l->sheets[at].npages; k++) {
		len_t h = len_scale(slide.height, f->w, slide.width);
		f->force |= k > 0;
		uint32_t first = f->p.n;
		struct piece *v = lay_piece(&f->p, PIECE_SHEET, b);
		*v = (struct piece){.kind = PIECE_SHEET, .b = b, .x = f->x, .w = f->w, .h = h, .first = at, .n = k};
		struct unit *u = lay_unit(l, f, b, PIECE_SHEET, h, 0);
		f->p.v[first].y = u->lead;
		u->first = first;
		u->n = 1;
		u->margin = true;
	}
}

/* Slides are counted through, whatever page they are shown on. */
void lay_sheets_number(struct lay *l)
{
	uint32_t next = 1;
	for (uint32_t i = 0; i < l->nsheets; i++) {
		l->sheets[i].first_number = next;
		next += l->sheets[i].npages;
	}
}

struct scale { len_t to, of, x, y; };

static len_t scaled(const struct scale *s, len_t v) { return len_scale(v, s->to, s->of); }

static void shrink_box(const struct scale *s, len_t *x, len_t *y, len_t *w, len_t *h)
{
	*x = s->x + scaled(s, *x);
	*y = s->y + scaled(s, *y);
	*w = scaled(s, *w);
	*h = scaled(s, *h);
}

static void shrink(struct lay_page *p, size_t item, size_t pt, const struct scale *s)
{
	for (; item < p->nitems; item++) {
		struct lay_item *it = &p->items[item];
		switch ((enum lay_kind)it->kind) {
		case LAY_TEXT:
			it->u.text.size = scaled(s, it->u.text.size);
			it->u.text.track = scaled(s, it->u.text.track);
			it->u.text.x = s->x + scaled(s, it->u.text.x);
			it->u.text.y = s->y + scaled(s, it->u.text.y);
			break;
		case LAY_PATH:
			it->u.path.width = scaled(s, it->u.path.width);
			it->u.path.dash_on = scaled(s, it->u.path.dash_on);
			it->u.path.dash_off = scaled(s, it->u.path.dash_off);
			break;
		case LAY_IMAGE: shrink_box(s, &it->u.image.x, &it->u.image.y, &it->u.image.w, &it->u.image.h); break;
		case LAY_LINK: shrink_box(s, &it->u.link.x, &it->u.link.y, &it->u.link.w, &it->u.link.h); break;
		}
	}
	for (; pt < p->npts; pt++) {
		p->pts[pt].x = s->x + scaled(s, p->pts[pt].x);
		p->pts[pt].y = s->y + scaled(s, p->pts[pt].y);
	}
}

/* v->y: from the upper edge of the page. */
void lay_emit_sheet(struct pen *p, const struct piece *v)
{
	struct lay *l = p->l;
	const struct style *style = l->style;
	const struct scale s = {v->w, v->b->more->seq->style->page.width, v->x, v->y};
	size_t item = p->page->nitems, pt = p->page->npts;
	lay_emit_page(l, &l->sheets[v->first], (int)v->n, p->page);
	shrink(p->page, item, pt, &s);
	l->style = style;
	p->open = false;
	const len_t thin = 500;                        /* an edge, as paper has one */
	const struct piece edge[] = {{.x = v->x, .y = v->y, .w = v->w, .h = thin},
		{.x = v->x, .y = v->y + v->h - thin, .w = v->w, .h = thin},
		{.x = v->x, .y = v->y, .w = thin, .h = v->h},
		{.x = v->x + v->w - thin, .y = v->y, .w = thin, .h = v->h}};
	for (size_t i = 0; i < sizeof edge / sizeof *edge; i++) {
		struct piece line = edge[i];
		line.rgb = sty_colour(style, "linie");
		line.kind = PIECE_FILL;
		line.artifact = LAY_LAYOUT;
		lay_emit_rect(p, &line);
	}
}
