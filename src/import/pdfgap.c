/* pdfgap.c: the white space between the words of a row. */
#include "import/pdfgap.h"

#include <math.h>
#include <string.h>

struct pdf_gutter pdf_gap_before(const struct pdf_row *r, size_t word)
{
	struct pdf_gutter g = {.x0 = -1e6f, .x1 = 1e6f};
	for (size_t i = 0; i < word; i++)
		g.x0 = fmaxf(g.x0, r->w[i]->x1);
	if (word < r->n)
		g.x1 = r->w[word]->x0;
	return g;
}

/* A line of words with the same blank between them all was drawn out to fill its column. */
static bool is_stretched(const struct pdf_row *r)
{
	float least = 1e6f, most = 0;
	size_t words = 0;
	for (size_t i = 0; i < r->n; i++) {
		words += strpbrk(r->w[i]->s, "0123456789") == NULL;
		if (i) {
			least = fminf(least, r->w[i]->x0 - r->w[i - 1]->x1);
			most = fmaxf(most, r->w[i]->x0 - r->w[i - 1]->x1);
		}
	}
	return r->n > 2 && words * 4 >= r->n * 3 && most - least < r->size * .05f;
}

bool pdf_is_gap(const struct pdf_row *r, size_t word)
{
	const struct pdf_gutter g = pdf_gap_before(r, word);
	const float wide = g.x1 - g.x0;
	if (wide < r->size * .5f || is_stretched(r))
		return false;
	return wide >= r->size || (wide >= r->size * .5f && r->w[word]->line != r->w[word - 1]->line);
}

struct pdf_gutter pdf_white(const struct pdf_row *r, const struct pdf_gutter *g, bool *both)
{
	struct pdf_gutter best = {.x0 = 0, .x1 = 0};
	*both = false;
	for (size_t i = 0; i <= r->n; i++) {
		const struct pdf_gutter gap = pdf_gap_before(r, i);
		const float x0 = fmaxf(gap.x0, g->x0), x1 = fminf(gap.x1, g->x1);
		if (x1 - x0 <= best.x1 - best.x0)
			continue;
		best = (struct pdf_gutter){.x0 = x0, .x1 = x1};
		*both = i && i < r->n;
	}
	return best;
}

bool pdf_parted(const struct pdf_row *r)
{
	for (size_t i = 1; i < r->n; i++)
		if (pdf_is_gap(r, i))
			return true;
	return false;
}
