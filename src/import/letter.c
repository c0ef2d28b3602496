/* letter.c: who signs a foreword, where and when. */
#include <string.h>

#include "import/fields.h"
#include "import/parts.h"

/* "Musterstadt, im Februar 2018": the place is what stands before the day. */
static bool place_and_day(struct sense *s, const char *text, struct draft *u)
{
	struct date d;
	const char *day = sense_date_in(text, &d);
	if (!day || strlen(text) > 60)
		return false;
	size_t n = strcspn(text, " ,");
	if (text + n > day || !n)
		return false;
	draft_set(s->mem, u, "ort", mem_str(s->mem, text, n));
	draft_set(s->mem, u, "datum", sense_iso(s->mem, d));
	draft_meant(s->mem, u, text);
	return true;
}

/* The lines of a paragraph, parted where the original parts them. */
static size_t lines_in(struct mem *m, const struct draft *p, char **out, size_t most)
{
	struct buf b = {0};
	size_t n = 0;
	for (const struct draft *c = draft_walk(p, p); c; c = draft_walk(c, p)) {
		if (!c->name)
			buf_str(&b, c->text);
		if (!draft_is(c, "umbruch"))
			continue;
		if (n < most)
			out[n++] = buf_line(m, b.data ? b.data : "");
		b.len = 0;
	}
	if (n < most && b.len)
		out[n++] = buf_line(m, b.data);
	buf_free(&b);
	return n;
}

static void set_if(struct sense *s, struct draft *d, const char *name, const char *value)
{
	if (bag_count(value))
		draft_set(s->mem, d, name, value);
}

/* "gezeichnet", name, office. */
static bool signed_lines(struct sense *s, const struct draft *p, struct draft *to)
{
	enum { LINES = 4 };
	char *l[LINES];
	size_t n = lines_in(s->mem, p, l, LINES);
	bool said = n > 1 && (!strcmp(l[0], "gezeichnet") || !strcmp(l[0], "gez."));
	if (!said || n > 3)
		return false;
	struct draft *u = draft_add(s->mem, to, "unterschrift");
	draft_set(s->mem, u, "art", "gezeichnet");
	if (n == 3)
		set_if(s, u, "name", l[1]);
	draft_set(s->mem, u, "amt", l[n - 1]);
	draft_meant(s->mem, u, sense_words(s->mem, p));
	return true;
}

/* "Ihre Maria Muster", then "Bürgermeisterin". */
static bool your_name(struct sense *s, struct draft *p, const struct draft *office, struct draft *to)
{
	char *name = sense_words(s->mem, p);
	size_t n = !strncmp(name, "Ihre ", 5) ? 5 : !strncmp(name, "Ihr ", 4) ? 4 : 0;
	char *amt = office ? sense_words(s->mem, office) : "";
	if (!n || strlen(name) > 60 || !draft_is(office, "absatz") || strlen(amt) > 60)
		return false;
	struct draft *u = draft_add(s->mem, to, "unterschrift");
	draft_set(s->mem, u, "name", name + n);
	draft_set(s->mem, u, "amt", amt);
	draft_meant(s->mem, u, mem_fmt(s->mem, "%s %s", name + n, amt));
	p->first = p->last = NULL;                     /* "Ihre" stays: it ends the letter */
	draft_text(s->mem, p, mem_str(s->mem, name, n - 1));
	return true;
}

static void take_signatures(struct sense *s, struct draft *part, struct draft *u)
{
	for (struct draft *p = part->first, *next; p; p = next) {
		next = p->next;
		if (!draft_is(p, "absatz"))
			continue;
		const char *words = sense_words(s->mem, p);
		if (!draft_get(u, "ort") && place_and_day(s, words, u)) {
			draft_cut(p);
		} else if (signed_lines(s, p, u)) {
			draft_cut(p);
		} else if (your_name(s, p, next, u)) {
			struct draft *office = next;
			next = next->next;
			draft_cut(office);
		}
	}
}

void fields_sign(struct sense *s, struct draft *part)
{
	struct draft *u = draft_new(s->mem, "unterschriften");
	take_signatures(s, part, u);
	if (!u->first && draft_get(u, "ort")) {        /* a place and a day, but nobody: they stay text */
		struct draft *p = draft_add(s->mem, part, "absatz");
		draft_text(s->mem, p, u->meant);
	} else if (u->first) {
		draft_put(part, u);
	}
}
