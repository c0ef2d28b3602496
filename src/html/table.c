/* table.c: tables: caption, header cells with their scope, cells that name their headers, spans. */
#include "html/put.h"

static const char *scope_of(const struct blk_cell *c)
{
	return c->group ? "rowgroup" : c->scope == BLK_SCOPE_ROW ? "row" : "col";
}

static void headers(struct html *h, const struct blk_cell *c)
{
	int n = 0;
	for (int i = 0; i < c->nheaders; i++)
		if (html_has_text(c->headers[i])) {
			buf_str(h->b, n++ ? " " : " headers=\"");
			html_put_name(h, c->headers[i]);
		}
	if (n)
		buf_chr(h->b, '"');
}

/* A header without a word heads nothing. */
static void cell(struct html *h, const struct block *b, const struct blk_table *t, int column)
{
	const struct blk_cell *c = b->cell;
	const char *tag = b->role == BLK_TH && html_has_text(b) ? "th" : "td";
	int align = column < t->ncols ? t->cols[column].align : STY_FLATTER;
	buf_fmt(h->b, "<%s", tag);
	html_put_id(h, b);
	html_put_lang(h, b->lang);
	if (tag[1] == 'h')
		html_put_attr(h->b, "scope", scope_of(c));
	if (c->colspan > 1)
		buf_fmt(h->b, " colspan=\"%d\"", c->colspan);
	if (c->rowspan > 1)
		buf_fmt(h->b, " rowspan=\"%d\"", c->rowspan);
	headers(h, c);
	buf_str(h->b, align == STY_RECHTS ? " data-rechts>" : align == STY_MITTE ? " data-mitte>" : ">");
	html_blocks(h, b, false);
	buf_fmt(h->b, "</%s>\n", tag);
}

/* The column counts without spans from above: it only says how the cell is aligned. */
static void row(struct html *h, const struct block *b, const struct blk_table *t)
{
	int at = 0;
	html_open(h, "tr", b, "");
	buf_chr(h->b, '\n');
	for (const struct block *c = b->first; c; c = c->next)
		if (c->cell) {
			cell(h, c, t, at);
			at += c->cell->colspan;
		}
	buf_str(h->b, "</tr>\n");
}

static bool is_group(const struct block *b)
{
	return b->first && b->first->cell && b->first->cell->group;
}

/* A group row heads the rows of its own <tbody>. */
static void part(struct html *h, const struct block *b, const struct blk_table *t)
{
	const char *tag = b->role == BLK_THEAD ? "thead" : "tbody";
	if (!b->first)
		return;
	html_open(h, tag, b, "");
	buf_chr(h->b, '\n');
	for (const struct block *r = b->first; r; r = r->next) {
		if (r != b->first && is_group(r))
			buf_fmt(h->b, "</%s>\n<%s>\n", tag, tag);
		if (r->flow == BLK_ROW)
			row(h, r, t);
	}
	buf_fmt(h->b, "</%s>\n", tag);
}

static bool inner(const struct block *b)
{
	while (b && b->flow != BLK_CELL)
		b = b->parent;
	return b != NULL;
}

void html_table(struct html *h, const struct block *b, bool grid)
{
	const struct block *caption = b->first && b->first->role == BLK_CAPTION ? b->first : NULL;
	bool scrolls = !inner(b);
	if (scrolls) {
		buf_fmt(h->b, "<div data-rollen%s tabindex=\"0\" role=\"group\"",
			grid && b->place == BLK_FULL ? " data-voll" : "");
		if (caption)
			buf_fmt(h->b, " aria-labelledby=\"t:%u\"", b->num);
		html_put_attr(h->b, "aria-label", caption ? NULL : sty_word(h->s, "tabelle"));
		buf_str(h->b, ">\n");
	}
	html_open(h, "table", b, "");
	buf_chr(h->b, '\n');
	if (caption) {
		buf_fmt(h->b, "<caption id=\"t:%u\">", b->num);
		html_text(h, caption);
		buf_str(h->b, "</caption>\n");
	}
	for (const struct block *p = b->first; p; p = p->next)
		if (p->flow == BLK_STACK)
			part(h, p, b->table);
		else if (p->flow == BLK_ROW)
			row(h, p, b->table);
	buf_str(h->b, scrolls ? "</table>\n</div>\n" : "</table>\n");
}
