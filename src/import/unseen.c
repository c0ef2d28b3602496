/* unseen.c: which elements and attributes hold words that no page shows. */
#include "import/unseen.h"

#include <string.h>
#include <strings.h>

#include "import/bag.h"
#include "import/index.h"
#include "import/net.h"

enum { FORM_HINT, FORM_DEFAULT, FORM_CHOICE, CONTROL, PROPERTY, VARIABLE, FIELD_HINT, HIDDEN_FIELD, CELL_CHOICE,
	CELL_HINT, HINT, READ_OUT, FRAME, COMMENT, ALT, SOURCE, RANGE, SCRIPT, STYLED,
	FIELD_CODE, INDEX, KINDS };

static const char *const kinds[KINDS] = {
	[FORM_HINT] = "Hinweis zu einem Formularfeld",
	[FORM_DEFAULT] = "Vorgabe eines Formularfelds",
	[FORM_CHOICE] = "Auswahl eines Formularfelds",
	[CONTROL] = "Name eines Steuerelements",
	[PROPERTY] = "Eigenschaft der Datei",
	[VARIABLE] = "Wert einer Variablen, die nirgends gezeigt wird",
	[FIELD_HINT] = "Hinweis zu einem Feld",
	[HIDDEN_FIELD] = "Text eines Feldes, den es gerade nicht zeigt",
	[CELL_CHOICE] = "Auswahl einer Zelle",
	[CELL_HINT] = "Hinweis zu einer Zelle",
	[HINT] = "Hinweis, der sich beim Überfahren zeigt",
	[READ_OUT] = "Beschriftung, die nur vorgelesen wird",
	[FRAME] = "Seite in der Seite",
	[COMMENT] = "Kommentar im Quelltext",
	[ALT] = "Alternativtext, der nirgends steht",
	[SOURCE] = "Angabe zu einer Quelle, die der Text nicht zeigt",
	[RANGE] = "Name eines Bereichs",
	[SCRIPT] = "Skript, nicht ausgeführt",
	[FIELD_CODE] = "Text in der Anweisung eines Feldes, den niemand sieht",
	[INDEX] = "Eintrag eines Verzeichnisses",
	[STYLED] = "Text, den eine Formatvorlage vor oder hinter anderen setzt",
};

