/* niederschrift.c: the minutes of a session: who is named, when things happened, and whether every item of the
 * announced
 * agenda came to an end. */
#include <string.h>

#include "check/slip.h"
#include "check/rule.h"
#include "model/niederschrift.h"
#include "model/public.h"
#include "register/register.h"

static const struct doc_niederschrift *minutes(const struct chk *c)
{
	return doc_niederschrift(c->doc);
}

/* ---- who is named */

static const enum doc_kind naming[] = {DOC_LEITUNG, DOC_SCHRIFTFUEHRUNG, DOC_EINWAND, DOC_TEILNAHME, DOC_BEFANGEN,
	DOC_FRAGE, DOC_ANTRAG, DOC_STIMME, DOC_ANTWORT, DOC_UNTERZEICHNUNG, DOC_BESCHLUSSFAEHIGKEIT,
	DOC_BEWERBUNG};
enum { NAMING = sizeof naming / sizeof *naming };

static const struct doc_node *person_called(const struct chk *c, const char *name, struct date day)
{
	const struct doc_node *p = c->doc->verzeichnis ? doc_child(c->doc->verzeichnis->root, DOC_PERSON) : NULL;
	for (; p; p = doc_next(p, DOC_PERSON)) {
		const char *called = doc_person_name(c->doc, p, day);
		if (called && !strcmp(called, name))
			return p;
	}
	return NULL;
}

static void named(struct chk *c, struct chk_map *strays, const struct doc_node *n, struct date day)
{
	const char *id = doc_get(n, DOC_A_PERSON), *said = doc_get(n, DOC_A_NAME);
	const struct doc_node *p = doc_person(c->doc, id);
	if (id && !p) {
		const char *meant = chk_slip_of(c, strays, id, DOC_PERSON, DOC_PERSON);
		chk_tell(c, RULE_PERSON, n,
			"person=\"%s\" steht nicht im Verzeichnis; %sbitte die id berichtigen, die Person in "
			"verzeichnis.xml ergänzen oder name=\"…\" angeben",
			id, meant ? mem_fmt(c->mem, "gemeint ist wohl %s, ", meant) : "");
		return;
	}
	const char *called = p ? doc_person_name(c->doc, p, day) : NULL;
	if (said && called && strcmp(said, called))
		chk_tell(c, RULE_PERSON, n,
			"„%s“ heißt im Verzeichnis am %s „%s“; erwartet wird der Name von diesem Tag, bitte name=\"…\" "
			"streichen",
			said, chk_day(c, day), called);
	else if (said && !id && person_called(c, said, day))
		chk_tell(c, RULE_PERSON, n,
			"„%s“ steht im Verzeichnis; erwartet wird person=\"%s\", bitte statt name angeben", said,
			doc_get(person_called(c, said, day), DOC_A_ID));
	else if (said && !id && n->kind == DOC_TEILNAHME &&
		(!doc_get(n, DOC_A_ALS) || doc_is(n, DOC_A_ALS, "stimmberechtigt")))
		chk_tell(c, RULE_PERSON, n,
			"„%s“ steht am %s nicht im Verzeichnis; bitte in verzeichnis.xml ergänzen und person=\"…\" "
			"angeben, oder sagen, als was diese Person da ist, etwa als=\"gast\"",
			said, chk_day(c, day));
	else if (said && !id && n->kind == DOC_LEITUNG)
		chk_tell(c, RULE_PERSON, n,
			"„%s“ leitet die Sitzung und steht am %s nicht im Verzeichnis; bitte in verzeichnis.xml "
			"ergänzen und person=\"…\" angeben, oder amt=\"…\" ohne Namen",
			said, chk_day(c, day));
}

/* A membership that is over, or not begun. */
static void not_that_day(struct chk *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	const struct doc_node *p = doc_person(c->doc, t->wer.person);
	const bool claims = doc_is(t->node, DOC_A_ALS, "stimmberechtigt");
	bool ever = false;
	for (const struct doc_node *m = p ? doc_child(p, DOC_MITGLIEDSCHAFT) : NULL; m;
		m = doc_next(m, DOC_MITGLIEDSCHAFT))
		ever |= doc_gremium_nr(&n->gremien, doc_get(m, DOC_A_GREMIUM)) < n->gremien.n;
	if (!p || t->weitere || t->mitglied || t->vertritt || (!claims && (!ever || doc_get(t->node, DOC_A_ALS))))
		return;
	chk_tell(c, RULE_PERSON, t->node,
		"„%s“ ist am %s laut Verzeichnis nicht Mitglied des Gremiums; bitte von und bis der Mitgliedschaft "
		"prüfen oder als=\"gast\" angeben",
		t->wer.name, chk_day(c, n->datum));
}

