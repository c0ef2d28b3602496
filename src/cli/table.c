/* table.c: rows of the register as an aligned table or as JSON. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#include "base/esc.h"
#include "base/u8.h"
#include "cli/command.h"
#include "cli/print.h"

enum { LEAST = 10 };                                   /* of a column that had to give way */

struct cmd_table {
	struct mem *mem;
	cJSON *json;                                   /* NULL: for people */
	const char **cells;                            /* of the rows not printed yet: one head, then the rows */
	size_t n, cap;
	int ncols;
	bool wide;                                     /* all of it, however long the lines get */
	bool csv;
	struct buf text;                               /* of a CSV file */
	bool any;
};

struct cmd_table *cmd_table_new(enum cmd_form form)
{
	struct mem *m = mem_new();
	struct cmd_table *t = MEM_NEW(m, struct cmd_table);
	*t = (struct cmd_table){.mem = m,
		.json = form == CMD_AS_JSON ? cJSON_CreateArray() : NULL,
		.csv = form == CMD_AS_CSV,
		.wide = form == CMD_WIDE};
	return t;
}

static void add_json(struct cmd_table *t, int ncols, const char *const *names, const char *const *values)
{
	cJSON *o = cJSON_CreateObject();
	for (int i = 0; i < ncols; i++)
		if (values[i])
			cJSON_AddStringToObject(o, names[i], values[i]);
	cJSON_AddItemToArray(t->json, o);
}

/* Of a digest people need the beginning. */
static const char *shown(struct cmd_table *t, const char *s)
{
	size_t n = strlen(s);
	if (n >= 64 && strspn(s, "0123456789abcdef") == n)
		return mem_fmt(t->mem, "%.12s…", s);
	return mem_dup(t->mem, s);
}

static void add_cells(struct cmd_table *t, const char *const *cells)
{
	for (int i = 0; i < t->ncols; i++) {
		MEM_ROOM_IN(t->mem, t->cells, t->n, t->cap);
		t->cells[t->n++] = shown(t, cells[i] ? cells[i] : "");
	}
}

/* What is longer than its column ends in "…". */
static void put_cell(const char *s, size_t width, bool last)
{
	size_t n = u8_count(s, strlen(s)), bytes = strlen(s);
	if (n > width)
		for (bytes = 0, n = 0; n + 1 < width; n++)
			for (bytes++; ((unsigned char)s[bytes] & 0xC0) == 0x80;)
				bytes++;
	else
		width = width > n ? width : n;
	printf("%.*s%s", (int)bytes, s, s[bytes] ? "…" : "");
	for (n += s[bytes] != '\0'; !last && n < width + 2; n++)
		putchar(' ');
}

/* The widest columns give way until a line fits; no column gets narrower than LEAST. */
static bool narrow(size_t *width, size_t n)
{
	bool cut = false;
	for (;;) {
		size_t all = 2 * (n - 1), most = 0;
		for (size_t i = 0; i < n; i++) {
			all += width[i];
			most = width[i] > width[most] ? i : most;
		}
		if (all <= CMD_COLUMNS || width[most] <= LEAST)
			return cut;
		width[most]--;
		cut = true;
	}
}

/* So many columns fit, each LEAST wide at least. */
static size_t fitting(const size_t *width, size_t n)
{
	size_t all = 0, k = 0;
	for (; k < n; k++) {
		all += (width[k] < LEAST ? width[k] : LEAST) + (k ? 2 : 0);
		if (k && all > CMD_COLUMNS)
			break;
	}
	return k;
}

/* One row that is too wide for a line: a line for each cell. */
static bool print_upright(struct cmd_table *t)
{
	size_t all = 0, n = (size_t)t->ncols, wide = 0;
	for (size_t i = 0; i < n; i++) {
		size_t name = u8_count(t->cells[i], strlen(t->cells[i]));
		all += u8_count(t->cells[n + i], strlen(t->cells[n + i])) + 2;
		wide = name > wide ? name : wide;
	}
	if (t->n != 2 * n || all <= CMD_COLUMNS)
		return false;
	for (size_t i = 0; i < n; i++)
		if (*t->cells[n + i]) {
			put_cell(t->cells[i], wide, false);
			if (t->wide)
				puts(t->cells[n + i]);
			else
				cmd_wrap(stdout, t->cells[n + i], wide + 2, wide + 2);
		}
	t->n = 0;
	return true;
}

