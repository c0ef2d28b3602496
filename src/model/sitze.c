/* sitze.c: seats in proportion. Of all three methods the next seat goes to the highest claim, a fraction: what a list
 * has by the next divisor (d'Hondt 1, 2, 3 …; Sainte-Laguë 1, 3, 5 …), or what is left of its quota once whole seats
 * are given (Hare-Niemeyer). Lists with equal claims all get one, or where seats are too few for them, the lot decides.
 * Fractions are compared by products of integers, so that equals are equals. */
#include "model/sitze.h"

#include <string.h>

struct claim { long long of, by; };

static enum doc_sitzverfahren method(const struct doc_node *n, const char *ort)
{
	static const char *const names[] = {"", "dhondt", "hare-niemeyer", "sainte-lague"};
	const char *said = doc_get(n, DOC_A_VERFAHREN);
	said = said ? said : ort;
	for (int i = DOC_DHONDT; said && i <= DOC_SAINTE_LAGUE; i++)
		if (!strcmp(said, names[i]))
			return (enum doc_sitzverfahren)i;
	return DOC_OHNE_VERFAHREN;
}

/* What a list claims the next seat with; of a quota nobody gets more than one seat beyond the whole ones. */
static struct claim claim(const struct doc_sitzverteilung *v, const struct doc_sitzliste *l)
{
	const long long share = (long long)l->zahl * v->plaetze;
	if (v->verfahren == DOC_HARE_NIEMEYER)
		return (struct claim){l->sitze > share / v->zahl ? 0 : share % v->zahl, 1};
	return (struct claim){l->zahl, v->verfahren == DOC_DHONDT ? l->sitze + 1 : 2 * l->sitze + 1};
}

static long long beside(struct claim a, struct claim b)
{
	return a.of * b.by - b.of * a.by;
}

/* The lists with the highest claim, marked; how many they are. */
static int highest(struct doc_sitzverteilung *v)
{
	struct claim best = {0, 1};
	int equal = 0;
	for (size_t i = 0; i < v->n; i++) {
		const struct claim c = claim(v, &v->listen[i]);
		best = beside(c, best) > 0 ? c : best;
	}
	for (size_t i = 0; i < v->n; i++) {
		v->listen[i].gleich = best.of && !beside(claim(v, &v->listen[i]), best);
		equal += v->listen[i].gleich;
	}
	return equal;
}

static void draw(struct doc_sitzverteilung *v, int left, int equal)
{
	int drawn = 0;
	v->offen = left;
	v->gleiche = equal;
	for (size_t i = 0; i < v->n; i++) {
		struct doc_sitzliste *l = &v->listen[i];
		l->los = l->gleich && drawn < left && doc_is(l->node, DOC_A_LOS, "ja");
		l->sitze += l->los;
		drawn += l->los;
	}
}

static void distribute(struct doc_sitzverteilung *v)
{
	int left = v->plaetze;
	for (size_t i = 0; v->verfahren == DOC_HARE_NIEMEYER && i < v->n; i++) {
		v->listen[i].sitze = (int)((long long)v->listen[i].zahl * v->plaetze / v->zahl);
		left -= v->listen[i].sitze;
	}
	while (left > 0) {
		const int equal = highest(v);
		if (equal > left) {
			draw(v, left, equal);
			return;
		}
		for (size_t i = 0; i < v->n; i++)
			v->listen[i].sitze += v->listen[i].gleich;
		left -= equal;
	}
	for (size_t i = 0; i < v->n; i++)
		v->listen[i].gleich = false;
}

/* The seats of a group in the body: members with a vote of that day. Of a joint session nobody can tell which body. */
static int in_body(const struct doc *doc, const struct doc_niederschrift *n, const char *group)
{
	int all = 0;
	if (n->gremien.n > 1 || !group)
		return 0;
	for (const struct doc_node *p = doc->verzeichnis ? doc_child(doc->verzeichnis->root, DOC_PERSON) : NULL; p;
		p = doc_next(p, DOC_PERSON)) {
		const struct doc_node *m = doc_mitglied(doc, doc_get(p, DOC_A_ID), n->gremium, n->datum);
		all += doc_hat_stimme(m) && doc_is(m, DOC_A_FUER, group);
	}
	return all;
}

static void list(const struct doc *doc, const struct doc_niederschrift *n, struct doc_sitzverteilung *v,
	const struct doc_node *node)
{
	const char *said = doc_get(node, DOC_A_ZAHL), *seats = doc_get(node, DOC_A_SITZE);
	v->listen[v->n] = (struct doc_sitzliste){.node = node, .gesagt = seats ? doc_zahl(seats) : -1,
		.zahl = said ? doc_zahl(said) : v->nach_stimmen ? 0 : in_body(doc, n, doc_get(node, DOC_A_GRUPPE))};
	v->zahl += v->listen[v->n++].zahl;
	v->lose += doc_is(node, DOC_A_LOS, "ja");
}

const struct doc_sitzverteilung *doc_sitzverteilung(struct mem *m, const struct doc *doc,
	const struct doc_niederschrift *n, const struct doc_node *node, const char *ort)
{
	struct doc_sitzverteilung *v = MEM_NEW(m, struct doc_sitzverteilung);
	const char *places = doc_get(node, DOC_A_PLAETZE);
	size_t all = 0;
	for (const struct doc_node *l = doc_child(node, DOC_SITZLISTE); l; l = doc_next(l, DOC_SITZLISTE))
		all++;
	*v = (struct doc_sitzverteilung){.node = node, .verfahren = method(node, ort),
		.listen = MEM_ARRAY(m, struct doc_sitzliste, all + 1), .plaetze = places ? doc_zahl(places) : 0,
		.nach_stimmen = doc_is(node, DOC_A_NACH, "stimmen"), .abweichung = doc_get(node, DOC_A_ABWEICHUNG)};
	for (const struct doc_node *l = doc_child(node, DOC_SITZLISTE); l; l = doc_next(l, DOC_SITZLISTE))
		list(doc, n, v, l);
	if (v->verfahren && v->zahl && !v->abweichung)
		distribute(v);
	for (size_t i = 0; v->abweichung && i < v->n; i++) {
		v->listen[i].sitze = v->listen[i].gesagt < 0 ? 0 : v->listen[i].gesagt;
		v->listen[i].los = doc_is(v->listen[i].node, DOC_A_LOS, "ja");
	}
	return v;
}
