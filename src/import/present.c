/* present.c: who was there: groups of people, each with who belongs to it, to <teilnahme>; who leads and writes. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/minutes.h"
#include "import/parts.h"

enum group { NO_GROUP, MEMBERS, ADVISE, OFFICE, GUESTS, CHAIR, WRITER };

struct present {
	enum group group;
	const char *state;                             /* "entschuldigt", "abwesend"; NULL: there */
	const char *party;                             /* as the original calls it; NULL */
	bool forename;                                 /* the second column of a table holds it */
};

/* ---- what a heading of people says */

static bool has(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (strcasestr(text, *words))
			return true;
	return false;
}

static enum group group_of(const char *text)
{
	static const struct { enum group is; const char *words[10]; } groups[] = {
		{WRITER, {"schriftführ", "protokollführ", "protokoll:", "niederschrift:", "schriftführung"}},
		{ADVISE, {"beratend", "sachkundig", "ohne stimmrecht", "seniorenbeirat", "jugendbeirat"}},
		{OFFICE, {"verwaltung", "beigeordnete", "dezernent", "bedienstete", "amtsleit"}},
		{GUESTS, {"gäste", "gast", "referent", "sachverständige", "presse", "zuhörer"}},
		{CHAIR, {"vorsitz", "sitzungsleitung", "ausschussvorsitz"}},
		{MEMBERS, {"mitglied", "stimmberechtigt", "anwesen", "teilnehm", "fraktion", "gruppe", "verordnete",
			"stadträt", "ratsherr"}},
		{MEMBERS, {"gemeinderät", "es fehl", "entschuldigt", "abwesen", "vertret", "kreistagsabg"}}};
	if (!strcasecmp(text, "Leitung"))
		return CHAIR;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (has(text, groups[i].words))
			return groups[i].is;
	return NO_GROUP;
}

static const char *state_of(const char *text)
{
	static const char *const excused[] = {"entschuldigt", NULL}, *const un[] = {"unentschuldigt", NULL},
		*const away[] = {"abwesen", "es fehl", "fehlend", "nicht anwesend", "fehlten", "fehlen", NULL};
	return has(text, un) ? "abwesend" : has(text, excused) ? "entschuldigt" : has(text, away) ? "abwesend" : NULL;
}

bool present_begins(const char *text)
{
	static const char *const words[] = {"Anwesend", "Anwesenheit", "Teilnehm", "Vorsitz", "Mitglieder",
		"Anwesende", "Es "
		"sind anwesend", "Es waren anwesend", "Leitung", "Sitzungsleitung", "Schriftführ", "Sitzungsteilnehm",
			"Von der", NULL};
	for (const char *const *w = words; *w; w++)
		if (!strncasecmp(text, *w, strlen(*w)) && strlen(text) < (strchr(text, ':') ? 1200 : 120))
			return true;
	return false;
}

/* ---- somebody */

static bool starts_person(const char *p)
{
	static const char *const titles[] = {"Herr ", "Frau ", "Ratsherr ", "Ratsfrau ", "Stadtrat ", "Stadträtin ",
		NULL};
	for (const char *const *t = titles; *t; t++)
		if (!strncmp(p, *t, strlen(*t)))
			return true;
	return false;
}

/* Where the next one begins in a line that holds several; its end if none does. */
static const char *past_person(const char *from)
{
	for (const char *p = from + 1; *p; p++)
		if (p[-1] == ';' || (p[-1] == ' ' && starts_person(p) && p > from + 5))
			return p;
	return from + strlen(from);
}

struct somebody {
	char *rest;                                    /* what is not read yet, without what was */
	const char *name, *office, *from, *to;         /* from, to: times */
	const char *from_item, *to_item;               /* numbers of items */
};

static void cut(char *at, size_t n)
{
	memmove(at, at + n, strlen(at + n) + 1);
}

/* "bis einschließlich TOP 3", "bis zum TOP 3 einschließlich": what says no more than the bound. */
static const char *past_filler(const char *s)
{
	static const char *const words[] = {"einschließlich", "inklusive", "einschl.", "inkl.", "und mit", "zum", "zu"};
	s += strspn(s, " ");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const size_t n = strlen(words[i]);
		if (!strncasecmp(s, words[i], n) && (!s[n] || strchr(" ,;)", s[n])))
			return past_filler(s + n);
	}
	return s;
}

