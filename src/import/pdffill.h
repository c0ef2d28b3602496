/* pdffill.h: what a tagged PDF shows at a place where its structure breaks off. */
#ifndef IMPORT_PDFFILL_H
#define IMPORT_PDFFILL_H
#include "import/flow.h"

/* Poppler ends a text of the structure where a ligature or a soft hyphen has its letters said apart, as Chromium writes
 * them. The pages go on: what they say there is put in. bodies: imp_net_bodies(). */
void pdf_fill(struct imp_flow *, const char *bodies);

#endif
