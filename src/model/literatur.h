/* literatur.h: the works of a document's bibliography file, as source read them, and what they are called in notes
 * ("KGSt 2017"). */
#ifndef MODEL_LITERATUR_H
#define MODEL_LITERATUR_H
#include "model/doc.h"

struct doc_werk {
	const char *id, *type;                         /* of CSL: "book", "article-journal", "webpage" … */
	int line;                                      /* in the bibliography file */
	const char *authors;                         /* "Müller, Anna; Schmidt, Jan", or an institution; NULL: unsaid */
	const char *names;                            /* in notes: "Müller und Schmidt", "Müller u. a."; NULL: unsaid */
	/* NULL: unsaid */
	const char *editors, *title, *container, *publisher, *place, *edition, *volume, *issue, *page, *number, *genre,
		*url, *doi;
	const char *lang;                              /* of the title, where it is not German; else NULL */
	int year;                                      /* 0: unsaid */
	struct date accessed;
	/* by doc_finish */
	const char *suffix;                         /* "a", "b" where one author has several works of a year; else "" */
	bool cited;                                    /* by a <beleg> or <ebd> */
};

struct doc_literatur {
	const char *path, *name;                       /* for messages; as named in the document */
	const char *data; size_t size;
	struct doc_werk *werke; size_t n;              /* after doc_finish sorted by author, year, title (DIN 5007) */
	bool good;                                     /* read to its end: what is not in it is missing */
};

const struct doc_werk *doc_werk(const struct doc *, const char *id);           /* NULL: none */
void doc_index_literatur(struct doc *);            /* inside model: sorts, finds suffixes and what is cited */

#endif
