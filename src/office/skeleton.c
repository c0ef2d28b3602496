/* skeleton.c: words of a skeleton that nobody has replaced: a paper that still says them is not finished. */
#include <string.h>

#include "base/file.h"
#include "office/record.h"

enum { WORDS = 4 }; /* of a text that is surely the skeleton's: "Ausgangslage" is a heading of anybody's */

static bool is_long(const char *text, size_t n)
{
	int words = 1;
	for (size_t i = 0; i < n; i++)
		words += text[i] == ' ';
	return words >= WORDS;
}

/* Does the skeleton have this text between two of its tags? Texts that are filled in (@ORT@) are the town's. */
static bool says(const struct file_map *map, const char *text, size_t n)
{
	const char *p = map->data, *end = p + map->size;
	for (; (p = memmem(p, (size_t)(end - p), text, n)); p++)
		if (p > map->data && p[-1] == '>' && p + n < end && p[n] == '<')
			return true;
	return false;
}

bool off_touched(struct mem *m, const struct edition *e, const char *path, struct diag *d)
{
	const struct doc_node *root = e->doc->root;
	if (root->kind == DOC_KONZEPT ||
		root->kind == DOC_BERICHT) /* drafts until they say otherwise, and full of words */
		return true;
	struct file_map map;
	struct diag *unused = diag_new(); /* a document without a skeleton has none of its words */
	bool touched = true,
	     there = file_map(&map,
		     file_join(m, pipe_share(m, "muster"), mem_fmt(m, "%s.xml", doc_kind_name(root->kind))), unused);
	diag_free(unused);
	for (const struct doc_node *n = root; there && n; n = doc_walk(root, n)) {
		if (n->kind != DOC_TEXT || !is_long(n->text, n->len) || !says(&map, n->text, n->len))
			continue;
		diag_error(d, "GERUEST", path, n->line,
			"„%.*s“ steht so im Gerüst von „ratssatz neu“; erwartet wird eigener Text, bitte ersetzen oder "
			"das "
			"Element entfernen",
			(int)n->len, n->text);
		touched = false;
	}
	if (there)
		file_unmap(&map);
	return touched;
}
