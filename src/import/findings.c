/* findings.c: faults of the original, found by checking what was made of it. */
#include "import/findings.h"

#include <string.h>

#include "base/file.h"
#include "import/index.h"
#include "source/source.h"

/* Elements that may hold <abweichung>; behind the title, where they have one. */
static bool holds(const struct draft *d)
{
	static const char *const names[] = {"kapitel", "abschnitt", "handlungsfeld", "anhang", "grusswort", "vorwort",
		"handlungsempfehlung", "hinweis", "tabelle", "abbildung", "massnahme", "umsetzung", "beteiligte",
		"finanzen",
		"erlaeuterungen", "kosten", "finanzierung", "zusatzfeld", "anlagen", "beschlussvorschlag",
		"tagesordnung",
		"teil", "top", "angabe", "rechtliches", "impressum", "angaben", "folie", "arbeitspaket", "beratung",
		"anwesenheit", "sitzungsteil", "verlauf", NULL};
	for (const char *const *n = names; *n; n++)
		if (draft_is(d, *n))
			return true;
	return false;
}

/* False: it stands there. */
static bool accept(struct sense *s, struct draft *at, const struct diag_msg *m)
{
	struct draft *a = draft_new(s->mem, "abweichung");
	for (struct draft *c = at->first; c; c = c->next)
		if (draft_is(c, "abweichung") && !strcmp(draft_get(c, "code"), m->code))
			return false;
	draft_set(s->mem, a, "code", m->code);
	draft_set(s->mem, a, "grund", "Bei der Übernahme gefunden: So steht es im Original. Bitte entscheiden.");
	struct draft *title = draft_child(at, "titel");
	bool first = draft_is(at, "massnahme") || draft_is(at, "top") || draft_is(at, "arbeitspaket") || title;
	if (!first || draft_is(at, "tabelle") || draft_is(at, "abbildung") || draft_is(at, "angaben") || !at->first)
		draft_put(at, a);
	else if (!title)
		draft_before(at->first, a);
	else if (title->next)
		draft_before(title->next, a);
	else
		draft_put(at, a);
	return true;
}

/* The elements of one file, in the order of their lines. */
struct file { struct draft **at; size_t n, cap; };
struct files { struct mem *mem; struct imp_index named; };

static struct file *file_named(struct files *f, const char *name)
{
	void **slot = imp_index_slot(f->mem, &f->named, NULL, name);
	if (!*slot)
		*slot = MEM_NEW(f->mem, struct file);
	return *slot;
}

/* The next below top; what goes to a file of its own is passed by. */
static struct draft *beyond(struct draft *d, const struct draft *top)
{
	if (d->first && (d == top || !d->file))
		return d->first;
	while (d != top && !d->next)
		d = d->parent;
	return d == top ? NULL : d->next;
}

static void find_elements(struct files *f, struct draft *part, const char *name)
{
	struct file *k = file_named(f, name);
	for (struct draft *d = part; d; d = beyond(d, part)) {
		if (d != part && d->file) {
			find_elements(f, d, d->file);
			continue;
		}
		if (!d->name || !d->out)
			continue;
		MEM_ROOM_IN(f->mem, k->at, k->n, k->cap);
		k->at[k->n++] = d;
	}
}

