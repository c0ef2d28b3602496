/* open.c: opening a register. Before SQLite sees the file its header is read: a WAL file must not be opened at all, as
 * that alone makes files beside it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/zone.h"
#include "register/reg.h"

/* How many of the first bytes there are; -1: they cannot be read. By SQLite's own file: to close one of ours would drop
 * the locks that another thread of this process has on it. */
static int read_head(const char *path, unsigned char *head, int most)
{
	sqlite3 *db = NULL;
	sqlite3_file *f = NULL;
	struct stat st;
	int n = -1;
	if (stat(path, &st) == 0 && S_ISREG(st.st_mode) &&             /* a pipe is not waited for */
		sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
		sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &f) == SQLITE_OK && f->pMethods) {
		const int rc = f->pMethods->xRead(f, head, most, 0);
		n = rc == SQLITE_OK ? most : (rc & 0xff) == SQLITE_IOERR && st.st_size < most ? (int)st.st_size : -1;
	}
	sqlite3_close(db);
	return n;
}

bool reg_header(const char *path, struct diag *d)
{
	unsigned char head[100] = {0};
	if (access(path, R_OK) < 0) {
		if (errno == EACCES || errno == EPERM)
			diag_sys(d, "REGISTERSCHREIBEN", path, 0,
				"Das Register darf nicht gelesen werden; bitte die Zugriffsrechte prüfen");
		else
			diag_sys(d, "REGISTER", path, 0,
				"Das Register lässt sich nicht lesen; bitte Namen, Ordner und Datenträger prüfen");
		return false;
	}
	const int n = read_head(path, head, sizeof head);
	if (n == 0)
		return true;                                   /* made, but never written to */
	struct mem *m = mem_new();
	/* killed while writing: SQLite puts the beginning right again */
	bool undo = file_exists(mem_fmt(m, "%s-journal", path));
	mem_free(m);
	if (!undo && (n < (int)sizeof head || memcmp(head, "SQLite format 3", 16))) {
		diag_sys(d, "REGISTERDEFEKT", path, 0,
			"Das ist keine Registerdatei, oder ihr Anfang ist zerstört; bitte den Namen prüfen, "
			"sonst mit „ratssatz register wiederherstellen SICHERUNG“ die letzte Sicherung zurückholen");
		return false;
	}
	if (head[18] == 2 || head[19] == 2) {
		diag_sys(d, "REGISTERWAL", path, 0,
			"Das Register steht im WAL-Modus, der auf Netzlaufwerken Daten kosten kann, erwartet wird der "
			"Modus DELETE; "
			"bitte mit „sqlite3 %s \"PRAGMA journal_mode=DELETE\"“ zurückstellen",
			file_base(path));
		return false;
	}
	return true;
}

static void answer(sqlite3_context *x, sqlite3_value *v, void put(struct buf *, int64_t))
{
	struct buf b = {0};
	if (sqlite3_value_type(v) == SQLITE_NULL)
		return;
	put(&b, sqlite3_value_int64(v));
	sqlite3_result_text(x, b.data, (int)b.len, SQLITE_TRANSIENT);
	buf_free(&b);
}

static void put_day(struct buf *b, int64_t at)
{
	date_put_iso(b, zone_day(at));
}

/* tag(seconds), zeit(seconds): the day and the instant in the town's time, as people read them in lists. */
static void on_tag(sqlite3_context *x, int n, sqlite3_value **v)
{
	(void)n;
	answer(x, *v, put_day);
}

static void on_zeit(sqlite3_context *x, int n, sqlite3_value **v)
{
	(void)n;
	answer(x, *v, zone_put_instant);
}

static int add_functions(sqlite3 *db)
{
	const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
	int rc = sqlite3_create_function(db, "tag", 1, flags, NULL, on_tag, NULL, NULL);
	return rc == SQLITE_OK ? sqlite3_create_function(db, "zeit", 1, flags, NULL, on_zeit, NULL, NULL) : rc;
}

/* Who only reads says so first: query_only also tells a fault whom it meets. */
sqlite3 *reg_connect(const char *path, int flags, bool write, struct diag *d)
{
	sqlite3 *db = NULL;
	int rc = sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK) {
		sqlite3_busy_timeout(db, REG_WAIT_MS);
		sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
		if (!write)
			sqlite3_exec(db, "PRAGMA query_only = ON", NULL, NULL, NULL);
		rc = sqlite3_exec(db,
			"PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
			"PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF;"
			"PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000",
			NULL, NULL, NULL);
	}
	rc = rc == SQLITE_OK ? add_functions(db) : rc;
	if (rc == SQLITE_OK)
		return db;
	reg_fault_at(path, db, d, rc);
	sqlite3_close(db);
	return NULL;
}

static int64_t pragma(sqlite3 *db, const char *sql, int *rc)
{
	sqlite3_stmt *st = NULL;
	int64_t v = 0;
	*rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
	if (*rc == SQLITE_OK && (*rc = sqlite3_step(st)) == SQLITE_ROW) {
		v = sqlite3_column_int64(st, 0);
		*rc = SQLITE_OK;
	}
	sqlite3_finalize(st);
	return v;
}

