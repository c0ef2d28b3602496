/* withdraw.h: what should not be public is taken back, by a clerk. */
#ifndef OFFICE_WITHDRAW_H
#define OFFICE_WITHDRAW_H
#include "office/office.h"

struct off_withdrawal {
	const char *what;                              /* a Drucksachennummer, an id, a document, an Anlage */
	const char *grund;
	bool remove;                                   /* files that lie there as they were issued */
};
void off_withdraw(const struct office *, const struct off_withdrawal *, struct diag *);

/* heldback.c: what in a document that was read must not be public as the register stands, in German; NULL: nothing. */
struct edition;
struct reg;
const char *off_held_back(struct reg *, struct mem *, const struct edition *);

#endif
