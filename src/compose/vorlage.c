/* vorlage.c: a paper: head, title, the form, the proposal in its box, costs, what the town adds, explanations
 * (GESTALTUNG §12). Of a non-public paper read from its excerpt only number, neutral title and Beratungsfolge are
 * there. */
#include <ctype.h>
#include <string.h>

#include "compose/anlagen.h"
#include "compose/costs.h"
#include "compose/form.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/letter.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/session.h"
#include "compose/tree.h"
#include "compose/walk.h"

struct paper {
	const struct doc_vorlage *v;
	const struct doc_node *title;                  /* of a non-public one the neutral title; NULL: none */
	bool hidden;                                   /* com_hidden() */
	const struct doc_sitzung *session;             /* it is set for, as this item; NULL: by itself */
	const struct doc_agenda_item *item;
};

static const char *kind_word(struct com *c, const char *art)
{
	static const char *const known[] = {"beschlussvorlage", "mitteilungsvorlage", "tischvorlage", "bericht"};
	for (size_t i = 0; art && i < sizeof known / sizeof *known; i++)
		if (!strcmp(known[i], art))
			return sty_word(c->s, art);
	return sty_word(c->s, "vorlage");
}

/* The whole number, where the town's way to write a supplement is part of it. */
static const char *with_number(struct com *c, const char *word, const struct doc_vorlage *v)
{
	const struct doc_muster *w = v->nummer && v->ergaenzung ? sty_muster(c->s, c->t->mem) : NULL;
	const char *number = doc_nummer_told(w, v->ergaenzung)
		? doc_nummer_whole(c->t->mem, w, v->nummer, v->ergaenzung) : v->nummer;
	return number ? mem_fmt(c->t->mem, "%s %s", word, number) : word;
}

const char *com_vorlage_name(struct com *c, const struct doc_vorlage *v)
{
	return with_number(c, sty_word(c->s, "vorlage"), v);
}

static const char *status(struct com *c, const struct doc_vorlage *v)
{
	const char *open = sty_word(c->s, v->oeffentlich ? "oeffentlich" : "nichtoeffentlich");
	return v->ergaenzung ? mem_fmt(c->t->mem, "%d.\u00A0%s · %s", v->ergaenzung, sty_word(c->s, "ergaenzung"), open)
			     : open;
}

bool com_hidden(const struct doc *doc)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	return v && !v->oeffentlich && !doc_angabe(doc, DOC_TITEL);
}

/* ---- the form ---- */

static void beteiligungen(struct com *c, const struct com_form *f, const struct doc_vorlage *v,
	const struct doc_node *angaben)
{
	const struct doc_node *n = doc_child(angaben, DOC_BETEILIGUNG);
	com_form_row(c, f, n ? n : angaben, "beteiligungen");
	com_para(c, n ? n : angaben, BLK_P, c->style[COM_LISTE]);
	if (!n)
		com_put(c, sty_word(c->s, "leer"));
	for (const struct doc_node *k = n; k; k = doc_next(k, DOC_BETEILIGUNG)) {
		if (k != n)
			com_special(c, BLK_SEG_BREAK, 0);
		com_put(c, com_name(c, doc_get(k, DOC_A_STELLE), v->datum));
	}
	com_pop(c);
}

/* A telephone number is not broken over lines. */
static const char *unbroken(struct com *c, const char *s)
{
	struct buf b = {0};
	for (; *s; s++)
		if (*s == ' ')
			buf_str(&b, "\u00A0");
		else
			buf_chr(&b, *s);
	return com_from(c, &b);
}

static void put_mail(struct com *c, const struct doc_node *n, const char *mail)
{
	com_push(c);
	struct block *link = com_inline(c, n, BLK_LINK);
	blk_more(c->t, link)->href = mem_fmt(c->t->mem, "mailto:%s", mail);
	com_put(c, mail);
	com_pop(c);
}

/* "Fachbereich Soziales · 05555 12-0 · stadt@example.org" */
static void auskunft(struct com *c, const struct com_form *f, const struct doc_vorlage *v,
	const struct doc_node *angaben)
{
	const struct doc_node *n = doc_child(angaben, DOC_AUSKUNFT);
	if (!n) {
		com_form_text(c, f, angaben, "auskunft", 0, sty_word(c->s, "leer"));
		return;
	}
	const char *name = doc_get(n, DOC_A_NAME), *phone = doc_get(n, DOC_A_TELEFON), *mail = doc_get(n, DOC_A_MAIL);
	name = name ? name : com_name(c, doc_get(n, DOC_A_STELLE), v->datum);
	com_form_row(c, f, n, "auskunft");
	com_para(c, n, BLK_P, c->style[COM_LISTE]);
	com_put(c, name);
	if (phone)
		com_fmt(c, *name ? " · %s" : "%s", unbroken(c, phone));
	if (mail) {
		com_put(c, *name || phone ? " · " : "");
		put_mail(c, n, mail);
	}
	com_pop(c);
}

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
	const char *name = b->rolle ? doc_rolle_name(b->rolle) : b->rolle_id;
	return b->massgeblich && b->rolle != DOC_ENTSCHEIDUNG
		? mem_fmt(c->t->mem, "%s (%s)", name, sty_word(c->s, "massgeblich"))
		: name;
}

