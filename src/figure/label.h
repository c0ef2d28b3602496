/* label.h: what the forms made of labels share (hub, map, words): their measures follow the size of a label, so that
 * they stand on paper and on a slide alike; a label that does not fit is a fault at the author's line. */
#ifndef FIGURE_LABEL_H
#define FIGURE_LABEL_H
#include "figure/draw.h"

struct form {
	struct draw d;
	const struct doc *doc;
	struct diag *diag;
	len_t high;                                    /* see figure.h */
	len_t em;                                      /* size of a name */
	bool failed;
};

struct label { struct sty_char ch; len_t leading, width; struct fig_lines text; };     /* width: of its widest line */

struct form fig_form(const struct fig_canvas *);
void fig_form_fault(struct form *, const struct doc_node *at, const char *text);        /* the first one is told */
len_t fig_part(const struct form *, int of9);          /* of9 points where a name has 9 */
const char *fig_form_name(struct form *, const struct doc_node *kasten);             /* without one: a fault, and "?" */
const char *fig_form_text(struct form *, const struct doc_node *);                     /* "" for NULL */
/* Draft alt text: the node's Aussage, then what is said, both as sentences. */
const char *fig_form_alt(struct form *, const struct doc_node *figure, const char *said);
bool fig_form_fits(struct form *, const struct doc_node *figure, len_t height);        /* on a page; else a fault */

/* s in lines of at most width; style and colour are names of the template. Does not fit: a fault at the node's line. */
struct label fig_label(struct form *, const struct doc_node *at, const char *style, const char *colour, const char *s,
	len_t width);
len_t fig_label_height(const struct label *);
/* y: upper edge; returns the lower */
len_t fig_label_draw(struct form *, const struct label *, len_t x, len_t y, int anchor);

#endif
