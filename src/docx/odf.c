/* odf.c: the block tree as a text of OpenDocument (1.3, part 3). */
#include <string.h>

#include "base/esc.h"
#include "docx/docx.h"
#include "docx/sink.h"
#include "docx/zip.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMES                                                                                                          \
	"xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS                   \
	"table:1.0\" xmlns:style=\"" OASIS "style:1.0\" xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:svg=\"" OASIS        \
	"svg-compatible:1.0\" xmlns:fo=\"" OASIS                                                                       \
	"xsl-fo-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                                        \
	"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                               \
	"xmlns:meta=\"" OASIS "meta:1.0\" office:version=\"1.3\""
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

struct odf_image {
	const char *name;
	const struct blk_image *image;
};
struct odf {
	const struct blk_tree *t;
	struct mem *mem;
	struct buf body, own;                          /* own: automatic styles, made as they are needed */
	const char **keys;
	int nkeys, capkeys;         /* what each of them says */
	struct odf_image *images;
	int nimages, capimages;
	const struct dx_list *lists;
	int nlists;
	const char *closing;                           /* of the paragraph that is open */
	int depth;                                     /* list items it stands in */
	int last_list;                                 /* of the item before; 0: none */
	int notes, tables;
	bool in_head;                                  /* of the table: its head rows are open */
	struct {
		const char *closing;
		int depth;
	} outer;      /* around a note */
};

static const struct {
	const char *name, *shown, *based, *ppr, *rpr;
} styles[DX_KINDS] = {
	[DX_BODY] = {"Text_20_body", "Text body", "Standard", "fo:margin-bottom=\"0.2cm\"", ""},
	[DX_TITLE] = {"Title", "Title", "Standard", "fo:margin-bottom=\"0.2cm\"",
		"fo:font-size=\"24pt\" fo:font-weight=\"bold\""},
	[DX_SUBTITLE] = {"Subtitle", "Subtitle", "Standard", "fo:margin-bottom=\"0.4cm\"", "fo:font-size=\"15pt\""},
	[DX_HEADING] = {"Heading", "Heading", "Standard",
		"fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.2cm\" "
		"fo:keep-with-next=\"always\"",
		"fo:font-weight=\"bold\""},
	[DX_CAPTION] = {"Caption", "Caption", "Standard", "fo:margin-top=\"0.2cm\" fo:keep-with-next=\"always\"",
		"fo:font-weight=\"bold\" fo:font-size=\"10pt\""},
	[DX_QUOTE] = {"Quotations", "Quotations", "Standard", "fo:margin-left=\"1cm\" fo:margin-right=\"1cm\"",
		"fo:font-style=\"italic\""},
	[DX_CODE] = {"Preformatted_20_Text", "Preformatted Text", "Standard", "", "style:font-name=\"Courier New\""},
	[DX_BOX] = {"Kasten", "Kasten", "Standard", "fo:background-color=\"#eef2f5\"", ""},
	[DX_SMALL] = {"Quelle", "Quelle", "Standard", "", "fo:font-size=\"9pt\""},
	[DX_ITEM] = {"List_20_Contents", "List Contents", "Standard", "", ""},
	[DX_GOES_ON] = {"List_20_Continue", "List Continue", "Standard", "fo:margin-left=\"0.6cm\"", ""},
	[DX_CONTENTS] = {"Contents_20_1", "Contents 1", "Standard", "", ""},
	[DX_CELL] = {"Table_20_Contents", "Table Contents", "Standard", "", "fo:font-size=\"10pt\""},
	[DX_HEAD] = {"Table_20_Heading", "Table Heading", "Table_20_Contents", "", "fo:font-weight=\"bold\""},
	[DX_NOTE] = {"Footnote", "Footnote", "Standard", "", "fo:font-size=\"9pt\""},
	[DX_STAND_IN] = {"Bildplatz", "Bildplatz", "Standard", "", "fo:font-style=\"italic\" fo:color=\"#666666\""},
};

/* The automatic style that says this; made when it is first asked for. */
static const char *own_style(struct odf *o, const char *kind, const char *key)
{
	int i = 0;
	while (i < o->nkeys && strcmp(o->keys[i], key))
		i++;
	if (i == o->nkeys) {
		MEM_ROOM_IN(o->mem, o->keys, o->nkeys, o->capkeys);
		o->keys[o->nkeys++] = key;
		buf_fmt(&o->own, "<style:style style:name=\"%s%d\" style:family=\"%s\"%s</style:style>",
			*kind == 'p' ? "P" : "T", i + 1, kind, key);
	}
	return mem_fmt(o->mem, "%s%d", *kind == 'p' ? "P" : "T", i + 1);
}

