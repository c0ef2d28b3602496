/* scan.h: inside the room: a document's texts, and their tokens, each handed to the rules that listen to its class. */
#ifndef CHECK_SCAN_H
#define CHECK_SCAN_H
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"

struct chk;
struct doc_node;
struct store;

enum chk_class {                                       /* of tokens; a rule names several as a mask of 1 << class */
	T_OTHER, T_BLANK, T_WORD, T_NUMBER,            /* number: digits, and . , : between digits */
	T_STOP,                                        /* . , ; : ! ? … */
	T_QUOTE,                                       /* all quotation marks, apostrophes, accents */
	T_BRACKET, T_DASH,                             /* ( ) [ ]; - – — */
	T_SIGN,                                        /* § % € / * _ ° and the like */
	T_OBJECT,                          /* stands for inline code, a reference, a word in another language: U+FFFC */
	T_END,                                         /* once, at the end of the text */
	T_MAX
};
#define ON(class) (1u << T_##class)

/* The text of one paragraph, cell, title …, its inline elements melted in; the unit of all typography. */
struct chk_text {
	const char *s, *end;                           /* UTF-8, blanks folded; *end is NUL */
	const struct doc_node *block;                  /* the element it belongs to */
	const struct chk_piece { size_t at; const struct doc_node *node; } *piece;
	size_t npieces;                                /* at least one; where in the text each node begins */
	unsigned seen;                                 /* classes that occurred; complete at T_END */
	bool attr;                                     /* an attribute's value */
};
/* where that character stands; offset: in the node's own text */
const struct doc_node *chk_node_at(const struct chk_text *, const char *at, size_t *offset);
size_t chk_piece_from(const struct chk_text *, const char *at);                        /* the first from there on */

struct chk_tok { const char *p, *q; enum chk_class class; };
typedef void chk_text_rule(struct chk *, const struct chk_text *, const struct chk_tok *);
/* By the words alone: of the text it gets s and end, all else is empty. */
typedef bool chk_text_screen(const struct chk_text *, const struct chk_tok *);

enum { SCAN_RULES = 16 };                          /* rules listening to one class, at most */
struct chk_scan {
	struct chk_listener { chk_text_rule *rule; chk_text_screen *may; } at[T_MAX][SCAN_RULES]; int n[T_MAX];
	struct store *kept;                            /* of this scan's listeners alone; NULL: nothing is kept */
	struct buf heard;
};

/* To the classes of on; rule NULL: nothing. may NULL: every token of them. */
void chk_listen(struct chk_scan *, chk_text_rule *, chk_text_screen *may, unsigned on);
void chk_scan_end(struct chk_scan *);
void chk_texts(struct chk *, struct chk_scan *);                               /* texts.c: all texts of the document */
void chk_scan(struct chk *, struct chk_scan *, struct chk_text *);             /* scan.c: one */

/* ---- characters and words ---- */

enum chk_class chk_class_at(const char *p);        /* at the start of a character */
const char *chk_after(const char *p);              /* behind the character at p */
const char *chk_before(const struct chk_text *, const char *p);  /* the character before p, or NULL at the start */
bool chk_is_word(unsigned char);                   /* a byte of a word */

/* Does one of the words stand between the blanks around p? NULL ends the list. */
bool chk_run_has(const char *start, const char *p, const char *end, const char *const *words);

/* Blanks between two things: 0 none, 1 breaking, 2 no-break; *p moves behind, or before when looking back. */
int chk_gap(const char **p);
int chk_gap_back(const struct chk_text *, const char **p);
/* The word that ends at p: its start, or p if none. */
const char *chk_word_back(const struct chk_text *, const char *p);
const char *chk_word_end(const char *p);
const char *chk_number_end(const char *p);          /* digits, and . , : between them */
static inline bool chk_is(const char *p, const char *q, const char *word)     /* p to q is exactly word */
{
	size_t n = (size_t)(q - p);
	return !strncmp(p, word, n) && !word[n];
}
bool chk_among(const char *p, const char *q, const char *const *words);    /* it is one of them; NULL ends the list */
/* The same in any case of letters, soft hyphens left out; words in small letters. */
bool chk_is_any(const char *p, const char *q, const char *word);
const char *chk_begins_any(const char *p, const char *q, const char *word);    /* behind word; NULL: it does not */
bool chk_among_any(const char *p, const char *q, const char *const *words);
bool chk_follows(const struct chk_text *, const char *p, const char *const *words);  /* one of them, a blank, then p */
static inline bool chk_starts(const char *p, const char *prefix)
{
	return !strncmp(p, prefix, strlen(prefix));
}
/* p to q; what stands for something else is shown as left out. */
const char *chk_shown(struct chk *, const char *p, const char *q);
/* p to q widened to whole words, shortened */
const char *chk_quote(struct chk *, const struct chk_text *, const char *p, const char *q);

#endif
