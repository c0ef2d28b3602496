/* abstimmungen.c: the votes of minutes: against those who were there, against the result, against their own parts. */
#include <limits.h>
#include <string.h>

#include "check/rule.h"
#include "model/niederschrift.h"
#include "model/wahl.h"

static const char *const names[] = {
	[DOC_JA] = "ja", [DOC_NEIN] = "nein", [DOC_ENTHALTUNG] = "enthaltung",
		[DOC_UNGUELTIG] = "ungueltig", [DOC_NICHT_BETEILIGT] = "nicht-beteiligt"};
static const enum doc_attr attrs[] = {DOC_A_JA, DOC_A_NEIN, DOC_A_ENTHALTUNG, DOC_A_UNGUELTIG, DOC_A_NICHT_BETEILIGT};

static bool counted(const struct doc_abstimmung *a)
{
	return a->zahl[DOC_JA] >= 0 && a->zahl[DOC_NEIN] >= 0 && a->zahl[DOC_ENTHALTUNG] >= 0;
}

static int sum(const struct doc_abstimmung *a)
{
	int n = 0;
	for (int k = 0; k < DOC_STIMMEN_MAX; k++)
		n += a->zahl[k] > 0 ? a->zahl[k] : 0;
	return n;
}

/* "TOP Ö 4" */
static const char *where(struct chk *c, const struct doc_abstimmung *a)
{
	if (!a->top)
		return "Zur Tagesordnung";
	return a->top->nummer ? mem_fmt(c->mem, "Bei TOP %s", a->top->nummer) : "Bei diesem Punkt";
}

static const char *called(struct chk *c, const struct doc_niederschrift *n, const struct doc_node *s)
{
	const struct doc_wer w = doc_wer(c->doc, s, n->datum);
	return w.name ? w.name : w.person;
}

/* "anwesend, stimmberechtigt und nicht befangen", where somebody is. */
static const char *those(const struct doc_abstimmung *a)
{
	return a->top && doc_child(a->top->node, DOC_BEFANGEN) ? "anwesend, stimmberechtigt und nicht befangen"
							       : "anwesend und stimmberechtigt";
}

/* ---- against those who were there */

/* So many as its parts say: the votes of persons, else those of groups. */
static int told(const struct doc_abstimmung *a, enum doc_stimme k)
{
	int n = 0;
	for (const struct doc_node *s = doc_child(a->node, DOC_STIMME); s; s = doc_next(s, DOC_STIMME))
		n += doc_is(s, DOC_A_WAHL, names[k]);
	for (const struct doc_node *s = n ? NULL : doc_child(a->node, DOC_STIMMEN); s; s = doc_next(s, DOC_STIMMEN))
		n += doc_get(s, attrs[k]) ? doc_zahl(doc_get(s, attrs[k])) : 0;
	return n;
}

static void incomplete(struct chk *c, const struct doc_abstimmung *a)
{
	int said = 0;
	for (int k = 0; k <= DOC_ENTHALTUNG; k++)
		said += a->zahl[k] >= 0;
	if (said && said <= DOC_ENTHALTUNG)
		chk_tell(c, RULE_STIMMEN, a->node,
			"Von ja, nein und enthaltung fehlt eines; erwartet werden alle 3 Zahlen, bitte ergänzen, auch "
			"mit 0");
	else if (!said && (a->namentlich || doc_child(a->node, DOC_STIMMEN)))
		chk_tell(c, RULE_STIMMEN, a->node,
			"Die Abstimmung nennt, %s gestimmt hat, und keine Zahlen; erwartet werden ja=\"%d\" "
			"nein=\"%d\" enthaltung=\"%d\", bitte ergänzen",
			a->namentlich ? "wer wie" : "wie jede Gruppe", told(a, DOC_JA), told(a, DOC_NEIN),
			told(a, DOC_ENTHALTUNG));
}

static const char *votes(struct chk *c, int n)
{
	return n == 1 ? "1 Stimme" : mem_fmt(c->mem, "%d Stimmen", n);
}

