/* calc.c: OpenDocument spreadsheets and CSV. */
#include <stdlib.h>
#include <string.h>

#include "base/decode.h"
#include "import/office.h"
#include "import/sheet.h"
#include "import/unseen.h"

enum { MOST = 1000 };                                  /* of equal cells or rows that say something */

/* Its paragraphs, a line each; without comments. */
static char *text_of(struct mem *m, const struct mk *cell)
{
	struct buf b = {0};
	for (const struct mk *p = cell->first; p; p = p->next) {
		if (!mk_is(p, "text:p"))
			continue;
		if (b.len)
			buf_chr(&b, '\n');
		for (const struct mk *n = p; n; n = mk_after(n, p))
			if (n->text)
				buf_str(&b, n->text);
			else if (mk_is(n, "text:s") || mk_is(n, "text:tab"))
				buf_chr(&b, ' ');
			else if (mk_is(n, "text:line-break"))
				buf_chr(&b, '\n');
	}
	return buf_take(&b, m);
}

static void comment(struct imp_flow *f, const struct mk *n, struct imp_node *cell)
{
	struct imp_node *c = imp_add(f, imp_add(f, cell, IMP_PARA), IMP_COMMENT);
	const char *text = text_of(f->mem, n);
	c->author = mk_child(n, "dc:creator") ? mk_text(f->mem, mk_child(n, "dc:creator")) : NULL;
	c->when = mk_child(n, "dc:date") ? mk_text(f->mem, mk_child(n, "dc:date")) : NULL;
	imp_add_text(f, imp_add(f, c, IMP_PARA), text, strlen(text), 0);
}

/* Is the column, the row not shown? */
static bool is_hidden(const struct mk *n)
{
	const char *v = mk_get(n, "table:visibility");
	return v && strcmp(v, "visible") != 0;
}

/* Cells of columns that are not shown. Of a whole sheet (top) those of its tables. */
static void hide_columns(struct imp_node *tables, const struct mk *top)
{
	int column = 0;
	for (const struct mk *n = mk_after(top, top); n && !mk_is(n, "table:table-row"); n = mk_after(n, top)) {
		if (!mk_is(n, "table:table-column"))
			continue;
		const int repeated = mk_int(n, "table:number-columns-repeated", 1), end = column + repeated;
		for (struct imp_node *t = is_hidden(n) ? tables : NULL; t; t = t->next)
			for (struct imp_node *r = t->kind == IMP_TABLE ? t->first : NULL; r; r = r->next) {
				int at = 0;
				for (struct imp_node *c = r->first; c; at += c->cols, c = c->next)
					if (at >= column && at < end)
						imp_hide(c);
			}
		column = end;
	}
}

/* A sheet that its style does not show. */
static bool is_hidden_sheet(const struct mk *sheet)
{
	const struct mk *content = sheet, *styles;
	while (content->parent)
		content = content->parent;
	styles = mk_child(content, "office:automatic-styles");
	const char *name = mk_get(sheet, "table:style-name");
	for (const struct mk *n = styles ? styles->first : NULL; n && name; n = n->next) {
		const char *own = n->name ? mk_get(n, "style:name") : NULL;
		const char *shown = mk_get(mk_child(n, "style:table-properties"), "table:display");
		if (own && !strcmp(own, name) && shown)
			return !strcmp(shown, "false");
	}
	return false;
}

static void one_row(struct sheet *s, const struct mk *r)
{
	int column = 0;
	for (const struct mk *c = r->first; c; c = c->next) {
		int n = mk_int(c, "table:number-columns-repeated", 1);
		bool covered = mk_is(c, "table:covered-table-cell");
		if (!covered && !mk_is(c, "table:table-cell"))
			continue;
		const char *text = text_of(s->f->mem, c);
		for (int i = 0; *text && i < n && (!i || imp_again(s->f)); i++) {
			struct imp_node *cell = sheet_cell(s, column + i, text);
			int wide = mk_int(c, "table:number-columns-spanned", 1),
			    high = mk_int(c, "table:number-rows-spanned", 1);
			if (!i && mk_child(c, "office:annotation"))
				comment(s->f, mk_child(c, "office:annotation"), cell);
			if (wide > 1 && wide < MOST) {
				cell->cols = wide;
				s->column = column + wide;
			}
			cell->rows = high > 1 && high < MOST ? high : 1;
		}
		column += n > 0 && n < 20000 ? n : 1;
	}
}

static void rows(struct sheet *s, const struct mk *n, int *line)
{
	for (const struct mk *r = n->first; r; r = r->next) {
		int repeated = mk_int(r, "table:number-rows-repeated", 1);
		if (mk_is(r, "table:table-row")) {
			for (int i = 0; i < repeated && (!i || imp_again(s->f)); i++) {
				sheet_row(s, *line + i);
				one_row(s, r);
				if (is_hidden(r))
					imp_hide(s->row);
				if (!s->row->first)
					break;
			}
			*line += repeated > 0 ? repeated : 1;
		} else if (r->name && r->first) {
			rows(s, r, line);
		}
	}
}

