/* amount.h: inside the room: an amount of money as people write it, "rund 1,5 Mio. Euro", "zwölftausend Euro", "EUR
 * 500", "zwischen 10.000 und 15.000 Euro". */
#ifndef CHECK_AMOUNT_H
#define CHECK_AMOUNT_H
#include "base/money.h"

/* What a word before it leaves open: nothing; a little on either side; below it, above it. */
enum chk_rough { CHK_EXACT, CHK_ABOUT, CHK_NEARLY, CHK_OVER };
enum chk_rough chk_rough_word(const char *p, const char *q);       /* CHK_EXACT: it is none of those */

struct chk_amount {
	money_t v, least, most;                        /* as written, and what may be meant */
	const char *p, *q;
};
bool chk_amount_at(const char *p, const char *end, enum chk_rough, struct chk_amount *);

#endif
