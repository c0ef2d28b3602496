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

/* Numbers that end where words begin would be read with them: 37.509 2018. A width the author gave stays. */
len_t blk_pad_right(const struct blk_table *t, int column)
{
	const struct blk_col *c = &t->cols[column];
	if (column + 1 >= t->ncols)
		return 0;
	const bool meet = !c->fixed && c->align == STY_RECHTS && c[1].align != STY_RECHTS;
	return t->style->pad_right + (meet ? BLK_PAD_WORDS : 0);
}

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
	if (!b->own) {
		b->own = MEM_NEW(t->mem, struct blk_more);
		*b->own = *b->more;
		b->more = b->own;
	}
	return b->own;
}

/* Room for 1, 4, 8, 16 …: most paragraphs have one segment, most others a handful; the length is its own mark of
 * capacity. */
struct blk_seg *blk_seg(struct blk_tree *t, struct block *text, struct blk_seg seg)
{
	uint32_t k = text->nsegs;
	if (k < 2 || (k > 2 && !(k & (k - 1))))
		text->segs = mem_grow(t->mem, text->segs, k * sizeof seg, (k > 1 ? 2 * k : k ? 4 : 1) * sizeof seg);
	text->segs[text->nsegs] = seg;
	return &text->segs[text->nsegs++];
}

const struct block *blk_last_text(const struct block *b)
{
	while (b && b->flow != BLK_TEXT) {
		const struct block *last = NULL;
		for (const struct block *c = b->first; c; c = c->next)
			last = c->flow == BLK_INLINE || c->flow == BLK_FOOT ? last : c;
		b = last;
	}
	return b && b->style ? b : NULL;
}

/* A mark, or the narrow blank that tells it from a digit before it. */
static bool is_mark(const struct blk_seg *s)
{
	static const char blank[] = "\u202F";
	return s->kind == BLK_SEG_NOTE ||
		(s->kind == BLK_SEG_TEXT && s->len == sizeof blank - 1 && !memcmp(s->text, blank, s->len));
}

uint32_t blk_marks(const struct block *text)
{
	uint32_t from = text->nsegs;
	while (from > 0 && is_mark(&text->segs[from - 1]))
		from--;
	return from;
}

const struct block *blk_walk(const struct block *root, const struct block *at)
{
	if (at->first)
		return at->first;
	while (at != root && !at->next)
		at = at->parent;
	return at == root ? NULL : at->next;
}

struct block *blk_step(const struct block *root, struct block *at)
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
	for (struct block *b = t->root; b; b = blk_step(t->root, b))
		b->num = n++;
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
