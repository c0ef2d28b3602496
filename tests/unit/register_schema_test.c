/* register_schema_test.c: tables and statements: steps that were given out stay as they are, a register of each earlier
 * version is taken over whole or not at all, values fit their statements. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "register/sample.h"

/* ---- steps ---- */

/* SHA-256 of each step; a new one is added below, none is ever changed. */
static const char *const given_out[] = {
	"3eb3e50e5f3966a37df69f257631f0923781455a7eeaf71486fc89c1fdd011af",
	"d195073f32aa836f04b440e16d108f9678b18aa1ad33bee6dafb969374696566",
	"2c45c286ee0bd078a3ef6761660d344a248e9d5bc626e6f6f1de224c1094d929",
	"3cb6450c413aa09a6f4246b2e031ac228e99ff7044ee72ed27860af14c055bda",
	"1c9a307c7da7e29f8271fad21c9655a31267f7340372b6bdfb28f0a53b08ffe7",
	"f3fdb4af332b7a3a27aa26ae645291a5365370b5a935e9f1652bbb807e49e556",
	"a79ac36cd7f0a4b118ec153c4ca13f92f85f766dd4c2e5a256ece2c7f59c654d",
	"db28f54da13c7dc2fa0906dadfe81f48ce0ac931b3a7ad986789a92b9ac7df8a",
	"d541b47693d25df3cec35e99385e8d9be2c61ee1c13e3e65a6b269aafb11587d",
	"d7ad0f5b9015ed168b8b9d642ab49b17858035585813572338d5cc10aeacc4e1",
	"51c1a591915ccf5a073edf05704fe242b4244680f20ee8c06f6e0335ba8f8236",
	"4ab05c125461074be60e31f45d496157861ea507500e74806cb270d729e341fa",
	"d326608ce02ed55286b30479aa1f6fd4ee62769463445243c4710ee5345900a7",
	"772fbcb739302669dea548dad7ef12970dc569763b42eadc6be948400443a174",
	"d9ab8321ec8f8a7ceffe8c06ee5ebcb6b5f82dbe9660a39b9adac278b9b23d3d",
	"de5fb783f07fc1650e5348165908465296a06dbe9cf19c6ad56cc323f5b89f22",
	"f4d4c26dd8e94ed5d78d34fa5b18553a64d7328f832483ee789180d1779943b8",
	"a98bdd1f776cd3dd4ece2bb9827da1ea1c1fbe82e14775e49b500214b5078f8c",
	"496f1be8ab72891f6fb45aad04c3c3eec245d5e30e1622d8a4043d3efd05099e",
	"c34bbe3295222d9c026368048ce186de5ee28b0f1a960267e98f6a094ddc025f",
	"49038623f7401ba6a15ad2cdb419a3fd8be5a7e3680bc23de8174557d353016f",
	"6fe6a884bb1a5c78f527179fba3144d6000d96a6788e38e740a55513b604caa8",
	"c83f48d2fb9b75d87dd72318f213b9c23728f42258b004198637baf5909ceb0e",
};

static void steps_stay(void **state)
{
	(void)state;
	assert_int_equal(reg_version(), sizeof given_out / sizeof *given_out);
	for (int i = 0; i < reg_version(); i++) {
		uint8_t sum[HASH_SHA256];
		char hex[2 * HASH_SHA256 + 1];
		hash_sha256(reg_steps[i], strlen(reg_steps[i]), sum);
		hash_hex(sum, sizeof sum, hex);
		assert_string_equal(hex, given_out[i]);
	}
}

/* ---- earlier versions ---- */

/* A stored register of that version in the folder, with the file it issued. */
static const char *stored(struct set *s, int version)
{
	const char *path = in_dir(s, "alt.db");
	struct buf sql = {0};
	sqlite3 *db;
	char *error = NULL;
	unlink(path);
	assert_true(file_read(&sql, mem_fmt(s->mem, "tests/unit/register/stand-%d.sql", version), s->diag));
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql.data, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("stand-%d.sql: %s", version, error);
	sqlite3_close(db);
	buf_free(&sql);
	write_file(in_dir(s, "a.pdf"), "eins");
	return path;
}

