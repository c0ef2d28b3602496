/* kosten.h: what a Massnahme or a paper costs, whether it goes on, when it is due: worked out here once, asked by
 * everybody. Money is in Cent. Included by doc.h. */
#ifndef MODEL_KOSTEN_H
#define MODEL_KOSTEN_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/money.h"
#include "model/words.h"

struct doc;
struct doc_node;
struct doc_massnahme;

/* ---- what becomes of a Massnahme in this edition ---- */

/* DOC_S_OFFEN: to be decided; DOC_S_UNGESAGT: no Fortschreibung, or nothing said. */
enum doc_status {
	DOC_S_UNGESAGT,
	DOC_S_OFFEN,
	DOC_S_NEU,
	DOC_S_UNVERAENDERT,
	DOC_S_GEAENDERT,
	DOC_S_LAEUFT,
	DOC_S_ABGESCHLOSSEN,
	DOC_S_ENTFALLEN,
	DOC_S_MAX
};
enum doc_status doc_status_find(const char *value);      /* as written: "laeuft"; DOC_S_UNGESAGT: none of them, NULL */
const char *doc_status_word(const struct doc_words *, enum doc_status);  /* "läuft"; "" for DOC_S_UNGESAGT */
bool doc_settled(enum doc_status);                       /* done or dropped: costs nothing more, is due no more */
bool doc_goes_on(const struct doc_massnahme *);          /* not settled */

/* "mittelfristig" as the town says it; "" for NULL */
const char *doc_klasse_word(const struct doc_words *, const char *klasse);

/* ---- a Posten ---- */

enum doc_zustand { DOC_BETRAG, DOC_UNBESTIMMT, DOC_NOCH_ZU_ERMITTELN, DOC_LAUFENDE_VERWALTUNG, DOC_OHNE, DOC_Z_MAX };

struct doc_posten {
	const struct doc_node *node;                   /* its content is the label */
	enum doc_zustand zustand;                      /* DOC_BETRAG: none said */
	bool has_amount;
	money_t betrag;                                /* 0 without one */
	money_t davon;                                 /* part already in the budget; -1 unsaid */
	bool circa, jaehrlich;                         /* jaehrlich: turnus="jaehrlich" */
	const char *gefoerdert_durch, *erstattet_durch;
	int haushaltsjahr;                             /* 0 unsaid */
};

/* What a Posten brings to a sum. */
enum doc_share {
	DOC_NOTHING,                   /* nothing, or nothing beside the running administration */
	DOC_AMOUNT,
	DOC_OPEN,                      /* something that is not known yet */
	DOC_OTHERS                     /* others pay, and nobody says how much: not an open amount of the town's */
};
bool doc_posten(struct doc_posten *, const struct doc_node *);       /* false: it is no <posten> */
enum doc_share doc_share(const struct doc_posten *);
bool doc_paid_by_others(const struct doc_posten *);
const char *doc_zustand_value(enum doc_zustand);         /* as written: "noch-zu-ermitteln"; "" for DOC_BETRAG */
/* "im Rahmen der laufenden Verwaltung"; kurz: "laufende Verwaltung"; "" for DOC_BETRAG */
const char *doc_zustand_word(const struct doc_words *, enum doc_zustand, bool kurz);
/* the state an original names in its own words: "keine Kosten"; DOC_BETRAG: none */
enum doc_zustand doc_zustand_told(const char *text);
/* The year a one-off Posten falls due, or a yearly one begins; 0: unknown. */
int doc_haushaltsjahr(const struct doc *, const struct doc_massnahme *, const struct doc_posten *);

/* ---- sums ---- */

/* A sum that would leave the range of amounts says so by itself, once, as an error [BETRAG] at this place; that is why
 * nothing is added without one. */
struct doc_place {
	struct diag *diag;
	const struct doc *doc;
	const struct doc_node *node;
	const char *name;                              /* of the sum, as the reader knows it: "Summe", "2021" */
};
struct doc_sum {
	money_t value;                                 /* of all amounts that could be added */
	money_t budgeted;                              /* what of it is in the budget already */
	size_t n;                                      /* amounts in it */
	bool circa;                                    /* one of them is an estimate */
	bool open;                                     /* something is to be added that is not known yet */
	bool over;                                     /* left the range (told) */
};
void doc_sum_amount(struct doc_sum *, money_t, const struct doc_place *);
void doc_sum_sum(struct doc_sum *, const struct doc_sum *, const struct doc_place *);

/* What stands in <finanzen>, <kosten> or <finanzierung>. Yearly and one-off amounts are never added together. */
struct doc_kosten {
	const struct doc_node *node;                   /* NULL where missing */
	const struct doc_posten *posten; size_t nposten;
	struct doc_sum einmalig, jaehrlich;
	money_t davon;                         /* already in the budget: as said of the whole, else of its Posten */
	bool davon_of_all;                             /* said of the whole: Posten take of it in their order */
};
/* by document and node of <finanzen>, <kosten> or <finanzierung>; NULL: no such part of a Massnahme or paper */
const struct doc_kosten *doc_kosten(const struct doc *, const struct doc_node *);
/* what of a Posten's amount is in the budget already */
money_t doc_budgeted(const struct doc_kosten *, const struct doc_posten *);
void doc_sum_posten(struct doc_sum *, const struct doc_kosten *, const struct doc_posten *, const struct doc_place *);
/* all Massnahmen that go on: one-off and yearly */
struct doc_summen { struct doc_sum einmalig, jaehrlich; };
struct doc_summen doc_summen(const struct doc *, struct diag *);

/* ---- in words ---- */

void doc_put_euro(struct buf *, money_t, const char *waehrung);      /* "640.000 Euro", with a no-break space */
/* "circa 50.000 Euro", "noch zu ermitteln", "gefördert durch Land"; nothing where nothing is said. labelled: behind
 * "Zusätzliche Kosten: ", so that "keine" says it. */
void doc_put_posten(struct buf *, const struct doc_posten *, bool labelled, const struct doc_words *);
/* "gefördert durch Land, erstattet durch Bund": who pays; nothing if nobody else does */
void doc_put_zahler(struct buf *, const struct doc_posten *, const struct doc_words *);

#endif
