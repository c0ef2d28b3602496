/* decided.c: the numbers of decisions: kept with the minutes that say them, and given to those that have none yet, once
 * the minutes are whole. */
#include "office/decided.h"

#include <string.h>

#include "model/niederschrift.h"
#include "source/source.h"
#include "style/papiere.h"
#include "style/style.h"

struct deciding {
	struct reg *reg;
	struct mem *mem;
	const struct doc *doc;
	const struct style *style;
	const struct doc_niederschrift *n;
	const struct doc_muster *muster;
	struct diag *diag;
};

/* Only what passed, and was not only prepared, unless the town numbers all it votes on. */
static bool is_numbered(const struct deciding *d, const struct doc_verhandelt *v, const struct doc_beschluss *b)
{
	const struct sty_ergebnis *e = sty_ergebnis(d->style, b->ergebnis);
	const bool prepared = doc_bereitet_vor(d->mem, doc_get(v->node, DOC_A_ROLLE), sty_terms(d->style));
	if (v->entfallen || v->verfahren || (prepared && !sty_rule_is(d->style, "beschluss-empfehlung", "ja")))
		return false;
	return e && (e->folge == STY_ANGENOMMEN ||
		(e->folge == STY_ABGELEHNT && sty_rule_is(d->style, "beschluss-fuer", "alle")));
}

static struct reg_wish wish_of(const struct deciding *d, const char *key, const char *body, struct date day)
{
	const struct doc_stelle *s = doc_stelle(d->doc, body);
	const struct doc_node *period = doc_wahlperiode(d->doc, day);
	const bool apart = sty_rule_is(d->style, "beschluss-je-gremium", "ja") &&
		!doc_muster_nennt(d->muster, DOC_TEIL_GREMIUM);
	return (struct reg_wish){.paper = reg_key(d->doc->ort, key), .muster = d->muster,
		.werte = {.jahr = day.year, .wahlperiode = period ? doc_get(period, DOC_A_NUMMER) : NULL,
			.gremium = s ? doc_get(s->node, DOC_A_KURZ) : NULL,
			.sitzung = d->n ? doc_get(d->n->node, DOC_A_NUMMER) : NULL},
		.art = apart ? mem_fmt(d->mem, REG_BESCHLUSS "/%s", body) : REG_BESCHLUSS};
}

/* What a number that came with a result by hand is kept under. */
static const char *key_by_hand(struct mem *m, const char *paper, const char *body, struct date day)
{
	struct buf b = {0};
	date_put_iso(&b, day);
	return mem_fmt(m, "%s/%s/%s", paper, body, buf_take(&b, m));
}

/* A fault of a number is told where it stands. */
static const char *number(const struct deciding *d, const struct reg_wish *wish, const struct doc_node *at)
{
	struct diag *own = diag_new();
	size_t n;
	const char *given = reg_number(d->reg, d->mem, wish, own);
	const struct diag_msg *msg = diag_sorted(own, &n);
	for (; n; msg++, n--)
		diag_add(d->diag, msg->sev, msg->code, doc_path(d->doc, at), at->line, "%s", msg->text);
	diag_free(own);
	return given;
}

static bool decides_alone(const struct deciding *d, const struct doc_verhandelt *v, const struct doc_beschluss *b)
{
	const struct doc_beschluss *all;
	const size_t n = doc_beschluesse(d->mem, d->n, v, &all);
	size_t same = 0;
	for (size_t i = 0; i < n; i++)
		same += all[i].gremium == b->gremium;
	return same == 1;
}

