/* agenda.h: inside the room: the agenda of a session that was read, as the register's papers and its announcements make
 * it. */
#ifndef OFFICE_AGENDA_H
#define OFFICE_AGENDA_H
#include "model/agenda.h"
#include "office/office.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

struct doc_agenda_town off_agenda_town(struct mem *, const struct style *);
/* Never NULL, faults are told. */
const struct doc_agenda *off_agenda(struct mem *, struct reg *, const struct edition *, const struct doc_agenda_town *,
	struct diag *);
/* Was it announced as it is, item by item? */
bool off_agenda_is_kept(struct mem *, struct reg *, const struct edition *, const struct doc_agenda *);
/* Within a transaction: the agendas of the sessions it touched whose notice is due, for the public objects. root: of
 * the contents. */
bool off_agendas(const struct office *, struct reg *, const char *root, struct diag *);

#endif
