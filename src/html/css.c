/* css.c: the style sheet, from the town's styles: 10 pt of the print are 1 rem (GESTALTUNG §15). */
#include "html/put.h"

static void colour(struct buf *b, const char *property, sty_rgb rgb)
{
	buf_fmt(b, "%s:#%06x;", property, (unsigned)rgb & 0xffffff);
}

static void length(struct buf *b, const char *property, len_t v)
{
	buf_fmt(b, "%s:", property);
	html_put_rem(b, v);
	buf_chr(b, ';');
}

/* A name of the template is data: nothing in it may end the string or the style sheet. */
static void put_family(struct buf *b, const struct style *s, int role)
{
	static const char *const generic[STY_ROLE_MAX] = {"sans-serif", "serif", "sans-serif", "monospace"};
	buf_str(b, "font-family:\"");
	for (const char *p = s->font[role].family ? s->font[role].family : ""; *p; p++)
		if (*p != '"' && *p != '\\' && *p != '<' && (unsigned char)*p >= 0x20)
			buf_chr(b, *p);
	buf_fmt(b, "\",%s;", generic[role]);
}

static void para(struct buf *b, const struct style *s, const struct sty_para *p)
{
	static const char *const align[] = {"start", "justify", "center", "end"};
	buf_chr(b, '.');
	html_put_class(b, p->name);
	buf_chr(b, '{');
	length(b, "font-size", p->ch.size);
	buf_str(b, "line-height:");
	html_put_pt(b, len_scale(p->leading, 1000, p->ch.size > 0 ? p->ch.size : 1));
	buf_fmt(b, ";font-weight:%d;", p->ch.weight);
	buf_str(b, p->ch.italic ? "font-style:italic;" : "");
	if (p->ch.role < STY_ROLE_MAX && p->ch.role != STY_TEXT)
		put_family(b, s, p->ch.role);
	if (p->ch.colour != sty_colour(s, "tinte"))
		colour(b, "color", p->ch.colour);
	length(b, "margin-top", p->before);
	length(b, "margin-bottom", p->after);
	if (p->align != STY_FLATTER && p->align <= STY_RECHTS)
		buf_fmt(b, "text-align:%s;", align[p->align]);
	buf_str(b, p->balance ? "text-wrap:balance;" : "");
	buf_str(b, p->hyphenate ? "hyphens:auto;" : "");
	buf_str(b, "}\n");
}

/* A rule without width is none. */
static void rule(struct buf *b, const char *selector, const char *side, struct sty_line l)
{
	if (!l.width)
		return;
	buf_fmt(b, "%s{border-%s:", selector, side);
	html_put_rem(b, l.width);
	buf_fmt(b, " solid #%06x}\n", (unsigned)l.colour & 0xffffff);
}

/* The page as a grid of two columns, the margin and the text; what is in it takes part by subgrid, so that a heading of
 * any depth has its number in the margin. On narrow screens and on paper it is one column. */
