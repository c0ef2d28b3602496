/* para.h: inside the room: places where a line may end, and the breaker's state over one part of a paragraph (up to a
 * forced break). */
#ifndef LAYOUT_PARA_H
#define LAYOUT_PARA_H
#include "layout/parts.h"

enum cand_kind { CAND_START, CAND_SPACE, CAND_PLAIN, CAND_HYPHEN, CAND_SOFT, CAND_ANY, CAND_END };

struct cand {
	int64_t end, start;                           /* positions where the line before ends and the next one begins */
	int64_t cost[3];                               /* best way here, by number of hyphens in a row up to here */
	uint32_t from[3];
	uint8_t from_row[3];
	uint8_t kind, quality;
	bool dash;                                     /* the line ends with a hyphen, set or written */
	bool weak;                                     /* a small word before it (headings) */
	bool rest;                                     /* what follows is too little for a last line */
	uint32_t item, sub;
	uint32_t gaps_end, gaps_start, glyphs;         /* white spaces and glyphs up to here */
	uint32_t plain;                                /* last candidate without a hyphen, this one or before */
	len_t extra;                             /* the line ending here is longer by a hyphen, shorter by what hangs */
	len_t outdent;                                 /* the line beginning here hangs out by this */
};

struct breaker {
	struct lay *l;
	const struct block *b;
	struct para *p;
	len_t width;                                   /* 0: only measuring */
	len_t space, track;                          /* white space of the paragraph's face; most tracking of a glyph */
	bool block, balance, hang, hyphenate;
	uint32_t ban_item;                             /* a word not to be divided */
	bool overlong;
	/* while reading */
	int64_t pos; uint32_t gaps, glyphs;
	uint32_t seg;
	const struct face *f; const struct sty_char *ch; len_t size;
	const struct face *prev_f; len_t prev_size; const struct txt_word *prev;
	int64_t least, most;                           /* of pieces between candidates; of the whole */
};

/* The width of a line that begins there: the label hangs into the first one. */
static inline len_t lay_avail(const struct breaker *k, const struct cand *from)
{
	return from->kind == CAND_START && from->item == k->p->body ? k->width : k->width - k->p->hang;
}

/* cand.c: candidates of the part that begins at item; returns the item after it (a forced break is passed). */
uint32_t lay_cands(struct breaker *, uint32_t item);

#endif
