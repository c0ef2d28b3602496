/* nearest.c: which known name is meant by one that is not known. */
#include <string.h>

#include "style/names.h"

enum { NEAR_MAX = 40 };

static int least(int a, int b, int c)
{
	int m = a < b ? a : b;
	return m < c ? m : c;
}

/* edits from a to b, bytes; NEAR_MAX where one is too long to compare */
static int edits(const char *a, const char *b)
{
	int row[NEAR_MAX + 1];
	size_t n = strlen(a), m = strlen(b);
	if (n > NEAR_MAX || m > NEAR_MAX)
		return NEAR_MAX;
	for (size_t j = 0; j <= m; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= n; i++) {
		int diagonal = row[0];
		row[0] = (int)i;
		for (size_t j = 1; j <= m; j++) {
			int up = row[j];
			row[j] = least(up + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
			diagonal = up;
		}
	}
	return row[m];
}

/* "einwohnerfragen" in "top-einwohnerfragen" */
static const char *holding(const char *const *names, const char *name)
{
	while (*names && !strstr(*names, name))
		names++;
	return strlen(name) > 3 ? *names : NULL;
}

const char *sty_nearest(const char *const *names, const char *name)
{
	const char *best = NULL, *const *start = names;
	int least_edits = (int)strlen(name) / 2 < 3 ? (int)strlen(name) / 2 + 1 : 4;
	for (; *names; names++) {
		int e = edits(name, *names);
		if (e < least_edits) {
			least_edits = e;
			best = *names;
		}
	}
	return best ? best : holding(start, name);
}
