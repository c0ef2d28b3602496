/* answer.c: where a finding has one answer, the answer: which bytes of the author's file become which. What cannot be
 * found there to the byte (another encoding, text from elsewhere) has none. */
#include <string.h>

#include "check/line.h"
#include "base/esc.h"

enum { LONG_LINE = 4096 };                             /* bytes; a longer one was written by no author */

/* Which one of those that read alike on its line the node is, from 0. */
static int nth_alike(struct chk *c, const struct doc_node *n)
{
	int nth = 0;
	for (const struct doc_node *o = chk_line_first(c, n); o && o != n; o = doc_walk(c->doc->root, o))
		nth += o->file == n->file && o->line == n->line && o->kind == n->kind && o->len == n->len &&
			(n->kind != DOC_TEXT || !memcmp(o->text, n->text, n->len));
	return nth;
}

/* Where its line begins and ends; NULL: not known, or too long. */
static const char *line_of(struct chk *c, const struct doc_node *n, const char **stop)
{
	const struct doc_file *f = &c->doc->files[n->file];
	const char *line = f->data ? chk_line_start(c, n) : NULL;
	*stop = line ? memchr(line, '\n', (size_t)(f->data + f->size - line)) : NULL;
	return *stop && *stop - line < LONG_LINE ? line : NULL;
}

static const char *before_blanks(const char *start, const char *p)
{
	while (p > start && strchr(" \t\r\n", p[-1]))
		p--;
	return p;
}

/* The text begins at p: behind a tag, and up to the next one. */
static bool stands_at(const struct doc_file *f, const struct doc_node *n, const char *p)
{
	int line = 0;
	const char *b = before_blanks(f->data, p), *end = f->data + f->size;
	const char *q = b > f->data && b[-1] == '>' ? p : NULL;
	q = q ? chk_follow(q, end, n->text + (*n->text == ' '), n->text + n->len, &line) : NULL;
	while (q && q < end && strchr(" \t\r\n", *q))
		q++;
	return q && q < end && *q == '<';
}

/* Where the text of the node begins, without its leading blank; NULL: not to be found. */
static const char *text_start(struct chk *c, const struct doc_node *n)
{
	const struct doc_file *f = &c->doc->files[n->file];
	const char *s = n->text + (*n->text == ' '), *stop, *line = line_of(c, n, &stop);
	int nth = line ? nth_alike(c, n) : 0;
	for (const char *p = line; line && p < stop; p++)
		if ((*p == *s || *p == '&') && stands_at(f, n, p) && !nth--)
			return p;
	return NULL;
}

static bool range_of(struct chk *c, const struct doc_node *n, size_t from, size_t to, struct diag_answer *a)
{
	if (n->kind != DOC_TEXT || n->file >= c->doc->nfiles || !c->doc->files[n->file].data || to > n->len)
		return false;
	const struct doc_file *f = &c->doc->files[n->file];
	const char *p = text_start(c, n), *end = f->data + f->size, *s = n->text + (*n->text == ' ');
	int line = 0;
	const char *begin = p ? chk_follow(p, end, s, n->text + from, &line) : NULL,
		   *stop = p ? chk_follow(p, end, s, n->text + to, &line) : NULL;
	if (!begin || !stop || n->text + from < s)
		return false;
	a->from = (size_t)(begin - f->data);
	a->to = (size_t)(stop - f->data);
	return true;
}

static const char *as_xml(struct chk *c, const char *s)
{
	struct buf b = {0};
	esc_text(&b, s, strlen(s));
	return buf_take(&b, c->mem);
}

void chk_answer(struct chk *c, const struct chk_text *t, const char *p, const char *q, const char *now)
{
	size_t from;
	bool insert = p == q && p > t->s;              /* goes with what stands before it */
	const struct doc_node *n = t->attr || !c->context->answers ? NULL : chk_node_at(t, p - insert, &from);
	struct diag_answer a = {.now = as_xml(c, now)};
	if (n && range_of(c, n, from + insert, from + insert + (size_t)(q - p), &a))
		chk_keep_answer(c, n, &a);
}

void chk_answer_all(struct chk *c, const struct doc_node *element, const char *now)
{
	const struct doc_node *n = element->first;
	struct diag_answer a = {.now = as_xml(c, now)};
	if (c->context->answers && n && !n->next && n->kind == DOC_TEXT && range_of(c, n, *n->text == ' ', n->len, &a))
		chk_keep_answer(c, n, &a);
}

/* ---- attributes */

static bool name_ends(char ch)
{
	return strchr(" \t\r\n/>=", ch) != NULL;
}

/* The start tag of the element: behind its name. */
static const char *tag_of(struct chk *c, const struct doc_node *n)
{
	const char *name = doc_kind_name((enum doc_kind)n->kind), *stop, *line = line_of(c, n, &stop);
	size_t len = strlen(name);
	int nth = line ? nth_alike(c, n) : 0;
	for (const char *p = line; line && (p = memchr(p, '<', (size_t)(stop - p))); p++)
		if ((size_t)(stop - p) > len && !memcmp(p + 1, name, len) && name_ends(p[1 + len]) && !nth--)
			return p + 1 + len;
	return NULL;
}

void chk_answer_attr(struct chk *c, const struct doc_node *n, enum doc_attr attr, const char *now)
{
	const char *name = doc_attr_name(attr), *is = doc_get(n, attr);
	const struct doc_file *f = &c->doc->files[n->file];
	const char *p = c->context->answers ? tag_of(c, n) : NULL;
	const char *end = p ? memchr(p, '>', (size_t)(f->data + f->size - p)) : NULL;
	size_t len = strlen(name), size = is ? strlen(is) : 0;
	for (; p && end && (p = memmem(p, (size_t)(end - p), name, len)); p++) {
		const char *v = p + len + 2;
		if (!strchr(" \t\r\n", p[-1]) || p[len] != '=' || v + size >= end || memcmp(v, is ? is : "", size) ||
			v[size] != v[-1])
			continue;
		struct diag_answer a = {(size_t)(v - f->data), (size_t)(v - f->data) + size, as_xml(c, now)};
		chk_keep_answer(c, n, &a);
		return;
	}
}
