/* parts.h: inside the room. The way of a text: items (words, measure.c) → candidates and lines (para.c) → units
 * (flow.c, table.c: what stands below one another) → pages of pieces (page.c) → items of a page (emit.c). Units live
 * only until their page is made; paragraphs and pieces stay: 8 bytes a word, 8 a line, 48 a piece. */
#ifndef LAYOUT_PARTS_H
#define LAYOUT_PARTS_H
#include "base/mem.h"
#include "base/store.h"
#include "figure/figure.h"
#include "layout/layout.h"

/* An item is a word with the white space before it: the pointer's three low bits. No word: a segment that is no text.
 * */
typedef uintptr_t lay_word;
/* PREV: the space belongs to the segment before */
enum { GLUE_NONE, GLUE_SPACE, GLUE_FIXED, GLUE = 3, GLUE_PREV = 4, ITEM_BITS = 7 };
static inline const struct txt_word *lay_item_word(lay_word i)
{
	return (const struct txt_word *)(i & ~(lay_word)ITEM_BITS);
}

/* Where a line begins: item, and in it 0 (its start), 1 + k (break k) or SUB_ANY | glyph (an emergency). */
/* NOTE: a mark in this line; FORCED: ends so */
enum { SUB_VALUE = 0x1ffff, SUB_ANY = 1 << 17, LINE_NOTE = 1 << 18, LINE_FORCED = 1 << 19 };
struct line { uint32_t item, sub; };

struct para {
	lay_word *items;
	uint32_t *seg;                                 /* first item of each segment, nsegs + 1 entries */
	struct line *lines;                            /* nlines + 1 entries */
	uint32_t nitems, nlines;
	/* of bidirectional text: per item that of the white space before it, and its own; else NULL */
	uint8_t *levels;
	/* items of the margin number end at body; flush-right part begins at right (nitems: none) */
	uint32_t body, right;
	len_t width;                                   /* of a line */
	len_t hang;                                    /* lines after the first begin here */
	len_t reserve;                                 /* room kept for each page label */
	uint8_t align;
	bool undivided;                                   /* no hyphenation by rule of the place */
	bool notes;
	bool rtl;                                      /* begins at the right edge */
	struct kept_para *kept;                        /* the same in the store; NULL: there is none */
};

/* TRACK: a justified line may be spaced by so many 1/1000 em a glyph */
enum { MARK_MAX = 12, WEAK_MAX = 64, TRACK = 8 };
struct face {                                      /* what layout must know of a face */
	int id;
	struct face *next;
	const struct txt_word *space, *hyphen, *nbsp;
	struct { uint8_t font; uint16_t key; int16_t left, right; } mark[MARK_MAX];   /* hanging, 1/1000 em */
	int nmarks;
	const struct txt_word *weak[WEAK_MAX];         /* small words, once a heading asked for them */
};

enum piece_kind {
	PIECE_LINES,
	PIECE_DRAWING,
	PIECE_IMAGE,
	PIECE_RULE,
	PIECE_FILL,
	PIECE_CAPTION,
	PIECE_HINT,
	PIECE_MORE,
	PIECE_SHEET
};
struct piece {
	const struct block *b;
	len_t x, y, w, h;                              /* RULE: middle of the line, h: its width */
	uint32_t first, n;                             /* LINES; SHEET: of l->sheets, page of it */
	sty_rgb rgb;
	uint8_t kind, artifact;
	bool inner;                                    /* left out when its unit is the first of a page */
};

struct pieces { struct piece *v; uint32_t n, cap; };

struct frame { const struct block *b; len_t x, w; };                   /* a box that is being filled */
struct group { struct pieces row; len_t h; };                          /* a table's group row, to be repeated */
struct grid {                                                          /* a table over its pages */
	const struct block *b;
	struct pieces head; len_t head_h;              /* repeated, and the rule below */
	struct sty_line rule;
	const struct block *caption;
	len_t x, w;
};

