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

/* "Kosten", "Mehrkosten"; not "Folgekosten", of which there may be none beside others. */
static bool is_cost(const char *p, const char *q)
{
	static const char *const nouns[] = {"kosten", "mehrkosten", "zusatzkosten", "aufwendungen", "mehraufwendungen",
		"ausgaben", "mehrausgaben", "haushaltsmittel", "haushaltsmitteln", "mittel", NULL};
	return chk_among_any(p, q, nouns);
}

/* "keine zusätzlichen Kosten", "ohne Mehrkosten", "kein finanzieller Aufwand": its end; NULL: something else. */
static const char *none_of(const char *p, const char *q)
{
	static const char *const none[] = {"keine", "keinen", "keiner", "keinerlei", "kein", "ohne", NULL};
	static const char *const more[] = {"zusätzliche", "zusätzlichen", "eigenen", "eigene", NULL};
	static const char *const spared[] = {"zu", "scheut", "scheuen", "gescheut", "hat", "haben", NULL};
	static const char *const money[] = {"finanzieller", "finanziellen", "finanzielle", NULL};
	static const char *const what[] = {"Aufwand", "Auswirkungen", "Aufwendungen", "Mittel", "Mehraufwand", "Folgen",
		NULL};
	if (!chk_among_any(p, q, none))
		return NULL;
	const bool without = chk_is_any(p, q, "ohne");
	if (!chk_next_word(&p, &q))
		return NULL;
	const bool further = chk_among(p, q, more);
	if (further && !chk_next_word(&p, &q))
		return NULL;
	if (chk_among(p, q, money))
		return chk_next_word(&p, &q) && chk_among(p, q, what) ? q : NULL;
	if (!is_cost(p, q) || (without && !further && chk_is(p, q, "Mittel")))         /* "Menschen ohne Mittel" */
		return NULL;
	const char *end = q, *w;
	return chk_next_word(&p, &q) && (w = p, chk_among(w, q, spared)) ? NULL : end;     /* "keine Kosten scheuen" */
}

/* "Mittel sind nicht erforderlich"; "nicht bekannt", "nicht vorhanden" is something else. */
static bool needed(const char *p, const char *q)
{
	static const char *const words[] = {"erforderlich", "nötig", "notwendig", "benötigt", "gebraucht", NULL};
	return chk_next_word(&p, &q) && chk_among(p, q, words);
}

/* "Kosten: keine" */
static const char *none_listed(const char *p, const char *q)
{
	q++;
	return chk_next_word(&p, &q) && chk_is(p, q, "keine") ? q : NULL;
}

/* "Kosten entstehen der Stadt nicht", "Kosten betragen 0 Euro". */
static const char *none_told(const char *p, const char *q, const char *to)
{
	static const char *const verbs[] = {"entstehen", "entsteht", "fallen", "betragen", "werden", "wird", "sind",
		"hat", "ergeben", NULL};
	static const char *const nought[] = {"nicht", "0", "null", "keine", NULL}, *const is_not[] = {"nicht", NULL};
	static const char *const passive[] = {"sind", "werden", "wird", NULL};
	if (!chk_next_word(&p, &q) || !chk_among(p, q, verbs))
		return NULL;
	const bool is = chk_among(p, q, passive);
	for (int words = 0; words < 5 && chk_next_word(&p, &q) && q <= to; words++) {
		if (*p == '0' && strspn(p, "0,.") != strspn(p, "0123456789,."))
			return NULL;                                   /* "0,006" */
		if (chk_among(p, q, nought))
			return is && chk_among(p, q, is_not) && !needed(p, q) ? NULL : q;
		if (*q == ',')
			return NULL;
	}
	return NULL;
}

