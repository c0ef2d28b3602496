/* massnahme.h: the fields of a Massnahme, for tables that have one each and for tables that have many. */
#ifndef IMPORT_MASSNAHME_H
#define IMPORT_MASSNAHME_H
#include "import/sense.h"

enum field { ZIEL, UMSETZUNG, BETEILIGTE, FINANZEN, ZEITBEDARF, FIELDS };

/* fieldname.c: its element */
const char *massnahme_name(enum field);
/* fieldname.c: the field that the town, or towns usually, call so; FIELDS: none. */
enum field massnahme_field(const struct sense *, const char *label);
struct draft *massnahme_part(struct sense *, enum field, struct draft *m);      /* a new one at the end of it */
void massnahme_value(struct sense *, enum field, const struct imp_node *cell, struct draft *to);
bool massnahme_is(unsigned fields);                    /* so many, as bits, make one */
void massnahme_order(struct draft *m);                                         /* fields as the schema wants them */

#endif
