/* line.c: the line a word stands on. A text node knows the line of its first character; here its folded text is
 * followed through the file's bytes, line break by line break. Where that fails (a file in another encoding, very long
 * lines), the node's line stands. */
#include <string.h>

#include "check/line.h"

enum { FAR = 65536, LONG_LINE = 4096 };

struct chk_lines {
	struct file_lines { const char **start; size_t n; } *file;   /* per file, filled when first asked for */
	const struct doc_node *node;                   /* where the last search ended: findings come in order */
	size_t at;
	const char *raw;
	int line;
	const struct doc_node *walked, *first;         /* how far the walk has come, and the first on that line */
};

static bool blank(char ch)
{
	return ch == ' ' || ch == '\n' || ch == '\t' || ch == '\r';
}

static struct chk_lines *lines(struct chk *c)
{
	return c->lines ? c->lines : (c->lines = MEM_NEW(c->mem, struct chk_lines));
}

const char *chk_line_start(struct chk *c, const struct doc_node *n)
{
	struct chk_lines *t = lines(c);
	const struct doc_file *f = &c->doc->files[n->file];
	if (!t->file)
		t->file = MEM_ARRAY(c->mem, struct file_lines, c->doc->nfiles);
	struct file_lines *l = &t->file[n->file];
	if (!l->n) {
		for (const char *p = f->data, *end = p + f->size; p && p < end;
			p = memchr(p, '\n', (size_t)(end - p)), p = p ? p + 1 : NULL)
			l->n++;
		l->start = MEM_ARRAY(c->mem, const char *, l->n);
		l->n = 0;
		for (const char *p = f->data, *end = p + f->size; p && p < end;
			p = memchr(p, '\n', (size_t)(end - p)), p = p ? p + 1 : NULL)
			l->start[l->n++] = p;
	}
	return n->line >= 1 && (size_t)n->line <= l->n ? l->start[n->line - 1] : NULL;
}

const struct doc_node *chk_line_first(struct chk *c, const struct doc_node *n)
{
	struct chk_lines *t = lines(c);
	if (!t->walked || t->walked->order > n->order)
		t->walked = t->first = c->doc->root;
	while (t->walked && t->walked != n) {
		t->walked = doc_walk(c->doc->root, t->walked);
		if (t->walked && (t->walked->line != t->first->line || t->walked->file != t->first->file))
			t->first = t->walked;
	}
	return t->walked ? t->first : n;
}

/* Behind a comment or a CDATA mark, else r itself. */
static const char *skip_mark(const char *r, const char *end)
{
	const char *close = NULL;
	if (end - r > 9 && !memcmp(r, "<![CDATA[", 9))
		return r + 9;
	if (end - r > 3 && !memcmp(r, "]]>", 3))
		return r + 3;
	if (end - r > 4 && !memcmp(r, "<!--", 4))
		close = memmem(r, (size_t)(end - r), "-->", 3);
	return close ? close + 3 : r;
}

const char *chk_follow(const char *r, const char *end, const char *s, const char *to, int *line)
{
	bool after_blank = false;
	while (s < to) {
		const char *mark = r < end && (*r == '<' || *r == ']') ? skip_mark(r, end) : r;
		for (; r < mark; r++)
			*line += *r == '\n';
		if (r >= end)
			return NULL;
		/* blanks on both sides of a comment are one blank of the text */
		if (blank(*r) && (*s == ' ' || after_blank)) {
			for (; r < end && blank(*r); r++)
				*line += *r == '\n';
			s += !after_blank;
			after_blank = true;
			continue;
		}
		after_blank = false;
		if (*r == '&') {
			r = memchr(r, ';', (size_t)(end - r));
			if (!r)
				return NULL;
			r++;
			s = chk_after(s);
		} else if (*r++ != *s++) {
			return NULL;
		}
	}
	return r;
}

static const char *search(struct chk *c, const struct doc_node *n, const char *s, const char *to, int *line)
{
	const struct doc_file *f = &c->doc->files[n->file];
	const char *start = chk_line_start(c, n), *end = f->data + f->size;
	const char *stop = start
		? memchr(start, '\n', (size_t)(end - start) < LONG_LINE ? (size_t)(end - start) : LONG_LINE)
		: NULL;
	for (const char *p = start; stop && p < stop; p++) {
		int at = n->line;
		const char *found = *p == *s || *p == '&' ? chk_follow(p, end, s, to, &at) : NULL;
		if (found) {
			*line = at;
			return found;
		}
	}
	return NULL;
}

int chk_line(struct chk *c, const struct doc_node *n, size_t at)
{
	struct chk_lines *t = lines(c);
	if (n->kind != DOC_TEXT || at > FAR || at > n->len || n->file >= c->doc->nfiles || !c->doc->files[n->file].data)
		return n->line;
	const char *s = n->text, *to = n->text + at, *found;
	int line = n->line;
	if (t->node == n && t->at <= at) {
		line = t->line;
		const struct doc_file *f = &c->doc->files[n->file];
		found = chk_follow(t->raw, f->data + f->size, n->text + t->at, to, &line);
	} else {
		s += *s == ' ';
		if (to <= s)
			return n->line;
		found = search(c, n, s, to, &line);
	}
	if (!found)
		return n->line;
	t->node = n;
	t->at = at;
	t->raw = found;
	t->line = line;
	return line;
}
