/* wmlfile.c: the parts of a .docx (ECMA-376 part 2, open packaging). */
#include <string.h>

#include "base/esc.h"
#include "base/version.h"
#include "block/block.h"
#include "docx/wml.h"

#define HEADER "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static void types(struct wml *w)
{
	struct buf b = {0};
	buf_str(&b,
		HEADER
		"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
		"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
		"<Default Extension=\"png\" ContentType=\"image/png\"/>"
		"<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
		"<Default Extension=\"emf\" ContentType=\"image/x-emf\"/>"
		"<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
		"<Override PartName=\"/docProps/core.xml\" "
		"ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
		"<Override PartName=\"/docProps/app.xml\" "
		"ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>");
	if (w->enclosed)
		buf_str(&b, "<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/"
			"vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>");
	for (size_t i = 0; i < w->parts->n; i++) {
		const char *name = w->parts->at[i].name, *base = name + strcspn(name, "/") + 1;
		const size_t n = strlen(base);
		if (strncmp(name, "word/", 5) != 0 || strchr(base, '/') || n < 5 || strcmp(base + n - 4, ".xml") != 0)
			continue;
		const char *kind = base;
		size_t k = strcspn(kind, "0123456789.");
		if (!strncmp(kind, "header", 6) || !strncmp(kind, "footer", 6))
			k = 6;
		buf_fmt(&b,
			"<Override PartName=\"/%s\" ContentType=\"application/vnd.openxmlformats-officedocument."
			"wordprocessingml.%.*s%s+xml\"/>",
			name, (int)k, kind, !strncmp(kind, "document", 8) ? ".main" : "");
	}
	buf_str(&b, "</Types>");
	dox_part(w->parts, "[Content_Types].xml", &b);
	/* the first in the file: programs look there for what it is */
	const struct dox_partfile first = w->parts->at[w->parts->n - 1];
	memmove(w->parts->at + 1, w->parts->at, (w->parts->n - 1) * sizeof first);
	w->parts->at[0] = first;
}

static void root_rels(struct wml *w)
{
	struct buf b = {0};
	buf_str(&b,
		WML_RELS_OPEN
		"<Relationship Id=\"rId1\" Type=\"" WML_RELATION "officeDocument\" Target=\"word/document.xml\"/>"
		"<Relationship Id=\"rId2\" "
		"Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
		"Target=\"docProps/core.xml\"/>"
		"<Relationship Id=\"rId3\" Type=\"" WML_RELATION "extended-properties\" Target=\"docProps/app.xml\"/>"
		"</Relationships>");
	dox_part(w->parts, "_rels/.rels", &b);
}

static void told(struct buf *b, const char *tag, const char *value)
{
	if (!value || !*value)
		return;
	buf_fmt(b, "<%s>", tag);
	esc_text(b, value, strlen(value));
	buf_fmt(b, "</%s>", tag);
}

