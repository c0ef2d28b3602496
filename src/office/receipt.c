/* receipt.c: what the council system answered to a hand-over, into the register: all of a receipt or nothing. */
#include "office/receipt.h"

#include "base/file.h"
#include "office/record.h"
#include "package/package.h"

struct taking {
	const struct office *office;
	struct mem *mem;
	struct reg *reg;
	const char *path;
	struct diag *diag;
	size_t taken, refused, open, known;
};

static bool enter(struct taking *t, const struct pak_receipt *q)
{
	struct reg_delivery v;
	bool added;
	if (!reg_delivered(t->reg, t->mem, q->sha512, &v)) {
		diag_error(t->diag, "QUITTUNGFREMD", t->path, q->line,
			"Ein solches Dokument wurde nach diesem Register nie abgegeben%s%s; bitte prüfen, ob Quittung "
			"und Register zusammengehören",
			*q->datei ? ": " : "", q->datei);
		return true;                                   /* told with the others */
	}
	if (!q->said.kennung && !q->said.grund) {
		t->open++;
		return true;
	}
	if (!reg_receipt(t->reg, &v, &q->said, t->office->now, &added, t->diag))
		return false;
	*(!added ? &t->known : q->said.kennung ? &t->taken : &t->refused) += 1;
	return true;
}

static void read_receipt(struct taking *t)
{
	struct pak_receipt *all;
	size_t n;
	bool ok = pak_receipts(t->mem, t->path, &all, &n, t->diag) && reg_begin(t->reg, t->diag);
	for (size_t i = 0; ok && i < n; i++)
		ok = enter(t, &all[i]);
	if (!ok || pipe_status(t->office->pipe, t->diag))
		reg_rollback(t->reg);
	else if (reg_commit(t->reg, t->diag))
		pipe_say(t->office->pipe, "%s: %zu übernommen, %zu abgelehnt, %zu schon bekannt, %zu noch offen",
			t->path, t->taken, t->refused, t->known, t->open);
}

void off_enter_receipt(const struct office *o, const char *path, const char *register_file, struct diag *d)
{
	struct taking t = {.office = o, .mem = mem_new(), .path = path, .diag = d};
	const char *file = register_file ? register_file : off_only_register(t.mem, pipe_places(o->pipe), d);
	t.reg = file ? reg_open(file, file_exists(file), d) : NULL;
	if (t.reg)
		read_receipt(&t);
	reg_close(t.reg);
	mem_free(t.mem);
}
