/* reader.c: connections to the register, one for each thread, with what a thread needs besides. */
#include <stdlib.h>

#include "base/mem.h"
#include "serve/running.h"

enum { LEVEL = 4 };                                 /* of gzip: half the time of the usual one for a tenth more bytes */

bool srv_readers_open(struct srv *s, int n, struct diag *d)
{
	bool ok = true;
	s->all = mem_alloc((size_t)n * sizeof *s->all);
	for (int i = 0; i < n; i++) {
		struct srv_reader *r = &s->all[i];
		*r = (struct srv_reader){
			.diag = diag_new(),
			.rows = opa_rows_new(),
			.deflater = libdeflate_alloc_compressor(LEVEL),
			.next = s->idle};
		s->readers++;
		r->reg = ok && r->deflater ? reg_open_reader(s->setup->path, d) : NULL;
		ok &= r->reg != NULL;
		if (r->reg)
			reg_tell(r->reg, r->diag);
		s->idle = r;
	}
	return ok;
}

void srv_readers_close(struct srv *s)
{
	for (int i = 0; i < s->readers; i++) {
		struct srv_reader *r = &s->all[i];
		reg_close(r->reg);
		diag_free(r->diag);
		opa_rows_free(r->rows);
		if (r->deflater)
			libdeflate_free_compressor(r->deflater);
		buf_free(&r->json);
		buf_free(&r->packed);
	}
	free(s->all);
}

struct srv_reader *srv_take(struct srv *s)
{
	pthread_mutex_lock(&s->lock);
	struct srv_reader *r = s->idle;
	s->idle = r->next;
	pthread_mutex_unlock(&s->lock);
	return r;
}

void srv_give(struct srv *s, struct srv_reader *r)
{
	pthread_mutex_lock(&s->lock);
	r->next = s->idle;
	s->idle = r;
	pthread_mutex_unlock(&s->lock);
}

void srv_say(const struct srv_setup *setup, struct diag *d)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(d, &n);
	for (size_t i = 0; i < n; i++)
		setup->say(setup->arg, true, m[i].text);
}

void srv_trouble(struct srv *s, struct srv_reader *r)
{
	srv_say(s->setup, r->diag);
	diag_free(r->diag);                   /* a diag keeps each message once, but the next fault has to count, too */
	r->diag = diag_new();
	if (r->reg)
		reg_tell(r->reg, r->diag);
}
