/* zurueckziehen.c: what should not be public is taken back. */
#include "cli/run.h"
#include "office/withdraw.h"

int cmd_zurueckziehen(const struct cmd_args *a)
{
	const struct off_withdrawal w = {a->arg[0], a->opt[CMD_O_GRUND], a->opt[CMD_O_ENTFERNEN] != NULL};
	if (!w.grund || !*w.grund)
		return cmd_usage("ratssatz zurueckziehen braucht --grund TEXT");
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	off_withdraw(o, &w, d);
	cmd_office_end(o);
	return cmd_finish(&d, 1, a);
}
