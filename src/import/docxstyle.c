/* docxstyle.c: the styles of a Word file: what each says its paragraphs are, whatever tongue or colleague named it. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/docx.h"

enum { CHAIN = 32 };                                   /* styles based on each other */

struct docx_styles {
	struct docx_style *at;
	size_t n, cap;
	struct imp_index by_id;
	struct docx_style none;
	const struct docx_style *usual;
	const char *lang;
};

/* How names begin that say what a paragraph is; Word keeps the English ones in every edition, others do not. */
static const struct {
	const char *begin;
	enum docx_class is;
} names[] = {
	{"caption", DOCX_CAPTION},
	{"beschriftung", DOCX_CAPTION},
	{"table caption", DOCX_CAPTION},
	{"image caption", DOCX_CAPTION},
	{"bildunterschrift", DOCX_CAPTION},
	{"tabellenüberschrift", DOCX_CAPTION},
	{"légende", DOCX_CAPTION},
	{"quote", DOCX_QUOTE},
	{"intense quote", DOCX_QUOTE},
	{"block text", DOCX_QUOTE},
	{"block quote", DOCX_QUOTE},
	{"zitat", DOCX_QUOTE},
	{"intensives zitat", DOCX_QUOTE},
	{"quotations", DOCX_QUOTE},
	{"source code", DOCX_CODE},
	{"preformatted text", DOCX_CODE},
	{"html preformatted", DOCX_CODE},
	{"toc ", DOCX_TOC},
	{"verzeichnis ", DOCX_TOC},
	{"contents ", DOCX_TOC},
	{"table of figures", DOCX_TOC},
	{"abbildungsverzeichnis", DOCX_TOC},
	{"table of authorities", DOCX_TOC},
	{"index ", DOCX_TOC},
	{"list bullet", DOCX_LIST},
	{"aufzählungszeichen", DOCX_LIST},
	{"aufzählung", DOCX_LIST},
	{"list continue", DOCX_GOES_ON}, {"listenfortsetzung", DOCX_GOES_ON}, {"list number", DOCX_LIST},
	{"listennummer", DOCX_LIST},
};
/* Before a number: a heading of that level. */
static const char *const headings[] = {"heading ", "heading", "überschrift ", "überschrift", "titre ", "titolo ",
	"título ", "kop ", "nagłówek ", "заголовок ", "header "};

static enum docx_class class_of(const char *name, int *outline)
{
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		size_t n = strlen(headings[i]);
		if (!strncasecmp(name, headings[i], n) && name[n] >= '1' && name[n] <= '9' &&
			!isdigit((unsigned char)name[n + 1])) {
			*outline = name[n] - '1';
			return DOCX_HEADING;
		}
	}
	if (!strncasecmp(name, "Ü", 2) && !strncasecmp(name + 2, "berschrift ", 11) &&
		isdigit((unsigned char)name[13])) {
		*outline = name[13] - '1';
		return DOCX_HEADING;
	}
	if (!strcasecmp(name, "toc heading")) {
		*outline = 0;
		return DOCX_HEADING;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strncasecmp(name, names[i].begin, strlen(names[i].begin)))
			return names[i].is;
	return DOCX_PLAIN;
}

/* ---- run properties */

static const struct {
	const char *name;
	unsigned mark;
} switches[] = {{"w:b", IMP_BOLD}, {"w:i", IMP_ITALIC}, {"w:strike", IMP_STRIKE}, {"w:dstrike", IMP_STRIKE},
	{"w:vanish", IMP_HIDDEN}, {"w:rtl", IMP_RTL}};

bool docx_is_shaded(const struct mk *pr)
{
	const char *fill = mk_get(mk_child(pr, "w:shd"), "w:fill"), *light = mk_val(pr, "w:highlight");
	return (fill && strcasecmp(fill, "auto") != 0 && strcasecmp(fill, "FFFFFF") != 0) ||
		(light && strcmp(light, "none") != 0 && strcmp(light, "white") != 0);
}

/* White on paper, or smaller than anybody can read. */
static void read_color(const struct mk *rpr, unsigned *on, unsigned *off)
{
	enum { TINY = 7 };                             /* half points */
	const char *color = mk_val(rpr, "w:color"), *size = mk_val(rpr, "w:sz");
	if ((color && strcasecmp(color, "FFFFFF") != 0) || docx_is_shaded(rpr))
		*off |= IMP_WHITE;
	else if (color || (size && atoi(size) < TINY))
		*on |= IMP_WHITE;
}

static void read_marks(const struct mk *rpr, unsigned *on, unsigned *off)
{
	for (size_t i = 0; rpr && i < sizeof switches / sizeof *switches; i++)
		if (mk_child(rpr, switches[i].name))
			*(mk_on(rpr, switches[i].name) ? on : off) |= switches[i].mark;
	read_color(rpr, on, off);
	if (mk_child(rpr, "w:u"))
		*(mk_on(rpr, "w:u") ? on : off) |= IMP_UNDERLINE;
	const char *align = mk_val(rpr, "w:vertAlign"), *font = mk_get(mk_child(rpr, "w:rFonts"), "w:ascii");
	if (align && !strcmp(align, "superscript"))
		*on |= IMP_SUPER;
	else if (align && !strcmp(align, "subscript"))
		*on |= IMP_SUB;
	if (font && (strcasestr(font, "courier") || strcasestr(font, "consolas") || strcasestr(font, "mono")))
		*on |= IMP_MONO;
}

