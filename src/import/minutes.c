/* minutes.c: minutes of others from their first line to their signatures; what is not understood stays at its place. */
#include "import/minutes.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/papers.h"
#include "import/parts.h"

static bool is_text(const struct imp_node *n)
{
	return n->kind == IMP_PARA || n->kind == IMP_HEADING;
}

bool minutes_are(struct sense *s)
{
	enum { ABOVE = 12, NEAR = 120 };
	bool minutes = false, people = false;
	int seen = 0;
	for (const struct imp_node *n = s->flow->root->first; n && seen < NEAR; n = n->next, seen++) {
		const char *text = is_text(n) ? sense_plain(s, n) : "";
		minutes |= seen < ABOVE && minutes_said(text);
		people |= minutes && (!strncasecmp(text, "Anwesend", 8) || !strncasecmp(text, "Teilnehm", 8));
	}
	return people;
}

/* ---- signatures */

static bool is_signature(struct minutes *t, const char *text)
{
	static const char *const roles[] = {"Vorsitzende", "Vorsitz", "Schriftführ", "Bürgermeister", "Protokollführ",
		"Ausschussvorsitz", "Ratsvorsitz", "Unterschrift", "F. d. R.", NULL};
	if (strlen(text) > 160)
		return false;
	if (!strncmp(text, "gez", 3) || strstr(text, " gez.") || !strncmp(text, "___", 3) || !strncmp(text, "...", 3))
		return true;
	for (const char *const *r = roles; *r; r++)
		if (!strncmp(text, *r, strlen(*r)) && bag_count(text) <= 6)
			return true;
	return bag_count(text) <= 8 && present_signs(t, text, NULL) && !strpbrk(text, ".!?");
}

/* Words of a signature: who, as what, where and when. */
static bool only_signature(struct minutes *t, const char *text)
{
	static const char *const known[] = {"gez", "vorsitz", "schriftführ", "bürgermeister", "protokollführ", "herr",
		"frau",
		"den", "unterschrift", "dr", NULL};
	struct bag g = {.mem = t->s->mem}, names = {.mem = t->s->mem};
	for (const struct draft *d = t->facts->first; d; d = d->next) {
		const char *n[] = {draft_get(d, "name"), draft_get(d, "amt"), d->meant};
		for (size_t i = 0; i < 3; i++)
			if (n[i])
				bag_add(&names, n[i]);
	}
	for (size_t i = 0; i < t->s->town->npersons; i++)
		bag_add(&names, t->s->town->persons[i].name);
	bag_add(&g, text);
	for (size_t i = 0; i < g.n; i++) {
		bool found = (g.words[i][0] >= '0' && g.words[i][0] <= '9') ||
			date_month_named(g.words[i], strlen(g.words[i]));
		for (const char *const *k = known; *k && !found; k++)
			found = !strncasecmp(g.words[i], *k, strlen(*k));
		for (size_t k = 0; k < names.n && !found; k++)
			found = !strcmp(g.words[i], names.words[k]);
		if (!found)
			return false;
	}
	return true;
}

static void sign(struct minutes *t, const struct draft *who)
{
	static const char *const names[] = {"person", "name", "amt"};
	for (struct draft *u = draft_child(t->root, "unterzeichnung"); u; u = u->next)
		if (u->line == (who->name[0] == 'l') + 1)
			return;
	struct draft *u = draft_add(t->s->mem, t->root, "unterzeichnung");
	u->line = (who->name[0] == 'l') + 1;
	for (size_t i = 0; i < 3; i++)
		if (draft_get(who, names[i]))
			draft_set(t->s->mem, u, names[i], draft_get(who, names[i]));
}

static void put_signature(struct minutes *t, const struct minutes_line *l)
{
	struct date d;
	const char *text = l->text + l->ours;
	if (sense_date_in(text, &d) && d.day)
		t->signed_on = d;
	for (const struct draft *w = NULL; (w = present_signs(t, text, w));)
		sign(t, w);
	if (only_signature(t, text)) {
		draft_meant(t->s->mem, t->root, text);
		sense_rest(t->s, l->node);
	} else {
		minutes_block(t, l->node, minutes_remark(t, t->course));
	}
}