static const struct doc_teilnahme *taking_part(const struct doc_niederschrift *n, const char *person,
	const struct doc_abstimmung *a)
{
	const struct doc_verhandelt *at = a->top;
	for (size_t i = 0; person && i < n->nteilnahmen; i++) {
		const struct doc_teilnahme *t = &n->teilnahmen[i];
		if (t->wer.person && !strcmp(t->wer.person, person) && doc_stimmt_mit(t, a) &&
			(t->strittig || (at ? doc_anwesend(n, t, at) != DOC_NICHT_DA : t->da == DOC_ANWESEND)))
			return t;
	}
	return NULL;
}

static bool votes_again(const struct doc_abstimmung *a, const struct doc_node *s)
{
	const char *person = doc_get(s, DOC_A_PERSON);
	for (const struct doc_node *o = doc_child(a->node, DOC_STIMME); person && o != s; o = doc_next(o, DOC_STIMME))
		if (doc_is(o, DOC_A_PERSON, person))
			return true;
	return false;
}

/* In a roll call stands who could not vote: that is told, and nothing that follows from it. */
static bool called_wrongly(struct chk *c, const struct doc_abstimmung *a)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (const struct doc_node *s = doc_child(a->node, DOC_STIMME); s; s = doc_next(s, DOC_STIMME)) {
		const char *person = doc_get(s, DOC_A_PERSON);
		if (a->geheim || votes_again(a, s) || (a->top && doc_befangen(a->top, person)) ||
			(person && chk_all_named(c) && !taking_part(n, person, a) && !chk_is_unseen(c, person)))
			return true;
	}
	return false;
}

static void against_present(struct chk *c, const struct doc_abstimmung *a)
{
	const int n = sum(a);
	if (!counted(a) || called_wrongly(c, a))
		return;
	if (n > a->da.most + chk_unseen(c, a->gremium))
		chk_tell(c, RULE_STIMMEN, a->node,
			"%s zählen %s, %s %s %d; erwartet werden höchstens so viele, "
			"bitte Stimmen oder Anwesenheit berichtigen",
			where(c, a), votes(c, n), those(a), a->da.most == 1 ? "ist" : "sind", a->da.most);
	else if (n < a->da.least)
		chk_tell(c, RULE_STIMMEN, a->node,
			"%s zählen %s, %s sind %d; erwartet werden ebenso viele, "
			"bitte die fehlenden als nicht-beteiligt=\"%d\" angeben oder die Anwesenheit berichtigen",
			where(c, a), votes(c, n), those(a), a->da.least,
			a->da.least - n + (a->zahl[DOC_NICHT_BETEILIGT] > 0 ? a->zahl[DOC_NICHT_BETEILIGT] : 0));
}

/* What a vote is on is a resolution of its item. */
static void on_resolution(struct chk *c, const struct doc_abstimmung *a)
{
	const char *ids = doc_get(a->node, DOC_A_ZU);
	struct buf b = {0};
	size_t said = 0, found = doc_put_zu(&b, a->node);
	for (const char *p = ids ? ids : ""; *p; p += strcspn(p, " "), p += strspn(p, " "))
		said++;
	buf_free(&b);
	if (found < said)
		chk_tell(c, RULE_STIMMEN, a->node,
			"zu=\"%s\": einen solchen Beschluss hat der Punkt nicht; erwartet werden die ids seiner "
			"<beschluss>, bitte dort id=\"…\" ergänzen oder berichtigen",
			ids);
}

/* In a joint session each votes for itself, but for the agenda; told by chk_gemeinsam. */
static bool of_nobody(const struct doc_abstimmung *a)
{
	return a->gremium == DOC_ALLE && (a->top || doc_get(a->node, DOC_A_GREMIUM));
}

void chk_stimmen(struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (size_t i = 0; n && i < n->nabstimmungen; i++) {
		on_resolution(c, &n->abstimmungen[i]);
		incomplete(c, &n->abstimmungen[i]);
		if (chk_all_named(c) && !of_nobody(&n->abstimmungen[i]))
			against_present(c, &n->abstimmungen[i]);
	}
}

