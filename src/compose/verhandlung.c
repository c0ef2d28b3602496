/* verhandlung.c: an item of the minutes as it was dealt with: who took no part, the course of debate, motions, the
 * decision, its votes, what is to be done. */
#include <string.h>

#include "compare/cmp.h"
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/list.h"
#include "compose/minutes.h"
#include "compose/names.h"
#include "compose/synopse.h"
#include "compose/tree.h"
#include "compose/walk.h"
#include "style/papiere.h"

enum { ITEM_ABOVE = 3 };                               /* half lines before the title of a further item */
#define VOTES_WIDE LEN_PT(62)                      /* a column of votes */

const char *com_wer(struct com *c, const struct doc_wer *w)
{
	const char *name = w->name;
	if (name && w->amt)
		return mem_fmt(c->t->mem, "%s, %s", name, w->amt);
	return name ? name : w->amt ? w->amt : sty_word(c->s, "ohne-namen");
}

static const char *who(struct com *c, const struct doc_niederschrift *n, const struct doc_node *at)
{
	const struct doc_wer w = doc_wer(c->doc, at, n->datum);
	return com_wer(c, &w);
}

static bool names_somebody(const struct doc_node *n)
{
	return doc_get(n, DOC_A_PERSON) || doc_get(n, DOC_A_NAME) || doc_get(n, DOC_A_AMT);
}

struct block *com_worded(struct com *c, const struct doc_node *n, const char *word)
{
	const char *label = com_as_first(c, com_colon(c, word));
	com_push(c);
	struct block *p = com_para(c, n, BLK_P, c->style[COM_FLIESS]);
	if (*label)
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD), mem_fmt(c->t->mem, "%s ", label));
	return p;
}

void com_unterbrechung(struct com *c, const struct doc_node *n)
{
	const char *why = doc_get(n, DOC_A_ANLASS), *from = doc_get(n, DOC_A_VON), *to = doc_get(n, DOC_A_BIS);
	com_worded(c, n, "unterbrechung");
	com_fmt(c, "%s %s %s", from ? com_clock(c, from) : "?", sty_word(c->s, "bis"), to ? com_clock(c, to) : "?");
	if (why)
		com_fmt(c, " (%s)", why);
	com_pop(c);
}

const char *com_needed(struct com *c, const struct doc_soll *soll)
{
	const char *word = sty_word(c->s, soll->noetig == 1 ? "noetig-ist" : "noetig-sind");
	return mem_fmt(c->t->mem, "%s%d", com_part(c, "", word, " "), soll->noetig);
}

const char *com_quorum(struct com *c, const struct doc_soll *soll, int there)
{
	const char *word = sty_word(c->s, soll->stimmen ? "stimmen-vertreten" : "stimmberechtigte-anwesend");
	return mem_fmt(c->t->mem, "%d%s %d%s, %s", there, com_part(c, " ", sty_word(c->s, "von"), ""), soll->alle,
		com_part(c, " ", word, ""), com_needed(c, soll));
}

/* Where nobody knows how many are there, nothing. */
static void put_quorum(struct com *c, const struct doc_niederschrift *n, const struct doc_node *at, size_t body)
{
	const struct doc_punkt_da da = doc_da_bei(n, at, body);
	const char *said = doc_get(at, DOC_A_ANWESEND);
	if (n->tagt[body].soll.alle && (said || da.least == da.most))
		com_fmt(c, ", %s", com_quorum(c, &n->tagt[body].soll, said ? doc_zahl(said) : da.least));
}

