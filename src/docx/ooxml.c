/* ooxml.c: the document of a Word file (ECMA-376 part 1, transitional). What stands beside it: ooxmlparts.c. */
#include <string.h>

#include "base/esc.h"
#include "docx/ooxml.h"
#include "docx/zip.h"

static const char *const styles[DX_KINDS] = {[DX_BODY] = "BodyText",
	[DX_TITLE] = "Title",
	[DX_SUBTITLE] = "Subtitle",
	[DX_CAPTION] = "Caption",
	[DX_QUOTE] = "Quote",
	[DX_CODE] = "HTMLPreformatted",
	[DX_BOX] = "Kasten",
	[DX_SMALL] = "Quelle",
	[DX_ITEM] = "ListParagraph",
	[DX_GOES_ON] = "ListContinue",
	[DX_CELL] = "TableText",
	[DX_HEAD] = "TableHead",
	[DX_NOTE] = "FootnoteText",
	[DX_STAND_IN] = "Bildplatz"};

/* ---- runs */

static void run_look(struct ooxml *o, const struct dx_look *l)
{
	struct buf *b = o->to;
	if (!l->bold && !l->italic && !l->raised && !l->code && !l->lang && !o->in_link && !o->rtl)
		return;
	buf_str(b, "<w:rPr>");
	buf_str(b, o->in_link ? "<w:rStyle w:val=\"Hyperlink\"/>" : l->code ? "<w:rStyle w:val=\"HTMLCode\"/>" : "");
	buf_str(b, l->bold ? "<w:b/><w:bCs/>" : "");
	buf_str(b, l->italic ? "<w:i/><w:iCs/>" : "");
	buf_str(b, l->raised ? "<w:vertAlign w:val=\"superscript\"/>" : "");
	buf_str(b, o->rtl ? "<w:rtl/>" : "");
	const char *lang = l->lang ? l->lang : o->lang;
	if (lang)
		buf_fmt(b, "<w:lang w:val=\"%s\"%s%s%s/>", lang, o->rtl ? " w:bidi=\"" : "", o->rtl ? lang : "",
			o->rtl ? "\"" : "");
	buf_str(b, "</w:rPr>");
}

static void text(void *user, const char *s, size_t n, const struct dx_look *l)
{
	struct ooxml *o = user;
	buf_str(o->to, "<w:r>");
	run_look(o, l);
	buf_str(o->to, "<w:t xml:space=\"preserve\">");
	dx_escaped(o->to, s, n);
	buf_str(o->to, "</w:t></w:r>");
}

static void line(void *user)
{
	buf_str(((struct ooxml *)user)->to, "<w:r><w:br/></w:r>");
}

static void tab(void *user)
{
	buf_str(((struct ooxml *)user)->to, "<w:r><w:tab/></w:r>");
}

static void link_begin(void *user, const char *href, const struct block *target)
{
	struct ooxml *o = user;
	o->in_link = true;
	if (target)
		buf_fmt(o->to, "<w:hyperlink w:anchor=\"b%u\" w:history=\"1\">", (unsigned)target->num);
	else
		buf_fmt(o->to, "<w:hyperlink r:id=\"%s\" w:history=\"1\">", ooxml_relation(o, "hyperlink", href, true));
}

static void link_end(void *user)
{
	struct ooxml *o = user;
	o->in_link = false;
	buf_str(o->to, "</w:hyperlink>");
}

/* A field that Word works out when it opens the file. */
static void page(void *user, const struct block *target)
{
	struct ooxml *o = user;
	buf_fmt(o->to,
		"<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText "
		"xml:space=\"preserve\"> PAGEREF "
		"b%u \\h </w:instrText></w:r><w:r><w:fldChar "
		"w:fldCharType=\"separate\"/></w:r><w:r><w:t>–</w:t></w:r><w:r>"
		"<w:fldChar w:fldCharType=\"end\"/></w:r>",
		target ? (unsigned)target->num : 0);
}

/* ---- paragraphs */

static void bookmark(struct ooxml *o, const struct block *b)
{
	if (b)
		buf_fmt(o->to, "<w:bookmarkStart w:id=\"%u\" w:name=\"b%u\"/><w:bookmarkEnd w:id=\"%u\"/>",
			(unsigned)b->num, (unsigned)b->num, (unsigned)b->num);
}

