/* schema.c: the XSD to tables. Content models are flattened into slots, which is exact for the shapes the schema's head
 * allows. */
#include "source/schema.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/source.h"

enum { NAMES = 1024, LOCALS = 8 };                 /* NAMES: a power of two, several times the number of names */

/* An element that means something else in one parent. */
struct local { enum doc_kind parent, kind; struct schema_elem elem; };

struct schema {
	struct mem *mem;
	struct diag *diag;                             /* while loading */
	const char *path;
	bool bad;
	struct schema_elem elem[DOC_KIND_MAX];
	struct local local[LOCALS]; int nlocal;
	struct schema_type *types[128]; int ntypes;
	const struct src_elem *root;
	uint16_t kinds[NAMES], attrs[NAMES];           /* by hash of the name: 1 + value */
};

/* ---- names ---- */

static uint32_t hash(const char *s)
{
	uint32_t h = 2166136261u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ^ h >> 15;
}

static void fill_names(struct schema *s)
{
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++) {
		uint32_t i = hash(doc_kind_name(k));
		while (s->kinds[i & (NAMES - 1)])
			i++;
		s->kinds[i & (NAMES - 1)] = (uint16_t)(k + 1);
	}
	for (int a = 0; a < DOC_ATTR_MAX; a++) {
		uint32_t i = hash(doc_attr_name(a));
		while (s->attrs[i & (NAMES - 1)])
			i++;
		s->attrs[i & (NAMES - 1)] = (uint16_t)(a + 1);
	}
}

enum doc_kind schema_kind(const struct schema *s, const char *name)
{
	for (uint32_t i = hash(name);; i++) {
		int k = s->kinds[i & (NAMES - 1)];
		if (!k)
			return DOC_KIND_MAX;
		if (!strcmp(doc_kind_name(k - 1), name))
			return k - 1;
	}
}

enum doc_attr schema_attr(const struct schema *s, const char *name)
{
	for (uint32_t i = hash(name);; i++) {
		int a = s->attrs[i & (NAMES - 1)];
		if (!a)
			return DOC_ATTR_MAX;
		if (!strcmp(doc_attr_name(a - 1), name))
			return a - 1;
	}
}

bool schema_has(const struct schema_set *set, enum doc_kind k)
{
	return k < DOC_KIND_MAX && (set->bits[k / 64] >> (k % 64) & 1);
}

const struct schema_elem *schema_elem(const struct schema *s, enum doc_kind k)
{
	return k < DOC_KIND_MAX && s->elem[k].known ? &s->elem[k] : NULL;
}

const struct schema_elem *schema_elem_in(const struct schema *s, enum doc_kind parent, enum doc_kind k)
{
	for (int i = 0; i < s->nlocal; i++)
		if (s->local[i].kind == k && s->local[i].parent == parent)
			return &s->local[i].elem;
	return schema_elem(s, k);
}

const struct schema_elem *schema_local(const struct schema *s, int i, enum doc_kind *parent, enum doc_kind *k)
{
	if (i >= s->nlocal)
		return NULL;
	*parent = s->local[i].parent;
	*k = s->local[i].kind;
	return &s->local[i].elem;
}

const struct schema_attr *schema_find_attr(const struct schema_elem *e, enum doc_attr a)
{
	for (int i = 0; i < e->nattrs; i++)
		if (e->attrs[i].attr == a)
			return &e->attrs[i];
	return NULL;
}

/* ---- reading ---- */

static const char *get(const struct src_elem *e, const char *name)
{
	for (int i = 0; i < e->nattrs; i++)
		if (!strcmp(e->attrs[i].name, name))
			return e->attrs[i].value;
	return NULL;
}

static bool is(const struct src_elem *e, const char *name)
{
	return !strcmp(e->name, name);
}

static void bad(struct schema *s, const struct src_elem *e, const char *what)
{
	s->bad = true;
	diag_sys(s->diag, "SCHEMA", s->path, e->line,
		"Das Schema enthält etwas, das ratssatz nicht versteht: %s; bitte das Schema neu einrichten", what);
}

static const struct src_elem *find(const struct schema *s, const char *what, const char *name)
{
	for (const struct src_elem *e = s->root->first; e; e = e->next)
		if (is(e, what) && get(e, "name") && !strcmp(get(e, "name"), name))
			return e;
	return NULL;
}

static const char *documentation(const struct src_elem *e, const char *source)
{
	for (const struct src_elem *a = e->first; a; a = a->next)
		for (const struct src_elem *t = is(a, "annotation") ? a->first : NULL; t; t = t->next) {
			const char *have = get(t, "source");
			if (is(t, "documentation") && (have ? source && !strcmp(have, source) : !source))
				return t->text;
		}
	return NULL;
}

static struct schema_type *type_named(struct schema *s, const char *name);

