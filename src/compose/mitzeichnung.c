/* mitzeichnung.c: who signed a paper before it went out: a table. */
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/names.h"
#include "compose/papier.h"
#include "compose/tree.h"

static const char *who(struct com *c, const struct doc_node *n)
{
	const char *name = doc_get(n, DOC_A_NAME), *id = doc_get(n, DOC_A_STELLE);
	const char *office = id ? com_paper_office(c, id) : NULL;
	return office && name ? mem_fmt(c->t->mem, "%s, %s", office, name) : office ? office : name ? name : "";
}

static const char *when(struct com *c, const struct doc_node *n)
{
	struct date day;
	struct buf b = {0};
	if (!date_parse(&day, doc_get(n, DOC_A_DATUM)))
		return sty_word(c->s, "mitzeichnung-offen");
	date_put_short(&b, day);
	return com_from(c, &b);
}

bool com_mitzeichnung(struct com *c, const struct doc_node *n, const char *title)
{
	static const char *const heads[] = {"mitzeichnung-wer", "mitzeichnung-wann", "mitzeichnung-vermerk"};
	bool noted = false;
	for (const struct doc_node *z = doc_child(n, DOC_ZEICHNUNG); z; z = doc_next(z, DOC_ZEICHNUNG))
		noted |= doc_get(z, DOC_A_BEMERKUNG) != NULL;
	com_push(c);
	c->o.at = com_block(c, n, BLK_SECT, BLK_STACK);
	c->o.level = 2;
	com_titled(c, n, 2, COM_H3, title)->keep_next = true;
	struct com_grid g = com_grid(c, n, "daten", noted ? 3 : 2);
	com_head_words(c, n, &g, heads, NULL);
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (const struct doc_node *z = doc_child(n, DOC_ZEICHNUNG); z; z = doc_next(z, DOC_ZEICHNUNG)) {
		struct block *row = com_row(c, z, body);
		const char *note = doc_get(z, DOC_A_BEMERKUNG);
		com_text_cell(c, z, row, BLK_TH, COM_TABELLE, who(c, z));
		com_text_cell(c, z, row, BLK_TD, COM_TABELLE, when(c, z));
		if (noted)
			com_text_cell(c, z, row, BLK_TD, COM_TABELLE, note ? note : "");
	}
	com_pop(c);
	return true;
}
