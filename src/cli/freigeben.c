/* freigeben.c: papers and editions that are in the register may be put on an agenda and issued. */
#include "cli/run.h"
#include "office/intake.h"

static void release(const struct office *o, const struct cmd_args *a, struct diag **diags)
{
	off_take(o, a->opt[CMD_O_WIRD_OEFFENTLICH] ? OFF_RELEASE_PUBLIC : OFF_RELEASE, a->arg, (size_t)a->nargs, diags);
}

int cmd_freigeben(const struct cmd_args *a)
{
	return cmd_all(a, release);
}
