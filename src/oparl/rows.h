/* rows.h: objects as they were put into lists, for the questions that follow: two filters name the same papers more
 * often than not. Of one thread. */
#ifndef OPARL_ROWS_H
#define OPARL_ROWS_H
#include "base/buf.h"
#include "oparl/oparl.h"

struct reg_oparl;
struct opa_row { int64_t lfd, fassung; size_t at, n; bool omit; };     /* at, n: in the text */

/* NULL: not kept. omit: without inner lists. */
const struct opa_row *opa_rows_find(const struct opa_rows *, int64_t lfd, bool omit);
/* Begins a list: what was kept of another state of the register, or is too much by now, goes. */
void opa_rows_begin(struct opa_rows *, uint32_t state);
/* The text behind the last row becomes one. */
struct buf *opa_rows_text(struct opa_rows *);
const struct opa_row *opa_rows_add(struct opa_rows *, const struct reg_oparl *, bool omit);
const char *opa_rows_at(const struct opa_rows *, const struct opa_row *);

/* Whose list stands at a stem, and when it changed last: the one that was asked for before, in the same state. */
struct opa_list { const char *stem, *ort, *gremium; int64_t newest; };
const struct opa_list *opa_rows_list(const struct opa_rows *, const char *stem);     /* NULL: another */
void opa_rows_keep_list(struct opa_rows *, const struct opa_list *);

#endif
