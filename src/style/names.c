/* names.c: every name a template may use. A name no one reads is a slip of the pen and is told; so a new use adds its
 * name here. */
#include <string.h>

#include "style/names.h"

static const char *const para_names[] = {
	"drucksache",
	"einladung",
	"fliess",
	"folio",
	"fussnote",
	"gruppe",
	"h1",
	"h2",
	"h3",
	"kastentitel",
	"kennzahl",
	"kennzahltext",
	"klein",
	"kolumne",
	"kolumne-stadt",
	"kopfangabe",
	"kopfart",
	"kopfstatus",
	"kopfstelle",
	"leicht",
	"leitsatz",
	"liste",
	"listentitel",
	"marke",
	"organ",
	"quelle",
	"quelltext",
	"rand",
	"rechtliches",
	"summe",
	"synopse",
	"tabelle",
	"tabkopf",
	"tabtitel",
	"teil",
	"titel",
	"titelangabe",
	"topnummer",
	"toptitel",
	"unterschrift",
	"untertitel",
	"verz1",
	"verz2",
	"vorlagentitel",
	"vorspann",
	"ziel",
	"zitat",
	NULL
};
const char *const *const sty_para_names = para_names;

static const char *const table_names[] = {
	"beratungsfolge",
	"daten",
	"formular",
	"massnahme",
	"posten",
	"summe",
	"synopse",
	"tagesordnung",
	"vorlage",
	"vorlagenkopf",
	"zusammenfassung",
	NULL
};
const char *const *const sty_table_names = table_names;

static const char *const line_names[] = {
	"balken", "ende", "endesumme", "falz", "impressum", "keine", "kennzahl", "kolumne", "kopf", "kopfunten",
	"legende", "note", "posten", "summe",
	"titel", "unterschrift", "verzeichnis", "zeile", NULL };
const char *const *const sty_line_names = line_names;

static const char *const colour_names[] = {
	"akzent", "flaeche", "grau", "hell", "linie", "mitte", "reihe3", "tinte", "weiss", "zart", "zweit", NULL};
const char *const *const sty_colour_names = colour_names;

