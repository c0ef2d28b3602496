/* len.h: lengths in milli-points (1 pt = 1000, 1/72 inch). Integers, so that no compiler breaks a line otherwise. */
#ifndef BASE_LEN_H
#define BASE_LEN_H
#include <stdint.h>

typedef int32_t len_t;                             /* milli-points */

#define LEN_PT(x) ((len_t)((x) * 1000.0 + ((x) < 0 ? -0.5 : 0.5)))
#define LEN_MM(x) ((len_t)((x) * 72000.0 / 25.4 + 0.5))

static inline len_t len_scale(int64_t v, int64_t num, int64_t den)      /* v * num / den, rounded half away from zero */
{
	int64_t p = v * num;
	return (len_t)(p >= 0 ? (p + den / 2) / den : -((-p + den / 2) / den));
}

#endif
