/* antworten.c: filled sheets of a Fortschreibung read back. */
#include "cli/run.h"
#include "office/sheets.h"

int cmd_antworten(const struct cmd_args *a)
{
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	off_read_answers(o, &(struct off_answers){a->arg, (size_t)a->nargs, a->opt[CMD_O_EINTRAGEN] != NULL}, d);
	cmd_office_end(o);
	return cmd_finish(&d, 1, a);
}
