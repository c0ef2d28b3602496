/* item.c: the list that is walked by the formats, the parts of the file. */
#include "docx/item.h"

struct dox_item *dox_add(struct dox *d, enum dox_kind kind)
{
	MEM_ROOM(d->items, d->nitems, d->capitems);
	d->items[d->nitems] = (struct dox_item){.kind = (uint8_t)kind};
	return &d->items[d->nitems++];
}

void dox_end(struct dox *d, enum dox_kind kind)
{
	dox_add(d, kind)->end = true;
}

bool dox_is(const struct dox_item *i, enum dox_kind kind, bool end)
{
	return i->kind == kind && i->end == end;
}

void dox_part(struct dox_parts *p, const char *name, struct buf *b)
{
	const size_t n = b->len;
	MEM_ROOM_IN(p->mem, p->at, p->n, p->cap);
	p->at[p->n++] = (struct dox_partfile){mem_dup(p->mem, name), buf_take(b, p->mem), n, false};
}

void dox_store_last(struct dox_parts *p)
{
	p->at[p->n - 1].stored = true;
}
