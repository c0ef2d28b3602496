/* anzahl.c: numbers that count or add up what the document knows itself: "12 Handlungsfelder", and Kennzahlen that say
 * what they are the sum or the share of. */
#include <stdlib.h>

#include "check/rule.h"

/* ---- "12 Handlungsfelder" ---- */

static const struct { const char *stem; enum doc_kind kind; } counted[] = {{"Handlungsfeld", DOC_HANDLUNGSFELD},
	{"Maßnahme", DOC_MASSNAHME}, {"Arbeitspaket", DOC_ARBEITSPAKET}, {"Kapitel", DOC_KAPITEL}};

/* The kind a noun counts, in any case of the plural. */
static bool counts(const char *p, const char *q, enum doc_kind *kind)
{
	static const char *const endings[] = {"er", "ern", "n", "e", "en", "", "s"};
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
		size_t n = strlen(counted[i].stem);
		if ((size_t)(q - p) < n || strncmp(p, counted[i].stem, n))
			continue;
		*kind = counted[i].kind;
		for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
			if (chk_is(p + n, q, endings[k]))
				return true;
	}
	return false;
}

/* The number in digits or as a word that ends at p; 0: none. */
static int number_before(const struct chk_text *t, const char **p)
{
	static const char *const words[] = {"zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
		"elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
		"zwanzig"};
	const char *q = *p, *w = q;
	while (w > t->s && w[-1] >= '0' && w[-1] <= '9')
		w--;
	bool alone = w == t->s || w[-1] == ' ' || w[-1] == '(' || (unsigned char)w[-1] >= 0x80;
	if (w < q && q - w <= 3 && alone) {
		*p = w;
		return atoi(w);
	}
	w = chk_word_back(t, q);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == (size_t)(q - w) && (*w | 0x20) == *words[i] &&
			!strncmp(w + 1, words[i] + 1, (size_t)(q - w - 1))) {
			*p = w;
			return (int)i + 2;
		}
	return 0;
}

/* "die 12", "alle zwölf", "insgesamt 12", "umfasst 12", "in 12": speaks of all of them. */
static bool means_all(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"die", "Die", "den", "der", "alle", "Alle", "allen", "aller", "insgesamt",
		"Insgesamt", "umfasst", "enthält", "gliedert", "hat", "seine", "seinen", "ihre", "unsere", "zusammen",
		NULL};
	return chk_follows(t, p, words);
}

static int count_in(const struct doc *doc, enum doc_kind kind)
{
	int n = 0;
	for (const struct doc_node *p = doc->root; p; p = doc_walk(doc->root, p))
		n += p->kind == kind;
	return n;
}

/* How many the document has, or the one edition it presents; 0: it knows none, or of several. */
static int known(const struct chk *c, enum doc_kind kind)
{
	if (c->kind[kind].n)
		return (int)c->kind[kind].n;
	return c->doc->neditions == 1 && c->doc->editions[0].doc ? count_in(c->doc->editions[0].doc, kind) : 0;
}

/* Those that went or are done may be left out of the count. */
static bool right_count(const struct chk *c, enum doc_kind kind, int n)
{
	const struct doc *doc = c->kind[kind].n || !c->doc->neditions ? c->doc : c->doc->editions[0].doc;
	size_t all;
	const struct doc_massnahme *m = doc_massnahmen(doc, &all);
	int gone = 0, done = 0;
	for (size_t i = 0; i < all; i++) {
		gone += m[i].status == DOC_S_ENTFALLEN;
		done += m[i].status == DOC_S_ABGESCHLOSSEN;
	}
	int is = known(c, kind);
	return n == is || (kind == DOC_MASSNAHME && (n == is - gone || n == is - gone - done || n == is - done));
}

void chk_anzahl_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	enum { NEAR = 3, MANY = 5 };
	enum doc_kind kind;
	const char *q = chk_word_end(k->p), *p = k->p;
	if (!counts(k->p, q, &kind) || !chk_gap_back(t, &p))
		return;
	const char *number = p;
	int n = number_before(t, &number), is = known(c, kind);
	if (!n || is < 2 || right_count(c, kind, n))
		return;
	bool near = n >= MANY && abs(n - is) <= NEAR;
	if (near || (means_all(t, number) && n > 1 && kind != DOC_MASSNAHME && kind != DOC_KAPITEL))
		chk_tell_at(c, RULE_ZAEHLUNG, t, number,
			"„%s“: das Dokument hat %d; erwartet wird die Zahl, die es hat, bitte berichtigen",
			chk_quote(c, t, number, q), is);
}

