/* aufnehmen.c: documents into the register; papers get their number. */
#include "cli/record.h"

int cmd_aufnehmen(const struct cmd_args *a)
{
	return cmd_intake(a, a->arg, (size_t)a->nargs, INTAKE_AUFNEHMEN);
}
