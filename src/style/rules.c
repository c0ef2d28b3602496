/* rules.c: regeln.xml: the town's rules and how severe it finds each message. */
#include <string.h>

#include "style/attrs.h"

static void load_rule(struct sty_load *l, const struct src_elem *e)
{
	const char *name = sty_get(e, "name"), *value = sty_get(e, "wert"), *names[64] = {0};
	if (!name || !value || e->nattrs != 2) {
		diag_error(l->d, "VORLAGE-FEHLT", e->file, e->line,
			"<regel> hat genau die Attribute name und wert; bitte berichtigen");
		return;
	}
	const struct sty_rule_row *r = sty_rules;
	while (r->name && strcmp(r->name, name))
		r++;
	for (int i = 0; sty_rules[i].name && i < 63; i++)
		names[i] = sty_rules[i].name;
	int64_t n;
	if (!r->name)
		sty_unknown(l, e, "Regel", name, names);
	else if (r->kind == STY_RULE_NUMBER && !sty_parse_int(value, 0, 1000000, &n))
		sty_bad(l, e, name, value, "eine ganze Zahl");
	else if (r->kind == STY_RULE_DAYS && strcmp(value, "unbekannt") && !sty_parse_int(value, 0, 366, &n))
		sty_bad(l, e, name, value, "eine ganze Zahl oder unbekannt");
	else if (r->kind == STY_RULE_CHOICE && !sty_chosen(r->choices, value))
		sty_bad(l, e, name, value, sty_spoken(l, r->choices));
	l->s->names->rules[l->s->names->nrules++] = (struct sty_pair){name, value, e->line};
}

static void load_severity(struct sty_load *l, const struct src_elem *e)
{
	const char *code = sty_get(e, "code"), *level = sty_get(e, "stufe");
	if (!code || !level || e->nattrs != 2)
		diag_error(l->d, "VORLAGE-FEHLT", e->file, e->line,
			"<schwere> hat genau die Attribute code und stufe; bitte berichtigen");
	else if (!sty_chosen("fehler|warnung|aus", level))
		sty_bad(l, e, "stufe", level, "fehler, warnung oder aus");
	else
		l->s->names->severities[l->s->names->nseverities++] = (struct sty_pair){code, level, e->line};
}

void sty_load_rules(struct sty_load *l, const struct src_elem *root)
{
	static const char *const all[] = {"regel", "schwere", NULL};
	struct style_names *n = l->s->names;
	n->rules = MEM_ARRAY(l->s->mem, struct sty_pair, sty_count(root, "regel") + 1);
	n->severities = MEM_ARRAY(l->s->mem, struct sty_pair, sty_count(root, "schwere") + 1);
	for (const struct src_elem *e = root->first; e; e = e->next)
		if (!strcmp(e->name, "regel"))
			load_rule(l, e);
		else if (!strcmp(e->name, "schwere"))
			load_severity(l, e);
		else
			sty_unknown(l, e, "Element", e->name, all);
}
