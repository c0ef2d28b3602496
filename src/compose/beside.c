/* beside.c: what stands side by side on a slide: two pictures, or a picture and its text, where the pictures become
 * larger so than one above the other. Their shape decides; an author who gives a width has decided. */
#include <string.h>

#include "compose/figure.h"
#include "compose/fixed.h"
#include "compose/tree.h"
#include "compose/walk.h"

#define GAP LEN_MM(10)
#define SAFE LEN_PT(30)                                /* what an estimate may lack, and the room around a figure */
enum { THOUSAND = 1000, MORE = 115 };                  /* per cent: it must be so much larger to be worth it */

/* The run of children that stand side by side: pictures, and the text of one. */
struct pair { const struct doc_node *first, *picture[2], *text; len_t w[2]; };

/* Width by height in thousandths; 0: none known. */
static int64_t shape(struct com *c, const struct doc_node *n)
{
	const char *path = doc_get(n, DOC_A_DATEI);
	const struct doc_picture *p = path ? doc_picture(c->doc, path) : NULL;
	if (!p || doc_get(n, DOC_A_BREITE))
		return 0;
	if (p->px_w > 0 && p->px_h > 0)
		return (int64_t)p->px_w * THOUSAND / p->px_h;
	struct diag *unused = diag_new();              /* told when it is set */
	const struct fig_drawing *d =
		p->px_w < 0 ? NULL : fig_svg(c->t->mem, p->data, p->size, c->full, path, unused);
	diag_free(unused);
	return d && d->height > 0 ? (int64_t)d->width * THOUSAND / d->height : 0;
}

static int64_t area(int64_t high, int64_t shape)
{
	return high > 0 ? high * high / THOUSAND * shape : 0;
}

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Its statement and source, so wide. */
static len_t caption(struct com *c, const struct doc_node *n, len_t width)
{
	return com_said_height(c, doc_child(n, DOC_AUSSAGE), width) +
		com_said_height(c, doc_child(n, DOC_QUELLE), width);
}

static len_t higher(struct com *c, const struct pair *p, len_t w0, len_t w1)
{
	const len_t a = caption(c, p->picture[0], w0), b = caption(c, p->picture[1], w1);
	return a > b ? a : b;
}

/* Of equal height over the whole width. */
static bool two(struct com *c, struct pair *p, len_t room)
{
	const int64_t a = shape(c, p->picture[0]), b = shape(c, p->picture[1]);
	if (!a || !b)
		return false;
	const len_t half = (c->full - GAP) / 2;
	const int64_t widest = (int64_t)(c->full - GAP) * THOUSAND / (a + b),
		      each = (room - caption(c, p->picture[0], c->full) - caption(c, p->picture[1], c->full)) / 2,
		      one = least(each, (int64_t)c->full * THOUSAND / a),
		      other = least(each, (int64_t)c->full * THOUSAND / b);
	int64_t high = least(widest, room - higher(c, p, half, half));
	if (high > 0)
		high = least(widest, room - higher(c, p, (len_t)(high * a / THOUSAND), (len_t)(high * b / THOUSAND)));
	if (high <= 0 || area(high, a) + area(high, b) < (area(one, a) + area(other, b)) * MORE / 100)
		return false;
	p->w[0] = (len_t)(high * a / THOUSAND);
	p->w[1] = (len_t)(high * b / THOUSAND);
	return true;
}

static bool is_text(const struct doc_node *n)
{
	return n->kind == DOC_ABSATZ || n->kind == DOC_LISTE;
}

static len_t text_height(struct com *c, const struct pair *p, len_t width)
{
	len_t h = 0;
	for (const struct doc_node *k = p->text; k && is_text(k); k = k->next)
		h += com_said_height(c, k, width);
	return h;
}

/* The picture takes at most half of the slide, the text what is left. */
static bool with_text(struct com *c, struct pair *p, len_t room)
{
	const int64_t a = shape(c, p->picture[0]);
	if (!a)
		return false;
	const len_t half = (c->full - GAP) / 2, below = caption(c, p->picture[0], half);
	const int64_t high = least((int64_t)half * THOUSAND / a, room - below),
		      alone = least((int64_t)c->full * THOUSAND / a,
			      room - text_height(c, p, c->full) - caption(c, p->picture[0], c->full));
	p->w[1] = (len_t)(high * a / THOUSAND);
	p->w[0] = c->full - GAP - p->w[1];
	return high > 0 && area(high, a) >= area(alone, a) * MORE / 100 && text_height(c, p, p->w[0]) <= room;
}

/* What there is: two pictures in a row, or one with text on one side of it; nothing else but a title and a source. */
static bool find(const struct doc_node *slide, struct pair *p)
{
	unsigned pictures = 0, runs = 0;
	for (const struct doc_node *k = slide->first; k; k = k->next) {
		if (k->kind == DOC_ABBILDUNG && pictures < 2)
			p->picture[pictures++] = k;
		else if (k->kind == DOC_ABBILDUNG || (!is_text(k) && k->kind != DOC_TITEL &&
				k->kind != DOC_NOTIZEN && k->kind != DOC_QUELLE))
			return false;
		if (is_text(k) && !(k->prev && is_text(k->prev))) {
			runs++;
			p->text = k;
		}
	}
	p->first = pictures == 1 && runs && p->text->order < p->picture[0]->order ? p->text : p->picture[0];
	return pictures == 2 ? p->picture[0]->next == p->picture[1] : pictures == 1 && runs == 1;
}

static bool worth_it(struct com *c, const struct doc_node *slide, struct pair *p)
{
	len_t room = c->s->page.bottom - c->s->page.top - SAFE -
		com_said_height(c, doc_child(slide, DOC_QUELLE), c->full);
	if (!p->picture[1])
		return with_text(c, p, room);
	for (const struct doc_node *k = slide->first; k; k = k->next)
		room -= is_text(k) ? com_said_height(c, k, c->full) : 0;
	return two(c, p, room);
}

/* Sets the nodes from n on that are pictures, or those that are text, in a column of its own. */
static const struct doc_node *column(struct com *c, const struct doc_node *n, struct block *side, len_t width)
{
	const len_t full = c->full;
	const bool text = is_text(n);
	com_push(c);
	struct block *col = com_in(c, n, side, BLK_DIV, BLK_STACK);
	blk_more(c->t, col)->w = c->full = width;
	c->o.at = col;
	do {
		com_node(c, n);
		com_end_text(c);
		n = n->next;
	} while (text && n && is_text(n));
	com_pop(c);
	c->full = full;
	return n;
}

static const struct doc_node *side_by_side(struct com *c, const struct pair *p)
{
	struct block *side = com_block(c, p->first, BLK_DIV, BLK_SIDE);
	const bool text_first = is_text(p->first);
	side->place = BLK_FULL;
	blk_more(c->t, side)->gap = GAP;
	blk_more(c->t, side)->row = 2;
	const struct doc_node *n = column(c, p->first, side, p->w[p->text && !p->picture[1] && !text_first]);
	return column(c, n, side, p->w[!(p->text && !p->picture[1] && !text_first)]);
}

bool com_beside(struct com *c, const struct doc_node *slide)
{
	struct pair p = {0};
	if (doc_is(slide, DOC_A_FORTSETZUNG, "ja") || !find(slide, &p) || !worth_it(c, slide, &p))
		return false;
	for (const struct doc_node *k = slide->first; k;)
		if (k == p.first) {
			k = side_by_side(c, &p);
		} else {
			com_node(c, k);
			com_end_text(c);
			k = k->next;
		}
	return true;
}
