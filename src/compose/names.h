/* names.h: inside the room: what the town and its offices are called. */
#ifndef COMPOSE_NAMES_H
#define COMPOSE_NAMES_H
#include "compose/state.h"

const char *com_stelle(struct com *, const struct doc_node *);                 /* of its stelle="…"; "?": unknown */
/* "2.5 Begegnung"; brief: its short name, if it has one, on the line of its number */
const char *com_part_title(struct com *, const struct doc *, const struct doc_node *part, bool brief);
struct doc_gremien;
/* Who brings a paper in where no office does: "Fraktion A, Fraktion B"; NULL: an office. */
const char *com_mover(struct com *, const struct doc *paper);
const char *com_name(struct com *, const char *id, struct date);               /* as it was called that day */
const char *com_names(struct com *, const struct doc_gremien *, struct date);  /* of all that meet */
/* Whose head a letter has: the body of the session if it has its own, else the town; and who leads it. */
const char *com_sender(const struct com *);
/* "der Sitzung vom 7. Mai 2026": of what goes on on another day */
const char *com_goes_on(struct com *, struct date began);
const char *com_head_office(const struct com *);
const char *com_address(struct com *);                       /* "Stadt Musterstadt, Hauptstraße 1, 99999 Musterstadt" */
const char *com_website(struct com *);                                         /* "www.example.org"; NULL: none */
const struct doc_node *com_town(const struct com *);                           /* <ort> of the directory; NULL: none */

#endif
