/* minutescourse.c: the items of minutes as they are told: what was said, proposed, decided, how it was voted. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/minutes.h"
#include "import/parts.h"
#include "import/vote.h"
#include "style/style.h"

static bool is_text(const struct imp_node *n)
{
	return n->kind == IMP_PARA || n->kind == IMP_HEADING;
}

/* ---- remarks: what is not understood, at its place */

const struct imp_node *minutes_block(struct minutes *t, const struct imp_node *n, struct draft *to)
{
	struct imp_node one = *n;
	one.next = NULL;
	if (n->kind == IMP_ITEM)
		return sense_list(t->s, n, to, 0);
	sense_block(t->s, &one, to);
	return n->next;
}

struct draft *minutes_remark(struct minutes *t, struct draft *to)
{
	return to->last && draft_is(to->last, "vermerk") ? to->last : draft_add(t->s->mem, to, "vermerk");
}

/* ---- items */

void minutes_open_part(struct minutes *t, bool hidden)
{
	if (t->part && t->hidden == hidden)
		return;
	t->part = draft_add(t->s->mem, t->course, "sitzungsteil");
	draft_set(t->s->mem, t->part, "art", hidden ? "nichtoeffentlich" : "oeffentlich");
	t->hidden = hidden;
}

/* Text of the item, as long as it goes on. */
struct draft *minutes_talk(struct minutes *t)
{
	if (!t->item) {
		if (!t->part)
			minutes_open_part(t, t->nitems && t->items[0].hidden);
		return minutes_remark(t, t->part);
	}
	if (!t->talk || t->item->last != t->talk)
		t->talk = draft_add(t->s->mem, t->item, "aussprache");
	return t->talk;
}

/* A Beschluss of one paragraph is running text. */
static void end_decision(struct minutes *t)
{
	struct draft *d = t->decision, *one = d ? d->first : NULL;
	t->decision = NULL;
	if (one && !one->next && draft_is(one, "absatz")) {
		draft_cut(one);
		for (struct draft *c; (c = one->first);) {
			draft_cut(c);
			draft_put(d, c);
		}
	}
	if (d && !d->first) {
		struct draft *up = d->parent;
		if (d->meant)
			draft_meant(t->s->mem, t->item, d->meant);
		draft_cut(d);
		if (draft_is(up, "beschlussvorschlag"))
			draft_cut(up);
	}
}

/* How an item ended that says it nowhere: by its own words, else it is done. */
void minutes_end_item(struct minutes *t)
{
	struct mem *m = t->s->mem;
	struct draft *d = t->item;
	end_decision(t);
	if (!d)
		return;
	if (t->s->wait->first)
		sense_waiting(t->s, minutes_talk(t));
	t->item = t->talk = NULL;
	if (draft_child(d, "abstimmung") || draft_get(d, "ergebnis"))
		return;
	struct vote v;
	const char *words = sense_words(m, d), *id = NULL;
	const bool decided = draft_child(d, "beschluss") != NULL;
	if (!decided && vote_read(&v, m, t->s->town->style, words, false) && !v.votes)
		id = v.result;
	for (size_t i = 0; !id && t->s->town->style && sty_result(t->s->town->style, i); i++)
		if (sty_result(t->s->town->style, i)->folge == (decided ? STY_ANGENOMMEN : STY_ERLEDIGT))
			id = sty_result(t->s->town->style, i)->id;
	draft_set(m, d, "ergebnis", id ? id : decided ? "beschlossen" : "erledigt");
	acc_guess(t->s->acc, decided ? ACC_WEAK : ACC_LIKELY,
		"Der Punkt „%s“ nennt keine Abstimmung; als Ergebnis gilt „%s“",
		sense_words(m, draft_child(d, "titel")), draft_get(d, "ergebnis"));
}

