/* css.c: the style sheet, from the town's styles: 10 pt of the print are 1 rem (GESTALTUNG §15). Colours are variables:
 * on a dark screen the same names have other values. */
#include "html/put.h"

enum { DARK = 0x14181B };                              /* the ground of a dark screen */

/* The town's colours, and what each needs against the ground; 0: a tint of the ground itself. */
static const struct { const char *name; double contrast; } colours[] = {
	{"tinte", 13}, {"weiss", 0}, {"akzent", 7}, {"grau", 7}, {"linie", 3}, {"zart", 1.5}, {"mitte", 4.5},
	{"zweit", 4.5}, {"hell", 0}, {"flaeche", 0}};
enum { COLOURS = sizeof colours / sizeof *colours };

static sty_rgb dark(const struct style *s, int i)
{
	enum { TINT = 9 };
	const sty_rgb c = sty_colour(s, colours[i].name), ground = DARK;
	if (colours[i].contrast > 0)
		return sty_against(c, sty_mix(ground, 0xFFFFFF, TINT), colours[i].contrast);
	return c == sty_colour(s, "weiss") ? ground : sty_mix(ground, 0xFFFFFF, TINT);
}

static void palette(const struct style *s, struct buf *b, bool at_night)
{
	for (int i = 0; i < COLOURS; i++)
		buf_fmt(b, "--%s:#%06x;", colours[i].name,
			(unsigned)(at_night ? dark(s, i) : sty_colour(s, colours[i].name)) & 0xffffff);
}

static void put_colour(const struct style *s, struct buf *b, sty_rgb rgb)
{
	for (int i = 0; i < COLOURS; i++)
		if (sty_colour(s, colours[i].name) == rgb) {
			buf_fmt(b, "var(--%s)", colours[i].name);
			return;
		}
	buf_fmt(b, "#%06x", (unsigned)rgb & 0xffffff);
}

static void length(struct buf *b, const char *property, len_t v)
{
	buf_fmt(b, "%s:", property);
	html_put_rem(b, v);
	buf_chr(b, ';');
}

/* A name of the template is data: nothing in it may end the string or the style sheet. */
static void put_name(struct buf *b, const char *family)
{
	buf_chr(b, '"');
	for (const char *p = family; *p; p++)
		if (*p != '"' && *p != '\\' && *p != '<' && (unsigned char)*p >= 0x20)
			buf_chr(b, *p);
	buf_str(b, "\",");
}

static void put_family(const struct html *h, int role)
{
	static const char *const generic[STY_ROLE_MAX] = {"sans-serif", "serif", "sans-serif", "monospace"};
	buf_str(h->b, "font-family:");
	put_name(h->b, h->s->font[role].family ? h->s->font[role].family : "");
	for (int i = 0; i < h->nfamilies; i++)
		put_name(h->b, h->families[i]);                /* signs that this one has not */
	buf_fmt(h->b, "%s;", generic[role]);
}

/* A title is smaller where the screen is narrow, and never so large that a long word of it is divided for that. */
static void put_size(struct buf *b, len_t size)
{
	static const len_t most = LEN_PT(28);
	buf_str(b, size >= HTML_TITLE ? "font-size:min(" : "font-size:");
	html_put_rem(b, size > most ? most : size);
	buf_str(b, size >= HTML_TITLE ? ",1.05rem + 3vw);" : ";");
}

/* Strong words have the weight they have in print, whose letters the page brings along: the browser's own may be a face
 * of which it has a few only. Within strong type they are one step stronger. */
enum { HTML_STRONG = 600 };

static void para(const struct html *h, const struct sty_para *p)
{
	static const char *const align[] = {"start", "justify", "center", "end"};
	struct buf *b = h->b;
	buf_chr(b, '.');
	html_put_class(b, p->name);
	buf_chr(b, '{');
	put_size(b, p->ch.size);
	buf_str(b, "line-height:");
	buf_milli(b, len_scale(p->leading, 1000, p->ch.size > 0 ? p->ch.size : 1));
	buf_fmt(b, ";font-weight:%d;", p->ch.weight);
	buf_str(b, p->ch.italic ? "font-style:italic;" : "");
	if (p->ch.role < STY_ROLE_MAX && p->ch.role != STY_TEXT)
		put_family(h, p->ch.role);
	if (p->ch.colour != sty_colour(h->s, "tinte")) {
		buf_str(b, "color:");
		put_colour(h->s, b, p->ch.colour);
		buf_chr(b, ';');
	}
	length(b, "margin-top", p->before);
	length(b, "margin-bottom", p->after);
	if (p->align != STY_FLATTER && p->align <= STY_RECHTS)
		buf_fmt(b, "text-align:%s;", align[p->align]);
	buf_str(b, p->balance ? "text-wrap:balance;" : "");
	buf_str(b, p->hyphenate ? "hyphens:auto;" : "");
	buf_str(b, "}\n");
	if (p->ch.weight >= HTML_STRONG) {
		buf_chr(b, '.');
		html_put_class(b, p->name);
		buf_str(b, " strong{font-weight:700}\n");
	}
	if (p->align == STY_RECHTS) {
		buf_str(b, "[data-kopf]>.");
		html_put_class(b, p->name);
		buf_str(b, "{grid-column:2;justify-self:end}\n");
	}
}

