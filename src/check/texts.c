/* texts.c: every paragraph, title, cell … as one run of text: inline elements melted in, what is no German prose (code,
 * other languages, references, dates made by the program) as one object character. Notes come after the text they hang
 * on. */
#include <stdlib.h>
#include <string.h>

#include "check/rule.h"

static const char object[] = "\uFFFC";

struct texts {
	struct chk *chk;
	struct chk_scan *scan;
	struct buf text;
	struct chk_piece *piece;
	size_t n, cap;
	const struct doc_node *block;
	bool ink;                                      /* something other than blanks is in it */
};

static void put(struct texts *t, const struct doc_node *n, const char *s, size_t len)
{
	if (t->n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 64;
		t->piece = mem_realloc(t->piece, t->cap * sizeof *t->piece);
	}
	t->piece[t->n++] = (struct chk_piece){t->text.len, n};
	buf_put(&t->text, s, len);
	t->ink |= len > 1 || (len == 1 && *s != ' ');
}

static void flush(struct texts *t)
{
	if (t->ink) {
		struct chk_text x = {.s = t->text.data,
			.end = t->text.data + t->text.len,
			.block = t->block,
			.piece = t->piece,
			.npieces = t->n};
		chk_scan(t->chk, t->scan, &x);
	}
	buf_clear(&t->text);
	t->n = 0;
	t->ink = false;
}

static void attributes(struct texts *t, const struct doc_node *n)
{
	for (int i = 0; i < n->nattrs; i++) {
		const char *v = n->attrs[i].value;
		switch (n->attrs[i].attr) {
		case DOC_A_NAME:
			if (n->kind != DOC_KASTEN && n->kind != DOC_ANGABE)
				continue;
			break;
		case DOC_A_ALT:
		case DOC_A_BEMERKUNG:
		case DOC_A_ZUSATZ:
		case DOC_A_ZEIT:
		case DOC_A_LANGFORM:
		case DOC_A_KURZ:
		case DOC_A_OHNE_MASSNAHME: break;
		default:
			continue;
		}
		struct chk_piece one = {0, n};
		struct chk_text x = {
			.s = v, .end = v + strlen(v), .block = n, .piece = &one, .npieces = 1, .attr = true};
		chk_scan(t->chk, t->scan, &x);
	}
}

static void put_wert(struct texts *t, const struct doc_node *n)
{
	const char *ref = doc_get(n, DOC_A_REF);
	const struct doc_kennzahl *k = ref ? doc_kennzahl(t->chk->doc, ref) : NULL;
	struct buf b = {0};
	if (k)
		doc_put_kennzahl(&b, k);
	else
		buf_str(&b, object);
	put(t, n, b.data, b.len);
	buf_free(&b);
}

static bool foreign(const struct doc_node *n)
{
	const char *lang = doc_get(n, DOC_A_LANG);
	return lang && *lang && strncmp(lang, "de", 2);
}

/* What the program or another language says in its place, or should: an object of one character. */
static bool is_object(const struct doc_node *n)
{
	if (foreign(n))
		return doc_kind_class(n->kind) == DOC_CLASS_INLINE;
	switch (n->kind) {
	case DOC_CODE: case DOC_BELEG: case DOC_EBD: case DOC_SPRACHE: case DOC_VERWEIS: case DOC_OFFEN: case DOC_DATUM:
	case DOC_BESCHLUSSDATUM:
		return true;
	case DOC_STICHWORT: case DOC_EXTERN: case DOC_BETONT: case DOC_STARK: case DOC_ABK:
		return !n->first;
	default:            return false;
	}
}

/* A remark is no text of the document, but at an item of the agenda, where it is printed. */
static bool in_text(const struct doc_node *n)
{
	return n->kind == DOC_VERMERK && n->parent && n->parent->kind != DOC_TOP;
}

/* True: its children are to be read too. */
static bool enter(struct texts *t, const struct doc_node *n)
{
	if (is_object(n)) {
		put(t, n, object, sizeof object - 1);
		return false;
	}
	if (foreign(n))
		return false;
	switch (n->kind) {
	case DOC_TEXT:
		put(t, n, n->text, n->len);
		return false;
	case DOC_WERT:
		put_wert(t, n);
		return false;
	case DOC_UMBRUCH:
		put(t, n, "\n", 1);
		return false;
	case DOC_STICHWORT: return true;
	case DOC_FUSSNOTE: case DOC_LAUT: case DOC_ABWEICHUNG:
		return false;
	}
	if (in_text(n))
		return false;
	attributes(t, n);
	if (doc_kind_class(n->kind) == DOC_CLASS_INLINE)
		return true;
	flush(t);
	t->block = n;
	return n->kind != DOC_QUELLTEXT;
}

static void leave(struct texts *t, const struct doc_node *n)
{
	if (n->kind == DOC_TEXT || doc_kind_class(n->kind) == DOC_CLASS_INLINE || n->kind == DOC_LAUT ||
		n->kind == DOC_ABWEICHUNG || in_text(n))
		return;
	flush(t);
	t->block = n->parent;
}

static void read_below(struct texts *t, const struct doc_node *root)
{
	t->block = root;
	for (const struct doc_node *n = root->first; n;) {
		if (enter(t, n) && n->first) {
			n = n->first;
			continue;
		}
		leave(t, n);
		while (!n->next && n->parent != root) {
			n = n->parent;
			leave(t, n);
		}
		n = n->next;
	}
	flush(t);
}

void chk_texts(struct chk *c, struct chk_scan *scan)
{
	struct texts t = {.chk = c, .scan = scan};
	if (foreign(c->doc->root))
		return;
	read_below(&t, c->doc->root);
	for (size_t i = 0; i < c->kind[DOC_FUSSNOTE].n; i++)
		read_below(&t, c->kind[DOC_FUSSNOTE].at[i]);
	buf_free(&t.text);
	free(t.piece);
}
