/* number.h: numbers with a decimal comma, as a data file states them. */
#ifndef FIGURE_NUMBER_H
#define FIGURE_NUMBER_H
#include <stdbool.h>
#include <stdint.h>

struct number { int64_t v; int decimals; };        /* v * 10^-decimals */
enum { NUMBER_DIGITS = 15, NUMBER_DECIMALS = 6 };

/* "12", "-3,5", "+4"; at most NUMBER_DIGITS digits and NUMBER_DECIMALS behind the comma. */
bool fig_number_parse(struct number *, const char *);
bool fig_number_scale(int64_t *out, struct number, int decimals);   /* in units of 10^-decimals; false: too large */

#endif
