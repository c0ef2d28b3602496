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

/* In small letters, blanks of any kind as one, without what nobody sees and without marks at the end; at most so many
 * bytes, and the letter they end in. */
static void put_read(struct buf *b, const char *s, const char *end, size_t most)
{
	enum { LONGEST = 4 };                          /* bytes of a small letter */
	const size_t room = (size_t)(end - s) < most ? (size_t)(end - s) : most;
	char *start = buf_reserve(b, LONGEST * room + LONGEST + 1), *p = start;
	while (s < end && (size_t)(p - start) < most) {
		const uint32_t cp = u8_get(&s, end);
		if (cp > ' ' && cp < 0x7F)
			*p++ = (char)(cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp);
		else if (unseen(cp))
			continue;
		else if (!blank(cp))
			p += u8_put(p, u8_lower(cp));
		else if (p > start && p[-1] != ' ')
			*p++ = ' ';
	}
	while (p > start && strchr(" .,;:", p[-1]))
		p--;
	*p = '\0';
	b->len += (size_t)(p - start);
}

void chk_put_read(struct buf *b, const char *s)
{
	put_read(b, s, s + strlen(s), SIZE_MAX);
}

void chk_put_beginning(struct buf *b, const char *s)
{
	enum { BEGINNING = 40 };
	put_read(b, s, s + strlen(s), BEGINNING);
}
