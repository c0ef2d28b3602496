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

static bool has_origin(const struct block *b)
{
	return has_words(b) && b->file && b->line > 0;
}

/* Where each comes from; what they say is known once they are walked. */
static void name_origins(struct dox *d)
{
	const struct blk_tree *t = d->t;
	struct times lines = {MEM_ARRAY(d->mem, struct seen, t->nblocks * 2 + 1), t->nblocks * 2 + 1};
	const char *path = NULL;
	struct origin o = {0};
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b)) {
		char name[ORIGIN_NAME];
		if (!has_origin(b))
			continue;
		if (b->file != path)
			o.file = origin_file(b->file);
		path = b->file;
		o.line = b->line;
		o.n = count(&lines, mem_fmt(d->mem, "%x %d", o.file, o.line));
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

/* ---- what they say */

struct saying { struct dox_para *para; struct buf text; size_t at; };
enum { SAYING = 8, NOWHERE = -1 };                     /* paragraphs in each other: notes in tables in text */

static size_t place(struct dox *d, const char *alt)
{
	MEM_ROOM_IN(d->mem, d->said, d->nsaid, d->capsaid);
	d->said[d->nsaid] = (struct dox_said){.text = alt ? alt : "", .alt = alt};
	return d->nsaid++;
}

static void sum_up(struct dox *d, struct saying *s, struct buf *all)
{
	struct origin o;
	const char *text = s->text.data ? s->text.data : "";
	if (s->para->mark && origin_get(s->para->mark, &o)) {
		char name[ORIGIN_NAME];
		o.sum = origin_sum(text, s->text.len);
		origin_put(name, &o);
		s->para->mark = mem_dup(d->mem, name);
		buf_fmt(all, "%x,", o.sum);
	}
	if (s->at != (size_t)NOWHERE)
		d->said[s->at].text = mem_str(d->mem, text, s->text.len);
	buf_free(&s->text);
}

static void set_whole(struct dox *d, unsigned whole)
{
	for (size_t i = 0; i < d->nitems; i++) {
		struct origin o;
		char name[ORIGIN_NAME];
		struct dox_para *p = dox_is(&d->items[i], DOX_PARA, false) ? d->items[i].u.para : NULL;
		if (!p || !p->mark || !origin_get(p->mark, &o))
			continue;
		o.whole = whole;
		origin_put(name, &o);
		p->mark = mem_dup(d->mem, name);
	}
}

/* Programs differ in what of the contents they count as text. */
static bool is_contents(const struct dox_para *p)
{
	return p->style->builtin == DOX_CONTENTS_HEAD || p->style->builtin == DOX_CONTENTS;
}

/* Words as they stand in the file, without fields, which programs work out anew. */
void dox_sum_up(struct dox *d)
{
	struct saying open[SAYING] = {0};
	struct buf all = {0};
	int n = 0, fields = 0;
	bool toc = false;
	for (size_t i = 0; i < d->nitems; i++) {
		const struct dox_item *it = &d->items[i];
		toc = it->kind == DOX_TOC ? !it->end : toc;
		if (it->kind == DOX_FIELD)
			fields += it->end ? -1 : 1;
		else if (dox_is(it, DOX_PARA, false) && n < SAYING)
			open[n++] = (struct saying){.para = it->u.para,
				.at = toc || is_contents(it->u.para) ? (size_t)NOWHERE : place(d, NULL)};
		else if (dox_is(it, DOX_PARA, true) && n)
			sum_up(d, &open[--n], &all);
		else if (it->kind == DOX_TEXT && n && !fields)
			buf_put(&open[n - 1].text, it->text, it->len);
		else if (it->kind == DOX_PICTURE && !toc && it->u.picture->more->alt)
			place(d, it->u.picture->more->alt);
	}
	set_whole(d, origin_sum(all.data ? all.data : "", all.len));
	buf_free(&all);
}
