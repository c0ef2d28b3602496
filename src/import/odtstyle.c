/* odtstyle.c: styles and lists of OpenDocument: what a paragraph is called, and the numbers it shows. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/roman.h"
#include "import/odt.h"

enum { CHAIN = 32 };

/* "super 58%", "-33% 58%" */
static unsigned raised(const char *place)
{
	if (!strncmp(place, "super", 5) || atoi(place) > 0)
		return IMP_SUPER;
	return !strncmp(place, "sub", 3) || atoi(place) < 0 ? IMP_SUB : 0;
}

static bool has_ground(const struct mk *properties)
{
	const char *ground = mk_get(properties, "fo:background-color");
	return ground && strcmp(ground, "transparent") != 0 && strcasecmp(ground, "#ffffff") != 0;
}

/* White on paper, or smaller than anybody can read. */
static void read_color(struct odt_style *s, const struct mk *t)
{
	const float tiny = 3.5f;
	const char *color = mk_get(t, "fo:color");
	if ((color && strcasecmp(color, "#ffffff") != 0) || has_ground(t))
		s->unmarks |= IMP_WHITE;
	else if (color || (s->size > 0 && s->size < tiny))
		s->marks |= IMP_WHITE;
}

static void read_text(struct odt_style *s, const struct mk *t)
{
	const char *weight = mk_get(t, "fo:font-weight"), *slant = mk_get(t, "fo:font-style"),
		   *size = mk_get(t, "fo:font-size");
	const char *line = mk_get(t, "style:text-underline-style"),
		   *strike = mk_get(t, "style:text-line-through-style");
	const char *place = mk_get(t, "style:text-position"), *font = mk_get(t, "style:font-name");
	if (weight)
		*(!strcmp(weight, "bold") || *weight >= '6' ? &s->marks : &s->unmarks) |= IMP_BOLD;
	if (slant)
		*(strcmp(slant, "normal") ? &s->marks : &s->unmarks) |= IMP_ITALIC;
	if (line)
		*(strcmp(line, "none") ? &s->marks : &s->unmarks) |= IMP_UNDERLINE;
	if (strike)
		*(strcmp(strike, "none") ? &s->marks : &s->unmarks) |= IMP_STRIKE;
	s->marks |= place ? raised(place) : 0;
	if (font && (strcasestr(font, "courier") || strcasestr(font, "mono")))
		s->marks |= IMP_MONO;
	if (mk_get(t, "text:display") && !strcmp(mk_get(t, "text:display"), "none"))
		s->marks |= IMP_HIDDEN;
	if (size && strstr(size, "pt"))
		s->size = (float)atof(size);
	read_color(s, t);
}

/* "Table_20_Contents" */
static char *decoded(struct mem *m, const char *s)
{
	struct buf b = {0};
	while (*s) {
		char *end;
		long c = *s == '_' ? strtol(s + 1, &end, 16) : 0;
		if (c >= 32 && c < 128 && *end == '_' && end - s <= 4) {
			buf_chr(&b, (char)c);
			s = end + 1;
		} else {
			buf_chr(&b, *s++);
		}
	}
	return buf_take(&b, m);
}

static void classify(struct odt_style *s)
{
	const char *n = s->shown;
	if (s->outline == 0 && (!strncasecmp(n, "Heading ", 8) || !strncasecmp(n, "Überschrift ", 13)) &&
		strpbrk(n, "123456789"))
		s->outline = *strpbrk(n, "123456789") - '0';
	s->quote = !strcasecmp(n, "Quotations") || !strncasecmp(n, "Zitat", 5) || !strncasecmp(n, "Block", 5);
	s->code = !strncasecmp(n, "Preformatted", 12) || !strncasecmp(n, "Source", 6) ||
		!strncasecmp(n, "Vorformatiert", 13);
	s->caption = !strcasecmp(n, "Caption") || !strcasecmp(n, "Beschriftung") || !strcasecmp(n, "Illustration") ||
		!strcasecmp(n, "Table") || !strcasecmp(n, "Figure") || !strcasecmp(n, "Tabelle") ||
		!strcasecmp(n, "Abbildung") || !strcasecmp(n, "TableCaption") || !strcasecmp(n, "FigureCaption");
	s->contents = !strncasecmp(n, "Contents ", 9) || !strncasecmp(n, "Inhaltsverzeichnis ", 19);
}

