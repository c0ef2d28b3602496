/* pack.h: values as bytes for another process of this program: not for files, the form is this machine's. */
#ifndef BASE_PACK_H
#define BASE_PACK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

void pack_int(struct buf *, int64_t);
void pack_bytes(struct buf *, const void *, size_t n);
void pack_str(struct buf *, const char *);             /* NULL stays NULL */

struct unpack { const char *at, *end; };               /* what is not there reads as 0 or NULL */
int64_t unpack_int(struct unpack *);
const char *unpack_bytes(struct unpack *, size_t *n);  /* borrowed */
char *unpack_str(struct unpack *, struct mem *);

#endif
