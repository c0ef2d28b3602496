/* decode.h: signs of symbol fonts, base64. */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H
#include <stddef.h>

#include "base/buf.h"

/* Of a Windows symbol font: the sign a private code (0xF000 to 0xF0FF) or a low one stands for; 0: unknown. */
unsigned imp_symbol(const char *font, unsigned code);
void imp_base64(struct buf *, const char *, size_t);        /* signs that do not belong to it are passed over */

#endif
