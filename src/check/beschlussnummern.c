/* beschlussnummern.c: numbers of decisions, in minutes and in papers: in the town's form, and each once. */
#include <string.h>

#include "check/map.h"
#include "check/rule.h"
#include "model/niederschrift.h"

static void in_form(struct chk *c, const struct doc_muster *w, const struct doc_node *at, const char *number)
{
	struct doc_nummer read;
	struct buf forms = {0};
	if (!w)
		chk_tell(c, RULE_BESCHLUSSNUMMER, at,
			"beschlussnummer=\"%s\": die Kommune nummeriert ihre Beschlüsse nicht; bitte streichen oder in "
			"regeln.xml beschluss-muster eintragen",
			number);
	else if (!doc_nummer_read(c->mem, w, number, &read)) {
		doc_put_forms(&forms, w, number);
		chk_tell(c, RULE_BESCHLUSSNUMMER, at, "Die Beschlussnummer %s; bitte berichtigen oder streichen, dann "
			"wird die nächste vergeben", forms.data);
	}
	buf_free(&forms);
}

/* Of one body: where each counts for itself two may have the same. */
static const char *key_of(const struct chk *c, const struct doc_niederschrift *n, const struct doc_node *at,
	const char *number)
{
	const bool apart = sty_rule_is(c->style, "beschluss-je-gremium", "ja");
	return mem_fmt(c->mem, "%zu %s", apart ? doc_gremium_von(n, at) : 0, number);
}

/* Of its results by hand. */
static void of_paper(struct chk *c, const struct doc_muster *w, const struct doc_vorlage *v)
{
	for (size_t i = 0; i < v->nberatungen; i++)
		if (v->beratungen[i].beschlussnummer)
			in_form(c, w, v->beratungen[i].node, v->beratungen[i].beschlussnummer);
}

void chk_beschlussnummer(struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	const struct doc_vorlage *v = doc_vorlage(c->doc);
	const struct doc_muster *w = n || v ? sty_beschluss_muster(c->style, c->mem) : NULL;
	struct chk_map known = {0};
	if (v)
		of_paper(c, w, v);
	for (const struct doc_node *at = n ? n->node : NULL; at; at = doc_walk(n->node, at)) {
		const char *number = doc_get(at, DOC_A_BESCHLUSSNUMMER);
		if (!number)
			continue;
		in_form(c, w, at, number);
		const char *key = key_of(c, n, at, number);
		const int first = *chk_map_put(&known, key, strlen(key), at->line);
		if (first != at->line)
			chk_tell(c, RULE_BESCHLUSSNUMMER, at,
				"Die Beschlussnummer %s steht schon in Zeile %d; erwartet wird jede einmal, bitte eine "
				"streichen, dann wird die nächste vergeben",
				number, first);
	}
	chk_map_free(&known);
}
