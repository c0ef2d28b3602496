/* block.h: the block tree. It is the logical structure tree of the PDF and what layout sets: one block, one structure
 * element. Built by compose, const from then on. Text lies in the segments of BLK_TEXT blocks; every segment names the
 * element it belongs to (the paragraph itself or one of its BLK_INLINE descendants), in reading order.
 * Two shapes to know: a list item of plain text is LI (BLK_TEXT) with Lbl and LBody as BLK_INLINE; one of several
 * blocks is LI (BLK_STACK) { Lbl (BLK_INLINE), LBody (BLK_STACK) { P, L … } }, and the first P's leading segments
 * (label, TAB) belong to that Lbl; a Note likewise: Note (BLK_FOOT) { Lbl (BLK_INLINE), P }. So a segment may belong to
 * a BLK_INLINE that stands before its paragraph; layout passes over BLK_INLINE children of other flows. A Note is the
 * child of the text block that holds its mark, just after the mark's element; layout passes over BLK_FOOT children too:
 * they are placed by the mark. A table's Caption is the first child of the BLK_GRID. An agenda is a list set as a
 * table: L (BLK_GRID) { LI (BLK_ROW) { Lbl (BLK_CELL), LBody (BLK_CELL) } }. */
#ifndef BLOCK_BLOCK_H
#define BLOCK_BLOCK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/mem.h"
#include "style/style.h"

/* Standard structure types (ISO 32000-1 §14.8.4); H1 to H6 are BLK_H with block->level. */
#define BLK_ROLES(X)                                                                                                   \
	X(DOCUMENT, "Document")                                                                                        \
	X(PART, "Part") X(SECT, "Sect") X(DIV, "Div") X(H, "H") X(P, "P") X(BLOCKQUOTE, "BlockQuote") X(L, "L")        \
		X(LI, "LI") X(LBL, "Lbl") X(LBODY, "LBody") X(TABLE, "Table") X(CAPTION, "Caption") X(THEAD, "THead")  \
			X(TBODY, "TBody") X(TR, "TR") X(TH, "TH") X(TD, "TD") X(FIGURE, "Figure") X(TOC, "TOC")        \
				X(TOCI, "TOCI") X(REFERENCE, "Reference") X(LINK, "Link") X(NOTE, "Note")              \
					X(SPAN, "Span") X(QUOTE, "Quote") X(CODE, "Code") X(INDEX, "Index")            \
						X(BIBENTRY, "BibEntry")
enum blk_role {
#define X(e, n) BLK_##e,
	BLK_ROLES(X)
#undef X
	BLK_ROLE_MAX
};

enum blk_flow {         /* what layout does with a block */
	BLK_STACK,      /* children one below the other */
	BLK_TEXT,       /* a paragraph: segments */
	BLK_GRID,       /* a table: block->table; rows are BLK_ROW descendants (THead/TBody are BLK_STACK) */
	BLK_ROW,        /* children are BLK_CELL */
	BLK_CELL,       /* block->cell; children stacked in the column */
	BLK_DRAWING,    /* more->drawing, as high as it is */
	BLK_IMAGE,      /* more->image */
	/* Children side by side, more->gap between (signatures, cards): texts and stacks with more->w so wide, the
	 * others share the rest evenly; more->row in a row, further rows below; boxes of a row end together. */
	BLK_SIDE,
	BLK_INLINE,     /* no layout of its own: owns segments of the BLK_TEXT above it */
	BLK_FOOT,       /* a Note: set at the foot of the page where its SEG_NOTE mark stands; children stacked */
	BLK_SEQUENCE,   /* a run of pages with one numbering: more->seq; begins on a new page */
	BLK_SHEET       /* a run of pages shown as pictures on its page, each as wide as its box: more->seq */
};

/* Which box of the page (GESTALTUNG §1). What stands in the margin column takes no room in the flow, but the stack
 * around it (with RAND_NEXT: around a Caption) is at least as high as it needs. */
