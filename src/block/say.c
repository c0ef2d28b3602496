/* say.c: a paragraph as a screen reader tells it: elements announced as they begin, notes where their marks stand. */
#include "block/say.h"

#include <string.h>

#include "base/lang.h"

static bool muted(const struct blk_chain *c)
{
	for (int i = 0; i < c->n; i++)
		if (c->at[i]->more->actual)
			return true;
	return false;
}

static void begin(struct buf *b, const struct block *e)
{
	if (e->lang)
		buf_fmt(b, "[%s] ", lang_name(e->lang));
	if (e->role == BLK_LINK && e->more->attached)
		buf_str(b, "[Anlage] ");
	if (e->role == BLK_LINK && (e->more->href || e->target) && (!e->target || e->target->role != BLK_NOTE))
		buf_str(b, e->more->href ? "[Link] " : "[Verweis] ");
	if (e->more->actual)
		buf_fmt(b, "[%s]", e->more->actual);
}

static void end(struct buf *b, const struct block *e)
{
	if (e->more->expansion)
		buf_fmt(b, " [Abkürzung: %s]", e->more->expansion);
	if (e->lang)
		buf_str(b, " [Ende]");
}

static void change(struct buf *b, struct blk_chain *open, const struct blk_chain *next)
{
	int same = 0;
	while (same < open->n && same < next->n && open->at[same] == next->at[same])
		same++;
	while (open->n > same)
		end(b, open->at[--open->n]);
	while (open->n < next->n) {
		begin(b, next->at[open->n]);
		open->at[open->n] = next->at[open->n];
		open->n++;
	}
}

/* Soft hyphens and zero-width blanks are not read; fixed blanks stay as they are. */
static void put(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && !memcmp(s + i, "\u00AD", 2))
			i++;
		else if (i + 2 < n && !memcmp(s + i, "\u200B", 3))
			i += 2;
		else
			buf_chr(b, s[i]);
	}
}

static void note(struct buf *b, const struct blk_seg *g)
{
	buf_fmt(b, " [Fußnote %.*s: ", (int)g->len, g->text);
	bool first = true;
	for (const struct block *p = g->target ? g->target->first : NULL; p; p = blk_walk(g->target, p))
		if (p->flow == BLK_TEXT) {
			struct buf t = {0};
			blk_say_text(&t, p);
			const char *s = t.data ? t.data : "";
			if (first && !strncmp(s, g->text, g->len))
				s += g->len + (s[g->len] == ' ');
			buf_fmt(b, "%s%s", first ? "" : " ", s);
			first = false;
			buf_free(&t);
		}
	buf_chr(b, ']');
}

void blk_say_text(struct buf *b, const struct block *text)
{
	struct blk_chain open = {0}, none = {0};
	for (uint32_t i = 0; i < text->nsegs; i++) {
		const struct blk_seg *g = &text->segs[i];
		/* goes with what follows */
		bool far = g->kind == BLK_SEG_TAB && g->flags & BLK_SEG_RIGHT && i + 1 < text->nsegs;
		struct blk_chain c = blk_chain(far ? g[1].owner : g->owner);
		if (far ? g[1].owner : g->owner)
			change(b, &open, &c);
		switch ((enum blk_seg_kind)g->kind) {
		case BLK_SEG_TEXT:
			if (!muted(&c))
				put(b, g->text, g->len);
			if (g->flags & BLK_SEG_RAND && !(i + 1 < text->nsegs && text->segs[i + 1].flags & BLK_SEG_RAND))
				buf_chr(b, ' ');
			break;
		case BLK_SEG_NOTE:  note(b, g); break;
		case BLK_SEG_PAGE:  buf_str(b, "…"); break;
		case BLK_SEG_TAB:   buf_str(b, g->flags & BLK_SEG_RIGHT ? ", Seite " : i ? " " : ""); break;
		case BLK_SEG_BREAK:
		case BLK_SEG_SPACE: buf_chr(b, ' '); break;
		}
	}
	change(b, &open, &none);
}

static bool in_note(const struct block *b, const struct block *root)
{
	for (; b != root; b = b->parent)
		if (b->flow == BLK_FOOT)
			return true;
	return false;
}

void blk_say_all(struct buf *b, const struct block *root)
{
	size_t start = b->len;
	for (const struct block *p = root; p; p = blk_walk(root, p))
		if (p->flow == BLK_TEXT && !in_note(p, root)) {
			if (b->len > start)
				buf_chr(b, ' ');
			for (uint32_t i = 0; i < p->nsegs; i++)
				if (p->segs[i].kind == BLK_SEG_TEXT)
					put(b, p->segs[i].text, p->segs[i].len);
				else if (p->segs[i].kind != BLK_SEG_NOTE)
					buf_chr(b, ' ');
		}
}
