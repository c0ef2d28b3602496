/* ooxmlparts.c: the parts of a Word file around its document: styles, lists, notes, relations, what it says of
 * itself. */
#include <string.h>

#include "base/esc.h"
#include "docx/ooxml.h"

#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define NAMES                                                                                                          \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"" OFFICE                   \
	"/relationships\" "                                                                                            \
	"xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

const char *ooxml_relation(struct ooxml *o, const char *type, const char *target, bool external)
{
	enum ooxml_part p = o->part;
	for (int i = 0; i < o->nrelations[p]; i++)
		if (!strcmp(o->relations[p][i].type, type) && !strcmp(o->relations[p][i].target, target))
			return o->relations[p][i].id;
	MEM_ROOM_IN(o->mem, o->relations[p], o->nrelations[p], o->caprelations[p]);
	struct ooxml_relation *r = &o->relations[p][o->nrelations[p]++];
	*r = (struct ooxml_relation){mem_fmt(o->mem, "x%d", o->nrelations[p]), type, target, external};
	return r->id;
}

static bool is_png(const struct blk_image *i)
{
	return i->size > 4 && !memcmp(i->data, "\x89PNG", 4);
}

const char *ooxml_picture(struct ooxml *o, const struct blk_image *image)
{
	int i = 0;
	o->pictures++;
	while (i < o->nimages && o->images[i].image->data != image->data)
		i++;
	if (i == o->nimages) {
		MEM_ROOM_IN(o->mem, o->images, o->nimages, o->capimages);
		o->images[o->nimages++] = (struct ooxml_image){
			mem_fmt(o->mem, "media/bild%d.%s", i + 1, is_png(image) ? "png" : "jpeg"), image};
	}
	return ooxml_relation(o, "image", o->images[i].name, false);
}

/* ---- parts */

static void add(struct dx_zip *z, const char *name, struct buf *b)
{
	dx_zip_add(z, name, b->data, b->len, true);
	buf_free(b);
}

static void put(struct buf *b, const char *s)
{
	esc_attr(b, s, strlen(s), '"');
}

static void relations(struct ooxml *o, struct dx_zip *z, enum ooxml_part p, const char *name)
{
	struct buf b = {0};
	buf_str(&b, XML "<Relationships xmlns=\"" PACKAGE "/relationships\">");
	for (int i = 0; i < o->nrelations[p]; i++) {
		const struct ooxml_relation *r = &o->relations[p][i];
		buf_fmt(&b, "<Relationship Id=\"%s\" Type=\"" OFFICE "/relationships/%s\" Target=\"", r->id, r->type);
		put(&b, r->target);
		buf_str(&b, r->external ? "\" TargetMode=\"External\"/>" : "\"/>");
	}
	buf_str(&b, "</Relationships>");
	add(z, name, &b);
}

static void types(struct dx_zip *z)
{
	static const char *const parts[][2] = {{"document", "document.main"}, {"styles", "styles"},
		{"numbering", "numbering"}, {"settings", "settings"}, {"footnotes", "footnotes"},
		{"footer1", "footer"}};
	struct buf b = {0};
	buf_str(&b,
		XML
		"<Types xmlns=\"" PACKAGE "/content-types\"><Default Extension=\"rels\" "
		"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
		"ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default "
		"Extension=\"jpeg\" ContentType=\"image/jpeg\"/>");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		buf_fmt(&b,
			"<Override PartName=\"/word/%s.xml\" "
			"ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml\"/>",
			parts[i][0], parts[i][1]);
	buf_str(&b,
		"<Override PartName=\"/docProps/core.xml\" "
		"ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
	add(z, "[Content_Types].xml", &b);
}

static void properties(struct ooxml *o, struct dx_zip *z)
{
	const struct blk_tree *t = o->t;
	struct buf b = {0};
	const struct {
		const char *tag, *value;
	} all[] = {{"dc:title", t->title}, {"dc:creator", t->author}, {"dc:subject", t->subject},
		{"cp:keywords", t->keywords}, {"dc:language", t->lang},
		{"dc:identifier", dx_source(t)}};
	buf_str(&b,
		XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
		    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].value && *all[i].value) {
			buf_fmt(&b, "<%s>", all[i].tag);
			put(&b, all[i].value);
			buf_fmt(&b, "</%s>", all[i].tag);
		}
	buf_str(&b, "</cp:coreProperties>");
	add(z, "docProps/core.xml", &b);
}

/* ---- styles */

