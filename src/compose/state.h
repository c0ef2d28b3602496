/* state.h: inside the room: the state of a run. The document is walked once (walk.c); what is open (block, paragraph,
 * element, styles) is struct open, saved before a node and restored after, so that a leave function only adds what
 * comes at the end. */
#ifndef COMPOSE_STATE_H
#define COMPOSE_STATE_H
#include "base/diag.h"
#include "block/block.h"
#include "figure/figure.h"
#include "model/doc.h"
#include "style/style.h"

struct txt;                                        /* text/text.h; handed on to figure for measuring */
struct com_kind;                                   /* walk.h */

enum com_style {                                   /* index into com->style */
#define STYLE(e, n) COM_##e,
#include "compose/styles.def"
#undef STYLE
	COM_STYLES
};

/* What is open: new blocks and text go there. The walk saves it before a node and restores it after. */
struct open {
	struct block *at;                              /* new blocks go here */
	struct block *text, *owner;                    /* open paragraph and the element in it; NULL: none */
	const struct sty_char *ch;                     /* of the text in it */
	const struct sty_para *body;                   /* for paragraphs without a style of their own, here */
	const struct sty_para *item;                   /* for list items here */
	len_t tab;                                     /* how far list items stand in */
	len_t hang;                          /* inside an item of several blocks: what has no label stands in as well */
	uint8_t level;                                 /* heading level of the part */
	bool small;                                    /* inside a table cell: no space around lists */
	const char *lang;                              /* what the author says around here; NULL: the part's */
	bool foreign;                                  /* inside an element of another language than the summary's */
	bool quiet;                       /* what is made here shows a node from elsewhere: not its place, not its id */
};

struct com_link {                                  /* points to a block that may not exist yet */
	struct com_link *next;
	struct block *block;                       /* its target is set; and, if page is set, that of its segment seg */
	uint32_t seg; bool page;
	const struct doc_node *to;
	const struct com_chart *table;                 /* instead of to: its data table */
	size_t werk;                                   /* instead of to: 1 + the work, its entry */
};

/* A chart, drawn when first asked for. */
struct com_chart {
	const struct doc_node *node;
	const char *number;                            /* of its data table: "A.1"; NULL: no annex of data */
	struct block *table;
	struct fig_result result;
	bool done, good;
};

struct com_variant { const struct sty_char *base; int flags; const struct sty_char *ch; };

struct com_traced { const struct doc_node *node; struct block *block; };
/* which paragraphs each node became, as they were opened; what each row of a table, written or made, was made of */
struct com_trace { struct com_traced *v; uint32_t n, cap; struct com_traced *rows; uint32_t nrows, cap_rows; };

/* A run: one tree, filled with one document or several, one after the other. */
/* To be put behind the digits of a number, before its unit; text NULL: nothing. */
struct com_zeros { const char *text, *unit; };

struct com {
	const struct com_kind *kinds;                  /* what each kind of node becomes, by enum doc_kind */
	struct blk_tree *t;
	const struct doc *doc;
	const struct style *s;
	struct doc_words words;                        /* the town's, of s */
	struct txt *txt;
	struct diag *d;
	const struct sty_para *style[COM_STYLES];
	struct open o;
	struct open *saved; size_t nsaved, cap_saved;  /* the walk's stack */
	struct block **block_of;                       /* by node->order */
	struct com_link *links;
	struct com_chart *charts; size_t ncharts;
	struct block **werke;                 /* by work of the bibliography: its entry; NULL: no bibliography is set */
	struct doc_node *asked;              /* an index the town asks for; NULL: none, or the author gave it a place */
	struct com_variant *variants; size_t nvariants, cap_variants;
	struct block *label;                           /* Lbl the next paragraph begins with; NULL: none */
	const char *mark; len_t mark_tab;              /* its text, and how far the paragraph's text stands in */
	size_t label_depth;                            /* saved states when it was made: with them it is gone */
	struct block *seq; int numbering;              /* the open run of pages; NULL: none */
	struct blk_seq *pages;                 /* how its pages look, to be filled; on a slide: the slide's */
	int paper;                      /* a paper or session: its title is heading 1, all parts stand so much deeper */
	const char *variant;                           /* of the styles in use: "ar", "leicht"; NULL: none */
	const char *summary;                           /* language of the Kurzfassung that is open; NULL: none */
	bool foreign_letters;                          /* in it, Latin letters are of another language */
	bool minus;                                    /* the next text is a number: its first sign is a minus */
	struct com_zeros zeros;                        /* of a cell */
	bool slides, handout;                          /* slides: with their pages as pictures on paper, notes below */
	struct com_trace *trace;                       /* NULL: nobody asks */
	const char *subject;                           /* "Änderungsfassung: …" on cover and in heads; NULL: none */
	bool intern;                                   /* notes of the administration are set */
	const char *prefix;                            /* of ids, where several documents share a tree; NULL: none */
	const struct style *turned, *upright;          /* s with its page turned; what s was before; NULL: it is not */
	bool margin;                                   /* there is a margin column */
	len_t full;                                    /* width of the type area */
};

#endif
