/* umlaut.h: inside the room: umlauts spelled out. */
#ifndef CHECK_UMLAUT_H
#define CHECK_UMLAUT_H
#include "check/rule.h"

/* A word that is never right so, and no name: UMLAUT tells it. */
bool chk_spelled_out(const struct chk_text *, const struct chk_tok *);

#endif