/* fo:language and fo:country of "de-DE". */
static const char *language(struct odf *o, const char *lang)
{
	size_t n = strcspn(lang, "-");
	return mem_fmt(o->mem, " fo:language=\"%.*s\" fo:country=\"%s\"", (int)n, lang,
		lang[n] ? lang + n + 1 : "none");
}

/* ---- lines */

static const char *look_style(struct odf *o, const struct dx_look *l)
{
	return own_style(o, "text",
		mem_fmt(o->mem, "><style:text-properties%s%s%s%s%s/>", l->bold ? " fo:font-weight=\"bold\"" : "",
			l->italic ? " fo:font-style=\"italic\"" : "",
			l->raised ? " style:text-position=\"super 58%\"" : "",
			l->code ? " style:font-name=\"Courier New\"" : "", l->lang ? language(o, l->lang) : ""));
}

/* Of several blanks, of one at an edge, nothing would stay. */
static void put_words(struct odf *o, const char *s, size_t n)
{
	for (const char *end = s + n, *at = s; s < end; s = at) {
		size_t blanks = 0;
		while (at < end && !(*at == ' ' && (at == s || at + 1 == end || at[1] == ' ')))
			at++;
		dx_escaped(&o->body, s, (size_t)(at - s));
		while (at < end && *at == ' ') {
			blanks++;
			at++;
		}
		if (blanks)
			buf_fmt(&o->body, "<text:s text:c=\"%zu\"/>", blanks);
	}
}

static void text(void *user, const char *s, size_t n, const struct dx_look *l)
{
	struct odf *o = user;
	bool plain = !l->bold && !l->italic && !l->raised && !l->code && !l->lang;
	if (!plain)
		buf_fmt(&o->body, "<text:span text:style-name=\"%s\">", look_style(o, l));
	put_words(o, s, n);
	buf_str(&o->body, plain ? "" : "</text:span>");
}

static void line(void *user)
{
	buf_str(&((struct odf *)user)->body, "<text:line-break/>");
}

static void tab(void *user)
{
	buf_str(&((struct odf *)user)->body, "<text:tab/>");
}

static void link_begin(void *user, const char *href, const struct block *target)
{
	struct odf *o = user;
	buf_str(&o->body, "<text:a xlink:type=\"simple\" xlink:href=\"");
	if (target)
		buf_fmt(&o->body, "#b%u", (unsigned)target->num);
	else
		esc_attr(&o->body, href, strlen(href), '"');
	buf_str(&o->body, "\">");
}

static void link_end(void *user)
{
	buf_str(&((struct odf *)user)->body, "</text:a>");
}

static void page(void *user, const struct block *target)
{
	buf_fmt(&((struct odf *)user)->body,
		"<text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"b%u\">–</text:bookmark-ref>",
		target ? (unsigned)target->num : 0);
}

/* ---- paragraphs */

static void bookmark(struct odf *o, const struct block *b)
{
	if (b)
		buf_fmt(&o->body, "<text:bookmark text:name=\"b%u\"/>", (unsigned)b->num);
}

static const char *para_style(struct odf *o, const struct dx_para *p)
{
	const char *name = styles[p->kind].name;
	if (p->kind == DX_HEADING || p->kind == DX_CONTENTS)
		name = mem_fmt(o->mem, p->kind == DX_HEADING ? "Heading_20_%d" : "Contents_20_%d", p->level);
	if (!p->page_before && !p->rtl && !p->lang)
		return name;
	return own_style(o, "paragraph",
		mem_fmt(o->mem,
			" style:parent-style-name=\"%s\"><style:paragraph-properties%s%s/><style:text-properties%s/>",
			name, p->page_before ? " fo:break-before=\"page\"" : "",
			p->rtl ? " style:writing-mode=\"rl-tb\"" : "", p->lang ? language(o, p->lang) : ""));
}