/* " ab 18:08 Uhr", "bis TOP 3": taken out of the text. */
static const char *take_bound(struct mem *m, char *text, const char *word, const char **item)
{
	for (char *p = text; (p = strcasestr(p, word)); p++) {
		const char *rest, *from = p + strlen(word), *time;
		bool said;
		if (p > text && !strchr(" ,(", p[-1]))
			continue;
		from += strspn(from, " ");
		const char *number = minutes_number(m, past_filler(from), &rest, &said);
		if (number && said) {
			*item = number;
			cut(p, (size_t)(past_filler(rest) - p));
			return NULL;
		}
		if (isdigit((unsigned char)*from) && (time = minutes_time(m, p, word))) {
			from += strspn(from, "0123456789:.");
			from += strspn(from, " ");
			cut(p, (size_t)(from - p) + (strncmp(from, "Uhr", 3) ? 0 : 3));
			return time;
		}
	}
	return NULL;
}

static char *trimmed(char *s)
{
	static const char signs[] = " ,;-";
	s += strspn(s, signs);
	for (size_t n = strlen(s); n && strchr(signs, s[n - 1]); n--)
		s[n - 1] = '\0';
	return s;
}

static const char *with(struct mem *m, const char *a, const char *b)
{
	return !b || !*b ? a : a && *a ? mem_fmt(m, "%s, %s", a, b) : b;
}

/* "(Gruppe Morgen)", "Amtsleiterin": what stands in brackets or behind a comma. "Adler, Anna" is a name. */
static void take_office(struct mem *m, struct somebody *p)
{
	char *open = strchr(p->rest, '('), *close = open ? strchr(open, ')') : NULL;
	if (close) {
		p->office = with(m, trimmed(mem_str(m, open + 1, (size_t)(close - open - 1))), p->office);
		cut(open, (size_t)(close + 1 - open));
	}
	char *comma = strchr(p->rest, ',');
	if (!comma)
		return;
	char *behind = trimmed(mem_dup(m, comma + 1)), *before = trimmed(mem_str(m, p->rest,
		(size_t)(comma - p->rest)));
	const char *doctor = strncmp(before, "Dr. ", 4) ? "" : "Dr. ";
	before += strlen(doctor);
	const bool swapped = *behind && !strchr(before, ' ') && strcspn(behind, " ") + 12 > strlen(behind) &&
		!strpbrk(behind, "0123456789") && bag_count(behind) <= 2;
	p->rest = swapped ? mem_fmt(m, "%s%s %s", doctor, behind, before) : mem_fmt(m, "%s%s", doctor, before);
	p->office = swapped ? p->office : with(m, p->office, behind);
}

/* "Herr", "Bürgermeisterin": before the name; the last is an office, too. */
static void take_titles(struct mem *m, struct somebody *p)
{
	static const char *const titles[] = {"Herr", "Herrn", "Frau", "Ratsherr", "Ratsfrau", "Ratsmitglied",
		"Stadtrat",
		"Stadträtin", "Stadtverordneter", "Stadtverordnete", "Gemeinderat", "Gemeinderätin", "Bürgermeister",
		"Bürgermeisterin", "Oberbürgermeister", "Oberbürgermeisterin", "Beigeordneter", "Beigeordnete",
			"Kämmerer",
		"Kämmerin", "Landrat", "Landrätin", "Bezirksbürgermeister", "Bezirksbürgermeisterin", "Ortsvorsteher",
		"Ortsvorsteherin", "Erster", "Erste", "Amtsleiter", "Amtsleiterin", "Fachbereichsleiter",
			"Fachbereichsleiterin",
		"Dezernent", "Dezernentin", "Ausschussvorsitzender", "Ausschussvorsitzende", "Vorsitzender",
			"Vorsitzende", NULL};
	const char *office = NULL;
	for (bool more = true; more;) {
		const size_t n = strcspn(p->rest, " ");
		more = false;
		for (const char *const *t = titles; *t && p->rest[n] && !more; t++)
			more = strlen(*t) == n && !strncmp(p->rest, *t, n);
		if (!more)
			break;
		if (strncmp(p->rest, "Herr", 4) && strncmp(p->rest, "Frau", 4))
			office = office ? mem_fmt(m, "%s %.*s", office, (int)n, p->rest) : mem_str(m, p->rest, n);
		p->rest += n + strspn(p->rest + n, " ");
	}
	p->office = with(m, office, p->office);
}

