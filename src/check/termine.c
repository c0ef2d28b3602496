/* termine.c: a session by itself: reasons that must be given, times that do not exist. */
#include "base/zone.h"
#include "check/rule.h"

void chk_abgesetzt(struct chk *c)
{
	for (size_t i = 0; c->sitzung && i < c->sitzung->ntops; i++) {
		const struct doc_top *t = &c->sitzung->tops[i];
		bool by_joint = t->ueber && t->ueber->entfallen;
		if (t->entfallen && !by_joint && !(t->grund && *t->grund))
			chk_tell(c, RULE_ABGESETZT, t->node,
				"Der Punkt ist abgesetzt (entfallen=\"ja\") und sagt nicht, warum; "
				"erwartet wird grund=\"…\", er steht nur in der internen Tagesordnung, bitte ergänzen");
	}
}

void chk_absage(struct chk *c)
{
	const struct doc_sitzung *s = c->sitzung;
	bool moved = s && s->verlegt_von.year;
	if (!s)
		return;
	if ((s->abgesagt || moved) && !(s->grund && *s->grund))
		chk_tell(c, RULE_ABSAGE, s->node,
			"Die Sitzung ist %s und sagt nicht, warum; erwartet wird grund=\"…\", "
			"er steht in der Bekanntmachung, bitte ergänzen",
			s->abgesagt ? "abgesagt" : "verlegt");
	if (s->grund && !s->abgesagt && !moved)
		chk_tell(c, RULE_ABSAGE, s->node,
			"grund=\"%s\" ohne Absage oder Verlegung; erwartet wird abgesagt=\"ja\" oder "
			"verlegt-von=\"…\", bitte ergänzen oder den grund entfernen",
			s->grund);
}

static void one_time(struct chk *c, struct date day, const char *said, const char *attribute)
{
	int minute;
	enum zone_hour hour = zone_clock(said, &minute) ? zone_hour(day, minute) : ZONE_ONCE;
	if (hour == ZONE_SKIPPED)
		chk_tell(c, RULE_UHRZEIT, c->sitzung->node,
			"%s=\"%s\": am %s wird die Uhr von 02:00 auf 03:00 vorgestellt, diese Zeit gibt es nicht; "
			"bitte berichtigen",
			attribute, said, chk_day(c, day));
	if (hour == ZONE_TWICE)
		chk_tell_as(c, RULE_UHRZEIT, DIAG_WARNUNG, c->sitzung->node,
			"%s=\"%s\": am %s wird die Uhr von 03:00 auf 02:00 zurückgestellt, diese Zeit gibt es zweimal; "
			"gerechnet wird mit der ersten (Sommerzeit), bitte eine andere wählen",
			attribute, said, chk_day(c, day));
}

enum { DAY = 24 * 60, LONG = DAY / 2 };                /* minutes; past midnight, more is a slip */

static void duration(struct chk *c, int from, int to)
{
	const struct doc_sitzung *s = c->sitzung;
	const int lasts = (to - from + DAY) % DAY;
	if (!lasts)
		chk_tell(c, RULE_UHRZEIT, s->node,
			"ende=\"%s\" ist der Beginn der Sitzung; erwartet wird, wann sie endet, bitte berichtigen oder "
			"weglassen",
			s->ende);
	else if (to < from && lasts > LONG)
		chk_tell_as(c, RULE_UHRZEIT, DIAG_WARNUNG, s->node,
			"ende=\"%s\" liegt vor dem Beginn, also am Tag danach; die Sitzung dauerte %d Stunden, bitte "
			"prüfen und berichtigen",
			s->ende, lasts / 60);
}

/* A session that ends earlier than it began ended the day after. */
void chk_uhrzeit(struct chk *c)
{
	const struct doc_sitzung *s = c->sitzung;
	int from, to;
	if (!s || !s->datum.day)
		return;
	one_time(c, s->datum, s->beginn, "beginn");
	bool both = zone_clock(s->ende, &to) && zone_clock(s->beginn, &from), next = both && to < from;
	if (both)
		duration(c, from, to);
	one_time(c, next ? date_from_days(date_days(s->datum) + 1) : s->datum, s->ende, "ende");
}
