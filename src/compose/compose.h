/* compose.h: a document and a town's style to the block tree. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H
#include "base/diag.h"
#include "compose/block.h"
#include "model/doc.h"
#include "style/style.h"

struct txt;                                        /* text/text.h; handed on to figure for measuring */

/* Never NULL. The tree owns its memory (tree->mem); it borrows from doc and style, which must outlive it. */
struct blk_tree *com_run(const struct doc *, const struct style *, struct txt *, struct diag *);
void com_free(struct blk_tree *);
extern const struct diag_code com_codes[];

#endif
