/* kurzfassung.c: what a summary in another language or in Leichte Sprache must keep to. */
#include "check/rule.h"

enum { SENTENCE_MAX = 15 };                        /* words */

static int words_in(const char *s, size_t n)
{
	int words = 0;
	for (size_t i = 0; i < n; i++)
		words += s[i] != ' ' && (!i || s[i - 1] == ' ');
	return words;
}

static void sentences(struct chk *c, const struct doc_node *n)
{
	const char *s = chk_str(c, n);
	for (size_t left = strlen(s), take; left; s += take, left -= take) {
		while (*s == ' ' && left) {
			s++;
			left--;
		}
		take = doc_sentence(s, left);
		int words = words_in(s, take);
		if (words > SENTENCE_MAX)
			chk_tell(c, RULE_LEICHT, n,
				"„%.*s …“: der Satz hat %d Wörter; "
				"in Leichter Sprache werden höchstens %d erwartet, bitte teilen",
				(int)(strchr(s, ' ') - s), s, words, SENTENCE_MAX);
	}
}

void chk_leicht(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_KURZFASSUNG].n; i++) {
		const struct doc_node *k = c->kind[DOC_KURZFASSUNG].at[i];
		if (!doc_is(k, DOC_A_ART, "leicht"))
			continue;
		for (const struct doc_node *n = k; n; n = doc_walk(k, n))
			if (n->kind == DOC_ABSATZ || n->kind == DOC_PUNKT)
				sentences(c, n);
	}
}

void chk_geprueft(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_KURZFASSUNG].n; i++) {
		const struct doc_node *k = c->kind[DOC_KURZFASSUNG].at[i];
		const char *who = doc_get(k, DOC_A_GEPRUEFT), *text = doc_get(k, DOC_A_GEPRUEFT_TEXT);
		char now[DOC_CHECKED_SUM];
		if (!who || doc_checked(c->doc, k))
			continue;
		doc_checked_sum(c->doc, k, now);
		if (text)
			chk_tell(c, RULE_GEPRUEFT, k,
				"„%s“ hat einen anderen Text oder eine andere Ausgabe geprüft; bis zur neuen Prüfung "
				"gilt die Kurzfassung als ungeprüft, danach bitte geprueft=\"…\" und "
				"geprueft-text=\"%s\" eintragen",
				who, now);
		else
			chk_tell(c, RULE_GEPRUEFT, k,
				"geprueft=\"%s\" sagt nicht, welcher Text geprüft wurde; erwartet wird dazu "
				"geprueft-text, sonst gilt die Kurzfassung als ungeprüft; hat jemand genau diesen Text "
				"geprüft, bitte geprueft-text=\"%s\" ergänzen",
				who, now);
	}
}

void chk_ungeprueft(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_KURZFASSUNG].n; i++) {
		const struct doc_node *k = c->kind[DOC_KURZFASSUNG].at[i];
		if (!doc_get(k, DOC_A_GEPRUEFT) && !doc_child(k, DOC_BEISPIEL))
			chk_tell(c, RULE_UNGEPRUEFT, k,
				"Die Kurzfassung sagt nicht in ihrer eigenen Sprache, dass sie ungeprüft ist; "
				"erwartet wird <beispiel>…</beispiel> am Ende oder geprueft=\"…\", bitte ergänzen");
	}
}
