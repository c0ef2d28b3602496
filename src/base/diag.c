/* diag.c: a list of messages. A message repeated at the same place is kept once; the set of seen ones is a small hash
 * table. */
#include "base/diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pack.h"

struct rule {
	const char *code;
	enum diag_sev sev;
	struct rule *next;
};

struct diag {
	struct mem *mem;
	struct diag_msg *msgs;
	size_t n, cap;
	uint32_t *seen;                                /* open addressing: index + 1 */
	size_t nseen;
	struct rule *rules;
	const char **files;                 /* the first nordered as named by diag_file, then in order of first sight */
	size_t nfiles, nordered;
};

struct diag *diag_new(void)
{
	struct diag *d = mem_alloc(sizeof *d);
	*d = (struct diag){.mem = mem_new()};
	return d;
}

void diag_free(struct diag *d)
{
	if (!d)
		return;
	mem_free(d->mem);
	free(d->msgs);
	free(d->seen);
	free(d->files);
	free(d);
}

void diag_set(struct diag *d, const char *code, enum diag_sev sev)
{
	struct rule *r = MEM_NEW(d->mem, struct rule);
	*r = (struct rule){mem_dup(d->mem, code), sev, d->rules};
	d->rules = r;
}

static enum diag_sev severity(const struct diag *d, const char *code, enum diag_sev sev)
{
	if (sev == DIAG_SYSTEM)
		return sev;
	for (const struct rule *r = d->rules; r; r = r->next)
		if (!strcmp(r->code, code))
			return r->sev;
	return sev;
}

static const char *file_of(struct diag *d, const char *file)
{
	if (!file)
		return NULL;
	for (size_t i = 0; i < d->nfiles; i++)
		if (!strcmp(d->files[i], file))
			return d->files[i];
	d->files = mem_realloc(d->files, (d->nfiles + 1) * sizeof *d->files);
	return d->files[d->nfiles++] = mem_dup(d->mem, file);
}

void diag_file(struct diag *d, const char *file)
{
	const char *name = file_of(d, file);
	size_t i = 0;
	while (d->files[i] != name)
		i++;
	if (i < d->nordered)
		return;
	memmove(&d->files[d->nordered + 1], &d->files[d->nordered], (i - d->nordered) * sizeof *d->files);
	d->files[d->nordered++] = name;
}

