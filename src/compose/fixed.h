/* fixed.h: inside the room: text at a fixed place of its page. */
#ifndef COMPOSE_FIXED_H
#define COMPOSE_FIXED_H
#include "compose/state.h"

enum { COM_LINES_MAX = 9 };
/* on the page: the first baseline at y, so wide */
struct com_place { len_t x, y, w; };
/* opens a paragraph at its place */
struct block *com_fixed(struct com *, const struct doc_node *, enum com_style, struct com_place);
/* text at its place, closed again; ch NULL: that of its style; nothing for "" or NULL */
void com_fixed_text(struct com *, const struct doc_node *, enum com_style, struct com_place, const struct sty_char *ch,
	const char *s);
/* about so many; COM_LINES_MAX + 1: a word is wider than a line */
int com_lines_in(struct com *, const struct sty_char *, const char *s, len_t width);
/* into the open paragraph, on so many lines, these as even as may be */
void com_put_even(struct com *, const struct sty_char *, const char *s, len_t width, int lines);

/* What stands behind the text of a page, in its coordinates. */
enum { COM_RULE_OPS = 3 };
struct fig_op *com_rule(struct fig_op *op, len_t x, len_t y, len_t w, struct sty_line);    /* after its operations */
/* with_motif: the town's, below all else */
const struct fig_drawing *com_backdrop(struct com *, bool with_motif, const struct fig_op *, size_t nops);

#endif
