/* htmlparts.h: what the files of the HTML reader share. */
#ifndef IMPORT_HTMLPARTS_H
#define IMPORT_HTMLPARTS_H
#include "import/flow.h"
#include "import/index.h"
#include "import/markup.h"

struct htm_note { const char *id; const struct mk *at; bool open, used; const char *sign; size_t nsign; };

struct html {
	struct imp_flow *f;
	const struct mk *root;
	struct imp_node *block;                        /* takes paragraphs */
	struct imp_node *para, *line;                  /* being filled; line: the inline node in it; NULL: none */
	bool space, begun;                             /* white space is owed; the line holds something */
	const char *lang, *style;                      /* NULL: as the document, none */
	int at, depth;                                 /* line of the source; lists around */
	const struct mk *label;                        /* of a list's paragraph as Word wrote it: no text */
	struct htm_note *notes; size_t nnotes, capnotes;
	struct imp_node *back;                         /* words of links from notes to their marks; NULL: none yet */
	struct imp_index hidden;                       /* ".class", "#id" that rules of the page hide */
	struct imp_index named, notes_at, notes_called;      /* elements; notes by element, by mark */
};

void htm_children(struct html *, const struct mk *, unsigned marks);
void htm_end_line(struct html *);

/* htmllist.c */
void htm_list(struct html *, const struct mk *, unsigned marks);
void htm_item(struct html *, const struct mk *li, unsigned marks, const char *label);
bool htm_word_item(struct html *, const struct mk *p, unsigned marks);     /* false: it is no paragraph of a list */
bool htm_is_label(const struct html *, const struct mk *);
/* htmlstyle.c */
void htm_read_styles(struct html *);
bool htm_is_hidden(const struct html *, const struct mk *);
/* htmlrole.c */
void htm_read_roles(struct mk *root);
/* htmltable.c */
void htm_table(struct html *, const struct mk *, unsigned marks);
/* htmlnote.c: footnotes as Word, LibreOffice and pandoc write them: a link to an element that holds the note */
void htm_find_notes(struct html *);
const struct mk *htm_note_of(const struct html *, const struct mk *a);     /* NULL: no mark of a note */
void htm_note(struct html *, const struct mk *note, struct imp_node *to);
void htm_notes_left(struct html *);               /* whose marks were never met: at the end */
bool htm_is_note(const struct html *, const struct mk *);         /* this element was, or will be, read at its mark */
bool htm_leads_back(const struct html *, const struct mk *a);   /* from a note to its mark */
void htm_drop_back(struct html *, const struct mk *a);     /* what that shows, kept apart for the account */

#endif