static uint32_t hash_msg(const struct diag_msg *m)
{
	uint32_t h = 2166136261u ^ (uint32_t)m->line;
	for (const char *p = m->code; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	for (const char *p = m->text; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	return h;
}

static uint32_t *slot(struct diag *d, const struct diag_msg *m)
{
	size_t i = hash_msg(m) & (d->nseen - 1);
	for (; d->seen[i]; i = (i + 1) & (d->nseen - 1)) {
		const struct diag_msg *o = &d->msgs[d->seen[i] - 1];
		if (o->line == m->line && o->file == m->file && !strcmp(o->code, m->code) && !strcmp(o->text, m->text))
			break;
	}
	return &d->seen[i];
}

static void grow(struct diag *d)
{
	d->cap = d->cap ? d->cap * 2 : 32;
	d->msgs = mem_realloc(d->msgs, d->cap * sizeof *d->msgs);
	free(d->seen);
	d->nseen = d->cap * 2;
	d->seen = mem_alloc(d->nseen * sizeof *d->seen);
	memset(d->seen, 0, d->nseen * sizeof *d->seen);
	for (size_t i = 0; i < d->n; i++)
		*slot(d, &d->msgs[i]) = (uint32_t)i + 1;
}

static void keep(struct diag *d, struct diag_msg m)
{
	if (d->n == d->cap)
		grow(d);
	uint32_t *s = slot(d, &m);
	if (*s)
		return;
	m.order = d->n;
	d->msgs[d->n++] = m;
	*s = (uint32_t)d->n;
}

void diag_add(struct diag *d, enum diag_sev sev, const char *code, const char *file, int line, const char *fmt, ...)
{
	va_list ap, again;
	sev = severity(d, code, sev);
	if (sev == DIAG_AUS)
		return;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	char *text = mem_get(d->mem, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	keep(d,
		(struct diag_msg){.sev = sev,
			.code = mem_dup(d->mem, code),
			.file = file_of(d, file),
			.text = text,
			.line = line});
}

void diag_add_answered(struct diag *d, const struct diag_msg *m)
{
	enum diag_sev sev = severity(d, m->code, m->sev);
	if (sev == DIAG_AUS)
		return;
	struct diag_answer a = m->answer;
	a.now = a.now ? mem_dup(d->mem, a.now) : NULL;
	keep(d,
		(struct diag_msg){.sev = sev,
			.code = mem_dup(d->mem, m->code),
			.file = file_of(d, m->file),
			.text = mem_dup(d->mem, m->text),
			.line = m->line,
			.damaged = m->damaged ? mem_dup(d->mem, m->damaged) : NULL,
			.answer = a});
}

void diag_accept(struct diag *d, const char *code, const char *file, int line, const char *grund, const char *text)
{
	keep(d, (struct diag_msg){.sev = DIAG_ABWEICHUNG, .code = mem_dup(d->mem, code), .file = file_of(d, file),
	                          .text = mem_dup(d->mem, text), .grund = mem_dup(d->mem, grund), .line = line});
}

size_t diag_count(const struct diag *d, enum diag_sev sev)
{
	size_t k = 0;
	for (size_t i = 0; i < d->n; i++)
		k += d->msgs[i].sev == sev;
	return k;
}

bool diag_told_of(struct diag *d, const char *character, enum diag_sev least)
{
	for (size_t i = 0; i < d->n; i++) {
		struct diag_msg *m = &d->msgs[i];
		if (m->damaged && strstr(m->damaged, character)) {
			m->sev = m->sev < least ? least : m->sev;
			return true;
		}
	}
	return false;
}

int diag_status(const struct diag *d)
{
	return diag_count(d, DIAG_SYSTEM) ? 3 : diag_count(d, DIAG_FEHLER) ? 1 : 0;
}

static size_t rank(const struct diag *d, const char *file)
{
	for (size_t i = 0; i < d->nfiles; i++)
		if (d->files[i] == file)
			return i + 1;
	return 0;
}

static int compare(const void *a, const void *b, void *arg)
{
	const struct diag_msg *x = a, *y = b;
	if (x->file != y->file)
		return rank(arg, x->file) < rank(arg, y->file) ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

const struct diag_msg *diag_sorted(struct diag *d, size_t *n)
{
	if (d->n)
		qsort_r(d->msgs, d->n, sizeof *d->msgs, compare, d);
	for (size_t i = 0; i < d->nseen; i++)
		d->seen[i] = 0;
	for (size_t i = 0; i < d->n; i++)
		*slot(d, &d->msgs[i]) = (uint32_t)i + 1;
	*n = d->n;
	return d->msgs;
}

/* ---- between processes ---- */

static int by_order(const void *a, const void *b)
{
	const struct diag_msg *x = a, *y = b;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* As reported, whatever was sorted since. */
static void in_order(struct diag *d)
{
	if (d->n)
		qsort(d->msgs, d->n, sizeof *d->msgs, by_order);
	memset(d->seen, 0, d->nseen * sizeof *d->seen);
	for (size_t i = 0; i < d->n; i++)
		*slot(d, &d->msgs[i]) = (uint32_t)i + 1;
}

void diag_pack(struct diag *d, struct buf *b)
{
	if (d->n)
		in_order(d);
	pack_int(b, (int64_t)d->nordered);
	pack_int(b, (int64_t)d->nfiles);
	for (size_t i = 0; i < d->nfiles; i++)
		pack_str(b, d->files[i]);
	pack_int(b, (int64_t)d->n);
	for (size_t i = 0; i < d->n; i++) {
		const struct diag_msg *m = &d->msgs[i];
		pack_int(b, m->sev);
		pack_int(b, m->line);
		pack_str(b, m->code);
		pack_str(b, m->file);
		pack_str(b, m->text);
		pack_str(b, m->grund);
		pack_str(b, m->damaged);
	}
}

void diag_unpack(struct diag *d, struct unpack *u)
{
	struct mem *m = d->mem;
	d->n = d->nfiles = d->nordered = 0;
	if (d->nseen)
		memset(d->seen, 0, d->nseen * sizeof *d->seen);
	size_t nordered = (size_t)unpack_int(u), nfiles = (size_t)unpack_int(u);
	for (size_t i = 0; i < nfiles; i++)
		file_of(d, unpack_str(u, m));
	d->nordered = nordered < d->nfiles ? nordered : d->nfiles;
	for (size_t n = (size_t)unpack_int(u); n; n--) {
		struct diag_msg k = {.sev = (enum diag_sev)unpack_int(u), .line = (int)unpack_int(u)};
		k.code = unpack_str(u, m);
		k.file = file_of(d, unpack_str(u, m));
		k.text = unpack_str(u, m);
		k.grund = unpack_str(u, m);
		k.damaged = unpack_str(u, m);
		keep(d, k);
	}
}

void diag_add_all(struct diag *d, struct diag *from, enum diag_sev least)
{
	size_t n;
	const struct diag_msg *m = diag_sorted(from, &n);
	for (; n; n--, m++)
		if (m->sev == DIAG_ABWEICHUNG && least <= m->sev)
			diag_accept(d, m->code, m->file, m->line, m->grund, m->text);
		else if (m->sev >= least)
			diag_add_answered(d, m);
}