void com_beschlussfaehigkeit(struct com *c, const struct doc_niederschrift *n, const struct doc_node *at)
{
	const char *when = doc_get(at, DOC_A_UHRZEIT), *why = doc_get(at, DOC_A_GRUND);
	const size_t body = doc_gremium_von(n, at);
	com_worded(c, at, "beschlussfaehigkeit");
	if (when)
		com_fmt(c, "%s, ", com_clock(c, when));
	if (n->gremien.n > 1 && body != DOC_ALLE)
		com_fmt(c, "%s: ", com_name(c, n->gremien.all[body], n->datum));
	com_put(c, sty_word(c->s, doc_is(at, DOC_A_GEGEBEN, "ja") ? "beschlussfaehig" : "beschlussunfaehig"));
	if (body != DOC_ALLE)
		put_quorum(c, n, at, body);
	if (why)
		com_fmt(c, " (%s)", why);
	if (names_somebody(at))
		com_fmt(c, "; %s", com_told(c, "auf-antrag", who(c, n, at)));
	com_pop(c);
}

/* ---- votes ---- */

static const char *const vote_words[] = {[DOC_JA] = "stimmen-ja", [DOC_NEIN] = "stimmen-nein",
	[DOC_ENTHALTUNG] = "stimmen-enthaltung", [DOC_UNGUELTIG] = "stimmen-ungueltig",
	[DOC_NICHT_BETEILIGT] = "stimmen-nicht"};
static const enum doc_attr vote_attrs[] = {DOC_A_JA, DOC_A_NEIN, DOC_A_ENTHALTUNG, DOC_A_UNGUELTIG,
	DOC_A_NICHT_BETEILIGT};
static const char *const choices[] = {"ja", "nein", "enthaltung", "ungueltig", "nicht-beteiligt"};

/* How the groups voted, if that was noted. */
static void groups(struct com *c, const struct doc_niederschrift *n, const struct doc_node *vote)
{
	const struct doc_node *first = doc_child(vote, DOC_STIMMEN);
	const char *heads[] = {sty_word(c->s, "gruppierung"), sty_word(c->s, vote_words[0]),
		sty_word(c->s, vote_words[1]), sty_word(c->s, vote_words[2])};
	if (!first)
		return;
	com_push(c);
	struct com_grid g = com_grid(c, vote, "beratungsfolge", 4);
	g.grid->after = c->s->page.grid;
	g.cols[0].fixed = c->s->page.text - 3 * VOTES_WIDE;
	for (int i = 1; i < 4; i++) {
		g.cols[i].fixed = VOTES_WIDE;
		g.cols[i].align = STY_RECHTS;
	}
	com_head_row(c, vote, &g, heads, NULL);
	struct block *body = com_in(c, vote, g.grid, BLK_TBODY, BLK_STACK);
	for (const struct doc_node *s = first; s; s = doc_next(s, DOC_STIMMEN)) {
		struct block *row = com_row(c, s, body);
		com_text_cell(c, s, row, BLK_TH, COM_TABELLE, com_name(c, doc_get(s, DOC_A_GRUPPE), n->datum));
		for (int i = 0; i < 3; i++) {
			const char *v = doc_get(s, vote_attrs[i]);
			com_text_cell(c, s, row, BLK_TD, COM_TABELLE, v ? v : "0");
		}
	}
	com_pop(c);
}

static const struct doc_node *next_voter(const struct doc_node *vote, const struct doc_node *from, int choice)
{
	const struct doc_node *s = from ? doc_next(from, DOC_STIMME) : doc_child(vote, DOC_STIMME);
	while (s && !doc_is(s, DOC_A_WAHL, choices[choice]))
		s = doc_next(s, DOC_STIMME);
	return s;
}

/* Who voted how, a line for each choice: "Enthaltung: Anna Ahorn" of one alone. */
static void roll_call(struct com *c, const struct doc_niederschrift *n, const struct doc_node *vote)
{
	for (int k = 0; k < DOC_STIMMEN_MAX; k++) {
		const struct doc_node *first = next_voter(vote, NULL, k);
		if (!first)
			continue;
		const bool one = k == DOC_ENTHALTUNG && !next_voter(vote, first, k);
		com_worded(c, first, one ? "stimmen-enthaltung-eine" : vote_words[k]);
		for (const struct doc_node *s = first; s; s = next_voter(vote, s, k))
			com_fmt(c, "%s%s", s == first ? "" : "; ", who(c, n, s));
		com_pop(c);
	}
}

