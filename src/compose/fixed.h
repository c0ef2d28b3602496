/* fixed.h: inside the room: text at a fixed place of its page. */
#ifndef COMPOSE_FIXED_H
#define COMPOSE_FIXED_H
#include "compose/state.h"

enum { COM_LINES_MAX = 9 };
/* opens a paragraph at its place on the page */
struct block *com_fixed(struct com *, const struct doc_node *, enum com_style, len_t x, len_t y, len_t w);
/* about so many; COM_LINES_MAX + 1: a word is wider than a line */
int com_lines_in(struct com *, const struct sty_char *, const char *s, len_t width);
/* into the open paragraph, on so many lines, these as even as may be */
void com_put_even(struct com *, const struct sty_char *, const char *s, len_t width, int lines);

#endif