void chk_person(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	struct chk_map strays = {0};
	for (int k = 0; n && k < NAMING; k++)
		for (size_t i = 0; i < c->kind[naming[k]].n; i++)
			named(c, &strays, c->kind[naming[k]].at[i], n->datum);
	chk_map_free(&strays);
	for (size_t i = 0; n && i < n->nteilnahmen; i++)
		not_that_day(c, n, &n->teilnahmen[i]);
}

static bool misspelt(struct chk *c, struct chk_map *strays, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_PERSON);
	return id && !doc_person(c->doc, id) && chk_slip_of(c, strays, id, DOC_PERSON, DOC_PERSON);
}

bool chk_all_named(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	struct chk_map strays = {0};
	if (!c->named)
		c->named = n && n->gremium && !doc_stelle(c->doc, n->gremium) ? -1 : 1;
	for (int k = 0; n && c->named > 0 && k < NAMING; k++)
		for (size_t i = 0; i < c->kind[naming[k]].n; i++)
			if (misspelt(c, &strays, c->kind[naming[k]].at[i]))
				c->named = -1;
	chk_map_free(&strays);
	return c->named > 0;
}

/* ---- who was there */

static const struct doc_teilnahme *row_of(const struct doc_niederschrift *n, const char *person)
{
	for (size_t i = 0; person && i < n->nteilnahmen; i++)
		if (n->teilnahmen[i].wer.person && !strcmp(n->teilnahmen[i].wer.person, person))
			return &n->teilnahmen[i];
	return NULL;
}

static void item_exists(struct chk *c, const struct doc_niederschrift *n, const struct doc_node *at, enum doc_attr a)
{
	const char *id = doc_get(at, a);
	if (id && !doc_verhandelt(n, id))
		chk_tell(c, RULE_ANWESEND, at, "%s=\"%s\": diesen Punkt gibt es in der Niederschrift nicht; bitte die "
			"id berichtigen", doc_attr_name(a), id);
}

/* From a time and from an item: one of both. */
static void one_of(struct chk *c, const struct doc_node *at, enum doc_attr a, enum doc_attr b)
{
	if (doc_get(at, a) && doc_get(at, b))
		chk_tell(c, RULE_ANWESEND, at, "%s und %s stehen nebeneinander; erwartet wird eines, bitte das andere "
			"streichen", doc_attr_name(a), doc_attr_name(b));
}

/* A deputy stands in for a member of the body who is not there. */
static void stand_in(struct chk *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	const struct doc_teilnahme *other = row_of(n, t->vertritt);
	if (chk_all_named(c) && !doc_mitglied(c->doc, t->vertritt, n->gremien.all[t->gremium], n->datum)) {
		chk_tell(c, RULE_ANWESEND, t->node,
			"vertritt=\"%s\": diese Person ist am %s nicht Mitglied des Gremiums; bitte die id berichtigen",
			t->vertritt, chk_day(c, n->datum));
		return;
	}
	if (t->mitglied && doc_stimmt_ab(c->doc, t->wer.person, n->gremien.all[t->gremium], n->datum)) {
		chk_tell(c, RULE_ANWESEND, t->node,
			"„%s“ ist am %s selbst stimmberechtigtes Mitglied und vertritt „%s“; erwartet wird eine "
			"Vertretung ohne eigene Stimme, bitte vertritt=\"…\" streichen oder die Person berichtigen",
			t->wer.name ? t->wer.name : "?", chk_day(c, n->datum), t->vertritt);
		return;
	}
	for (size_t i = 0; other && t->da == DOC_ANWESEND && i < n->ntops; i++)
		if (doc_anwesend(n, t, &n->tops[i]) == DOC_DA && doc_anwesend(n, other, &n->tops[i]) == DOC_DA) {
			chk_tell(c, RULE_ANWESEND, t->node,
				"„%s“ vertritt „%s“, und beide sind anwesend (TOP %s); erwartet wird die vertretene "
				"Person entschuldigt, bitte berichtigen",
				t->wer.name ? t->wer.name : "?", other->wer.name ? other->wer.name : t->vertritt,
				n->tops[i].nummer ? n->tops[i].nummer : n->tops[i].id);
			return;
		}
}

