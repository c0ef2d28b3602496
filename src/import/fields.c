/* fields.c: parts of a Konzept by what they hold: Handlungsfelder, Handlungsempfehlung, Leitsatz, forewords. */
#include "import/fields.h"

#include <string.h>

#include "import/parts.h"

static char *title_of(struct sense *s, const struct draft *part)
{
	const struct draft *t = draft_child(part, "titel");
	return t ? sense_words(s->mem, t) : "";
}

static bool is_part(const struct draft *d)
{
	return draft_is(d, "kapitel") || draft_is(d, "abschnitt");
}

static void drop_child(struct sense *s, struct draft *d, const char *name)
{
	struct draft *c = draft_child(d, name);
	if (!c)
		return;
	const char *words = sense_words(s->mem, c);
	if (bag_count(words))
		draft_meant(s->mem, d, words);
	draft_cut(c);
}

/* ---- numbers that were typed into titles */

static void cut_number(struct sense *s, struct draft *part)
{
	struct draft *title = draft_child(part, "titel"), *t = title ? title->first : NULL;
	size_t n = t && t->text ? strspn(t->text, "0123456789.") : 0, blanks = n ? strspn(t->text + n, " ") : 0;
	if (!n || n > 8 || *t->text == '.' || !blanks || !bag_count(t->text + n) || draft_get(part, "laut-nummer"))
		return;
	size_t digits = n;
	while (t->text[digits - 1] == '.')
		digits--;
	draft_set(s->mem, part, "laut-nummer", mem_str(s->mem, t->text, digits));
	draft_meant(s->mem, part, mem_str(s->mem, t->text, n));
	t->text = mem_dup(s->mem, t->text + n + blanks);
}

static void numbers(struct sense *s, struct draft *root)
{
	for (struct draft *d = draft_walk(root, root); d; d = draft_walk(d, root))
		if (is_part(d))
			cut_number(s, d);
}

/* ---- forewords */

static void foreword(struct sense *s, struct draft *root, struct draft *part)
{
	const char *title = title_of(s, part);
	if (strstr(title, "Grußwort"))
		part->name = "grusswort";
	else
		part->name = "vorwort";
	draft_cut(part);
	draft_put(root, part);
	fields_sign(s, part);
}

static void forewords(struct sense *s, struct draft *root)
{
	bool one = draft_child(root, "vorwort") != NULL;
	if (one && sense_is_foreword(title_of(s, draft_child(root, "vorwort"))))
		fields_sign(s, draft_child(root, "vorwort"));
	for (struct draft *d = draft_walk(root, root); d && !one; d = draft_walk(d, root))
		if (is_part(d) && sense_is_foreword(title_of(s, d)) && !draft_child(d, "abschnitt")) {
			foreword(s, root, d);
			one = true;
			break;
		}
}

/* ---- Handlungsempfehlung */

static void move_behind(struct draft *d, struct draft *behind)
{
	draft_cut(d);
	if (behind->next)
		draft_before(behind->next, d);
	else
		draft_put(behind->parent, d);
}

/* Its Massnahmen stand beside it, in the field. */
static void recommendation(struct sense *s, struct draft *d)
{
	d->name = "handlungsempfehlung";
	drop_child(s, d, "titel");
	for (struct draft *m = d->last, *prev; m; m = prev) {
		prev = m->prev;
		if (draft_is(m, "massnahme"))
			move_behind(m, d);
	}
}

static void recommendations(struct sense *s, struct draft *root)
{
	for (struct draft *d = draft_walk(root, root); d; d = draft_walk(d, root))
		if (draft_is(d, "abschnitt") && !strcmp(title_of(s, d), "Handlungsempfehlung") && !draft_child(d,
			"abschnitt"))
			recommendation(s, d);
}

/* ---- Leitsatz */

static bool starts_with(struct sense *s, const struct draft *d, const char *words)
{
	return draft_is(d, "absatz") && !strncmp(sense_words(s->mem, d), words, strlen(words));
}

static struct draft *take_sentence(struct draft *from, struct draft *to, const char *name)
{
	struct draft *next = from->next;
	draft_cut(from);
	sense_unwrap(from, "betont");
	from->name = name;
	draft_put(to, from);
	return next;
}

/* "Wir fördern …", or those words above what is promised. */
static struct draft *take_promise(struct sense *s, struct draft *at, struct draft *to, const char *words,
	const char *name)
{
	if (!starts_with(s, at, words))
		return at;
	if (!strcmp(sense_words(s->mem, at), words) && draft_is(at->next, "absatz")) {
		struct draft *next = at->next;
		draft_meant(s->mem, to, words);
		draft_cut(at);
		at = next;
	}
	return take_sentence(at, to, name);
}

