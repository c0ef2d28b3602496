/* meta.c: what the file says about itself: Info dictionary, XMP, output intent. Info and XMP say the same. */
#include <string.h>

#include "base/esc.h"
#include "pdf/syntax.h"
#include "pdf/write.h"

void pdf_put_date(struct buf *b, struct date d)
{
	buf_fmt(b, "(D:%04d%02d%02d120000Z)", d.year, d.month, d.day);
}

static const char *text_or(const char *s, const char *other)
{
	return s && *s ? s : other;
}

uint32_t pdf_meta_info(struct pdf *pdf)
{
	const struct blk_tree *t = pdf->tree;
	struct buf dates = {0};
	uint32_t num = pdf_obj_new(pdf->obj, 1);
	pdf_dict d = pdf_dict_new(pdf->obj, NULL);
	pdf_dict_text(pdf->obj, d, "Title", text_or(t->title, "Ohne Titel"));
	pdf_dict_text(pdf->obj, d, "Author", t->author);
	pdf_dict_text(pdf->obj, d, "Subject", t->subject);
	pdf_dict_text(pdf->obj, d, "Keywords", t->keywords);
	pdf_dict_text(pdf->obj, d, "Creator", "ratssatz");
	pdf_dict_text(pdf->obj, d, "Producer", text_or(pdf->options->producer, "ratssatz"));
	buf_str(&dates, "/CreationDate");
	pdf_put_date(&dates, pdf->date);
	buf_str(&dates, "/ModDate");
	pdf_put_date(&dates, pdf->date);
	pdf_dict_raw(d, dates.data, dates.len);
	buf_free(&dates);
	pdf_write_dict(pdf->obj, num, d);
	return num;
}

/* ---- XMP */

static void element(struct buf *b, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	buf_fmt(b, "   <%s>", name);
	esc_text(b, value, strlen(value));
	buf_fmt(b, "</%s>\n", name);
}

static void container(struct buf *b, const char *name, const char *kind, const char *attr, const char *value)
{
	if (!value || !*value)
		return;
	buf_fmt(b, "   <%s><rdf:%s><rdf:li%s>", name, kind, attr);
	esc_text(b, value, strlen(value));
	buf_fmt(b, "</rdf:li></rdf:%s></%s>\n", kind, name);
}

/* The keywords as a list; pdf:Keywords and /Info have them as one string. */
static void subjects(struct buf *b, struct mem *m, const char *keywords)
{
	if (!keywords || !*keywords)
		return;
	buf_str(b, "   <dc:subject><rdf:Bag>");
	char *rest = mem_dup(m, keywords);
	for (char *word; (word = strsep(&rest, ",;"));) {
		word += strspn(word, " ");
		if (!*word)
			continue;
		buf_str(b, "<rdf:li>");
		esc_text(b, word, strlen(word));
		buf_str(b, "</rdf:li>");
	}
	buf_str(b, "</rdf:Bag></dc:subject>\n");
}

/* PDF/A-3 wants every property outside its own list described. */
struct property { const char *schema, *uri, *prefix, *name, *type, *what; };

static void extension(struct buf *b, const struct property *p)
{
	buf_fmt(b,
		"    <rdf:li "
		"rdf:parseType=\"Resource\"><pdfaSchema:schema>%s</pdfaSchema:schema><pdfaSchema:namespaceURI>%s</"
		"pdfaSchema:namespaceURI>"
		"<pdfaSchema:prefix>%s</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li "
		"rdf:parseType=\"Resource\">"
		"<pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>%s</pdfaProperty:valueType>"
		"<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>%s</"
		"pdfaProperty:description>"
		"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\n",
		p->schema, p->uri, p->prefix, p->name, p->type, p->what);
}

#define URI_UA "http://www.aiim.org/pdfua/ns/id/"
#define URI_PRISM "http://prismstandard.org/namespaces/basic/2.0/"

static const struct property properties[] = {
	{"PDF/UA identification", URI_UA, "pdfuaid", "part", "Integer", "part of PDF/UA"},
	{"PRISM", URI_PRISM, "prism", "edition", "Text", "edition of the document"},
};

/* What /Info says too must be the same here: both are made of the tree and the options. */
static void describe(struct pdf *pdf, struct buf *b)
{
	const struct blk_tree *t = pdf->tree;
	const char *title = text_or(t->title, "Ohne Titel"), *producer = text_or(pdf->options->producer, "ratssatz");
	const char *date =
		mem_fmt(pdf->mem, "%04d-%02d-%02dT12:00:00Z", pdf->date.year, pdf->date.month, pdf->date.day);
	element(b, "dc:format", "application/pdf");
	container(b, "dc:title", "Alt", " xml:lang=\"x-default\"", title);
	container(b, "dc:creator", "Seq", "", t->author);
	container(b, "dc:description", "Alt", " xml:lang=\"x-default\"", t->subject);
	container(b, "dc:language", "Bag", "", t->lang);
	subjects(b, pdf->mem, t->keywords);
	element(b, "pdf:Keywords", t->keywords);
	element(b, "pdf:Producer", producer);
	element(b, "xmp:CreatorTool", "ratssatz");
	element(b, "xmp:CreateDate", date);
	element(b, "xmp:ModifyDate", date);
	element(b, "xmp:MetadataDate", date);
	element(b, "prism:edition", t->edition);
	element(b, "pdfaid:part", "3");
	element(b, "pdfaid:conformance", "A");
	element(b, "pdfuaid:part", "1");
}

/* Not compressed: an archive's tools find it without reading the file. */
uint32_t pdf_meta_xmp(struct pdf *pdf)
{
	struct buf b = {0};
	buf_str(&b,
		"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
		"xmlns:x=\"adobe:ns:meta/\">\n"
		" <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  <rdf:Description "
		"rdf:about=\"\""
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:prism=\"" URI_PRISM "\""
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"" URI_UA "\""
		" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
		"xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
		" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n");
	describe(pdf, &b);
	buf_str(&b, "   <pdfaExtension:schemas><rdf:Bag>\n");
	for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
		extension(&b, &properties[i]);
	buf_str(&b,
		"   </rdf:Bag></pdfaExtension:schemas>\n  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket "
		"end=\"r\"?>");
	uint32_t num = pdf_obj_new(pdf->obj, 1);
	pdf_dict d = pdf_dict_new(pdf->obj, "Metadata");
	pdf_dict_name(d, "Subtype", "XML");
	pdf_write_stream(pdf->obj, num, d, b.data, b.len, false);
	buf_free(&b);
	return num;
}

uint32_t pdf_meta_intent(struct pdf *pdf)
{
	struct pdf_obj *o = pdf->obj;
	struct buf icc = {0};
	uint32_t num = pdf_obj_new(o, 2);
	pdf_icc_srgb(&icc);
	pdf_dict profile = pdf_dict_new(o, NULL);
	pdf_dict_int(profile, "N", 3);
	pdf_write_stream(o, num + 1, profile, icc.data, icc.len, true);
	buf_free(&icc);
	pdf_dict d = pdf_dict_new(o, "OutputIntent");
	pdf_dict_name(d, "S", "GTS_PDFA1");
	pdf_dict_text(o, d, "OutputConditionIdentifier", "sRGB");
	pdf_dict_text(o, d, "Info", "sRGB IEC61966-2.1");
	pdf_dict_ref(o, d, "DestOutputProfile", num + 1);
	pdf_write_dict(o, num, d);
	return num;
}
