/* pdfdoc.h: how rows of pages become blocks of a flow: what the parts of that share. */
#ifndef IMPORT_PDFDOC_H
#define IMPORT_PDFDOC_H
#include "import/flow.h"
#include "import/lines.h"
#include "import/pdfmatch.h"
#include "import/pdfrow.h"
#include "import/pdfzone.h"

struct pdf_block {                                     /* a paragraph of the text, not of a cell */
	struct imp_node *node;
	int look, page;
	bool bold, numbered;                           /* all of it; it begins with a number */
	size_t rows;
	float above;                                   /* white space before it, in lines of its own */
	float x0;
};

struct pdf_side { struct pdf_rows head, notes, foot; };

struct pdf_doc {
	struct imp_flow *flow;
	struct pdf_pages p;
	struct lines words;                            /* for hyphens at line ends */
	float pitch[64];                               /* usual distance of rows, by size */
	struct pdf_block *block; size_t nblocks, capblocks;
	struct pdf_marks marks, notes;
	float level[9]; int nlevels;                   /* where items of a list begin, outermost first */
	struct imp_node *table; int table_page; struct pdf_zone zone;        /* the last one, if a page ends with it */
	struct pdf_side *side; int at;                 /* of each page what is no text; pages done */
	/* Blocks of rows that end at that place of the page: pdfblocks.c. */
	void (*blocks)(struct pdf_doc *, struct imp_node *to, const struct pdf_row *, size_t n);
};

/* pdfblocks.c: rows as blocks; a table or columns, at the end of the root */
void pdf_blocks(struct pdf_doc *, struct imp_node *to, const struct pdf_row *, size_t n);
void pdf_put_zone(struct pdf_doc *, const struct pdf_row *, const struct pdf_zone *);

/* pdfpara.c: running text */
float pdf_pitch(const struct pdf_doc *, float size);
void pdf_find_pitch(struct pdf_doc *, const struct pdf_rows *pages, size_t n);
/* The first word below would have had its place in the row: it ends there on purpose. */
bool pdf_ends_early(const struct pdf_doc *, const struct pdf_row *, const struct pdf_row *below);
bool pdf_ends_sentence(const struct pdf_row *);
struct pdf_para { const struct pdf_row *row; size_t n, skip; bool plain; };
/* Runs of the rows below the node; skip: words of the first row; plain: bold is the whole block's look, no mark. */
void pdf_put(struct pdf_doc *, struct imp_node *, const struct pdf_para *);
struct imp_node *pdf_add(struct pdf_doc *, struct imp_node *to, enum imp_kind, const struct pdf_row *);

/* pdftable.c */
void pdf_table(struct pdf_doc *, struct imp_node *to, const struct pdf_row *, const struct pdf_zone *);
/* pdfnotes.c: of the rows of a page those of its notes, which stand last: how many */
size_t pdf_notes_at(const struct pdf_doc *, const struct pdf_row *, size_t n);
void pdf_put_notes(struct pdf_doc *, const struct pdf_row *, size_t n);
/* pdfheadings.c: which paragraphs are headings, and of what level */
void pdf_find_headings(struct pdf_doc *);

#endif
