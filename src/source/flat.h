/* flat.h: one element as a flat row of what counts in it: tags, words, places where words are apart. What only lies
 * between them (indents, line ends, comments) belongs to what follows it. Two rows can be compared, and the bytes of
 * one be kept where the other says the same. */
#ifndef SOURCE_FLAT_H
#define SOURCE_FLAT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

enum flat_kind {
	FLAT_OPEN,
	FLAT_EMPTY,                                    /* start and end tag with nothing in between */
	FLAT_CLOSE,
	FLAT_WORD,                                     /* text without white space, or a CDATA section */
	FLAT_WHOLE                                     /* an element that is compared as one: see flat_read */
};

struct flat {
	uint8_t kind;
	bool gap;                                      /* white space before it that counts */
	bool apart;                                    /* begins a line of its own: not in running text */
	int depth;                                     /* elements around it */
	size_t lead, from, to;                         /* lead … from: what lies before it and does not count */
	uint64_t tag;                                  /* the element's name, whatever it holds */
	uint64_t name;                                 /* what it is, without attributes other than id */
	uint64_t full;                                 /* what it is */
};

struct flats { const char *data; size_t size; struct flat *all; size_t n, cap; };

/* Two values as a parser hands them on: entities resolved. */
bool flat_same_text(const char *a, size_t na, const char *b, size_t nb);
/* Of well-formed XML. coarse: a paragraph, a cell … is one WHOLE, whatever stands in it; else only quoted source is. */
void flat_read(struct mem *, const char *data, size_t size, bool coarse, struct flats *);
/* For each of a the one of b that is the same, -1: none; both rise. full: attributes count. In m. */
int32_t *flat_match(struct mem *, const struct flats *a, const struct flats *b, bool full);
/* The bytes of old with its children in the order of now, where they are the same ones; comments go with them. False:
 * they are in that order. */
bool flat_reorder(struct mem *, const struct flats *old, const struct flats *now, struct buf *out);

#endif
