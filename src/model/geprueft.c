/* geprueft.c: which text of a Kurzfassung was checked. The sum is taken of what is printed, so that comments, ids and
 * the public excerpt do not change it. */
#include <string.h>

#include "base/hash.h"
#include "model/doc.h"

static void add_attributes(struct buf *b, const struct doc_node *n)
{
	for (int i = 0; i < n->nattrs; i++)
		switch (n->attrs[i].attr) {
		case DOC_A_ID:
		case DOC_A_GEPRUEFT:
		case DOC_A_GEPRUEFT_TEXT:
		case DOC_A_OFFEN:
		case DOC_A_GRUND: break;
		default: buf_fmt(b, "\n%s=%s\n", doc_attr_name(n->attrs[i].attr), n->attrs[i].value);
		}
}

static bool printed(const struct doc_node *n)
{
	return n->kind != DOC_BEISPIEL && n->kind != DOC_LAUT && n->kind != DOC_ABWEICHUNG && n->kind != DOC_VERMERK;
}

static void add(struct buf *b, const struct doc *doc, const struct doc_node *n)
{
	if (n->kind == DOC_TEXT) {
		buf_put(b, n->text, n->len);
		return;
	}
	if (!printed(n))
		return;
	buf_fmt(b, "<%s", doc_kind_name(n->kind));
	add_attributes(b, n);
	buf_chr(b, '>');
	if (n->kind == DOC_WERT)
		doc_text(b, doc, n);
	for (const struct doc_node *c = n->first; c; c = c->next)
		add(b, doc, c);
	buf_chr(b, '/');
}

/* Where something was cut or a comment stood, two blanks may meet. */
static size_t one_blank(char *s, size_t n)
{
	size_t to = 0;
	for (size_t i = 0; i < n; i++)
		if (s[i] != ' ' || !to || s[to - 1] != ' ')
			s[to++] = s[i];
	return to;
}

void doc_checked_sum(const struct doc *doc, const struct doc_node *kurzfassung, char out[DOC_CHECKED_SUM])
{
	struct buf b = {0};
	uint8_t sum[HASH_SHA256];
	char hex[2 * HASH_SHA256 + 1];
	buf_fmt(&b, "%s\n", doc->edition ? doc->edition : "");
	add(&b, doc, kurzfassung);
	hash_sha256(b.data, one_blank(b.data, b.len), sum);
	hash_hex(sum, sizeof sum, hex);
	memcpy(out, hex, DOC_CHECKED_SUM - 1);
	out[DOC_CHECKED_SUM - 1] = '\0';
	buf_free(&b);
}

bool doc_checked(const struct doc *doc, const struct doc_node *kurzfassung)
{
	const char *said = doc_get(kurzfassung, DOC_A_GEPRUEFT_TEXT);
	char now[DOC_CHECKED_SUM];
	if (!doc_get(kurzfassung, DOC_A_GEPRUEFT) || !said)
		return false;
	doc_checked_sum(doc, kurzfassung, now);
	return !strcmp(said, now);
}