static const struct place {
	const char *element, *attr;                    /* attr NULL: its text; element NULL: whichever has it */
	int kind;
} places[] = {                                         /* those of one element stand together */
	{"w:helpText", "w:val", FORM_HINT}, {"w:statusText", "w:val", FORM_HINT}, {"w:default", "w:val", FORM_DEFAULT},
	{"w:listEntry", "w:val", FORM_CHOICE}, {"w:listItem", "w:displayText", FORM_CHOICE},
	{"w:listItem", "w:value", FORM_CHOICE}, {"w:alias", "w:val", CONTROL}, {"w:tag", "w:val", CONTROL},
	{"w:tblCaption", "w:val", ALT}, {"w:tblDescription", "w:val", ALT}, {NULL, "descr", ALT},
	{NULL, "tooltip", HINT}, {NULL, "w:tooltip", HINT}, {"w:docVar", "w:val", VARIABLE},
	{"cp:contentStatus", NULL, PROPERTY}, {"cp:lastModifiedBy", NULL, PROPERTY},
	{"?:Company", NULL, PROPERTY}, {"?:Manager", NULL, PROPERTY},
	{"?:Title", NULL, SOURCE}, {"?:Last", NULL, SOURCE}, {"?:First", NULL, SOURCE}, {"?:Corporate", NULL, SOURCE},
	{"?:Publisher", NULL, SOURCE}, {"?:City", NULL, SOURCE}, {"?:Year", NULL, SOURCE},
	{"?:JournalName", NULL, SOURCE}, {"?:BookTitle", NULL, SOURCE},
	{"text:bibliography-mark", "text:identifier", SOURCE}, {"text:bibliography-mark", "text:author", SOURCE},
	{"text:bibliography-mark", "text:title", SOURCE}, {"text:bibliography-mark", "text:publisher", SOURCE},
	{"text:bibliography-mark", "text:year", SOURCE}, {"text:bibliography-mark", "text:note", SOURCE},
	{"meta:initial-creator", NULL, PROPERTY}, {"meta:printed-by", NULL, PROPERTY}, {NULL, "office:title", HINT},
	{"text:a", "office:name", HINT},
	{"table:named-range", "table:name", RANGE}, {"x:definedName", "name", RANGE},
	{"x:hyperlink", "display", HINT},
	{"dc:description", NULL, PROPERTY}, {"dc:subject", NULL, PROPERTY}, {"cp:keywords", NULL, PROPERTY},
	{"cp:category", NULL, PROPERTY}, {"meta:keyword", NULL, PROPERTY}, {"meta:user-defined", NULL, PROPERTY},
	{"?:property", NULL, PROPERTY},
	{NULL, "form:value", FORM_DEFAULT}, {NULL, "form:current-value", FORM_DEFAULT},
	{NULL, "form:label", FORM_CHOICE}, {NULL, "form:title", FORM_HINT},
	{"text:variable-set", "office:string-value", VARIABLE},
	{"text:user-field-decl", "office:string-value", VARIABLE},
	{"text:text-input", "text:description", FIELD_HINT}, {"text:placeholder", "text:description", FIELD_HINT},
	{"text:label", "text:value", FORM_CHOICE},
	{"loext:list-item", "loext:display-text", FORM_CHOICE},
	{"loext:list-item", "loext:value", FORM_CHOICE}, {"field:param", "field:value", FIELD_CODE},
	{"text:alphabetical-index-mark", "text:key1", INDEX}, {"text:alphabetical-index-mark", "text:key2", INDEX},
	{NULL, "text:string-value", HIDDEN_FIELD},
	{NULL, "text:string-value-if-true", HIDDEN_FIELD}, {NULL, "text:string-value-if-false", HIDDEN_FIELD},
	{"table:content-validation", "table:condition", CELL_CHOICE}, {"table:help-message", NULL, CELL_HINT},
	{"table:error-message", NULL, CELL_HINT},
	{"x:dataValidation", "prompt", CELL_HINT},
	{"x:dataValidation", "error", CELL_HINT},
	{"x:formula1", NULL, CELL_CHOICE},
	{NULL, "title", HINT}, {NULL, "placeholder", FORM_HINT}, {NULL, "aria-label", READ_OUT},
	{NULL, "srcdoc", FRAME}, {NULL, "summary", READ_OUT}, {"th", "abbr", READ_OUT}, {"td", "abbr", READ_OUT},
	{"optgroup", "label", FORM_CHOICE}, {"option", "label", FORM_CHOICE}, {"option", "value", FORM_CHOICE},
	{"track", "label", HINT}, {"input", "value", FORM_DEFAULT}, {NULL, "alt", ALT},
	{"button", "value", FORM_DEFAULT}, {"script", NULL, SCRIPT}, {"style", NULL, STYLED},
	{"meta", "content", PROPERTY}, {NULL, "!--", COMMENT},
};

/* "false", "12.0000": a program's, about itself. */
static bool is_setting(const char *value)
{
	return !strcmp(value, "true") || !strcmp(value, "false") || !value[strspn(value, "0123456789.,:-TZ \n\t")];
}

/* "bild.png": what programs say where nobody said anything. */
static bool is_picture_name(const char *s)
{
	static const char *const ends[] = {".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".svg", ".tif", ".tiff",
		".bmp"};
	const size_t n = strlen(s);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (n > strlen(ends[i]) && !strcasecmp(s + n - strlen(ends[i]), ends[i]))
			return true;
	return false;
}

/* Names of what a page says of itself, also to networks. */
static bool is_about(const char *name)
{
	static const char *const names[] = {"description", "keywords", "og:title", "og:description",
		"twitter:title", "twitter:description", "dc.title", "dc.description", "dc.subject", NULL};
	for (const char *const *k = names; name && *k; k++)
		if (!strcasecmp(name, *k))
			return true;
	return false;
}

/* Of what programs keep in the same places: a setting, a formula, the name of what made the file. */
static bool is_said(const struct mk *n, const struct place *p, const char *value)
{
	const char *name = mk_get(n, "name");
	if (!bag_count(value))
		return false;
	if (p->kind == COMMENT)
		return !strstr(value, "Fragment");    /* of a clipboard */
	if (mk_is(n, "w:default"))
		return mk_is(n->parent, "w:textInput");
	if (mk_is(n, "meta"))
		return is_about(name ? name : mk_get(n, "property"));
	if (mk_is(n, "meta:user-defined") || mk_is(n, "?:property")) {
		name = name ? name : mk_get(n, "meta:name");
		return name && strcmp(name, "Quelle") != 0 && !is_setting(value);
	}
	if (p->kind == RANGE)
		return *value != '_';                  /* a program's own */
	if (p->kind == FIELD_CODE)
		return strchr(value, '"') && strncmp(value, "TOC", 3) != 0 && strncmp(value, "ADDIN", 5) != 0;
	if (p->kind == ALT)
		return !is_picture_name(value);
	return p->kind != CELL_CHOICE || strchr(value, '"');
}

