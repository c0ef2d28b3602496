/* decode.h: text of others, in whatever encoding, to UTF-8. */
#ifndef BASE_DECODE_H
#define BASE_DECODE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/* UTF-8, UTF-16 with or without its mark, else Windows-1252; *encoding names which ("UTF-8", "UTF-16", "Windows-1252").
 * NUL-terminated, *n bytes without a mark; bytes of control stay. */
const char *decode_text(struct mem *, const char *data, size_t *n, const char **encoding);
bool decode_is_utf16(const char *data, size_t n);

#endif
