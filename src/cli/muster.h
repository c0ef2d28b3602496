/* muster.h: the skeletons new files start from: what neu and ort-anlegen share. */
#ifndef CLI_MUSTER_H
#define CLI_MUSTER_H
#include "cli/command.h"
#include "office/last.h"

enum { NEU_TOWN_MARKS = 5 };

/* The marks every skeleton may have, of a town called "Stadt Musterstadt" (NULL: made from its short name); their
 * number. */
size_t neu_marks(struct mem *, const struct cmd_args *, const char *ort, const char *official, struct off_mark *);
/* Appends the skeleton of that name in the share folder's muster/. false: message given. */
bool neu_fill(struct mem *, const char *name, const struct off_mark *, size_t n, struct buf *, struct diag *);
/* A new document of a kind and a town into a file that is not there yet; folders are made. False: told. */
bool neu_make(const struct cmd_args *, const char *kind, const char *town, const char *target, struct diag *);
/* Short names are folders, parts of ids and of file names. false: said how it may look. */
bool neu_good_ort(struct mem *, const char *ort);

/* Where the schema lies for editors, as an address. */
char *neu_schema(struct mem *);

#endif
