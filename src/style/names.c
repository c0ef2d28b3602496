/* names.c: every name a template may use but words (the Makefile lists those of the ground). A name no one reads is a
 * slip of the pen and is told; so a new use adds its name here. */
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
	"synopse-massnahmen",
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

static const char *const field_names[] = {"beteiligte", "finanzen", "status", "umsetzung", "zeitbedarf", "ziel", NULL};
const char *const *const sty_field_names = field_names;

static const char *const packet_names[] = { "benoetigt", "erledigt", "rolle", NULL };
const char *const *const sty_packet_names = packet_names;

const struct sty_rule_row sty_rules[] = {
	{"abkuerzungen-bekannt", STY_RULE_TEXT, NULL},
	{"alt-laenge", STY_RULE_NUMBER, NULL},
	{"bekanntmachung-wirkung-tage", STY_RULE_DAYS, NULL},
	{"beschluss-empfehlung", STY_RULE_CHOICE, "ja|nein"},
	{"beschluss-fuer", STY_RULE_CHOICE, "angenommen|alle"},
	{"beschluss-je-gremium", STY_RULE_CHOICE, "ja|nein"},
	{"beschluss-muster", STY_RULE_TEXT, NULL},
	{"beschluss-teile", STY_RULE_TEXT, NULL},
	{"beschluss-zaehler", STY_RULE_TEXT, NULL},
	{"betreff-laenge", STY_RULE_NUMBER, NULL},
	{"drucksache-ergaenzung", STY_RULE_TEXT, NULL},
	{"drucksache-fassung", STY_RULE_NUMBER, NULL},
	{"drucksache-muster", STY_RULE_TEXT, NULL},
	{"drucksache-teile", STY_RULE_TEXT, NULL},
	{"drucksache-zaehler", STY_RULE_TEXT, NULL},
	{"geschlecht", STY_RULE_CHOICE, "frei|paar"},
	{"kenntnisnahme-beschluss", STY_RULE_CHOICE, "frei|keiner"},
	{"kosten-sprung", STY_RULE_NUMBER, NULL},
	{"ladungsfrist-dringend", STY_RULE_DAYS, NULL},
	{"ladungsfrist-tage", STY_RULE_DAYS, NULL},
	{"ladungsfrist-zaehlung", STY_RULE_CHOICE, "voll|einschliesslich"},
	{"nachtrag-dringlichkeit", STY_RULE_CHOICE, "verlangt|frei"},
	{"pflichtfelder", STY_RULE_TEXT, NULL},
	{"pflichtfelder-zusammenfassung", STY_RULE_TEXT, NULL},
	{"prozent", STY_RULE_CHOICE, "Prozent|%"},
	{"reihenfolge", STY_RULE_CHOICE, "nummer|rolle|datum"},
	{"sitzung-dauer", STY_RULE_NUMBER, NULL},
	{"sitzverfahren", STY_RULE_CHOICE, "unbekannt|dhondt|hare-niemeyer|sainte-lague"},
	{"stelle-nummer", STY_RULE_CHOICE, "keine|davor|klammer"},
	{"stichentscheid", STY_RULE_CHOICE, "ja|nein"},
	{"tausender", STY_RULE_CHOICE, "raum|punkt"},
	{"titel-offen", STY_RULE_TEXT, NULL},
	{"top-praefix", STY_RULE_TEXT, NULL},
	{"top-zaehlung", STY_RULE_CHOICE, "getrennt|durchgehend"},
	{"waehrung", STY_RULE_CHOICE, "Euro|€"},
	{"zeitbedarf-kurz", STY_RULE_NUMBER, NULL},
	{"zeitbedarf-mittel", STY_RULE_NUMBER, NULL},
	{NULL, STY_RULE_TEXT, NULL},
};

bool sty_known(const char *const *names, const char *name)
{
	size_t n = names == sty_word_names ? sty_nword_names : 0;      /* many: by halves */
	for (; n > 1; n -= n / 2)
		names += strcmp(names[n / 2], name) <= 0 ? n / 2 : 0;
	for (; *names; names++)                        /* most differ in the first letter */
		if (**names == *name && !strcmp(*names, name))
			return true;
	return false;
}
