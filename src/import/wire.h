/* wire.h: a flow as bytes, from the confined child to us. Whoever reads them trusts nothing in them. */
#ifndef IMPORT_WIRE_H
#define IMPORT_WIRE_H
#include "import/flow.h"

/* Neighbouring texts that look alike become one. */
void imp_pack(const struct imp_flow *, struct buf *);
/* NULL: the bytes are no flow. What it returns borrows the bytes of pictures. */
struct imp_flow *imp_unpack(struct mem *, const char *data, size_t n);

#endif
