/* objections.c: what an answer contradicts: its edition, its kind, what others answered. */
#include <stdlib.h>
#include <string.h>

#include "base/money.h"
#include "office/reply.h"

static void refuse(struct answers *w, const struct answer *a, const char *what)
{
	diag_error(w->diag, "ANTWORT", a->path, a->line, "%s", what);
}

/* For a comment in the source: what has no place of its own there. */
static void by_hand(struct answers *w, struct answer *a, enum off_field f)
{
	a->more = mem_fmt(w->mem, "%s%s%s: %s", a->more ? a->more : "", a->more ? "; " : "", off_field_names[f],
		a->field[f]);
}

static void find_point(struct answers *w, struct answer *a)
{
	a->e = off_answer_edition(w, a->field[OFF_AUSGABE]);
	a->point = off_answer_point(w, a->e, a);
	if (!*a->field[OFF_AUSGABE])
		refuse(w, a, "Die Kennung fehlt, an der zu erkennen ist, worum es geht; bitte die Zeile aus dem leeren "
			"Bogen wieder einsetzen");
	else if (!a->e && w->wanted->edition)
		refuse(w, a, mem_fmt(w->mem, "Der Bogen gehört zur Ausgabe „%s“; bitte dort einlesen",
			a->field[OFF_AUSGABE]));
	else if (!a->e)
		refuse(w, a, mem_fmt(w->mem, "Die Ausgabe „%s“ gibt es hier nicht; bitte im Ordner der Inhalte "
			"aufrufen oder ihn mit --inhalt nennen", a->field[OFF_AUSGABE]));
	else if (!a->point)
		refuse(w, a, mem_fmt(w->mem, "%s „%s“ gibt es in der Ausgabe nicht; bitte art und id stehen lassen, "
			"wie sie im Bogen waren", *a->field[OFF_ART] ? a->field[OFF_ART] : "Den Punkt",
			a->field[OFF_ID]));
}

static bool is_number(const char *s)
{
	size_t n = strspn(s, "0123456789");
	return n && (!s[n] || (s[n] == ',' && strspn(s + n + 1, "0123456789") == strlen(s + n + 1)));
}

/* Each kind of point has its fields; values of others are told by name. */
static void hold_fields(struct answers *w, const struct answer *a)
{
	static const enum off_field some[] = {OFF_GRUND, OFF_STICHTAG, OFF_BLEIBT, OFF_WORTLAUT};
	size_t n;
	const struct off_entry *e = off_entries(a->point->p.art, &n);
	for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
		size_t k = 0;
		while (k < n && e[k].field != some[i])
			k++;
		if (k == n && *a->field[some[i]])
			refuse(w, a, mem_fmt(w->mem, "%s „%s“ gibt es bei %s nicht; bitte streichen oder in die "
				"Anmerkung schreiben", off_field_names[some[i]], a->field[some[i]], a->field[OFF_ART]));
	}
}

static bool is_year(const char *s)
{
	return strlen(s) == 4 && strspn(s, "0123456789") == 4;
}

/* What a Massnahme is to cost, and until when. */
static void hold_terms(struct answers *w, const struct answer *a, enum doc_status s)
{
	money_t v;
	const char *costs = a->field[OFF_KOSTEN_NEU], *year = a->field[OFF_FRIST_NEU];
	const bool is = a->point->p.art == DOC_P_MASSNAHME;
	if (*costs && (!is || !money_parse(&v, costs) || v < 0))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist kein Betrag für die Kosten einer Maßnahme; erwartet werden Euro "
			"wie 12.500 oder 12.500,50", costs));
	if (*year && (!is || !is_year(year)))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist keine Frist einer Maßnahme; erwartet wird ein Jahr (JJJJ)",
			year));
	if ((*costs || *year) && (s == DOC_S_UNVERAENDERT || s == DOC_S_ENTFALLEN || s == DOC_S_ABGESCHLOSSEN))
		refuse(w, a, mem_fmt(w->mem, "„%s“ und neue Kosten oder eine neue Frist widersprechen sich; bitte "
			"klären, was gilt", a->field[OFF_STATUS]));
}

/* As far as both are known: "2018" is not before "2018-03". */
static bool earlier(struct date a, struct date b)
{
	if (!a.month || !b.month)
		a.month = b.month = a.day = b.day = 0;
	if (!a.day || !b.day)
		a.day = b.day = 0;
	return date_cmp(a, b) < 0;
}