/* One to five words, no sentence: "Anna Adler", "Dr. Karl von der Heide". */
static bool is_name(const char *s)
{
	const size_t words = bag_count(s), n = strlen(s);
	return words && words <= 5 && n < 60 && !strpbrk(s, "0123456789:;!?/|") && !(n && s[n - 1] == '.') &&
		(isupper((unsigned char)*s) || (unsigned char)*s >= 0xC3);
}

/* Columns: the name, then what else is said of somebody; a number in front is none. */
static void take_columns(struct mem *m, struct somebody *p, bool forename)
{
	char *bar = strstr(p->rest, " | ");
	if (bar && strspn(p->rest, "0123456789. ") == (size_t)(bar - p->rest)) {
		p->rest = bar + 3;
		bar = strstr(p->rest, " | ");
	}
	for (bool first = forename; bar; first = false) {
		char *cell = bar + 3, *next = strstr(cell, " | ");
		*bar = '\0';
		if (next)
			*next = '\0';
		if (first)
			p->rest = mem_fmt(m, "%s %s", cell, p->rest);
		else if (strcasecmp(cell, "anwesend") && strcasecmp(cell, "ja") && strcasecmp(cell, "x"))
			p->office = with(m, p->office, trimmed(cell));
		bar = next;
	}
}

static bool read_somebody(struct mem *m, struct somebody *p, const char *text, bool forename)
{
	*p = (struct somebody){.rest = trimmed(mem_dup(m, text))};
	p->from = take_bound(m, p->rest, "ab", &p->from_item);
	p->to = take_bound(m, p->rest, "bis", &p->to_item);
	take_columns(m, p, forename);
	take_office(m, p);
	take_titles(m, p);
	p->name = trimmed(p->rest);
	return is_name(p->name);
}

/* ---- into the source */

static void who(struct minutes *t, struct draft *d, const struct somebody *p, const char *text)
{
	struct mem *m = t->s->mem;
	const struct town_person *known = town_person(t->s->town, p->name);
	if (known)
		draft_set(m, d, "person", known->id);
	else if (group_of(p->name) && !p->office)              /* "Schriftführung: Schriftführung" */
		draft_set(m, d, "amt", p->name);
	else if (*p->name)
		draft_set(m, d, "name", p->name);
	if (known && t->s->town->npersons && !sense_told(t->s, known->id) && strcmp(known->name, p->name))
		acc_guess(t->s->acc, ACC_LIKELY, "„%s“ gilt als „%s“ des Verzeichnisses", p->name, known->name);
	if (p->office && (!known || !draft_is(d, "teilnahme")))
		draft_set(m, d, "amt", p->office);
	if (*text)
		draft_meant(m, d, text);
}

static void bounds(struct minutes *t, struct draft *d, const struct somebody *p)
{
	static const char *const names[] = {"ab", "bis", "ab-top", "bis-top"};
	const char *const said[] = {p->from, p->to, p->from_item, p->to_item};
	for (size_t i = 0; i < 4; i++)
		if (said[i])
			draft_set(t->s->mem, d, names[i], said[i]);    /* items by number: ids later */
}

/* Who leads is often named twice. */
static struct draft *already(struct minutes *t, const struct somebody *p)
{
	const struct town_person *known = town_person(t->s->town, p->name);
	for (struct draft *d = t->presence->first; d; d = d->next) {
		const char *person = draft_get(d, "person"), *name = draft_get(d, "name");
		if (*p->name && ((known && person && !strcmp(person, known->id)) || (name && !strcmp(name, p->name))))
			return d;
	}
	return NULL;
}

static void participant(struct minutes *t, const struct somebody *p, const char *text)
{
	static const char *const as[] = {[ADVISE] = "beratend", [OFFICE] = "verwaltung", [GUESTS] = "gast", [WRITER] =
		"verwaltung"};
	struct present *g = t->present;
	struct draft *d = already(t, p);
	struct somebody own = *p;
	if (d) {
		draft_meant(t->s->mem, d, text);
		bounds(t, d, p);
		return;
	}
	d = draft_add(t->s->mem, t->presence, "teilnahme");
	if (g->party && (g->group == MEMBERS || g->group == ADVISE))
		own.office = with(t->s->mem, p->office, g->party);
	who(t, d, &own, text);
	if (g->group < sizeof as / sizeof *as && as[g->group])
		draft_set(t->s->mem, d, "als", as[g->group]);
	const char *own_state = p->office ? state_of(p->office) : NULL;
	if (own_state || g->state)
		draft_set(t->s->mem, d, "stand", own_state ? own_state : g->state);
	bounds(t, d, p);
}