static void open_items(struct odf *o, const struct dx_para *p)
{
	o->depth = p->kind == DX_ITEM ? (p->level < 1 ? 1 : p->level > 10 ? 10 : p->level) : 0;
	for (int i = 0; i < o->depth; i++)
		buf_fmt(&o->body, "<text:list text:style-name=\"L%d\"%s><text:list-item>", p->list,
			p->list == o->last_list ? " text:continue-numbering=\"true\"" : "");
	if (p->kind == DX_ITEM)
		o->last_list = p->list;
	else if (p->kind != DX_GOES_ON)
		o->last_list = 0;
}

static void para(void *user, const struct dx_para *p)
{
	struct odf *o = user;
	open_items(o, p);
	if (p->kind == DX_HEADING)
		buf_fmt(&o->body, "<text:h text:style-name=\"%s\" text:outline-level=\"%d\">", para_style(o, p),
			p->level);
	else
		buf_fmt(&o->body, "<text:p text:style-name=\"%s\">", para_style(o, p));
	o->closing = p->kind == DX_HEADING ? "</text:h>" : "</text:p>";
	bookmark(o, p->anchor2);
	bookmark(o, p->anchor != p->anchor2 ? p->anchor : NULL);
}

static void para_end(void *user)
{
	struct odf *o = user;
	buf_str(&o->body, o->closing);
	for (; o->depth > 0; o->depth--)
		buf_str(&o->body, "</text:list-item></text:list>");
}

static void contents(void *user, bool begins)
{
	buf_str(&((struct odf *)user)->body,
		begins ? "<text:table-of-content text:name=\"Inhalt\"><text:table-of-content-source "
			 "text:outline-level=\"3\"/>"
			 "<text:index-body>"
		       : "</text:index-body></text:table-of-content>");
}

static void note(void *user)
{
	struct odf *o = user;
	o->notes++;
	buf_fmt(&o->body,
		"<text:note text:id=\"ftn%d\" "
		"text:note-class=\"footnote\"><text:note-citation>%d</text:note-citation><text:note-body>",
		o->notes, o->notes);
	o->outer.closing = o->closing;
	o->outer.depth = o->depth;
	o->depth = 0;
}

static void note_end(void *user)
{
	struct odf *o = user;
	buf_str(&o->body, "</text:note-body></text:note>");
	o->closing = o->outer.closing;
	o->depth = o->outer.depth;
}

/* ---- tables */

static void table(void *user, int columns)
{
	struct odf *o = user;
	buf_fmt(&o->body,
		"<table:table table:name=\"Tabelle%d\"><table:table-column table:number-columns-repeated=\"%d\"/>",
		++o->tables, columns);
	o->in_head = false;
	o->last_list = 0;
}

static void row(void *user, bool head)
{
	struct odf *o = user;
	if (head != o->in_head)
		buf_str(&o->body, head ? "<table:table-header-rows>" : "</table:table-header-rows>");
	o->in_head = head;
	buf_str(&o->body, "<table:table-row>");
}

static void cell(void *user, const struct dx_cell *c)
{
	struct odf *o = user;
	if (c->state == DX_GOES_ON_BELOW) {
		for (int i = 1; i < c->cols; i++)
			buf_str(&o->body, "<table:covered-table-cell/>");
		buf_str(&o->body, "<table:covered-table-cell>");
		o->closing = "</table:covered-table-cell>";
		return;
	}
	buf_str(&o->body, "<table:table-cell table:style-name=\"Zelle\" office:value-type=\"string\"");
	if (c->cols > 1)
		buf_fmt(&o->body, " table:number-columns-spanned=\"%d\"", c->cols);
	if (c->state == DX_SPANS)
		buf_fmt(&o->body, " table:number-rows-spanned=\"%d\"", c->rows);
	buf_chr(&o->body, '>');
	o->closing = NULL;
}

static void cell_end(void *user)
{
	struct odf *o = user;
	bool covered = o->closing && !strcmp(o->closing, "</table:covered-table-cell>");
	buf_str(&o->body, covered ? o->closing : "</table:table-cell>");
	o->closing = NULL;
}

static void row_end(void *user)
{
	buf_str(&((struct odf *)user)->body, "</table:table-row>");
}

static void table_end(void *user)
{
	struct odf *o = user;
	buf_str(&o->body, o->in_head ? "</table:table-header-rows></table:table>" : "</table:table>");
	o->in_head = false;
	o->closing = NULL;
}

/* ---- pictures */

