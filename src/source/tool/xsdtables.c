/* xsdtables.c: build tool: the XSD to the tables of schema.h, as C. What the XSD says is checked here against
 * kinds.def, so that no program is built that does not know an element of it. Content models are flattened into slots,
 * which is exact for the shapes the schema's head allows; any other shape ends the build.
 * usage: xsdtables SCHEMA >TABLES.c */
#include <libxml/parser.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source/schema.h"

enum { TYPES = 256, LOCALS = 32, ATTRS = 64 };

/* A name of the vocabulary, and of its constant in C. */
struct word { const char *name, *constant; bool mixed, used; };
static struct word kinds[DOC_KIND_MAX] = {
	[DOC_TEXT] = {"#text", "DOC_TEXT", false, true},
#define MIXED(e, n, c) [DOC_##e] = {n, "DOC_" #e, true, false},
#define KIND(e, n, c)  [DOC_##e] = {n, "DOC_" #e, false, false},
#include "model/kinds.def"
};
static struct word attrs[DOC_ATTR_MAX] = {
#define ATTR(e, n) [DOC_A_##e] = {n, "DOC_A_" #e, false, false},
#include "model/attrs.def"
};

struct type { const xmlNode *at; const char *name; };
struct attr { int attr, type; bool required; const char *text, *names; };
struct elem {
	bool known, mixed;
	struct schema_slot slots[SCHEMA_SLOTS]; int nslots;
	struct attr attrs[ATTRS]; int nattrs;
	const char *text, *example;
	int parent, kind;                              /* of a local element */
};

static struct {
	const char *path;
	const xmlNode *root;
	struct type types[TYPES]; int ntypes;
	struct elem elem[DOC_KIND_MAX], local[LOCALS]; int nlocal;
} x;

/* ---- the XSD as XML ---- */

static _Noreturn void bad(const xmlNode *at, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	fprintf(stderr, "%s:%ld: ", x.path, at ? xmlGetLineNo(at) : 1);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(1);
}

static bool is(const xmlNode *e, const char *name)
{
	return !strcmp((const char *)e->name, name);
}

/* An attribute by its local name; NULL: none. What is read stays until the tool ends. */
static const char *get(const xmlNode *e, const char *name)
{
	for (const xmlAttr *a = e->properties; a; a = a->next)
		if (!strcmp((const char *)a->name, name))
			return (const char *)xmlNodeListGetString(e->doc, a->children, 1);
	return NULL;
}

static const xmlNode *element_from(const xmlNode *n)
{
	while (n && n->type != XML_ELEMENT_NODE)
		n = n->next;
	return n;
}

#define EACH(c, e) for (const xmlNode *c = element_from((e)->children); c; c = element_from(c->next))

static const xmlNode *find(const char *what, const char *name)
{
	EACH(e, x.root)
		if (is(e, what) && name && get(e, "name") && !strcmp(get(e, "name"), name))
			return e;
	return NULL;
}

static const char *trimmed(const xmlNode *t)
{
	static const char blanks[] = " \t\r\n";
	char *s = (char *)xmlNodeGetContent(t), *end = s + strlen(s);
	s += strspn(s, blanks);
	while (end > s && strchr(blanks, end[-1]))
		*--end = '\0';
	return s;
}

/* The explanation, or with source="…" another text beside it; NULL: none. */
static const char *documentation(const xmlNode *e, const char *source)
{
	EACH(a, e)
		if (is(a, "annotation"))
			EACH(t, a) {
				const char *have = get(t, "source");
				if (is(t, "documentation") && (have ? source && !strcmp(have, source) : !source))
					return trimmed(t);
			}
	return NULL;
}

static int word_named(struct word *all, int n, const char *name)
{
	for (int i = 0; name && i < n; i++)
		if (!strcmp(all[i].name, name)) {
			all[i].used = true;
			return i;
		}
	return n;
}

static int kind_named(const xmlNode *at, const char *name)
{
	int k = word_named(kinds, DOC_KIND_MAX, name);
	if (k == DOC_KIND_MAX)
		bad(at, "<%s>: no row in model/kinds.def", name ? name : "");
	return k;
}

/* ---- types ---- */

