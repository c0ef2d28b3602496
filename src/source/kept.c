/* kept.c: what right below the outermost element of a file was read without a word, kept for when the file is read
 * again. The parser is then given the file with a mark in place of each element that is the same, byte for byte, in the
 * same place; it still reads all else, and a mark that it reports stood where an element may stand. If the rest is not
 * well-formed, the file is read whole, so that every fault is told as ever. */
#include <string.h>

#include "base/store.h"
#include "source/load.h"
#include "source/token.h"

static const char mark[] = "<?" KEPT_MARK "?>";

/* ---- found by what it was read from: its bytes, the file's outermost tag, and what that stands in */

static void put_context(struct buf *key, const struct loader *l, int base, const char *data, size_t size)
{
	struct tokens t = {data, size, 0};
	struct token k;
	while (token_next(&t, &k) && k.kind != TOKEN_OPEN && k.kind != TOKEN_EMPTY)
		;
	buf_chr(key, (char)('0' + l->excerpt));
	for (int i = 0; i < base; i++)
		buf_fmt(key, "%d%c", l->stack[i].node->kind, l->stack[i].verbatim ? '!' : ' ');
	buf_put(key, data + k.from, k.to - k.from);
}

static const struct kept *find(const struct loader *l, struct buf *key, size_t context, const char *s, size_t n)
{
	key->len = context;
	buf_put(key, s, n);
	return store_get(l->src->kept, key->data, key->len);
}

/* ---- a tree, copied */

static void copy_attrs(struct mem *m, struct doc_node *to, const struct doc_node *from)
{
	struct doc_av *av = from->nattrs ? MEM_ARRAY(m, struct doc_av, from->nattrs) : NULL;
	for (int i = 0; i < from->nattrs; i++)
		av[i] = (struct doc_av){from->attrs[i].attr, mem_dup(m, from->attrs[i].value)};
	to->attrs = av;
	to->nattrs = from->nattrs;
}

void kept_copy(struct doc *doc, struct doc_node *up, const struct doc_node *from, int file, int lines)
{
	struct doc_node *to = doc_add(doc, up, from->kind, file, from->line + lines);
	copy_attrs(doc->mem, to, from);
	if (from->kind == DOC_TEXT)
		to->text = mem_str(doc->mem, from->text, from->len);
	to->len = from->len;
	for (const struct doc_node *k = from->first; k; k = k->next)
		kept_copy(doc, to, k, file, lines);
}

void kept_keep(struct loader *l, int base, const struct kept_text *text, size_t from, size_t to)
{
	const struct doc_node *n = l->stack[l->depth].node;
	struct doc into = {.mem = store_mem(l->src->kept)};
	struct doc_node above = {0};
	struct buf key = {0};
	put_context(&key, l, base, text->data, text->size);
	if (!find(l, &key, key.len, text->data + from, to - from)) {
		struct kept *k = store_put(l->src->kept, key.data, key.len, sizeof *k);
		kept_copy(&into, &above, n, 0, 0);
		above.first->parent = NULL;
		k->root = above.first;
		k->lines = load_line(text->data + from, text->data + to) - 1;
	}
	buf_free(&key);
}

/* ---- the file with marks */

/* The next element right below the outermost one; false: no more, or somebody writes marks himself. */
static bool next_element(struct tokens *t, int *depth, struct token *e)
{
	struct token k;
	size_t from = 0;
	while (token_next(t, &k)) {
		if (k.kind == TOKEN_PI && !strncmp(t->data + k.from, mark, strlen("<?" KEPT_MARK)))
			return false;
		if (k.kind == TOKEN_OPEN && (*depth)++ == 1)
			from = k.from;
		else if (k.kind == TOKEN_EMPTY && *depth == 1)
			from = k.from;
		*depth -= k.kind == TOKEN_CLOSE;
		if ((k.kind == TOKEN_EMPTY || k.kind == TOKEN_CLOSE) && *depth == 1) {
			*e = (struct token){.from = from, .to = k.to};
			return true;
		}
	}
	return false;
}

static void add(struct loader *l, struct kept_file *f, const struct kept *k, int line)
{
	MEM_ROOM_IN(l->doc->mem, f->at, f->n, f->cap);
	f->at[f->n++] = (struct kept_at){k, line};
	buf_str(&f->text, mark);
}

static bool is_sound(const struct buf *b)
{
	struct diag *unused = diag_new();
	const bool sound = token_sound("", b->data, b->len, unused);
	diag_free(unused);
	return sound;
}

bool kept_marked(struct loader *l, int file, struct kept_file *f)
{
	const struct doc_file *d = &l->doc->files[file];
	struct tokens t = {d->data, d->size, 0};
	struct buf key = {0};
	struct token e;
	size_t done = 0;
	int depth = 0, line = 1;
	*f = (struct kept_file){0};
	put_context(&key, l, l->depth, d->data, d->size);
	for (const size_t context = key.len; next_element(&t, &depth, &e);) {
		const struct kept *k = find(l, &key, context, d->data + e.from, e.to - e.from);
		if (!k)
			continue;
		buf_put(&f->text, d->data + done, e.from - done);
		line += load_line(d->data + done, d->data + e.from) - 1;
		add(l, f, k, line);
		line += k->lines;
		done = e.to;
	}
	buf_put(&f->text, d->data + done, d->size - done);
	buf_free(&key);
	return f->n && t.at == d->size && is_sound(&f->text);
}
