/* autolink.h: inside the room: mail and web addresses in text. */
#ifndef COMPOSE_AUTOLINK_H
#define COMPOSE_AUTOLINK_H
#include "compose/state.h"

struct com_autolink {
	size_t at, len;                                /* bytes before it, and its own */
	const char *scheme;                            /* what its link has before it: "mailto:", "https://" or "" */
};

/* the first one in s; false: there is none */
bool com_find_autolink(const char *s, size_t n, struct com_autolink *);
/* bytes of the one that begins at s; 0: none does */
size_t com_address_at(const char *s, size_t n);
/* opens a Link to it; the caller pushes and pops; s: where it begins */
void com_open_autolink(struct com *, const struct doc_node *, const char *s, const struct com_autolink *);

#endif