/* A rule without width is none. */
static void rule(const struct html *h, const char *selector, const char *side, struct sty_line l)
{
	if (!l.width)
		return;
	buf_fmt(h->b, "%s{border-%s:", selector, side);
	html_put_rem(h->b, l.width);
	buf_str(h->b, " solid ");
	put_colour(h->s, h->b, l.colour);
	buf_str(h->b, "}\n");
}

/* The page as a grid of two columns, the margin and the text; what is in it takes part by subgrid, so that a heading of
 * any depth has its number in the margin. On a wide screen the contents stand beside them; on narrow ones and on paper
 * it is one column. A line of any size is at most 34 of its own em long: some 66 characters. */
static const char layout[] =
	"*{box-sizing:border-box}"
	"body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem;line-height:1.5;overflow-wrap:break-word}\n"
	"main{display:grid;grid-template-columns:9rem minmax(0,34rem);column-gap:1.25rem}\n"
	"body[data-quer]{max-width:80rem}[data-quer]>main{grid-template-columns:0 minmax(0,1fr);column-gap:0}\n"
	"[data-raster],[data-zeile],[data-noten]{display:grid;grid-template-columns:subgrid;grid-column:1/-1}\n"
	"[data-raster][dir=rtl]{grid-template-columns:9rem minmax(0,1fr)}"      /* a subgrid counts from the left */
	"main>*,[data-raster]>*,[data-zeile]>*,[data-noten]>*{grid-column:2;min-width:0}\n"
	"main>[data-raster],[data-raster]>[data-raster],[data-raster]>[data-zeile],[data-zeile]>[data-raster],"
	"[data-raster]>[data-voll],main>[data-voll],main>[data-zeile],main>[data-kopf],[data-raster]>[data-kopf],"
	"[data-zeile]>[data-voll],main>[data-noten]{grid-column:1/-1}\n"
	"[data-noten]{margin-top:1.5rem;padding-top:.4rem}"
	"[data-noten] li>p:has(+a){display:inline}[data-noten] p+a{margin-inline-start:.5em}\n"
	"[data-zeile]>*{grid-row:1}[data-zeile]>[data-rand],figure[data-raster]>figcaption{grid-column:1;grid-row:1}\n"
	"[data-zeile]>[data-rand]~[data-rand]{grid-row:auto}[data-rand]>[class]:first-child{margin-top:0}\n"
	"h1,h2,h3,h4,h5,h6,p,ul,ol,figure,blockquote,pre{margin:0}ul,ol{list-style:none;padding:0}"
	"p,li,[dir=rtl]:is(ul,ol):not([dir=rtl] *){max-width:34em}\n"
	"[data-raster]>:is(h1,h2,h3,h4,h5,h6,p):has(>.nr){display:grid;grid-template-columns:subgrid;grid-column:1/-1;"
	"max-width:none}.wort{grid-column:2;min-width:0}\n"
	"li{position:relative}li:has(.lbl){padding-inline-start:2.4rem}.lbl{position:absolute;inset-inline-start:0}"
	"ul[role=list],ol[role=list]{margin-bottom:.75rem}\n"
	"li[data-top]{display:grid;grid-template-columns:4rem 1fr;padding-inline-start:0}\n"
	"figure,blockquote,aside,[data-rollen],table{margin-top:1.5rem;margin-bottom:1.5rem}"
	"[data-rollen]>table,td table{margin:0}blockquote{padding-inline-start:1.2rem}\n"
	"svg,img{max-width:100%;height:auto;display:block}aside{padding:.9rem 1.25rem}"
	"pre{overflow-wrap:anywhere;white-space:pre-wrap}"
	/* a line that goes on: indented behind an arrow, which stands on all lines of it but the first */
	"[data-ganz]{white-space:nowrap}"
	"pre code>span{display:block;position:relative;padding-inline-start:1.6em;text-indent:-1.6em}"
	"pre code>span::before{content:\"\";position:absolute;inset-inline-start:.3em;top:1lh;bottom:0;width:1em;"
	"background:currentColor;opacity:.7;-webkit-mask:var(--weiter);mask:var(--weiter)}"
	":root{--weiter:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 15'%3E"
	"%3Cpath d='M1 3v5h7M6 6l2 2-2 2' fill='none' stroke='%23000'/%3E%3C/svg%3E\") 0 0/1em 1lh repeat-y}\n"
	"table{border-collapse:collapse;width:100%}table[data-schmal]"
	"{width:auto;min-width:min(100%,22rem)}"
	"th,td{vertical-align:top;text-align:start}caption{text-align:start}caption[class]{padding-bottom:.4rem}\n"
	/* from one item of minutes to the next */
	":is(p,ol,ul,table,aside,div)+h3.s-teil{margin-top:2.25rem}"
	"h1[class]{margin-top:3rem}:is(th,td)>[class]:first-child{margin-top:0}"
	":is(th,td)>[class]:last-child{margin-bottom:0}th[scope=row]{padding-inline-end:1.25rem}"
	"table:not(td table,:has(>thead))>tbody>tr>th[scope=row]:first-child{width:10.25rem}"
	"aside>:last-child[class],aside>:last-child:is(ol,ul)[role],aside>:last-child>:last-child>[class]"
	"{margin-bottom:0}\n"
	"[data-rechts],[data-rechts] p{text-align:right}[data-mitte],[data-mitte] p{text-align:center}"
	"[data-hinten]{display:inline-block;vertical-align:top;text-align:start}\n"
	"[data-kopf]{display:grid;grid-template-columns:1fr auto;grid-auto-flow:dense;column-gap:1.25rem}"
	"[data-kopf]>*{grid-column:1;justify-self:start}"
	"[data-kopf]>.s-titel,[data-kopf]>.s-untertitel{grid-column:1/-1}"
	"[data-kopf]>*+.s-titel{margin-top:1.5rem}[data-kopf]>:is(.s-titel,.s-untertitel)+.s-titelangabe"
	"{margin-top:.75rem}\n"
	"[data-neben]{display:flex;gap:1.25rem;flex-wrap:wrap}[data-neben]>*{flex:1 1 9rem}"
	"[data-neben]>:is(table,[data-rollen],:has(>:is(table,[data-rollen]))){flex-basis:17rem}"
	"ul[data-neben]{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));"
	"margin:1.5rem 0 .75rem}\n"
	"[data-spalten]{columns:2 14rem;column-gap:1.25rem}[data-spalten] :is(h2,h3){break-after:avoid}"
	"[data-spalten] li{break-inside:avoid}"
	"[data-neben] figure{margin:.5rem 0}li[data-karte]{border-top:.3rem solid;padding:.8rem}"
	"[data-schreiblinie]{border-bottom:1px solid;height:2.6rem}"
	"li[data-karte] li{padding-inline-start:1.2rem}[data-voll]+[data-legende]{margin-bottom:1.5rem}"
	"[data-voll]>figcaption{margin-top:.75rem}\n"
	"strong{font-weight:600}sup{unicode-bidi:isolate;line-height:0;font-size:.75em}"
	"abbr{text-decoration:underline dotted}"
	"a{text-underline-offset:.15em}"
	":target{scroll-margin-top:1rem}\n"
	".sprung{position:absolute;inset-inline-start:1rem;top:-10rem;padding:.75rem 1.25rem;background:var(--weiss);"
	"z-index:1}.sprung:focus{top:1rem}\n"
	".still{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n";

