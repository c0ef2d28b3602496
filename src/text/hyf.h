/* hyf.h: hyphenation tables. hyfmake writes what libhyphen has read from a dictionary as one flat file; it is mapped
 * and walked as it lies there, so that opening costs nothing per state. Break positions are those of
 * hnj_hyphen_hyphenate2 (without its changes of spelling: such a place is none). */
#ifndef TEXT_HYF_H
#define TEXT_HYF_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/mem.h"

enum { HYF_WORD = 128,                             /* longest word looked at, in letters */
       HYF_NO = 16, HYF_NONE = 0xFFFF };
#define HYF_MAGIC "RSHYF5\r\n"

struct hyf_state {                                     /* 8 bytes: what a walk costs is cache lines */
	uint64_t first : 20,                               /* of its children, sorted by label; 0: none */
	         fallback : 20,                            /* of the root: none */
	         match : 15,                               /* in the pool; 0: not the end of a pattern */
	         more : 1,                                 /* another child of the same state follows */
	         label : 8;
};
enum { HYF_STATES = 1 << 20, HYF_POOL = 1 << 15 };     /* less than */

/* The states of a chain lie side by side, so that a walk stays in few cache lines. root: child of state 0 by byte, 0:
 * none. pool: length (distance of the first digit from the end), count of digits, 1 if spelling changes, digits. */
struct hyf_level {
	uint32_t nstates, npool, states, pool;             /* states and pool: offsets in the file */
	uint32_t root[256];
};

struct hyf_head {
	char magic[8];
	uint32_t order, size;                              /* 0x01020304 as written; size of the file */
	uint32_t utf8, left_min, right_min, joint_left_min, joint_right_min;
	char no[HYF_NO];                    /* no break beside these: strings, each with NUL, an empty one at the end */
	uint16_t letter[256];                              /* 8-bit sets: code point of a byte; 0: none */
	struct hyf_level level[2];
};

struct hyf;
struct hyf *hyf_open(const char *path, struct mem *, struct diag *);   /* NULL: message given; memory from the arena */
void hyf_close(struct hyf *);

enum { HYF_SYLLABLE = 1, HYF_JOINT = 2, HYF_COMPOUND = 3 };
/* points[i], i < n: whether a break may follow letter i; a joint is a split of the first level, a compound's one that
 * follows a listed word. Letters may be upper case; n at most HYF_WORD. False: no break at all. */
bool hyf_word(const struct hyf *, const uint32_t *letters, size_t n, uint8_t *points);

#endif