enum { KEEP_NONE, KEEP_SOFT, KEEP_HARD, KEEP_FORCE_BREAK };            /* before a unit */
struct unit {
	const struct block *b;                         /* LINES: the paragraph; else what made it */
	uint32_t first, n;                      /* LINES: line, 1; else its pieces in the flow, y from its upper edge */
	len_t x, height, space, lead,
		base; /* space: before it, dropped at the page's top; lead: of height, above the content; base: first
	                                                  baseline from the upper edge, 0: none */
	len_t rand_h;                                  /* the margin beside needs so much from the upper edge */
	uint32_t rand;           /* 1 + first of its margin blocks; in the notes: first unit of the same note, of all */
	uint32_t note_end;                    /* notes before this one are marked up to here (counted from the first) */
	const struct grid *grid; const struct group *group;
	const struct frame *frame;
	const char *head;                              /* running head that begins here */
	uint8_t kind, keep;                            /* kind: PIECE_LINES or any other */
	len_t space_up;                                /* the space before it, were the float above it not there */
	uint32_t floats;                               /* a float begins here: its units */
	bool snap, margin, hyphen, abs;
	bool grid_first;                        /* of a table's beginning: caption and head are not repeated above it */
	bool slice, frame_on;                          /* goes on with the row or box of the unit before */
};

struct rand { uint32_t first, n, next, until; len_t y; };          /* pieces; until: unit before which it is read out */

struct flow {                                      /* units in the making */
	struct unit *u; uint32_t nu, cap_u, skip;      /* skip: room before u of units taken away */
	struct pieces p;
	struct rand *r; uint32_t nr, cap_r;
	uint32_t gone;                                 /* units already on pages: unit i of all is u[i - gone] */
	len_t x, w;                                    /* box */
	len_t space, space_up;                         /* wanted before the next unit; the same without floats */
	len_t lead;                                    /* padding above the next unit */
	int keep_lines;                                /* so many lines must follow on the same page */
	int hold;                                      /* inside blocks that are kept together: no page may be made */
	bool force;                                    /* the next unit begins a page */
	bool top;                                      /* the page itself, not a cell or box */
	bool full;                                     /* box begins at the left edge */
	bool undivided;                                   /* no hyphenation here */
	uint8_t align;                                 /* 255: the style's */
	uint32_t waiting;                              /* 1 + first margin block that waits for its next sibling */
	len_t waiting_base, waiting_h;
	const struct frame *frame;
	const char *head;
	const struct grid *grid; const struct group *group;
};

struct page {
	uint32_t first, n;                             /* pieces */
	const char *head;
	uint32_t notes;                                /* pieces before this one are text, from it on notes */
	len_t note_y;                                  /* rule above the notes; 0: none */
};

struct seq {                                       /* one numbering run */
	const struct block *b;
	const struct blk_seq *seq;
	struct pieces p;
	struct page *pages; uint32_t npages, cap_pages;
	uint32_t first_page, first_number;
	const char *head_in;                           /* running head when it begins */
	bool labels;                                   /* holds page labels */
};

struct cand;
struct lay {
	const struct blk_tree *tree;
	const struct style *base, *style;              /* the document's; that of the pages in work */
	struct txt *txt;
	struct diag *diag;
	struct mem *mem;
	struct store *store; struct buf key;           /* of paragraphs; NULL: nothing is kept */
	const struct block **by_num;
	struct para **para;                            /* by block number */
	struct { int32_t page; int32_t last; len_t y; } *place;            /* by block number; page -1 */
	struct seq *seqs; uint32_t nseqs, cap_seqs;
	struct seq *sheets; uint32_t nsheets, cap_sheets;                  /* runs of pages that are shown on pages */
	struct face *faces, *face; const struct sty_char *face_ch;         /* all; the last one asked for */
	struct cand *cands; size_t ncands, cap_cands;
	lay_word *items; size_t nitems, cap_items;     /* of the paragraph in work */
	uint8_t *levels; size_t cap_levels;            /* likewise */
	len_t *at; size_t cap_at;                      /* of the line in work: see struct run */
	struct line *lines; size_t nlines, cap_lines;
	struct flow *spare[16]; int nspare;            /* flows to be used again */
	struct flow notes;
	struct seq *seq;                               /* in work */
	const char *running;
	uint32_t *odd; size_t nodd;                    /* characters without a glyph, told already */
	int digits;                                    /* page labels are taken to have so many until they are known */
	bool labels_known;
	uint32_t npages;
};

/* measure.c */
struct face *lay_face(struct lay *, const struct sty_char *);
const char *lay_lang(const struct lay *, const struct block *);
struct para *lay_para_read(struct lay *, const struct block *);        /* items; lines are not broken yet */
len_t lay_size(const struct blk_seg *);                               /* of a note's mark or a text */
len_t lay_rise(const struct blk_seg *);
int lay_hang(const struct face *, const struct txt_word *, uint32_t glyph, bool left);
static inline len_t lay_em(int64_t v, len_t size) { return len_scale(v, size, 1000); }
static inline len_t lay_depth(len_t leading) { len_t d = len_scale(leading, 3, 10); return d < 4500 ? d : 4500; }