/* Contents beside the text; columns as above. */
static const char beside[] =
	"[data-verzeichnis] li{padding-block:.2rem}[data-verzeichnis] li *{margin-block:0}\n"
	"@media screen and (min-width:64rem){body:has([data-verzeichnis]){max-width:76rem}"
	"main:has(>[data-verzeichnis]){grid-template-columns:minmax(13rem,18rem) minmax(5rem,9rem) minmax(0,34rem)}"
	"main:has(>[data-verzeichnis])>*{grid-column:3}"
	"main:has(>[data-verzeichnis])>:is([data-raster],[data-zeile],[data-voll],[data-noten],[data-kopf])"
	"{grid-column:2/-1}"
	"main>[data-verzeichnis]{grid-column:1!important;grid-row:1/span var(--zeilen);display:block;position:sticky;"
	"top:0;align-self:start;max-height:100vh;overflow-y:auto;padding-block:1rem;font-size:.875rem}"
	"[data-verzeichnis] *{font-size:inherit;line-height:1.35;margin-top:0}"
	"[data-verzeichnis] :is(h1,h2)[class]{font-size:1.125rem;margin-block:1rem .5rem}"
	"[data-verzeichnis] a:not(:hover,:focus){text-decoration:none}}\n";

/* What a narrow screen shows one below the other. Tables: their own width decides, by container queries. */
static const char narrow[] =
	"@media (max-width:56rem){main,[data-raster],[data-zeile],[data-noten],[data-raster]>:is(h1,h2,h3,h4,h5,h6,"
	"p):has(>.nr){display:block}[data-zeile]{display:flex;flex-direction:column}"
	"[data-zeile]>[data-rand]{order:-1}.nr{margin-inline-end:.5em}}\n"
	"@media (max-width:30rem){[data-kopf]{display:block}[data-kopf]>[class]{justify-self:auto;text-align:start}"
	"li:has(.lbl){padding-inline-start:1.5rem}li[data-top]{grid-template-columns:3rem 1fr}"
	"aside{padding:.75rem 1rem}}\n"
	"[data-rollen]{container-type:inline-size;overflow-x:auto}.rollt,[data-statt]{display:none}"
	".rollt{position:sticky;inset-inline-start:0;max-width:100cqi}.rollt a{display:block;padding:.25rem 0}\n"
	"[data-ab]{container-type:inline-size}\n";

