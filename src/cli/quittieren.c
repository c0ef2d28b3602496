/* quittieren.c: what the council system answered to a hand-over, into the register: all of a receipt or nothing. */
#include "cli/record.h"
#include "package/package.h"

struct counts { size_t taken, refused, open, known; };

static bool enter(struct mem *m, struct reg *r, const char *path, const struct pak_receipt *q, int64_t now,
	struct counts *n, struct diag *d)
{
	struct reg_delivery v;
	bool added;
	if (!reg_delivered(r, m, q->sha512, &v)) {
		diag_error(d, "QUITTUNGFREMD", path, q->line,
			"Ein solches Dokument wurde nach diesem Register nie abgegeben%s%s; bitte prüfen, ob Quittung "
			"und Register zusammengehören",
			*q->datei ? ": " : "", q->datei);
		return true;                                   /* told with the others */
	}
	if (!q->said.kennung && !q->said.grund) {
		n->open++;
		return true;
	}
	if (!reg_receipt(r, &v, &q->said, now, &added, d))
		return false;
	*(!added ? &n->known : q->said.kennung ? &n->taken : &n->refused) += 1;
	return true;
}

static void read_receipt(const struct cmd_args *a, struct mem *m, struct reg *r, struct diag *d)
{
	struct pak_receipt *all;
	struct counts n = {0};
	size_t count;
	bool ok = pak_receipts(m, a->arg[0], &all, &count, d) && reg_begin(r, d);
	for (size_t i = 0; ok && i < count; i++)
		ok = enter(m, r, a->arg[0], &all[i], a->now, &n, d);
	if (!ok || cmd_status(d, a))
		reg_rollback(r);
	else if (reg_commit(r, d) && !a->opt[CMD_O_STILL])
		fprintf(stderr, "%s: %zu übernommen, %zu abgelehnt, %zu schon bekannt, %zu noch offen\n", a->arg[0],
			n.taken, n.refused, n.known, n.open);
}

int cmd_quittieren(const struct cmd_args *a)
{
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	const char **paths;
	size_t n = rec_registers(m, a, &paths);
	if (n != 1)
		diag_sys(d, "REGISTERWAHL", NULL, 0,
			n ? "Mehrere Orte haben ein Register; bitte mit --register DATEI eines nennen"
			  : "Ein Register gibt es noch nicht; bitte mit --register DATEI eines nennen");
	struct reg *r = n == 1 ? reg_open(paths[0], file_exists(paths[0]), d) : NULL;
	if (r)
		read_receipt(a, m, r, d);
	reg_close(r);
	int status = cmd_finish(&d, 1, a);
	mem_free(m);
	return status;
}
