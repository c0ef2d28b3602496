/* setzen.c: documents to PDF, HTML or a file for word processors, or to one of the views of what would be written. */
#include <string.h>

#include "base/file.h"
#include "cli/run.h"
#include "pipeline/output.h"

static void set_one(const struct office *o, const struct cmd_args *a, const char *path, struct buf *dumped,
	struct diag *d)
{
	struct pipe_order order = cmd_order(a);
	order.dumped = dumped;
	pipe_make(o->pipe, &order, path, NULL, d);
}

int cmd_setzen(const struct cmd_args *a)
{
	const char *o = a->opt[CMD_O_OUTPUT];
	if (!cmd_order_holds(a))
		return CMD_USAGE;
	if (a->nargs > 1 && o && !file_is_dir(o))
		return cmd_usage("Bei mehreren Dateien muss -o ein vorhandener Ordner sein; „%s“ ist keiner", o);
	return cmd_shared(a, set_one);
}
