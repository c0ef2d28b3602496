/* tree.c: building the tree and going about in it. */
#include <string.h>

#include "model/doc.h"

/* Kinds that a reference names by their number. */
static bool counts(enum doc_kind kind)
{
	return kind == DOC_ABSATZ || kind == DOC_PUNKT || kind == DOC_ANLAGE;
}

static void count(struct doc_node *n)
{
	const struct doc_node *before = n->prev;
	while (before && before->kind != n->kind)
		before = before->prev;
	n->nth = before ? before->nth + 1 : 1;
}

struct doc_node *doc_add(struct doc *doc, struct doc_node *parent, enum doc_kind kind, int file, int line)
{
	struct doc_node *n = MEM_NEW(doc->mem, struct doc_node);
	n->kind = (uint16_t)kind;
	n->file = (uint16_t)file;
	n->line = line;
	n->parent = parent;
	n->nth = 1;
	if (!parent)
		return n;
	n->prev = parent->last;
	if (counts(kind))
		count(n);
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
	return n;
}

const char *doc_get(const struct doc_node *n, enum doc_attr attr)
{
	if (n)
		for (int i = 0; i < n->nattrs; i++)
			if (n->attrs[i].attr == attr)
				return n->attrs[i].value;
	return NULL;
}

bool doc_is(const struct doc_node *n, enum doc_attr attr, const char *value)
{
	const char *v = doc_get(n, attr);
	return v && !strcmp(v, value);
}

bool doc_nennt(const struct doc_node *n, enum doc_attr attr, const char *id)
{
	const char *ids = doc_get(n, attr);
	const size_t len = id ? strlen(id) : 0;
	for (const char *p = ids ? ids : ""; len && *p; p += strspn(p, " ")) {
		const size_t one = strcspn(p, " ");
		if (one == len && !memcmp(p, id, len))
			return true;
		p += one;
	}
	return false;
}

static const struct doc_node *seek(const struct doc_node *n, enum doc_kind kind)
{
	while (n && n->kind != kind)
		n = n->next;
	return n;
}

const struct doc_node *doc_child(const struct doc_node *n, enum doc_kind kind)
{
	return n ? seek(n->first, kind) : NULL;
}

const struct doc_node *doc_next(const struct doc_node *n, enum doc_kind kind)
{
	return n ? seek(n->next, kind) : NULL;
}

size_t doc_count(const struct doc_node *n, enum doc_kind kind)
{
	size_t count = 0;
	for (const struct doc_node *k = doc_child(n, kind); k; k = doc_next(k, kind))
		count++;
	return count;
}

const struct doc_node *doc_up(const struct doc_node *n, enum doc_kind kind)
{
	if (n)
		n = n->parent;
	while (n && n->kind != kind)
		n = n->parent;
	return n;
}

const struct doc_node *doc_walk(const struct doc_node *root, const struct doc_node *at)
{
	if (at->first)
		return at->first;
	while (at != root && !at->next)
		at = at->parent;
	return at == root ? NULL : at->next;
}

struct doc_node *doc_step(const struct doc_node *root, struct doc_node *at)
{
	if (at->first)
		return at->first;
	while (at != root && !at->next)
		at = at->parent;
	return at == root ? NULL : at->next;
}

const char *doc_path(const struct doc *doc, const struct doc_node *n)
{
	return n && n->file < doc->nfiles ? doc->files[n->file].path : doc->nfiles ? doc->files[0].path : NULL;
}

const struct doc_node *doc_angabe(const struct doc *doc, enum doc_kind kind)
{
	return doc_child(doc_child(doc->root, DOC_ANGABEN), kind);
}

struct date doc_stand(const struct doc *doc)
{
	struct date d;
	bool dated = doc->root->kind == DOC_VORLAGE || doc->root->kind == DOC_SITZUNG ||
		doc->root->kind == DOC_NIEDERSCHRIFT;
	date_parse(&d, doc_get(dated ? doc->root : doc_angabe(doc, DOC_STAND), DOC_A_DATUM));
	return d;
}
