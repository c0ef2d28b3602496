/* verlaufszeiten.c: the times of a session. They are partly known: an item lies between the last time stated before it
 * and the first one after it, and who came or went in between may have been there or not. */
#include <stdlib.h>
#include <string.h>

#include "model/index.h"
#include "model/niederschrift.h"

enum { DAY = 24 * 60 };

int doc_minuten(const char *s)
{
	return s && strlen(s) == 5 ? atoi(s) * 60 + atoi(s + 3) : -1;
}

/* After midnight a session goes on: "00:10" of one that began at 20:00 is later than that. -1: none. */
int doc_uhrzeit(const struct doc_niederschrift *n, const struct doc_node *at, enum doc_attr a)
{
	const int t = doc_minuten(doc_get(at, a)), begin = doc_minuten(n->beginn);
	return doc_after_midnight(t, begin) ? t + DAY : t;
}

bool doc_after_midnight(int t, int begin)
{
	enum { NIGHT = 6 * 60 };
	return t >= 0 && t < begin && t < NIGHT && begin > DAY / 2;
}

/* What an element of the course says of the time: when it began at the earliest, when it was over at the latest. */
static void later_than(const struct doc_niederschrift *n, const struct doc_node *e, enum doc_attr a, int *at)
{
	const int t = doc_uhrzeit(n, e, a);
	*at = t > *at ? t : *at;
}

static void earlier_than(const struct doc_niederschrift *n, const struct doc_node *e, enum doc_attr a, int *at)
{
	const int t = doc_uhrzeit(n, e, a);
	*at = t >= 0 && t < *at ? t : *at;
}

static bool is_moment(const struct doc_node *e)
{
	return e->kind == DOC_UNTERBRECHUNG || e->kind == DOC_BESCHLUSSFAEHIGKEIT;
}

/* An item lies between the last time known before it (of items, breaks, statements of the chair, its part) … */
static void bounds_before(struct doc_niederschrift *n, struct doc_verhandelt *v, const struct doc_node *course)
{
	int at = doc_minuten(n->beginn);
	at = at < 0 ? 0 : at;
	for (const struct doc_node *p = course ? course->first : NULL; p; p = p->next) {
		later_than(n, p, DOC_A_BEGINN, &at);
		for (const struct doc_node *e = p->first; e; e = e->next) {
			if (e->kind == DOC_TOP) {
				later_than(n, e, DOC_A_BEGINN, &at);
				v++->von = at;
				later_than(n, e, DOC_A_ENDE, &at);
			} else if (is_moment(e)) {
				later_than(n, e, DOC_A_BIS, &at);
				later_than(n, e, DOC_A_UHRZEIT, &at);
			}
		}
		later_than(n, p, DOC_A_ENDE, &at);
	}
}

/* … and the first one after it. */
static void bounds_after(struct doc_niederschrift *n, struct doc_verhandelt *v, const struct doc_node *course)
{
	int begin = doc_minuten(n->beginn), end = doc_minuten(n->ende);
	end = end < 0 ? 2 * DAY : end < begin ? end + DAY : end;
	for (const struct doc_node *p = course ? course->last : NULL; p; p = p->prev) {
		earlier_than(n, p, DOC_A_ENDE, &end);
		for (const struct doc_node *e = p->last; e; e = e->prev) {
			if (e->kind == DOC_TOP) {
				earlier_than(n, e, DOC_A_ENDE, &end);
				(--v)->bis = end;
				earlier_than(n, e, DOC_A_BEGINN, &end);
			} else if (is_moment(e)) {
				earlier_than(n, e, DOC_A_VON, &end);
				earlier_than(n, e, DOC_A_UHRZEIT, &end);
			}
		}
		earlier_than(n, p, DOC_A_BEGINN, &end);
	}
}

void doc_zeiten(struct doc_niederschrift *n, struct doc_verhandelt *items, const struct doc_node *course)
{
	bounds_before(n, items, course);
	bounds_after(n, items + n->ntops, course);
}