/* The element of that file that begins on the line or last before it; NULL: none does. */
static struct draft *element_at(struct files *f, const char *name, int line)
{
	const struct file *k = file_named(f, name);
	size_t low = 0, high = k->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (k->at[middle]->out <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? k->at[low - 1] : NULL;
}

/* Findings of rules that ask for what an original of others cannot have. */
static bool is_ours(const char *code)
{
	static const char *const codes[] = {"UNERWAEHNT", "UNBENUTZT", "REGISTERFEHLT", "SITZUNGOFFEN", "EBENE", "LEER",
		"BILDPLATZ", "VERZEICHNIS", NULL};
	for (const char *const *c = codes; *c; c++)
		if (!strcmp(*c, code))
			return true;
	return false;
}

/* A picture that cannot be set: its file stays in the folder, its words stand at its place. */
static void place_only(struct sense *s, struct draft *a)
{
	struct draft *title = draft_child(a, "titel");
	const char *alt = a->meant;
	a->name = "bildplatz";
	a->meant = NULL;
	a->attrs = NULL;
	if (title) {
		draft_cut(title);
		for (struct draft *c; (c = title->first);) {
			draft_cut(c);
			draft_put(a, c);
		}
	}
	if (alt && a->first)
		draft_ours(s->mem, a, " – ");
	if (alt)
		draft_text(s->mem, a, alt);
	if (!a->first)
		draft_ours(s->mem, a, "Bild aus dem Original");
}

static bool places_only(struct sense *s, struct draft *root, const char *file)
{
	bool some = false;
	for (struct draft *d = root; d; d = draft_walk(d, root)) {
		const char *own = draft_is(d, "abbildung") ? draft_get(d, "datei") : NULL;
		if (own && file && !strcmp(own, file)) {
			place_only(s, d);
			some = true;
		}
	}
	return some;
}

/* Told by source, not by a rule: nobody can want it. */
static bool is_form(const char *code)
{
	for (const struct diag_code *c = src_codes; c->code; c++)
		if (!strcmp(c->code, code))
			return true;
	return false;
}

/* What the original says as we do needs no word. */
static bool forget_equal(struct draft *root, const char *attr, struct draft *const *told, size_t n)
{
	bool some = false;
	for (struct draft *d = root; d; d = draft_walk(d, root)) {
		bool differs = !d->name || !draft_get(d, attr);
		for (size_t i = 0; i < n && !differs; i++)
			differs = told[i] == d;
		if (!differs)
			draft_unset(d, attr);
		some |= !differs;
	}
	return some;
}

/* Files are named as they will be called; where the copy lay that was checked is nobody's business. */
static const char *without(struct mem *m, const char *text, const char *dir)
{
	const char *folder = mem_fmt(m, "%s/", dir), *p;
	struct buf b = {0};
	for (; (p = strstr(text, folder)); text = p + strlen(folder))
		buf_put(&b, text, (size_t)(p - text));
	buf_str(&b, text);
	return buf_take(&b, m);
}

bool findings_take(struct sense *s, struct draft *root, const char *name, const char *dir, struct diag *said)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(said, &n);
	struct draft **numbers = MEM_ARRAY(s->mem, struct draft *, n + 1);
	size_t nnumbers = 0;
	bool changed = false;
	struct files files = {.mem = s->mem};
	find_elements(&files, root, name);
	for (size_t i = 0; i < n; i++) {
		if (m[i].sev < DIAG_WARNUNG || is_ours(m[i].code))
			continue;
		struct draft *at = element_at(&files, m[i].file ? file_base(m[i].file) : "", m[i].line);
		s->acc->page = 0;
		s->acc->line = 0;
		for (const struct draft *d = at; d && !s->acc->line; d = d->parent)
			s->acc->line = d->line;
		const char *text = at || !m[i].file ? m[i].text    /* else it is told of what else is missing */
						    : mem_fmt(s->mem, "%s: %s", m[i].file, m[i].text);
		acc_find(s->acc, m[i].code, "%s", without(s->mem, text, dir));
		if (!strcmp(m[i].code, "NUMMER"))
			numbers[nnumbers++] = at;
		while (at && !holds(at))
			at = at->parent;
		at = at ? at : draft_child(root, "angaben");            /* of the document itself */
		if (!strcmp(m[i].code, "BILD") && draft_is(at, "abbildung"))
			changed |= places_only(s, root, draft_get(at, "datei"));
		else if (m[i].sev == DIAG_FEHLER && at && !is_form(m[i].code))
			changed |= accept(s, at, &m[i]);
	}
	return forget_equal(root, "laut-nummer", numbers, nnumbers) || changed;
}