/* ---- Kennzahlen that add up ---- */

static int64_t scaled(const struct doc_kennzahl *k, int decimals)
{
	int64_t v = k->value;
	for (int d = k->decimals; d < decimals; d++)
		v *= 10;
	return v;
}

static const char *printed(struct chk *c, int64_t v, int decimals, const char *unit)
{
	struct buf b = {0};
	doc_put_kennzahl(&b, &(struct doc_kennzahl){.value = v, .decimals = decimals, .einheit = unit});
	return buf_take(&b, c->mem);
}

/* The next id of a list; NULL: none. A name nobody knows is told by the rule of references. */
static const char *next_id(struct mem *m, const char **p)
{
	*p += strspn(*p, " ");
	size_t n = strcspn(*p, " ");
	const char *s = n ? mem_str(m, *p, n) : NULL;
	*p += n;
	return s;
}

static const struct doc_kennzahl *figure(struct chk *c, const struct doc_node *n, const char *id)
{
	const struct doc_kennzahl *k = doc_kennzahl(c->doc, id);
	if (!k)
		chk_tell(c, RULE_VERWEIS, n,
			"Eine Kennzahl „%s“ gibt es nicht; erwartet wird die id einer <kennzahl>, bitte berichtigen",
			id);
	return k;
}

static void sum_of(struct chk *c, const struct doc_kennzahl *whole, const char *ids)
{
	enum { DECIMALS = 4 };
	int64_t sum = 0;
	int decimals = whole->decimals;
	for (const char *id; (id = next_id(c->mem, &ids));) {
		const struct doc_kennzahl *k = figure(c, whole->node, id);
		if (!k)
			return;
		decimals = k->decimals > decimals ? k->decimals : decimals;
		sum += scaled(k, DECIMALS);
	}
	if (sum == scaled(whole, DECIMALS) || decimals > DECIMALS)
		return;
	for (int d = decimals; d < DECIMALS; d++)
		sum /= 10;
	chk_tell_as(c, RULE_ZAEHLUNG, DIAG_FEHLER, whole->node,
		"Die Kennzahl „%s“ ist %s, ihre Teile (summe-von) ergeben %s; "
		"erwartet wird dieselbe Zahl, bitte den Wert oder die Teile berichtigen",
		whole->id, printed(c, whole->value, whole->decimals, whole->einheit),
		printed(c, sum, decimals, whole->einheit));
}

/* Right when the share, rounded or cut off as the value is, is the value. */
static void share_of(struct chk *c, const struct doc_kennzahl *share, const char *pair)
{
	enum { DECIMALS = 4 };
	const char *slash = strchr(pair, '/');
	if (!slash)
		return;
	const struct doc_kennzahl *part = figure(c, share->node, mem_str(c->mem, pair, (size_t)(slash - pair)));
	const struct doc_kennzahl *whole = figure(c, share->node, slash + 1);
	int64_t of = whole ? scaled(whole, DECIMALS) : 0, unit = 1;
	if (!part || of <= 0 || share->decimals > DECIMALS)
		return;
	for (int d = 0; d < share->decimals; d++)
		unit *= 10;
	int64_t is = (2 * scaled(part, DECIMALS) * 100 * unit + of) / (2 * of);
	if (is < share->value || is > share->value + 1)
		chk_tell_as(c, RULE_ZAEHLUNG, DIAG_FEHLER, share->node,
			"Die Kennzahl „%s“ ist %s Prozent, %s von %s (anteil-von) sind %s; "
			"erwartet wird dieselbe Zahl, "
			"bitte den Wert berichtigen oder mit anteil=\"%s\" ausrechnen lassen",
			share->id, printed(c, share->value, share->decimals, NULL),
			printed(c, part->value, part->decimals, NULL), printed(c, whole->value, whole->decimals, NULL),
			printed(c, is, share->decimals, NULL), pair);
}

void chk_anzahl(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	for (size_t i = 0; i < l->n; i++) {
		const char *id = doc_get(l->at[i], DOC_A_ID), *sum = doc_get(l->at[i], DOC_A_SUMME_VON);
		const char *share = doc_get(l->at[i], DOC_A_ANTEIL_VON);
		const struct doc_kennzahl *k = id && (sum || share) ? doc_kennzahl(c->doc, id) : NULL;
		if (!k || k->node != l->at[i])
			continue;
		if (sum)
			sum_of(c, k, sum);
		if (share)
			share_of(c, k, share);
	}
}
