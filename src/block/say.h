/* say.h: inside the room: the text of one paragraph as it is read aloud. */
#ifndef BLOCK_SAY_H
#define BLOCK_SAY_H
#include "block/block.h"

void blk_say_text(struct buf *, const struct block *text);           /* with notes, links, languages told in brackets */
void blk_say_all(struct buf *, const struct block *);      /* all text in and below a block in one line, nothing told */

#endif