static const char *result_word(struct com *c, const struct doc_node *vote, const char *id)
{
	const struct sty_ergebnis *e = sty_ergebnis(c->s, id);
	const struct doc_entschieden d = doc_entschieden(vote);
	return e ? sty_ergebnis_wort(e, d.ja, d.nein) : id;
}

void com_beschlussnummer(struct com *c, const struct doc_node *decision)
{
	const char *number = doc_get(decision, DOC_A_BESCHLUSSNUMMER);
	if (number)
		com_fmt(c, "; %s", com_called(c, "beschluss-nr", number));
}

void com_abstimmung(struct com *c, const struct doc_niederschrift *n, const struct doc_node *v)
{
	const char *about = doc_get(v, DOC_A_GEGENSTAND), *id = doc_get(v, DOC_A_ERGEBNIS);
	com_worded(c, v,
		doc_is(v, DOC_A_ART, "geheim")                 ? "abstimmung-geheim"
			: doc_is(v, DOC_A_ART, "namentlich") ? "abstimmung-namentlich"
							       : "abstimmung");
	struct buf zu = {0};
	doc_put_zu(&zu, v);
	const char *which = com_from(c, &zu);
	if (n->gremien.n > 1 && doc_get(v, DOC_A_GREMIUM))
		com_fmt(c, "%s: ", com_name(c, doc_get(v, DOC_A_GREMIUM), n->datum));
	if (about)
		com_fmt(c, "%s: ", about);
	else if (*which)
		com_fmt(c, "%s: ", com_called(c, "abstimmung-zu", which));
	int zahl[DOC_STIMMEN_MAX];
	for (int k = 0; k < DOC_STIMMEN_MAX; k++)
		zahl[k] = doc_get(v, vote_attrs[k]) ? doc_zahl(doc_get(v, vote_attrs[k])) : -1;
	struct buf votes = {0};
	sty_put_votes(&votes, c->s, zahl, "\u00A0");
	const char *counted = com_from(c, &votes), *chair = doc_get(v, DOC_A_STICHENTSCHEID);
	com_put(c, counted);
	if (chair)
		com_fmt(c, "; %s: %s", sty_word(c->s, "stichentscheid"),
			sty_word(c->s, !strcmp(chair, "ja") ? "stimmen-ja" : "stimmen-nein"));
	if (id) {
		com_put(c, *counted ? "; " : "");
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD), result_word(c, v, id));
	}
	com_beschlussnummer(c, v);
	com_pop(c);
	roll_call(c, n, v);
	groups(c, n, v);
}

/* ---- what was decided ---- */

/* The resolutions of an item, those that passed or all; of several each keeps its number. */
struct wordings { const struct doc_gefasst *all; size_t n; bool passed; };

static void each_wording(struct com *c, const struct doc_node *in, struct wordings w)
{
	com_push(c);
	if (w.n > 1)
		com_list(c, in);
	for (size_t i = 0; i < w.n; i++) {
		const struct doc_node *b = w.all[i].node;
		if (w.passed && !w.all[i].gilt)
			continue;
		com_push(c);
		if (w.n > 1)
			com_item(c, b, mem_fmt(c->t->mem, "%zu.", w.all[i].nummer), com_has_blocks(b));
		else
			com_para(c, b, BLK_P, c->o.body);
		com_children(c, b);
		com_pop(c);
	}
	com_pop(c);
}

static void boxed(struct com *c, const struct doc_node *at, struct wordings w, const char *title, int level)
{
	com_push(c);
	com_on_hinweis(c, at);
	c->o.at->keep_next = true;                     /* the vote stands with what it was about */
	c->o.level = (uint8_t)level;
	com_titled(c, at, level, COM_KASTENTITEL, title);
	each_wording(c, at, w);
	com_pop(c);
}

static struct cmp_text words_of(struct com *c, const struct doc_node *in)
{
	struct buf b = {0};
	for (const struct doc_node *n = doc_child(in, DOC_BESCHLUSS); n; n = doc_next(n, DOC_BESCHLUSS)) {
		if (b.len)
			buf_str(&b, CMP_PARA);
		doc_text(&b, c->doc, n);
	}
	const char *s = com_from(c, &b);
	return (struct cmp_text){s, strlen(s)};
}

