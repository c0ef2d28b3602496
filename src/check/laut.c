/* laut.c: <laut feld="…">: what an original says of a field, in its own words, against what holds here. The field is
 * one of the Massnahme it stands in, the title of the part, or the id of a Kennzahl. */
#include <string.h>

#include "check/rule.h"
#include "check/told.h"

static const struct doc_node *part_around(const struct doc_node *n)
{
	for (n = n->parent; n && doc_kind_class(n->kind) != DOC_CLASS_PART; n = n->parent)
		;
	return n;
}

static void told_of_massnahme(struct chk *c, const struct doc_node *n, const struct doc_massnahme *m, const char *field,
	const char *told)
{
	bool both = !strcmp(field, "zusammenfassung");
	if (both || !strcmp(field, "zeitbedarf"))
		chk_zeitbedarf_told(c, m, n, told);
	if (both || !strcmp(field, "kosten"))
		chk_kosten_told(c, m, n, told);
}

/* "kosten" in a Massnahme, "titel" in a part */
static bool known_here(const char *field, const struct doc_massnahme *m, const struct doc_node *part)
{
	if (!strcmp(field, "titel"))
		return part != NULL;
	return m && (!strcmp(field, "zusammenfassung") || !strcmp(field, "zeitbedarf") || !strcmp(field, "kosten"));
}

/* A number against the value; without one, what the figure is called. */
static void told_of_figure(struct chk *c, const struct doc_node *n, const struct doc_kennzahl *k, const char *told)
{
	const char *name = doc_get(k->node, DOC_A_NAME);
	if (told[strcspn(told, "0123456789")])
		chk_wert_told(c, n, k, told);
	else if (!name || !strstr(name, told))
		chk_tell(c, RULE_LAUTWERT, n,
			"Im Original heißt es „%s“, die Kennzahl „%s“ heißt „%s“; "
			"bitte den Namen berichtigen oder die Abweichung begründen",
			told, k->id, name ? name : k->id);
}

void chk_laut(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_LAUT].n; i++) {
		const struct doc_node *n = c->kind[DOC_LAUT].at[i], *up = doc_up(n, DOC_MASSNAHME),
				      *part = part_around(n);
		const char *field = doc_get(n, DOC_A_FELD), *told = chk_str(c, n);
		const struct doc_massnahme *m = up ? doc_massnahme(c->doc, up) : NULL;
		const struct doc_kennzahl *k = field ? doc_kennzahl(c->doc, field) : NULL;
		if (!field)
			continue;
		if (k)
			told_of_figure(c, n, k, told);
		else if (!known_here(field, m, part))
			chk_tell(c, RULE_LAUT, n,
				"<laut feld=\"%s\"> lässt sich hier mit nichts vergleichen; "
				"erwartet wird in einer Maßnahme zusammenfassung, zeitbedarf oder kosten, "
				"in einem Teil titel, sonst die id einer Kennzahl; bitte berichtigen",
				field);
		else if (!strcmp(field, "titel"))
			chk_titel_told(c, n, part, told);
		else
			told_of_massnahme(c, n, m, field, told);
	}
}
