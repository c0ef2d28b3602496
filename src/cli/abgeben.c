/* abgeben.c: what was issued for a session, or one paper, as a package for the council system. */
#include "cli/run.h"
#include "office/handing.h"

int cmd_abgeben(const struct cmd_args *a)
{
	const struct off_handing wanted = {.session = a->opt[CMD_O_SITZUNG],
		.number = a->opt[CMD_O_DRUCKSACHE],
		.target = a->opt[CMD_O_OUTPUT],
		.base = a->opt[CMD_O_BASIS_URL],
		.xdomea = a->opt[CMD_O_XDOMEA] != NULL};
	if (!wanted.session == !wanted.number)
		return cmd_usage("ratssatz abgeben braucht --sitzung SITZUNG oder --drucksache NUMMER");
	if (!wanted.target)
		return cmd_usage("ratssatz abgeben braucht -o ORDNER oder -o DATEI.zip");
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	off_hand_over(o, &wanted, d);
	cmd_office_end(o);
	return cmd_finish(&d, 1, a);
}
