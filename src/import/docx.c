/* docx.c: skeleton */
#include "import/office.h"
#include <string.h>
void imp_docx(struct imp_office_file *o, const char *part)
{
	o->flow->format = "docx";
	struct mk *root = imp_part(o, part);
	for (struct mk *n = root; n; n = mk_after(n, root))
		if (mk_is(n, "w:p"))
			imp_add_text(o->flow, imp_add(o->flow, o->flow->root, IMP_PARA), mk_text(o->flow->mem, n), strlen(mk_text(o->flow->mem, n)), 0);
}
