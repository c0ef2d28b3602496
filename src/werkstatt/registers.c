/* registers.c: the register of a town, asked by a call for its documents: what was taken back is not for readers. */
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "office/withdraw.h"
#include "register/release.h"
#include "source/source.h"
#include "werkstatt/desk.h"

void wst_wait_for_registers(struct wst_call *k, const char *real)
{
	enum { STEP_MS = 20, MOST_MS = 10000 };
	struct src_glance g;
	const char **paths;
	size_t n = real && src_glance(k->mem, real, &g) && *g.ort ? 1 : 0;
	if (n) {
		paths = MEM_ARRAY(k->mem, const char *, 1);
		paths[0] = pipe_register_path(k->mem, &k->w->setup->places, k->w->root, g.ort);
	} else {
		n = off_registers(k->mem, &k->w->setup->places, &paths);
	}
	for (size_t i = 0; i < n; i++)
		for (int ms = 0; ms < MOST_MS && reg_is_busy(paths[i]); ms += STEP_MS)
			nanosleep(&(struct timespec){0, STEP_MS * 1000000L}, NULL);
}

/* What is still held then is told under the lock. */
void wst_set(struct wst_call *k, const char *real)
{
	wst_wait_for_registers(k, real);
	pthread_mutex_lock(&k->w->setting);
}

struct reg *wst_register(struct wst_asked *a, const char *path)
{
	if (a->path && !strcmp(a->path, path))
		return a->reg;
	reg_close(a->reg);
	a->path = path;
	a->reg = file_exists(path) ? reg_open(path, false, a->told) : NULL;
	return a->reg;
}

void wst_asked_end(struct wst_asked *a)
{
	reg_close(a->reg);
	a->reg = NULL;
	a->path = NULL;
}

bool wst_is_taken_back(struct wst_call *k, struct wst_asked *a, const char *real)
{
	struct src_glance g;
	struct diag *unused = diag_new();
	const char *whole = pipe_whole(k->mem, real, unused);
	diag_free(unused);
	if (!src_glance(k->mem, whole, &g) || !*g.ort)
		return false;
	const char *path = pipe_register_path(k->mem, &k->w->setup->places, k->w->root, g.ort);
	if (!file_exists(path))
		return false;
	struct reg *reg = wst_register(a, path);
	const char *below = wst_below(k, whole), *id = *g.id ? g.id : NULL;
	return !reg || reg_is_taken_back(reg, reg_key(g.ort, off_id_at(k->mem, below, doc_kind_find(g.kind), id))) ||
		diag_count(a->told, DIAG_SYSTEM);
}

/* ---- one document */

bool wst_may_read(struct wst_call *k, const char *real)
{
	if (wst_right(k, wst_below(k, real)) >= WST_WRITE)
		return true;
	struct wst_asked a = {.told = diag_new()};
	wst_set(k, real);
	const bool back = wst_is_taken_back(k, &a, real);
	wst_asked_end(&a);
	pthread_mutex_unlock(&k->w->setting);
	diag_free(a.told);
	return !back;
}

const char *wst_held_back(struct wst_call *k, const struct edition *e)
{
	struct wst_asked a = {.told = diag_new()};
	const char *path = pipe_register_path(k->mem, &k->w->setup->places, k->w->root, e->doc->ort);
	const bool there = file_exists(path);
	struct reg *reg = there ? wst_register(&a, path) : NULL;
	const char *why = reg ? off_held_back(reg, k->mem, e) : NULL;
	if (there && (!reg || diag_count(a.told, DIAG_SYSTEM)))
		why = "Ob es zurückgezogen ist, sagt das Register gerade nicht";
	wst_asked_end(&a);
	diag_free(a.told);
	return why;
}
