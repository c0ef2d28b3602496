/* rows.c: a table by number, its texts in one piece of memory. It is emptied as a whole. */
#include "oparl/rows.h"

#include <stdlib.h>
#include <string.h>

#include "register/oparl.h"

enum { FIRST = 256, MOST = 16 << 20 };                 /* MOST: bytes of text */

struct opa_rows {
	struct opa_row *table;                         /* open addressing; lfd 0: free */
	size_t n, cap, put;                            /* put: bytes of text that belong to rows */
	uint32_t state;
	struct buf text;
	struct mem *mem;                               /* of list */
	struct opa_list list;                          /* the one asked for last; stem NULL: none */
};

struct opa_rows *opa_rows_new(void)
{
	struct opa_rows *r = mem_alloc(sizeof *r);
	*r = (struct opa_rows){.cap = FIRST, .table = mem_alloc(FIRST * sizeof *r->table), .mem = mem_new()};
	memset(r->table, 0, FIRST * sizeof *r->table);
	return r;
}

void opa_rows_free(struct opa_rows *r)
{
	if (!r)
		return;
	buf_free(&r->text);
	mem_free(r->mem);
	free(r->table);
	free(r);
}

const struct opa_list *opa_rows_list(const struct opa_rows *r, const char *stem)
{
	return r->list.stem && !strcmp(r->list.stem, stem) ? &r->list : NULL;
}

void opa_rows_keep_list(struct opa_rows *r, const struct opa_list *l)
{
	mem_free(r->mem);
	r->mem = mem_new();
	r->list = (struct opa_list){mem_dup(r->mem, l->stem), mem_dup(r->mem, l->ort),
		l->gremium ? mem_dup(r->mem, l->gremium) : NULL, l->newest};
}

/* The row, or the free place where it would be. */
static struct opa_row *place(const struct opa_rows *r, int64_t lfd, bool omit)
{
	size_t i = ((uint64_t)lfd * 2 + omit) * 0x9E3779B97F4A7C15u >> 20;
	while (r->table[i & (r->cap - 1)].lfd &&
		(r->table[i & (r->cap - 1)].lfd != lfd || r->table[i & (r->cap - 1)].omit != omit))
		i++;
	return &r->table[i & (r->cap - 1)];
}

const struct opa_row *opa_rows_find(const struct opa_rows *r, int64_t lfd, bool omit)
{
	const struct opa_row *row = place(r, lfd, omit);
	return row->lfd ? row : NULL;
}

void opa_rows_begin(struct opa_rows *r, uint32_t state)
{
	if (r->state != state || r->put > MOST) {
		memset(r->table, 0, r->cap * sizeof *r->table);
		r->n = r->put = 0;
		r->list.stem = NULL;
	}
	r->state = state;
}

struct buf *opa_rows_text(struct opa_rows *r)
{
	r->text.len = r->put;
	return &r->text;
}

static void grow(struct opa_rows *r)
{
	struct opa_row *old = r->table;
	size_t cap = r->cap;
	r->cap *= 2;
	r->table = mem_alloc(r->cap * sizeof *r->table);
	memset(r->table, 0, r->cap * sizeof *r->table);
	for (size_t i = 0; i < cap; i++)
		if (old[i].lfd)
			*place(r, old[i].lfd, old[i].omit) = old[i];
	free(old);
}

const struct opa_row *opa_rows_add(struct opa_rows *r, const struct reg_oparl *o, bool omit)
{
	if (r->n * 2 >= r->cap)
		grow(r);
	struct opa_row *row = place(r, o->lfd, omit);
	*row = (struct opa_row){
		.lfd = o->lfd, .fassung = o->fassung, .at = r->put, .n = r->text.len - r->put, .omit = omit};
	r->put = r->text.len;
	r->n++;
	return row;
}

const char *opa_rows_at(const struct opa_rows *r, const struct opa_row *row)
{
	return r->text.data + row->at;
}
