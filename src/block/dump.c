/* dump.c: the block tree as text, one line a block: role, author's line, what layout does with it, style, and the text
 * it owns. "LI 13 liste "–" …" */
#include <string.h>

#include "block/say.h"

enum { SNIPPET = 60 };

static const char *const flows[] = {
	[BLK_STACK] = NULL,
	[BLK_TEXT] = NULL,
	[BLK_GRID] = "Tabelle",
	[BLK_ROW] = NULL,
	[BLK_CELL] = NULL,
	[BLK_DRAWING] = "Zeichnung",
	[BLK_IMAGE] = "Bild",
	[BLK_SIDE] = "nebeneinander",
	[BLK_INLINE] = NULL,
	[BLK_FOOT] = "Fuß",
	[BLK_SEQUENCE] = "Seitenfolge",
	[BLK_SHEET] = "Blatt",
};
static const char *const places[] = {
	[BLK_FULL] = "voll", [BLK_RAND_NEXT] = "Rand", [BLK_RAND_PREV] = "Rand-oben", [BLK_ABS] = "fest"};
static const char *const numberings[] = {
	[STY_OHNE] = "ohne", [STY_ROEMISCH] = "römisch", [STY_ARABISCH_ZAHL] = "arabisch"};

/* Control and invisible characters are shown, so that a golden tells a no-break space from a blank. */
static void quote(struct buf *b, const char *s, size_t n)
{
	static const struct {
		const char *raw, *shown;
	} rows[] = {{"\u00A0", "~"}, {"\u202F", "^"}, {"\u00AD", "¬"}, {"\u200B", "|"}, {"\n", "\\n"}, {"\"", "\\\""}};
	for (size_t i = 0; i < n;) {
		size_t k = 0, len = 1;
		for (; k < sizeof rows / sizeof *rows; k++) {
			len = strlen(rows[k].raw);
			if (i + len <= n && !memcmp(s + i, rows[k].raw, len))
				break;
		}
		if (k < sizeof rows / sizeof *rows) {
			buf_str(b, rows[k].shown);
			i += len;
		} else {
			buf_chr(b, s[i++]);
		}
	}
}

static size_t cut(const char *s, size_t n, size_t most)
{
	if (n <= most)
		return n;
	while (most && ((unsigned char)s[most] & 0xC0) == 0x80)
		most--;
	return most;
}

static void put_seg(struct buf *b, const struct blk_seg *g, size_t *left)
{
	size_t n;
	switch ((enum blk_seg_kind)g->kind) {
	case BLK_SEG_NOTE:
	case BLK_SEG_TEXT:
		n = cut(g->text, g->len, *left);
		if (g->flags & BLK_SEG_RAND)
			buf_str(b, "<Rand>");
		if (g->kind == BLK_SEG_NOTE)
			buf_str(b, "<Note>");
		quote(b, g->text, n);
		buf_str(b, n < g->len ? "…" : "");
		*left -= n < g->len ? *left : n;
		break;
	case BLK_SEG_BREAK: buf_str(b, "<Umbruch>"); break;
	case BLK_SEG_TAB:   buf_str(b, g->flags & BLK_SEG_RIGHT ? "<rechts>" : "<Tab>"); break;
	case BLK_SEG_PAGE:  buf_str(b, "<Seite>"); break;
	case BLK_SEG_SPACE: buf_str(b, "<Raum>"); break;
	}
}

static const struct block *text_of(const struct block *b)
{
	while (b && b->flow == BLK_INLINE)
		b = b->parent;
	return b;
}

/* What belongs to nobody (tabs, breaks) is shown where the text before it is. */
static const struct block *owner_of(const struct block *text, uint32_t i)
{
	while (i && !text->segs[i].owner)
		i--;
	return text->segs[i].owner ? text->segs[i].owner : text;
}

