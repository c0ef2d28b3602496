/* wahl.c: elections in minutes: ballots against those who were there, votes against ballots, the lot where it must
 * decide. */
#include "model/wahl.h"

#include <limits.h>
#include <string.h>

#include "check/rule.h"

struct election {
	struct chk *c;
	const struct doc_verhandelt *v;
	const struct doc_wahl *w;
	struct doc_punkt_da da;                        /* of the body that elects */
};

static void stands(const struct election *e, const struct doc_node *s)
{
	const char *id = doc_get(s, DOC_A_BEWERBUNG);
	if (!id)
		return;                                /* told by the schema */
	if (!doc_bewerbung(e->w, id))
		chk_tell(e->c, RULE_WAHL, s,
			"bewerbung=\"%s\": so heißt in dieser Wahl keine; erwartet wird die id einer ihrer "
			"<bewerbung>, bitte berichtigen",
			id);
	for (const struct doc_node *o = doc_child(s->parent, DOC_WAHLSTIMMEN); o != s; o = doc_next(o, DOC_WAHLSTIMMEN))
		if (doc_is(o, DOC_A_BEWERBUNG, id))
			chk_tell(e->c, RULE_WAHL, s, "Die Bewerbung „%s“ steht in diesem Wahlgang zweimal; bitte eine "
				"Zeile streichen", id);
}

/* One vote each makes as many votes as ballots; of several places nobody has more votes than there are ballots. */
static void ballots(const struct election *e, const struct doc_wahlgang *g)
{
	const int votes = g->stimmen + g->enthaltung + g->ungueltig, valid = g->gueltig;
	if (e->w->plaetze > 1 && !doc_get(g->node, DOC_A_ZETTEL))
		chk_tell(e->c, RULE_WAHL, g->node,
			"Gewählt werden %d, und jede Person kann mehrere Stimmen haben; erwartet werden die "
			"abgegebenen Stimmzettel, bitte zettel=\"…\" angeben",
			e->w->plaetze);
	else if (e->w->plaetze == 1 && votes != g->zettel)
		chk_tell(e->c, RULE_WAHL, g->node,
			"Alle Stimmen zusammen sind %d, abgegeben sind zettel=\"%d\"; erwartet wird dasselbe, bitte "
			"berichtigen",
			votes, g->zettel);
	for (const struct doc_node *s = doc_child(g->node, DOC_WAHLSTIMMEN); s; s = doc_next(s, DOC_WAHLSTIMMEN)) {
		const int n = doc_zahl(doc_get(s, DOC_A_ZAHL) ? doc_get(s, DOC_A_ZAHL) : "0");
		stands(e, s);
		if (e->w->plaetze > 1 && doc_get(g->node, DOC_A_ZETTEL) && n > valid)
			chk_tell(e->c, RULE_WAHL, s,
				"Die Bewerbung hat %d %s, gültig %s %d Stimmzettel; erwartet werden höchstens "
				"so viele, bitte berichtigen",
				n, n == 1 ? "Stimme" : "Stimmen", valid == 1 ? "ist" : "sind", valid > 0 ? valid : 0);
	}
}

static void present(const struct election *e, const struct doc_wahlgang *g)
{
	const int n = g->zettel + g->nicht_beteiligt;
	if (e->w->plaetze > 1 && !doc_get(g->node, DOC_A_ZETTEL))
		return;                                /* told above */
	if (n > e->da.most)
		chk_tell(e->c, RULE_WAHL, g->node,
			"Abgegeben %s %d Stimmzettel, anwesend und stimmberechtigt sind %d; erwartet werden "
			"höchstens so viele, bitte Stimmen oder Anwesenheit berichtigen",
			g->zettel == 1 ? "ist" : "sind", g->zettel, e->da.most);
	else if (n < e->da.least)
		chk_tell(e->c, RULE_WAHL, g->node,
			"Abgegeben %s %d Stimmzettel, anwesend und stimmberechtigt sind %d; erwartet werden "
			"ebenso viele, bitte die fehlenden als nicht-beteiligt=\"%d\" angeben oder die Anwesenheit "
			"berichtigen",
			g->zettel == 1 ? "ist" : "sind", g->zettel, e->da.least, e->da.least - g->zettel);
}

