/* index.h: what doc_finish worked out; private to model. */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H
#include "model/names.h"
#include "model/papier.h"

/* A name and when it was valid. */
struct doc_namen { struct date von, bis; const char *name; };                  /* zero: open */
/* stelle first: ids lead to it */
struct doc_stelle_am { struct doc_stelle stelle; struct doc_namen *namen; size_t n; };

struct doc_index {
	struct doc_names ids, stellen, kennzahlen, csvs, pictures, werke;
	struct doc_names said;                         /* sentences of the edition before, see punkte.c */
	struct doc_massnahme *massnahmen; size_t nmassnahmen;
	struct doc_kennzahl **all_kennzahlen; size_t nkennzahlen, cap_kennzahlen;
	struct doc_stelle **all_stellen; size_t nstellen, cap_stellen;
	struct doc_punkt *punkte; size_t npunkte, cap_punkte, noffen;
	struct doc_vorlage *vorlage;                   /* NULL: the root is none */
	struct doc_sitzung *sitzung;
	struct doc_niederschrift *niederschrift;
	struct doc_anlage *anlagen; size_t nanlagen;
};

/* The steps of doc_finish, in this order. */
void doc_number(struct doc *);
void doc_index_ids(struct doc *, struct diag *);
void doc_index_kennzahlen(struct doc *, struct diag *);
void doc_index_stellen(struct doc *);
void doc_index_massnahmen(struct doc *, struct diag *);
void doc_index_papier(struct doc *, struct diag *);
void doc_index_anlagen(struct doc *);              /* by doc_index_papier */
void doc_index_niederschrift(struct doc *);
void doc_index_punkte(struct doc *);

/* verlaufszeiten.c: minutes of the day of a stated time (after midnight it goes on), -1: none; when each item was. */
struct doc_niederschrift;
struct doc_verhandelt;
int doc_uhrzeit(const struct doc_niederschrift *, const struct doc_node *, enum doc_attr);
void doc_zeiten(struct doc_niederschrift *, struct doc_verhandelt *items, const struct doc_node *course);

int doc_year(const char *);                        /* "2018"; 0: no year */
void doc_add_kosten(struct doc *, struct diag *, struct doc_kosten *, const struct doc_node *);   /* node: or NULL */

#endif
