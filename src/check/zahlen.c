/* zahlen.c: sums, amounts, figures: what is stated beside what the parts add up to. */
#include <stdlib.h>
#include <string.h>

#include "check/map.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/told.h"

/* Sums may be more than the Posten say. */
static bool open_amount(const struct doc_kosten *k)
{
	for (size_t i = 0; i < k->nposten; i++)
		if (doc_share(&k->posten[i]) == DOC_OPEN || doc_share(&k->posten[i]) == DOC_OTHERS)
			return true;
	return false;
}

/* Only to hold it against what an original says: it never adds them. */
static money_t all_of(const struct doc_kosten *k)
{
	return k->einmalig.value + k->jaehrlich.value;
}

/* An amount stated beside the Posten: it may name the whole, the yearly or the single costs; with open Posten it may be
 * more. */
static bool agrees(const struct doc_kosten *k, money_t told)
{
	money_t once = k->einmalig.value, yearly = k->jaehrlich.value;
	return told == all_of(k) || (told == yearly && yearly) || (told == once && once) ||
		(told > all_of(k) && open_amount(k));
}

static const char *sums(struct chk *c, const struct doc_kosten *k)
{
	const char *all = chk_euro(c, all_of(k));
	if (!k->einmalig.value || !k->jaehrlich.value)
		return all;
	return mem_fmt(c->mem, "%s (einmalig %s, jährlich %s)", all, chk_euro(c, k->einmalig.value),
		chk_euro(c, k->jaehrlich.value));
}

static const char *plain_amount(struct chk *c, money_t v)
{
	struct buf b = {0};
	money_put_plain(&b, v);
	return buf_take(&b, c->mem);
}

static void sum_of_posten(struct chk *c, const struct doc_massnahme *m)
{
	const char *s = doc_get(m->finanzen, DOC_A_LAUT_SUMME);
	money_t told;
	if (!s)
		return;
	if (!money_parse(&told, s) && !money_parse_printed(&told, s))
		chk_tell(c, RULE_SUMME, m->finanzen,
			"laut-summe=\"%s\" ist kein Betrag; erwartet werden Ziffern wie \"15000\", bitte berichtigen",
			s);
	else if (!agrees(&m->kosten, told)) {
		chk_tell(c, RULE_SUMME, m->finanzen,
			"Summe %s, die Posten ergeben %s; "
			"bitte einen Posten oder laut-summe berichtigen oder die Abweichung begründen",
			chk_euro(c, told), sums(c, &m->kosten));
		if (!m->kosten.einmalig.value || !m->kosten.jaehrlich.value)
			chk_answer_attr(c, m->finanzen, DOC_A_LAUT_SUMME, plain_amount(c, all_of(&m->kosten)));
	}
}

/* ---- the last row of a table ---- */

enum { COLUMNS = 32 };
struct column { int64_t sum; int decimals, n; bool bad, percent; };

/* The number in s, written anew with another value; parted as it was, else as the town parts counts. */
static const char *written_as(struct chk *c, const char *s, int64_t v, int decimals)
{
	size_t from = strcspn(s, "-−0123456789"), to = strlen(s);
	while (to > from && (s[to - 1] < '0' || s[to - 1] > '9'))
		to--;
	const bool points = memchr(s + from, '.', to - from) || !strcmp(chk_town(c, "tausender", "raum"), "punkt");
	const bool negative = v < 0;
	char digits[32], *p = digits + sizeof digits;
	struct buf b = {0};
	int n = 0;
	for (uint64_t left = negative ? 0 - (uint64_t)v : (uint64_t)v; left || n <= decimals; left /= 10, n++)
		*--p = (char)('0' + left % 10);
	buf_put(&b, s, from);
	buf_str(&b, negative ? "−" : "");
	for (int i = n; i > 0; i--, p++) {
		int whole = i - decimals;
		if (whole == 0)
			buf_chr(&b, ',');
		else if (whole > 0 && whole % 3 == 0 && i < n)
			buf_str(&b, points ? "." : "\u202F");
		buf_chr(&b, *p);
	}
	buf_str(&b, s + to);
	return buf_take(&b, c->mem);
}

