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

void html_put_base64(struct buf *b, const char *data, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *out = buf_reserve(b, (n + 2) / 3 * 4), *start = out;
	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)(unsigned char)data[i] << 16;
		v |= i + 1 < n ? (uint32_t)(unsigned char)data[i + 1] << 8 : 0;
		v |= i + 2 < n ? (unsigned char)data[i + 2] : 0;
		*out++ = digits[v >> 18];
		*out++ = digits[v >> 12 & 63];
		*out++ = i + 1 < n ? digits[v >> 6 & 63] : '=';
		*out++ = i + 2 < n ? digits[v & 63] : '=';
	}
	b->len += (size_t)(out - start);
	buf_reserve(b, 1);
	b->data[b->len] = '\0';
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
