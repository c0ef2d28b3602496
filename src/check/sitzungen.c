/* sitzungen.c: a session's agenda, by itself and against the papers and sessions of the register. */
#include <string.h>

#include "check/map.h"
#include "check/rule.h"
#include "model/niederschrift.h"
#include "model/public.h"
#include "register/register.h"

/* ---- the agenda as written ---- */

static void part_order(struct chk *c)
{
	const struct doc_node *closed = NULL;
	for (size_t i = 0; i < c->kind[DOC_TEIL].n; i++) {
		const struct doc_node *n = c->kind[DOC_TEIL].at[i];
		if (!doc_public(n))
			closed = n;
		else if (closed)
			chk_tell(c, RULE_TOPFOLGE, n,
				"Der öffentliche Teil steht nach dem nichtöffentlichen (%s); "
				"erwartet wird er davor, bitte umstellen",
				chk_place(c, closed));
	}
}

/* A paper stands on the agenda once; the place for the others, too. */
static void doubled_items(struct chk *c)
{
	const struct doc_sitzung *s = c->sitzung;
	struct chk_map seen = {0};
	const struct doc_node *place[2] = {NULL, NULL};
	for (size_t i = 0; i < s->ntops; i++) {
		const struct doc_top *t = &s->tops[i];
		const struct doc_node **here = &place[t->oeffentlich];
		if (t->art == DOC_TOP_VORLAGEN && *here)
			chk_tell(c, RULE_TOPFOLGE, t->node,
				"<vorlagen/> steht in diesem Teil schon in %s; "
				"erwartet wird ein Platz für die Vorlagen, bitte einen entfernen",
				chk_place(c, *here));
		if (t->art == DOC_TOP_VORLAGEN && !*here)
			*here = t->node;
		if (!t->vorlage)
			continue;
		int first = *chk_map_put(&seen, t->vorlage, strlen(t->vorlage), (int)i);
		if (first != (int)i)
			chk_tell(c, RULE_TOPFOLGE, t->node,
				"Die Vorlage %s steht schon in %s auf der Tagesordnung; "
				"erwartet wird jede Vorlage einmal, bitte einen Punkt entfernen",
				t->vorlage, chk_place(c, s->tops[first].node));
	}
	chk_map_free(&seen);
}

void chk_topfolge(struct chk *c)
{
	if (!c->sitzung)
		return;
	part_order(c);
	doubled_items(c);
}

/* The first number of the town's form that begins in the token, or before it in the pattern's fixed text. */
static const char *number_near(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const struct doc_muster *w = chk_muster(c);
	size_t before = doc_muster_before(w), n;
	for (size_t back = before; back <= before; back--) {
		const char *p = k->p - back;
		if ((size_t)(k->p - t->s) >= back && (p == t->s || !chk_is_word((unsigned char)p[-1])) &&
			(n = doc_nummer_at(w, p)))
			return mem_str(c->mem, p, n);
	}
	return NULL;
}

/* A number in a public text: does it belong to a paper that is not? */
void chk_verraten_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *number = (c->vorlage || c->sitzung) && c->style && doc_public(t->block) && chk_reg(c)
		? number_near(c, t, k) : NULL;
	if (!number)
		return;
	struct reg_known paper;
	if (reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, number, &paper) && !paper.oeffentlich)
		chk_tell_at(c, RULE_VERRATEN, t, k->p,
			"Die Vorlage %s ist nichtöffentlich und wird hier in einem öffentlichen Text genannt; "
			"bitte den Hinweis entfernen oder in einen Vermerk setzen",
			number);
}

/* A reference that would print what it points to. */
void chk_verraten(struct chk *c)
{
	for (size_t i = 0; (c->sitzung || c->vorlage) && i < c->kind[DOC_VERWEIS].n; i++) {
		const struct doc_node *n = c->kind[DOC_VERWEIS].at[i];
		const char *id = doc_get(n, DOC_A_ZIEL);
		const struct doc_node *target = id ? doc_by_id(c->doc, id) : NULL,
				      *hidden = target ? doc_hidden_by(target) : NULL;
		if (hidden && doc_public(n))
			chk_tell(c, RULE_VERRATEN, n,
				"<verweis ziel=\"%s\"> führt aus dem öffentlichen Text in %s; "
				"dort darf nichts hinaus, bitte den Verweis entfernen",
				id,
				hidden->kind == DOC_VERMERK        ? "einen internen Vermerk"
					: hidden->kind == DOC_TEIL ? "den nichtöffentlichen Teil"
								   : "Nichtöffentliches");
	}
}

