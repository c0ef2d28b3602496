/* notice.c: the announcement of a session: when, where, its agenda, who signs. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/papers.h"
#include "import/parts.h"

struct notice {
	struct sense *s;
	struct draft *root, *angaben, *place, *hints, *chair, *told, *agenda, *part;
	struct papers_session *session;
	bool signs;                                    /* "gezeichnet" was said */
};

static void meant(struct notice *n, const char *text)
{
	draft_meant(n->s->mem, n->root, text);
}

/* ---- facts */

static void put_time(struct notice *n, const char *v)
{
	size_t digits = strspn(v, "0123456789");
	if ((v[digits] == ':' || v[digits] == '.') && digits && digits <= 2)
		draft_set(n->s->mem, n->root, "beginn", mem_fmt(n->s->mem, "%02d:%.2s", atoi(v), v + digits + 1));
}

static char *trimmed(struct mem *m, const char *from, size_t n)
{
	while (n && (*from == ' ' || *from == ',')) {
		from++;
		n--;
	}
	while (n && (from[n - 1] == ' ' || from[n - 1] == ','))
		n--;
	return mem_str(m, from, n);
}

void papers_place(struct sense *s, struct draft *place, const char *v)
{
	struct mem *m = s->mem;
	const char *last = strrchr(v, ','), *town = last ? last + 1 + strspn(last + 1, " ") : "";
	draft_meant(m, place, v);
	if (strspn(town, "0123456789") != 5 || town[5] != ' ') {
		draft_set(m, place, "name", v);
		return;
	}
	const char *street = last;
	while (street > v && *--street != ',')
		;
	draft_set(m, place, "plz", mem_str(m, town, 5));
	draft_set(m, place, "ort", town + 6);
	if (street > v) {
		draft_set(m, place, "strasse", trimmed(m, street, (size_t)(last - street)));
		draft_set(m, place, "name", trimmed(m, v, (size_t)(street - v)));
	} else {
		draft_set(m, place, "name", trimmed(m, v, (size_t)(last - v)));
	}
}

static void put_place(struct notice *n, const char *v)
{
	n->place = n->place ? n->place : draft_add(n->s->mem, n->angaben, "sitzungsort");
	papers_place(n->s, n->place, v);
}

static bool put_fact(struct notice *n, const char *text)
{
	static const char *const body[] = {"Gremium", NULL}, *const day[] = {"Datum", "Sitzungstag", "Termin", NULL},
		*const start[] = {"Beginn", "Uhrzeit", "Sitzungsbeginn", NULL}, *const place[] = {"Ort", "Sitzungsort",
		"Raum", NULL},
		*const hints[] = {"Hinweise", "Hinweis", NULL};
	const char *v;
	if ((v = papers_after(text, body))) {
		n->session->body = papers_body(n->s, v, n->angaben);
		draft_set(n->s->mem, n->root, "gremium", n->session->body);
		meant(n, text);
	} else if ((v = papers_after(text, day)) && sense_date_in(v, &n->session->day)) {
		draft_set(n->s->mem, n->root, "datum", sense_iso(n->s->mem, n->session->day));
		meant(n, text);
	} else if ((v = papers_after(text, start))) {
		put_time(n, v);
		meant(n, text);
	} else if ((v = papers_after(text, place))) {
		meant(n, mem_str(n->s->mem, text, (size_t)(v - text)));
		put_place(n, v);
	} else if ((v = papers_after(text, hints))) {
		n->hints = n->hints ? n->hints : draft_new(n->s->mem, "hinweise");
		meant(n, mem_str(n->s->mem, text, (size_t)(v - text)));
		n->s->before = 0;
		draft_text(n->s->mem, draft_add(n->s->mem, n->hints, "absatz"), sense_house(n->s, v));
	} else {
		return false;
	}
	return true;
}

/* ---- agenda */

