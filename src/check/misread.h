/* misread.h: inside the room: text that was read in another encoding. */
#ifndef CHECK_MISREAD_H
#define CHECK_MISREAD_H
#include <stdbool.h>

#include "base/mem.h"

/* The end of the signs at p that stand for bytes of one character; NULL: they are what they seem. start: of the
 * text. */
const char *chk_misread(const char *start, const char *p, const char *end);
/* The character at p is what is left of one that was misread; which one nobody knows. */
bool chk_half_read(const char *start, const char *p, const char *end);
/* p to q as it was meant, however often it was misread. */
const char *chk_meant(struct mem *, const char *p, const char *q);

#endif
