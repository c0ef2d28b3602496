/* reader.c: what of a document a caller sees: all of it who may write it, what the public sees who may only read. */
#include <string.h>

#include "base/file.h"
#include "source/source.h"
#include "werkstatt/save.h"

static bool writes(const struct wst_call *k, const char *real)
{
	return wst_right(k, wst_below(k, real)) >= WST_WRITE;
}

/* The attribute, not a word that begins like it; in doubt it is one. */
static bool says_public(const struct buf *b)
{
	static const char name[] = "oeffentlich";
	const char *end = b->data + b->len;
	for (const char *p = b->data; (p = memmem(p, (size_t)(end - p), name, sizeof name - 1)); p++) {
		const char *after = p + sizeof name - 1;
		while (after < end && strchr(" \t\r\n", *after))
			after++;
		if (p > b->data && strchr(" \t\r\n", p[-1]) && after < end && *after == '=')
			return true;
	}
	return false;
}

/* May everybody read its text: no paper, session or minutes, of which the public sees an excerpt, nor a file that
 * belongs to one? In doubt not. */
static bool is_open(struct wst_call *k, const char *real)
{
	struct src_glance g;
	struct buf b = {0};
	struct diag *unused = diag_new();
	const char *whole = pipe_whole(k->mem, real, unused);
	const enum doc_kind kind = src_glance(k->mem, whole, &g) ? doc_kind_find(g.kind) : DOC_KIND_MAX;
	const bool open = doc_kind_class(kind) == DOC_CLASS_ROOT && !doc_kind_council(kind) &&
		file_read(&b, real, unused) && b.len && !says_public(&b);
	diag_free(unused);
	buf_free(&b);
	return open;
}

/* A reader without the right to write sees papers, sessions and minutes as pages only: what is not public is not on
 * them. */
bool wst_sees_source(struct wst_call *k, const char *real)
{
	return (writes(k, real) || is_open(k, real)) && wst_may_read(k, real);
}

/* The file, for whom may() lets; NULL: why it does not is said. */
static char *let_in(struct wst_call *k, const char *below_root, bool (*may)(struct wst_call *, const char *),
	const char *why)
{
	char *real = wst_file(k, below_root, WST_READ);
	if (!real || may(k, real))
		return real;
	wst_say(k, MHD_HTTP_FORBIDDEN, why);
	return NULL;
}

char *wst_source(struct wst_call *k, const char *below_root)
{
	return let_in(k, below_root, wst_sees_source, "Hier ist nur das Öffentliche zu lesen: als Seiten");
}

char *wst_readable(struct wst_call *k, const char *below_root)
{
	return let_in(k, below_root, wst_may_read, "Hier ist nichts Öffentliches zu lesen");
}

bool wst_text(struct wst_call *k, const char *real, struct buf *out)
{
	struct buf b = {0};
	struct diag *unused = diag_new();
	bool read = file_read(&b, real, unused);
	diag_free(unused);
	if (read && writes(k, real))
		buf_put(out, b.data, b.len);
	else if (read)
		read = src_shown(k->mem, real, &b, out);
	buf_free(&b);
	return read;
}

bool wst_edition(struct wst_call *k, const char *real, struct edition *e, struct diag *d)
{
	struct edition open;
	pipe_read(k->w->pipe, real, NULL, e, d);
	if (!e->doc || writes(k, real))
		return e->doc;
	if (doc_kind_class(e->doc->root->kind) != DOC_CLASS_ROOT || !e->style || e->doc->incomplete)
		return false;
	if (wst_held_back(k, e)) {
		wst_say(k, MHD_HTTP_FORBIDDEN, "Hier ist nichts Öffentliches zu lesen");
		return false;
	}
	if (!pipe_read_public(k->w->pipe, e, &open, d))
		return false;
	if (!open.lent) {
		pipe_end(e);
		*e = open;
	}
	return true;
}

void wst_say_unread(struct wst_call *k, const char *real, struct diag *d)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(d, &n);
	while (n > 1 && m->sev < DIAG_FEHLER)
		m++, n--;
	wst_say(k, MHD_HTTP_UNPROCESSABLE_CONTENT, n && writes(k, real) ? m->text
		: "Das Dokument lässt sich so nicht setzen");
}