/* A new value of a Kennzahl is of a day of its own: not of the old value's, or one before it, or one to come. */
static void hold_day(struct answers *w, const struct answer *a)
{
	struct date d, before = {0};
	const char *wert = a->field[OFF_WERT], *day = a->field[OFF_STICHTAG],
		   *old = doc_get(a->point->p.node, DOC_A_STICHTAG);
	const bool dated = old && date_parse(&before, old);
	if (a->point->p.art != DOC_P_KENNZAHL || *a->field[OFF_BLEIBT])
		return;
	if (*wert && !*day && dated && !doc_is(a->point->p.node, DOC_A_WERT, wert))
		refuse(w, a, mem_fmt(w->mem, "Zum neuen Wert „%s“ fehlt der Stichtag (bisher: %s); bitte ergänzen, "
			"wann er galt", wert, old));
	if (!date_parse(&d, day))
		return;
	if (dated && earlier(d, before))
		refuse(w, a, mem_fmt(w->mem, "Der Stichtag %s liegt vor dem bisherigen (%s); bitte klären, was "
			"gilt", day, old));
	else if (earlier(off_today(w->office->now), d))
		refuse(w, a, mem_fmt(w->mem, "Der Stichtag %s war noch nicht; erwartet wird der Tag, an dem der Wert "
			"galt", day));
}

/* What no edition could hold, whoever says it. */
static void hold_values(struct answers *w, const struct answer *a)
{
	struct date d;
	const char *status = a->field[OFF_STATUS], *wert = a->field[OFF_WERT], *day = a->field[OFF_STICHTAG];
	const enum doc_status s = doc_status_find(status);
	if (*status && (a->point->p.art != DOC_P_MASSNAHME || s <= DOC_S_OFFEN))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist kein Status; erwartet wird bei einer Maßnahme unveraendert, "
			"geaendert, laeuft, abgeschlossen oder entfallen", status));
	if ((s == DOC_S_GEAENDERT || s == DOC_S_ENTFALLEN) && !*a->field[OFF_GRUND])
		refuse(w, a, "Der Grund fehlt; was geändert oder entfallen ist, braucht einen, bitte ergänzen");
	if (*wert && (a->point->p.art != DOC_P_KENNZAHL || !is_number(wert)))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist kein Wert einer Kennzahl; erwartet wird eine Zahl ohne Punkte, "
			"mit Komma", wert));
	if (*day && !date_parse(&d, day))
		refuse(w, a, mem_fmt(w->mem, "„%s“ ist kein Tag; erwartet wird jjjj-mm-tt oder jjjj-mm", day));
	const char *stays = a->field[OFF_BLEIBT];
	if (*stays && (*wert || *a->field[OFF_WORTLAUT] || (strcmp(stays, "ja") && strcmp(stays, "immer"))))
		refuse(w, a, "bleibt und ein neuer Wert oder Wortlaut stehen nebeneinander, oder bleibt ist nicht „ja“ "
			"oder „immer“; bitte eines streichen");
	hold_fields(w, a);
	hold_day(w, a);
	hold_terms(w, a, s);
	if (!a->point->p.offen && *status && !doc_is(a->point->p.node, DOC_A_STATUS, status))
		refuse(w, a, mem_fmt(w->mem, "In der Ausgabe ist schon „%s“ entschieden, die Antwort sagt „%s“; bitte "
			"klären, was gilt",
			doc_get(a->point->p.node, DOC_A_STATUS), status));
}

static void differ(struct answers *w, const struct answer *a, const struct answer *o, enum off_field f)
{
	refuse(w, a, mem_fmt(w->mem, "%s „%s“ widerspricht %s:%d („%s“); bitte klären, was gilt", off_field_names[f],
		a->field[f], o->path, o->line, o->field[f]));
}

/* Two sheets may answer the same point, as long as they say the same. */
static void hold_together(struct answers *w, size_t i)
{
	const struct answer *a = &w->all[i];
	for (size_t k = 0; k < i; k++) {
		const struct answer *o = &w->all[k];
		if (strcmp(o->field[OFF_AUSGABE], a->field[OFF_AUSGABE]) || strcmp(o->field[OFF_ART],
			a->field[OFF_ART]) ||
			strcmp(o->field[OFF_ID], a->field[OFF_ID]))
			continue;
		for (int f = OFF_STATUS; f < OFF_ANMERKUNG; f++)
			if (*a->field[f] && *o->field[f] && strcmp(a->field[f], o->field[f]))
				differ(w, a, o, f);
		if (w->all[i].nsteps && o->nsteps && !off_alike(a->field[OFF_SCHRITTE], o->field[OFF_SCHRITTE]))
			differ(w, a, o, OFF_SCHRITTE);
		if (o->nsteps)
			w->all[i].nsteps = 0;          /* they are entered once */
	}
}

