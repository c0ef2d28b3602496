/* put.h: inside the room: text into the open paragraph (c->o.text), as part of the open element (c->o.owner). */
#ifndef COMPOSE_PUT_H
#define COMPOSE_PUT_H
#include "compose/state.h"

/* how text differs from its style; added up */
enum {
	COM_BOLD = 1,
	COM_ITALIC = 2,
	COM_ACCENT = 4,
	COM_RAISED = 8,
	COM_FIXED = 16,
	COM_GREY = 32,
	COM_REGULAR = 64,
	COM_WHITE = 128,
	COM_INSERTED = 256,
	COM_DELETED = 512,
	COM_MOVED = 1024,
	COM_NO_BAR = 2048,
	COM_LATIN = 4096,
	COM_NASKH = 8192,
	COM_SIGN = 16384                               /* the word of a mark: small, but so that it can be read */
};
const struct sty_char *com_char(struct com *, const struct sty_char *base, int flags);   /* the same for the same */

struct blk_seg *com_put(struct com *, const char *s);                          /* generated text; s must last */
struct blk_seg *com_put_part(struct com *, const struct sty_char *, const char *s, size_t n);
struct blk_seg *com_put_char(struct com *, const struct sty_char *, const char *s);
struct blk_seg *com_fmt(struct com *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct blk_seg *com_special(struct com *, enum blk_seg_kind, int flags);       /* break, tab, space */
void com_end_text(struct com *);                                               /* trims and closes the open paragraph */

/* The mark of a list item or note: the next paragraph begins with it, its text stands in by tab. */
void com_set_label(struct com *, struct block *label, const char *mark, len_t tab);
void com_label(struct com *);                            /* puts the label, if any, at the head of the open paragraph */

/* Strings in the tree's memory. */
const char *com_plain(struct com *, const struct doc_node *);                  /* the node's text; NULL: "" */
/* " (Entwurf)"; "" where s is empty */
const char *com_part(struct com *, const char *before, const char *s, const char *after);
const char *com_as_draft(struct com *, const char *title);                      /* "Satzung (Entwurf)" */
const char *com_clock(struct com *, const char *hhmm);                          /* "17:20 Uhr" */
const char *com_colon(struct com *, const char *word);       /* the town's word with one colon; "" stays */
const char *com_as_first(struct com *, const char *word);                          /* "Ungültig" */
/* without soft hyphens, for what is no text of a page: metadata, bookmarks */
const char *com_unbroken(struct com *, const char *s);
const char *com_on_a_line(struct com *, const char *s);           /* "Ö 4", a telephone number: it breaks at no blank */
const char *com_from(struct com *, struct buf *);                 /* the buffer's text, which is emptied and freed */
/* "Stand: Mai 2020"; the text alone where the town's word is empty */
const char *com_told(struct com *, const char *word, const char *text);
const char *com_called(struct com *, const char *word, const char *number);  /* "Tabelle 3"; without a word: "3" */
const char *com_numbered(struct com *, const char *number, const char *text);  /* "2.1 Title"; number NULL: text */

#endif
