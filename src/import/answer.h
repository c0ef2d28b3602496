/* answer.h: what colleagues wrote into a document that was sent to them: comments and tracked changes, each with the
 * place in the source it belongs to. */
#ifndef IMPORT_ANSWER_H
#define IMPORT_ANSWER_H
#include "import/flow.h"
#include "import/spots.h"

enum imp_proposed { IMP_REMARK, IMP_REPLACE, IMP_NEW_PARAGRAPH, IMP_DROP_PARAGRAPH };

struct imp_proposal {
	enum imp_proposed is;
	const char *from_file;                         /* the answer it stood in */
	const char *author, *when;                     /* NULL: unsaid */
	const char *others;                            /* who proposed the same besides: "B, C"; NULL: nobody */
	bool done;
	const char *was, *now;  /* text taken away, text put there; a remark's text is now; never NULL */
	const char *around;                            /* some words where it stands */
	const struct spot *spot;                       /* NULL: its place was not found */
	size_t from, to;                               /* bytes of the file that `now` takes the place of */
	const char *value;                             /* of the attribute that stands there; NULL: it is text */
	struct origin origin;                          /* of the paragraph it stands in */
	const char *by_hand;                           /* why it is not applied by us; NULL: it can be */
	bool there;                                    /* the remark stands in the source already */
	bool row;                                      /* not a paragraph, a row of a table */
	bool untracked;                                /* found beside what was sent: nobody marked it */
	size_t rival;                                  /* number of one that wants the same words otherwise; 0: none */
};
struct imp_answers { struct imp_proposal *at; size_t n, cap; };

/* Marks count lines of what was set, an excerpt without remarks and what is not public, or of an older state: those of
 * the flow become lines of the files as they are, by the source that lies in it. */
void imp_align(struct mem *, struct imp_flow *, const struct doc *);
/* Adds what one answer proposes. Its strings lie in the flow's arena. */
void imp_answer(struct imp_answers *, struct mem *, const struct imp_flow *, const char *name, const struct spots *);
/* What was changed without being tracked: the same document as it is sent, and an answer. */
void imp_untracked(struct imp_answers *, struct mem *, const struct imp_flow *sent, const struct imp_flow *,
	const char *name, const struct spots *);
/* In the order of the source; the same proposal of several people is one. */
void imp_answers_sort(struct imp_answers *, struct mem *);

/* ---- paragraphs of an answer (answer.c), for those who look at them too (untracked.c) */

struct imp_piece {                                     /* some text of a paragraph */
	const struct imp_node *change;                 /* NULL: as it was */
	const char *text; size_t n;
	size_t at;                                     /* in the text as it was sent */
	bool field;                                    /* a number or page that programs work out anew */
};
struct imp_remark { const struct imp_node *node; size_t at; };
struct imp_passage {
	struct mem *mem;
	struct buf was;                                /* as it was sent: changes undone */
	struct imp_piece *pieces; size_t npieces, cappieces;
	struct imp_remark *remarks; size_t nremarks, capremarks;
	bool kept;                                     /* some of it was neither put in nor taken out */
	bool changed;                                  /* some was */
	int origins;                                   /* bookmarks in it: several are joined paragraphs */
	struct origin origin;                          /* what the first says; line 0: nothing */
};
/* The next paragraph after n (NULL: the first), none of comments; generated: also of contents and running heads. */
const struct imp_node *imp_passage_next(const struct imp_flow *, const struct imp_node *n, bool generated);
/* Its words without fields, as it was sent, or with what was changed since. */
void imp_passage_words(const struct imp_passage *, bool changed, struct buf *);
void imp_passage_read(struct imp_passage *, struct mem *, const struct imp_node *para);
/* Where the words from, to of the passage stand in the source: into the proposal. */
void imp_place(struct imp_proposal *, const struct spots *, const struct imp_passage *, size_t from, size_t to);
struct imp_proposal *imp_propose(struct imp_answers *, struct mem *, enum imp_proposed, const struct imp_node *by);
/* A remark stands where one may: there, at the element the words were made of, at the nearest that takes one. */
void imp_settle_remark(struct imp_proposal *, struct mem *, const struct spots *);
/* The place of a paragraph that is put after known, or (DROP) is known and goes. */
void imp_place_whole(struct imp_proposal *, struct mem *, const struct spots *, const char *known, struct origin);

#endif