/* The sessions of a body on a day; none where there is no register to ask. */
static struct reg_sessions sessions_on(struct chk *c, const char *gremium, struct date d)
{
	struct reg_sessions found = {NULL, 0};
	const struct reg_meeting when = {.ort = c->doc->ort, .gremium = gremium, .day = d};
	if (chk_reg(c))
		reg_sessions_on(chk_reg(c), c->mem, &when, &found, c->diag);
	return found;
}

/* Does the register hold a session of that body before this one? The first has no predecessor there. */
static bool has_earlier(struct chk *c)
{
	enum { HALF = 18250 };                         /* days, from the day before back to a time without registers */
	struct date middle = date_from_days(date_days(c->sitzung->datum) - 1 - HALF);
	const struct reg_meeting any = {.ort = c->doc->ort, .gremium = c->sitzung->gremium, .day = middle};
	return reg_session_near(chk_reg(c), &any, HALF).year != 0;
}

void chk_niederschrift(struct chk *c)
{
	/* a draft may still lack its day: nothing is too late for it then */
	const bool dated = c->sitzung && c->sitzung->datum.year;
	for (size_t i = 0; dated && i < c->sitzung->ntops; i++) {
		const struct doc_top *t = &c->sitzung->tops[i];
		if (t->art != DOC_TOP_NIEDERSCHRIFT || !t->vom.year)
			continue;
		if (date_cmp(t->vom, c->sitzung->datum) >= 0)
			chk_tell(c, RULE_NIEDERSCHRIFT, t->node,
				"Die Niederschrift vom %s kann am %s noch nicht vorliegen; "
				"erwartet wird eine frühere Sitzung, bitte vom=\"…\" berichtigen",
				chk_day(c, t->vom), chk_day(c, c->sitzung->datum));
		else if (chk_reg(c) && !sessions_on(c, c->sitzung->gremium, t->vom).n && has_earlier(c))
			chk_tell(c, RULE_NIEDERSCHRIFT, t->node,
				"Das Register kennt keine Sitzung dieses Gremiums am %s; "
				"bitte vom=\"…\" berichtigen oder die Sitzung aufnehmen",
				chk_day(c, t->vom));
	}
}

static void goes_on(struct chk *c, const struct doc_node *n, const char *body, const struct date days[2])
{
	if (!days[0].year || !days[1].year)
		return;
	if (date_cmp(days[0], days[1]) >= 0)
		chk_tell(c, RULE_FORTSETZUNG, n,
			"Was am %s fortgesetzt wird, kann nicht am %s begonnen haben; erwartet wird ein früherer Tag, "
			"bitte fortsetzung-von=\"…\" berichtigen",
			chk_day(c, days[1]), chk_day(c, days[0]));
	else if (chk_reg(c) && !sessions_on(c, body, days[0]).n)
		chk_tell(c, RULE_FORTSETZUNG, n,
			"Das Register kennt keine Sitzung dieses Gremiums am %s, die fortgesetzt werden könnte; bitte "
			"fortsetzung-von=\"…\" berichtigen oder die Sitzung aufnehmen",
			chk_day(c, days[0]));
}

void chk_fortsetzung(struct chk *c)
{
	const struct doc_niederschrift *m = doc_niederschrift(c->doc);
	if (c->sitzung)
		goes_on(c, c->sitzung->node, c->sitzung->gremium,
			(struct date[]){c->sitzung->fortsetzung_von, c->sitzung->datum});
	if (m)
		goes_on(c, m->node, m->gremium, (struct date[]){m->fortsetzung_von, m->datum});
}

/* ---- papers and sessions find each other ---- */

static const char *body_of(struct chk *c, const struct doc_beratung *b)
{
	const char *name = doc_name_am(c->doc, b->gremium, b->datum);
	return name ? name : b->gremium;
}

