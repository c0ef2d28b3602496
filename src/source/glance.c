/* glance.c: a look at a document without reading it: its outermost tag and its title, for lists. */
#include <string.h>

#include "base/file.h"
#include "model/doc.h"
#include "source/source.h"
#include "source/token.h"

static const char *value(struct mem *m, const struct tokens *t, const struct token *k, const char *name)
{
	struct token_attr a;
	return token_find(t, k, name, &a) ? mem_str(m, t->data + a.value, a.value_end - a.value) : "";
}

/* The words of the document's own title (titles further down may not be for everybody), without tags; entities as they
 * are written. */
static const char *title(struct mem *m, struct tokens *t)
{
	struct token k;
	struct buf b = {0};
	while (token_next(t, &k))
		if (k.kind == TOKEN_CLOSE && token_is(&k, "angaben"))
			return "";
		else if (k.kind == TOKEN_OPEN && token_is(&k, "titel"))
			break;
	while (token_next(t, &k) && !(k.kind == TOKEN_CLOSE && token_is(&k, "titel")))
		if (k.kind == TOKEN_TEXT)
			buf_put(&b, t->data + k.from, k.to - k.from);
	const char *line = buf_line(m, b.data ? b.data : "");
	buf_free(&b);
	return line;
}

static void look(struct mem *m, struct tokens *t, struct src_glance *g)
{
	struct token k;
	struct token_attr a;
	while (token_next(t, &k) && k.kind != TOKEN_OPEN && k.kind != TOKEN_EMPTY)
		;
	if (k.kind != TOKEN_OPEN && k.kind != TOKEN_EMPTY)
		return;
	bool said = token_find(t, &k, "oeffentlich", &a);
	*g = (struct src_glance){.kind = mem_str(m, k.local, k.nlocal),
		.id = value(m, t, &k, "id"),
		.ort = value(m, t, &k, "ort"),
		.edition = value(m, t, &k, "edition"),
		.nummer = value(m, t, &k, "nummer"),
		.gremium = value(m, t, &k, "gremium"),
		.datum = value(m, t, &k, "datum")};
	g->hidden = said && strcmp(value(m, t, &k, "oeffentlich"), "ja") != 0;
	g->title = title(m, t);
}

bool src_glance(struct mem *m, const char *path, struct src_glance *g)
{
	struct buf b = {0};
	struct diag *unused = diag_new();
	*g = (struct src_glance){0};
	if (file_read(&b, path, unused) && b.len) {
		struct tokens t = {b.data, b.len, 0};
		look(m, &t, g);
	}
	diag_free(unused);
	buf_free(&b);
	return g->kind != NULL;
}