static void para(void *user, const struct dx_para *p)
{
	struct ooxml *o = user;
	struct buf *b = o->to;
	buf_str(b, "<w:p><w:pPr>");
	if (p->kind == DX_HEADING)
		buf_fmt(b, "<w:pStyle w:val=\"Heading%d\"/>", p->level);
	else if (p->kind == DX_CONTENTS)
		buf_fmt(b, "<w:pStyle w:val=\"TOC%d\"/>", p->level);
	else
		buf_fmt(b, "<w:pStyle w:val=\"%s\"/>", styles[p->kind]);
	buf_str(b, p->keep_next ? "<w:keepNext/>" : "");
	buf_str(b, p->page_before ? "<w:pageBreakBefore/>" : "");
	if (p->kind == DX_ITEM)
		buf_fmt(b, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>",
			p->level > 9 ? 8 : p->level - 1, p->list);
	buf_str(b, p->rtl ? "<w:bidi/>" : "");
	if (p->kind == DX_GOES_ON && p->level > 0)
		buf_fmt(b, "<w:ind w:left=\"%d\"/>", p->level * 360);
	buf_str(b, "</w:pPr>");
	o->lang = p->lang;
	o->rtl = p->rtl;
	if (o->contents == 1) {
		buf_str(b,
			"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC "
			"\\o "
			"\"1-3\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
		o->contents = 2;
	}
	if (o->note_mark) {
		buf_str(b,
			"<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t "
			"xml:space=\"preserve\"> </w:t></w:r>");
		o->note_mark = false;
	}
	bookmark(o, p->anchor2);
	bookmark(o, p->anchor != p->anchor2 ? p->anchor : NULL);
	o->bare_cell = false;
}

static void para_end(void *user)
{
	buf_str(((struct ooxml *)user)->to, "</w:p>");
}

/* All that stands between is one field; its end needs a paragraph of its own. */
static void contents(void *user, bool begins)
{
	struct ooxml *o = user;
	if (!begins && o->contents == 2)
		buf_str(o->to, "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
	o->contents = begins;
}

/* ---- notes */

static void note(void *user)
{
	struct ooxml *o = user;
	int id = ++o->notes + 1;
	buf_fmt(o->to,
		"<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"%d\"/></w:r>",
		id);
	buf_fmt(&o->footnotes, "<w:footnote w:id=\"%d\">", id);
	o->outer = (struct ooxml_place){o->to, o->in_link, o->rtl, o->bare_cell, o->contents, o->lang};
	o->to = &o->footnotes;
	o->in_link = o->rtl = false;
	o->contents = 0;
	o->note_mark = true;
	o->part = OOXML_FOOTNOTES;
}

static void note_end(void *user)
{
	struct ooxml *o = user;
	if (o->note_mark)
		buf_str(o->to, "<w:p/>");
	o->note_mark = false;
	buf_str(o->to, "</w:footnote>");
	o->to = o->outer.to;
	o->in_link = o->outer.in_link;
	o->rtl = o->outer.rtl;
	o->bare_cell = o->outer.bare_cell;
	o->contents = o->outer.contents;
	o->lang = o->outer.lang;
	o->part = OOXML_DOCUMENT;
}

/* ---- tables */

enum { WIDTH = 9070 };                                 /* of the text, in twentieths of a point */

static void table(void *user, int columns)
{
	struct buf *b = ((struct ooxml *)user)->to;
	buf_str(b,
		"<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook "
		"w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
		"w:noHBand=\"1\" "
		"w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
	for (int i = 0; i < columns; i++)
		buf_fmt(b, "<w:gridCol w:w=\"%d\"/>", WIDTH / columns);
	buf_str(b, "</w:tblGrid>");
}

static void row(void *user, bool head)
{
	buf_str(((struct ooxml *)user)->to, head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr>");
}

static void cell(void *user, const struct dx_cell *c)
{
	struct ooxml *o = user;
	buf_str(o->to, "<w:tc><w:tcPr>");
	if (c->cols > 1)
		buf_fmt(o->to, "<w:gridSpan w:val=\"%d\"/>", c->cols);
	buf_str(o->to,
		c->state == DX_SPANS                   ? "<w:vMerge w:val=\"restart\"/>"
			: c->state == DX_GOES_ON_BELOW ? "<w:vMerge/>"
						       : "");
	buf_str(o->to, "</w:tcPr>");
	o->bare_cell = true;
}

/* A cell ends with a paragraph (17.4.66). */
static void cell_end(void *user)
{
	struct ooxml *o = user;
	buf_str(o->to, o->bare_cell ? "<w:p/></w:tc>" : "</w:tc>");
	o->bare_cell = false;
}

static void row_end(void *user)
{
	buf_str(((struct ooxml *)user)->to, "</w:tr>");
}

/* Two tables with nothing between them would become one. */
static void table_end(void *user)
{
	struct ooxml *o = user;
	buf_str(o->to, "</w:tbl><w:p/>");
	o->bare_cell = false;
}

/* ---- pictures */

static void image(void *user, const struct blk_image *i, const char *alt)
{
	enum { EMU = 9525, WIDEST = 5760000 };             /* a pixel of 96 to the inch; 16 cm */
	struct ooxml *o = user;
	struct buf *b = o->to;
	long w = (long)i->px_w * EMU, h = (long)i->px_h * EMU;
	if (w > WIDEST) {
		h = (long)((double)h * WIDEST / (double)w);
		w = WIDEST;
	}
	const char *id = ooxml_picture(o, i);
	buf_fmt(b,
		"<w:r><w:drawing><wp:inline><wp:extent cx=\"%ld\" cy=\"%ld\"/><wp:docPr id=\"%d\" name=\"Bild %d\" "
		"descr=\"",
		w, h, o->pictures, o->pictures);
	esc_attr(b, alt, strlen(alt), '"');
	buf_fmt(b,
		"\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
		"uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
		"xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr "
		"id=\"%d\" "
		"name=\"Bild %d\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
		"r:embed=\"%s\"/><a:stretch><a:fillRect/>"
		"</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%ld\" "
		"cy=\"%ld\"/></a:xfrm>"
		"<a:prstGeom "
		"prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
		"</w:drawing></w:r>",
		o->pictures, o->pictures, id, w, h);
}

/* ---- the file */

void dx_ooxml(const struct blk_tree *t, struct buf *out)
{
	struct ooxml o = {.t = t, .mem = mem_new()};
	struct dx_zip z;
	const struct dx_sink s = {para, para_end, text, line, tab, link_begin, link_end, page, note, note_end, table,
		row, cell, cell_end, row_end, table_end, contents, image, &o};
	dx_lists(t, o.mem, &o.lists, &o.nlists);
	o.to = &o.body;
	dx_walk(t, &s);
	dx_zip_begin(&z, out);
	ooxml_parts(&o, &z);
	dx_zip_end(&z);
	buf_free(&o.body);
	buf_free(&o.footnotes);
	mem_free(o.mem);
}
