/* wmlput.c: what all parts of a .docx are written with. */
#include <string.h>

#include "base/esc.h"
#include "docx/wml.h"

int wml_twips(len_t v)
{
	return (int)len_scale(v, 20, 1000);
}

static const char *relate(struct buf *rels, int *n, struct mem *m, const char *type, const char *target, bool outside)
{
	const char *id = mem_fmt(m, "rId%d", ++*n);
	buf_fmt(rels, "<Relationship Id=\"%s\" Type=\"" WML_RELATION "%s\" Target=\"", id, type);
	esc_attr(rels, target, strlen(target), '"');
	buf_str(rels, outside ? "\" TargetMode=\"External\"/>" : "\"/>");
	return id;
}

const char *wml_relate(struct wml *w, const char *type, const char *target, bool outside)
{
	return relate(w->b == &w->notes ? &w->note_rels : &w->rels, &w->nrels, w->d->mem, type, target, outside);
}

const char *wml_relate_part(struct wml *w, const char *type, const char *name)
{
	return relate(&w->rels, &w->nrels, w->d->mem, type, name, false);
}
