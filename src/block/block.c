/* block.c: blocks and their segments. */
#include "block/block.h"

#include <stdio.h>
#include <string.h>

static const char *const role_names[] = {
#define X(e, n) [BLK_##e] = n,
	BLK_ROLES(X)
#undef X
};

static const struct blk_more nothing;

const char *blk_role_name(const struct block *b, char buf[8])
{
	if (b->role != BLK_H)
		return role_names[b->role];
	snprintf(buf, 8, "H%d", b->level);
	return buf;
}

bool blk_rtl(const char *lang)
{
	static const char right[][4] = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"};
	for (size_t i = 0; lang && i < sizeof right / sizeof *right; i++) {
		size_t n = right[i][0] == lang[0] ? strlen(right[i]) : 0;
		if (n && !strncmp(lang, right[i], n) && (!lang[n] || lang[n] == '-'))
			return true;
	}
	return false;
}

struct block *blk_add(struct blk_tree *t, struct block *parent, enum blk_role role, enum blk_flow flow,
	const char *file, int line)
{
	struct block *b = MEM_NEW(t->mem, struct block);
	b->role = (uint8_t)role;
	b->flow = (uint8_t)flow;
	b->file = file;
	b->line = line;
	b->parent = parent;
	b->more = &nothing;
	if (!parent)
		return b;
	if (parent->last)
		parent->last->next = b;
	else
		parent->first = b;
	parent->last = b;
	return b;
}

struct blk_more *blk_more(struct blk_tree *t, struct block *b)
{
	if (b->more == &nothing)
		b->more = MEM_NEW(t->mem, struct blk_more);
	return (struct blk_more *)b->more;
}

/* Room for 1, 4, 8, 16 …: most paragraphs have one segment, most others a handful; the length is its own capacity mark.
 * */
struct blk_seg *blk_seg(struct blk_tree *t, struct block *text, struct block *owner, enum blk_seg_kind kind,
	const struct sty_char *ch, const char *s, size_t n)
{
	uint32_t k = text->nsegs;
	if (k < 2 || (k > 2 && !(k & (k - 1))))
		text->segs = mem_grow(t->mem, text->segs, k * sizeof *text->segs,
			(k > 1 ? 2 * k
					: k ? 4
					    : 1) *
				sizeof *text->segs);
	struct blk_seg *g = &text->segs[text->nsegs++];
	*g = (struct blk_seg){.kind = (uint8_t)kind, .len = (uint32_t)n, .text = s, .ch = ch, .owner = owner};
	return g;
}

const struct block *blk_walk(const struct block *root, const struct block *at)
{
	if (at->first)
		return at->first;
	while (at != root && !at->next)
		at = at->parent;
	return at == root ? NULL : at->next;
}

void blk_number(struct blk_tree *t)
{
	uint32_t n = 0;
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b))
		((struct block *)b)->num = n++;
	t->nblocks = n;
}

struct blk_chain blk_chain(const struct block *owner)
{
	struct blk_chain c = {0}, r = {0};
	for (; owner && owner->flow == BLK_INLINE && c.n < BLK_CHAIN; owner = owner->parent)
		c.at[c.n++] = owner;
	while (c.n)
		r.at[r.n++] = c.at[--c.n];
	return r;
}