/* The proposal with what was changed in it. */
static void changes(struct com *c, const struct doc_verhandelt *v)
{
	struct cmp_text old = words_of(c, v->vorschlag), new = words_of(c, v->node);
	struct cmp_run *runs;
	size_t n = cmp_words(c->t->mem, old, new, false, &runs), at = 0;
	com_worded(c, v->vorschlag, "beschluss-aenderungen");
	for (size_t i = 0; i < n; i++) {
		bool gone = runs[i].op == CMP_DELETED;
		size_t upto = runs[i].op == CMP_SAME ? at : runs[i].new_at;
		com_put_plain(c, new.s + at, upto - at);
		at = upto;
		if (runs[i].op == CMP_SAME)
			continue;
		com_put_change(c, v->vorschlag, runs[i].op, gone ? old.s + runs[i].old_at : new.s + runs[i].new_at,
			gone ? runs[i].old_len : runs[i].new_len);
		if (gone)
			com_put(c, " ");
		else
			at += runs[i].new_len;
	}
	com_put_plain(c, new.s + at, new.n - at);
	com_pop(c);
	if (doc_get(v->node, DOC_A_ABWEICHUNG)) {
		com_worded(c, v->node, "beschluss-anlass");
		com_put(c, doc_get(v->node, DOC_A_ABWEICHUNG));
		com_pop(c);
	}
}

static bool passes(const void *style, const char *result)
{
	const struct sty_ergebnis *e = sty_ergebnis(style, result);
	return e && e->folge == STY_ANGENOMMEN;
}

/* As it was put to the meeting. */
static struct wordings proposed(struct com *c, const struct doc_verhandelt *v, struct wordings w)
{
	struct doc_gefasst *g = NULL;
	size_t n = 0, cap = 0;
	for (const struct doc_node *b = v->vorschlag ? doc_child(v->vorschlag, DOC_BESCHLUSS) : NULL; b;
		b = doc_next(b, DOC_BESCHLUSS), n++) {
		MEM_ROOM_IN(c->t->mem, g, n, cap);
		g[n] = (struct doc_gefasst){.node = b, .nummer = n + 1};
	}
	return n ? (struct wordings){g, n, false} : (struct wordings){w.all, w.n, false};
}

/* What a body that prepares agrees on is what it recommends: in the town's own word for that, if it has one. */
static const char *decided_as(struct com *c, const struct doc_verhandelt *v)
{
	const struct doc_terms *terms = sty_terms(c->s);
	const char *roles = doc_get(v->node, DOC_A_ROLLE);
	if (!doc_bereitet_vor(c->t->mem, roles, terms))
		return sty_word(c->s, "beschluss");
	struct buf b = {0};
	if (!doc_is(v->node, DOC_A_ROLLE, doc_rolle_id(DOC_VORBERATUNG)))
		terms->roles(&b, terms->town, roles);
	const char *own = com_from(c, &b);
	return *own >= 'A' && *own <= 'Z' ? own : sty_word(c->s, "beschlussempfehlung");
}

/* What was carried stands as the decision; what was not, or not all of it, as what had been proposed. */
static void decision(struct com *c, const struct doc_verhandelt *v, int level)
{
	struct wordings w = {.passed = true};
	size_t carried = 0;
	w.n = doc_gefasst(c->t->mem, doc_niederschrift(c->doc), v, (struct doc_folgen){passes, c->s}, &w.all);
	for (size_t i = 0; i < w.n; i++)
		carried += w.all[i].gilt;
	if (carried < w.n)
		boxed(c, v->vorschlag ? v->vorschlag : v->node, proposed(c, v, w),
			sty_word(c->s, "beschlussvorschlag"), level);
	if (!carried)
		return;
	boxed(c, v->beschluss ? v->beschluss : v->vorschlag, w, decided_as(c, v), level);
	if (v->geaendert)
		changes(c, v);
}