/* Every row of every table that the stored register has, by the columns it has. */
static const char *rows(struct set *s, const char *path, const char *stored_at)
{
	sqlite3 *db, *old;
	struct buf b = {0};
	sqlite3_stmt *tables, *st;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_open(stored_at, &old), SQLITE_OK);
	sqlite3_prepare_v2(old,
		"SELECT t.name, group_concat('quote(' || c.name || ')', ' || ' || quote('|') || ' || ')"
		" FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"
		" AND t.name NOT LIKE 'suche%' AND t.name <> 'oparl_offen' GROUP BY t.name ORDER BY t.name",
		-1, &tables, NULL);
	while (sqlite3_step(tables) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(tables, 0);
		sqlite3_prepare_v2(db, mem_fmt(s->mem, "SELECT %s FROM %s", sqlite3_column_text(tables, 1), name), -1,
			&st, NULL);
		while (sqlite3_step(st) == SQLITE_ROW)
			buf_fmt(&b, "%s: %s\n", name, sqlite3_column_text(st, 0));
		sqlite3_finalize(st);
	}
	sqlite3_finalize(tables);
	sqlite3_close(old);
	sqlite3_close(db);
	return buf_take(&b, s->mem);
}

static const char *schema(struct set *s, sqlite3 *db)
{
	struct buf b = {0};
	sqlite3_stmt *st;
	sqlite3_prepare_v2(db, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", -1, &st, NULL);
	while (sqlite3_step(st) == SQLITE_ROW)
		buf_fmt(&b, "%s %s %s\n", sqlite3_column_text(st, 0), sqlite3_column_text(st, 1),
			sqlite3_column_text(st, 2));
	sqlite3_finalize(st);
	return buf_take(&b, s->mem);
}

/* Minutes that an earlier program issued as files of their session: which files hold them, and which of their public
 * items. */
static void earlier_minutes(void **state)
{
	struct set *s = *state;
	sqlite3 *db;
	const char *path = stored(s, 17);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "DELETE FROM oparl_offen;"
		"INSERT INTO niederschrift (ort, id, sitzung, gremium, datum, unterschrieben, pfad, sha256)"
		" VALUES ('probe', 'n', 's', 'rat', '2023-05-31', 1, 'n.xml', x'00');"
		"INSERT INTO gefasst (ort, niederschrift, pos, sitzung, punkt, titel, oeffentlich)"
		" VALUES ('probe', 'n', 0, 's', 'a', 'T', 1), ('probe', 'n', 1, 's', 'b', 'T', 1),"
		" ('probe', 'n', 2, 's', 'innen', 'T', 0);"
		"INSERT INTO ausgegeben SELECT (SELECT max(lfd) FROM ausgegeben) + column1, 'probe', 's', column2, 'x',"
		" zeroblob(32), zeroblob(64), zeroblob(32), zeroblob(32), zeroblob(32), 1, 1, column3, 'r', 1"
		" FROM (VALUES"
		" (1, 'niederschrift', 1), (2, 'auszug-a', 1), (3, 'mappe', 1), (4, 'niederschrift-intern', 0),"
		" (5, 'auszug-innen', 0))", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	reg_close(s->reg);
	s->reg = reg_open(path, true, s->diag);
	assert_non_null(s->reg);
	assert_int_equal(value(s, "SELECT count(*) FROM enthaelt WHERE objekt = 'n'"), 5);
	assert_int_equal(value(s, "SELECT count(*) FROM enthaelt h JOIN ausgegeben a ON a.lfd = h.ausgegeben"
		" WHERE h.objekt = 'n' AND a.art = 'niederschrift' AND teil IN ('', 'a', 'b')"), 3);
	assert_int_equal(value(s, "SELECT count(*) FROM enthaelt h JOIN ausgegeben a ON a.lfd = h.ausgegeben"
		" WHERE h.objekt = 'n' AND a.art = 'auszug-a' AND teil IN ('', 'a')"), 2);
}

static void earlier_versions(void **state)
{
	struct set *s = *state;
	struct found f;
	const char *as_new = schema(s, s->reg->db);
	for (int v = 1; v < reg_version(); v++) {
		const char *path = stored(s, v), *kept = mem_fmt(s->mem, "%s.stand-%d", path, v);
		const char *before = rows(s, path, path);
		reg_close(s->reg);
		s->reg = reg_open(path, v % 2, s->diag); /* by writers and by readers */
		assert_non_null(s->reg);
		assert_int_equal(value(s, "PRAGMA user_version"), reg_version());
		assert_string_equal(schema(s, s->reg->db), as_new);
		assert_string_equal(rows(s, kept, kept), before);
		assert_string_equal(rows(s, path, kept), before);
		assert_non_null(strstr(message(s->diag, "REGISTERSTAND"), mem_fmt(s->mem, "alt.db.stand-%d", v)));
		assert_true(reg_check(s->reg, NULL, s->diag));
		assert_int_equal(hits(s, "baum", &f), 1);
		assert_int_equal(value(s, "SELECT count(*) FROM papier_oeffentlich WHERE id = 'offen'"), 1);
		assert_int_equal(value(s, "SELECT count(*) FROM papier_oeffentlich"), 1);
		assert_int_equal(diag_status(s->diag), 0);
		diag_free(s->diag);
		s->diag = diag_new();
		reg_close(s->reg);
		s->reg = reg_open(path, true, s->diag);
		assert_string_equal(number(s, "neu", NULL), "2023/0003");
		assert_false(file_exists(mem_fmt(s->mem, "%s-2", kept)));
		nothing_told(s);
	}
}

static void copies_are_numbered(void **state)
{
	struct set *s = *state;
	for (int i = 0; i < 2; i++) {
		const char *path = stored(s, 2);
		reg_close(s->reg);
		s->reg = reg_open(path, true, s->diag);
		assert_non_null(s->reg);
	}
	assert_true(file_exists(in_dir(s, "alt.db.stand-2")));
	assert_true(file_exists(in_dir(s, "alt.db.stand-2-2")));
}

static int64_t asked(const char *path, const char *sql)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	int64_t n = reg_ask(db, sql);
	sqlite3_close(db);
	return n;
}

