/* decided.c: the numbers of decisions: kept with the minutes that say them, and given to those that have none yet, once
 * the minutes are whole. */
#include "office/decided.h"

#include <string.h>

#include "model/niederschrift.h"
#include "source/source.h"
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

/* Only what passed, unless the town numbers all it votes on. */
static bool is_numbered(const struct deciding *d, const struct doc_beschluss *b)
{
	const struct sty_ergebnis *e = sty_ergebnis(d->style, b->ergebnis);
	return e && (e->folge == STY_ANGENOMMEN ||
		(e->folge == STY_ABGELEHNT && sty_rule_is(d->style, "beschluss-fuer", "alle")));
}

/* Of all that meet together the numbers are those of the first. */
static struct reg_wish wish_of(const struct deciding *d, const struct doc_verhandelt *v, const struct doc_beschluss *b)
{
	const struct doc_niederschrift *n = d->n;
	const char *body = n->gremien.all[b->gremium == DOC_ALLE ? 0 : b->gremium];
	const struct doc_stelle *s = doc_stelle(d->doc, body);
	const struct doc_node *period = doc_wahlperiode(d->doc, n->datum);
	const bool apart = sty_rule_is(d->style, "beschluss-je-gremium", "ja") &&
		!doc_muster_nennt(d->muster, DOC_TEIL_GREMIUM);
	return (struct reg_wish){reg_key(d->doc->ort, doc_beschluss_schluessel(d->mem, n, v, b)), d->muster,
		{.jahr = n->datum.year, .wahlperiode = period ? doc_get(period, DOC_A_NUMMER) : NULL,
			.gremium = s ? doc_get(s->node, DOC_A_KURZ) : NULL},
		b->nummer, apart ? mem_fmt(d->mem, REG_BESCHLUSS "/%s", body) : REG_BESCHLUSS};
}

/* A fault of a number is told where it stands. */
static const char *number(const struct deciding *d, const struct doc_verhandelt *v, const struct doc_beschluss *b)
{
	const struct reg_wish wish = wish_of(d, v, b);
	struct diag *own = diag_new();
	size_t n;
	const char *given = reg_number(d->reg, d->mem, &wish, own);
	const struct diag_msg *msg = diag_sorted(own, &n);
	for (; n; msg++, n--)
		diag_add(d->diag, msg->sev, msg->code, doc_path(d->doc, b->node), b->node->line, "%s", msg->text);
	diag_free(own);
	return given;
}

static bool begin(struct deciding *d)
{
	d->n = doc_niederschrift(d->doc);
	d->muster = sty_beschluss_muster(d->style, d->mem);
	return d->n && d->muster;
}

bool off_keep_numbers(struct reg *r, const struct doc *doc, const struct style *s, struct diag *diag)
{
	struct deciding d = {.reg = r, .mem = mem_new(), .doc = doc, .style = s, .diag = diag};
	const bool numbers = begin(&d);
	bool ok = true;
	for (size_t i = 0; numbers && i < d.n->ntops; i++) {
		const struct doc_beschluss *all;
		const size_t n = doc_beschluesse(d.mem, d.n, &d.n->tops[i], &all);
		for (size_t k = 0; k < n; k++)
			ok &= !all[k].nummer || number(&d, &d.n->tops[i], &all[k]);
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
	const bool numbers = begin(&d);
	for (size_t i = 0; numbers && i < d.n->ntops; i++) {
		const struct doc_beschluss *all;
		const size_t n = doc_beschluesse(m, d.n, &d.n->tops[i], &all);
		for (size_t k = 0; ok && k < n; k++) {
			if (all[k].nummer || d.n->tops[i].entfallen || !is_numbered(&d, &all[k]))
				continue;
			const char *given = number(&d, &d.n->tops[i], &all[k]);
			ok = given != NULL;
			MEM_ROOM_IN(m, found->all, found->n, cap);
			found->all[found->n++] = (struct src_edit){src_place(m, all[k].node), "beschlussnummer", given};
		}
	}
	return ok;
}
