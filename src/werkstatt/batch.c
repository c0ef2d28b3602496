/* batch.c: saves that come together are written together: one transaction of the history, then each file once, so that
 * many who write at once wait for the disk once. Whoever comes first writes what waits; the others get their answer. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "source/source.h"
#include "werkstatt/save.h"

struct waiting {
	struct wst_call *k;
	const struct wst_edit *e;
	struct diag *d;
	struct buf *now;                               /* the file, to be answered with */
	enum wst_saved how;
	struct file *file;
	bool kept, done;
	struct waiting *next;
};

struct saves {
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct waiting *first, **end;
	bool busy;
};

struct file {
	const char *real;
	struct buf before, now;
	bool there;
	struct src_former *former; size_t nformer;     /* room for one more before the first */
	struct file *next;
};

struct saves *wst_saves_new(void)
{
	struct saves *s = mem_alloc(sizeof *s);
	*s = (struct saves){.end = &s->first};
	pthread_mutex_init(&s->lock, NULL);
	pthread_cond_init(&s->more, NULL);
	return s;
}

void wst_saves_free(struct saves *s)
{
	if (!s)
		return;
	pthread_cond_destroy(&s->more);
	pthread_mutex_destroy(&s->lock);
	free(s);
}

/* ---- what they become, in the order they came ---- */

static struct src_former former_of(const struct reg_save *v)
{
	return (struct src_former){v->old, strlen(v->old), v->now, strlen(v->now)};
}

/* The last saves of it: what comes back has the bytes it had. So many that a save need not wait for them. */
static void read_former(struct mem *m, struct waiting *one, struct file *f)
{
	struct reg_save *all;
	f->nformer = reg_saves_within(one->k->w->history, m, wst_below(one->k, one->e->real),
		(struct reg_most){.saves = 64, .bytes = 300000}, &all);
	f->former = MEM_ARRAY(m, struct src_former, f->nformer + 1) + 1;
	for (size_t i = 0; i < f->nformer; i++)
		f->former[i] = former_of(&all[i]);
}

static struct file *file_of(struct mem *m, struct file **all, struct waiting *one)
{
	struct file **f = all;
	while (*f && strcmp((*f)->real, one->e->real) != 0)
		f = &(*f)->next;
	if (*f)
		return *f;
	*f = MEM_NEW(m, struct file);
	(*f)->real = one->e->real;
	(*f)->there = file_read(&(*f)->before, one->e->real, one->d);
	read_former(m, one, *f);
	buf_put(&(*f)->now, (*f)->before.data, (*f)->before.len);
	return *f;
}

/* Into the history, still open; its file as it is to be. */
static bool keep(struct waiting *one, const struct buf *after)
{
	if (!wst_note_save(one->k, one->e, &one->file->now, after)) {
		wst_tell_unkept(one->e->real, one->d);
		return false;
	}
	one->kept = true;
	buf_clear(&one->file->now);
	buf_put(&one->file->now, after->data, after->len);
	return true;
}

static enum wst_saved merge(struct waiting *one)
{
	const struct wst_edit *e = one->e;
	struct src_change c = {e->real, e->place, e->old, strlen(e->old), e->now, strlen(e->now), one->file->former,
		one->file->nformer};
	struct buf after = {0}, *now = &one->file->now;
	enum wst_saved how = WST_SAVED;
	if (!one->file->there)
		return WST_FAILED;
	if (reg_save_known(one->k->w->history, e->id))
		return WST_SAVED;
	if (e->back) {
		one->file->former[-1] = former_of(e->back);
		c.former--, c.nformer++;
	}
	enum src_merged merged = src_merge(now, &c, &after, one->d);
	if (merged == SRC_CLASH)
		how = WST_CLASH;
	else if (merged == SRC_UNSOUND)
		how = WST_UNSOUND;
	else if ((after.len != now->len || memcmp(after.data, now->data, now->len)) && !keep(one, &after))
		how = WST_FAILED;
	buf_free(&after);
	return how;
}

static void unkept(struct waiting *all, const struct file *f, const struct diag_msg *why)
{
	for (struct waiting *one = all; one; one = one->next) {
		if (!one->kept || (f && one->file != f))
			continue;
		one->how = WST_FAILED;
		if (why)
			diag_add(one->d, why->sev, why->code, why->file, why->line, "%s", why->text);
		else
			wst_tell_unkept(one->e->real, one->d);
		if (f)
			reg_save_drop(one->k->w->history, one->e->id);
	}
}

/* A crash in between is seen at the next start (wst_recover). */
static void write_files(struct waiting *all, struct file *files)
{
	for (struct file *f = files; f; f = f->next) {
		if (buf_same(&f->before, &f->now))
			continue;
		struct diag *d = diag_new();
		size_t n;
		if (!wst_put_file(f->real, f->now.data, f->now.len, d)) {
			unkept(all, f, diag_sorted(d, &n));
			buf_clear(&f->now);
			buf_put(&f->now, f->before.data, f->before.len);
		}
		diag_free(d);
	}
}

static void write_all(struct wst *w, struct waiting *all)
{
	struct mem *m = mem_new();
	struct file *files = NULL;
	bool begun = reg_saves_begin(w->history), failed = false;
	for (struct waiting *one = all; one; one = one->next) {
		one->file = file_of(m, &files, one);
		one->how = merge(one);
		failed |= one->how == WST_FAILED && one->file->there;
	}
	/* the whole or nothing: what one save could not tell the history, the others cannot either */
	if (reg_saves_end(w->history, begun && !failed))
		write_files(all, files);
	else
		unkept(all, NULL, NULL);
	for (struct waiting *one = all; one; one = one->next)
		if (one->how != WST_FAILED)
			buf_put(one->now, one->file->now.data, one->file->now.len);
	for (struct file *f = files; f; f = f->next) {
		buf_free(&f->before);
		buf_free(&f->now);
	}
	mem_free(m);
}

/* ---- one after the other ---- */

static struct waiting *take_all(struct saves *s)
{
	struct waiting *all = s->first;
	s->first = NULL;
	s->end = &s->first;
	return all;
}

static void give_back(struct waiting *all)
{
	for (struct waiting *next; all; all = next) {
		next = all->next;
		all->done = true;
	}
}

enum wst_saved wst_save(struct wst_call *k, const struct wst_edit *e, struct buf *now, struct diag *d)
{
	struct waiting one = {.k = k, .e = e, .now = now, .d = d};
	struct saves *s = k->w->saves;
	pthread_mutex_lock(&s->lock);
	*s->end = &one;
	s->end = &one.next;
	while (!one.done) {
		if (s->busy) {
			pthread_cond_wait(&s->more, &s->lock);
			continue;
		}
		struct waiting *all = take_all(s);
		s->busy = true;
		pthread_mutex_unlock(&s->lock);
		pthread_mutex_lock(&k->w->lock);
		write_all(k->w, all);
		pthread_mutex_unlock(&k->w->lock);
		pthread_mutex_lock(&s->lock);
		give_back(all);
		s->busy = false;
		pthread_cond_broadcast(&s->more);
	}
	pthread_mutex_unlock(&s->lock);
	return one.how;
}
