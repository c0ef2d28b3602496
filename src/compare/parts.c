/* parts.c: which parts and Massnahmen of two editions are the same: by id, by the ids they come from, by title, by
 * content, by place. */
#include <stdlib.h>
#include <string.h>

#include "compare/match.h"

static bool alike(const struct doc_node *a, const struct doc_node *b)
{
	return a->kind == b->kind ||
		(doc_kind_class(a->kind) == DOC_CLASS_PART && doc_kind_class(b->kind) == DOC_CLASS_PART && a->level &&
			b->level);
}

static bool pair(struct match *m, const struct doc_node *old, const struct doc_node *new)
{
	if (!old || !alike(old, new) || m->old.node_pair[old->order] || m->new.node_pair[new->order])
		return false;
	m->old.node_pair[old->order] = new;
	m->new.node_pair[new->order] = old;
	return true;
}

/* The next id of a list; NULL at its end. */
static const char *next_id(const char **list, char id[64])
{
	const char *s = *list + strspn(*list, " ");
	size_t n = strcspn(s, " ");
	*list = s + n;
	if (!n || n > 63)
		return NULL;
	memcpy(id, s, n);
	id[n] = '\0';
	return id;
}

const struct doc_node *cmp_next_origin(const struct doc *old, const char **list)
{
	char room[64];
	const char *id;
	const struct doc_node *n = NULL;
	while (!n && (id = next_id(list, room)) != NULL)
		n = doc_by_id(old, id);
	return n;
}

const char *cmp_lang(const struct doc *doc, const struct doc_node *n)
{
	for (; n && n->parent; n = n->parent) {
		const char *lang = doc_get(n, DOC_A_LANG);
		if (lang)
			return strcmp(lang, doc->lang) ? lang : NULL;
	}
	return NULL;
}

bool cmp_comes_from(const struct doc_node *new, const struct doc_node *old)
{
	const char *list = doc_get(new, DOC_A_AUS), *was = doc_get(old, DOC_A_ID), *id;
	char room[64];
	while (list && was && (id = next_id(&list, room)) != NULL)
		if (!strcmp(id, was))
			return true;
	return false;
}

static void by_id(struct match *m)
{
	for (const struct doc_node *n = m->new.doc->root; n; n = doc_walk(m->new.doc->root, n))
		if (cmp_is_part(n) && doc_get(n, DOC_A_ID))
			pair(m, doc_by_id(m->old.doc, doc_get(n, DOC_A_ID)), n);
}

static void by_origin(struct match *m)
{
	for (const struct doc_node *n = m->new.doc->root; n; n = doc_walk(m->new.doc->root, n)) {
		const char *list = cmp_is_part(n) ? doc_get(n, DOC_A_AUS) : NULL;
		const struct doc_node *from;
		while (list && !m->new.node_pair[n->order] && (from = cmp_next_origin(m->old.doc, &list)) != NULL)
			pair(m, from, n);
	}
}

/* Number for kind and title; -1: has none. */
static int32_t title_key(struct match *m, struct side *s, const struct doc_node *n)
{
	const struct doc_node *title = doc_child(n, n->kind == DOC_MASSNAHME ? DOC_ZIEL : DOC_TITEL);
	int32_t item = title ? s->item_of[title->order] : -1;
	if (item < 0)
		return -1;
	int32_t k[2] = {n->kind, s->same[item]};
	return cmp_key(m->wholes, (const char *)k, sizeof k);
}

static void by_title(struct match *m)
{
	const struct doc_node **of = NULL;
	size_t cap = 0;
	for (const struct doc_node *n = m->old.doc->root; n; n = doc_walk(m->old.doc->root, n)) {
		int32_t k = cmp_is_part(n) && !m->old.node_pair[n->order] ? title_key(m, &m->old, n) : -1;
		if (k < 0)
			continue;
		if ((size_t)k >= cap) {
			size_t more = 2 * ((size_t)k + 1);
			of = mem_realloc(of, more * sizeof *of);
			memset(of + cap, 0, (more - cap) * sizeof *of);
			cap = more;
		}
		of[k] = of[k] ? of[k] : n;
	}
	for (const struct doc_node *n = m->new.doc->root; n; n = doc_walk(m->new.doc->root, n)) {
		int32_t k = cmp_is_part(n) && !m->new.node_pair[n->order] ? title_key(m, &m->new, n) : -1;
		if (k >= 0 && (size_t)k < cap)
			pair(m, of[k], n);
	}
	free(of);
}

/* ---- by content: another id, another title, but most of its words */

enum { ENOUGH = 5 };                                   /* words of an item that tell where it comes from */

/* By the number of its words: the item of the old edition that alone has them, in a part without a counterpart; -1:
 * none, -2: several. */
struct alone { int32_t *v; size_t n; };

