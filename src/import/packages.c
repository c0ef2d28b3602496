/* packages.c: a section whose list names the fields of a work package, as the town calls them, is one. */
#include <string.h>

#include "import/fields.h"
#include "import/parts.h"
#include "style/style.h"

/* The same words, in whatever order; *moved: in another one. */
static bool same_words(struct mem *m, const char *a, const char *b, bool *moved)
{
	struct bag x = {.mem = m}, y = {.mem = m};
	bag_add(&x, a);
	bag_add(&y, b);
	*moved = false;
	for (size_t i = 0; x.n == y.n && i < x.n; i++)
		*moved |= strcmp(x.words[i], y.words[i]) != 0;
	bag_sort(&x);
	bag_sort(&y);
	return x.n && x.n == y.n && !bag_missing(&x, &y, 1).n;
}

/* The label before the colon of an item: the element it stands for, NULL: none. */
static const char *field_of(struct sense *s, const struct draft *item, bool *moved)
{
	int n = 0;
	const struct sty_field *own = s->town->style ? sty_fields(s->town->style, "arbeitspaket", &n) : NULL;
	const char *text = item->first && item->first->text ? item->first->text : "", *colon = strchr(text, ':');
	if (!colon || colon - text > 80)
		return NULL;
	for (int i = 0; i < n; i++)
		if (same_words(s->mem, own[i].label, mem_str(s->mem, text, (size_t)(colon - text)), moved))
			return own[i].kind;
	return NULL;
}

static bool is_package(struct sense *s, const struct draft *list)
{
	int n = 0;
	bool moved;
	for (const struct draft *p = list->first; p; p = p->next, n++)
		if (!field_of(s, p, &moved))
			return false;
	return n >= 2 && !list->next && draft_is(list->parent, "abschnitt") && !draft_child(list->parent, "abschnitt");
}

static void take_item(struct sense *s, struct draft *item, struct draft *package)
{
	bool moved;
	const char *name = field_of(s, item, &moved), *text = item->first->text, *colon = strchr(text, ':');
	s->acc->line = item->line;
	if (moved)
		acc_find(s->acc, "", "„%.*s“ heißt in den anderen Arbeitspaketen anders", (int)(colon - text), text);
	draft_meant(s->mem, item, mem_str(s->mem, text, (size_t)(colon - text)));
	item->first->text = mem_dup(s->mem, colon + 1 + strspn(colon + 1, " "));
	item->name = name;
	draft_cut(item);
	draft_put(package, item);
}

static void order(struct draft *package)
{
	static const char *const names[] = {"benoetigt", "rolle", "erledigt"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct draft *d = draft_child(package, names[i]);
		if (d) {
			draft_cut(d);
			draft_put(package, d);
		}
	}
}

void fields_packages(struct sense *s, struct draft *root)
{
	for (struct draft *d = draft_walk(root, root); d; d = draft_walk(d, root)) {
		if (!draft_is(d, "liste") || !is_package(s, d))
			continue;
		struct draft *package = d->parent;
		package->name = "arbeitspaket";
		while (d->first)
			take_item(s, d->first, package);
		draft_cut(d);
		order(package);
		d = package;
	}
}
