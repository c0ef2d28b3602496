/* excerpt.c: the public excerpt of a paper or session. What is left out is decided on the tree that was read, where
 * every value is parsed; then the bytes of those elements are cut. So tokens and tree are gone through side by side:
 * the next element of the tree is the next start tag that is no xi:include. Included files are put in their place, so
 * that the excerpt is one file. */
#include <string.h>

#include "model/public.h"
#include "source/load.h"
#include "source/source.h"
#include "source/token.h"

struct excerpt {
	const struct doc *doc;
	struct buf *out;
	const struct doc_node *next;                   /* the element whose start tag comes next */
	const struct doc_node *open;                   /* the one whose end tag comes next */
	bool hidden;                                   /* a non-public paper */
	bool lost;                                     /* the tags are not those of the tree */
};

struct reading {                                   /* one file */
	struct tokens t;
	int file;
	size_t copied;                                 /* bytes before this are in out or left out */
};

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool within(const struct doc_node *n, enum doc_kind k)
{
	return n && ((enum doc_kind)n->kind == k || doc_up(n, k));
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
	if (within(x->open, DOC_QUELLTEXT) || end >= r->t.size || r->t.data[end] != '\n' ||
		(line && b->data[line - 1] != '\n'))
		return;
	b->len = line;
	if (b->data)
		b->data[line] = '\0';
	r->copied = end + 1;
}

/* ---- what is left out ---- */

/* Of a non-public paper only its number, its neutral title and the Beratungsfolge are kept. */
static bool kept_hidden(const struct doc_node *n)
{
	if (n->kind == DOC_ABWEICHUNG || n->kind == DOC_LAUT)
		return false;
	return n->kind == DOC_VORLAGE || within(n, DOC_NEUTRAL) ||
	       ((n->kind == DOC_ANGABEN || n->kind == DOC_BERATUNG) && n->parent);
}

static bool attr_is(const struct reading *r, const struct token_attr *a, const char *name)
{
	return strlen(name) == a->name_end - a->from && !memcmp(name, r->t.data + a->from, strlen(name));
}

static bool attr_in(const struct reading *r, const struct token_attr *a, const char *const *names)
{
	while (*names && !attr_is(r, a, *names))
		names++;
	return *names;
}

static bool is_namespace(const struct reading *r, const struct token_attr *a)
{
	size_t n = a->value_end - a->value;
	return n == strlen(LOAD_NAMESPACE) && !memcmp(r->t.data + a->value, LOAD_NAMESPACE, n);
}

/* Of minutes: names the town does not publish itself, and references to items that are not public, stay inside; so does
 * what a task costs and how far it is. */
static bool minutes_kept(const struct reading *r, const struct doc_node *n, const struct token_attr *a)
{
	static const struct { const char *name; enum doc_attr attr;
	} refs[] = {{"bis-top", DOC_A_BIS_TOP}, {"ab-top", DOC_A_AB_TOP}, {"von-top", DOC_A_VON_TOP}};
	static const char *const inside[] = {"betrag", "personal", "prioritaet", "bericht", "zustand", NULL};
	for (size_t i = 0; i < sizeof refs / sizeof *refs; i++)
		if (attr_is(r, a, refs[i].name) && doc_leads_inside(n, refs[i].attr))
			return false;
	if (n->kind == DOC_AUFTRAG && attr_in(r, a, inside))
		return false;
	return !attr_is(r, a, "name") || n->kind == DOC_SITZUNGSORT || doc_is(n, DOC_A_VEROEFFENTLICHT, "ja");
}

static bool attr_kept(const struct excerpt *x, const struct reading *r, const struct doc_node *n,
	const struct token_attr *a)
{
	static const char *const paper[] = {
		"ort", "id", "art", "nummer", "ergaenzung", "datum", "oeffentlich", "xml:lang", NULL};
	static const char *const step[] = {
		"gremium", "datum", "sitzung", "rolle", "massgeblich", "oeffentlich", "top", NULL};
	static const char *const inside[] = {"ergebnis", "beschlussnummer", "top", "dringlichkeit", NULL};
	if (x->doc->root->kind == DOC_NIEDERSCHRIFT && !minutes_kept(r, n, a))
		return false;
	if (attr_in(r, a, inside) && doc_meets_inside(x->doc, n))
		return false;
	if (!x->hidden)                                /* why a session is cancelled, moved or urgent, all may read */
		return !attr_is(r, a, "grund") || n->kind == DOC_SITZUNG || n->kind == DOC_BEKANNTMACHUNG ||
			x->doc->root->kind == DOC_NIEDERSCHRIFT;
	if (within(n, DOC_NEUTRAL))
		return true;
	if (!n->parent && a->name_end - a->from >= 5 && !memcmp(r->t.data + a->from, "xmlns", 5))
		return is_namespace(r, a);
	return attr_in(r, a, n->parent ? step : paper);
}