/* "rat-1 (16:00) und rat-2 (18:00)"; attr: sitzung="rat-1" oder sitzung="rat-2" */
static const char *named(struct chk *c, const struct reg_sessions *s, bool attr)
{
	struct buf b = {0};
	for (size_t i = 0; i < s->n; i++) {
		buf_str(&b, !i ? "" : i + 1 < s->n ? ", " : attr ? " oder " : " und ");
		if (attr)
			buf_fmt(&b, "sitzung=\"%s\"", s->all[i].id);
		else
			buf_fmt(&b, "%s (%s Uhr)", s->all[i].id, s->all[i].beginn ? s->all[i].beginn : "?");
	}
	return buf_take(&b, c->mem);
}

typedef void step_fn(struct chk *, const struct doc_beratung *, const struct reg_sessions *);

/* Each step of a paper that has a day, with what the register knows of that day. */
static void each_step(struct chk *c, step_fn *fn)
{
	for (size_t i = 0; c->vorlage && i < c->vorlage->nberatungen; i++) {
		const struct doc_beratung *b = &c->vorlage->beratungen[i];
		if (!b->datum.year || !b->gremium || !chk_reg(c))
			continue;
		struct reg_sessions s = sessions_on(c, b->gremium, b->datum);
		fn(c, b, &s);
	}
}

static struct date near(struct chk *c, const struct doc_beratung *b)
{
	enum { DAYS = 14 };
	const struct reg_meeting when = {.ort = c->doc->ort, .gremium = b->gremium, .day = b->datum};
	return reg_session_near(chk_reg(c), &when, DAYS);
}

static void planned(struct chk *c, const struct doc_beratung *b, const struct reg_sessions *s)
{
	if (!s->n && !near(c, b).year)
		chk_tell(c, RULE_SITZUNGOFFEN, b->node,
			"%s: die Sitzung am %s ist noch nicht im Register; bis sie aufgenommen ist, gilt die Beratung "
			"als "
			"offen",
			body_of(c, b), chk_day(c, b->datum));
}

void chk_sitzungoffen(struct chk *c)
{
	each_step(c, planned);
}

static void beside(struct chk *c, const struct doc_beratung *b, const struct reg_sessions *s)
{
	struct date other = s->n ? (struct date){0} : near(c, b);
	if (other.year)
		chk_tell(c, RULE_SITZUNGSTAG, b->node,
			"%s: das Register kennt eine Sitzung am %s, aber keine am %s; bitte das Datum prüfen, und wenn "
			"es "
			"stimmt, die Sitzung aufnehmen: bis dahin gilt die Beratung als offen",
			body_of(c, b), chk_day(c, other), chk_day(c, b->datum));
}

void chk_sitzungstag(struct chk *c)
{
	each_step(c, beside);
}

static void unclear(struct chk *c, const struct doc_beratung *b, const struct reg_sessions *s)
{
	if (!b->sitzung && s->n > 1)
		chk_tell(c, RULE_SITZUNGMEHRFACH, b->node,
			"%s hat am %s mehrere Sitzungen: %s; erwartet wird, welche gemeint ist, bitte %s ergänzen",
			body_of(c, b), chk_day(c, b->datum), named(c, s, false), named(c, s, true));
}

/* Papers that were right until the body got a second session that day. */
static void papers_say_which(struct chk *c)
{
	struct reg_papers p;
	const struct doc_sitzung *s = c->sitzung;
	if (!s || !s->gremium || !chk_reg(c))
		return;
	const struct reg_meeting here = reg_meeting_of(c->doc->ort, s);
	if (!reg_papers_unclear(chk_reg(c), c->mem, &here, &p, c->diag) || !p.n)
		return;
	struct reg_sessions all = sessions_on(c, s->gremium, s->datum);
	struct buf papers = {0};
	for (size_t i = 0; i < p.n; i++)
		buf_fmt(&papers, "%s%s (%s)", i ? ", " : "", p.all[i].nummer ? p.all[i].nummer : p.all[i].id,
			p.all[i].path);
	chk_tell(c, RULE_SITZUNGMEHRFACH, s->node,
		"Das Gremium hat an diesem Tag mehrere Sitzungen: %s; welche gemeint ist, sagt die Beratung nicht in "
		"%s, "
		"bitte dort %s ergänzen",
		named(c, &all, false), papers.data, named(c, &all, true));
	buf_free(&papers);
}

void chk_sitzungmehrfach(struct chk *c)
{
	each_step(c, unclear);
	papers_say_which(c);
}

