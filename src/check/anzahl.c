/* anzahl.c: numbers that count or add up what the document knows itself: "12 Handlungsfelder", and Kennzahlen that say
 * what they are the sum or the share of. */
#include <stdlib.h>

#include "check/anzahl.h"
#include "check/number.h"
#include "check/rule.h"
#include "check/sentence.h"
#include "check/when.h"

/* ---- "12 Handlungsfelder" ---- */

/* How surely a sentence speaks of all of them: not at all ("zwölf"), perhaps of those just named ("die zwölf"), surely
 * ("insgesamt zwölf", "drei von zwölf"). */
enum sure { SURE_NOT, SURE_THOSE, SURE_ALL };

/* What is counted, and how sure a sentence must be: Massnahmen and tables are often those of one section. */
static const struct { const char *stem; enum doc_kind kind; enum sure needs; } counted[] = {
	{"handlungsfeld", DOC_HANDLUNGSFELD, SURE_THOSE}, {"arbeitspaket", DOC_ARBEITSPAKET, SURE_THOSE},
	{"tagesordnungspunkt", DOC_TOP, SURE_ALL}, {"maßnahme", DOC_MASSNAHME, SURE_ALL},
	{"kapitel", DOC_KAPITEL, SURE_ALL}, {"tabelle", DOC_TABELLE, SURE_ALL}, {"anlage", DOC_ANLAGE, SURE_ALL}};

/* The row of a noun, in any case of the plural, in any case of letters; -1: it counts nothing the document knows. */
static int counts(const char *p, const char *q)
{
	static const char *const endings[] = {"er", "ern", "n", "e", "en", "", "s"};
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
		const char *end = (*p | 0x20) == *counted[i].stem ? chk_begins_any(p, q, counted[i].stem) : NULL;
		for (size_t k = 0; end && k < sizeof endings / sizeof *endings; k++)
			if (chk_is_any(end, q, endings[k]))
				return (int)i;
	}
	return -1;
}

/* "beide", "ein Dutzend" */
static int other_number(const char *w, const char *q)
{
	static const char *const both[] = {"beide", "beiden", "beider", NULL};
	return chk_among_any(w, q, both) ? 2 : chk_is_any(w, q, "dutzend") ? 12 : 0;
}

/* The number in digits or as a word that ends at p; 0: none. */
int chk_number_before(const struct chk_text *t, const char **p)
{
	enum { DOZEN = 12 };
	static const char *const half[] = {"halbes", "halben", NULL};
	const char *q = *p, *w = q;
	while (w > t->s && w[-1] >= '0' && w[-1] <= '9')
		w--;
	bool alone = w == t->s || w[-1] == ' ' || w[-1] == '(' || (unsigned char)w[-1] >= 0x80;
	if (w < q && q - w <= 3 && alone) {
		*p = w;
		return atoi(w);
	}
	w = chk_word_back(t, q);
	int n = w < q ? chk_number_word(w, (size_t)(q - w)) : 0;
	n = n || w == q ? n : other_number(w, q);
	if (n == DOZEN && chk_is_any(w, q, "dutzend") && chk_follows(t, w, half)) {
		chk_gap_back(t, &w);
		w = chk_word_back(t, w);
		n /= 2;
	}
	if (n)
		*p = w;
	return n;
}

/* "drei von zwölf": of all. "drei von vier" of many may only be a share. */
static bool of_them(const struct chk_text *t, const char *p, int n, int is)
{
	static const char *const of[] = {"von", "der", NULL};
	if (!chk_follows(t, p, of) || (n < 5 && is > 2 * n))
		return false;
	chk_gap_back(t, &p);
	p = chk_word_back(t, p);
	return chk_gap_back(t, &p) && chk_number_before(t, &p);
}

/* "besteht aus 2 Handlungsfeldern", "gliedert sich in 2", "Von den sechs Maßnahmen", "Es gibt vier Handlungsfelder." */
static bool says_whole(const struct chk_text *t, const char *p, const char *q)
{
	static const char *const out_of[] = {"aus", NULL}, *const made[] = {"besteht", "bestehen", "setzt", NULL};
	static const char *const in[] = {"in", NULL}, *const parted[] = {"gliedert", "unterteilt", "teilt", NULL};
	const char *from, *to;
	if (!chk_sentence(t, p, &from, &to))
		return false;
	const char *of_all = from + strlen("Von den "), *there = from + strlen("Es gibt ");
	return (chk_follows(t, p, out_of) && chk_has_word(from, p, made)) ||
		(chk_follows(t, p, in) && chk_has_word(from, p, parted)) ||
		(chk_starts(from, "Von den ") && of_all == p) || (chk_starts(from, "Es gibt ") && there == p &&
			q == to);
}

