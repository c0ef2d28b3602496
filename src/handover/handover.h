/* handover.h: what leaves the house for other programs. */
#ifndef HANDOVER_HANDOVER_H
#define HANDOVER_HANDOVER_H
#include "base/buf.h"
#include "base/diag.h"
#include "model/agenda.h"

/* A calendar file (RFC 5545) of the session: UTC times by the German rule of summer time, UID from ort and session id,
 * DTSTAMP from the day of the notice; nothing non-public in it. */
void hand_ics(struct buf *, const struct doc *sitzung, const struct doc_agenda *, const char *town);

#endif