static void open_part(struct notice *n, bool public)
{
	n->part = draft_add(n->s->mem, n->agenda, "teil");
	draft_set(n->s->mem, n->part, "art", public ? "oeffentlich" : "nichtoeffentlich");
}

static const char *kind_of(const char *title)
{
	if (!strncmp(title, "Anfragen von Einwohner", 22) || strstr(title, "Einwohnerfrage"))
		return "einwohnerfragen";
	if (!strncmp(title, "Niederschrift", 13) || strstr(title, "Genehmigung der Niederschrift"))
		return "niederschrift";
	if (!strncmp(title, "Bericht der Verwaltung", 22) || !strncmp(title, "Mitteilungen der Verwaltung", 27))
		return "bericht";
	return !strncmp(title, "Anfragen", 8) ? "anfragen" : NULL;
}

static void put_item(struct notice *n, const struct imp_node *item)
{
	const struct imp_node *p = item->kind == IMP_ITEM ? item->first : item;
	char *text = sense_plain(n->s, p);
	size_t number = strspn(text, "0123456789. ");
	struct date d;
	acc_at(n->s->acc, item);
	if (!n->part)
		open_part(n, true);
	struct draft *t = draft_add(n->s->mem, n->part, "top"), *title;
	draft_set(n->s->mem, t, "id", sense_id(n->s, text + number, "top"));
	const char *kind = kind_of(text + number);
	if (kind)
		draft_set(n->s->mem, t, "art", kind);
	if (kind && !strcmp(kind, "niederschrift") && sense_date_in(text + number, &d))
		draft_set(n->s->mem, t, "vom", sense_iso(n->s->mem, d));
	if (number)
		draft_meant(n->s->mem, t, mem_str(n->s->mem, text, number));
	else if (item->label && item->typed_label)
		draft_meant(n->s->mem, t, item->label);
	n->s->before = 0;
	title = draft_add(n->s->mem, t, "titel");
	draft_text(n->s->mem, title, sense_house(n->s, text + number));
}

/* ---- signature */

static bool put_signature(struct notice *n, const struct imp_node *p, const char *text)
{
	struct date d;
	const char *day = sense_date_in(text, &d);
	if (day && strlen(text) < 60 && n->agenda && strstr(text, "den ")) {
		n->session->announced = d;
		n->told = draft_add(n->s->mem, n->angaben, "bekanntmachung");
		draft_set(n->s->mem, n->told, "datum", sense_iso(n->s->mem, d));
		draft_meant(n->s->mem, n->told, text);
		return true;
	}
	if (strncmp(text, "gezeichnet", 10) && strncmp(text, "gez.", 4))
		return false;
	const struct imp_node *last = p->last;
	struct imp_node line = {.kind = IMP_PARA, .first = p->last, .last = p->last};
	while (last && last->kind != IMP_TEXT)
		last = last->prev;
	line.first = line.last = (struct imp_node *)(uintptr_t)last;
	const char *office = last ? buf_line(n->s->mem, last->text) : "Vorsitz";
	size_t whole = strlen(text), len = strlen(office);
	if (whole < len + 4)
		return false;                          /* nobody is named */
	n->chair = draft_add(n->s->mem, n->angaben, "vorsitz");
	draft_set(n->s->mem, n->chair, "amt", office);
	draft_meant(n->s->mem, n->chair, mem_fmt(n->s->mem, "%.10s %s", text, office));
	if (whole > len + 11) {
		const char *name = trimmed(n->s->mem, text + 10, whole - len - 10);
		draft_set(n->s->mem, n->chair, "name", name);
		draft_meant(n->s->mem, n->chair, name);
	}
	return true;
}

/* ---- the whole */

