/* office.c: what a zip file holds: a document of Word, OpenDocument, a spreadsheet. */
#include "import/office.h"

#include <string.h>
#include <strings.h>

#include "import/tidy.h"

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

/* What the main part is it says itself: its type may be that of any XML. */
static void read_main(struct imp_office_file *o, const char *part)
{
	const struct mk *root = imp_part(o, part);
	if (mk_is(root, "x:workbook"))
		imp_xlsx(o, part, root);
	else if (mk_child(root, "w:body"))
		imp_docx(o, part, root);
	else if (!o->refusal)
		imp_refuse(o, IMP_BROKEN, mem_fmt(o->flow->mem, root ? "hat einen Hauptteil „%s“, der weder Text "
			"noch Tabelle ist" : "nennt als Hauptteil „%s“, den sie nicht enthält", part));
}

static void read_ooxml(struct imp_office_file *o)
{
	const char *part, *type = main_type(o, &part);
	if (o->refusal != IMP_TAKEN)
		return;
	if (!part)
		imp_refuse(o, IMP_OTHER,
			"ist ein Zip-Archiv, aber kein Dokument; bitte auspacken und die Dateien darin übernehmen");
	else if (type && strstr(type, "presentationml"))
		imp_refuse(o, IMP_OTHER, "ist eine PowerPoint-Präsentation (.pptx); bitte als PDF speichern");
	else
		read_main(o, part);
}

/* OpenDocument: its manifest says what is encrypted, its content what it is. */
static void read_odf(struct imp_office_file *o, const char *type)
{
	const struct mk *manifest = imp_part(o, "META-INF/manifest.xml");
	for (const struct mk *n = manifest; n; n = mk_after(n, manifest))
		if (mk_is(n, "manifest:encryption-data")) {
			imp_refuse(o, IMP_LOCKED,
				"ist mit einem Kennwort verschlüsselt; bitte ohne Kennwort speichern");
			return;
		}
	const struct mk *content = o->refusal ? NULL : imp_part(o, "content.xml"),
			*body = mk_find(content, "office:body");
	if (o->refusal)
		return;
	if (!content)
		imp_refuse(o, IMP_BROKEN, "enthält keinen Inhalt (content.xml fehlt)");
	else if (mk_child(body, "office:text"))
		imp_odt(o, mk_child(body, "office:text"));
	else if (mk_child(body, "office:spreadsheet"))
		imp_ods(o, mk_child(body, "office:spreadsheet"));
	else
		imp_refuse(o, IMP_OTHER,
			strstr(type, "presentation") ? "ist eine Präsentation (.odp); bitte als PDF speichern"
						     : "ist weder Text noch Tabelle; bitte als PDF speichern");
}

/* OpenDocument in one file of XML (.fodt): the same, without parts beside it. */
enum imp_refusal imp_flat(struct imp_flow *f, const char *data, size_t n)
{
	struct imp_office_file o = {.flow = f};
	const char *why;
	const struct mk *root = mk_xml(f->mem, data, n, &why), *text = mk_find(root, "office:body/office:text");
	if (!text) {
		f->refused = root ? "ist OpenDocument als XML, aber kein Text; bitte als .odt oder .ods speichern"
			: why;
		return root ? IMP_OTHER : IMP_BROKEN;
	}
	imp_odt(&o, text);
	if (o.refusal == IMP_TAKEN)
		imp_tidy(f);
	return o.refusal;
}

/* Of two parts of one name programs read either; who writes both hides one. */
static void tell_twins(struct imp_office_file *o)
{
	struct imp_index seen = {0};
	const char *name;
	for (size_t i = 0; (name = imp_zip_name(o->zip, i)); i++) {
		char *folded = mem_dup(o->flow->mem, *name == '/' ? name + 1 : name);
		for (char *c = folded; *c; c++)
			*c = *c >= 'A' && *c <= 'Z' ? (char)(*c + 32) : *c;
		void **slot = imp_index_slot(o->flow->mem, &seen, NULL, folded);
		if (*slot)
			imp_lose(o->flow, "Teil, der zweimal in der Datei liegt; gelesen ist der erste", name);
		*slot = folded;
	}
}

enum imp_refusal imp_office(struct imp_flow *f, const char *data, size_t n)
{
	bool many;
	struct imp_office_file o = {.flow = f, .zip = imp_zip_open(f->mem, data, n, &many)};
	if (!o.zip) {
		f->refused = many ? "hat mehr Teile als ein Dokument (über 65.000)"
			: "ist ein Zip-Archiv, dem das Inhaltsverzeichnis fehlt (abgeschnitten?)";
		return many ? IMP_TOO_BIG : IMP_BROKEN;
	}
	const char *type;
	size_t ntype;
	if (imp_zip_get(o.zip, "mimetype", &type, &ntype) == IMP_ZIP_FINE && strstr(type, "opendocument"))
		read_odf(&o, type);
	else
		read_ooxml(&o);
	if (o.refusal == IMP_TAKEN) {
		tell_twins(&o);
		imp_tidy(f);
	}
	return o.refusal;
}
