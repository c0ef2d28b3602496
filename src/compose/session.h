/* session.h: inside the room: papers and the sessions they are for. */
#ifndef COMPOSE_SESSION_H
#define COMPOSE_SESSION_H
#include "compose/compose.h"
#include "compose/state.h"
#include "model/papier.h"

/* links to a paper, and the paragraph with its page */
struct com_item { struct block *title, *number, *page; uint32_t seg; };
struct com_session {
	const struct doc_sitzung *s; const struct doc_agenda *agenda;
	enum com_sitzung kind;
	const char *word;                              /* what it is called */
	bool intern, mappe;
	bool signed_;                                  /* day and signature of the notice at its end */
	struct com_item *items;                 /* by item, in the Mappe: to be led to the paper; NULL: none is there */
	const struct doc *const *papers;               /* by item; NULL: none */
	struct block **jumps;                  /* by Anlage, in the Mappe: the link to its text, or NULL */
	const struct com_meeting *told;                /* kept pages and news; NULL: none */
};
/* "TOP 6 Baumpflanzung": in the outline */
const char *com_top_title(struct com *, const struct doc_agenda_item *, const char *title);
void com_tagesordnung(struct com *, struct com_session *);
/* news.c: the page of the Mappe with what is new since the invitation; nothing where nothing is */
void com_news(struct com *, const struct com_session *);
void com_regiebuch(struct com *, const struct com_session *);   /* regiebuch.c: what the chair has beside him */
/* the public agenda as far as it is known without the register's papers */
void com_draft(struct com *, const struct doc *sitzung);

bool com_hidden(const struct doc *);                                           /* the excerpt of a non-public paper */
/* its title; session NULL: by itself */
struct block *com_vorlage(struct com *, const struct com_session *, const struct doc_agenda_item *);
const char *com_vorlage_name(struct com *, const struct doc_vorlage *);        /* "Vorlage 2023/0123" */

#endif
