/* motif.c: what stands on the cover, by name. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/draw.h"

enum { COLS = 10, ROWS = 8, CELLS_MAX = 40 * 40,
       PITCH_SLIDE = 40 * 1000,                        /* of a cell, as len_t */
       PITCH_PAGE = 16500,                             /* the same on paper, in thousandths of a millimetre */
       GOLDEN = 6180, WHOLE = 10000 };                 /* the golden section, in ten-thousandths */

#define TOP_PAGE LEN_MM(32)

static int number(const struct style *s, const char *attr, int fallback, int most)
{
	const char *v = sty_value(s, "titelseite", attr);
	long n = v ? strtol(v, NULL, 10) : fallback;
	return n < 0 ? 0 : n > most ? most : (int)n;
}

/* Which fields are in the second colour: scattered, none in the first row. The first twelve of the usual 10 by 8 are
 * chosen by eye. */
static void choose(bool *chosen, int cols, int rows, int n)
{
	static const unsigned char eye[][2] = {
		{0, 6}, {9, 1}, {4, 3}, {6, 4}, {2, 2}, {8, 5}, {5, 1}, {1, 4}, {7, 2}, {5, 6}, {3, 5}, {2, 6}};
	int done = 0;
	if (cols == COLS && rows == ROWS)
		for (; done < n && done < (int)(sizeof eye / sizeof *eye); done++)
			chosen[eye[done][1] * cols + eye[done][0]] = true;
	/* steps of the golden section reach every field and never bunch */
	for (int k = 0; done < n && k < cols * rows * 4; k++) {
		int at = (int)(((int64_t)k * GOLDEN + GOLDEN / 2) * cols * rows / WHOLE % (cols * rows));
		if (at >= cols && !chosen[at]) {
			chosen[at] = true;
			done++;
		}
	}
}

/* Squares that grow towards the lower left, each in the lower left corner of its cell (GESTALTUNG §15). */
static void felder(struct draw *d)
{
	int cols = number(d->style, "spalten", COLS, 40), rows = number(d->style, "zeilen", ROWS, 40);
	bool *chosen = MEM_ARRAY(d->mem, bool, CELLS_MAX);
	const struct sty_page *p = &d->style->page;
	bool slide = p->width > p->height;             /* into its upper right corner, half as large as on paper */
	double pitch = slide ? PITCH_SLIDE : PITCH_PAGE * 72 / 25.4;  /* mm in points, unrounded */
	len_t left = slide ? p->width - cols * PITCH_SLIDE : p->left, top = slide ? 0 : TOP_PAGE;
	choose(chosen, cols, rows, number(d->style, "betont", 12, cols * rows));
	for (int j = 0; j < rows; j++)
		for (int i = 0; i < cols; i++) {
			double u = (i + 0.5) / cols, w = (j + 0.5) / rows, a = u - 0.12, b = 0.9 * (1 - w) - 0.06;
			double share = 0.935 - 0.703 * sqrt(a * a + b * b);
			len_t side = (len_t)lround((share > 0.14 ? share : 0.14) * pitch);
			len_t x = left + (len_t)lround(i * pitch), bottom = top + (len_t)lround((j + 1) * pitch);
			fig_rect(d, x, bottom - side, side, side);
			fig_fill(d, sty_colour(d->style, chosen[j * cols + i] ? "zweit" : "akzent"));
		}
}

/* A band from the left edge of the page to the end of the margin column; the names of titelseite/@felder ("A;B|second
 * line;C") in white. */
static void band(struct draw *d)
{
	const struct sty_page *p = &d->style->page;
	bool slide = p->width > p->height;             /* there at the right */
	len_t left = slide ? p->width - LEN_PT(240) : 0, edge = slide ? LEN_PT(40) : p->left,
	      right = slide ? p->width : p->left + p->margin_col, y = LEN_PT(slide ? 110 : 345);
	struct sty_char ch = sty_para(d->style, "fliess")->ch;
	ch.colour = sty_colour(d->style, "weiss");
	fig_rect(d, left, 0, right - left, p->height);
	fig_fill(d, sty_colour(d->style, "akzent"));
	for (const char *s = sty_value(d->style, "titelseite", "felder"); s && *s && y < p->height; y += LEN_PT(60)) {
		size_t n = strcspn(s, ";");
		fig_rule(d, (struct fig_point){left + edge, y - LEN_PT(slide ? 24 : 15)},
			(struct fig_point){right, y - LEN_PT(slide ? 24 : 15)},
			(struct fig_pen){.width = LEN_PT(0.75), .rgb = ch.colour});
		for (size_t i = 0, line = 0; i < n; line++) {
			size_t k = strcspn(s + i, "|;");
			fig_text(d, left + edge, y + (len_t)line * LEN_PT(slide ? 22 : 14), FIG_LEFT, ch,
				mem_str(d->mem, s + i, k));
			i += k + 1;
		}
		s += n + (s[n] == ';');
	}
}

len_t fig_motif_bottom(const char *name, const struct style *style)
{
	return strcmp(name, "felder") ? 0
		: TOP_PAGE + len_scale(number(style, "zeilen", ROWS, 40) * (len_t)PITCH_PAGE, 72 * 10, 254);
}

const struct fig_drawing *fig_motif(struct mem *m, const char *name, const struct style *style)
{
	struct draw d = {.mem = m, .style = style, .lang = "de"};
	if (!strcmp(name, "felder"))
		felder(&d);
	else if (!strcmp(name, "band"))
		band(&d);
	else
		return NULL;
	return fig_finish(&d, style->page.width, style->page.height);
}
