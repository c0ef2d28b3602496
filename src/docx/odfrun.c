/* odfrun.c: what a paragraph and a piece of text look like, where it is not what their style says. */
#include <string.h>

#include "base/esc.h"
#include "docx/odf.h"

void odf_length(struct buf *b, const char *name, len_t v)
{
	buf_fmt(b, " %s=\"", name);
	buf_milli(b, v);
	buf_str(b, "pt\"");
}

const char *odf_own(struct odf *o, const char *family, const char *says)
{
	const char *key = mem_fmt(o->d->mem, "%s%s", family, says);
	size_t i = 0;
	while (i < o->nkeys && strcmp(o->keys[i], key) != 0)
		i++;
	if (i == o->nkeys) {
		MEM_ROOM_IN(o->d->mem, o->keys, o->nkeys, o->capkeys);
		o->keys[o->nkeys++] = key;
		buf_fmt(&o->own, "<style:style style:name=\"A%zu\" style:family=\"%s\"%s</style:style>", i + 1, family,
			says);
	}
	return mem_fmt(o->d->mem, "A%zu", i + 1);
}

/* Blanks that would be one, or none at an edge, are elements; soft hyphens and joints stay what they are. */
void odf_text(struct buf *b, const char *s, size_t n)
{
	for (const char *end = s + n, *at = s; s < end; s = at) {
		int blanks = 0;
		while (at < end && !(*at == ' ' && (at == s || at + 1 == end || at[1] == ' ')))
			at++;
		esc_text(b, s, (size_t)(at - s));
		for (; at < end && *at == ' '; at++)
			blanks++;
		if (blanks)
			buf_fmt(b, "<text:s text:c=\"%d\"/>", blanks);
	}
}

static void language(struct odf *o, const char *lang, bool rtl, struct buf *b)
{
	const char *whole = dox_language(o->d->mem, lang), *country = strrchr(whole, '-');
	const char *kind = rtl ? "-complex" : "", *space = rtl ? "style" : "fo";
	buf_fmt(b, " %s:language%s=\"%.*s\" %s:country%s=\"%s\"", space, kind, (int)strcspn(whole, "-"), whole, space,
		kind, country ? country + 1 : "none");
}

static void weights(struct buf *b, const struct sty_char *ch)
{
	buf_fmt(b, " fo:font-weight=\"%s\" style:font-weight-complex=\"%s\"", ch->weight > 500 ? "bold" : "normal",
		ch->weight > 500 ? "bold" : "normal");
	buf_fmt(b, " fo:font-style=\"%s\"", ch->italic ? "italic" : "normal");
}

static void sizes(struct buf *b, const struct sty_char *ch)
{
	odf_length(b, "fo:font-size", ch->size);
	odf_length(b, "style:font-size-complex", ch->size);
}

static void font(struct buf *b, const struct style *s, int role)
{
	const char *name = s->font[role].family, *arabic = s->font[STY_ARABISCH].family;
	if (!name)
		return;
	buf_str(b, " style:font-name=\"");
	esc_attr(b, name, strlen(name), '"');
	buf_str(b, "\" style:font-name-complex=\"");
	esc_attr(b, arabic ? arabic : name, strlen(arabic ? arabic : name), '"');
	buf_chr(b, '"');
}

void odf_char(struct buf *b, const struct style *s, const struct sty_char *ch)
{
	font(b, s, ch->role);
	weights(b, ch);
	sizes(b, ch);
	buf_fmt(b, " fo:color=\"#%06x\"", (unsigned)ch->colour & 0xffffff);
}

