/* archive.c: zip files of others, by their directory (PKWARE's APPNOTE 6.3: stored or deflated parts, ZIP64 where a
 * writer uses it for small files too). Nothing a file says of itself is believed before it was checked. Our own, as
 * a library for zip takes longer to load than most documents to read. */
#include "import/archive.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"

enum {
	PART = 256 << 20,
	ALL = 512 << 20,
	PARTS = 65536,
	END = 22,
	LOCAL = 30,
	ENTRY = 46,
	STORED = 0,
	DEFLATED = 8,
	COMMENT = 65535
};

struct entry {
	char *name;
	uint64_t packed, size, at; /* at: of the local header */
	uint32_t sum;
	unsigned method;
	bool locked;
};
struct imp_zip {
	struct mem *mem;
	const unsigned char *data;
	size_t n, taken;
	struct entry *entries;
	size_t nentries, cap;
};

static unsigned get16(const unsigned char *s)
{
	return s[0] | (unsigned)s[1] << 8;
}

static uint32_t get32(const unsigned char *s)
{
	return get16(s) | (uint32_t)get16(s + 2) << 16;
}

static uint64_t get64(const unsigned char *s)
{
	return get32(s) | (uint64_t)get32(s + 4) << 32;
}

/* The record at the end, looked for from there; NULL: none. */
static const unsigned char *end_of(const struct imp_zip *a)
{
	size_t least = a->n > END + COMMENT ? a->n - END - COMMENT : 0;
	for (size_t at = a->n >= END ? a->n - END : 0; a->n >= END; at--) {
		if (!memcmp(a->data + at, "PK\5\6", 4))
			return a->data + at;
		if (at == least)
			break;
	}
	return NULL;
}

/* What did not fit into 32 bits stands in an extra field, in this order (4.5.3). */
static void wide(struct entry *e, const unsigned char *extra, size_t n)
{
	uint64_t *const fields[] = {&e->size, &e->packed, &e->at};
	while (n >= 4 && get16(extra + 2) + 4u <= n) {
		size_t have = get16(extra + 2), used = 0;
		for (int i = 0; get16(extra) == 1 && i < 3; i++)
			if (*fields[i] == UINT32_MAX && used + 8 <= have) {
				*fields[i] = get64(extra + 4 + used);
				used += 8;
			}
		extra += have + 4;
		n -= have + 4;
	}
}

/* Whole bytes of one entry of the directory; 0: it is none. */
static size_t read_entry(struct imp_zip *a, const unsigned char *s, size_t room)
{
	if (room < ENTRY || memcmp(s, "PK\1\2", 4))
		return 0;
	size_t name = get16(s + 28), extra = get16(s + 30), comment = get16(s + 32);
	if (room - ENTRY < name + extra + comment)
		return 0;
	struct entry e = {.method = get16(s + 10),
		.sum = get32(s + 16),
		.packed = get32(s + 20),
		.size = get32(s + 24),
		.at = get32(s + 42),
		.locked = get16(s + 8) & 1,
		.name = mem_str(a->mem, (const char *)s + ENTRY, name)};
	for (char *c = e.name; *c; c++)                /* as some programs of Windows write them */
		*c = *c == '\\' ? '/' : *c;
	wide(&e, s + ENTRY + name, extra);
	MEM_ROOM_IN(a->mem, a->entries, a->nentries, a->cap);
	a->entries[a->nentries++] = e;
	return ENTRY + name + extra + comment;
}

struct imp_zip *imp_zip_open(struct mem *m, const char *data, size_t n, bool *many)
{
	*many = false;
	struct imp_zip *a = MEM_NEW(m, struct imp_zip);
	*a = (struct imp_zip){.mem = m, .data = (const unsigned char *)data, .n = n};
	const unsigned char *end = end_of(a);
	if (!end)
		return NULL;
	size_t place = (size_t)(end - a->data), size = get32(end + 12), from = get32(end + 16);
	if (size > place)
		return NULL;
	/* where bytes were put before the file, the directory still ends where its end begins */
	const unsigned char *s =
		from <= place - size && !memcmp(a->data + from, "PK\1\2", 4) ? a->data + from : end - size;
	for (size_t one; s < end && (one = read_entry(a, s, (size_t)(end - s))); s += one)
		if ((*many = a->nentries > PARTS))
			return NULL;
	return a->nentries ? a : NULL;
}

static const struct entry *find(const struct imp_zip *a, const char *name)
{
	const struct entry *folded = NULL;
	for (size_t i = 0; i < a->nentries; i++) {
		const char *own = a->entries[i].name + (a->entries[i].name[0] == '/');
		if (!strcmp(own, name))
			return &a->entries[i];
		if (!folded && !strcasecmp(own, name))
			folded = &a->entries[i];
	}
	return folded;
}

/* The packed bytes; NULL: they would not lie in the file. */
static const unsigned char *bytes_of(const struct imp_zip *a, const struct entry *e)
{
	if (e->at > a->n || a->n - e->at < LOCAL || memcmp(a->data + e->at, "PK\3\4", 4))
		return NULL;
	uint64_t from = e->at + LOCAL + get16(a->data + e->at + 26) + get16(a->data + e->at + 28);
	return from <= a->n && e->packed <= a->n - from ? a->data + from : NULL;
}

static bool unpack(const struct entry *e, const unsigned char *from, char *to)
{
	if (e->method == STORED) {
		if (e->packed != e->size)
			return false;
		memcpy(to, from, (size_t)e->size);
		return true;
	}
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	if (!d)
		mem_out();
	bool ok = libdeflate_deflate_decompress(d, from, (size_t)e->packed, to, (size_t)e->size, NULL) ==
		LIBDEFLATE_SUCCESS;
	libdeflate_free_decompressor(d);
	return ok;
}

enum imp_zip_state imp_zip_get(struct imp_zip *a, const char *name, const char **data, size_t *n)
{
	const struct entry *e = find(a, name);
	if (!e)
		return IMP_ZIP_MISSING;
	if (e->locked)
		return IMP_ZIP_LOCKED;
	const unsigned char *from = bytes_of(a, e);
	if (!from || (e->method != STORED && e->method != DEFLATED))
		return IMP_ZIP_BROKEN;
	if (e->size > PART || a->taken + e->size > ALL)
		return IMP_ZIP_BIG;
	char *to = mem_get(a->mem, (size_t)e->size + 1);
	if (!unpack(e, from, to) || libdeflate_crc32(0, to, (size_t)e->size) != e->sum)
		return IMP_ZIP_BROKEN;
	a->taken += (size_t)e->size;
	*data = to;
	*n = (size_t)e->size;
	return IMP_ZIP_FINE;
}

const char *imp_zip_name(const struct imp_zip *a, size_t i)
{
	return i < a->nentries ? a->entries[i].name : NULL;
}

char *imp_zip_resolve(struct mem *m, const char *base, const char *target)
{
	struct buf b = {0};
	const char *slash = strrchr(base, '/');
	if (*target != '/' && slash)
		buf_put(&b, base, (size_t)(slash - base));
	while (*target) {
		size_t n = strcspn(target, "/\\");
		if (n == 2 && !strncmp(target, "..", 2)) {
			char *cut = b.len ? memrchr(b.data, '/', b.len) : NULL;
			b.len = cut ? (size_t)(cut - b.data) : 0;
		} else if (n && !(n == 1 && *target == '.')) {
			if (b.len)
				buf_chr(&b, '/');
			buf_put(&b, target, n);
		}
		target += n;
		target += *target != '\0';
	}
	return buf_take(&b, m);
}