/* ---- against the result */

static const struct sty_ergebnis *known(struct chk *c, const struct doc_node *n, const char *id)
{
	const struct sty_ergebnis *e = sty_ergebnis(c->style, id);
	if (id && !e)
		chk_tell(c, RULE_ERGEBNIS, n,
			"ergebnis=\"%s\" steht nicht in der Liste der Kommune; erwartet wird eines von: %s; bitte "
			"berichtigen oder in regeln.xml ergänzen",
			id, sty_known_results(c->style, c->mem));
	return e;
}

static void against_result(struct chk *c, const struct doc_abstimmung *a)
{
	const struct sty_ergebnis *e = known(c, a->node, a->ergebnis);
	if (!e || !counted(a))
		return;
	const struct doc_entschieden d = doc_entschieden(a->node);
	const char *wrong = sty_contradiction(e, d.ja, d.nein, a->zahl[DOC_ENTHALTUNG]);
	if (wrong)
		chk_tell(c, RULE_ERGEBNIS, a->node,
			"„%s“ passt nicht zu %d Ja, %d Nein und %d %s: %s; bitte ergebnis oder Zahlen "
			"berichtigen",
			e->wort, a->zahl[DOC_JA], a->zahl[DOC_NEIN], a->zahl[DOC_ENTHALTUNG],
			a->zahl[DOC_ENTHALTUNG] == 1 ? "Enthaltung" : "Enthaltungen", wrong);
}

/* The chair decides where the town's rules say so, and only between as many yes as no. */
static void casting_vote(struct chk *c, const struct doc_abstimmung *a)
{
	const char *said = doc_get(a->node, DOC_A_STICHENTSCHEID);
	if (said && !sty_rule_is(c->style, "stichentscheid", "ja"))
		chk_tell(c, RULE_ERGEBNIS, a->node,
			"stichentscheid=\"%s\": nach den Regeln der Kommune ist bei Stimmengleichheit abgelehnt; bitte "
			"streichen oder in regeln.xml stichentscheid mit dem Wert ja eintragen",
			said);
	else if (said && counted(a) && a->zahl[DOC_JA] != a->zahl[DOC_NEIN])
		chk_tell(c, RULE_ERGEBNIS, a->node,
			"stichentscheid=\"%s\" bei %d Ja und %d Nein; erwartet wird er nur bei Stimmengleichheit, "
			"bitte streichen oder die Stimmen berichtigen",
			said, a->zahl[DOC_JA], a->zahl[DOC_NEIN]);
}

/* Where somebody is elected the rounds say with what result; that it was put off may be said besides. */
static void elected(struct chk *c, const struct doc_verhandelt *v, const struct sty_ergebnis *own)
{
	const char *is = doc_alle_gewaehlt(c->mem, v->node) ? "gewaehlt" : "nicht-gewaehlt";
	const struct sty_ergebnis *e = sty_ergebnis(c->style, is);
	if (own != e && (own->folge == STY_ANGENOMMEN || own->folge == STY_ABGELEHNT ||
			!strcmp(v->ergebnis, "nicht-gewaehlt")))
		chk_tell(c, RULE_ERGEBNIS, v->node,
			"Der Punkt hat das Ergebnis „%s“, die Wahl ergibt „%s“; bitte ergebnis=\"%s\" streichen oder "
			"die Stimmen berichtigen",
			own->wort, e ? e->wort : is, v->ergebnis);
}

