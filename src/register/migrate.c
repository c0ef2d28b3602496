/* migrate.c: a register of an earlier version is taken over: all steps in one transaction, after a copy of it was laid
 * beside it. Whoever holds the lock makes both; another process finds the work done. */
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "register/reg.h"

static bool run(sqlite3 *db, const char *path, const char *sql, struct diag *d)
{
	int rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK || reg_fault_at(path, db, d, rc);
}

/* register.db.stand-5, or -5-2 if there is one already. */
static const char *free_name(struct mem *m, const char *path, int version)
{
	const char *name = mem_fmt(m, "%s.stand-%d", path, version);
	for (int i = 2; file_exists(name); i++)
		name = mem_fmt(m, "%s.stand-%d-%d", path, version, i);
	return name;
}

/* The name of the copy; NULL: told. Read over a connection of its own: SQLite copies no file its own connection is
 * writing to. */
static const char *keep(struct mem *m, const char *path, int version, struct diag *d)
{
	const char *name = free_name(m, path, version),
		   *temp = file_beside(m, name, mem_fmt(m, "neu-%ld", (long)getpid()));
	sqlite3 *before = reg_connect(path, SQLITE_OPEN_READONLY, false, d);
	bool ok = before && reg_copy(before, temp, name, d);
	sqlite3_close(before);
	if (ok && rename(temp, name) < 0) {
		diag_sys(d, "SICHERUNG", name, 0,
			"Bevor das Register auf den Stand dieses Programms kommt, wird es gesichert; die Sicherung "
			"lässt sich nicht ablegen, deshalb bleibt es, wie es ist; bitte Rechte des Ordners und "
			"Datenträger prüfen");
		unlink(temp);
		ok = false;
	}
	return ok ? name : NULL;
}

static bool steps(sqlite3 *db, const char *path, int from, struct diag *d)
{
	char set[64];
	bool ok = true;
	for (int at = from; ok && at < reg_version(); at++)
		ok = run(db, path, reg_steps[at], d);
	snprintf(set, sizeof set, "PRAGMA user_version = %d; COMMIT", reg_version());
	return ok && run(db, path, set, d);
}

static bool step_up(sqlite3 *db, const char *path, struct mem *m, bool copy, struct diag *d)
{
	if (!run(db, path, "BEGIN IMMEDIATE", d))
		return false;
	int from = (int)reg_ask(db, "PRAGMA user_version");     /* another process may have been faster */
	bool older = from > 0 && from < reg_version();
	const char *kept = copy && older ? keep(m, path, from, d) : NULL;
	bool ok = from >= 0 && (kept || !copy || !older) && steps(db, path, from, d);
	if (!ok)
		sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	if (ok && kept)
		diag_add(d, DIAG_HINWEIS, "REGISTERSTAND", path, 0,
			"Das Register hatte Stand %d und ist auf Stand %d gebracht; wie es war, liegt in %s", from,
			reg_version(), file_base(kept));
	else if (kept)
		unlink(kept);
	return ok;
}

bool reg_migrate(sqlite3 *db, const char *path, struct diag *d)
{
	struct mem *m = mem_new();
	bool ok = step_up(db, path, m, true, d);
	mem_free(m);
	return ok;
}

bool reg_step_up(sqlite3 *db, const char *path, struct diag *d)
{
	return step_up(db, path, NULL, false, d);
}