/* The lot is drawn among equals, where the places are not enough for all of them, and only there. */
static void lot(const struct election *e, const struct doc_wahlgang *g, size_t k)
{
	const char *said = doc_get(g->node, DOC_A_LOS);
	bool drawn = false;
	for (size_t i = 0; i < e->w->n; i++)
		drawn |= e->w->bewerbungen[i].los && e->w->bewerbungen[i].gewaehlt == (int)k + 1;
	if (said && !drawn)
		chk_tell(e->c, RULE_WAHL, g->node,
			"los=\"%s\": in diesem Wahlgang gibt es kein Los zu ziehen, oder nicht für diese Bewerbung; "
			"erwartet wird eine von denen, die für den letzten Platz gleich viele Stimmen haben, bitte "
			"berichtigen",
			said);
	else if (g->gleich && !drawn && k + 1 == e->w->ngaenge)
		chk_tell(e->c, RULE_WAHL, g->node,
			"Für den letzten Platz haben mehrere gleich viele Stimmen; erwartet wird ein weiterer Wahlgang "
			"oder los=\"…\" mit der id, die gezogen wurde, bitte ergänzen");
}

/* Who stands twice would have the votes of both. */
static void stands_once(const struct election *e)
{
	for (size_t i = 0; i < e->w->n; i++)
		for (size_t k = 0; k < i; k++) {
			const char *who = doc_get(e->w->bewerbungen[i].node, DOC_A_PERSON);
			if (who && doc_is(e->w->bewerbungen[k].node, DOC_A_PERSON, who)) {
				chk_tell(e->c, RULE_WAHL, e->w->bewerbungen[i].node,
					"„%s“ steht in dieser Wahl schon in %s; erwartet wird jede einmal, bitte "
					"eine Zeile streichen",
					who, chk_place(e->c, e->w->bewerbungen[k].node));
				break;
			}
		}
}

static void too_many_rounds(const struct election *e, const struct doc_wahlgang *g)
{
	if (g->frei <= 0)
		chk_tell(e->c, RULE_WAHL, g->node,
			"Vor diesem Wahlgang sind schon alle gewählt (%d); bitte ihn streichen, plaetze oder die "
			"Stimmen davor berichtigen",
			e->w->plaetze);
}

static void taken(const struct election *e)
{
	for (size_t i = 0; i < e->w->n; i++)
		if (!e->w->bewerbungen[i].gewaehlt && doc_get(e->w->bewerbungen[i].node, DOC_A_ANNAHME))
			chk_tell(e->c, RULE_WAHL, e->w->bewerbungen[i].node,
				"annahme=\"%s\", und gewählt ist diese Bewerbung nach den Stimmen nicht; bitte die "
				"Stimmen berichtigen oder annahme streichen",
				doc_get(e->w->bewerbungen[i].node, DOC_A_ANNAHME));
}

static void election(const struct election *e)
{
	for (size_t k = 0; k < e->w->ngaenge; k++) {
		const struct doc_wahlgang *g = &e->w->gaenge[k];
		ballots(e, g);
		present(e, g);
		lot(e, g, k);
		too_many_rounds(e, g);
	}
	const struct doc_node *more = e->w->ngaenge == DOC_WAHLGAENGE ? doc_next(e->w->gaenge[DOC_WAHLGAENGE - 1].node,
		DOC_WAHLGANG) : NULL;
	if (more)
		chk_tell(e->c, RULE_WAHL, more, "Das ist der %d. Wahlgang; mehr als %d zeigt die Niederschrift nicht, "
			"bitte eine zweite <wahl> beginnen", DOC_WAHLGAENGE + 1, DOC_WAHLGAENGE);
	taken(e);
	stands_once(e);
}

/* Of none that meets any number; chk_gemeinsam tells that. */
static struct doc_punkt_da voters(struct chk *c, const struct doc_verhandelt *v, const struct doc_node *w)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	const size_t body = doc_gremium_von(n, w);
	if (body == DOC_ALLE)
		return (struct doc_punkt_da){.least = 0, .most = INT_MAX};
	const struct doc_punkt_da da = doc_stimmen_da(n, v, body);
	return (struct doc_punkt_da){da.least, da.most + chk_unseen(c, body)};
}

void chk_wahl(struct chk *c)
{
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	for (size_t i = 0; n && i < n->ntops; i++)
		for (const struct doc_node *w = doc_child(n->tops[i].node, DOC_WAHL); w; w = doc_next(w, DOC_WAHL))
			election(&(struct election){c, &n->tops[i], doc_wahl(c->mem, w),
				voters(c, &n->tops[i], w)});
}