/* An id tells what a paper is about. */
static void start_tag(struct excerpt *x, struct reading *r, const struct token *k, const struct doc_node *n)
{
	struct token_attr a;
	size_t before = (size_t)(k->name - r->t.data) + k->nname;
	for (size_t at = 0; token_attr(&r->t, k, &at, &a); before = a.to) {
		/* a value that was refused is not in the tree */
		x->lost |= attr_is(r, &a, "oeffentlich") && !doc_get(n, DOC_A_OEFFENTLICH);
		if (!attr_kept(x, r, n, &a)) {
			copy_to(x, r, before);
			r->copied = a.to;
		} else if (x->hidden && !n->parent && attr_is(r, &a, "id")) {
			copy_to(x, r, a.value);
			buf_str(x->out, "nichtoeffentlich");
			r->copied = a.value_end;
		}
	}
	copy_to(x, r, k->to);
}

/* ---- tags and tree ---- */

static const struct doc_node *element_from(const struct doc *doc, const struct doc_node *n)
{
	while (n && n->kind == DOC_TEXT)
		n = doc_walk(doc->root, n);
	return n;
}

static const struct doc_node *after(const struct excerpt *x, const struct doc_node *n)
{
	while (n && !n->next)
		n = n->parent;
	return element_from(x->doc, n ? n->next : NULL);
}

/* The element of a start tag. */
static const struct doc_node *element_of(struct excerpt *x, const struct reading *r, const struct token *k)
{
	const struct doc_node *n = x->next;
	x->lost = !n || n->file != r->file || n->parent != x->open || !token_is(k, doc_kind_name(n->kind));
	return x->lost ? NULL : n;
}

static void skip(struct reading *r, struct token *k)
{
	for (int depth = k->kind == TOKEN_OPEN; depth && token_next(&r->t, k);)
		depth += (k->kind == TOKEN_OPEN) - (k->kind == TOKEN_CLOSE);
}

static void read_file(struct excerpt *, int file);

static void include(struct excerpt *x, struct reading *r, struct token *k)
{
	size_t from = k->from;
	skip(r, k);
	copy_to(x, r, from);
	r->copied = k->to;
	x->lost = !x->next || x->next->file == r->file;
	if (!x->lost)
		read_file(x, x->next->file);
}

static void open_tag(struct excerpt *x, struct reading *r, struct token *k)
{
	size_t from = k->from;
	const struct doc_node *n;
	if (token_is(k, "include")) {                  /* no element of ours */
		include(x, r, k);
	} else if ((n = element_of(x, r, k)) && !(x->hidden ? kept_hidden(n) : doc_public(n))) {
		skip(r, k);
		cut(x, r, from, k->to);
		x->next = after(x, n);
	} else if (n) {
		start_tag(x, r, k, n);
		x->next = element_from(x->doc, doc_walk(x->doc->root, n));
		if (k->kind == TOKEN_OPEN)
			x->open = n;
	}
}

/* ---- reading ---- */

static bool has_words(const struct reading *r, const struct token *k)
{
	return k->kind == TOKEN_CDATA || strspn(r->t.data + k->from, " \t\r\n") < k->to - k->from;
}

static void token(struct excerpt *x, struct reading *r, struct token *k)
{
	switch (k->kind) {
	case TOKEN_OPEN:
	case TOKEN_EMPTY:
		open_tag(x, r, k);
		break;
	case TOKEN_CLOSE:
		x->open = x->open ? x->open->parent : NULL;
		copy_to(x, r, k->to);
		break;
	case TOKEN_COMMENT:
	case TOKEN_PI:
		cut(x, r, k->from, k->to);
		break;
	case TOKEN_DECL:
		break;
	default:
		if (x->hidden && !within(x->open, DOC_NEUTRAL) && has_words(r, k))
			cut(x, r, k->from, k->to);
		else
			copy_to(x, r, k->to);
	}
}

/* Of an included file only the root element counts. */
static void go_to_root(struct reading *r)
{
	struct tokens t = r->t;
	struct token k = {0};
	while (token_next(&t, &k) && k.kind != TOKEN_OPEN && k.kind != TOKEN_EMPTY)
		;
	r->t.at = r->copied = k.from;
}

static void read_file(struct excerpt *x, int file)
{
	const struct doc_file *f = &x->doc->files[file];
	const struct doc_node *around = x->open;
	struct reading r = {.t = {f->data, f->size, 0}, .file = file};
	struct token k;
	if (file)
		go_to_root(&r);
	do {
		if (token_next(&r.t, &k))
			token(x, &r, &k);
	} while (!x->lost && r.t.at < r.t.size && (!file || x->open != around));
}

bool src_excerpt(const struct doc *doc, struct buf *out, struct diag *d)
{
	size_t start = out->len;
	struct excerpt x = {.doc = doc, .out = out, .next = doc->root};
	x.hidden = doc->root->kind == DOC_VORLAGE && !doc_public(doc->root);
	read_file(&x, 0);
	if (!x.lost && !x.next)
		return true;
	if (out->data)
		out->data[out->len = start] = '\0';
	diag_error(d, "AUSZUG", doc->files[0].path, doc->root->line,
		"Der öffentliche Auszug ließ sich nicht bilden, weil das Dokument nicht vollständig gelesen ist; "
		"erwartet wird ein Dokument ohne Fehler, bitte zuerst mit „ratssatz pruefen“ prüfen");
	return false;
}
