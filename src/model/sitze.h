/* sitze.h: the seats of a committee (<sitzverteilung>), given to lists in proportion to their seats or votes. */
#ifndef MODEL_SITZE_H
#define MODEL_SITZE_H
#include "model/niederschrift.h"

/* Which is used, by its name in source and rules; DOC_OHNE_VERFAHREN: nobody said. */
enum doc_sitzverfahren { DOC_OHNE_VERFAHREN, DOC_DHONDT, DOC_HARE_NIEMEYER, DOC_SAINTE_LAGUE };

struct doc_sitzliste {
	const struct doc_node *node;
	int zahl;                                      /* seats in the body or votes; 0: none, or not known */
	int gesagt;                                    /* seats as written; -1: unsaid */
	int sitze;                                     /* seats it has: as worked out, or as agreed */
	bool gleich;                                   /* its last seat lies between equals */
	bool los;                                      /* which it won by lot */
};

struct doc_sitzverteilung {
	const struct doc_node *node;
	enum doc_sitzverfahren verfahren;
	struct doc_sitzliste *listen; size_t n;
	int plaetze, zahl;                             /* zahl: of all lists */
	int gleiche, offen;                            /* lists that are equal for the last seats, and those seats */
	int lose;                                      /* lists that are said to have won a lot */
	bool nach_stimmen;
	const char *abweichung;                        /* why seats are as written, not as worked out; NULL: they are */
};
/* ort: the method of the town's rules, or NULL. */
const struct doc_sitzverteilung *doc_sitzverteilung(struct mem *, const struct doc *,
	const struct doc_niederschrift *, const struct doc_node *, const char *ort);

#endif
