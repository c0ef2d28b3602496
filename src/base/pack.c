/* pack.c: values as bytes. */
#include "base/pack.h"

#include <string.h>

static const int64_t no_bytes = -1;

void pack_int(struct buf *b, int64_t v)
{
	buf_put(b, &v, sizeof v);
}

void pack_bytes(struct buf *b, const void *p, size_t n)
{
	pack_int(b, (int64_t)n);
	buf_put(b, p ? p : "", n);
}

void pack_str(struct buf *b, const char *s)
{
	if (s)
		pack_bytes(b, s, strlen(s));
	else
		pack_int(b, no_bytes);
}

int64_t unpack_int(struct unpack *u)
{
	int64_t v = 0;
	if ((size_t)(u->end - u->at) >= sizeof v) {
		memcpy(&v, u->at, sizeof v);
		u->at += sizeof v;
	}
	return v;
}

const char *unpack_bytes(struct unpack *u, size_t *n)
{
	int64_t size = unpack_int(u);
	const char *p = u->at;
	*n = 0;
	if (size < 0 || size > u->end - u->at)
		return NULL;
	*n = (size_t)size;
	u->at += size;
	return p;
}

char *unpack_str(struct unpack *u, struct mem *m)
{
	size_t n;
	const char *p = unpack_bytes(u, &n);
	return p ? mem_str(m, p, n) : NULL;
}
