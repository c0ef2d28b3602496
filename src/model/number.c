/* number.c: levels and numbers of parts, figures, tables and notes. */
#include <string.h>

#include "model/index.h"

enum { DEPTH = 256 };

struct count {
	int part[DEPTH];                               /* parts so far, by level */
	int anhang, figure, table, note, step;
	bool massnahmen;                               /* there are some: tables made of them are not empty */
};

static const char *letters(struct mem *m, int n)
{
	char s[16], *p = s + sizeof s;
	*--p = '\0';
	for (; n > 0; n = (n - 1) / 26)
		*--p = (char)('A' + (n - 1) % 26);
	return mem_dup(m, p);
}

static const char *part_number(struct doc *doc, struct count *c, const struct doc_node *n)
{
	const struct doc_node *up = n->parent;
	bool top = !up || up == doc->root || up->kind == DOC_ERLAEUTERUNGEN;
	switch (n->kind) {
	case DOC_ANHANG:
		c->part[n->level + 1] = 0;
		return letters(doc->mem, ++c->anhang);
	case DOC_KAPITEL:
	case DOC_ABSCHNITT:
	case DOC_HANDLUNGSFELD:
	case DOC_ARBEITSPAKET:
		c->part[n->level + 1] = 0;
		if (top)
			return mem_fmt(doc->mem, "%d", ++c->part[n->level]);
		if (!up->number)
			return NULL;
		return mem_fmt(doc->mem, "%s.%d", up->number, ++c->part[n->level]);
	default:
		return NULL;
	}
}

/* On slides only the steps and the notes are counted: who sees one slide at a time is not led by numbers of figures. */
static const char *slide_number(struct doc *doc, struct count *c, const struct doc_node *n)
{
	if (n->kind == DOC_FUSSNOTE)
		return mem_fmt(doc->mem, "%d", ++c->note);
	return n->kind == DOC_FOLIE && doc_is(n, DOC_A_ART, "schritt") ? mem_fmt(doc->mem, "%d", ++c->step) : NULL;
}

static const char *number(struct doc *doc, struct count *c, const struct doc_node *n)
{
	if (doc->root->kind == DOC_PRAESENTATION)
		return slide_number(doc, c, n);
	if (n->parent && n->parent->kind == DOC_KURZFASSUNG)
		return NULL;                    /* what it counts and how it is called is another language's business */
	if (doc_kind_class(n->kind) == DOC_CLASS_FIGURE)
		return doc_is(n, DOC_A_NUMMERIERT, "nein") ? NULL : mem_fmt(doc->mem, "%d", ++c->figure);
	if (doc_kind_overview(n->kind))
		return c->massnahmen ? mem_fmt(doc->mem, "%d", ++c->table) : NULL;
	switch (n->kind) {
	case DOC_TABELLE:
		return doc_child(n, DOC_TITEL) ? mem_fmt(doc->mem, "%d", ++c->table) : NULL;
	case DOC_FUSSNOTE:
		return mem_fmt(doc->mem, "%d", ++c->note);
	default:
		return part_number(doc, c, n);
	}
}

void doc_number(struct doc *doc)
{
	struct count c = {0};
	uint32_t order = 0;
	for (const struct doc_node *n = doc->root; n && !c.massnahmen; n = doc_walk(doc->root, n))
		c.massnahmen = n->kind == DOC_MASSNAHME;
	for (struct doc_node *n = doc->root; n; n = doc_step(doc->root, n)) {
		n->order = ++order;
		if (doc_kind_class(n->kind) == DOC_CLASS_PART) {
			unsigned up = n->parent ? n->parent->level : 0;
			n->level = (uint8_t)(up + 1 < DEPTH - 1 ? up + 1 : DEPTH - 2);
		}
		n->number = number(doc, &c, n);
	}
}
