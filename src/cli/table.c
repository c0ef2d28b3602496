/* table.c: rows of the register as an aligned table or as JSON. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#include "base/u8.h"
#include "cli/print.h"

struct cmd_table {
	struct mem *mem;
	cJSON *json;                                   /* NULL: for people */
	const char **cells;                            /* of the rows not printed yet: one head, then the rows */
	size_t n, cap;
	int ncols;
	bool any;
};

struct cmd_table *cmd_table_new(bool json)
{
	struct mem *m = mem_new();
	struct cmd_table *t = MEM_NEW(m, struct cmd_table);
	*t = (struct cmd_table){.mem = m, .json = json ? cJSON_CreateArray() : NULL};
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

static void put_cell(const char *s, size_t width, bool last)
{
	size_t n = u8_count(s, strlen(s));
	fputs(s, stdout);
	for (; !last && n < width + 2; n++)
		putchar(' ');
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
	if (t->n != 2 * n || all < 100)
		return false;
	for (size_t i = 0; i < n; i++)
		if (*t->cells[n + i]) {
			put_cell(t->cells[i], wide, false);
			puts(t->cells[n + i]);
		}
	t->n = 0;
	return true;
}

static void print_cells(struct cmd_table *t)
{
	size_t *width = MEM_ARRAY(t->mem, size_t, t->ncols + 1);
	if (t->n == 2 * (size_t)t->ncols && print_upright(t))
		return;
	for (size_t i = 0; i < t->n; i++) {
		size_t n = u8_count(t->cells[i], strlen(t->cells[i])), *w = &width[i % (size_t)t->ncols];
		*w = n > *w ? n : *w;
	}
	for (size_t i = 0; i < t->n; i++) {
		size_t col = i % (size_t)t->ncols, last = (size_t)t->ncols - 1;
		while (last > col && !*t->cells[i - col + last])
			last--;                        /* no blanks at the end of a line */
		if (col <= last)
			put_cell(t->cells[i], width[col], col == last);
		if (col == (size_t)t->ncols - 1)
			putchar('\n');
	}
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

void cmd_table_row(void *arg, int ncols, const char *const *names, const char *const *values)
{
	struct cmd_table *t = arg;
	if (t->json) {
		add_json(t, ncols, names, values);
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

void cmd_table_end(struct cmd_table *t, const char *nothing)
{
	if (t->json) {
		cmd_print_json(t->json);
	} else if (t->n) {
		print_cells(t);
	} else if (nothing && !t->any) {
		puts(nothing);
	}
	mem_free(t->mem);
}