/* bidi.c: text that runs from right to left, in part or as a whole (UAX #9). */
/* per byte of all segments, one after the other; at: where each begins */
struct bidi { uint8_t *levels; uint32_t *at; };
/* False: all is left to right. Else to be freed by lay_bidi_free. */
bool lay_bidi(const struct block *, bool rtl, struct bidi *);
void lay_bidi_free(struct bidi *);
/* Rule L2: order[k] is the one that stands k-th from the left. */
void lay_bidi_order(const uint8_t *levels, uint32_t n, uint32_t *order);

/* kept.c: a paragraph as it was read and broken in a run before, if the lay has a store. */
struct para *lay_kept_read(struct lay *, const struct block *);        /* NULL: not there */
void lay_kept_note(struct lay *, const struct block *, struct para *); /* just after lay_kept_read found nothing */
bool lay_kept_lines(struct lay *, struct para *, len_t width);         /* false: not there */
void lay_kept_lines_note(struct lay *, const struct para *, len_t width, len_t hang);   /* hang: before it was broken */

/* para.c */
void lay_para_break(struct lay *, const struct block *, struct para *, len_t width);
/* Widest piece with and without hyphenation, and the whole in one line. */
void lay_para_limits(struct lay *, const struct block *, struct para *, len_t *hyphenated, len_t *least, len_t *most);
bool lay_line_hyphen(const struct para *, uint32_t line);              /* ends with a hyphen that is not the author's */
/* breaks anew without the hyphen at this line's end */
bool lay_para_avoid(struct lay *, const struct block *, struct para *, uint32_t line);

/* flow.c */
void lay_flow_block(struct lay *, struct flow *, const struct block *);
void lay_flow_children(struct lay *, struct flow *, const struct block *);
struct unit *lay_unit(struct lay *, struct flow *, const struct block *, uint8_t kind, len_t height, len_t base);
void lay_space(struct flow *, len_t);

/* stack.c */
struct flow *lay_flow_get(struct lay *, len_t x, len_t w);             /* lay_flow_put */
void lay_flow_put(struct lay *, struct flow *);
void lay_flow_free(struct flow *);
void lay_flow_drop(struct flow *, uint32_t n);                         /* takes the first n units away */
struct piece *lay_piece(struct pieces *, uint8_t kind, const struct block *);
void lay_unit_put(const struct flow *, const struct unit *, struct pieces *out, len_t y);
void lay_pieces_put(const struct pieces *, uint32_t first, uint32_t n, struct pieces *out, len_t y);
uint32_t lay_frame_open(const struct frame *, struct pieces *out, len_t y);
void lay_frame_close(const struct frame *, struct pieces *out, uint32_t opened, len_t y);
/* All units of a flow below one another from y; gives the height. base: first baseline from y. */
len_t lay_flow_stack(const struct flow *, struct pieces *out, len_t y, len_t *base);

/* margin.c */
void lay_margin(struct lay *, struct flow *, const struct block *, uint32_t anchor);
void lay_margin_attach(struct flow *, struct unit *);
void lay_margin_rest(struct lay *, struct flow *, const struct block *);

/* table.c, slice.c, column.c */
void lay_table(struct lay *, struct flow *, const struct block *);
struct slice { uint32_t first, n; len_t height; };
/* Rearranges the pieces from first on, a row of this height, into slices; free(*out). */
uint32_t lay_slices(struct pieces *, uint32_t first, len_t height, struct slice **out);
void lay_columns(struct lay *, const struct block *grid, len_t width, len_t *w);     /* w: of each column, at most 64 */
bool lay_undivided(len_t text_width);                              /* too wide to hyphenate in */

/* float.c */
bool lay_float_may(const struct flow *, uint32_t at);                  /* does a float begin here that text may pass? */
bool lay_float_passes(const struct flow *, const struct unit *);       /* may the float above it go after it? */
/* Takes the n units after the float that begins at unit at before it. */
void lay_float_move(struct flow *, uint32_t at, uint32_t n);

/* page.c */
/* Would the flow overflow a page? By how much, and what is the first that does. 0: it fits. */
len_t lay_pages_over(struct lay *, struct flow *, const struct block **at, len_t *leading);
/* makes the pages that are full; all: also the last one */
void lay_pages_drain(struct lay *, struct flow *, bool all);

