/* minutesfront.c: what stands above the list of people: body, day, times, place. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "import/minutes.h"
#include "import/papers.h"
#include "import/parts.h"

bool minutes_said(const char *text)
{
	static const char *const words[] = {"Niederschrift", "Sitzungsniederschrift", "Protokoll", "Sitzungsprotokoll",
		"Beschlussprotokoll", "Ergebnisprotokoll", "Ergebnisniederschrift", "Verhandlungsniederschrift", NULL};
	for (const char *const *w = words; *w; w++)
		if (!strncasecmp(text, *w, strlen(*w)) && strlen(text) < 400)
			return true;
	return false;
}

/* "Rat" in "des Rates", "Ausschuss für X" in "des Ausschusses für X". */
static const char *body_held(struct mem *m, const char *text, const char *name)
{
	static const char *const ends[] = {"", "s", "es", "ses", NULL};
	const size_t n = strcspn(name, " ");
	for (const char *const *e = ends; *e; e++) {
		const char *word = mem_fmt(m, "%.*s%s%s", (int)n, name, *e, name + n), *at = text;
		for (const size_t len = strlen(word); (at = strcasestr(at, word)); at++)
			if ((at == text || strchr(" (\n", at[-1])) && !isalpha((unsigned char)at[len]) &&
				(unsigned char)at[len] < 0xC3)
				return at;
	}
	return NULL;
}

/* "des Ausschusses für Bauen am …": the name alone, as it is called. */
static const char *body_said(struct mem *m, const char *text)
{
	static const char *const before[] = {"Sitzung des ", "Sitzung der ", "sitzung des ", "sitzung der ", NULL};
	static const char *const behind[] = {" am ", " vom ", ",", " im ", " in der ", " der Stadt ", " der Gemeinde ",
		" der Kreisstadt ", " des Kreises ", " des Landkreises ", NULL};
	for (const char *const *b = before; *b; b++) {
		const char *at = strstr(text, *b);
		if (!at)
			continue;
		at += strlen(*b);
		size_t n = strlen(at);
		for (const char *const *e = behind; *e; e++) {
			const char *end = strstr(at, *e);
			n = end && (size_t)(end - at) < n ? (size_t)(end - at) : n;
		}
		size_t first = strcspn(at, " ,");
		first = first < n ? first : n;
		size_t cut = strncmp(*b + 8, "des", 3) || first < 4 ? 0 : !strncmp(at + first - 4, "sses", 4) ||
			!strncmp(at + first - 3, "tes", 3) ? 2 : at[first - 1] == 's';
		return buf_line(m, mem_fmt(m, "%.*s%.*s", (int)(first - cut), at, (int)(n - first), at + first));
	}
	return NULL;
}

static void put_body(struct minutes *t, const char *text)
{
	const struct town *town = t->s->town;
	const struct town_office *best = NULL;
	for (size_t i = 0; i < town->noffices; i++)
		if (town->offices[i].body && body_held(t->s->mem, text, town->offices[i].name) &&
			(!best || strlen(town->offices[i].name) > strlen(best->name)))
			best = &town->offices[i];
	static const char *const label[] = {"Gremium", "Ausschuss", NULL};
	const char *own = minutes_label(text, label), *said = best ? NULL : own && *own ? own : body_said(t->s->mem,
		text);
	if (best)
		t->body = best->id;
	else if (said && bag_count(said))
		t->body = papers_body(t->s, said, t->facts);
}

static void put_times(struct minutes *t, const char *text)
{
	struct mem *m = t->s->mem;
	const char *begin = minutes_time(m, text, "beginn"), *end = minutes_time(m, text, "ende:");
	const char *whole = !begin && !end && (!strncasecmp(text, "Dauer", 5) || !strncasecmp(text, "Zeit", 4) ||
		!strncasecmp(text, "Uhrzeit", 7)) ? minutes_time(m, text, "") : NULL;
	if (whole) {
		begin = whole;
		end = minutes_time(m, text, "bis");
	}
	if (begin && !draft_get(t->root, "beginn"))
		draft_set(m, t->root, "beginn", begin);
	if (end)
		draft_set(m, t->root, "ende", end);
}