static enum schema_base base_of(const char *name)
{
	static const struct { const char *name; enum schema_base base;
	} bases[] = {
		{"xs:string", SCHEMA_STRING},
		{"xs:token", SCHEMA_TOKEN},
		{"xs:ID", SCHEMA_TOKEN},
		{"xs:date", SCHEMA_DATE},
		{"xs:gYearMonth", SCHEMA_MONTH},
		{"xs:gYear", SCHEMA_YEAR},
		{"xs:language", SCHEMA_LANGUAGE},
	};
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
		if (!strcmp(bases[i].name, name))
			return bases[i].base;
	return SCHEMA_UNION;
}

static void restriction(struct schema *s, struct schema_type *t, const struct src_elem *r)
{
	const char *base = get(r, "base");
	int n = 0;
	t->base = base_of(base ? base : "");
	if (t->base == SCHEMA_UNION)
		bad(s, r, "base");
	for (const struct src_elem *f = r->first; f; f = f->next)
		n += is(f, "enumeration");
	t->values = MEM_ARRAY(s->mem, const char *, n);
	for (const struct src_elem *f = r->first; f; f = f->next) {
		if (is(f, "enumeration"))
			t->values[t->nvalues++] = get(f, "value");
		else if (is(f, "pattern") && !t->pattern)
			t->pattern = get(f, "value");
		else if (!is(f, "annotation"))
			bad(s, f, f->name);
	}
}

static struct schema_type *type_read(struct schema *s, const struct src_elem *e)
{
	struct schema_type *t = MEM_NEW(s->mem, struct schema_type);
	t->name = get(e, "name");
	t->expected = get(e, "erwartet");
	if (s->ntypes == (int)(sizeof s->types / sizeof *s->types)) {
		bad(s, e, "zu viele Typen");
		return t;
	}
	s->types[s->ntypes++] = t;
	for (const struct src_elem *c = e->first; c; c = c->next) {
		if (is(c, "restriction")) {
			restriction(s, t, c);
		} else if (is(c, "union") && get(c, "memberTypes")) {
			char *list = mem_dup(s->mem, get(c, "memberTypes")), *save = NULL;
			t->base = SCHEMA_UNION;
			for (char *w = strtok_r(list, " ", &save); w && t->nmembers < 4; w = strtok_r(NULL, " ", &save))
				t->member[t->nmembers++] = type_named(s, w);
		} else if (!is(c, "annotation")) {
			bad(s, c, c->name);
		}
	}
	return t;
}

static struct schema_type *type_named(struct schema *s, const char *name)
{
	for (int i = 0; i < s->ntypes; i++)
		if (s->types[i]->name && !strcmp(s->types[i]->name, name))
			return s->types[i];
	const struct src_elem *e = find(s, "simpleType", name);
	if (e)
		return type_read(s, e);
	bad(s, s->root, name);
	return MEM_NEW(s->mem, struct schema_type);
}

static struct schema_type *language(struct schema *s)
{
	for (int i = 0; i < s->ntypes; i++)
		if (s->types[i]->base == SCHEMA_LANGUAGE)
			return s->types[i];
	struct schema_type *t = MEM_NEW(s->mem, struct schema_type);
	*t = (struct schema_type){.base = SCHEMA_LANGUAGE,
		.expected = "ein bekanntes Sprachkürzel wie „de“, „en“, „tr“, „ar“ oder „zh-Hant“"};
	if (s->ntypes < (int)(sizeof s->types / sizeof *s->types))
		s->types[s->ntypes++] = t;
	return t;
}

static void attribute(struct schema *s, struct schema_attr *a, const struct src_elem *e)
{
	const char *name = get(e, "name"), *ref = get(e, "ref"), *type = get(e, "type"), *use = get(e, "use");
	a->attr = schema_attr(s, name ? name : ref ? ref : "");
	a->required = use && !strcmp(use, "required");
	a->text = documentation(e, NULL);
	if (ref)
		a->type = language(s);
	else if (type)
		a->type = type_named(s, type);
	else
		for (const struct src_elem *c = e->first; c; c = c->next)
			if (is(c, "simpleType"))
				a->type = type_read(s, c);
	if (a->attr == DOC_ATTR_MAX || !a->type)
		bad(s, e, name ? name : "attribute");
}

static int attributes(struct schema *s, struct schema_attr *out, const struct src_elem *e)
{
	int n = 0;
	for (const struct src_elem *c = e->first; c; c = c->next) {
		if (is(c, "attribute")) {
			if (out)
				attribute(s, &out[n], c);
			n++;
		} else if (is(c, "attributeGroup")) {
			const struct src_elem *g = get(c, "ref") ? find(s, "attributeGroup", get(c, "ref")) : NULL;
			if (g)
				n += attributes(s, out ? out + n : NULL, g);
			else
				bad(s, c, "attributeGroup");
		}
	}
	return n;
}

/* ---- content ---- */

