/* agenda.h: a finished agenda, worked out from a session and the papers of the register; what compose sets and handover exports. */
#ifndef MODEL_AGENDA_H
#define MODEL_AGENDA_H
#include "model/papier.h"

struct doc_agenda_item {
	const char *nummer;                            /* as printed: "4", "Ö 4", "N 1"; NULL: withdrawn before the announcement (not printed) */
	int order;                                     /* position from 0 over the whole agenda */
	const char *titel;                             /* as printed; a non-public paper: its neutral title in public outputs */
	const char *titel_intern;                      /* full title; equal to titel for public items */
	const char *drucksache;                        /* NULL: none */
	const char *paper_path;                        /* source file of the paper, NULL: none */
	const char *paper_id;
	enum doc_rolle rolle;
	bool oeffentlich, entfallen;
	const char *grund;                             /* of withdrawal; internal */
	const struct doc_node *node;                   /* the <top> in sitzung.xml it comes from (the <vorlagen/> for papers) */
};
struct doc_agenda { const struct doc_agenda_item *items; size_t n; bool announced; };

#endif