/* As written; in the file of a session the number it has there. */
static const char *top(const struct paper *p, const struct doc_beratung *b)
{
	if (b->top)
		return b->top;
	bool here = p->session && !strcmp(p->session->gremium, b->gremium) && b->datum.year &&
		!date_cmp(p->session->datum, b->datum);
	return here && p->item->nummer ? p->item->nummer : "–";
}

static void step(struct com *c, const struct paper *p, const struct doc_beratung *b, struct block *body)
{
	struct block *row = com_row(c, b->node, body);
	struct buf day = {0};
	if (b->datum.year)
		date_put_short(&day, b->datum);
	const char *result = b->ergebnis ? com_told(c, "ergebnis", b->ergebnis) : NULL;
	step_cell(c, b->node, row, com_name(c, b->gremium, b->datum.year ? b->datum : p->v->datum), result);
	step_cell(c, b->node, row, day.len ? com_from(c, &day) : sty_word(c->s, "termin-offen"), NULL);
	step_cell(c, b->node, row, role(c, b), b->oeffentlich ? NULL : sty_word(c->s, "nichtoeffentlich"));
	step_cell(c, b->node, row, top(p, b), NULL);
}

static void beratungsfolge(struct com *c, const struct com_form *f, const struct paper *p,
	const struct doc_node *angaben)
{
	const struct doc_vorlage *v = p->v;
	static const char *const heads[] = {"gremium", "sitzung-am", "zustaendigkeit", "top"};
	const struct doc_node *n = v->nberatungen ? v->beratungen[0].node : angaben;
	struct block *td = com_form_row(c, f, n, "beratungsfolge");
	if (!v->nberatungen) {
		com_line(c, n, BLK_P, c->style[COM_LISTE], sty_word(c->s, "leer"));
		com_pop(c);
		return;
	}
	struct com_grid g = com_grid(c, n, "beratungsfolge", 4);
	com_widths(c, &g, "beratungsfolge", com_form_value(c));
	g.cols[3].align = STY_RECHTS;
	td->cell->drop = com_drop(c->style[COM_TABKOPF], c->style[COM_MARKE]) - g.table->style->pad_top;
	if (td->cell->drop < 0)
		td->cell->drop = 0;
	com_head_words(c, n, &g, heads, NULL);
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < v->nberatungen; i++)
		step(c, p, &v->beratungen[i], body);
	com_pop(c);
}

static void urgency(struct com *c, const struct com_form *f, const struct doc_vorlage *v)
{
	for (size_t i = 0; i < v->nberatungen; i++)
		if (v->beratungen[i].dringlichkeit)
			com_form_text(c, f, v->beratungen[i].node, "dringlichkeit", 0, v->beratungen[i].dringlichkeit);
}

/* ---- the box ---- */

static void proposal(struct com *c, const struct doc_node *n)
{
	const struct doc_node *first = doc_child(n, DOC_BESCHLUSS);
	bool several = first && doc_next(first, DOC_BESCHLUSS);
	com_push(c);
	com_on_hinweis(c, n);
	c->o.level = 2;
	com_titled(c, n, 2, COM_KASTENTITEL, sty_word(c->s, "beschlussvorschlag"));
	if (several) {
		com_para(c, n, BLK_P, c->style[COM_FLIESS])->keep_next = true;
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD),
			mem_fmt(c->t->mem, "%s:", sty_word(c->s, "sachentscheidungen")));
		com_end_text(c);
		com_list(c, n);
	}
	int i = 0;
	for (const struct doc_node *b = first; b; b = doc_next(b, DOC_BESCHLUSS)) {
		com_push(c);
		if (several) {
			com_item(c, b, mem_fmt(c->t->mem, "%d.", ++i), false);
		} else {
			com_para(c, b, BLK_P, c->o.body);
			com_put_char(c, com_char(c, c->o.ch, COM_BOLD),
				mem_fmt(c->t->mem, "%s: ", sty_word(c->s, "sachentscheidung")));
		}
		com_children(c, b);
		com_pop(c);
	}
	com_pop(c);
}

/* ---- costs, annexes ---- */

