/* odfstyle.c: styles.xml: the paragraph styles under the names LibreOffice knows, and how lists count. */
#include <string.h>

#include "base/esc.h"
#include "docx/odf.h"

static const char *const builtins[DOX_BUILTIN_MAX] = {
	[DOX_BODY] = "Text body",
	[DOX_HEADING] = "Heading %d",
	[DOX_HEADING_BARE] = NULL,
	[DOX_TITLE] = "Title",
	[DOX_SUBTITLE] = "Subtitle",
	[DOX_CONTENTS] = "Contents %d",
	[DOX_CONTENTS_HEAD] = "Contents Heading",
	[DOX_CAPTION] = "Caption",
	[DOX_NOTE_TEXT] = "Footnote",
	[DOX_BULLET] = "List %d",
	[DOX_NUMBER] = "Numbering %d",
	[DOX_CONTINUE] = "List %d Cont.",
	[DOX_QUOTE] = "Quotations",
	[DOX_CODE] = "Preformatted Text",
	[DOX_HEADER] = "Header",
	[DOX_FOOTER] = "Footer",
};

static const char *shown(struct mem *m, const struct dox_style *s)
{
	const char *name = s->base ? NULL : builtins[s->builtin], *at = name ? strstr(name, "%d") : NULL;
	if (!name)
		return s->name;
	return at ? mem_fmt(m, "%.*s%d%s", (int)(at - name), name, s->level, at + 2) : name;
}

/* Letters, digits and what else a name may hold; the rest as "_20_". */
const char *odf_style_name(struct mem *m, const struct dox_style *s)
{
	struct buf b = {0};
	for (const char *p = shown(m, s); *p; p++) {
		const unsigned char c = (unsigned char)*p;
		const bool fine =
			c > 0x7F || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (fine)
			buf_chr(&b, *p);
		else
			buf_fmt(&b, "_%02x_", c);
	}
	return buf_take(&b, m);
}

static void style(struct odf *o, struct buf *b, const struct dox_style *s)
{
	static const char *const aligned[] = {
		[STY_FLATTER] = "start", [STY_BLOCK] = "justify", [STY_MITTE] = "center", [STY_RECHTS] = "end"};
	struct mem *m = o->d->mem;
	const struct sty_para *p = s->look;
	const bool heads = s->builtin == DOX_HEADING || s->builtin == DOX_HEADING_BARE;
	buf_fmt(b,
		"<style:style style:name=\"%s\" style:display-name=\"%s\" style:family=\"paragraph\" "
		"style:parent-style-name=\"%s\"",
		odf_style_name(m, s), shown(m, s), s->base ? odf_style_name(m, s->base) : "Standard");
	if (heads)
		buf_fmt(b, " style:next-style-name=\"Text_20_body\" style:default-outline-level=\"%d\"", s->level);
	if (!p) {
		buf_str(b, "/>");
		return;
	}
	buf_str(b, "><style:paragraph-properties");
	odf_length(b, "fo:margin-top", p->before);
	odf_length(b, "fo:margin-bottom", p->after);
	odf_length(b, "style:line-height-at-least", p->leading);
	odf_length(b, "fo:margin-left", p->indent);
	buf_fmt(b, " fo:text-align=\"%s\" fo:keep-with-next=\"%s\"%s%s/><style:text-properties", aligned[p->align],
		p->keep_next || heads ? "always" : "auto", p->keep_whole ? " fo:keep-together=\"always\"" : "",
		p->page_before ? " fo:break-before=\"page\"" : " fo:break-before=\"auto\"");
	odf_char(b, o->d->s, &p->ch);
	buf_fmt(b, " fo:hyphenate=\"%s\"", p->hyphenate ? "true" : "false");
	buf_str(b, p->hyphenate ? " fo:hyphenation-remain-char-count=\"2\" fo:hyphenation-push-char-count=\"2\"" : "");
	buf_str(b, "/></style:style>");
}

void odf_styles(struct odf *o, struct buf *b)
{
	const struct dox *d = o->d;
	const char *lang = dox_language(d->mem, d->t->lang);
	buf_str(b,
		"<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
		"style:tab-stop-distance=\"35pt\"/><style:text-properties");
	odf_char(b, d->s, &sty_para(d->s, "fliess")->ch);
	buf_fmt(b, " fo:language=\"%.*s\" fo:country=\"%s\"/></style:default-style>", (int)strcspn(lang, "-"), lang,
		strrchr(lang, '-') ? strrchr(lang, '-') + 1 : "none");
	buf_str(b, "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>");
	for (size_t i = 0; i < d->nstyles; i++)
		style(o, b, d->styles[i]);
	buf_fmt(b,
		"<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" "
		"style:family=\"text\"><style:text-properties fo:color=\"#%06x\" "
		"style:text-underline-style=\"solid\"/></style:style><style:style style:name=\"Index_20_Link\" "
		"style:display-name=\"Index Link\" style:family=\"text\"/>",
		(unsigned)sty_colour(d->s, "akzent") & 0xffffff);
	buf_str(b, "<text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\"/>");
}

/* ---- lists */

static void level(struct buf *b, const struct dox_list *l, int at)
{
	static const char *const formats[] = {[DOX_DECIMAL] = "1", [DOX_LOWER] = "a", [DOX_UPPER] = "A"};
	const enum dox_count count = l->outline && at ? DOX_DECIMAL : l->count;
	const len_t hang = l->hang ? l->hang : LEN_PT(36);
	const char *kind = count == DOX_SIGN ? "bullet" : "number";
	buf_fmt(b, "<text:list-level-style-%s text:level=\"%d\"", kind, at + 1);
	if (count == DOX_SIGN) {
		buf_str(b, " text:bullet-char=\"");
		esc_attr(b, l->before, strlen(l->before), '"');
	} else {
		buf_fmt(b, " style:num-format=\"%s\" style:num-prefix=\"", formats[count]);
		esc_attr(b, l->before, strlen(l->before), '"');
		buf_str(b, "\" style:num-suffix=\"");
		esc_attr(b, l->after, strlen(l->after), '"');
		if (l->outline)
			buf_fmt(b, "\" text:display-levels=\"%d", at + 1);
	}
	buf_str(b,
		"\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
		"<style:list-level-label-alignment text:label-followed-by=\"listtab\"");
	odf_length(b, "fo:text-indent", -hang);
	odf_length(b, "fo:margin-left", l->outline ? hang : hang * (at + 1));
	buf_fmt(b, "/></style:list-level-properties></text:list-level-style-%s>", kind);
}

void odf_list_styles(struct odf *o, struct buf *b)
{
	for (size_t i = 0; i < o->d->nlists; i++) {
		buf_fmt(b, "<text:list-style style:name=\"L%zu\">", i + 1);
		for (int k = 0; k < DOX_LEVELS; k++)
			level(b, &o->d->lists[i], k);
		buf_str(b, "</text:list-style>");
	}
}