static void read_style(struct odt *d, const struct mk *n)
{
	MEM_ROOM_IN(d->m, d->styles.at, d->styles.n, d->styles.cap);
	struct odt_style *s = &d->styles.at[d->styles.n++];
	const struct mk *para = mk_child(n, "style:paragraph-properties"), *text = mk_child(n, "style:text-properties");
	const char *name = mk_get(n, "style:name"), *shown = mk_get(n, "style:display-name"), *before;
	*s = (struct odt_style){.name = name ? name : "",
		.family = mk_get(n, "style:family"),
		.based_name = mk_get(n, "style:parent-style-name"),
		.list = mk_get(n, "style:list-style-name"),
		.outline = mk_int(n, "style:default-outline-level", 0)};
	s->shown = shown ? shown : decoded(d->m, s->name);
	before = mk_get(para, "fo:break-before");
	s->breaks_page = (before && !strcmp(before, "page")) ||
		(mk_get(n, "style:master-page-name") && *mk_get(n, "style:master-page-name"));
	if (s->list && !*s->list)
		s->list = NULL;
	if (text)
		read_text(s, text);
	s->shaded = has_ground(para);
	classify(s);
}

/* ---- lists */

static void read_level(struct odt_level *l, const struct mk *n)
{
	l->format = mk_is(n, "text:list-level-style-number") || mk_is(n, "text:outline-level-style")
		? mk_get(n, "style:num-format")
		: NULL;
	l->prefix = mk_get(n, "style:num-prefix");
	l->suffix = mk_get(n, "style:num-suffix");
	l->bullet = mk_is(n, "text:list-level-style-bullet") ? mk_get(n, "text:bullet-char") : NULL;
	l->shows = mk_int(n, "text:display-levels", 1);
	l->start = mk_int(n, "text:start-value", 1);
}

static void read_list(struct odt_list *l, const struct mk *at)
{
	l->name = mk_get(at, "style:name");
	for (const struct mk *n = at->first; n; n = n->next) {
		int level = mk_int(n, "text:level", 0);
		if (n->name && level >= 1 && level <= ODT_LEVELS)
			read_level(&l->levels[level - 1], n);
	}
}

struct odt_list *odt_list(struct odt *d, const char *name)
{
	return imp_index_get(&d->lists.by_name, NULL, name);
}

static void put_number(struct buf *b, int n, const char *format)
{
	char roman[ROMAN_ROOM];
	if ((*format == 'a' || *format == 'A') && n > 0) {
		for (int i = 0; i <= (n - 1) / 26 && i < 8; i++)
			buf_chr(b, (char)(*format + (n - 1) % 26));
	} else if ((*format == 'i' || *format == 'I') && n > 0 && n < 4000) {
		roman_put(roman, (unsigned)n, *format == 'I');
		buf_str(b, roman);
	} else {
		buf_int(b, n);
	}
}

const char *odt_label(struct odt *d, struct odt_list *l, int level, int start)
{
	struct buf b = {0};
	int i = level < 1 ? 0 : level > ODT_LEVELS ? ODT_LEVELS - 1 : level - 1;
	const struct odt_level *at = &l->levels[i];
	if (start > 0 || !l->begun[i])
		l->count[i] = start > 0 ? start : at->start;
	else if (l->count[i] < 100000)
		l->count[i]++;
	l->begun[i] = true;
	for (int k = i + 1; k < ODT_LEVELS; k++)
		l->begun[k] = false;
	if (at->bullet)
		return at->bullet;
	if (!at->format || !*at->format)
		return NULL;
	if (at->prefix)
		buf_str(&b, at->prefix);
	int from = i + 1 - at->shows < 0 ? 0 : i + 1 - at->shows;
	for (int k = from; k <= i; k++) {
		const char *format = l->levels[k].format;
		if (!format || !*format)
			continue;
		put_number(&b, l->begun[k] ? l->count[k] : l->levels[k].start, format);
		if (k < i)
			buf_chr(&b, '.');
	}
	if (at->suffix)
		buf_str(&b, at->suffix);
	return buf_take(&b, d->m);
}