/* The item's own result, and that of its last vote. */
static void own_result(struct chk *c, const struct doc_niederschrift *n, const struct doc_verhandelt *v)
{
	const char *own = doc_get(v->node, DOC_A_ERGEBNIS);
	const struct sty_ergebnis *e = known(c, v->node, own), *voted = NULL;
	bool any = false;
	for (size_t i = 0; i < n->nabstimmungen; i++)
		if (n->abstimmungen[i].top == v && !n->abstimmungen[i].antrag) {
			voted = sty_ergebnis(c->style, n->abstimmungen[i].ergebnis);
			any = true;
		}
	if (e && voted && e->folge != voted->folge)
		chk_tell(c, RULE_ERGEBNIS, v->node,
			"Der Punkt hat das Ergebnis „%s“, die letzte Abstimmung „%s“; erwartet wird dasselbe, bitte "
			"eines berichtigen",
			e->wort, voted->wort);
	if (e && !any && doc_child(v->node, DOC_WAHL))
		elected(c, v, e);
	any |= doc_child(v->node, DOC_WAHL) != NULL;
	if (e && !any && (e->stimmen == STY_EINSTIMMIG || e->stimmen == STY_MEHRHEITLICH ||
			e->stimmen == STY_KEINE_MEHRHEIT || e->stimmen == STY_EINSTIMMIG_DAGEGEN))
		chk_tell(c, RULE_ERGEBNIS, v->node,
			"„%s“ ist das Ergebnis einer Abstimmung, und es steht keine da; bitte <abstimmung "
			"ergebnis=\"%s\" ja=\"…\" nein=\"…\" enthaltung=\"…\"/> ergänzen",
			e->wort, own);
}

void chk_ergebnis(struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (size_t i = 0; n && i < n->nabstimmungen; i++) {
		casting_vote(c, &n->abstimmungen[i]);
		against_result(c, &n->abstimmungen[i]);
	}
	for (size_t i = 0; n && i < n->ntops; i++)
		own_result(c, n, &n->tops[i]);
}

/* ---- against its parts */

static int part(const struct doc_node *s, enum doc_attr a)
{
	const char *v = doc_get(s, a);
	return v ? doc_zahl(v) : 0;
}

static const char *group_name(const struct chk *c, const struct doc_node *s)
{
	const struct doc_stelle *g = doc_stelle(c->doc, doc_get(s, DOC_A_GRUPPE));
	return g ? g->name : doc_get(s, DOC_A_GRUPPE);
}

/* So many of a group may have been there; INT_MAX: nobody says who belongs to it. */
static int of_group(const struct doc_niederschrift *n, const struct doc_abstimmung *a, const char *group)
{
	int there = 0, all = 0;
	for (size_t i = 0; group && i < n->nteilnahmen; i++) {
		const struct doc_teilnahme *t = &n->teilnahmen[i];
		if (!doc_stimmt_mit(t, a) || !t->fuer || strcmp(t->fuer, group))
			continue;
		all++;
		const bool here = a->top
			? doc_anwesend(n, t, a->top) != DOC_NICHT_DA && !doc_befangen(a->top, t->wer.person)
			: t->da == DOC_ANWESEND;
		there += here || t->strittig ? t->stimmen : 0;
	}
	return all ? there : INT_MAX;
}

static void too_many_of_group(struct chk *c, const struct doc_niederschrift *n, const struct doc_abstimmung *a,
	const struct doc_node *s)
{
	int cast = 0, there = of_group(n, a, doc_get(s, DOC_A_GRUPPE));
	for (int k = 0; k < DOC_STIMMEN_MAX; k++)
		cast += part(s, attrs[k]);
	if (there < INT_MAX && cast > there + chk_unseen(c, a->gremium) && chk_all_named(c) && sum(a) <= a->da.most)
		chk_tell(c, RULE_STIMMENTEILE, s,
			"Die Gruppe „%s“ hat %s, von ihr %s stimmberechtigt da; bitte Stimmen oder Anwesenheit "
			"berichtigen",
			group_name(c, s), votes(c, cast),
			there == 1 ? "ist 1 Person" : mem_fmt(c->mem, "sind %d Personen", there));
}

