/* beratungsfolge.c: who deliberates when, why it cannot wait, and what is proposed. */
#include <string.h>

#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/papier.h"
#include "compose/tree.h"
#include "compose/walk.h"

static void step_cell(struct com *c, const struct doc_node *n, struct block *row, const char *s, const char *below)
{
	com_push(c);
	com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[COM_TABELLE]);
	com_put(c, s);
	if (below) {
		com_special(c, BLK_SEG_BREAK, 0);
		com_put_char(c, com_char(c, c->o.ch, COM_GREY), below);
	}
	com_pop(c);
}

static const char *role(struct com *c, const struct doc_beratung *b)
{
	const char *name = b->wort ? b->wort : b->rolle_id;
	return b->massgeblich && b->rolle != DOC_ENTSCHEIDUNG
		? mem_fmt(c->t->mem, "%s (%s)", name, sty_word(c->s, "massgeblich"))
		: name;
}

/* As written; in the file of a session the number it has there. */
static const char *top(struct com *c, const struct com_paper *p, const struct doc_beratung *b)
{
	if (b->top)
		return b->top;
	bool here = p->session && doc_gremium_nr(&p->session->gremien, b->gremium) < p->session->gremien.n &&
		b->datum.year &&
		!date_cmp(p->session->datum, b->datum);
	return here && p->item->nummer ? p->item->nummer
		: b->oeffentlich ? "–" : sty_word(c->s, "beratung-intern");
}

static void step(struct com *c, const struct com_paper *p, const struct doc_beratung *b, struct block *body)
{
	struct block *row = com_row(c, b->node, body);
	struct buf day = {0};
	if (b->datum.year)
		date_put_short(&day, b->datum);
	const char *result = b->ergebnis ? com_told(c, "ergebnis", b->ergebnis) : NULL;
	step_cell(c, b->node, row, com_name(c, b->gremium, b->datum.year ? b->datum : p->v->datum), result);
	step_cell(c, b->node, row, buf_take_or(&day, c->t->mem, sty_word(c->s, "termin-offen")), NULL);
	step_cell(c, b->node, row, role(c, b), b->oeffentlich ? NULL : sty_word(c->s, "nichtoeffentlich"));
	step_cell(c, b->node, row, top(c, p, b), NULL);
}

bool com_feld_beratungsfolge(struct com_fields *f)
{
	struct com *c = f->c;
	const struct doc_vorlage *v = f->v;
	static const char *const heads[] = {"gremium", "sitzung-am", "zustaendigkeit", "top"};
	if (!v->nberatungen)
		return false;
	const struct doc_node *n = v->beratungen[0].node;
	struct block *td = com_field_row(f, n);
	struct com_grid g = com_grid(c, n, "beratungsfolge", 4);
	com_widths(c, &g, "beratungsfolge", com_form_value(c));
	g.cols[3].align = STY_RECHTS;
	td->cell->drop = com_drop(c->style[COM_TABKOPF], c->style[COM_MARKE]) - g.table->style->pad_top;
	if (td->cell->drop < 0)
		td->cell->drop = 0;
	com_head_words(c, n, &g, heads, NULL);
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < v->nberatungen; i++)
		step(c, f->p, &v->beratungen[i], body);
	com_pop(c);
	return true;
}

bool com_feld_dringlichkeit(struct com_fields *f)
{
	bool any = false;
	for (size_t i = 0; i < f->v->nberatungen; i++)
		any |= com_field_text(f, f->v->beratungen[i].node, f->v->beratungen[i].dringlichkeit);
	return any;
}

/* ---- the box ---- */

/* What leads in to numbered resolutions: the author's words, else the town's. */
static void put_lead(struct com *c, const struct doc_node *n)
{
	const struct doc_node *said = doc_child(n, DOC_ABSATZ);
	for (const struct doc_node *a = said; a; a = doc_next(a, DOC_ABSATZ)) {
		com_para(c, a, BLK_P, c->style[COM_FLIESS])->keep_next = true;
		com_children(c, a);
		com_end_text(c);
	}
	if (said || !*sty_word(c->s, "sachentscheidungen"))
		return;
	com_para(c, n, BLK_P, c->style[COM_FLIESS])->keep_next = true;
	com_put_char(c, com_char(c, c->o.ch, COM_BOLD),
		com_colon(c, "sachentscheidungen"));
	com_end_text(c);
}

bool com_feld_beschlussvorschlag(struct com_fields *f)
{
	struct com *c = f->c;
	const struct doc_node *n = f->v->beschlussvorschlag, *first = n ? doc_child(n, DOC_BESCHLUSS) : NULL;
	if (!n)
		return false;
	bool several = first && doc_next(first, DOC_BESCHLUSS), led = doc_child(n, DOC_ABSATZ);
	com_push(c);
	com_on_hinweis(c, n);
	c->o.level = 2;
	com_titled(c, n, 2, COM_KASTENTITEL, f->label);
	if (several || led)
		put_lead(c, n);
	if (several)
		com_list(c, n);
	int i = 0;
	for (const struct doc_node *b = first; b; b = doc_next(b, DOC_BESCHLUSS)) {
		com_push(c);
		if (several) {
			com_item(c, b, mem_fmt(c->t->mem, "%d.", ++i), com_has_blocks(b));
		} else {
			com_para(c, b, BLK_P, c->o.body);
			if (!led && *sty_word(c->s, "sachentscheidung"))
				com_put_char(c, com_char(c, c->o.ch, COM_BOLD),
					mem_fmt(c->t->mem, "%s ", com_colon(c, "sachentscheidung")));
		}
		com_children(c, b);
		com_pop(c);
	}
	com_pop(c);
	return true;
}
