/* syntax.h: PDF notation put into a buffer: numbers without floating point, strings, references. */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/len.h"

char *pdf_digits(char *p, uint64_t v);             /* decimal digits at p; the place behind them; up to 20 bytes */
char *pdf_centi(char *p, int64_t v);               /* v/100 with at most two decimals: 1250 -> "12.5" */
/* milli-points to 1/100 pt */
static inline int32_t pdf_to_centi(len_t v)
{
	return (int32_t)(v >= 0 ? ((int64_t)v + 5) / 10 : -((5 - (int64_t)v) / 10));
}

void pdf_put_uint(struct buf *, uint64_t v);
void pdf_put_hex(struct buf *, unsigned v, int digits);                /* at most eight digits */
void pdf_put_len(struct buf *, len_t v);           /* in points, then a blank */
void pdf_put_rgb(struct buf *, uint32_t rgb);      /* 0xRRGGBB: three shares of 1, each followed by a blank */
void pdf_put_ref(struct buf *, uint32_t num);      /* "12 0 R" */
void pdf_put_entry(struct buf *, const char *key, uint32_t num);       /* "/Key 12 0 R"; key: "/Key " */
void pdf_put_name(struct buf *, const char *);     /* "/text#2Fxml" */
void pdf_put_text(struct buf *, const char *utf8, size_t n);   /* text string: literal if ASCII, else UTF-16BE in hex */
void pdf_put_bytes(struct buf *, const void *, size_t n);      /* byte string in hex */
void pdf_put_utf16(struct buf *, const char *utf8, size_t n);  /* hex digits of UTF-16BE without brackets */

#endif
