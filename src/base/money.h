/* money.h: amounts of money in Cent. */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

typedef int64_t money_t;                           /* Cent; |amount| < 10^15 */

bool money_parse(money_t *, const char *);    /* "640000", "12,50", "-3": Euro with optional decimal comma, no points */
bool money_parse_printed(money_t *, const char *); /* as printed: "640.000", "640.000,00", "15.000" */
void money_put(struct buf *, money_t);             /* "640.000" when whole, else "12,50" (points for thousands) */
void money_put_plain(struct buf *, money_t);       /* "640000" or "12,50": as money_parse reads it */
/* false: it would leave the range, nothing is added */
bool money_add(money_t *sum, money_t) __attribute__((warn_unused_result));

#endif
