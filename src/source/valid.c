/* valid.c: first version, names only. */
#include "source/load.h"
enum doc_kind valid_start(struct loader *l, const char *name, int line, struct frame *f, bool *inside)
{
	enum doc_kind k = doc_kind_find(name);
	(void)f;
	if (k == DOC_KIND_MAX) {
		*inside = false;
		diag_error(l->diag, "ELEMENT", l->doc->files[load_current(l)].path, line, "<%s> ist nicht bekannt", name);
	}
	return k;
}
void valid_attr_unknown(struct loader *l, const struct frame *f, const char *name, int line)
{
	diag_error(l->diag, "ATTRIBUT", doc_path(l->doc, f->node), line, "Das Attribut %s ist nicht bekannt", name);
}
void valid_attrs(struct loader *l, const struct frame *f) { (void)l; (void)f; }
void valid_no_text(struct loader *l, const struct frame *f, const char *s, size_t n, int line)
{
	diag_error(l->diag, "TEXT", doc_path(l->doc, f->node), line, "In <%s> darf kein Text stehen: „%.*s“", doc_kind_name(f->node->kind), (int)(n < 40 ? n : 40), s);
}
void valid_end(struct loader *l, const struct frame *f) { (void)l; (void)f; }
const struct diag_code src_codes[] = {{0}};
