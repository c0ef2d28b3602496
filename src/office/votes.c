/* votes.c: what minutes say of votes, in words; where results on one item differ, each of them. */
#include <string.h>

#include "model/public.h"
#include "model/wahl.h"
#include "office/decided.h"
#include "office/record.h"

struct telling { const struct doc *doc; const struct style *style; bool words, bodies; };

static const char *word_of_as(const struct sty_ergebnis *e, const struct doc_abstimmung *a)
{
	const struct doc_entschieden d = doc_entschieden(a->node);
	return sty_ergebnis_wort(e, d.ja, d.nein);
}

static const char *word_of(const struct style *s, const struct doc_abstimmung *a)
{
	const struct sty_ergebnis *e = sty_ergebnis(s, a->ergebnis);
	return e ? word_of_as(e, a) : "";
}

void off_put_casting_vote(struct buf *b, const struct style *s, const char *vote)
{
	if (vote)
		buf_fmt(b, "%s%s: %s", b->len ? ", " : "", sty_word(s, "stichentscheid"),
			sty_word(s, !strcmp(vote, "ja") ? "stimmen-ja" : "stimmen-nein"));
}

void off_put_number(struct buf *b, const struct style *s, const char *number)
{
	if (number)
		buf_fmt(b, "%s%s %s", b->len ? ", " : "", sty_word(s, "beschluss-nr"), number);
}

/* What a vote was about, and in a joint session whose it was. */
static void put_subject(struct buf *b, const struct telling *t, const struct doc_abstimmung *a)
{
	const struct doc_niederschrift *n = doc_niederschrift(t->doc);
	const char *about = doc_get(a->node, DOC_A_GEGENSTAND),
		   *id = t->bodies && a->gremium != DOC_ALLE ? n->gremien.all[a->gremium] : NULL,
		   *body = id ? doc_name_am(t->doc, id, n->datum) : NULL;
	struct buf zu = {0};
	doc_put_zu(&zu, a->node);
	if (body)
		buf_fmt(b, "%s: ", body);
	if (about)
		buf_fmt(b, "%s: ", about);
	else if (zu.len)
		buf_fmt(b, "%s %s: ", sty_word(t->style, "abstimmung-zu"), zu.data);
	buf_free(&zu);
}

static void put_number(struct buf *b, const struct style *s, const struct doc_node *decision)
{
	off_put_number(b, s, doc_get(decision, DOC_A_BESCHLUSSNUMMER));
}

static void put_vote(struct buf *b, const struct telling *t, const struct doc_abstimmung *a)
{
	const struct sty_ergebnis *e = t->words ? sty_ergebnis(t->style, a->ergebnis) : NULL;
	const bool counted = a->zahl[DOC_JA] >= 0;
	buf_str(b, b->len ? "; " : "");
	put_subject(b, t, a);
	buf_str(b, e ? word_of(t->style, a) : "");
	buf_str(b, counted && e ? " (" : "");
	if (counted)
		sty_put_votes(b, t->style, a->zahl, " ");
	off_put_casting_vote(b, t->style, doc_get(a->node, DOC_A_STICHENTSCHEID));
	buf_str(b, counted && e ? ")" : "");
	put_number(b, t->style, a->node);
}

/* Each with its own words where one of them has others, or does not count. */
static bool need_words(const struct style *s, const struct doc_niederschrift *n, const struct doc_verhandelt *v,
	size_t body)
{
	const struct doc_abstimmung *first = doc_zur_sache(n, v, body, NULL);
	bool need = false;
	for (const struct doc_abstimmung *a = first; a; a = doc_zur_sache(n, v, body, a))
		need |= a->zahl[DOC_JA] < 0 || strcmp(word_of(s, a), word_of(s, first)) != 0;
	return need;
}

const char *off_votes(struct mem *m, const struct doc *doc, const struct style *s, const struct doc_verhandelt *v,
	size_t body)
{
	const struct doc_niederschrift *n = doc_niederschrift(doc);
	const struct telling t = {doc, s, need_words(s, n, v, body), body == DOC_ALLE && n->gremien.n > 1};
	struct buf b = {0};
	size_t k = 0;
	for (const struct doc_abstimmung *a = NULL; (a = doc_zur_sache(n, v, body, a)); k++)
		put_vote(&b, &t, a);
	const char *all = buf_take_or(&b, m, NULL);
	return k > 1 ? all : NULL;
}

bool off_votes_differ(const struct doc_niederschrift *n, const struct doc_verhandelt *v, size_t body)
{
	const struct doc_abstimmung *first = doc_zur_sache(n, v, body, NULL);
	bool differ = false;
	for (const struct doc_abstimmung *a = first; a; a = doc_zur_sache(n, v, body, a))
		differ |= strcmp(a->ergebnis ? a->ergebnis : "", first->ergebnis ? first->ergebnis : "") != 0;
	return differ && !doc_get(v->node, DOC_A_ERGEBNIS);
}

/* ---- elections */

/* As the public may know her: by name, office or whoever proposes. */
static const char *candidate(const struct telling *t, const struct doc_bewerbung *of)
{
	const struct date day = doc_niederschrift(t->doc)->datum;
	const struct doc_wer who = doc_wer(t->doc, of->node, day);
	const char *group = doc_get(of->node, DOC_A_GRUPPE), *by = group ? doc_name_am(t->doc, group, day) : NULL;
	return who.name && doc_names_openly(of->node) ? who.name : who.amt ? who.amt
		: by && !who.name ? by : sty_word(t->style, "ohne-namen");
}

