/* spots.h: the running text of source files, each byte of it with its place in the file: where a change that somebody
 * made elsewhere belongs. */
#ifndef IMPORT_SPOTS_H
#define IMPORT_SPOTS_H
#include "base/origin.h"
#include "model/doc.h"

struct spot {  /* an element that holds text of its own: <absatz>, <punkt>, <titel> … */
	const struct doc_file *file;
	const char *name;                              /* of the element */
	size_t from, to;                               /* the element in the file, tags too */
	int line, last;                                /* of its start tag: where it begins and ends */
	char *text;  /* without elements that are generated or for the house; blanks folded */
	size_t len;
	const size_t *at;  /* of each byte of text: where its character begins in the file */
	const size_t *past;                            /* … and ends */
};
struct spots {
	struct spot *at; size_t n, cap;
	/* start tags, without text: for what is said in attributes */
	struct spot_tag { struct spot spot; size_t parent; } *tags;    /* parent: its number + 1; 0: none */
	size_t ntags, captags;
};

struct spots imp_spots(struct mem *, const struct doc *);
/* Where left, middle and right stand one after the other, in exactly one spot, once; of several, in the one nearest to
 * where the paragraph came from (line 0: not known). start: of the middle, in spot->text. How many places there are: 1
 * is found, 0 none, more: too many. */
int imp_spot_find(const struct spots *, const char *const parts[3], struct origin, const struct spot **, size_t *start);
/* The element with text at that line, or the nearest to it in that file; NULL: the line is not known. */
const struct spot *imp_spot_at(const struct spots *, struct origin);
/* The same, or where a remark on it may stand: the nearest element in its file that takes one amid its text. */
const struct spot *imp_spot_remark(struct mem *, const struct spots *, const struct spot *);
/* Text of others as spots have it: blanks folded, no soft hyphens. */
char *imp_spot_text(struct mem *, const char *, size_t n);

#endif
