/* explain.c: the schema told to a reader. */
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
	const char *s = mem_str(m, b.data, b.len);
	buf_free(&b);
	return s;
}

static void explain(struct mem *m, enum doc_kind k, const struct schema_elem *e, void (*each)(void *, const struct src_explained *), void *user)
{
	struct buf children = {0};
	struct src_explained_attr *attrs = MEM_ARRAY(m, struct src_explained_attr, e->nattrs);
	for (int i = 0; i < e->nslots; i++)
		put_slot(&children, &e->slots[i]);
	for (int i = 0; i < e->nattrs; i++) {
		const struct schema_attr *a = &e->attrs[i];
		attrs[i] = (struct src_explained_attr){doc_attr_name(a->attr), a->text ? a->text : "", expected(m, a->type), a->required};
	}
	struct src_explained x = {.name = doc_kind_name(k), .text = e->text ? e->text : "", .example = e->example ? e->example : "",
	                          .children = children.data ? children.data : "", .mixed = e->mixed, .attrs = attrs, .nattrs = e->nattrs};
	each(user, &x);
	buf_free(&children);
}

bool src_explain(const char *schema_dir, void (*each)(void *, const struct src_explained *), void *user, struct diag *d)
{
	struct schema *s = schema_load(schema_dir, d);
	struct mem *m = mem_new();
	for (int k = DOC_TEXT + 1; s && k < DOC_KIND_MAX; k++)
		if (schema_elem(s, k))
			explain(m, k, schema_elem(s, k), each, user);
	mem_free(m);
	schema_free(s);
	return s != NULL;
}