static struct draft *cell_at(struct draft *table, int at)
{
	struct draft *row = draft_child(table, "zeile"), *c = row ? row->first : NULL;
	while (c && at--)
		c = c->next;
	return c;
}

/* A table of one row: what is promised beside what is asked. */
static bool two_promises(struct sense *s, struct draft *t)
{
	struct draft *a = draft_is(t, "tabelle") ? cell_at(t, 0) : NULL, *b = a ? cell_at(t, 1) : NULL;
	return b && !b->next && !strncmp(sense_words(s->mem, a), "Wir fördern", 12) &&
		!strncmp(sense_words(s->mem, b), "Wir fordern", 11) && !draft_child(t, "titel") &&
		!draft_child(t, "kopfzeile") && !draft_child(a, "liste") && !draft_child(b, "liste");
}

static void take_promises(struct sense *s, struct draft *t, struct draft *to)
{
	static const char *const names[] = {"wir-foerdern", "wir-fordern"};
	for (int i = 0; i < 2; i++) {
		struct draft *c = cell_at(t, i), *p = draft_add(s->mem, to, names[i]), *k = c->first;
		if (draft_is(k, "absatz") && k->next) {        /* the words above are printed by us */
			draft_meant(s->mem, to, sense_words(s->mem, k));
			draft_cut(k);
		}
		sense_unwrap(c, "absatz");
		while ((k = c->first)) {
			draft_cut(k);
			draft_put(p, k);
		}
	}
	draft_cut(t);
}

static void motto(struct sense *s, struct draft *at)
{
	struct draft *l = draft_new(s->mem, "leitsatz"), *next = at->next;
	if (!draft_is(next, "absatz"))
		return;
	draft_before(at, l);
	draft_meant(s->mem, l, sense_words(s->mem, at));
	draft_cut(at);
	next = take_sentence(next, l, "satz");
	if (two_promises(s, next)) {
		take_promises(s, next, l);
		return;
	}
	next = take_promise(s, next, l, "Wir fördern", "wir-foerdern");
	take_promise(s, next, l, "Wir fordern", "wir-fordern");
}

static bool says_motto(struct sense *s, const struct draft *d)
{
	const char *words = d ? sense_words(s->mem, d) : "";
	return !strcmp(words, "Leitsatz:") || !strcmp(words, "Leitsatz");
}

/* A box around a motto is how it is shown: its parts stand where it stood; the first of them. */
static struct draft *open_box(struct draft *box)
{
	struct draft *first = box->first;
	first->name = "absatz";
	while (box->first) {
		struct draft *c = box->first;
		draft_cut(c);
		draft_before(box, c);
	}
	draft_cut(box);
	return first;
}

static void mottos(struct sense *s, struct draft *root)
{
	for (struct draft *d = draft_walk(root, root), *next; d; d = next) {
		if (draft_is(d, "hinweis") && is_part(d->parent) && says_motto(s, d->first))
			d = open_box(d);
		next = draft_walk(d, root);
		if (draft_is(d, "absatz") && is_part(d->parent)) {
			if (says_motto(s, d)) {
				motto(s, d);
				next = draft_walk(d->parent ? d->parent : root, root);
			}
		}
	}
}

/* ---- Handlungsfelder */

static bool holds_direct(const struct draft *d, const char *name)
{
	return draft_child(d, name) != NULL;
}

static bool any_part_holds(const struct draft *d, const char *name)
{
	for (const struct draft *c = d->first; c; c = c->next)
		if (draft_is(c, "abschnitt") && holds_direct(c, name))
			return true;
	return false;
}

static void name_massnahmen(struct sense *s, struct draft *part)
{
	const char *id = draft_get(part, "id");
	for (struct draft *m = part->first; m; m = m->next)
		if (draft_is(m, "massnahme") && !draft_get(m, "id"))
			draft_set(s->mem, m, "id", sense_id(s, mem_fmt(s->mem, "m-%s", id ? id : "massnahme"),
				"massnahme"));
}

/* A field where others beside it are: by its recommendation, or by its name. */
static bool is_field(const struct draft *d)
{
	return holds_direct(d, "massnahme") || holds_direct(d, "leitsatz") || holds_direct(d, "handlungsempfehlung") ||
		(any_part_holds(d, "massnahme") && !any_part_holds(d, "handlungsempfehlung"));
}

static bool has_massnahme(const struct draft *d)
{
	for (const struct draft *c = draft_walk(d, d); c; c = draft_walk(c, d))
		if (draft_is(c, "massnahme"))
			return true;
	return false;
}

