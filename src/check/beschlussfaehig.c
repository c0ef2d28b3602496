/* beschlussfaehig.c: may a body decide: enough are there at each vote, and what the chair found in between: after a
 * statement that too few are there nobody votes until enough are back. */
#include <string.h>

#include "check/rule.h"
#include "model/wahl.h"

/* Of a body, in the order of the course. */
struct finding { const struct doc_node *last; };   /* NULL: none yet */

struct course {
	struct chk *c;
	const struct doc_niederschrift *n;
	struct finding *of;                            /* each body's */
	const struct doc_verhandelt *top;
	int biased;                                    /* is there, though he does not vote */
};

static bool is_lost(const struct finding *f)
{
	return f->last && doc_is(f->last, DOC_A_GEGEBEN, "nein");
}

/* The chair says why they may decide, few as they are. */
static bool is_excused(const struct finding *f)
{
	return f->last && doc_is(f->last, DOC_A_GEGEBEN, "ja") && doc_get(f->last, DOC_A_GRUND);
}

static const char *where(const struct course *k)
{
	return !k->top ? "Zur Tagesordnung"
		: k->top->nummer ? mem_fmt(k->c->mem, "Bei TOP %s", k->top->nummer) : "Bei diesem Punkt";
}

/* ---- what the chair found ---- */

/* Whether it can be so: of a statement that those there refute nothing follows. */
static bool agrees(struct course *k, const struct doc_node *at, size_t body)
{
	const struct doc_punkt_da da = doc_da_bei(k->n, at, body);
	const int needed = k->n->tagt[body].soll.noetig;
	const char *said = doc_get(at, DOC_A_ANWESEND);
	const int count = said ? doc_zahl(said) : -1;
	const bool refuted = doc_is(at, DOC_A_GEGEBEN, "nein") && needed && (count >= 0 ? count : da.least) >= needed;
	if (count >= 0 && (count < da.least || count > da.most))
		chk_tell(k->c, RULE_BESCHLUSSFAEHIG, at,
			"anwesend=\"%d\": nach der Anwesenheit sind hier %s %d Stimmberechtigte da; bitte eines "
			"berichtigen",
			count, count < da.least ? "mindestens" : "höchstens", count < da.least ? da.least : da.most);
	else if (refuted)
		chk_tell(k->c, RULE_BESCHLUSSFAEHIG, at,
			"Festgestellt ist, dass das Gremium nicht beschlussfähig ist, und da sind %d, nötig sind %d; "
			"bitte sagen, wer gegangen ist (bis, bis-top oder <abwesend>)",
			count >= 0 ? count : da.least, needed);
	else if (doc_is(at, DOC_A_GEGEBEN, "ja") && !doc_get(at, DOC_A_GRUND) &&
		(count >= 0 ? count : da.most) < needed)
		chk_tell(k->c, RULE_BESCHLUSSFAEHIG, at,
			"Festgestellt ist, dass das Gremium beschlussfähig ist, und da sind %d, nötig sind %d; bitte "
			"die Anwesenheit berichtigen oder als grund=\"…\" sagen, warum es trotzdem beschließen darf",
			count >= 0 ? count : da.most, needed);
	return !refuted;
}

static void found(struct course *k, const struct doc_node *at)
{
	const size_t body = doc_gremium_von(k->n, at);
	for (size_t i = 0; i < k->n->gremien.n; i++)
		if (body == i || body == DOC_ALLE)
			k->of[i].last = !chk_all_named(k->c) || agrees(k, at, i) ? at : NULL;
}

/* ---- who votes ---- */

static void lost(struct course *k, const struct doc_node *at, const struct finding *f)
{
	chk_tell(k->c, RULE_BESCHLUSSFAEHIG, at,
		"%s wird entschieden, seit %s ist festgestellt, dass das Gremium nicht beschlussfähig ist; bitte den "
		"Punkt vertagen oder davor <beschlussfaehigkeit gegeben=\"ja\"/> eintragen",
		where(k), chk_place(k->c, f->last));
}

static void enough(struct course *k, const struct doc_node *at, size_t body)
{
	const int needed = k->n->tagt[body].soll.noetig;
	const struct doc_verhandelt *top = k->top ? k->top : k->n->ntops ? k->n->tops : NULL;
	if (!top || !chk_all_named(k->c))
		return;
	const struct doc_punkt_da da = doc_stimmen_da(k->n, top, body);
	if (da.most + k->biased < needed)
		chk_tell(k->c, RULE_BESCHLUSSFAEHIG, at,
			"%s %s anwesend, beschlussfähig ist das Gremium ab %d; bitte die Anwesenheit prüfen",
			where(k),
			da.most == 1 ? "ist höchstens eine stimmberechtigte Person"
				: mem_fmt(k->c->mem, "sind höchstens %d Stimmberechtigte", da.most),
			needed);
}

/* A vote, an election, an item that is said to be decided: of one body, or of all that meet. */
static void decides(struct course *k, const struct doc_node *at)
{
	const size_t body = doc_gremium_von(k->n, at);
	const struct finding *f = &k->of[body == DOC_ALLE ? 0 : body];
	if (is_lost(f))
		lost(k, at, f);
	else if (at->kind == DOC_ABSTIMMUNG && body != DOC_ALLE && !is_excused(f))
		enough(k, at, body);
}

static void begin_item(struct course *k, const struct doc_node *at)
{
	const struct sty_ergebnis *e = sty_ergebnis(k->c->style, doc_get(at, DOC_A_ERGEBNIS));
	k->top = doc_punkt_von(k->n, at);
	k->biased = 0;
	for (const struct doc_node *b = doc_child(at, DOC_BEFANGEN); b; b = doc_next(b, DOC_BEFANGEN))
		k->biased++;
	if (e && (e->folge == STY_ANGENOMMEN || e->folge == STY_ABGELEHNT) && !doc_child(at, DOC_ABSTIMMUNG) &&
		!doc_child(at, DOC_WAHL))
		decides(k, at);
}

void chk_beschlussfaehig(struct chk *c)
{
	struct course k = {.c = c, .n = doc_niederschrift(c->doc)};
	if (!k.n)
		return;
	k.of = MEM_ARRAY(c->mem, struct finding, k.n->gremien.n + 1);
	for (const struct doc_node *at = k.n->node; at; at = doc_walk(k.n->node, at))
		switch ((enum doc_kind)at->kind) {
		case DOC_TOP: begin_item(&k, at); break;
		case DOC_BESCHLUSSFAEHIGKEIT: found(&k, at); break;
		case DOC_ABSTIMMUNG:
		case DOC_WAHL: decides(&k, at); break;
		default: break;
		}
}
