/* vergleich.h: inside the room: a comparison as JSON. */
#ifndef CLI_VERGLEICH_H
#define CLI_VERGLEICH_H
#include "cli/cli.h"
#include "compare/cmp.h"

/* {"alt", "neu", "zusammenfassung", "aenderungen"}; amounts in Cent. The handbook names every member. */
void cmd_compare_json(const struct cmp *, struct buf *);

#endif
