/* fieldname.c: what towns call the fields of a Massnahme. */
#include <string.h>

#include "import/massnahme.h"
#include "style/style.h"

static const char *const elements[FIELDS] = {"ziel", "umsetzung", "beteiligte", "finanzen", "zeitbedarf"};

/* Besides what the profile of the town says. */
static const struct { const char *label; enum field is; } usual[] = {
	{"Ziel", ZIEL}, {"Ziele", ZIEL}, {"Zielsetzung", ZIEL}, {"Zielsetzungen", ZIEL}, {"Ziel/Zielgruppe", ZIEL},
	{"Ziel der Maßnahme", ZIEL}, {"Zielbeschreibung", ZIEL}, {"Zielgruppe", ZIEL}, {"Zielgruppen", ZIEL},
	{"Was wollen wir erreichen?", ZIEL},
	{"Umsetzung", UMSETZUNG}, {"Umsetzung/Maßnahmen", UMSETZUNG}, {"Umsetzung/Maßnahme", UMSETZUNG},
	{"Maßnahmen", UMSETZUNG}, {"Maßnahme", UMSETZUNG}, {"Maßnahme/Beschreibung", UMSETZUNG},
	{"Beschreibung", UMSETZUNG}, {"Kurzbeschreibung", UMSETZUNG}, {"Maßnahmenbeschreibung", UMSETZUNG},
	{"Beschreibung der Maßnahme", UMSETZUNG}, {"Inhalt", UMSETZUNG}, {"Inhalte", UMSETZUNG},
	{"Umsetzungsschritte", UMSETZUNG}, {"Handlungsschritte", UMSETZUNG}, {"Arbeitsschritte", UMSETZUNG},
	{"Nächste Schritte", UMSETZUNG}, {"Vorgehen", UMSETZUNG}, {"Vorgehensweise", UMSETZUNG},
	{"Beteiligte", BETEILIGTE}, {"Beteiligte Stellen", BETEILIGTE}, {"Beteiligte Akteure", BETEILIGTE},
	{"Akteure", BETEILIGTE}, {"Akteurinnen und Akteure", BETEILIGTE}, {"Akteur*innen", BETEILIGTE},
	{"Verantwortlich", BETEILIGTE}, {"Verantwortliche", BETEILIGTE}, {"Verantwortung", BETEILIGTE},
	{"Verantwortlichkeit", BETEILIGTE}, {"Verantwortliche Stelle", BETEILIGTE}, {"Zuständig", BETEILIGTE},
	{"Zuständigkeit", BETEILIGTE}, {"Zuständige Stelle", BETEILIGTE}, {"Federführung", BETEILIGTE},
	{"Federführend", BETEILIGTE}, {"Kooperationspartner", BETEILIGTE},
	{"Kooperationspartnerinnen und -partner", BETEILIGTE}, {"Kooperation", BETEILIGTE},
	{"Finanzen", FINANZEN}, {"Kosten", FINANZEN}, {"Finanzierung", FINANZEN}, {"Ressourcen", FINANZEN},
	{"Kosten/Finanzierung", FINANZEN}, {"Finanzierung/Kosten", FINANZEN}, {"Kosten und Finanzierung", FINANZEN},
	{"Finanzbedarf", FINANZEN}, {"Finanzieller Aufwand", FINANZEN}, {"Geschätzte Kosten", FINANZEN},
	{"Kostenschätzung", FINANZEN}, {"Budget", FINANZEN}, {"Mittelbedarf", FINANZEN},
	{"Zeitbedarf", ZEITBEDARF}, {"Zeitrahmen", ZEITBEDARF}, {"Zeitplan", ZEITBEDARF}, {"Zeitplanung", ZEITBEDARF},
	{"Zeitraum", ZEITBEDARF}, {"Zeithorizont", ZEITBEDARF}, {"Laufzeit", ZEITBEDARF},
	{"Frist", ZEITBEDARF}, {"Zeitliche Umsetzung", ZEITBEDARF},
	{"Zeitliche Planung", ZEITBEDARF}, {"Umsetzungszeitraum", ZEITBEDARF}, {"Umsetzung bis", ZEITBEDARF}};

static const char *past_nothing(const char *s)
{
	for (;;) {
		if (*s == ' ' || *s == ':')
			s++;
		else if (!strncmp(s, "\xC2\xAD", 2) || !strncmp(s, "\xC2\xA0", 2))
			s += 2;
		else if (!strncmp(s, "\xE2\x80\x8B", 3))
			s += 3;
		else
			return s;
	}
}

/* The same letters; blanks, hyphenation and a colon do not count. */
static bool same_label(const char *a, const char *b)
{
	for (;; a++, b++) {
		a = past_nothing(a);
		b = past_nothing(b);
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

const char *massnahme_name(enum field f)
{
	return elements[f];
}

static enum field field_called(const struct sense *s, const char *label)
{
	int n = 0;
	const struct sty_field *own = s->town->style ? sty_fields(s->town->style, "massnahme", &n) : NULL;
	for (int i = 0; i < n; i++)
		for (int f = 0; f < FIELDS; f++)
			if (!strcmp(own[i].kind, elements[f]) && same_label(own[i].label, label))
				return f;
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (same_label(usual[i].label, label))
			return usual[i].is;
	return FIELDS;
}

/* "Ziel (Was wollen wir erreichen?)" is the same as "Ziel", and "[Ziel]". */
enum field massnahme_field(const struct sense *s, const char *label)
{
	const size_t n = strlen(label);
	const char *open = n > 2 && label[n - 1] == ')' ? strrchr(label, '(') : NULL;
	enum field f = field_called(s, label);
	if (f == FIELDS && open > label)
		f = field_called(s, mem_str(s->mem, label, (size_t)(open - label)));
	else if (f == FIELDS && n > 2 && *label == '[' && label[n - 1] == ']')
		f = field_called(s, mem_str(s->mem, label + 1, n - 2));
	return f;
}