unsigned docx_marks(const struct mk *rpr, unsigned marks)
{
	unsigned on = 0, off = 0;
	read_marks(rpr, &on, &off);
	return (marks & ~off) | on;
}

/* ---- the table */

static struct docx_style *find(const struct docx_styles *s, const char *id)
{
	return imp_index_get(&s->by_id, NULL, id);
}

static void read_one(struct docx_style *st, const struct mk *at)
{
	const struct mk *ppr = mk_child(at, "w:pPr"), *rpr = mk_child(at, "w:rPr");
	const char *size = mk_val(rpr, "w:sz"), *outline = mk_val(ppr, "w:outlineLvl");
	const char *level = mk_val(ppr, "w:numPr/w:ilvl");
	*st = (struct docx_style){.at = at,
		.id = mk_get(at, "w:styleId"),
		.name = mk_val(at, "w:name"),
		.outline = -1,
		.num_id = mk_val(ppr, "w:numPr/w:numId"),
		.num_level = level ? atoi(level) : -1};
	if (!st->name)
		st->name = st->id ? st->id : "";
	st->is = class_of(st->name, &st->outline);
	if (outline && !(st->is == DOCX_HEADING && !strcmp(outline, "9")))
		st->outline = atoi(outline) >= 0 && atoi(outline) < 9 ? atoi(outline) : 9;
	st->size = size ? (float)atof(size) / 2 : 0;
	read_marks(rpr, &st->marks, &st->unmarks);
	if ((st->shaded = docx_is_shaded(ppr))) {
		st->marks &= ~(unsigned)IMP_WHITE;
		st->unmarks |= IMP_WHITE;
	}
}

/* What a style does not say it has from the one below it. */
static void inherit(struct docx_style *st)
{
	int steps = 0;
	unsigned marks = st->marks, decided = st->marks | st->unmarks;
	for (const struct docx_style *b = st->based; b && steps < CHAIN; b = b->based, steps++) {
		if (st->is == DOCX_PLAIN && !(b->is == DOCX_HEADING && st->outline == 9))
			st->is = b->is;
		if (st->outline < 0)
			st->outline = b->outline;
		if (!st->num_id)
			st->num_id = b->num_id;
		if (st->num_level < 0)
			st->num_level = b->num_level;
		if (st->size <= 0)
			st->size = b->size;
		st->shaded |= b->shaded;
		marks |= b->marks & ~decided;
		decided |= b->marks | b->unmarks;
	}
	st->marks = marks;
}

static void connect(struct mem *m, struct docx_styles *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i].id)
			imp_index_put(m, &s->by_id, NULL, s->at[i].id, &s->at[i]);
	for (size_t i = 0; i < s->n; i++) {
		struct docx_style *b = find(s, mk_val(s->at[i].at, "w:basedOn"));
		int steps = 0;
		const struct docx_style *up = b;
		while (up && up != &s->at[i] && steps++ < CHAIN)
			up = up->based;
		s->at[i].based = up ? NULL : b;
	}
	for (size_t i = 0; i < s->n; i++)
		inherit(&s->at[i]);
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i].outline == 9)
			s->at[i].outline = -1;
}

struct docx_styles *docx_styles_read(struct mem *m, const struct mk *styles)
{
	struct docx_styles *s = MEM_NEW(m, struct docx_styles);
	s->none = (struct docx_style){.id = "", .name = "", .outline = -1, .num_level = -1};
	s->usual = &s->none;
	s->lang = mk_get(mk_find(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang"), "w:val");
	const char *size = mk_val(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:sz");
	s->none.size = size ? (float)atof(size) / 2 : 0;
	for (const struct mk *c = styles ? styles->first : NULL; c; c = c->next)
		if (mk_is(c, "w:style")) {
			MEM_ROOM_IN(m, s->at, s->n, s->cap);
			read_one(&s->at[s->n++], c);
		}
	connect(m, s);
	for (size_t i = 0; i < s->n; i++) {
		const char *usual = mk_get(s->at[i].at, "w:default"), *type = mk_get(s->at[i].at, "w:type");
		if (s->at[i].size <= 0)
			s->at[i].size = s->none.size;
		if (usual && (*usual == '1' || *usual == 't') && type && !strcmp(type, "paragraph"))
			s->usual = &s->at[i];
	}
	return s;
}

const struct docx_style *docx_style(const struct docx_styles *s, const char *id)
{
	const struct docx_style *st = find(s, id);
	return st ? st : &s->none;
}

const struct docx_style *docx_style_default(const struct docx_styles *s)
{
	return s->usual;
}

const char *docx_style_lang(const struct docx_styles *s)
{
	return s->lang;
}
