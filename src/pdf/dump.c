/* dump.c: the structure tree as text (--dump=tags), one element a line: role, attributes, beginning of its own text,
 * pages. */
#include <string.h>

#include "pdf/write.h"

enum { QUOTE = 60 };

static void put_quoted(struct buf *out, const char *name, const char *s)
{
	if (!s)
		return;
	buf_str(out, name);
	buf_chr(out, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_chr(out, '\\');
		buf_chr(out, *s == '\n' ? ' ' : *s);
	}
	buf_chr(out, '"');
}

static void put_attribute(struct buf *out, int *n, const char *fmt, const char *word, int value)
{
	buf_str(out, (*n)++ ? " " : "[");
	if (word)
		buf_str(out, word);
	else
		buf_fmt(out, fmt, value);
}

static void put_attributes(struct buf *out, const struct block *b)
{
	static const char *const scope[] = {"", "Row", "Column", "Both"};
	const struct blk_cell *c = b->role == BLK_TH || b->role == BLK_TD ? b->cell : NULL;
	int n = 0;
	if (c && b->role == BLK_TH && c->scope && c->scope <= BLK_SCOPE_BOTH)
		put_attribute(out, &n, "", scope[c->scope], 0);
	if (c && c->colspan > 1)
		put_attribute(out, &n, "ColSpan=%d", NULL, c->colspan);
	if (c && c->rowspan > 1)
		put_attribute(out, &n, "RowSpan=%d", NULL, c->rowspan);
	if (c && c->nheaders)
		put_attribute(out, &n, "Headers=%d", NULL, c->nheaders);
	if (b->role == BLK_L)
		put_attribute(out, &n, "", pdf_role_numbering(b), 0);
	if (b->lang)
		put_attribute(out, &n, "Lang=%s", b->lang, 0);
	if (n)
		buf_chr(out, ']');
}

/* The element's own words and those of its spans; a container shows none. */
static void put_text(struct buf *out, struct lay *lay, const struct block *b)
{
	struct buf text = {0};
	if (b->flow != BLK_TEXT && b->flow != BLK_INLINE)
		return;
	pdf_role_text(lay, b, &text, QUOTE + 1);
	if (!text.len)
		return;
	while (text.len && text.data[text.len - 1] == ' ')
		text.data[--text.len] = '\0';
	put_quoted(out, " ", text.data);
	if (text.len > QUOTE)
		buf_str(out, "…");
	buf_free(&text);
}

static void put_pages(struct buf *out, struct lay *lay, const struct block *b)
{
	int first, last = lay_last_page(lay, b);
	len_t y;
	if (last < 0)
		return;
	if (!lay_place(lay, b, &first, &y))
		first = last;
	buf_fmt(out, first < last ? " p%d-%d" : " p%d", first + 1, last + 1);
}

static void put_target(struct buf *out, const struct block *b)
{
	if (b->more->href)
		put_quoted(out, " -> ", b->more->href);
	else if (b->role == BLK_LINK && b->target)
		put_quoted(out, " -> ",
			b->target->id                    ? b->target->id
				: b->target->more->title ? b->target->more->title
							 : "");
}

void pdf_dump_tags(const struct blk_tree *tree, struct lay *lay, struct buf *out)
{
	for (const struct block *b = tree->root; b; b = blk_walk(tree->root, b)) {
		char role[8];
		if (!pdf_role_is_element(lay, b))
			continue;
		for (const struct block *p = b->parent; p; p = p->parent)
			buf_str(out, "  ");
		buf_str(out, blk_role_name(b, role));
		put_attributes(out, b);
		put_text(out, lay, b);
		put_quoted(out, " Alt=", b->more->alt);
		put_quoted(out, " ActualText=", b->more->actual);
		put_quoted(out, " E=", b->more->expansion);
		put_target(out, b);
		put_pages(out, lay, b);
		buf_chr(out, '\n');
	}
}
