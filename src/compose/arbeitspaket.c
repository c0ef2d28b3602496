/* arbeitspaket.c: what a work package asks for and brings, as a table below its text: named and ordered by the town. */
#include "compose/form.h"
#include "compose/grid.h"
#include "compose/kinds.h"
#include "compose/tree.h"
#include "compose/walk.h"

static const struct doc_node *field_of(const struct doc_node *n, const char *kind)
{
	enum doc_kind k = doc_kind_find(kind);
	return k == DOC_KIND_MAX ? NULL : doc_child(n, k);
}

static void field(struct com *c, const struct doc_node *n, const char *label, struct block *body)
{
	com_push(c);
	struct block *row = com_row(c, n, body);
	struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_ROW);
	com_cell_text(c, n, th, c->style[COM_RAND], label);
	struct block *td = com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	th->cell->drop = com_drop(c->style[COM_RAND], c->o.body);
	td->cell->drop = com_drop(c->o.body, c->style[COM_RAND]);
	com_children(c, n);
	com_pop(c);
}

void com_arbeitspaket_end(struct com *c, const struct doc_node *n)
{
	int nfields;
	const struct sty_field *f = sty_fields(c->s, "arbeitspaket", &nfields);
	struct block *body = NULL;
	for (int i = 0; i < nfields; i++) {
		const struct doc_node *part = field_of(n, f[i].kind);
		if (!part)
			continue;
		if (!body)
			body = com_form(c, n, "massnahme").body;
		field(c, part, f[i].label, body);
	}
}
