/* impressum.c: the Impressum as a form: a table with a row header each; the legal text below a rule, small. */
#include "compose/form.h"
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/tree.h"
#include "compose/walk.h"

static void row(struct com *c, const struct doc_node *n, struct block *body, const char *name,
	const struct doc_node *content)
{
	com_push(c);
	struct block *tr = com_row(c, n, body);
	struct block *th = com_cell(c, n, tr, BLK_TH, BLK_SCOPE_ROW);
	com_cell_text(c, n, th, c->style[COM_MARKE], name);
	com_cell(c, n, tr, BLK_TD, BLK_SCOPE_NONE);
	th->cell->drop = com_drop(c->style[COM_MARKE], c->style[COM_FLIESS]);
	c->o.body = c->o.item = c->style[COM_LISTE];
	c->o.tab = COM_TAB;
	com_children(c, content);
	com_pop(c);
}

static void legal(struct com *c, const struct doc_node *n)
{
	com_push(c);
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	b->place = BLK_FULL;
	b->loose = true;
	b->before = 2 * c->s->page.grid;
	com_box(c, b,
		(struct blk_box){.rule_top = sty_line(c->s, "impressum"),
			.pad_top = c->s->page.grid,
			.pad_left = c->full - c->s->page.text});
	c->o.at = b;
	c->o.body = c->style[COM_RECHTLICHES];
	com_children(c, n);
	com_pop(c);
}

/* The offices of one kind, a line each. */
static void offices(struct com *c, enum doc_kind kind)
{
	for (const struct doc_node *first = doc_angabe(c->doc, kind), *n = first; n; n = doc_next(n, kind)) {
		if (n != first)
			com_special(c, BLK_SEG_BREAK, 0);
		com_put(c, com_stelle(c, n));
	}
}

static void fact(struct com *c, const struct com_form *f, const struct doc_node *n, enum doc_kind kind)
{
	static const struct {
		enum doc_kind kind;
		const char *word;
	} words[] = {{DOC_TITEL, "titel"}, {DOC_STAND, "stand"}, {DOC_VERSION, "version"}, {DOC_VERFASSER, "verfasser"},
		{DOC_VERANTWORTLICH, "verantwortlich"}};
	const struct doc_node *a = doc_angabe(c->doc, kind);
	size_t i = 0;
	while (i + 1 < sizeof words / sizeof *words && words[i].kind != kind)
		i++;
	if (!a)
		return;
	com_form_row(c, f, n, words[i].word);
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	if (kind == DOC_TITEL) {
		com_put(c, com_plain(c, a));
	} else if (kind == DOC_STAND) {
		struct buf b = {0};
		date_put(&b, doc_stand(c->doc));
		com_put(c, buf_take_or(&b, c->t->mem, sty_word(c->s, "termin-offen")));
	} else if (kind == DOC_VERSION) {
		com_put(c, doc_get(a, DOC_A_NUMMER) ? doc_get(a, DOC_A_NUMMER) : "");
	} else {
		offices(c, kind);
	}
	com_pop(c);
}

static void document_table(struct com *c, const struct doc_node *n)
{
	struct com_form f = com_form(c, n, "vorlage");
	fact(c, &f, n, DOC_TITEL);
	fact(c, &f, n, DOC_STAND);
	fact(c, &f, n, DOC_VERSION);
	fact(c, &f, n, DOC_VERFASSER);
	fact(c, &f, n, DOC_VERANTWORTLICH);
}

bool com_on_impressum(struct com *c, const struct doc_node *n)
{
	const struct doc_node *sample = doc_angabe(c->doc, DOC_BEISPIEL);
	const char *text = sty_word(c->s, "impressum");
	struct block *part = com_sect(c, n);
	part->page_before = true;
	blk_more(c->t, part)->imprint = true;
	blk_more(c->t, com_titled(c, n, 1, COM_H2, text))->head = text;
	if (doc_child(n, DOC_DOKUMENTENTABELLE))
		document_table(c, doc_child(n, DOC_DOKUMENTENTABELLE));
	struct block *body = com_form(c, n, "formular").body;
	for (const struct doc_node *a = doc_child(n, DOC_ANGABE); a; a = doc_next(a, DOC_ANGABE))
		row(c, a, body, doc_get(a, DOC_A_NAME) ? doc_get(a, DOC_A_NAME) : "", a);
	if (sample)
		row(c, sample, body, sty_word(c->s, "beispiel"), sample);
	for (const struct doc_node *r = doc_child(n, DOC_RECHTLICHES); r; r = doc_next(r, DOC_RECHTLICHES))
		legal(c, r);
	return false;
}
