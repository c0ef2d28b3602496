/* slip.c: which known name a misspelt one means. */
#include <string.h>

#include "check/slip.h"
#include "check/rule.h"

enum { SLIP = 2 };

/* How many letters lie between what is the same from the beginning and what is the same from the end. */
static size_t apart(const char *wrong, const char *right)
{
	size_t n = strlen(wrong), m = strlen(right), least = n < m ? n : m, most = n < m ? m : n, same = 0, end = 0;
	while (same < least && wrong[same] == right[same])
		same++;
	while (same + end < least && wrong[n - 1 - end] == right[m - 1 - end])
		end++;
	return least > SLIP ? most - same - end : SLIP + 1;
}

/* All else is the same from the beginning and from the end. */
static bool is_slip(const char *wrong, const char *right)
{
	return apart(wrong, right) <= SLIP;
}

enum { STRAYS = 64 };

void chk_astray(struct chk_map *m, const char *ref)
{
	if (m->n < STRAYS)
		chk_map_put(m, ref, strlen(ref), 0);
}

bool chk_is_meant(const struct chk_map *strays, const char *id)
{
	for (size_t i = 0; i < strays->n; i++)
		if (is_slip(strays->entry[i].key, id))
			return true;
	return false;
}

enum { NEAR = 2 };
/* The nearest names found so far, each once. */
struct found { const char *id[NEAR]; int n; size_t apart; };

static void look(struct found *f, const struct doc_node *n, const char *ref)
{
	const char *id = doc_get(n, DOC_A_ID);
	size_t far = id ? apart(ref, id) : f->apart + 1;
	if (far > f->apart)
		return;
	if (far < f->apart)
		*f = (struct found){.apart = far};
	for (int i = 0; i < f->n && i < NEAR; i++)
		if (!strcmp(f->id[i], id))
			return;
	if (f->n < NEAR)
		f->id[f->n] = id;
	f->n++;
}

static void look_up(const struct chk *c, struct found *f, enum doc_kind kind, const char *ref)
{
	const struct doc_node *n = c->doc->verzeichnis ? doc_child(c->doc->verzeichnis->root, kind) : NULL;
	for (size_t i = 0; i < c->kind[kind].n; i++)
		look(f, c->kind[kind].at[i], ref);
	for (; n; n = doc_next(n, kind))
		look(f, n, ref);
}

const char *chk_slip_of(const struct chk *c, struct chk_map *strays, const char *ref, enum doc_kind a, enum doc_kind b)
{
	struct found f = {.apart = SLIP};
	chk_astray(strays, ref);
	if (!chk_map_get(strays, ref, strlen(ref)))
		return NULL;
	for (enum doc_kind k = a; k <= b; k++)
		look_up(c, &f, k, ref);
	if (f.n == NEAR)
		return mem_fmt(c->mem, "„%s“ oder „%s“", f.id[0], f.id[1]);
	return f.n == 1 ? mem_fmt(c->mem, "„%s“", f.id[0]) : NULL;
}
