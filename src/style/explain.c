/* explain.c: what the names of a template are for, told to a town that changes them: the tables of the handbook's
 * reference. Each name of names.c and measure.c has its line here; a name without one stands there without a word, and
 * a test says so. Words need none: they say themselves. */
#include <string.h>

#include "style/attr.h"

struct line { const char *name, *text; };

static const struct line rules[] = {
	{"abkuerzungen-bekannt", "Abkürzungen, die nicht ausgeschrieben werden müssen, mit Leerzeichen dazwischen."},
	{"alt-laenge", "So viele Zeichen hat ein Alternativtext höchstens."},
	{"bekanntmachung-wirkung-tage", "Nach so vielen Tagen wirkt eine Bekanntmachung."},
	{"beschluss-empfehlung",
		"„ja“: Auch was ein Gremium nur empfiehlt, bekommt eine Beschlussnummer; „nein“: erst der Beschluss."},
	{"beschluss-fuer",
		"„angenommen“: Nur was beschlossen ist, bekommt eine Beschlussnummer; „alle“: auch Abgelehntes."},
	{"beschluss-je-gremium", "„ja“: Jedes Gremium zählt seine Beschlüsse selbst; „nein“: alle zählen gemeinsam."},
	{"beschluss-muster", "Form der Beschlussnummer, wie bei drucksache-muster; „keins“: Beschlüsse haben keine."},
	{"beschluss-teile", "Was die Gruppen des Musters bedeuten, auch „gremium“: das Kürzel (kurz) im Verzeichnis."},
	{"beschluss-zaehler", "Wann die laufende Nummer der Beschlüsse wieder bei 1 beginnt."},
	{"betreff-laenge", "So viele Zeichen hat der Titel einer Vorlage höchstens."},
	{"drucksache-ergaenzung",
		"Wie eine Ergänzung ihre Nummer bildet; mehrere Formen mit | getrennt: Die erste wird gemacht, jede "
		"verstanden."},
	{"drucksache-fassung", "Die Nummer der ersten Fassung eines Papiers; ohne Angabe 0."},
	{"drucksache-muster",
		"Form der Nummer: JJJJ ist das Jahr, # eine Ziffer, @ ein Kürzel, alles andere steht fest."},
	{"drucksache-teile", "Was die Gruppen des Musters bedeuten, der Reihe nach; nötig, wenn es mehrere sind."},
	{"drucksache-zaehler", "Wann die laufende Nummer wieder bei 1 beginnt."},
	{"geschlecht",
		"„paar“: Formen mit Stern, Doppelpunkt oder Binnen-I werden gemeldet; „frei“: alles ist erlaubt."},
	{"kenntnisnahme-beschluss",
		"„keiner“: Was nur zur Kenntnis kommt, hat keinen Beschlussvorschlag; „frei“: Es darf einen haben."},
	{"kosten-sprung", "Um so viel Prozent dürfen sich Kosten gegenüber der vorigen Ausgabe ohne Grund ändern."},
	{"ladungsfrist-dringend", "Die kürzere Frist in dringenden Fällen, in Tagen."},
	{"ladungsfrist-tage", "So viele Tage liegen zwischen Einladung und Sitzung."},
	{"ladungsfrist-zaehlung",
		"„voll“: Der Tag der Einladung und der Tag der Sitzung zählen nicht mit. „einschliesslich“: Beide "
		"zählen mit."},
	{"nachtrag-dringlichkeit", "„verlangt“: Was nach der Bekanntmachung dazukommt, braucht einen Grund."},
	{"pflichtfelder", "Felder, die jede Maßnahme haben muss, mit Leerzeichen dazwischen."},
	{"pflichtfelder-zusammenfassung",
		"Felder, die eine Maßnahme haben muss, die nur in der Zusammenfassung steht."},
	{"prozent", "Wie Prozent im Text geschrieben wird."},
	{"reihenfolge",
		"Wonach Vorlagen auf der Tagesordnung geordnet sind: Nummer, Rolle des Gremiums oder Datum."},
	{"sitzung-dauer", "So viele Minuten steht eine Sitzung im Kalender, die kein Ende nennt; 0: ohne Ende."},
	{"sitzverfahren",
		"Nach welchem Verfahren die Sitze von Ausschüssen verteilt werden; „unbekannt“: Die Niederschrift sagt "
		"es jedes Mal."},
	{"stelle-nummer", "Ob die Nummer eines Amts in Vorlagen vor oder in Klammern hinter seinem Namen steht."},
	{"stichentscheid", "„ja“: Bei Stimmengleichheit entscheidet, wer leitet; „nein“: Dann ist abgelehnt."},
	{"tausender", "Was Tausender in Anzahlen trennt: ein schmaler Leerraum oder ein Punkt."},
	{"titel-offen",
		"Titel nichtöffentlicher Punkte, die auch öffentlich so heißen dürfen, mit | getrennt; sie brauchen "
		"kein <neutral>."},
	{"top-praefix",
		"Was vor der Nummer eines Punkts steht, im öffentlichen und im nichtöffentlichen Teil: „Ö/N“ gibt "
		"„Ö 4“, „Ö#/N#“ gibt „Ö4“, „keins“ nichts."},
	{"top-zaehlung",
		"„getrennt“: Jeder Teil der Tagesordnung beginnt bei 1. „durchgehend“: Der nichtöffentliche Teil zählt "
		"weiter."},
	{"waehrung", "Wie die Währung im Text geschrieben wird."},
	{"zeitbedarf-kurz", "Bis zu so vielen Jahren ist eine Maßnahme kurzfristig."},
	{"zeitbedarf-mittel", "Bis zu so vielen Jahren ist eine Maßnahme mittelfristig, darüber langfristig."},
	{NULL, NULL},
};

