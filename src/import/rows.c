/* rows.c: a file of others as rows and paragraphs, its meaning left to others: forms that were filled in. */
#include <string.h>

#include "import/import.h"
#include "import/read.h"

enum { COLUMNS = 64 };

struct reading { struct mem *mem; struct imp_rows *rows; int tables; };

static struct imp_row *add(struct reading *r, int table, int line, int cells)
{
	MEM_ROOM_IN(r->mem, r->rows->at, r->rows->n, r->rows->cap);
	struct imp_row *row = &r->rows->at[r->rows->n++];
	*row = (struct imp_row){.table = table, .line = line};
	row->cell = MEM_ARRAY(r->mem, const char *, cells);
	return row;
}

static const char *plain(struct reading *r, const struct imp_node *n)
{
	struct buf b = {0};
	imp_plain(n, &b);
	while (b.len && b.data[b.len - 1] == '\n')
		b.data[--b.len] = '\0';
	return buf_take(&b, r->mem);
}

/* Comments and notes stand amid text: each is a row of its own. */
static void comments(struct reading *r, const struct imp_node *top)
{
	for (const struct imp_node *n = imp_after(top, top); n; n = imp_after(n, top)) {
		if (n->kind != IMP_COMMENT && n->kind != IMP_NOTE)
			continue;
		struct imp_row *row = add(r, 0, n->line ? n->line : top->line, 1);
		row->comment = true;
		row->cell[row->n++] = plain(r, n);
	}
}

static void row_of(struct reading *r, const struct imp_node *row, int table)
{
	struct imp_row *to = add(r, table, row->line ? row->line : row->parent->line, COLUMNS);
	for (const struct imp_node *c = row->first; c; c = c->next) {
		if (c->kind != IMP_CELL)
			continue;
		if (to->n < COLUMNS)
			to->cell[to->n++] = plain(r, c);
		for (int i = 1; i < c->cols && to->n < COLUMNS; i++)
			to->cell[to->n++] = "";
	}
	comments(r, row);
}

static void blocks(struct reading *r, const struct imp_node *top)
{
	for (const struct imp_node *n = top->first; n; n = n->next) {
		if (n->kind == IMP_TABLE) {
			const int table = ++r->tables;
			for (const struct imp_node *row = n->first; row; row = row->next)
				if (row->kind == IMP_ROW)
					row_of(r, row, table);
		} else if (n->kind == IMP_ITEM || n->kind == IMP_QUOTE || n->kind == IMP_BOX) {
			blocks(r, n);
		} else if (imp_is_block(n->kind) && n->kind != IMP_FURNITURE && n->kind != IMP_TOC) {
			struct imp_row *row = add(r, 0, n->line, 1);
			row->cell[row->n++] = plain(r, n);
			comments(r, n);
		}
	}
}

bool imp_rows(struct mem *m, const char *path, struct imp_rows *rows, struct diag *d)
{
	struct reading r = {.mem = m, .rows = rows};
	const struct imp_flow *f = imp_read(m, path, NULL, d);
	if (f)
		blocks(&r, f->root);
	return f;
}
