/* fixed.c: text at a fixed place, and on how many lines it stands. */
#include "compose/fixed.h"

#include <string.h>

#include "compose/tree.h"

struct block *com_fixed(struct com *c, const struct doc_node *n, enum com_style style, struct com_place at)
{
	struct block *b = com_para(c, n, BLK_P, c->style[style]);
	struct blk_more *m = blk_more(c->t, b);
	b->place = BLK_ABS;
	m->x = at.x;
	m->y = at.y;
	m->w = at.w;
	return b;
}

void com_fixed_text(struct com *c, const struct doc_node *n, enum com_style style, struct com_place at,
	const struct sty_char *ch, const char *s)
{
	if (!s || !*s)
		return;
	com_push(c);
	com_fixed(c, n, style, at);
	com_put_char(c, ch ? ch : c->o.ch, s);
	com_pop(c);
}

/* Lines the words need in this size; COM_LINES_MAX + 1 where a word is wider than the line. */
static int lines_in(struct com *c, const struct sty_char *ch, const char *s, len_t width, struct block *put)
{
	int n = 1;
	len_t x = 0, blank = fig_text_width(c->txt, ch, " ", 1);
	while (*s) {
		size_t k = strcspn(s, " ");
		len_t w = fig_text_width(c->txt, ch, s, k);
		bool down = x && x + blank + w > width;
		if (w > width && !put)
			return COM_LINES_MAX + 1;
		n += down;
		if (put && down)
			com_special(c, BLK_SEG_BREAK, 0);
		if (put)
			com_put_char(c, ch, mem_fmt(c->t->mem, "%s%.*s", x && !down ? " " : "", (int)k, s));
		x = down || !x ? w : x + blank + w;
		s += k + strspn(s + k, " ");
	}
	return n;
}

int com_lines_in(struct com *c, const struct sty_char *ch, const char *s, len_t width)
{
	return c->txt ? lines_in(c, ch, s, width, NULL) : 1;
}

void com_put_even(struct com *c, const struct sty_char *ch, const char *s, len_t width, int lines)
{
	len_t w = width;
	if (!c->txt) {
		com_put_char(c, ch, s);
		return;
	}
	while (lines > 1 && lines <= COM_LINES_MAX && w > width / 4 &&
		lines_in(c, ch, s, w - width / 50, NULL) == lines)
		w -= width / 50;
	lines_in(c, ch, s, w, c->o.text);
}

struct fig_op *com_rule(struct fig_op *op, len_t x, len_t y, len_t w, struct sty_line line)
{
	op[0] = (struct fig_op){.kind = FIG_MOVE, .x = x, .y = y};
	op[1] = (struct fig_op){.kind = FIG_LINE, .x = x + w, .y = y};
	op[2] = (struct fig_op){.kind = FIG_PAINT, .stroke = true, .stroke_rgb = line.colour, .width = line.width};
	return op + COM_RULE_OPS;
}

const struct fig_drawing *com_backdrop(struct com *c, bool with_motif, const struct fig_op *more, size_t nops)
{
	const char *name = with_motif ? sty_value(c->s, "titelseite", "motiv") : NULL;
	const struct fig_drawing *motif = name && strcmp(name, "ohne") ? fig_motif(c->t->mem, name, c->s) : NULL;
	size_t n = motif ? motif->nops : 0;
	struct fig_op *ops = MEM_ARRAY(c->t->mem, struct fig_op, n + nops);
	struct fig_drawing *d = MEM_NEW(c->t->mem, struct fig_drawing);
	if (n)
		memcpy(ops, motif->ops, n * sizeof *ops);
	if (nops)
		memcpy(ops + n, more, nops * sizeof *ops);
	*d = (struct fig_drawing){
		.width = c->s->page.width, .height = c->s->page.height, .ops = ops, .nops = n + nops};
	return d;
}
