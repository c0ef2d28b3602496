/* quittieren.c: what the council system answered to a hand-over, into the register. */
#include "cli/run.h"
#include "office/receipt.h"

int cmd_quittieren(const struct cmd_args *a)
{
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	off_enter_receipt(o, a->arg[0], NULL, d);
	cmd_office_end(o);
	return cmd_finish(&d, 1, a);
}
