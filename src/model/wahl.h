/* wahl.h: an election in minutes (<wahl>), counted: valid ballots, what was needed, who was elected in which round. */
#ifndef MODEL_WAHL_H
#define MODEL_WAHL_H
#include "model/niederschrift.h"

enum { DOC_WAHLGAENGE = 4 };                           /* most rounds */

struct doc_bewerbung {
	const struct doc_node *node;
	int stimmen[DOC_WAHLGAENGE];                   /* of each round; -1: did not stand */
	int gewaehlt;                                  /* in which round, from 1; 0: not */
	bool los;                                      /* elected by lot */
	bool lehnt_ab;                                 /* elected, and takes no place */
};

struct doc_wahlgang {
	const struct doc_node *node;
	int nein, enthaltung, ungueltig, nicht_beteiligt;      /* unsaid: 0 */
	int stimmen;                                   /* for all who stood, and against */
	int zettel, gueltig;                           /* ballots; without those that abstain or are invalid */
	int noetig;                                    /* of valid ballots; 0: the most votes */
	int frei;                                      /* places still to fill before this round */
	bool gleich;                                   /* as many votes where it ends: a lot is needed */
};

struct doc_wahl {
	const struct doc_node *node;
	struct doc_bewerbung *bewerbungen; size_t n;
	struct doc_wahlgang gaenge[DOC_WAHLGAENGE]; size_t ngaenge;
	int plaetze, gewaehlt;                         /* gewaehlt: without those who declined */
	bool geheim;
};
const struct doc_wahl *doc_wahl(struct mem *, const struct doc_node *wahl);
/* The place of a candidate by its id; NULL: none of this election. */
const struct doc_bewerbung *doc_bewerbung(const struct doc_wahl *, const char *id);
/* Whether the elections of an item filled all places. */
bool doc_alle_gewaehlt(struct mem *, const struct doc_node *top);

#endif