/* Is it the decision whose number came by hand? Of several the one that says it. */
static bool is_by_hand(const struct deciding *d, const struct doc_verhandelt *v, const struct doc_beschluss *b,
	struct reg_wish *wish)
{
	struct reg_known paper;
	if (!v->vorlage || !reg_paper_by_number(d->reg, d->mem, d->doc->ort, v->vorlage, &paper))
		return false;
	const char *body = d->n->gremien.all[b->gremium == DOC_ALLE ? 0 : b->gremium];
	wish->paper = reg_key(d->doc->ort, key_by_hand(d->mem, paper.id, body, d->n->datum));
	const char *given = reg_number_given(d->reg, d->mem, wish);
	return given && (b->nummer ? !strcmp(b->nummer, given) : decides_alone(d, v, b));
}

/* Of all that meet together the numbers are those of the first. */
static const char *decided(const struct deciding *d, const struct doc_verhandelt *v, const struct doc_beschluss *b)
{
	const char *body = d->n->gremien.all[b->gremium == DOC_ALLE ? 0 : b->gremium];
	struct reg_wish wish = wish_of(d, doc_beschluss_schluessel(d->mem, d->n, v, b), body, d->n->datum), hand = wish;
	if (is_by_hand(d, v, b, &hand))
		wish = hand;
	wish.wanted = b->nummer;
	return number(d, &wish, b->node);
}

static bool begin(struct deciding *d)
{
	d->n = doc_niederschrift(d->doc);
	d->muster = sty_beschluss_muster(d->style, d->mem);
	return d->muster != NULL;
}

bool off_keep_numbers_by_hand(struct reg *r, const struct doc *doc, const struct style *s, struct diag *diag)
{
	struct deciding d = {.reg = r, .mem = mem_new(), .doc = doc, .style = s, .diag = diag};
	const struct doc_vorlage *v = doc_vorlage(doc);
	bool ok = true;
	for (size_t i = 0; i < v->nberatungen; i++) {
		const struct doc_beratung *b = &v->beratungen[i];
		if (!b->beschlussnummer || !(d.muster || begin(&d)))
			continue;
		const char *key = key_by_hand(d.mem, v->id, b->gremium, b->datum);
		struct reg_wish wish = wish_of(&d, key, b->gremium, b->datum);
		wish.wanted = b->beschlussnummer;
		ok &= number(&d, &wish, b->node) != NULL;
	}
	mem_free(d.mem);
	return ok;
}

bool off_keep_numbers(struct reg *r, const struct doc *doc, const struct style *s, struct diag *diag)
{
	struct deciding d = {.reg = r, .mem = mem_new(), .doc = doc, .style = s, .diag = diag};
	const bool numbers = begin(&d) && d.n;
	bool ok = true;
	for (size_t i = 0; numbers && i < d.n->ntops; i++) {
		const struct doc_beschluss *all;
		const size_t n = doc_beschluesse(d.mem, d.n, &d.n->tops[i], &all);
		for (size_t k = 0; k < n; k++)
			ok &= !all[k].nummer || decided(&d, &d.n->tops[i], &all[k]);
	}
	mem_free(d.mem);
	return ok;
}

bool off_give_numbers(struct reg *r, struct mem *m, const struct edition *e, struct off_numbers *found,
	struct diag *diag)
{
	struct deciding d = {.reg = r, .mem = m, .doc = e->doc, .style = e->style, .diag = diag};
	size_t cap = 0;
	bool ok = true;
	*found = (struct off_numbers){NULL, 0};
	const bool numbers = begin(&d) && d.n;
	for (size_t i = 0; numbers && i < d.n->ntops; i++) {
		const struct doc_beschluss *all;
		const size_t n = doc_beschluesse(m, d.n, &d.n->tops[i], &all);
		for (size_t k = 0; ok && k < n; k++) {
			if (all[k].nummer || !is_numbered(&d, &d.n->tops[i], &all[k]))
				continue;
			const char *given = decided(&d, &d.n->tops[i], &all[k]);
			ok = given != NULL;
			MEM_ROOM_IN(m, found->all, found->n, cap);
			found->all[found->n++] = (struct src_edit){src_place(m, all[k].node), "beschlussnummer", given};
		}
	}
	return ok;
}