static bool is_nothing(const struct imp_node *n)
{
	return n->kind == IMP_PAGE || n->kind == IMP_FURNITURE || n->kind == IMP_TOC;
}

/* ---- the whole */

static void put_clock(struct minutes *t, const char *text)
{
	const char *begin = strcasestr(text, "eröffn") ? minutes_time(t->s->mem, text, "um ") : NULL;
	const char *end = strstr(text, "schließ") || strstr(text, "beende") || strstr(text, "Ende der Sitzung") ||
		strstr(text, "Sitzung endet") ? minutes_time(t->s->mem, text, "um ") : NULL;
	if (begin && !draft_get(t->root, "beginn"))
		draft_set(t->s->mem, t->root, "beginn", begin);
	if (end && !draft_get(t->root, "ende"))
		draft_set(t->s->mem, t->root, "ende", end);
}

static bool is_last(const struct minutes *t)
{
	for (size_t i = 0; i < t->nitems; i++)
		if (!t->items[i].done)
			return false;
	return true;
}

static void put_told(struct minutes *t, const struct minutes_line *l)
{
	const char *text = l->text + l->ours;
	if (is_text(l->node) && is_last(t) && is_signature(t, text)) {
		minutes_end_item(t);
		put_signature(t, l);
		return;
	}
	put_clock(t, text);
	minutes_told(t, l);
}

/* Items of the agenda that come before one and are told nowhere. */
static void open_until(struct minutes *t, const struct minutes_item *end)
{
	for (size_t i = 0; i < t->nitems; i++) {
		struct minutes_item *x = &t->items[i];
		if (x == end)
			break;
		if (!x->done && !x->told) {
			minutes_open_item(t, x);
			x->done = true;
		}
	}
}

static void put_course(struct minutes *t, size_t from)
{
	for (size_t i = from; i < t->nlines; i++) {
		const struct minutes_line *l = &t->lines[i];
		struct minutes_item *item = (struct minutes_item *)(uintptr_t)minutes_item_at(t, l);
		bool listed = false;
		acc_at(t->s->acc, l->node);
		for (size_t k = 0; k < t->nitems && !listed; k++)
			listed = t->items[k].listed == l;
		if (listed || is_nothing(l->node)) {
			if (!listed)
				minutes_block(t, l->node, t->course);
			continue;
		}
		if (item) {
			open_until(t, item);
			item->done = true;
			minutes_open_item(t, item);
			continue;
		}
		const int part = is_text(l->node) ? minutes_part(l->text) : -1;
		static const char *const agenda[] = {"Tagesordnung", "Folgende Tagesordnung",
			"Tagesordnung der Sitzung", NULL};
		const char *v = is_text(l->node) ? minutes_label(l->text, agenda) : NULL;
		if (part >= 0 || (v && !*v)) {
			draft_meant(t->s->mem, t->course, l->text + l->ours);
			sense_rest(t->s, l->node);
			continue;
		}
		if (l->node->kind == IMP_ITEM) {                       /* a list is taken as a whole */
			struct draft *to = t->decision ? t->decision : minutes_talk(t);
			const struct imp_node *past = minutes_block(t, l->node, to);
			while (i + 1 < t->nlines && t->lines[i + 1].node != past &&
				t->lines[i + 1].node->kind == IMP_ITEM)
				i++;
			continue;
		}
		put_told(t, l);
	}
	open_until(t, NULL);
	minutes_end_item(t);
}

/* A line or an item without more in it, no long sentence. */
static bool can_name(const struct minutes_line *l)
{
	const struct imp_node *n = l->node;
	return strlen(l->text) < (strchr(l->text, ':') ? 1200 : 240) &&
		(is_text(n) || (n->kind == IMP_ITEM && n->first && !n->first->next));
}