void odf_run_open(struct odf *o, const struct dox_run *r)
{
	const struct dox *d = o->d;
	const struct sty_char *ch = r->ch, *own = r->own;
	struct buf p = {0};
	buf_str(&p, "><style:text-properties");
	if (r->code)
		font(&p, d->s, STY_FEST);
	else if (ch && own && ch != own) {
		if (ch->role != own->role)
			font(&p, d->s, ch->role);
		if ((ch->weight > 500) != (own->weight > 500) || ch->italic != own->italic)
			weights(&p, ch);
		if (ch->colour != own->colour)
			buf_fmt(&p, " fo:color=\"#%06x\"", (unsigned)ch->colour & 0xffffff);
		const int mark = ch->mark & ~STY_NO_BAR;
		if (mark == STY_DELETED)
			buf_str(&p, " style:text-line-through-style=\"solid\"");
		else if (mark)
			buf_fmt(&p, " style:text-underline-style=\"solid\" style:text-underline-type=\"%s\"",
				mark == STY_MOVED ? "double" : "single");
		if (ch->rise)
			buf_fmt(&p, " style:text-position=\"%s 58%%\"", ch->rise > 0 ? "super" : "sub");
		else if (ch->size != own->size)
			sizes(&p, ch);
	}
	if (r->lang && (!d->t->lang || strcmp(r->lang, d->t->lang) != 0))
		language(o, r->lang, r->rtl, &p);
	buf_str(&p, "/>");
	buf_fmt(o->b, "<text:span text:style-name=\"%s\">", odf_own(o, "text", buf_take(&p, d->mem)));
}

/* ---- paragraphs */

static void stops(struct buf *b, const struct dox_para *p)
{
	if (!p->tab && !p->right)
		return;
	buf_str(b, "<style:tab-stops>");
	if (p->tab && !p->hang) {
		buf_str(b, "<style:tab-stop");
		odf_length(b, "style:position", p->tab);
		buf_str(b, "/>");
	}
	if (p->right) {
		buf_str(b, "<style:tab-stop style:type=\"right\"");
		odf_length(b, "style:position", p->width - p->indent);
		buf_str(b, "/>");
	}
	buf_str(b, "</style:tab-stops>");
}

static void properties(const struct dox_para *p, struct buf *b)
{
	static const char *const aligned[] = {
		[STY_FLATTER] = "start", [STY_BLOCK] = "justify", [STY_MITTE] = "center", [STY_RECHTS] = "end"};
	const struct sty_para *look = p->style->look;
	if (p->before >= 0 || p->after >= 0) {             /* who says one has to say the other */
		odf_length(b, "fo:margin-top", p->before >= 0 ? p->before : look ? look->before : 0);
		odf_length(b, "fo:margin-bottom", p->after >= 0 ? p->after : look ? look->after : 0);
	}
	if (p->indent || p->hang || p->number) {
		odf_length(b, "fo:margin-left", p->indent);
		odf_length(b, "fo:text-indent", -p->hang);
	}
	if (p->narrow)
		odf_length(b, "fo:margin-right", p->narrow);
	if (p->keep_next)
		buf_str(b, " fo:keep-with-next=\"always\"");
	if (p->page_before)
		buf_str(b, " fo:break-before=\"page\"");
	if (p->rtl)
		buf_str(b, " style:writing-mode=\"rl-tb\"");
	if (p->rtl || (look && look->align != p->align))
		buf_fmt(b, " fo:text-align=\"%s\"",
			p->rtl && p->align == STY_RECHTS ? "start" : aligned[p->align]);       /* as in print */
}

void odf_para_style(struct odf *o, const struct dox_para *p, struct buf *name)
{
	const char *style = odf_style_name(o->d->mem, p->style);
	struct buf says = {0}, tabs = {0};
	properties(p, &says);
	stops(&tabs, p);
	if (o->master && o->restart)
		buf_str(&says, " style:page-number=\"1\"");
	if (!says.len && !tabs.len && !o->master) {
		buf_str(name, style);
	} else {
		char *key = mem_fmt(o->d->mem,
			" style:parent-style-name=\"%s\"%s%s%s><style:paragraph-properties%s>%s"
			"</style:paragraph-properties>",
			style, o->master ? " style:master-page-name=\"" : "", o->master ? o->master : "",
			o->master ? "\"" : "", says.data ? says.data : "", tabs.data ? tabs.data : "");
		buf_str(name, odf_own(o, "paragraph", key));
	}
	o->master = NULL;
	buf_free(&says);
	buf_free(&tabs);
}
