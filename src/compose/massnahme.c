/* massnahme.c: a Massnahme as a table: one row a field, named and ordered by the town. */
#include <string.h>

#include "compose/costs.h"
#include "compose/form.h"
#include "compose/kinds.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"

static void put_word(struct com *c, struct buf *b, const char *word)
{
	buf_part(b, b->len ? " " : "", sty_word(c->s, word), "");
}

/* "Umsetzung mittelfristig in den nächsten 5 Jahren" */
static const char *zeitbedarf(struct com *c, const struct doc_massnahme *m)
{
	struct buf b = {0};
	if (m->zeitbedarf && m->zeitbedarf->first) {
		doc_text(&b, c->doc, m->zeitbedarf);
		if (b.len)
			return com_from(c, &b);
	}
	put_word(c, &b, "umsetzung");
	if (m->klasse)
		buf_part(&b, b.len ? " " : "", doc_klasse_word(&c->words, m->klasse), "");
	if (m->seit && m->faellig)
		put_word(c, &b, "bis");
	else if (m->jahre)
		put_word(c, &b, m->jahre == 1 ? "im-naechsten-jahr" : "in-den-naechsten");
	if (m->seit && m->faellig)
		buf_fmt(&b, "%s%d", b.len ? " " : "", m->faellig);
	else if (m->jahre > 1)
		buf_fmt(&b, "%s%d%s", b.len ? " " : "", m->jahre, com_part(c, "\u00A0", sty_word(c->s, "jahren"), ""));
	return com_from(c, &b);
}

/* "geändert: Die Baupreise sind gestiegen." */
static const char *status_line(struct com *c, const struct doc_massnahme *m)
{
	const char *name = doc_status_word(&c->words, m->status);
	return m->grund ? mem_fmt(c->t->mem, "%s%s", com_part(c, "", name, ": "), m->grund) : name;
}

/* Paragraphs of the open cell stand a little apart. */
static void set_apart(struct com *c)
{
	struct sty_para *apart = MEM_NEW(c->t->mem, struct sty_para);
	*apart = *c->o.body;
	apart->before = c->s->page.grid / 2;
	for (struct block *b = c->o.at->first ? c->o.at->first->next : NULL; b; b = b->next)
		if (b->style == c->o.body)
			b->style = apart;
		else if (b->role == BLK_L)
			b->before = apart->before;
}

/* Returns the style whose baseline the field's name shares, and how much lower the content begins than a plain cell's.
 * */
static const struct sty_para *content(struct com *c, const struct doc_massnahme *m, const struct doc_node *n,
	len_t *drop)
{
	const struct sty_para *style = c->o.body;
	switch (n->kind) {
	case DOC_ZIEL:
		style = c->style[COM_ZIEL];
		com_para(c, n, BLK_P, style);
		com_children(c, n);
		com_end_text(c);
		break;
	case DOC_UMSETZUNG:
		com_children(c, n);
		com_end_text(c);
		com_items_of(c, n, DOC_SCHRITT);
		if (doc_child(n, DOC_ABSATZ))
			set_apart(c);
		break;
	case DOC_BETEILIGTE:
		com_items_of(c, n, DOC_BETEILIGT);
		break;
	case DOC_FINANZEN:
		if (com_finanzen(c, &m->kosten, false))
			*drop = sty_table(c->s, "posten")->pad_top;
		break;
	case DOC_MASSNAHME:
		com_line(c, n, BLK_P, style, status_line(c, m));
		break;
	default:
		com_line(c, n, BLK_P, style, zeitbedarf(c, m));
	}
	return style;
}

static void field(struct com *c, const struct doc_massnahme *m, const struct doc_node *n, const char *label,
	struct block *body)
{
	const struct sty_para *name = c->style[COM_RAND];
	len_t drop = 0;
	com_push(c);
	struct block *row = com_row(c, n, body);
	struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_ROW);
	com_cell_text(c, n, th, name, label);
	struct block *td = com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	const struct sty_para *beside = content(c, m, n, &drop);
	th->cell->drop = drop + com_drop(name, beside);
	td->cell->drop = drop ? 0 : com_drop(beside, name);
	com_pop(c);
}

static const struct doc_node *field_of(const struct doc_massnahme *m, const char *kind)
{
	if (!strcmp(kind, "status"))
		return m->status != DOC_S_UNGESAGT ? m->node : NULL;
	if (m->status == DOC_S_ENTFALLEN && strcmp(kind, "ziel"))
		return NULL;                               /* of what is dropped only what it was to reach */
	if (m->zeitbedarf && !m->zeitbedarf->first && !doc_goes_on(m) && !strcmp(kind, "zeitbedarf"))
		return NULL;                               /* it is due no more */
	const struct doc_node *const all[] = {m->ziel, m->umsetzung, m->beteiligte, m->finanzen, m->zeitbedarf};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i] && !strcmp(doc_kind_name(all[i]->kind), kind))
			return all[i];
	return NULL;
}

bool com_on_massnahme(struct com *c, const struct doc_node *n)
{
	const struct doc_massnahme *m = doc_massnahme(c->doc, n);
	int nfields;
	const struct sty_field *f = sty_fields(c->s, "massnahme", &nfields);
	if (!m || !m->im_kapitel)
		return false;
	struct block *body = com_form(c, n, "massnahme").body;
	for (int i = 0; i < nfields; i++) {
		const struct doc_node *part = field_of(m, f[i].kind);
		if (part)
			field(c, m, part, f[i].label, body);
	}
	return false;
}