struct told { const char **at; size_t n, cap; };

/* The strings of "content:" in rules of CSS, one blank between. */
static const char *contents_of(struct mem *m, const char *css)
{
	struct buf b = {0};
	for (const char *s = css; (s = strstr(s, "content:"));) {
		const char *end = s + strcspn(s, ";}");
		for (s += 8; s < end; s++) {
			const char quote = *s;
			const char *to = quote == '"' || quote == '\'' ? strchr(s + 1, quote) : NULL;
			if (!to)
				continue;
			buf_fmt(&b, "%.*s ", (int)(to - s - 1), s + 1);
			s = to;
			end = end > to ? end : to + strcspn(to, ";}");
		}
	}
	return buf_take(&b, m);
}

/* What Word shows where others do not: the words of a conditional comment, without its settings. */
static const char *shown_by_word(struct mem *m, const char *comment)
{
	const char *html = strchr(comment, '>'), *why, *end = html ? strstr(html, "<![endif") : NULL;
	const size_t n_html = !html ? 0 : end ? (size_t)(end - html) - 1 : strlen(html + 1);
	const struct mk *root = html ? mk_html(m, html + 1, n_html, &why) : NULL;
	struct buf b = {0};
	for (const struct mk *n = root; n; n = mk_after(n, root)) {
		bool setting = false;
		for (const struct mk *up = n; n->text && up && !setting; up = up->parent)
			setting = mk_is(up, "xml") || mk_is(up, "style") || mk_is(up, "script") ||
				(up->name && !strncmp(up->name, "o:", 2));
		if (n->text && !setting)
			buf_fmt(&b, "%s ", n->text);
	}
	return buf_take(&b, m);
}

/* So much of a script that one knows what it is. */
static const char *shortened(struct mem *m, const char *s)
{
	enum { SHOWN = 200 };
	size_t n = strlen(s);
	if (n <= SHOWN)
		return s;
	for (n = SHOWN; n && ((unsigned char)s[n] & 0xC0) == 0x80; n--)
		;
	return mem_fmt(m, "%.*s …", (int)n, s);
}

static const char *value_of(struct imp_flow *f, const struct mk *n, const struct place *p, const char *value)
{
	value = value ? value : p->attr ? mk_get(n, p->attr) : mk_text(f->mem, n);
	if (p->kind == STYLED)
		return contents_of(f->mem, value);
	if (p->kind == COMMENT && value && !strncmp(value, "[if", 3))
		return shown_by_word(f->mem, value);
	return p->kind == SCRIPT ? shortened(f->mem, value) : value;
}

/* value: of the attribute where there may be several so called; NULL else */
static void look_at(struct imp_flow *f, struct told *told, const struct mk *n, const struct place *p,
	const char *value)
{
	value = value_of(f, n, p, value);
	if (!value || !is_said(n, p, value))
		return;
	struct told *to = &told[p->kind];
	MEM_ROOM_IN(f->mem, to->at, to->n, to->cap);
	to->at[to->n++] = value;
}

void imp_unseen(struct imp_flow *f, const struct mk *root)
{
	struct imp_index x = {0};
	struct told told[KINDS] = {{0}};
	const struct place *end = places + sizeof places / sizeof *places;
	for (const struct place *p = places; p < end; p++)
		imp_index_put(f->mem, &x, NULL, p->element ? p->element : p->attr, p);
	for (const struct mk *n = root; n; n = mk_after(n, root)) {
		const struct place *own = imp_index_get(&x, NULL, n->name);
		for (; own && own < end && own->element && mk_is(n, own->element); own++)
			look_at(f, told, n, own, NULL);
		for (const struct mk_attr *a = n->attrs; a; a = a->next)
			if ((own = imp_index_get(&x, NULL, a->name)) && !own->element)
				look_at(f, told, n, own, a->value);
	}
	for (int i = 0; i < KINDS; i++)
		imp_net_tell(f, kinds[i], told[i].at, told[i].n);
}
