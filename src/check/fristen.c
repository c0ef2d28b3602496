/* fristen.c: from the paper's date over the announcement to the session: order and the town's periods. */
#include <string.h>

#include "check/rule.h"
#include "register/register.h"
#include "style/frist.h"

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

static struct sty_fristen periods(const struct chk *c, const char *body)
{
	const struct doc_stelle *g = doc_stelle(c->doc, body);
	return sty_fristen(c->style, body, g ? doc_get(g->node, DOC_A_ART) : NULL);
}

/* "1 voller Tag", "2 volle Tage", "48 Stunden": of which the verb follows the number. */
static const char *told(const struct chk *c, const struct sty_fristen *f, bool hours, int n)
{
	const char *one = hours ? "Stunde" : f->beide ? "Tag, beide eingeschlossen" : "voller Tag";
	const char *many = hours ? "Stunden" : f->beide ? "Tage, beide eingeschlossen" : "volle Tage";
	return mem_fmt(c->mem, "%d %s", n, n == 1 ? one : many);
}

/* "7", "48 Stunden": what is demanded, beside how much lies between. */
static const char *wanted(const struct chk *c, const struct sty_frist *f)
{
	return f->stunden ? mem_fmt(c->mem, "%d Stunden", f->n) : mem_fmt(c->mem, "%d", f->n);
}

/* Of a joint session, whose period it is that is not kept. */
static const char *whose(const struct chk *c, const char *body)
{
	const char *name = doc_name_am(c->doc, body, c->sitzung->datum);
	return c->sitzung->gremien.n > 1 ? mem_fmt(c->mem, "%s: ", name ? name : body) : "";
}

/* Too short is an error, unless the reason for urgency is told and the shorter period is kept: then a warning. */
static void kept(struct chk *c, const char *body)
{
	const struct sty_fristen f = periods(c, body);
	const struct doc_node *n = notice(c);
	const struct sty_weg w = sty_weg(n, c->sitzung->datum, c->sitzung->beginn);
	const char *reason = doc_get(n, DOC_A_GRUND);
	int have = sty_frist_liegt(&f, &f.laden, &w), urgent = sty_frist_liegt(&f, &f.dringend, &w);
	const enum sty_ladung invited = sty_ladung(&f, &w, reason);
	if (invited == STY_LADUNG_OFFEN || invited == STY_LADUNG_FRISTGERECHT)
		return;
	if (!reason || !*reason)
		chk_tell_as(c, RULE_FRIST, DIAG_FEHLER, n,
			"%sZwischen Bekanntmachung und Sitzung %s %s, die Kommune verlangt %s; "
			"bitte früher bekannt machen, später tagen oder bei Dringlichkeit grund=\"…\" angeben",
			whose(c, body), have == 1 ? "liegt" : "liegen",
			told(c, &f, f.laden.stunden, have < 0 ? 0 : have),
			wanted(c, &f.laden));
	else if (invited == STY_LADUNG_ZU_KURZ)
		chk_tell_as(c, RULE_FRIST, DIAG_FEHLER, n,
			"%sZwischen Bekanntmachung und Sitzung %s %s, "
			"auch bei Dringlichkeit verlangt die Kommune %s; bitte früher bekannt machen oder später tagen",
			whose(c, body), urgent == 1 ? "liegt" : "liegen",
			told(c, &f, f.dringend.stunden, urgent < 0 ? 0 : urgent),
			wanted(c, &f.dringend));
	else
		chk_tell(c, RULE_FRIST, n,
			"%sDie Frist ist wegen Dringlichkeit verkürzt (%d statt %s; "
			"„%s“); bitte prüfen, ob der Grund trägt",
			whose(c, body), have, told(c, &f, f.laden.stunden, f.laden.n), reason);
}

/* What was interrupted goes on without a new invitation. */
void chk_frist(struct chk *c)
{
	if (!announced(c) || !c->style || date_cmp(c->sitzung->bekanntmachung, c->sitzung->datum) >= 0)
		return;
	for (size_t i = 0; i < c->sitzung->gremien.n && !c->sitzung->fortsetzung_von.year; i++)
		kept(c, c->sitzung->gremien.all[i]);
}

/* One warning a session, however many are unknown. */
void chk_fristoffen(struct chk *c)
{
	struct buf b = {0};
	if (!c->sitzung || !c->style || c->sitzung->fortsetzung_von.year)
		return;
	const struct sty_fristen f = periods(c, c->sitzung->gremium);
	const struct { const char *name; bool unknown; } all[] = {{"ladungsfrist-tage", f.laden.n < 0},
		{"ladungsfrist-dringend", f.dringend.n < 0},
		{"bekanntmachung-wirkung-tage", !f.wirkung_bekannt}};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].unknown && sty_rule(c->style, all[i].name, NULL))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", all[i].name);
	if (b.len)
		chk_tell(c, RULE_FRISTOFFEN, c->sitzung->node,
			"Die Fristen der Kommune sind unbekannt (%s); ob rechtzeitig geladen und bekannt gemacht ist, "
			"bleibt ungeprüft, bitte selbst prüfen und die Tage in regeln.xml eintragen",
			b.data);
	buf_free(&b);
}

/* Added after the agenda was announced: by nature younger than the notice. */
static bool comes_late(const struct doc_agenda_item *kept, size_t n, const struct doc_agenda_paper *paper)
{
	for (size_t i = 0; i < n; i++)
		if (kept[i].paper_id && !strcmp(kept[i].paper_id, paper->id))
			return kept[i].nachtrag;
	return n > 0;
}

/* A paper is written before it is announced. */
static void papers_in_time(struct chk *c)
{
	struct reg_papers p;
	struct doc_agenda_item *kept;
	size_t nkept;
	const struct doc_sitzung *s = c->sitzung;
	const struct reg_meeting here = reg_meeting_of(c->doc->ort, s);
	if (!reg_papers_for(chk_reg(c), c->mem, &here,
		    chk_town(c, "reihenfolge", "nummer"), &p, c->diag))
		return;
	reg_agenda_kept(chk_reg(c), c->mem, c->doc->ort, s->id, &kept, &nkept);
	for (size_t i = 0; i < p.n; i++) {
		struct reg_known paper;
		const char *number = p.all[i].nummer;
		if (number && !comes_late(kept, nkept, &p.all[i]) &&
			reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, number, &paper) &&
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
