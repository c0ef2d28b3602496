/* ausgeben.c: released papers and editions as PDF, entered into the register. */
#include "cli/run.h"
#include "office/issue.h"

static void issue(const struct office *o, const struct cmd_args *a, struct diag **diags)
{
	off_issue(o, a->arg, (size_t)a->nargs, a->opt[CMD_O_OUTPUT], diags);
}

int cmd_ausgeben(const struct cmd_args *a)
{
	if (!a->opt[CMD_O_OUTPUT])
		return cmd_usage("ratssatz ausgeben braucht -o ORDNER");
	return cmd_all(a, issue);
}