static void core(struct wml *w)
{
	const struct blk_tree *t = w->d->t;
	struct buf b = {0};
	buf_str(&b,
		HEADER "<cp:coreProperties "
		       "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
		       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
		       "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
	told(&b, "dc:title", t->title);
	told(&b, "dc:subject", t->subject);
	told(&b, "dc:creator", t->author ? t->author : w->d->s->town);
	told(&b, "cp:keywords", t->keywords);
	told(&b, "dc:language", dox_language(w->d->mem, t->lang));
	told(&b, "dc:identifier", dox_origin(t));
	told(&b, "cp:version", t->edition);
	if (t->stand.year && t->stand.month && t->stand.day)
		buf_fmt(&b, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%04d-%02d-%02dT00:00:00Z</dcterms:created>",
			t->stand.year, t->stand.month, t->stand.day);
	buf_str(&b, "</cp:coreProperties>");
	dox_part(w->parts, "docProps/core.xml", &b);
	buf_str(&b,
		HEADER
		"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">");
	told(&b, "Application", version_program);
	told(&b, "Company", w->d->s->town);
	buf_str(&b, "</Properties>");
	dox_part(w->parts, "docProps/app.xml", &b);
	dox_store_last(w->parts);                          /* the mark that it is ours to replace (base/mark.h) */
}

static void settings(struct wml *w)
{
	struct buf b = {0};
	buf_str(&b, HEADER "<w:settings " WML_SPACES "><w:autoHyphenation/>");
	if (w->nnotes)
		buf_str(&b, "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>");
	buf_str(&b,
		"<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
		"w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang "
		"w:val=\"de-DE\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>");
	dox_part(w->parts, "word/settings.xml", &b);
	wml_relate_part(w, "settings", "settings.xml");
}

/* Custom XML, which programs hand on as it is. */
static void enclose(struct wml *w)
{
	struct buf b = {0}, about = {0}, props = {0};
	w->enclosed = dox_enclose(w->d, &b);
	if (!w->enclosed)
		return;
	dox_part(w->parts, "customXml/item1.xml", &b);
	buf_str(&props, HEADER
		"<ds:datastoreItem ds:itemID=\"{5C1B6D0E-7A42-4F39-9B8D-2E60A1D3C4F7}\" "
		"xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs/>"
		"</ds:datastoreItem>");
	dox_part(w->parts, "customXml/itemProps1.xml", &props);
	buf_str(&about, WML_RELS_OPEN "<Relationship Id=\"rId1\" Type=\"" WML_RELATION "customXmlProps\" "
		"Target=\"itemProps1.xml\"/></Relationships>");
	dox_part(w->parts, "customXml/_rels/item1.xml.rels", &about);
	wml_relate_part(w, "customXml", "../customXml/item1.xml");
}

/* Where a machine lacks the town's font, one of its kind that most have. */
static void fonts(struct wml *w)
{
	struct buf b = {0};
	buf_str(&b, HEADER "<w:fonts " WML_SPACES ">");
	for (int i = 0; i < STY_ROLE_MAX; i++) {
		const char *name = w->d->s->font[i].family;
		bool again = !name;
		for (int k = 0; k < i && !again; k++)
			again = w->d->s->font[k].family && !strcmp(w->d->s->font[k].family, name);
		if (again)
			continue;
		const bool serif = strstr(name, "Serif") != NULL, mono = strstr(name, "Mono") != NULL;
		buf_str(&b, "<w:font w:name=\"");
		esc_attr(&b, name, strlen(name), '"');
		buf_fmt(&b, "\"><w:altName w:val=\"%s\"/><w:family w:val=\"%s\"/><w:pitch w:val=\"%s\"/></w:font>",
			mono ? "Consolas"
				: serif             ? "Cambria"
				: i == STY_ARABISCH ? "Arial"
						    : "Calibri",
			mono ? "modern"
				: serif ? "roman"
					: "swiss",
			mono ? "fixed" : "variable");
	}
	buf_str(&b, "</w:fonts>");
	dox_part(w->parts, "word/fontTable.xml", &b);
	wml_relate_part(w, "fontTable", "fontTable.xml");
}

static void wrapped(struct wml *w, const char *tag, const char *name, struct buf *content, const char *type)
{
	struct buf b = {0};
	buf_fmt(&b, HEADER "<w:%s " WML_SPACES ">", tag);
	buf_put(&b, content->data, content->len);
	buf_fmt(&b, "</w:%s>", tag);
	buf_free(content);
	dox_part(w->parts, mem_fmt(w->d->mem, "word/%s", name), &b);
	if (type)
		wml_relate_part(w, type, name);
}

static void rels(struct wml *w, const char *name, struct buf *content)
{
	struct buf b = {0};
	buf_str(&b, WML_RELS_OPEN);
	buf_put(&b, content->data, content->len);
	buf_str(&b, "</Relationships>");
	buf_free(content);
	dox_part(w->parts, name, &b);
}

/* The styles of headings count by themselves where the first counted heading of their level has the list for it. */
static void link_headings(struct wml *w)
{
	const struct dox *d = w->d;
	w->linked_list = -1;
	for (size_t i = 0; i < d->nitems; i++) {
		const struct dox_para *p = d->items[i].u.para;
		if (!dox_is(&d->items[i], DOX_PARA, false) || p->style->builtin != DOX_HEADING || p->style->base ||
			!p->number || p->level != p->style->level - 1)
			continue;
		const int list = d->numbers[p->number - 1].list;
		if (w->linked_list < 0 && d->lists[list].outline && d->lists[list].count == DOX_DECIMAL)
			w->linked_list = list;
		if (list == w->linked_list && !w->linked[p->style->level])
			w->linked[p->style->level] = p->number;
	}
}

void dox_wml(struct dox *d, struct dox_parts *parts)
{
	struct wml w = {.d = d, .parts = parts};
	struct buf styles = {0}, numbering = {0};
	w.b = &w.body;
	buf_str(&w.notes,
		"<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
		"<w:footnote w:type=\"continuationSeparator\" "
		"w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
		"</w:footnote>");
	dox_style(d, DOX_BODY, 0, sty_para(d->s, "fliess"));
	link_headings(&w);
	buf_str(&w.body, "<w:body>");
	wml_body(&w);
	if (w.body.len > 8 && !memcmp(w.body.data + w.body.len - 8, "</w:tbl>", 8))
		buf_str(&w.body, "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr></w:p>");
	wml_section(&w, w.section, &w.body);
	buf_str(&w.body, "</w:body>");
	wml_styles(&w, &styles);
	wml_numbering(&w, &numbering);
	wrapped(&w, "document", "document.xml", &w.body, NULL);
	wrapped(&w, "styles", "styles.xml", &styles, "styles");
	wrapped(&w, "numbering", "numbering.xml", &numbering, "numbering");
	if (w.nnotes)
		wrapped(&w, "footnotes", "footnotes.xml", &w.notes, "footnotes");
	buf_free(&w.notes);
	settings(&w);
	fonts(&w);
	core(&w);
	enclose(&w);
	rels(&w, "word/_rels/document.xml.rels", &w.rels);
	if (w.note_rels.len)
		rels(&w, "word/_rels/footnotes.xml.rels", &w.note_rels);
	root_rels(&w);
	types(&w);
}