/* The released papers of this session. */
static struct reg_papers papers_here(struct chk *c)
{
	struct reg_papers p = {NULL, 0};
	if (!c->sitzung || !c->sitzung->gremium || !chk_reg(c))
		return p;
	const struct reg_meeting here = reg_meeting_of(c->doc->ort, c->sitzung);
	reg_papers_for(chk_reg(c), c->mem, &here, chk_town(c, "reihenfolge", "nummer"), &p, c->diag);
	return p;
}

static const struct doc_agenda_paper *find(const struct reg_papers *p, const char *nummer)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->all[i].nummer && !strcmp(p->all[i].nummer, nummer))
			return &p->all[i];
	return NULL;
}

/* While documents are taken in, a paper that is not released yet is no fault: `tagesordnung` asks for it. */
static bool may_come(struct chk *c, const char *nummer)
{
	struct reg_known k;
	return c->context->taking_in &&
		!(reg_paper_by_number(chk_reg(c), c->mem, c->doc->ort, nummer, &k) &&
			reg_has_event(chk_reg(c), reg_key(c->doc->ort, k.id), REG_FREIGEGEBEN, NULL));
}

static void items_meet(struct chk *c)
{
	struct reg_papers p = papers_here(c);
	for (size_t i = 0; c->sitzung && c->context->reg && i < c->sitzung->ntops; i++) {
		const struct doc_top *t = &c->sitzung->tops[i];
		if (t->vorlage && !t->entfallen && !find(&p, t->vorlage) && !may_come(c, t->vorlage))
			chk_tell(c, RULE_SITZUNGFEHLT, t->node,
				"Die Vorlage %s ist für dieses Gremium und diesen Tag nicht freigegeben; "
				"erwartet wird sie mit dieser Sitzung in ihrer Beratungsfolge, "
				"bitte die Nummer prüfen oder die Vorlage aufnehmen und freigeben",
				t->vorlage);
	}
}

static void another(struct chk *c, const struct doc_beratung *b, const struct reg_sessions *s)
{
	size_t i = 0;
	while (b->sitzung && i < s->n && strcmp(s->all[i].id, b->sitzung))
		i++;
	if (b->sitzung && s->n && i == s->n)
		chk_tell(c, RULE_SITZUNGFEHLT, b->node,
			"%s hat am %s keine Sitzung „%s“; an diesem Tag gibt es %s, bitte sitzung=\"…\" berichtigen",
			body_of(c, b), chk_day(c, b->datum), b->sitzung, named(c, s, false));
}

/* Of the sessions that are meant none takes place, and nothing was decided there. */
static void cancelled(struct chk *c, const struct doc_beratung *b, const struct reg_sessions *s)
{
	size_t meant = 0, off = 0;
	for (size_t i = 0; i < s->n; i++) {
		bool this = !b->sitzung || !strcmp(s->all[i].id, b->sitzung);
		meant += this;
		off += this && s->all[i].abgesagt;
	}
	if (meant && off == meant && !b->ergebnis)
		chk_tell(c, RULE_SITZUNGABGESAGT, b->node,
			"%s: die Sitzung am %s ist abgesagt; erwartet wird ein anderer Tag, oder keiner, bis er "
			"feststeht; bitte datum=\"…\" ändern",
			body_of(c, b), chk_day(c, b->datum));
}

void chk_sitzungabgesagt(struct chk *c)
{
	each_step(c, cancelled);
}

void chk_sitzungfehlt(struct chk *c)
{
	each_step(c, another);
	items_meet(c);
}

void chk_toptitel(struct chk *c)
{
	struct reg_papers p = {NULL, 0};
	for (size_t i = 0; c->sitzung && i < c->sitzung->ntops; i++) {
		const struct doc_top *t = &c->sitzung->tops[i];
		const bool several = doc_child(t->node, DOC_DRUCKSACHE) != NULL;
		const struct doc_node *title = t->vorlage && !several ? doc_child(t->node, DOC_TITEL) : NULL;
		if (!title)
			continue;
		if (!p.n)
			p = papers_here(c);
		const struct doc_agenda_paper *paper = find(&p, t->vorlage);
		if (paper && paper->titel && strcmp(paper->titel, chk_str(c, title)))
			chk_tell(c, RULE_TOPTITEL, title,
				"Der Punkt heißt „%s“, die Vorlage %s heißt „%s“; "
				"erwartet wird derselbe Titel, bitte <titel> entfernen: er kommt aus der Vorlage",
				chk_str(c, title), t->vorlage, paper->titel);
	}
}