static const char *const word_names[] = {
	"abbildung",
	"abbildungen",
	"abgerufen",
	"amtsleitung",
	"anhang",
	"anlagen",
	"anlagen-leer",
	"arbeitsblatt",
	"arbeitsblatt-hinweis",
	"aufgabe-angabe",
	"aufgabe-art",
	"aufgabe-bisher",
	"aufgabe-bleibt",
	"aufgabe-entscheidung",
	"aufgabe-faellig",
	"aufgabe-grund",
	"aufgabe-monat",
	"aufgabe-neue-werte",
	"aufgabe-neuer",
	"aufgabe-stand",
	"aufgabe-was",
	"aufgabe-wert",
	"ausgabe",
	"auskunft",
	"beginn",
	"beispiel",
	"bekanntmachung",
	"beratung",
	"beratungsfolge",
	"bericht",
	"beschlussdatum",
	"beschlussvorlage",
	"beschlussvorschlag",
	"beteiligt-an",
	"beteiligungen",
	"betrag-ungenannt",
	"bildplatz",
	"betrag-offen",
	"bis",
	"circa",
	"darin",
	"daten-in",
	"datum",
	"davon-haushalt",
	"deckung-drittmittel",
	"deckung-gegeben",
	"deckung-nicht-gegeben",
	"den",
	"dokument",
	"ebd",
	"eigene-mittel",
	"einladung",
	"einmalig",
	"ende",
	"entfallen",
	"entwurf",
	"ergaenzung",
	"ergebnis",
	"erlaeuterungen",
	"erledigt",
	"erstattet-durch",
	"faellig",
	"federfuehrung",
	"finanzierung",
	"fortsetzung",
	"fortsetzung-seite",
	"fundstelle-abbildung",
	"fundstelle-absatz",
	"fundstelle-abschnitt",
	"fundstelle-angaben",
	"fundstelle-beteiligte",
	"fundstelle-bildunterschrift",
	"fundstelle-daten",
	"fundstelle-diagramm",
	"fundstelle-diagrammdaten",
	"fundstelle-finanzen",
	"fundstelle-fussnote",
	"fundstelle-grusswort",
	"fundstelle-handlungsfeld",
	"fundstelle-impressum",
	"fundstelle-kapitel",
	"fundstelle-kennzahl",
	"fundstelle-kurzfassung",
	"fundstelle-leitsatz",
	"fundstelle-listenpunkt",
	"fundstelle-massnahme",
	"fundstelle-organigramm",
	"fundstelle-quelle",
	"fundstelle-quelltext",
	"fundstelle-randzahl",
	"fundstelle-tabellenkopf",
	"fundstelle-tabellenzeile",
	"fundstelle-text",
	"fundstelle-titel",
	"fundstelle-umsetzung",
	"fundstelle-untertitel",
	"fundstelle-zeitbedarf",
	"fundstelle-ziel",
	"fundstelle-zitat",
	"fundstelle-zwischentitel",
	"fussnote",
	"fussnoten",
	"gefoerdert-durch",
	"geldquelle",
	"geplant",
	"gezeichnet",
	"gremium",
	"handlungsempfehlung",
	"haushalt",
	"haushaltsart-investiv",
	"haushaltsart-konsumtiv",
	"haushaltsjahr",
	"heute",
	"hinweise",
	"im",
	"im-haushalt",
	"im-naechsten-jahr",
	"impressum",
	"in-den-naechsten",
	"inhalt",
	"intern",
	"jaehrlich",
	"jahr",
	"jahre",
	"jahren",
	"keine-angabe",
	"klasse-kurzfristig",
	"klasse-langfristig",
	"klasse-mittelfristig",
	"kosten",
	"kosten-im-haushalt",
	"kosten-jaehrlich",
	"kosten-kurz",
	"kosten-nach-jahr",
	"kosten-nach-quelle",
	"kosten-nach-stelle",
	"kurzfassung-ungeprueft",
	"landkarte-liste",
	"laufend",
	"laufende-verwaltung",
	"leer",
	"leitsatz",
	"linie-auftrag",
	"linie-beratung",
	"literatur",
	"massgeblich",
	"massnahme",
	"massnahme-ziel",
	"massnahmen",
	"massnahmenplan",
	"mitteilungsvorlage",
	"nabe-liste",
	"nicht-mehr",
	"nichtoeffentlich",
	"noch-offen",
	"notizen",
	"nummer",
	"nur-titel",
	"oeffentlich",
	"ohne-frist",
	"ohne-jahr",
	"ohne-kosten",
	"organigramm-liste",
	"orte",
	"produkt",
	"prozess-liste",
	"sachentscheidung",
	"sachentscheidungen",
	"seite",
	"seiten",
	"sitzung-am",
	"sitzungsmappe",
	"sitzungsort",
	"stand",
	"status",
	"status-abgeschlossen",
	"status-entfallen",
	"status-geaendert",
	"status-laeuft",
	"status-neu",
	"status-offen",
	"status-unveraendert",
	"stelle",
	"stellen",
	"stellenplan",
	"stellenverzeichnis",
	"stichtag",
	"summe",
	"summe-einmalig",
	"summe-jaehrlich",
	"tabelle",
	"tagesordnung",
	"teil-nichtoeffentlich",
	"teil-oeffentlich",
	"termin-offen",
	"tischvorlage",
	"titel",
	"top",
	"top-anfragen",
	"top-bericht",
	"top-einwohnerfragen",
	"top-neutral",
	"top-niederschrift",
	"top-niederschrift-intern",
	"top-vorlagen",
	"uhr",
	"umsetzung",
	"umsetzungsstand",
	"unterschrieben",
	"verantwortlich",
	"verfasser",
	"vergleich-aenderungen",
	"vergleich-alt",
	"vergleich-begruendung",
	"vergleich-davon",
	"vergleich-differenz",
	"vergleich-einfuegung",
	"vergleich-entfallen",
	"vergleich-fassung",
	"vergleich-fundstelle",
	"vergleich-geaendert",
	"vergleich-gegenueber",
	"vergleich-geteilt",
	"vergleich-haushaltsjahr",
	"vergleich-keine",
	"vergleich-legende",
	"vergleich-neu",
	"vergleich-statt",
	"vergleich-stellen",
	"vergleich-streichung",
	"vergleich-synopse",
	"vergleich-titel",
	"vergleich-unveraendert",
	"vergleich-verschiebung",
	"vergleich-verschoben",
	"vergleich-von",
	"vergleich-zahlen-stand",
	"vergleich-zeile",
	"vergleich-zusammenfassung",
	"vergleich-zusammengelegt",
	"vermerk",
	"version",
	"vgl",
	"vgl-anfang",
	"vorige-ausgabe",
	"vorlage",
	"weitere",
	"weitere-offen",
	"werk-ohne-jahr",
	"wir-foerdern",
	"wir-fordern",
	"wortwolke-liste",
	"zeitbedarf",
	"zum-text",
	"zusaetzlich",
	"zusammenfassung-ziel",
	"zusatz-gleichstellung",
	"zusatz-inklusion",
	"zusatz-klima",
	"zustaendig",
	"zustaendigkeit",
	"zustand-laufende-verwaltung",
	"zustand-noch-zu-ermitteln",
	"zustand-ohne",
	"zustand-unbestimmt",
	NULL
};
const char *const *const sty_word_names = word_names;

