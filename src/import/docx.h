/* docx.h: what the files of the .docx reader share (ECMA-376 part 1; strict and transitional are one after
 * markup.c). */
#ifndef IMPORT_DOCX_H
#define IMPORT_DOCX_H
#include "import/office.h"

/* What a paragraph style says its paragraphs are. */
enum docx_class { DOCX_PLAIN, DOCX_HEADING, DOCX_CAPTION, DOCX_QUOTE, DOCX_CODE, DOCX_TOC, DOCX_LIST,
	DOCX_GOES_ON };                                /* a further paragraph of an item */

struct docx_style {
	const char *id, *name;
	const struct mk *at;
	struct docx_style *based;                      /* NULL: none, or it would run in a circle */
	enum docx_class is;
	int outline;                                   /* 0 to 8; -1: none */
	const char *num_id;                            /* its list; NULL: none */
	int num_level;                                 /* -1: unsaid */
	unsigned marks;                                /* bold, italic … of its runs */
	unsigned unmarks;                              /* what it says they are not */
	bool shaded;                                   /* it has a ground of its own */
	float size;                                    /* points; 0: unsaid */
};
struct docx_styles;
struct docx_numbers;

/* A field that began and did not end yet. */
struct docx_field {
	struct buf instruction;
	bool result;                                   /* past "separate": what comes is shown */
	struct imp_node *node;                         /* takes what is shown; NULL: goes where the field stands */
	bool toc;
};

/* A part beside the main one. */
struct docx_side { const char *part; const struct mk *root, *rels; };

struct docx {
	struct imp_office_file *o;
	struct imp_flow *f;
	struct mem *m;
	bool shaded;                                   /* the paragraph being read has a ground of its own */
	const char *part;                              /* the part being read */
	const struct mk *rels;                         /* its relations */
	struct docx_styles *styles;
	struct docx_numbers *numbers;
	struct docx_side footnotes, endnotes, comments, comments_more;      /* root NULL: none */
	const char **open_notes; size_t nopen, capopen;      /* being read, against circles; and all that were */
	struct imp_index used;
	struct docx_field *fields; size_t nfields, capfields;
	const struct mk **unended; size_t nunended, capunended;      /* begins of fields without an end, by address */
	const char **unseen; size_t nunseen, capunseen;        /* texts in instructions of fields */
	struct imp_node *aside;                        /* boxes of the paragraph being read, until it is done */
	bool page_break;                               /* one stood in the paragraph being read */
	struct imp_node *joined;     /* the paragraph whose mark was deleted, the next one goes on in it; NULL: none */
	enum imp_change row_change;                    /* of the table row being read; 0: none */
	const struct mk *row_mark;
	int page, block, chunk_depth;
	const char *lang;                              /* of the document; NULL: unsaid */
};

/* docxstyle.c */
struct docx_styles *docx_styles_read(struct mem *, const struct mk *styles);        /* NULL: no such part */
const struct docx_style *docx_style(const struct docx_styles *, const char *id);     /* never NULL */
const struct docx_style *docx_style_default(const struct docx_styles *);
const char *docx_style_lang(const struct docx_styles *);
bool docx_is_shaded(const struct mk *pr);          /* has a ground that white letters stand out from */
unsigned docx_marks(const struct mk *rpr, unsigned marks);     /* as run properties change them */

/* docxnumber.c */
struct docx_numbers *docx_numbers_read(struct mem *, const struct mk *numbering);
/* Counts one paragraph of the list on; its label, "" for none. NULL: there is no such list. */
const char *docx_number(struct docx_numbers *, const char *num_id, int level);
/* The level of the list that is made for a style; -1: none is. */
int docx_number_level(const struct docx_numbers *, const char *num_id, const char *style_id);

/* docxbody.c: blocks */
void docx_blocks(struct docx *, const struct mk *parent, struct imp_node *to);
/* The blocks of another part, with no field open and its own relations. */
void docx_side_blocks(struct docx *, const struct docx_side *, const struct mk *parent, struct imp_node *to);
/* docxtable.c */
void docx_table(struct docx *, const struct mk *, struct imp_node *to);
/* docxrun.c: what stands in lines; transparent to all it does not know */
void docx_inlines(struct docx *, const struct mk *parent, struct imp_node *to, unsigned marks);
struct imp_node *docx_in_fields(struct docx *, struct imp_node *to);        /* a new paragraph goes on in open fields */
bool docx_in_toc(const struct docx *);
/* Before a body or note is read: a field that begins in it and never ends is none, or all behind it was instruction. */
void docx_fields_unended(struct docx *, const struct mk *story);
struct imp_node *docx_change(struct docx *, struct imp_node *to, enum imp_change, const struct mk *mark);
/* docxinstr.c: instructions of fields */
char *docx_instr_word(struct mem *, const char **s);       /* the next one, in quotes or not; NULL: no more */
bool docx_is_kind(const char *instruction, const char *kind);
bool docx_is_toc(const char *instruction);
size_t docx_instr_length(const char *instruction);         /* as much as is kept of it */
void docx_instr_bare(struct docx *, const char *instruction, struct imp_node *to);     /* a field without a result */
void docx_instr_unseen(struct docx *, const char *instruction);    /* keeps what nobody sees of it, to be told */
void docx_instr_tell(struct docx *);
/* docxbody.c: foot- and endnotes, comments */
void docx_note(struct docx *, const struct mk *reference, struct imp_node *to, bool endnote);
void docx_comment(struct docx *, const char *id, struct imp_node *to);
void docx_comments_left(struct docx *, struct imp_node *to);      /* those without a mark in the text */
void docx_notes_left(struct docx *);                              /* told */
/* docxshape.c: pictures, text boxes, diagrams, charts */
void docx_shape(struct docx *, const struct mk *, struct imp_node *to);
const struct mk *docx_alternate(const struct mk *);       /* of mc:AlternateContent the one to read; NULL: none */

#endif
