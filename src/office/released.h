/* released.h: inside the room: what goes out is what was released. What a document is made of, compared with what it
 * was made of at its last release. What may come later is left out on both sides: what the program itself writes into a
 * paper (nummer, top, ergebnis), and the day of a decision where an edition had none. */
#ifndef OFFICE_RELEASED_H
#define OFFICE_RELEASED_H
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/release.h"

/* As it would be released now. */
struct reg_release off_release(struct mem *, const struct edition *);

struct off_difference {
	const char *file;                              /* path as the call would name it; NULL: none */
	int line;                                      /* 0: no text */
	const char *of;                                /* what else it is about: "nicht mehr dabei", or NULL */
};
/* The first difference to the release. today: no later day of decision may be entered. */
struct off_difference off_compare(struct reg *, struct mem *, const struct edition *, const struct reg_release *,
	struct date today);

/* Nothing else is new but steps after that day: it was put off to another session. */
bool off_only_steps_new(struct mem *, const struct edition *, const struct reg_release *, struct date since);

/* Was it released, and is it as it was then? False: told. done: "ausgegeben". */
bool off_as_released(const struct office *, struct reg *, struct mem *, const struct edition *, const char *done,
	struct diag *);
/* Released, not taken back, and changed since: for the index. */
bool off_is_changed(const struct office *, struct reg *, struct mem *, const struct edition *);

/* Released papers whose source a rebuild did not find: deleting it takes nothing back. */
void off_tell_gone(struct reg *, struct diag *);

#endif
