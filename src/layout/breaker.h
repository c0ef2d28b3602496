/* breaker.h: places where a line may end, and the breaker's state over one part of a paragraph (up to a forced break).
 * Positions run on as if the part were one long line. */
#ifndef LAYOUT_BREAKER_H
#define LAYOUT_BREAKER_H
#include "layout/para.h"

enum cand_kind {
	CAND_START, CAND_SPACE,
	CAND_PLAIN,                                    /* within a word, without a hyphen: after "/" or "-" */
	CAND_PART,                                     /* within an address, without a hyphen */
	CAND_HYPHEN, CAND_SOFT,                        /* by the table of hyphenation; where the author wrote U+00AD */
	CAND_ANY,                                      /* an emergency: the word is wider than the line */
	CAND_END
};

/* Where a heading's line ends: after a mark; between two words; after a small word, or before a dash. */
enum sense { SENSE_MARK, SENSE_WORDS, SENSE_TORN };

struct cand {
	int64_t end, start;                            /* where the line before ends and the next one begins */
	int64_t cost[3];                               /* best way here, by number of hyphens in a row up to here */
	uint32_t from[3]; uint8_t from_row[3];         /* the way: candidate before, and which of its three costs */
	uint8_t kind, quality;                         /* quality: of a hyphenation, 4 is best */
	bool dash;                                     /* the line ends with a hyphen, set or written */
	uint8_t sense;                                 /* enum sense */
	bool tied;                                     /* between a number and its unit (narrow); quoted (headings) */
	bool rest;                                     /* what follows is too little for a last line */
	uint32_t item, sub;                            /* where the next line begins: see struct line */
	uint32_t gaps_end, gaps_start, glyphs;         /* white spaces and glyphs up to here */
	uint32_t plain;                                /* last candidate without a hyphen, this one or before */
	len_t extra;                                   /* the line ending here: longer by a hyphen, less what hangs */
	len_t outdent;                                 /* the line beginning here hangs out by this */
};

struct breaker {
	struct lay *l;
	const struct block *b;
	struct para *p;
	len_t width;                                   /* 0: only measuring */
	len_t indent;                                  /* of the lines that go on */
	len_t space, track;                            /* white space of its face; most tracking of a glyph */
	bool block, balance, hang, hyphenate;          /* justified; lines of like length (headings); signs hang out */
	uint32_t ban_item;                             /* a word not to be divided */
	bool narrow;                                   /* a column where a hyphen disturbs more than a short line */
	bool quoted;                                   /* while candidates are read: within quotation marks */
	bool overlong;                                 /* out: a word was divided where it may not be */
	bool number;                                   /* out: a number is wider than the line */
	/* while candidates are read: the pen, and what stands before it */
	int64_t pos; uint32_t gaps, glyphs;
	uint32_t seg;
	const struct face *f; const struct sty_char *ch; len_t size;
	const struct face *prev_f; len_t prev_size; const struct txt_word *prev;
	int64_t least, most;                           /* out: widest piece between candidates; the whole */
};

/* The width of a line that begins there: the label hangs into the first one. */
static inline len_t lay_avail(const struct breaker *k, const struct cand *from)
{
	const bool begins = from->kind == CAND_START && (from->item == k->p->body || k->b->code);
	return begins ? k->width : k->width - k->indent;
}

/* cand.c: candidates of the part that begins at item; returns the item after it (a forced break is passed). */
uint32_t lay_cands(struct breaker *, uint32_t item);

#endif
