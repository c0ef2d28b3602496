/* objects.c: the OParl objects a hand-over is about, in files: papers and meetings, what stands in them, and what they
 * name. Persons and other papers' sessions are not gone after any further. */
#include <cjson/cJSON.h>
#include <string.h>

#include "handover/oparl.h"
#include "handover/package.h"
#include "handover/round.h"

struct gathering {
	struct hand_pack *pack;
	struct mem *mem;
	struct reg *reg;
	struct diag *diag;
	const char *base;
	const char **paths; size_t n, cap;             /* already in the package */
	bool ok;
};

/* "paper/ID.json" of an address; NULL: no object, or one of a kind that is not handed over. */
static const char *path_of(const struct gathering *g, const char *url)
{
	size_t n = strlen(g->base);
	if (strncmp(url, g->base, n) || url[n] != '/')
		return NULL;
	const char *path = url + n + 1, *slash = strchr(path, '/');
	size_t len = strlen(path);
	if (len < 6 || strcmp(path + len - 5, ".json") || !slash || strchr(slash + 1, '/') ||
		!strncmp(path, "person/", 7) || !strncmp(path, "membership/", 11))
		return NULL;
	return path;
}

static bool is_new(struct gathering *g, const char *path)
{
	for (size_t i = 0; i < g->n; i++)
		if (!strcmp(g->paths[i], path))
			return false;
	if (g->n == g->cap) {
		size_t more = g->cap ? g->cap * 2 : 64;
		g->paths = mem_grow(g->mem, g->paths, g->cap * sizeof *g->paths, more * sizeof *g->paths);
		g->cap = more;
	}
	g->paths[g->n++] = mem_dup(g->mem, path);
	return true;
}

static void take(struct gathering *g, const char *path, bool further);

static void follow(struct gathering *g, const cJSON *o)
{
	for (const cJSON *c = o->child; c && g->ok; c = c->next) {
		const char *path = cJSON_IsString(c) ? path_of(g, c->valuestring) : NULL;
		if (path)
			take(g, path, false);
		follow(g, c);
	}
}

static void take(struct gathering *g, const char *path, bool further)
{
	struct hand_answer a;
	struct buf b = {0};
	if (!g->ok || (!is_new(g, path) && !further))
		return;
	g->ok = hand_answer(g->reg, g->mem, g->base, path, NULL, &b, &a, g->diag);
	if (!g->ok || a.kind != HAND_OBJECT || a.deleted) {
		buf_free(&b);
		return;
	}
	cJSON *o = further ? cJSON_ParseWithLength(b.data, b.len) : NULL;
	hand_pack_text(g->pack, g->mem, mem_fmt(g->mem, "oparl/%s", path), &b);
	if (o)
		follow(g, o);
	cJSON_Delete(o);
}

bool hand_objects(struct hand_pack *p, struct mem *m, struct reg *r, const char *base, const char *ort,
	const struct hand_root *roots, size_t n, struct diag *d)
{
	struct gathering g = {.pack = p, .mem = m, .reg = r, .diag = d, .base = base, .ok = true};
	struct reg_oparl o;
	const char **own = MEM_ARRAY(m, const char *, n + 1);
	for (size_t i = 0; i < n; i++) {           /* known beforehand, so that none is taken as somebody's neighbour */
		if (!reg_oparl_by_key(r, m, ort, roots[i].typ, roots[i].schluessel, &o) || o.geloescht)
			continue;
		own[i] = mem_fmt(m, "%s/%s.json", !strcmp(o.typ, "Paper") ? "paper" : "meeting", o.kennung);
		*roots[i].url = mem_fmt(m, "%s/%s", base, own[i]);
		is_new(&g, own[i]);
	}
	take(&g, "system.json", false);
	for (size_t i = 0; i < n; i++)
		if (own[i])
			take(&g, own[i], true);
	return g.ok;
}