static void leader(struct minutes *t, const struct somebody *p, const char *element)
{
	const struct draft *there = draft_child(t->facts, element);
	if (there)
		return;                                        /* a deputy is somebody who is there */
	who(t, draft_add(t->s->mem, t->facts, element), p, "");
}

static void person(struct minutes *t, const char *text)
{
	struct somebody p;
	struct mem *m = t->s->mem;
	if (!bag_count(text))
		return;
	bool named = read_somebody(m, &p, text, t->present->forename);
	const char *bar = named ? NULL : strstr(text, " | ");
	if (bar && bar > text && bag_count(text) <= 12) {       /* a row without a name: as what somebody was there */
		p.office = mem_str(m, text, (size_t)(bar - text));
		p.name = "";
		named = true;
	}
	if (!named) {
		struct draft *v = draft_add(m, t->presence, "vermerk");
		draft_text(m, draft_add(m, v, "absatz"), text);
		acc_guess(t->s->acc, ACC_WEAK,
			"„%s“ ließ sich in der Anwesenheit nicht zuordnen; es steht dort als Vermerk", text);
		return;
	}
	if ((t->present->group == CHAIR || (p.office && strcasestr(p.office, "vorsitz") && !strcasestr(p.office,
		"stellv"))) &&
		!t->present->state)
		leader(t, &p, "leitung");
	if (t->present->group == WRITER) {
		leader(t, &p, "schriftfuehrung");
		draft_meant(m, draft_child(t->facts, "schriftfuehrung"), text);
		return;
	}
	participant(t, &p, text);
}

/* "Adler, Bussard, Dohle": several names, each a word or two. */
static bool is_enumeration(struct mem *m, const char *text)
{
	size_t n = 0;
	for (const char *p = text; *p; n++) {
		const size_t len = strcspn(p, ",");
		const char *one = trimmed(mem_str(m, p, len));
		if (bag_count(one) > 3 || !is_name(one))
			return false;
		p += len + (p[len] == ',');
	}
	return n >= 3;
}

static void people(struct minutes *t, const char *text)
{
	struct mem *m = t->s->mem;
	const bool list = is_enumeration(m, text), row = strstr(text, " | ") != NULL;
	for (const char *p = text, *end; *p; p = end) {
		end = row ? p + strlen(p) : list ? p + strcspn(p, ",") : past_person(p);
		person(t, buf_line(m, trimmed(mem_str(m, p, (size_t)(end - p)))));
		end += list && *end == ',';
	}
}

/* "Mitglieder:", "CDU-Fraktion", "Entschuldigt fehlen": who follows. */
static void open_group(struct minutes *t, const char *text, enum group group)
{
	struct present *g = t->present;
	const char *state = state_of(text);
	static const char *const parties[] = {"fraktion", "gruppe", NULL};
	const bool party = group == MEMBERS && has(text, parties);
	if (state || (group != MEMBERS && group != ADVISE) || strcasestr(text, "anwesend"))
		g->state = state;
	g->group = group == MEMBERS && state && g->group >= OFFICE ? MEMBERS : group;
	g->party = party && strlen(text) < 60 ? mem_str(t->s->mem, text, strcspn(text, ":")) : state || !party ? NULL
		: g->party;
	draft_meant(t->s->mem, t->presence, text);
}

static bool is_head_row(const char *text)
{
	static const char *const words[] = {"Name", "Nr.", "Fraktion", "Funktion", NULL};
	for (const char *const *w = words; *w; w++)
		if (!strncmp(text, *w, strlen(*w)) && strchr(" /", text[strlen(*w)]))
			return !strpbrk(text, ":,") && bag_count(text) <= 8 && (**w != 'N' || strstr(text, " | "));
	return false;
}

/* The colon of a label, not one of a time. */
static const char *colon_of(const char *text)
{
	const char *p = strchr(text, ':');
	while (p && p[1] >= '0' && p[1] <= '9')
		p = strchr(p + 1, ':');
	return p;
}

/* Where the next group begins in a line that holds several: "… Entschuldigt: Lena Koch". */
static const char *next_group(struct mem *m, const char *from)
{
	for (const char *c = colon_of(from); c; c = colon_of(c + 1)) {
		const char *word = c;
		while (word > from && word[-1] != ' ')
			word--;
		if (word > from && group_of(mem_str(m, word, (size_t)(c + 1 - word))))
			return word;
	}
	return from + strlen(from);
}

