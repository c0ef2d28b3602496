/* stand.c: a Fortschreibung by itself: is it decided, and does what goes say why. */
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
