/* verweis.c: what a reference prints: what it points at, by the name and number it has there. */
#include <string.h>

#include "model/doc.h"

static const struct doc_node *numbered(const struct doc_node *n)
{
	while (n && !n->number)
		n = n->parent;
	return n;
}

const struct doc_node *doc_title(const struct doc_node *n)
{
	const struct doc_node *t = NULL;
	for (; n && !t; n = n->parent) {
		t = doc_child(n, DOC_TITEL);
		t = t ? t : doc_child(n, DOC_AUSSAGE);
		if (n->kind == DOC_ZWISCHENTITEL)
			t = n;
	}
	return t;
}

/* The name of its word; NULL: its number stands alone. */
static const char *word_of(const struct doc_node *n)
{
	if (doc_kind_class(n->kind) == DOC_CLASS_FIGURE)
		return "abbildung";
	if (doc_kind_overview(n->kind))
		return "tabelle";
	switch (n->kind) {
	case DOC_TABELLE:  return "tabelle";
	case DOC_FUSSNOTE: return "fussnote";
	case DOC_ANHANG:   return "anhang";
	case DOC_ABSATZ:   return "fundstelle-absatz";
	case DOC_PUNKT:    return doc_is(n->parent, DOC_A_ART, "nummer") ? "nummer" : "fundstelle-listenpunkt";
	default:           return NULL;
	}
}

/* Paragraphs and items of lists are counted among their like, as a reader counts them. */
static unsigned counted(const struct doc_node *n)
{
	return n->kind == DOC_ABSATZ || n->kind == DOC_PUNKT ? n->nth : 0;
}

static bool ends_in(const char *s, size_t n, const char *word)
{
	size_t k = strlen(word);
	unsigned char before = n > k ? (unsigned char)s[n - k - 1] : ' ';
	return n >= k && !memcmp(s + n - k, word, k) && (before == ' ' || before == '(' || before >= 0x80);
}

/* "Tabelle " or "Tabellen " stands before it already. */
static bool said_before(const struct doc_node *ref, const char *word)
{
	static const char *const ends[] = {"", "n", "en"};
	const struct doc_node *t = ref ? ref->prev : NULL;
	if (!t || t->kind != DOC_TEXT)
		return false;
	size_t n = t->len;
	while (n && (t->text[n - 1] == ' ' || (n > 1 && !memcmp(t->text + n - 2, "\u00A0", 2))))
		n -= t->text[n - 1] == ' ' ? 1 : 2;
	for (size_t i = 0; n < t->len && i < sizeof ends / sizeof *ends; i++) {
		char whole[64];
		size_t k = strlen(word), e = strlen(ends[i]);
		if (k + e >= sizeof whole)
			continue;
		memcpy(whole, word, k);
		memcpy(whole + k, ends[i], e + 1);
		if (ends_in(t->text, n, whole))
			return true;
	}
	return false;
}

/* "Anlage 2"; the only one has no number, as the list of a paper shows it. */
static void put_anlage(struct buf *b, const struct doc_node *to, const struct doc_node *ref, const struct doc_words *w)
{
	const char *word = doc_word(w, "anlage");
	const struct doc_node *first = doc_child(to->parent, DOC_ANLAGE);
	bool several = first && doc_next(first, DOC_ANLAGE), said = said_before(ref, word);
	if (!said)
		buf_str(b, word);
	if (several || said)
		buf_fmt(b, "%s%u", said ? "" : "\u00A0", to->nth);
}

bool doc_put_ref(struct buf *b, const struct doc_node *to, const struct doc_node *ref, const struct doc_words *w)
{
	if (to && to->kind == DOC_ANLAGE && to->parent) {
		put_anlage(b, to, ref, w);
		return true;
	}
	unsigned own = to ? counted(to) : 0;
	const struct doc_node *at = numbered(own ? to->parent : to);
	const struct doc_node *named = own ? to : at;
	const char *name = named ? word_of(named) : NULL, *word = name ? doc_word(w, name) : NULL;
	word = word && *word ? word : NULL;
	bool said = word && said_before(ref, word);
	if (own && at && !said)
		buf_fmt(b, "%s ", at->number);
	if (word && !said)
		buf_fmt(b, "%s\u00A0", word);
	if (own)
		buf_fmt(b, "%u", own);
	else if (at)
		buf_str(b, at->number);
	return own || at;
}
