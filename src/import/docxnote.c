/* docxnote.c: notes and comments of a Word file, read where their marks stand. */
#include <string.h>

#include "import/docx.h"

static const struct mk *by_id(const struct mk *all, const char *name, const char *id)
{
	for (const struct mk *n = all ? all->first : NULL; n && id; n = n->next)
		if (mk_is(n, name) && mk_get(n, "w:id") && !strcmp(mk_get(n, "w:id"), id))
			return n;
	return NULL;
}

static bool holds(const char *const *list, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(list[i], key))
			return true;
	return false;
}

void docx_note(struct docx *d, const struct mk *reference, struct imp_node *to, bool endnote)
{
	const char *id = mk_get(reference, "w:id"), *kind = endnote ? "Endnote" : "Fußnote";
	const struct docx_side *side = endnote ? &d->endnotes : &d->footnotes;
	const struct mk *note = by_id(side->root, endnote ? "w:endnote" : "w:footnote", id);
	if (!note) {
		imp_lose(d->f, mem_fmt(d->m, "%s ohne Text", kind), id ? id : "ohne Nummer");
		return;
	}
	const char *key = mem_fmt(d->m, "%s %s", kind, id);
	if (holds(d->open_notes, d->nopen, key)) {
		imp_lose(d->f, mem_fmt(d->m, "%s, die auf sich selbst zeigt", kind), id);
		return;
	}
	if (holds(d->used, d->nused, key)) {
		imp_lose(d->f, mem_fmt(d->m, "%s, die an zwei Stellen steht", kind), id);
		return;
	}
	MEM_ROOM_IN(d->m, d->open_notes, d->nopen, d->capopen);
	d->open_notes[d->nopen++] = key;
	MEM_ROOM_IN(d->m, d->used, d->nused, d->capused);
	d->used[d->nused++] = key;
	struct imp_node *n = imp_add(d->f, to, IMP_NOTE);
	n->style = kind;
	docx_side_blocks(d, side, note, n);
	d->nopen--;
}

static void left_of(struct docx *d, const struct mk *all, const char *name, const char *kind)
{
	for (const struct mk *n = all ? all->first : NULL; n; n = n->next) {
		const char *id = mk_get(n, "w:id"), *type = mk_get(n, "w:type");
		if (!mk_is(n, name) || !id || (type && strcmp(type, "normal")))
			continue;
		if (!holds(d->used, d->nused, mem_fmt(d->m, "%s %s", kind, id)) && *mk_text(d->m, n))
			imp_lose(d->f, mem_fmt(d->m, "%s ohne Zeichen im Text", kind), mk_text(d->m, n));
	}
}

void docx_notes_left(struct docx *d)
{
	left_of(d, d->footnotes.root, "w:footnote", "Fußnote");
	left_of(d, d->endnotes.root, "w:endnote", "Endnote");
}

/* ---- comments */

/* What Word 2012 says of the thread a comment stands in, by the id of its last paragraph. */
static const struct mk *thread_of(struct docx *d, const struct mk *comment)
{
	const char *id = NULL;
	for (const struct mk *p = comment->first; p; p = p->next)
		if (mk_get(p, "w14:paraId"))
			id = mk_get(p, "w14:paraId");
	for (const struct mk *e = d->comments_more.root ? d->comments_more.root->first : NULL; e && id; e = e->next)
		if (mk_get(e, "w15:paraId") && !strcmp(mk_get(e, "w15:paraId"), id))
			return e;
	return NULL;
}

void docx_comment(struct docx *d, const char *id, struct imp_node *to)
{
	const struct mk *c = by_id(d->comments.root, "w:comment", id);
	const char *key = id ? mem_fmt(d->m, "Kommentar %s", id) : NULL;
	if (!c || holds(d->used, d->nused, key))
		return;
	MEM_ROOM_IN(d->m, d->used, d->nused, d->capused);
	d->used[d->nused++] = key;
	struct imp_node *n = imp_add(d->f, to, IMP_COMMENT);
	const struct mk *thread = thread_of(d, c);
	const char *done = mk_get(thread, "w15:done");
	n->author = mk_get(c, "w:author");
	n->when = mk_get(c, "w:date");
	n->name = mem_dup(d->m, id);
	n->done = done && (*done == '1' || *done == 't');
	docx_side_blocks(d, &d->comments, c, n);
}

void docx_comments_left(struct docx *d, struct imp_node *to)
{
	struct imp_node *p = NULL;
	for (const struct mk *c = d->comments.root ? d->comments.root->first : NULL; c; c = c->next) {
		const char *id = mk_get(c, "w:id");
		if (!mk_is(c, "w:comment") || !id || holds(d->used, d->nused, mem_fmt(d->m, "Kommentar %s", id)))
			continue;
		p = p ? p : imp_add(d->f, to, IMP_PARA);
		docx_comment(d, id, p);
	}
}