/* Two stand in for the same person, at the same item. */
static void two_deputies(struct chk *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	for (const struct doc_teilnahme *o = n->teilnahmen; o < t; o++)
		for (size_t i = 0; o->vertritt && o->node != t->node && !strcmp(o->vertritt, t->vertritt) &&
			i < n->ntops; i++)
			if (doc_anwesend(n, t, &n->tops[i]) == DOC_DA && doc_anwesend(n, o, &n->tops[i]) == DOC_DA) {
				chk_tell(c, RULE_ANWESEND, t->node,
					"„%s“ und „%s“ vertreten dieselbe Person (TOP %s); erwartet wird eine "
					"Vertretung, bitte vertritt=\"…\" berichtigen",
					o->wer.name ? o->wer.name : "?", t->wer.name ? t->wer.name : "?",
					n->tops[i].nummer ? n->tops[i].nummer : n->tops[i].id);
				return;
			}
}

/* Who is not there neither comes nor goes; who comes goes afterwards. */
static void comes_and_goes(struct chk *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	static const enum doc_attr when[] = {DOC_A_AB, DOC_A_BIS, DOC_A_AB_TOP, DOC_A_BIS_TOP};
	const struct doc_verhandelt *from = doc_verhandelt(n, doc_get(t->node, DOC_A_AB_TOP)),
				    *to = doc_verhandelt(n, doc_get(t->node, DOC_A_BIS_TOP));
	for (size_t i = 0; t->da != DOC_ANWESEND && i < sizeof when / sizeof *when; i++)
		if (doc_get(t->node, when[i]))
			chk_tell(c, RULE_ANWESEND, t->node,
				"stand=\"%s\" und %s=\"%s\" widersprechen sich; wer zeitweise da war, ist anwesend, "
				"bitte eines streichen",
				doc_get(t->node, DOC_A_STAND), doc_attr_name(when[i]), doc_get(t->node, when[i]));
	if (from && to && from > to)
		chk_tell(c, RULE_ANWESEND, t->node,
			"ab-top=\"%s\" liegt nach bis-top=\"%s\"; wer zwischendurch fehlt, bekommt <abwesend>, bitte "
			"berichtigen",
			from->id, to->id);
}

static bool both_at_once(const struct doc_niederschrift *n, const struct doc_teilnahme *a,
	const struct doc_teilnahme *b)
{
	bool both = !n->ntops || a->da != DOC_ANWESEND || b->da != DOC_ANWESEND;
	for (size_t i = 0; !both && i < n->ntops; i++)
		both = doc_anwesend(n, a, &n->tops[i]) == DOC_DA && doc_anwesend(n, b, &n->tops[i]) == DOC_DA;
	return both;
}

/* Only whoever stands in for one and then for another, or comes back as something else, has a line for each. */
static void stands_twice(struct chk *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	for (const struct doc_teilnahme *o = n->teilnahmen; t->wer.person && o < t; o++)
		if (o->wer.person && !strcmp(o->wer.person, t->wer.person) && o->node != t->node &&
			both_at_once(n, o, t)) {
			chk_tell(c, RULE_ANWESEND, t->node,
				"„%s“ steht schon in %s; erwartet wird jede Person einmal, wer zwischendurch fehlt, "
				"bekommt <abwesend>, wer nacheinander zwei vertritt, in jeder Zeile bis und ab",
				t->wer.name ? t->wer.name : t->wer.person, chk_place(c, o->node));
			return;
		}
}

