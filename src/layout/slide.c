/* slide.c: nothing on a slide may be cut off or set smaller, so what does not fit is an error at the author's line. */
#include <string.h>

#include "figure/figure.h"
#include "layout/para.h"
#include "layout/pen.h"
#include "layout/table.h"

#define TYPE_LEAST LEN_PT(14)                          /* what the last row can read */
#define HIGH_LEAST LEN_PT(96)                          /* a picture lower than that shows nothing */
enum { TRIES = 4 };

static const char *name(const struct lay *l)
{
	const struct block *title = l->seq->seq->title;
	return title && title->more->title ? title->more->title : "";
}

/* What was taken from elsewhere is told where that is asked for. */
static const struct block *written(const struct lay *l, const struct block *at)
{
	const struct block *title = l->seq->seq->title;
	while (title && at->parent && strcmp(at->file ? at->file : "", title->file ? title->file : ""))
		at = at->parent;
	return at;
}

static void too_much(struct lay *l, const struct block *at, len_t over, len_t leading)
{
	len_t lines = leading > 0 ? (over + leading - 1) / leading : 0;
	at = written(l, at);
	diag_error(l->diag, "FOLIE", at->file, at->line,
		"Auf der Folie „%s“ fehlt von hier an Platz: %d Punkt, das sind %d %s; erwartet wird, dass alles in "
		"der Größe der Gestaltung auf eine Folie passt; bitte kürzen oder auf zwei Folien verteilen",
		name(l), (over + 999) / 1000, lines, lines == 1 ? "Zeile" : "Zeilen");
}

/* As low as it can be, and most of its slide. */
static void too_high(struct lay *l, const struct piece *drawing, len_t over)
{
	const struct block *at = written(l, drawing->b);
	diag_error(l->diag, "FOLIE", at->file, at->line,
		"Auf der Folie „%s“ ist die Zeichnung auch in der kleinsten lesbaren Schrift um %d Punkt zu hoch; "
		"erwartet wird, was auf eine Folie passt, von ihr etwa %d Prozent; bitte kürzen, zusammenfassen, auf "
		"zwei Folien verteilen oder, bei vielen Jahren, art=\"linien\" wählen",
		name(l), (over + 999) / 1000, (drawing->h - over) / (drawing->h / 100));
}

/* ---- pictures take what room there is */

/* The smallest type in it; 0: none. */
static len_t smallest(const struct fig_drawing *d)
{
	len_t least = 0;
	for (const struct fig_op *o = d ? d->ops : NULL; o && o < d->ops + d->nops; o++)
		if (o->kind == FIG_TEXT && (!least || o->ch.size < least))
			least = o->ch.size;
	return least;
}

/* How low it may become: words in it must still be read. */
static len_t lowest(const struct piece *v)
{
	const len_t type = v->kind == PIECE_DRAWING ? smallest(v->b->more->drawing) : 0;
	if (type)
		return type > TYPE_LEAST ? len_scale(v->h, TYPE_LEAST, type) : v->h;
	return v->h < HIGH_LEAST ? v->h : HIGH_LEAST;
}

static struct piece *picture(const struct flow *f, const struct unit *u)
{
	const bool is = (u->kind == PIECE_IMAGE || u->kind == PIECE_DRAWING) && u->n == 1 && !u->abs;
	return is ? &f->p.v[u->first] : NULL;
}

/* Takes so much from the pictures, in parts of what each can give; less: they cannot give it. */
static void shrink(struct flow *f, len_t by)
{
	len_t can = 0;
	for (uint32_t i = 0; i < f->nu; i++) {
		const struct piece *v = picture(f, &f->u[i]);
		can += v ? v->h - lowest(v) : 0;
	}
	if (can < by)
		return;
	for (uint32_t i = 0; i < f->nu; i++) {
		struct unit *u = &f->u[i];
		struct piece *v = picture(f, u);
		const len_t was = v ? v->h : 0, part = v ? len_scale(by, v->h - lowest(v), can) + 1 : 0;
		if (!v)
			continue;
		v->w = len_scale(v->w, was - part, was);
		v->h = was - part;
		u->height -= part;
	}
}

