/* keinekosten.c: "no costs" beside amounts. */
#include "check/rule.h"
#include "check/sentence.h"

static bool costs(const struct doc_kosten *k)
{
	return k && (k->einmalig.value || k->jaehrlich.value);
}

/* The Massnahme, or the paper, whose money the text speaks of, has amounts. */
static bool costs_here(const struct chk *c, const struct doc_node *n)
{
	while (n && n->kind != DOC_MASSNAHME && n->kind != DOC_VORLAGE)
		n = n->parent;
	if (n && n->kind == DOC_MASSNAHME)
		return costs(&doc_massnahme(c->doc, n)->kosten);
	return n && c->vorlage && (costs(&c->vorlage->kosten) || costs(&c->vorlage->finanzierung));
}

static bool next_word(const char **p, const char **q)
{
	*p = *q;
	if (!chk_gap(p))
		return false;
	*q = chk_word_end(*p);
	return *q > *p;
}

/* "Kosten", "Mehrkosten"; not "Folgekosten", of which there may be none beside others. */
static bool is_cost(const char *p, const char *q)
{
	static const char *const nouns[] = {"Kosten", "Mehrkosten", "Zusatzkosten", "Aufwendungen", "Mehraufwendungen",
		"Haushaltsmittel", "Haushaltsmitteln", "Mittel", NULL};
	return chk_among(p, q, nouns);
}

/* "keine zusätzlichen Kosten", "ohne Mehrkosten", "kein finanzieller Aufwand": its end; NULL: something else. */
static const char *none_of(const char *p, const char *q)
{
	static const char *const none[] = {"keine", "Keine", "KEINE", "keinen", "keinerlei", "Keinerlei", "kein",
		"Kein", "ohne", "Ohne", NULL};
	static const char *const more[] = {"zusätzliche", "zusätzlichen", "weitere", "weiteren", "eigenen", "eigene",
		NULL};
	static const char *const money[] = {"finanzieller", "finanziellen", "finanzielle", NULL};
	static const char *const what[] = {"Aufwand", "Auswirkungen", "Aufwendungen", "Mittel", "Mehraufwand", "Folgen",
		NULL};
	if (!chk_among(p, q, none) || !next_word(&p, &q))
		return NULL;
	if (chk_among(p, q, more) && !next_word(&p, &q))
		return NULL;
	if (chk_among(p, q, money))
		return next_word(&p, &q) && chk_among(p, q, what) ? q : NULL;
	return is_cost(p, q) || chk_is(p, q, "KOSTEN") ? q : NULL;
}

/* "Mittel sind nicht erforderlich"; "nicht bekannt", "nicht vorhanden" is something else. */
static bool needed(const char *p, const char *q)
{
	static const char *const words[] = {"erforderlich", "nötig", "notwendig", "benötigt", NULL};
	return next_word(&p, &q) && chk_among(p, q, words);
}

/* "Kosten: keine" */
static const char *none_listed(const char *p, const char *q)
{
	q++;
	return next_word(&p, &q) && chk_is(p, q, "keine") ? q : NULL;
}

/* "Kosten entstehen der Stadt nicht", "Kosten betragen 0 Euro". */
static const char *none_told(const char *p, const char *q, const char *to)
{
	static const char *const verbs[] = {"entstehen", "fallen", "betragen", "werden", "sind", NULL};
	static const char *const nought[] = {"nicht", "0", "null", "keine", NULL};
	if (!next_word(&p, &q) || !chk_among(p, q, verbs))
		return NULL;
	const bool is = chk_is(p, q, "sind") || chk_is(p, q, "werden");
	for (int words = 0; words < 5 && next_word(&p, &q) && q <= to; words++) {
		if (chk_is(p, q, "0") && strchr(",.", *q) && q[1] >= '1' && q[1] <= '9')
			return NULL;
		if (chk_among(p, q, nought))
			return is && !needed(p, q) ? NULL : q;
		if (*q == ',')
			return NULL;
	}
	return NULL;
}

