/* anlagen.c: „Anlage 2“ in the text against the list of Anlagen. That their files are there and unchanged, source has
 * seen. */
#include <stdlib.h>
#include <string.h>

#include "check/rule.h"
#include "check/sentence.h"
#include "check/told.h"

static void cite(struct chk *c, size_t number)
{
	if (number >= 1 && number <= c->vorlage->nanlagen)
		c->zitiert[number - 1] = true;
}

static void cite_all(struct chk *c)
{
	for (size_t i = 1; i <= c->vorlage->nanlagen; i++)
		cite(c, i);
}

/* "Anlage 1 zur Hauptsatzung", "Anlage 7 der Geschäftsordnung" belong to something else; "Anlage 2 der Vorlage" does
 * not. */
static bool of_another(const char *p)
{
	static const char *const here[] = {"Vorlage", "Sitzungsvorlage", "Beschlussvorlage", "Drucksache", "Mitteilung",
		NULL};
	chk_gap(&p);
	const char *e = chk_word_end(p);
	if (chk_is(p, e, "zu") || chk_is(p, e, "zum") || chk_is(p, e, "zur"))
		return true;
	if (!chk_is(p, e, "der") && !chk_is(p, e, "des"))
		return false;
	p = e;
	return chk_gap(&p) && *p >= 'A' && *p <= 'Z' && !chk_among(p, chk_word_end(p), here);
}

/* A number behind *p, "Nr. 2" too; *p moves behind it. 0: none. */
static size_t number_at(const char **p)
{
	const char *q = *p;
	chk_gap(&q);
	if (chk_starts(q, "Nr.")) {
		q += strlen("Nr.");
		chk_gap(&q);
	}
	size_t n = strspn(q, "0123456789");
	if (!n || n > 4)
		return 0;
	*p = q + n;
	return strtoul(q, NULL, 10);
}

/* Between two numbers: ',' for a list, '-' for a range, 0 for the end. */
static char joint(const char **p)
{
	const char *q = *p;
	char kind = 0;
	chk_gap(&q);
	if (*q == ',')
		kind = ',', q++;
	else if (chk_starts(q, "und ") || chk_starts(q, "und\u00A0"))
		kind = ',', q += 3;
	else if (chk_starts(q, "bis ") || chk_starts(q, "bis\u00A0"))
		kind = '-', q += 3;
	else if (chk_starts(q, "–"))
		kind = '-', q += strlen("–");
	else if (*q == '-' && q[1] >= '0' && q[1] <= '9')
		kind = '-', q++;
	const char *r = q;
	if (!kind || !number_at(&r))
		return 0;
	*p = q;
	return kind;
}

static bool one_of(const char *p, const char *q, const char *const *words)
{
	while (*words && !chk_is(p, q, *words))
		words++;
	return *words;
}

/* "siehe Anlage", "als Anlage beigefügt", "(Anlage)", "in der Anlage." speak of one of the paper, "die Anlage am See"
 * does not. */
static bool of_this_paper(const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const before[] = {"siehe", "Siehe", "als", "Als", "beigefügte", "beigefügten", "anliegende",
		"anliegenden", "beiliegende", "beiliegenden", NULL};
	static const char *const behind[] = {
		"beigefügt", "beiliegend", "ist", "sind", "findet", "befindet", "zu", NULL};
	const char *p = k->p, *q = k->q;
	if (chk_before(t, p) && *chk_before(t, p) == '(' && (*q == ')' || *q == ','))
		return true;
	chk_gap_back(t, &p);
	const char *w = chk_word_back(t, p);
	if (one_of(w, p, before))
		return true;
	const char *in = w;
	chk_gap_back(t, &in);
	chk_gap(&q);
	return (chk_is(w, p, "der") || chk_is(w, p, "den")) && chk_is(chk_word_back(t, in), in, "in") &&
		(strchr(".,;)", *q) || one_of(q, chk_word_end(q), behind));
}

static void without_number(struct chk *c, const struct chk_text *t, const struct chk_tok *k, bool many)
{
	if (many || c->vorlage->nanlagen == 1)
		cite_all(c);
	if (!c->vorlage->nanlagen && of_this_paper(t, k))
		chk_tell_at(c, RULE_ANLAGE, t, k->p,
			"„%s“: die Vorlage hat keine Anlagen; erwartet wird eine <anlage>, bitte ergänzen oder den "
			"Hinweis streichen",
			chk_quote(c, t, k->p, k->q));
}

/* ---- "der Lageplan (Anlage 2)" ---- */

/* The Anlage whose title ends at q, perhaps behind "als"; -1: none. */
static int titled_before(const struct chk *c, const struct chk_text *t, const char *from, const char *q)
{
	for (size_t i = 0; i < c->vorlage->nanlagen; i++) {
		const char *is = c->vorlage->anlagen[i].titel;
		const size_t n = is ? strlen(is) : 0;
		if (n <= 3 || (size_t)(q - from) < n || memcmp(q - n, is, n) != 0)
			continue;
		if (q - n == t->s || !chk_is_word((unsigned char)q[-1 - (ptrdiff_t)n]))
			return (int)i;
	}
	return -1;
}

