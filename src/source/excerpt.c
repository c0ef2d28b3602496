/* excerpt.c: the public excerpt of a paper or session. In doubt something is left out: only oeffentlich="ja" and a part
 * with art="oeffentlich" are public. Included files are put in their place, so that the excerpt is one file. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/load.h"
#include "source/source.h"
#include "source/token.h"

enum { INCLUDES = 16 };                            /* nested; a circle ends here */

struct excerpt {
	struct mem *mem;
	struct diag *diag;
	struct buf *out;
	const char *dir;                               /* of the master file */
	bool hidden;                                   /* a non-public paper */
	int depth, neutral, verbatim;         /* open elements; neutral, verbatim: of these in <neutral>, <quelltext> */
	int nested, files;
	bool bad;
};

struct reading {                                   /* one file */
	struct tokens t;
	const char *path, *prefix;                     /* prefix: of the root, with its colon */
	size_t nprefix;
	size_t copied;                                 /* bytes before this are in out or left out */
	bool master;
};

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* ---- bytes ---- */

static void copy_to(struct excerpt *x, struct reading *r, size_t to)
{
	if (to > r->copied)
		buf_put(x->out, r->t.data + r->copied, to - r->copied);
	r->copied = to > r->copied ? to : r->copied;
}

/* Leaves out bytes; if nothing else stands on their lines, those lines too. */
static void cut(struct excerpt *x, struct reading *r, size_t from, size_t to)
{
	struct buf *b = x->out;
	size_t line, end = to;
	copy_to(x, r, from);
	r->copied = to;
	for (line = b->len; line && blank(b->data[line - 1]);)
		line--;
	while (end < r->t.size && blank(r->t.data[end]))
		end++;
	if (x->verbatim || end >= r->t.size || r->t.data[end] != '\n' || (line && b->data[line - 1] != '\n'))
		return;
	b->len = line;
	if (b->data)
		b->data[line] = '\0';
	r->copied = end + 1;
}

/* ---- what is left out ---- */

static bool value_is(const struct reading *r, const struct token_attr *a, const char *want)
{
	size_t from = a->value, to = a->value_end;
	while (from < to && (blank(r->t.data[from]) || r->t.data[from] == '\n'))
		from++;
	while (to > from && (blank(r->t.data[to - 1]) || r->t.data[to - 1] == '\n'))
		to--;
	return to - from == strlen(want) && !memcmp(r->t.data + from, want, to - from);
}

static bool foreign(const struct reading *r, const struct token *k)
{
	struct token_attr a;
	char own[64] = "xmlns";
	if ((size_t)(k->local - k->name) != r->nprefix || memcmp(k->name, r->prefix, r->nprefix))
		return true;
	if (r->nprefix && r->nprefix < sizeof own - 6) {
		own[5] = ':';
		memcpy(own + 6, r->prefix, r->nprefix - 1);
		own[6 + r->nprefix - 1] = '\0';
	}
	return token_find(&r->t, k, own, &a) && !value_is(r, &a, LOAD_NAMESPACE);
}

static bool secret(const struct reading *r, const struct token *k)
{
	struct token_attr a;
	if (foreign(r, k) || token_is(k, "vermerk") || token_is(k, "abweichung") || token_is(k, "laut"))
		return true;
	if (token_is(k, "teil"))
		return !token_find(&r->t, k, "art", &a) || !value_is(r, &a, "oeffentlich");
	return token_find(&r->t, k, "oeffentlich", &a) && !value_is(r, &a, "ja");
}

/* Of a non-public paper only its number, its neutral title and the Beratungsfolge are kept. */
static bool kept_hidden(const struct excerpt *x, const struct reading *r, const struct token *k)
{
	if (foreign(r, k) || token_is(k, "abweichung") || token_is(k, "laut"))
		return false;
	return x->neutral || (x->depth == 0 && token_is(k, "vorlage")) || (x->depth == 1 && token_is(k, "angaben")) ||
	       (x->depth == 2 && (token_is(k, "neutral") || token_is(k, "beratung")));
}

static bool attr_in(const struct reading *r, const struct token_attr *a, const char *const *names)
{
	for (size_t n = a->name_end - a->from; *names; names++)
		if (strlen(*names) == n && !memcmp(*names, r->t.data + a->from, n))
			return true;
	return false;
}

static bool attr_kept(const struct excerpt *x, const struct reading *r, const struct token_attr *a)
{
	static const char *const paper[] = {
		"ort", "id", "art", "nummer", "ergaenzung", "datum", "oeffentlich", "xml:lang", NULL};
	static const char *const step[] = {"gremium", "datum", "rolle", "massgeblich", "oeffentlich", "top", NULL};
	static const char *const reason[] = {"grund", NULL};
	if (!x->hidden)
		return !attr_in(r, a, reason);
	if (x->neutral)
		return true;
	if (!x->depth && a->name_end - a->from >= 5 && !memcmp(r->t.data + a->from, "xmlns", 5))
		return value_is(r, a, LOAD_NAMESPACE);
	return attr_in(r, a, x->depth ? step : paper);
}

