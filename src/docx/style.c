/* style.c: paragraph styles. Those a word processor knows by itself keep the names it shows in its own language (Word
 * writes "heading 1" and shows "Überschrift 1"); the town's others have German names. */
#include <string.h>

#include "docx/item.h"

static const struct {
	const char *id, *name, *german;
} builtins[DOX_BUILTIN_MAX] = {
	[DOX_BODY] = {"Textkrper", "Body Text", "Textkörper"},
	[DOX_HEADING] = {"berschrift%d", "heading %d", "Überschrift %d"},
	[DOX_HEADING_BARE] = {"berschrift%dohne", "Überschrift %d ohne Verzeichnis", "Überschrift %d ohne Verzeichnis"},
	[DOX_TITLE] = {"Titel", "Title", "Titel"},
	[DOX_SUBTITLE] = {"Untertitel", "Subtitle", "Untertitel"},
	[DOX_CONTENTS] = {"Verzeichnis%d", "toc %d", "Verzeichnis %d"},
	[DOX_CONTENTS_HEAD] = {"Inhaltsverzeichnisberschrift", "TOC Heading", "Verzeichnistitel"},
	[DOX_CAPTION] = {"Beschriftung", "caption", "Beschriftung"},
	[DOX_NOTE_TEXT] = {"Funotentext", "footnote text", "Fußnotentext"},
	[DOX_BULLET] = {"Aufzhlungszeichen%d", "List Bullet %d", "Aufzählung %d"},
	[DOX_NUMBER] = {"Listennummer%d", "List Number %d", "Listennummer %d"},
	[DOX_CONTINUE] = {"Listenfortsetzung%d", "List Continue %d", "Listenfortsetzung %d"},
	[DOX_QUOTE] = {"Zitat", "Quote", "Zitat"},
	[DOX_CODE] = {"HTMLVorformatiert", "HTML Preformatted", "Quelltext"},
	[DOX_HEADER] = {"Kopfzeile", "header", "Kopfzeile"},
	[DOX_FOOTER] = {"Fuzeile", "footer", "Fußzeile"},
};

/* What the town's styles are called where a word processor has no name for them. */
static const struct {
	const char *name, *shown;
} german[] = {
	{"bildtitel", "Bildtitel"},
	{"gruppe", "Tabellengruppe"},
	{"klein", "Kleiner Text"},
	{"kolumne", "Kolumne"},
	{"leicht", "Leichte Sprache"},
	{"liste", "Angabe"},
	{"marke", "Feldname"},
	{"quelle", "Quellenangabe"},
	{"rand", "Randtitel"},
	{"summe", "Tabellensumme"},
	{"tabelle", "Tabellentext"},
	{"tabkopf", "Tabellenkopf"},
	{"titelangabe", "Titelangabe"},
	{"toptitel", "Tagesordnungspunkt"},
	{"vorlagentitel", "Betreff"},
	{"ziel", "Ziel"},
};

/* The first level of a list has no number in its name. */
static char *levelled(struct mem *m, const char *pattern, int level, bool list)
{
	const char *at = strstr(pattern, "%d");
	if (!at)
		return mem_dup(m, pattern);
	if (list && level < 2) {
		size_t n = (size_t)(at - pattern);
		while (n && pattern[n - 1] == ' ')
			n--;
		return mem_str(m, pattern, n);
	}
	return mem_fmt(m, "%.*s%d%s", (int)(at - pattern), pattern, level, at + 2);
}

/* "leicht-ar": letters and digits, for ids; for names a capital and blanks. */
static char *ascii(struct mem *m, const char *s)
{
	struct buf b = {0};
	for (; *s; s++)
		if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9'))
			buf_chr(&b, *s);
	return buf_take(&b, m);
}

static char *title(struct mem *m, const char *name)
{
	for (size_t i = 0; i < sizeof german / sizeof *german; i++)
		if (!strcmp(german[i].name, name))
			return mem_dup(m, german[i].shown);
	char *s = mem_dup(m, name);
	if (*s >= 'a' && *s <= 'z')
		*s = (char)(*s - 'a' + 'A');
	for (char *p = s; *p; p++)
		*p = *p == '-' ? ' ' : *p;
	return s;
}

