/* archive.c: libzip on bytes in memory. What a part says of its size is believed only as far as the limits go. */
#include "import/archive.h"

#include <string.h>
#include <zip.h>

#include "base/buf.h"

enum { PART = 256 << 20, ALL = 512 << 20, PARTS = 65536 };

struct imp_zip {
	struct mem *mem;
	zip_t *zip;
	size_t taken;
};

struct imp_zip *imp_zip_open(struct mem *m, const char *data, size_t n)
{
	zip_source_t *src = zip_source_buffer_create(data, n, 0, NULL);
	zip_t *z = src ? zip_open_from_source(src, ZIP_RDONLY, NULL) : NULL;
	if (!z && src)
		zip_source_free(src);
	if (!z || zip_get_num_entries(z, 0) > PARTS) {
		if (z)
			zip_discard(z);
		return NULL;
	}
	struct imp_zip *a = MEM_NEW(m, struct imp_zip);
	a->mem = m;
	a->zip = z;
	return a;
}

void imp_zip_close(struct imp_zip *a)
{
	if (a)
		zip_discard(a->zip);
}

static bool is_locked(const zip_stat_t *s)
{
	return (s->valid & ZIP_STAT_ENCRYPTION_METHOD) && s->encryption_method != ZIP_EM_NONE;
}

enum imp_zip_state imp_zip_get(struct imp_zip *a, const char *name, const char **data, size_t *n)
{
	zip_stat_t s;
	zip_int64_t i = zip_name_locate(a->zip, name, 0);
	if (i < 0)
		i = zip_name_locate(a->zip, name, ZIP_FL_NOCASE);
	if (i < 0)
		return IMP_ZIP_MISSING;
	if (zip_stat_index(a->zip, (zip_uint64_t)i, 0, &s) || !(s.valid & ZIP_STAT_SIZE))
		return IMP_ZIP_BROKEN;
	if (is_locked(&s))
		return IMP_ZIP_LOCKED;
	if (s.size > PART || a->taken + s.size > ALL)
		return IMP_ZIP_BIG;
	zip_file_t *f = zip_fopen_index(a->zip, (zip_uint64_t)i, 0);
	if (!f)
		return IMP_ZIP_BROKEN;
	char *to = mem_get(a->mem, (size_t)s.size + 1);
	zip_int64_t got, have = 0;
	while (have < (zip_int64_t)s.size && (got = zip_fread(f, to + have, s.size - (zip_uint64_t)have)) > 0)
		have += got;
	char more;
	bool whole = have == (zip_int64_t)s.size && zip_fread(f, &more, 1) == 0;
	whole = !zip_fclose(f) && whole;
	a->taken += (size_t)have;
	if (!whole)
		return IMP_ZIP_BROKEN;
	*data = to;
	*n = (size_t)s.size;
	return IMP_ZIP_FINE;
}

const char *imp_zip_name(const struct imp_zip *a, size_t i)
{
	return i < (size_t)zip_get_num_entries(a->zip, 0) ? zip_get_name(a->zip, i, ZIP_FL_ENC_GUESS) : NULL;
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