static void put_elected(struct buf *b, const struct telling *t, const struct doc_wahl *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->bewerbungen[i].gewaehlt && !e->bewerbungen[i].lehnt_ab)
			buf_fmt(b, "%s%s (%s)", b->len ? ", " : "", candidate(t, &e->bewerbungen[i]),
				doc_get(e->node, DOC_A_AMT));
}

/* "2. Wahlgang: Anna Ahorn 4, Gerd Fichte 2, 1 ungültig" */
static void put_round(struct buf *b, const struct telling *t, const struct doc_wahl *e, size_t k)
{
	const struct doc_wahlgang *g = &e->gaenge[k];
	const int besides[DOC_STIMMEN_MAX] = {-1, g->nein ? g->nein : -1, g->enthaltung ? g->enthaltung : -1,
		g->ungueltig, g->nicht_beteiligt};
	buf_str(b, b->len ? "; " : "");
	if (e->ngaenge > 1)
		buf_fmt(b, "%zu. ", k + 1);
	buf_fmt(b, "%s: ", sty_word(t->style, "wahlgang"));
	const size_t start = b->len;
	for (size_t i = 0; i < e->n; i++)
		if (e->bewerbungen[i].stimmen[k] >= 0)
			buf_fmt(b, "%s%s %d", b->len > start ? ", " : "", candidate(t, &e->bewerbungen[i]),
				e->bewerbungen[i].stimmen[k]);
	struct buf rest = {0};
	sty_put_votes(&rest, t->style, besides, " ");
	if (rest.len)
		buf_fmt(b, ", %s", rest.data);
	buf_free(&rest);
}

const char *off_elected(struct mem *m, const struct doc *doc, const struct style *s, const struct doc_verhandelt *v,
	size_t body, bool votes)
{
	const struct telling t = {.doc = doc, .style = s};
	struct buf b = {0};
	for (const struct doc_node *w = doc_child(v->node, DOC_WAHL); w; w = doc_next(w, DOC_WAHL)) {
		if (body != DOC_ALLE && doc_gremium_von(doc_niederschrift(doc), w) != body)
			continue;
		const struct doc_wahl *e = doc_wahl(m, w);
		put_elected(&b, &t, e);
		for (size_t k = 0; votes && k < e->ngaenge; k++)
			put_round(&b, &t, e, k);
	}
	return buf_take_or(&b, m, NULL);
}

const char *off_number_of(struct mem *m, const struct doc *doc, const struct style *s, const struct doc_verhandelt *v,
	size_t body)
{
	const struct doc_beschluss *all;
	const size_t n = doc_beschluesse(m, doc_niederschrift(doc), v, &all);
	struct buf b = {0};
	for (size_t i = 0; i < n; i++)
		if (all[i].gremium == body || all[i].gremium == DOC_ALLE)
			put_number(&b, s, all[i].node);
	return buf_take_or(&b, m, NULL);
}

struct minutes_of {
	struct mem *mem;
	const struct doc *doc;
	const struct style *style;
	const struct doc_niederschrift *n;
};

/* Of several results on one item there is none for all: each is told. */
static const char *result_word(const void *arg, const struct doc_verhandelt *v)
{
	const struct minutes_of *m = arg;
	const struct sty_ergebnis *e = sty_ergebnis(m->style, v->ergebnis);
	const struct doc_abstimmung *last = NULL;
	const char *elected = e && doc_child(v->node, DOC_WAHL)
		? off_elected(m->mem, m->doc, m->style, v, DOC_ALLE, false) : NULL;
	if (elected)
		return mem_fmt(m->mem, "%s: %s", e->wort, elected);
	if (off_votes_differ(m->n, v, DOC_ALLE))
		return off_votes(m->mem, m->doc, m->style, v, DOC_ALLE);
	for (const struct doc_abstimmung *a = NULL; (a = doc_zur_sache(m->n, v, DOC_ALLE, a));)
		last = a;
	return !e ? v->ergebnis : last ? word_of_as(e, last) : e->wort;
}

/* Of one decision with its number; several say theirs where they are told one by one. */
static const char *numbered(const void *arg, const struct doc_verhandelt *v)
{
	const struct minutes_of *m = arg;
	const struct doc_beschluss *all;
	const size_t n = doc_beschluesse(m->mem, m->n, v, &all);
	struct buf b = {0};
	const char *word = result_word(arg, v);
	buf_str(&b, word ? word : "");
	for (size_t i = 0; i < n && !off_votes_differ(m->n, v, DOC_ALLE); i++)
		put_number(&b, m->style, all[i].node);
	return buf_take_or(&b, m->mem, NULL);
}

static const char *result_outcome(const void *arg, const char *id)
{
	const struct sty_ergebnis *e = sty_ergebnis(((const struct minutes_of *)arg)->style, id);
	return e ? sty_folge_name(e->folge) : NULL;
}

bool off_index_minutes(struct reg *reg, const struct reg_source *src, const struct doc *doc, const struct style *s,
	struct diag *d)
{
	const struct minutes_of of = {mem_new(), doc, s, doc_niederschrift(doc)};
	const struct reg_words words = {numbered, result_outcome, &of};
	const bool ok = off_keep_numbers(reg, doc, s, d) && reg_index_minutes(reg, src, doc, &words, d);
	mem_free(of.mem);
	return ok;
}
