/* read.c: names as people read them, for telling whether two are the same. */
#include "base/u8.h"
#include "check/rule.h"

static bool blank(uint32_t cp)
{
	return u8_is_space(cp) || cp == 0x00A0 || cp == 0x202F || (cp >= 0x2000 && cp <= 0x200A);
}

static bool unseen(uint32_t cp)
{
	return cp == 0x00AD || (cp >= 0x200B && cp <= 0x200F) || cp == 0x2060 || cp == 0xFEFF;
}

/* In small letters, blanks of any kind as one, without what nobody sees and without marks at the end. */
void chk_put_read(struct buf *b, const char *s)
{
	const size_t from = b->len;
	for (const char *end = s + strlen(s); s < end;) {
		char c[4];
		uint32_t cp = u8_get(&s, end);
		if (unseen(cp))
			continue;
		if (!blank(cp))
			buf_put(b, c, u8_put(c, u8_lower(cp)));
		else if (b->len > from && b->data[b->len - 1] != ' ')
			buf_chr(b, ' ');
	}
	while (b->len > from && strchr(" .,;:", b->data[b->len - 1]))
		b->len--;
}
