/* enclosed.c: the seal of a file for word processors. */
#include "base/enclosed.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/origin.h"

static void line(struct hash_run *h, const char *s)
{
	hash_add(h, s, strlen(s) + 1);
}

static void words(struct hash_run *h, const char *text, size_t n, const char *end)
{
	struct buf b = {0};
	origin_bare(&b, text, n);
	hash_add(h, b.data ? b.data : "", b.len);
	if (b.len)
		line(h, end);
	buf_free(&b);
}

void enclosed_paragraph(struct hash_run *h, const char *text, size_t n)
{
	words(h, text, n, "");
}

void enclosed_picture(struct hash_run *h, const char *alt, size_t n)
{
	words(h, alt, n, "=");
}

void enclosed_file(struct hash_run *h, const char *name, const char *data, size_t n)
{
	line(h, name);
	hash_add(h, data, n);
	line(h, "");
}

void enclosed_seal(struct hash_run *h, char out[ENCLOSED_SEAL])
{
	uint8_t sum[HASH_SHA256];
	hash_end(h, sum);
	hash_hex(sum, (ENCLOSED_SEAL - 1) / 2, out);
}

void enclosed_digest(const char *data, size_t n, char out[ENCLOSED_SEAL])
{
	uint8_t sum[HASH_SHA256];
	hash_sha256(data, n, sum);
	hash_hex(sum, (ENCLOSED_SEAL - 1) / 2, out);
}
