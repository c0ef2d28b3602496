/* calendar.h: inside the room: a session for people's calendars. */
#ifndef OFFICE_CALENDAR_H
#define OFFICE_CALENDAR_H
#include "base/buf.h"
#include "model/agenda.h"

/* minutes: how long a session lasts that does not say so, 0: unsaid; sequence: how often it was announced otherwise
 * before; modified: when it was announced last, 0: not yet */
struct off_calendar { const char *town; int minutes, sequence; int64_t modified; };

/* A calendar file (RFC 5545) of the session: UTC times by the German rule of summer time, UID from ort and session id,
 * DTSTAMP from the day of the notice; a moved or cancelled session takes the place of what a calendar has of it;
 * nothing non-public in it. */
void off_calendar(struct buf *, const struct doc *sitzung, const struct doc_agenda *, const struct off_calendar *);

#endif
