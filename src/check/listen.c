/* listen.c: a list and the sentence above it: "Es gibt drei Angebote:" and two of them, "Insgesamt gibt es 45 Plätze:"
 * and other numbers in the list. */
#include "check/rechnung.h"
#include "check/sentence.h"

/* The last sentence of a text, if it ends with a colon, and its numbers. */
static bool read_above(struct chk *c, struct chk_sums *s, struct chk_text *t, const struct doc_node *n)
{
	const char *text = chk_str(c, n);
	*t = (struct chk_text){.s = text, .end = text + strlen(text), .block = n};
	while (t->end > t->s && t->end[-1] == ' ')
		t->end--;
	*s = (struct chk_sums){.c = c, .mem = c->mem, .t = t, .from = t->s, .to = t->end};
	for (const char *p = t->s; p < t->end; p = chk_sentence_next(t, chk_sentence_end(t, p)))
		s->from = p;
	return t->end > t->s && t->end[-1] == ':' && chk_sums_read(s) && s->n == 1 && !s->f[0].percent;
}

/* "Es gibt drei Angebote:", "Zwei Dinge fehlen:" */
static bool counts_them(const struct chk_sums *s)
{
	static const char *const measures[] = {"Jahre", "Jahren", "Tage", "Tagen", "Wochen", "Monate", "Monaten",
		"Stunden",
		"Euro", "Uhr", "Personen", "Menschen", "Plätze", "Plätzen", NULL};
	enum { FEW = 12 };
	const char *p, *q;
	return s->f[0].v <= FEW * CHK_ONE && !s->f[0].decimals && chk_noun_of(&s->f[0], &p, &q) && q > p &&
		strchr("enrs", q[-1]) && !chk_among(p, q, measures) && (*q == ':' || s->f[0].p == s->from);
}

/* Of each point the one number, of the same noun as above: their sum; 0: some point has none, or another. */
static int64_t sum_of(struct chk *c, const struct chk_sums *above, const struct doc_node *list)
{
	enum { STEM = 4 };
	const char *noun, *end, *p, *q;
	int64_t sum = 0;
	if (!chk_noun_of(&above->f[0], &noun, &end) || end - noun < STEM)
		return 0;
	for (const struct doc_node *n = doc_child(list, DOC_PUNKT); n; n = doc_next(n, DOC_PUNKT)) {
		const char *text = chk_str(c, n);
		const struct chk_text t = {.s = text, .end = text + strlen(text), .block = n};
		struct chk_sums s = {.c = c, .mem = c->mem, .t = &t, .from = t.s, .to = t.end};
		if (!chk_sums_read(&s) || s.f[0].percent || !chk_noun_of(&s.f[0], &p, &q) || q - p < STEM ||
			memcmp(p, noun, STEM) ||
			(s.n > 1 && !memmem(s.f[0].q, (size_t)(s.f[1].p - s.f[0].q), "davon", strlen("davon"))))
			return 0;
		sum += s.f[0].v;
	}
	return sum;
}

static void one_list(struct chk *c, const struct doc_node *list, const struct doc_node *above)
{
	static const char *const all[] = {"insgesamt", "zusammen", "verteilen", "gibt", NULL};
	struct chk_sums s;
	struct chk_text t;
	if (!read_above(c, &s, &t, above) || chk_sums_have(&s, chk_roughly))
		return;
	const size_t points = doc_count(list, DOC_PUNKT);
	const int64_t sum = chk_sums_have(&s, all) ? sum_of(c, &s, list) : 0;
	if (sum && sum != s.f[0].v)
		chk_tell(c, RULE_RECHNUNG, above,
			"„%s“: die Punkte darunter ergeben zusammen %s; bitte eine Zahl berichtigen",
			mem_str(c->mem, s.from, (size_t)(s.to - s.from)), chk_sums_number(&s, sum));
	else if (!sum && counts_them(&s) && s.f[0].v != (int64_t)points * CHK_ONE)
		chk_tell(c, RULE_RECHNUNG, above, "„%s“: darunter %s %zu; bitte die Zahl oder die Liste berichtigen",
			mem_str(c->mem, s.from, (size_t)(s.to - s.from)), points == 1 ? "steht" : "stehen", points);
}

void chk_rechnung(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_ABSATZ];
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_node *next = l->at[i]->next;
		while (next && next->kind == DOC_TEXT)
			next = next->next;
		if (next && next->kind == DOC_LISTE)
			one_list(c, next, l->at[i]);
	}
}
