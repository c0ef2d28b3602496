/* docx.h: the block tree as a file for word processors, WordprocessingML (ECMA-376, transitional) or OpenDocument Text
 * (1.3), with real styles, numbering, notes, fields and bookmarks, for colleagues who write into it. The same blocks
 * give the same bytes. */
#ifndef DOCX_DOCX_H
#define DOCX_DOCX_H
#include "base/buf.h"
#include "block/block.h"

struct txt;

struct dox_source {
	const struct blk_tree *tree;
	const struct style *style;                     /* the town's look on paper */
	struct txt *txt;                               /* measures the words of drawings */
	/* The printed page of a block ("iv", "12"), as fields show it until they are brought up to date. */
	void (*page)(void *, const struct block *, char out[24]);
	void *arg;
};

enum dox_format { DOX_DOCX, DOX_ODT };

void dox_write(const struct dox_source *, enum dox_format, struct buf *);              /* appends the whole file */

#endif
