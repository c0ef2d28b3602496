/* flow.h: what a file of others says, before anyone asks what it means: one tree of neutral nodes, the same whatever
 * the file was (.docx, .odt, HTML, Markdown, plain text, PDF, spreadsheet). Readers build it inside the confined child;
 * meaning (import/sense.h) reads it and puts every word of it somewhere. Everything lies in one arena. */
#ifndef IMPORT_FLOW_H
#define IMPORT_FLOW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"
#include "import/index.h"

enum imp_kind {
	/* blocks: children are blocks or, where said, inlines */
	IMP_DOC,                                       /* the root */
	IMP_HEADING,                                   /* inlines; level from 1 */
	IMP_PARA,                                      /* inlines; also a title or subtitle (style says so) */
	IMP_ITEM,  /* one item of a list: its first child is a IMP_PARA; level from 1 */
	IMP_QUOTE,                                     /* blocks */
	IMP_CODE,                                      /* one IMP_TEXT with its line ends */
	IMP_CAPTION,                                   /* inlines; of the table or picture beside it */
	IMP_TABLE, IMP_ROW, IMP_CELL,                  /* cell: blocks */
	IMP_BOX,  /* a text box, a frame, a shape with text: blocks, where it is anchored */
	IMP_FURNITURE,  /* running head or foot, page number: blocks; dropped by a named rule */
	IMP_TOC,                                       /* a generated list (contents, figures, index): blocks */
	IMP_PAGE,                                      /* a page (or section) ends here; no words */
	/* inlines */
	IMP_TEXT,                                      /* text, marks */
	IMP_LINE, IMP_TAB,                             /* a forced line end, a tab; no words */
	IMP_LINK,  /* inlines; href "https://…", or target: an anchor of this file */
	IMP_ANCHOR,                                    /* target: its name; no words */
	IMP_FIELD,  /* inlines (its shown result); text: its instruction, e.g. "REF _Ref1" */
	IMP_NOTE,                                      /* a foot- or endnote at its mark: blocks */
	IMP_COMMENT,                                   /* a comment at its place: blocks; author, when, done */
	IMP_CHANGE,  /* inlines: a tracked insertion, deletion or move; change, author, when */
	IMP_PICTURE                                    /* name, alt, bytes */
};

enum imp_mark {
	IMP_BOLD = 1, IMP_ITALIC = 2, IMP_UNDERLINE = 4, IMP_STRIKE = 8, IMP_SUPER = 16, IMP_SUB = 32,
	IMP_MONO = 64, IMP_HIDDEN = 128, IMP_RTL = 256,
	IMP_WHITE = 512                                /* or too small to read; its cell or box may show it */
};
enum imp_change { IMP_INSERTED = 1, IMP_DELETED, IMP_MOVED_FROM, IMP_MOVED_TO };

struct imp_node {
	enum imp_kind kind;
	struct imp_node *parent, *first, *last, *prev, *next;
	int level;                                     /* headings, items: from 1; 0 unknown */
	const char *label;                             /* the number or bullet as shown: "2.1", "a)", "•"; NULL none */
	bool typed_label;  /* the label stood in the text and was cut off it: its words count */
	const char *style;  /* name of the paragraph, table or run style, as its author reads it */
	const char *text;                              /* IMP_TEXT, IMP_CODE, IMP_FIELD: NUL-terminated UTF-8 */
	unsigned marks;                                /* enum imp_mark */
	float size;                                    /* of the type in points; 0 unknown */
	/* NULL where unsaid; when: ISO date or date-time */
	const char *lang, *href, *target, *name, *alt, *author, *when;
	bool done;                                     /* a comment that is settled */
	enum imp_change change;
	int rows, cols;                                /* a cell: how many it covers, from 1 */
	bool head;                                     /* a head row; a cell that heads its row or column */
	const char *bytes;                             /* a picture as it was stored; NULL: missing or linked */
	size_t nbytes;
	int line, page;  /* where to look: line of a text, block of a Word file; from 1; 0 unknown */
	const char *rule;                              /* furniture: which drops it; NULL: that of heads and feet */
};

/* Something a reader left out or could not take, by name: "Makro", "externe Beziehung", "verschlüsselt". */
struct imp_loss { const char *what, *where; };

/* Of our own source that lies in the file (base/enclosed.h): a file of it, or a picture that is one of the file's. */
struct imp_enclosed {
	const char *name, *bytes;                      /* bytes NULL: a picture */
	size_t nbytes;
	const char *digest;                            /* of the picture's bytes; NULL else */
};

struct imp_flow {
	struct mem *mem;
	struct imp_node *root;
	const char *format;  /* "docx", "odt", "html", "markdown", "text", "pdf", "xlsx", "ods", "csv" */
	const char *title, *author, *date, *lang;      /* what the file says of itself; NULL unsaid */
	const char *source;  /* of which of our documents it was made: its path; NULL unsaid */
	const char *page_lines;                        /* "pdf": its pages' text, NULL else */
	struct imp_enclosed *enclosed;
	size_t nenclosed, capenclosed;
	const char *seal;                              /* of what it said when it was made; NULL: nothing lies in it */
	const char *refused;  /* why a reader did not take it: the end of a German sentence; NULL else */
	int nested;                                    /* read out of another document: how deep; 0: by itself */
	/* Reads a document that lies in this one; false: it cannot be. NULL: none is read. */
	bool (*read_inner)(struct imp_flow *, const char *name, const char *data, size_t n);
	struct imp_loss *losses;
	size_t nlosses, caplosses;
	struct imp_index lost;                         /* what was told, by its words */
	size_t nodes, again;                           /* added so far; of these only said to stand there again */
	const char **unsure;                           /* parted at a line end, made whole, in no dictionary */
	size_t nunsure, capunsure;
};

struct imp_flow *imp_flow_new(struct mem *);        /* with its root */
/* More than a document of many thousand pages has: as memory that runs out, it ends the child. */
struct imp_node *imp_add(struct imp_flow *, struct imp_node *parent, enum imp_kind);
/* What is said once and counted stands there once more; false: too often in all, which is told. */
bool imp_again(struct imp_flow *);
/* Bytes that are no UTF-8 and control characters become U+FFFD and blanks; NULL when there is nothing to add. */
struct imp_node *imp_add_text(struct imp_flow *, struct imp_node *parent, const char *, size_t, unsigned marks);
/* the next one in reading order below top; NULL: none */
struct imp_node *imp_after(const struct imp_node *, const struct imp_node *top);
bool imp_is_block(enum imp_kind);
void imp_hide(struct imp_node *top);                /* what stands below is not shown in the original */
void imp_cut(struct imp_node *);                    /* takes it and all below it out of the tree */
void imp_move(struct imp_node *, struct imp_node *parent);                  /* to the end of another parent */
void imp_move_before(struct imp_node *, struct imp_node *mark);                 /* beside that one */
void imp_lose(struct imp_flow *, const char *what, const char *where);      /* both copied */

/* Words are what stands between white space and holds a letter or a digit. Below the node, labels that were typed too;
 * changes counted as `deleted` says (a deleted text has words only if it is kept). */
size_t imp_words(const struct imp_node *, bool deleted);
/* The plain text below the node into the buffer: one blank for a tab or line end, a line end after each block below it;
 * without notes, comments and what is deleted. */
void imp_plain(const struct imp_node *, struct buf *);

#endif
