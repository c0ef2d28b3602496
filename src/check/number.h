/* number.h: inside the room: a number as people write it. */
#ifndef CHECK_NUMBER_H
#define CHECK_NUMBER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct chk_number { int64_t v; int decimals; bool ok, percent; };              /* v in units of 10^-decimals */
struct chk_number chk_number(const char *);        /* "45,5", "1.234 Euro", "12 Prozent"; not ok: something else */
int64_t chk_scaled(struct chk_number, int decimals);
/* "100,15", of units of 10^-4, in which sums are kept */
enum { CHK_DECIMALS = 4 };
const char *chk_printed(struct mem *, int64_t units);
/* What a word of n bytes names, in any case: "zwölf", "zweitausendsiebzehn", below a million; 0: none, and "eins". */
int chk_number_word(const char *, size_t n);

#endif
