/* run.c: the table of rules, and their run: one walk for the lists, one for the texts, then the rules that need the
 * whole document. */
#include <stdlib.h>
#include <string.h>

#include "check/deviation.h"
#include "check/rule.h"
#include "check/words.h"

#define NO_DOC_RULE  NULL
#define NO_TEXT_RULE NULL
static const struct chk_row rows[RULE_MAX] = {
#define RULE(code, sev, doc, text, on, title, words) [RULE_##code] = {doc, text, on},
#include "check/rules.def"
};
static chk_text_screen *const screens[RULE_MAX] = {
#define SCREEN(code, may) [RULE_##code] = may,
#include "check/screens.def"
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

/* Papers and sessions: what their rules share. */
static void prepare_papers(struct chk *c)
{
	c->vorlage = doc_vorlage(c->doc);
	c->sitzung = doc_sitzung(c->doc);
	if (c->vorlage && c->vorlage->datum.year)
		c->stand = c->vorlage->datum;
	if (c->vorlage && c->vorlage->nanlagen)
		c->zitiert = MEM_ARRAY(c->mem, bool, c->vorlage->nanlagen);
}

void chk_run(const struct doc *doc, const struct style *style, const struct chk_context *context, struct diag *d)
{
	static const struct chk_context none = {0};
	if (!doc || !doc->root)
		return;
	struct chk c = {.doc = doc, .style = style, .diag = d, .mem = mem_new(), .context = context ? context : &none};
	struct chk_scan scan = {.kept = c.context->texts};
	gather(&c);
	c.stand = doc_stand(doc);
	prepare_papers(&c);
	c.waehrung = chk_town(&c, "waehrung", NULL);
	c.prozent = chk_town(&c, "prozent", NULL);
	c.geschlecht = strcmp(chk_town(&c, "geschlecht", "frei"), "paar") ? -1 : 1;
	chk_deviations_find(&c);
	chk_names_prepare(&c);
	chk_abk_prepare(&c);
	chk_spelling_prepare(&c);
	for (int r = 0; r < RULE_MAX; r++)
		if (r != RULE_RECHTSCHREIBUNG || c.spelling)
			chk_listen(&scan, rows[r].text, screens[r], rows[r].on);
	chk_texts(&c, &scan);
	chk_scan_end(&scan);
	for (int r = 0; r < RULE_MAX; r++)
		if (rows[r].doc)
			rows[r].doc(&c);
	chk_report(&c);
	chk_names_free(&c);
	chk_abk_free(&c);
	chk_spelling_free(&c);
	mem_free(c.mem);
}
