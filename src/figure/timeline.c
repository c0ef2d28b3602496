/* timeline.c: columns of cards and stops: how many in a row, and a stop's mark on the axis (GESTALTUNG §15). */
#include <string.h>

#include "base/u8.h"
#include "figure/draw.h"
#include "text/text.h"

/* A line may end at a blank, behind a hyphen or stroke, and at a soft hyphen. */
static bool breaks_at(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '-' || c == '/' || c == 0xAD || c == 0x200B || c == 0x2013;
}

len_t fig_widest_word(struct txt *txt, const struct sty_char *ch, const char *s)
{
	const char *end = s + strlen(s), *p = s;
	len_t widest = 0;
	while (p < end) {
		const char *from = p, *to = p;
		uint32_t c = 0;
		while (p < end && !breaks_at(c)) {
			c = u8_get(&p, end);
			to = c == ' ' || c == '\n' ? to : p;
		}
		len_t w = to > from ? txt_width(txt, ch, from, (size_t)(to - from)) : 0;
		widest = w > widest ? w : widest;
	}
	return widest;
}

int fig_per_row(size_t n, len_t width, len_t least, len_t gap)
{
	size_t most = least + gap > 0 ? (size_t)((width + gap) / (least + gap)) : 1;
	most = most < 1 ? 1 : most;
	size_t rows = n ? (n + most - 1) / most : 1;
	return n ? (int)((n + rows - 1) / rows) : 1;
}

/* At 18 pt: a square of 18 pt on a line of 3 pt, its contour 3 pt. */
const struct fig_drawing *fig_stop(struct mem *m, const struct style *style, enum fig_stop stop, len_t size,
	len_t width)
{
	struct draw d = {.mem = m, .style = style};
	struct fig_pen pen = {.width = size / 6, .rgb = sty_colour(style, "akzent")};
	fig_rule(&d, (struct fig_point){0, size / 2}, (struct fig_point){width, size / 2}, pen);
	len_t in = stop == FIG_STOP_PLANNED ? pen.width / 2 : 0;
	fig_rect(&d, in, in, size - 2 * in, size - 2 * in);
	if (stop == FIG_STOP_PLANNED)
		fig_fill_stroke(&d, sty_colour(style, "weiss"), pen);
	else
		fig_fill(&d, pen.rgb);
	return fig_finish(&d, width, size);
}