static int type_add(const xmlNode *at, const char *name)
{
	if (x.ntypes == TYPES)
		bad(at, "more than %d types", TYPES);
	x.types[x.ntypes] = (struct type){at, name};
	return x.ntypes++;
}

static int type_named(const xmlNode *at, const char *name)
{
	for (int i = 0; i < x.ntypes; i++)
		if (x.types[i].name && !strcmp(x.types[i].name, name))
			return i;
	const xmlNode *e = find("simpleType", name);
	if (!e)
		bad(at, "no simpleType %s", name);
	return type_add(e, name);
}

static const char *base_of(const xmlNode *at, const char *name)
{
	static const char *const bases[][2] = {{"xs:string", "SCHEMA_STRING"}, {"xs:token", "SCHEMA_TOKEN"},
		{"xs:ID", "SCHEMA_TOKEN"}, {"xs:date", "SCHEMA_DATE"}, {"xs:gYearMonth", "SCHEMA_MONTH"},
		{"xs:gYear", "SCHEMA_YEAR"}, {"xs:language", "SCHEMA_LANGUAGE"}};
	for (size_t i = 0; name && i < sizeof bases / sizeof *bases; i++)
		if (!strcmp(bases[i][0], name))
			return bases[i][1];
	bad(at, "base %s is not known here", name ? name : "missing");
}

/* ---- attributes and content ---- */

static void attribute(struct elem *el, const xmlNode *e)
{
	const char *name = get(e, "name"), *ref = get(e, "ref"), *use = get(e, "use");
	if (el->nattrs == ATTRS)
		bad(e, "more than %d attributes", ATTRS);
	struct attr *a = &el->attrs[el->nattrs++];
	*a = (struct attr){word_named(attrs, DOC_ATTR_MAX, ref ? ref : name), -1, use && !strcmp(use, "required"),
		documentation(e, NULL), get(e, "nennt")};
	if (a->attr == DOC_ATTR_MAX)
		bad(e, "%s: no row in attrs.def, which the Makefile makes of this file", ref ? ref : name);
	if (ref)                                       /* xml:lang */
		a->type = 0;
	else if (get(e, "type"))
		a->type = type_named(e, get(e, "type"));
	else
		EACH(c, e)
			if (is(c, "simpleType"))
				a->type = type_add(c, NULL);
	if (a->type < 0)
		bad(e, "attribute %s has no type", name);
}

static void attributes(struct elem *el, const xmlNode *e)
{
	EACH(c, e)
		if (is(c, "attribute")) {
			attribute(el, c);
		} else if (is(c, "attributeGroup")) {
			const xmlNode *g = find("attributeGroup", get(c, "ref"));
			if (!g)
				bad(c, "no such attributeGroup");
			attributes(el, g);
		}
}

static void add_kinds(struct schema_set *set, const xmlNode *e)
{
	const char *ref = get(e, get(e, "ref") ? "ref" : "name");
	if (is(e, "element")) {
		int k = kind_named(e, ref);
		set->bits[k / 64] |= (uint64_t)1 << (k % 64);
		return;
	}
	const xmlNode *in = is(e, "group") ? find("group", ref) : e;
	if (!in)
		bad(e, "no such group");
	EACH(c, in)
		if (is(c, "choice") || is(c, "element") || is(c, "group"))
			add_kinds(set, c);
		else if (!is(c, "annotation"))
			bad(c, "<%s> is not known here", (const char *)c->name);
}

static bool optional(const xmlNode *e)
{
	const char *min = get(e, "minOccurs");
	return min && !strcmp(min, "0");
}

static void content(struct elem *el, const xmlNode *t, int k);

/* An element that means something else in one parent. */
static void local(const xmlNode *e, int parent)
{
	const xmlNode *t = find("complexType", get(e, "type"));
	if (!t || x.nlocal == LOCALS)
		bad(e, t ? "more than %d local elements" : "a local element needs a named complexType", LOCALS);
	struct elem *l = &x.local[x.nlocal++];
	*l = (struct elem){.known = true,
		.text = documentation(t, NULL),
		.example = documentation(t, "beispiel"),
		.parent = parent,
		.kind = kind_named(e, get(e, "name"))};
	content(l, t, l->kind);
}

