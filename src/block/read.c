/* read.c: what a screen reader gets, in order: roles in German words, cells with their headers, alt texts, languages.
 * */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "block/say.h"

enum { COLS_MAX = 64 };

/* depth: of the indent; prefix: what the next line begins with (label, headers of a cell) */
struct reader { struct buf *b; int depth; struct buf prefix; };

static void start_line(struct reader *r)
{
	buf_fmt(r->b, "%*s", r->depth * 2, "");
	buf_put(r->b, r->prefix.data ? r->prefix.data : "", r->prefix.len);
	buf_clear(&r->prefix);
}

static void told(struct reader *r, const char *s)
{
	start_line(r);
	buf_fmt(r->b, "%s\n", s);
}

static void read_block(struct reader *r, const struct block *b);

static void read_children(struct reader *r, const struct block *b)
{
	for (const struct block *p = b->first; p; p = p->next)
		read_block(r, p);
}

static void read_text(struct reader *r, const struct block *b)
{
	char role[8];
	if (!b->nsegs)
		return;
	start_line(r);
	if (b->lang)
		buf_fmt(r->b, "[%s] ", lang_name(b->lang));
	if (b->role == BLK_H)
		buf_fmt(r->b, "Überschrift %s: ", blk_role_name(b, role) + 1);
	else if (b->role == BLK_TOCI || (b->parent && b->parent->role == BLK_TOCI))
		buf_str(r->b, "Eintrag: ");
	blk_say_text(r->b, b);
	buf_chr(r->b, '\n');
}

static int count(const struct block *b, enum blk_role role)
{
	int n = 0;
	for (const struct block *p = b->first; p; p = p->next)
		n += p->role == role;
	return n;
}

static void read_list(struct reader *r, const struct block *b)
{
	int n = count(b, BLK_LI), inner = b->parent && b->parent->role == BLK_LBODY;
	r->depth += inner;
	start_line(r);
	buf_fmt(r->b, n == 1 ? "Liste, %d Eintrag\n" : "Liste, %d Einträge\n", n);
	r->depth++;
	read_children(r, b);
	r->depth -= 1 + inner;
}

/* In a cell of its own before what it numbers. */
static void read_label(struct reader *r, const struct block *b)
{
	blk_say_all(&r->prefix, b);
	buf_chr(&r->prefix, ' ');
}

/* ---- tables ---- */

enum { HEADS = 4 };                                /* head rows; of more the last ones */

/* A table as far as it is read. */
struct table {
	/* header cells of a column, from the top; NULL: none. A cell over several rows stands in the first of them. */
	const struct block *column[HEADS][COLS_MAX];
	int heads;                                     /* head rows so far */
	int busy[COLS_MAX];                            /* so many more rows a cell reaches down */
	int ncols;
	const struct block *head; int below;           /* a row header that reaches down, so many rows more */
};

static bool is_heading_row(const struct block *row)
{
	for (const struct block *c = row->first; c; c = c->next)
		if (c->role != BLK_TH || !c->cell || c->cell->scope == BLK_SCOPE_ROW)
			return false;
	return row->first != NULL;
}

/* Columns the cells of a row begin at; spans from above are passed over. */
static int column_of(struct table *t, int at, const struct blk_cell *c)
{
	while (at < t->ncols && t->busy[at])
		at++;
	for (int i = at; i < at + c->colspan && i < t->ncols; i++)
		t->busy[i] = c->rowspan;
	return at;
}

static void end_row(struct table *t)
{
	for (int i = 0; i < t->ncols; i++)
		t->busy[i] -= t->busy[i] > 0;
}

static void read_head(struct reader *r, struct table *t, const struct block *row)
{
	int at = 0;
	const struct block *only = row->first;
	if (only && !only->next && only->cell->group) {
		buf_str(&r->prefix, "Gruppe: ");
		start_line(r);
		blk_say_all(r->b, only);
		buf_chr(r->b, '\n');
		end_row(t);
		return;
	}
	const int level = t->heads < HEADS ? t->heads++ : HEADS - 1;
	start_line(r);
	buf_str(r->b, "Spalten: ");
	for (const struct block *c = row->first; c; c = c->next) {
		at = column_of(t, at, c->cell);
		for (int i = at; i < at + c->cell->colspan && i < t->ncols; i++)
			t->column[level][i] = c;
		buf_str(r->b, c == row->first ? "" : " | ");
		blk_say_all(r->b, c);
		at += c->cell->colspan;
	}
	buf_chr(r->b, '\n');
	end_row(t);
}

static const struct block *row_header(const struct block *row)
{
	for (const struct block *c = row->first; c; c = c->next)
		if (c->role == BLK_TH && c->cell && c->cell->scope == BLK_SCOPE_ROW)
			return c;
	return NULL;
}

