/* buf.h: a growing byte buffer, always NUL-terminated. */
#ifndef BASE_BUF_H
#define BASE_BUF_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	char *data;      /* NULL until the first byte */
	size_t len, cap;
};

void buf_free(struct buf *);                       /* gives back the bytes; the struct may be used again */
bool buf_same(const struct buf *, const struct buf *);         /* the same bytes */
void buf_clear(struct buf *);                      /* empties it, keeps the memory */
char *buf_reserve(struct buf *, size_t n);    /* room for n more bytes; the place to write them; add n to len oneself */
void buf_put(struct buf *, const void *s, size_t n);
void buf_str(struct buf *, const char *s);
void buf_chr(struct buf *, char c);
/* Nothing where s is empty: brackets, colons and blanks stay with the word they belong to. */
void buf_part(struct buf *, const char *before, const char *s, const char *after);
void buf_fmt(struct buf *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_int(struct buf *, int64_t v);             /* decimal digits */
void buf_milli(struct buf *, int64_t v);           /* thousandths: "12.5" for 12500, "3" for 3000; a len_t in points */
void buf_u8(struct buf *, uint32_t codepoint);     /* as UTF-8 */
void buf_base64(struct buf *, const char *data, size_t n);             /* RFC 4648 §4, with its "=" */

struct mem;
char *buf_take(struct buf *, struct mem *);        /* its bytes as a C string of the arena ("" when empty); frees it */
/* The same; of an empty one nothing is left, and it is none. */
const char *buf_take_or(struct buf *, struct mem *, const char *none);
/* One line of s without control characters, doubled or outer blanks, as it goes into tables and messages of others; ""
 * for NULL. */
char *buf_line(struct mem *, const char *s);

#endif