static void locals(const xmlNode *e, int parent)
{
	if (is(e, "element") && get(e, "name"))
		local(e, parent);
	EACH(c, e)
		if (is(e, "choice"))
			locals(c, parent);
}

/* free: an inner sequence that may be missing as a whole. */
static void slots(struct elem *el, const xmlNode *seq, int own, bool free)
{
	EACH(c, seq) {
		const char *max = get(c, "maxOccurs");
		if (is(c, "annotation"))
			continue;
		if (is(c, "sequence") && !max && !free) {
			slots(el, c, own, optional(c));
			continue;
		}
		if (is(c, "sequence") || el->nslots == SCHEMA_SLOTS || (max && strcmp(max, "unbounded")))
			bad(c, "a shape that is not known here");
		struct schema_slot *slot = &el->slots[el->nslots++];
		slot->needed = !optional(c) && !free;
		slot->many = max != NULL;
		add_kinds(&slot->set, c);
		locals(c, own);
	}
}

static void content(struct elem *el, const xmlNode *t, int k)
{
	el->mixed = get(t, "mixed") != NULL;
	attributes(el, t);
	EACH(c, t)
		if (is(c, "sequence"))
			slots(el, c, k, false);
	if (el->mixed && !kinds[k].mixed)
		bad(t, "<%s> is mixed: MIXED in model/kinds.def", kinds[k].name);
}

static void element(const xmlNode *e)
{
	int k = kind_named(e, get(e, "name"));
	struct elem *el = &x.elem[k];
	*el = (struct elem){.known = true, .text = documentation(e, NULL), .example = documentation(e, "beispiel")};
	EACH(t, e)
		if (is(t, "complexType"))
			content(el, t, k);
}