enum blk_place {
	BLK_AXIS,       /* from the axis, style page.text wide; inside cells and boxes: the whole box */
	BLK_FULL,       /* from the left edge, full type area */
	BLK_RAND_NEXT,  /* margin column, first baseline shared with the next sibling's */
	BLK_RAND_PREV,  /* margin column, upper edge shared with the sibling before it */
	BLK_ABS         /* at more->x, y on its page (cover): first baseline at y for text, upper edge else */
};

enum blk_seg_kind {
	BLK_SEG_TEXT,   /* text, len; folded blanks; U+00AD, U+200B, U+00A0, U+202F mean what they mean */
	BLK_SEG_BREAK,  /* forced line break */
	/* To block->tab, and all further lines begin there (hanging); with BLK_SEG_RIGHT: what follows, up to the end,
	 * is set flush right on the last line. */
	BLK_SEG_TAB,
	BLK_SEG_PAGE,   /* page label of target (TOC, "Seite 35"); known when pages are fixed */
	BLK_SEG_NOTE,   /* text is the mark, set raised; target is the BLK_FOOT block to be placed on this page */
	BLK_SEG_SPACE   /* fixed white space of width block->tab (after a run-in number) */
};
enum {                          /* flags of a segment */
	BLK_SEG_RAND = 1,       /* leading ones: set in the margin column (hanging numbers), same first baseline */
	BLK_SEG_LEADER = 2,     /* a TAB with a leader by the town's template: "punkte", "linie", "keine" */
	BLK_SEG_RIGHT = 4,
	/* A PAGE and what parts it from the one before: left out where both are the same page (index). */
	BLK_SEG_ONCE = 8,
	BLK_SEG_WHOLE = 16      /* a name in a heading: its words stay on one line where that has room */
};

struct blk_seg {
	uint8_t kind, flags;                           /* enum blk_seg_kind; BLK_SEG_… */
	uint32_t len;                                  /* bytes of text */
	const char *text;                              /* not ended by NUL; borrowed from document or tree */
	const struct sty_char *ch;
	struct block *owner;                        /* structure element the text belongs to; NULL: artifact (leader) */
	const struct block *target;
};

#define BLK_PAD_WORDS LEN_PT(10)                       /* besides, from numbers to words beside them */

struct blk_col {                      /* a table column; widths are of the whole column, the style's padding included */
	len_t fixed;                                   /* > 0: exactly; 0: from content */
	len_t least, most;                             /* limits for content columns; 0: none */
	uint8_t align;                                 /* enum sty_align; numbers STY_RECHTS */
};

struct blk_table {
	const struct sty_table *style;
	const struct blk_col *cols; int ncols;
	const char *continued;      /* caption artifact on following pages: "Tabelle 3 (Fortsetzung) · …"; NULL: none */
	bool narrow;                                   /* no wider than its columns, all of which are fixed */
	bool hints;                                    /* "Fortsetzung auf Seite 35" at the foot */
	uint8_t sum_row;              /* so many last rows are sums: rule style->sum above the first of them; 0: none */
};

enum blk_scope { BLK_SCOPE_NONE, BLK_SCOPE_ROW, BLK_SCOPE_COLUMN, BLK_SCOPE_BOTH };
struct blk_cell {
	uint16_t colspan, rowspan;                     /* 1 or more */
	uint8_t scope;                                 /* for TH */
	bool apart;            /* who copies it does not get it on one line with the cell before (old and new) */
	bool group;                                  /* group row cell (GESTALTUNG §9): repeated with "(Fortsetzung)" */
	len_t drop;                            /* first baseline lowered by this much (GESTALTUNG §8 common baseline) */
	const struct block **headers; int nheaders;    /* TH blocks this cell belongs to (Headers attribute) */
};

struct blk_box {                                   /* a filled box around a BLK_STACK (GESTALTUNG §12) */
	bool filled; sty_rgb fill;
	struct sty_line bar;                           /* on the left edge */
	len_t pad_top, pad_bottom, pad_left, pad_right;
	len_t out_left;                                /* sticks out to the left by this much */
	struct sty_line rule_top, rule_bottom;         /* across its width */
};

