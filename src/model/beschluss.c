/* beschluss.c: what an item of the minutes decided: each resolution or body that voted for itself, each election, else
 * the item as a whole; what a number of its own is given to. */
#include <string.h>

#include "base/u8.h"
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

static const char *with_plain_blanks(struct mem *m, const char *s)
{
	const char *end = s + strlen(s);
	struct buf b = {0};
	while (s < end) {
		const uint32_t cp = u8_get(&s, end);
		const bool blank = cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x202F;
		if (blank && b.len && b.data[b.len - 1] != ' ')
			buf_chr(&b, ' ');
		else if (!blank && cp != 0xAD && cp != 0x200B)
			buf_u8(&b, cp);
	}
	while (b.len && b.data[b.len - 1] == ' ')
		b.data[--b.len] = '\0';
	return buf_take(&b, m);
}

bool doc_gleich_lautend(struct mem *m, const char *a, const char *b)
{
	return !strcmp(with_plain_blanks(m, a), with_plain_blanks(m, b));
}

bool doc_wie_vorgeschlagen(struct mem *m, const char *proposal, const char *resolution)
{
	const char *proposed = with_plain_blanks(m, proposal), *decided = with_plain_blanks(m, resolution);
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

/* A resolution of an item as it was decided, and the one proposed in its place where as many were: both ids are its
 * own, so that a new wording need not repeat one. */
struct resolution {
	const struct doc_node *said, *proposed;
	size_t number;
};

static struct resolution first_resolution(const struct doc_node *top)
{
	const struct doc_node *proposal = doc_child(top, DOC_BESCHLUSSVORSCHLAG);
	const struct doc_node *said = doc_child(top, DOC_BESCHLUSS), *proposed = doc_child(proposal, DOC_BESCHLUSS);
	const bool paired = said && proposed &&
		doc_count(top, DOC_BESCHLUSS) == doc_count(proposal, DOC_BESCHLUSS);
	return (struct resolution){said ? said : proposed, paired ? proposed : NULL, 1};
}

static struct resolution next_resolution(struct resolution r)
{
	return (struct resolution){doc_next(r.said, DOC_BESCHLUSS),
		r.proposed ? doc_next(r.proposed, DOC_BESCHLUSS) : NULL, r.number + 1};
}

static bool is_about(const struct doc_node *vote, struct resolution r)
{
	return doc_nennt(vote, DOC_A_ZU, doc_get(r.said, DOC_A_ID)) ||
		(r.proposed && doc_nennt(vote, DOC_A_ZU, doc_get(r.proposed, DOC_A_ID)));
}

size_t doc_put_zu(struct buf *b, const struct doc_node *vote)
{
	size_t n = 0, all = 0;
	if (!doc_get(vote, DOC_A_ZU))
		return 0;
	for (struct resolution r = first_resolution(vote->parent); r.said; r = next_resolution(r))
		all += is_about(vote, r);
	for (struct resolution r = first_resolution(vote->parent); r.said; r = next_resolution(r)) {
		if (!is_about(vote, r))
			continue;
		n++;
		buf_fmt(b, "%s%zu", n == 1 ? "" : n == all ? " und " : ", ", r.number);
	}
	return n;
}

bool doc_hat_luecke(const struct doc_node *resolution)
{
	for (const struct doc_node *n = resolution; n; n = doc_walk(resolution, n))
		if (n->kind == DOC_OFFEN)
			return true;
	return false;
}

struct verdict { bool voted, passed; };                /* of a body; DOC_ALLE: of all that voted together */

/* Its own last vote, and the last one on the whole: of both what there is must have passed. */
static struct verdict verdict_of(const struct doc_niederschrift *n, struct resolution r, size_t body,
	struct doc_folgen folgen)
{
	const struct doc_node *own = NULL, *whole = NULL;
	const struct doc_node *top = r.said->parent->kind == DOC_TOP ? r.said->parent : r.said->parent->parent;
	for (const struct doc_node *a = doc_child(top, DOC_ABSTIMMUNG); a; a = doc_next(a, DOC_ABSTIMMUNG)) {
		const char *zu = doc_get(a, DOC_A_ZU);
		if (doc_gremium_von(n, a) != body)
			continue;
		whole = zu ? whole : a;
		own = is_about(a, r) ? a : own;
	}
	return (struct verdict){own || whole,
		(!own || folgen.passes(folgen.arg, doc_get(own, DOC_A_ERGEBNIS))) &&
			(!whole || folgen.passes(folgen.arg, doc_get(whole, DOC_A_ERGEBNIS)))};
}

static struct verdict verdict_of_all(const struct doc_niederschrift *n, struct resolution r, struct doc_folgen folgen)
{
	struct verdict all = {false, true};
	for (size_t i = 0; i <= n->gremien.n; i++) {
		const struct verdict one = verdict_of(n, r, i < n->gremien.n ? i : DOC_ALLE, folgen);
		all.voted |= one.voted;
		all.passed &= !one.voted || one.passed;
	}
	return all;
}

/* What nobody voted on goes as the item does, unless others of it were voted on. */
size_t doc_gefasst(struct mem *m, const struct doc_niederschrift *n, const struct doc_verhandelt *v,
	struct doc_folgen folgen, const struct doc_gefasst **all)
{
	struct doc_gefasst *g = NULL;
	size_t k = 0, cap = 0;
	for (struct resolution r = first_resolution(v->node); r.said; r = next_resolution(r)) {
		MEM_ROOM_IN(m, g, k, cap);
		const struct verdict all_bodies = verdict_of_all(n, r, folgen);
		const bool voted = doc_child(v->node, DOC_ABSTIMMUNG) != NULL,
			   held = all_bodies.voted ? all_bodies.passed
				: !voted && folgen.passes(folgen.arg, v->ergebnis);
		g[k++] = (struct doc_gefasst){r.said, r.number, held && !doc_hat_luecke(r.said),
			voted && !all_bodies.voted};
	}
	*all = g;
	return k;
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
