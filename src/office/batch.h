/* batch.h: inside the room: the issued files of one call. */
#ifndef OFFICE_BATCH_H
#define OFFICE_BATCH_H
#include "base/pack.h"
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

struct off_batch;
struct off_result;
struct off_batch *off_batch_new(const struct office *);
void off_batch_free(struct off_batch *);               /* what is not to be kept is gone; NULL is fine */
/* file_make_dir for it: where nothing comes to lie in it, it is gone with the batch. */
bool off_batch_make_dir(struct off_batch *, const char *path, struct diag *);
/* Writes the PDF; is: what the file itself does not say (ort, object_id, kind, public, hashes of source and templates).
 * False: told. */
bool off_batch_add(struct off_batch *, const struct edition *, const struct reg_issue *is, const char *target,
	struct diag *);
/* A file that others made, as it is; is: also its pages, text and title. */
bool off_batch_add_file(struct off_batch *, const char *data, size_t, const struct reg_issue *is, const char *target,
	struct diag *);
/* All that it holds, for another process; it is empty then. And added to what the other holds, for the diag. */
void off_batch_pack(struct off_batch *, struct buf *);
void off_batch_unpack(struct off_batch *, struct unpack *, struct diag *);
/* A copy of a result that is kept. */
bool off_batch_add_made(struct off_batch *, const struct off_result *, const struct reg_issue *is, const char *target,
	struct diag *);
bool off_batch_place(struct off_batch *, struct reg *);                /* false: at least one is not there, told */
/* within a transaction: those that are there */
bool off_batch_enter(struct off_batch *, struct reg *, bool event, struct diag *);
void off_batch_keep(struct off_batch *);               /* the ledger has them: they stay, and are said */
bool off_batch_has_placed(const struct off_batch *);   /* at least one is there */

#endif