/* No copy, no change; a step that fails takes those before it back, and the copy. */
static void whole_or_not_at_all(void **state)
{
	struct set *s = *state;
	const char *path = stored(s, 1), *kept = mem_fmt(s->mem, "%s.stand-1", path);
	const char *blocked = file_beside(s->mem, kept, mem_fmt(s->mem, "neu-%ld", (long)getpid()));
	const char *before = rows(s, path, path);
	mkdir(blocked, 0700);
	assert_null(reg_open(path, true, s->diag));
	assert_true(diag_status(s->diag) == 3);
	assert_int_equal(asked(path, "PRAGMA user_version"), 1);
	rmdir(blocked);
	asked(path, "CREATE VIEW papier_oeffentlich AS SELECT 1");
	assert_null(reg_open(path, true, s->diag));
	assert_int_equal(asked(path, "PRAGMA user_version"), 1);
	assert_int_equal(asked(path, "SELECT count(*) FROM sqlite_schema WHERE name IN ('kennzahl', 'oparl')"), 0);
	assert_string_equal(rows(s, path, path), before);
	assert_false(file_exists(in_dir(s, "alt.db.stand-1")));
	assert_false(told(s->diag, "REGISTERSTAND"));
	asked(path, "DROP VIEW papier_oeffentlich");
	struct reg *r = reg_open(path, true, s->diag);
	assert_non_null(r);
	reg_close(r);
}

static void taken_over_once(void **state)
{
	struct set *s = *state;
	const char *path = stored(s, 1);
	pid_t pid[4];
	for (int i = 0; i < 4; i++)
		if (!(pid[i] = fork())) {
			struct diag *d = diag_new();
			struct reg *r = reg_open(path, i % 2, d);
			_exit(!r || reg_ask(r->db, "PRAGMA user_version") != reg_version());
		}
	for (int i = 0; i < 4; i++) {
		int status;
		waitpid(pid[i], &status, 0);
		assert_int_equal(status, 0);
	}
	assert_true(file_exists(in_dir(s, "alt.db.stand-1")));
	assert_false(file_exists(in_dir(s, "alt.db.stand-1-2")));
}