static const struct line paras[] = {
	{"drucksache", "Nummer einer Vorlage rechts in der Tagesordnung"},
	{"einladung", "Titel von Bekanntmachung und Einladung"},
	{"fliess", "Absätze"},
	{"folio", "Seitenzahl"},
	{"fussnote", "Fußnoten"},
	{"gruppe", "Zeile, die in einer Tabelle eine Gruppe nennt"},
	{"h1", "Titel der Kapitel"},
	{"h2", "Titel der Abschnitte"},
	{"h3", "Titel der dritten Ebene, Zwischentitel"},
	{"kastentitel", "Titel eines Kastens"},
	{"kennzahl", "die große Zahl am Rand und auf Folien"},
	{"kennzahltext", "Text unter der großen Zahl"},
	{"klein", "Text in kleiner Schrift: Impressum, Hinweise"},
	{"kolumne", "Seitenkopf: das Kapitel"},
	{"kolumne-stadt", "Seitenkopf: der Name der Kommune"},
	{"kopfangabe", "Name der Kommune auf Titelseite und Briefkopf"},
	{"kopfart", "Art und Nummer im Kopf einer Vorlage"},
	{"kopfstatus", "„öffentlich“ im Kopf einer Vorlage"},
	{"kopfstelle", "Stelle im Kopf einer Vorlage"},
	{"leicht", "Text in Leichter Sprache"},
	{"leitsatz", "Leitsatz eines Handlungsfeldes"},
	{"liste", "Listen"},
	{"listentitel", "Titel einer Liste von Karten oder Kästen"},
	{"marke", "kleiner Titel über einem Absatz"},
	{"organ", "Schrift in Organigrammen"},
	{"quelle", "Quelle unter Abbildung, Tabelle und Zitat"},
	{"quelltext", "Befehle und Quelltext"},
	{"rand", "Text im Rand: Nummer von Tabelle und Abbildung"},
	{"rechtliches", "Rechtliche Hinweise im Impressum"},
	{"summe", "Zeile mit Summen"},
	{"synopse", "Zellen der Synopse"},
	{"tabelle", "Zellen der Tabellen"},
	{"tabkopf", "Kopfzeile der Tabellen"},
	{"tabtitel", "Titel einer Tabelle"},
	{"teil", "öffentlicher und nichtöffentlicher Teil der Tagesordnung"},
	{"titel", "Titel auf der Titelseite"},
	{"titelangabe", "Angaben am Fuß der Titelseite"},
	{"topnummer", "Nummer eines Punktes der Tagesordnung"},
	{"toptitel", "Titel eines Punktes der Tagesordnung"},
	{"unterschrift", "Name unter einer Unterschrift"},
	{"untertitel", "Untertitel auf der Titelseite"},
	{"verz1", "Inhaltsverzeichnis: Kapitel"},
	{"verz2", "Inhaltsverzeichnis: Abschnitte"},
	{"vorlagentitel", "Titel einer Vorlage"},
	{"vorspann", "einleitender Absatz"},
	{"ziel", "Ziel in der Tabelle einer Maßnahme"},
	{"zitat", "abgesetztes Zitat"},
	{NULL, NULL},
};

