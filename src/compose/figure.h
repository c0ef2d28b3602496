/* figure.h: inside the room: figures: what stands around them, charts, pictures. */
#ifndef COMPOSE_FIGURE_H
#define COMPOSE_FIGURE_H
#include "compose/state.h"

/* opens the block a figure and its legend stand in */
struct block *com_around(struct com *, const struct doc_node *figure);
/* one higher than a page, but for so many half lines below it, smaller, as long as it can be read */
const struct fig_drawing *com_within_page(struct com *, const struct fig_drawing *, int below);
struct block *com_draw(struct com *, const struct doc_node *, const struct fig_drawing *, const char *alt,
	enum blk_place);
/* "Abbildung 1", what it says, unit and source; in the margin where there is one, else below; chart NULL: none */
struct block *com_legend(struct com *, const struct doc_node *, enum blk_place, const struct com_chart *);
/* "Einheit: Personen", where neither its words nor the names of its series say so; NULL: they do, or it has none */
const char *com_chart_unit(struct com *, const struct doc_node *chart);
/* likewise on the axis, if the figure says anything of itself */
void com_legend_said(struct com *, const struct doc_node *);
const char *com_alt(struct com *, const struct doc_node *);                    /* of the author; NULL: none */

/* Figures are drawn for paper; on a slide they stand as much larger as its small type. Drawn with style, then num/den
 * as large. */
struct com_look { const struct style *style; len_t num, den; };
struct com_look com_figure_look(const struct com *);
struct fig_canvas com_canvas(const struct com *, struct com_look, len_t width);        /* so wide once it is enlarged */
void com_enlarge(struct com *, struct fig_result *, struct com_look);
/* A form of boxes over the full width; on a slide as large as it has room for. False: message given. */
typedef bool com_drawer(struct fig_result *, const struct fig_canvas *, const struct doc_node *);
bool com_boxes(struct com *, const struct doc_node *, com_drawer *, struct fig_result *);

/* How high it is about, set so wide with the type of slides; NULL: nothing. */
len_t com_said_height(struct com *, const struct doc_node *, len_t width);
/* Composes what is on a slide where some of it stands side by side; false: nothing does, nothing is composed. */
bool com_beside(struct com *, const struct doc_node *slide);

/* Charts are drawn once; their data tables stand in an annex and have numbers before they are drawn. */
void com_find_charts(struct com *);
struct com_chart *com_chart_of(struct com *, const struct doc_node *);         /* drawn */

/* height 0: as high as it comes out. NULL: message given. */
struct block *com_picture(struct com *, const struct doc_node *, const char *path, len_t width, len_t height);

#endif
