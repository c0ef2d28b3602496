/* folgende.c: what a sentence counts of the parts behind it or before it, "Die nachfolgenden sechs Maßnahmen", "Es
 * folgen drei Kapitel", "die vorstehenden vier Handlungsfelder". Any section that holds the sentence may be meant. */
#include "check/anzahl.h"
#include "check/sentence.h"

enum { BEHIND = 1, BEFORE = 2 };

/* "nachfolgenden": behind; "vorstehenden": before; 0: neither. */
static int side(const char *p, const char *q)
{
	static const char *const behind[] = {"folgenden", "folgende", "nachfolgenden", "nachfolgende", "nachstehenden",
		"nachstehende", NULL};
	static const char *const before[] = {"vorstehenden", "vorangehenden", "vorangegangenen", "vorausgehenden",
		"obigen", "obenstehenden", NULL};
	return chk_among_any(p, q, behind) ? BEHIND : chk_among_any(p, q, before) ? BEFORE : 0;
}

/* "Es folgen drei", "Nachfolgend werden die drei", "Im Folgenden sind drei": the words before the number at p. */
static bool follow_verb(const struct chk_text *t, const char *p)
{
	static const char *const ways[] = {"Es folgen ", "Nun folgen ", "Hier folgen ", "Darauf folgen ",
		"Nachfolgend werden ", "Im Folgenden werden ", "Nachstehend werden ", "Nachfolgend sind ",
		"Im Folgenden sind ", "Nachstehend sind ", "Nachfolgend stehen ", "Im Folgenden stehen "};
	const char *from, *to;
	if (!chk_sentence(t, p, &from, &to))
		return false;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const char *end = from + strlen(ways[i]);
		if (chk_starts(from, ways[i]) && (end == p || (chk_starts(end, "die ") && end + 4 == p)))
			return true;
	}
	return false;
}

/* The number of what stands at noun, and where it is counted; *number: its beginning. 0: nothing of the kind. */
static int told(const struct chk_text *t, const char *noun, const char **number, int *where)
{
	const char *p = noun, *w;
	int n;
	if (!chk_gap_back(t, &p))
		return 0;
	w = chk_word_back(t, p);
	*where = side(w, p);
	if (*where) {                                  /* "die sechs folgenden" */
		p = w;
		if (!chk_gap_back(t, &p))
			return 0;
	}
	*number = p;
	n = chk_number_before(t, number);
	p = *number;
	if (n && !*where && chk_gap_back(t, &p))
		*where = side(chk_word_back(t, p), p);
	if (n && !*where && follow_verb(t, *number))
		*where = BEHIND;
	return *where ? n : 0;
}

/* A list, a table, a chart right behind: what is counted may be its rows. */
static bool list_behind(const struct doc_node *n)
{
	const struct doc_node *next = n->next;
	while (next && next->kind == DOC_TEXT)
		next = next->next;
	return next && (next->kind == DOC_LISTE || next->kind == DOC_TABELLE || doc_kind_overview(next->kind) ||
		doc_kind_class(next->kind) == DOC_CLASS_FIGURE);
}

/* The place behind an element and all in it. */
static uint32_t end_of(const struct doc_node *n)
{
	while (n && !n->next)
		n = n->parent;
	return n ? n->next->order : UINT32_MAX;
}

/* How many of the list, which is in the order of the document, stand before that place. */
static int up_to(const struct chk_list *l, uint32_t place)
{
	size_t low = 0, high = l->n;
	while (low < high) {
		const size_t mid = low + (high - low) / 2;
		if (l->at[mid]->order < place)
			low = mid + 1;
		else
			high = mid;
	}
	return (int)low;
}

static bool in_one(const struct doc_node *n, enum doc_kind kind)
{
	while (n && n->kind != kind)
		n = n->parent;
	return n != NULL;
}

/* Of the list those within p, behind the element or before it. */
static int count(const struct chk_list *l, const struct doc_node *p, const struct doc_node *block, int where)
{
	return where == BEHIND ? up_to(l, end_of(p)) - up_to(l, end_of(block))
			       : up_to(l, block->order) - up_to(l, p->order);
}

/* What the sentence itself names, or what is in a list below it, may be what it counts. */
static bool lists_them(const struct chk_text *t, const struct chk_tok *k, const char *number, int where)
{
	static const char *const marks[] = {"„", "»", "\uFFFC", ":", "("};
	const char *from, *to;
	if (!chk_sentence(t, number, &from, &to) || *k->q == ',' || (where == BEHIND && list_behind(t->block)))
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (memmem(from, (size_t)(to - from), marks[i], strlen(marks[i])))
			return true;
	return false;
}

bool chk_following(struct chk *c, const struct chk_text *t, const struct chk_tok *k, enum doc_kind kind)
{
	const struct chk_list *l = &c->kind[kind];
	const char *number;
	int where, is = 0, n;
	if (t->attr || !l->n || kind == DOC_ANLAGE || kind == DOC_TOP || in_one(t->block, kind) ||
		!(n = told(t, k->p, &number, &where)) || lists_them(t, k, number, where) || chk_about_others(t, number))
		return false;
	for (const struct doc_node *p = t->block->parent; p; p = p->parent) {
		const int of = count(l, p, t->block, where);
		if (of == n)
			return false;
		is = is ? is : of;
	}
	if (!is)
		return false;
	chk_tell_at(c, RULE_ZAEHLUNG, t, number,
		"„%s“: %s %d; erwartet wird die Zahl, die dort steht, bitte berichtigen",
		chk_quote(c, t, number, k->q), where == BEHIND ? "danach folgen" : "davor stehen", is);
	return true;
}