static struct alone find_alone(const struct match *m)
{
	struct alone a = {NULL, 0};
	for (uint32_t i = 0; i < m->old.n; i++)
		a.n = (size_t)m->old.same[i] >= a.n ? (size_t)m->old.same[i] + 1 : a.n;
	a.v = mem_alloc((a.n + 1) * sizeof *a.v);
	memset(a.v, 0xff, (a.n + 1) * sizeof *a.v);
	for (uint32_t i = 0; i < m->old.n; i++) {
		const bool open = !m->old.node_pair[m->old.items[i].part->order] && m->old.count[i] >= ENOUGH;
		int32_t *at = &a.v[m->old.same[i]];
		*at = *at == -1 && open ? (int32_t)i : -2;
	}
	return a;
}

/* The old part that has more than half of the words of this one; NULL: none. */
static const struct doc_node *of_content(const struct match *m, const struct alone *a, const struct doc_node *new)
{
	const struct doc_node *best = NULL;
	uint32_t all = 0, had = 0;
	for (int32_t j = m->new.first[new->order]; j >= 0; j = m->new.next[j]) {
		const size_t key = (size_t)m->new.same[j];
		const int32_t i = key < a->n ? a->v[key] : -1;
		const struct doc_node *part = i >= 0 ? m->old.items[i].part : NULL;
		all += m->new.count[j];
		if (part && (!best || part == best)) {
			best = part;
			had += m->new.count[j];
		}
	}
	return 2 * had > all ? best : NULL;
}

static void by_content(struct match *m)
{
	struct alone a = find_alone(m);
	for (const struct doc_node *n = m->new.doc->root; n; n = doc_walk(m->new.doc->root, n))
		if (n->parent && cmp_is_part(n) && !m->new.node_pair[n->order])
			pair(m, of_content(m, &a, n), n);
	free(a.v);
}

/* ---- by place */

/* The next part without an id and a counterpart, from n on. */
static const struct doc_node *next_free(const struct match *m, const struct doc_node *n, enum doc_kind kind)
{
	while (n && (n->kind != kind || m->old.node_pair[n->order] || doc_get(n, DOC_A_ID)))
		n = n->next;
	return n;
}

/* Parts without an id, in their parent's counterpart: the next free one of the kind. */
static void by_place_in(struct match *m, const struct doc_node *old, const struct doc_node *new)
{
	const struct doc_node *at[DOC_KIND_MAX] = {NULL};
	for (const struct doc_node *n = new->first; n; n = n->next) {
		if (!cmp_is_part(n) || m->new.node_pair[n->order] || doc_get(n, DOC_A_ID))
			continue;
		const struct doc_node **o = &at[n->kind];
		*o = next_free(m, *o ? *o : old->first, n->kind);
		if (!*o)
			*o = old->last;
		else
			pair(m, *o, n);
	}
}

static void by_place(struct match *m)
{
	m->old.node_pair[m->old.doc->root->order] = m->new.doc->root;
	m->new.node_pair[m->new.doc->root->order] = m->old.doc->root;
	for (const struct doc_node *n = m->new.doc->root; n; n = doc_walk(m->new.doc->root, n))
		if (m->new.node_pair[n->order])
			by_place_in(m, m->new.node_pair[n->order], n);
}

/* What has no counterpart went into the first that names it. */
static void find_heirs(struct match *m)
{
	m->heir = MEM_ARRAY(m->mem, const struct doc_node *, m->old.nnodes + 1);
	for (const struct doc_node *n = m->new.doc->root; n; n = doc_walk(m->new.doc->root, n)) {
		const char *list = cmp_is_part(n) ? doc_get(n, DOC_A_AUS) : NULL;
		const struct doc_node *from;
		while (list && (from = cmp_next_origin(m->old.doc, &list)) != NULL)
			if (!m->heir[from->order])
				m->heir[from->order] = n;
	}
}

const struct doc_node *cmp_heir(const struct match *m, const struct doc_node *old)
{
	const struct doc_node *to = m->old.node_pair[old->order];
	return to ? to : m->heir[old->order];
}

const struct doc_node *cmp_origin(const struct cmp *r, const struct doc_node *new, const struct doc_node *before)
{
	const struct doc_node *next = r->new_pair[new->order];
	const char *list = doc_get(new, DOC_A_AUS);
	const uint32_t after = before ? before->order : 0;
	next = next && next->order > after ? next : NULL;
	for (const struct doc_node *n; list && (n = cmp_next_origin(r->old_doc, &list)) != NULL;)
		if (n->order > after && (!next || n->order < next->order))
			next = n;
	return next;
}

void cmp_match_parts(struct match *m)
{
	by_id(m);
	by_origin(m);
	by_title(m);
	by_content(m);
	by_place(m);
	find_heirs(m);
}
