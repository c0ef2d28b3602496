/* summary.c: the overview of all Massnahmen in the original. Ours is made from them, so it is compared and left out. */
#include <string.h>

#include "import/fields.h"
#include "import/parts.h"

struct sense_summary { const char *field, *aim, *time, *cost; int line; bool yearly; };

static const char *cell(struct sense *s, const struct imp_node *row, int at)
{
	const struct imp_node *c = row->first;
	while (c && at--)
		c = c->next;
	return c ? sense_plain(s, c) : "";
}

static bool among(const char *s, const char *const *words)
{
	for (; *words; words++)
		if (!strcmp(s, *words))
			return true;
	return false;
}

/* Its head: aim, time, costs. */
static bool is_head(struct sense *s, const struct imp_node *row)
{
	static const char *const aims[] = {"Ziel", "Ziele", NULL}, *const times[] = {"Umsetzung", "Zeitbedarf",
		"Zeitrahmen",
		"Zeit", NULL}, *const costs[] = {"Kosten", "jährliche Kosten", "Jährliche Kosten", "Finanzen", NULL};
	return among(cell(s, row, 0), aims) && among(cell(s, row, 1), times) && among(cell(s, row, 2), costs);
}

bool sense_is_summary(struct sense *s, const struct imp_node *table)
{
	return s->massnahmen > 1 && table->first && table->first->kind == IMP_ROW && is_head(s, table->first);
}

static void take_row(struct sense *s, const struct imp_node *r, const char **field)
{
	const char *aim = cell(s, r, 0), *time = cell(s, r, 1), *cost = cell(s, r, 2);
	if (!bag_count(time) && !bag_count(cost)) {
		*field = aim + strspn(aim, "0123456789. ");
		return;
	}
	if (is_head(s, r))
		return;
	MEM_ROOM_IN(s->mem, s->summary, s->nsummary, s->capsummary);
	const char *head = cell(s, r->parent->first, 2);
	s->summary[s->nsummary++] = (struct sense_summary){*field, aim, time, cost, r->line, strstr(head,
		"ährlich") != NULL};
}

void sense_take_summary(struct sense *s, const struct imp_node *table, struct draft *to)
{
	const char *field = "";
	for (const struct imp_node *r = table->first; r; r = r->next)
		take_row(s, r, &field);
	acc_drop_node(s->acc, "Zusammenfassung", table);
	if (!draft_child(to, "zusammenfassung"))
		draft_add(s->mem, to, "zusammenfassung");
}

/* ---- held against the Massnahmen */

/* The same letters; blanks and signs do not count. */
static bool same_words(struct mem *m, const char *a, const char *b)
{
	struct bag x = {.mem = m}, y = {.mem = m};
	bag_add(&x, a);
	bag_add(&y, b);
	if (x.n != y.n)
		return false;
	for (size_t i = 0; i < x.n; i++)
		if (strcmp(x.words[i], y.words[i]))
			return false;
	return true;
}

static struct draft *field_named(struct sense *s, struct draft *root, const char *name)
{
	for (struct draft *d = draft_walk(root, root); d; d = draft_walk(d, root)) {
		const struct draft *t = draft_is(d, "handlungsfeld") ? draft_child(d, "titel") : NULL;
		if (t && same_words(s->mem, sense_words(s->mem, t), name))
			return d;
	}
	return NULL;
}

/* A field that only the overview gives an aim and a time: they are kept, in no table of its own. */
static void only_here(struct sense *s, struct draft *field, const struct sense_summary *k)
{
	struct draft *m = draft_add(s->mem, field, "massnahme"), *d;
	draft_set(s->mem, m, "id", sense_id(s, mem_fmt(s->mem, "m-%s", draft_get(field, "id")), "massnahme"));
	draft_set(s->mem, m, "tabelle", "nein");
	draft_unset(field, "ohne-massnahme");
	s->before = 0;
	draft_ours(s->mem, draft_add(s->mem, m, "ziel"), sense_house(s, k->aim));
	sense_posten(s, k->cost, d = draft_add(s->mem, m, "finanzen"));
	for (struct draft *p = d->first; p; p = p->next) {      /* its words are accounted for where they stand */
		p->meant = NULL;
		for (struct draft *t = p->first; t; t = t->next)
			t->ours = true;
	}
	d = draft_add(s->mem, m, "zeitbedarf");
	sense_time_said(s, k->time, d);
	d->meant = NULL;
	for (struct draft *t = d->first; t; t = t->next)
		t->ours = true;
}

/* "jährliche Kosten" says of the amounts that they come every year. */
static void yearly(struct sense *s, struct draft *m, const struct sense_summary *k)
{
	struct draft *f = draft_child(m, "finanzen");
	for (struct draft *p = f && k->yearly && strpbrk(k->cost, "0123456789") ? f->first : NULL; p; p = p->next)
		if (draft_get(p, "betrag") && !draft_get(p, "turnus"))
			draft_set(s->mem, p, "turnus", "jaehrlich");
}

static void compare(struct sense *s, struct draft *root, const struct sense_summary *k)
{
	struct draft *f = field_named(s, root, k->field), *m = f ? draft_child(f, "massnahme") : NULL;
	s->acc->line = k->line;
	s->acc->page = 0;
	if (!m) {
		if (f)
			only_here(s, f, k);
		acc_find(s->acc, "MASSNAHME", "Die Zusammenfassung nennt zu „%s“ Ziel („%s“), Zeit („%s“) und Kosten "
			"(„%s“); "
			"eine Maßnahme dazu gibt es nicht", k->field, k->aim, k->time, k->cost);
		return;
	}
	const struct draft *aim = draft_child(m, "ziel");
	if (aim && !same_words(s->mem, sense_words(s->mem, aim), k->aim))
		acc_find(s->acc, "", "Das Ziel von „%s“ lautet in der Zusammenfassung anders: „%s“", k->field, k->aim);
	yearly(s, m, k);
	if (bag_count(k->time))
		draft_set(s->mem, m, "laut-zeitbedarf", k->time);
	if (bag_count(k->cost))
		draft_set(s->mem, m, "laut-kosten", k->cost);
}

void fields_summary(struct sense *s, struct draft *root)
{
	for (size_t i = 0; i < s->nsummary; i++)
		compare(s, root, &s->summary[i]);
}
