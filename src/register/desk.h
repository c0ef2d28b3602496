/* desk.h: what the Werkstatt remembers, in a file of its own beside the register (0600): who saved and did what and
 * when. It holds what was changed, never what was typed. Losing it loses the history, no text. */
#ifndef REGISTER_DESK_H
#define REGISTER_DESK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/hash.h"
#include "base/mem.h"

#define REG_DESK_FILE "werkstatt.db"

struct reg_desk;

/* Made if missing. For one thread at a time. NULL: told. diag must live as long. */
struct reg_desk *reg_desk_open(const char *path, struct diag *);
void reg_desk_close(struct reg_desk *);                                /* NULL is fine */

/* A save: of an element in a file, its bytes before and after. id: given by who saves, so that the same save asked for
 * twice is known. before, after: sums of the whole file. */
struct reg_save {
	int64_t number;                                /* given by the file; rises */
	const char *id, *who, *file, *place, *old, *now;
	int64_t when;                                  /* seconds since 1970 */
	uint8_t before[HASH_SHA256], after[HASH_SHA256];
};
/* written through, unless several are begun; false: told */
bool reg_save_put(struct reg_desk *, const struct reg_save *);
/* Several that are written through together, or not at all. False: told. */
bool reg_saves_begin(struct reg_desk *);
bool reg_saves_end(struct reg_desk *, bool good);
/* Those of the last transaction, newest first: their files may not have been written. */
size_t reg_saves_begun(struct reg_desk *, struct mem *, struct reg_save **);
bool reg_save_known(struct reg_desk *, const char *id);
/* It did not come to writing the file. */
bool reg_save_drop(struct reg_desk *, const char *id);
/* The newest first: of a file (NULL: of each file the last one) or with an id. In m; their number. */
size_t reg_saves(struct reg_desk *, struct mem *m, const char *file, size_t most, struct reg_save **);
/* Those of a file, the newest first, as long as they fit: each with what it held before and after. */
struct reg_most { size_t saves, bytes; };
size_t reg_saves_within(struct reg_desk *, struct mem *m, const char *file, struct reg_most, struct reg_save **);
bool reg_save_find(struct reg_desk *, struct mem *, const char *id, struct reg_save *);
bool reg_saves_forget(struct reg_desk *, int64_t before);              /* those older */

/* What was done with a file besides saves: released, issued, handed over. what: German, in the past. */
struct reg_act { const char *who, *what, *file; int64_t when; };
bool reg_act_put(struct reg_desk *, const struct reg_act *);
size_t reg_acts(struct reg_desk *, struct mem *m, const char *file, size_t most, struct reg_act **); /* newest first */
bool reg_acts_forget(struct reg_desk *, int64_t before);

/* A remark beside the text: of a file, at the words it quotes; or an answer to another one (to: its id, or ""). */
struct reg_remark {
	const char *id, *who, *file, *quote, *text, *to;
	int64_t when, done;                            /* done: when it was settled; 0: open */
	const char *done_by;
};
bool reg_remark_put(struct reg_desk *, const struct reg_remark *);     /* the same id again: nothing */
bool reg_remark_done(struct reg_desk *, const char *id, const char *who, int64_t when);        /* with its answers */
/* As they were made; file NULL: the open ones of all files. In m; their number. */
size_t reg_remarks(struct reg_desk *, struct mem *m, const char *file, struct reg_remark **);
bool reg_remark_find(struct reg_desk *, struct mem *, const char *id, struct reg_remark *);
bool reg_remarks_forget(struct reg_desk *, int64_t before);            /* settled, and sent back, before that */

/* A document that colleagues sent back with what they propose; a proposal by a key of the caller's. */
struct reg_return { const char *id, *who, *file, *name; int64_t when; const void *data; size_t size; };
bool reg_return_put(struct reg_desk *, const struct reg_return *);
size_t reg_returns(struct reg_desk *, struct mem *m, const char *file, struct reg_return **);
bool reg_return_drop(struct reg_desk *, const char *id);
/* accepted or refused: not to be shown again */
bool reg_decided(struct reg_desk *, const char *id, const char *key);
bool reg_is_decided(struct reg_desk *, const char *id, const char *key);

#endif
