/* gather.c: the objects that somebody wants in files of his own: papers and meetings, what stands in them, and what
 * they name. Persons and other papers' sessions are not gone after any further. */
#include <cjson/cJSON.h>
#include <string.h>

#include "oparl/oparl.h"
#include "oparl/round.h"

struct gathering {
	struct mem *mem;
	const struct opa_wanted *wanted;
	struct diag *diag;
	const char **paths; size_t n, cap;             /* already taken */
	bool ok;
};

/* "paper/ID.json" of an address; NULL: no object, or one of a kind that is not handed over. */
static const char *path_of(const struct gathering *g, const char *url)
{
	size_t n = strlen(g->wanted->base);
	if (strncmp(url, g->wanted->base, n) || url[n] != '/')
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
	MEM_ROOM_IN(g->mem, g->paths, g->n, g->cap);
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
	struct opa_answer a;
	struct buf b = {0};
	if (!g->ok || (!is_new(g, path) && !further))
		return;
	const struct opa_asked asked = {.reg = g->wanted->reg, .base = g->wanted->base, .path = path};
	g->ok = opa_answer(&asked, g->mem, &b, &a, g->diag);
	if (!g->ok || a.kind != OPA_OBJECT || a.deleted) {
		buf_free(&b);
		return;
	}
	cJSON *o = further ? cJSON_ParseWithLength(b.data, b.len) : NULL;
	g->wanted->take(g->wanted->arg, path, b.data, b.len);
	buf_free(&b);
	if (o)
		follow(g, o);
	cJSON_Delete(o);
}

bool opa_gather(const struct opa_wanted *w, struct mem *m, struct diag *d)
{
	struct gathering g = {.mem = m, .wanted = w, .diag = d, .ok = true};
	struct reg_oparl o;
	const char **own = MEM_ARRAY(m, const char *, w->n + 1);
	for (size_t i = 0; i < w->n; i++) {        /* known beforehand, so that none is taken as somebody's neighbour */
		const struct opa_root *root = &w->roots[i];
		if (!reg_oparl_by_key(w->reg, m, w->ort, root->typ, root->schluessel, &o) || o.geloescht)
			continue;
		own[i] = mem_fmt(m, "%s/%s.json", !strcmp(o.typ, "Paper") ? "paper" : "meeting", o.kennung);
		*root->url = mem_fmt(m, "%s/%s", w->base, own[i]);
		is_new(&g, own[i]);
	}
	take(&g, "system.json", false);
	for (size_t i = 0; i < w->n; i++)
		if (own[i])
			take(&g, own[i], true);
	return g.ok;
}
