/* keep.c: a paper that was changed since its release is not made anew: its objects stay as they were released. Only
 * files that were taken back since go, also where the paper embeds them. */
#include <stdlib.h>
#include <string.h>

#include "oparl/round.h"

static bool is_public(struct opa_round *w, const char *id, const struct reg_facts *files, const char *key)
{
	for (size_t i = 0; i < files->rows; i++)
		if (!strcmp(opa_file_key(w->mem, id, files, i), key))
			return true;
	return false;
}

/* Is it the object of that id, as it is embedded? */
static bool is_object(const cJSON *o, const char *kennung)
{
	const cJSON *id = cJSON_GetObjectItemCaseSensitive(o, "id");
	return cJSON_IsString(id) && strstr(id->valuestring, kennung);
}

static void drop(cJSON *paper, const char *kennung)
{
	if (is_object(cJSON_GetObjectItemCaseSensitive(paper, "mainFile"), kennung))
		cJSON_DeleteItemFromObjectCaseSensitive(paper, "mainFile");
	cJSON *more = cJSON_GetObjectItemCaseSensitive(paper, "auxiliaryFile");
	for (int i = cJSON_GetArraySize(more) - 1; i >= 0; i--)
		if (is_object(cJSON_GetArrayItem(more, i), kennung))
			cJSON_DeleteItemFromArray(more, i);
}

/* ",\"a\":1,…" as members of an object */
static cJSON *parse(struct mem *m, const char *members)
{
	return cJSON_Parse(mem_fmt(m, "{%s}", *members == ',' ? members + 1 : members));
}

static char *print(struct mem *m, cJSON *o, const char *before)
{
	char *text = cJSON_PrintUnformatted(o);
	size_t n = text ? strlen(text) : 0;
	char *s = n > 2 ? mem_fmt(m, "%s%.*s", before, (int)(n - 2), text + 1) : mem_dup(m, "");
	free(text);
	cJSON_Delete(o);
	return s;
}

static void put_without(struct opa_round *w, struct reg_oparl *paper, const struct reg_oparl *gone, size_t n)
{
	cJSON *own = parse(w->mem, paper->inhalt), *inner = parse(w->mem, paper->eingebettet);
	for (size_t i = 0; own && inner && i < n; i++) {
		drop(own, gone[i].kennung);
		drop(inner, gone[i].kennung);
	}
	paper->inhalt = print(w->mem, own, "");
	paper->eingebettet = print(w->mem, inner, ",");
	w->ok = w->ok && reg_oparl_put(w->reg, w->mem, paper, w->now, w->diag);
}

void opa_keep(struct opa_round *w, const char *id, const struct reg_facts *files)
{
	struct reg_oparl *paper = NULL, *gone = MEM_ARRAY(w->mem, struct reg_oparl, w->before.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < w->before.n; i++) {
		struct reg_oparl *o = &w->before.all[i];
		if (!strcmp(o->typ, "File") && !is_public(w, id, files, o->schluessel)) {
			gone[n++] = *o;
			continue;
		}
		if (!strcmp(o->typ, "Paper"))
			paper = o;
		o->lfd = 0;                            /* given again */
	}
	if (paper && n)
		put_without(w, paper, gone, n);
	if (paper)
		paper->lfd = 0;
}
