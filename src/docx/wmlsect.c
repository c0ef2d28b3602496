/* wmlsect.c: pages: size, margins, numbers, running heads and feet, a drawing behind them. Running heads hold still
 * (the town, the document): a field that names the chapter is one that few programs show. */
#include <string.h>

#include "base/esc.h"
#include "block/block.h"
#include "docx/wml.h"

static void words(struct buf *b, const char *s)
{
	if (!s)
		return;
	buf_str(b, "<w:r><w:t xml:space=\"preserve\">");
	esc_text(b, s, strlen(s));
	buf_str(b, "</w:t></w:r>");
}

static void count(struct buf *b, const char *field)
{
	buf_fmt(b,
		"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> %s "
		"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r>"
		"<w:fldChar w:fldCharType=\"end\"/></w:r>",
		field);
}

static void line(struct buf *b, const struct dox_section *s, const struct dox_style *style)
{
	const struct sty_page *p = s->page;
	buf_fmt(b,
		"<w:p><w:pPr><w:pStyle w:val=\"%s\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>%s</w:pPr>",
		style->id, wml_twips(dox_room(p)), s->seq && s->seq->rtl ? "<w:bidi/>" : "");
}

static void head(struct wml *w, const struct dox_section *s, struct buf *b)
{
	const struct blk_seq *q = s->seq;
	const struct dox_style *style = dox_style(w->d, DOX_HEADER, 0, sty_para(w->d->s, "kolumne"));
	if (q && q->mark) {
		line(b, s, style);
		words(b, q->mark);
		buf_str(b, "</w:p>");
	}
	line(b, s, style);
	const char *right = q && q->head && *q->head ? q->head : w->d->t->title;
	if (q && !q->slide) {
		words(b, q->head_left);
		buf_str(b, "<w:r><w:tab/></w:r>");
		words(b, right);
	}
	buf_str(b, "</w:p>");
}

static void foot(struct wml *w, const struct dox_section *s, struct buf *b)
{
	const struct blk_seq *q = s->seq;
	line(b, s, dox_style(w->d, DOX_FOOTER, 0, sty_para(w->d->s, "kolumne")));
	words(b, q && q->slide && q->head_left ? q->head_left : NULL);
	if (q && q->slide && q->head_left && q->foot)
		words(b, " · ");
	words(b, q ? q->foot : NULL);
	buf_str(b, "<w:r><w:tab/></w:r>");
	if (q && q->numbering != STY_OHNE) {
		count(b, "PAGE");
		if (q->folio == BLK_FOLIO_OF) {
			words(b, "/");
			count(b, w->d->sequences == 1 ? "NUMPAGES" : "SECTIONPAGES"); /* the first is known to all */
		}
	}
	buf_str(b, "</w:p>");
}

/* A header or footer as a part of its own, with what it leads to. */
static const char *part(struct wml *w, const char *kind, struct buf *content, const char *const media[2])
{
	struct mem *m = w->d->mem;
	struct buf b = {0};
	const char *name = mem_fmt(m, "%s%d.xml", kind, w->nsections);
	const char *tag = !strncmp(kind, "header", 6) ? "hdr" : "ftr";
	buf_str(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
	buf_fmt(&b, "<w:%s " WML_SPACES ">", tag);
	buf_put(&b, content->data, content->len);
	buf_fmt(&b, "</w:%s>", tag);
	buf_free(content);
	dox_part(w->parts, mem_fmt(m, "word/%s", name), &b);
	if (media && media[0]) {
		buf_str(&b, WML_RELS_OPEN);
		for (int i = 0; i < 2; i++)
			buf_fmt(&b, "<Relationship Id=\"rId%d\" Type=\"" WML_RELATION "image\" Target=\"%s\"/>", i + 1,
				media[i]);
		buf_str(&b, "</Relationships>");
		dox_part(w->parts, mem_fmt(m, "word/_rels/%s.rels", name), &b);
	}
	return wml_relate_part(w, !strcmp(tag, "hdr") ? "header" : "footer", name);
}

static void reference(struct buf *b, const char *kind, const char *type, const char *id)
{
	buf_fmt(b, "<w:%sReference w:type=\"%s\" r:id=\"%s\"/>", kind, type, id);
}

/* The drawing behind each page, or behind the first of a letter, hangs in its header. */
static const char *header(struct wml *w, const struct dox_section *s, bool backdrop, bool running)
{
	struct buf b = {0};
	const char *media[2] = {NULL, NULL};
	if (running)
		head(w, s, &b);
	if (backdrop) {
		media[0] = wml_media(w, NULL, s->seq->backdrop, &media[1]);
		line(&b, s, dox_style(w->d, DOX_HEADER, 0, sty_para(w->d->s, "kolumne")));
		wml_backdrop(w, &b, s->seq->backdrop, "rId1", "rId2");
		buf_str(&b, "</w:p>");
	} else if (!running) {
		line(&b, s, dox_style(w->d, DOX_HEADER, 0, sty_para(w->d->s, "kolumne")));
		buf_str(&b, "</w:p>");
	}
	return part(w, running ? "header" : "headerb", &b, media);
}

static void page_numbers(struct buf *b, const struct dox_section *s)
{
	const int numbering = s->seq ? s->seq->numbering : STY_OHNE;
	buf_fmt(b, "<w:pgNumType%s%s/>", numbering == STY_ROEMISCH ? " w:fmt=\"lowerRoman\"" : " w:fmt=\"decimal\"",
		s->restart ? " w:start=\"1\"" : "");
}

void wml_section(struct wml *w, const struct dox_section *s, struct buf *b)
{
	const struct blk_seq *q = s->seq;
	const struct sty_page *p = s->page;
	const bool backdrop = q && q->backdrop, letter = q && q->letter, bare = q && q->bare;
	struct buf f = {0};
	w->nsections++;
	buf_str(b, "<w:sectPr>");
	reference(b, "header", "default", header(w, s, backdrop && !letter, !bare));
	if (letter)
		reference(b, "header", "first", header(w, s, backdrop, false));
	if (!bare)
		foot(w, s, &f);
	else {
		line(&f, s, dox_style(w->d, DOX_FOOTER, 0, sty_para(w->d->s, "kolumne")));
		buf_str(&f, "</w:p>");
	}
	const char *footer = part(w, "footer", &f, NULL);
	reference(b, "footer", "default", footer);
	if (letter)
		reference(b, "footer", "first", footer);
	if (s->notes_restart)
		buf_str(b, "<w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr>");
	buf_fmt(b, "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>", wml_twips(p->width),
		wml_twips(p->height), p->width > p->height ? " w:orient=\"landscape\"" : "");
	buf_fmt(b,
		"<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" "
		"w:gutter=\"0\"/>",
		wml_twips(s->top), wml_twips(p->right), wml_twips(bare ? LEN_PT(20) : p->height - p->bottom),
		wml_twips(p->left), wml_twips(p->head_y > LEN_PT(20) ? p->head_y - LEN_PT(10) : LEN_PT(20)),
		wml_twips(p->height > p->folio_y ? p->height - p->folio_y : LEN_PT(30)));
	page_numbers(b, s);
	if (letter)
		buf_str(b, "<w:titlePg/>");
	if (q && q->rtl)
		buf_str(b, "<w:bidi/>");
	buf_str(b, "</w:sectPr>");
}