/* An id tells what a paper is about. */
static void start_tag(struct excerpt *x, struct reading *r, const struct token *k)
{
	struct token_attr a;
	size_t before = (size_t)(k->name - r->t.data) + k->nname;
	for (size_t at = 0; token_attr(&r->t, k, &at, &a); before = a.to) {
		if (!attr_kept(x, r, &a)) {
			copy_to(x, r, before);
			r->copied = a.to;
		} else if (x->hidden && !x->depth && a.name_end - a.from == 2 && !memcmp(r->t.data + a.from, "id", 2)) {
			copy_to(x, r, a.value);
			buf_str(x->out, "nichtoeffentlich");
			r->copied = a.value_end;
		}
	}
	copy_to(x, r, k->to);
}

/* ---- reading ---- */

static void read_file(struct excerpt *, const char *path, bool master);

static void skip(struct reading *r, struct token *k)
{
	for (int depth = k->kind == TOKEN_OPEN; depth && token_next(&r->t, k);)
		depth += (k->kind == TOKEN_OPEN) - (k->kind == TOKEN_CLOSE);
}

static bool is_include(const struct reading *r, const struct token *k)
{
	return token_is(k, "include") &&
		((size_t)(k->local - k->name) != r->nprefix || memcmp(k->name, r->prefix, r->nprefix));
}

static void include(struct excerpt *x, struct reading *r, struct token *k)
{
	struct token_attr a;
	char *href =
		token_find(&r->t, k, "href", &a) ? mem_str(x->mem, r->t.data + a.value, a.value_end - a.value) : NULL;
	size_t from = k->from;
	skip(r, k);
	copy_to(x, r, from);
	r->copied = k->to;
	char *path = href ? file_join(x->mem, file_dir(x->mem, r->path), href) : NULL;
	char *real = path ? realpath(path, NULL) : NULL;
	bool inside = real && file_inside(x->mem, x->dir, real);
	free(real);
	if (!inside || x->nested >= INCLUDES || ++x->files > LOAD_FILES) {
		diag_error(x->diag, "INCLUDE", r->path, load_line(r->t.data, r->t.data + from),
			"„%s“ lässt sich nicht einbinden; erwartet wird eine Datei im Ordner der Masterdatei, "
			"höchstens %d ineinander",
			href ? href : "", INCLUDES);
		x->bad = true;
		return;
	}
	x->nested++;
	read_file(x, path, false);
	x->nested--;
}

static void open_tag(struct excerpt *x, struct reading *r, struct token *k)
{
	size_t from = k->from;
	if (is_include(r, k)) {
		include(x, r, k);
		return;
	}
	if (x->hidden ? !kept_hidden(x, r, k) : secret(r, k)) {
		skip(r, k);
		cut(x, r, from, k->to);
		return;
	}
	start_tag(x, r, k);
	if (k->kind == TOKEN_EMPTY)
		return;
	x->depth++;
	x->neutral += x->neutral || token_is(k, "neutral");
	x->verbatim += x->verbatim || token_is(k, "quelltext");
}

static void token(struct excerpt *x, struct reading *r, struct token *k)
{
	switch (k->kind) {
	case TOKEN_OPEN:
	case TOKEN_EMPTY:
		open_tag(x, r, k);
		break;
	case TOKEN_CLOSE:
		x->depth--;
		x->neutral -= x->neutral > 0;
		x->verbatim -= x->verbatim > 0;
		copy_to(x, r, k->to);
		break;
	case TOKEN_COMMENT:
	case TOKEN_PI:
		cut(x, r, k->from, k->to);
		break;
	case TOKEN_DECL:
		break;
	default:
		if (x->hidden && !x->neutral &&
			(k->kind == TOKEN_CDATA || strspn(r->t.data + k->from, " \t\r\n") < k->to - k->from))
			cut(x, r, k->from, k->to);
		else
			copy_to(x, r, k->to);
	}
}

/* The root's prefix, and whether the paper is public. Of an included file only the root element counts. */
static void root(struct excerpt *x, struct reading *r)
{
	struct tokens t = r->t;
	struct token_attr a;
	struct token k;
	while (token_next(&t, &k) && k.kind != TOKEN_OPEN && k.kind != TOKEN_EMPTY)
		;
	r->prefix = k.name;
	r->nprefix = (size_t)(k.local - k.name);
	if (!r->master)
		r->t.at = r->copied = k.from;
	else
		x->hidden = token_is(&k, "vorlage") && token_find(&t, &k, "oeffentlich", &a) && !value_is(r, &a, "ja");
}

static void read_file(struct excerpt *x, const char *path, bool master)
{
	struct buf b = {0};
	struct token k;
	if (!token_read(&b, path, x->diag)) {
		x->bad = true;
	} else {
		struct reading r = {.t = {b.data, b.len, 0}, .path = path, .master = master};
		int depth = x->depth;
		root(x, &r);
		do {
			if (token_next(&r.t, &k))
				token(x, &r, &k);
		} while (master ? r.t.at < r.t.size : x->depth > depth);
	}
	buf_free(&b);
}

bool src_excerpt(const char *path, struct buf *out, struct diag *d)
{
	size_t start = out->len;
	struct mem *m = mem_new();
	struct excerpt x = {.mem = m, .diag = d, .out = out, .dir = file_dir(m, path)};
	read_file(&x, path, true);
	mem_free(m);
	if (x.bad && out->data)
		out->data[out->len = start] = '\0';
	return !x.bad;
}
