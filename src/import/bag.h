/* bag.h: words counted apart from their order. A word is a run of letters and digits; soft hyphens do not count. Two
 * bags are held against each other: what one has and the other lacks was lost, or stands twice. */
#ifndef IMPORT_BAG_H
#define IMPORT_BAG_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "import/index.h"

struct bag {
	struct mem *mem;
	const char **words;                            /* each kept once, however often it stands here */
	size_t n, cap;
	struct imp_index kept;
};

bool bag_is_word(uint32_t c);                      /* a letter or digit */
const char *bag_ligature(uint32_t c);              /* the letters that a typesetter drew as one sign ("ﬁ"); NULL */
uint32_t bag_small(uint32_t c, bool low);          /* a digit, plus or minus, raised or lowered; 0: none */
size_t bag_count(const char *text);                /* words in it */
void bag_add(struct bag *, const char *text);
void bag_sort(struct bag *);
/* Of two sorted bags the words that the first has and the second lacks, each time it lacks them; at most `most`. */
struct bag bag_missing(const struct bag *has, const struct bag *lacks, size_t most);

#endif
