/* literatur.c: the works of the bibliography in their order, what tells two of one year apart, and which of them are
 * cited. */
#include "model/literatur.h"

#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "model/index.h"

/* What it is sorted by: author, editor or title. */
static const char *sorted_by(const struct doc_werk *w)
{
	return w->authors ? w->authors : w->editors ? w->editors : w->title ? w->title : w->id;
}

static int compare(const void *a, const void *b)
{
	const struct doc_werk *x = a, *y = b;
	int k = u8_collate(sorted_by(x), sorted_by(y));
	if (k)
		return k;
	if (x->year != y->year)
		return x->year < y->year ? -1 : 1;
	k = u8_collate(x->title ? x->title : "", y->title ? y->title : "");
	return k ? k : strcmp(x->id, y->id);
}

static bool alike(const struct doc_werk *a, const struct doc_werk *b)
{
	return a->year == b->year && !strcmp(a->names ? a->names : "", b->names ? b->names : "") && a->names;
}

/* Cited works only: what is not printed needs no letter. */
static void suffixes(struct doc *doc, struct doc_literatur *l)
{
	for (size_t i = 0; i < l->n; i++) {
		int before = 0, all = 0;
		l->werke[i].suffix = "";
		for (size_t k = i; k-- > 0 && alike(&l->werke[k], &l->werke[i]);)
			before += l->werke[k].cited;
		for (size_t k = i + 1; k < l->n && alike(&l->werke[k], &l->werke[i]); k++)
			all += l->werke[k].cited;
		if (l->werke[i].cited && before + all && before < 26)
			l->werke[i].suffix = mem_fmt(doc->mem, "%c", 'a' + before);
	}
}

static struct doc_werk *werk(const struct doc *doc, const char *id)
{
	const struct doc_werk *w = doc->literatur && id ? doc_names_get(&doc->index->werke, id) : NULL;
	return w ? &doc->literatur->werke[w - doc->literatur->werke] : NULL;
}

void doc_index_literatur(struct doc *doc)
{
	struct doc_literatur *l = doc->literatur;
	if (!l)
		return;
	if (l->n)
		qsort(l->werke, l->n, sizeof *l->werke, compare);
	for (size_t i = 0; i < l->n; i++)
		doc_names_put(doc->mem, &doc->index->werke, l->werke[i].id, &l->werke[i]);
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n))
		if (n->kind == DOC_BELEG || n->kind == DOC_EBD) {
			struct doc_werk *w = werk(doc, doc_get(n, DOC_A_REF));
			if (w)
				w->cited = true;
		}
	suffixes(doc, l);
}

const struct doc_werk *doc_werk(const struct doc *doc, const char *id)
{
	return werk(doc, id);
}
