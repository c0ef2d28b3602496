/* beschluss.c: what an item of the minutes decided: each resolution or body that voted for itself, each election, else
 * the item as a whole; what a number of its own is given to. */
#include <string.h>

#include "model/wahl.h"

static bool same_matter(const struct doc_abstimmung *a, const struct doc_abstimmung *b)
{
	const char *x = doc_get(a->node, DOC_A_ZU), *y = doc_get(b->node, DOC_A_ZU);
	return a->gremium == b->gremium && !strcmp(x ? x : "", y ? y : "");
}

/* Of several votes of a body on the same the last one counts. */
static bool is_last(const struct doc_niederschrift *n, const struct doc_verhandelt *v, const struct doc_abstimmung *a)
{
	for (const struct doc_abstimmung *o = a; (o = doc_zur_sache(n, v, DOC_ALLE, o));)
		if (same_matter(a, o))
			return false;
	return true;
}

static struct doc_beschluss decision(const struct doc_node *node, size_t gremium, const char *result)
{
	return (struct doc_beschluss){node, gremium, result, doc_get(node, DOC_A_BESCHLUSSNUMMER)};
}

struct doc_entschieden doc_entschieden(const struct doc_node *vote)
{
	const char *ja = doc_get(vote, DOC_A_JA), *nein = doc_get(vote, DOC_A_NEIN);
	struct doc_entschieden e = {ja ? doc_zahl(ja) : -1, nein ? doc_zahl(nein) : -1};
	if (e.ja >= 0 && e.ja == e.nein) {
		e.ja += doc_is(vote, DOC_A_STICHENTSCHEID, "ja");
		e.nein += doc_is(vote, DOC_A_STICHENTSCHEID, "nein");
	}
	return e;
}

bool doc_wie_vorgeschlagen(const char *proposed, const char *decided)
{
	bool behind = false; /* a gap: at least a character of it was filled in */
	for (const char *gap; (gap = strstr(proposed, DOC_LUECKE)); behind = true) {
		const size_t n = (size_t)(gap - proposed), left = strlen(decided);
		const char *part = behind && left ? memmem(decided + 1, left - 1, proposed, n)
			: !behind && !strncmp(decided, proposed, n) ? decided : NULL;
		if (!part)
			return false;
		decided = part + n;
		proposed = gap + strlen(DOC_LUECKE);
	}
	const size_t left = strlen(decided), tail = strlen(proposed);
	return behind ? left > tail && !strcmp(decided + left - tail, proposed) : !strcmp(decided, proposed);
}

size_t doc_beschluesse(struct mem *m, const struct doc_niederschrift *n, const struct doc_verhandelt *v,
	const struct doc_beschluss **all)
{
	struct doc_beschluss *b = NULL;
	size_t k = 0, cap = 0;
	for (const struct doc_abstimmung *a = NULL; (a = doc_zur_sache(n, v, DOC_ALLE, a));)
		if (is_last(n, v, a)) {
			MEM_ROOM_IN(m, b, k, cap);
			b[k++] = decision(a->node, a->gremium, a->ergebnis);
		}
	for (const struct doc_node *w = doc_child(v->node, DOC_WAHL); w; w = doc_next(w, DOC_WAHL)) {
		MEM_ROOM_IN(m, b, k, cap);
		b[k++] = decision(w, doc_gremium_von(n, w), doc_wahl(m, w)->gewaehlt ? "gewaehlt" : "nicht-gewaehlt");
	}
	if (!k && v->ergebnis) {
		MEM_ROOM_IN(m, b, k, cap);
		b[k++] = decision(v->node, n->gremien.n > 1 ? DOC_ALLE : 0, v->ergebnis);
	}
	*all = b;
	return k;
}

const char *doc_beschluss_schluessel(struct mem *m, const struct doc_niederschrift *n, const struct doc_verhandelt *v,
	const struct doc_beschluss *b)
{
	const char *zu = doc_get(b->node, DOC_A_ZU), *body = b->gremium == DOC_ALLE ? "" : n->gremien.all[b->gremium];
	size_t election = 0;
	for (const struct doc_node *w = b->node->kind == DOC_WAHL ? doc_child(v->node, DOC_WAHL) : NULL;
		w && w != b->node; w = doc_next(w, DOC_WAHL))
		election++;
	return election ? mem_fmt(m, "%s/%s/%s/%zu", n->id, v->id, body, election)
		: mem_fmt(m, "%s/%s/%s%s%s", n->id, v->id, body, zu ? "/" : "", zu ? zu : "");
}
