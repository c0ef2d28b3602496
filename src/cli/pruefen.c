/* pruefen.c: every stage but the writing. */
#include "cli/run.h"

static void check_one(const struct office *o, const struct cmd_args *a, const char *path, struct buf *unused,
	struct diag *d)
{
	struct edition e;
	(void)a, (void)unused;
	pipe_edition(o->pipe, path, &e, d);
	pipe_end(&e);
}

int cmd_pruefen(const struct cmd_args *a)
{
	return cmd_shared(a, check_one);
}
