/* check.c: is the register sound: the file itself, the rows that may only be added, the issued files on disk. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "register/reg.h"
#include "register/release.h"

/* ---- the file ---- */

static bool told_rows(const char *path, sqlite3 *db, const char *sql, const char *what, struct diag *d)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL), n = 0;
	while (rc == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW && n < 5) {
		const char *text = (const char *)sqlite3_column_text(st, 0);
		if (text && !strcmp(text, "ok"))
			break;
		diag_sys(d, "REGISTERDEFEKT", path, 0,
			"Das Register ist beschädigt (%s: %.200s); bitte mit „ratssatz register wiederherstellen "
			"SICHERUNG“ die letzte Sicherung "
			"zurückholen, danach „ratssatz register neu-aufbauen“",
			what, text ? text : "?");
		n++;
	}
	if (rc == SQLITE_OK)
		rc = sqlite3_reset(st);
	sqlite3_finalize(st);
	if (rc != SQLITE_OK && !n)
		return reg_fault_at(path, db, d, rc);
	return n == 0;
}

bool reg_integrity(const char *path, sqlite3 *db, struct diag *d)
{
	return told_rows(path, db, "PRAGMA integrity_check(5)", "Prüfung der Seiten", d)
		&& told_rows(path, db, "PRAGMA foreign_key_check", "Verweis ohne Ziel in Tabelle", d);
}

/* The search index can be made again; only a sign that it does not fit the texts is told, not that it cannot be looked
 * into (read-only file). */
static bool check_search(struct reg *r, struct diag *d)
{
	sqlite3_exec(r->db, "PRAGMA query_only = OFF", NULL, NULL, NULL);
	int rc = sqlite3_exec(r->db, "INSERT INTO suche (suche, rank) VALUES ('integrity-check', 1)", NULL, NULL, NULL);
	if ((rc & 0xff) == SQLITE_CORRUPT)
		diag_error(d, "REGISTERDEFEKT", r->path, 0,
			"Der Suchindex passt nicht zu den Texten; bitte „ratssatz register neu-aufbauen“ aufrufen, "
			"Nummern und Ausgaben sind nicht betroffen");
	return (rc & 0xff) != SQLITE_CORRUPT;
}

/* ---- rows that may only be added ---- */

struct told { struct reg *r; struct diag *d; const char *fmt; size_t n; };

static void tell_row(void *arg, int ncols, const char *const *names, const char *const *values)
{
	struct told *t = arg;
	(void)names;
	t->n++;
	diag_error(t->d, "NUMMERNFOLGE", t->r->path, 0, t->fmt, values[0] ? values[0] : "",
		ncols > 1 && values[1] ? values[1] : "");
}

static bool check_rows(struct reg *r, const char *sql, const char *fmt, struct diag *d)
{
	struct told t = {r, d, fmt, 0};
	sqlite3_stmt *st = reg_prepare(r, d, sql);
	return st && reg_rows(r, d, st, tell_row, &t, NULL) && t.n == 0;
}

static bool check_ledgers(struct reg *r, struct diag *d)
{
	struct buf b = {0};
	for (const char *const *t = reg_ledgers; *t; t++)
		buf_fmt(&b, "%sSELECT '%s', count(*) FROM %s HAVING count(*) <> ifnull(max(lfd), 0)",
			b.len ? " UNION ALL " : "", *t, *t);
	bool ok = check_rows(r, b.data,
		"In der Tabelle %s sind Zeilen verschwunden (%s sind noch da); bitte eine Sicherung zurückholen, "
		"danach „ratssatz register neu-aufbauen“",
		d);
	buf_free(&b);
	return ok;
}

static bool check_sequence(struct reg *r, struct diag *d)
{
	bool ok = check_ledgers(r, d);
	ok &= check_rows(r,
		"SELECT n.nummer, n.ort FROM nummer n WHERE n.gezaehlt = 1 AND n.zaehler > 1 AND NOT EXISTS"
		" (SELECT 1 FROM nummer v WHERE v.ort = n.ort AND v.art = n.art AND v.reihe = n.reihe"
		" AND v.zaehler = n.zaehler - 1)"
		" ORDER BY n.lfd",
		"Vor der gezählten Nummer %s (%s) fehlt eine; bitte eine Sicherung zurückholen, danach "
		"„ratssatz register neu-aufbauen“",
		d);
	ok &= check_rows(r,
		"SELECT nummer, group_concat(id, ', ') FROM papier WHERE nummer IS NOT NULL"
		" GROUP BY ort, nummer HAVING count(*) > 1",
		"Die Drucksachennummer %s tragen mehrere Papiere: %s; bitte bei allen bis auf eines das Attribut "
		"nummer entfernen und „ratssatz aufnehmen“ aufrufen",
		d);
	return ok;
}

