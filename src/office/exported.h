/* exported.h: folders that OParl was exported to are public places, too: what of a thing still lies there. */
#ifndef OFFICE_EXPORTED_H
#define OFFICE_EXPORTED_H
#include "oparl/oparl.h"
#include "register/release.h"

/* In a transaction of its own: where an export lies, and the digest of all its digests. False: told. */
bool off_lay_export(struct reg *, const char *folder, const struct opa_export *, int64_t now, struct diag *);
/* The files of such folders that hold what was taken back of the thing: PDF by the digest that was written, objects and
 * lists by the ids they name. Appended to the files, in m: their kind is "oparl", their text the folder, their digest
 * as written. A folder whose list is not the one that was written stands there itself, as OFF_LIST_LOST. */
#define OFF_LIST_LOST "oparl ohne Liste"
bool off_exported(struct reg *, struct mem *, struct reg_key, struct reg_issues *, struct diag *);
/* Of such a folder: its list without files that were taken away, whose names may say what was taken back. In a
 * transaction of its own. False: told. */
bool off_shorten_list(struct reg *, const struct reg_issue *gone, size_t n, int64_t now, struct diag *);

#endif
