/* run.c: a tree is begun, filled with one document or several, and finished. */
#include "compose/run.h"

#include <stdlib.h>
#include <string.h>

#include "compose/document.h"
#include "compose/figure.h"
#include "compose/kinds.h"
#include "compose/link.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "model/literatur.h"

static uint32_t last_order(const struct doc_node *n)
{
	while (n->last)
		n = n->last;
	return n->order;
}

void com_begin(struct com *c, const struct doc *doc, const struct style *s, struct txt *txt, struct diag *d)
{
	struct mem *mem = mem_new_large(doc->mem);
	struct blk_tree *t = MEM_NEW(mem, struct blk_tree);
	*c = (struct com){.t = t, .s = s, .txt = txt, .d = d, .numbering = -1, .kinds = com_kinds};
	t->mem = mem;
	t->root = blk_add(t, NULL, BLK_DOCUMENT, BLK_STACK, doc_path(doc, doc->root), doc->root->line);
	com_look(c, s);
}

void com_open(struct com *c, const struct doc *doc)
{
	size_t nodes = last_order(doc->root) + 2;      /* one more for an index nobody wrote */
	c->doc = doc;
	c->block_of = MEM_ARRAY(c->t->mem, struct block *, nodes);
	c->links = NULL;
	c->charts = NULL;
	c->ncharts = 0;
	c->seq = NULL;
	c->numbering = -1;
	c->asked = NULL;
	c->werke = doc->literatur && doc_child(doc->root, DOC_LITERATURVERZEICHNIS)
		? MEM_ARRAY(c->t->mem, struct block *, doc->literatur->n + 1)
		: NULL;
	com_stellen_asked(c, (uint32_t)nodes - 1);
	c->o = (struct open){.at = c->t->root, .body = c->style[COM_FLIESS], .item = c->style[COM_LISTE]};
	c->o.tab = com_grown(c, COM_TAB);
	com_find_charts(c);
}

void com_close(struct com *c)
{
	com_end_text(c);
	com_links(c);
	c->block_of = NULL;
}

struct blk_tree *com_finish(struct com *c)
{
	com_join(c->t);
	blk_number(c->t);
	free(c->saved);
	free(c->variants);
	return c->t;
}
