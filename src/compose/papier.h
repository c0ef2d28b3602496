/* papier.h: inside the room: a paper and its fields while they are set. */
#ifndef COMPOSE_PAPIER_H
#define COMPOSE_PAPIER_H
#include "compose/form.h"
#include "compose/session.h"
#include "style/papiere.h"

struct com_paper {
	const struct doc_vorlage *v;
	const struct doc_node *title;                  /* of a non-public one the neutral title; NULL: none */
	bool hidden;                                   /* com_hidden() */
	const struct doc_sitzung *session;             /* it is set for, as this item; NULL: by itself */
	const struct doc_agenda_item *item;
};

/* A paper while its fields are set. */
struct com_fields {
	struct com *c;
	const struct com_paper *p;
	const struct doc_vorlage *v;
	const struct doc_node *angaben;
	struct com_form form;
	bool open, later;                              /* a form is open; it is not the first */
	bool text;                                     /* running text stands above what comes next */
	const struct sty_papierfeld *field;            /* that is being set */
	const char *label;
	struct block **jumps;                          /* anlagen.h */
};

struct block *com_field_row(struct com_fields *, const struct doc_node *);     /* opens the value's cell; com_pop */
/* A row of plain text; false, and nothing set, for NULL and "". */
bool com_field_text(struct com_fields *, const struct doc_node *, const char *);

void com_felder(struct com *, const struct com_paper *, const struct doc_node *angaben);
/* What stands in a field; false: nobody said anything. */
bool com_feld_beratungsfolge(struct com_fields *);
bool com_feld_dringlichkeit(struct com_fields *);
bool com_feld_beschlussvorschlag(struct com_fields *);
bool com_finanzformular(struct com *, const struct doc_node *, const char *title);
bool com_mitzeichnung(struct com *, const struct doc_node *, const char *title);

/* An office of the paper, with its number where the town prints it. */
const char *com_paper_office(struct com *, const char *id);
const char *com_vorlage_kind(struct com *, const struct doc_vorlage *);        /* "Beschlussvorlage" */
const char *com_vorlage_number(struct com *, const char *word, const struct doc_vorlage *);    /* word and number */

#endif
