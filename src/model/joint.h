/* joint.h: where two things in German text belong together, so that no line parts them: a number and its unit, a
 * paragraph and its number, a day and its month, a telephone number, "z. B." (DIN 5008). Said here alone: what is
 * set and what is checked ask. */
#ifndef MODEL_JOINT_H
#define MODEL_JOINT_H
#include <stdbool.h>

struct doc_joint { const char *p, *q; };               /* both things, with what stands between them */

/* Between what ends at g and what begins at h in the text s to end (UTF-8, ended by NUL). g == h: nothing stands there
 * yet; else a blank of any kind. */
bool doc_joins(const char *s, const char *g, const char *h, const char *end, struct doc_joint *);

/* Likewise in text of any language: numbers in groups, with their unit, of a telephone. */
bool doc_joins_digits(const char *s, const char *g, const char *h, const char *end);

#endif
