/* receipt.c: what the council system answered to a hand-over, into the register: all of a receipt or nothing. */
#include "office/receipt.h"

#include "base/file.h"
#include "office/record.h"
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

static void read_receipt(const struct office *o, struct mem *m, struct reg *r, const char *path, struct diag *d)
{
	struct pak_receipt *all;
	struct counts n = {0};
	size_t count;
	bool ok = pak_receipts(m, path, &all, &count, d) && reg_begin(r, d);
	for (size_t i = 0; ok && i < count; i++)
		ok = enter(m, r, path, &all[i], o->now, &n, d);
	if (!ok || pipe_status(o->pipe, d))
		reg_rollback(r);
	else if (reg_commit(r, d))
		pipe_say(o->pipe, "%s: %zu übernommen, %zu abgelehnt, %zu schon bekannt, %zu noch offen", path, n.taken,
			n.refused, n.known, n.open);
}

void off_enter_receipt(const struct office *o, const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	const char *file = off_only_register(m, pipe_places(o->pipe), d);
	struct reg *r = file ? reg_open(file, file_exists(file), d) : NULL;
	if (r)
		read_receipt(o, m, r, path, d);
	reg_close(r);
	mem_free(m);
}