/* ---- what was said ---- */

static void biased(struct com *c, const struct doc_niederschrift *n, const struct doc_node *b)
{
	com_worded(c, b, "befangen");
	com_put(c, who(c, n, b));
	if (doc_get(b, DOC_A_HINWEIS))
		com_fmt(c, " (%s)", doc_get(b, DOC_A_HINWEIS));
	com_pop(c);
}

static void put_later(struct com *c, const struct doc_node *answer)
{
	struct date later = {0};
	struct buf b = {0};
	if (!doc_get(answer, DOC_A_SPAETER) || !date_parse(&later, doc_get(answer, DOC_A_SPAETER)))
		return;
	date_put(&b, later);
	com_fmt(c, " (%s%s)", com_part(c, "", sty_word(c->s, "antwort-spaeter"), " "), com_from(c, &b));
}

/* A line; of paragraphs and lists one that says whose they are, and they below it. */
static void answer(struct com *c, const struct doc_niederschrift *n, const struct doc_node *a)
{
	const bool blocks = com_has_blocks(a);
	com_worded(c, a, "antwort");
	if (names_somebody(a))
		com_put(c, who(c, n, a));
	if (names_somebody(a) && !blocks)
		com_put(c, ": ");
	if (!blocks)
		com_children(c, a);
	put_later(c, a);
	com_pop(c);
	if (!blocks)
		return;
	com_children(c, a);
	com_end_text(c);
}

static void question(struct com *c, const struct doc_niederschrift *n, const struct doc_node *q)
{
	com_worded(c, q, "frage");
	com_put(c, who(c, n, q));
	com_pop(c);
	com_children(c, q);
	com_end_text(c);
	for (const struct doc_node *a = doc_child(q, DOC_ANTWORT); a; a = doc_next(a, DOC_ANTWORT))
		answer(c, n, a);
}

static void motion(struct com *c, const struct doc_niederschrift *n, const struct doc_node *a)
{
	const struct doc_gremien groups = doc_gruppen(c->t->mem, a);
	const char *why = doc_get(a, DOC_A_GRUND);
	com_worded(c, a,
		doc_is(a, DOC_A_ART, "aenderung")                    ? "antrag-aenderung"
			: doc_is(a, DOC_A_ART, "geschaeftsordnung") ? "antrag-verfahren"
								     : "antrag");
	if (names_somebody(a))
		com_put(c, who(c, n, a));
	if (groups.n)
		com_fmt(c, "%s%s", names_somebody(a) ? ", " : "", com_names(c, &groups, n->datum));
	com_pop(c);
	com_children(c, a);
	com_end_text(c);
	if (doc_child(a, DOC_ABSTIMMUNG))
		com_abstimmung(c, n, doc_child(a, DOC_ABSTIMMUNG));
	else if (why)
		com_line(c, a, BLK_P, c->style[COM_FLIESS], why);
}

static void task(struct com *c, const struct doc_niederschrift *n, const struct doc_node *t)
{
	struct date due = {0};
	com_worded(c, t, "auftrag");
	com_fmt(c, "%s: ", com_name(c, doc_get(t, DOC_A_STELLE), n->datum));
	com_children(c, t);
	if (doc_get(t, DOC_A_FRIST) && date_parse(&due, doc_get(t, DOC_A_FRIST))) {
		struct buf b = {0};
		date_put(&b, due);
		com_fmt(c, " (%s%s)", com_part(c, "", sty_word(c->s, "bis"), " "), com_from(c, &b));
	}
	com_pop(c);
}

static void annex(struct com *c, const struct doc_node *a)
{
	com_worded(c, a, "anlage");
	com_put(c, doc_get(a, DOC_A_TITEL) ? doc_get(a, DOC_A_TITEL) : doc_get(a, DOC_A_DATEI));
	com_pop(c);
}