/* Only one title stands before it: which; -1: none, or several. */
static int titled_in(const struct chk *c, const char *from, const char *to)
{
	int found = -1;
	for (size_t i = 0; i < c->vorlage->nanlagen; i++) {
		const char *is = c->vorlage->anlagen[i].titel, *p = is && strlen(is) > 3 ? memmem(from,
			(size_t)(to - from),
			is, strlen(is)) : NULL;
		if (!p || chk_is_word((unsigned char)p[strlen(is)]))
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

/* "Lageplan (Anlage 2)", "Der Lageplan liegt als Anlage 2 bei": that is another one. p: behind the number. */
static void beside_title(struct chk *c, const struct chk_text *t, const struct chk_tok *k, const char *p, size_t n)
{
	static const char *const as[] = {"als", NULL}, *const see[] = {"siehe", "vgl.", NULL};
	static const char *const other[] = {"alte", "alten", "frühere", "früheren", "damals", "lag", "bisherige",
		"bisherigen", "war", NULL};
	const char *from, *to, *q = k->p, *b;
	int is = -1;
	if (t->attr || of_another(p) || !chk_sentence(t, k->p, &from, &to) || chk_has_word(from, to, other))
		return;
	if (chk_follows(t, k->p, as)) {
		is = titled_in(c, from, k->p);
	} else {
		if (chk_follows(t, q, see) && chk_gap_back(t, &q))
			q = q[-1] == '.' ? chk_word_back(t, q - 1) : chk_word_back(t, q);
		b = chk_before(t, q);
		if (b && *b == '(' && chk_gap_back(t, &b))
			is = titled_before(c, t, from, b);
	}
	if (is >= 0 && (size_t)is + 1 != n && c->vorlage->anlagen[n - 1].titel)
		chk_tell_at(c, RULE_ANLAGE, t, k->p,
			"„%s“ ist „%s“; „%s“ ist Anlage %d, bitte die Nummer berichtigen", chk_quote(c, t, k->p, p),
			c->vorlage->anlagen[n - 1].titel, c->vorlage->anlagen[is].titel, is + 1);
}

bool chk_anlage_may(const struct chk_text *t, const struct chk_tok *k)
{
	(void)t;
	return *k->p == 'A' && (chk_is(k->p, k->q, "Anlage") || chk_is(k->p, k->q, "Anlagen"));
}

/* "4 Seiten" at p: no number of an Anlage. */
static bool counts_pages(const char *p)
{
	static const char *const nouns[] = {"Seite", "Seiten", "Blatt", NULL};
	chk_gap(&p);
	const char *q = p + strspn(p, "0123456789");
	return q > p && chk_gap(&q) && chk_among(q, chk_word_end(q), nouns);
}

/* "Anlage 2", "Anlagen 1, 3 und 5", "Anlagen 1 bis 3"; "siehe Anlage" is the only one there is. */
void chk_anlage_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const bool many = chk_is(k->p, k->q, "Anlagen");
	const char *p = k->q;
	size_t known = c->vorlage ? c->vorlage->nanlagen : 0, n, from = 0;
	if (!c->vorlage)
		return;
	if (!(n = number_at(&p))) {
		without_number(c, t, k, many);
		if (!many && known == 1)
			chk_anlage_pages(c, t, k, k->q, &c->vorlage->anlagen[0]);
		return;
	}
	if (!many && n <= known) {
		beside_title(c, t, k, p, n);
		chk_anlage_pages(c, t, k, p, &c->vorlage->anlagen[n - 1]);
	}
	for (;;) {
		for (size_t i = from ? from : n; i <= n && i <= known; i++)
			cite(c, i);
		if (n > known && !of_another(p))
			chk_tell_at(c, RULE_ANLAGE, t, k->p,
				"„%s“: die Vorlage hat %s; erwartet wird eine <anlage> mit dieser Nummer, "
				"bitte ergänzen oder die Nummer berichtigen",
				chk_quote(c, t, k->p, p),
				known ? mem_fmt(c->mem, "nur %zu Anlage%s", known, known > 1 ? "n" : "")
				      : "keine Anlagen");
		char kind = joint(&p);
		if (!kind || counts_pages(p))
			return;
		from = kind == '-' ? n : 0;
		n = number_at(&p);
	}
}

/* The other way round; after all texts. */
void chk_anlage(struct chk *c)
{
	for (size_t i = 0; c->vorlage && i < c->vorlage->nanlagen; i++)
		if (!c->zitiert[i])
			chk_tell(c, RULE_ANLAGE, c->vorlage->anlagen[i].node,
				"Anlage %zu („%s“) wird im Text nirgends genannt; "
				"erwartet wird „Anlage %zu“ dort, wo von ihr die Rede ist, bitte ergänzen",
				i + 1, c->vorlage->anlagen[i].titel ? c->vorlage->anlagen[i].titel : "", i + 1);
}

/* Left out of the public excerpt, an Anlage must not shift the numbers of those that stay. */
void chk_anlagenfolge(struct chk *c)
{
	const struct doc_anlage *hidden = NULL;
	for (size_t i = 0; c->vorlage && c->vorlage->oeffentlich && i < c->vorlage->nanlagen; i++) {
		const struct doc_anlage *a = &c->vorlage->anlagen[i];
		if (!a->oeffentlich)
			hidden = hidden ? hidden : a;
		else if (hidden)
			chk_tell(c, RULE_ANLAGENFOLGE, a->node,
				"Anlage %zu ist öffentlich und steht hinter einer nichtöffentlichen; "
				"in der öffentlichen Fassung hätte sie eine andere Nummer, "
				"bitte die nichtöffentlichen ans Ende stellen",
				i + 1);
	}
}
