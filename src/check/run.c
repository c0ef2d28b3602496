/* run.c: one walk for the lists, one for the texts, then the rules that need the whole document. */
#include <stdlib.h>
#include <string.h>

#include "check/rule.h"

const struct diag_code chk_codes[] = {
#define RULE(code, sev, doc, text, on, title, words) {#code, DIAG_##sev, title, words},
#include "check/rules.def"
	{0},
};

const struct chk_row chk_rows[RULE_MAX] = {
#define RULE(code, sev, doc, text, on, title, words) [RULE_##code] = {doc, text, on},
#include "check/rules.def"
};

/* All elements by kind; one walk, the texts themselves left out. */
static void gather(struct chk *c)
{
	const struct doc_node *root = c->doc->root, **all = NULL;
	size_t n = 0, cap = 0;
	for (const struct doc_node *p = root; p; p = doc_walk(root, p)) {
		if (p->kind == DOC_TEXT)
			continue;
		if (n == cap) {
			cap = cap ? cap * 2 : 1024;
			all = mem_realloc(all, cap * sizeof *all);
		}
		all[n++] = p;
		c->kind[p->kind].n++;
	}
	const struct doc_node **place = MEM_ARRAY(c->mem, const struct doc_node *, n);
	for (int k = 1; k < DOC_KIND_MAX; k++) {
		c->kind[k].at = place;
		place += c->kind[k].n;
		c->kind[k].n = 0;
	}
	for (size_t i = 0; i < n; i++)
		c->kind[all[i]->kind].at[c->kind[all[i]->kind].n++] = all[i];
	free(all);
}

/* Rules that miss something: while a chapter could not be read, what they miss may stand there. */
static bool misses(int rule)
{
	switch (rule) {
	case RULE_VERWEIS:
	case RULE_UNERWAEHNT:
	case RULE_UNBENUTZT:
	case RULE_ABKUERZUNG:
	case RULE_MASSNAHME:
	case RULE_ABWEICHUNG:
		return true;
	default:
		return false;
	}
}

void chk_run(const struct doc *doc, const struct style *style, struct diag *d)
{
	if (!doc || !doc->root)
		return;
	struct chk c = {.doc = doc, .style = style, .diag = d, .mem = mem_new()};
	gather(&c);
	c.stand = doc_stand(doc);
	c.waehrung = chk_town(&c, "waehrung", NULL);
	c.prozent = chk_town(&c, "prozent", NULL);
	c.geschlecht = strcmp(chk_town(&c, "geschlecht", "frei"), "paar") ? -1 : 1;
	chk_deviations_find(&c);
	chk_names_prepare(&c);
	chk_abk_prepare(&c);
	chk_texts(&c);
	for (int r = 0; r < RULE_MAX; r++)
		if (chk_rows[r].doc && !(doc->incomplete && misses(r)))
			chk_rows[r].doc(&c);
	chk_report(&c);
	chk_names_free(&c);
	chk_abk_free(&c);
	mem_free(c.mem);
}
