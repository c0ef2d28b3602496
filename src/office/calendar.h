/* calendar.h: inside the room: a session for people's calendars. */
#ifndef OFFICE_CALENDAR_H
#define OFFICE_CALENDAR_H
#include "base/buf.h"
#include "model/agenda.h"

/* A calendar file (RFC 5545) of the session: UTC times by the German rule of summer time, UID from ort and session id,
 * DTSTAMP from the day of the notice; nothing non-public in it. */
void off_calendar(struct buf *, const struct doc *sitzung, const struct doc_agenda *, const char *town);

#endif
