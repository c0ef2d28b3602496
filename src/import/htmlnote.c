/* htmlnote.c: footnotes of HTML: a mark is a link that says so, the note is the element it leads to. */
#include <string.h>
#include <strings.h>

#include "import/bag.h"
#include "import/htmlparts.h"

static bool says(const struct mk *n, const char *attr, const char *what)
{
	const char *v = mk_get(n, attr);
	return v && strcasestr(v, what);
}

/* What a raised link shows, "<sup><a>1</a></sup>" or "<a><sup>[2]</sup></a>", if it is a number or stars: *n bytes.
 * NULL: it is none. */
static const char *raised_sign(const struct mk *a, size_t *n)
{
	const struct mk *sup = mk_is(a->parent, "sup") ? a->parent : mk_child(a, "sup"), *text = sup;
	while (text && !text->text)
		text = text->first && text->first == text->last ? text->first : NULL;
	const char *s = text ? text->text : "";
	s += *s == '[' || *s == '(';
	*n = strspn(s, "0123456789");
	*n = *n ? *n : strspn(s, "*");
	const char *end = s + *n;
	return *n && *n <= 3 && (!*end || ((*end == ']' || *end == ')') && !end[1])) ? s : NULL;
}

static bool is_mark(const struct mk *a)
{
	const char *href = mk_get(a, "href");
	size_t n;
	return mk_is(a, "a") && href && *href == '#' &&
		(raised_sign(a, &n) || says(a, "role", "doc-noteref") || says(a, "class", "footnote-ref") ||
			says(a, "class", "sdfootnoteanc") || says(a, "class", "sdendnoteanc") ||
			(says(a, "style", "mso-footnote-id") && !strncmp(href, "#_ftn", 5) &&
				strncmp(href, "#_ftnref", 8)) ||
			(says(a, "style", "mso-endnote-id") && !strncmp(href, "#_edn", 5) &&
				strncmp(href, "#_ednref", 8)));
}

static bool is_back(const struct mk *a)
{
	const char *href = mk_get(a, "href");
	return mk_is(a, "a") && href && *href == '#' &&
		(says(a, "role", "doc-backlink") || says(a, "class", "footnote-back") ||
			says(a, "class", "sdfootnotesym") || says(a, "class", "sdendnotesym") ||
			!strncmp(href, "#_ftnref", 8) || !strncmp(href, "#_ednref", 8));
}

/* The element so called is a mark, or beside one. */
static bool names_mark(const struct html *h, const char *id)
{
	const struct mk *t = imp_index_get(&h->named, NULL, id), *child = t ? mk_child(t, "a") : NULL;
	return t && (is_mark(t) || (child && is_mark(child)) || (t->parent && is_mark(t->parent)) ||
		(t->next && is_mark(t->next)));
}

/* In a note "↩" or its own number, too, and words that lead where a mark is: "zurück". */
bool htm_leads_back(const struct html *h, const struct mk *a)
{
	const char *href = mk_get(a, "href");
	size_t n;
	return is_back(a) || (h->block->kind == IMP_NOTE && href && *href == '#' &&
		(raised_sign(a, &n) || !bag_count(mk_text(h->f->mem, a)) || names_mark(h, href + 1)));
}

void htm_drop_back(struct html *h, const struct mk *a)
{
	const char *text = buf_line(h->f->mem, mk_text(h->f->mem, a));
	if (!bag_count(text) || !text[strspn(text, " [](){}.:*0123456789")])       /* the number of the note */
		return;
	if (!h->back) {
		h->back = imp_add(h->f, h->f->root, IMP_FURNITURE);
		imp_cut(h->back);                      /* until the end: it is no part of the text */
		h->back->rule = "Rückverweis einer Fußnote";
	}
	imp_add_text(h->f, imp_add(h->f, h->back, IMP_PARA), text, strlen(text), 0);
}

static bool is_container(const struct mk *n)
{
	return mk_is(n, "div") || mk_is(n, "li") || mk_is(n, "aside") || mk_is(n, "section") || mk_is(n, "p");
}

static void name_all(struct html *h)
{
	static const char *const attrs[] = {"id", "name"};
	for (const struct mk *n = h->root; n; n = mk_after(n, h->root))
		for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++)
			if (mk_get(n, attrs[i]))
				imp_index_put(h->f->mem, &h->named, NULL, mk_get(n, attrs[i]), n);
}