static void groups(struct chk *c, const struct doc_niederschrift *n, const struct doc_abstimmung *a)
{
	int total[DOC_STIMMEN_MAX] = {0};
	const struct doc_node *first = doc_child(a->node, DOC_STIMMEN);
	if (first && a->geheim) {
		chk_tell(c, RULE_STIMMENTEILE, first,
			"Die Abstimmung ist geheim, und hier steht, wie eine Gruppe stimmt; bitte die Stimmen "
			"streichen oder die Abstimmung nicht geheim nennen");
		return;
	}
	for (const struct doc_node *s = first; s; s = doc_next(s, DOC_STIMMEN)) {
		too_many_of_group(c, n, a, s);
		for (int k = 0; k < DOC_STIMMEN_MAX; k++)
			total[k] += part(s, attrs[k]);
		for (const struct doc_node *o = first; o != s; o = doc_next(o, DOC_STIMMEN))
			if (doc_get(s, DOC_A_GRUPPE) && doc_is(o, DOC_A_GRUPPE, doc_get(s, DOC_A_GRUPPE)))
				chk_tell(c, RULE_STIMMENTEILE, s, "Die Gruppe „%s“ steht zweimal; bitte eine Zeile "
					"streichen",
					group_name(c, s));
	}
	/* whoever belongs to no group, the mayor for one, stands in none */
	struct buf more = {0};
	for (int k = 0; first && counted(a) && k < DOC_STIMMEN_MAX; k++)
		if (total[k] > (a->zahl[k] > 0 ? a->zahl[k] : 0))
			buf_fmt(&more, "%s%s=\"%d\", die Abstimmung %d", more.len ? ", und " : "", names[k], total[k],
				a->zahl[k] > 0 ? a->zahl[k] : 0);
	if (more.len)
		chk_tell(c, RULE_STIMMENTEILE, a->node,
			"Die Gruppen haben zusammen %s; erwartet werden höchstens so viele, bitte berichtigen",
			more.data);
	buf_free(&more);
}

/* Votes that somebody gives in a roll call. */
static int weight_of(const struct doc_niederschrift *n, const struct doc_node *s, const struct doc_abstimmung *a)
{
	const struct doc_teilnahme *t = taking_part(n, doc_get(s, DOC_A_PERSON), a);
	return t ? t->stimmen : 1;
}

static void voter(struct chk *c, const struct doc_niederschrift *n, const struct doc_abstimmung *a,
	const struct doc_node *s)
{
	const char *person = doc_get(s, DOC_A_PERSON), *name = called(c, n, s);
	if (a->top && doc_befangen(a->top, person))
		chk_tell(c, RULE_STIMMENTEILE, s,
			"„%s“ ist bei diesem Punkt befangen und kann nicht mit abstimmen; bitte streichen oder "
			"<befangen> berichtigen",
			name);
	else if (person && chk_all_named(c) && !taking_part(n, person, a) && !chk_is_unseen(c, person))
		chk_tell(c, RULE_STIMMENTEILE, s,
			"„%s“ ist bei dieser Abstimmung nicht anwesend oder nicht stimmberechtigt; bitte die Stimme "
			"oder <teilnahme> berichtigen",
			name);
	if (votes_again(a, s))
		chk_tell(c, RULE_STIMMENTEILE, s, "„%s“ stimmt zweimal ab; bitte eine Stimme streichen", name);
}

/* Whoever is there and may vote stands in a roll call. False: somebody does not, which is told. */
static bool all_called(struct chk *c, const struct doc_niederschrift *n, const struct doc_abstimmung *a)
{
	struct buf missing = {0};
	for (size_t i = 0; a->top && i < n->nteilnahmen; i++) {
		const struct doc_teilnahme *t = &n->teilnahmen[i];
		const struct doc_node *s = doc_child(a->node, DOC_STIMME);
		while (s && t->wer.person && !doc_is(s, DOC_A_PERSON, t->wer.person))
			s = doc_next(s, DOC_STIMME);
		if (!s && t->wer.person && t->wer.name && doc_stimmt_mit(t, a) &&
			!doc_befangen(a->top, t->wer.person) && !t->strittig &&
				doc_anwesend(n, t, a->top) == DOC_DA)
			buf_fmt(&missing, "%s„%s“", missing.len ? ", " : "", t->wer.name);
	}
	if (missing.len)
		chk_tell(c, RULE_STIMMENTEILE, a->node,
			"In der namentlichen Abstimmung fehlt, wer anwesend und stimmberechtigt ist: %s; bitte <stimme "
			"person=\"…\" wahl=\"…\"/> ergänzen, auch mit wahl=\"nicht-beteiligt\"",
			missing.data);
	const bool all = !missing.len;
	buf_free(&missing);
	return all;
}

