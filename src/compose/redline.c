#include "compare/cmp.h"
#include "compose/com.h"
struct blk_tree *com_redline(const struct cmp *r, const struct style *s, struct txt *txt, struct diag *d)
{
	return com_run(r->new_doc, s, txt, d);
}