static const char layout[] =
	"body{margin:0 auto;max-width:50rem;padding:2rem 1.25rem;line-height:1.5;overflow-wrap:break-word}\n"
	"main{display:grid;grid-template-columns:9rem minmax(0,65ch);column-gap:1.25rem}\n"
	"[data-raster],[data-zeile],[data-noten]{display:grid;grid-template-columns:subgrid;grid-column:1/-1}\n"
	"main>*,[data-raster]>*,[data-zeile]>*,[data-noten]>*{grid-column:2;min-width:0}\n"
	"main>[data-raster],[data-raster]>[data-raster],[data-raster]>[data-zeile],[data-zeile]>[data-raster],"
	"[data-raster]>[data-voll],"
	"[data-zeile]>[data-voll],main>[data-noten]{grid-column:1/-1}\n"
	"[data-zeile]>*{grid-row:1}[data-zeile]>[data-rand],figure[data-raster]>figcaption{grid-column:1;grid-row:1}\n"
	"[data-zeile]>[data-rand]~[data-rand]{grid-row:auto}\n"
	"h1,h2,h3,h4,h5,h6,p,ul,ol,figure,blockquote,pre{margin:0}ul,ol{list-style:none;padding:0}\n"
	"[data-raster]>:is(h1,h2,h3,h4,h5,h6,p):has(>.nr){display:grid;grid-template-columns:subgrid;grid-column:1/-1}"
	".wort{grid-column:2}\n"
	"li{position:relative}li:has(.lbl){padding-inline-start:2.4rem}.lbl{position:absolute;inset-inline-start:0}"
	"ul[role=list],ol[role=list]{margin-bottom:.75rem}\n"
	"li[data-top]{display:grid;grid-template-columns:4rem 1fr;padding-inline-start:0}\n"
	"figure,blockquote,aside,[data-rollen]{margin-top:1.5rem;margin-bottom:1.5rem}"
	"blockquote{padding-inline-start:1.2rem}\n"
	"svg,img{max-width:100%;height:auto;display:block}aside{padding:.9rem 1.25rem}"
	"pre{overflow-wrap:anywhere;white-space:pre-wrap}\n"
	"[data-rollen]{overflow-x:auto}table{border-collapse:collapse;width:100%}"
	"th,td{vertical-align:top;text-align:start}caption{text-align:start}\n"
	"h1[class]{margin-top:3rem}:is(th,td)>[class]:first-child{margin-top:0}"
	":is(th,td)>[class]:last-child{margin-bottom:0}th[scope=row]{padding-inline-end:1.25rem}\n"
	"[data-rechts],[data-rechts] p{text-align:end}[data-mitte],[data-mitte] p{text-align:center}\n"
	"[data-neben]{display:flex;gap:1.25rem;flex-wrap:wrap}[data-neben]>*{flex:1}"
	"ul[data-neben]{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));margin:1.5rem 0 .75rem}\n"
	"[data-neben] figure{margin:.5rem 0}li[data-karte]{border-top:.3rem solid;padding:.8rem}"
	"li[data-karte] li{padding-inline-start:1.2rem}[data-voll]+[data-legende]{margin-bottom:1.5rem}"
	"[data-voll]>figcaption{margin-top:.75rem}\n"
	"sup{line-height:0;font-size:.75em}abbr{text-decoration:underline dotted}a{text-underline-offset:.15em}"
	":target{scroll-margin-top:1rem}\n"
	"@media (max-width:56rem){main,[data-raster],[data-zeile],[data-noten],[data-raster]>:is(h1,h2,h3,h4,h5,h6,"
	"p):has(>.nr){display:block}[data-zeile]{display:flex;flex-direction:column}"
	"[data-zeile]>[data-rand]{order:-1}.nr{margin-inline-end:.5em}}\n"
	"@media print{@page{margin:20mm}html{font-size:10pt}body{padding:0;max-width:none}"
	"[data-rollen]{overflow:visible}section{break-inside:auto}"
	"h1,h2,h3,h4{break-after:avoid}figure,tr,aside{break-inside:avoid}nav{break-after:page}}\n";

static void tables(const struct style *s, struct buf *b)
{
	const struct sty_table *t = sty_table(s, "daten");
	if (!t)
		return;
	rule(b, "table", "top", t->top);
	rule(b, "thead tr:last-child>*", "bottom", t->head);
	rule(b, "tbody tr", "bottom", t->row);
	rule(b, "table", "bottom", t->end);
	buf_str(b, "th,td{padding-block:");
	html_put_rem(b, t->pad_top);
	buf_chr(b, ' ');
	html_put_rem(b, t->pad_bottom);
	buf_str(b, ";padding-inline:");
	html_put_rem(b, t->pad_left);
	buf_chr(b, ' ');
	html_put_rem(b, t->pad_right);
	buf_str(b, "}\n");
}

void html_css(const struct style *s, struct buf *b)
{
	buf_str(b, "html{font-size:100%}body{");
	put_family(b, s, STY_TEXT);
	colour(b, "color", sty_colour(s, "tinte"));
	colour(b, "background", sty_colour(s, "weiss"));
	buf_str(b, "}\n");
	buf_str(b, layout);
	buf_str(b, "a,.nr,.akzent{");
	colour(b, "color", sty_colour(s, "akzent"));
	buf_str(b,
		"}a:focus-visible,[tabindex]:focus-visible{outline:.2rem solid "
		"currentColor;outline-offset:.15rem}\naside{");
	colour(b, "background", sty_colour(s, "hell"));
	buf_str(b, "}\n");
	rule(b, "aside", "inline-start", sty_line(s, "balken"));
	buf_str(b, "[data-karte]{");
	colour(b, "background", sty_colour(s, "flaeche"));
	buf_str(b, "}\n");
	rule(b, "figcaption,[data-zahl]", "top", sty_line(s, "legende"));
	rule(b, "[data-noten]", "top", sty_line(s, "note"));
	tables(s, b);
	for (int i = 0; i < s->nparas; i++)
		para(b, s, &s->paras[i]);
}

/* By form, not by colour alone; the hidden word is for those who see neither. */
void html_css_changes(const struct style *s, struct buf *b)
{
	buf_str(b, "ins{font-weight:600;text-decoration:underline .1em;");
	colour(b, "color", sty_colour(s, "akzent"));
	buf_str(b, "}del{text-decoration:line-through;");
	colour(b, "color", sty_colour(s, "grau"));
	buf_str(b, "}.verschoben{text-decoration:underline dotted .1em}.zeichen{font-size:.75em}"
		".still{position:absolute;width:1px;height:1px;overflow:hidden;"
		"clip-path:inset(50%);white-space:nowrap}\n");
}
