/* read.c: takes embedded files out of a PDF as this room writes it. No reader of PDF: it knows the shape of our own
 * objects and nothing else; every number in the file is doubted. */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/pdf.h"

enum { HEAD = 4096, MOST = 256 << 20 };            /* longest dictionary looked at; largest embedded file */

struct span { const char *p, *end; };

static const char *seek(struct span s, const char *what)
{
	size_t n = strlen(what);
	return s.p && s.p < s.end ? memmem(s.p, (size_t)(s.end - s.p), what, n) : NULL;
}

static struct span after(struct span s, const char *what)
{
	const char *p = seek(s, what);
	return (struct span){p ? p + strlen(what) : NULL, s.end};
}

static size_t number(struct span s)
{
	size_t v = 0;
	while (s.p && s.p < s.end && *s.p == ' ')
		s.p++;
	if (!s.p || s.p == s.end || *s.p < '0' || *s.p > '9')
		return MOST;
	for (; s.p < s.end && *s.p >= '0' && *s.p <= '9' && v < MOST; s.p++)
		v = v * 10 + (size_t)(*s.p - '0');
	return v;
}

/* The dictionary from its /Type to the keyword that ends it. */
static struct span dictionary(struct span file, const char *type, const char *end)
{
	struct span d = after(file, type);
	if (!d.p)
		return d;
	if (d.end - d.p > HEAD)
		d.end = d.p + HEAD;
	const char *stop = seek(d, end);
	return (struct span){stop ? d.p : NULL, stop};
}

/* The relationship stands in the Filespec that we write just after its file. */
static const char *relationship(struct span rest)
{
	static const char *const known[] = {"Source", "Data", "Supplement", "Alternative", "Unspecified"};
	if (rest.end - rest.p > HEAD)
		rest.end = rest.p + HEAD;
	struct span d = dictionary(rest, "/Type /Filespec", "endobj");
	const char *next = seek(rest, "/Type /EmbeddedFile");
	struct span name = after(d, "/AFRelationship /");
	if (!name.p || (next && next < name.p))
		return NULL;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if ((size_t)(name.end - name.p) >= strlen(known[i]) && !memcmp(name.p, known[i], strlen(known[i])))
			return known[i];
	return NULL;
}

static bool give(struct span d, struct span file, struct libdeflate_decompressor *inflate, pdf_attachment_fn *fn,
	void *arg)
{
	size_t packed = number(after(d, "/Length")), size = number(after(d, "/Size"));
	const char *data = d.end + strlen("stream\n");
	if (packed >= MOST || size >= MOST || data >= file.end || packed > (size_t)(file.end - data))
		return false;
	struct pdf_attachment a = {.size = size, .relationship = relationship((struct span){data + packed, file.end})};
	char *plain = mem_alloc(size + 1);
	bool good = libdeflate_zlib_decompress(inflate, data, packed, plain, size, NULL) == LIBDEFLATE_SUCCESS;
	plain[good ? size : 0] = '\0';
	a.data = plain;
	if (good)
		fn(arg, &a);
	free(plain);
	return good;
}

bool pdf_read_attachments(const char *pdf, size_t n, pdf_attachment_fn *fn, void *arg)
{
	struct span file = {pdf, pdf + n};
	struct libdeflate_decompressor *inflate = libdeflate_alloc_decompressor();
	bool any = false;
	while (inflate && seek(file, "/Type /EmbeddedFile")) {
		struct span d = dictionary(file, "/Type /EmbeddedFile", "stream\n");
		if (d.p)
			any |= give(d, file, inflate, fn, arg);
		file = after(file, "/Type /EmbeddedFile");
	}
	libdeflate_free_decompressor(inflate);
	return any;
}