static bool put_group(struct minutes *t, const char *text)
{
	const char *colon = colon_of(text);
	const size_t head = colon ? (size_t)(colon - text) : strlen(text);
	const char *label = mem_str(t->s->mem, text, head), *value = colon ? colon + 1 + strspn(colon + 1, " ") : "";
	const enum group g = group_of(colon && !*value ? text : label);
	if (is_head_row(text)) {
		t->present->forename = strcasestr(text, "Vorname");
		draft_meant(t->s->mem, t->presence, text);
	} else if (g && head < 80 && (colon || (!starts_person(text) && !strchr(text, ',') && !strchr(text, '|'))) &&
		!town_person(t->s->town, label)) {
		open_group(t, colon ? mem_str(t->s->mem, text, head + 1) : text, g);
		if (*value)
			people(t, value);
		if (*value && (g == CHAIR || g == WRITER))      /* one line is all of it */
			t->present->group = NO_GROUP;
	} else if (t->present->group) {
		people(t, text);
	} else {
		return false;
	}
	return true;
}

bool present_line(struct minutes *t, const struct minutes_line *l)
{
	struct mem *m = t->s->mem;
	bool taken = true;
	if (!t->present)
		t->present = MEM_NEW(m, struct present);
	for (const char *p = l->text + l->ours, *end; *p && taken; p = end) {
		end = next_group(m, p);
		taken = put_group(t, buf_line(m, trimmed(mem_str(m, p, (size_t)(end - p)))));
	}
	if (taken)
		sense_rest(t->s, l->node);
	return taken;
}

/* ---- what is missing */

static void need(struct minutes *t, const char *element, const char *office, const char *what)
{
	if (draft_child(t->facts, element))
		return;
	draft_set(t->s->mem, draft_add(t->s->mem, t->facts, element), "amt", office);
	acc_guess(t->s->acc, ACC_WEAK, "%s ist nicht genannt; eingetragen ist „%s“, bitte ergänzen", what, office);
}

static const char *id_of_item(const struct minutes *t, const char *number)
{
	const char *own = number + (strncmp(number, "Ö", 2) ? 0 : 2);
	for (struct draft *d = draft_walk(t->course, t->course); d; d = draft_walk(d, t->course)) {
		const char *n = draft_is(d, "top") ? draft_get(d, "nummer") : NULL;
		if (n && (!strcmp(n, number) || !strcmp(n, own + strspn(own, " ")) ||
			(strlen(n) > strlen(number) && !strcmp(n + strlen(n) - strlen(number), number))))
			return draft_get(d, "id");
	}
	return NULL;
}

void present_complete(struct minutes *t)
{
	static const char *const bounds[] = {"ab-top", "bis-top"};
	need(t, "leitung", "Vorsitz", "Wer die Sitzung leitete,");
	need(t, "schriftfuehrung", "Schriftführung", "Wer schrieb,");
	for (struct draft *d = t->presence->first; d; d = d->next)
		for (size_t i = 0; i < 2; i++) {
			const char *number = draft_get(d, bounds[i]), *id = number ? id_of_item(t, number) : NULL;
			if (id)
				draft_set(t->s->mem, d, bounds[i], id);
			else if (number) {
				draft_unset(d, bounds[i]);
				acc_find(t->s->acc, "", "„%s %s“ nennt einen Punkt, den es nicht gibt", i ? "bis TOP"
					: "ab TOP", number);
			}
		}
	if (!draft_child(t->presence, "teilnahme")) {
		struct draft *d = draft_new(t->s->mem, "teilnahme");
		draft_set(t->s->mem, d, "name", "bitte eintragen");
		if (t->presence->first)
			draft_before(t->presence->first, d);
		else
			draft_put(t->presence, d);
		acc_guess(t->s->acc, ACC_WEAK, "Wer da war, ist nicht genannt; bitte eintragen");
	}
}

static const char *last_word(const char *name)
{
	const char *last = strrchr(name, ' ');
	return last ? last + 1 : name;
}

const struct draft *present_signs(struct minutes *t, const char *text, const struct draft *after)
{
	const struct town_person *p = town_person(t->s->town, text);
	for (const struct draft *d = after ? after->next : t->facts->first; d; d = d->next) {
		const char *person = draft_get(d, "person"), *name = draft_get(d, "name"), *amt = draft_get(d, "amt");
		const char *called = name ? last_word(name) : person ? NULL : amt;
		if ((draft_is(d, "leitung") || draft_is(d, "schriftfuehrung")) &&
			((p && person && !strcmp(p->id, person)) || (called && strstr(text, called))))
			return d;
	}
	return NULL;
}