/* Adds a row's cells; false if the row has spans, so that columns cannot be told apart. */
static bool row(struct chk *c, const struct doc_node *zeile, struct column *col, bool total)
{
	int i = 0;
	for (const struct doc_node *z = doc_child(zeile, DOC_ZELLE); z && i < COLUMNS;
		z = doc_next(z, DOC_ZELLE), i++) {
		if (doc_get(z, DOC_A_SPALTEN) || doc_get(z, DOC_A_ZEILEN))
			return false;
		struct chk_number n = chk_number(chk_str(c, z));
		struct column *k = &col[i];
		if (total) {
			int d = n.decimals > k->decimals ? n.decimals : k->decimals;
			int64_t want = chk_scaled((struct chk_number){k->sum, k->decimals, true, false}, d),
				got = chk_scaled(n, d), off = want > got ? want - got : got - want;
			if (i > 0 && n.ok && k->n > 1 && !k->bad &&
				off > (k->decimals || k->percent || n.percent ? k->n / 2 + 1 : 0)) {
				chk_tell(c, RULE_SUMME, z,
					"In der Summenzeile steht „%s“, die %d Werte darüber ergeben etwas anderes; "
					"bitte Summe oder Werte berichtigen",
					chk_str(c, z), k->n);
				chk_answer_all(c, z, written_as(c, chk_str(c, z), want, d));
			}
			continue;
		}
		if (!n.ok) {
			k->bad |= *chk_str(c, z) != '\0';
			continue;
		}
		int d = n.decimals > k->decimals ? n.decimals : k->decimals;
		if (d > 4 ||
			__builtin_add_overflow(chk_scaled((struct chk_number){k->sum, k->decimals, true, false}, d),
				chk_scaled(n, d), &k->sum))
			k->bad = true;
		k->decimals = d;
		k->percent |= n.percent;
		k->n++;
	}
	return true;
}

static const char *head_of(struct chk *c, const struct doc_node *zeile)
{
	const struct doc_node *z = doc_child(zeile, DOC_ZELLE);
	return z ? chk_str(c, z) : "";
}

/* Marked, or the last row and called so; then no part of another row stands above. */
static bool is_total(struct chk *c, const struct doc_node *zeile)
{
	static const char *const names[] = {"Summe", "Gesamt", "Insgesamt", "Zusammen", "Gesamtsumme",
		"Gesamtkosten", "Gesamtbetrag", "Gesamtausgaben", "Endsumme", NULL};
	const char *head = head_of(c, zeile);
	if (doc_is(zeile, DOC_A_ART, "summe"))
		return true;
	if (doc_next(zeile, DOC_ZEILE) || !chk_among(head, head + strcspn(head, ":"), names))
		return false;
	for (const struct doc_node *z = doc_child(zeile->parent, DOC_ZEILE); z; z = doc_next(z, DOC_ZEILE)) {
		head = head_of(c, z);
		if (chk_starts(head, "davon") || chk_starts(head, "darunter") || chk_starts(head, "Zwischen") ||
			strstr(head, "summe"))
			return false;
	}
	return true;
}

static void sum_of_table(struct chk *c, const struct doc_node *tabelle)
{
	struct column col[COLUMNS] = {0};
	bool total = false;
	for (const struct doc_node *z = doc_child(tabelle, DOC_ZEILE); z; z = doc_next(z, DOC_ZEILE))
		total |= is_total(c, z);
	if (!total || doc_child(tabelle, DOC_GRUPPE))
		return;
	for (const struct doc_node *z = doc_child(tabelle, DOC_ZEILE); z; z = doc_next(z, DOC_ZEILE)) {
		total = is_total(c, z);
		if (!row(c, z, col, total) || total)
			return;
	}
}

void chk_summe(struct chk *c)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		if (m[i].finanzen)
			sum_of_posten(c, &m[i]);
	for (size_t i = 0; i < c->kind[DOC_TABELLE].n; i++)
		sum_of_table(c, c->kind[DOC_TABELLE].at[i]);
	for (size_t i = 0; i < c->kind[DOC_TABELLE].n; i++)
		chk_row_sums(c, c->kind[DOC_TABELLE].at[i]);
	for (size_t i = 0; i < c->kind[DOC_TABELLE].n; i++)
		chk_part_rows(c, c->kind[DOC_TABELLE].at[i]);
	chk_haushalt(c);
}

static void more_than_there_is(struct chk *c, const struct doc_kosten *of)
{
	for (size_t i = 0; i < of->nposten; i++) {
		const struct doc_posten *p = &of->posten[i];
		if (p->has_amount && p->davon >= 0 && p->davon > p->betrag)
			chk_tell(c, RULE_DAVON, p->node,
				"Davon sollen %s schon im Haushalt stehen, der Posten hat aber nur %s; "
				"bitte eine der Zahlen berichtigen",
				chk_euro(c, p->davon), chk_euro(c, p->betrag));
	}
	if (of->davon_of_all && of->davon > all_of(of) && !open_amount(of))
		chk_tell(c, RULE_DAVON, of->node,
			"Davon sollen %s schon im Haushalt stehen, die Posten ergeben aber nur %s; "
			"bitte eine der Zahlen berichtigen",
			chk_euro(c, of->davon), sums(c, of));
}

