/* aufnehmen.c: documents into the register; papers get their number. */
#include "cli/run.h"
#include "office/intake.h"

static void take_in(const struct office *o, const struct cmd_args *a, struct diag **diags)
{
	off_take(o, OFF_TAKE_IN, a->arg, (size_t)a->nargs, diags);
}

int cmd_aufnehmen(const struct cmd_args *a)
{
	return cmd_all(a, take_in);
}
