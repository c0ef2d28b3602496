/* kosten.h: what a Massnahme or a paper costs: whether it still does, which Posten has an amount, the year it falls
 * due, what of it is in the budget, its sums, and how all that is said. Everyone asks here. Amounts in Cent. */
#ifndef MODEL_KOSTEN_H
#define MODEL_KOSTEN_H
#include "model/doc.h"

/* The words of the town, handed in by who knows it (style). All set, UTF-8, borrowed. */
struct doc_kostenworte {
	const char *waehrung;                          /* "Euro" */
	const char *circa;                             /* before an amount */
	const char *zustand[DOC_OHNE + 1];             /* of a Posten: "noch zu ermitteln"; none for DOC_BETRAG */
	const char *kurz[DOC_OHNE + 1];                /* the same in a narrow column */
	const char *gefoerdert, *erstattet;            /* "gefördert durch" */
	const char *jaehrlich, *einmalig;
	const char *darin, *haushalt;                  /* "davon 9.000 Euro bereits im Haushalt enthalten" */
	const char *status[DOC_S_MAX];                 /* "läuft"; "" for DOC_S_UNGESAGT */
};
const struct doc_kostenworte *doc_kostenworte(void);   /* where no town is known: in a dump, in tests */

/* ---- a Massnahme */

bool doc_goes_on(const struct doc_massnahme *);        /* neither done nor dropped: it costs, it is due */
bool doc_status_goes_on(const char *status);           /* by the value of the attribute; NULL: unsaid */

/* ---- a Posten */

bool doc_has_amount(const struct doc_posten *);
/* It will cost something nobody has said yet, and no one else pays. */
bool doc_is_open(const struct doc_posten *);
/* It needs money of its own: not what costs nothing or runs beside the administration. */
bool doc_needs_money(const struct doc_posten *);
/* One-off: its budget year, else the year the Massnahme is due. Yearly: the first, its budget year, else the edition's.
 * 0: unknown. */
int doc_cost_year(const struct doc *, const struct doc_massnahme *, const struct doc_posten *);
/* Its part that is in the budget already. Where the Massnahme as a whole says how much, its Posten take of it in their
 * order. 0 for what has no amount. */
money_t doc_budgeted(const struct doc_massnahme *, const struct doc_posten *);

/* ---- sums */

/* It cannot be read without saying what happens when it is more than an amount may be. */
struct doc_sum { money_t total; size_t n; bool circa, over; };
void doc_sum_add(struct doc_sum *, money_t, bool circa);
bool doc_sum_get(const struct doc_sum *, money_t *);   /* false: too large; *money is then what fitted */

/* The Posten of a field (finanzen of a Massnahme, kosten of a paper) and their sums, one-off and yearly apart. */
struct doc_finanzen {
	const struct doc_node *node;                   /* the field; NULL: none */
	const struct doc_posten *posten; size_t nposten;
	struct doc_sum einmalig, jaehrlich;
	money_t davon;                               /* in the budget, as said for the field or by its Posten; 0 none */
	bool davon_said;                               /* for the field as a whole */
};
struct doc_finanzen doc_finanzen(const struct doc_massnahme *);
struct doc_finanzen doc_finanzen_of(struct mem *, const struct doc_node *field);

/* ---- in words, with no-break spaces */

void doc_put_amount(struct buf *, money_t, const struct doc_kostenworte *);                 /* "640.000 Euro" */
/* "circa 50.000 Euro", "noch zu ermitteln", "gefördert durch BAMF" */
void doc_put_posten(struct buf *, const struct doc_posten *, const struct doc_kostenworte *);
/* Who pays, beside what doc_put_posten says: "erstattet durch Land"; nothing if that is all it says. */
void doc_put_payer(struct buf *, const struct doc_posten *, const struct doc_kostenworte *);

#endif
