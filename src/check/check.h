/* check.h: what no schema can say. One rule = one row in a table and one function. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H
#include "base/diag.h"
#include "model/doc.h"
#include "style/style.h"

void chk_run(const struct doc *, const struct style *, struct diag *);   /* all rules; deviations (abweichung) are told as such */
extern const struct diag_code chk_codes[];

#endif