static void add_kinds(struct schema *s, struct schema_set *set, const struct src_elem *e)
{
	const char *ref = get(e, get(e, "ref") ? "ref" : "name");
	if (is(e, "element")) {
		enum doc_kind k = schema_kind(s, ref ? ref : "");
		if (k == DOC_KIND_MAX)
			bad(s, e, ref ? ref : "element");
		else
			set->bits[k / 64] |= (uint64_t)1 << (k % 64);
		return;
	}
	if (is(e, "group"))
		e = ref ? find(s, "group", ref) : NULL;
	for (const struct src_elem *c = e ? e->first : NULL; c; c = c->next) {
		if (is(c, "choice"))
			add_kinds(s, set, c);
		else if (is(c, "element") || is(c, "group"))
			add_kinds(s, set, c);
		else if (!is(c, "annotation"))
			bad(s, c, c->name);
	}
}

static bool optional(const struct src_elem *e)
{
	const char *min = get(e, "minOccurs");
	return min && !strcmp(min, "0");
}

static void local(struct schema *s, const struct src_elem *e, enum doc_kind parent);

static void slots(struct schema *s, struct schema_elem *el, const struct src_elem *seq, enum doc_kind own, bool free)
{
	for (const struct src_elem *c = seq->first; c; c = c->next) {
		const char *max = get(c, "maxOccurs");
		if (is(c, "annotation"))
			continue;
		if (is(c, "sequence") && !max && !free) {
			slots(s, el, c, own, optional(c));
			continue;
		}
		if (is(c, "sequence") || el->nslots == SCHEMA_SLOTS || (max && strcmp(max, "unbounded"))) {
			bad(s, c, c->name);
			continue;
		}
		struct schema_slot *slot = &el->slots[el->nslots++];
		slot->needed = !optional(c) && !free;
		slot->many = max != NULL;
		add_kinds(s, &slot->set, c);
		if (is(c, "element") && get(c, "name"))
			local(s, c, own);
	}
}

static void content(struct schema *s, struct schema_elem *el, const struct src_elem *t, enum doc_kind k)
{
	el->mixed = get(t, "mixed") != NULL;
	el->attrs = MEM_ARRAY(s->mem, struct schema_attr, attributes(s, NULL, t));
	el->nattrs = attributes(s, el->attrs, t);
	el->slots = MEM_ARRAY(s->mem, struct schema_slot, SCHEMA_SLOTS);
	for (const struct src_elem *c = t->first; c; c = c->next)
		if (is(c, "sequence"))
			slots(s, el, c, k, false);
	if (el->mixed && !doc_kind_mixed(k))
		bad(s, t, "mixed anders als in kinds.def");
}

static void local(struct schema *s, const struct src_elem *e, enum doc_kind parent)
{
	enum doc_kind k = schema_kind(s, get(e, "name"));
	const struct src_elem *t = get(e, "type") ? find(s, "complexType", get(e, "type")) : NULL;
	if (!t || k == DOC_KIND_MAX || s->nlocal == LOCALS) {
		bad(s, e, get(e, "name"));
		return;
	}
	struct local *l = &s->local[s->nlocal++];
	*l = (struct local){
		parent, k, {.known = true, .text = documentation(t, NULL), .example = documentation(t, "beispiel")}};
	content(s, &l->elem, t, k);
}

static void element(struct schema *s, const struct src_elem *e)
{
	enum doc_kind k = schema_kind(s, get(e, "name") ? get(e, "name") : "");
	if (k == DOC_KIND_MAX) {
		bad(s, e, get(e, "name") ? get(e, "name") : "element");
		return;
	}
	struct schema_elem *el = &s->elem[k];
	*el = (struct schema_elem){
		.known = true, .text = documentation(e, NULL), .example = documentation(e, "beispiel")};
	for (const struct src_elem *t = e->first; t; t = t->next)
		if (is(t, "complexType"))
			content(s, el, t, k);
}

struct schema *schema_load(const char *dir, struct diag *d)
{
	struct mem *m = mem_new();
	struct schema *s = MEM_NEW(m, struct schema);
	s->mem = m;
	s->diag = d;
	s->path = file_join(m, dir, SRC_SCHEMA);
	s->root = schema_lines(m, file_join(m, dir, SRC_SCHEMA_LINES), s->path, d);
	if (!s->root)
		s->root = src_template(m, s->path, d);
	s->bad = !s->root;
	fill_names(s);
	for (const struct src_elem *e = s->root ? s->root->first : NULL; e; e = e->next)
		if (is(e, "element"))
			element(s, e);
	if (!s->bad)
		return s;
	schema_free(s);
	return NULL;
}

void schema_free(struct schema *s)
{
	if (!s)
		return;
	for (int i = 0; i < s->ntypes; i++)
		schema_type_free(s->types[i]);
	mem_free(s->mem);
}
