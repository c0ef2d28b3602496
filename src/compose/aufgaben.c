/* aufgaben.c: the worksheet of a Fortschreibung: what each office has to decide, with room to write it down. A paper of
 * the house, not an edition. */
#include <string.h>

#include "compose/compose.h"
#include "compose/document.h"
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/letter.h"
#include "compose/names.h"
#include "compose/run.h"
#include "compose/tree.h"

static bool wanted(struct com *c, const struct doc_punkt *p, const char *stelle, const char *only)
{
	bool here = p->stelle && stelle ? !strcmp(p->stelle, stelle) : p->stelle == stelle;
	return p->offen && here && (!only || doc_betrifft(c->doc, p, only));
}

typedef void put_words(struct buf *, const struct doc *, const struct doc_punkt *, const struct doc_words *);
static const char *words(struct com *c, put_words *put, const struct doc_punkt *p)
{
	struct buf b = {0};
	put(&b, c->doc, p, &c->words);
	return buf_take_or(&b, c->t->mem, "");
}

/* A line of the cell, by words of the town: what can be ticked, then what is to be written, each with room. */
struct line { const char *ticks[3], *blank; };

static void line(struct com *c, const struct doc_node *n, struct block *td, const struct line *l)
{
	com_push(c);
	c->o.at = td;
	com_para(c, n, BLK_P, c->style[COM_TABELLE]);
	struct buf ticks = {0};
	for (int i = 0; i < 3 && l->ticks[i]; i++)
		buf_fmt(&ticks, "%s☐\u00A0%s", i ? "  " : "", sty_word(c->s, l->ticks[i]));
	if (ticks.len)
		com_put(c, com_from(c, &ticks));
	if (l->blank) {
		com_fmt(c, "%s%s\u00A0", *l->ticks ? " " : "", sty_word(c->s, l->blank));
		com_blank(c, n, sty_word(c->s, l->blank));
	}
	com_pop(c);
}

static void decision(struct com *c, const struct doc_punkt *p, struct block *row)
{
	enum { LINES = 3 };
	static const struct line lines[][LINES] = {
		[DOC_P_STAND] = {{.blank = "aufgabe-monat"}},
		[DOC_P_MASSNAHME] = {{{"status-unveraendert", "status-geaendert", "status-laeuft"}, NULL},
			{{"status-abgeschlossen", "status-entfallen"}, NULL}, {.blank = "aufgabe-grund"}},
		[DOC_P_DIAGRAMM] = {{{"aufgabe-bleibt", "aufgabe-neue-werte"}, NULL}},
		[DOC_P_KENNZAHL] = {{{"aufgabe-bleibt", "aufgabe-neuer"}, "aufgabe-wert"}, {.blank = "stichtag"}},
		[DOC_P_GRUSSWORT] = {{{"aufgabe-bleibt", "aufgabe-neuer-text"}, NULL}},
		[DOC_P_KURZFASSUNG] = {{{"aufgabe-bleibt", "aufgabe-neuer-text"}, NULL}},
	};
	com_push(c);
	struct block *td = com_cell(c, p->node, row, BLK_TD, BLK_SCOPE_NONE);
	for (int i = 0; i < LINES && (*lines[p->art][i].ticks || lines[p->art][i].blank); i++)
		line(c, p->node, td, &lines[p->art][i]);
	com_pop(c);
}

static void table(struct com *c, const struct doc_node *n, const char *stelle, const char *only)
{
	static const char *const heads[] = {"aufgabe-art", "aufgabe-was", "aufgabe-bisher", "aufgabe-entscheidung"};
	size_t np;
	const struct doc_punkt *p = doc_punkte(c->doc, &np);
	com_push(c);
	struct com_grid g = com_grid(c, n, "daten", 4);
	g.grid->place = BLK_FULL;
	g.table->hints = true;
	com_widths(c, &g, "arbeitsblatt", c->full);
	c->o.quiet = true;
	com_head_words(c, n, &g, heads, NULL);
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < np; i++) {
		if (!wanted(c, &p[i], stelle, only))
			continue;
		struct block *row = com_row(c, p[i].node, body);
		com_text_cell(c, p[i].node, row, BLK_TD, COM_GRUPPE, doc_punkt_name(p[i].art, &c->words));
		com_text_cell(c, p[i].node, row, BLK_TD, COM_TABELLE, words(c, doc_put_punkt, &p[i]));
		com_text_cell(c, p[i].node, row, BLK_TD, COM_TABELLE, words(c, doc_put_bisher, &p[i]));
		decision(c, &p[i], row);
	}
	com_pop(c);
}

static void section(struct com *c, const struct doc_node *n, const char *stelle, const char *only)
{
	const struct doc_stelle *s = stelle ? doc_stelle(c->doc, stelle) : NULL;
	com_titled(c, n, 2, COM_H2, s ? s->name : sty_word(c->s, "keine-angabe"));
	table(c, n, stelle, only);
}

/* Offices in the order in which they are met first. */
static void sections(struct com *c, const struct doc_node *n, const char *only)
{
	size_t np;
	const struct doc_punkt *p = doc_punkte(c->doc, &np);
	for (size_t i = 0; i < np; i++) {
		size_t k = 0;
		if (!wanted(c, &p[i], p[i].stelle, only))
			continue;
		while (k < i && !wanted(c, &p[k], p[i].stelle, only))
			k++;
		if (k == i)
			section(c, n, p[i].stelle, only);
	}
}

static void compose(struct com *c, const struct doc *doc, const char *only)
{
	const struct doc_node *n = doc->root, *title = doc_angabe(doc, DOC_TITEL);
	struct com_letter letter = {
		.kind = sty_word(c->s, "arbeitsblatt"), .status = sty_word(c->s, "intern"), .foot = com_address(c)};
	com_facts(c);
	c->t->draft = false;
	c->t->nattachments = 0;
	const char *name = mem_fmt(c->t->mem, "%s: %s %s", letter.kind, title ? com_plain(c, title) : "",
		doc->edition ? doc->edition : "");
	c->t->title = name;
	com_letter(c, n, &letter);
	com_push(c);
	com_letter_title(c, n, c->style[COM_VORLAGENTITEL], name, name);
	com_put(c, name);
	com_pop(c);
	com_line(c, n, BLK_P, c->style[COM_FLIESS], sty_word(c->s, "arbeitsblatt-hinweis"));
	sections(c, n, only);
}

struct blk_tree *com_aufgaben(const struct doc *doc, const char *stelle, const struct style *style, struct txt *txt,
	struct diag *d)
{
	struct com c;
	com_begin(&c, doc, style, txt, d);
	com_open(&c, doc);
	compose(&c, doc, stelle);
	com_close(&c);
	return com_finish(&c);
}