bool reg_is_ours(sqlite3 *db)
{
	int rc;
	return pragma(db, "PRAGMA application_id", &rc) == REG_APPLICATION && rc == SQLITE_OK;
}

/* Which version it has: -1 a fault (told). */
static int64_t version(struct reg *r, struct diag *d)
{
	int rc;
	int64_t tables = pragma(r->db, "SELECT count(*) FROM sqlite_schema", &rc), v = 0;
	if (rc == SQLITE_OK)
		v = pragma(r->db, "PRAGMA user_version", &rc);
	if (rc != SQLITE_OK) {
		reg_fault(r, d, rc);
		return -1;
	}
	if (tables && !reg_is_ours(r->db)) {
		diag_sys(d, "REGISTER", r->path, 0,
			"Diese Datenbank ist kein Register von ratssatz und bleibt unberührt; bitte mit --register die "
			"richtige Datei nennen");
		return -1;
	}
	if (v > reg_version()) {
		diag_sys(d, "REGISTERNEU", r->path, 0,
			"Das Register hat Stand %d, dieses Programm kennt nur Stände bis %d und hat nichts verändert; "
			"bitte das neuere ratssatz benutzen",
			(int)v, reg_version());
		return -1;
	}
	return v;
}

static bool bring_up(struct reg *r, bool write, struct diag *d)
{
	int64_t v = version(r, d);
	bool fixed = sqlite3_db_readonly(r->db, "main") == 1;
	if (v < 0)
		return false;
	if (v == 0 && !write) {
		diag_sys(d, "REGISTER", r->path, 0, "Das Register ist noch leer; „ratssatz aufnehmen“ füllt es");
		return false;
	}
	if (fixed && write)
		return reg_fault(r, d, SQLITE_READONLY);
	if (fixed && v < reg_version()) {
		diag_sys(d, "REGISTERSTAND", r->path, 0,
			"Das Register hat noch Stand %d, erwartet wird Stand %d, und es darf hier nur gelesen werden; "
			"bitte einmal „ratssatz register pruefen“ mit Schreibrecht aufrufen, das bringt es auf den "
			"Stand",
			(int)v, reg_version());
		return false;
	}
	if (v < reg_version()) {
		const bool taken_over = reg_exec(r, d, "PRAGMA query_only = OFF") && reg_migrate(r->db, r->path, d);
		if (!taken_over || !(write || reg_exec(r, d, "PRAGMA query_only = ON")))
			return false;
	}
	return !write || reg_exec(r, d, "CREATE TEMP TABLE suche_offen (nr INTEGER PRIMARY KEY);"
					"CREATE TEMP TABLE name_vorher"
					" (ort TEXT, stelle TEXT, pos INTEGER, von TEXT, bis TEXT, name TEXT)");
}

struct reg *reg_of(sqlite3 *db, const char *path, struct diag *d)
{
	struct reg *r = mem_alloc(sizeof *r);
	memset(r, 0, sizeof *r);
	r->db = db;
	r->diag = d;
	r->path = mem_alloc(strlen(path) + 1);
	strcpy(r->path, path);
	sqlite3_set_authorizer(db, reg_may_read, r);
	return r;
}

void reg_make_private(const char *path)
{
	if (chmod(path, file_usual(0640)) < 0)
		return;                                        /* a share that knows no modes */
}

static struct reg *open_with(const char *path, int flags, bool write, bool made, struct diag *d)
{
	sqlite3 *db = reg_connect(path, flags, write, d);
	if (!db)
		return NULL;
	struct reg *r = reg_of(db, path, d);
	r->made = made;
	if (made)
		reg_make_private(path);
	if (bring_up(r, write, d))
		return r;
	reg_close(r);
	return NULL;
}

struct reg *reg_open_reader(const char *path, struct diag *d)
{
	enum { WAIT_MS = 3000 };
	struct reg *r =
		reg_header(path, d) ? open_with(path, SQLITE_OPEN_READONLY, false, false, d) : NULL;
	if (r)
		sqlite3_busy_timeout(r->db, WAIT_MS);
	return r;
}

bool reg_is_busy(const char *path)
{
	sqlite3 *db = NULL;
	int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db, "PRAGMA user_version", NULL, NULL, NULL);
	sqlite3_close(db);
	return (rc & 0xff) == SQLITE_BUSY;
}

void reg_tell(struct reg *r, struct diag *d)
{
	r->diag = d;
}

struct reg *reg_open(const char *path, bool write, struct diag *d)
{
	bool there = file_exists(path);
	if (!there && !write) {
		diag_sys(d, "REGISTER", path, 0,
			"Das Register gibt es nicht; bitte den Namen prüfen oder mit „ratssatz aufnehmen“ eines "
			"anlegen");
		return NULL;
	}
	if (there && !reg_header(path, d))
		return NULL;
	/* Also for reading: after a crash the journal must be played back. A file without write permission is opened
	 * for reading all the same. */
	return open_with(path, SQLITE_OPEN_READWRITE | (write ? SQLITE_OPEN_CREATE : 0), write, !there, d);
}
