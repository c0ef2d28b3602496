/* number.c: numbers as people write them. */
#include "check/number.h"

#include "check/scan.h"

struct chk_number chk_number(const char *s)
{
	struct chk_number n = {0};
	bool comma = false, neg = false;
	int digits = 0;
	if (chk_starts(s, "−") || *s == '-') {
		neg = true;
		s = chk_after(s);
	}
	for (; *s; s = chk_after(s)) {
		if (*s >= '0' && *s <= '9' && digits < 12) {
			n.v = n.v * 10 + (*s - '0');
			n.decimals += comma;
			digits++;
		} else if (*s == ',' && !comma) {
			comma = true;
		} else if (*s != '.' && chk_class_at(s) != T_BLANK) {
			break;
		}
	}
	n.percent = *s == '%' || chk_starts(s, "Prozent");
	n.ok = digits > 0 && (!*s || n.percent || chk_starts(s, "€") || !strcmp(s, "Euro"));
	n.v = neg ? -n.v : n.v;
	return n;
}

int64_t chk_scaled(struct chk_number n, int decimals)
{
	int64_t v = n.v;
	for (int i = n.decimals; i < decimals; i++)
		v = v > INT64_MAX / 100 || v < INT64_MIN / 100 ? v : v * 10;
	return v;
}
