/* antraege.c: who moves in a session: a member who is there and not biased, of the group named, and a vote on it. */
#include <string.h>

#include "check/rule.h"
#include "model/niederschrift.h"

static const struct doc_niederschrift *minutes(const struct chk *c)
{
	return doc_niederschrift(c->doc);
}

static bool stands_in(const struct doc_niederschrift *n, const char *person)
{
	for (size_t i = 0; person && i < n->nteilnahmen; i++)
		if (n->teilnahmen[i].wer.person && !strcmp(n->teilnahmen[i].wer.person, person) &&
			n->teilnahmen[i].vertritt)
			return true;
	return false;
}

static bool is_member(const struct chk *c, const struct doc_niederschrift *n, const char *person)
{
	bool member = false;
	for (size_t i = 0; i < n->gremien.n; i++)
		member |= doc_mitglied(c->doc, person, n->gremien.all[i], n->datum) != NULL;
	return member;
}

static const char *named_groups(struct chk *c, const struct doc_gremien *g, struct date day)
{
	struct buf b = {0};
	doc_put_gremien(&b, c->doc, g, day);
	return buf_take(&b, c->mem);
}

static bool all_known(const struct chk *c, const struct doc_gremien *g)
{
	size_t i = 0;
	while (i < g->n && doc_stelle(c->doc, g->all[i]))
		i++;
	return i == g->n;
}

/* Whom he sits there for is none of the groups that move. */
static void of_another_group(struct chk *c, const struct doc_niederschrift *n, const struct doc_node *a)
{
	const char *id = doc_get(a, DOC_A_PERSON);
	const struct doc_gremien groups = doc_gruppen(c->mem, a);
	const struct doc_stelle *other = NULL;
	bool own = !id || !groups.n || !all_known(c, &groups);
	for (size_t i = 0; !own && i < n->gremien.n; i++) {
		const struct doc_node *m = doc_mitglied(c->doc, id, n->gremien.all[i], n->datum);
		const char *fuer = m ? doc_get(m, DOC_A_FUER) : NULL;
		own = fuer && doc_gremium_nr(&groups, fuer) < groups.n;
		other = fuer ? doc_stelle(c->doc, fuer) : other;
	}
	if (!own && other)
		chk_tell(c, RULE_ANTRAGSTELLER, a,
			"„%s“ gehört am %s zu „%s“, der Antrag nennt „%s“; bitte person=\"…\" oder gruppe=\"…\" "
			"berichtigen",
			doc_person_name(c->doc, doc_person(c->doc, id), n->datum), chk_day(c, n->datum), other->name,
			named_groups(c, &groups, n->datum));
}

void chk_antragsteller(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	for (size_t i = 0; n && i < c->kind[DOC_ANTRAG].n; i++) {
		const struct doc_node *a = c->kind[DOC_ANTRAG].at[i];
		const char *id = doc_get(a, DOC_A_PERSON);
		const struct doc_verhandelt *v = doc_punkt_von(n, a);
		const bool deputy = stands_in(n, id);
		if (!id && !doc_get(a, DOC_A_GRUPPE))
			chk_tell(c, RULE_ANTRAGSTELLER, a,
				"Der Antrag sagt nicht, welches Mitglied oder welche Gruppe ihn stellt; erwartet wird "
				"person=\"…\" oder gruppe=\"…\"");
		else if (chk_all_named(c) && doc_person(c->doc, id) &&
			!is_member(c, n, id) && !deputy)
			chk_tell(c, RULE_ANTRAGSTELLER, a,
				"„%s“ ist am %s nicht Mitglied des Gremiums und kann keinen Antrag stellen; bitte "
				"person=\"…\" berichtigen",
				doc_person_name(c->doc, doc_person(c->doc, id), n->datum), chk_day(c, n->datum));
		else if (v && doc_befangen(v, id))
			chk_tell(c, RULE_ANTRAGSTELLER, a,
				"„%s“ ist bei diesem Punkt befangen und kann keinen Antrag stellen; bitte "
				"person=\"…\" oder <befangen> berichtigen",
				doc_person(c->doc, id) ? doc_person_name(c->doc, doc_person(c->doc, id), n->datum)
						       : id);
		if (chk_all_named(c))
			of_another_group(c, n, a);
		if (!doc_child(a, DOC_ABSTIMMUNG) && !doc_get(a, DOC_A_GRUND))
			chk_tell(c, RULE_ANTRAGSTELLER, a,
				"Über den Antrag steht keine Abstimmung da; bitte <abstimmung …/> ergänzen oder mit "
				"grund=\"…\" sagen, warum nicht abgestimmt wurde");
	}
}
