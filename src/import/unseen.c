/* unseen.c: which elements and attributes hold words that no page shows. */
#include "import/unseen.h"

#include <string.h>

#include "import/bag.h"
#include "import/index.h"
#include "import/net.h"

enum { FORM_HINT, FORM_DEFAULT, FORM_CHOICE, CONTROL, PROPERTY, VARIABLE, FIELD_HINT, HIDDEN_FIELD, CELL_CHOICE,
	CELL_HINT, HINT, READ_OUT, FRAME, COMMENT, KINDS };

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
};

static const struct place {
	const char *element, *attr;                    /* attr NULL: its text; element NULL: whichever has it */
	int kind;
} places[] = {                                         /* those of one element stand together */
	{"w:helpText", "w:val", FORM_HINT}, {"w:statusText", "w:val", FORM_HINT}, {"w:default", "w:val", FORM_DEFAULT},
	{"w:listEntry", "w:val", FORM_CHOICE}, {"w:listItem", "w:displayText", FORM_CHOICE},
	{"w:alias", "w:val", CONTROL},
	{"dc:description", NULL, PROPERTY}, {"dc:subject", NULL, PROPERTY}, {"cp:keywords", NULL, PROPERTY},
	{"cp:category", NULL, PROPERTY}, {"meta:keyword", NULL, PROPERTY}, {"meta:user-defined", NULL, PROPERTY},
	{"?:property", NULL, PROPERTY},
	{NULL, "form:value", FORM_DEFAULT}, {NULL, "form:current-value", FORM_DEFAULT},
	{NULL, "form:label", FORM_CHOICE}, {NULL, "form:title", FORM_HINT},
	{"text:variable-set", "office:string-value", VARIABLE},
	{"text:user-field-decl", "office:string-value", VARIABLE},
	{"text:text-input", "text:description", FIELD_HINT}, {"text:placeholder", "text:description", FIELD_HINT},
	{"text:label", "text:value", FORM_CHOICE}, {NULL, "text:string-value", HIDDEN_FIELD},
	{NULL, "text:string-value-if-true", HIDDEN_FIELD}, {NULL, "text:string-value-if-false", HIDDEN_FIELD},
	{"table:content-validation", "table:condition", CELL_CHOICE}, {"table:help-message", NULL, CELL_HINT},
	{"table:error-message", NULL, CELL_HINT},
	{"x:dataValidation", "prompt", CELL_HINT},
	{"x:dataValidation", "error", CELL_HINT},
	{"x:formula1", NULL, CELL_CHOICE},
	{NULL, "title", HINT}, {NULL, "placeholder", FORM_HINT}, {NULL, "aria-label", READ_OUT},
	{NULL, "srcdoc", FRAME},
	{"meta", "content", PROPERTY}, {NULL, "!--", COMMENT},
};

/* "false", "12.0000": a program's, about itself. */
static bool is_setting(const char *value)
{
	return !strcmp(value, "true") || !strcmp(value, "false") || !value[strspn(value, "0123456789.,:-TZ \n\t")];
}

/* Of what programs keep in the same places: a setting, a formula, the name of what made the file. */
static bool is_said(const struct mk *n, const struct place *p, const char *value)
{
	const char *name = mk_get(n, "name");
	if (!bag_count(value))
		return false;
	if (p->kind == COMMENT)
		return strncmp(value, "[if", 3) != 0 && !strstr(value, "Fragment");    /* of a clipboard */
	if (mk_is(n, "w:default"))
		return mk_is(n->parent, "w:textInput");
	if (mk_is(n, "meta"))
		return name && (!strcmp(name, "description") || !strcmp(name, "keywords"));
	if (mk_is(n, "meta:user-defined") || mk_is(n, "?:property")) {
		name = name ? name : mk_get(n, "meta:name");
		return name && strcmp(name, "Quelle") != 0 && !is_setting(value);
	}
	return p->kind != CELL_CHOICE || strchr(value, '"');
}

struct told { const char **at; size_t n, cap; };

static void look_at(struct imp_flow *f, struct told *told, const struct mk *n, const struct place *p)
{
	const char *value = p->attr ? mk_get(n, p->attr) : mk_text(f->mem, n);
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
			look_at(f, told, n, own);
		for (const struct mk_attr *a = n->attrs; a; a = a->next)
			if ((own = imp_index_get(&x, NULL, a->name)) && !own->element)
				look_at(f, told, n, own);
	}
	for (int i = 0; i < KINDS; i++)
		imp_net_tell(f, kinds[i], told[i].at, told[i].n);
}
