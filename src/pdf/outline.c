/* outline.c: bookmarks and page labels, both made when all pages are known. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "pdf/syntax.h"
#include "pdf/write.h"

struct item {
	const struct block *block;
	int level;
	/* 1 is the root; children at any depth are closed, so count is of the direct ones */
	uint32_t parent, first, last, prev, next, count;
};

struct list { struct item *items; uint32_t n, cap; };

static uint32_t add_item(struct list *l, const struct block *b, int level)
{
	MEM_ROOM(l->items, l->n, l->cap);
	l->items[l->n] = (struct item){.block = b, .level = level};
	return l->n++;
}

/* Items 1 …; item 0 is the outline itself. A level may be skipped (a table below a chapter): the item goes below the
 * nearest one above it. */
static void collect(struct pdf *pdf, struct list *l)
{
	uint32_t open = add_item(l, NULL, 0);
	for (const struct block *b = pdf->tree->root; b; b = blk_walk(pdf->tree->root, b)) {
		int level = b->level ? b->level : 1;
		if (!b->outline || !b->more->title || lay_last_page(pdf->lay, b) < 0)
			continue;
		uint32_t i = add_item(l, b, level);
		struct item *it = l->items;
		while (it[open].level >= level)
			open = it[open].parent;
		it[i].parent = open;
		it[i].prev = it[open].last;
		if (it[open].last)
			it[it[open].last].next = i;
		else
			it[open].first = i;
		it[open].last = i;
		it[open].count++;
		open = i;
	}
}

/* Titles are the author's text: where a word may break means nothing here. */
static void put_title(struct buf *out, const char *title)
{
	struct buf b = {0};
	for (const char *s = title, *end = s + strlen(s); s < end;) {
		uint32_t cp = u8_get(&s, end);
		if (cp != 0xAD && cp != 0x200B)
			buf_u8(&b, cp);
	}
	buf_str(out, "/Title");
	pdf_put_text(out, b.len ? b.data : "", b.len);
	buf_free(&b);
}

static void put_item(struct buf *b, const char *key, uint32_t base, uint32_t item)
{
	if (item)
		pdf_put_entry(b, key, base + item);
}

static void write_item(struct pdf *pdf, const struct list *l, uint32_t i, uint32_t base)
{
	const struct item *it = &l->items[i];
	struct buf b = {0};
	put_title(&b, it->block->more->title);
	pdf_put_entry(&b, "/Parent ", base + it->parent);
	put_item(&b, "/Prev ", base, it->prev);
	put_item(&b, "/Next ", base, it->next);
	put_item(&b, "/First ", base, it->first);
	put_item(&b, "/Last ", base, it->last);
	if (it->count) {
		buf_str(&b, "/Count -");
		pdf_put_uint(&b, it->count);
	}
	const size_t before = b.len;
	buf_str(&b, "/Dest");
	if (!pdf_link_dest(pdf, it->block, &b))
		b.len = before;
	pdf_write_raw(pdf->obj, base + i, &b);
	buf_free(&b);
}

uint32_t pdf_outline_write(struct pdf *pdf)
{
	struct list l = {0};
	uint32_t base = 0;
	collect(pdf, &l);
	if (l.n > 1) {
		base = pdf_obj_new(pdf->obj, l.n);
		for (uint32_t i = 1; i < l.n; i++)
			write_item(pdf, &l, i, base);
		pdf_dict d = pdf_dict_new(pdf->obj, "Outlines");
		pdf_dict_ref(pdf->obj, d, "First", base + l.items[0].first);
		pdf_dict_ref(pdf->obj, d, "Last", base + l.items[0].last);
		pdf_dict_int(d, "Count", (int32_t)l.items[0].count);
		pdf_write_dict(pdf->obj, base, d);
	}
	free(l.items);
	return base;
}

/* ---- page labels */

struct label { char style; long value; char text[24]; };       /* style D, r, 0: text only */

static long roman(const char *s)
{
	static const char digits[] = "ivxlcdm";
	static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
	long sum = 0, before = 0;
	for (size_t i = strlen(s); i-- > 0;) {
		const char *d = strchr(digits, s[i]);
		if (!d || !*s)
			return 0;
		long v = values[d - digits];
		sum += v < before ? -v : v;
		before = v > before ? v : before;
	}
	return sum;
}

static struct label label_of(struct pdf *pdf, int page)
{
	struct label l = {0};
	lay_label(pdf->lay, page, l.text);
	if (l.text[0] >= '1' && l.text[0] <= '9' && l.text[strspn(l.text, "0123456789")] == '\0') {
		l.style = 'D';
		l.value = strtol(l.text, NULL, 10);
	} else if ((l.value = roman(l.text)) > 0) {
		l.style = 'r';
	}
	return l;
}

uint32_t pdf_labels_write(struct pdf *pdf)
{
	struct buf b = {0};
	struct label before = {0};
	buf_str(&b, "/Nums[");
	for (int i = 0; i < pdf->pages; i++) {
		struct label l = label_of(pdf, i);
		bool goes_on = i && l.style == before.style &&
			(l.style ? l.value == before.value + 1 : !strcmp(l.text, before.text));
		before = l;
		if (goes_on)
			continue;
		buf_fmt(&b, "%d<<", i);
		if (l.style)
			buf_fmt(&b, "/S/%c/St %ld", l.style, l.value);
		else if (l.text[0])
			buf_str(&b, "/P"), pdf_put_text(&b, l.text, strlen(l.text));
		buf_str(&b, ">>");
	}
	buf_chr(&b, ']');
	uint32_t num = pdf_obj_new(pdf->obj, 1);
	pdf_write_raw(pdf->obj, num, &b);
	buf_free(&b);
	return num;
}