/* A server changes nothing: it says what to do. */
static void reader_of_an_earlier_version(void **state)
{
	struct set *s = *state;
	const char *path = stored(s, 2);
	assert_null(reg_open_reader(path, s->diag));
	assert_non_null(strstr(message(s->diag, "REGISTERSTAND"), "register pruefen"));
	assert_int_equal(asked(path, "PRAGMA user_version"), 2);
	assert_false(file_exists(in_dir(s, "alt.db.stand-2")));
}

static void newer_program(void **state)
{
	struct set *s = *state;
	assert_non_null(number(s, "a", NULL));
	reg_exec(s->reg, s->diag, "PRAGMA user_version = 99");
	reopen(s);
	assert_null(s->reg);
	assert_true(told(s->diag, "REGISTERNEU"));
}

/* A damaged register of this version, and a backup of an earlier one: what was given since is taken over. */
static void backup_of_an_earlier_version(void **state)
{
	struct set *s = *state;
	const char *path = stored(s, 2), *backup = in_dir(s, "sicherung.db");
	struct buf b = {0};
	assert_true(file_read(&b, path, s->diag));
	FILE *f = fopen(backup, "w");
	fwrite(b.data, 1, b.len, f);
	fclose(f);
	buf_free(&b);
	reg_close(s->reg);
	s->reg = reg_open(path, true, s->diag);
	assert_string_equal(number(s, "danach", NULL), "2023/0003");
	long page = (long)value(s, "SELECT rootpage FROM sqlite_schema WHERE name = 'volltext'");
	reg_close(s->reg);
	s->reg = NULL;
	spoil(path, (page - 1) * 4096, 0);
	assert_true(reg_restore(backup, path, s->diag));
	s->reg = reg_open(path, true, s->diag);
	assert_non_null(s->reg);
	assert_string_equal(number(s, "danach", NULL), "2023/0003");
	assert_null(number(s, "noch-eins", NULL));
	assert_true(reg_numbers_settled(s->reg, "probe", s->diag));
	assert_string_equal(number(s, "noch-eins", NULL), "2023/0004");
}

/* ---- values ---- */

static bool ends_the_program(struct set *s, void (*fn)(struct set *))
{
	int status;
	pid_t pid = fork();
	if (!pid) {
		struct rlimit none = {0, 0};
		setrlimit(RLIMIT_CORE, &none);
		signal(SIGABRT, SIG_DFL);
		if (!freopen("/dev/null", "w", stderr))
			_exit(1);
		fn(s);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void fitting(struct set *s)
{
	reg_bind(s->reg, s->diag, REG_SQL_NUMMER_PLATZ, VAL(papier, "a"), VAL(ort, "probe"));
}

static void missing(struct set *s)
{
	reg_bind(s->reg, s->diag, REG_SQL_NUMMER_PLATZ, VAL(ort, "probe"));
}

static void unknown(struct set *s)
{
	reg_bind(s->reg, s->diag, REG_SQL_NUMMER_PLATZ, VAL(ort, "probe"), VAL(paper, "a"));
}

static void twice(struct set *s)
{
	reg_bind(s->reg, s->diag, REG_SQL_NUMMER_PLATZ, VAL(ort, "probe"), VAL(ort, "a"));
}

static void no_column(struct set *s)
{
	sqlite3_stmt *st = reg_bind(s->reg, s->diag, REG_SQL_NUMMER_PLATZ, VAL(ort, "probe"), VAL(papier, "a"));
	reg_number_in(st, "paper");
}

static void values_fit(void **state)
{
	struct set *s = *state;
	assert_false(ends_the_program(s, fitting));
	assert_true(ends_the_program(s, missing));
	assert_true(ends_the_program(s, unknown));
	assert_true(ends_the_program(s, twice));
	assert_true(ends_the_program(s, no_column));
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(steps_stay),
		T(earlier_versions),
		T(earlier_minutes),
		T(copies_are_numbered),
		T(whole_or_not_at_all),
		T(taken_over_once),
		T(reader_of_an_earlier_version),
		T(newer_program),
		T(backup_of_an_earlier_version),
		T(values_fit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
