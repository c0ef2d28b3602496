/* niederschrift.c: begins the minutes of a session, or sets them. */
#include "cli/run.h"
#include "office/minutes.h"
#include "pipeline/pipeline.h"

static void one(const struct office *o, const struct cmd_args *a, const char *path, struct diag *d)
{
	const char *target = a->opt[CMD_O_OUTPUT];
	switch ((int)pipe_peek(path).kind) {
	case DOC_SITZUNG: off_begin_minutes(o, path, target, d); break;
	case DOC_NIEDERSCHRIFT:
		off_issue_minutes(o, path, target ? target : ".", a->opt[CMD_O_BERICHTIGEN] != NULL, d);
		break;
	default:
		diag_sys(d, "ARTFREMD", path, 0,
			"Hier ist weder eine Sitzung noch eine Niederschrift; erwartet wird <sitzung>, aus der eine "
			"Niederschrift begonnen wird, oder <niederschrift>");
	}
}

int cmd_niederschrift(const struct cmd_args *a)
{
	return cmd_documents(a, one);
}