enum blk_folio {                                   /* what stands at the right in the foot */
	BLK_FOLIO_PAGE,                                /* the page label */
	BLK_FOLIO_OF,                                  /* "1/2": page and pages of the sequence */
	BLK_FOLIO_BOTH                                 /* the page label; and "1/2 · " before the text at the left */
};

struct blk_seq {
	const struct style *style;  /* its pages' geometry and the look of their heads and feet; NULL: the document's */
	bool slide;         /* one page, whose overflow is an error; head_left, foot and page label stand in its foot */
	bool goes_on;                                  /* a slide that may have more pages: title comes again */
	const struct block *title;                     /* of a slide: its heading (BLK_ABS); or NULL */
	/* enum sty_numbering; each sequence with a numbering other than the one before starts at 1 */
	uint8_t numbering;
	bool bare;                                     /* no running head, no folio (cover) */
	const char *head_left;                         /* running head at the left edge (the town) */
	/* at the axis (flush right where there is no margin column) until a block with more->head begins */
	const char *head;
	const char *mark;                              /* "Entwurf · …" strip as artifact; NULL: none */
	const struct fig_drawing *backdrop;           /* artifact behind each of its pages, page coordinates; or NULL */
	bool letter;                   /* the first page has the backdrop and no running head, the others the reverse */
	uint8_t folio;                                 /* enum blk_folio */
	/* Numbers it was given before: the first and how many; more pages get the last with a letter. 0: it counts on.
	 * supplement: it has none of its own, but that of the page before it with letters: 12a, 12b. */
	uint16_t kept_from, kept_pages;
	bool supplement;
	bool two_sided;                 /* even pages: page number at the left, title of the document as running head */
	const char *foot;                              /* at the left edge in the foot; NULL: nothing */
	const char *variant;                   /* of the styles of running head and folio: "ar"; NULL: the usual ones */
	bool rtl;                            /* the pages are mirrored: margin column at the right, folio at the left */
};

struct blk_image { const char *path; const char *data; size_t size; int px_w, px_h; };   /* PNG or JPEG bytes */

/* A place of a form that somebody fills in: a SPAN whose text is what stands there so far. Word processors get it as a
 * control; on paper it is its text. */
enum blk_entry { BLK_ENTRY_TEXT, BLK_ENTRY_CHOICE, BLK_ENTRY_DATE };
struct blk_field {
	uint8_t entry;                                 /* enum blk_entry */
	const char *name, *title;                      /* for programs; for people, also those who only listen */
	const char *const *choices; int nchoices;
	bool empty;                                    /* its text only says what belongs there */
};

/* of a SPAN; SIGN: the word that says so, set before it */
enum blk_change { BLK_KEPT, BLK_INSERTED, BLK_DELETED, BLK_MOVED, BLK_SIGN };

/* Seldom needed: block->more is never NULL, it points to one empty struct for most blocks. */
struct blk_more {
	const char *title;                             /* outline text of a heading */
	const char *head;                              /* running head from here on */
	const char *alt, *actual, *expansion;          /* Alt, ActualText, E */
	const char *href;                              /* LINK outside */
	const char *attached;                          /* LINK to an attached PDF: its name */
	bool imprint;                                  /* SECT: who is answerable, and whose rights; last on a screen */
	uint8_t change;                                /* SPAN: enum blk_change */
	len_t x, y, w;                                 /* BLK_ABS; w also BLK_IMAGE and RAND width (0: box) */
	len_t gap;                                     /* BLK_SIDE: between the children; a stack's columns */
	/* BLK_SIDE: children in a row; 0: all. BLK_STACK: columns that its children run through, one after the other */
	int row;
	const struct blk_box *box;                     /* BLK_STACK */
	const struct blk_seq *seq;                     /* BLK_SEQUENCE */
	const struct style *look;    /* pages of its own with this geometry (turned; as large as a plan); NULL: no */
	const struct fig_drawing *drawing;             /* BLK_DRAWING */
	const struct blk_image *image;                 /* BLK_IMAGE */
	const struct blk_field *field;                 /* SPAN; NULL: none */
};

