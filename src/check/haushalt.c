/* haushalt.c: the money of a paper: what it costs and how that is paid must add up, year by year. */
#include <string.h>

#include "check/rule.h"

/* Amounts of one budget year, where all entries name a Produkt of one year and Produkt; open: an entry without an
 * amount, or an estimate, so that sums may differ. */
struct year { const char *name; money_t kosten, finanzierung; bool open; const struct doc_node *first; };
enum { YEARS = 64 };
struct budget { struct mem *mem; struct year at[YEARS]; int n; bool by_product; };

static struct year *year_of(struct budget *b, const struct doc_node *posten)
{
	const char *name = doc_get(posten, DOC_A_HAUSHALTSJAHR);
	int i = 0;
	name = name ? mem_fmt(b->mem, "Haushaltsjahr %s", name) : "ohne Haushaltsjahr";
	if (b->by_product)
		name = mem_fmt(b->mem, "%s, Produkt %s", name, doc_get(posten, DOC_A_PRODUKT));
	while (i < b->n && strcmp(b->at[i].name, name))
		i++;
	if (i == b->n && b->n < YEARS)
		b->at[b->n++] = (struct year){.name = name, .first = posten};
	return i < YEARS ? &b->at[i] : NULL;
}

static bool all_products(const struct doc_node *part)
{
	for (const struct doc_node *p = part ? doc_child(part, DOC_POSTEN) : NULL; p; p = doc_next(p, DOC_POSTEN))
		if (!doc_get(p, DOC_A_PRODUKT))
			return false;
	return true;
}

static bool amount(const struct doc_node *posten, money_t *v)
{
	const char *s = doc_get(posten, DOC_A_BETRAG);
	return s && money_parse(v, s);
}

static void too_large(struct chk *c, const struct doc_node *part)
{
	chk_tell(c, RULE_SUMME, part,
		"Die Summe ist zu groß; "
		"erwartet werden zusammen weniger als 10.000.000.000.000 Euro, bitte die Zahl der Stellen prüfen");
}

/* Adds the entries of <kosten> or <finanzierung>; the sum of all, and whether it is certain. */
static bool gather(struct chk *c, struct budget *b, const struct doc_node *part, money_t *sum)
{
	bool certain = true, fits = true;
	*sum = 0;
	for (const struct doc_node *p = doc_child(part, DOC_POSTEN); p; p = doc_next(p, DOC_POSTEN)) {
		struct year *y = year_of(b, p);
		money_t v;
		if (!amount(p, &v)) {
			certain = false;
			if (y)
				y->open = true;
			continue;
		}
		fits &= money_add(sum, v);
		if (!y)
			continue;
		y->open |= doc_is(p, DOC_A_CIRCA, "ja") ||
			!money_add(part->kind == DOC_KOSTEN ? &y->kosten : &y->finanzierung, v);
	}
	if (!fits)
		too_large(c, part);
	return certain && fits;
}

static void told_sum(struct chk *c, const struct doc_node *part, money_t sum, bool certain)
{
	const char *s = doc_get(part, DOC_A_LAUT_SUMME);
	money_t told;
	if (s && money_parse(&told, s) && (certain ? told != sum : told < sum))
		chk_tell(c, RULE_SUMME, part,
			"Summe %s, die Posten in <%s> ergeben %s; "
			"bitte einen Posten oder laut-summe berichtigen oder die Abweichung begründen",
			chk_euro(c, told), doc_kind_name(part->kind), chk_euro(c, sum));
}

/* The costs of the edition a paper presents are not written again; a sum told beside them is one of its sums. */
static void told_of_edition(struct chk *c, const struct doc_node *part)
{
	const struct doc *edition = doc_edition(c->doc, c->vorlage->praesentiert);
	const char *s = doc_get(part, DOC_A_LAUT_SUMME);
	money_t told, once, yearly, all;
	struct doc_sum sum_once = {0}, sum_yearly = {0}, sum_all;
	size_t n;
	if (!edition || !s || !money_parse(&told, s))
		return;
	const struct doc_massnahme *m = doc_massnahmen(edition, &n);
	for (size_t i = 0; i < n; i++)
		if (doc_goes_on(&m[i])) {
			doc_sum_add(&sum_once, m[i].einmalig, false);
			doc_sum_add(&sum_yearly, m[i].jaehrlich, false);
		}
	sum_all = sum_once;
	doc_sum_add(&sum_all, sum_yearly.total, false);
	if (!doc_sum_get(&sum_once, &once) || !doc_sum_get(&sum_yearly, &yearly) || !doc_sum_get(&sum_all, &all))
		too_large(c, part);
	else if (told != all && told != once && told != yearly)
		chk_tell(c, RULE_SUMME, part,
			"Summe %s, die Maßnahmen der Ausgabe „%s“ kosten einmalig %s und jährlich %s; "
			"bitte laut-summe oder die Ausgabe berichtigen",
			chk_euro(c, told), c->vorlage->praesentiert, chk_euro(c, once), chk_euro(c, yearly));
}

static void more_than_whole(struct chk *c, const struct doc_node *part)
{
	for (const struct doc_node *p = doc_child(part, DOC_POSTEN); p; p = doc_next(p, DOC_POSTEN)) {
		const char *s = doc_get(p, DOC_A_DAVON);
		money_t of, whole;
		if (s && money_parse(&of, s) && amount(p, &whole) && of > whole)
			chk_tell(c, RULE_DAVON, p,
				"davon %s ist mehr als der Betrag %s; bitte eine der beiden Zahlen berichtigen",
				chk_euro(c, of), chk_euro(c, whole));
	}
}

void chk_haushalt(struct chk *c)
{
	const struct doc_node *kosten = c->vorlage ? c->vorlage->kosten : NULL,
			      *paid = c->vorlage ? c->vorlage->finanzierung : NULL;
	struct budget b = {.mem = c->mem, .by_product = all_products(kosten) && all_products(paid)};
	money_t costs = 0, means = 0;
	bool costs_certain = kosten && gather(c, &b, kosten, &costs),
	     means_certain = paid && gather(c, &b, paid, &means);
	if (kosten) {
		if (c->vorlage->praesentiert && !doc_child(kosten, DOC_POSTEN))
			told_of_edition(c, kosten);
		else
			told_sum(c, kosten, costs, costs_certain);
		more_than_whole(c, kosten);
	}
	if (paid) {
		told_sum(c, paid, means, means_certain);
		more_than_whole(c, paid);
	}
	for (int i = 0; i < b.n && costs && means; i++) {
		const struct year *y = &b.at[i];
		if (!y->open && y->kosten != y->finanzierung)
			chk_tell(c, RULE_SUMME, y->first,
				"%s: Kosten %s, Finanzierung %s; erwartet wird derselbe Betrag (was nicht gedeckt ist, "
				"mit deckung=\"nicht-gegeben\"), bitte einen Posten berichtigen",
				y->name, chk_euro(c, y->kosten), chk_euro(c, y->finanzierung));
	}
}
