/* haushalt.c: the money of a paper: what it costs and how that is paid must add up, year by year. */
#include <string.h>

#include "check/rule.h"

/* Amounts of one budget year, where all entries name a Produkt of one year and Produkt; open: an entry without an
 * amount, or an estimate, so that sums may differ. */
struct year { const char *name; struct doc_sum kosten, finanzierung; bool open; const struct doc_node *first; };
struct budget { struct chk *chk; struct year *at; size_t n, cap; bool by_product; };

static struct year *year_of(struct budget *b, const struct doc_posten *p)
{
	struct mem *mem = b->chk->mem;
	const char *name = p->haushaltsjahr ? mem_fmt(mem, "Haushaltsjahr %d", p->haushaltsjahr) : "ohne Haushaltsjahr";
	size_t i = 0;
	if (b->by_product)
		name = mem_fmt(mem, "%s, Produkt %s", name, doc_get(p->node, DOC_A_PRODUKT));
	while (i < b->n && strcmp(b->at[i].name, name))
		i++;
	if (i == b->n) {
		MEM_ROOM_IN(mem, b->at, b->n, b->cap);
		b->at[b->n++] = (struct year){.name = name, .first = p->node};
	}
	return &b->at[i];
}

static bool all_products(const struct doc_kosten *k)
{
	for (size_t i = 0; i < k->nposten; i++)
		if (!doc_get(k->posten[i].node, DOC_A_PRODUKT))
			return false;
	return true;
}

static void add_years(struct budget *b, const struct doc_kosten *k)
{
	for (size_t i = 0; i < k->nposten; i++) {
		const struct doc_posten *p = &k->posten[i];
		struct year *y = year_of(b, p);
		struct doc_place at = {b->chk->diag, b->chk->doc, p->node, y->name};
		y->open |= p->circa || !p->has_amount;
		doc_sum_posten(k->node->kind == DOC_KOSTEN ? &y->kosten : &y->finanzierung, k, p, &at);
	}
}

/* All of a paper's <kosten> or <finanzierung>, whatever their turn; certain: each entry has an amount. */
static money_t sum_of(struct chk *c, const struct doc_kosten *k, bool *certain)
{
	struct doc_sum all = k->einmalig;
	struct doc_place at = {c->diag, c->doc, k->node, doc_kind_name(k->node->kind)};
	doc_sum_sum(&all, &k->jaehrlich, &at);
	*certain = all.n == k->nposten && !all.over;
	return all.value;
}

static void told_sum(struct chk *c, const struct doc_kosten *k)
{
	const char *s = doc_get(k->node, DOC_A_LAUT_SUMME);
	bool certain;
	money_t told, sum = sum_of(c, k, &certain);
	if (s && money_parse(&told, s) && (certain ? told != sum : told < sum))
		chk_tell(c, RULE_SUMME, k->node,
			"Summe %s, die Posten in <%s> ergeben %s; bitte einen Posten oder laut-summe berichtigen oder "
			"die Abweichung begründen",
			chk_euro(c, told), doc_kind_name(k->node->kind), chk_euro(c, sum));
}

/* The costs of the edition a paper presents are not written again; a sum told beside them is one of its sums. */
static void told_of_edition(struct chk *c, const struct doc_node *part)
{
	const struct doc *edition = doc_edition(c->doc, c->vorlage->praesentiert);
	const char *s = doc_get(part, DOC_A_LAUT_SUMME);
	money_t told;
	if (!edition || !s || !money_parse(&told, s))
		return;
	struct doc_summen of = doc_summen(edition, c->diag);
	money_t once = of.einmalig.value, yearly = of.jaehrlich.value;
	if (told != once && told != yearly && told != once + yearly)
		chk_tell(c, RULE_SUMME, part,
			"Summe %s, die Maßnahmen der Ausgabe „%s“ kosten einmalig %s und jährlich %s; bitte laut-summe "
			"oder die Ausgabe berichtigen",
			chk_euro(c, told), c->vorlage->praesentiert, chk_euro(c, once), chk_euro(c, yearly));
}

void chk_haushalt(struct chk *c)
{
	static const struct doc_kosten none;
	const struct doc_kosten *kosten = c->vorlage ? &c->vorlage->kosten : &none,
				*paid = c->vorlage ? &c->vorlage->finanzierung : &none;
	struct budget b = {.chk = c, .by_product = all_products(kosten) && all_products(paid)};
	if (kosten->node && c->vorlage->praesentiert && !kosten->nposten)
		told_of_edition(c, kosten->node);
	else if (kosten->node)
		told_sum(c, kosten);
	if (paid->node)
		told_sum(c, paid);
	add_years(&b, kosten);
	add_years(&b, paid);
	bool both = kosten->einmalig.value + kosten->jaehrlich.value && paid->einmalig.value + paid->jaehrlich.value;
	for (size_t i = 0; i < b.n && both; i++) {
		const struct year *y = &b.at[i];
		if (!y->open && y->kosten.value != y->finanzierung.value)
			chk_tell(c, RULE_SUMME, y->first,
				"%s: Kosten %s, Finanzierung %s; erwartet wird derselbe Betrag (was nicht gedeckt ist, "
				"mit deckung=\"nicht-gegeben\"), bitte einen Posten berichtigen",
				y->name, chk_euro(c, y->kosten.value), chk_euro(c, y->finanzierung.value));
	}
}
