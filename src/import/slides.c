/* slides.c: a document as slides: each part is one, those below it follow. */
#include <string.h>

#include "import/fields.h"
#include "import/parts.h"

static bool is_part(const struct draft *d)
{
	return draft_is(d, "kapitel") || draft_is(d, "abschnitt") || draft_is(d, "vorwort") || draft_is(d, "grusswort");
}

/* The part and, behind it, the parts that stood in it. */
static void put_slides(struct sense *s, struct draft *part, struct draft *root)
{
	struct draft below = {0};
	for (struct draft *c = part->first, *next; c; c = next) {
		next = c->next;
		if (is_part(c)) {
			draft_cut(c);
			draft_put(&below, c);
		}
	}
	part->name = "folie";
	draft_unset(part, "laut-nummer");
	part->file = NULL;
	draft_put(root, part);
	for (struct draft *c; (c = below.first);) {
		draft_cut(c);
		put_slides(s, c, root);
	}
}

void fields_slides(struct sense *s, struct draft *root)
{
	struct draft parts = {0};
	for (struct draft *c = root->first, *next; c; c = next) {
		next = c->next;
		if (draft_is(c, "inhaltsverzeichnis"))
			draft_cut(c);
		if (!is_part(c))
			continue;
		draft_cut(c);
		draft_put(&parts, c);
	}
	root->name = "praesentation";
	for (struct draft *c; (c = parts.first);) {
		draft_cut(c);
		put_slides(s, c, root);
	}
}
