/* anzahl.c: numbers that count or add up what the document knows itself: "12 Handlungsfelder", and Kennzahlen that say
 * what they are the sum or the share of. */
#include <stdlib.h>

#include "check/rule.h"
#include "check/sentence.h"

/* ---- "12 Handlungsfelder" ---- */

/* How surely a sentence speaks of all of them: not at all ("zwölf"), perhaps of those just named ("die zwölf"), surely
 * ("insgesamt zwölf"). */
enum sure { SURE_NOT, SURE_THOSE, SURE_ALL };

/* What is counted, and how sure a sentence must be: Massnahmen and tables are often those of one section. */
static const struct { const char *stem; enum doc_kind kind; enum sure needs; } counted[] = {
	{"Handlungsfeld", DOC_HANDLUNGSFELD, SURE_THOSE}, {"Arbeitspaket", DOC_ARBEITSPAKET, SURE_THOSE},
	{"Tagesordnungspunkt", DOC_TOP, SURE_ALL}, {"Maßnahme", DOC_MASSNAHME, SURE_ALL},
	{"Kapitel", DOC_KAPITEL, SURE_ALL}, {"Tabelle", DOC_TABELLE, SURE_ALL}, {"Anlage", DOC_ANLAGE, SURE_ALL}};

/* The row of a noun, in any case of the plural; -1: it counts nothing the document knows. */
static int counts(const char *p, const char *q)
{
	static const char *const endings[] = {"er", "ern", "n", "e", "en", "", "s"};
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
		size_t n = *p == *counted[i].stem ? strlen(counted[i].stem) : 0;
		if (!n || (size_t)(q - p) < n || strncmp(p, counted[i].stem, n))
			continue;
		for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
			if (chk_is(p + n, q, endings[k]))
				return (int)i;
	}
	return -1;
}

