/* decode.h: bytes of others to UTF-8. */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"

/* UTF-8, UTF-16 with or without its mark, else Windows-1252; *encoding names which ("UTF-8", "UTF-16", "Windows-1252").
 * NUL-terminated, *n bytes without a mark; bytes of control stay. */
const char *imp_decode(struct mem *, const char *data, size_t *n, const char **encoding);
bool imp_is_utf16(const char *data, size_t n);
/* Of a Windows symbol font: the sign a private code (0xF000 to 0xF0FF) or a low one stands for; 0: unknown. */
unsigned imp_symbol(const char *font, unsigned code);
void imp_base64(struct buf *, const char *, size_t);        /* signs that do not belong to it are passed over */

#endif