static void image(void *user, const struct blk_image *i, const char *alt)
{
	struct odf *o = user;
	bool png = i->size > 4 && !memcmp(i->data, "\x89PNG", 4);
	double w = i->px_w / 96.0 * 2.54, h = i->px_h / 96.0 * 2.54;
	if (w > 16) {
		h = h * 16 / w;
		w = 16;
	}
	MEM_ROOM_IN(o->mem, o->images, o->nimages, o->capimages);
	const char *name = mem_fmt(o->mem, "Pictures/bild%d.%s", o->nimages + 1, png ? "png" : "jpeg");
	o->images[o->nimages++] = (struct odf_image){name, i};
	buf_fmt(&o->body,
		"<draw:frame draw:name=\"Bild%d\" text:anchor-type=\"as-char\" svg:width=\"%d.%02dcm\" "
		"svg:height=\"%d.%02dcm\"><draw:image "
		"xlink:href=\"%s\" xlink:type=\"simple\"/><svg:desc>",
		o->nimages, (int)w, (int)(w * 100) % 100, (int)h, (int)(h * 100) % 100, name);
	esc_text(&o->body, alt, strlen(alt));
	buf_str(&o->body, "</svg:desc></draw:frame>");
}

/* ---- parts */

static void add(struct dx_zip *z, const char *name, struct buf *b)
{
	dx_zip_add(z, name, b->data, b->len, true);
	buf_free(b);
}

static void list_styles(struct odf *o, struct buf *b)
{
	for (int i = 0; i < o->nlists; i++) {
		buf_fmt(b, "<text:list-style style:name=\"L%d\">", i + 1);
		for (int level = 1; level <= 10; level++) {
			if (o->lists[i].counts) {
				buf_fmt(b,
					"<text:list-level-style-number text:level=\"%d\" style:num-format=\"1\" "
					"style:num-suffix=\".\" "
					"text:start-value=\"%d\">",
					level, o->lists[i].start);
			} else {
				buf_fmt(b, "<text:list-level-style-bullet text:level=\"%d\" text:bullet-char=\"",
					level);
				esc_attr(b, o->lists[i].sign, strlen(o->lists[i].sign), '"');
				buf_str(b, "\">");
			}
			buf_fmt(b,
				"<style:list-level-properties "
				"text:list-level-position-and-space-mode=\"label-alignment\">"
				"<style:list-level-label-alignment text:label-followed-by=\"listtab\" "
				"fo:text-indent=\"-0.6cm\" "
				"fo:margin-left=\"%d.%dcm\"/></style:list-level-properties></text:list-level-style-%s>",
				level * 6 / 10, level * 6 % 10, o->lists[i].counts ? "number" : "bullet");
		}
		buf_str(b, "</text:list-style>");
	}
}

static void content(struct odf *o, struct dx_zip *z)
{
	struct buf b = {0};
	buf_str(&b,
		XML "<office:document-content " NAMES
		    "><office:font-face-decls><style:font-face style:name=\"Courier New\" "
		    "svg:font-family=\"'Courier New'\"/></office:font-face-decls><office:automatic-styles><style:style "
		    "style:name=\"Zelle\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt "
		    "solid #000000\" "
		    "fo:padding=\"0.1cm\"/></style:style>");
	if (o->own.len)
		buf_put(&b, o->own.data, o->own.len);
	list_styles(o, &b);
	buf_str(&b, "</office:automatic-styles><office:body><office:text>");
	if (o->body.len)
		buf_put(&b, o->body.data, o->body.len);
	buf_str(&b, "</office:text></office:body></office:document-content>");
	add(z, "content.xml", &b);
}

static void one_style(struct buf *b, const char *name, const char *shown, const char *based, const char *more)
{
	buf_fmt(b,
		"<style:style style:name=\"%s\" style:display-name=\"%s\" style:family=\"paragraph\" "
		"style:parent-style-name=\"%s\"%s>",
		name, shown, based, more);
}

