/* number.c: decimal numbers from text. */
#include "figure/number.h"

#include <string.h>

bool fig_number_parse(struct number *n, const char *s)
{
	*n = (struct number){0};
	bool negative = false, comma = false;
	int digits = 0;
	if (!strncmp(s, "\xE2\x88\x92", 3)) {      /* U+2212 */
		negative = true;
		s += 3;
	} else if (*s == '-' || *s == '+') {
		negative = *s++ == '-';
	}
	for (; *s; s++) {
		if (*s == ',' && !comma && digits) {
			comma = true;
			continue;
		}
		if (*s < '0' || *s > '9' || ++digits > NUMBER_DIGITS)
			return false;
		n->v = n->v * 10 + (*s - '0');
		n->decimals += comma;
	}
	if (negative)
		n->v = -n->v;
	return digits && n->decimals <= NUMBER_DECIMALS && (!comma || n->decimals);
}

bool fig_number_scale(int64_t *out, struct number n, int decimals)
{
	const int64_t limit = 1000000000000000;
	for (; n.decimals < decimals; n.decimals++) {
		if (n.v >= limit / 10 || n.v <= -limit / 10)
			return false;
		n.v *= 10;
	}
	*out = n.v;
	return true;
}
