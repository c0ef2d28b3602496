/* world.h: a document made by hand, node by node, for tests of the model. */
#ifndef UNIT_MODEL_WORLD_H
#define UNIT_MODEL_WORLD_H
#include <stdarg.h>

#include "model/doc.h"

struct world { struct mem *mem; struct doc doc; struct doc_file file; struct diag *diag; };
#define END DOC_ATTR_MAX

/* attrs: pairs of enum doc_attr and const char *, ended by END; in: NULL, the root */
static struct doc_node *add(struct world *w, struct doc_node *in, enum doc_kind kind, ...)
{
	struct doc_node *n = doc_add(&w->doc, in, kind, 0, 1);
	struct doc_av *a = MEM_ARRAY(w->mem, struct doc_av, 8);
	va_list ap;
	va_start(ap, kind);
	for (int attr; (attr = va_arg(ap, int)) != END;)
		a[n->nattrs++] = (struct doc_av){(uint16_t)attr, va_arg(ap, const char *)};
	va_end(ap);
	n->attrs = a;
	return n;
}

static void new_document(struct world *w)
{
	w->doc = (struct doc){.mem = w->mem, .files = &w->file, .nfiles = 1, .lang = "de"};
}

static struct world *world_new(void)
{
	struct mem *m = mem_new();
	struct world *w = MEM_NEW(m, struct world);
	*w = (struct world){.mem = m, .diag = diag_new(), .file = {.path = "k.xml"}};
	new_document(w);
	return w;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	diag_free(w->diag);
	mem_free(w->mem);
	return 0;
}

#endif