/* What is wrong with one line of the attendance by itself. */
static void row(struct chk *c, const struct doc_niederschrift *n, const struct doc_teilnahme *t)
{
	static const enum doc_attr items[] = {DOC_A_AB_TOP, DOC_A_BIS_TOP};
	for (size_t k = 0; k < 2; k++)
		item_exists(c, n, t->node, items[k]);
	one_of(c, t->node, DOC_A_AB, DOC_A_AB_TOP);
	one_of(c, t->node, DOC_A_BIS, DOC_A_BIS_TOP);
	for (const struct doc_node *a = doc_child(t->node, DOC_ABWESEND); a; a = doc_next(a, DOC_ABWESEND)) {
		item_exists(c, n, a, DOC_A_VON_TOP);
		item_exists(c, n, a, DOC_A_BIS_TOP);
	}
	stands_twice(c, n, t);
	if (!t->wer.person && !t->wer.name && !t->wer.amt)
		chk_tell(c, RULE_ANWESEND, t->node,
			"<teilnahme> nennt niemanden; erwartet wird person=\"…\", name=\"…\" oder amt=\"…\"");
	if ((doc_is(t->node, DOC_A_ALS, "gast") || doc_is(t->node, DOC_A_ALS, "verwaltung")) &&
		doc_stimmt_ab(c->doc, t->wer.person, n->gremien.all[t->gremium], n->datum))
		chk_tell(c, RULE_ANWESEND, t->node,
			"„%s“ ist am %s stimmberechtigtes Mitglied und steht hier als=\"%s\"; bitte als=\"…\" "
			"streichen oder die Mitgliedschaft im Verzeichnis berichtigen",
			t->wer.name, chk_day(c, n->datum), doc_get(t->node, DOC_A_ALS));
	comes_and_goes(c, n, t);
	if (t->vertritt) {
		stand_in(c, n, t);
		two_deputies(c, n, t);
	}
}

static bool may_vote_here(const struct chk *c, const struct doc_niederschrift *n, const char *person)
{
	bool votes = false;
	for (size_t i = 0; i < n->gremien.n; i++)
		votes |= doc_stimmt_ab(c->doc, person, n->gremien.all[i], n->datum);
	return votes;
}

static bool was_there(const struct doc_niederschrift *n, const char *person, const struct doc_verhandelt *at)
{
	for (size_t i = 0; person && i < n->nteilnahmen; i++) {
		const struct doc_teilnahme *t = &n->teilnahmen[i];
		if (t->wer.person && !strcmp(t->wer.person, person) && t->da == DOC_ANWESEND &&
			(!at || t->strittig || doc_anwesend(n, t, at) != DOC_NICHT_DA))
			return true;
	}
	return false;
}

bool chk_is_unseen(struct chk *c, const char *person)
{
	const struct chk_list *leads = &c->kind[DOC_LEITUNG];
	size_t i = 0;
	while (person && i < leads->n && !doc_is(leads->at[i], DOC_A_PERSON, person))
		i++;
	return person && i < leads->n && doc_person(c->doc, person) && !was_there(minutes(c), person, NULL);
}

int chk_unseen(struct chk *c, size_t body)
{
	const struct doc_niederschrift *n = minutes(c);
	const struct doc_node *p = c->doc->verzeichnis ? doc_child(c->doc->verzeichnis->root, DOC_PERSON) : NULL;
	int votes = 0;
	for (; p; p = doc_next(p, DOC_PERSON)) {
		const char *id = doc_get(p, DOC_A_ID);
		int most = 0;
		for (size_t i = 0; chk_is_unseen(c, id) && i < n->gremien.n; i++)
			if ((body == DOC_ALLE || body == i) && doc_stimmt_ab(c->doc, id, n->gremien.all[i], n->datum))
				most = doc_stimmen_von(doc_mitglied(c->doc, id, n->gremien.all[i], n->datum));
		votes += most;
	}
	return votes;
}

/* Of every member it is said whether he was there. */
static void unsaid(struct chk *c, const struct doc_niederschrift *n)
{
	const struct doc_node *up = doc_child(n->node, DOC_ANWESENHEIT),
			      *p = c->doc->verzeichnis ? doc_child(c->doc->verzeichnis->root, DOC_PERSON) : NULL;
	struct buf missing = {0};
	for (; up && p; p = doc_next(p, DOC_PERSON))
		if (may_vote_here(c, n, doc_get(p, DOC_A_ID)) &&
			!row_of(n, doc_get(p, DOC_A_ID)) && !chk_is_unseen(c, doc_get(p, DOC_A_ID)))
			buf_fmt(&missing, "%s„%s“", missing.len ? ", " : "", doc_person_name(c->doc, p, n->datum));
	if (missing.len)
		chk_tell_as(c, RULE_ANWESEND, DIAG_WARNUNG, up,
			"Von Mitgliedern steht nicht da, ob sie anwesend waren: %s; bitte <teilnahme> ergänzen, wer "
			"fehlt, mit stand=\"entschuldigt\" oder stand=\"abwesend\"",
			missing.data);
	buf_free(&missing);
}