static const struct {
	const char *id, *name, *based, *next, *ppr, *rpr;
} styles[] = {
	{"BodyText", "Body Text", "Normal", NULL, "<w:spacing w:after=\"120\"/>", ""},
	{"Title", "Title", "Normal", "BodyText", "<w:spacing w:before=\"240\" w:after=\"120\"/>",
		"<w:b/><w:sz w:val=\"48\"/>"},
	{"Subtitle", "Subtitle", "Normal", "BodyText", "<w:spacing w:after=\"240\"/>", "<w:sz w:val=\"30\"/>"},
	{"Caption", "caption", "Normal", "BodyText", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
		"<w:b/><w:sz w:val=\"20\"/>"},
	{"Quote", "Quote", "Normal", NULL, "<w:spacing w:after=\"120\"/><w:ind w:left=\"567\" w:right=\"567\"/>",
		"<w:i/>"},
	{"HTMLPreformatted", "HTML Preformatted", "Normal", NULL, "",
		"<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>"},
	{"Kasten", "Kasten", "Normal", NULL,
		"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF2F5\"/><w:spacing w:after=\"60\"/>", ""},
	{"Quelle", "Quelle", "Normal", NULL, "<w:spacing w:after=\"120\"/>", "<w:sz w:val=\"18\"/>"},
	{"Bildplatz", "Bildplatz", "Normal", NULL, "<w:spacing w:after=\"120\"/>", "<w:i/><w:color w:val=\"666666\"/>"},
	{"ListParagraph", "List Paragraph", "Normal", NULL, "<w:spacing w:after=\"60\"/>", ""},
	{"ListContinue", "List Continue", "Normal", NULL, "<w:spacing w:after=\"60\"/>", ""},
	{"TableText", "Tabellentext", "Normal", NULL, "<w:spacing w:before=\"40\" w:after=\"40\"/>",
		"<w:sz w:val=\"20\"/>"},
	{"TableHead", "Tabellenkopf", "TableText", NULL, "", "<w:b/>"},
	{"FootnoteText", "footnote text", "Normal", NULL, "", "<w:sz w:val=\"18\"/>"},
};

static void put_style(struct buf *b, const char *id, const char *name, const char *based, const char *next)
{
	buf_fmt(b, "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"%s\"/>", id,
		name, based);
	if (next)
		buf_fmt(b, "<w:next w:val=\"%s\"/>", next);
	buf_str(b, "<w:qFormat/>");
}

static void outline_styles(struct buf *b)
{
	static const int sizes[] = {36, 30, 26, 24, 22, 22};
	for (int i = 1; i <= 6; i++) {
		char id[16] = "Heading1", name[16] = "heading 1";
		id[7] = name[8] = (char)('0' + i);
		put_style(b, id, name, "Normal", "BodyText");
		buf_fmt(b,
			"<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl "
			"w:val=\"%d\"/></w:pPr>"
			"<w:rPr><w:b/><w:sz w:val=\"%d\"/></w:rPr></w:style>",
			i - 1, sizes[i - 1]);
	}
	for (int i = 1; i <= 9; i++) {
		char id[16] = "TOC1", name[16] = "toc 1";
		id[3] = name[4] = (char)('0' + i);
		put_style(b, id, name, "Normal", NULL);
		buf_fmt(b,
			"<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"%d\"/><w:tab w:val=\"right\" w:leader=\"dot\" "
			"w:pos=\"9060\"/></w:tabs><w:ind w:left=\"%d\"/></w:pPr></w:style>",
			(i - 1) * 220 + 660, (i - 1) * 220);
	}
}

