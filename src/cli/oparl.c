/* oparl.c: the OParl interface from the register. */
#include <string.h>

#include "cli/record.h"
#include "handover/oparl.h"

/* The one register that is meant; NULL: told. */
static const char *register_path(struct mem *m, const struct cmd_args *a, struct diag *d)
{
	const char **paths;
	size_t n = rec_registers(m, a, &paths);
	if (n == 1)
		return paths[0];
	diag_sys(d, "REGISTERWAHL", NULL, 0, n ? "Mehrere Orte haben ein Register; bitte mit --register DATEI eines nennen" : "Ein Register gibt es noch nicht; bitte mit „ratssatz aufnehmen“ beginnen oder mit --register DATEI eines nennen");
	return NULL;
}

/* Brought up to date in one transaction, if it is not: a register of an older program. */
static bool publish(const struct cmd_args *a, const char *path, struct diag *d)
{
	struct reg *r = reg_open(path, false, d);
	bool ready = r && hand_published(r, d);
	reg_close(r);
	if (!r || ready)
		return r != NULL;
	r = reg_open(path, true, d);
	bool ok = r && reg_begin(r, d) && hand_publish(r, a->now, d) && reg_commit(r, d);
	reg_close(r);
	return ok;
}

static void export(const struct cmd_args *a, struct mem *m, struct diag *d)
{
	const char *path = register_path(m, a, d), *folder = a->opt[CMD_O_OUTPUT];
	struct reg *r = path && publish(a, path, d) ? reg_open(path, false, d) : NULL;
	const char *base = r ? hand_base(r, m, a->opt[CMD_O_BASIS_URL], d) : NULL;
	size_t n;
	if (base && hand_export(r, base, folder, &n, d) && !a->opt[CMD_O_STILL])
		fprintf(stderr, "%s: %zu Dateien für %s\n", folder, n, base);
	reg_close(r);
}

int cmd_oparl(const struct cmd_args *a)
{
	if (strcmp(a->arg[0], "exportieren"))
		return cmd_usage("„%s“ gibt es nicht; möglich ist exportieren", a->arg[0]);
	if (!a->opt[CMD_O_OUTPUT])
		return cmd_usage("ratssatz oparl exportieren braucht -o ORDNER");
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	export(a, m, d);
	int status = cmd_finish(&d, 1, a);
	mem_free(m);
	return status;
}
