/* antworten.c: filled sheets of a Fortschreibung read back. */
#include "cli/run.h"
#include "cli/taken.h"
#include "import/import.h"
#include "office/sheets.h"

bool cmd_sheet_rows(struct mem *m, const char *path, struct off_table *t, struct diag *d)
{
	struct imp_rows in = {0};
	if (!imp_rows(m, path, &in, d))
		return false;
	*t = (struct off_table){MEM_ARRAY(m, struct off_row, in.n + 1), in.n};
	for (size_t i = 0; i < in.n; i++)
		t->row[i] = (struct off_row){in.at[i].cell, in.at[i].n, in.at[i].line, in.at[i].table};
	return true;
}

int cmd_antworten(const struct cmd_args *a)
{
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	const struct off_answers wanted = {.paths = a->arg, .n = (size_t)a->nargs,
		.enter = a->opt[CMD_O_EINTRAGEN] != NULL, .rows = cmd_sheet_rows};
	off_read_answers(o, &wanted, d);
	cmd_office_end(o);
	return cmd_finish(&d, 1, a);
}
