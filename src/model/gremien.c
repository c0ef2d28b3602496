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

struct doc_gremien doc_gremien(struct mem *m, const struct doc_node *n)
{
	const char *first = doc_get(n, DOC_A_GREMIUM), *more = doc_get(n, DOC_A_GEMEINSAM_MIT);
	const char **all = MEM_ARRAY(m, const char *, (more ? strlen(more) / 2 : 0) + 2);
	struct doc_gremien g = {all, 1};
	all[0] = first ? first : "";
	for (const char *p = more ? more : ""; *p; p += strspn(p, " ")) {
		const size_t len = strcspn(p, " ");
		const char *id = mem_str(m, p, len);
		if (len && doc_gremium_nr(&g, id) == g.n)
			all[g.n++] = id;
		p += len;
	}
	return g;
}

void doc_put_gremien(struct buf *b, const struct doc *doc, const struct doc_gremien *g, struct date day)
{
	for (size_t i = 0; i < g->n; i++) {
		const char *name = doc_name_am(doc, g->all[i], day);
		buf_fmt(b, "%s%s", !i ? "" : i + 1 < g->n ? ", " : " und ", name ? name : g->all[i]);
	}
}
