/* documents.c: one command over several documents; each has its own messages and fails alone. */
#include "base/mem.h"
#include "cli/cli.h"

static void run_one(struct session *s, const struct cmd_args *a, const char *arg, struct diag *d, cmd_one *one)
{
	char *path = cmd_master(cmd_session_mem(s), arg, d);
	if (path)
		one(s, a, path, d);
}

int cmd_documents(const struct cmd_args *a, cmd_one *one)
{
	struct mem *m = mem_new();
	struct diag **diags = MEM_ARRAY(m, struct diag *, a->nargs);
	size_t n = 1;
	diags[0] = diag_new();
	struct session *s = cmd_session(a, diags[0]);
	for (int i = 0; s && i < a->nargs; i++) {
		if (i)
			diags[n++] = diag_new();
		run_one(s, a, a->arg[i], diags[i], one);
	}
	if (s) {
		cmd_commit(s);
		cmd_session_end(s);
	}
	int worst = cmd_finish(diags, n, a);
	mem_free(m);
	return worst;
}