void lay_slide_shrink(struct lay *l, struct flow *f)
{
	const struct block *at;
	len_t over, leading;
	if (l->seq->seq->goes_on)
		return;
	/* again, since what stands below is put on the grid anew */
	for (int i = 0; i < TRIES && (over = lay_pages_over(l, f, &at, &leading)) > 0; i++)
		shrink(f, over);
}

/* ---- what does not fit is told */

/* The drawing that is most of what stands on the slide, or NULL. */
static const struct piece *most_of_it(const struct lay *l, const struct flow *f, len_t over)
{
	const struct piece *most = NULL;
	for (uint32_t i = 0; i < f->nu; i++) {
		const struct piece *v = picture(f, &f->u[i]);
		if (v && v->kind == PIECE_DRAWING && v->h > over && (!most || v->h > most->h))
			most = v;
	}
	return most && most->h > (l->style->page.bottom - l->style->page.top) / 2 ? most : NULL;
}

/* One page; of a slide that goes on, every unit. */
void lay_slide_check(struct lay *l, struct flow *f)
{
	const struct block *at;
	len_t leading = sty_para(l->style, "fliess")->leading, most = l->style->page.bottom - l->style->page.top;
	if (!l->seq->seq->goes_on) {
		len_t over = lay_pages_over(l, f, &at, &leading);
		const struct piece *drawing = most_of_it(l, f, over);
		if (over && drawing)
			too_high(l, drawing, over);
		else if (over)
			too_much(l, at, over, leading);
		return;
	}
	for (uint32_t i = 0; i < f->nu; i++) {
		len_t need = f->u[i].height + (i ? lay_cont_height(l, &f->u[i]) : 0);
		if (!f->u[i].abs && need > most)
			too_much(l, f->u[i].b, need - most, leading);
	}
}

/* Cards side by side: boxes that end together, in a unit of their own. */
static bool is_cards(const struct flow *f, const struct unit *u)
{
	bool boxes = false;
	for (uint32_t i = u->first; u->b->flow == BLK_SIDE && u->kind == PIECE_FILL && i < u->first + u->n; i++)
		boxes |= f->p.v[i].kind == PIECE_FILL && f->p.v[i].h > u->height / 2;
	return boxes;
}

static void grow(struct flow *f, struct unit *u, len_t by)
{
	for (uint32_t i = u->first; i < u->first + u->n; i++) {
		struct piece *v = &f->p.v[i];
		if (v->kind == PIECE_FILL && v->h > u->height / 2)
			v->h += by;
	}
	u->height += by;
}

/* GESTALTUNG §15: cards take what is left of the slide, an axis is moved down by a part of it. */
void lay_slide_fill(struct lay *l, struct flow *f)
{
	enum { AXIS_PART = 4 };
	const len_t left = lay_pages_left(l, f);
	len_t cards = 0;
	if (l->seq->seq->goes_on || l->seq->seq->bare || left <= 0)
		return;
	for (uint32_t i = 0; i < f->nu; i++)
		cards += is_cards(f, &f->u[i]);
	/* by whole lines: what stands below is put on the grid, and must not get lower than the slide ends */
	const len_t grid = l->style->page.grid, each = cards ? left / cards / grid * grid : 0,
		    down = left / AXIS_PART / grid * grid;
	for (uint32_t i = 0; i < f->nu; i++) {
		struct unit *u = &f->u[i];
		if (cards && is_cards(f, u)) {
			grow(f, u, i + 1 < f->nu ? each : left - (cards - 1) * each);
		} else if (!cards && u->b->flow == BLK_SIDE && u->kind == PIECE_FILL) {
			for (uint32_t k = u->first; k < u->first + u->n; k++)
				f->p.v[k].y += down;
			u->height += down;
			return;
		}
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