void minutes_open_item(struct minutes *t, const struct minutes_item *item)
{
	struct mem *m = t->s->mem;
	const struct minutes_line *l = item->told ? item->told : item->listed;
	const char *rest = l->text, *own = item->listed && item->told ? "" : NULL;
	bool said;
	minutes_end_item(t);
	minutes_open_part(t, item->hidden);
	acc_at(t->s->acc, l->node);
	struct draft *d = t->item = draft_add(m, t->part, "top"), *title;
	const char *number = minutes_number(m, l->text, &rest, &said);
	if (own && !*rest && item->listed != l) {              /* "TOP 3" alone: its title is on the agenda */
		draft_meant(m, d, l->text + l->ours);
		l = item->listed;
		minutes_number(m, l->text, &rest, &said);
	} else if (item->listed && item->listed != l) {
		acc_drop_node(t->s->acc, "Tagesordnung", item->listed->node);
	}
	number = number ? number : item->number;
	draft_set(m, d, "id", sense_id(t->s, rest, "top"));
	if (number)
		draft_set(m, d, "nummer", number);
	const size_t head = (size_t)(rest - l->text);
	if (head > l->ours)
		draft_meant(m, d, mem_str(m, l->text + l->ours, head - l->ours));
	t->s->before = 0;
	title = draft_add(m, d, "titel");
	draft_text(m, title, sense_house(t->s, rest));
	if (!bag_count(rest))
		draft_ours(m, title, mem_fmt(m, "Punkt %s", number ? number : ""));
	const struct imp_node *n = l->node;
	sense_rest(t->s, n->kind == IMP_ITEM && n->first ? n->first : n);
	for (const struct imp_node *c = n->kind == IMP_ITEM && n->first ? n->first->next : NULL; c;)
		c = sense_block(t->s, c, minutes_talk(t));
}

/* ---- the course of an item */

/* The words up to the colon go; what stands behind stays as it looks. */
static void cut_label(struct imp_node *n)
{
	for (struct imp_node *c = imp_after(n, n); c; c = imp_after(c, n)) {
		const char *colon = c->kind == IMP_TEXT && c->text ? strchr(c->text, ':') : NULL;
		if (c->kind != IMP_TEXT || !c->text)
			continue;
		if (colon) {
			c->text = colon + 1 + strspn(colon + 1, " ");
			return;
		}
		c->text = "";
	}
}

static void put_vote(struct minutes *t, const struct vote *v, const char *words)
{
	static const char *const names[] = {"ja", "nein", "enthaltung", "nicht-beteiligt"};
	struct mem *m = t->s->mem;
	end_decision(t);
	struct draft *d = draft_add(m, t->item, "abstimmung");
	draft_set(m, d, "ergebnis", v->result);
	if (v->kind)
		draft_set(m, d, "art", v->kind);
	for (size_t i = 0; i < VOTE_MAX; i++)
		if (v->count[i] >= 0)
			draft_set(m, d, names[i], mem_fmt(m, "%d", v->count[i]));
	if (words)
		draft_meant(m, d, words);
}

/* "Abstimmung:" alone, and the numbers in the next line. */
static bool announces(struct minutes *t, const struct minutes_line *l)
{
	struct vote v;
	const struct minutes_line *next = l + 1;
	if (next == t->lines + t->nlines || !is_text(next->node) ||
		!vote_read(&v, t->s->mem, t->s->town->style, next->text + next->ours, true) || !v.whole || !v.votes)
		return false;
	draft_meant(t->s->mem, t->item, l->text + l->ours);
	sense_rest(t->s, l->node);
	t->counted = true;
	return true;
}

static void put_outcome(struct minutes *t, const struct minutes_line *l, const struct vote *v)
{
	const bool stays = !v->whole || !v->votes;
	if (!stays)
		sense_rest(t->s, l->node);
	if (!v->votes) {
		draft_set(t->s->mem, t->item, "ergebnis", v->result);
		end_decision(t);
	}
	if (stays) {
		sense_running(t->s, l->node, minutes_talk(t), "absatz");
		sense_waiting(t->s, minutes_talk(t));
	}
	if (v->votes)
		put_vote(t, v, v->whole ? l->text + l->ours : NULL);
}

/* A line that says how it was decided. False: it does not. */
static bool put_result(struct minutes *t, const struct minutes_line *l)
{
	static const char *const labels[] = {"Abstimmungsergebnis", "Abstimmung", "Ergebnis der Abstimmung",
		"Abstimmungsverhältnis", "Beratungsergebnis", "Ergebnis", "Beschlussergebnis", NULL};
	struct vote v;
	const char *text = l->text + l->ours, *value = t->counted ? text : minutes_label(text, labels);
	t->counted = false;
	if (!t->item || !is_text(l->node))
		return false;
	if (value && !*value)
		return announces(t, l);
	if (!vote_read(&v, t->s->mem, t->s->town->style, value ? value : text, value != NULL) ||
		(!value && (!v.votes || !v.whole)))
		return false;
	put_outcome(t, l, &v);
	return true;
}

static void open_decision(struct minutes *t, bool proposed)
{
	end_decision(t);
	struct draft *to = proposed ? draft_add(t->s->mem, t->item, "beschlussvorschlag") : t->item;
	t->decision = draft_add(t->s->mem, to, "beschluss");
}

