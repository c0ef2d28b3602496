/* minutes.h: inside the room: the minutes of a session: the whole, and its items. */
#ifndef COMPOSE_MINUTES_H
#define COMPOSE_MINUTES_H
#include "compose/state.h"
#include "model/niederschrift.h"

/* verhandlung.c: an item with all that was said and decided; heading: its level. */
void com_verhandelt(struct com *, const struct doc_niederschrift *, const struct doc_verhandelt *, int heading);
/* The heading of an item, farther from the one before it than paragraphs are from one another. */
void com_item_title(struct com *, const struct doc_node *, int level, const char *title);
/* A vote in a line: "7 Ja, 2 Nein, 0 Enthaltungen: mehrheitlich beschlossen", and its groups below. */
void com_abstimmung(struct com *, const struct doc_niederschrift *, const struct doc_node *);
/* wahl.c: an election: who was nominated, the rounds as a table, who was elected. */
void com_wahl(struct com *, const struct doc_niederschrift *, const struct doc_node *);
/* sitze.c: the seats of a committee: method, a table of the lists, the lot. */
void com_sitzverteilung(struct com *, const struct doc_niederschrift *, const struct doc_node *);
void com_unterbrechung(struct com *, const struct doc_node *);
/* "4 von 9 Stimmberechtigten anwesend, nötig sind 5" */
const char *com_quorum(struct com *, const struct doc_soll *, int there);
const char *com_needed(struct com *, const struct doc_soll *);                 /* "nötig sind 4" */
/* What the chair found of the quorum; and how many are there. */
void com_beschlussfaehigkeit(struct com *, const struct doc_niederschrift *, const struct doc_node *);
/* "Name, Amt"; of somebody whose name is not the public's the office, else the town's word. */
const char *com_wer(struct com *, const struct doc_wer *);
/* A line that begins with a word of the town in bold: "Befangen: …". com_pop */
/* "; Beschluss Nr. 45/2026" of a vote, an election or an item; nothing where it has none */
void com_beschlussnummer(struct com *, const struct doc_node *);
struct block *com_worded(struct com *, const struct doc_node *, const char *word);

#endif
