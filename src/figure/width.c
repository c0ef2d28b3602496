/* width.c: compose may not know of text, figure does. */
#include "figure/figure.h"
#include "text/text.h"

len_t fig_text_width(struct txt *t, const struct sty_char *ch, const char *s, size_t n)
{
	return txt_width(t, ch, s, n);
}