/* What only informs may have been changed all the same: it is told, and stands beside its point as a comment. */
static void tell_changed(struct answers *w, struct answer *a)
{
	const char *row[OFF_FIELDS];
	off_point_row(w->mem, a->e, a->point, row);
	for (int f = OFF_WAS; f < OFF_STATUS; f++) {
		if (!*a->field[f] || off_alike(a->field[f], row[f]))
			continue;
		const char *why = f == OFF_SCHRITTE ? off_steps(w, a) : "";
		if (!why)
			continue;
		by_hand(w, a, f);
		diag_warn(w->diag, "ANTWORTTEXT", a->path, a->line,
			"%s ist geändert: „%s“ statt „%s“; das wird nicht von selbst eingetragen%s%s%s, bitte von "
			"Hand übernehmen",
			off_field_names[f], a->field[f], row[f], *why ? " (" : "", why, *why ? ")" : "");
	}
}

/* The one Posten, with its amount or where that was not known yet: a new one takes its place; NULL: not exactly one. */
static const struct doc_node *only_amount(const struct doc_massnahme *k)
{
	const struct doc_node *n = k->finanzen ? doc_child(k->finanzen, DOC_POSTEN) : NULL;
	const bool unknown = n && (doc_is(n, DOC_A_ZUSTAND, "unbestimmt") || doc_is(n, DOC_A_ZUSTAND,
		"noch-zu-ermitteln"));
	return n && !doc_next(n, DOC_POSTEN) && (unknown || doc_get(n, DOC_A_BETRAG)) ? n : NULL;
}

static void find_terms(struct answers *w, struct answer *a)
{
	const struct doc_massnahme *k =
		a->point->p.art == DOC_P_MASSNAHME ? doc_massnahme(a->e->doc, a->point->p.node) : NULL;
	const int from = k && k->faellig ? k->faellig - k->jahre : 0,
		  year = is_year(a->field[OFF_FRIST_NEU]) ? atoi(a->field[OFF_FRIST_NEU]) : 0;
	a->amount = k && *a->field[OFF_KOSTEN_NEU] ? only_amount(k) : NULL;
	if (k && *a->field[OFF_KOSTEN_NEU] && !a->amount) {
		by_hand(w, a, OFF_KOSTEN_NEU);
		diag_warn(w->diag, "ANTWORTTEXT", a->path, a->line,
			"Zu den neuen Kosten „%s“ gehört nicht genau ein Posten mit Betrag; bitte von Hand übernehmen",
			a->field[OFF_KOSTEN_NEU]);
	}
	if (year && k && k->zeitbedarf && k->jahre && from && year > from) {
		const char *class = sty_class_for(a->e->style, year - from);
		a->years = mem_fmt(w->mem, "%d", year - from);
		a->class = k->klasse && strcmp(k->klasse, class) ? class : NULL;
	} else if (year && k) {
		by_hand(w, a, OFF_FRIST_NEU);
		diag_warn(w->diag, "ANTWORTTEXT", a->path, a->line,
			"Für die neue Frist %d nennt der Zeitbedarf keine Jahre, die sich ändern ließen; bitte von "
			"Hand übernehmen", year);
	}
}

/* The attribute that says it stays stands at paragraphs and items; another text has it from hand. */
static void find_text(struct answers *w, struct answer *a)
{
	const struct doc_node *n = a->point->p.node;
	if (a->point->p.art != DOC_P_SATZ)
		return;
	a->stays = n->kind == DOC_ABSATZ || n->kind == DOC_PUNKT;
	if (*a->field[OFF_BLEIBT] && !a->stays) {
		by_hand(w, a, OFF_BLEIBT);
		diag_warn(w->diag, "ANTWORTTEXT", a->path, a->line,
			"<%s> kann nicht sagen, dass es bleibt; bitte von Hand eine <abweichung> setzen",
			doc_kind_name(n->kind));
	}
	if (*a->field[OFF_WORTLAUT] && !off_is_bare(n)) {
		by_hand(w, a, OFF_WORTLAUT);
		diag_warn(w->diag, "ANTWORTTEXT", a->path, a->line,
			"Der neue Wortlaut „%s“ nähme dem Text seine Auszeichnungen; bitte von Hand übernehmen",
			a->field[OFF_WORTLAUT]);
	}
}

void off_answers_hold(struct answers *w)
{
	for (size_t i = 0; i < w->n; i++) {
		find_point(w, &w->all[i]);
		if (w->all[i].point) {
			hold_values(w, &w->all[i]);
			find_terms(w, &w->all[i]);
			find_text(w, &w->all[i]);
			tell_changed(w, &w->all[i]);
		}
		hold_together(w, i);
	}
}
