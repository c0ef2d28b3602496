/* lay.h: the state of one run, which all files of the room share. The way of a text: items, that is words with the
 * white space before them (para.h) → places where a line may end (breaker.h) → lines → units, that is what stands below
 * one another (flow.h, table.h) → pages of pieces (piece.h, page.h) → items of a page (pen.h, line.h). Units live only
 * until their page is made; paragraphs and pieces stay: 8 bytes a word, 8 a line, 48 a piece. */
#ifndef LAYOUT_LAY_H
#define LAYOUT_LAY_H
#include "base/mem.h"
#include "layout/flow.h"
#include "layout/layout.h"

struct cand;
struct face;
struct line;
struct para;
struct seq;

/* A block: its first page (-1: none) and its last, its upper edge on the first. */
struct lay_at { int32_t page, last; len_t y; };

struct lay {
	/* what came in; none of it is owned */
	const struct blk_tree *tree;
	const struct style *base, *style;              /* the document's; that of the pages in work */
	struct txt *txt;
	struct diag *diag;
	struct store *store;                           /* of paragraphs; NULL: nothing is kept */

	/* what stays until lay_free */
	struct mem *mem;
	const struct block **by_num;                   /* by block number, as the next three */
	struct lay_span *span;                         /* see lay_span */
	struct para **para;
	struct lay_at *place;
	struct seq *seqs; uint32_t nseqs, cap_seqs;
	struct seq *sheets; uint32_t nsheets, cap_sheets;                  /* runs of pages that are shown on pages */
	uint32_t npages;
	struct face *faces, *face; const struct sty_char *face_ch;         /* all; the last one asked for */
	uint32_t *odd; size_t nodd, cap_odd;           /* characters without a glyph, told already */

	/* where the run is */
	struct seq *seq;                               /* in work */
	const char *running;                           /* running head of the next page */
	struct flow notes;                             /* notes that wait for their page */
	int cells;                                     /* inside table cells: notes are read when the row is divided */
	int digits;                                    /* page labels are taken to have so many until they are known */
	bool placed;                                   /* they are: an index is set with its own, and each once */

	/* room that is used again and again */
	struct buf key;                                /* of the store */
	struct cand *cands; size_t ncands, cap_cands;
	uintptr_t *items; size_t nitems, cap_items;    /* of the paragraph in work: lay_word */
	uint8_t *levels; size_t cap_levels;            /* likewise */
	struct line *lines; size_t nlines, cap_lines;
	len_t *at; size_t cap_at;                      /* of the line in work: see struct run */
	struct flow *spare[16]; int nspare;            /* flows to be used again */
};

static inline len_t lay_em(int64_t v, len_t size) { return len_scale(v, size, 1000); }     /* v: 1/1000 em */
/* What of a line lies below its baseline: three tenths, as the grid is drawn, and no more than 4.5 pt. */
static inline len_t lay_depth(len_t leading) { len_t d = len_scale(leading, 3, 10); return d < 4500 ? d : 4500; }

/* How more width is had, for messages: "" where the pages lie on their side already. */
static inline const char *lay_turn_advice(const struct lay *l)
{
	return l->style->page.width > l->style->page.height ? "" : "quer=\"ja\" an der Tabelle, ";
}

#endif
