/* htmlrole.c: elements that say by their role what they are ("div role=listitem") are read as those that are. */
#include <stdlib.h>
#include <strings.h>

#include "import/htmlparts.h"

static const struct { const char *role, *name; } roles[] = {
	{"list", "ul"}, {"listitem", "li"}, {"table", "table"}, {"grid", "table"}, {"treegrid", "table"},
	{"rowgroup", "tbody"}, {"row", "tr"}, {"columnheader", "th"}, {"rowheader", "th"}, {"cell", "td"},
	{"gridcell", "td"}, {"blockquote", "blockquote"}};

static const char *heading_at(int level)
{
	static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
	return names[level < 1 ? 1 : level > 6 ? 5 : level - 1];
}

void htm_read_roles(struct mk *root)
{
	for (struct mk *n = root; n; n = mk_after(n, root)) {
		const char *role = mk_is(n, "div") || mk_is(n, "span") || mk_is(n, "p") ? mk_get(n, "role") : NULL;
		if (role && !strcasecmp(role, "heading"))
			n->name = heading_at(mk_int(n, "aria-level", 2));
		for (size_t i = 0; role && i < sizeof roles / sizeof *roles; i++)
			if (!strcasecmp(role, roles[i].role))
				n->name = roles[i].name;
	}
}
