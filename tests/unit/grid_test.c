/* grid_test.c: where cells of an author's table stand, and what is told of tables that are not regular. The documents
 * of tests/pruefung/tabelle*.xml show the messages; here are the places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "model/grid.h"

/* A table by letters: "h" a head row, "r" a row, "g" a group row; then cells as columns x rows, "12" one column and two
 * rows. */
static struct doc_node *element(struct mem *m, struct doc_node *in, enum doc_kind kind)
{
	struct doc_node *n = MEM_NEW(m, struct doc_node);
	n->kind = (uint16_t)kind;
	n->parent = in;
	if (in)
		*(in->last ? &in->last->next : &in->first) = n, in->last = n;
	return n;
}

static void cell(struct mem *m, struct doc_node *row, char cols, char rows)
{
	struct doc_av *a = MEM_ARRAY(m, struct doc_av, 2);
	struct doc_node *n = element(m, row, DOC_ZELLE);
	a[0] = (struct doc_av){DOC_A_SPALTEN, mem_fmt(m, "%c", cols)};
	a[1] = (struct doc_av){DOC_A_ZEILEN, mem_fmt(m, "%c", rows)};
	n->attrs = a;
	n->nattrs = 2;
}

static struct doc_grid *grid(struct mem *m, int columns, const char *rows)
{
	struct doc_node *t = element(m, NULL, DOC_TABELLE), *row = NULL;
	for (int i = 0; i < columns; i++)
		element(m, t, DOC_SPALTE);
	for (const char *p = rows; *p; p++)
		if (*p == 'h' || *p == 'r' || *p == 'g')
			row = element(m, t, *p == 'h' ? DOC_KOPFZEILE : *p == 'r' ? DOC_ZEILE : DOC_GRUPPE);
		else if (*p != ' ')
			cell(m, row, p[0], p[1]), p++;
	return doc_grid(m, t);
}

static void places(void **state)
{
	struct mem *m = mem_new();
	struct doc_grid *g = grid(m, 3, "h 11 21 r 12 11 11 r 21");
	(void)state;
	assert_int_equal(g->nfaults, 0);
	assert_int_equal(g->ncells, 6);
	static const int want[][3] = {{0, 1, 1}, {1, 2, 1}, {0, 1, 2}, {1, 1, 1}, {2, 1, 1}, {1, 2, 1}};
	for (size_t i = 0; i < g->ncells; i++) {
		assert_int_equal(g->cells[i].col, want[i][0]);
		assert_int_equal(g->cells[i].cols, want[i][1]);
		assert_int_equal(g->cells[i].rows, want[i][2]);
	}
	mem_free(m);
}

static void faults(void **state)
{
	static const struct { const char *rows; int n; enum doc_grid_fault_kind kind; int is, want; } cases[] = {
		{"h 11 11 11 r 11 11", 1, DOC_GRID_FEW, 2, 3},
		{"h 11 11 11 r 11 11 11 11", 1, DOC_GRID_MANY, 0, 3},
		{"h 11 11 11 r 11 31", 1, DOC_GRID_WIDE, 3, 2},
		{"h 11 11 11 r 15 11 11 r 11 11", 1, DOC_GRID_DEEP, 5, 2},
		{"h 12 11 11 r 11 11 11", 1, DOC_GRID_DEEP, 2, 1},
		{"h 11 11 11 r 11 12 11 r 21 11", 1, DOC_GRID_OVER, 0, 0},
		{"h 11 11 11 r 12 11 11 g r 11 11 11", 1, DOC_GRID_DEEP, 2, 1},
		{"h 11 11 11 r 12 12 12 r 11", 1, DOC_GRID_MANY, 0, 3},
		{"h 11 11 11 r 13 11 11 r 11 11 r 11 11 g r 31", 0, 0, 0, 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct mem *m = mem_new();
		struct doc_grid *g = grid(m, 3, cases[i].rows);
		assert_int_equal(g->nfaults, cases[i].n);
		if (g->nfaults) {
			assert_int_equal(g->faults->kind, cases[i].kind);
			assert_int_equal(g->faults->is, cases[i].is);
			assert_int_equal(g->faults->want, cases[i].want);
		}
		mem_free(m);
	}
}

static void breadth(void **state)
{
	struct mem *m = mem_new();
	struct doc_grid *g = grid(m, DOC_GRID_COLUMNS + 1, "h 11 r 11");
	(void)state;
	assert_int_equal(g->nfaults, 1);
	assert_int_equal(g->faults->kind, DOC_GRID_BREADTH);
	mem_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places), cmocka_unit_test(faults), cmocka_unit_test(breadth)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
