/* odffile.c: the parts of an .odt (OpenDocument 1.3, part 2). */
#include <string.h>

#include "base/enclosed.h"
#include "base/esc.h"
#include "base/version.h"
#include "docx/odf.h"
#include "docx/zip.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMES                                                                                                          \
	"xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS                   \
	"table:1.0\" xmlns:style=\"" OASIS "style:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:svg=\"" OASIS        \
	"svg-compatible:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" xmlns:meta=\"" OASIS                         \
	"meta:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "       \
	"xmlns:ooow=\"http://openoffice.org/2004/writer\" office:version=\"1.3\""
#define PKG "http://docs.oasis-open.org/ns/office/1.2/meta/pkg#"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void faces(const struct dox *d, struct buf *b)
{
	buf_str(b, "<office:font-face-decls>");
	for (int i = 0; i < STY_ROLE_MAX; i++) {
		const char *name = d->s->font[i].family;
		bool again = !name;
		for (int k = 0; k < i && !again; k++)
			again = d->s->font[k].family && !strcmp(d->s->font[k].family, name);
		if (again)
			continue;
		buf_str(b, "<style:font-face style:name=\"");
		esc_attr(b, name, strlen(name), '"');
		buf_str(b, "\" svg:font-family=\"'");
		esc_attr(b, name, strlen(name), '"');
		buf_str(b, "'\"/>");
	}
	buf_str(b, "</office:font-face-decls>");
}

/* What is counted has to be told before the text. */
static void sequences(const struct dox *d, struct buf *b)
{
	buf_str(b, "<text:sequence-decls>");
	for (int i = 0; i < DOX_COUNTED && d->counted[i].word; i++)
		buf_fmt(b, "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"%s\"/>",
			d->counted[i].word);
	buf_str(b, "</text:sequence-decls>");
}

static void content(struct odf *o)
{
	struct buf b = {0};
	buf_str(&b, XML "<office:document-content " NAMES ">");
	faces(o->d, &b);
	buf_str(&b, "<office:automatic-styles>");
	buf_put(&b, o->own.data, o->own.len);
	odf_list_styles(o, &b);
	buf_str(&b, "</office:automatic-styles><office:body><office:text>");
	sequences(o->d, &b);
	buf_put(&b, o->body.data, o->body.len);
	buf_str(&b, "</office:text></office:body></office:document-content>");
	dox_part(o->parts, "content.xml", &b);
}

static void styles(struct odf *o)
{
	struct buf b = {0};
	buf_str(&b, XML "<office:document-styles " NAMES ">");
	faces(o->d, &b);
	buf_str(&b, "<office:styles>");
	odf_styles(o, &b);
	buf_str(&b, "</office:styles><office:automatic-styles>");
	buf_put(&b, o->head_styles.data, o->head_styles.len);
	buf_put(&b, o->layouts.data, o->layouts.len);
	buf_str(&b,
		"<style:style style:name=\"Hintergrund\" style:family=\"graphic\"><style:graphic-properties "
		"style:run-through=\"background\" style:wrap=\"run-through\" style:vertical-pos=\"from-top\" "
		"style:vertical-rel=\"page\" style:horizontal-pos=\"from-left\" style:horizontal-rel=\"page\" "
		"style:flow-with-text=\"false\"/></style:style></office:automatic-styles><office:master-styles>");
	buf_put(&b, o->masters.data, o->masters.len);
	buf_str(&b, "</office:master-styles></office:document-styles>");
	dox_part(o->parts, "styles.xml", &b);
}

static void about(struct odf *o)
{
	const struct blk_tree *t = o->d->t;
	const struct {
		const char *tag, *value;
	} all[] = {{"meta:generator", version_program}, {"dc:title", t->title},
		{"dc:creator", t->author ? t->author : o->d->s->town}, {"dc:subject", t->subject},
		{"meta:keyword", t->keywords}, {"dc:language", dox_language(o->d->mem, t->lang)}};
	struct buf b = {0};
	buf_str(&b, XML "<office:document-meta " NAMES "><office:meta>");
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].value && *all[i].value) {
			buf_fmt(&b, "<%s>", all[i].tag);
			esc_text(&b, all[i].value, strlen(all[i].value));
			buf_fmt(&b, "</%s>", all[i].tag);
		}
	if (dox_origin(t)) {
		buf_str(&b, "<meta:user-defined meta:name=\"Quelle\">");
		esc_text(&b, dox_origin(t), strlen(dox_origin(t)));
		buf_str(&b, "</meta:user-defined>");
	}
	buf_str(&b, "</office:meta></office:document-meta>");
	dox_part(o->parts, "meta.xml", &b);
	dox_store_last(o->parts);                          /* the mark that it is ours to replace (base/mark.h) */
}

/* Metadata in RDF, which the first of its files names: programs hand on what they do not know. */
static void enclose(struct odf *o)
{
	static const char *const names[] = {"manifest.rdf", ENCLOSED_PART};
	struct buf b = {0}, list = {0};
	if (!dox_enclose(o->d, &b))
		return;
	dox_part(o->parts, ENCLOSED_PART, &b);
	buf_str(&list, XML "<rdf:RDF xmlns:rdf=\"" ENCLOSED_RDF "\" xmlns:pkg=\"" PKG "\">"
		"<rdf:Description rdf:about=\"\"><rdf:type rdf:resource=\"" PKG "Document\"/>"
		"<pkg:hasPart rdf:resource=\"" ENCLOSED_PART "\"/></rdf:Description>"
		"<rdf:Description rdf:about=\"" ENCLOSED_PART "\"><rdf:type rdf:resource=\"" PKG "MetadataFile\"/>"
		"</rdf:Description></rdf:RDF>");
	dox_part(o->parts, "manifest.rdf", &list);
	for (int i = 0; i < 2; i++)
		buf_fmt(&o->files, "<manifest:file-entry manifest:full-path=\"%s\" "
			"manifest:media-type=\"application/rdf+xml\"/>", names[i]);
}

static void manifest(struct odf *o)
{
	static const char *const parts[] = {"content.xml", "styles.xml", "meta.xml"};
	struct buf b = {0};
	buf_str(&b,
		XML "<manifest:manifest xmlns:manifest=\"" OASIS
		    "manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry "
		    "manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>");
	for (int i = 0; i < 3; i++)
		buf_fmt(&b, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"text/xml\"/>",
			parts[i]);
	buf_put(&b, o->files.data, o->files.len);
	buf_str(&b, "</manifest:manifest>");
	dox_part(o->parts, "META-INF/manifest.xml", &b);
}

void dox_odf(struct dox *d, struct dox_parts *parts)
{
	struct odf o = {.d = d, .parts = parts};
	struct buf type = {0};
	buf_str(&type, "application/vnd.oasis.opendocument.text");
	dox_part(parts, "mimetype", &type);
	dox_store_last(parts);
	o.b = &o.body;
	o.run = MEM_ARRAY(d->mem, int, d->nnumbers + 1);
	dox_style(d, DOX_BODY, 0, sty_para(d->s, "fliess"));
	dox_style(d, DOX_HEADER, 0, sty_para(d->s, "kolumne"));
	odf_body(&o);
	content(&o);
	styles(&o);
	about(&o);
	enclose(&o);
	manifest(&o);
	buf_free(&o.body);
	buf_free(&o.own);
	buf_free(&o.dropped);
	buf_free(&o.masters);
	buf_free(&o.layouts);
	buf_free(&o.head_styles);
	buf_free(&o.files);
}
