/* gemeinsam.c: joint sessions: each vote, election and chair is of one of the bodies that meet, and the minutes are of
 * the same bodies as the session. */
#include <string.h>

#include "check/rule.h"
#include "model/niederschrift.h"
#include "register/register.h"

static struct doc_gremien who_meets(const struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	return c->sitzung ? c->sitzung->gremien : n ? n->gremien : (struct doc_gremien){NULL, 0};
}

/* gremium="bauausschuss" oder gremium="umweltausschuss" */
static const char *choice(struct chk *c, const struct doc_gremien *g)
{
	struct buf b = {0};
	for (size_t i = 0; i < g->n; i++)
		buf_fmt(&b, "%sgremium=\"%s\"", i ? " oder " : "", g->all[i]);
	return buf_take(&b, c->mem);
}

static void names_body(struct chk *c, const struct doc_gremien *g, const struct doc_node *at, bool must)
{
	const char *said = doc_get(at, DOC_A_GREMIUM);
	if (said && doc_stelle(c->doc, said) && doc_gremium_nr(g, said) == g->n)
		chk_tell(c, RULE_GEMEINSAM, at,
			"gremium=\"%s\" tagt in dieser Sitzung nicht; erwartet wird %s, bitte berichtigen oder das "
			"Gremium in gemeinsam-mit=\"…\" nennen",
			said, choice(c, g));
	else if (!said && must && g->n > 1)
		chk_tell(c, RULE_GEMEINSAM, at,
			"<%s> sagt nicht, welches Gremium gemeint ist; in einer gemeinsamen Sitzung stimmt jedes für "
			"sich ab, bitte %s ergänzen und jedes Gremium einzeln aufführen",
			doc_kind_name(at->kind), choice(c, g));
}

/* The agenda and how the session goes are agreed on by all together; a chair may lead for all. */
static bool must_name(const struct doc_node *at)
{
	const struct doc_node *top = doc_up(at, DOC_TOP), *motion = doc_up(at, DOC_ANTRAG);
	const bool procedure = top && (doc_get(top, DOC_A_ART) ||
		(motion && doc_is(motion, DOC_A_ART, "geschaeftsordnung")));
	return (at->kind == DOC_ABSTIMMUNG && top && !procedure) || at->kind == DOC_WAHL;
}

/* As the register knows the session. */
static void same_bodies(struct chk *c, const struct doc_niederschrift *n)
{
	const struct doc_gremien there = reg_session_bodies(chk_reg(c), c->mem, reg_key(c->doc->ort, n->sitzung));
	struct buf lacks = {0};
	for (size_t i = 0; i < there.n; i++)
		if (doc_gremium_nr(&n->gremien, there.all[i]) == n->gremien.n)
			buf_fmt(&lacks, "%s%s", lacks.len ? " " : "", there.all[i]);
	if (lacks.len && there.n > 1)
		chk_tell(c, RULE_GEMEINSAM, n->node,
			"Die Sitzung „%s“ ist gemeinsam mit anderen Gremien bekannt gemacht, hier fehlt %s; bitte in "
			"gemeinsam-mit=\"…\" ergänzen",
			n->sitzung, lacks.data);
	buf_free(&lacks);
}

void chk_gemeinsam(struct chk *c)
{
	static const enum doc_kind kinds[] = {DOC_VORSITZ, DOC_LEITUNG, DOC_TEILNAHME, DOC_ABSTIMMUNG, DOC_WAHL};
	const struct doc_gremien g = who_meets(c);
	for (size_t k = 0; g.n && k < sizeof kinds / sizeof *kinds; k++)
		for (size_t i = 0; i < c->kind[kinds[k]].n; i++)
			names_body(c, &g, c->kind[kinds[k]].at[i], must_name(c->kind[kinds[k]].at[i]));
	if (doc_niederschrift(c->doc) && chk_reg(c))
		same_bodies(c, doc_niederschrift(c->doc));
}
