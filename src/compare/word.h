/* word.h: inside the room: a text as words, and what belongs together of two rows of numbers. */
#ifndef COMPARE_WORD_H
#define COMPARE_WORD_H
#include "compare/cmp.h"

struct cmp_keys;                                   /* words to numbers: equal words have equal numbers, from 0 */
struct cmp_keys *cmp_keys_new(void);
void cmp_keys_free(struct cmp_keys *);
int32_t cmp_key(struct cmp_keys *, const char *, size_t);

enum { WORD_PLAIN, WORD_MARK, WORD_BORDER };       /* MARK: punctuation; BORDER: CMP_PARA, CMP_CELL */
struct word { uint32_t at, len; int32_t key; uint8_t kind; };
struct words { struct word *v; uint32_t n, cap; };
void cmp_split(struct words *, struct cmp_keys *, const char *text, size_t n);   /* appends */

/* lcs.c: the longest run of pairs a[i] == b[j] that rises on both sides: match[i] = j or -1. Beyond a bound of
 * differences only values that are alone on both sides hold the rest together, so that the cost stays linear. */
void cmp_lcs(const int32_t *a, uint32_t na, const int32_t *b, uint32_t nb, int32_t *match);
/* keep[i]: v[i] is part of the longest rising subsequence; v[i] < 0 is passed over. */
void cmp_rising(const int32_t *v, uint32_t n, bool *keep);

#endif