/* A person of the directory who is said to do something has to be there; of one who leads that is told once. */
static void there(struct chk *c, const struct doc_niederschrift *n, enum doc_kind kind, const char *does)
{
	for (size_t i = 0; i < c->kind[kind].n; i++) {
		const struct doc_node *at = c->kind[kind].at[i];
		const char *id = doc_get(at, DOC_A_PERSON);
		const struct doc_verhandelt *v = doc_punkt_von(n, at);
		if (doc_person(c->doc, id) && !was_there(n, id, v) && (kind == DOC_LEITUNG || !chk_is_unseen(c, id)))
			chk_tell(c, RULE_ANWESEND, at,
				"„%s“ %s, ist aber%s nicht anwesend; bitte <teilnahme> ergänzen oder berichtigen",
				doc_person_name(c->doc, doc_person(c->doc, id), n->datum), does, v ? " bei diesem "
					"Punkt" : "");
	}
}

/* ---- who leads ---- */

static bool is_led(const struct doc_niederschrift *n, const struct chk_list *leads, const struct doc_verhandelt *at)
{
	for (size_t i = 0; i < leads->n; i++)
		if (doc_leitet(n, leads->at[i], at) != DOC_NICHT_DA)
			return true;
	return false;
}

/* The first item that nobody leads: who led left, is biased or was not there yet, and nobody took over. That somebody
 * who leads was not there at all is told by itself. */
static void led(struct chk *c, const struct doc_niederschrift *n)
{
	const struct chk_list *leads = &c->kind[DOC_LEITUNG];
	const struct doc_verhandelt *v = NULL;
	for (size_t i = 0; i < leads->n; i++)
		if (chk_is_unseen(c, doc_get(leads->at[i], DOC_A_PERSON)))
			return;
	for (size_t i = 0; leads->n && !v && i < n->ntops; i++)
		if (!n->tops[i].entfallen && !n->tops[i].gemeinsam && !is_led(n, leads, &n->tops[i]))
			v = &n->tops[i];
	if (v)
		chk_tell(c, RULE_LEITUNG, v->node,
			"Bei TOP %s leitet niemand die Sitzung: Wer als <leitung> genannt ist, ist nicht da, befangen "
			"oder leitet nur zu anderer Zeit; bitte die Vertretung ergänzen, etwa <leitung person=\"…\" "
			"ab-top=\"%s\" bis-top=\"%s\"/>, oder die Anwesenheit berichtigen",
			v->nummer ? v->nummer : v->id, v->id, v->id);
}

void chk_leitung(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	for (size_t i = 0; n && i < c->kind[DOC_LEITUNG].n; i++) {
		const struct doc_node *l = c->kind[DOC_LEITUNG].at[i];
		item_exists(c, n, l, DOC_A_AB_TOP);
		item_exists(c, n, l, DOC_A_BIS_TOP);
		one_of(c, l, DOC_A_VON, DOC_A_AB_TOP);
		one_of(c, l, DOC_A_BIS, DOC_A_BIS_TOP);
	}
	if (n && chk_all_named(c))
		led(c, n);
}

/* Of an item each once. */
static void biased_once(struct chk *c, const struct doc_niederschrift *n)
{
	for (size_t i = 0; i < c->kind[DOC_BEFANGEN].n; i++) {
		const struct doc_node *b = c->kind[DOC_BEFANGEN].at[i], *o = doc_child(b->parent, DOC_BEFANGEN);
		const char *id = doc_get(b, DOC_A_PERSON);
		while (o != b && !(id && doc_is(o, DOC_A_PERSON, id)))
			o = doc_next(o, DOC_BEFANGEN);
		if (o != b)
			chk_tell(c, RULE_ANWESEND, b,
				"„%s“ steht bei diesem Punkt schon als befangen da; bitte eine Zeile streichen",
				doc_person(c->doc, id) ? doc_person_name(c->doc, doc_person(c->doc, id), n->datum)
						       : id);
	}
}

void chk_anwesend(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	for (size_t i = 0; n && i < n->nteilnahmen; i++)
		if (!n->teilnahmen[i].weitere)
			row(c, n, &n->teilnahmen[i]);
	if (!n || !chk_all_named(c))
		return;
	unsaid(c, n);
	biased_once(c, n);
	there(c, n, DOC_LEITUNG, "leitet die Sitzung");
	there(c, n, DOC_BEFANGEN, "ist befangen");
	there(c, n, DOC_ANTRAG, "stellt einen Antrag");
	there(c, n, DOC_FRAGE, "stellt eine Frage");
	there(c, n, DOC_BESCHLUSSFAEHIGKEIT, "beantragt eine Feststellung");
}

