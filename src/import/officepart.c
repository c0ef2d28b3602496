/* officepart.c: parts of a zip file as trees, their relations, and the first thing that made it unreadable. */
#include <string.h>

#include "import/office.h"

void imp_refuse(struct imp_office_file *o, enum imp_refusal r, const char *why)
{
	if (o->refusal != IMP_TAKEN)
		return;
	o->refusal = r;
	o->flow->refused = mem_dup(o->flow->mem, why);
}

static enum imp_zip_state get(struct imp_office_file *o, const char *name, const char **data, size_t *n)
{
	enum imp_zip_state s = o->zip ? imp_zip_get(o->zip, name, data, n) : IMP_ZIP_MISSING;
	if (s == IMP_ZIP_LOCKED)
		imp_refuse(o, IMP_LOCKED,
			"ist als Archiv mit einem Kennwort verschlüsselt; bitte ohne Kennwort speichern");
	else if (s == IMP_ZIP_BIG)
		imp_refuse(o, IMP_TOO_BIG,
			mem_fmt(o->flow->mem,
				"wäre ausgepackt größer als erlaubt (Teil „%s“); nichts wurde "
				"übernommen: bitte in Teile zerlegen",
				name));
	else if (s == IMP_ZIP_BROKEN)
		imp_refuse(o, IMP_BROKEN, mem_fmt(o->flow->mem, "lässt sich nicht auspacken (Teil „%s“)", name));
	return s;
}

enum { MOST = 64 << 20 };                              /* of XML: its tree is some times larger */

struct mk *imp_part(struct imp_office_file *o, const char *name)
{
	const char *data, *why;
	size_t n;
	if (get(o, name, &data, &n) != IMP_ZIP_FINE)
		return NULL;
	if (n > MOST) {
		imp_refuse(o, IMP_TOO_BIG, mem_fmt(o->flow->mem, "hat im Teil „%s“ mehr als 64 MB Text; nichts wurde "
			"übernommen: bitte in Teile zerlegen", name));
		return NULL;
	}
	struct mk *root = mk_xml(o->flow->mem, data, n, &why);
	if (!root)
		imp_refuse(o, IMP_BROKEN, mem_fmt(o->flow->mem, "enthält den Teil „%s“, und der %s", name, why));
	return root;
}

struct mk *imp_relations(struct imp_office_file *o, const char *part)
{
	const char *slash = strrchr(part, '/');
	int folder = slash ? (int)(slash - part) : 0;
	return imp_part(o,
		mem_fmt(o->flow->mem, "%.*s%s_rels/%s.rels", folder, part, folder ? "/" : "",
			slash ? slash + 1 : part));
}

const struct mk *imp_child_called(struct imp_office_file *o, const struct mk *parent, const char *name,
	const char *attr, const char *value)
{
	if (!parent || !value)
		return NULL;
	if (!imp_index_get(&o->named, &parent->first, "")) {       /* its children are not known yet */
		imp_index_put(o->flow->mem, &o->named, &parent->first, "", parent);
		for (const struct mk *c = parent->first; c; c = c->next)
			if (mk_get(c, attr) && (!name || mk_is(c, name)))
				imp_index_put(o->flow->mem, &o->named, parent, mk_get(c, attr), c);
	}
	return imp_index_get(&o->named, parent, value);
}

const char *imp_related(struct imp_office_file *o, const struct mk *relations, const char *part, const char *id,
	bool *external)
{
	const struct mk *r = imp_child_called(o, relations, NULL, "Id", id);
	const char *target = mk_get(r, "Target"), *mode = mk_get(r, "TargetMode");
	if (!target)
		return NULL;
	*external = mode && !strcmp(mode, "External");
	return *external ? target : imp_zip_resolve(o->flow->mem, part, target);
}

void imp_picture(struct imp_office_file *o, struct imp_node *picture, const char *part)
{
	const char *data;
	size_t n;
	enum imp_zip_state s = o->zip ? imp_zip_get(o->zip, part, &data, &n) : IMP_ZIP_MISSING;
	picture->name = mem_dup(o->flow->mem, part);
	if (s == IMP_ZIP_FINE) {
		picture->bytes = data;
		picture->nbytes = n;
	} else {
		imp_lose(o->flow, "Bild, das sich nicht lesen lässt", part);
	}
}
