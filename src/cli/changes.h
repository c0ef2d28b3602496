/* changes.h: inside the room: a comparison as JSON. */
#ifndef CLI_CHANGES_H
#define CLI_CHANGES_H
#include "cli/command.h"
#include "compare/cmp.h"

/* {"alt", "neu", "zusammenfassung", "aenderungen"}; amounts in Cent. The handbook names every member. */
void cmd_compare_json(const struct cmp *, struct buf *);

#endif
