/* grid.h: inside the room: the pieces tables are made of. */
#ifndef COMPOSE_GRID_H
#define COMPOSE_GRID_H
#include "compose/state.h"

struct com_grid { struct block *grid; struct blk_table *table; struct blk_col *cols; };
#define COM_AMOUNTS_LEAST LEN_MM(23)                                           /* a column of amounts is no narrower */
struct com_grid com_grid(struct com *, const struct doc_node *, const char *style, int ncols);
struct block *com_row(struct com *, const struct doc_node *, struct block *in);
/* opens the cell, aligned as its column: text and blocks go into it; the caller pushes and pops */
struct block *com_cell(struct com *, const struct doc_node *, struct block *row, enum blk_role, enum blk_scope);
/* the columns of a generated table as wide as the town wants them; room: of all */
void com_widths(struct com *, const struct com_grid *, const char *table, len_t room);
/* THead and its row, a cell a column: texts, or words of the town; column: its cells; NULL: not wanted */
void com_head_row(struct com *, const struct doc_node *, const struct com_grid *, const char *const *text,
	const struct block **column);
void com_head_words(struct com *, const struct doc_node *, const struct com_grid *, const char *const *words,
	const struct block **column);
/* a cell of one paragraph, closed again; none in it for ""; BLK_TH: head of its row */
struct block *com_text_cell(struct com *, const struct doc_node *, struct block *row, enum blk_role, enum com_style,
	const char *s);
void com_cell_text(struct com *, const struct doc_node *, struct block *cell, const struct sty_para *, const char *s);
/* "Tabelle 3 · Title"; the title from a node (with its emphasis) or as text */
void com_caption(struct com *, const struct doc_node *, struct com_grid *, const char *number,
	const struct doc_node *title, const char *text);
len_t com_drop(const struct sty_para *of, const struct sty_para *beside);      /* to share the first baseline */
len_t com_mm(const char *);                                /* "80mm", "12,5mm", "80"; 0: none or nonsense */

#endif
