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

enum doc_kind pipe_kind(const char *path, bool *numbered)
{
	struct diag *unused = diag_new();
	struct buf b = {0};
	const char *name = "";
	size_t n = file_read(&b, path, unused) && b.len ? root_name(b.data, b.len, &name) : 0;
	char *root = strndup(name, n);
	enum doc_kind kind = doc_kind_find(root);
	if (numbered)
		*numbered = kind == DOC_VORLAGE && has_number(name);
	free(root);
	buf_free(&b);
	diag_free(unused);
	return kind;
}

bool pipe_is_document(const char *path)
{
	enum doc_kind kind = pipe_kind(path, NULL);
	return kind != DOC_KIND_MAX && kind != DOC_VERZEICHNIS && doc_kind_class(kind) == DOC_CLASS_ROOT;
}
