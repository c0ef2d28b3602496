/* origin.c: "_q1a2b_120_1": file, line, a number. */
#include "base/origin.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"

unsigned origin_file(const char *path)
{
	const char *name = path ? file_base(path) : "";
	uint8_t sum[HASH_SHA256];
	hash_sha256(name, strlen(name), sum);
	return (unsigned)sum[0] << 8 | sum[1];
}

void origin_put(char out[ORIGIN_NAME], struct origin o, unsigned n)
{
	snprintf(out, ORIGIN_NAME, "_q%04x_%d_%u", o.file, o.line, n);
}

bool origin_get(const char *name, struct origin *o)
{
	unsigned n;
	int end = 0;
	return sscanf(name, "_q%4x_%d_%u%n", &o->file, &o->line, &n, &end) == 3 && !name[end] && o->line > 0;
}
