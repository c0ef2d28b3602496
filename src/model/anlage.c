/* anlage.c: the Anlagen of a paper, of the items of a session and of minutes, with the files source read for them. */
#include <stdlib.h>
#include <string.h>

#include "base/picsize.h"
#include "model/index.h"
#include "model/public.h"

static int pages(const struct doc_node *n)
{
	const char *s = doc_get(n, DOC_A_SEITEN);
	return s && strlen(s) <= 4 ? atoi(s) : 0;
}

/* An item takes what it has along when it is withdrawn, and so does the joint item above it. */
static bool withdrawn(const struct doc_node *n)
{
	while (n && !(n->kind == DOC_TOP && doc_is(n, DOC_A_ENTFALLEN, "ja")))
		n = n->parent;
	return n != NULL;
}

static struct doc_anlage as_written(const struct doc_node *n, int nummer)
{
	const char *datei = doc_get(n, DOC_A_DATEI), *titel = doc_get(n, DOC_A_TITEL);
	return (struct doc_anlage){.node = n,
		.datei = datei ? datei : "",
		.titel = titel ? titel : "",
		.sha256 = doc_get(n, DOC_A_SHA256),
		.alternative = doc_get(n, DOC_A_ALTERNATIVE),
		.seiten = pages(n),
		.nummer = nummer,
		.oeffentlich = doc_public(n),
		.entfallen = withdrawn(n),
		.plan = pic_mime(datei ? datei : "") != NULL};
}

/* What was read of its file; files are in document order, those that could not be read are missing. */
static void add_file(struct doc_anlage *a, const struct doc *doc, size_t *next)
{
	if (*next >= doc->nbeilagen || doc->beilagen[*next].node != a->node)
		return;
	const struct doc_beilage *b = &doc->beilagen[(*next)++];
	a->data = b->data;
	a->size = b->size;
	a->goes = b->goes;
	a->ngoes = b->ngoes;
	a->text = b->text;
	a->text_size = b->text_size;
	a->look = b->look;
}

void doc_index_anlagen(struct doc *doc)
{
	struct doc_index *x = doc->index;
	size_t next = 0, cap = 0;
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		if (n->kind != DOC_ANLAGE)
			continue;
		const struct doc_anlage *last = x->nanlagen ? &x->anlagen[x->nanlagen - 1] : NULL;
		const int nummer = last && last->node->parent == n->parent ? last->nummer + 1 : 1;
		MEM_ROOM_IN(doc->mem, x->anlagen, x->nanlagen, cap);
		struct doc_anlage *a = &x->anlagen[x->nanlagen];
		*a = as_written(n, nummer);
		add_file(a, doc, &next);
		x->nanlagen++;
	}
}

const struct doc_anlage *doc_anlagen(const struct doc *doc, size_t *n)
{
	*n = doc->index->nanlagen;
	return doc->index->anlagen;
}

const struct doc_anlage *doc_anlagen_of(const struct doc *doc, const struct doc_node *in, size_t *n)
{
	const struct doc_index *x = doc->index;
	size_t i = 0;
	*n = 0;
	while (in && i < x->nanlagen && x->anlagen[i].node->parent != in)
		i++;
	while (in && i + *n < x->nanlagen && x->anlagen[i + *n].node->parent == in)
		++*n;
	return *n ? &x->anlagen[i] : NULL;
}
