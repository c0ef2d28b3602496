/* delivery.h: which issued files were handed over to the council system, as which version, and what it answered. Rows
 * are added only. */
#ifndef REGISTER_DELIVERY_H
#define REGISTER_DELIVERY_H
#include "base/hash.h"
#include "register/register.h"

struct reg_delivery {
	int64_t lfd;                                   /* 0: not handed over yet */
	const char *ort, *objekt, *art, *datei;        /* datei: its name in the package */
	int64_t ausgegeben;                            /* row of the ledger */
	int fassung;                              /* from 1, one more for each other file of the same object and kind */
	int64_t ersetzt;                               /* row of the version before; 0: none */
	/* its name in the package; what its receipt had said by then, or NULL */
	const char *ersetzt_datei, *ersetzt_kennung, *ersetzt_adresse;
	int ersetzt_fassung;
	uint8_t ersetzt_sha512[HASH_SHA512];
	int64_t when;                                  /* of the first time */
};
/* The hand-over of an issued file: as it is kept, else as it would be (lfd 0; datei and when as they were handed in).
 * False: told. */
bool reg_delivery(struct reg *, struct mem *, const struct reg_issue *, struct reg_delivery *, struct diag *);
bool reg_deliver(struct reg *, const struct reg_delivery *, struct diag *);        /* adds; within a transaction */
/* by the file; false: never */
bool reg_delivered(struct reg *, struct mem *, const uint8_t sha512[HASH_SHA512], struct reg_delivery *);

/* id and address (or NULL) given, or grund: why it was refused */
struct reg_receipt { const char *kennung, *adresse, *grund; };
/* Adds unless the last receipt of that hand-over says the same. False: told. */
bool reg_receipt(struct reg *, const struct reg_delivery *, const struct reg_receipt *, int64_t when, bool *added,
	struct diag *);

#endif