static void put_header(struct buf *b, const struct block *header)
{
	struct buf one = {0};
	if (header)
		blk_say_all(&one, header);
	if (one.len)
		buf_fmt(b, "%s%s", b->len ? ", " : "", one.data);
	buf_free(&one);
}

static void put_headers(struct reader *r, const struct table *t, const struct block *by_row, int at)
{
	struct buf b = {0};
	put_header(&b, by_row);
	for (int i = 0; i < HEADS && at < t->ncols; i++)
		put_header(&b, t->column[i][at]);
	if (b.len)
		buf_fmt(&r->prefix, "%s: ", b.data);
	buf_free(&b);
}

static void read_row(struct reader *r, struct table *t, const struct block *row)
{
	const struct block *head = t->below > 0 ? t->head : row_header(row);
	int at = 0, cells = 0;
	if (t->below > 0) {
		t->below--;
	} else if (head) {
		t->head = head;
		t->below = head->cell->rowspan - 1;
	}
	for (const struct block *c = row->first; c; c = c->next) {
		at = column_of(t, at, c->cell);
		if (c != head) {
			cells++;
			put_headers(r, t, head, at);
			size_t before = r->b->len;
			read_children(r, c);
			if (r->b->len == before)
				told(r, "leer");
		}
		at += c->cell->colspan;
	}
	if (head && !cells)
		read_children(r, head);
	end_row(t);
}

static int rows_in(const struct block *b)
{
	int n = 0;
	for (const struct block *p = b->first; p; p = p->next)
		n += p->flow == BLK_ROW ? 1 : p->flow == BLK_STACK ? rows_in(p) : 0;
	return n;
}

static void read_rows(struct reader *r, struct table *t, const struct block *b)
{
	for (const struct block *p = b->first; p; p = p->next)
		if (p->flow == BLK_ROW && is_heading_row(p))
			read_head(r, t, p);
		else if (p->flow == BLK_ROW)
			read_row(r, t, p);
		else if (p->flow == BLK_STACK)
			read_rows(r, t, p);
}

static void read_table(struct reader *r, const struct block *b)
{
	struct table t = {.ncols = b->table->ncols < COLS_MAX ? b->table->ncols : COLS_MAX};
	int rows = rows_in(b);
	start_line(r);
	buf_fmt(r->b, "Tabelle, %d %s, %d %s", rows, rows == 1 ? "Zeile" : "Zeilen", b->table->ncols,
		b->table->ncols == 1 ? "Spalte" : "Spalten");
	if (b->first && b->first->role == BLK_CAPTION) {
		buf_str(r->b, ": ");
		blk_say_text(r->b, b->first);
	}
	buf_chr(r->b, '\n');
	r->depth++;
	read_rows(r, &t, b);
	r->depth--;
}

/* ---- the rest ---- */

static void read_figure(struct reader *r, const struct block *b)
{
	start_line(r);
	buf_fmt(r->b, "Bild: %s\n", b->more->alt ? b->more->alt : "ohne Beschreibung");
}

static void read_sequence(struct reader *r, const struct block *b)
{
	static const char *const names[] = {
		[STY_OHNE] = "Titelseite", [STY_ROEMISCH] = "Titelei", [STY_ARABISCH_ZAHL] = "Hauptteil"};
	const struct blk_seq *q = b->more->seq;
	buf_fmt(r->b, "\n=== %s ===\n",
		!q ? "Teil"
			: b->role == BLK_SECT  ? "Folie"
			: q->letter && q->head ? q->head
					       : names[q->numbering]);
	read_children(r, b);
}

static void read_block(struct reader *r, const struct block *b)
{
	if (b->flow == BLK_INLINE || b->flow == BLK_FOOT)
		return;
	if (b->role == BLK_H)
		buf_chr(r->b, '\n');
	if (b->flow == BLK_TEXT)
		read_text(r, b);
	else if (b->flow == BLK_SEQUENCE)
		read_sequence(r, b);
	else if (b->role == BLK_L)
		read_list(r, b);
	else if (b->role == BLK_LBL && b->flow == BLK_CELL)
		read_label(r, b);
	else if (b->flow == BLK_GRID && b->table)
		read_table(r, b);
	else if (b->role == BLK_FIGURE)
		read_figure(r, b);
	else if (b->role == BLK_CAPTION || b->role == BLK_BLOCKQUOTE) {
		told(r, b->role == BLK_CAPTION ? "Bildunterschrift:" : "Zitat:");
		r->depth++;
		read_children(r, b);
		r->depth--;
	} else {
		read_children(r, b);
	}
}

void blk_read_out(const struct blk_tree *t, struct buf *b)
{
	struct reader r = {.b = b};
	buf_fmt(b, "Dokument: %s [%s]\n", t->title ? t->title : "", lang_name(t->lang ? t->lang : "de"));
	read_children(&r, t->root);
	buf_free(&r.prefix);
}
