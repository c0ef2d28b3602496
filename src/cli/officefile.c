/* officefile.c: a document as a file for word processors, with the page numbers of the PDF in its fields. */
#include "cli/command.h"
#include "docx/docx.h"
#include "layout/layout.h"

static void page(void *lay, const struct block *b, char out[24])
{
	int page;
	len_t y;
	*out = '\0';
	if (b && lay_place(lay, b, &page, &y))
		lay_label(lay, page, out);
}

bool cmd_write_office(const struct edition *e, struct buf *b)
{
	const struct dox_source s = {
		.tree = e->tree, .style = e->style->base ? e->style->base : e->style, .page = page, .arg = e->lay};
	return dox_write(&s, b);
}