static const struct line tables[] = {
	{"beratungsfolge", "Beratungsfolge einer Vorlage"},
	{"daten", "Tabellen im Text"},
	{"formular", "Felder einer Vorlage ohne Linien"},
	{"massnahme", "Tabelle einer Maßnahme"},
	{"posten", "Kosten in der Tabelle einer Maßnahme"},
	{"summe", "Tabellen mit Summen, Finanzübersicht"},
	{"synopse", "Synopse"},
	{"synopse-massnahmen", "erste Seite der Synopse"},
	{"tagesordnung", "Tagesordnung"},
	{"vorlage", "Felder einer Vorlage"},
	{"vorlagenkopf", "Kopf einer Vorlage"},
	{"zusammenfassung", "Zusammenfassung"},
	{NULL, NULL},
};

static const struct line lines[] = {
	{"balken", "links an Kasten und Hinweis"},
	{"ende", "unter einer Tabelle"},
	{"endesumme", "unter einer Tabelle, die mit Summen endet"},
	{"falz", "zwischen Folie und Notizen"},
	{"impressum", "im Impressum"},
	{"keine", "sagt, dass keine Linie steht"},
	{"kennzahl", "über der großen Zahl am Rand"},
	{"kolumne", "unter dem Seitenkopf"},
	{"kopf", "über einer Tabelle"},
	{"kopfunten", "unter der Kopfzeile einer Tabelle"},
	{"legende", "Verbindungen in Zeichnungen"},
	{"note", "über den Fußnoten"},
	{"posten", "zwischen Posten"},
	{"summe", "über den Summen"},
	{"titel", "auf der Titelseite"},
	{"unterschrift", "zum Unterschreiben"},
	{"verzeichnis", "vom Titel zur Seite im Inhaltsverzeichnis"},
	{"zeile", "zwischen Zeilen einer Tabelle"},
	{NULL, NULL},
};

static const struct line colours[] = {
	{"akzent", "Überschriften, Linien, erste Reihe der Diagramme"},
	{"flaeche", "Grund von Kasten und Quelltext"},
	{"grau", "Text, der zurücktritt"},
	{"hell", "helle Flächen"},
	{"linie", "Linien"},
	{"mitte", "zweite Reihe der Diagramme"},
	{"reihe3", "dritte Reihe der Diagramme"},
	{"tinte", "Text"},
	{"weiss", "Papier"},
	{"zart", "zarte Linien"},
	{"zweit", "was hervorgehoben ist"},
	{NULL, NULL},
};

static const struct line measures[] = {
	{"brief-einzug", "Briefkopf ohne Randspalte: von der Kommune zur Stelle"},
	{"brief-kopf", "Briefkopf: Grundlinie von Kommune und Stelle"},
	{"brief-linie", "Briefkopf: die Linie"},
	{"brief-status", "Briefkopf: Grundlinie von „öffentlich“"},
	{"brief-titel", "Briefkopf: Raum über dem Titel"},
	{"formular-name", "Formular ohne Randspalte: Breite der Namen"},
	{"titelfolie-linie", "Titelfolie: die Linie"},
	{"titelfolie-ort", "Titelfolie: Grundlinie der Kommune"},
	{"titelfolie-titel", "Titelfolie: obere Kante des Titels"},
	{"titelfolie-untertitel", "Titelfolie: vom Titel zum Untertitel"},
	{"titelseite-linie", "Titelseite: vom Untertitel zur Linie"},
	{"titelseite-ort", "Titelseite: Grundlinie der Kommune"},
	{"titelseite-slogan", "Titelseite: von der Linie zum Slogan"},
	{"titelseite-slogan-band", "Titelseite mit Band: von der Linie zum Slogan"},
	{"titelseite-stand", "Titelseite: Grundlinie des Standes"},
	{"titelseite-stelle", "Titelseite: Grundlinie der Stelle"},
	{"titelseite-titel", "Titelseite: Grundlinie der letzten Zeile des Titels"},
	{"titelseite-titel-band", "Titelseite mit Band: Grundlinie der ersten Zeile des Titels"},
	{"titelseite-untertitel", "Titelseite: vom Titel zum Untertitel"},
	{"titelseite-wappen", "Titelseite: obere Kante des Wappens"},
	{"titelseite-wappen-breite", "Titelseite: so breit ist das Wappen höchstens"},
	{"titelseite-wappen-hoehe", "Titelseite: so hoch ist das Wappen höchstens"},
	{NULL, NULL},
};