/* Its sums, in one message. */
static void as_counted(struct chk *c, const struct doc_niederschrift *n, const struct doc_abstimmung *a)
{
	int total[DOC_STIMMEN_MAX] = {0};
	struct buf said = {0}, is = {0};
	for (const struct doc_node *s = doc_child(a->node, DOC_STIMME); s; s = doc_next(s, DOC_STIMME))
		for (int k = 0; k < DOC_STIMMEN_MAX; k++)
			total[k] += doc_is(s, DOC_A_WAHL, names[k]) ? weight_of(n, s, a) : 0;
	for (int k = 0; counted(a) && k < DOC_STIMMEN_MAX; k++) {
		if (total[k] == (a->zahl[k] > 0 ? a->zahl[k] : 0))
			continue;
		buf_fmt(&is, "%s%d mit %s", is.len ? ", " : "", total[k], names[k]);
		buf_fmt(&said, "%s%s=\"%d\"", said.len ? " " : "", names[k], a->zahl[k] > 0 ? a->zahl[k] : 0);
	}
	if (is.len)
		chk_tell(c, RULE_STIMMENTEILE, a->node,
			"Namentlich stimmen %s, die Abstimmung hat %s; erwartet wird dasselbe, bitte berichtigen",
			is.data, said.data);
	buf_free(&is);
	buf_free(&said);
}

static void roll_call(struct chk *c, const struct doc_niederschrift *n, const struct doc_abstimmung *a)
{
	const struct doc_node *first = doc_child(a->node, DOC_STIMME);
	if (first && a->geheim)
		chk_tell(c, RULE_STIMMENTEILE, first,
			"Die Abstimmung ist geheim, und hier steht, wie jemand stimmt; bitte die Stimmen streichen "
			"oder art=\"namentlich\" setzen");
	if (!first && a->namentlich)
		chk_tell(c, RULE_STIMMENTEILE, a->node,
			"Die Abstimmung ist namentlich, und es steht keine Stimme da; bitte je Person <stimme "
			"person=\"…\" wahl=\"…\"/> ergänzen");
	for (const struct doc_node *s = a->geheim ? NULL : first; s; s = doc_next(s, DOC_STIMME))
		voter(c, n, a, s);
	if (first && !called_wrongly(c, a) && (!chk_all_named(c) || all_called(c, n, a)))
		as_counted(c, n, a);
}

void chk_stimmenteile(struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (size_t i = 0; n && i < n->nabstimmungen; i++) {
		groups(c, n, &n->abstimmungen[i]);
		roll_call(c, n, &n->abstimmungen[i]);
	}
}

/* The next vote on the matter behind a part of an item. */
static const struct doc_node *vote_behind(const struct doc_node *p)
{
	while (p && p->kind != DOC_ABSTIMMUNG)
		p = p->next;
	return p;
}

/* Changes to a proposal are voted on before it; where its resolutions are voted on one by one, before the last. */
void chk_antragsfolge(struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (size_t i = 0; n && i < n->ntops; i++) {
		const struct doc_node *voted = NULL;
		for (const struct doc_node *p = n->tops[i].node->first; p; p = p->next) {
			if (p->kind == DOC_ABSTIMMUNG && (!doc_get(p, DOC_A_ZU) || !vote_behind(p->next)))
				voted = p;
			if (p->kind == DOC_ANTRAG && doc_is(p, DOC_A_ART, "aenderung") && voted)
				chk_tell(c, RULE_ANTRAGSFOLGE, p,
					"Der Änderungsantrag steht nach der Abstimmung über die Sache (%s); erwartet "
					"wird er davor, bitte umstellen",
					chk_place(c, voted));
		}
	}
}
