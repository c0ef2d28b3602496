/* item.h: inside the room: what a word processor is told, in order, whatever its format. walk.c and its helpers make a
 * list of items from the blocks; wml.c and odf.c write it. */
#ifndef DOCX_ITEM_H
#define DOCX_ITEM_H
#include "docx/docx.h"

enum dox_kind {
	DOX_SECTION,                                   /* to the next one: section */
	DOX_PARA,                                      /* … end: para, around what stands in a line */
	DOX_TEXT,                                      /* run, text */
	DOX_BREAK,
	DOX_TAB,
	DOX_LINK,                                      /* … end: text is an address, or target a bookmark */
	DOX_FIELD,                                     /* … end: field, target or text; what it shows between them */
	DOX_MARK,                                      /* … end: a bookmark, text its name */
	DOX_CONTROL,                                   /* … end: control, around what stands in it */
	DOX_NOTE, /* … end: paragraphs; text is the mark where it is not counted */
	DOX_PICTURE, /* block */
	DOX_TABLE,
	DOX_ROW,
	DOX_CELL, /* … end */
	DOX_TOC /* … end: paragraphs; text is the kind of what it lists, or NULL */
};
enum dox_field {
	DOX_PAGEREF,
	DOX_REF,
	DOX_REFNUMBER,
	DOX_NOTEREF, /* target: page, words, number, note of a bookmark */
	DOX_SEQ /* text: what is counted, "Tabelle" */
};

/* What a paragraph is to a word processor; the styles it knows by itself. */
enum dox_builtin {
	DOX_OWN,
	DOX_BODY,
	DOX_HEADING,
	DOX_HEADING_BARE,
	DOX_TITLE,
	DOX_SUBTITLE,
	DOX_CONTENTS,
	DOX_CONTENTS_HEAD,
	DOX_CAPTION,
	DOX_NOTE_TEXT,
	DOX_BULLET,
	DOX_NUMBER,
	DOX_CONTINUE,
	DOX_QUOTE,
	DOX_CODE,
	DOX_HEADER,
	DOX_FOOTER,
	DOX_BUILTIN_MAX
};

struct dox_style { /* a paragraph style of the file */
	enum dox_builtin builtin;
	int level; /* level: from 1, of headings, contents, lists */
	const struct sty_para *look;
	const char *id, *name; /* "berschrift1", "heading 1" */
	/* the built-in one it is a kind of; NULL: it stands for itself */
	const struct dox_style *base;
};

enum dox_count { DOX_SIGN, DOX_DECIMAL, DOX_LOWER, DOX_UPPER };
struct dox_list { /* how labels look */
	enum dox_count count;
	bool outline; /* outline: "2.1.3" over levels, count is of the first */
	const char *before, *after; /* around the number; before: the whole sign */
	len_t hang; /* from the label to its text */
};
enum { DOX_LEVELS = 9 };
struct dox_number { /* one run of numbers of a list */
	int list;
	int start[DOX_LEVELS]; /* -1: from the list */
};

struct dox_para {
	const struct dox_style *style;
	int number, level; /* index + 1 into numbers; level from 0; 0: no label */
	int value; /* the number its label shows */
	const char *label; /* the label as it is shown */
	bool rtl, page_before, keep_next;
	uint8_t align; /* enum sty_align */
	len_t before, after; /* -1: of the style */
	len_t indent, hang, tab; /* tab: a stop, 0 none */
	bool right; /* a stop at the right edge */
	len_t width, narrow; /* of the column it stands in; what is left free at its end */
	const char *mark; /* its own name, kept by word processors (names.c); NULL: none */
};

struct dox_run {
	const struct sty_char *ch, *own; /* own: of the paragraph */
	const char *lang;
	bool rtl, link, code;
};

struct dox_table {
	const struct blk_table *of; /* NULL: boxes side by side */
	int ncols;
	const len_t *widths;
	len_t indent;
	bool rtl, whole; /* whole: not divided over pages */
	/* what it is, for those who cannot see it; NULL: says its caption */
	const char *title;
};
struct dox_cell {
	uint16_t cols, rows;
	bool above; /* goes on from the row above */
	bool head; /* heads its row or column */
	struct sty_line top, bottom, left;
	bool filled;
	sty_rgb fill;
	len_t pad_top, pad_bottom, pad_left, pad_right;
};
struct dox_row {
	bool head, whole;
};

struct dox_section {
	const struct sty_page *page;
	const struct blk_seq *seq;
	const struct style *style; /* of its running heads */
	len_t top; /* of its type area, with what is fixed above the text */
	bool restart, notes_restart;
	bool first;
};

struct dox_item {
	uint8_t kind;
	bool end;
	uint8_t field;
	const char *text;
	uint32_t len;
	const char *target;
	union {
		struct dox_para *para;
		const struct dox_run *run;
		const struct dox_table *table;
		const struct dox_row *row;
		const struct dox_cell *cell;
		const struct dox_section *section;
		const struct block *picture;
		const struct blk_field *control;
	} u;
};

struct dox_said {
	const char *text;
	bool alt;                                      /* what a picture says to those who cannot see it */
};

struct dox_counts {
	int number, level;
	int value[DOX_LEVELS];
}; /* of a run in progress; number 0: none yet */