/* ---- all of a part */

void odt_styles_read(struct odt *d, const struct mk *root)
{
	for (const struct mk *n = root; n; n = mk_after(n, root))
		if (mk_is(n, "style:style")) {
			read_style(d, n);
		} else if (mk_is(n, "text:list-style")) {
			MEM_ROOM_IN(d->m, d->lists.at, d->lists.n, d->lists.cap);
			d->lists.at[d->lists.n] = (struct odt_list){0};
			read_list(&d->lists.at[d->lists.n++], n);
		} else if (mk_is(n, "text:outline-style")) {
			read_list(&d->lists.outline, n);
		} else if (mk_is(n, "office:body")) {
			return;
		}
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static struct odt_style *find(const struct odt *d, const char *family, const char *name)
{
	struct odt_style *s = imp_index_get(&d->styles.by_name, NULL, name);
	while (s && !same(s->family, family))
		s = s->before;
	return s;
}

/* "P12": as programs name what only one paragraph has. */
static bool is_automatic(const char *name)
{
	const size_t n = strlen(name);
	return n > 1 && *name >= 'A' && *name <= 'Z' && strspn(name + 1, "0123456789") == n - 1;
}

static void inherit(struct odt_style *s)
{
	unsigned marks = s->marks, decided = s->marks | s->unmarks;
	int steps = 0;
	for (const struct odt_style *b = s->based; b && steps < CHAIN; b = b->based, steps++) {
		s->outline = s->outline ? s->outline : b->outline;
		s->list = s->list ? s->list : b->list;
		s->size = s->size > 0 ? s->size : b->size;
		s->quote |= b->quote;
		s->code |= b->code;
		s->caption |= b->caption;
		s->contents |= b->contents;
		s->shaded |= b->shaded;
		marks |= b->marks & ~decided;
		decided |= b->marks | b->unmarks;
	}
	s->marks = marks;
	s->unmarks = decided & ~marks;
	if (s->based && is_automatic(s->name))
		s->shown = s->based->shown;                    /* an automatic one has no name of its own */
}

/* The last one of a name counts: automatic ones were read last. Of lists the first. */
static void name_all(struct odt *d)
{
	for (size_t i = 0; i < d->styles.n; i++) {
		struct odt_style *s = &d->styles.at[i];
		void **last = imp_index_slot(d->m, &d->styles.by_name, NULL, s->name);
		s->before = *last;
		*last = s;
	}
	for (size_t i = 0; i < d->lists.n; i++)
		if (d->lists.at[i].name)
			imp_index_put(d->m, &d->lists.by_name, NULL, d->lists.at[i].name, &d->lists.at[i]);
}

void odt_styles_connect(struct odt *d)
{
	name_all(d);
	for (size_t i = 0; i < d->styles.n; i++) {
		struct odt_style *s = &d->styles.at[i], *b = find(d, s->family, s->based_name);
		int steps = 0;
		const struct odt_style *up = b;
		while (up && up != s && steps++ < CHAIN)
			up = up->based;
		s->based = up ? NULL : b;
	}
	for (size_t i = 0; i < d->styles.n; i++)
		inherit(&d->styles.at[i]);
}

const struct odt_style *odt_style(const struct odt *d, const char *family, const char *name)
{
	static const struct odt_style none = {.name = "", .shown = ""};
	const struct odt_style *s = find(d, family, name);
	return s ? s : &none;
}