/* %1$s is the selector of the tables, %2$d.99 the width in rem up to which they stand row by row. */
static const char stacked[] =
	"@media screen and (max-width:%2$d.99rem){table%1$s,%1$s>*,%1$s>*>tr,%1$s>*>tr>*{display:block}"
	"%1$s>thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%%);border:0}"
	"%1$s>*>tr{padding-block:.5rem}%1$s>*>tr>:is(th,td){border:0;padding:.1rem 0;width:auto;"
	"max-width:32rem}"
	"%1$s>*>tr>td[data-rechts],%1$s>*>tr>td[data-rechts] p{text-align:start}"
	"%1$s [data-hinten]{display:inline;margin:0}"
	"%1$s>*>tr>td[data-marke]::before{content:attr(data-marke) \": \";font-weight:600;"
	"font-size:.85rem;color:var(--grau)}"
	"%1$s>*>tr>td[data-marke]>p:first-of-type{display:inline}"
	"table%1$s{min-width:0!important}.rollt:has(+%1$s){display:none!important}}\n";

/* Where there is room a title breaks between words. */
static const char roomy[] = "@media (min-width:48rem){:is(h1,h2,h3,h4,h5,h6)[class],.s-untertitel{hyphens:manual}}\n";

static const char paper[] =
	"@media print{@page{margin:20mm}html{font-size:10pt}body{padding:0;max-width:none}.sprung{display:none}"
	"[data-rollen]{overflow:visible;container-type:normal}[data-breit]{min-width:0!important}"
	"[data-ab]{container-type:normal}section{break-inside:auto}[data-rand]{break-after:avoid}"
	"h1,h2,h3,h4{break-after:avoid}figure,tr,aside,[data-zahl],[data-karte]{break-inside:avoid}"
	/* a title with its head and first row; the last row not alone; a form and a short table whole (of a table in
	 * which no row may break Chromium leaves the heading behind) */
	"caption,thead,tbody:first-of-type>tr:first-child:has(~tr:nth-child(4)){break-after:avoid}"
	"tbody:last-of-type>tr:nth-child(n+4):last-child{break-before:avoid}"
	"table:not(:has(>thead)),table:not(:has(>tbody>tr:nth-child(4))){break-inside:avoid}"
	/* a picture is no higher than its page */
	"svg,img{max-height:80vh;object-fit:contain}nav{break-after:page}}\n";

/* Widths, in rem, below which a wide table scrolls, and a drawing's words are too small to be read. */
static void widths(struct buf *b)
{
	for (int w = HTML_STEP; w <= HTML_WIDEST; w += HTML_STEP)
		buf_fmt(b, "[data-breit=\"%d\"]{min-width:%drem}"
			"[data-neben]>:has(>[data-breit=\"%d\"]){flex-basis:%drem}"
			"@container (max-width:%d.99rem){[data-breit=\"%d\"]+.rollt,.rollt:has(+[data-breit=\"%d\"]),"
			"[data-ab=\"%d\"]>[data-statt]{display:block}[data-ab=\"%d\"]>svg{display:none}}\n",
			w, w, w, w, w - 1, w, w, w, w);
}

