/* agenda.h: a finished agenda, worked out from a session and the papers of the register; what compose sets and office
 * writes into calendars. */
#ifndef MODEL_AGENDA_H
#define MODEL_AGENDA_H
#include "model/papier.h"

struct doc_agenda_item {
	const char *id;   /* stays when the item moves: the paper's id, else the id of its <top>; key of kept numbers */
	/* as printed: "4", "Ö 4", "N 1", of a sub-item "4.2"; NULL: withdrawn before the announcement (not printed) */
	const char *nummer;
	int order;                                     /* position from 0 over the whole agenda */
	const char *titel;                     /* as printed; a non-public paper: its neutral title in public outputs */
	const char *titel_intern;                      /* full title; equal to titel for public items */
	const char *drucksache;                        /* NULL: none */
	const char *paper_path;                        /* source file of the paper, NULL: none */
	const char *paper_id;
	/* of all its steps in this session, as in the vocabulary: "anhoerung entscheidung"; NULL: none */
	const char *rollen, *rollen_wort;              /* rollen_wort: as printed; "" for none */
	bool oeffentlich, entfallen;
	bool zurueck;                                  /* taken back: titel is neutral, nothing else of it is public */
	bool unter;                                    /* of a joint item, which stands before it */
	bool mit;                                      /* a further paper of that item, printed with it */
	bool ueberschrift;                             /* a heading: has no number and is no item to decide on */
	const char *platz;                             /* of a heading: the number it stands before */
	bool nachtrag;                                 /* added after the announcement */
	const char *dringlichkeit;                     /* why it could not wait; NULL: unsaid */
	const char *grund;                             /* of withdrawal; internal */
	const struct doc_node *node;           /* the <top> in sitzung.xml it comes from (the <vorlagen/> for papers) */
};
struct doc_agenda { const struct doc_agenda_item *items; size_t n; bool announced; };

/* A paper whose Beratungsfolge names the session, as the register knows it. */
struct doc_agenda_paper {
	const char *id, *nummer, *titel, *neutral, *path, *rollen; bool oeffentlich;
	const char *dringlichkeit;                     /* NULL: unsaid */
	bool zurueck;                                  /* taken back: keeps its place, the public reads no more of it */
};

/* How the town counts and what it calls the standing items. */
struct doc_agenda_town {
	bool durchgehend;                              /* the non-public part goes on counting */
	const char *praefix, *praefix_intern;          /* "Ö ", "N " or "" */
	const char *titel[DOC_TOP_UEBERSCHRIFT + 1];   /* by enum doc_top_art; Niederschrift: the date follows */
	const char *niederschrift_intern;              /* in the non-public part */
	const char *neutral;          /* what the public reads of a non-public item that has no title for publication */
	/* titles that the public may read in the non-public part, too, with | between them; NULL: none */
	const char *titel_offen;
	const struct doc_terms *terms;                 /* its words for what a body does */
	bool dringlichkeit;                            /* what is added after the announcement must say why */
};

/* Items as the clerk wrote them, with the papers in the order given where <vorlagen/> stands. kept: items of the last
 * announcement with id, nummer, titel; their numbers stay, new items get higher ones, and a part is then ordered by
 * number. Faults are told with the line of the <top>. Never NULL; borrows from all that is given. */
struct doc_agenda_from {
	const struct doc *sitzung;
	const struct doc_agenda_paper *papers; size_t npapers;
	const struct doc_agenda_item *kept; size_t nkept;
	const struct doc_agenda_town *town;
	/* of the session that goes on here: what of it comes again has its number, what is new none of them */
	const struct doc_agenda_item *before; size_t nbefore;
};
/* "Mitteilungen" stands in "Mitteilungen|Verschiedenes"; list NULL: none does. */
bool doc_title_open(const char *list, const char *title);
const struct doc_agenda *doc_agenda_build(struct mem *, const struct doc_agenda_from *, struct diag *);
/* What the public may see of it: nodes of the excerpt, neutral titles, nothing else of non-public items, no reasons. */
const struct doc_agenda *doc_agenda_public(struct mem *, const struct doc_agenda *, const struct doc *excerpt,
	const struct doc_agenda_town *);

#endif