/* The number a word of n bytes names, up to 99 ("einundzwanzig"); 0: none. */
static int number_of_word(const char *w, size_t n)
{
	static const char *const words[] = {"zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
		"elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
	static const char *const tens[] = {"zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
		"neunzig"};
	static const char *const ones[] = {"", "einund", "zweiund", "dreiund", "vierund", "fünfund", "sechsund",
		"siebenund", "achtund", "neunund"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == n && (*w | 0x20) == *words[i] && !strncmp(w + 1, words[i] + 1, n - 1))
			return (int)i + 2;
	for (size_t i = 0; i < sizeof tens / sizeof *tens; i++) {
		size_t tail = strlen(tens[i]), head = n - tail;
		if (n < tail || strncmp(w + head + !head, tens[i] + !head, tail - !head))
			continue;
		for (size_t k = 0; k < sizeof ones / sizeof *ones; k++)
			if (strlen(ones[k]) == head && (!head || ((*w | 0x20) == *ones[k] &&
							!strncmp(w + 1, ones[k] + 1, head - 1))))
				return (int)((i + 2) * 10 + k);
	}
	return 0;
}

/* "beide", "ein Dutzend" */
static int other_number(const char *w, const char *q)
{
	static const char *const both[] = {"beide", "beiden", "beider", "Beide", "Beiden", NULL};
	return chk_among(w, q, both) ? 2 : chk_is(w, q, "Dutzend") ? 12 : 0;
}

/* The number in digits or as a word that ends at p; 0: none. */
static int number_before(const struct chk_text *t, const char **p)
{
	const char *q = *p, *w = q;
	while (w > t->s && w[-1] >= '0' && w[-1] <= '9')
		w--;
	bool alone = w == t->s || w[-1] == ' ' || w[-1] == '(' || (unsigned char)w[-1] >= 0x80;
	if (w < q && q - w <= 3 && alone) {
		*p = w;
		return atoi(w);
	}
	w = chk_word_back(t, q);
	int n = w < q ? number_of_word(w, (size_t)(q - w)) : 0;
	n = n || w == q ? n : other_number(w, q);
	if (n)
		*p = w;
	return n;
}

static enum sure how_sure(const struct chk_text *t, const char *p)
{
	static const char *const all[] = {"alle", "Alle", "allen", "aller", "insgesamt", "Insgesamt", "umfasst",
		"enthält", "gliedert", "zusammen", NULL};
	static const char *const those[] = {"die", "Die", "den", "der", "hat", "seine", "seinen", "ihre", "unsere",
		NULL};
	return chk_follows(t, p, all) ? SURE_ALL : chk_follows(t, p, those) ? SURE_THOSE : SURE_NOT;
}

static int count_in(const struct doc_node *root, enum doc_kind kind)
{
	int n = 0;
	for (const struct doc_node *p = root; p; p = doc_walk(root, p))
		n += p->kind == kind;
	return n;
}

/* How many the document has, or the one edition it presents; 0: it knows none, or of several. */
static int known(const struct chk *c, enum doc_kind kind)
{
	if (c->kind[kind].n)
		return (int)c->kind[kind].n;
	return c->doc->neditions == 1 && c->doc->editions[0].doc ? count_in(c->doc->editions[0].doc->root, kind) : 0;
}

/* Those that went or are done may be left out of the count. */
static bool right_count(const struct chk *c, enum doc_kind kind, int n)
{
	if (n == known(c, kind) || kind != DOC_MASSNAHME)
		return n == known(c, kind);
	const struct doc *doc = c->kind[kind].n || !c->doc->neditions ? c->doc : c->doc->editions[0].doc;
	size_t all;
	const struct doc_massnahme *m = doc_massnahmen(doc, &all);
	int gone = 0, done = 0;
	for (size_t i = 0; i < all; i++) {
		gone += m[i].status == DOC_S_ENTFALLEN;
		done += m[i].status == DOC_S_ABGESCHLOSSEN;
	}
	int is = known(c, kind);
	return n == is - gone || n == is - gone - done || n == is - done;
}

static bool within(const struct doc_node *n, const struct doc_node *p)
{
	while (n && n != p)
		n = n->parent;
	return n != NULL;
}

/* A section may speak of its own: "insgesamt drei Maßnahmen" in a Handlungsfeld with three. */
static bool right_in_section(const struct chk *c, const struct chk_text *t, enum doc_kind kind, int n)
{
	const struct chk_list *l = &c->kind[kind];
	for (const struct doc_node *p = t->block; p && p->parent; p = p->parent) {
		int is = 0;
		for (size_t i = 0; i < l->n && is <= n; i++)
			is += within(l->at[i], p);
		if (is == n)
			return true;
	}
	return false;
}

/* "die drei Handlungsfelder des Kreises": those of someone else. */
static bool of_others(const struct chk_text *t, const char *q)
{
	static const char *const words[] = {"des", "der", "von", "vom", NULL};
	q += q < t->end && *q == ' ';
	return chk_among(q, chk_word_end(q), words);
}

/* "über zehn", "mehr als ein Dutzend": no count. "die ersten zwölf", "die übrigen elf": some of them. */
static bool roughly(const struct chk_text *t, const char *number)
{
	static const char *const words[] = {"über", "Über", "rund", "Rund", "etwa", "Etwa", "circa", "knapp", "Knapp",
		"fast", "Fast", "mindestens", "höchstens", "gut", "als", "ersten", "erste", "letzten", "letzte",
		"übrigen", "anderen", "restlichen", "weiteren", "weitere", "nächsten", "genannten", "folgenden",
		"verbleibenden", "neuen", "bestehenden", NULL};
	static const char *const article[] = {"ein", "Ein", "einem", "einen", "eines", NULL};
	const char *p = number;
	if (chk_follows(t, p, article) && chk_gap_back(t, &p))
		p = chk_word_back(t, p);
	return chk_follows(t, p, words);
}

/* The sentence is about another edition: "Bisher waren es zwölf", "Aus zwölf wurden dreizehn". */
static bool about_before(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"bisher", "Bisher", "bislang", "Bislang", "früher", "Früher", "vorher",
		"zuvor", "Zuvor", "damals", "Damals", "ursprünglich", "Ursprünglich", "hatte", "hatten", "war", "waren",
		"wurden", "umfasste", "umfassten", "enthielt", "enthielten", "gab", "zählte", "statt", "Statt",
		"künftig", "Künftig", "vorigen", "letzten", NULL};
	const char *from, *to;
	if (!chk_sentence(t, p, &from, &to))
		return false;
	for (const char *q; from < to; from = q > from ? q : chk_after(from)) {
		q = chk_word_end(from);
		if (q > from && chk_among(from, q, words))
			return true;
	}
	return false;
}

/* Words that leave the count what it is: "die zwölf thematischen Handlungsfelder". p: before the noun. */
static void pass_over(const struct chk_text *t, const char **p)
{
	static const char *const words[] = {"thematische", "thematischen", "einzelnen", "inhaltliche", "inhaltlichen",
		"große", "großen", "zentrale", "zentralen", "verschiedene", "verschiedenen", NULL};
	const char *q = *p, *w = chk_word_back(t, q);
	if (chk_among(w, q, words) && chk_gap_back(t, &w))
		*p = w;
}

