/* abweichung.c: a deviation that covers nothing, or names no rule. */
#include <string.h>

#include "check/deviation.h"
#include "check/rule.h"

static bool is_rule(const char *code)
{
	for (const struct diag_code *r = chk_codes; r->code; r++)
		if (!strcmp(r->code, code))
			return r != &chk_codes[RULE_ABWEICHUNG];
	return false;
}

/* A rule that was not asked for in this run. */
static bool asleep(const struct chk *c, const char *code)
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

void chk_abweichung(struct chk *c)
{
	const struct chk_deviations *t = c->deviations;
	for (size_t i = 0; i < t->n; i++) {
		const struct chk_deviation *v = &t->all[i];
		if (!is_rule(v->code))
			chk_tell_as(c, RULE_ABWEICHUNG, DIAG_FEHLER, v->node,
				"Von „%s“ lässt sich nicht abweichen: so heißt keine Prüfregel; "
				"erwartet wird ein Code aus einer Meldung, "
				"zum Beispiel SUMME, bitte code=\"…\" berichtigen",
				v->code);
		else if (!v->hits && !asleep(c, v->code))
			chk_tell(c, RULE_ABWEICHUNG, v->node,
				"Die Abweichung „%s“ trifft auf nichts zu: in <%s> meldet diese Regel nichts; "
				"bitte die Abweichung entfernen oder dorthin setzen, wo sie gilt",
				v->code, v->node->parent ? doc_kind_name(v->node->parent->kind) : "");
	}
}
