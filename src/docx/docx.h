/* docx.h: the block tree as a file for word processors, WordprocessingML (ECMA-376, transitional), with real styles,
 * numbering, notes, fields and bookmarks, for colleagues who write into it. The same blocks give the same bytes.
 * Only in the second program: a ZIP file needs libzip. */
#ifndef DOCX_DOCX_H
#define DOCX_DOCX_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "block/block.h"

struct dox_source {
	const struct blk_tree *tree;
	const struct style *style;                     /* the town's look on paper */
	/* The printed page of a block ("iv", "12"), as fields show it until they are brought up to date. */
	void (*page)(void *, const struct block *, char out[24]);
	void *arg;
};

/* Appends the whole file. False: there was no room to pack it. */
bool dox_write(const struct dox_source *, struct buf *);

#endif
