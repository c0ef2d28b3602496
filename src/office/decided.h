/* decided.h: inside the room: the numbers of decisions in minutes. */
#ifndef OFFICE_DECIDED_H
#define OFFICE_DECIDED_H
#include "pipeline/pipeline.h"
#include "register/register.h"
#include "source/source.h"

/* Within a transaction: enters the numbers that minutes say; false: told, one is another's. */
bool off_keep_numbers(struct reg *, const struct doc *, const struct style *, struct diag *);
/* The same of a paper, whose number came with its result, before there were minutes. */
bool off_keep_numbers_by_hand(struct reg *, const struct doc *, const struct style *, struct diag *);
/* Within a transaction: gives the next one to each decision that needs one and has none; what is to be written into the
 * source, in m. False: told. */
struct off_numbers { struct src_edit *all; size_t n; };
bool off_give_numbers(struct reg *, struct mem *, const struct edition *, struct off_numbers *, struct diag *);

#endif
