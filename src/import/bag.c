/* bag.c: words counted apart from their order. */
#include "import/bag.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/u8.h"

/* Signs, blanks, dashes, quotes, bullets, arrows and what stands in a private area; all else beyond ASCII is a letter.
 */
bool bag_is_word(uint32_t c)
{
	static const struct u8_range signs[] = {{0x80, 0xA9}, {0xAB, 0xB1}, {0xB4, 0xB4}, {0xB6, 0xB8}, {0xBB, 0xBB},
		{0xBF, 0xBF}, {0xD7, 0xD7}, {0xF7, 0xF7}, {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x245F},
		{0x2500, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0x30FB, 0x30FB}, {0xE000, 0xF8FF}, {0xFE00,
		0xFE6F},
		{0xFEFF, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},
		{0x1F000, 0x1FAFF}, {0xF0000, 0x10FFFF}};
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	return !u8_in(signs, sizeof signs / sizeof *signs, c);
}

const char *bag_ligature(uint32_t c)
{
	static const char *const latin[] = {"ff", "fi", "fl", "ffi", "ffl", "ſt", "st"};
	return c >= 0xFB00 && c <= 0xFB06 ? latin[c - 0xFB00] : NULL;
}

/* Raised and lowered digits, plus and minus, in the order of the plain ones. */
static const uint32_t raised[] = {
	0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079, 0x207A, 0x207B};
static const char plain[] = "0123456789+-";

uint32_t bag_small(uint32_t c, bool low)
{
	bool minus = c == 0x2212 || c == 0x2013 || c == 0x2010 || c == 0x2011;
	const char *at = minus ? strchr(plain, '-') : c && c < 0x80 ? strchr(plain, (char)c) : NULL;
	return !at ? 0 : low ? 0x2080 + (uint32_t)(at - plain) : raised[at - plain];
}

/* How such a one is counted: a word is the same, wherever its digits stand. 0: it is none. */
static char plain_of(uint32_t c)
{
	for (const char *at = plain; *at && c >= 0xB2; at++)
		if (c == bag_small((uint32_t)*at, false) || c == bag_small((uint32_t)*at, true))
			return *at;
	return 0;
}

/* From *s the next word, without its soft hyphens, into b; false: none is left. */
static bool next_word(const char **s, const char *end, struct buf *b)
{
	b->len = 0;
	while (*s < end) {
		const size_t n = u8_plain(*s, end);
		const char *at = *s + n;
		buf_put(b, *s, n);
		if ((*s = at) == end)
			break;
		uint32_t c = u8_get(s, end);
		if (c == 0xAD || c == 0xFEFF || c == 0x200B || c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F))
			continue;                      /* not to be seen */
		char digit = c < 0x80 ? 0 : plain_of(c);
		if (bag_ligature(c))
			buf_str(b, bag_ligature(c));
		else if (digit ? digit >= '0' : bag_is_word(c))
			buf_put(b, digit ? &digit : at, digit ? 1 : (size_t)(*s - at));
		else if (b->len)
			break;
	}
	return b->len > 0;
}

size_t bag_count(const char *text)
{
	const char *s = text, *end = text + strlen(text);
	struct buf b = {0};
	size_t n = 0;
	while (next_word(&s, end, &b))
		n++;
	buf_free(&b);
	return n;
}

/* A long text says few words often. */
static const char *kept(struct bag *g, struct buf *word)
{
	buf_chr(word, '\0');
	word->len--;
	const char *was = imp_index_get(&g->kept, NULL, word->data);
	if (!was) {
		was = mem_str(g->mem, word->data, word->len);
		imp_index_put(g->mem, &g->kept, NULL, was, was);
	}
	return was;
}

void bag_add(struct bag *g, const char *text)
{
	const char *s = text, *end = text + strlen(text);
	struct buf b = {0};
	while (next_word(&s, end, &b)) {
		MEM_ROOM_IN(g->mem, g->words, g->n, g->cap);
		g->words[g->n++] = kept(g, &b);
	}
	buf_free(&b);
}

static int order(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;
	return x == y ? 0 : strcmp(x, y);
}

void bag_sort(struct bag *g)
{
	if (g->n)
		qsort(g->words, g->n, sizeof *g->words, order);
}

struct bag bag_missing(const struct bag *has, const struct bag *lacks, size_t most)
{
	struct bag out = {.mem = has->mem};
	for (size_t i = 0, k = 0; i < has->n && out.n < most;) {
		int c = k < lacks->n ? strcmp(has->words[i], lacks->words[k]) : -1;
		if (c < 0) {
			MEM_ROOM_IN(out.mem, out.words, out.n, out.cap);
			out.words[out.n++] = has->words[i];
		}
		i += c <= 0;
		k += c >= 0;
	}
	return out;
}
