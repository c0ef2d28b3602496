/* fristen.c: from the paper's date over the announcement to the session: order and the town's periods. */
#include <string.h>

#include "check/rule.h"
#include "register/register.h"

static int days_of(const struct chk *c, const char *rule, bool *unknown)
{
	const char *s = chk_town(c, rule, NULL);
	if (s && !strcmp(s, "unbekannt"))
		*unknown = true;
	return s && strcmp(s, "unbekannt") ? sty_rule_int(c->style, rule, -1) : -1;
}

static bool announced(const struct chk *c)
{
	return c->sitzung && c->sitzung->bekanntmachung.year && c->sitzung->datum.year;
}

static const struct doc_node *notice(const struct chk *c)
{
	const struct doc_node *n = doc_angabe(c->doc, DOC_BEKANNTMACHUNG);
	return n ? n : c->sitzung->node;
}

void chk_bekanntmachung(struct chk *c)
{
	if (announced(c) && date_cmp(c->sitzung->bekanntmachung, c->sitzung->datum) >= 0)
		chk_tell(c, RULE_BEKANNTMACHUNG, notice(c),
			"Die Bekanntmachung ist vom %s, die Sitzung am %s; "
			"erwartet wird ein Tag vor der Sitzung, bitte ein Datum berichtigen",
			chk_day(c, c->sitzung->bekanntmachung), chk_day(c, c->sitzung->datum));
}

/* Days between the day it takes effect and the session as the town counts them: "voll" neither of both,
 * "einschliesslich" both. */
static int counted(const struct chk *c, int effect)
{
	int between = date_days(c->sitzung->datum) - date_days(c->sitzung->bekanntmachung) - effect;
	return strcmp(chk_town(c, "ladungsfrist-zaehlung", "voll"), "einschliesslich") ? between - 1 : between + 1;
}

/* "1 voller Tag", "2 volle Tage": of which the verb follows the number. */
static const char *days_told(const struct chk *c, int n)
{
	bool whole = strcmp(chk_town(c, "ladungsfrist-zaehlung", "voll"), "einschliesslich");
	return mem_fmt(c->mem, "%d %s", n,
		whole ? n == 1 ? "voller Tag" : "volle Tage"
		      : n == 1 ? "Tag, beide eingeschlossen" : "Tage, beide eingeschlossen");
}

/* Too short is an error, unless the reason for urgency is told and the shorter period is kept: then a warning. */
void chk_frist(struct chk *c)
{
	bool unknown = false;
	int most = days_of(c, "ladungsfrist-tage", &unknown), urgent = days_of(c, "ladungsfrist-dringend", &unknown),
	    effect = days_of(c, "bekanntmachung-wirkung-tage", &unknown);
	if (!announced(c) || most < 0 || date_cmp(c->sitzung->bekanntmachung, c->sitzung->datum) >= 0)
		return;
	const struct doc_node *n = notice(c);
	const char *reason = doc_get(n, DOC_A_GRUND);
	int have = counted(c, effect > 0 ? effect : 0);
	if (have >= most)
		return;
	if (!reason || !*reason)
		chk_tell_as(c, RULE_FRIST, DIAG_FEHLER, n,
			"Zwischen Bekanntmachung und Sitzung %s %s, die Kommune verlangt %d; "
			"bitte früher bekannt machen oder bei Dringlichkeit grund=\"…\" angeben",
			have == 1 ? "liegt" : "liegen", days_told(c, have < 0 ? 0 : have), most);
	else if (urgent >= 0 && have < urgent)
		chk_tell_as(c, RULE_FRIST, DIAG_FEHLER, n,
			"Zwischen Bekanntmachung und Sitzung %s %s, "
			"auch bei Dringlichkeit verlangt die Kommune %d; bitte früher bekannt machen",
			have == 1 ? "liegt" : "liegen", days_told(c, have < 0 ? 0 : have), urgent);
	else
		chk_tell(c, RULE_FRIST, n,
			"Die Frist ist wegen Dringlichkeit verkürzt (%d statt %s; "
			"„%s“); bitte prüfen, ob der Grund trägt",
			have, days_told(c, most), reason);
}

/* One warning a session, however many rules are unknown. */
void chk_fristoffen(struct chk *c)
{
	static const char *const rules[] = {
		"ladungsfrist-tage", "ladungsfrist-dringend", "bekanntmachung-wirkung-tage"};
	struct buf b = {0};
	for (size_t i = 0; c->sitzung && i < sizeof rules / sizeof *rules; i++) {
		bool unknown = false;
		days_of(c, rules[i], &unknown);
		if (unknown)
			buf_fmt(&b, "%s%s", b.len ? ", " : "", rules[i]);
	}
	if (b.len)
		chk_tell(c, RULE_FRISTOFFEN, c->sitzung->node,
			"Die Fristen der Kommune sind unbekannt (%s); ob rechtzeitig geladen und bekannt gemacht ist, "
			"bleibt ungeprüft, bitte selbst prüfen und die Tage in regeln.xml eintragen",
			b.data);
	buf_free(&b);
}

/* A paper is written before it is announced. */
static void papers_in_time(struct chk *c)
{
	struct reg_papers p;
	const struct doc_sitzung *s = c->sitzung;
	if (!reg_papers_for(chk_reg(c), c->mem, &(struct reg_meeting){c->doc->ort, s->gremium, s->datum, s->id},
		    chk_town(c, "reihenfolge", "nummer"), &p, c->diag))
		return;
	for (size_t i = 0; i < p.n; i++) {
		struct reg_known paper;
		const char *number = p.all[i].nummer;
		if (number && reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, number, &paper) &&
			paper.datum.year && date_cmp(paper.datum, s->bekanntmachung) > 0)
			chk_tell(c, RULE_ABLAUF, notice(c),
				"Die Vorlage %s ist vom %s, bekannt gemacht wird schon am %s; "
				"erwartet wird eine Vorlage, die vorher fertig ist, bitte eines der Daten berichtigen",
				number, chk_day(c, paper.datum), chk_day(c, s->bekanntmachung));
	}
}

void chk_ablauf(struct chk *c)
{
	const struct doc_vorlage *v = c->vorlage;
	for (size_t i = 0; v && v->datum.year && i < v->nberatungen; i++)
		if (v->beratungen[i].datum.year && date_cmp(v->datum, v->beratungen[i].datum) > 0)
			chk_tell(c, RULE_ABLAUF, v->beratungen[i].node,
				"Die Vorlage ist vom %s, beraten wird sie schon am %s; "
				"erwartet wird ein Datum vor der Sitzung, "
				"bitte datum der Vorlage oder der Beratung berichtigen",
				chk_day(c, v->datum), chk_day(c, v->beratungen[i].datum));
	if (announced(c) && c->sitzung->gremium && chk_reg(c))
		papers_in_time(c);
}
