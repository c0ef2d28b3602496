/* zone.h: German time without tables of the system. */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H
#include "base/date.h"

/* hours ahead of UTC at that local time: 1 or 2; in the doubled hour summer time */
int zone_offset(struct date local, int minute);
/* The hour that a change of clocks leaves out, or has twice. */
enum zone_hour { ZONE_ONCE, ZONE_SKIPPED, ZONE_TWICE };
enum zone_hour zone_hour(struct date local, int minute);
bool zone_clock(const char *s, int *minute);           /* "17:00" */
void zone_put_instant(struct buf *, int64_t seconds);  /* since 1970, as "2023-05-31T17:00:00+02:00" */
struct date zone_day(int64_t seconds);                 /* the day it is in Germany then */
void zone_put_local(struct buf *, struct date, int minute);   /* the same from local time */
/* Of that form, any offset, "Z" too, as RFC 3339 has it; part: and a part of a second more. False: none. */
bool zone_parse_instant(const char *s, int64_t *seconds, bool *part);

#endif
