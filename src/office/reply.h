/* reply.h: inside the room: what filled sheets say, on its way into the source. */
#ifndef OFFICE_REPLY_H
#define OFFICE_REPLY_H
#include "base/file.h"
#include "office/point.h"
#include "office/record.h"

enum off_step_change { OFF_STEP_TEXT, OFF_STEP_AFTER, OFF_STEP_BEFORE, OFF_STEP_DROP };
struct off_step { enum off_step_change what; const struct doc_node *at; const char *text; };

struct answer {
	const char *path;                              /* of the sheet */
	int line;
	const char *field[OFF_FIELDS];
	const struct off_point *point;
	const struct edition *e;
	const struct doc_node *amount;                 /* the Posten that KOSTEN_NEU is the amount of */
	struct off_step *steps; size_t nsteps, cap_steps;      /* what becomes of its Schritte, in their order */
	bool stays;                                    /* a text that can say so itself */
	const char *years, *class;           /* FRIST_NEU as years of the Zeitbedarf; and its class if it changes */
	const char *more;                              /* what comes as a comment, with its names; NULL: nothing */
};

struct changed { const char *path; struct buf bytes; };

/* A call over several sheets. */
struct answers {
	const struct office *office;
	const struct off_answers *wanted;
	struct mem *mem;
	struct diag *diag;
	struct answer *all; size_t n, cap;
	struct edition *editions; const char **names; size_t nedit, cap_edit;
	struct off_points *points;                     /* of each edition */
	struct changed *files; size_t nfiles, cap_files;
};

/* answers.c */
const struct off_point *off_answer_point(const struct answers *, const struct edition *, const struct answer *);
const struct edition *off_answer_edition(struct answers *, const char *name); /* NULL: told, or not there */
/* objections.c: each is held against its edition and all others; what contradicts is told. */
void off_answers_hold(struct answers *);
/* steps.c: how Schritte changed; NULL: as it now stands in the answer, else why they are not taken over. */
const char *off_steps(struct answers *, struct answer *);
struct src_range;
void off_step_enter(const struct off_step *, const struct buf *old, struct src_range, struct buf *out);
/* entry.c: what would be changed, as lines; all of it, in all files or in none. */
void off_answers_show(struct answers *);
void off_answers_enter(struct answers *);
bool off_is_bare(const struct doc_node *);             /* a text without marks within, so that it can be written anew */

#endif
