/* document.c: one document to a tree. */
#include "compose/document.h"

#include "compose/compose.h"
#include "compose/run.h"
#include "compose/session.h"
#include "compose/walk.h"

struct blk_tree *com_run(const struct doc *doc, const struct style *s, struct txt *txt, bool handout, struct diag *d)
{
	struct com c;
	if (doc->root->kind == DOC_NIEDERSCHRIFT)
		return com_niederschrift(doc, &(struct com_minutes){0}, s, txt, d);
	com_begin(&c, doc, s, txt, d);
	c.handout = handout;
	if (doc_sitzung(doc)) {
		com_draft(&c, doc);
		return com_finish(&c);
	}
	com_open(&c, doc);
	com_facts(&c);
	if (doc_vorlage(doc)) {
		com_vorlage(&c, NULL, NULL);
	} else if (doc->root->kind == DOC_PRAESENTATION) {
		com_praesentation(&c);
	} else {
		com_cover(&c);
		com_children(&c, doc->root);
		com_stellen_end(&c);
	}
	com_close(&c);
	return com_finish(&c);
}

void com_free(struct blk_tree *t)
{
	if (t)
		mem_free(t->mem);
}