/* The names of columns are those of JSON; people read them as they are spelt. */
static const char *spelt(const char *name)
{
	static const struct { const char *ascii, *german; } all[] = {{"oeffentlich", "öffentlich"},
		{"jaehrlich", "jährlich"}, {"massgeblich", "maßgeblich"}, {"groesse", "größe"},
		{"prioritaet", "priorität"}, {"zurueckgezogen", "zurückgezogen"}, {"schluessel", "schlüssel"},
		{"federfuehrung", "federführung"}};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!strcmp(name, all[i].ascii))
			return all[i].german;
	return name;
}

static void print_cells(struct cmd_table *t)
{
	for (int i = 0; i < t->ncols; i++)
		t->cells[i] = spelt(t->cells[i]);
	size_t *width = MEM_ARRAY(t->mem, size_t, t->ncols + 1);
	if (t->n == 2 * (size_t)t->ncols && print_upright(t))
		return;
	for (size_t i = 0; i < t->n; i++) {
		size_t n = u8_count(t->cells[i], strlen(t->cells[i])), *w = &width[i % (size_t)t->ncols];
		*w = n > *w ? n : *w;
	}
	size_t n = (size_t)t->ncols, shown = t->wide ? n : fitting(width, n);
	bool cut = !t->wide && narrow(width, shown);
	for (size_t i = 0; i < t->n; i++) {
		size_t col = i % n, last = shown - 1;
		while (last > col && !*t->cells[i - col + last])
			last--;                        /* no blanks at the end of a line */
		if (col <= last && col < shown)
			put_cell(t->cells[i], width[col], col == last);
		if (col == n - 1)
			putchar('\n');
	}
	if (cut || shown < n)
		cmd_wrap(stdout, "(gekürzt; alles zeigen --breit und --json)", 0, 0);
	t->n = 0;
}

static bool same_head(const struct cmd_table *t, int ncols, const char *const *names)
{
	if (!t->n || t->ncols != ncols)
		return false;
	for (int i = 0; i < ncols; i++)
		if (strcmp(t->cells[i], names[i]))
			return false;
	return true;
}

/* One head, then the rows: for a spreadsheet. */
static void add_csv(struct cmd_table *t, int ncols, const char *const *names, const char *const *values)
{
	for (int i = 0; !t->any && i < ncols; i++)
		esc_csv(&t->text, names[i]);
	buf_str(&t->text, t->any ? "" : "\r\n");
	for (int i = 0; i < ncols; i++)
		esc_csv(&t->text, values[i] ? values[i] : "");
	buf_str(&t->text, "\r\n");
	t->any = true;
}

void cmd_table_row(void *arg, int ncols, const char *const *names, const char *const *values)
{
	struct cmd_table *t = arg;
	if (t->json) {
		add_json(t, ncols, names, values);
		return;
	}
	if (t->csv) {
		add_csv(t, ncols, names, values);
		return;
	}
	if (!same_head(t, ncols, names)) {
		if (t->n) {
			print_cells(t);
			putchar('\n');
		}
		t->ncols = ncols;
		add_cells(t, names);
	}
	add_cells(t, values);
	t->any = true;
}

void cmd_table_end(struct cmd_table *t, const char *nothing, const struct diag *d)
{
	if (diag_status(d) == CMD_SYSTEM) {
		cJSON_Delete(t->json);
		buf_free(&t->text);
	} else if (t->json) {
		cmd_print_json(t->json);
	} else if (t->csv) {
		cmd_print(&t->text);
		buf_free(&t->text);
	} else if (t->n) {
		print_cells(t);
	} else if (nothing && !t->any) {
		puts(nothing);
	}
	mem_free(t->mem);
}