static const char *const field_names[] = {"beteiligte", "finanzen", "status", "umsetzung", "zeitbedarf", "ziel", NULL};
const char *const *const sty_field_names = field_names;

static const char *const packet_names[] = { "benoetigt", "erledigt", "rolle", NULL };
const char *const *const sty_packet_names = packet_names;

const struct sty_rule_row sty_rules[] = {
	{"abkuerzungen-bekannt", STY_RULE_TEXT, NULL},
	{"alt-laenge", STY_RULE_NUMBER, NULL},
	{"bekanntmachung-wirkung-tage", STY_RULE_DAYS, NULL},
	{"betreff-laenge", STY_RULE_NUMBER, NULL},
	{"drucksache-muster", STY_RULE_TEXT, NULL},
	{"drucksache-zaehler", STY_RULE_CHOICE, "jahr"},
	{"geschlecht", STY_RULE_CHOICE, "frei|paar"},
	{"kosten-sprung", STY_RULE_NUMBER, NULL},
	{"ladungsfrist-dringend", STY_RULE_DAYS, NULL},
	{"ladungsfrist-tage", STY_RULE_DAYS, NULL},
	{"ladungsfrist-zaehlung", STY_RULE_CHOICE, "voll|einschliesslich"},
	{"pflichtfelder", STY_RULE_TEXT, NULL},
	{"pflichtfelder-zusammenfassung", STY_RULE_TEXT, NULL},
	{"prozent", STY_RULE_CHOICE, "Prozent|%"},
	{"reihenfolge", STY_RULE_CHOICE, "nummer|rolle|datum"},
	{"tausender", STY_RULE_CHOICE, "raum|punkt"},
	{"top-praefix", STY_RULE_CHOICE, "keins|Ö/N"},
	{"top-zaehlung", STY_RULE_CHOICE, "getrennt|durchgehend"},
	{"waehrung", STY_RULE_CHOICE, "Euro|€"},
	{"zeitbedarf-kurz", STY_RULE_NUMBER, NULL},
	{"zeitbedarf-mittel", STY_RULE_NUMBER, NULL},
	{NULL, STY_RULE_TEXT, NULL},
};

bool sty_known(const char *const *names, const char *name)
{
	for (; *names; names++)                        /* most differ in the first letter */
		if (**names == *name && !strcmp(*names, name))
			return true;
	return false;
}

enum { NEAR_MAX = 40 };

static int least(int a, int b, int c)
{
	int m = a < b ? a : b;
	return m < c ? m : c;
}

/* edits from a to b, bytes; NEAR_MAX where one is too long to compare */
static int edits(const char *a, const char *b)
{
	int row[NEAR_MAX + 1];
	size_t n = strlen(a), m = strlen(b);
	if (n > NEAR_MAX || m > NEAR_MAX)
		return NEAR_MAX;
	for (size_t j = 0; j <= m; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= n; i++) {
		int diagonal = row[0];
		row[0] = (int)i;
		for (size_t j = 1; j <= m; j++) {
			int up = row[j];
			row[j] = least(up + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
			diagonal = up;
		}
	}
	return row[m];
}

const char *sty_nearest(const char *const *names, const char *name)
{
	const char *best = NULL;
	int least_edits = (int)strlen(name) / 2 < 3 ? (int)strlen(name) / 2 + 1 : 4;
	for (; *names; names++) {
		int e = edits(name, *names);
		if (e < least_edits) {
			least_edits = e;
			best = *names;
		}
	}
	return best;
}
