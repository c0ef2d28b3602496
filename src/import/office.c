/* office.c: what a zip file holds: a document of Word, OpenDocument, a spreadsheet. */
#include "import/office.h"

#include <string.h>
#include <strings.h>

#include "import/tidy.h"

void imp_refuse(struct imp_office_file *o, enum imp_refusal r, const char *why)
{
	if (o->refusal != IMP_TAKEN)
		return;
	o->refusal = r;
	o->flow->refused = mem_dup(o->flow->mem, why);
}

static enum imp_zip_state get(struct imp_office_file *o, const char *name, const char **data, size_t *n)
{
	enum imp_zip_state s = imp_zip_get(o->zip, name, data, n);
	if (s == IMP_ZIP_LOCKED)
		imp_refuse(o, IMP_LOCKED, "ist als Archiv mit einem Kennwort verschlüsselt; bitte ohne Kennwort speichern");
	else if (s == IMP_ZIP_BIG)
		imp_refuse(o, IMP_TOO_BIG, mem_fmt(o->flow->mem, "wäre ausgepackt größer als erlaubt (Teil „%s“); nichts wurde "
			"übernommen: bitte in Teile zerlegen", name));
	else if (s == IMP_ZIP_BROKEN)
		imp_refuse(o, IMP_BROKEN, mem_fmt(o->flow->mem, "lässt sich nicht auspacken (Teil „%s“)", name));
	return s;
}

struct mk *imp_part(struct imp_office_file *o, const char *name)
{
	const char *data, *why;
	size_t n;
	if (get(o, name, &data, &n) != IMP_ZIP_FINE)
		return NULL;
	struct mk *root = mk_xml(o->flow->mem, data, n, &why);
	if (!root)
		imp_refuse(o, IMP_BROKEN, mem_fmt(o->flow->mem, "enthält den Teil „%s“, und der %s", name, why));
	return root;
}

struct mk *imp_relations(struct imp_office_file *o, const char *part)
{
	const char *slash = strrchr(part, '/');
	int folder = slash ? (int)(slash - part) : 0;
	return imp_part(o, mem_fmt(o->flow->mem, "%.*s%s_rels/%s.rels", folder, part, folder ? "/" : "",
		slash ? slash + 1 : part));
}

const char *imp_related(struct imp_office_file *o, const struct mk *relations, const char *part, const char *id,
	bool *external)
{
	for (const struct mk *r = relations ? relations->first : NULL; r && id; r = r->next) {
		const char *target = mk_get(r, "Target"), *is = mk_get(r, "Id"), *mode = mk_get(r, "TargetMode");
		if (!target || !is || strcmp(is, id))
			continue;
		*external = mode && !strcmp(mode, "External");
		return *external ? target : imp_zip_resolve(o->flow->mem, part, target);
	}
	return NULL;
}

void imp_picture(struct imp_office_file *o, struct imp_node *picture, const char *part)
{
	const char *data;
	size_t n;
	enum imp_zip_state s = imp_zip_get(o->zip, part, &data, &n);
	picture->name = mem_dup(o->flow->mem, part);
	if (s == IMP_ZIP_FINE) {
		picture->bytes = data;
		picture->nbytes = n;
	} else {
		imp_lose(o->flow, "Bild, das sich nicht lesen lässt", part);
	}
}

/* The type of the main part, by [Content_Types].xml; *part is its name. */
static const char *main_type(struct imp_office_file *o, const char **part)
{
	bool external = false;
	const struct mk *types = imp_part(o, "[Content_Types].xml"), *rels = imp_part(o, "_rels/.rels");
	*part = NULL;
	for (const struct mk *r = rels ? rels->first : NULL; r && !*part; r = r->next) {
		const char *type = mk_get(r, "Type"), *end = type ? strrchr(type, '/') : NULL;
		if (end && !strcmp(end, "/officeDocument"))
			*part = imp_related(o, rels, "", mk_get(r, "Id"), &external);
	}
	for (const struct mk *t = types ? types->first : NULL; t && *part; t = t->next) {
		const char *name = mk_get(t, "PartName");
		if (mk_is(t, "ct:Override") && name && !strcasecmp(name + (*name == '/'), *part))
			return mk_get(t, "ContentType");
	}
	for (const struct mk *t = types ? types->first : NULL; t && *part; t = t->next)
		if (mk_is(t, "ct:Default") && mk_get(t, "Extension") && !strcmp(mk_get(t, "Extension"), "xml"))
			return mk_get(t, "ContentType");
	return NULL;
}

static void read_ooxml(struct imp_office_file *o)
{
	const char *part, *type = main_type(o, &part);
	if (o->refusal != IMP_TAKEN)
		return;
	if (!part)
		imp_refuse(o, IMP_OTHER, "ist ein Zip-Archiv, aber kein Dokument; bitte auspacken und die Dateien darin übernehmen");
	else if (type && strstr(type, "presentationml"))
		imp_refuse(o, IMP_OTHER, "ist eine PowerPoint-Präsentation (.pptx); bitte als PDF speichern");
	else if (type && strstr(type, "spreadsheetml"))
		imp_xlsx(o, part);
	else
		imp_docx(o, part);
	if (type && strstr(type, "macroEnabled"))
		imp_lose(o->flow, "Makro", "vbaProject.bin");
}

/* OpenDocument: its manifest says what is encrypted, its content what it is. */
static void read_odf(struct imp_office_file *o, const char *type)
{
	const struct mk *manifest = imp_part(o, "META-INF/manifest.xml");
	for (const struct mk *n = manifest; n; n = mk_after(n, manifest))
		if (mk_is(n, "manifest:encryption-data")) {
			imp_refuse(o, IMP_LOCKED, "ist mit einem Kennwort verschlüsselt; bitte ohne Kennwort speichern");
			return;
		}
	const struct mk *content = o->refusal ? NULL : imp_part(o, "content.xml"), *body = mk_find(content, "office:body");
	if (o->refusal)
		return;
	if (!content)
		imp_refuse(o, IMP_BROKEN, "enthält keinen Inhalt (content.xml fehlt)");
	else if (mk_child(body, "office:text"))
		imp_odt(o, mk_child(body, "office:text"));
	else if (mk_child(body, "office:spreadsheet"))
		imp_ods(o, mk_child(body, "office:spreadsheet"));
	else
		imp_refuse(o, IMP_OTHER, strstr(type, "presentation") ?
			"ist eine Präsentation (.odp); bitte als PDF speichern" :
			"ist weder Text noch Tabelle; bitte als PDF speichern");
}

enum imp_refusal imp_office(struct imp_flow *f, const char *data, size_t n)
{
	struct imp_office_file o = {.flow = f, .zip = imp_zip_open(f->mem, data, n)};
	if (!o.zip) {
		f->refused = "ist ein Zip-Archiv, dem das Inhaltsverzeichnis fehlt (abgeschnitten?)";
		return IMP_BROKEN;
	}
	const char *type;
	size_t ntype;
	if (imp_zip_get(o.zip, "mimetype", &type, &ntype) == IMP_ZIP_FINE && strstr(type, "opendocument"))
		read_odf(&o, type);
	else
		read_ooxml(&o);
	imp_zip_close(o.zip);
	if (o.refusal == IMP_TAKEN)
		imp_tidy(f);
	return o.refusal;
}
