/* findings.h: what checking says of the source that was made is said of the original: listed in the account, and
 * accepted in the source at its place, so that it sets. */
#ifndef IMPORT_FINDINGS_H
#define IMPORT_FINDINGS_H
#include "import/sense.h"

/* said: messages whose files end in name, or in that of a part of the root; dir: the folder they lay in then.
 * True: the source has changed. */
bool findings_take(struct sense *, struct draft *root, const char *name, const char *dir, struct diag *said);

#endif
