/* plain.c: the words of a document as plain text, a line for each paragraph and, after it, each note: what a search
 * engine wants to read of a PDF. */
#include "block/say.h"

static void put(struct buf *b, const struct block *at)
{
	if (at->flow == BLK_TEXT && at->nsegs) {
		size_t before = b->len;
		blk_say_all(b, at);
		if (b->len > before)
			buf_chr(b, '\n');
	}
	for (const struct block *p = at->first; p; p = p->next)
		put(b, p);
}

void blk_plain(const struct blk_tree *t, struct buf *b)
{
	if (t->root)
		put(b, t->root);
}