/* "den Eltern entstehen", "für Familien": people, with or without an article at p. */
static bool of_people(const char *p, const char *q)
{
	static const char *const people[] = {"Teilnehm", "Eltern", "Familie", "Besuch", "Nutze", "Gäste", "Kinder",
		"Bürger", "Verein", "Beteiligt", "Betroffen", "Jugendlich", "Senior", "Schüler", "Einwohner",
		"Antragstell", "Mitglied", "Land ", "Bund ", "Träger", "Betrieb", "Unternehm", "Schule", "Kirche",
		"Jobcenter", "Anwohn", "Mieter"};
	static const char *const articles[] = {"die", "das", "den", "alle", NULL};
	static const char *const to[] = {"den", "dem", "für", NULL};
	if (!chk_among_any(p, q, to) || !chk_next_word(&p, &q) || (chk_among(p, q, articles) && !chk_next_word(&p, &q)))
		return false;
	for (size_t i = 0; i < sizeof people / sizeof *people; i++)
		if (chk_starts(p, people[i]))
			return true;
	return false;
}

/* What is said of those who take part, of a part of it, or only asked or wished. */
static bool of_others(const char *from, const char *to)
{
	static const char *const words[] = {"ob", "soll", "sollen", "sollte", "sollten", "wenn", "falls", "sofern",
		"soweit", "zahlen", "zahlt", "tragen", "trägt", "hinaus", "nur", "zunächst", "anfangs", "wer", "teil",
		"teilweise", NULL};
	if (chk_has_word(from, to, words))
		return true;
	for (const char *p = from, *q; p < to; p = q > p ? q : chk_after(p)) {
		q = chk_word_end(p);
		if (q > p && of_people(p, q))
			return true;
	}
	return false;
}

/* "für die Stadt kostenfrei": for others it may be so beside amounts. */
static bool for_the_town(const char *from, const char *to)
{
	static const char *const whom[] = {"ür die Stadt ", "ür die Kommune ", "ür die Gemeinde ", "ür den Kreis ",
		"ür die Stadt.", "ür die Kommune.", "ür die Gemeinde.", "ür den Kreis."};
	for (size_t i = 0; i < sizeof whom / sizeof *whom; i++)
		if (memmem(from, (size_t)(to - from) + 1, whom[i], strlen(whom[i])))
			return true;
	return false;
}

/* "Die Maßnahme ist kostenlos": p stands right behind the verb. */
static bool all_of_it(const char *from, const char *p)
{
	static const char *const begins[] = {"Die Maßnahme ist ", "Die Umsetzung ist ", "Das Vorhaben ist ",
		"Das Projekt ist ", "Die Maßnahme bleibt "};
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (chk_starts(from, begins[i]) && from + strlen(begins[i]) == p)
			return true;
	return false;
}

/* "nicht kostenneutral", "keine kostenneutrale": p stands behind a no. */
static bool denied(const struct chk_text *t, const char *p)
{
	static const char *const no[] = {"nicht", "keine", "keineswegs", "kaum", NULL};
	return chk_follows(t, p, no);
}

/* "kostet die Stadt nichts" */
static const char *costs_nothing(const char *p, const char *q, const char *to)
{
	if (!chk_is(p, q, "kostet"))
		return NULL;
	for (int words = 0; words < 4 && chk_next_word(&p, &q) && q <= to; words++)
		if (chk_is(p, q, "nichts"))
			return q;
	return NULL;
}

/* "Das geht aus Bordmitteln": all of it; "Die Schulung …" may be one step. */
static const char *own_means(const struct chk_text *t, const char *p, const char *q)
{
	static const char *const out_of[] = {"aus", "mit", NULL};
	static const char *const all[] = {"Das ", "Dies ", "Sie ", "Alles ", "Die Maßnahme ", "Die Umsetzung ",
		"Die Finanzierung "};
	const char *from, *to;
	if (!chk_is(p, q, "Bordmitteln") || !chk_follows(t, p, out_of) || !chk_sentence(t, p, &from, &to))
		return NULL;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (chk_starts(from, all[i]))
			return q;
	return NULL;
}

