/* address.h: web and mail addresses and file names, which are never hyphenated. */
#ifndef TEXT_ADDRESS_H
#define TEXT_ADDRESS_H
#include <stdbool.h>
#include <stddef.h>

bool address_is(const char *s, size_t n);
/* Whether a line may end before byte i, 0 < i < n, without a hyphen; quality 1 or 2, 0: no. */
int address_break(const char *s, size_t n, size_t i);

#endif