/* "ein dreizehntes Handlungsfeld" where there are twelve: the number; 0: no ordinal ends at q. */
static int ordinal(const char *w, const char *q)
{
	static const char *const endings[] = {"tes", "ter", "ten", "tem", "te"};
	static const char *const small[] = {"zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt",
		"zehnt", "elft", "zwölft"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]), len = (size_t)(q - w);
		if (len <= n || strncmp(q - n, endings[i], n))
			continue;
		for (size_t k = 0; k < sizeof small / sizeof *small; k++)
			if (chk_is(w, q - n + 1, small[k]))
				return (int)k + 2;
		len -= n;
		len -= w[len - 1] == 's' && len > 7;     /* "zwanzigste" */
		return number_of_word(w, len);
	}
	return 0;
}

/* "das 14. Handlungsfeld", "das vierzehnte Handlungsfeld": more than there are. p: before the noun. */
static bool beyond(struct chk *c, const struct chk_text *t, const char *p, const char *q, enum doc_kind kind)
{
	const char *end = p, *w;
	int n = 0, is = known(c, kind);
	if (end > t->s && end[-1] == '.') {
		const char *number = end - 1;
		w = number;
		n = number_before(t, &w);
		w = n && *w >= '0' && *w <= '9' ? w : end;
		n = w < end ? n : 0;
	} else {
		w = chk_word_back(t, end);
		n = ordinal(w, end);
	}
	if (!is || n <= is || about_before(t, w) || of_others(t, q))
		return false;
	chk_tell_at(c, RULE_ZAEHLUNG, t, w,
		"„%s“: das Dokument hat %d; erwartet wird eines, das es hat, bitte berichtigen",
		chk_quote(c, t, w, q), is);
	return true;
}

/* "Die Zahl der Handlungsfelder beträgt zwölf": the number behind the noun; 0: none. */
static int number_behind(const struct chk_text *t, const char *noun, const char **q)
{
	static const char *const of[] = {"der", NULL}, *const count[] = {"Zahl", "Anzahl", NULL};
	static const char *const is[] = {"beträgt", "ist", "bei", NULL};
	const char *p = noun, *end = *q, *w;
	if (!chk_follows(t, p, of) || !chk_gap_back(t, &p) || !chk_follows(t, chk_word_back(t, p), count))
		return 0;
	for (int words = 0; words < 2 && chk_gap(&end); words++, end = w) {
		w = chk_word_end(end);
		const char *number = w;
		if (words && number_before(t, &number)) {
			*q = w;
			return number_before(t, &w);
		}
		if (chk_is(end, w, "liegt"))
			words--;
		else if (!chk_among(end, w, is))
			return 0;
	}
	return 0;
}

/* "beide" may mean two just named; where there are three, one was added, where there is one, it never fits. */
static bool wrong_both(const struct chk_text *t, const char *number, const char *q, int is)
{
	const bool list = q < t->end && *q == ',';
	return *number == 'b' || *number == 'B' ? (is == 1 || (is == 3 && !list)) : false;
}

static bool is_wrong(const struct chk *c, const struct chk_text *t, const char *number, const char *q, int row, int n)
{
	enum { NEAR = 3, MANY = 5 };
	const enum doc_kind kind = counted[row].kind;
	const int is = known(c, kind);
	if (n < 2 || !is || (is == 1 && of_others(t, q)) || right_count(c, kind, n) ||
		right_in_section(c, t, kind, n) || roughly(t, number) || about_before(t, number))
		return false;
	if (n == 2 && (*number | 32) == 'b')
		return counted[row].needs < SURE_ALL && wrong_both(t, number, q, is);
	return (n >= MANY && abs(n - is) <= NEAR) || how_sure(t, number) >= counted[row].needs;
}

bool chk_anzahl_may(const struct chk_text *t, const struct chk_tok *k)
{
	(void)t;
	return counts(k->p, k->q) >= 0;
}

void chk_anzahl_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *q = k->q, *p = k->p, *behind = q;
	int row = counts(k->p, q), n;
	if ((n = number_behind(t, k->p, &behind))) {
		if (known(c, counted[row].kind) && !right_count(c, counted[row].kind, n))
			chk_tell_at(c, RULE_ZAEHLUNG, t, k->p,
				"„%s“: das Dokument hat %d; erwartet wird die Zahl, die es hat, bitte berichtigen",
				chk_quote(c, t, k->p, behind), known(c, counted[row].kind));
		return;
	}
	if (!chk_gap_back(t, &p) || beyond(c, t, p, q, counted[row].kind))
		return;
	pass_over(t, &p);
	const char *number = p;
	n = number_before(t, &number);
	if (is_wrong(c, t, number, q, row, n))
		chk_tell_at(c, RULE_ZAEHLUNG, t, number,
			"„%s“: das Dokument hat %d; erwartet wird die Zahl, die es hat, bitte berichtigen",
			chk_quote(c, t, number, q), known(c, counted[row].kind));
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
