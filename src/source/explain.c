/* explain.c: the schema told to a reader. */
#include <stdlib.h>
#include <string.h>

#include "source/schema.h"
#include "source/source.h"

static void put_slot(struct buf *b, const struct schema_slot *s)
{
	int n = 0;
	for (int k = 0; k < DOC_KIND_MAX; k++)
		n += schema_has(&s->set, k);
	if (b->len)
		buf_str(b, ", ");
	if (n > 1)
		buf_chr(b, '(');
	for (int k = 0, i = 0; k < DOC_KIND_MAX; k++)
		if (schema_has(&s->set, k))
			buf_fmt(b, "%s%s", i++ ? " | " : "", doc_kind_name(k));
	if (n > 1)
		buf_chr(b, ')');
	if (s->many || !s->needed)
		buf_chr(b, s->many ? (s->needed ? '+' : '*') : '?');
}

static const char *expected(struct mem *m, const struct schema_type *t)
{
	struct buf b = {0};
	schema_expected(&b, t);
	return buf_take(&b, m);
}

struct entry { enum doc_kind kind, parent; const struct schema_elem *elem; };  /* parent: DOC_KIND_MAX: everywhere */

static void explain(struct mem *m, const struct entry *x, void (*each)(void *, const struct src_explained *),
	void *user)
{
	const struct schema_elem *e = x->elem;
	struct buf children = {0};
	struct src_explained_attr *attrs = MEM_ARRAY(m, struct src_explained_attr, e->nattrs);
	for (int i = 0; i < e->nslots; i++)
		put_slot(&children, &e->slots[i]);
	for (int i = 0; i < e->nattrs; i++) {
		const struct schema_attr *a = &e->attrs[i];
		attrs[i] = (struct src_explained_attr){
			doc_attr_name(a->attr), a->text ? a->text : "", a->required, expected(m, a->type)};
	}
	struct src_explained told = {.name = doc_kind_name(x->kind),
		.parent = x->parent < DOC_KIND_MAX ? doc_kind_name(x->parent) : NULL,
		.text = e->text ? e->text : "",
		.example = e->example ? e->example : "",
		.children = children.data ? children.data : "",
		.mixed = e->mixed,
		.attrs = attrs,
		.nattrs = e->nattrs};
	each(user, &told);
	buf_free(&children);
}

static int by_name(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int c = strcmp(doc_kind_name(x->kind), doc_kind_name(y->kind));
	int px = x->parent == DOC_KIND_MAX ? -1 : (int)x->parent, py = y->parent == DOC_KIND_MAX ? -1 : (int)y->parent;
	return c ? c : px - py;
}

void src_explain(void (*fn)(void *, const struct src_explained *), void *arg)
{
	struct mem *m = mem_new();
	struct entry order[2 * DOC_KIND_MAX], *x = order;
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
		if (schema_elem(k))
			*x++ = (struct entry){k, DOC_KIND_MAX, schema_elem(k)};
	for (const struct schema_local *l = schema_locals; l < schema_locals + schema_nlocals; l++)
		*x++ = (struct entry){l->kind, l->parent, &l->elem};
	qsort(order, (size_t)(x - order), sizeof *order, by_name);
	for (const struct entry *e = order; e < x; e++)
		explain(m, e, fn, arg);
	mem_free(m);
}
