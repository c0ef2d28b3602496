/* date.h: calendar dates (proleptic Gregorian), years 1 to 9999. */
#ifndef BASE_DATE_H
#define BASE_DATE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct date {
	int16_t year;                                  /* 0: no date */
	int8_t month, day;                             /* 0: only the larger parts are known ("2018-01", "2018") */
};

/* yyyy, yyyy-mm or yyyy-mm-dd, existing days only; false leaves *date zero */
bool date_parse(struct date *, const char *iso);
int date_weekday(struct date);                     /* 0 Montag to 6 Sonntag; needs a full date */
int32_t date_days(struct date);                    /* days since 1970-01-01; missing month or day counts as 1 */
struct date date_from_days(int32_t);
/* The day itself or the first after it on which offices work: Monday to Friday, no public holiday of any Land that many
 * share, not the 24th and 31st of December. */
struct date date_working(struct date);
int date_cmp(struct date, struct date);            /* <0, 0, >0; unknown parts sort first */
struct date date_last(struct date);                /* the last day of what is known: 2018-01 -> 2018-01-31 */
int date_month_named(const char *name, size_t n);  /* 1 to 12; 0: no name of a month */
const char *date_weekday_name(int weekday);        /* "Montag" */
void date_put(struct buf *, struct date);          /* "31. Januar 2018" with no-break space, "Januar 2018", "2018" */
void date_put_short(struct buf *, struct date);    /* "31.01.2018", "01.2018", "2018" (DIN 5008) */
void date_put_iso(struct buf *, struct date);

#endif
