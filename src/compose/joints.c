/* joints.c: what belongs together is kept together: the blank between the two does not part, whatever the author
 * typed. */
#include <string.h>

#include "compose/put.h"
#include "compose/run.h"
#include "model/joint.h"

static const char nbsp[] = "\u00A0";

static const char *language(const struct blk_tree *t, const struct block *b)
{
	for (; b; b = b->parent)
		if (b->lang)
			return b->lang;
	return t->lang ? t->lang : "de";
}

static bool is_german(const struct blk_tree *t, const struct block *b, const struct blk_seg *g)
{
	return !strncmp(language(t, g->owner ? g->owner : b), "de", 2);
}

static bool takes_part(const struct blk_seg *g)
{
	return g->kind == BLK_SEG_TEXT && g->len && g->ch && g->ch->role != STY_FEST;
}

/* The text of a block from segment i on, as far as it runs on; a piece of code ends it, and where German begins or
 * ends. */
struct passage { struct buf text, joined; uint32_t first, end; bool german; };

static void gather(const struct blk_tree *t, const struct block *b, struct passage *x)
{
	buf_clear(&x->text);
	for (x->end = x->first; x->end < b->nsegs && takes_part(&b->segs[x->end]); x->end++) {
		const bool german = is_german(t, b, &b->segs[x->end]);
		if (x->end > x->first && german != x->german)
			break;
		x->german = german;
		buf_put(&x->text, b->segs[x->end].text, b->segs[x->end].len);
	}
	buf_chr(&x->text, '\0');
}

/* The joints between from and to of the passage's text, a byte each. */
static size_t joints(const char *from, const char *to)
{
	size_t n = 0;
	for (; from < to; from++)
		n += *from != 0;
	return n;
}

static void rewrite(struct mem *m, struct blk_seg *g, const char *joined)
{
	size_t n = joints(joined, joined + g->len), at = 0;
	if (!n)
		return;
	char *text = mem_get(m, g->len + n * (sizeof nbsp - 2));
	for (size_t i = 0; i < g->len; i++)
		if (joined[i]) {
			memcpy(text + at, nbsp, sizeof nbsp - 1);
			at += sizeof nbsp - 1;
		} else {
			text[at++] = g->text[i];
		}
	g->text = text;
	g->len = (uint32_t)at;
}

static void join_passage(struct blk_tree *t, struct block *b, struct passage *x)
{
	const char *s = x->text.data, *end = s + x->text.len - 1;
	struct doc_joint j;
	bool any = false;
	buf_clear(&x->joined);
	char *joined = memset(buf_reserve(&x->joined, x->text.len), 0, x->text.len);
	for (const char *p = s; p < end && (p = memchr(p, ' ', (size_t)(end - p))); p++)
		any |= joined[p - s] = p > s &&
			(x->german ? doc_joins(s, p, p + 1, end, &j) : doc_joins_digits(s, p, p + 1, end));
	if (!any)
		return;
	for (uint32_t i = x->first; i < x->end; i++) {
		size_t n = b->segs[i].len;
		rewrite(t->mem, &b->segs[i], joined);
		joined += n;
	}
}

void com_join(struct blk_tree *t)
{
	struct passage x = {0};
	for (struct block *b = t->root; b; b = blk_step(t->root, b))
		for (x.first = 0; x.first < b->nsegs; x.first = x.end > x.first ? x.end : x.end + 1) {
			gather(t, b, &x);
			if (x.end > x.first)
				join_passage(t, b, &x);
		}
	buf_free(&x.text);
	buf_free(&x.joined);
}