enum { DOX_COUNTED = 8, DOX_PENDING = 16 };
struct dox { /* a file in the making */
	struct mem *mem;
	const struct dox_source *source;
	const struct blk_tree *t;
	const struct style *s;
	struct dox_item *items;
	size_t nitems, capitems;
	struct dox_style **styles;
	size_t nstyles, capstyles;
	struct dox_list *lists;
	size_t nlists, caplists;
	struct dox_number *numbers;
	size_t nnumbers, capnumbers;
	const char **names; /* per block->num: its bookmark; NULL: nothing leads to it */
	const char **marks; /* per block->num: of paragraphs */
	struct dox_said *said;                         /* in the order of the file */
	size_t nsaid, capsaid;
	bool *listed; /* per block->num: a heading that stands in the contents */
	bool *numbered; /* … whose number is counted by the file */
	bool *noted;                                   /* per block->num: a note whose first mark stands in the file */
	int notes; /* counted so far, in this section where they begin anew */
	bool in_note;
	struct {
		const char *word;
		int n;
	} counted[DOX_COUNTED]; /* captions: "Tabelle" and how many so far */
	struct dox_counts headings;
	/* there are some: headings that are not in it are another style */
	int sequences;                                 /* runs of pages in the whole document */
	bool contents;
	bool resume;                                   /* pages of their own have ended: those around them go on */
	const struct block *sequence; /* whose pages are being filled; NULL: none */
	uint8_t numbering; /* of the pages before it */
	len_t gap; /* wanted above what comes next */
	struct dox_para *last; /* the paragraph made last */
	bool first; /* it is the first of its cell */
	/* on a page with fixed places: how far down; where its text begins, and its left edge */
	len_t y, top, left;
	bool fixed; /* what came last has such a place */
	const char *pending[DOX_PENDING];
	int npending; /* bookmarks of blocks that begin with what comes next */
};

/* ---- the list */
struct dox_item *dox_add(struct dox *, enum dox_kind); /* valid until the next one is added */
void dox_end(struct dox *, enum dox_kind);
bool dox_is(const struct dox_item *, enum dox_kind, bool end);

/* walk.c */
void dox_walk(struct dox *);
/* names.c: what stands for a block in the file */
void dox_name_all(struct dox *);
void dox_sum_up(struct dox *);                                  /* after the walk: what the paragraphs say */
/* The document it is made of, as it was called, for what comes back; NULL: by a path that only holds here. */
const char *dox_origin(const struct blk_tree *);
const char *dox_bookmark(const struct dox *, const struct block *target); /* NULL: nothing to lead to */
const struct block *dox_heading(const struct block *); /* the paragraph that stands for a target; NULL: none */
/* style.c */
const struct dox_style *dox_style(struct dox *, enum dox_builtin, int level, const struct sty_para *);
const char *dox_language(struct mem *, const char *lang); /* with its country: "de-DE" */
/* label.c: labels of headings and items, counted by the file where it comes to the same */
struct dox_label {
	char text[48];
	size_t len; /* 0: none */
	uint32_t segs; /* so many segments at the beginning are the label */
};
struct dox_label dox_label(const struct block *text);
/* Fills number, level and value of the paragraph; false: no list counts like that, it has to be written. */
bool dox_count_item(struct dox *, struct dox_counts *, const struct dox_label *, int depth, len_t hang,
	struct dox_para *);
bool dox_count_heading(struct dox *, struct dox_counts *, const struct dox_label *, struct dox_para *);
/* Bytes of "Tabelle 3" at the beginning of a caption: a word and a number; *number: bytes before it. 0: none. */
size_t dox_counted(const char *s, size_t n, size_t *number);
/* inline.c: what stands in the lines of a paragraph, from a segment on; of a caption with the number that is counted */
void dox_inline(struct dox *, const struct block *text, uint32_t from);
void dox_caption(struct dox *, const struct block *text);
const char *dox_lang(const struct dox *, const struct block *);
/* walk.c */
struct dox_place { /* where blocks are put */
	len_t width, indent; /* of the column; what is narrowed from its left edge */
	int depth; /* of lists */
	bool cell;
	uint8_t align; /* of its column: enum sty_align */
	len_t narrow; /* left free at the end of its lines, for marks beside digits */
	struct dox_counts *counts; /* of the list it is an item of; NULL: none */
	const struct block *item; /* the paragraph with the item's label */
};
static inline len_t dox_room(const struct sty_page *p)
{
	return p->width - p->left - p->right;
}
void dox_blocks(struct dox *, const struct block *parent, const struct dox_place *);
void dox_block(struct dox *, const struct block *, const struct dox_place *);
void dox_below(struct dox *);
void dox_open_marks(struct dox *); /* of blocks that begin here, around what leads to them */
void dox_close_marks(struct dox *);
void dox_mark_block(struct dox *, const struct block *); /* what leads to it leads to what comes next */
/* table.c */
void dox_grid(struct dox *, const struct block *, const struct dox_place *);
void dox_side(struct dox *, const struct block *, const struct dox_place *);
void dox_box(struct dox *, const struct block *, const struct dox_place *);

/* enclose.c: the source that goes along, as RDF; false: there is none */
bool dox_enclose(struct dox *, struct buf *);

/* ---- the formats: the parts of the zip file */
struct dox_partfile {
	const char *name, *data;
	size_t size;
	bool stored;                                   /* not deflated */
};
struct dox_parts {
	struct mem *mem;
	struct dox_partfile *at;
	size_t n, cap;
};
void dox_part(struct dox_parts *, const char *name, struct buf *); /* takes its bytes */
void dox_store_last(struct dox_parts *);                       /* the part added last is not deflated */
void dox_wml(struct dox *, struct dox_parts *);
void dox_odf(struct dox *, struct dox_parts *);
/* emf.c: a drawing for programs that show no SVG ([MS-EMF]) */
void dox_emf(const struct fig_drawing *, const struct dox_source *, struct buf *);
void dox_svg(const struct fig_drawing *, const struct style *, struct buf *);

#endif
