/* stand.c: a Fortschreibung by itself: is it decided, and does what goes say why. */
#include <string.h>

#include "check/rule.h"

void chk_unentschieden(struct chk *c)
{
	size_t n;
	if (!doc_offen(c->doc))
		return;
	doc_punkte(c->doc, &n);
	chk_tell(c, RULE_UNENTSCHIEDEN, c->doc->root,
		"Von %zu %s der Fortschreibung %s %zu offen; bis dahin wird die Ausgabe als Entwurf gesetzt. "
		"Die offenen nennt „ratssatz stand“",
		n, n == 1 ? "Punkt" : "Punkten", doc_offen(c->doc) == 1 ? "ist" : "sind", doc_offen(c->doc));
}

/* A day that could not be read was told by source. */
static bool told(struct chk *c, const struct doc_node *at)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(c->diag, &n);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(m[i].code, "FORM") && m[i].line == at->line && m[i].file &&
			!strcmp(m[i].file, doc_path(c->doc, at)))
			return true;
	return false;
}

static void day_missing(struct chk *c, const struct doc_node *n, const char *what, const char *attr)
{
	if (told(c, n))
		return;
	chk_tell(c, RULE_TAGOFFEN, n,
		"%s fehlt; erwartet wird %s, nur ein Entwurf kann das offen lassen; bitte eintragen", what, attr);
}

/* A draft may wait for its day, what is done has one; one that waits says so. */
void chk_tagoffen(struct chk *c)
{
	const struct doc_node *root = c->doc->root, *stand = doc_angabe(c->doc, DOC_STAND);
	bool draft = chk_draft(c);
	if (stand && !doc_get(stand, DOC_A_DATUM) && !(draft && doc_is(stand, DOC_A_OFFEN, "ja")))
		day_missing(c, stand, "Der Stand", "datum=\"JJJJ-MM-TT\"");
	if (root->kind == DOC_VORLAGE && !draft && !doc_get(root, DOC_A_DATUM))
		day_missing(c, root, "Der Tag der Vorlage", "datum=\"JJJJ-MM-TT\"");
	if (root->kind == DOC_SITZUNG && !draft && !doc_get(root, DOC_A_DATUM))
		day_missing(c, root, "Der Tag der Sitzung", "datum=\"JJJJ-MM-TT\"");
	if ((root->kind == DOC_SITZUNG || root->kind == DOC_NIEDERSCHRIFT) && !draft && !doc_get(root, DOC_A_BEGINN))
		day_missing(c, root, "Der Beginn der Sitzung", "beginn=\"SS:MM\"");
}

void chk_status(struct chk *c)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		if (m[i].status == DOC_S_ENTFALLEN && !m[i].grund)
			chk_tell(c, RULE_STATUS, m[i].node,
				"Die Maßnahme entfällt, aber nichts sagt warum; "
				"erwartet wird grund=\"…\", bitte ergänzen");
}
