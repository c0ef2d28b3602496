/* peek.c: what a file is, by its outermost element. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "pipeline/pipeline.h"

/* The name of the outermost element: comments, instructions and a document type stand before it. */
static size_t root_name(const char *s, size_t n, const char **name)
{
	const char *end = s + n, *p = s;
	while ((p = memchr(p, '<', (size_t)(end - p))) && end - p > 4) {
		const char *close = !memcmp(p, "<!--", 4) ? "-->" : p[1] == '?' ? "?>" : p[1] == '!' ? ">" : NULL;
		if (!close) {
			*name = ++p;
			while (p < end && (isalnum((unsigned char)*p) || *p == '-'))
				p++;
			return (size_t)(p - *name);
		}
		p = memmem(p + 2, (size_t)(end - p - 2), close, strlen(close));
		if (!p)
			break;
	}
	return 0;
}

static bool has_number(const char *tag)
{
	const char *close = strchr(tag, '>');
	size_t n = close ? (size_t)(close - tag) : 0;
	return !close || memmem(tag, n, " nummer=", 8) || memmem(tag, n, "\nnummer=", 8);
}

static struct pipe_peek peek(const char *data, size_t size)
{
	static const char ours[] = "urn:ratssatz:";
	const char *name = "";
	size_t n = root_name(data, size, &name);
	char *root = strndup(name, n);
	struct pipe_peek p = {.kind = doc_kind_find(root)};
	p.numbered = p.kind == DOC_VORLAGE && has_number(name);
	p.document = p.kind == DOC_KIND_MAX ? !n || memmem(data, size, ours, strlen(ours))
					    : p.kind != DOC_VERZEICHNIS && doc_kind_class(p.kind) == DOC_CLASS_ROOT;
	free(root);
	return p;
}

struct pipe_peek pipe_peek(const char *path)
{
	struct diag *unused = diag_new();
	struct buf b = {0};
	file_read(&b, path, unused);
	struct pipe_peek p = peek(b.data ? b.data : "", b.len);
	buf_free(&b);
	diag_free(unused);
	return p;
}
