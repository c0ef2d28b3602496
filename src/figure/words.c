/* words.c: words with weights, the heavier the larger, in rows in the order of the source: nothing is turned, nothing
 * overlaps. */
#include <stdlib.h>

#include "figure/label.h"

enum { WORDS_MAX = 100, WEIGHT_MAX = 9 };

struct word { const char *s; struct sty_char ch; len_t w; };

struct words {
	struct form f;
	struct word word[WORDS_MAX]; int n;
	int least, most;                               /* of the weights */
	len_t width, y;
};

static int weight(const struct doc_node *n)
{
	const char *s = doc_get(n, DOC_A_GEWICHT);
	int w = s ? atoi(s) : 1;
	return w < 1 ? 1 : w > WEIGHT_MAX ? WEIGHT_MAX : w;
}

/* From the size of a name to two and a half times that; the upper half of the weights stands out by weight of type and
 * colour as well. */
static void read_word(struct words *p, const struct doc_node *n)
{
	if (p->n == WORDS_MAX) {
		fig_form_fault(&p->f, n,
			mem_fmt(p->f.d.mem, "Die Wortwolke fasst höchstens %d Begriffe; bitte auswählen", WORDS_MAX));
		return;
	}
	const struct style *style = p->f.d.style;
	int over = weight(n) - p->least, span = p->most > p->least ? p->most - p->least : 1;
	bool heavy = 2 * over >= span && over;
	struct word *w = &p->word[p->n++];
	*w = (struct word){.s = fig_form_text(&p->f, n), .ch = sty_para(style, heavy ? "rand" : "klein")->ch};
	if (!*w->s)
		fig_form_fault(&p->f, n, "Ein Begriff ist leer; erwartet wird ein Wort, bitte ergänzen oder streichen");
	w->ch.colour = sty_colour(style, heavy ? "akzent" : "tinte");
	w->ch.size = fig_part(&p->f, 10) + len_scale(fig_part(&p->f, 15), over, span);
	w->w = fig_width(&p->f.d, w->ch, w->s);
	if (w->w > p->width)
		fig_form_fault(&p->f, n,
			mem_fmt(p->f.d.mem,
				"„%s“ ist %d\u00A0pt zu breit für die Wortwolke; bitte kürzen oder ein kleineres "
				"Gewicht geben",
				w->s, (int)((w->w - p->width) / 1000) + 1));
}

static void draw_row(struct words *p, int from, int to, len_t row, len_t gap)
{
	len_t x = (p->width - row) / 2, size = 0;
	for (int i = from; i < to; i++)
		size = p->word[i].ch.size > size ? p->word[i].ch.size : size;
	p->y += len_scale(size, 11, 10);
	for (int i = from; i < to; i++) {
		fig_text(&p->f.d, x, p->y, FIG_LEFT, p->word[i].ch, p->word[i].s);
		x += p->word[i].w + gap;
	}
	p->y += len_scale(size, 4, 10);
}

static void draw_rows(struct words *p)
{
	len_t gap = fig_part(&p->f, 14), row = 0;
	int from = 0;
	for (int i = 0; i < p->n; i++) {
		if (i > from && row + gap + p->word[i].w > p->width) {
			draw_row(p, from, i, row, gap);
			from = i;
			row = 0;
		}
		row += (i > from ? gap : 0) + p->word[i].w;
	}
	draw_row(p, from, p->n, row, gap);
}

bool fig_words(struct fig_result *r, const struct fig_canvas *on, const struct doc_node *node)
{
	struct words *p = MEM_NEW(on->mem, struct words);
	*p = (struct words){.f = fig_form(on), .least = WEIGHT_MAX, .width = on->width};
	*r = (struct fig_result){0};
	for (const struct doc_node *k = doc_child(node, DOC_BEGRIFF); k; k = doc_next(k, DOC_BEGRIFF)) {
		p->least = weight(k) < p->least ? weight(k) : p->least;
		p->most = weight(k) > p->most ? weight(k) : p->most;
	}
	for (const struct doc_node *k = doc_child(node, DOC_BEGRIFF); k && !p->f.failed; k = doc_next(k, DOC_BEGRIFF))
		read_word(p, k);
	if (p->f.failed || !p->n)                          /* none: the schema has told it */
		return false;
	draw_rows(p);
	if (!fig_form_fits(&p->f, node, p->y))
		return false;
	r->drawing = fig_finish(&p->f.d, on->width, p->y);
	r->alt = fig_form_alt(&p->f, node,
		mem_fmt(on->mem,
			"%s, je wichtiger, desto größer gesetzt%s",
			p->n == 1 ? "1 Begriff" : mem_fmt(on->mem, "%d Begriffe", p->n),
			fig_listed(&p->f.d, "; dieselben Begriffe stehen darunter als Liste.")));
	return true;
}