/* The element so called; that of a name is the block around it. */
static const struct mk *target(const struct html *h, const char *id)
{
	const struct mk *up = imp_index_get(&h->named, NULL, id), *div = NULL;
	while (up && !is_container(up))
		up = up->parent;
	if (up && mk_is(up, "p") && mk_is(up->parent, "div") && up->parent->first)
		div = up->parent;
	return div &&
			(says(div, "style", "mso-element") || says(div, "id", "sdfootnote") ||
				says(div, "id", "sdendnote"))
		? div
		: up;
}

static void name_notes(struct html *h)
{
	for (size_t i = 0; i < h->nnotes; i++) {
		imp_index_put(h->f->mem, &h->notes_at, h->notes[i].at, "", &h->notes[i]);
		imp_index_put(h->f->mem, &h->notes_called, NULL, h->notes[i].id, &h->notes[i]);
	}
}

void htm_find_notes(struct html *h)
{
	struct imp_index found = {0};
	size_t raised;
	name_all(h);
	for (const struct mk *n = h->root; n; n = mk_after(n, h->root)) {
		if (!is_mark(n))
			continue;
		const struct mk *at = target(h, mk_get(n, "href") + 1);
		bool inside = false;
		for (const struct mk *up = n; at && up && !inside; up = up->parent)
			inside = up == at || (raised_sign(n, &raised) && imp_index_get(&found, up, ""));
		if (!at || inside)                         /* from a note a raised number leads back */
			continue;
		imp_index_put(h->f->mem, &found, at, "", at);
		MEM_ROOM_IN(h->f->mem, h->notes, h->nnotes, h->capnotes);
		struct htm_note *note = &h->notes[h->nnotes++];
		*note = (struct htm_note){.id = mk_get(n, "href"), .at = at};
		note->sign = raised_sign(n, &note->nsign);
	}
	name_notes(h);
}

static struct htm_note *find(const struct html *h, const struct mk *at)
{
	return imp_index_get(&h->notes_at, at, "");
}

const struct mk *htm_note_of(const struct html *h, const struct mk *a)
{
	const struct htm_note *n = is_mark(a) ? imp_index_get(&h->notes_called, NULL, mk_get(a, "href")) : NULL;
	return n && !find(h, n->at)->used ? n->at : NULL;
}

/* The number that the note begins with says what its mark says. */
static void drop_sign(struct imp_node *note, const struct htm_note *n)
{
	struct imp_node *c = note;
	while (c && c->kind != IMP_TEXT)
		c = c->first;
	const char *s = c ? c->text : NULL;
	s = s ? s + strspn(s, " [(") : NULL;
	if (!n->sign || !s || strncmp(s, n->sign, n->nsign))
		return;
	s += n->nsign;
	const size_t end = strspn(s, "]).:"), blanks = strspn(s + end, " ");
	if (s[end] && !blanks)
		return;
	c->text = s + end + blanks;
	if (*c->text)
		return;
	if (c->next && c->next->kind == IMP_TEXT)
		c->next->text += strspn(c->next->text, " ");
	imp_cut(c);
}

void htm_note(struct html *h, const struct mk *at, struct imp_node *to)
{
	struct htm_note *n = find(h, at);
	struct imp_node *note = imp_add(h->f, to, IMP_NOTE);
	struct html was = *h;
	n->used = true;
	note->style = "Fußnote";
	h->block = note;
	h->para = h->line = NULL;
	h->depth = 0;
	htm_children(h, at, 0);
	htm_end_line(h);
	drop_sign(note, n);
	h->block = was.block;
	h->para = was.para;
	h->line = was.line;
	h->depth = was.depth;
	h->space = false;
	h->begun = true;
}

bool htm_is_note(const struct html *h, const struct mk *at)
{
	return find(h, at) != NULL;
}

void htm_notes_left(struct html *h)
{
	htm_end_line(h);
	for (size_t i = 0; i < h->nnotes; i++)
		if (!find(h, h->notes[i].at)->used)
			htm_note(h, h->notes[i].at, imp_add(h->f, h->f->root, IMP_PARA));
	htm_end_line(h);
	if (h->back)
		imp_move(h->back, h->f->root);
}