/* "Vorlage A 10/001/2026 · 18:10 Uhr": its number. What else the line says stays text. False: it is no such line. */
static bool put_paper(struct minutes *t, const struct minutes_line *l)
{
	static const char *const words[] = {"Vorlage ", "Drucksache ", "Vorlage Nr. ", NULL};
	const char *text = l->text + l->ours, *number = NULL;
	for (const char *const *w = words; *w; w++)
		if (!strncmp(text, *w, strlen(*w)))
			number = text + strlen(*w);
	const size_t n = number ? strlen(number) : 0;
	if (!n || n > 60 || !strpbrk(number, "0123456789") || strchr(".:;", number[n - 1]) || draft_get(t->item,
		"vorlage"))
		return false;
	const char *end = strstr(number, " · ");
	draft_set(t->s->mem, t->item, "vorlage", end ? mem_str(t->s->mem, number, (size_t)(end - number)) : number);
	if (end)
		return false;
	draft_meant(t->s->mem, t->item, text);
	sense_rest(t->s, l->node);
	return true;
}

/* "Beschluss: …", "Vorlage: …", "Sachverhalt:". False: none of these. */
static bool put_label(struct minutes *t, const struct minutes_line *l)
{
	static const char *const decided[] = {"Beschluss", "Beschluß", "Beschlüsse", "Beschlusstext",
		"Beschlussfassung",
		"Der Rat beschließt", "Der Ausschuss beschließt", "Es wird beschlossen", NULL};
	static const char *const proposed[] = {"Beschlussvorschlag", "Beschlussempfehlung", "Beschlussentwurf",
		"Beschlußvorschlag", "Beschlussvorschlag der Verwaltung", NULL};
	static const char *const paper[] = {"Vorlage", "Vorlagen-Nr.", "Vorlagennummer", "Vorlage Nr.", "Drucksache",
		"Drucksachen-Nr.", "Drucksachennummer", "Drucksache Nr.", NULL};
	static const char *const story[] = {"Sachverhalt", "Beratung", "Beratungsverlauf", "Diskussion", "Aussprache",
		"Begründung", "Erläuterungen", "Protokoll", "Wortmeldungen", "Wortprotokoll", "Sachdarstellung", NULL};
	const char *text = l->text + l->ours, *v;
	struct mem *m = t->s->mem;
	if (!t->item || !is_text(l->node))
		return false;
	if ((v = minutes_label(text, paper)) && *v && strlen(v) <= 60 && !draft_get(t->item, "vorlage")) {
		draft_set(m, t->item, "vorlage", v);
		draft_meant(m, t->item, text);
		sense_rest(t->s, l->node);
		return true;
	}
	if (put_paper(t, l))
		return true;
	if (minutes_label(text, story)) {
		end_decision(t);
		return false;                                  /* its words stay */
	}
	const bool is_proposal = (v = minutes_label(text, proposed)) != NULL;
	if (!is_proposal && !(v = minutes_label(text, decided)))
		return false;
	open_decision(t, is_proposal);
	draft_meant(m, t->decision, mem_str(m, text, (size_t)(v - text)));
	if (!*v) {
		sense_rest(t->s, l->node);
		return true;
	}
	cut_label(l->node);
	sense_running(t->s, l->node, t->decision, "absatz");
	return true;
}

/* "Der Rat beschließt einstimmig, …": the decision and its vote in one sentence, which stays. */
static bool put_sentence(struct minutes *t, const struct minutes_line *l)
{
	static const char *const verbs[] = {"beschließt", "beschloss", "empfiehlt", "stimmt", "beschliesst", "stimmte",
		"genehmigt", NULL};
	struct vote v;
	const char *const *w = verbs;
	while (*w && !strstr(l->text, *w))
		w++;
	if (!*w || t->decision || !t->item || l->node->kind != IMP_PARA || strlen(l->text) > 1200 ||
		!vote_read(&v, t->s->mem, t->s->town->style, l->text, false) || !v.votes)
		return false;
	open_decision(t, false);
	sense_running(t->s, l->node, t->decision, "absatz");
	put_vote(t, &v, NULL);
	acc_guess(t->s->acc, ACC_LIKELY, "„%.60s …“ gilt als Beschluss mit dem Ergebnis „%s“", l->text, v.result);
	return true;
}

/* What is no item: a result, a label, a decision in a sentence, else text. */
void minutes_told(struct minutes *t, const struct minutes_line *l)
{
	if (put_result(t, l) || put_label(t, l) || put_sentence(t, l))
		return;
	if (t->decision && l->node->kind == IMP_PARA)
		sense_running(t->s, l->node, t->decision, "absatz");
	else
		minutes_block(t, l->node, minutes_talk(t));
}
