/* freigeben.c: papers and editions that are in the register may be put on an agenda and issued. */
#include "cli/record.h"

int cmd_freigeben(const struct cmd_args *a)
{
	return cmd_intake(a, a->arg, (size_t)a->nargs, INTAKE_FREIGEBEN);
}