static void part_of(struct com *c, const struct doc_niederschrift *n, const struct doc_node *p)
{
	switch ((enum doc_kind)p->kind) {
	case DOC_BEFANGEN: biased(c, n, p); break;
	case DOC_FRAGE: question(c, n, p); break;
	case DOC_ANTRAG: motion(c, n, p); break;
	case DOC_UNTERBRECHUNG: com_unterbrechung(c, p); break;
	case DOC_BESCHLUSSFAEHIGKEIT: com_beschlussfaehigkeit(c, n, p); break;
	case DOC_AUFTRAG: task(c, n, p); break;
	case DOC_ANLAGE: annex(c, p); break;
	case DOC_AUSSPRACHE: com_children(c, p); com_end_text(c); break;
	default: break;
	}
}

/* ---- the item ---- */

static const char *title_of(struct com *c, const struct doc_verhandelt *v)
{
	return v->nummer ? mem_fmt(c->t->mem, "%s %s", com_called(c, "top", v->nummer), v->titel) : v->titel;
}

static void below_title(struct com *c, const struct doc_verhandelt *v)
{
	const char *from = doc_get(v->node, DOC_A_BEGINN), *to = doc_get(v->node, DOC_A_ENDE);
	struct buf b = {0};
	if (v->vorlage)
		buf_fmt(&b, "%s %s", sty_word(c->s, "vorlage"), v->vorlage);
	if (from)
		buf_fmt(&b, "%s%s", b.len ? " · " : "", com_clock(c, from));
	if (to)
		buf_fmt(&b, "%s%s %s", b.len ? " " : "", sty_word(c->s, "bis"), com_clock(c, to));
	if (b.len)
		com_line(c, v->node, BLK_P, c->style[COM_QUELLE], com_from(c, &b))->keep_next = true;
}

void com_item_title(struct com *c, const struct doc_node *n, int level, const char *title)
{
	const struct block *before = c->o.at->last;
	struct block *h = com_titled(c, n, level, COM_TEIL, title);
	if (!before || before->role == BLK_H)
		return;
	struct sty_para *p = MEM_NEW(c->t->mem, struct sty_para);
	*p = *h->style;
	p->before = ITEM_ABOVE * c->s->page.grid;
	h->style = p;
}

/* What was decided stands before its vote; what an election fills, before that. */
static bool stands_before(const struct doc_verhandelt *v, const struct doc_node *part)
{
	return part->kind == DOC_ABSTIMMUNG || part->kind == DOC_BESCHLUSS || (part->kind == DOC_WAHL && v->luecke);
}

void com_verhandelt(struct com *c, const struct doc_niederschrift *n, const struct doc_verhandelt *v, int level)
{
	bool decided = false;
	com_push(c);
	c->o.level = (uint8_t)level;
	com_item_title(c, v->node, level, title_of(c, v));
	below_title(c, v);
	if (v->entfallen) {
		com_worded(c, v->node, "top-entfallen");
		com_put(c, v->grund ? v->grund : "");
		com_pop(c);
	}
	for (const struct doc_node *p = v->node->first; p; p = p->next) {
		bool text = p->kind == DOC_BESCHLUSS || p->kind == DOC_BESCHLUSSVORSCHLAG;
		if (!decided && stands_before(v, p)) {
			decision(c, v, level + 1);
			decided = true;
		}
		if (p->kind == DOC_WAHL)
			com_wahl(c, n, p);
		if (p->kind == DOC_SITZVERTEILUNG)
			com_sitzverteilung(c, n, p);
		if (p->kind == DOC_ABSTIMMUNG)
			com_abstimmung(c, n, p);
		else if (!text)
			part_of(c, n, p);
	}
	if (!decided)
		decision(c, v, level + 1);
	if (!doc_child(v->node, DOC_ABSTIMMUNG) && !doc_child(v->node, DOC_WAHL) && v->ergebnis) {
		com_worded(c, v->node, "ergebnis");
		com_put(c, result_word(c, v->node, v->ergebnis));
		com_beschlussnummer(c, v->node);
		com_pop(c);
	}
	if (!v->entfallen && v->grund)
		com_line(c, v->node, BLK_P, c->style[COM_FLIESS], v->grund);
	com_pop(c);
}