/* "über die 4. Sitzung". */
static void put_number(struct minutes *t, const char *text)
{
	const char *at = strstr(text, ". Sitzung");
	const char *from = at;
	while (from && from > text && from[-1] >= '0' && from[-1] <= '9')
		from--;
	if (from && from < at && at - from < 4)
		draft_set(t->s->mem, t->root, "nummer", mem_str(t->s->mem, from, (size_t)(at - from)));
}

static void put_place(struct minutes *t, const char *value)
{
	papers_place(t->s, draft_add(t->s->mem, t->facts, "sitzungsort"), value);
}

static bool names_town(const struct town *town, const char *text)
{
	const char *last = town->name ? strrchr(town->name, ' ') : NULL;
	return town->name && strcasestr(text, last ? last + 1 : town->name);
}

/* "… am 19. März 2026, 18 Uhr, im Ratssaal, Marktplatz 3": the place; NULL: none is said. */
static const char *place_behind(const char *day)
{
	static const char *const words[] = {" im ", " in der ", " in den ", NULL};
	for (const char *const *w = words; *w; w++) {
		const char *at = strstr(day, *w);
		if (at)
			return at + strlen(*w);
	}
	return NULL;
}

bool minutes_is_fact(const char *text)
{
	static const char *const facts[] = {"Gremium", "Sitzung", "Datum", "Sitzungstag", "Sitzungstermin", "Termin",
		"Tag",
		"Beginn", "Ende", "Dauer", "Zeit", "Uhrzeit", "Sitzungsbeginn", "Sitzungsende", "Sitzungsdauer",
		"Sitzung am", NULL};
	return minutes_label(text, facts) || !strncasecmp(text, "Beginn ", 7) || !strncasecmp(text, "Ende ", 5);
}

enum front { FRONT_OTHER, FRONT_TITLE, FRONT_FACT, FRONT_TOWN };

static enum front front_of(const struct minutes *t, const char *text)
{
	if (minutes_said(text) || (strcasestr(text, "sitzung") && strlen(text) < 200))
		return FRONT_TITLE;
	if (minutes_is_fact(text))
		return FRONT_FACT;
	return strlen(text) < 60 && names_town(t->s->town, text) ? FRONT_TOWN : FRONT_OTHER;
}

/* Its words are facts; behind the day of a title perhaps the place. */
static void put_meant(struct minutes *t, const char *text, const char *day)
{
	const char *room = day && !draft_child(t->facts, "sitzungsort") ? place_behind(day) : NULL;
	draft_meant(t->s->mem, t->root, room ? mem_str(t->s->mem, text, (size_t)(room - text)) : text);
	if (room)
		put_place(t, room);
}

/* A line above the list of people. False: it says nothing of that kind. */
bool minutes_front(struct minutes *t, const char *text)
{
	static const char *const place[] = {"Ort", "Sitzungsort", "Raum", "Raum, Ort", "Ort, Raum", "Tagungsort",
		"Sitzungsraum", NULL};
	const char *v = minutes_label(text, place);
	struct date d;
	if (v && *v && !draft_child(t->facts, "sitzungsort")) {
		draft_meant(t->s->mem, t->root, mem_str(t->s->mem, text, (size_t)(v - text)));
		put_place(t, v);
		return true;
	}
	const enum front is = front_of(t, text);
	const char *at = sense_date_in(text, &d);
	if (!t->day.year && at && d.day && (is || strlen(text) < 80))
		t->day = d;
	if (!t->body)
		put_body(t, text);
	put_number(t, text);
	put_times(t, text);
	if (!is && !(strlen(text) < 80 && (at || (strlen(text) < 60 && t->body))))
		return false;
	put_meant(t, text, is == FRONT_TITLE ? at : NULL);
	return true;
}
