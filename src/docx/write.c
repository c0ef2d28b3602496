/* write.c: blocks to a file, from its list of items to its bytes. */
#include <stdlib.h>

#include "base/arc.h"
#include "docx/item.h"

static void put(void *to, const void *data, size_t n)
{
	buf_put(to, data, n);
}

bool dox_write(const struct dox_source *source, struct buf *b)
{
	struct mem *m = mem_new();
	const size_t n = source->tree->nblocks + 1;
	struct dox d = {.mem = m, .source = source, .t = source->tree, .s = source->style};
	struct dox_parts parts = {.mem = m};
	d.names = MEM_ARRAY(m, const char *, n);
	d.marks = MEM_ARRAY(m, const char *, n);
	d.listed = MEM_ARRAY(m, bool, n);
	d.numbered = MEM_ARRAY(m, bool, n);
	dox_name_all(&d);
	dox_walk(&d);
	dox_wml(&d, &parts);
	const bool ok = arc_pack(parts.at, parts.n, NULL, put, b);
	free(d.items);
	mem_free(m);
	return ok;
}
