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
	const char *by_hand;                           /* why it is not applied by us; NULL: it can be */
	bool there;                                    /* the remark stands in the source already */
};
struct imp_answers { struct imp_proposal *at; size_t n, cap; };

/* Adds what one answer proposes. Its strings lie in the flow's arena. */
void imp_answer(struct imp_answers *, struct mem *, const struct imp_flow *, const char *name, const struct spots *);
/* In the order of the source; the same proposal of several people is one. */
void imp_answers_sort(struct imp_answers *, struct mem *);

#endif