/* notes.c: the notes' flow is a queue; a page takes from its front. */
void lay_notes_read(struct lay *, const struct block *, const struct para *, uint32_t line);
/* of notes before end; -1: the last one cannot even begin */
len_t lay_notes_height(const struct lay *, uint32_t end, len_t most, uint32_t *n);
void lay_pages_empty(struct lay *, struct seq *);                      /* a page without text */
void lay_notes_put(struct lay *, struct seq *, uint32_t n);

/* cont.c: a table goes on on another page. */
len_t lay_cont_height(const struct lay *, const struct unit *);
void lay_cont_head(struct lay *, const struct unit *, struct pieces *out);
len_t lay_cont_hint_room(const struct unit *next);                    /* 0: no hint */
len_t lay_cont_reserve(const struct unit *next);               /* room below the text, if the next unit begins a page */
void lay_cont_hint(struct lay *, const struct unit *next, struct pieces *out, len_t y);

/* emit.c */
struct pen {
	struct lay *l;
	struct lay_page *page;
	const struct seq *seq; int number;             /* page within its sequence */
	uint8_t artifact;
	len_t x, y;                                    /* pen, baseline */
	bool rtl;                                      /* strings begin at the right */
	bool open;                                     /* the last item may be continued */
	int64_t units, tracked;                        /* advance of the open item, 1/1000 em, and its tracking */
	len_t from;                                    /* where it begins */
	const struct block *link; len_t link_x, link_size;
	const struct sty_char *mark; len_t mark_x;     /* of the marked words being set */
	unsigned marks;                                /* bits of the marks on the line so far */
};
struct lay_item *lay_item(struct pen *, uint8_t kind, const struct block *owner);
void lay_emit_lines(struct pen *, const struct piece *);
void lay_emit_drawing(struct pen *, const struct fig_drawing *, const struct block *owner, len_t x, len_t y);
void lay_emit_rect(struct pen *, const struct piece *);
/* an artifact */
void lay_emit_stroke(struct pen *, const struct lay_point from_to[2], len_t width, len_t dash_on, len_t dash_off,
	sty_rgb);
/* mark.c: what was changed (GESTALTUNG §13), by form and colour: below or through the words from x0 to x1, and at the
 * left of a line. */
void lay_emit_mark(struct pen *, enum sty_mark, len_t x0, len_t x1);
void lay_emit_bar(struct pen *, unsigned marks, len_t x, len_t top, len_t height);
struct ink { const struct sty_char *ch; len_t size, rise, track; const struct block *owner; bool up; };
/* Glyphs from … to-1 of a word at the pen; extra after the last one, 1/1000 em. */
void lay_emit_word(struct pen *, const struct txt_word *, uint32_t from, uint32_t to, const struct ink *,
	int64_t extra);
/* string.c: from the pen to the right, whatever way it reads. */
void lay_emit_string(struct pen *, const struct ink *, const char *lang, const char *s, size_t n);

/* head.c */
void lay_emit_head(struct pen *, const struct page *);
void lay_emit_back(struct pen *);
void lay_emit_caption(struct pen *, const struct piece *);
void lay_emit_hint(struct pen *, const struct piece *);
void lay_emit_more(struct pen *, const struct piece *);                /* a group row repeated, with "(Fortsetzung)" */
bool lay_more_wraps(struct lay *, const struct block *heading);        /* "(Fortsetzung)" needs a line more */

/* sheet.c: slides, and slides shown on paper. */
void lay_slide_check(struct lay *, struct flow *);                /* of the sequence in work; tells what does not fit */
void lay_slide_title(struct lay *, const struct block *, len_t height);/* likewise, of its heading */
void lay_slide_more(struct lay *);         /* likewise, of its heading with "(Fortsetzung)", once its pages are known */
void lay_sheet(struct lay *, struct flow *, const struct block *);
void lay_emit_sheet(struct pen *, const struct piece *);
void lay_sheets_number(struct lay *);

/* run.c */
void lay_seq_fill(struct lay *, struct seq *, bool sheet);             /* its pages */
void lay_look(struct lay *, const struct seq *);                       /* what follows is about its pages */
void lay_emit_page(struct lay *, const struct seq *, int number, struct lay_page *out);
void lay_seq_label(const struct seq *, int number, char out[24]);
const struct seq *lay_seq_of(const struct lay *, int page);
len_t lay_label_width(struct lay *, const struct blk_seg *);            /* of the page number it stands for */
int lay_block_page(const struct lay *, const struct block *, len_t *y);

#endif
