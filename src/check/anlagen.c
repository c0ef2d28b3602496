/* anlagen.c: „Anlage 2“ in the text against the list of Anlagen. That their files are there and unchanged, source has
 * seen. */
#include <stdlib.h>
#include <string.h>

#include "check/rule.h"

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

/* "Anlage 1 zur Hauptsatzung" belongs to something else. */
static bool of_another(const char *p)
{
	chk_gap(&p);
	const char *e = chk_word_end(p);
	return chk_is(p, e, "zu") || chk_is(p, e, "zum") || chk_is(p, e, "zur");
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

bool chk_anlage_may(const struct chk_text *t, const struct chk_tok *k)
{
	(void)t;
	return *k->p == 'A' && (chk_is(k->p, k->q, "Anlage") || chk_is(k->p, k->q, "Anlagen"));
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
		return;
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
		if (!kind)
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
