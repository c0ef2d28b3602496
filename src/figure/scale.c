/* scale.c: round ends and steps of a scale. */
#include "figure/chart.h"

/* The smallest round value that is not below v (v > 0): 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and their multiples by ten. */
int64_t fig_chart_round_up(int64_t v)
{
	static const int tenth[] = {10, 15, 20, 25, 30, 40, 50, 60, 80, 100};
	for (int64_t power = 1; power <= INT64_MAX / 100; power *= 10)
		for (size_t i = 0; i < sizeof tenth / sizeof *tenth; i++)
			if (tenth[i] * power % 10 == 0 && tenth[i] * power / 10 >= v)
				return tenth[i] * power / 10;
	return v;
}

static int64_t intervals(int64_t lo, int64_t hi, int64_t step)
{
	int64_t below = lo < 0 ? (-lo + step - 1) / step : 0;
	return below + (hi + step - 1) / step;
}

int64_t fig_chart_step(const struct data *d, int64_t lo, int64_t hi)
{
	static const int tenth[] = {10, 20, 25, 50};
	int64_t whole = 1;
	for (int i = 0; i < d->decimals && hi - lo >= 30 * whole; i++)
		whole *= 10;                           /* no broken scale values where whole ones do */
	for (int64_t power = whole; power <= INT64_MAX / 100; power *= 10)
		for (size_t i = 0; i < sizeof tenth / sizeof *tenth; i++) {
			int64_t step = tenth[i] * power / 10;
			if (tenth[i] * power % 10 == 0 && (step % whole == 0) && intervals(lo, hi, step) <= 3)
				return step;
		}
	return hi - lo > 0 ? hi - lo : 1;
}

len_t fig_chart_map(int64_t v, int64_t lo, int64_t hi, len_t length)
{
	__int128 span = (__int128)hi - lo, p = ((__int128)v - lo) * length;
	if (span <= 0)
		return 0;
	return (len_t)(p >= 0 ? (p + span / 2) / span : -((-p + span / 2) / span));
}

void fig_chart_range(const struct chart *c, int64_t *lo, int64_t *hi)
{
	*hi = c->top ? c->top : c->data.max > 0 ? fig_chart_round_up(c->data.max) : 0;
	*lo = c->data.min < 0 ? -fig_chart_round_up(-c->data.min) : 0;
	if (*hi == *lo)
		*hi = 1;
}
