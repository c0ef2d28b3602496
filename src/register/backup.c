/* backup.c: copies. Made by SQLite page by page under its locks, under a temporary name, checked, then renamed.
 * A sound register is overwritten in place, so that programs that have it open see the change; a damaged one is set
 * aside with its journal. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/zone.h"
#include "register/desk.h"
#include "register/reg.h"

static bool failed(const char *path, struct diag *d, const char *what)
{
	diag_sys(d, "SICHERUNG", path, 0,
		"%s; Register und Sicherung sind, wie sie waren; bitte Rechte des Ordners und Datenträger prüfen",
		what);
	return false;
}

static bool sync_folder(const char *path)
{
	struct mem *m = mem_new();
	int fd = open(file_dir(m, path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	mem_free(m);
	if (fd < 0)
		return false;
	bool ok = fsync(fd) == 0;                          /* a share that cannot do this has still done the rename */
	close(fd);
	return ok;
}

static int copy_pages(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	if (!b)
		return sqlite3_errcode(to);
	int rc = sqlite3_backup_step(b, -1);
	for (int waited = 0; (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && waited < REG_WAIT_MS; waited += 100) {
		sqlite3_sleep(100);
		rc = sqlite3_backup_step(b, -1);
	}
	int end = sqlite3_backup_finish(b);
	return rc == SQLITE_DONE ? end : rc;
}

bool reg_copy(sqlite3 *from, const char *path, const char *called, struct diag *d)
{
	sqlite3 *to = NULL;
	unlink(path);
	int rc = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	reg_make_private(path);
	if (rc == SQLITE_OK)
		rc = copy_pages(from, to);
	bool ok = rc == SQLITE_OK;
	if (!ok)
		reg_fault_at(called, to, d, rc);
	else
		ok = reg_integrity(called, to, d);
	sqlite3_close(to);
	if (!ok)
		unlink(path);
	return ok;
}

static bool same_inode(const char *a, const char *b)
{
	char *x = realpath(a, NULL), *y = realpath(b, NULL);
	bool same = x && y && !strcmp(x, y);
	free(x);
	free(y);
	return same;
}

/* The history of the Werkstatt, where one works beside this register or for all towns above it; NULL: there is none. */
static const char *desk_of(struct mem *m, const struct reg *r)
{
	const char *folder = file_dir(m, r->path), *path = file_join(m, folder, REG_DESK_FILE);
	if (!file_exists(path))
		path = file_join(m, file_join(m, folder, ".."), REG_DESK_FILE);
	return file_exists(path) ? path : NULL;
}

/* A copy on its way to its place; temp NULL: there is nothing to copy. */
struct copy { const char *temp, *target; };

static struct copy beside(struct mem *m, const char *target)
{
	return (struct copy){file_beside(m, target, mem_fmt(m, "neu-%ld", (long)getpid())), target};
}

static bool copy_desk(const char *path, struct copy c, struct diag *d)
{
	sqlite3 *db = reg_connect(path, SQLITE_OPEN_READONLY, false, d);
	const bool ok = !db || reg_copy(db, c.temp, c.target, d);
	sqlite3_close(db);
	return ok;
}

static bool put(struct copy c, struct diag *d)
{
	if (!c.temp || !file_exists(c.temp) || rename(c.temp, c.target) == 0)
		return true;
	unlink(c.temp);
	return failed(c.target, d, "Die Sicherung lässt sich nicht unter diesem Namen ablegen");
}

bool reg_backup(struct reg *r, const char *target, struct diag *d)
{
	if (same_inode(r->path, target)) {
		diag_sys(d, "SICHERUNG", target, 0,
			"Die Sicherung wäre das Register selbst, erwartet wird eine andere Datei; bitte einen anderen "
			"Namen wählen");
		return false;
	}
	if (file_is_dir(target)) {
		diag_sys(d, "SICHERUNG", target, 0,
			"Das ist ein Ordner, erwartet wird der Name der Sicherungsdatei; bitte einen Dateinamen "
			"nennen");
		return false;
	}
	if (!reg_integrity(r->path, r->db, d))
		return false;
	struct mem *m = mem_new();
	const char *desk = desk_of(m, r);
	const struct copy whole = beside(m, target),
			  history = desk ? beside(m, mem_fmt(m, "%s.werkstatt", target)) : (struct copy){NULL};
	file_sweep(file_dir(m, target));
	bool ok = reg_copy(r->db, whole.temp, target, d);
	if (ok && desk && !copy_desk(desk, history, d)) {
		unlink(whole.temp);
		ok = false;
	}
	ok = ok && put(history, d) && put(whole, d);
	if (ok)
		sync_folder(target);
	mem_free(m);
	return ok;
}

bool reg_is_register(const char *path)
{
	struct diag *quiet = diag_new();
	sqlite3 *db = reg_header(path, quiet) ? reg_connect(path, SQLITE_OPEN_READONLY, false, quiet) : NULL;
	bool ours = db && reg_is_ours(db);
	sqlite3_close(db);
	diag_free(quiet);
	return ours;
}

/* ---- restoring ---- */

static sqlite3 *open_backup(const char *path, struct diag *d)
{
	if (!file_exists(path)) {
		diag_sys(d, "SICHERUNG", path, 0, "Die Sicherung gibt es nicht; bitte den Namen prüfen");
		return NULL;
	}
	if (!reg_header(path, d))
		return NULL;
	sqlite3 *db = reg_connect(path, SQLITE_OPEN_READWRITE, true, d);
	if (!db)
		return NULL;
	bool ok = reg_integrity(path, db, d);
	if (ok && !reg_is_ours(db)) {
		ok = false;
		diag_sys(d, "SICHERUNG", path, 0,
			"Das ist keine Sicherung eines Registers; bitte eine Datei nennen, die „ratssatz register "
			"sichern“ geschrieben hat");
	}
	if (ok && reg_ask(db, "PRAGMA user_version") > reg_version()) {
		ok = false;
		diag_sys(d, "REGISTERNEU", path, 0,
			"Die Sicherung stammt von einem neueren ratssatz; bitte das neuere Programm benutzen");
	}
	if (ok)
		return db;
	sqlite3_close(db);
	return NULL;
}

/* A free name beside the register for what was there before. */
static const char *aside(struct mem *m, const char *target)
{
	for (int i = 1;; i++) {
		const char *name = mem_fmt(m, "%s.vorher-%d", target, i);
		if (!file_exists(name))
			return name;
	}
}

/* A sound register that knows more than the backup is not thrown away. */
static bool is_ahead(const char *target, sqlite3 *now, sqlite3 *old, struct diag *d)
{
	char count[64];
	for (const char *const *t = reg_ledgers; *t; t++) {
		snprintf(count, sizeof count, "SELECT count(*) FROM %s", *t);
		int64_t have = reg_ask(now, count), had = reg_ask(old, count);
		if (have <= had || (have == 0 && had < 0))     /* an older backup lacks the table */
			continue;
		diag_sys(d, "SICHERUNG", target, 0,
			"Das jetzige Register ist in Ordnung und weiß mehr als die Sicherung (%s: %lld gegen %lld "
			"Zeilen); damit keine Nummer und keine Ausgabe verloren geht, "
			"bleibt es; wer es trotzdem ersetzen will, benennt es vorher um",
			*t, (long long)have, (long long)had);
		return true;
	}
	return false;
}

static bool overwrite(sqlite3 *now, sqlite3 *old, const char *target, const char *before, struct diag *d)
{
	if (!reg_copy(now, before, before, d))
		return false;
	uint8_t key[32], kept[32];
	bool secret = reg_secret_read(now, key) && !reg_secret_read(old, kept);
	int rc = copy_pages(old, now);
	if (rc != SQLITE_OK)
		return reg_fault_at(target, now, d, rc);
	/* a backup from before there was a secret */
	return !secret || (reg_step_up(now, target, d) && reg_secret_keep(now, key));
}

/* What was given after the backup may stand in sources: see reg_numbers_settled. */
static bool mark(const char *copy, struct diag *d)
{
	sqlite3 *db = reg_connect(copy, SQLITE_OPEN_READWRITE, true, d);
	bool ok = db && reg_step_up(db, copy, d);
	int rc = !ok ? SQLITE_OK
		     : sqlite3_exec(db, "DELETE FROM zurueckgeholt; INSERT INTO zurueckgeholt VALUES ('')", NULL, NULL,
			       NULL);
	if (rc != SQLITE_OK)
		ok = reg_fault_at(copy, db, d, rc);
	sqlite3_close(db);
	return ok;
}

/* Without the register that followed it, a backup makes public again what was taken back since. */
static void forgotten(sqlite3 *old, const char *target, struct mem *m, struct diag *d)
{
	int64_t last = reg_ask(old, "SELECT ifnull(max(wann), 0) FROM ereignis");
	struct buf day = {0};
	if (last)
		date_put(&day, zone_day(last));
	diag_warn(d, "SICHERUNG", target, 0,
		"Was nach der Sicherung geschah%s%s%s, weiß dieses Register nicht: Was seitdem zurückgezogen wurde, "
		"gilt wieder als öffentlich; bitte „ratssatz zurueckziehen“ dafür wiederholen, bevor etwas "
		"ausgegeben oder bekannt gegeben wird, und „ratssatz register neu-aufbauen“ aufrufen",
		last ? " (ihr letzter Eintrag ist vom " : "", last ? buf_take(&day, m) : "", last ? ")" : "");
	buf_free(&day);
}

static bool set_aside(sqlite3 *old, const char *target, const char *before, struct mem *m, struct diag *d)
{
	const char *temp = file_beside(m, target, mem_fmt(m, "neu-%ld", (long)getpid())),
		   *journal = mem_fmt(m, "%s-journal", target);
	file_sweep(file_dir(m, target));
	if (!reg_copy(old, temp, target, d))
		return false;
	if (!mark(temp, d)) {
		unlink(temp);
		return false;
	}
	if (!file_exists(target) || !reg_salvage(temp, target, target, d))
		forgotten(old, target, m, d);
	/* a journal left beside the new file would be played back into it */
	if (file_exists(journal) && rename(journal, mem_fmt(m, "%s-journal", before)) < 0) {
		unlink(temp);
		return failed(target, d, "Das Journal des beschädigten Registers lässt sich nicht umbenennen");
	}
	if ((file_exists(target) && rename(target, before) < 0) || rename(temp, target) < 0)
		return failed(target, d, "Das Register lässt sich nicht ersetzen");
	sync_folder(target);
	return true;
}

/* The register in place, if it can be read to its end; busy: *held. */
static sqlite3 *sound(const char *target, bool *held, struct diag *d)
{
	struct diag *quiet = diag_new();
	sqlite3 *db = reg_header(target, quiet) ? reg_connect(target, SQLITE_OPEN_READWRITE, true, quiet) : NULL;
	int rc = db ? sqlite3_exec(db, "BEGIN IMMEDIATE; ROLLBACK", NULL, NULL, NULL) : SQLITE_NOTADB;
	*held = (rc & 0xff) == SQLITE_BUSY;
	if (*held)
		reg_fault_at(target, db, d, rc);
	if (rc != SQLITE_OK || !reg_is_ours(db) || !reg_integrity(target, db, quiet)) {
		sqlite3_close(db);
		db = NULL;
	}
	diag_free(quiet);
	return db;
}

bool reg_restore(const char *backup, const char *target, struct diag *d)
{
	bool held = false;
	if (same_inode(backup, target)) {
		diag_sys(d, "SICHERUNG", backup, 0,
			"Sicherung und Register sind dieselbe Datei; bitte die Sicherung nennen");
		return false;
	}
	sqlite3 *old = open_backup(backup, d);
	if (!old)
		return false;
	sqlite3 *now = file_exists(target) ? sound(target, &held, d) : NULL;
	struct mem *m = mem_new();
	bool ok = !held;
	if (ok)
		ok = now ? !is_ahead(target, now, old, d) && overwrite(now, old, target, aside(m, target), d)
			 : set_aside(old, target, aside(m, target), m, d);
	mem_free(m);
	sqlite3_close(now);
	sqlite3_close(old);
	return ok;
}
