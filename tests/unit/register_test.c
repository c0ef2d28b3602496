/* register_test.c: bad luck: busy, damaged, full, read-only, killed; copies and restoring. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "register/sample.h"

static void is_busy(void **state)
{
	struct set *s = *state;
	struct diag *d = diag_new();
	struct reg *other = reg_open(s->path, true, d);
	int go[2], done[2];
	char c = 0;
	assert_true(pipe(go) == 0 && pipe(done) == 0);
	reg_close(s->reg);
	s->reg = NULL;
	reg_close(other);
	pid_t pid = fork();
	if (!pid) {
		struct reg *r = reg_open(s->path, true, d);
		c = r && reg_begin(r, d) ? 'j' : 'n';
		if (write(go[1], &c, 1) != 1 || read(done[0], &c, 1) != 1)
			_exit(1);
		_exit(0); /* without a word, as if killed: the lock goes, the note stays */
	}
	assert_int_equal(read(go[0], &c, 1), 1);
	assert_int_equal(c, 'j');
	reopen(s);
	assert_non_null(s->reg); /* reading goes on */
	sqlite3_busy_timeout(s->reg->db, 50);
	assert_false(reg_begin(s->reg, s->diag));
	assert_non_null(strstr(message(s->diag, "REGISTERBELEGT"), mem_fmt(s->mem, "Prozess %d auf", (int)pid)));
	assert_int_equal(write(done[1], &c, 1), 1);
	waitpid(pid, NULL, 0);
	diag_free(s->diag);
	s->diag = diag_new();
	assert_true(file_exists(in_dir(s, "register.db-wer")));
	assert_true(reg_begin(s->reg, s->diag));
	assert_true(reg_commit(s->reg, s->diag));
	assert_false(file_exists(in_dir(s, "register.db-wer")));
	nothing_told(s);
	diag_free(d);
	close(go[0]), close(go[1]), close(done[0]), close(done[1]);
}

/* The register that this process writes to is opened by another thread of it, and closed: its lock stays. */
static void beside_itself(void **state)
{
	enum { RESERVED = 0x40000001 };
	struct set *s = *state;
	int status = 1;
	assert_true(reg_begin(s->reg, s->diag));
	reg_close(reg_open(s->path, false, s->diag));
	assert_false(reg_is_busy(s->path));
	pid_t pid = fork();
	if (!pid) {
		struct flock l = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = RESERVED, .l_len = 1};
		int fd = open(s->path, O_RDWR);
		_exit(fcntl(fd, F_GETLK, &l) == 0 && l.l_type == F_WRLCK && l.l_pid == getppid() ? 0 : 1);
	}
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
	assert_true(reg_commit(s->reg, s->diag));
	nothing_told(s);
}

