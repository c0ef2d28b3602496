/* votes.c: what minutes say of votes, in words; where results on one item differ, each of them. */
#include <string.h>

#include "model/public.h"
#include "model/wahl.h"
#include "office/record.h"

static void put_vote(struct buf *b, const struct style *s, const struct doc_abstimmung *a)
{
	const struct sty_ergebnis *e = sty_ergebnis(s, a->ergebnis);
	const char *about = doc_get(a->node, DOC_A_GEGENSTAND);
	struct buf zu = {0};
	doc_put_zu(&zu, a->node);
	buf_str(b, b->len ? "; " : "");
	if (about)
		buf_fmt(b, "%s: ", about);
	else if (zu.len)
		buf_fmt(b, "%s %s: ", sty_word(s, "abstimmung-zu"), zu.data);
	buf_str(b, e ? sty_ergebnis_wort(e, a->zahl[DOC_JA], a->zahl[DOC_NEIN]) : "");
	if (a->zahl[DOC_JA] >= 0) {
		buf_str(b, " (");
		sty_put_votes(b, s, a->zahl, " ");
		buf_str(b, ")");
	}
	buf_free(&zu);
}

const char *off_votes(struct mem *m, const struct style *s, const struct doc_niederschrift *n,
	const struct doc_verhandelt *v)
{
	struct buf b = {0};
	size_t k = 0;
	for (const struct doc_abstimmung *a = NULL; (a = doc_zur_sache(n, v, a)); k++)
		put_vote(&b, s, a);
	const char *all = buf_take_or(&b, m, NULL);
	return k > 1 ? all : NULL;
}

bool off_votes_differ(const struct doc_niederschrift *n, const struct doc_verhandelt *v)
{
	const struct doc_abstimmung *first = doc_zur_sache(n, v, NULL);
	bool differ = false;
	for (const struct doc_abstimmung *a = first; a; a = doc_zur_sache(n, v, a))
		differ |= strcmp(a->ergebnis ? a->ergebnis : "", first->ergebnis ? first->ergebnis : "") != 0;
	return differ && !doc_get(v->node, DOC_A_ERGEBNIS);
}

const char *off_elected(struct mem *m, const struct doc *doc, const struct style *s, const struct doc_verhandelt *v)
{
	struct buf b = {0};
	for (const struct doc_node *w = doc_child(v->node, DOC_WAHL); w; w = doc_next(w, DOC_WAHL)) {
		const struct doc_wahl *e = doc_wahl(m, w);
		for (size_t i = 0; i < e->n; i++) {
			const struct doc_wer of = doc_wer(doc, e->bewerbungen[i].node, doc_niederschrift(doc)->datum);
			if (e->bewerbungen[i].gewaehlt)
				buf_fmt(&b, "%s%s (%s)", b.len ? ", " : "",
					of.name && doc_names_openly(e->bewerbungen[i].node) ? of.name
						: of.amt ? of.amt : sty_word(s, "ohne-namen"),
					doc_get(w, DOC_A_AMT));
		}
	}
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
	const char *elected = e && doc_child(v->node, DOC_WAHL) ? off_elected(m->mem, m->doc, m->style, v) : NULL;
	if (elected)
		return mem_fmt(m->mem, "%s: %s", e->wort, elected);
	if (off_votes_differ(m->n, v))
		return off_votes(m->mem, m->style, m->n, v);
	for (const struct doc_abstimmung *a = NULL; (a = doc_zur_sache(m->n, v, a));)
		last = a;
	return !e ? v->ergebnis : last ? sty_ergebnis_wort(e, last->zahl[DOC_JA], last->zahl[DOC_NEIN]) : e->wort;
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
	const struct reg_words words = {result_word, result_outcome, &of};
	const bool ok = reg_index_minutes(reg, src, doc, &words, d);
	mem_free(of.mem);
	return ok;
}