static const struct line widths[] = {
	{"arbeitsblatt", "Arbeitsblatt von `ratssatz stand`"},
	{"beratungsfolge", "Beratungsfolge einer Vorlage"},
	{"finanzuebersicht", "Finanzübersicht"},
	{"massnahmen-aus", "Maßnahmen eines Konzepts in Vorlage und Folie"},
	{"massnahmenplan", "Maßnahmenplan"},
	{"stellenplan", "Aufgaben nach Stellen"},
	{"synopse", "Synopse"},
	{"synopse-massnahmen", "erste Seite der Synopse"},
	{"umsetzungsstand", "Umsetzungsstand"},
	{"zusammenfassung", "Zusammenfassung"},
	{"zusammenfassung-gruppe", "Zusammenfassung in Gruppen"},
	{NULL, NULL},
};

static const struct line roles[] = {
	{"ar", "Arabische Schrift, auch für Persisch und Urdu"},
	{"fest", "Befehle und Quelltext"},
	{"text", "Text, Tabellen, Abschnitte"},
	{"titel", "Titel der Kapitel, Vorspann, große Zahlen"},
	{NULL, NULL},
};

static const struct line *const subjects[STY_SUBJECT_MAX] = {[STY_RULES] = rules,
	[STY_PARAS] = paras,
	[STY_TABLES] = tables,
	[STY_LINES] = lines,
	[STY_COLOURS] = colours,
	[STY_MEASURES] = measures,
	[STY_WIDTHS] = widths,
	[STY_ROLES] = roles};

static const char *explained(enum sty_subject subject, const char *name)
{
	for (const struct line *l = subjects[subject]; l && l->name; l++)
		if (!strcmp(l->name, name))
			return l->text;
	return "";
}

/* Where a subject's names are set: <stil name="fliess" …>. */
static const struct { const char *element, *attr; const char *const *const *names; } places[STY_SUBJECT_MAX] = {
	[STY_WORDS] = {"wort", "name", &sty_word_names},
	[STY_ROLES] = {"schrift", "rolle", NULL},
	[STY_PARAS] = {"stil", "name", &sty_para_names},
	[STY_TABLES] = {"tabellenstil", "name", &sty_table_names},
	[STY_LINES] = {"linie", "name", &sty_line_names},
	[STY_COLOURS] = {"farbe", "name", &sty_colour_names},
	[STY_MEASURES] = {"mass", "name", &sty_measure_names},
	[STY_WIDTHS] = {"spalten", "tabelle", &sty_widths_names}};

/* The attributes of the element that sets a name, but for the name; not of one for a variant. */
static void attributes(struct buf *b, const struct style *s, enum sty_subject subject, const char *name)
{
	STY_EACH(e, s->names->look, places[subject].element) {
		const char *said = sty_attr(e, places[subject].attr);
		if (!said || strcmp(said, name) != 0 || sty_attr(e, "fassung"))
			continue;
		for (int i = 0; i < e->nattrs; i++)
			if (strcmp(e->attrs[i].name, places[subject].attr) != 0)
				buf_fmt(b, "%s%s=\"%s\"", b->len ? " " : "", e->attrs[i].name, e->attrs[i].value);
		return;
	}
}

static void tell_rules(const struct style *s, void (*each)(void *, const struct sty_told *), void *arg)
{
	for (const struct sty_rule_row *r = sty_rules; r->name; r++) {
		const char *open = r->kind == STY_RULE_DAYS    ? "eine Zahl oder „unbekannt“"
			: r->kind == STY_RULE_NUMBER ? "eine Zahl"
						     : NULL;
		each(arg, &(struct sty_told){.name = r->name,
			.set = sty_rule(s, r->name, ""),
			.choices = r->choices ? r->choices : open,
			.text = explained(STY_RULES, r->name)});
	}
}

void sty_tell(const struct style *s, enum sty_subject subject, void (*each)(void *, const struct sty_told *), void *arg)
{
	struct buf set = {0};
	if (subject == STY_RULES) {
		tell_rules(s, each, arg);
		return;
	}
	const char *const *names = places[subject].names ? *places[subject].names : sty_role_names;
	for (; *names; names++) {
		buf_clear(&set);
		if (subject == STY_WORDS)
			buf_str(&set, sty_word(s, *names));
		else
			attributes(&set, s, subject, *names);
		each(arg, &(struct sty_told){.name = *names,
			.set = set.data ? set.data : "",
			.text = explained(subject, *names)});
	}
	buf_free(&set);
}
