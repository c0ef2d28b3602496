/* vorlage.c: a paper: head and title, then its fields (GESTALTUNG §12; feld.c). Of a non-public paper read from its
 * excerpt only number, neutral title and Beratungsfolge are there. */
#include <string.h>

#include "compose/anlagen.h"
#include "compose/costs.h"
#include "compose/form.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/letter.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/papier.h"
#include "compose/session.h"
#include "compose/tree.h"
#include "compose/walk.h"
#include "style/papiere.h"

const char *com_vorlage_kind(struct com *c, const struct doc_vorlage *v)
{
	return v->art_wort ? v->art_wort : sty_word(c->s, "vorlage");
}

/* The whole number, where the town's way to write a supplement is part of it. */
const char *com_vorlage_number(struct com *c, const char *word, const struct doc_vorlage *v)
{
	const struct doc_muster *w = v->nummer && v->ergaenzung ? sty_muster(c->s, c->t->mem) : NULL;
	const char *number = doc_nummer_told(w, v->ergaenzung)
		? doc_nummer_whole(c->t->mem, w, v->nummer, v->ergaenzung) : v->nummer;
	return number ? mem_fmt(c->t->mem, "%s%s%s", word, *word ? " " : "", number) : word;
}

/* "Vorlage 2023/0123"; a motion or a question is called what the town calls it. */
const char *com_vorlage_name(struct com *c, const struct doc_vorlage *v)
{
	const char *kind = v->art_wort;
	return com_vorlage_number(c, kind && !strcasestr(kind, "vorlage") ? kind : sty_word(c->s, "vorlage"), v);
}

static const char *status(struct com *c, const struct doc_vorlage *v)
{
	const char *open = sty_word(c->s, v->oeffentlich ? "oeffentlich" : "nichtoeffentlich");
	return v->ergaenzung ? mem_fmt(c->t->mem, "%d.%s%s", v->ergaenzung,
					  com_part(c, "\u00A0", sty_word(c->s, "ergaenzung"), ""),
					  com_part(c, " · ", open, ""))
			     : open;
}

bool com_hidden(const struct doc *doc)
{
	const struct doc_vorlage *v = doc_vorlage(doc);
	return v && !v->oeffentlich && !doc_angabe(doc, DOC_TITEL);
}

/* As much smaller as a long title is. */
static const struct sty_para *beside_title(struct com *c, const struct block *title)
{
	const struct sty_para *base = c->style[COM_UNTERTITEL];
	const len_t size = title->style->ch.size, usual = c->style[COM_VORLAGENTITEL]->ch.size;
	struct sty_para *p = MEM_NEW(c->t->mem, struct sty_para);
	*p = *base;
	p->ch.size = len_scale(base->ch.size, size, usual);
	return size == usual ? base : p;
}

/* "hier: …" below the title */
static void second_line(struct com *c, struct block *title)
{
	const struct doc_node *n = doc_angabe(c->doc, DOC_UNTERTITEL);
	if (!n || com_hidden(c->doc))
		return;
	com_push(c);
	c->o.at = title->parent;
	com_para(c, n, BLK_P, beside_title(c, title));
	com_children(c, n);
	com_pop(c);
}

struct block *com_vorlage(struct com *c, const struct com_session *k, const struct doc_agenda_item *item)
{
	const struct doc_vorlage *v = doc_vorlage(c->doc);
	const struct doc_node *angaben = doc_child(v->node, DOC_ANGABEN);
	struct com_paper p = {.v = v, .title = doc_angabe(c->doc, DOC_TITEL), .session = k ? k->s : NULL, .item = item};
	p.hidden = com_hidden(c->doc);
	if (!p.title)
		p.title = doc_angabe(c->doc, DOC_NEUTRAL);
	const char *name = com_vorlage_name(c, v), *title = com_plain(c, p.title);
	struct com_letter letter = {.kind = com_vorlage_number(c, com_vorlage_kind(c, v), v),
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
	second_line(c, h);
	com_felder(c, &p, angaben ? angaben : v->node);
	com_sample(c, BLK_AXIS);
	return h;
}
