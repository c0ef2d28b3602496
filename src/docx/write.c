/* write.c: blocks to a file, from its list of items to its bytes. */
#include <stdlib.h>

#include "docx/item.h"
#include "docx/zip.h"

void dox_write(const struct dox_source *source, enum dox_format format, struct buf *b)
{
	struct mem *m = mem_new();
	const size_t n = source->tree->nblocks + 1;
	struct dox d = {.mem = m, .source = source, .t = source->tree, .s = source->style};
	struct dox_parts parts = {.mem = m};
	struct dox_zip zip;
	d.names = MEM_ARRAY(m, const char *, n);
	d.marks = MEM_ARRAY(m, const char *, n);
	d.listed = MEM_ARRAY(m, bool, n);
	d.numbered = MEM_ARRAY(m, bool, n);
	d.noted = MEM_ARRAY(m, bool, n);
	dox_name_all(&d);
	dox_walk(&d);
	dox_sum_up(&d);
	(format == DOX_ODT ? dox_odf : dox_wml)(&d, &parts);
	dox_zip_begin(&zip, b);
	for (size_t i = 0; i < parts.n; i++)
		dox_zip_add(&zip, parts.at[i].name, parts.at[i].data, parts.at[i].size, !parts.at[i].stored);
	dox_zip_end(&zip);
	free(d.items);
	mem_free(m);
}
