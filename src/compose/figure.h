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

/* A chart of this or another edition that stands at that node; on a slide it fills what is left. False: message
 * given. */
bool com_chart_drawn(struct com *, const struct doc *, const struct doc_node *chart, const struct doc_node *at,
	struct fig_result *);
/* A form of boxes over the full width; on a slide as large as it has room for. False: message given. */
typedef bool com_drawer(struct fig_result *, const struct fig_canvas *, const struct doc_node *);
bool com_boxes(struct com *, const struct doc_node *, com_drawer *, struct fig_result *);

/* How high it is about, set so wide with the type of slides; NULL: nothing. */
len_t com_said_height(struct com *, const struct doc_node *, len_t width);
len_t com_slide_room(struct com *, const struct doc_node *);           /* what its slide has left for it; about */
/* Composes what is on a slide where some of it stands side by side; false: nothing does, nothing is composed. */
bool com_beside(struct com *, const struct doc_node *slide);

/* Charts are drawn once; their data tables stand in an annex and have numbers before they are drawn. */
void com_find_charts(struct com *);
struct com_chart *com_chart_of(struct com *, const struct doc_node *);         /* drawn */

/* height 0: as high as it comes out. NULL: message given. */
struct block *com_picture(struct com *, const struct doc_node *, const char *path, len_t width, len_t height);

#endif
