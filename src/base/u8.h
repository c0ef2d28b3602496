/* u8.h: UTF-8. */
#ifndef BASE_U8_H
#define BASE_U8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

uint32_t u8_get_long(const char **s, const char *end);                 /* u8_get's way for all but ASCII */
/* next code point, moves *s; U+FFFD for a broken byte (one byte further) */
static inline uint32_t u8_get(const char **s, const char *end)
{
	return (unsigned char)**s < 0x80 ? (unsigned char)*(*s)++ : u8_get_long(s, end);
}
size_t u8_put(char out[4], uint32_t cp);           /* number of bytes written */
size_t u8_plain(const char *s, const char *end);   /* how many letters and digits of ASCII stand there */
size_t u8_count(const char *s, size_t n);          /* code points in n bytes */
bool u8_valid(const char *s, size_t n);
/* Is cp in one of the n ranges? They rise and do not overlap. */
struct u8_range { uint32_t first, last; };
bool u8_in(const struct u8_range *, size_t n, uint32_t cp);
bool u8_is_letter(uint32_t cp);          /* Latin, Greek, Cyrillic, Hebrew, Arabic letters; independent of the locale */
bool u8_is_digit(uint32_t cp);                     /* 0 to 9 only */
bool u8_is_space(uint32_t cp);                   /* breaking white space: blank, tab, line breaks; not U+00A0, U+202F */
uint32_t u8_lower(uint32_t cp);                    /* simple lower case of the same scripts */
/* order of a German index (DIN 5007-1): ä as a, ß as ss, signs and case only where all else is equal */
int u8_collate(const char *a, const char *b);

#endif
