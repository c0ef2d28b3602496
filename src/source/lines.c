/* lines.c: a tree of elements written by tool/xsdlines.c: the schema at every start of the program, without parsing
 * XML. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/schema.h"
#include "source/source.h"

enum { DEPTH = 32 };

/* Ends the field at p and goes behind it; NULL where the line ends with it. */
static char *field_end(char *p, char **end)
{
	char *q = p + strcspn(p, "\t\n");
	bool more = *q == '\t';
	*end = *q ? q + 1 : q;
	*q = '\0';
	return more ? *end : NULL;
}

static struct src_elem *element(struct mem *m, const char *path, char **line, int *depth)
{
	char *end = *line, *p = field_end(*line, &end), *place = p, *name = p ? field_end(p, &end) : NULL;
	*depth = atoi(*line);
	if (!name || *depth < 0 || *depth >= DEPTH)
		return NULL;
	struct src_elem *e = MEM_NEW(m, struct src_elem);
	size_t tabs = 0;
	p = field_end(name, &end);
	if (p)
		tabs = 1;
	for (const char *q = p; q && *q && *q != '\n'; q++)
		tabs += *q == '\t';
	*e = (struct src_elem){.name = name,
		.file = path,
		.line = atoi(place),
		.attrs = MEM_ARRAY(m, struct src_attr, tabs / 2 + 1),
		.text = ""};
	while (p) {
		char *value = field_end(p, &end);
		if (!value)
			return NULL;
		e->attrs[e->nattrs++] = (struct src_attr){p, value};
		p = field_end(value, &end);
	}
	*line = end;
	return e;
}

const struct src_elem *schema_lines(struct mem *m, const char *lines, const char *path, struct diag *d)
{
	struct buf b = {0};
	if (!file_exists(lines) || !file_read(&b, lines, d))
		return NULL;
	char *text = mem_str(m, b.data ? b.data : "", b.len);
	struct src_elem *root = NULL, *open[DEPTH] = {NULL}, *last[DEPTH] = {NULL};
	int deep = -1;
	buf_free(&b);
	while (*text) {
		int depth;
		struct src_elem *e = element(m, path, &text, &depth);
		if (!e || depth > deep + 1 || (root && !depth))
			return NULL;                           /* not written by our tool: the XSD itself is read */
		if (!depth)
			root = e;
		else if (last[depth])
			last[depth]->next = e;
		else
			open[depth - 1]->first = e;
		open[depth] = last[depth] = e;
		if (depth + 1 < DEPTH)
			last[depth + 1] = NULL;
		deep = depth;
	}
	return root;
}
