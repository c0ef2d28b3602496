/* mark.c: what is said by form. Insertions, deletions and moves: lines under or through the words and a bar at the left
 * of the line; they differ by form first. Code that goes on: an arrow. */
#include "layout/pen.h"

static const struct look { len_t width, below, on, off, bar, bar_on; const char *colour;
} looks[] = {
	[STY_INSERTED] = {.width = 1250, .below = 2600, .bar = 2500, .colour = "akzent"},
	[STY_DELETED] = {.width = 900, .below = -3000, .bar = 750, .colour = "tinte"},
	[STY_MOVED] =
		{.width = 1250, .below = 2600, .on = 1250, .off = 2000, .bar = 2500, .bar_on = 2500, .colour = "tinte"},
};

void lay_emit_mark(struct pen *p, enum sty_mark mark, len_t x0, len_t x1)
{
	const struct look *k = &looks[mark];
	struct lay_point ends[2] = {{x0, p->y + k->below}, {x1, p->y + k->below}};
	if (x1 > x0)
		lay_emit_stroke(p, ends,
			&(struct stroke){k->width, k->on, k->off, sty_colour(p->l->style, k->colour)});
}

void lay_emit_bar(struct pen *p, unsigned marks, len_t x, len_t top, len_t height)
{
	const struct look *k = &looks[marks & 1u << STY_MOVED ? STY_MOVED
			: marks & 1u << STY_INSERTED          ? STY_INSERTED
							      : STY_DELETED];
	len_t middle = x - LEN_PT(5) - k->bar / 2;
	struct lay_point ends[2] = {{middle, top}, {middle, top + height}};
	lay_emit_stroke(p, ends,
		&(struct stroke){k->bar, k->bar_on, k->bar_on, sty_colour(p->l->style, k->colour)});
}

/* ↪: down from the line above, then to the right. */
void lay_emit_goes_on(struct pen *p, const struct block *b, len_t x)
{
	const len_t em = b->style->ch.size, right = x - em * 3 / 10, left = right - em * 7 / 10, low = p->y - em / 4,
		    head = em / 6;
	const struct lay_point lines[][2] = {{{left, low - em / 2}, {left, low}}, {{left, low}, {right, low}},
		{{right - head, low - head}, {right, low}}, {{right - head, low + head}, {right, low}}};
	const struct stroke pen = {.width = em / 14, .rgb = sty_colour(p->l->style, "grau")};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		lay_emit_stroke(p, lines[i], &pen);
	p->open = false;
}
