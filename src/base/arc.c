/* arc.c: files in memory to a ZIP file. */
#include "base/arc.h"

#include <string.h>
#include <zip.h>

enum { DOS_1980 = 0x21 };                              /* 1 January 1980, the first day a ZIP file knows */
enum { LEVEL = 6 };

static bool add(zip_t *z, const struct arc_file *f)
{
	zip_source_t *s = zip_source_buffer(z, f->data, f->size, 0);
	zip_int64_t i = s ? zip_file_add(z, f->name, s, ZIP_FL_ENC_GUESS) : -1;
	if (i < 0) {
		zip_source_free(s);
		return false;
	}
	const zip_uint64_t at = (zip_uint64_t)i;
	return !zip_set_file_compression(z, at, f->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, f->stored ? 0 : LEVEL) &&
		!zip_file_set_dostime(z, at, 0, DOS_1980, 0) &&
		!zip_file_set_external_attributes(z, at, 0, ZIP_OPSYS_UNIX, (zip_uint32_t)0100644 << 16);
}

/* The finished archive stands in src. */
static bool archive(const struct arc_file *files, size_t n, const char *comment, zip_source_t *src)
{
	zip_t *z = zip_open_from_source(src, ZIP_TRUNCATE, NULL);
	if (!z)
		return false;
	zip_source_keep(src);                              /* zip_close gives back its own hold on it */
	bool ok = true;
	for (size_t i = 0; ok && i < n; i++)
		ok = add(z, &files[i]);
	if (comment)
		ok = ok && !zip_set_archive_comment(z, comment, (zip_uint16_t)strlen(comment));
	if (ok && !zip_close(z))
		return true;
	zip_discard(z);
	return false;
}

bool arc_pack(const struct arc_file *files, size_t n, const char *comment, void (*put)(void *, const void *, size_t),
	void *arg)
{
	char block[16384];
	zip_int64_t got;
	zip_source_t *src = zip_source_buffer_create(NULL, 0, 0, NULL);
	const bool ok = src && archive(files, n, comment, src) && !zip_source_open(src);
	while (ok && (got = zip_source_read(src, block, sizeof block)) > 0)
		put(arg, block, (size_t)got);
	if (ok)
		zip_source_close(src);
	if (src)
		zip_source_free(src);
	return ok;
}