/* "die drei Maßnahmen dieses Konzepts" */
static bool of_this(const char *q)
{
	static const char *const here[] = {"dieses", "des", NULL};
	static const char *const what[] = {"Konzepts", "Konzeptes", "Plans", "Berichts", NULL};
	const char *p = q;
	return chk_next_word(&p, &q) && chk_among(p, q, here) && chk_next_word(&p, &q) && chk_among(p, q, what);
}

static enum sure how_sure(const struct chk_text *t, const char *p)
{
	static const char *const all[] = {"alle", "allen", "aller", "sämtliche", "sämtlichen", "sämtlicher",
		"insgesamt", "umfasst", "enthält", "gliedert", "zusammen", NULL};
	static const char *const those[] = {"die", "den", "der", "hat", "seine", "seinen", "ihre", "unsere", NULL};
	chk_gap_back(t, &p);
	const char *w = chk_word_back(t, p);
	return chk_among_any(w, p, all) ? SURE_ALL : chk_among_any(w, p, those) ? SURE_THOSE : SURE_NOT;
}

/* The sentence says what the document holds, so a number near the right one is an old one. */
static bool about_the_whole(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"konzept", "konzepts", "konzeptes", "integrationskonzept", "bericht",
		"plan", "dokument", "gliedert", "gegliedert", "umfasst", "enthält", "besteht", "unterteilt",
		"aufgeteilt", "verteilen", "insgesamt", "gibt", NULL};
	const char *from, *to;
	return chk_sentence(t, p, &from, &to) && chk_has_word(from, to, words);
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

/* "In den Handlungsfeldern des Landes …", anywhere in the sentence. */
bool chk_about_others(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"landes", "bundes", "kreises", "kreis", "landkreis", "land", "bund",
		"landeskonzept", "bundesregierung", "landesregierung", "nachbarstadt", "eu", NULL};
	const char *from, *to;
	return chk_sentence(t, p, &from, &to) && chk_has_word(from, to, words);
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
bool chk_about_before(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"bisher", "bislang", "früher", "vorher", "zuvor", "damals",
		"ursprünglich", "hatte", "hatten", "war", "waren", "wurden", "umfasste", "umfassten", "enthielt",
		"enthielten", "gab", "zählte", "statt", "künftig", "vorigen", "letzten", "alten", NULL};
	const char *from, *to;
	return chk_sentence(t, p, &from, &to) && chk_has_word(from, to, words);
}

/* Words that leave the count what it is: "die zwölf thematischen Handlungsfelder". p: before the noun. */
static void pass_over(const struct chk_text *t, const char **p)
{
	static const char *const words[] = {"thematische", "thematischen", "einzelnen", "inhaltliche", "inhaltlichen",
		"große", "großen", "zentrale", "zentralen", "verschiedene", "verschiedenen", NULL};
	const char *q = *p, *b = chk_before(t, q), *w;
	if (b && chk_class_at(b) == T_QUOTE && chk_gap_back(t, &b))
		q = *p = b;
	w = chk_word_back(t, q);
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
		return chk_number_word(w, len);
	}
	return 0;
}

/* "Ein siebtes ist denkbar" */
static bool may_come(const struct chk_text *t, const char *p)
{
	static const char *const one_more[] = {"ein", "Ein", "eines", "einem", NULL};
	static const char *const perhaps[] = {"denkbar", "möglich", "könnte", "kann", "wäre", "würde", "künftig",
		"später", "folgen", "hinzukommen", "geplant", NULL};
	const char *from, *to;
	return chk_follows(t, p, one_more) && chk_sentence(t, p, &from, &to) && chk_has_word(from, to, perhaps);
}

/* "das 14. Handlungsfeld", "das vierzehnte Handlungsfeld": more than there are. p: before the noun. */
static bool beyond(struct chk *c, const struct chk_text *t, const char *p, const char *q, enum doc_kind kind)
{
	const char *end = p, *w;
	int n = 0, is = known(c, kind);
	if (end > t->s && end[-1] == '.') {
		const char *number = end - 1;
		w = number;
		n = chk_number_before(t, &w);
		w = n && *w >= '0' && *w <= '9' ? w : end;
		n = w < end ? n : 0;
	} else {
		w = chk_word_back(t, end);
		n = ordinal(w, end);
	}
	if (!is || n <= is || chk_about_before(t, w) || of_others(t, q) || may_come(t, w))
		return false;
	chk_tell_at(c, RULE_ZAEHLUNG, t, w,
		"„%s“: das Dokument hat %d; erwartet wird eines, das es hat, bitte berichtigen",
		chk_quote(c, t, w, q), is);
	return true;
}

