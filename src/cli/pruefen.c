/* pruefen.c: every stage but the writing. */
#include "cli/cli.h"

static void check_one(struct session *s, const struct cmd_args *a, const char *path, struct diag *d)
{
	struct edition e;
	(void)a;
	if (cmd_edition(s, path, &e, d))
		cmd_second_opinion(s, path, d);
	cmd_edition_end(&e);
}

int cmd_pruefen(const struct cmd_args *a)
{
	return cmd_documents(a, check_one);
}