static void write_styles(struct ooxml *o, struct dx_zip *z)
{
	struct buf b = {0};
	buf_fmt(&b,
		XML "<w:styles " NAMES
		    "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" "
		    "w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang "
		    "w:val=\"%s\"/></w:rPr></w:rPrDefault>"
		    "<w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
		    "w:styleId=\"Normal\"><w:name "
		    "w:val=\"Normal\"/><w:qFormat/></w:style>",
		o->t->lang ? o->t->lang : "de-DE");
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		put_style(&b, styles[i].id, styles[i].name, styles[i].based, styles[i].next);
		buf_fmt(&b, "<w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>", styles[i].ppr, styles[i].rpr);
	}
	outline_styles(&b);
	buf_str(&b,
		"<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color "
		"w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style><w:style w:type=\"character\" "
		"w:styleId=\"HTMLCode\"><w:name w:val=\"HTML Code\"/><w:rPr><w:rFonts w:ascii=\"Courier New\" "
		"w:hAnsi=\"Courier New\"/></w:rPr></w:style><w:style w:type=\"character\" "
		"w:styleId=\"FootnoteReference\">"
		"<w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign "
		"w:val=\"superscript\"/></w:rPr></w:style><w:style "
		"w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>");
	static const char *const edges[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
	for (int i = 0; i < 6; i++)
		buf_fmt(&b, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", edges[i]);
	buf_str(&b, "</w:tblBorders></w:tblPr></w:style></w:styles>");
	add(z, "word/styles.xml", &b);
}

static void numbering(struct ooxml *o, struct dx_zip *z)
{
	struct buf b = {0};
	buf_str(&b, XML "<w:numbering " NAMES ">");
	for (int i = 0; i < o->nlists; i++) {
		buf_fmt(&b, "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"hybridMultilevel\"/>",
			i + 1);
		for (int level = 0; level < 9; level++) {
			buf_fmt(&b,
				"<w:lvl w:ilvl=\"%d\"><w:start w:val=\"%d\"/><w:numFmt w:val=\"%s\"/><w:lvlText "
				"w:val=\"",
				level, o->lists[i].start, o->lists[i].counts ? "decimal" : "bullet");
			if (o->lists[i].counts)
				buf_fmt(&b, "%%%d.", level + 1);
			else
				put(&b, o->lists[i].sign);
			buf_fmt(&b,
				"\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%d\" "
				"w:hanging=\"360\"/></w:pPr></w:lvl>",
				(level + 1) * 360);
		}
		buf_str(&b, "</w:abstractNum>");
	}
	for (int i = 1; i <= o->nlists; i++)
		buf_fmt(&b, "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/></w:num>", i, i);
	buf_str(&b, "</w:numbering>");
	add(z, "word/numbering.xml", &b);
}

/* ---- all */

static void footer(struct ooxml *o, struct dx_zip *z)
{
	struct buf b = {0};
	buf_str(&b,
		XML "<w:ftr " NAMES
		    "><w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"9060\"/></w:tabs></w:pPr><w:r><w:t>");
	put(&b, o->t->title ? o->t->title : "");
	buf_str(&b,
		"</w:t></w:r><w:r><w:tab/></w:r><w:fldSimple w:instr=\" PAGE "
		"\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
		"</w:ftr>");
	add(z, "word/footer1.xml", &b);
}

static void write_notes(struct ooxml *o, struct dx_zip *z)
{
	struct buf b = {0};
	buf_str(&b,
		XML "<w:footnotes " NAMES
		    "><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p>"
		    "</w:footnote><w:footnote w:type=\"continuationSeparator\" "
		    "w:id=\"1\"><w:p><w:r><w:continuationSeparator/>"
		    "</w:r></w:p></w:footnote>");
	if (o->footnotes.len)
		buf_put(&b, o->footnotes.data, o->footnotes.len);
	buf_str(&b, "</w:footnotes>");
	add(z, "word/footnotes.xml", &b);
}

static void document(struct ooxml *o, struct dx_zip *z)
{
	struct buf b = {0};
	o->part = OOXML_DOCUMENT;
	const char *foot = ooxml_relation(o, "footer", "footer1.xml", false);
	buf_str(&b, XML "<w:document " NAMES "><w:body>");
	if (o->body.len)
		buf_put(&b, o->body.data, o->body.len);
	buf_fmt(&b,
		"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"%s\"/><w:pgSz w:w=\"11906\" "
		"w:h=\"16838\"/><w:pgMar "
		"w:top=\"1417\" w:right=\"1417\" w:bottom=\"1134\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" "
		"w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
		foot);
	add(z, "word/document.xml", &b);
}

void ooxml_parts(struct ooxml *o, struct dx_zip *z)
{
	static const char *const others[] = {"styles", "numbering", "settings", "footnotes"};
	struct buf b = {0};
	types(z);
	buf_str(&b,
		XML
		"<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"r1\" Type=\"" OFFICE
		"/relationships/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"" PACKAGE
		"/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
	add(z, "_rels/.rels", &b);
	document(o, z);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ooxml_relation(o, others[i], mem_fmt(o->mem, "%s.xml", others[i]), false);
	write_styles(o, z);
	numbering(o, z);
	buf_str(&b,
		XML "<w:settings " NAMES
		    "><w:footnotePr><w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/></w:footnotePr>"
		    "</w:settings>");
	add(z, "word/settings.xml", &b);
	write_notes(o, z);
	footer(o, z);
	properties(o, z);
	relations(o, z, OOXML_DOCUMENT, "word/_rels/document.xml.rels");
	if (o->nrelations[OOXML_FOOTNOTES])
		relations(o, z, OOXML_FOOTNOTES, "word/_rels/footnotes.xml.rels");
	for (int i = 0; i < o->nimages; i++)
		dx_zip_add(z, mem_fmt(o->mem, "word/%s", o->images[i].name), o->images[i].image->data,
			o->images[i].image->size, false);
}
