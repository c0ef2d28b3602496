/* shown.c: a file as it is attached to what the public gets. It looks the same when it is set: left out are speaker
 * notes, comments, processing instructions, reasons of Abweichungen, what an original said, what is still to be filled
 * in, where the schema lies on the author's machine, and names of namespaces that nothing uses. Every other byte stays.
 * What is not public at all is cut before, by the excerpt. */
#include <string.h>

#include "model/public.h"
#include "source/load.h"
#include "source/source.h"
#include "source/token.h"

struct showing {
	struct mem *mem;
	struct tokens t;
	char *out; size_t n;                           /* room for the whole file, made for the first byte left out */
	size_t copied;                                 /* bytes before this are in out or left out */
	int verbatim;                                  /* white space counts: so many elements deep */
};

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static void copy_to(struct showing *w, size_t to)
{
	if (!w->out)
		w->out = mem_get(w->mem, w->t.size + 1);
	memcpy(w->out + w->n, w->t.data + w->copied, to - w->copied);
	w->n += to - w->copied;
	w->copied = to;
}

/* If nothing else stands on its lines, those go too. */
static void cut(struct showing *w, size_t from, size_t to)
{
	size_t line, end = to;
	copy_to(w, from);
	w->copied = to;
	for (line = w->n; line && blank(w->out[line - 1]);)
		line--;
	while (end < w->t.size && blank(w->t.data[end]))
		end++;
	if (w->verbatim || end >= w->t.size || w->t.data[end] != '\n' || (line && w->out[line - 1] != '\n'))
		return;
	w->n = line;
	w->copied = end + 1;
}

static bool begins(const char *data, size_t n, const char *with)
{
	size_t len = strlen(with);
	return n >= len && !memcmp(data, with, len);
}

/* Of other namespaces nothing is left: neither their elements nor where the schema lies. */
static bool is_used(const char *namespace, size_t n)
{
	static const char *const used[] = {LOAD_NAMESPACE, LOAD_XINCLUDE};
	for (size_t i = 0; i < sizeof used / sizeof *used; i++)
		if (n == strlen(used[i]) && !memcmp(namespace, used[i], n))
			return true;
	return false;
}

static bool attr_kept(const struct showing *w, const struct token *k, const struct token_attr *a)
{
	const char *name = w->t.data + a->from, *value = w->t.data + a->value;
	size_t n = a->name_end - a->from, nvalue = a->value_end - a->value;
	if (begins(name, n, "xmlns"))
		return is_used(value, nvalue);
	if (memchr(name, ':', n))
		return begins(name, n, "xml:");
	bool label = token_is(k, doc_kind_name(DOC_OFFEN)) && n == 3 && begins(name, n, "was");
	return !label && !begins(name, n, "laut-");
}

static void start_tag(struct showing *w, const struct token *k)
{
	struct token_attr a;
	size_t before = (size_t)(k->name - w->t.data) + k->nname;
	for (size_t at = 0; token_attr(&w->t, k, &at, &a); before = a.to)
		if (!attr_kept(w, k, &a)) {
			copy_to(w, before);
			w->copied = a.to;
		}
}

static bool for_house(const struct token *k)
{
	const enum doc_kind *kind = doc_for_house;
	while (*kind < DOC_KIND_MAX && !token_is(k, doc_kind_name(*kind)))
		kind++;
	return *kind < DOC_KIND_MAX || token_is(k, doc_kind_name(DOC_NOTIZEN));
}

static void skip(struct showing *w, struct token *k)
{
	size_t from = k->from;
	for (int depth = k->kind == TOKEN_OPEN; depth && token_next(&w->t, k);)
		depth += (k->kind == TOKEN_OPEN) - (k->kind == TOKEN_CLOSE);
	cut(w, from, k->to);
}

static void show(struct showing *w)
{
	struct token k;
	while (token_next(&w->t, &k)) {
		bool tag = k.kind == TOKEN_OPEN || k.kind == TOKEN_EMPTY;
		if (k.kind == TOKEN_COMMENT || k.kind == TOKEN_PI)
			cut(w, k.from, k.to);
		else if (tag && for_house(&k))
			skip(w, &k);
		else if (tag)
			start_tag(w, &k);
		if (token_is(&k, doc_kind_name(DOC_QUELLTEXT)))
			w->verbatim += (k.kind == TOKEN_OPEN) - (k.kind == TOKEN_CLOSE);
	}
	if (w->out)
		copy_to(w, w->t.size);
}

void load_shown(struct doc *doc)
{
	for (size_t i = 0; i < doc->nfiles; i++) {
		struct doc_file *f = &doc->files[i];
		struct showing w = {.mem = doc->mem, .t = {f->data, f->size, 0}};
		show(&w);
		f->nshown = w.out ? w.n : f->size;
		f->shown = w.out ? w.out : f->data;
		if (w.out)
			w.out[w.n] = '\0';
	}
}

bool src_shown(struct mem *m, const char *path, const struct buf *file, struct buf *out)
{
	struct diag *unused = diag_new();
	struct showing w = {.mem = m, .t = {file->data, file->len, 0}};
	bool ok = file->len && token_sound(path, file->data, file->len, unused);
	if (ok)
		show(&w);
	if (ok)
		buf_put(out, w.out ? w.out : file->data, w.out ? w.n : file->len);
	diag_free(unused);
	return ok;
}