static void put_above(struct minutes *t, size_t to)
{
	bool people = false;
	for (size_t i = 0; i < to; i++) {
		const struct minutes_line *l = &t->lines[i];
		acc_at(t->s->acc, l->node);
		people |= present_begins(l->text);
		if (is_text(l->node) && minutes_part(l->text) >= 0) {
			draft_meant(t->s->mem, t->course, l->text + l->ours);
			sense_rest(t->s, l->node);
		} else if (is_text(l->node) && !bag_count(l->text)) {
			sense_rest(t->s, l->node);
		} else if (is_text(l->node) && (!people || minutes_is_fact(l->text)) &&
			minutes_front(t, l->text)) {
			sense_rest(t->s, l->node);
		} else if (people && can_name(l) && present_line(t, l)) {
			continue;
		} else if (is_nothing(l->node)) {
			minutes_block(t, l->node, people ? t->presence : t->facts);
		} else {
			put_clock(t, l->text);
			const struct imp_node *past = minutes_block(t, l->node, minutes_remark(t, people ? t->presence
				: t->facts));
			while (l->node->kind == IMP_ITEM && i + 1 < to && t->lines[i + 1].node != past)
				i++;
		}
	}
}

static void order(struct minutes *t)
{
	static const char *const names[] = {"sitzungsort", "leitung", "schriftfuehrung", "gremium", "vermerk"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (struct draft *c = t->facts->first, *end = t->facts->last, *next; c; c = next) {
			next = c == end ? NULL : c->next;
			if (draft_is(c, names[i])) {
				draft_cut(c);
				draft_put(t->facts, c);
			}
		}
	for (struct draft *c = t->presence->first, *end = t->presence->last, *next; c; c = next) {
		next = c == end ? NULL : c->next;
		if (!draft_is(c, "teilnahme")) {
			draft_cut(c);
			draft_put(t->presence, c);
		}
	}
	for (struct draft *c = t->course->first, *end = t->course->last, *next; c; c = next) {
		next = c == end ? NULL : c->next;
		if (draft_is(c, "vermerk")) {
			draft_cut(c);
			draft_put(t->course, c);
		}
	}
}

static void complete(struct minutes *t)
{
	struct sense *s = t->s;
	struct mem *m = s->mem;
	if (!t->body)
		t->body = papers_body(s, "Rat", t->facts);
	const char *session = mem_fmt(m, "%s-%s", t->body, sense_iso(m, t->day));
	draft_set(m, t->root, "id", mem_fmt(m, "niederschrift-%s", session));
	draft_set(m, t->root, "sitzung", session);
	draft_set(m, t->root, "gremium", t->body);
	draft_set(m, t->root, "datum", sense_iso(m, t->day));
	draft_set(m, t->root, "entwurf", "ja");
	if (!draft_get(t->root, "beginn"))
		acc_guess(s->acc, ACC_WEAK, "Der Beginn der Sitzung ist nicht genannt; er ist offen, bitte eintragen");
	acc_guess(s->acc, ACC_LIKELY,
		"Die Sitzung heißt „%s“; hat sie schon eine Datei, bitte deren Kennung eintragen", session);
	for (struct draft *u = draft_child(t->root, "unterzeichnung"); u; u = u->next)
		if (t->signed_on.day)
			draft_set(m, u, "datum", sense_iso(m, t->signed_on));
}

bool minutes_run(struct sense *s, struct sense_result *r)
{
	struct mem *m = s->mem;
	struct minutes t = {.s = s, .root = draft_new(m, "niederschrift")};
	struct date day = {0};
	if (!sense_date_in(s->text, &day))
		return false;
	draft_set(m, t.root, "xmlns", "urn:ratssatz:1");
	draft_set(m, t.root, "ort", s->town->ort);
	t.facts = draft_add(m, t.root, "angaben");
	t.presence = draft_add(m, t.root, "anwesenheit");
	t.course = draft_add(m, t.root, "verlauf");
	minutes_lines(&t);
	size_t from;
	minutes_items(&t, &from);
	put_above(&t, from);
	put_course(&t, from);
	if (!t.part)
		minutes_open_part(&t, false);
	if (s->wait->first)
		sense_waiting(s, minutes_remark(&t, t.course));
	t.day = t.day.year ? t.day : day;
	present_complete(&t);
	complete(&t);
	order(&t);
	r->roots[r->n] = t.root;
	r->names[r->n++] = "niederschrift.xml";
	return true;
}
