/* origin.c: "_q1a2b_120_1_c3d4_e5f6": file, line, a number, its text, the whole. */
#include "base/origin.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/u8.h"

static unsigned short_sum(const char *s, size_t n)
{
	uint8_t sum[HASH_SHA256];
	hash_sha256(s, n, sum);
	return (unsigned)sum[0] << 8 | sum[1];
}

unsigned origin_file(const char *path)
{
	const char *name = path ? file_base(path) : "";
	return short_sum(name, strlen(name));
}

static bool counts(uint32_t cp)
{
	return cp > ' ' && cp != 0xA0 && cp != 0xAD && cp != 0x200B && cp != 0x202F;
}

void origin_bare(struct buf *b, const char *text, size_t n)
{
	for (const char *s = text, *end = text + n; s < end;) {
		const uint32_t cp = u8_get(&s, end);
		if (counts(cp))
			buf_u8(b, cp);
	}
}

unsigned origin_sum(const char *text, size_t n)
{
	struct buf b = {0};
	origin_bare(&b, text, n);
	const unsigned sum = short_sum(b.data ? b.data : "", b.len);
	buf_free(&b);
	return sum;
}

void origin_put(char out[ORIGIN_NAME], const struct origin *o)
{
	snprintf(out, ORIGIN_NAME, "_q%04x_%d_%u_%04x_%04x", o->file & 0xffff, o->line, o->n, o->sum & 0xffff,
		o->whole & 0xffff);
}

/* Those of older files have no sum. */
bool origin_get(const char *name, struct origin *o)
{
	int end = 0;
	*o = (struct origin){0};
	o->summed = sscanf(name, "_q%4x_%d_%u_%4x_%4x%n", &o->file, &o->line, &o->n, &o->sum, &o->whole, &end) == 5 &&
		!name[end];
	if (!o->summed && (sscanf(name, "_q%4x_%d_%u%n", &o->file, &o->line, &o->n, &end) != 3 || name[end]))
		return false;
	return o->line > 0;
}
