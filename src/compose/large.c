/* large.c: a plan stays whole and true to scale: its page is as large as it is, with the margins of the others. */
#include "compose/large.h"

#include "base/picsize.h"
#include "compose/figure.h"
#include "compose/tree.h"

#define A0_LONG LEN_MM(1189)
#define A0_SHORT LEN_MM(841)
#define LEGEND LEN_PT(120)                         /* room below it, for its legend */
enum { SCAN_DPI = 200 };                           /* of a bitmap that does not say how large it is */

len_t com_natural_width(const struct com *c, const char *path)
{
	const struct doc_picture *p = doc_picture(c->doc, path);
	const len_t said = p ? pic_natural_width(p->data, p->size, p->px_w) : 0;
	return said ? said : p && p->px_w > 0 ? len_scale(p->px_w, LEN_PT(72), SCAN_DPI) : c->full;
}

static const struct style *look(struct com *c, len_t width, len_t height)
{
	struct style *s = MEM_NEW(c->t->mem, struct style);
	*s = *c->s;
	struct sty_page *p = &s->page;
	const len_t foot = p->height - p->bottom, folio = p->height - p->folio_y;
	p->margin_col = p->gutter = 0;
	p->text = width > c->full ? width : c->full;
	p->width = p->left + p->text + p->right;
	p->height = p->top + height + LEGEND + foot;
	p->bottom = p->height - foot;
	p->folio_y = p->height - folio;
	return s;
}

static int mm(len_t l) { return (int)((l * 254LL + 360000) / 720000); }

static void tell_size(struct com *c, const struct doc_node *n, len_t width, len_t height)
{
	const len_t longer = width > height ? width : height, shorter = width > height ? height : width,
		    slack = LEN_MM(2);
	if (longer <= A0_LONG + slack && shorter <= A0_SHORT + slack)
		return;
	diag_error(c->d, "PLANGROESSE", doc_path(c->doc, n), n->line,
		"Der Plan ist %d mm breit und %d mm hoch; erwartet wird höchstens A0 (841 mm mal 1189 mm), bitte "
		"kleiner ausgeben oder auf mehrere Pläne verteilen",
		mm(width), mm(height));
}

struct block *com_large(struct com *c, const struct doc_node *n, const char *path, len_t width)
{
	com_push(c);
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	c->block_of[n->order] = NULL;                  /* the name is that of the figure */
	b->id = NULL;
	c->o.at = b;
	struct block *f = com_picture(c, n, path, width, 0);
	const struct blk_more *m = f ? f->more : NULL;
	const len_t height = !m ? 0 : m->image ? len_scale(width, m->image->px_h, m->image->px_w) : m->drawing->height;
	if (!f) {
		com_pop(c);
		return NULL;
	}
	tell_size(c, n, width, height);
	blk_more(c->t, f)->w = width;
	blk_more(c->t, b)->look = look(c, width, height);
	b->floats = n->kind == DOC_ABBILDUNG && com_floats(c);
	return f;
}