/* "Die Zahl der Handlungsfelder beträgt zwölf": the number behind the noun; 0: none. */
static int number_behind(const struct chk_text *t, const char *noun, const char **q)
{
	static const char *const of[] = {"der", "an", "von", NULL};
	static const char *const count[] = {"Zahl", "Anzahl", "Gesamtzahl", NULL};
	static const char *const is[] = {"beträgt", "ist", "bei", NULL};
	const char *p = noun, *end = *q, *w;
	if (!chk_follows(t, p, of) || !chk_gap_back(t, &p) || !chk_follows(t, chk_word_back(t, p), count))
		return 0;
	for (int words = 0; words < 2 && chk_gap(&end); words++, end = w) {
		w = chk_word_end(end);
		const char *number = w;
		if (words && chk_number_before(t, &number)) {
			*q = w;
			return chk_number_before(t, &w);
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

/* Another thing is counted beside it, and rightly: "drei Handlungsfelder mit sechs Maßnahmen". */
static bool beside_right(const struct chk *c, const struct chk_text *t, const char *p, int row)
{
	static const char *const all[] = {"stehen", "bilden", "umfasst", "enthält", "besteht", "verteilen", NULL};
	const char *from, *to;
	if (!chk_sentence(t, p, &from, &to) || !chk_has_word(from, to, all))
		return false;
	for (const char *w = from, *q; w < to; w = q > w ? q : chk_after(w)) {
		const char *number = w;
		q = chk_word_end(w);
		const int other = q > w ? counts(w, q) : -1;
		if (other >= 0 && other != row && chk_gap_back(t, &number) && known(c, counted[other].kind) > 1 &&
			chk_number_before(t, &number) == known(c, counted[other].kind))
			return true;
	}
	return false;
}

/* "Die vier Anlagen sind beigefügt", "Die Vorlage hat vier Anlagen": those of the paper, not some plant. */
static bool of_paper(const struct chk_text *t, const char *p)
{
	static const char *const words[] = {"beigefügt", "beigefügten", "beiliegenden", "anliegenden", "vorlage", NULL};
	const char *from, *to;
	return chk_sentence(t, p, &from, &to) && chk_has_word(from, to, words) && how_sure(t, p) >= SURE_THOSE;
}

/* It speaks surely of all. */
static bool of_all(const struct chk *c, const struct chk_text *t, const char *number, const char *q, int row)
{
	return says_whole(t, number, q) || (of_this(q) && how_sure(t, number)) || beside_right(c, t, number, row) ||
		how_sure(t, number) >= counted[row].needs || (counted[row].kind == DOC_ANLAGE && of_paper(t, number));
}

static bool is_wrong(const struct chk *c, const struct chk_text *t, const char *number, const char *q, int row, int n)
{
	enum { NEAR = 3, MANY = 5 };
	const enum doc_kind kind = counted[row].kind;
	const int is = known(c, kind);
	if (n < 2 || !is || (is == 1 && of_others(t, q) && !of_this(q)) || right_count(c, kind, n) ||
		right_in_section(c, t, kind, n) || roughly(t, number) || chk_about_before(t, number) ||
		chk_about_others(t, number))
		return false;
	if (n == 2 && (*number | 32) == 'b')
		return counted[row].needs < SURE_ALL && wrong_both(t, number, q, is);
	return of_all(c, t, number, q, row) || of_them(t, number, n, is) ||
		(n >= MANY && abs(n - is) <= NEAR && about_the_whole(t, number));
}

/* "Handlungsfeld 14", "Handlungsfelder 12 bis 14": the highest number, where each has one; 0: none. *q moves behind. */
static int numbered(const struct chk_text *t, enum doc_kind kind, const char **q)
{
	static const char *const and[] = {"bis", "und", "oder", NULL};
	const char *p = *q;
	int n = 0, digits, most = 0;
	if ((kind != DOC_HANDLUNGSFELD && kind != DOC_ARBEITSPAKET && kind != DOC_TABELLE) || !chk_gap(&p))
		return 0;
	for (; (n = chk_digits(p, t->end, &digits), digits && digits <= 3); chk_gap(&p)) {
		p += digits;
		most = n > most ? n : most;
		*q = p;
		if (chk_is_word((unsigned char)*p) || (*p && strchr(".,/-", *p) && p[1] >= '0' && p[1] <= '9'))
			return 0;                      /* "3.2", "14a" */
		if (!chk_gap(&p) || !chk_among(p, chk_word_end(p), and))
			break;
		p = chk_word_end(p);
	}
	return most;
}

static bool numbered_beyond(struct chk *c, const struct chk_text *t, const struct chk_tok *k, enum doc_kind kind)
{
	static const char *const elsewhere[] = {"des", "der", "von", "vom", "im", "in", "aus", "bei", "zum", "zur",
		NULL};
	const char *q = k->q, *w;
	const int n = numbered(t, kind, &q), is = known(c, kind);
	if (!is || n <= is || t->block->kind == DOC_QUELLE || t->block->kind == DOC_ZITAT || chk_about_before(t,
		k->p) ||
		chk_about_others(t, k->p))
		return false;
	w = q;
	if (chk_gap(&w) && chk_among(w, chk_word_end(w), elsewhere))
		return false;
	chk_tell_at(c, RULE_ZAEHLUNG, t, k->p,
		"„%s“: das Dokument hat %d; erwartet wird eine Nummer, die es gibt, bitte berichtigen",
		chk_quote(c, t, k->p, q), is);
	return true;
}

/* "Im einzigen Handlungsfeld steht …", "die einzige Maßnahme des Konzepts": there are more. */
static bool only_one(struct chk *c, const struct chk_text *t, const struct chk_tok *k, enum doc_kind kind)
{
	static const char *const only[] = {"einzige", "einzigen", "einziges", "einziger", NULL};
	static const char *const more[] = {"im", "in", "des", "der", "mit", "ohne", "für", "von", "zu", "zum", "zur",
		"aus",
		"bei", "unter", "an", "auf", "zwischen", NULL};
	const char *q = k->q, *w = q, *p = k->p;
	if (known(c, kind) < 2 || !chk_follows(t, k->p, only) || chk_about_before(t, k->p) || chk_about_others(t, k->p))
		return false;
	if (!of_this(q) && (!chk_gap(&w) || *w < 'a' || *w > 'z' || chk_among(w, chk_word_end(w), more)))
		return false;
	chk_gap_back(t, &p);
	chk_tell_at(c, RULE_ZAEHLUNG, t, k->p,
		"„%s“: das Dokument hat %d; erwartet wird die Zahl, die es hat, bitte berichtigen",
		chk_quote(c, t, chk_word_back(t, p), q), known(c, kind));
	return true;
}

bool chk_anzahl_may(const struct chk_text *t, const struct chk_tok *k)
{
	(void)t;
	return counts(k->p, k->q) >= 0 || chk_cited_may(k);
}

void chk_anzahl_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *q = k->q, *p = k->p, *behind = q;
	int row = counts(k->p, q), n;
	if (chk_cited(c, t, k) || row < 0 || chk_following(c, t, k, counted[row].kind))
		return;
	if ((n = number_behind(t, k->p, &behind))) {
		if (known(c, counted[row].kind) && !right_count(c, counted[row].kind, n))
			chk_tell_at(c, RULE_ZAEHLUNG, t, k->p,
				"„%s“: das Dokument hat %d; erwartet wird die Zahl, die es hat, bitte berichtigen",
				chk_quote(c, t, k->p, behind), known(c, counted[row].kind));
		return;
	}
	if (numbered_beyond(c, t, k, counted[row].kind) || only_one(c, t, k, counted[row].kind) || !chk_gap_back(t,
		&p) ||
		beyond(c, t, p, q, counted[row].kind))
		return;
	pass_over(t, &p);
	const char *number = p;
	n = chk_number_before(t, &number);
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

/* A day of which both may be: the coarser one holds the other. */
static bool same_day(struct date a, struct date b)
{
	if (!a.year || !b.year || a.year != b.year)
		return !a.year || !b.year;
	return !a.month || !b.month || (a.month == b.month && (!a.day || !b.day || a.day == b.day));
}

/* A part that is no part: the whole itself, or one of another day. */
static bool no_part(struct chk *c, const struct doc_kennzahl *whole, const struct doc_kennzahl *k)
{
	if (k == whole) {
		chk_tell_as(c, RULE_ZAEHLUNG, DIAG_FEHLER, whole->node,
			"Die Kennzahl „%s“ nennt sich selbst als Teil (summe-von); "
			"erwartet werden die ids ihrer Teile, bitte berichtigen",
			whole->id);
		return true;
	}
	if (same_day(whole->stichtag, k->stichtag))
		return false;
	chk_tell(c, RULE_ZAEHLUNG, whole->node,
		"Die Kennzahl „%s“ hat den Stichtag %s, ihr Teil „%s“ %s; "
		"erwartet wird ein Tag für das Ganze und seine Teile, bitte die Werte oder die Stichtage angleichen",
		whole->id, chk_day(c, whole->stichtag), k->id, chk_day(c, k->stichtag));
	return true;
}

static void sum_of(struct chk *c, const struct doc_kennzahl *whole, const char *ids)
{
	enum { DECIMALS = 4 };
	int64_t sum = 0;
	int decimals = whole->decimals;
	for (const char *id; (id = next_id(c->mem, &ids));) {
		const struct doc_kennzahl *k = figure(c, whole->node, id);
		if (!k || no_part(c, whole, k))
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
