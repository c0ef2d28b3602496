/* zeitworte.c: sentences taken over from the edition before that have become untrue by lying: they say "derzeit", or
 * tell a past year as future. The texts are gone through once more for this, only when there is an edition to compare
 * with. */
#include <stdlib.h>
#include <string.h>

#include "check/map.h"
#include "check/sentence.h"

/* sentences of the edition before; years from its Stand up to, not including, this one's */
struct chk_sentences { struct chk_map old; int from, to; };

static void collect(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	(void)k;
	for (const char *p = t->s, *to; p < t->end && !t->attr; p = chk_sentence_next(t, to)) {
		to = chk_sentence_end(t, p);
		chk_map_put(&c->sentences->old, mem_str(c->mem, p, (size_t)(to - p)), (size_t)(to - p), 1);
	}
}

/* Somebody has looked at it: it holds on. */
static bool held(const struct chk_text *t)
{
	const struct doc_node *n = t->block;
	while (n && !doc_bleibt(n))
		n = n->parent;
	return n;
}

static bool copied(struct chk *c, const struct chk_text *t, const char *p)
{
	const char *from, *to;
	return !held(t) && chk_sentence(t, p, &from, &to) &&
		chk_map_get(&c->sentences->old, from, (size_t)(to - from)) != NULL;
}

/* The phrase stands at p, its first letter small or capital, any blank between its words; behind it no more letters. */
static bool phrase_at(const char *p, const char *phrase)
{
	if ((*p | 0x20) != *phrase)
		return false;
	for (p++, phrase++; *phrase; phrase++)
		if (*phrase == ' ') {
			if (!chk_gap(&p))
				return false;
		} else if (*p++ != *phrase) {
			return false;
		}
	return !chk_is_word((unsigned char)*p);
}

static void time_word(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	static const char *const phrases[] = {"derzeit", "zurzeit", "momentan", "gegenwärtig", "in diesem Jahr",
		"im laufenden Jahr", "im kommenden Jahr", "im nächsten Jahr", "im vergangenen Jahr", "im letzten Jahr",
		"im Augenblick", "im Moment", "vor Kurzem", "seit Kurzem"};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (phrase_at(k->p, phrases[i]) && copied(c, t, k->p))
			chk_tell_at(c, RULE_ZEITWORT, t, k->p,
				"„%s“ steht in einem Satz, der unverändert aus der vorigen Ausgabe kommt; "
				"bitte prüfen, ob er noch stimmt, und mit einem Datum neu fassen",
				phrases[i]);
}

static bool future(const char *from, const char *to)
{
	static const char *const words[] = {"wird", "werden", "soll", "sollen", "geplant", "vorgesehen", "künftig",
		"kommenden", "nächsten", "bevorsteht", "bis"};
	for (const char *w = from; w < to; w++) {
		if (w > from && chk_is_word((unsigned char)w[-1]))
			continue;
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (chk_is(w, chk_word_end(w), words[i]))
				return true;
	}
	return false;
}

/* "2018/2019" counts as its later year, which is another token. */
static void year_word(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	const char *from, *to;
	if (k->q - k->p != 4 || strspn(k->p, "0123456789") < 4 || (k->q < t->end && *k->q == '/'))
		return;
	int year = atoi(k->p);
	if (year < c->sentences->from || year >= c->sentences->to)
		return;
	if (chk_sentence(t, k->p, &from, &to) && future(from, to) && copied(c, t, k->p))
		chk_tell_at(c, RULE_JAHRVORBEI, t, k->p,
			"%d steht in einem Satz, "
			"der unverändert aus der vorigen Ausgabe kommt und von Künftigem spricht, "
			"liegt aber vor dem Stand %d; bitte den Satz neu fassen",
			year, c->sentences->to);
}

void chk_zeitworte(struct chk *c)
{
	const struct doc *before =
		c->context->ngegen && c->doc->root->kind == DOC_KONZEPT ? c->context->gegen[0] : NULL;
	struct chk_sentences s = {.from = before ? doc_stand(before).year : 0, .to = c->stand.year};
	if (!before || before == c->doc)
		return;
	struct chk old = chk_beside(c, before);
	struct chk_scan scan = {0};
	old.sentences = &s;
	chk_listen(&scan, collect, NULL, ON(END));
	chk_texts(&old, &scan);
	chk_scan_end(&scan);
	c->sentences = &s;
	scan = (struct chk_scan){0};
	chk_listen(&scan, time_word, NULL, ON(WORD));
	chk_listen(&scan, year_word, NULL, ON(NUMBER));
	chk_texts(c, &scan);
	chk_scan_end(&scan);
	c->sentences = NULL;
	chk_map_free(&s.old);
}
