/* put.c: characters, attributes, names and numbers of the HTML file. */
#include <string.h>

#include "base/esc.h"
#include "base/u8.h"
#include "html/put.h"

void html_put_attr(struct buf *b, const char *name, const char *value)
{
	if (!value)
		return;
	buf_fmt(b, " %s=\"", name);
	for (const char *end = value + strlen(value); value < end;) {
		const char *at = value;
		uint32_t cp = u8_get(&value, end);
		if (cp != 0xAD && cp != 0x200B)
			esc_attr(b, at, (size_t)(value - at), '"');
	}
	buf_chr(b, '"');
}

/* No id of an author has a colon. */
void html_put_name(const struct html *h, const struct block *b)
{
	if (b->id && !h->spare[b->num])
		esc_text(h->b, b->id, strlen(b->id));
	else
		buf_fmt(h->b, "b:%u", b->num);
}

void html_put_id(const struct html *h, const struct block *b)
{
	if (!h->wanted[b->num])
		return;
	buf_str(h->b, " id=\"");
	html_put_name(h, b);
	buf_chr(h->b, '"');
}

void html_put_lang(const struct html *h, const char *lang)
{
	if (!lang)
		return;
	html_put_attr(h->b, "lang", lang);
	html_put_attr(h->b, "dir", blk_rtl(lang) ? "rtl" : "ltr");
}

void html_put_class(struct buf *b, const char *style)
{
	buf_str(b, "s-");
	for (const char *p = style; *p; p++) {
		bool plain =
			(*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || *p & 0x80;
		buf_chr(b, plain ? *p : '-');
	}
}

void html_put_rem(struct buf *b, len_t v)
{
	buf_milli(b, len_scale(v, 1, 10));
	buf_str(b, "rem");
}

bool html_has_text(const struct block *root)
{
	for (const struct block *p = root; p; p = blk_walk(root, p))
		for (uint32_t i = 0; i < p->nsegs; i++)
			if (p->segs[i].kind == BLK_SEG_TEXT && p->segs[i].len)
				return true;
	return false;
}