/* Own text of a paragraph, or of an element in one; a label's may stand in the first paragraph after it. */
static void put_text(struct buf *b, const struct block *blk)
{
	const struct block *t = text_of(blk);
	size_t left = SNIPPET;
	bool any = false;
	for (const struct block *p = t; p && !any; p = p->flow == BLK_TEXT ? NULL
			: blk->role == BLK_LBL                             ? blk_walk(t, p)
									   : NULL)
		for (uint32_t i = 0; i < p->nsegs; i++) {
			const struct blk_seg *g = &p->segs[i];
			if (owner_of(p, i) != blk)
				continue;
			if (!any)
				buf_str(b, " \"");
			any = true;
			if (left)
				put_seg(b, g, &left);
		}
	if (any)
		buf_chr(b, '"');
}

static void put_string(struct buf *b, const char *name, const char *s)
{
	if (!s)
		return;
	buf_fmt(b, " %s=\"", name);
	quote(b, s, strlen(s));
	buf_chr(b, '"');
}

/* By id, else by role and line: numbers of blocks would change with every block before. */
static void put_target(struct buf *b, const struct block *to)
{
	char role[8];
	if (to->id)
		buf_fmt(b, " -> #%s", to->id);
	else
		buf_fmt(b, " -> %s %d", blk_role_name(to, role), to->line);
}

static const char *const changes[] = {NULL, "eingefügt", "gestrichen", "verschoben", "Zeichen"};

static void put_more(struct buf *b, const struct block *blk)
{
	const struct blk_more *m = blk->more;
	put_string(b, "id", blk->id);
	put_string(b, "Sprache", blk->lang);
	put_string(b, "Kolumne", m->head);
	put_string(b, "Alt", m->alt);
	put_string(b, "Lesetext", m->actual);
	put_string(b, "Langform", m->expansion);
	put_string(b, "Änderung", changes[m->change]);
	put_string(b, "href", m->href);
	put_string(b, "Anlage", m->attached);
	if (blk->target)
		put_target(b, blk->target);
	if (m->seq)
		buf_fmt(b, " %s%s", numberings[m->seq->numbering], m->seq->letter ? " Brief" : "");
	if (m->seq)
		put_string(b, "Fuß", m->seq->foot);
	if (blk->outline)
		buf_str(b, " Lesezeichen");
}

static void put_cell(struct buf *b, const struct blk_cell *c)
{
	static const char *const scopes[] = {"", " Scope=Row", " Scope=Column", " Scope=Both"};
	buf_str(b, scopes[c->scope]);
	if (c->colspan > 1)
		buf_fmt(b, " Spalten=%d", c->colspan);
	if (c->rowspan > 1)
		buf_fmt(b, " Zeilen=%d", c->rowspan);
	for (int i = 0; i < c->nheaders; i++) {
		struct buf t = {0};
		blk_say_all(&t, c->headers[i]);
		buf_str(b, i ? ", \"" : " Headers=\"");
		quote(b, t.data ? t.data : "", cut(t.data ? t.data : "", t.len, 24));
		buf_chr(b, '"');
		buf_free(&t);
	}
}

void blk_dump(const struct blk_tree *t, struct buf *b)
{
	int depth = 0;
	char role[8];
	for (const struct block *p = t->root; p;) {
		buf_fmt(b, "%*s%s %d", depth * 2, "", blk_role_name(p, role), p->line);
		if (p->style)
			buf_fmt(b, " %s", p->style->name);
		if (flows[p->flow])
			buf_fmt(b, " [%s]", flows[p->flow]);
		if (p->place)
			buf_fmt(b, " [%s]", places[p->place]);
		if (p->floats)
			buf_str(b, " [gleitet]");
		if (p->cell)
			put_cell(b, p->cell);
		put_more(b, p);
		put_text(b, p);
		buf_chr(b, '\n');
		const struct block *next = blk_walk(t->root, p);
		depth += p->first != NULL;
		for (const struct block *up = p; next && !p->first && up->parent != next->parent; up = up->parent)
			depth--;
		p = next;
	}
}
