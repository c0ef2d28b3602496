/* html.c: the frame of the file: head, main, notes at the end. */
#include "html/html.h"

#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "html/put.h"

static int by_id(const void *a, const void *b)
{
	const struct block *x = *(const struct block *const *)a, *y = *(const struct block *const *)b;
	int r = strcmp(x->id, y->id);
	return r ? r : (x->num > y->num) - (x->num < y->num);
}

/* The same id in two papers of one file: the first keeps it. */
static void find_spare(struct html *h, size_t named)
{
	const struct block **list = mem_alloc((named + 1) * sizeof *list);
	size_t n = 0;
	for (const struct block *b = h->t->root; b; b = blk_walk(h->t->root, b))
		if (b->id)
			list[n++] = b;
	qsort(list, n, sizeof *list, by_id);
	for (size_t i = 1; i < n; i++)
		h->spare[list[i]->num] = !strcmp(list[i]->id, list[i - 1]->id);
	free(list);
}

/* The parts with the contents and with the Impressum: on a screen they stand beside and below the others. */
static void find_parts(struct html *h)
{
	for (const struct block *b = h->t->root; b; b = blk_walk(h->t->root, b))
		if (b->role == BLK_TOC && b->parent->role == BLK_SECT && !h->contents)
			h->contents = b->parent;
		else if (b->more->imprint)
			h->imprint = b;
}

static void find_targets(struct html *h)
{
	size_t named = 0;
	for (const struct block *b = h->t->root; b; b = blk_walk(h->t->root, b)) {
		if (b->id || b->role == BLK_H)
			h->wanted[b->num] = true;
		named += b->id != NULL;
		if (b->target)
			h->wanted[b->target->num] = true;
		for (int i = 0; b->cell && i < b->cell->nheaders; i++)
			h->wanted[b->cell->headers[i]->num] = true;
	}
	find_spare(h, named);
}

static void put_meta(struct html *h, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	buf_str(h->b, "<meta");
	html_put_attr(h->b, "name", name);
	html_put_attr(h->b, "content", value);
	buf_str(h->b, ">\n");
}

static bool head(struct html *h)
{
	const char *title = h->t->title && *h->t->title ? h->t->title : sty_word(h->s, "dokument");
	buf_str(h->b, "<!DOCTYPE html>\n<html");
	html_put_lang(h, h->t->lang ? h->t->lang : "de");
	buf_str(h->b,
		">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
		"initial-scale=1\">\n<title>");
	esc_text(h->b, title, strlen(title));
	buf_str(h->b, "</title>\n");
	put_meta(h, "author", h->t->author);
	put_meta(h, "description", h->t->subject);
	put_meta(h, "keywords", h->t->keywords);
	put_meta(h, "generator", "ratssatz");
	buf_str(h->b, "<style>\n");
	bool ok = html_fonts(h);
	html_css(h);
	const bool turned = !h->s->base && h->s->page.width > h->s->page.height;       /* a Synopse; no slides */
	buf_fmt(h->b, "</style>\n</head>\n<body%s>\n<a class=\"sprung\" href=\"#text:0\">",
		turned ? " data-quer" : "");
	const char *skip = sty_word(h->s, "zum-inhalt");
	esc_text(h->b, skip, strlen(skip));
	buf_str(h->b, "</a>\n");
	return ok;
}

/* A draft says so once, above everything. */
static void draft(struct html *h)
{
	for (const struct block *b = h->t->root->first; b; b = b->next)
		if (b->more->seq && b->more->seq->mark) {
			buf_str(h->b, "<header data-entwurf><p class=\"akzent\">");
			esc_text(h->b, b->more->seq->mark, strlen(b->more->seq->mark));
			buf_str(h->b, "</p></header>\n");
			return;
		}
}

static void notes(struct html *h)
{
	if (!h->nnotes)
		return;
	buf_str(h->b, "<section role=\"doc-endnotes\"");
	html_put_attr(h->b, "aria-label", sty_word(h->s, "fussnoten"));
	buf_str(h->b, " data-noten>\n<ol role=\"list\">\n");
	for (size_t i = 0; i < h->nnotes; i++) {
		html_open(h, "li", h->notes[i], "");
		html_blocks(h, h->notes[i], false);
		buf_fmt(h->b, "<a href=\"#mark:%u\" role=\"doc-backlink\"", h->notes[i]->num);
		html_put_attr(h->b, "aria-label", sty_word(h->s, "zum-text"));
		buf_str(h->b, ">↩</a></li>\n");
	}
	buf_str(h->b, "</ol>\n</section>\n");
}

/* The Impressum is of use to few who read on a screen: it comes last, before the notes. */
static void imprint(struct html *h)
{
	const struct block *b = h->imprint;
	if (!b)
		return;
	html_open(h, "section", b, " data-raster data-impressum");
	buf_chr(h->b, '\n');
	html_blocks(h, b, true);
	buf_str(h->b, "</section>\n");
}

static int rows(const struct block *root)
{
	int n = 1;
	for (const struct block *part = root->first; part; part = part->next)
		for (const struct block *b = part->first; b; b = b->next)
			n++;
	return n;
}

bool html_write(const struct blk_tree *t, const struct style *s, struct txt *txt, struct buf *b)
{
	size_t n = t->nblocks + 1, size = n * (3 * sizeof(bool) + sizeof(struct block *));
	char *room = mem_alloc(size);
	memset(room, 0, size);
	struct html h = {.b = b, .t = t, .s = s, .txt = txt, .notes = (const struct block **)(void *)room};
	h.wanted = (bool *)(void *)(room + n * sizeof(struct block *));
	h.marked = h.wanted + n;
	h.spare = h.marked + n;
	find_parts(&h);
	find_targets(&h);
	bool ok = head(&h);
	draft(&h);
	buf_fmt(b, "<main id=\"text:0\" style=\"--zeilen:%d\">\n", rows(t->root));
	html_blocks(&h, t->root, true);
	imprint(&h);
	notes(&h);
	buf_str(b, "</main>\n</body>\n</html>\n");
	free(room);
	return ok;
}
