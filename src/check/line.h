/* line.h: inside the room: from a text to the bytes of the file it was read from. */
#ifndef CHECK_LINE_H
#define CHECK_LINE_H
#include "check/rule.h"

/* Where the line of the node begins; NULL: not known. */
const char *chk_line_start(struct chk *, const struct doc_node *);
/* The place in the file where s has come to, from r on; NULL: the file says something else. line counts on. */
const char *chk_follow(const char *r, const char *end, const char *s, const char *to, int *line);
/* The first node in document order that stands on its line, from there to the node nothing else does; found in all
 * together once through the document when asked in its order. */
const struct doc_node *chk_line_first(struct chk *, const struct doc_node *);
/* tell.c: of the finding told last, if it was of this file */
void chk_keep_answer(struct chk *, const struct doc_node *, const struct diag_answer *);

#endif