void chk_davon(struct chk *c)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		more_than_there_is(c, &m[i].kosten);
	if (c->vorlage) {
		more_than_there_is(c, &c->vorlage->kosten);
		more_than_there_is(c, &c->vorlage->finanzierung);
	}
}

/* ---- costs as the original states them ---- */

/* The first number; in a summary that names years too, the first behind them. */
static bool amount_in(const char *text, money_t *v)
{
	const char *years = strstr(text, "Jahr");
	if (years && (strstr(years, "Euro") || strstr(years, "€")))
		text = years;
	else if (years)
		return false;
	while (*text && (*text < '0' || *text > '9'))
		text++;
	char s[24];
	size_t n = 0;
	for (; n < sizeof s - 1 &&
		((*text >= '0' && *text <= '9') ||
			((*text == '.' || *text == ',') && text[1] >= '0' && text[1] <= '9'));
		text++)
		s[n++] = *text;
	s[n] = '\0';
	return n && (money_parse_printed(v, s) || money_parse(v, s));
}

static bool has_state(const struct doc_massnahme *m, enum doc_zustand z)
{
	for (size_t i = 0; i < m->kosten.nposten; i++)
		if (m->kosten.posten[i].zustand == z)
			return true;
	return false;
}

void chk_kosten_told(struct chk *c, const struct doc_massnahme *m, const struct doc_node *at, const char *told)
{
	money_t v, sum = all_of(&m->kosten);
	if (amount_in(told, &v)) {
		if (!agrees(&m->kosten, v))
			chk_tell(c, RULE_KOSTEN, at,
				"„%s“ steht neben Posten von zusammen %s; erwartet wird derselbe Betrag, "
				"bitte eine Stelle berichtigen oder die Abweichung begründen",
				told, sums(c, &m->kosten));
		return;
	}
	enum doc_zustand z = doc_zustand_told(told);
	if (z == DOC_BETRAG || has_state(m, z))
		return;
	if (sum)
		chk_tell(c, RULE_KOSTEN, at,
			"„%s“ steht neben Posten von zusammen %s; erwartet wird dieselbe Angabe an beiden Stellen, "
			"bitte eine berichtigen oder die Abweichung begründen",
			told, sums(c, &m->kosten));
	else
		chk_tell(c, RULE_KOSTEN, at,
			"„%s“ sagt keiner der Posten dieser Maßnahme; erwartet wird dieselbe Angabe an beiden Stellen, "
			"bitte eine berichtigen oder die Abweichung begründen",
			told);
}

void chk_kosten(struct chk *c)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++, m++) {
		const char *told = doc_get(m->node, DOC_A_LAUT_KOSTEN);
		if (told)
			chk_kosten_told(c, m, m->node, told);
		if (m->finanzen && (told = doc_get(m->finanzen, DOC_A_LAUT_KOSTEN)))
			chk_kosten_told(c, m, m->finanzen, told);
	}
}

/* ---- Kennzahlen ---- */

static const char *value_of(struct chk *c, const struct doc_node *n)
{
	const char *w = doc_get(n, DOC_A_WERT);
	if (w)
		return w;
	w = doc_get(n, DOC_A_ANTEIL);
	return w ? mem_fmt(c->mem, "anteil %s", w) : "";
}

