/* inherit.c: a template that names another one (grundlage="musterstadt") says only what differs. An element of its own
 * takes the place of the one with the same name and key; in elements without a key each attribute takes the place of
 * its like. What <folien> holds is laid over in the same way: over the ground's slides, and all of it over the town's
 * own look. */
#include <string.h>

#include "style/names.h"

/* Most differ in the first letter. */
static bool same(const char *a, const char *b)
{
	return *a == *b && !strcmp(a, b);
}

static const char *value(const struct src_elem *e, const char *name)
{
	for (int i = 0; i < e->nattrs; i++)
		if (same(e->attrs[i].name, name))
			return e->attrs[i].value;
	return NULL;
}

/* The attributes that tell one <farbe> from another: the first of them that it has. */
static const char *const *key_names(const char *element)
{
	static const char *const keyed[][3] = {{"farbe", "name"}, {"linie", "name"}, {"stil", "name"}, {"mass", "name"},
		{"spalten", "tabelle"}, {"tabellenstil", "name"}, {"wort", "name"}, {"schrift", "rolle"},
		{"regel", "name"}, {"schwere", "code"}, {"ergebnis", "id"}, {"dokument", "art"},
		{"vorlagenart", "name"}, {"rolle", "name"}, {"gremienart", "name"}, {"auswahl", "name"},
		{"frist", "gremium", "art"}};
	for (size_t i = 0; i < sizeof keyed / sizeof *keyed; i++)
		if (same(element, keyed[i][0]))
			return keyed[i] + 1;
	return NULL;
}

static const char *key_of(const struct src_elem *e, const char *const *names)
{
	const char *v = names ? value(e, names[0]) : NULL;
	return v || !names || !names[1] ? v : value(e, names[1]);
}

static const char *key(const struct src_elem *e)
{
	return key_of(e, key_names(e->name));
}

static bool equal(const char *a, const char *b)
{
	return a && b ? same(a, b) : a == b;
}

static struct src_elem *merged_attrs(struct mem *m, const struct src_elem *base, const struct src_elem *own)
{
	struct src_elem *e = MEM_NEW(m, struct src_elem);
	*e = *own;
	e->attrs = MEM_ARRAY(m, struct src_attr, base->nattrs + own->nattrs);
	memcpy(e->attrs, own->attrs, sizeof *own->attrs * (size_t)own->nattrs);
	for (int i = 0; i < base->nattrs; i++)
		if (!value(own, base->attrs[i].name))
			e->attrs[e->nattrs++] = base->attrs[i];
	if (!own->first)
		e->first = base->first;
	return e;
}

static struct src_elem *copy(struct mem *m, const struct src_elem *e)
{
	struct src_elem *c = MEM_NEW(m, struct src_elem);
	*c = *e;
	return c;
}

static const struct src_elem *find(const struct src_elem *list, const struct src_elem *like)
{
	const char *const *names = key_names(like->name), *k = key_of(like, names), *fassung = value(like, "fassung");
	for (; list; list = list->next)
		if (same(list->name, like->name) && equal(key_of(list, names), k) &&
			equal(value(list, "fassung"), fassung) && (k || !fassung))
			return list;
	return NULL;
}

/* Of these no attribute of the ground is kept; of styles and kinds of papers those that are not said anew. */
static bool replaced_whole(const struct src_elem *e)
{
	static const char *const merged[] = {
		"stil", "tabellenstil", "vorlagenart", "rolle", "gremienart", "auswahl", NULL};
	return key(e) && !sty_known(merged, e->name);
}

/* Of its ground's results, kinds and roles a town keeps those it knows. Only they may be struck out. */
static bool struck_out(const struct src_elem *e)
{
	static const char *const may[] = {"ergebnis", "vorlagenart", "rolle", "gremienart", "auswahl", NULL};
	const char *gone = value(e, "entfaellt");
	return key(e) && sty_known(may, e->name) && gone && !strcmp(gone, "ja");
}

static bool says_accent(const struct src_elem *own)
{
	for (const struct src_elem *e = own->first; e; e = e->next)
		if (same(e->name, "farbe") && value(e, "name") && !strcmp(value(e, "name"), "akzent"))
			return true;
	return false;
}

/* Tints of the accent, when a template says an accent of its own and not them: made of it (load.c). */
static struct src_elem *tint(struct mem *m, const struct src_elem *b, const struct src_elem *own)
{
	static const char *const tints[] = {"hell", "mitte", "reihe3", NULL};
	const char *name = value(b, "name");
	struct src_elem *e = copy(m, b);
	if (!same(b->name, "farbe") || !name || !sty_known(tints, name) || !says_accent(own))
		return e;
	e->attrs = MEM_ARRAY(m, struct src_attr, e->nattrs);
	memcpy(e->attrs, b->attrs, sizeof *b->attrs * (size_t)b->nattrs);
	for (int i = 0; i < e->nattrs; i++)
		if (!strcmp(e->attrs[i].name, "rgb"))
			e->attrs[i].value = "akzent";
	return e;
}

/* The base's elements in their order, changed where the template has its own; then what only the template has. */
struct src_elem *sty_inherit(struct mem *m, const struct src_elem *base, const struct src_elem *own)
{
	struct src_elem *root = merged_attrs(m, base, own), **end = &root->first;
	root->first = NULL;
	for (const struct src_elem *b = base->first; b; b = b->next) {
		const struct src_elem *o = find(own->first, b);
		if (o && struck_out(o))
			continue;
		*end = !o                            ? tint(m, b, own)
			: same(b->name, "folien")    ? sty_inherit(m, b, o)
			: replaced_whole(b)          ? copy(m, o)
						     : merged_attrs(m, b, o);
		end = &(*end)->next;
	}
	for (const struct src_elem *o = own->first; o; o = o->next)
		if (!find(base->first, o)) {
			*end = copy(m, o);
			end = &(*end)->next;
		}
	*end = NULL;
	return root;
}