/* What lies over the cells: text boxes and shapes, each paragraph of them. */
static void drawn(struct imp_flow *f, const struct mk *table)
{
	struct imp_node *box = NULL;
	for (const struct mk *n = mk_after(table, table); n; n = mk_after(n, table)) {
		const struct mk *up = n->parent;
		while (up != table && strncmp(up->name, "draw:", 5))
			up = up->parent;
		const char *text = mk_is(n, "text:p") && up != table ? mk_text(f->mem, n) : "";
		if (!*text)
			continue;
		box = box ? box : imp_add(f, f->root, IMP_BOX);
		imp_add_text(f, imp_add(f, box, IMP_PARA), text, strlen(text), 0);
	}
}

static void put_box(struct imp_flow *f, const struct mk *root, enum imp_kind kind, const char *style)
{
	struct imp_node *box = NULL;
	for (const struct mk *n = root; n; n = mk_after(n, root)) {
		const char *text = mk_is(n, "text:p") ? mk_text(f->mem, n) : "";
		if (!*text)
			continue;
		box = box ? box : imp_add(f, f->root, kind);
		box->style = style;
		imp_add_text(f, imp_add(f, box, IMP_PARA), text, strlen(text), 0);
	}
}

/* Charts that lie over the cells: their titles, and what they keep of the cells. */
static void charts(struct imp_office_file *o, const struct mk *table)
{
	for (const struct mk *n = table; n; n = mk_after(n, table)) {
		const char *href = mk_is(n, "draw:object") ? mk_get(n, "xlink:href") : NULL;
		const char *part = href && o->zip ? imp_zip_resolve(o->flow->mem, "", href) : NULL;
		if (part)
			put_box(o->flow, imp_part(o, mem_fmt(o->flow->mem, "%s/content.xml", part)), IMP_BOX, NULL);
	}
}

/* What stands over and under the sheets when they are printed. */
static void heads(struct imp_office_file *o)
{
	static const char *const names[] = {"style:header", "style:footer"};
	const struct mk *styles = imp_part(o, "styles.xml");
	for (const struct mk *n = styles; n; n = mk_after(n, styles))
		for (int i = 0; i < 2; i++)
			if (mk_is(n, names[i]))
				put_box(o->flow, n, IMP_FURNITURE, i ? "Fußzeile" : "Kopfzeile");
}

void imp_ods(struct imp_office_file *o, const struct mk *body)
{
	o->flow->format = "ods";
	for (const struct mk *t = body->first; t; t = t->next) {
		struct sheet s;
		int line = 1;
		if (!mk_is(t, "table:table"))
			continue;
		sheet_begin(&s, o->flow, mk_get(t, "table:name") ? mk_get(t, "table:name") : "");
		struct imp_node *head = o->flow->root->last;
		if (is_hidden_sheet(t))
			imp_lose(o->flow, "ausgeblendetes Blatt, mit übernommen", mk_get(t, "table:name"));
		rows(&s, t, &line);
		sheet_end(&s);
		hide_columns(head, t);
		sheet_cover(o->flow, head);
		drawn(o->flow, t);
		charts(o, t);
	}
	heads(o);
	imp_unseen(o->flow, body);
	imp_unseen(o->flow, imp_part(o, "meta.xml"));
}

/* ---- CSV */

/* Which sign is between fields: the one there are most of in the first lines. */
static char separator(const char *s)
{
	static const char signs[] = ";\t,|";
	size_t best = 0;
	char found = ';';
	for (const char *sign = signs; *sign; sign++) {
		size_t n = 0, lines = 0;
		bool quoted = false;
		for (const char *at = s; *at && lines < 20; at++) {
			quoted ^= *at == '"';
			n += *at == *sign && !quoted;
			lines += *at == '\n' && !quoted;
		}
		if (n > best) {
			best = n;
			found = *sign;
		}
	}
	return found;
}

static const char *field(const char *s, char sign, struct buf *b)
{
	buf_clear(b);
	if (*s == '"') {
		for (s++; *s && (*s != '"' || s[1] == '"'); s++) {
			s += *s == '"';
			buf_chr(b, *s);
		}
		s += *s == '"';
	}
	while (*s && *s != sign && *s != '\n' && *s != '\r')
		buf_chr(b, *s++);
	return s;
}

enum imp_refusal imp_csv(struct imp_flow *f, const char *data, size_t n)
{
	const char *encoding, *s = decode_text(f->mem, data, &n, &encoding);
	struct buf b = {0};
	struct sheet sheet;
	f->format = "csv";
	if (strlen(s) != n) {
		f->refused = "enthält Bytes, die in keiner Tabelle stehen";
		return IMP_BROKEN;
	}
	char sign = separator(s);
	sheet_begin(&sheet, f, NULL);
	for (int line = 1; *s; line++) {
		sheet_row(&sheet, line);
		for (int column = 0; *s && *s != '\n'; column++) {
			s = field(s, sign, &b);
			sheet_cell(&sheet, column, b.data ? b.data : "");
			s += *s == sign;
			s += *s == '\r';
		}
		s += *s == '\n';
	}
	sheet_end(&sheet);
	buf_free(&b);
	return IMP_TAKEN;
}
