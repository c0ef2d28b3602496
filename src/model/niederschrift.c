/* niederschrift.c: minutes as a typed view: who was there, when, at which item; what was decided. When items were:
 * verlaufszeiten.c. */
#include "model/niederschrift.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "model/index.h"
#include "model/public.h"
#include "model/wahl.h"

int doc_zahl(const char *s)
{
	return atoi(s);
}

static struct date day_of(const char *s)
{
	struct date d = {0};
	if (s)
		date_parse(&d, s);
	return d;
}

static size_t count(const struct doc_node *root, enum doc_kind k)
{
	size_t n = 0;
	for (const struct doc_node *at = root; at; at = doc_walk(root, at))
		n += at->kind == k;
	return n;
}

/* ---- attendance ---- */

/* In the body whose member he is, or whom he stands in for. */
static enum doc_als als(const struct doc *doc, const struct doc_niederschrift *n, const struct doc_teilnahme *t,
	const struct doc_node *membership)
{
	static const char *const names[] = {"stimmberechtigt", "beratend", "verwaltung", "gast"};
	const char *body = n->gremien.all[t->gremium];
	for (int i = 0; i < DOC_ALS_MAX; i++)
		if (doc_is(t->node, DOC_A_ALS, names[i]))
			return (enum doc_als)i;
	if (t->vertritt)
		return doc_stimmt_ab(doc, t->vertritt, body, n->datum) ? DOC_STIMMBERECHTIGT : DOC_BERATEND;
	return doc_hat_stimme(membership) ? DOC_STIMMBERECHTIGT : membership ? DOC_BERATEND : DOC_GAST;
}

size_t doc_gremium_von(const struct doc_niederschrift *n, const struct doc_node *at)
{
	const size_t i = doc_gremium_nr(&n->gremien, doc_get(at, DOC_A_GREMIUM));
	return i < n->gremien.n ? i : n->gremien.n > 1 ? DOC_ALLE : 0;
}

/* Somebody belongs to each body he, or whom he stands in for, is a member of, unless it is said which. */
static bool belongs(const struct doc *doc, const struct doc_niederschrift *n, const struct doc_node *c, size_t body)
{
	const char *whose = doc_get(c, DOC_A_VERTRITT);
	const size_t said = doc_gremium_von(n, c);
	if (said != DOC_ALLE)
		return said == body;
	if (doc_is(c, DOC_A_ALS, "gast") || doc_is(c, DOC_A_ALS, "verwaltung"))
		return !body;
	return doc_mitglied(doc, whose ? whose : doc_get(c, DOC_A_PERSON), n->gremien.all[body], n->datum) != NULL;
}

/* Somebody with a vote of his own is said to be a guest, or the administration. */
static bool no_guest(const struct doc_teilnahme *t, const struct doc_node *membership)
{
	return doc_hat_stimme(membership) && (t->als == DOC_GAST || t->als == DOC_VERWALTUNG);
}

static struct doc_teilnahme teilnahme(const struct doc *doc, const struct doc_niederschrift *n,
	const struct doc_node *c, size_t body)
{
	const struct doc_node *m = doc_mitglied(doc, doc_get(c, DOC_A_PERSON), n->gremien.all[body], n->datum);
	struct doc_teilnahme t = {.node = c,
		.gremium = body,
		.wer = doc_wer(doc, c, n->datum),
		.da = doc_is(c, DOC_A_STAND, "entschuldigt") ? DOC_ENTSCHULDIGT
			: doc_is(c, DOC_A_STAND, "abwesend") ? DOC_FEHLT
							     : DOC_ANWESEND,
		.vertritt = doc_get(c, DOC_A_VERTRITT),
		.fuer = m ? doc_get(m, DOC_A_FUER) : NULL,
		.rolle = m ? doc_get(m, DOC_A_ROLLE) : NULL,
		.mitglied = m != NULL,
		.stimmen = doc_stimmen_von(doc_get(c, DOC_A_VERTRITT)
				? doc_mitglied(doc, doc_get(c, DOC_A_VERTRITT), n->gremien.all[body], n->datum) : m)};
	t.als = als(doc, n, &t, m);
	t.strittig = t.vertritt && !doc_mitglied(doc, t.vertritt, n->gremien.all[body], n->datum);
	t.strittig |= no_guest(&t, m);
	t.als = t.strittig ? DOC_STIMMBERECHTIGT : t.als;
	return t;
}