/* ---- when */

struct clock { struct chk *c; int at, base; const struct doc_node *last; };

/* A time after the last one; after midnight the day goes on. */
static void tick(struct clock *k, const struct doc_node *n, enum doc_attr a)
{
	enum { DAY = 24 * 60 };
	int t = doc_minuten(doc_get(n, a));
	if (t < 0)
		return;
	if (doc_after_midnight(t, k->base))
		t += DAY;
	if (t < k->at)
		chk_tell(k->c, RULE_ZEITFOLGE, n,
			"%s=\"%s\" liegt vor der Zeit in %s; erwartet werden die Zeiten in ihrer Reihenfolge, bitte "
			"berichtigen",
			doc_attr_name(a), doc_get(n, a), chk_place(k->c, k->last));
	k->at = t;                                     /* one that is too late is told once */
	k->last = n;
}

/* Within one element, and within the session. */
static void span(struct chk *c, const struct doc_niederschrift *n, const struct doc_node *at, enum doc_attr from,
	enum doc_attr to)
{
	struct clock k = {c, doc_minuten(n->beginn), doc_minuten(n->beginn), n->node}, end = k;
	tick(&k, at, from);
	tick(&k, at, to);
	tick(&end, n->node, DOC_A_ENDE);
	if (n->ende && k.last == at && k.at > end.at)
		chk_tell(c, RULE_ZEITFOLGE, at,
			"%s=\"%s\" liegt nach dem Ende der Sitzung (%s); bitte eines davon berichtigen",
			doc_attr_name(doc_get(at, to) ? to : from), doc_get(at, doc_get(at, to) ? to : from), n->ende);
}

static void between_items(struct clock *k, const struct doc_node *at)
{
	if (at->kind == DOC_UNTERBRECHUNG) {
		tick(k, at, DOC_A_VON);
		tick(k, at, DOC_A_BIS);
	} else if (at->kind == DOC_BESCHLUSSFAEHIGKEIT) {
		tick(k, at, DOC_A_UHRZEIT);
	}
}

void chk_zeitfolge(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	if (!n)
		return;
	struct clock k = {c, doc_minuten(n->beginn), doc_minuten(n->beginn), n->node};
	for (size_t i = 0; i < c->kind[DOC_SITZUNGSTEIL].n; i++) {
		const struct doc_node *p = c->kind[DOC_SITZUNGSTEIL].at[i];
		tick(&k, p, DOC_A_BEGINN);
		for (const struct doc_node *e = p->first; e; e = e->next) {
			tick(&k, e, DOC_A_BEGINN);
			between_items(&k, e);
			for (const struct doc_node *u = e->first; u; u = u->next)
				between_items(&k, u);
			tick(&k, e, DOC_A_ENDE);
		}
		tick(&k, p, DOC_A_ENDE);
	}
	tick(&k, n->node, DOC_A_ENDE);
	for (size_t i = 0; i < n->nteilnahmen; i++) {
		span(c, n, n->teilnahmen[i].node, DOC_A_AB, DOC_A_BIS);
		for (const struct doc_node *a = doc_child(n->teilnahmen[i].node, DOC_ABWESEND); a;
			a = doc_next(a, DOC_ABWESEND))
			span(c, n, a, DOC_A_VON, DOC_A_BIS);
	}
	for (size_t i = 0; i < c->kind[DOC_LEITUNG].n; i++)
		span(c, n, c->kind[DOC_LEITUNG].at[i], DOC_A_VON, DOC_A_BIS);
}

/* Days after the session: signatures, approval, corrections. */
static struct date later(struct chk *c, const struct doc_node *n, struct date after, const char *what)
{
	struct date d;
	if (!doc_get(n, DOC_A_DATUM) || !date_parse(&d, doc_get(n, DOC_A_DATUM)))
		return after;
	if (date_cmp(d, after) < 0)
		chk_tell(c, RULE_NIEDERSCHRIFTTAG, n, "%s ist vom %s, das ist vor dem %s; bitte ein Datum "
			"berichtigen", what,
			chk_day(c, d), chk_day(c, after));
	return date_cmp(d, after) < 0 ? after : d;
}

