/* office.h: a clerk's transactions: papers taken in and released, issued, announced, handed over. Each is one
 * transaction of the register; a fault leaves it as it was. Here is what they share. */
#ifndef OFFICE_OFFICE_H
#define OFFICE_OFFICE_H
#include <stdint.h>

#include "base/date.h"
#include "base/diag.h"
#include "base/mem.h"
#include "model/doc.h"
#include "pipeline/places.h"

struct pipe;
struct reg;
struct office {
	struct pipe *pipe;
	int64_t now;                                   /* seconds since 1970, as the call read them */
	struct reg *open;                              /* the caller's transaction; NULL: each has its own */
};

struct date off_today(int64_t now);                /* the town's day, wherever the computer is */

/* record.c: under which a document is known to the register. below: the content root; id NULL: it has none. */
const char *off_id_at(struct mem *, const char *below, enum doc_kind, const char *id);

/* Towns below the content root, sorted. root: NULL: none. */
size_t off_towns(struct mem *, const char *root, const char ***);
/* Registers that a call without a document may mean: the one named, else those of all towns that have one. */
size_t off_registers(struct mem *, const struct pipe_places *, const char ***);
/* The one register that is meant. NULL: told. */
const char *off_only_register(struct mem *, const struct pipe_places *, struct diag *);

extern const struct diag_code off_codes[];

#endif
