/* names.c: bookmarks. What something leads to is called as its author named it, as far as word processors allow
 * (letters, digits, "_", at most 40); every paragraph besides has one that says where it comes from
 * (base/origin.h), so that a copy that comes back says where its comments belong. */
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/origin.h"
#include "block/block.h"
#include "docx/item.h"

enum { LONGEST = 40 };

const struct block *dox_heading(const struct block *target)
{
	for (const struct block *in = target; in; in = blk_walk(target, in))
		if (in->flow == BLK_TEXT && in->nsegs && in->role != BLK_LBL)
			return in;
	return NULL;
}

const char *dox_origin(const struct blk_tree *t)
{
	const char *s = t->root->file;
	return s && *s && *s != '/' && *s != '-' && strncmp(s, "../", 3) != 0 ? s : NULL;
}

const char *dox_bookmark(const struct dox *d, const struct block *target)
{
	while (target && target->flow == BLK_INLINE)       /* within a paragraph: that one */
		target = target->parent;
	return target ? d->names[target->num] : NULL;
}

/* Words, without what parts them: "a-b" and "a b" of two ids may come to the same. */
static char *plain(struct mem *m, const char *id, uint32_t num)
{
	char s[LONGEST + 1];
	size_t n = 0;
	for (const char *p = id; *p && n < LONGEST - 9; p++) {
		const bool fine = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9');
		if (fine || (n && s[n - 1] != '_'))
			s[n++] = fine ? *p : '_';
	}
	s[n] = '\0';
	const bool whole = n && strlen(id) == n && !(s[0] >= '0' && s[0] <= '9');
	return whole ? mem_dup(m, s) : mem_fmt(m, "x%s_%u", s, num);
}

/* How often a text came so far, in a table of open addresses. */
struct seen {
	const char *text;
	unsigned n;
};
struct times {
	struct seen *at;
	size_t size;
};

static unsigned count(struct times *t, const char *text)
{
	size_t i = hash_quick(text, strlen(text)) % t->size;
	while (t->at[i].text && strcmp(t->at[i].text, text) != 0)
		i = (i + 1) % t->size;
	t->at[i].text = text;
	return ++t->at[i].n;
}

static void name_target(struct dox *d, struct times *names, const struct block *target)
{
	while (target && target->flow == BLK_INLINE)
		target = target->parent;
	if (!target || target->flow == BLK_FOOT || d->names[target->num])
		return;
	char *name = target->id ? plain(d->mem, target->id, target->num) : NULL;
	if (!name || count(names, name) > 1)
		name = mem_fmt(d->mem, "_Ref%08u", target->num);
	d->names[target->num] = name;
}

/* A heading that the contents lead to. */
static void list_heading(struct dox *d, const struct block *entry)
{
	const struct block *to = entry->target ? dox_heading(entry->target) : NULL;
	if (to && to->role == BLK_H)
		d->listed[to->num] = true;
}

static bool has_words(const struct block *b)
{
	for (uint32_t i = 0; i < b->nsegs; i++)
		if (b->segs[i].kind == BLK_SEG_TEXT && b->segs[i].len)
			return b->flow == BLK_TEXT;
	return false;
}

/* Its words, without a label that the file counts. */
static unsigned sum_of(const struct block *b)
{
	struct buf s = {0};
	const struct block *first = b->segs[0].owner;
	const bool labelled = b->role == BLK_H || (first && first->role == BLK_LBL);
	for (uint32_t i = labelled ? dox_label(b).segs : 0; i < b->nsegs; i++)
		if (b->segs[i].kind == BLK_SEG_TEXT)
			buf_put(&s, b->segs[i].text, b->segs[i].len);
	const unsigned sum = origin_sum(s.data ? s.data : "", s.len);
	buf_free(&s);
	return sum;
}

static bool has_origin(const struct block *b)
{
	return has_words(b) && b->file && b->line > 0;
}

/* Of all that has one. */
static unsigned whole_of(const struct blk_tree *t)
{
	struct buf s = {0};
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b))
		if (has_origin(b))
			buf_fmt(&s, "%x,", sum_of(b));
	const unsigned sum = origin_sum(s.data ? s.data : "", s.len);
	buf_free(&s);
	return sum;
}

static void name_origins(struct dox *d)
{
	const struct blk_tree *t = d->t;
	struct times lines = {MEM_ARRAY(d->mem, struct seen, t->nblocks * 2 + 1), t->nblocks * 2 + 1};
	const char *path = NULL;
	struct origin o = {.whole = whole_of(t)};
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b)) {
		char name[ORIGIN_NAME];
		if (!has_origin(b))
			continue;
		if (b->file != path)
			o.file = origin_file(b->file);
		path = b->file;
		o.line = b->line;
		o.n = count(&lines, mem_fmt(d->mem, "%x %d", o.file, o.line));
		o.sum = sum_of(b);
		origin_put(name, &o);
		d->marks[b->num] = mem_dup(d->mem, name);
	}
}

void dox_name_all(struct dox *d)
{
	struct times names = {MEM_ARRAY(d->mem, struct seen, d->t->nblocks * 2 + 1), d->t->nblocks * 2 + 1};
	for (const struct block *b = d->t->root; b; b = blk_walk(d->t->root, b)) {
		name_target(d, &names, b->target);
		for (uint32_t i = 0; i < b->nsegs; i++)
			name_target(d, &names, b->segs[i].target);
		if (b->role == BLK_TOCI)
			list_heading(d, b);
	}
	name_origins(d);
}
