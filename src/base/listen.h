/* listen.h: a socket that waits for calls. */
#ifndef BASE_LISTEN_H
#define BASE_LISTEN_H

/* Listening already. address: a name or number; *port 0: any free one; it holds the chosen one afterwards. -1: *why
 * says it, borrowed. */
int listen_on(const char *address, int *port, const char **why);

#endif