static bool same(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static void twice(struct chk *c, const struct doc_node *a, const struct doc_node *b, const char *what)
{
	if (same(value_of(c, a), value_of(c, b)) || !same(doc_get(a, DOC_A_STICHTAG), doc_get(b, DOC_A_STICHTAG)))
		return;
	chk_tell(c, RULE_KENNZAHL, a,
		"Die Kennzahl „%s“ hat hier den Wert %s, in %s aber %s; "
		"erwartet wird ein Wert je Kennzahl und Stichtag, bitte berichtigen oder einen Stichtag angeben",
		what, value_of(c, a), chk_place(c, b), value_of(c, b));
}

/* Every figure of the edition against earlier ones of the same id or name, and against the town's directory. */
void chk_kennzahl(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	struct chk_map ids = {0}, names = {0};
	struct buf read = {0};
	for (size_t i = 0; i < l->n; i++) {
		const char *id = doc_get(l->at[i], DOC_A_ID), *name = doc_get(l->at[i], DOC_A_NAME);
		int first_id = id ? *chk_map_put(&ids, id, strlen(id), (int)i) : (int)i;
		buf_clear(&read);
		chk_put_read(&read, name ? name : "");
		int first_name = read.len ? *chk_map_put(&names, mem_str(c->mem, read.data, read.len), read.len, (int)i)
					  : (int)i;
		if (first_id != (int)i)
			twice(c, l->at[i], l->at[first_id], id);
		else if (first_name != (int)i &&
			same(doc_get(l->at[i], DOC_A_EINHEIT), doc_get(l->at[first_name], DOC_A_EINHEIT)))
			twice(c, l->at[i], l->at[first_name], name);
	}
	const struct doc_node *town = c->doc->verzeichnis ? c->doc->verzeichnis->root : NULL;
	for (const struct doc_node *n = town ? doc_child(town, DOC_KENNZAHL) : NULL; n; n = doc_next(n, DOC_KENNZAHL)) {
		const char *id = doc_get(n, DOC_A_ID);
		int *i = id ? chk_map_get(&ids, id, strlen(id)) : NULL;
		if (i && !same(value_of(c, l->at[*i]), value_of(c, n)) &&
			same(doc_get(l->at[*i], DOC_A_STICHTAG), doc_get(n, DOC_A_STICHTAG)))
			chk_tell(c, RULE_KENNZAHL, l->at[*i],
				"Die Kennzahl „%s“ hat hier den Wert %s, "
				"im Verzeichnis der Kommune aber %s zum selben Stichtag; "
				"bitte berichtigen oder einen Stichtag angeben",
				id, value_of(c, l->at[*i]), value_of(c, n));
	}
	buf_free(&read);
	chk_map_free(&ids);
	chk_map_free(&names);
}

static const char *printed(struct chk *c, const struct doc_kennzahl *k)
{
	struct buf b = {0};
	doc_put_kennzahl(&b, k);
	const char *s = mem_str(c->mem, b.data, b.len);
	buf_free(&b);
	return s;
}

/* laut-wert: digits with blanks or points of any kind against the value. */
static bool same_number(const char *a, const char *b)
{
	struct chk_number x = chk_number(a), y = chk_number(b);
	int d = x.decimals > y.decimals ? x.decimals : y.decimals;
	return x.ok && y.ok && chk_scaled(x, d) == chk_scaled(y, d);
}

void chk_wert_told(struct chk *c, const struct doc_node *n, const struct doc_kennzahl *k, const char *told)
{
	if (told && k && !same_number(told, printed(c, k)))
		chk_tell(c, RULE_LAUTWERT, n,
			"Angegeben ist %s, die Kennzahl „%s“ ergibt %s; "
			"bitte die Kennzahl oder laut-wert berichtigen oder die Abweichung begründen",
			told, k->id, printed(c, k));
}

void chk_wert(struct chk *c)
{
	static const uint8_t kinds[] = {DOC_WERT, DOC_RANDZAHL};
	for (size_t k = 0; k < sizeof kinds; k++)
		for (size_t i = 0; i < c->kind[kinds[k]].n; i++) {
			const struct doc_node *n = c->kind[kinds[k]].at[i];
			const char *ref = doc_get(n, DOC_A_REF);
			if (ref)
				chk_wert_told(c, n, doc_kennzahl(c->doc, ref), doc_get(n, DOC_A_LAUT_WERT));
		}
	for (size_t i = 0; i < c->kind[DOC_KENNZAHL].n; i++) {
		const struct doc_node *n = c->kind[DOC_KENNZAHL].at[i];
		const char *id = doc_get(n, DOC_A_ID);
		const struct doc_kennzahl *k = id ? doc_kennzahl(c->doc, id) : NULL;
		chk_wert_told(c, n, k, doc_get(n, DOC_A_LAUT_WERT));
		if (k && doc_get(n, DOC_A_ANTEIL) && (k->value < 0 || k->value > (k->decimals ? 1000 : 100)))
			chk_tell(c, RULE_LAUTWERT, n,
				"Der Anteil „%s“ beträgt %s Prozent; "
				"erwartet wird ein Teil des Ganzen (anteil=\"teil/ganzes\"), "
				"bitte die Reihenfolge und die Werte prüfen",
				id, printed(c, k));
	}
}
