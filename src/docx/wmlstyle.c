/* wmlstyle.c: word/styles.xml, what differs from a style in a run, word/numbering.xml. */
#include <stdio.h>
#include <string.h>

#include "base/esc.h"
#include "docx/wml.h"

/* Half points. */
static int half(len_t size)
{
	return (int)len_scale(size, 2, 1000);
}

static void fonts(struct buf *b, const struct dox *d, int role)
{
	const char *name = d->s->font[role].family, *arabic = d->s->font[STY_ARABISCH].family;
	if (!name)
		return;
	const char *names[] = {"ascii", "hAnsi", "eastAsia", "cs"};
	buf_str(b, "<w:rFonts");
	for (int i = 0; i < 4; i++) {
		const char *of = i == 3 && arabic ? arabic : name;
		buf_fmt(b, " w:%s=\"", names[i]);
		esc_attr(b, of, strlen(of), '"');
		buf_chr(b, '"');
	}
	buf_str(b, "/>");
}

static void switch_of(struct buf *b, const char *name, bool is)
{
	buf_fmt(b, is ? "<w:%s/><w:%sCs/>" : "<w:%s w:val=\"0\"/><w:%sCs w:val=\"0\"/>", name, name);
}

/* In the order of the schema: rStyle, rFonts, b, bCs, i, iCs, color, sz, szCs, vertAlign, rtl, lang. */
static void char_look(struct buf *b, const struct dox *d, const struct sty_char *ch)
{
	fonts(b, d, ch->role);
	/* said either way: what a style is based on, or knows of itself, may be bold */
	switch_of(b, "b", ch->weight > 500);
	switch_of(b, "i", ch->italic);
	buf_fmt(b, "<w:color w:val=\"%06X\"/>", (unsigned)ch->colour & 0xffffff);
	buf_fmt(b, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", half(ch->size), half(ch->size));
}

static void differences(struct buf *b, const struct dox *d, const struct sty_char *ch, const struct sty_char *own)
{
	if (ch->role != own->role)
		fonts(b, d, ch->role);
	if ((ch->weight > 500) != (own->weight > 500))
		switch_of(b, "b", ch->weight > 500);
	if (ch->italic != own->italic)
		switch_of(b, "i", ch->italic);
	const int mark = ch->mark & ~STY_NO_BAR;
	if (mark == STY_DELETED)
		buf_str(b, "<w:strike/>");
	if (ch->colour != own->colour)
		buf_fmt(b, "<w:color w:val=\"%06X\"/>", (unsigned)ch->colour & 0xffffff);
	if (ch->size != own->size && !ch->rise)
		buf_fmt(b, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", half(ch->size), half(ch->size));
	if (mark == STY_INSERTED || mark == STY_MOVED)
		buf_fmt(b, "<w:u w:val=\"%s\"/>", mark == STY_MOVED ? "double" : "single");
	if (ch->rise)
		buf_fmt(b, "<w:vertAlign w:val=\"%s\"/>", ch->rise > 0 ? "superscript" : "subscript");
}

void wml_run_look(struct wml *w, const struct dox_run *r, struct buf *b)
{
	const char *style = r->link ? "Hyperlink" : r->code ? "HTMLCode" : NULL;
	struct buf p = {0};
	if (style)
		buf_fmt(&p, "<w:rStyle w:val=\"%s\"/>", style);
	if (r->ch && r->own && r->ch != r->own && !r->code)
		differences(&p, w->d, r->ch, r->own);
	if (r->rtl)
		buf_str(&p, "<w:rtl/>");
	if (r->lang && (!w->d->t->lang || strcmp(r->lang, w->d->t->lang) != 0))
		buf_fmt(&p, "<w:lang w:%s=\"%s\"/>", r->rtl ? "bidi" : "val", dox_language(w->d->mem, r->lang));
	if (p.len)
		buf_fmt(b, "<w:rPr>%s</w:rPr>", p.data);
	buf_free(&p);
}

/* ---- styles */

static void para_look(struct buf *b, const struct sty_para *p, int outline, const char *counted)
{
	static const char *const names[] = {
		[STY_FLATTER] = "left", [STY_BLOCK] = "both", [STY_MITTE] = "center", [STY_RECHTS] = "right"};
	buf_str(b, "<w:pPr>");
	buf_str(b, p->keep_next || outline ? "<w:keepNext/>" : "<w:keepNext w:val=\"0\"/>");
	buf_str(b, p->keep_whole || outline ? "<w:keepLines/>" : "<w:keepLines w:val=\"0\"/>");
	buf_str(b, p->page_before ? "<w:pageBreakBefore/>" : "<w:pageBreakBefore w:val=\"0\"/>");
	buf_str(b, counted);
	if (!p->hyphenate)
		buf_str(b, "<w:suppressAutoHyphens/>");
	buf_fmt(b, "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"atLeast\"/>",
		wml_twips(p->before), wml_twips(p->after), wml_twips(p->leading));
	if (p->indent)
		buf_fmt(b, "<w:ind w:left=\"%d\"/>", wml_twips(p->indent));
	buf_fmt(b, "<w:jc w:val=\"%s\"/>", names[p->align]);
	if (outline)
		buf_fmt(b, "<w:outlineLvl w:val=\"%d\"/>", outline - 1);
	buf_str(b, "</w:pPr>");
}

/* Its number, or none though the heading it is a kind of has one. */
static const char *counting(const struct wml *w, const struct dox_style *s)
{
	const int number = w->linked[s->level];
	if (!number)
		return "";
	if (s->base)
		return "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
	return mem_fmt(w->d->mem, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>", s->level - 1,
		number);
}

static void style(struct wml *w, struct buf *b, const struct dox_style *s)
{
	const bool own = s->builtin == DOX_OWN || s->base || s->builtin == DOX_HEADING_BARE;
	const bool heads = s->builtin == DOX_HEADING || s->builtin == DOX_HEADING_BARE;
	buf_fmt(b, "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"",
		own ? " w:customStyle=\"1\"" : "", s->id);
	esc_attr(b, s->name, strlen(s->name), '"');
	buf_fmt(b, "\"/><w:basedOn w:val=\"%s\"/>", s->base ? s->base->id : "Standard");
	if (heads)
		buf_str(b, "<w:next w:val=\"Textkrper\"/>");
	buf_str(b, "<w:qFormat/>");
	if (s->look) {
		para_look(b, s->look, heads ? s->level : 0, heads ? counting(w, s) : "");
		buf_str(b, "<w:rPr>");
		char_look(b, w->d, &s->look->ch);
		buf_str(b, "</w:rPr>");
	}
	buf_str(b, "</w:style>");
}

static void character(struct buf *b, const char *id, const char *name, const char *look)
{
	buf_fmt(b,
		"<w:style w:type=\"character\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn "
		"w:val=\"Absatz-Standardschriftart\"/><w:rPr>%s</w:rPr></w:style>",
		id, name, look);
}

static void characters(struct buf *b, const struct dox *d)
{
	char link[64];
	struct buf code = {0};
	const sty_rgb accent = sty_colour(d->s, "akzent");
	snprintf(link, sizeof link, "<w:color w:val=\"%06X\"/><w:u w:val=\"single\"/>", (unsigned)accent & 0xffffff);
	fonts(&code, d, STY_FEST);
	character(b, "Hyperlink", "Hyperlink", link);
	character(b, "Funotenzeichen", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>");
	character(b, "HTMLCode", "HTML Code", code.data ? code.data : "");
	buf_free(&code);
}

void wml_styles(struct wml *w, struct buf *b)
{
	const struct dox *d = w->d;
	const struct sty_para *body = sty_para(d->s, "fliess");
	buf_str(b, "<w:docDefaults><w:rPrDefault><w:rPr>");
	char_look(b, d, &body->ch);
	const char *lang = d->t->lang ? d->t->lang : "de";
	const bool rtl = blk_rtl(lang);
	buf_fmt(b, "<w:lang w:val=\"%s\" w:eastAsia=\"de-DE\" w:bidi=\"%s\"/>",
		rtl ? "de-DE" : dox_language(d->mem, lang), rtl ? dox_language(d->mem, lang) : "ar-SA");
	buf_str(b,
		"</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
		"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/>"
		"<w:qFormat/></w:style>"
		"<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"Absatz-Standardschriftart\"><w:name "
		"w:val=\"Default Paragraph Font\"/></w:style>"
		"<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"NormaleTabelle\"><w:name w:val=\"Normal "
		"Table\"/>"
		"<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>"
		"<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"KeineListe\"><w:name w:val=\"No List\"/>"
		"</w:style>"
		"<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"RatTabelle\"><w:name w:val=\"Tabelle der "
		"Kommune\"/><w:basedOn w:val=\"NormaleTabelle\"/><w:tblPr/></w:style>"
		"<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"RatFlaeche\"><w:name w:val=\"Nebeneinander "
		"und "
		"Kasten\"/><w:basedOn w:val=\"NormaleTabelle\"/><w:tblPr/></w:style>");
	for (size_t i = 0; i < d->nstyles; i++)
		style(w, b, d->styles[i]);
	characters(b, d);
}

/* ---- numbering */

static void level(struct buf *b, const struct dox_list *l, int at, bool linked)
{
	static const char *const formats[] = {[DOX_SIGN] = "bullet",
		[DOX_DECIMAL] = "decimal",
		[DOX_LOWER] = "lowerLetter",
		[DOX_UPPER] = "upperLetter"};
	const enum dox_count count = l->outline && at ? DOX_DECIMAL : l->count;
	const int hang = wml_twips(l->hang ? l->hang : LEN_PT(36));
	buf_fmt(b, "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>", at, formats[count]);
	if (linked)
		buf_fmt(b, "<w:pStyle w:val=\"berschrift%d\"/>", at + 1);
	buf_str(b, "<w:lvlText w:val=\"");
	esc_attr(b, l->before, strlen(l->before), '"');
	for (int i = l->outline ? 0 : at; i <= at && count != DOX_SIGN; i++)
		buf_fmt(b, "%s%%%d", i && l->outline ? "." : "", i + 1);
	esc_attr(b, l->after, strlen(l->after), '"');
	buf_fmt(b, "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%d\" w:hanging=\"%d\"/></w:pPr></w:lvl>",
		l->outline ? hang : hang * (at + 1), hang);
}

void wml_numbering(struct wml *w, struct buf *b)
{
	const struct dox *d = w->d;
	for (size_t i = 0; i < d->nlists; i++) {
		buf_fmt(b, "<w:abstractNum w:abstractNumId=\"%zu\"><w:multiLevelType w:val=\"%s\"/>", i,
			d->lists[i].outline ? "multilevel" : "hybridMultilevel");
		for (int k = 0; k < DOX_LEVELS; k++)
			level(b, &d->lists[i], k, (int)i == w->linked_list && w->linked[k + 1]);
		buf_str(b, "</w:abstractNum>");
	}
	for (size_t i = 0; i < d->nnumbers; i++) {
		buf_fmt(b, "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%d\"/>", i + 1, d->numbers[i].list);
		for (int k = 0; k < DOX_LEVELS; k++)
			if (d->numbers[i].start[k] >= 0)
				buf_fmt(b,
					"<w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"%d\"/></w:lvlOverride>",
					k, d->numbers[i].start[k]);
		buf_str(b, "</w:num>");
	}
}