/* What is to be done, or answered, is due after the session. */
static void due_before(struct chk *c, const struct doc_niederschrift *n, enum doc_kind kind, enum doc_attr a,
	const char *what)
{
	for (size_t i = 0; i < c->kind[kind].n; i++) {
		const struct doc_node *at = c->kind[kind].at[i];
		struct date d;
		if (doc_get(at, a) && date_parse(&d, doc_get(at, a)) && date_cmp(d, n->datum) < 0)
			chk_tell(c, RULE_NIEDERSCHRIFTTAG, at,
				"%s=\"%s\": %s wäre vor der Sitzung am %s fällig; erwartet wird ein späterer Tag, "
				"bitte berichtigen",
				doc_attr_name(a), doc_get(at, a), what, chk_day(c, n->datum));
	}
}

/* A later session approves, or at the end of the last one of a period the session itself. */
static void approved_where(struct chk *c, const struct doc_niederschrift *n, const struct doc_node *approved)
{
	struct date d;
	if (doc_is(approved, DOC_A_SITZUNG, n->sitzung) && doc_get(approved, DOC_A_DATUM) &&
		date_parse(&d, doc_get(approved, DOC_A_DATUM)) && date_cmp(d, n->datum))
		chk_tell(c, RULE_NIEDERSCHRIFTTAG, approved,
			"sitzung=\"%s\" ist die Sitzung dieser Niederschrift, genehmigt ist sie am %s; erwartet wird "
			"die Sitzung, die sie genehmigt hat, bitte berichtigen",
			n->sitzung, chk_day(c, d));
}

/* What is said of the invitation is worked out from its day. */
static void invited(struct chk *c, const struct doc_niederschrift *n)
{
	const struct date known = chk_reg(c)
		? reg_session_head(chk_reg(c), c->mem, reg_key(c->doc->ort, n->sitzung)).day : (struct date){0};
	const struct doc_node *at = doc_angabe(c->doc, DOC_BEKANNTMACHUNG);
	if (!at || !n->ladung.day)
		return;
	if (date_cmp(n->ladung, n->datum) > 0)
		chk_tell(c, RULE_NIEDERSCHRIFTTAG, at,
			"Die Bekanntmachung ist vom %s, das ist nach der Sitzung am %s; bitte ein Datum berichtigen",
			chk_day(c, n->ladung), chk_day(c, n->datum));
	else if (known.day && date_cmp(known, n->ladung))
		chk_tell(c, RULE_NIEDERSCHRIFTTAG, at,
			"Die Bekanntmachung ist vom %s, in der Sitzung steht der %s; erwartet wird derselbe Tag, "
			"bitte einen berichtigen",
			chk_day(c, n->ladung), chk_day(c, known));
}

void chk_niederschrifttag(struct chk *c)
{
	const struct doc_niederschrift *n = minutes(c);
	if (!n)
		return;
	invited(c, n);
	due_before(c, n, DOC_AUFTRAG, DOC_A_FRIST, "der Auftrag");
	due_before(c, n, DOC_AUFTRAG, DOC_A_BERICHT, "der Bericht");
	due_before(c, n, DOC_ANTWORT, DOC_A_SPAETER, "die Antwort");
	struct date at = n->datum;
	const struct doc_node *approved = doc_child(n->node, DOC_GENEHMIGUNG),
			      *more = doc_child(n->node, DOC_NACHTRAG);
	for (const struct doc_node *u = doc_child(n->node, DOC_UNTERZEICHNUNG); u; u = doc_next(u, DOC_UNTERZEICHNUNG))
		later(c, u, n->datum, "Die Unterschrift");
	if (approved)
		approved_where(c, n, approved);
	if (approved)
		at = later(c, approved, at, "Die Genehmigung");
	if (approved && !n->unterschrieben)
		chk_tell(c, RULE_NIEDERSCHRIFTTAG, approved,
			"Genehmigt ist die Niederschrift, aber nicht unterschrieben; bitte bei jeder <unterzeichnung> "
			"datum=\"…\" eintragen");
	if (more && !approved)
		chk_tell(c, RULE_NIEDERSCHRIFTTAG, more,
			"Ein Nachtrag berichtigt eine genehmigte Niederschrift, diese ist es noch nicht; bitte den "
			"Text selbst berichtigen oder <genehmigung datum=\"…\"/> eintragen");
	for (; more; more = doc_next(more, DOC_NACHTRAG))
		at = later(c, more, at, "Der Nachtrag");
}
