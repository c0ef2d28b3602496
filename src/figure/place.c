/* place.c: the place of a picture that is still to come: a dashed frame, what it is, and what the picture will show. */
#include "figure/draw.h"

const struct fig_drawing *fig_place(const struct fig_canvas *on, const char *head, const char *says, len_t height)
{
	const struct style *s = on->style;
	const len_t width = on->width;
	struct draw d = {.mem = on->mem, .style = s, .txt = on->txt};
	struct sty_char bold = fig_bold(&d, "akzent"), small = fig_small(&d, "tinte");
	struct fig_pen pen = {LEN_PT(0.75), sty_colour(s, "akzent"), LEN_PT(4), LEN_PT(3)};
	struct fig_lines lines;
	fig_wrap(&d, small, says, width - LEN_MM(20), 3, &lines);
	len_t y = (height - (lines.n + 1) * FIG_LEADING) / 2 + fig_cap(bold);
	fig_rect(&d, pen.width / 2, pen.width / 2, width - pen.width, height - pen.width);
	fig_fill_stroke(&d, sty_colour(s, "flaeche"), pen);
	fig_text(&d, width / 2, y, FIG_MIDDLE, bold, head);
	fig_text_lines(&d, width / 2, y + FIG_LEADING + LEN_PT(2), FIG_MIDDLE, small, &lines);
	return fig_finish(&d, width, height);
}