static void write_styles(struct odf *o, struct dx_zip *z)
{
	static const int sizes[] = {18, 15, 13, 12, 11, 11};
	struct buf b = {0};
	buf_fmt(&b,
		XML
		"<office:document-styles " NAMES "><office:font-face-decls><style:font-face style:name=\"Courier New\" "
		"svg:font-family=\"'Courier New'\"/></office:font-face-decls><office:styles><style:default-style "
		"style:family=\"paragraph\"><style:text-properties fo:font-family=\"Arial\" fo:font-size=\"11pt\"%s/>"
		"</style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\"/>",
		language(o, o->t->lang ? o->t->lang : "de-DE"));
	for (int i = 0; i < DX_KINDS; i++) {
		if (i == DX_CONTENTS)
			continue;
		one_style(&b, styles[i].name, styles[i].shown, styles[i].based, "");
		buf_fmt(&b, "<style:paragraph-properties %s/><style:text-properties %s/></style:style>", styles[i].ppr,
			styles[i].rpr);
	}
	for (int i = 1; i <= 6; i++) {
		one_style(&b, mem_fmt(o->mem, "Heading_20_%d", i), mem_fmt(o->mem, "Heading %d", i), "Heading",
			mem_fmt(o->mem, " style:default-outline-level=\"%d\"", i));
		buf_fmt(&b, "<style:text-properties fo:font-size=\"%dpt\"/></style:style>", sizes[i - 1]);
	}
	for (int i = 1; i <= 9; i++) {
		one_style(&b, mem_fmt(o->mem, "Contents_20_%d", i), mem_fmt(o->mem, "Contents %d", i), "Standard", "");
		buf_fmt(&b,
			"<style:paragraph-properties fo:margin-left=\"%d.%dcm\"><style:tab-stops><style:tab-stop "
			"style:position=\"16cm\" "
			"style:type=\"right\" style:leader-style=\"dotted\" style:leader-text=\".\"/></style:tab-stops>"
			"</style:paragraph-properties></style:style>",
			(i - 1) * 4 / 10, (i - 1) * 4 % 10);
	}
	buf_str(&b,
		"<text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\"/></office:styles>"
		"<office:automatic-styles><style:page-layout style:name=\"Seite\"><style:page-layout-properties "
		"fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2.5cm\"/></style:page-layout>"
		"</office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" "
		"style:page-layout-name=\"Seite\"/></office:master-styles></office:document-styles>");
	add(z, "styles.xml", &b);
}

static void about(struct odf *o, struct dx_zip *z)
{
	const struct {
		const char *tag, *value;
	} all[] = {{"dc:title", o->t->title}, {"dc:creator", o->t->author}, {"dc:subject", o->t->subject},
		{"dc:language", o->t->lang}};
	struct buf b = {0};
	buf_str(&b, XML "<office:document-meta " NAMES "><office:meta>");
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].value && *all[i].value) {
			buf_fmt(&b, "<%s>", all[i].tag);
			esc_text(&b, all[i].value, strlen(all[i].value));
			buf_fmt(&b, "</%s>", all[i].tag);
		}
	if (dx_source(o->t)) {
		buf_str(&b, "<meta:user-defined meta:name=\"Quelle\">");
		esc_text(&b, dx_source(o->t), strlen(dx_source(o->t)));
		buf_str(&b, "</meta:user-defined>");
	}
	buf_str(&b, "</office:meta></office:document-meta>");
	add(z, "meta.xml", &b);
}

static void manifest(struct odf *o, struct dx_zip *z)
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
	for (int i = 0; i < o->nimages; i++)
		buf_fmt(&b, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"image/%s\"/>",
			o->images[i].name, strrchr(o->images[i].name, '.') + 1);
	buf_str(&b, "</manifest:manifest>");
	add(z, "META-INF/manifest.xml", &b);
}

void dx_odf(const struct blk_tree *t, struct buf *out)
{
	static const char type[] = "application/vnd.oasis.opendocument.text";
	struct odf o = {.t = t, .mem = mem_new()};
	struct dx_zip z;
	const struct dx_sink s = {para, para_end, text, line, tab, link_begin, link_end, page, note, note_end, table,
		row, cell, cell_end, row_end, table_end, contents, image, &o};
	dx_lists(t, o.mem, &o.lists, &o.nlists);
	dx_walk(t, &s);
	dx_zip_begin(&z, out);
	dx_zip_add(&z, "mimetype", type, sizeof type - 1, false);
	content(&o, &z);
	write_styles(&o, &z);
	about(&o, &z);
	for (int i = 0; i < o.nimages; i++)
		dx_zip_add(&z, o.images[i].name, o.images[i].image->data, o.images[i].image->size, false);
	manifest(&o, &z);
	dx_zip_end(&z);
	buf_free(&o.body);
	buf_free(&o.own);
	mem_free(o.mem);
}
