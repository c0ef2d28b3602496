/* gremien.c: which bodies meet: of a joint session the one it is of, and those it meets with. */
#include <string.h>

#include "model/papier.h"

size_t doc_gremium_nr(const struct doc_gremien *g, const char *id)
{
	size_t i = 0;
	while (i < g->n && (!id || strcmp(g->all[i], id)))
		i++;
	return i;
}

/* first, if there is one, and the ids of a list, each once. */
static struct doc_gremien listed(struct mem *m, const char *first, const char *more)
{
	const char **all = MEM_ARRAY(m, const char *, (more ? strlen(more) / 2 : 0) + 2);
	struct doc_gremien g = {all, 0};
	if (first)
		all[g.n++] = first;
	for (const char *p = more ? more : ""; *p; p += strspn(p, " ")) {
		const size_t len = strcspn(p, " ");
		const char *id = mem_str(m, p, len);
		if (len && doc_gremium_nr(&g, id) == g.n)
			all[g.n++] = id;
		p += len;
	}
	return g;
}

struct doc_gremien doc_gremien(struct mem *m, const struct doc_node *n)
{
	const char *first = doc_get(n, DOC_A_GREMIUM);
	return listed(m, first ? first : "", doc_get(n, DOC_A_GEMEINSAM_MIT));
}

struct doc_gremien doc_gruppen(struct mem *m, const struct doc_node *antrag)
{
	return listed(m, NULL, doc_get(antrag, DOC_A_GRUPPE));
}

void doc_put_gremien(struct buf *b, const struct doc *doc, const struct doc_gremien *g, struct date day)
{
	for (size_t i = 0; i < g->n; i++) {
		const char *name = doc_name_am(doc, g->all[i], day);
		buf_fmt(b, "%s%s", !i ? "" : i + 1 < g->n ? ", " : " und ", name ? name : g->all[i]);
	}
}