/* There for the whole session. */
static bool throughout(const struct doc_teilnahme *t)
{
	static const enum doc_attr limits[] = {DOC_A_AB, DOC_A_BIS, DOC_A_AB_TOP, DOC_A_BIS_TOP};
	bool limited = t->da != DOC_ANWESEND || doc_child(t->node, DOC_ABWESEND);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		limited |= doc_get(t->node, limits[i]) != NULL;
	return !limited;
}

/* Came after the end, left before it began, or before coming. */
static bool impossible(const struct doc_niederschrift *n, const struct doc_node *at, enum doc_attr from,
	enum doc_attr to)
{
	const int begin = doc_minuten(n->beginn), von = doc_uhrzeit(n, at, from), bis = doc_uhrzeit(n, at, to);
	const int end = doc_uhrzeit(n, n->node, DOC_A_ENDE);
	return (von >= 0 && bis >= 0 && bis < von) || (bis >= 0 && bis < begin) || (end >= 0 && von > end);
}

static bool same(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* Two lines for one person, or for one seat: also the person himself and who stands in for him. */
static bool rivals(const struct doc_teilnahme *t, const struct doc_teilnahme *o)
{
	return o->node != t->node && o->gremium == t->gremium && throughout(o) &&
		(same(o->wer.person, t->wer.person) || same(o->vertritt, t->vertritt) ||
			same(o->wer.person, t->vertritt) || same(o->vertritt, t->wer.person));
}

static void disputed(const struct doc_niederschrift *n, struct doc_teilnahme *all)
{
	for (size_t i = 0; i < n->nteilnahmen; i++) {
		struct doc_teilnahme *t = &all[i];
		t->strittig |= impossible(n, t->node, DOC_A_AB, DOC_A_BIS);
		for (const struct doc_node *a = doc_child(t->node, DOC_ABWESEND); a; a = doc_next(a, DOC_ABWESEND))
			t->strittig |= impossible(n, a, DOC_A_VON, DOC_A_BIS);
		for (size_t k = 0; throughout(t) && k < i; k++)
			t->strittig |= rivals(t, &all[k]);
	}
}

static void teilnahmen(struct doc *doc, struct doc_niederschrift *n)
{
	const struct doc_node *up = doc_child(n->node, DOC_ANWESENHEIT);
	const size_t most = up ? count(up, DOC_TEILNAHME) * n->gremien.n : 0;
	struct doc_teilnahme *all = MEM_ARRAY(doc->mem, struct doc_teilnahme, most + 1);
	n->teilnahmen = all;
	for (const struct doc_node *c = up ? doc_child(up, DOC_TEILNAHME) : NULL; c; c = doc_next(c, DOC_TEILNAHME)) {
		const size_t first = n->nteilnahmen;
		for (size_t body = 0; body < n->gremien.n; body++)
			if (belongs(doc, n, c, body))
				all[n->nteilnahmen++] = teilnahme(doc, n, c, body);
		if (n->nteilnahmen == first)
			all[n->nteilnahmen++] = teilnahme(doc, n, c, 0);
		for (size_t i = first + 1; i < n->nteilnahmen; i++)
			all[i].weitere = true;
	}
	disputed(n, all);
}

const struct doc_verhandelt *doc_verhandelt(const struct doc_niederschrift *n, const char *id)
{
	for (size_t i = 0; id && i < n->ntops; i++)
		if (!strcmp(n->tops[i].id, id))
			return &n->tops[i];
	return NULL;
}

const struct doc_verhandelt *doc_punkt_von(const struct doc_niederschrift *n, const struct doc_node *at)
{
	const struct doc_node *top = at->kind == DOC_TOP ? at : doc_up(at, DOC_TOP);
	for (size_t i = 0; top && i < n->ntops; i++)
		if (n->tops[i].node == top)
			return &n->tops[i];
	return NULL;
}

/* Where an item lies: before, at or after another one; an unknown one: at. */
static int before(const struct doc_niederschrift *n, const char *id, const struct doc_verhandelt *at)
{
	const struct doc_verhandelt *v = doc_verhandelt(n, id);
	return !v ? 0 : (v > at) - (v < at);
}

struct span { int von, bis; };                         /* minutes of the day; one moment: both the same */

static struct span span_of(const struct doc_verhandelt *at)
{
	return (struct span){at->von, at->bis};
}

/* From a time on, of what lies between two. */
static enum doc_liegt from_time(struct span at, int t)
{
	return t < 0 || t <= at.von ? DOC_DA : t >= at.bis ? DOC_NICHT_DA : DOC_VIELLEICHT_DA;
}

static enum doc_liegt until_time(struct span at, int t)
{
	return t < 0 || t >= at.bis ? DOC_DA : t <= at.von ? DOC_NICHT_DA : DOC_VIELLEICHT_DA;
}

static enum doc_liegt both(enum doc_liegt a, enum doc_liegt b)
{
	return a < b ? a : b;
}

static enum doc_liegt despite(const struct doc_niederschrift *n, const struct doc_node *away,
	const struct doc_verhandelt *at, struct span when)
{
	const char *from = doc_get(away, DOC_A_VON_TOP), *to = doc_get(away, DOC_A_BIS_TOP);
	const int v = doc_uhrzeit(n, away, DOC_A_VON), b = doc_uhrzeit(n, away, DOC_A_BIS);
	if (from || to)
		return (!from || before(n, from, at) <= 0) && (!to || before(n, to, at) >= 0) ? DOC_NICHT_DA : DOC_DA;
	if ((b >= 0 && b <= when.von) || (v >= 0 && v >= when.bis))
		return DOC_DA;
	return v <= when.von && (b < 0 || b >= when.bis) ? DOC_NICHT_DA : DOC_VIELLEICHT_DA;
}

static enum doc_liegt is_there(const struct doc_niederschrift *n, const struct doc_teilnahme *t,
	const struct doc_verhandelt *at, struct span when)
{
	const struct doc_node *e = t->node;
	const char *ab = doc_get(e, DOC_A_AB_TOP), *bis = doc_get(e, DOC_A_BIS_TOP);
	if (t->da != DOC_ANWESEND || (ab && before(n, ab, at) > 0) || (bis && before(n, bis, at) < 0))
		return DOC_NICHT_DA;
	enum doc_liegt l = both(from_time(when, doc_uhrzeit(n, e, DOC_A_AB)),
		until_time(when, doc_uhrzeit(n, e, DOC_A_BIS)));
	for (const struct doc_node *a = doc_child(e, DOC_ABWESEND); a; a = doc_next(a, DOC_ABWESEND))
		l = both(l, despite(n, a, at, when));
	return l;
}

enum doc_liegt doc_anwesend(const struct doc_niederschrift *n, const struct doc_teilnahme *t,
	const struct doc_verhandelt *at)
{
	return is_there(n, t, at, span_of(at));
}

bool doc_befangen(const struct doc_verhandelt *v, const char *person)
{
	for (const struct doc_node *b = doc_child(v->node, DOC_BEFANGEN); person && b; b = doc_next(b, DOC_BEFANGEN))
		if (doc_is(b, DOC_A_PERSON, person))
			return true;
	return false;
}

enum doc_liegt doc_leitet(const struct doc_niederschrift *n, const struct doc_node *e, const struct doc_verhandelt *at)
{
	const char *ab = doc_get(e, DOC_A_AB_TOP), *bis = doc_get(e, DOC_A_BIS_TOP), *person = doc_get(e, DOC_A_PERSON);
	if ((ab && before(n, ab, at) > 0) || (bis && before(n, bis, at) < 0) || doc_befangen(at, person))
		return DOC_NICHT_DA;
	const struct span when = span_of(at);
	const enum doc_liegt l = both(from_time(when, doc_uhrzeit(n, e, DOC_A_VON)),
		until_time(when, doc_uhrzeit(n, e, DOC_A_BIS)));
	enum doc_liegt there = DOC_NICHT_DA;
	bool listed = false;
	for (size_t i = 0; person && i < n->nteilnahmen; i++)
		if (n->teilnahmen[i].wer.person && !strcmp(n->teilnahmen[i].wer.person, person)) {
			const enum doc_liegt now = n->teilnahmen[i].strittig ? DOC_VIELLEICHT_DA
				: doc_anwesend(n, &n->teilnahmen[i], at);
			there = now > there ? now : there;
			listed = true;
		}
	return listed ? both(l, there) : l;
}

/* Whoever votes in several bodies is one where all vote together. */
static bool counts(const struct doc_niederschrift *n, const struct doc_teilnahme *t, size_t body)
{
	bool again = false;
	for (const struct doc_teilnahme *o = t; body == DOC_ALLE && o > n->teilnahmen && o->weitere; o--)
		again |= o[-1].als == DOC_STIMMBERECHTIGT;
	return t->als == DOC_STIMMBERECHTIGT && !again && (body == DOC_ALLE || t->gremium == body);
}

static void count_in(struct doc_punkt_da *da, const struct doc_teilnahme *t, enum doc_liegt l)
{
	da->least += l == DOC_DA && !t->strittig ? t->stimmen : 0;
	da->most += l != DOC_NICHT_DA || t->strittig ? t->stimmen : 0;
}

static struct doc_punkt_da present(const struct doc_niederschrift *n, const struct doc_verhandelt *at, size_t body,
	bool bias)
{
	struct doc_punkt_da da = {0, 0};
	for (size_t i = 0; i < n->nteilnahmen; i++) {
		const struct doc_teilnahme *t = &n->teilnahmen[i];
		if (!counts(n, t, body) || (bias && doc_befangen(at, t->wer.person)))
			continue;
		count_in(&da, t, doc_anwesend(n, t, at));
	}
	return da;
}

/* When the first item was called: who left during it was there. Where none is left to be read (of a session that was
 * not public) when the session began. */
static struct doc_punkt_da at_the_beginning(const struct doc_niederschrift *n, size_t body)
{
	const struct doc_verhandelt *first = n->ntops ? n->tops : NULL;
	const int begin = first ? first->von : doc_minuten(n->beginn);
	struct doc_punkt_da da = {0, 0};
	for (size_t i = 0; i < n->nteilnahmen; i++)
		if (counts(n, &n->teilnahmen[i], body))
			count_in(&da, &n->teilnahmen[i],
				is_there(n, &n->teilnahmen[i], first, (struct span){begin, begin}));
	return da;
}

struct doc_punkt_da doc_stimmen_da(const struct doc_niederschrift *n, const struct doc_verhandelt *at, size_t body)
{
	return present(n, at, body, true);
}

/* The item in which it stands, else the last before it in its part; NULL: none. */
static const struct doc_verhandelt *item_before(const struct doc_niederschrift *n, const struct doc_node *at)
{
	const struct doc_verhandelt *in = doc_punkt_von(n, at);
	const struct doc_node *last = NULL;
	for (const struct doc_node *k = in ? at : at->parent->first; k != at; k = k->next)
		last = k->kind == DOC_TOP ? k : last;
	return in || !last ? in : doc_punkt_von(n, last);
}

struct doc_punkt_da doc_da_bei(const struct doc_niederschrift *n, const struct doc_node *at, size_t body)
{
	const struct doc_verhandelt *first = item_before(n, at), *then = first;
	const struct doc_node *next = first ? NULL : doc_child(at->parent, DOC_TOP);
	if (!first && !next)
		return (struct doc_punkt_da){0, INT_MAX};
	if (!first)
		first = then = doc_punkt_von(n, next);
	else if (first + 1 < n->tops + n->ntops)
		then = first + 1;
	const struct doc_punkt_da a = present(n, first, body, false), b = present(n, then, body, false);
	return (struct doc_punkt_da){a.least < b.least ? a.least : b.least, a.most > b.most ? a.most : b.most};
}

/* ---- items ---- */

void doc_wortlaut(struct buf *b, const struct doc *doc, const struct doc_node *in)
{
	for (const struct doc_node *n = doc_child(in, DOC_BESCHLUSS); n; n = doc_next(n, DOC_BESCHLUSS)) {
		doc_printed(b, doc, n);
		buf_chr(b, '\n');
	}
}

static char *wording(const struct doc *doc, const struct doc_node *in)
{
	struct buf b = {0};
	doc_wortlaut(&b, doc, in);
	return buf_take(&b, doc->mem);
}

static bool has_gap(const struct doc_node *in)
{
	for (const struct doc_node *b = doc_child(in, DOC_BESCHLUSS); b; b = doc_next(b, DOC_BESCHLUSS))
		if (doc_hat_luecke(b))
			return true;
	return false;
}

static void add_top(struct doc *doc, struct doc_verhandelt *v, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	struct buf title = {0};
	const struct doc_node *t = doc_child(n, DOC_TITEL);
	if (t)
		doc_text(&title, doc, t);
	*v = (struct doc_verhandelt){.node = n,
		.id = id ? id : "",
		.nummer = doc_get(n, DOC_A_NUMMER),
		.vorlage = doc_get(n, DOC_A_VORLAGE),
		.titel = buf_take(&title, doc->mem),
		.grund = doc_get(n, DOC_A_GRUND),
		.ergebnis = doc_get(n, DOC_A_ERGEBNIS),
		.oeffentlich = doc_public(n),
		.entfallen = doc_is(n, DOC_A_ENTFALLEN, "ja"),
		.verfahren = doc_get(n, DOC_A_ART) != NULL,
		.vorschlag = doc_child(n, DOC_BESCHLUSSVORSCHLAG),
		.beschluss = doc_child(n, DOC_BESCHLUSS)};
	v->geaendert = v->vorschlag && v->beschluss &&
		!doc_wie_vorgeschlagen(doc->mem, wording(doc, v->vorschlag), wording(doc, n));
	v->luecke = has_gap(v->beschluss ? n : v->vorschlag);
	for (const struct doc_node *a = doc_child(n, DOC_ABSTIMMUNG); a; a = doc_next(a, DOC_ABSTIMMUNG))
		if (!doc_get(n, DOC_A_ERGEBNIS))
			v->ergebnis = doc_get(a, DOC_A_ERGEBNIS);
	if (doc_child(n, DOC_WAHL) && !doc_get(n, DOC_A_ERGEBNIS))
		v->ergebnis = doc_alle_gewaehlt(doc->mem, n) ? "gewaehlt" : "nicht-gewaehlt";
}

static int by_number(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Is there one among the sorted numbers that goes on behind this one's point? */
static bool has_below(struct mem *m, const char *const *numbers, size_t n, const char *number)
{
	const char *below = mem_fmt(m, "%s.", number);
	size_t lo = 0, hi = n;
	while (lo < hi) {
		const size_t mid = lo + (hi - lo) / 2;
		if (strcmp(numbers[mid], below) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && !strncmp(numbers[lo], below, strlen(below));
}

/* "5" is the joint item of "5.1", unless it has a paper of its own. */
static void join(struct mem *m, struct doc_verhandelt *v, size_t n)
{
	const char **numbers = MEM_ARRAY(m, const char *, n + 1);
	size_t k = 0;
	for (size_t i = 0; i < n; i++)
		if (v[i].nummer)
			numbers[k++] = v[i].nummer;
	qsort(numbers, k, sizeof *numbers, by_number);
	for (size_t i = 0; i < n; i++)
		v[i].gemeinsam = v[i].nummer && !v[i].vorlage && has_below(m, numbers, k, v[i].nummer);
}

static void tops(struct doc *doc, struct doc_niederschrift *n)
{
	const struct doc_node *up = doc_child(n->node, DOC_VERLAUF);
	struct doc_verhandelt *v = MEM_ARRAY(doc->mem, struct doc_verhandelt, up ? count(up, DOC_TOP) + 1 : 1);
	for (const struct doc_node *p = up ? doc_child(up, DOC_SITZUNGSTEIL) : NULL; p; p = doc_next(p,
		DOC_SITZUNGSTEIL))
		for (const struct doc_node *c = doc_child(p, DOC_TOP); c; c = doc_next(c, DOC_TOP))
			add_top(doc, &v[n->ntops++], c);
	n->tops = v;
	join(doc->mem, v, n->ntops);
	doc_zeiten(n, v, up);
}

/* ---- votes ---- */

static void abstimmungen(struct doc *doc, struct doc_niederschrift *n)
{
	static const enum doc_attr said[] = {DOC_A_JA, DOC_A_NEIN, DOC_A_ENTHALTUNG, DOC_A_UNGUELTIG,
		DOC_A_NICHT_BETEILIGT};
	struct doc_abstimmung *a = MEM_ARRAY(doc->mem, struct doc_abstimmung, count(n->node, DOC_ABSTIMMUNG) + 1);
	n->abstimmungen = a;
	for (const struct doc_node *at = n->node; at; at = doc_walk(n->node, at)) {
		if (at->kind != DOC_ABSTIMMUNG)
			continue;
		*a = (struct doc_abstimmung){.node = at,
			.top = doc_punkt_von(n, at),
			.antrag = doc_up(at, DOC_ANTRAG),
			.gremium = doc_gremium_von(n, at),
			.ergebnis = doc_get(at, DOC_A_ERGEBNIS),
			.geheim = doc_is(at, DOC_A_ART, "geheim"),
			.namentlich = doc_is(at, DOC_A_ART, "namentlich")};
		if (a->top || n->ntops)
			a->da = present(n, a->top ? a->top : &n->tops[0], a->gremium, a->top);
		for (int k = 0; k < DOC_STIMMEN_MAX; k++)
			a->zahl[k] = doc_get(at, said[k]) ? atoi(doc_get(at, said[k])) : -1;
		a++;
		n->nabstimmungen++;
	}
}

bool doc_stimmt_mit(const struct doc_teilnahme *t, const struct doc_abstimmung *a)
{
	return t->als == DOC_STIMMBERECHTIGT && (a->gremium == DOC_ALLE || t->gremium == a->gremium);
}

const struct doc_abstimmung *doc_zur_sache(const struct doc_niederschrift *n, const struct doc_verhandelt *v,
	size_t gremium, const struct doc_abstimmung *a)
{
	for (a = a ? a + 1 : n->abstimmungen; a < n->abstimmungen + n->nabstimmungen; a++)
		if (a->top == v && !a->antrag && (gremium == DOC_ALLE || a->gremium == gremium))
			return a;
	return NULL;
}

/* How many of each body there are, and were there when it began. */
static void tagt(struct doc *doc, struct doc_niederschrift *n)
{
	struct doc_tagt *all = MEM_ARRAY(doc->mem, struct doc_tagt, n->gremien.n);
	for (size_t i = 0; i < n->gremien.n; i++) {
		all[i].soll = doc_soll(doc, n->gremien.all[i], n->datum);
		all[i].da = at_the_beginning(n, i);
	}
	n->tagt = all;
}

static bool all_signed(const struct doc_node *root)
{
	const struct doc_node *first = doc_child(root, DOC_UNTERZEICHNUNG);
	for (const struct doc_node *u = first; u; u = doc_next(u, DOC_UNTERZEICHNUNG))
		if (!doc_get(u, DOC_A_DATUM))
			return false;
	return first != NULL;
}

void doc_index_niederschrift(struct doc *doc)
{
	const struct doc_node *root = doc->root;
	if (root->kind != DOC_NIEDERSCHRIFT)
		return;
	struct doc_niederschrift *n = MEM_NEW(doc->mem, struct doc_niederschrift);
	const struct doc_node *notice = doc_angabe(doc, DOC_BEKANNTMACHUNG);
	const char *id = doc_get(root, DOC_A_ID), *session = doc_get(root, DOC_A_SITZUNG),
		   *body = doc_get(root, DOC_A_GREMIUM), *begin = doc_get(root, DOC_A_BEGINN);
	*n = (struct doc_niederschrift){.node = root,
		.id = id ? id : "",
		.sitzung = session ? session : "",
		.gremium = body ? body : "",
		.gremien = doc_gremien(doc->mem, root),
		.beginn = begin ? begin : "",
		.ende = doc_get(root, DOC_A_ENDE),
		.datum = day_of(doc_get(root, DOC_A_DATUM)),
		.fortsetzung_von = day_of(doc_get(root, DOC_A_FORTSETZUNG_VON)),
		.ladung = day_of(notice ? doc_get(notice, DOC_A_DATUM) : NULL),
		.unterschrieben = all_signed(root),
		.genehmigt = doc_child(root, DOC_GENEHMIGUNG) != NULL};
	teilnahmen(doc, n);
	tops(doc, n);
	tagt(doc, n);
	abstimmungen(doc, n);
	doc->index->niederschrift = n;
}

const struct doc_niederschrift *doc_niederschrift(const struct doc *doc)
{
	return doc->index->niederschrift;
}
