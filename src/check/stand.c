/* stand.c: a Fortschreibung by itself: is it decided, and does what goes say why. */
#include "check/rule.h"

void chk_unentschieden(struct chk *c)
{
	size_t n;
	if (!doc_offen(c->doc))
		return;
	doc_punkte(c->doc, &n);
	chk_tell(c, RULE_UNENTSCHIEDEN, c->doc->root,
		"Von %zu Punkten der Fortschreibung sind %zu offen; bis dahin wird die Ausgabe als Entwurf gesetzt. "
		"Die offenen nennt „ratssatz stand“",
		n, doc_offen(c->doc));
}

void chk_status(struct chk *c)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		if (m[i].status == DOC_S_ENTFALLEN && !m[i].grund)
			chk_tell(c, RULE_STATUS, m[i].node,
				"Die Maßnahme entfällt, aber nichts sagt warum; erwartet wird grund=\"…\", bitte "
				"ergänzen");
}

bool chk_asleep(const struct chk *c, const char *code)
{
	static const enum chk_rule beside[] = {RULE_WEGGEFALLEN, RULE_KENNUNG, RULE_KOSTENSPRUNG, RULE_FRISTVORBEI,
		RULE_KENNZAHLALT, RULE_ZEITWORT, RULE_JAHRVORBEI, RULE_WERTALT};
	if (!strcmp(code, chk_codes[RULE_RECHTSCHREIBUNG].code))
		return !c->context->spell;
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
		if (!strcmp(code, chk_codes[beside[i]].code))
			return !c->context->ngegen;
	return false;
}