/* What is said of those who take part, or only asked or wished. */
static bool of_others(const char *from, const char *to)
{
	static const char *const words[] = {"ob", "Ob", "soll", "sollen", "sollte", "sollten", "wenn", "Wenn", "falls",
		"Falls", "sofern", "Sofern", "soweit", "zahlen", "zahlt", "tragen", "trägt", NULL};
	static const char *const people[] = {"Teilnehm", "Eltern", "Familie", "Besuch", "Nutze", "Gäste", "Kinder",
		"Bürger", "Verein", "Beteiligt", "Betroffen", "Jugendlich", "Senior", "Schüler", "Einwohner",
		"Antragstell", "Mitglied"};
	static const char *const articles[] = {"die", "das", "den", "alle", NULL};
	for (const char *p = from, *q; p < to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		if (q > p && chk_among(p, q, words))
			return true;
		if (!chk_is(p, q, "für") && !chk_is(p, q, "Für"))
			continue;
		const char *w = q;
		if (!next_word(&p, &w) || (chk_among(p, w, articles) && !next_word(&p, &w)))
			continue;
		for (size_t i = 0; i < sizeof people / sizeof *people; i++)
			if (chk_starts(p, people[i]))
				return true;
	}
	return false;
}

/* "für die Stadt kostenfrei": for others it may be so beside amounts. */
static bool for_the_town(const char *from, const char *to)
{
	static const char *const whom[] = {"für die Stadt ", "für die Kommune ", "für die Gemeinde ", "für den Kreis ",
		"für die Stadt.", "für die Kommune.", "für die Gemeinde.", "für den Kreis."};
	for (size_t i = 0; i < sizeof whom / sizeof *whom; i++)
		if (memmem(from, (size_t)(to - from) + 1, whom[i], strlen(whom[i])))
			return true;
	return false;
}

static const char *phrase(const char *p, const char *q, const char *to)
{
	static const char *const neutral[] = {"kostenneutral", "Kostenneutral", "haushaltsneutral", "Haushaltsneutral",
		NULL};
	const char *end = chk_among(p, q, neutral) ? q : none_of(p, q);
	if (end || !(is_cost(p, q) || chk_is(p, q, "Auswirkungen")))
		return end;
	return *q == ':' ? none_listed(p, q) : none_told(p, q, to);
}

static bool is_gratis(const struct chk_tok *k)
{
	static const char *const words[] = {"kostenfrei", "kostenlos", NULL};
	return chk_among(k->p, k->q, words);
}

bool chk_keinekosten_may(const struct chk_text *t, const struct chk_tok *k)
{
	return strchr("kKoOMZAHh", *k->p) && (is_gratis(k) || phrase(k->p, k->q, t->end));
}

void chk_keinekosten_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *from, *to;
	const bool gratis = is_gratis(k);
	if (!costs_here(c, t->block))
		return;
	const bool whole = chk_sentence(t, k->p, &from, &to);
	if ((whole && of_others(from, to)) || (gratis && !(whole && for_the_town(from, to))))
		return;
	chk_tell_at(c, RULE_KEINEKOSTEN, t, k->p,
		"„%s“ steht neben Posten mit Beträgen; "
		"erwartet wird eines von beiden, bitte den Text oder die Posten berichtigen",
		chk_quote(c, t, k->p, gratis ? k->q : phrase(k->p, k->q, t->end)));
}

void chk_keinekosten(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_POSTEN];
	for (size_t i = 0; i < l->n; i++)
		if (doc_is(l->at[i], DOC_A_ZUSTAND, "ohne") && costs(doc_kosten(c->doc, l->at[i]->parent)))
			chk_tell(c, RULE_KEINEKOSTEN, l->at[i],
				"zustand=\"ohne\" (keine zusätzlichen Kosten) steht neben Posten mit Beträgen; "
				"erwartet wird eines von beiden, bitte einen Posten streichen");
}
