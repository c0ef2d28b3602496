/* language.h: inside the room: language tags (RFC 5646, BCP 47). */
#ifndef SOURCE_LANGUAGE_H
#define SOURCE_LANGUAGE_H
#include <stdbool.h>

/* "de", "zh-Hant", "de-DE-1996", "sr-Cyrl-RS", "de-x-leicht": well formed, of a language there is. */
bool src_language(const char *tag);

#endif