/* Marks hang behind the digits of their column, in rem for each sign; a mark that has no room stands below. */
static void hanging(struct buf *b)
{
	for (int n = 1; n <= HTML_MARKS; n++)
		buf_fmt(b, "[data-rechts=\"%d\"]{padding-inline-end:%d.%02drem}"
			"[data-rechts=\"%d\"] [data-hinten]{width:%d.%02drem;margin-inline-end:-%d.%02drem}\n",
			n, n * 36 / 100, n * 36 % 100, n, n * 36 / 100, n * 36 % 100, n * 36 / 100, n * 36 % 100);
}

static void pads(const struct html *h, len_t begin, len_t end)
{
	buf_str(h->b, ";padding-inline:");
	html_put_rem(h->b, begin);
	buf_chr(h->b, ' ');
	html_put_rem(h->b, end);
	buf_str(h->b, "}\n");
}

static void tables(const struct html *h)
{
	const struct sty_table *t = sty_table(h->s, "daten");
	if (!t)
		return;
	rule(h, "table", "top", t->top);
	rule(h, "thead tr:last-child>*", "bottom", t->head);
	rule(h, "tbody tr", "bottom", t->row);
	rule(h, "table", "bottom", t->end);
	/* of a table in a cell the row around it has the first rule and the last */
	buf_str(h->b, "td table{border-block:0}td table>tbody>tr:last-child{border-bottom:0}th,td{padding-block:");
	html_put_rem(h->b, t->pad_top);
	buf_chr(h->b, ' ');
	html_put_rem(h->b, t->pad_bottom);
	pads(h, t->pad_left, t->pad_right);
	buf_str(h->b, ":is(td,th):where([data-rechts]+:not([data-rechts])){padding-inline-start:");
	html_put_rem(h->b, t->pad_left + BLK_PAD_WORDS);
	buf_str(h->b, "}\n");
	/* a cell that runs the other way than its table has them where the table has them */
	buf_str(h->b, ":is(td,th)[dir=rtl]:not([dir=rtl] *),[dir=rtl] :is(td,th)[dir=ltr]{");
	pads(h, t->pad_right, t->pad_left);
}

/* By form, not by colour alone; the hidden word is for those who see neither. */
static const char changes[] =
	"ins{font-weight:600;text-decoration:underline .1em;color:var(--akzent)}"
	"del{text-decoration:line-through;color:var(--grau)}"
	".verschoben{text-decoration:underline dotted .1em}"
	".zeichen{display:inline-block;margin-inline-end:.25em;font-size:.85rem;line-height:1.2;font-weight:400}\n";

/* Drawings and pictures are made for a white ground. */
static void night(const struct html *h)
{
	buf_str(h->b, "@media screen and (prefers-color-scheme:dark){:root{");
	palette(h->s, h->b, true);
	buf_str(h->b, "}svg,img{background:#fff;padding:.5rem;border-radius:.25rem}img{filter:brightness(.9)}}\n");
}

void html_css(struct html *h)
{
	struct buf *b = h->b;
	buf_str(b, ":root{color-scheme:light dark;");
	palette(h->s, b, false);
	buf_str(b, "}\nhtml{font-size:100%}body{");
	put_family(h, STY_TEXT);
	buf_str(b, "color:var(--tinte);background:var(--weiss)}\n");
	buf_str(b, layout);
	buf_str(b, "a,.nr,.akzent{color:var(--akzent)}a:focus-visible,[tabindex]:focus-visible{outline:.2rem solid "
		"currentColor;outline-offset:.15rem}\naside{background:var(--hell)}"
		"[data-karte]{background:var(--flaeche)}\n");
	rule(h, "aside", "inline-start", sty_line(h->s, "balken"));
	rule(h, "figcaption,[data-zahl]", "top", sty_line(h->s, "legende"));
	rule(h, "[data-noten]", "top", sty_line(h->s, "note"));
	tables(h);
	for (int i = 0; i < h->s->nparas; i++)
		para(h, &h->s->paras[i]);
	buf_str(b, roomy);
	buf_str(b, beside);
	buf_str(b, narrow);
	buf_fmt(b, stacked, "[data-stapel]", HTML_STACKED - 1);
	buf_fmt(b, stacked, "[data-stapel=breit]", HTML_BESIDE - 1);
	widths(b);
	hanging(b);
	buf_str(b, h->t->compared ? changes : "");
	buf_str(b, paper);
	night(h);
}