struct block {
	uint8_t role, flow, place, level;              /* enums above; level: heading level */
	bool keep;                                     /* not split over pages if it fits on one */
	bool keep_next;                                /* stays with what follows it */
	bool outline;                                  /* gets an outline entry (headings) */
	bool page_before;
	bool code;                        /* text of a program: a line that goes on is indented behind a mark */
	bool floats;                      /* where it does not fit, the text after it may move up before it (figures) */
	uint32_t num;                                  /* position in document order, root 0: index for side tables */
	int32_t line;                                  /* author's place */
	const char *file;
	struct block *parent, *first, *last, *next;
	const struct sty_para *style;                 /* BLK_TEXT; BLK_STACK and others: NULL or spacing before/after */
	struct blk_seg *segs; uint32_t nsegs;
	len_t indent;              /* from the left edge of its box (lists); a BLK_STACK hands on the box so narrowed */
	len_t before, after;                   /* space of boxes without style; a style's values rule if style is set */
	len_t tab;                               /* BLK_SEG_TAB position, from box edge + indent; BLK_SEG_SPACE width */
	bool loose;                  /* has a measure of its own: only its first line keeps to the grid of half lines */
	const char *id;                                /* author's id, destination name; or NULL */
	const char *lang;                              /* NULL: as its parent */
	const struct block *target;                    /* LINK inside, REFERENCE, TOCI */
	const struct blk_table *table;                 /* BLK_GRID */
	struct blk_cell *cell;                         /* BLK_CELL */
	const struct blk_more *more;                   /* never NULL */
	struct blk_more *own;                          /* the same to be filled, where blk_more made it; else NULL */
};

struct blk_attachment {
	const char *name, *desc, *mime, *relationship;
	const char *data; size_t size;
	const char *shown; size_t nshown;              /* of a source: without what is for the house */
};

struct blk_tree {
	struct mem *mem;
	struct block *root;                            /* DOCUMENT */
	uint32_t nblocks;
	const char *lang, *title, *author, *subject, *keywords, *edition;
	struct date stand;
	bool draft;
	bool compared;                                 /* shows what has changed: marks may occur */
	const struct blk_attachment *attachments; size_t nattachments;
};

len_t blk_pad_right(const struct blk_table *, int column);     /* between it and the next one; 0 behind the last */
bool blk_rtl(const char *lang);                    /* is this language written from right to left? NULL: no */
const char *blk_role_name(const struct block *, char buf[8]);                  /* "P", "H2" */
struct blk_more *blk_more(struct blk_tree *, struct block *);                  /* b->more as its own, to be filled */
struct block *blk_add(struct blk_tree *, struct block *parent, enum blk_role, enum blk_flow, const char *file,
	int line);
/* Appends it to the segments of a BLK_TEXT; valid until the next one is. */
struct blk_seg *blk_seg(struct blk_tree *, struct block *text, struct blk_seg);
void blk_number(struct blk_tree *);                /* sets num and nblocks; once, when the tree is finished */
enum { BLK_CHAIN = 24 };                           /* of more than this around a segment, the innermost */
struct blk_chain { const struct block *at[BLK_CHAIN]; int n; };
struct blk_chain blk_chain(const struct block *owner);       /* the inline elements around a segment, outermost first */
/* The next in document order below root, NULL: none; blk_step for who still may change the tree. */
/* The paragraph a block ends with; NULL: it ends with something else. */
const struct block *blk_last_text(const struct block *);
/* Where the marks of notes begin that a paragraph ends with, with the blanks before and between them; nsegs: none. */
uint32_t blk_marks(const struct block *text);
const struct block *blk_walk(const struct block *root, const struct block *at);
struct block *blk_step(const struct block *root, struct block *at);
void blk_dump(const struct blk_tree *, struct buf *);                          /* --dump=blocks */
void blk_read_out(const struct blk_tree *, struct buf *);                      /* --dump=vorlesen */
void blk_plain(const struct blk_tree *, struct buf *);                  /* its words alone, a line for each paragraph */

#endif
