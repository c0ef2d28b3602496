/* picture.c: pictures from files, and the place of one to come. */
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "compose/figure.h"
#include "compose/grid.h"
#include "compose/kinds.h"
#include "compose/large.h"
#include "compose/tree.h"

/* In Leichte Sprache, beside the text: no larger, and so far below the upper edge. */
#define BESIDE_WIDE LEN_MM(36)
#define BESIDE_HIGH LEN_PT(72)
#define BESIDE_TOP LEN_PT(6)
#define ROUNDED LEN_PT(0.1)                        /* the page's width is a sum of rounded lengths */
#define PLACE_HIGH LEN_MM(45)                      /* of a picture to come */

static struct block *svg(struct com *c, const struct doc_node *n, const struct doc_picture *p, len_t width,
	len_t height)
{
	const char *file = file_join(c->t->mem, c->doc->dir, p->path);
	const struct fig_drawing *d = fig_svg(c->t->mem, p->data, p->size, width, file, c->d);
	if (d && height && d->height > height)
		d = fig_svg(c->t->mem, p->data, p->size, len_scale(width, height, d->height), file, c->d);
	if (!d)
		return NULL;
	struct block *f = com_block(c, n, BLK_FIGURE, BLK_DRAWING);
	blk_more(c->t, f)->drawing = d;
	blk_more(c->t, f)->w = d->width;
	return f;
}

/* height 0: as high as it comes out. NULL: message given. */
struct block *com_picture(struct com *c, const struct doc_node *n, const char *path, len_t width, len_t height)
{
	const struct doc_picture *p = path ? doc_picture(c->doc, path) : NULL;
	size_t len = path ? strlen(path) : 0;
	if (p && len > 4 && !strcasecmp(path + len - 4, ".svg"))
		return svg(c, n, p, width, height);
	if (!p || p->px_w < 0)
		return NULL;                            /* told when it was read or looked at */
	if (!p->px_w || !p->px_h) {
		diag_error(c->d, "BILDGROESSE", doc_path(c->doc, n), n->line,
			"Das Bild „%s“ lässt sich nicht setzen; erwartet wird eine lesbare PNG-, JPEG- oder SVG-Datei; "
			"bitte Namen und Datei prüfen",
			path);
		return NULL;
	}
	if (height && len_scale(width, p->px_h, p->px_w) > height)
		width = len_scale(height, p->px_w, p->px_h);
	struct blk_image *im = MEM_NEW(c->t->mem, struct blk_image);
	*im = (struct blk_image){.path = p->path, .data = p->data, .size = p->size, .px_w = p->px_w, .px_h = p->px_h};
	struct block *f = com_block(c, n, BLK_FIGURE, BLK_IMAGE);
	blk_more(c->t, f)->image = im;
	blk_more(c->t, f)->w = width;
	return f;
}

/* A picture stands in the margin beside its section, below the heading's upper edge. */
static bool leicht(struct com *c, const struct doc_node *n)
{
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	com_box(c, b, (struct blk_box){.pad_top = BESIDE_TOP});
	b->place = c->margin ? BLK_RAND_PREV : BLK_AXIS;
	c->o.at = b;
	struct block *f = com_picture(c, n, doc_get(n, DOC_A_DATEI), BESIDE_WIDE, BESIDE_HIGH);
	if (f)
		blk_more(c->t, f)->alt = doc_get(n, DOC_A_ALT);
	return false;
}

/* Wider than the page: a page of its own size. */
static bool plan(struct com *c, const struct doc_node *n, len_t width)
{
	const char *alt = com_alt(c, n);
	struct block *f = com_large(c, n, doc_get(n, DOC_A_DATEI), width);
	if (!f)
		return false;
	blk_more(c->t, f)->alt = alt ? alt : com_plain(c, doc_child(n, DOC_AUSSAGE));
	c->block_of[n->order] = c->o.at;
	c->o.at->id = doc_get(n, DOC_A_ID);
	com_legend(c, n, BLK_AXIS, NULL);
	com_pop(c);
	return false;
}

bool com_on_abbildung(struct com *c, const struct doc_node *n)
{
	len_t width = com_mm(doc_get(n, DOC_A_BREITE));
	if (c->variant && !strcmp(c->variant, "leicht"))
		return leicht(c, n);
	if (width > c->full + ROUNDED && com_has_page(c, n))
		return plan(c, n, width);
	bool full = width > c->s->page.text;
	struct block *box = com_around(c, n);
	if (width <= 0)
		width = c->s->page.text;
	struct block *f = com_picture(c, n, doc_get(n, DOC_A_DATEI), width < c->full ? width : c->full,
		len_scale(c->s->page.bottom - c->s->page.top, 8, 10));
	if (!f) {
		box->before = box->after = 0;
		return false;
	}
	const char *alt = com_alt(c, n);
	blk_more(c->t, f)->w = width < c->full ? width : c->full;
	blk_more(c->t, f)->alt = alt ? alt : com_plain(c, doc_child(n, DOC_AUSSAGE));
	if (full)
		f->place = BLK_FULL;
	com_legend(c, n, full ? BLK_AXIS : BLK_RAND_PREV, NULL);
	return false;
}

bool com_on_bildplatz(struct com *c, const struct doc_node *n)
{
	const char *says = com_plain(c, n), *head = sty_word(c->s, "bildplatz");
	struct fig_canvas on = {.mem = c->t->mem, .style = c->s, .txt = c->txt, .width = c->full};
	com_draw(c, n, fig_place(&on, head, says, PLACE_HIGH),
		*says ? com_told(c, "bildplatz", says) : head, BLK_FULL);
	c->o.at->last->after = 2 * c->s->page.grid;
	return false;
}