static void paragraph(struct notice *n, const struct imp_node *p)
{
	char *text = sense_plain(n->s, p);
	acc_at(n->s->acc, p);
	if (!bag_count(text) || put_fact(n, text) || put_signature(n, p, text)) {
		sense_rest(n->s, p);
		return;
	}
	if (!strncmp(text, "Bekanntmachung", 14) || !strncmp(text, "Einladung", 9) || !strncmp(text, "Tagesordnung",
		12)) {
		meant(n, text);
		if (!n->agenda && *text == 'T')
			n->agenda = draft_new(n->s->mem, "tagesordnung");
		return;
	}
	bool closed = !strncasecmp(text, "Nichtöffentlich", 15) || !strncasecmp(text, "Nicht öffentlich", 16);
	if (n->agenda && (closed || !strncasecmp(text, "Öffentlich", 10))) {
		meant(n, text);
		open_part(n, !closed);
		return;
	}
	n->hints = n->hints ? n->hints : draft_new(n->s->mem, "hinweise");
	sense_running(n->s, p, n->hints, "absatz");
}

static void order(struct notice *n)
{
	static const char *const names[] = {"sitzungsort", "hinweise", "vorsitz", "bekanntmachung", "gremium",
		"vermerk"};
	if (n->hints)
		draft_put(n->angaben, n->hints);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct draft *d = draft_child(n->angaben, names[i]);
		if (d) {
			draft_cut(d);
			draft_put(n->angaben, d);
		}
	}
}

static void complete(struct notice *n)
{
	struct sense *s = n->s;
	if (!n->place) {
		n->place = draft_add(s->mem, n->angaben, "sitzungsort");
		draft_set(s->mem, n->place, "name", "bitte eintragen");
	}
	if (!draft_get(n->root, "gremium"))
		draft_set(s->mem, n->root, "gremium", n->session->body = papers_body(s, "Rat", n->angaben));
	if (!n->session->day.year) {
		draft_set(s->mem, n->root, "entwurf", "ja");
		acc_guess(s->acc, ACC_WEAK, "Die Bekanntmachung nennt keinen Tag der Sitzung; er ist offen, bitte "
			"eintragen");
	}
	if (!draft_get(n->root, "beginn")) {
		draft_set(s->mem, n->root, "entwurf", "ja");
		acc_guess(s->acc, ACC_WEAK, "Der Beginn der Sitzung ist nicht genannt; er ist offen, bitte eintragen");
	}
	draft_set(s->mem, n->root, "id", mem_fmt(s->mem, "%s-%s", n->session->body,
		n->session->day.year ? sense_iso(s->mem, n->session->day) : "offen"));
}

struct draft *notice_read(struct sense *s, const struct imp_node *from, const struct imp_node *end,
	struct papers_session *session)
{
	struct notice n = {.s = s, .root = draft_new(s->mem, "sitzung"), .session = session};
	draft_set(s->mem, n.root, "xmlns", "urn:ratssatz:1");
	draft_set(s->mem, n.root, "ort", s->town->ort);
	n.angaben = draft_add(s->mem, n.root, "angaben");
	for (const struct imp_node *p = from; p && p != end; p = p->next)
		if ((n.agenda && p->kind == IMP_ITEM && p->first) || (n.agenda && p->kind == IMP_HEADING && p->label))
			put_item(&n, p);
		else if (p->kind == IMP_PARA || p->kind == IMP_HEADING)
			paragraph(&n, p);
		else if (p->kind != IMP_PAGE) {
			struct imp_node one = *p;
			one.next = NULL;
			n.hints = n.hints ? n.hints : draft_new(s->mem, "hinweise");
			sense_block(s, &one, n.hints);
		}
	if (s->wait->first) {
		n.hints = n.hints ? n.hints : draft_new(s->mem, "hinweise");
		sense_waiting(s, n.hints);
	}
	if (!n.agenda)
		n.agenda = draft_new(s->mem, "tagesordnung");
	if (!n.agenda->first)
		open_part(&n, true);
	complete(&n);
	order(&n);
	draft_put(n.root, n.agenda);
	return n.root;
}
