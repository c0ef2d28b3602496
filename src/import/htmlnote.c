/* htmlnote.c: footnotes of HTML: a mark is a link that says so, the note is the element it leads to. */
#include <string.h>
#include <strings.h>

#include "import/htmlparts.h"

static bool says(const struct mk *n, const char *attr, const char *what)
{
	const char *v = mk_get(n, attr);
	return v && strcasestr(v, what);
}

static bool is_mark(const struct mk *a)
{
	const char *href = mk_get(a, "href");
	return mk_is(a, "a") && href && *href == '#' &&
		(says(a, "role", "doc-noteref") || says(a, "class", "footnote-ref") ||
			says(a, "class", "sdfootnoteanc") || says(a, "class", "sdendnoteanc") ||
			(says(a, "style", "mso-footnote-id") && !strncmp(href, "#_ftn", 5) &&
				strncmp(href, "#_ftnref", 8)) ||
			(says(a, "style", "mso-endnote-id") && !strncmp(href, "#_edn", 5) &&
				strncmp(href, "#_ednref", 8)));
}

bool htm_is_back(const struct mk *a)
{
	const char *href = mk_get(a, "href");
	return mk_is(a, "a") && href && *href == '#' &&
		(says(a, "role", "doc-backlink") || says(a, "class", "footnote-back") ||
			says(a, "class", "sdfootnotesym") || says(a, "class", "sdendnotesym") ||
			!strncmp(href, "#_ftnref", 8) || !strncmp(href, "#_ednref", 8));
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
	name_all(h);
	for (const struct mk *n = h->root; n; n = mk_after(n, h->root)) {
		if (!is_mark(n))
			continue;
		const struct mk *at = target(h, mk_get(n, "href") + 1);
		bool inside = false;
		for (const struct mk *up = n; at && up && !inside; up = up->parent)
			inside = up == at;
		if (!at || inside)
			continue;
		MEM_ROOM_IN(h->f->mem, h->notes, h->nnotes, h->capnotes);
		h->notes[h->nnotes++] = (struct htm_note){.id = mk_get(n, "href"), .at = at};
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
}