static bool check_sources(struct reg *r, const char *root, struct diag *d)
{
	sqlite3_stmt *st = reg_prepare(r, d,
		"SELECT pfad FROM papier UNION SELECT pfad FROM sitzung UNION SELECT pfad FROM ausgabe ORDER BY 1");
	struct mem *m = mem_new();
	while (st && reg_next(r, d, st)) {
		const char *path = (const char *)sqlite3_column_text(st, 0);
		if (!file_exists(file_join(m, root, path)))
			diag_error(d, "DATEI", path, 0,
				"Die Quelldatei steht im Register, liegt aber nicht mehr unter %s; bitte zurückholen "
				"oder „ratssatz register neu-aufbauen“ aufrufen",
				root);
	}
	sqlite3_finalize(st);
	mem_free(m);
	return true;
}

/* ---- issued files ---- */

static bool hash_file(const char *path, uint8_t sum[HASH_SHA256])
{
	struct diag *quiet = diag_new();
	struct file_map map;
	bool ok = file_map(&map, path, quiet);
	if (ok) {
		hash_sha256(map.data, map.size, sum);
		file_unmap(&map);
	}
	diag_free(quiet);
	return ok;
}

static bool in_ledger(struct reg *r, const char *stored, const uint8_t *sum, struct diag *d)
{
	sqlite3_stmt *st = reg_bind(
		r, d, REG_SQL_AUSGEGEBEN_LIEGT, VAL(datei, stored), SUM(sha256, sum, HASH_SHA256));
	bool found = !st || reg_next(r, d, st);
	sqlite3_reset(st);
	return found;
}

static bool ends(const char *s, const char *with)
{
	size_t n = strlen(s), k = strlen(with);
	return n >= k && !strcmp(s + n - k, with);
}

static void orphans(struct reg *r, struct mem *m, const char *folder, struct diag *d)
{
	struct dirent **names;
	int n = scandir(folder, &names, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		char *path = file_join(m, folder, names[i]->d_name);
		if (ends(path, ".pdf") && !in_ledger(r, reg_file_in(r, m, path), NULL, d))
			diag_warn(d, "AUSGABEFREMD", path, 0,
				"Die Datei liegt bei den ausgegebenen, steht aber nicht im Register; bitte „ratssatz "
				"ausgeben“ mit ihrer Quelle noch einmal aufrufen oder sie entfernen");
		free(names[i]);
	}
	if (n >= 0)
		free(names);
}

/* The command that writes such a file. */
static const char *made_by(const char *kind)
{
	if (!strcmp(kind, "vorlage") || !strcmp(kind, "konzept"))
		return "ausgeben";
	return !strncmp(kind, "niederschrift", 13) || !strncmp(kind, "auszug", 6) ? "niederschrift"
										 : "tagesordnung --bekanntgeben";
}

static bool check_issued(struct reg *r, struct diag *d)
{
	sqlite3_stmt *st =
		reg_prepare(r, d,
			"SELECT datei, max(lfd) AS letzte, art FROM ausgegeben GROUP BY datei ORDER BY datei");
	struct mem *m = mem_new();
	char *folder = NULL;
	bool ok = st != NULL;
	while (st && reg_next(r, d, st)) {
		uint8_t sum[HASH_SHA256];
		char *stored = reg_text(m, st, "datei"), *path = reg_file_out(r, m, stored), *dir = file_dir(m, path);
		bool read = hash_file(path, sum), taken_back = reg_is_withdrawn(r, sqlite3_column_int64(st, 1));
		if (read ? !in_ledger(r, stored, sum, d) : !taken_back) {
			ok = false;
			diag_error(d, "AUSGABEFEHLT", path, 0,
				"Die ausgegebene Datei %s; bitte aus einer Sicherung zurückholen oder „ratssatz %s“ "
				"mit ihrer Quelle noch einmal aufrufen",
				read ? "hat einen anderen Inhalt als im Register eingetragen"
				     : "fehlt oder ist nicht lesbar",
				made_by((const char *)sqlite3_column_text(st, 2)));
		}
		if (!folder || strcmp(folder, dir))
			orphans(r, m, folder = dir, d);
	}
	sqlite3_finalize(st);
	mem_free(m);
	return ok;
}

/* Brought back from a backup, and not looked through since. */
static bool check_backup(struct reg *r, struct diag *d)
{
	sqlite3_stmt *st = reg_prepare(r, d, "SELECT ort FROM koerperschaft ORDER BY ort");
	while (reg_next(r, d, st)) {
		const char *town = (const char *)sqlite3_column_text(st, 0);
		if (reg_numbers_open(r, town))
			diag_warn(d, "SICHERUNG", r->path, 0,
				"Das Register ist aus einer Sicherung zurückgeholt; neue Nummern gibt es für %s "
				"erst, wenn „ratssatz register neu-aufbauen %s“ die der Quellen eingetragen hat",
				town, town);
	}
	sqlite3_finalize(st);
	return st != NULL;
}

bool reg_check(struct reg *r, const char *content_root, struct diag *d)
{
	if (!reg_integrity(r->path, r->db, d))
		return false;
	bool ok = check_search(r, d);
	ok &= check_sequence(r, d);
	ok &= check_issued(r, d);
	ok &= check_backup(r, d);
	size_t before = diag_count(d, DIAG_FEHLER);
	if (content_root)
		ok &= check_sources(r, content_root, d);
	return ok && diag_count(d, DIAG_FEHLER) == before;
}
