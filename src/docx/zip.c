/* zip.c: PKWARE's APPNOTE 6.3, as little of it as a word processor asks for: no data descriptors, no ZIP64, all
 * parts of 1 January 1980. */
#include "docx/zip.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { DAY = 0x21, NEEDED = 20, UTF8 = 0x800, DEFLATED = 8, LEVEL = 6 };

static void put16(struct buf *b, unsigned v)
{
	buf_chr(b, (char)v);
	buf_chr(b, (char)(v >> 8));
}

static void put32(struct buf *b, size_t v)
{
	put16(b, (unsigned)v & 0xFFFF);
	put16(b, (unsigned)(v >> 16) & 0xFFFF);
}

void dox_zip_begin(struct dox_zip *z, struct buf *out)
{
	*z = (struct dox_zip){.out = out, .start = out->len};
}

/* What the local header and the directory say alike. */
static void facts(struct buf *b, bool packed, uint32_t sum, const size_t sizes[2], size_t name)
{
	put16(b, NEEDED);
	put16(b, UTF8);
	put16(b, packed ? DEFLATED : 0);
	put16(b, 0);
	put16(b, DAY);
	put32(b, sum);
	put32(b, sizes[0]);
	put32(b, sizes[1]);
	put16(b, (unsigned)name);
	put16(b, 0);
}

static char *deflated(const void *data, size_t n, size_t *to)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(LEVEL);
	if (!c)
		mem_out();
	size_t most = libdeflate_deflate_compress_bound(c, n);
	char *bytes = mem_alloc(most);
	*to = libdeflate_deflate_compress(c, data, n, bytes, most);
	libdeflate_free_compressor(c);
	return bytes;
}

void dox_zip_add(struct dox_zip *z, const char *name, const void *data, size_t n, bool packed)
{
	uint32_t sum = libdeflate_crc32(0, data, n);
	size_t sizes[2] = {n, n}, at = z->out->len - z->start, length = strlen(name);
	char *bytes = packed ? deflated(data, n, &sizes[0]) : NULL;
	put32(z->out, 0x04034b50);
	facts(z->out, packed, sum, sizes, length);
	buf_put(z->out, name, length);
	buf_put(z->out, packed ? bytes : data, sizes[0]);
	free(bytes);
	put32(&z->directory, 0x02014b50);
	put16(&z->directory, NEEDED);
	facts(&z->directory, packed, sum, sizes, length);
	put16(&z->directory, 0);
	put16(&z->directory, 0);
	put16(&z->directory, 0);
	put32(&z->directory, 0);
	put32(&z->directory, at);
	buf_put(&z->directory, name, length);
	z->n++;
}

void dox_zip_end(struct dox_zip *z)
{
	size_t at = z->out->len - z->start;
	buf_put(z->out, z->directory.data, z->directory.len);
	put32(z->out, 0x06054b50);
	put32(z->out, 0);
	put16(z->out, z->n);
	put16(z->out, z->n);
	put32(z->out, z->directory.len);
	put32(z->out, at);
	put16(z->out, 0);
	buf_free(&z->directory);
}