/* Who only reads is told that nothing was read; a folder where the journal belongs is named. */
static void busy_reader(void **state)
{
	struct set *s = *state;
	struct reg *reads = reg_open(s->path, false, s->diag);
	assert_non_null(number(s, "a", NULL));
	assert_int_equal(sqlite3_exec(s->reg->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_busy_timeout(reads->db, 50);
	assert_false(reg_has_event(reads, reg_key("x", "y"), REG_AUSGEGEBEN, NULL));
	assert_non_null(strstr(message(s->diag, "REGISTERBELEGT"), "nichts gelesen worden"));
	assert_int_equal(sqlite3_exec(s->reg->db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	reg_close(reads);
	reg_close(s->reg);
	diag_free(s->diag);
	s->diag = diag_new();
	assert_int_equal(mkdir(in_dir(s, "register.db-journal"), 0700), 0);
	s->reg = reg_open(s->path, true, s->diag);
	assert_null(s->reg);
	assert_non_null(strstr(message(s->diag, "REGISTER"), "„register.db-journal“ und ist keine Datei"));
	assert_int_equal(rmdir(in_dir(s, "register.db-journal")), 0);
}

/* Made by a command that entered nothing, a register goes again; one with a row, or that was there before, stays. */
static void unused(void **state)
{
	struct set *s = *state;
	reg_close(s->reg);
	assert_false(file_exists(s->path));
	s->reg = reg_open(s->path, true, s->diag);
	assert_true(reg_begin(s->reg, s->diag));
	assert_non_null(number(s, "a", NULL));
	reopen(s);                                                     /* without a commit */
	assert_non_null(s->reg);
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 0);
	assert_non_null(number(s, "a", NULL));
	reopen(s);
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 1);
	struct reg *there = reg_open(s->path, true, s->diag);
	reg_close(there);
	assert_true(file_exists(s->path));
	nothing_told(s);
}

/* Another command that has opened it meanwhile is told, and loses nothing in silence. */
static void gone_meanwhile(void **state)
{
	struct set *s = *state;
	struct diag *d = diag_new();
	struct reg *other = reg_open(s->path, true, d);
	reg_close(s->reg);
	s->reg = NULL;
	assert_false(file_exists(s->path));
	assert_false(reg_begin(other, d) &&
		reg_number(other, s->mem, &(struct reg_wish){reg_key("probe", "a"), NULL, {.jahr = 2023}, NULL}, d) &&
		reg_commit(other, d));
	assert_non_null(strstr(message(d, "REGISTER"), "entfernt oder ersetzt"));
	reg_close(other);
	diag_free(d);
}

static void not_in_wal(void **state)
{
	struct set *s = *state;
	assert_non_null(number(s, "a", NULL));
	sqlite3_exec(s->reg->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	reopen(s);
	assert_null(s->reg);
	assert_true(told(s->diag, "REGISTERWAL"));
	assert_false(file_exists(in_dir(s, "register.db-wal")));
}

static void foreign_files(void **state)
{
	struct set *s = *state;
	sqlite3 *db;
	write_file(in_dir(s, "text.db"),
		"Das ist keine Datenbank, sondern ein Text, der lang genug ist, um für einen Kopf von hundert Byte "
		"gehalten zu werden. Ende.");
	assert_null(reg_open(in_dir(s, "text.db"), true, s->diag));
	assert_true(told(s->diag, "REGISTERDEFEKT"));
	sqlite3_open(in_dir(s, "fremd.db"), &db);
	sqlite3_exec(db, "CREATE TABLE t (a)", NULL, NULL, NULL);
	sqlite3_close(db);
	assert_null(reg_open(in_dir(s, "fremd.db"), true, s->diag));
	assert_non_null(strstr(message(s->diag, "REGISTER"), "kein Register"));
	assert_null(reg_open(in_dir(s, "fehlt.db"), false, s->diag));
	assert_null(reg_open(in_dir(s, "fehlt/r.db"), true, s->diag));
	write_file(in_dir(s, "leer.db"), "");
	assert_null(reg_open(in_dir(s, "leer.db"), false, s->diag));
	struct reg *r = reg_open(in_dir(s, "leer.db"), true, s->diag);
	assert_non_null(r);
	reg_close(r);
}

static void corrupted(void **state)
{
	struct set *s = *state;
	struct stat st;
	fill(s);
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	assert_non_null(number(s, "danach", NULL));
	stat(s->path, &st);
	reg_close(s->reg);
	for (long at = 4096; at < st.st_size; at += 4096)
		spoil(s->path, at, 0xA5);
	s->reg = NULL;
	reopen(s);
	if (s->reg) {
		assert_false(reg_check(s->reg, NULL, s->diag));
		reg_close(s->reg);
		s->reg = NULL;
	}
	assert_non_null(strstr(message(s->diag, "REGISTERDEFEKT"), "wiederherstellen"));
	diag_free(s->diag);
	s->diag = diag_new();
	assert_true(reg_restore(in_dir(s, "sicherung.db"), s->path, s->diag));
	assert_true(file_exists(in_dir(s, "register.db.vorher-1")));
	reopen(s);
	assert_true(reg_check(s->reg, NULL, s->diag));
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 300);
	nothing_told(s);
}

/* One broken page elsewhere: what was given after the backup is taken over from the damaged file. */
static void salvaged(void **state)
{
	struct set *s = *state;
	fill(s);
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	assert_string_equal(number(s, "danach", NULL), "2023/0301");
	assert_true(reg_event(s->reg, reg_key("probe", "danach"), REG_FREIGEGEBEN, 1, NULL, s->diag));
	long page = (long)value(s, "SELECT rootpage FROM sqlite_schema WHERE name = 'volltext'");
	reg_close(s->reg);
	s->reg = NULL;
	spoil(s->path, (page - 1) * 4096, 0);
	nothing_told(s);
	assert_true(reg_restore(in_dir(s, "sicherung.db"), s->path, s->diag));
	assert_non_null(strstr(message(s->diag, "SICHERUNG"), "2 Einträge sind"));
	reopen(s);
	assert_true(reg_check(s->reg, NULL, s->diag));
	assert_string_equal(number(s, "danach", NULL), "2023/0301");
	assert_true(reg_has_event(s->reg, reg_key("probe", "danach"), REG_FREIGEGEBEN, NULL));
	nothing_told(s);
}

/* Any one page: never a crash, never silently less numbers. */
static void one_page(void **state)
{
	struct set *s = *state;
	struct stat st;
	struct buf whole = {0};
	fill(s);
	reg_close(s->reg);
	s->reg = NULL;
	assert_true(file_read(&whole, s->path, s->diag));
	stat(s->path, &st);
	for (long at = 0; at < st.st_size; at += 4096 * 3) {
		FILE *f = fopen(s->path, "w");
		fwrite(whole.data, 1, whole.len, f);
		fclose(f);
		spoil(s->path, at, at % 8192 ? 0 : 0xFF);
		reopen(s);
		bool ok = s->reg && reg_check(s->reg, NULL, s->diag);
		if (ok && value(s, "SELECT count(*) FROM nummer") != 300)
			fail_msg("page at %ld", at);
		if (!ok && !told(s->diag, "REGISTERDEFEKT"))
			fail_msg("page at %ld: %s", at, message(s->diag, "REGISTER"));
		reg_close(s->reg);
		s->reg = NULL;
	}
	buf_free(&whole);
}

/* For root no file is read-only: a child gives its rights away. */
static void read_only(void **state)
{
	struct set *s = *state;
	struct found f;
	int status;
	put_paper(s, "a", "Titel", "2023-05-31", DOC_ENTSCHEIDUNG, "Text");
	reg_close(s->reg);
	s->reg = NULL;
	chmod(s->path, 0444);
	chmod(s->dir, 0555);
	pid_t pid = fork();
	if (!pid) {
		if (!geteuid() && setuid(65534) < 0)
			_exit(9);
		if (reg_open(s->path, true, s->diag) || !told(s->diag, "REGISTERSCHREIBEN"))
			_exit(1);
		if (reg_open(file_join(s->mem, s->dir, "neu.db"), true, s->diag))
			_exit(2);
		s->reg = reg_open(s->path, false, s->diag);
		int bad = !s->reg ? 3 : hits(s, "Text", &f) != 1 ? 4 : !reg_check(s->reg, NULL, s->diag) ? 5 : 0;
		reg_close(s->reg);
		_exit(bad);
	}
	waitpid(pid, &status, 0);
	chmod(s->dir, 0755);
	assert_int_equal(status, 0);
}

static void full(struct set *s)
{
	bool ok = true;
	int64_t before = value(s, "SELECT count(*) FROM papier");
	assert_true(reg_begin(s->reg, s->diag));
	for (int i = 0; ok && i < 200000; i++)
		ok = put_paper(s, mem_fmt(s->mem, "voll-%04d", i), "Titel", "2023-05-31", DOC_ENTSCHEIDUNG, "Text");
	/* SQLite may have rolled back by itself: nothing may follow outside of the transaction */
	assert_false(put_paper(s, "danach", "Titel", "2023-05-31", DOC_ENTSCHEIDUNG, "Text") &&
		reg_commit(s->reg, s->diag));
	if (!told(s->diag, "REGISTERVOLL"))
		fail_msg("%s", message(s->diag, "REGISTER"));
	reg_rollback(s->reg);
	assert_int_equal(value(s, "SELECT count(*) FROM papier"), before);
}

/* Full inside SQLite, then by a limit of the system for the size of files. */
static void disk_full(void **state)
{
	struct set *s = *state;
	struct rlimit old, small;
	struct stat st;
	fill(s);
	value(s, mem_fmt(s->mem, "PRAGMA max_page_count = %d", (int)value(s, "PRAGMA page_count") + 2));
	full(s);
	reopen(s);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	sqlite3_exec(s->reg->db, "PRAGMA cache_size = 4", NULL, NULL,
		NULL); /* pages reach the file before the commit */
	stat(s->path, &st);
	small = (struct rlimit){(rlim_t)st.st_size + 8192, old.rlim_max};
	setrlimit(RLIMIT_FSIZE, &small);
	full(s);
	setrlimit(RLIMIT_FSIZE, &old);
	reopen(s);
	assert_true(reg_check(s->reg, NULL, s->diag));
	nothing_told(s);
}

static void backup(void **state)
{
	struct set *s = *state;
	fill(s);
	assert_false(reg_backup(s->reg, s->path, s->diag));
	assert_false(reg_backup(s->reg, s->dir, s->diag));
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	assert_true(reg_backup(s->reg, in_dir(s, "sicherung.db"), s->diag));
	number(s, "danach", NULL);
	reg_close(s->reg);
	assert_false(reg_restore(in_dir(s, "sicherung.db"), s->path, s->diag)); /* the register knows more */
	assert_non_null(strstr(message(s->diag, "SICHERUNG"), "Sicherung wäre"));
	diag_free(s->diag);
	s->diag = diag_new();
	assert_true(reg_restore(in_dir(s, "sicherung.db"), in_dir(s, "neu.db"), s->diag)); /* what came after is lost */
	assert_non_null(strstr(message(s->diag, "SICHERUNG"), "weiß dieses Register nicht"));
	diag_free(s->diag);
	s->diag = diag_new();
	assert_true(reg_restore(in_dir(s, "sicherung.db"), in_dir(s, "neu.db"), s->diag));
	assert_true(file_exists(in_dir(s, "neu.db.vorher-1")));
	nothing_told(s);
	assert_false(reg_restore(in_dir(s, "fehlt.db"), s->path, s->diag));
	assert_false(reg_restore(s->path, s->path, s->diag));
	write_file(in_dir(s, "text.db"), "kein Register");
	assert_false(reg_restore(in_dir(s, "text.db"), s->path, s->diag));
	s->reg = reg_open(in_dir(s, "neu.db"), false, s->diag);
	assert_non_null(s->reg);
	assert_int_equal(value(s, "SELECT count(*) FROM nummer"), 300);
}

/* Killed in the middle of a transaction: the next one finds the register as it was. */
static void killed(void **state)
{
	struct set *s = *state;
	fill(s);
	reg_close(s->reg);
	s->reg = NULL;
	for (int round = 0; round < 5; round++) {
		int go[2];
		char c;
		assert_int_equal(pipe(go), 0);
		pid_t pid = fork();
		if (!pid) {
			struct reg *r = reg_open(s->path, true, s->diag);
			s->reg = r;
			sqlite3_exec(r->db, "PRAGMA cache_size = 4", NULL, NULL,
				NULL); /* pages reach the file before the commit */
			reg_begin(r, s->diag);
			for (int i = 0;; i++) {
				number(s, mem_fmt(s->mem, "k%d", i), NULL);
				put_paper(s, mem_fmt(s->mem, "k%d", i), "Titel", "2023-05-31", DOC_ENTSCHEIDUNG,
					"Text");
				if (i == 50 + round * 30 && write(go[1], "x", 1) != 1)
					_exit(1);
			}
		}
		assert_int_equal(read(go[0], &c, 1), 1);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		close(go[0]), close(go[1]);
		s->reg = reg_open(s->path, false, s->diag);
		assert_non_null(s->reg);
		assert_int_equal(value(s, "SELECT max(zaehler) FROM nummer"), 300);
		assert_true(reg_check(s->reg, NULL, s->diag));
		reg_close(s->reg);
		s->reg = NULL;
	}
	nothing_told(s);
}

static void codes_once(void **state)
{
	(void)state;
	for (const struct diag_code *a = reg_codes; a->code; a++) {
		assert_true(strlen(a->title) > 10 && strlen(a->text) > 40);
		for (const struct diag_code *b = a + 1; b->code; b++)
			assert_string_not_equal(a->code, b->code);
	}
}

/* Another file comes in its place before the end: nothing of what was entered would be in it. */
static void moved_meanwhile(void **state)
{
	struct set *s = *state;
	assert_true(reg_begin(s->reg, s->diag));
	assert_true(reg_event(s->reg, reg_key("probe", "x"), REG_FREIGEGEBEN, 1, NULL, s->diag));
	assert_int_equal(rename(s->path, in_dir(s, "anderswo.db")), 0);
	fclose(fopen(s->path, "w"));
	assert_false(reg_commit(s->reg, s->diag));
	assert_non_null(strstr(message(s->diag, "REGISTER"), "ist entfernt oder ersetzt worden"));
	assert_false(reg_has_event(s->reg, reg_key("probe", "x"), REG_FREIGEGEBEN, NULL));
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(is_busy),
		T(beside_itself),
		T(busy_reader),
		T(unused),
		T(gone_meanwhile),
		T(not_in_wal),
		T(foreign_files),
		T(corrupted),
		T(salvaged),
		T(one_page),
		T(read_only),
		T(disk_full),
		T(backup),
		T(killed),
		T(moved_meanwhile),
		T(codes_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