static void money_row(struct com *c, const struct com_form *f, const struct doc_vorlage *v, const struct doc_kosten *k,
	const char *word)
{
	const struct doc_node *n = k->node;
	if (!n && !v->beschlussvorschlag)              /* a report decides nothing and costs nothing */
		return;
	if (!n) {
		com_form_text(c, f, v->node, word, 0, sty_word(c->s, "leer"));
		return;
	}
	struct block *td = com_form_row(c, f, n, word);
	com_children(c, n);
	com_end_text(c);
	bool text = td->first != NULL;
	if (com_finanzen(c, k, true) && !text)
		td->parent->first->cell->drop = sty_table(c->s, "posten")->pad_top;
	if (!td->first)
		com_line(c, n, BLK_P, c->style[COM_LISTE], sty_word(c->s, "leer"));
	com_pop(c);
}

/* ---- boxes of the town, explanations ---- */

static const char *extra_title(struct com *c, const char *art)
{
	static const char *const known[] = {"zusatz-gleichstellung", "zusatz-inklusion", "zusatz-klima"};
	for (size_t i = 0; art && i < sizeof known / sizeof *known; i++)
		if (!strcmp(known[i] + strlen("zusatz-"), art))
			return sty_word(c->s, known[i]);
	char *s = mem_dup(c->t->mem, art ? art : "");
	s[0] = (char)toupper((unsigned char)s[0]);
	return s;
}

static void extra(struct com *c, const struct doc_node *n)
{
	com_push(c);
	com_on_hinweis(c, n);
	c->o.level = 2;
	com_titled(c, n, 2, COM_KASTENTITEL, extra_title(c, doc_get(n, DOC_A_ART)));
	com_children(c, n);
	com_pop(c);
}

static void explanations(struct com *c, const struct doc_node *n)
{
	com_push(c);
	c->o.at = com_block(c, n, BLK_SECT, BLK_STACK);
	c->o.level = 2;
	com_titled(c, n, 2, COM_H2, sty_word(c->s, "erlaeuterungen"));
	com_children(c, n);
	com_pop(c);
}

static void body(struct com *c, const struct paper *p, const struct doc_node *angaben)
{
	const struct doc_vorlage *v = p->v;
	struct com_form f = com_form(c, angaben, v->beschlussvorschlag ? "vorlagenkopf" : "vorlage");
	if (!p->hidden) {
		com_form_text(c, &f, angaben, "federfuehrung", 0,
			v->federfuehrung ? com_name(c, v->federfuehrung, v->datum) : sty_word(c->s, "leer"));
		beteiligungen(c, &f, v, angaben);
		auskunft(c, &f, v, angaben);
	}
	beratungsfolge(c, &f, p, angaben);
	if (!p->hidden)
		urgency(c, &f, p->v);
	if (p->hidden) {
		com_line(c, angaben, BLK_P, c->style[COM_FLIESS], sty_word(c->s, "nur-titel"));
		return;
	}
	if (v->beschlussvorschlag) {
		proposal(c, v->beschlussvorschlag);
		f = com_form(c, v->kosten.node ? v->kosten.node : v->beschlussvorschlag, "vorlage");
	}
	money_row(c, &f, v, &v->kosten, "kosten");
	money_row(c, &f, v, &v->finanzierung, "finanzierung");
	struct block **jumps = com_anlagen(c, &f, v);
	for (const struct doc_node *n = doc_child(v->node, DOC_ZUSATZFELD); n; n = doc_next(n, DOC_ZUSATZFELD))
		extra(c, n);
	if (v->erlaeuterungen)
		explanations(c, v->erlaeuterungen);
	com_anlagentexte(c, v, jumps);
}

struct block *com_vorlage(struct com *c, const struct com_session *k, const struct doc_agenda_item *item)
{
	const struct doc_vorlage *v = doc_vorlage(c->doc);
	const struct doc_node *angaben = doc_child(v->node, DOC_ANGABEN);
	struct paper p = {.v = v, .title = doc_angabe(c->doc, DOC_TITEL), .session = k ? k->s : NULL, .item = item};
	p.hidden = com_hidden(c->doc);
	if (!p.title)
		p.title = doc_angabe(c->doc, DOC_NEUTRAL);
	const char *name = com_vorlage_name(c, v), *title = com_plain(c, p.title);
	struct com_letter letter = {.kind = with_number(c, kind_word(c, v->art), v),
		.status = status(c, v),
		.folio = k ? BLK_FOLIO_BOTH : BLK_FOLIO_OF,
		.foot = mem_fmt(c->t->mem, "%s · %s", name, com_address(c))};
	c->paper = 1;
	com_letter(c, v->node, &letter);
	com_push(c);
	const struct doc_node *at = p.title ? p.title : v->node;
	struct block *h = com_letter_title(c, at, c->style[COM_VORLAGENTITEL], title,
		item ? com_top_title(c, item, title) : title);
	blk_more(c->t, h)->head = mem_fmt(c->t->mem, "%s · %s", name, title);
	if (p.title)
		com_children(c, p.title);
	com_pop(c);
	body(c, &p, angaben ? angaben : v->node);
	com_sample(c, BLK_AXIS);
	return h;
}