/* A field in a chapter or at the top may be one; deeper it stays a section, which holds Massnahmen too. */
static void handlungsfelder(struct sense *s, struct draft *root)
{
	for (struct draft *d = draft_walk(root, root); d; d = draft_walk(d, root)) {
		if (is_part(d))
			name_massnahmen(s, d);
		bool high = d->parent == root || (d->parent && draft_is(d->parent, "kapitel") &&
			d->parent->parent == root);
		if (!is_part(d) || !high || !is_field(d))
			continue;
		d->name = "handlungsfeld";
		if (!has_massnahme(d)) {
			draft_set(s->mem, d, "ohne-massnahme", "Das Original nennt keine Maßnahme.");
			acc_find(s->acc, "MASSNAHME", "Das Handlungsfeld „%s“ hat keine Maßnahme", title_of(s, d));
		} else if (holds_direct(d, "massnahme") && !holds_direct(d, "handlungsempfehlung") &&
			s->massnahmen > 3 &&
			draft_is(d->parent, "kapitel")) {
			acc_find(s->acc, "", "Das Handlungsfeld „%s“ hat keine Handlungsempfehlung", title_of(s, d));
		}
	}
}

/* A chapter cannot hold a Massnahme: it stands in a field of its own. */
static void stray(struct sense *s, struct draft *root)
{
	for (struct draft *d = draft_walk(root, root); d; d = draft_walk(d, root))
		if ((draft_is(d, "kapitel") || draft_is(d, "vorwort") || draft_is(d, "anhang")) && holds_direct(d,
			"massnahme")) {
			struct draft *f = NULL;
			for (struct draft *m = d->first, *next; m; m = next) {
				next = m->next;
				if (!draft_is(m, "massnahme"))
					continue;
				if (!f) {
					f = draft_new(s->mem, d->parent == root && !draft_is(d, "kapitel") ? "kapitel"
						: "abschnitt");
					draft_set(s->mem, f, "id", sense_id(s, "massnahmen", "massnahmen"));
					draft_ours(s->mem, draft_add(s->mem, f, "titel"), "Maßnahmen");
					draft_before(m, f);
				}
				draft_cut(m);
				draft_put(f, m);
			}
			name_massnahmen(s, f);
		}
}

/* Where other fields have a Leitsatz, one without it is named. */
static void without_motto(struct sense *s, struct draft *root)
{
	int with = 0;
	for (struct draft *d = root; d; d = draft_walk(d, root))
		with += draft_is(d, "leitsatz");
	for (struct draft *d = root->first; d && with > 1; d = d->next)
		if (draft_is(d, "handlungsfeld") && !holds_direct(d, "leitsatz")) {
			s->acc->line = d->line;
			acc_find(s->acc, "", "Das Handlungsfeld „%s“ hat keinen Leitsatz, andere haben einen",
				title_of(s, d));
		}
}

/* ---- files */

/* One file a Handlungsfeld, and one a chapter where there are several; more than anyone looks through stay in one. */
static void files(struct sense *s, struct draft *root)
{
	enum { MOST = 300 };
	int parts = 0, no = 0;
	for (const struct draft *d = root->first; d; d = d->next)
		parts += draft_is(d, "kapitel") || draft_is(d, "handlungsfeld");
	for (struct draft *d = root->first; d && parts > 2 && parts <= MOST; d = d->next) {
		bool counted = draft_is(d, "kapitel") || draft_is(d, "handlungsfeld");
		int sub = 0;
		no += counted;
		if (draft_is(d, "grusswort") || draft_is(d, "vorwort") || draft_is(d, "impressum"))
			d->file = mem_fmt(s->mem, "00-%s.xml", d->name);
		for (struct draft *c = d->first; c; c = c->next)
			if (draft_is(c, "handlungsfeld"))
				c->file = mem_fmt(s->mem, "%02d-%02d-%s.xml", no, ++sub, draft_get(c, "id"));
		if (counted && !sub)
			d->file = mem_fmt(s->mem, "%02d-%s.xml", no, draft_get(d, "id"));
	}
}

void fields_run(struct sense *s, struct draft *root)
{
	if (s->plain) {
		files(s, root);
		return;
	}
	if (s->massnahmen)
		numbers(s, root);
	forewords(s, root);
	recommendations(s, root);
	fields_packages(s, root);
	mottos(s, root);
	handlungsfelder(s, root);
	stray(s, root);
	fields_summary(s, root);
	fields_facts(s);
	without_motto(s, root);
	files(s, root);
}
