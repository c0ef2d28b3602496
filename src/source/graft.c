/* graft.c: an element cut out of one file and put into another, which keeps every byte it has. */
#include <string.h>

#include "source/source.h"
#include "source/token.h"

struct span { struct token open; size_t close, end; };     /* close: where its end tag begins */

static bool holds(const struct tokens *t, const struct token *k, const char *attr, const char *value)
{
	struct token_attr a;
	return (k->kind == TOKEN_OPEN || k->kind == TOKEN_EMPTY) && token_find(t, k, attr, &a) &&
		a.value_end - a.value == strlen(value) && !memcmp(t->data + a.value, value, strlen(value));
}

/* The element whose attribute has that value. */
static bool find(struct tokens *t, const char *attr, const char *value, struct span *s)
{
	struct token k;
	int depth = 1;
	bool found = false;
	while (!found && token_next(t, &k))
		found = holds(t, &k, attr, value);
	if (!found)
		return false;
	*s = (struct span){k, k.from, k.to};
	while (s->open.kind == TOKEN_OPEN && depth && token_next(t, &k)) {
		depth += (k.kind == TOKEN_OPEN) - (k.kind == TOKEN_CLOSE);
		s->close = k.from;
		s->end = k.to;
	}
	return true;
}

static size_t indent(const struct tokens *t, size_t at, const char **from)
{
	size_t line = at, n = 0;
	while (line && t->data[line - 1] != '\n')
		line--;
	while (t->data[line + n] == ' ' || t->data[line + n] == '\t')
		n++;
	*from = t->data + line;
	return n;
}

bool src_cut(const char *data, size_t size, const char *id, struct buf *out)
{
	struct tokens t = {data, size, 0};
	struct span s;
	if (!size || !find(&t, "id", id, &s))
		return false;
	buf_put(out, data + s.open.from, s.end - s.open.from);
	return true;
}

bool src_graft(const char *data, size_t size, enum src_graft where, const char *value, const char *xml, struct buf *out)
{
	struct tokens t = {data, size, 0};
	struct span s;
	const char *blank;
	if (!size || !find(&t, where == SRC_AFTER_INCLUDE ? "href" : "id", value, &s) ||
		(where == SRC_INTO && s.open.kind == TOKEN_EMPTY))
		return false;
	size_t n = indent(&t, s.open.from, &blank), at = where == SRC_INTO ? s.close : s.end;
	while (where == SRC_INTO && at && (data[at - 1] == ' ' || data[at - 1] == '\t'))
		at--;
	const bool inside = where == SRC_INTO && at && data[at - 1] != '\n';  /* its text ends on this line */
	buf_put(out, data, at);
	buf_str(out, inside ? "\n" : "");
	buf_str(out, where == SRC_INTO ? "  " : "\n");
	buf_put(out, blank, n);
	buf_str(out, xml);
	buf_str(out, where == SRC_INTO ? "\n" : "");
	buf_put(out, blank, inside ? n : 0);
	buf_put(out, data + at, size - at);
	return true;
}
