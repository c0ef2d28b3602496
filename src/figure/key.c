/* key.c: names of the series with a sample of their area, in rows; for figures whose parts leave no room for a name of
 * their own. */
#include "figure/chart.h"

#define SAMPLE LEN_PT(7)
#define ROW LEN_PT(13)

len_t fig_chart_key(struct chart *c, len_t y, const char *const *name, size_t n)
{
	struct sty_char ch = fig_small(&c->d, "tinte");
	len_t x = 0, top = y;
	for (size_t k = 0; k < n; k++) {
		struct fig_lines t;
		fig_wrap(&c->d, ch, name[k], c->width - SAMPLE - LEN_PT(4), 1, &t);
		fig_chart_stands(c, &t, name[k]);
		len_t w = SAMPLE + LEN_PT(4) + fig_width(&c->d, ch, t.n ? t.line[0] : "");
		if (x && x + w > c->width) {
			x = 0;
			y += ROW;
		}
		fig_area_rect(&c->d, x, y + LEN_PT(2), SAMPLE, SAMPLE, (int)(k % FIG_AREAS));
		fig_text_lines(&c->d, x + SAMPLE + LEN_PT(4), y + LEN_PT(2) + (SAMPLE + fig_cap(ch)) / 2, FIG_LEFT, ch,
			&t);
		x += w + LEN_PT(14);
	}
	return y + ROW + LEN_PT(3) - top;
}
