/* wahl.c: elections in minutes, counted round by round. Whoever has the majority a round asks for is elected, those
 * with the most votes first; where the last place is between equals, the lot decides. */
#include "model/wahl.h"

#include <string.h>

static int number(const struct doc_node *n, enum doc_attr a)
{
	const char *s = doc_get(n, a);
	return s ? doc_zahl(s) : 0;
}

const struct doc_bewerbung *doc_bewerbung(const struct doc_wahl *w, const char *id)
{
	for (size_t i = 0; id && i < w->n; i++)
		if (doc_is(w->bewerbungen[i].node, DOC_A_ID, id))
			return &w->bewerbungen[i];
	return NULL;
}

/* ---- a round ---- */

static void count(struct doc_wahl *w, struct doc_wahlgang *g, size_t k)
{
	for (const struct doc_node *s = doc_child(g->node, DOC_WAHLSTIMMEN); s; s = doc_next(s, DOC_WAHLSTIMMEN)) {
		const struct doc_bewerbung *stands = doc_bewerbung(w, doc_get(s, DOC_A_BEWERBUNG));
		struct doc_bewerbung *b = stands ? &w->bewerbungen[stands - w->bewerbungen] : NULL;
		g->stimmen += number(s, DOC_A_ZAHL);
		if (b && b->stimmen[k] < 0)
			b->stimmen[k] = number(s, DOC_A_ZAHL);
	}
	g->stimmen += g->nein;
	g->zettel = doc_get(g->node, DOC_A_ZETTEL) ? number(g->node, DOC_A_ZETTEL)
		: g->stimmen + g->enthaltung + g->ungueltig;
	g->gueltig = g->zettel - g->enthaltung - g->ungueltig;
	g->noetig = doc_is(g->node, DOC_A_MEHRHEIT, "relativ") ? 0 : g->gueltig / 2 + 1;
}

/* Whether somebody who stands in that round has votes enough; who stands alone has more than there are against. */
static bool enough(const struct doc_wahlgang *g, size_t k, const struct doc_bewerbung *b)
{
	const bool alone = !doc_next(doc_child(g->node, DOC_WAHLSTIMMEN), DOC_WAHLSTIMMEN);
	return !b->gewaehlt && b->stimmen[k] > 0 && b->stimmen[k] >= g->noetig &&
		(g->noetig || !alone || b->stimmen[k] > g->nein);
}

static int more_than(const struct doc_wahl *w, const struct doc_wahlgang *g, size_t k, int votes)
{
	int n = 0;
	for (size_t i = 0; i < w->n; i++)
		n += enough(g, k, &w->bewerbungen[i]) && w->bewerbungen[i].stimmen[k] > votes;
	return n;
}

static bool by_lot(const struct doc_wahlgang *g, const struct doc_bewerbung *b)
{
	return doc_nennt(g->node, DOC_A_LOS, doc_get(b->node, DOC_A_ID));
}

/* First all are judged, then marked: whoever is elected does not stand in the way of the others of that round. */
static void elect(struct doc_wahl *w, struct doc_wahlgang *g, size_t k, bool *won)
{
	int drawn = 0;
	for (size_t i = 0; i < w->n; i++) {
		struct doc_bewerbung *b = &w->bewerbungen[i];
		won[i] = false;
		if (!enough(g, k, b))
			continue;
		const int above = more_than(w, g, k, b->stimmen[k]), with = more_than(w, g, k, b->stimmen[k] - 1);
		const bool tied = above < g->frei && with > g->frei;
		b->los = tied && by_lot(g, b) && above + drawn < g->frei;
		drawn += b->los;
		g->gleich |= tied;
		won[i] = with <= g->frei || b->los;
	}
	for (size_t i = 0; i < w->n; i++)
		if (won[i]) {
			struct doc_bewerbung *b = &w->bewerbungen[i];
			b->gewaehlt = (int)k + 1;
			b->lehnt_ab = doc_is(b->node, DOC_A_ANNAHME, "nein");
			w->gewaehlt += !b->lehnt_ab;
		}
}

/* ---- the whole ---- */

static void candidates(struct mem *m, struct doc_wahl *w)
{
	size_t all = 0;
	for (const struct doc_node *b = doc_child(w->node, DOC_BEWERBUNG); b; b = doc_next(b, DOC_BEWERBUNG))
		all++;
	w->bewerbungen = MEM_ARRAY(m, struct doc_bewerbung, all + 1);
	for (const struct doc_node *b = doc_child(w->node, DOC_BEWERBUNG); b; b = doc_next(b, DOC_BEWERBUNG)) {
		struct doc_bewerbung *new = &w->bewerbungen[w->n++];
		*new = (struct doc_bewerbung){.node = b};
		for (size_t k = 0; k < DOC_WAHLGAENGE; k++)
			new->stimmen[k] = -1;
	}
}

const struct doc_wahl *doc_wahl(struct mem *m, const struct doc_node *n)
{
	struct doc_wahl *w = MEM_NEW(m, struct doc_wahl);
	*w = (struct doc_wahl){.node = n, .plaetze = doc_get(n, DOC_A_PLAETZE) ? number(n, DOC_A_PLAETZE) : 1,
		.geheim = !doc_is(n, DOC_A_ART, "offen")};
	candidates(m, w);
	bool *won = MEM_ARRAY(m, bool, w->n + 1);
	for (const struct doc_node *g = doc_child(n, DOC_WAHLGANG); g && w->ngaenge < DOC_WAHLGAENGE;
		g = doc_next(g, DOC_WAHLGANG)) {
		struct doc_wahlgang *new = &w->gaenge[w->ngaenge];
		*new = (struct doc_wahlgang){.node = g, .nein = number(g, DOC_A_NEIN),
			.enthaltung = number(g, DOC_A_ENTHALTUNG), .ungueltig = number(g, DOC_A_UNGUELTIG),
			.nicht_beteiligt = number(g, DOC_A_NICHT_BETEILIGT), .frei = w->plaetze - w->gewaehlt};
		count(w, new, w->ngaenge);
		elect(w, new, w->ngaenge, won);
		w->ngaenge++;
	}
	return w;
}

bool doc_alle_gewaehlt(struct mem *m, const struct doc_node *top)
{
	for (const struct doc_node *n = doc_child(top, DOC_WAHL); n; n = doc_next(n, DOC_WAHL)) {
		const struct doc_wahl *w = doc_wahl(m, n);
		if (w->gewaehlt < w->plaetze)
			return false;
	}
	return true;
}
