/* chapters.c: headings to nested parts. What stands before the first heading gets a chapter of its own; a document
 * without any heading is one chapter. */
#include <string.h>

#include "import/parts.h"

enum { DEEP = 16 };

struct outline {
	struct sense *s;
	struct draft *root;
	struct { struct draft *part; int level; } open[DEEP];
	int n;
};

/* What stands before the first heading, unnumbered if it can be: a foreword holds everything but parts. */
static struct draft *part_of(struct outline *o, const char *title, const char *kind)
{
	if (o->n)
		return o->open[o->n - 1].part;
	struct draft *k = draft_add(o->s->mem, o->root, kind);
	draft_set(o->s->mem, k, "id", sense_id(o->s, title, "text"));
	draft_ours(o->s->mem, draft_add(o->s->mem, k, "titel"), title);
	o->open[o->n].part = k;
	o->open[o->n++].level = 99;
	return k;
}

/* "2.1": said by the original, where ours may be another. */
static void put_number(struct sense *s, const struct imp_node *n, struct draft *part)
{
	if (!n->label || !n->typed_label)
		return;
	size_t len = strlen(n->label);
	while (len && strchr(".) ", n->label[len - 1]))
		len--;
	draft_set(s->mem, part, "laut-nummer", mem_str(s->mem, n->label, len));
	draft_meant(s->mem, part, n->label);
}

/* "7.1" below chapter 6: chapter 7 has no heading of its own; the list of contents may name it. */
static void implied_chapter(struct outline *o, const struct imp_node *n)
{
	struct sense *s = o->s;
	const char *own = o->n ? draft_get(o->open[0].part, "laut-nummer") : NULL;
	size_t digits = n->label ? strspn(n->label, "0123456789") : 0;
	if (n->level != 2 || !n->typed_label || !digits || n->label[digits] != '.' || !own ||
		(strlen(own) == digits && !strncmp(own, n->label, digits)))
		return;
	const char *number = mem_str(s->mem, n->label, digits), *title = sense_toc_title(s, number);
	struct draft *k = draft_add(s->mem, o->root, "kapitel");
	draft_ours(s->mem, draft_add(s->mem, k, "titel"), title ? title : mem_fmt(s->mem, "Kapitel %s", number));
	draft_set(s->mem, k, "id", sense_id(s, title ? title : "kapitel", "kapitel"));
	draft_set(s->mem, k, "laut-nummer", number);
	acc_find(s->acc, "NUMMER", "Kapitel %s hat keine Überschrift%s%s", number, title ? "; im Verzeichnis heißt "
		"es: " : "",
		title ? title : "");
	o->open[0].part = k;
	o->open[0].level = 1;
	o->n = 1;
}

static void open_part(struct outline *o, const struct imp_node *n)
{
	struct sense *s = o->s;
	int level = n->level > 0 ? n->level : 1;
	struct draft *part = draft_new(s->mem, "kapitel"), *title = draft_add(s->mem, part, "titel");
	acc_at(s->acc, n);
	part->line = n->line;
	s->here = part;
	s->before = 0;
	sense_inlines(s, n->first, title, SENSE_TITLE);
	if (draft_empty(title)) {                      /* an empty heading is none; what it holds may be a picture */
		if (s->wait->first)
			sense_waiting(s, part_of(o, "Text", "kapitel"));
		return;
	}
	implied_chapter(o, n);
	while (o->n && (o->open[o->n - 1].level >= level || o->n == DEEP))
		o->n--;
	struct draft *up = o->n ? o->open[o->n - 1].part : o->root;
	part->name = o->n ? "abschnitt" : "kapitel";
	draft_put(up, part);
	draft_set(s->mem, part, "id", sense_id(s, sense_plain(s, n), "teil"));
	put_number(s, n, part);
	o->open[o->n].part = part;
	o->open[o->n++].level = level;
	for (struct draft *w = s->wait->first, *next; w; w = next) {      /* pictures and comments stand below it */
		next = w->next;
		if (!draft_is(w, "fussnote")) {
			draft_cut(w);
			draft_put(part, w);
		}
	}
}

static bool only_remarks(const struct draft *d)
{
	for (const struct draft *c = d->first; c; c = c->next)
		if (!draft_is(c, "vermerk"))
			return false;
	return d->first != NULL;
}

static void move_all(struct draft *from, struct draft *to)
{
	while (from->first) {
		struct draft *c = from->first;
		draft_cut(c);
		draft_put(to, c);
	}
}

/* One that its style keeps out of the contents stands within a part, but for the one that makes an element. */
static bool opens(const struct outline *o, const struct imp_node *n)
{
	if (n->kind != IMP_HEADING)
		return false;
	return !o->n || n->level < 2 || !n->style || !strstr(n->style, "ohne Verzeichnis") ||
		!strcmp(sense_plain(o->s, n), "Handlungsempfehlung");
}

void sense_outline(struct sense *s, const struct imp_node *from, struct draft *root)
{
	struct outline o = {.s = s, .root = root};
	bool headed = false;
	for (const struct imp_node *n = from; n; n = n->next)
		headed |= n->kind == IMP_HEADING;
	for (const struct imp_node *n = from; n;) {
		if (opens(&o, n)) {
			open_part(&o, n);
			n = n->next;
			continue;
		}
		struct draft *kept = draft_new(s->mem, "kept");
		const struct imp_node *first = n;
		n = sense_block(s, n, o.n ? o.open[o.n - 1].part : kept);
		if (only_remarks(kept) && !o.n) {              /* as yet there is no part that could hold them */
			move_all(kept, draft_child(root, "angaben"));
		} else if (kept->first) {
			bool letter = sense_is_foreword(sense_plain(s, first));
			struct draft *part = !headed ? part_of(&o, s->massnahmen ? "Maßnahmen" : "Text", "kapitel")
				: part_of(&o, letter ? "Vorwort" : "Vorbemerkung", "vorwort");
			move_all(kept, part);
		}
	}
	if (s->wait->first)
		sense_waiting(s, part_of(&o, "Text", "kapitel"));
}
