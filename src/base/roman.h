/* roman.h: Roman numbers, for pages, notes and lists. */
#ifndef BASE_ROMAN_H
#define BASE_ROMAN_H
#include <stdbool.h>

enum { ROMAN_MOST = 9999, ROMAN_ROOM = 24 };

/* 1 to ROMAN_MOST: "iv", or "IV"; thousands are as many m as it takes. */
void roman_put(char out[ROMAN_ROOM], unsigned n, bool upper);

#endif