/* "Der Haushalt wird nicht belastet", "Dadurch wird der Haushalt nicht belastet" */
static const char *no_burden(const char *p, const char *q)
{
	static const char *const budget[] = {"Haushalt", "Gemeindehaushalt", "Kreishaushalt", NULL};
	static const char *const by_that[] = {"dadurch", "damit", "hierdurch", "hiermit", "also", NULL};
	if (!chk_among(p, q, budget) || !chk_next_word(&p, &q) || (chk_is(p, q, "wird") && !chk_next_word(&p, &q)) ||
		(chk_among(p, q, by_that) && !chk_next_word(&p, &q)))
		return NULL;
	return chk_is(p, q, "nicht") && chk_next_word(&p, &q) && chk_is(p, q, "belastet") ? q : NULL;
}

/* "Mehraufwand entsteht nicht", "Finanzielle Auswirkungen hat das nicht" */
static bool is_expense(const struct chk_text *t, const char *p, const char *q)
{
	static const char *const nouns[] = {"Auswirkungen", "Mehraufwand", "Mehrbedarf", "Bedarf", NULL};
	static const char *const money[] = {"finanzieller", "Finanzieller", "finanzielle", "Finanzielle", NULL};
	static const char *const more[] = {"weitere", "Weitere", "weiteren", "sonstige", "Sonstige", "andere", "Andere",
		NULL};
	return (is_cost(p, q) && !chk_follows(t, p, more)) || chk_is(p, q, "Geld") ||
		(chk_among(p, q, nouns) && chk_follows(t, p, money));
}

/* "kommt ohne zusätzliches Geld aus" */
static const char *without_money(const struct chk_text *t, const char *p, const char *q)
{
	static const char *const more[] = {"zusätzliches", "eigenes", "städtisches", NULL};
	static const char *const out[] = {"aus", NULL};
	if (!chk_is_any(p, q, "ohne") || !chk_next_word(&p, &q) || (chk_among(p, q, more) && !chk_next_word(&p, &q)))
		return NULL;
	return chk_is(p, q, "Geld") && chk_has_word(q, chk_sentence_end(t, q), out) ? q : NULL;
}

static const char *phrase(const struct chk_text *t, const char *p, const char *q)
{
	static const char *const spares[] = {"scheut", "scheuen", "scheute", NULL};
	static const char *const neutral[] = {"kostenneutral", "haushaltsneutral", "budgetneutral", NULL};
	const char *end;
	if (chk_among_any(p, q, neutral))
		return denied(t, p) ? NULL : q;
	if (chk_follows(t, p, spares))
		return NULL;
	if ((end = without_money(t, p, q)) || (end = none_of(p, q)) ||
		(end = costs_nothing(p, q, t->end)) || (end = own_means(t, p, q)) || (end = no_burden(p, q)))
		return end;
	if (!is_expense(t, p, q))
		return NULL;
	return *q == ':' ? none_listed(p, q) : none_told(p, q, t->end);
}

/* "Ohne Kosten geht es nicht" */
static bool not_without(const char *p, const char *q, const char *to)
{
	static const char *const no[] = {"nicht", NULL};
	return chk_is_any(p, chk_word_end(p), "ohne") && chk_has_word(q, to, no);
}

static bool is_gratis(const struct chk_tok *k)
{
	static const char *const words[] = {"kostenfrei", "kostenlos", "unentgeltlich", NULL};
	return chk_among(k->p, k->q, words);
}

bool chk_keinekosten_may(const struct chk_text *t, const struct chk_tok *k)
{
	return strchr("kKoOMZAHhBbuG", *k->p) && (is_gratis(k) || phrase(t, k->p, k->q));
}

void chk_keinekosten_text(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const bool gratis = is_gratis(k);
	const char *from, *to, *end = gratis ? k->q : phrase(t, k->p, k->q);
	if (!costs_here(c, t->block))
		return;
	const bool whole = chk_sentence(t, k->p, &from, &to);
	if (whole && (of_others(from, to) || not_without(k->p, end, to)))
		return;
	if (gratis && !(whole && (for_the_town(from, to) || all_of_it(from, k->p))))
		return;
	chk_tell_at(c, RULE_KEINEKOSTEN, t, k->p,
		"„%s“ steht neben Posten mit Beträgen; "
		"erwartet wird eines von beiden, bitte den Text oder die Posten berichtigen",
		chk_quote(c, t, k->p, end));
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