static void check_words(void)
{
	for (int k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
		if (!x.elem[k].known && !kinds[k].used)
			bad(NULL, "no element %s, which model/kinds.def has", kinds[k].name);
	for (int a = 0; a < DOC_ATTR_MAX; a++)
		if (!attrs[a].used)
			bad(NULL, "no attribute %s in use, which the XSD has", attrs[a].name);
}

/* ---- writing ---- */

static void put_string(const char *s)
{
	if (!s) {
		fputs("NULL", stdout);
		return;
	}
	putchar('"');
	for (; *s; s++)
		if (*s == '\n')
			fputs("\\n", stdout);
		else
			printf("%s%c", *s == '"' || *s == '\\' ? "\\" : "", *s);
	putchar('"');
}

static void put_restriction(const xmlNode *r, int i)
{
	int n = 0;
	const char *pattern = NULL;
	printf("static const char *const values_%d[] = {", i);
	EACH(f, r)
		if (is(f, "enumeration")) {
			put_string(get(f, "value"));
			fputs(", ", stdout);
			n++;
		} else if (is(f, "pattern") && !pattern) {
			pattern = get(f, "value");
		} else if (!is(f, "annotation")) {
			bad(f, "<%s> is not known here", (const char *)f->name);
		}
	printf("NULL};\n#define TYPE_%d .base = %s, .values = values_%d, .nvalues = %d, .pattern = ", i,
		base_of(r, get(r, "base")), i, n);
	put_string(pattern);
	putchar('\n');
}

static void put_union(const xmlNode *u, int i)
{
	char *save = NULL, *list = strdup(get(u, "memberTypes") ? get(u, "memberTypes") : "");
	int n = 0;
	printf("#define TYPE_%d .base = SCHEMA_UNION, .member = {", i);
	for (char *w = strtok_r(list, " ", &save); w; w = strtok_r(NULL, " ", &save), n++)
		printf("&schema_types[%d], ", type_named(u, w));
	printf("}, .nmembers = %d\n", n);
	if (n < 1 || n > SCHEMA_MEMBERS)
		bad(u, "a union of %d types, at most %d", n, SCHEMA_MEMBERS);
	free(list);
}

static const char language[] = "ein bekanntes Sprachkürzel wie „de“, „en“, „tr“, „ar“ oder „zh-Hant“";

/* Members of a union may add types: the number of all is known at the end. */
static void put_types(void)
{
	puts("#define TYPE_0 .base = SCHEMA_LANGUAGE");
	for (int i = 1; i < x.ntypes; i++)
		EACH(c, x.types[i].at)
			if (is(c, "restriction"))
				put_restriction(c, i);
			else if (is(c, "union"))
				put_union(c, i);
			else if (!is(c, "annotation"))
				bad(c, "<%s> is not known here", (const char *)c->name);
	puts("const struct schema_type schema_types[] = {");
	for (int i = 0; i < x.ntypes; i++) {
		printf("\t{TYPE_%d, .expected = ", i);
		put_string(i ? get(x.types[i].at, "erwartet") : language);
		puts("},");
	}
	printf("};\nconst int schema_ntypes = %d;\n\n", x.ntypes);
}

static void put_parts(const struct elem *e, const char *name)
{
	if (e->nslots)
		printf("static const struct schema_slot slots_%s[] = {\n", name);
	for (int i = 0; i < e->nslots; i++) {
		fputs("\t{{{", stdout);
		for (int k = 0; k < SCHEMA_KINDS; k++)
			printf("0x%llx, ", (unsigned long long)e->slots[i].set.bits[k]);
		printf("}}, %d, %d},\n", e->slots[i].needed, e->slots[i].many);
	}
	if (e->nslots)
		puts("};");
	if (e->nattrs)
		printf("static const struct schema_attr attrs_%s[] = {\n", name);
	for (int i = 0; i < e->nattrs; i++) {
		const struct attr *a = &e->attrs[i];
		printf("\t{%s, %d, &schema_types[%d], ", attrs[a->attr].constant, a->required, a->type);
		put_string(a->text);
		fputs(", ", stdout);
		put_string(a->names);
		puts("},");
	}
	if (e->nattrs)
		puts("};");
}

static void put_elem(const struct elem *e, const char *name)
{
	printf("{.known = true, .mixed = %d, ", e->mixed);
	if (e->nslots)
		printf(".slots = slots_%s, .nslots = %d, ", name, e->nslots);
	if (e->nattrs)
		printf(".attrs = attrs_%s, .nattrs = %d, ", name, e->nattrs);
	fputs("\n\t\t.text = ", stdout);
	put_string(e->text);
	fputs(",\n\t\t.example = ", stdout);
	put_string(e->example);
	putchar('}');
}

static void put_elems(void)
{
	char name[64];
	for (int k = 0; k < DOC_KIND_MAX; k++)
		put_parts(&x.elem[k], kinds[k].constant);
	for (int i = 0; i < x.nlocal; i++) {
		snprintf(name, sizeof name, "local_%d", i);
		put_parts(&x.local[i], name);
	}
	puts("const struct schema_elem schema_elems[DOC_KIND_MAX] = {");
	for (int k = 0; k < DOC_KIND_MAX; k++)
		if (x.elem[k].known) {
			printf("\t[%s] = ", kinds[k].constant);
			put_elem(&x.elem[k], kinds[k].constant);
			puts(",");
		}
	puts("};\nconst struct schema_local schema_locals[] = {");
	for (int i = 0; i < x.nlocal; i++) {
		snprintf(name, sizeof name, "local_%d", i);
		printf("\t{%s, %s, ", kinds[x.local[i].parent].constant, kinds[x.local[i].kind].constant);
		put_elem(&x.local[i], name);
		puts("},");
	}
	printf("\t{0}\n};\nconst int schema_nlocals = %d;\n", x.nlocal);
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: xsdtables SCHEMA >TABLES.c\n", stderr);
		return 2;
	}
	x.path = argv[1];
	xmlDoc *doc = xmlReadFile(argv[1], NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
	x.root = doc ? xmlDocGetRootElement(doc) : NULL;
	if (!x.root)
		bad(NULL, "not read");
	type_add(x.root, NULL);                        /* 0: a language tag */
	EACH(e, x.root)
		if (is(e, "element"))
			element(e);
	check_words();
	printf("/* made by src/source/tool/xsdtables.c from %s */\n#include \"source/schema.h\"\n\n", argv[1]);
	put_types();
	put_elems();
	xmlFreeDoc(doc);
	return ferror(stdout) || fflush(stdout) ? 3 : 0;
}
