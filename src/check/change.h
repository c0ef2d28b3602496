/* change.h: inside the room: words that say how a number changed. */
#ifndef CHECK_CHANGE_H
#define CHECK_CHANGE_H
#include <stdbool.h>

/* In hundredths of what it was: "verdoppelt" is 200. What a word leaves open is a range, most 0 or least 0: no end. */
struct chk_change { const char *word; int least, most; };
/* The one such word between p and q; NULL: none, or several. */
const struct chk_change *chk_change_said(const char *p, const char *q);
bool chk_change_any(const char *p, const char *q);         /* one or several */
static inline bool chk_rises(const struct chk_change *c) { return c->most == 0; }
static inline bool chk_falls(const struct chk_change *c) { return c->least == 0; }

/* 1: it tells that something came on top, -1: that something fell away; *at the word that says so. 0: neither,
 * or both. Of plans nothing is said. */
int chk_on_top_or_gone(const char *from, const char *to, const char **at);

#endif
