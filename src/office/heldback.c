/* heldback.c: what was taken back or never public in a document that is to be shown, as the register stands. */
#include "base/zone.h"
#include "model/niederschrift.h"
#include "office/hidden.h"
#include "office/record.h"
#include "office/withdraw.h"
#include "register/release.h"

static const char *since(struct mem *m, const struct reg_taken_back *back)
{
	struct buf b = {0};
	buf_str(&b, "Zurückgezogen am ");
	date_put(&b, zone_day(back->when));
	buf_fmt(&b, ": %s. Öffentlich wird es erst wieder mit „ratssatz freigeben --wird-oeffentlich“.", back->grund);
	return buf_take(&b, m);
}

/* Of the papers that public items of minutes decide on. */
static const char *paper_back(struct reg *reg, struct mem *m, const struct doc *doc)
{
	const struct doc_niederschrift *k = doc_niederschrift(doc);
	for (size_t i = 0; k && i < k->ntops; i++) {
		const struct doc_verhandelt *t = &k->tops[i];
		struct diag *told = diag_new();
		const struct reg_keys of = t->oeffentlich && t->vorlage ? reg_called(reg, m, t->vorlage, told)
									: (struct reg_keys){0};
		diag_free(told);
		for (size_t j = 0; j < of.n; j++)
			if (reg_is_taken_back(reg, of.all[j]))
				return mem_fmt(m, "Die Vorlage %s ist zurückgezogen", t->vorlage);
	}
	return NULL;
}

/* As the office would refuse it. */
static const char *refused(struct reg *reg, struct mem *m, const struct edition *e)
{
	struct diag *d = diag_new();
	size_t n = 0;
	const struct diag_msg *why = off_stays_hidden(reg, m, e, false, d) ? NULL : diag_sorted(d, &n);
	const char *text = n ? mem_dup(m, why->text) : NULL;
	diag_free(d);
	return text;
}

const char *off_held_back(struct reg *reg, struct mem *m, const struct edition *e)
{
	struct reg_taken_back back;
	if (reg_taken_back(reg, m, reg_key(e->doc->ort, off_id(m, e->root, e->doc)), &back))
		return since(m, &back);
	const char *why = refused(reg, m, e);
	return why ? why : paper_back(reg, m, e->doc);
}