static bool is_list(enum dox_builtin b)
{
	return b == DOX_BULLET || b == DOX_NUMBER || b == DOX_CONTINUE;
}

static struct dox_style *new_style(struct dox *d, enum dox_builtin builtin, int level, const struct sty_para *look)
{
	struct dox_style *s = MEM_NEW(d->mem, struct dox_style);
	*s = (struct dox_style){.builtin = builtin, .level = level, .look = look};
	MEM_ROOM_IN(d->mem, d->styles, d->nstyles, d->capstyles);
	d->styles[d->nstyles++] = s;
	return s;
}

static void name_own(struct mem *m, struct dox_style *s)
{
	const char *name = s->look ? s->look->name : "text";
	s->id = mem_fmt(m, "Ort%s", ascii(m, name));
	s->name = title(m, name);
}

/* One of another look than the first that was called so is a kind of it. */
static void name_kind(struct mem *m, struct dox_style *s, const struct dox_style *base)
{
	const char *look = s->look ? s->look->name : "text";
	s->base = base;
	s->id = mem_fmt(m, "%s%s", base->id, ascii(m, look));
	const char *of = levelled(m, builtins[s->builtin].german, s->level, is_list(s->builtin));
	s->name = mem_fmt(m, "%s (%s)", of, title(m, look));
}

static void name_builtin(struct mem *m, struct dox_style *s)
{
	const bool list = is_list(s->builtin);
	s->id = levelled(m, builtins[s->builtin].id, s->level, list);
	s->name = levelled(m, builtins[s->builtin].name, s->level, list);
}

/* Two looks of one name, on paper and on slides: the second says so. */
static void name_apart(struct dox *d, struct dox_style *s)
{
	int n = 1;
	for (size_t i = 0; i + 1 < d->nstyles; i++)
		if (d->styles[i]->look && s->look && !strcmp(d->styles[i]->look->name, s->look->name))
			n += d->styles[i]->builtin == s->builtin && d->styles[i]->level == s->level;
	if (n < 2 || (s->base && n < 3))
		return;
	s->id = mem_fmt(d->mem, "%s%d", s->id, n);
	s->name = mem_fmt(d->mem, "%s %d", s->name, n);
}

const struct dox_style *dox_style(struct dox *d, enum dox_builtin builtin, int level, const struct sty_para *look)
{
	const struct dox_style *base = NULL;
	const int most = is_list(builtin) ? 5 : 6;
	level = level > most ? most : is_list(builtin) && level < 1 ? 1 : level;
	for (size_t i = 0; i < d->nstyles; i++) {
		const struct dox_style *s = d->styles[i];
		if (s->builtin != builtin || s->level != level)
			continue;
		if (s->look == look)
			return s;
		base = base ? base : s;
	}
	/* what it is a kind of comes before it */
	const struct dox_style *heading =
		builtin == DOX_HEADING_BARE && !base ? dox_style(d, DOX_HEADING, level, look) : NULL;
	struct dox_style *s = new_style(d, builtin, level, look);
	if (builtin == DOX_OWN)
		name_own(d->mem, s);
	else if (base)
		name_kind(d->mem, s, base);
	else
		name_builtin(d->mem, s);
	name_apart(d, s);
	if (heading)
		s->base = heading->base ? heading->base : heading;
	return s;
}

const char *dox_language(struct mem *m, const char *lang)
{
	static const char *const rows[][2] = {{"ar", "ar-SA"}, {"bg", "bg-BG"}, {"ckb", "ku-Arab-IQ"}, {"de", "de-DE"},
		{"el", "el-GR"}, {"en", "en-GB"}, {"es", "es-ES"}, {"fa", "fa-IR"}, {"fr", "fr-FR"}, {"he", "he-IL"},
		{"it", "it-IT"}, {"nl", "nl-NL"}, {"pl", "pl-PL"}, {"ro", "ro-RO"}, {"ru", "ru-RU"},
		{"sr", "sr-Latn-RS"}, {"tr", "tr-TR"}, {"uk", "uk-UA"}, {"ur", "ur-PK"}};
	if (!lang || !*lang)
		return "de-DE";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i][0], lang))
			return rows[i][1];
	return mem_dup(m, lang);
}
