/* codes.c: the diagnostic codes of all rooms, joined. */
#include <string.h>
#include <strings.h>

#include "check/check.h"
#include "cli/messages.h"
#include "compose/compose.h"
#include "figure/figure.h"
#include "layout/layout.h"
#include "oparl/oparl.h"
#include "package/package.h"
#include "pdf/pdf.h"
#include "register/register.h"
#include "serve/serve.h"
#include "source/source.h"
#include "text/text.h"

static const struct diag_code own[] = {
	{"AUFRUF", DIAG_SYSTEM, "Der Aufruf stimmt nicht",
	 "Der Befehl, eine Option oder die Zahl der Angaben passt nicht. Was ein Befehl erwartet, sagt ratssatz BEFEHL "
	 "--hilfe. Rückgabewert 2."},
	{"SPEICHER", DIAG_SYSTEM, "Der Arbeitsspeicher reicht nicht aus",
	 "Das Betriebssystem hat keinen Speicher mehr hergegeben. Es wurde nichts geschrieben; ein früheres PDF steht "
	 "unverändert da. Andere Programme beenden oder das Dokument teilen."},
	{"HAUPTDATEI", DIAG_SYSTEM, "Im Ordner liegt keine Hauptdatei",
	 "Wird ein Ordner genannt, sucht ratssatz darin die Hauptdatei (konzept.xml, bericht.xml, handbuch.xml, "
	 "praesentation.xml oder sitzung.xml). Es liegt keine oder mehr als eine darin. Die gemeinte Datei selbst "
	 "nennen."},
	{"WOERTERBUCH", DIAG_SYSTEM, "Das Wörterbuch für die Rechtschreibung fehlt",
	 "Für --rechtschreibung werden die Dateien de.aff und de.dic im Ordner rechtschreibung neben Schriften und "
	 "Schema gebraucht. Sie kommen aus dem Debian-Paket hunspell-de-de; nach dessen Installation legt `make` sie "
	 "dorthin."},
	{"VORHANDEN", DIAG_SYSTEM, "Die Datei gibt es schon",
	 "ratssatz neu überschreibt nichts. Einen anderen Namen wählen oder die vorhandene Datei selbst entfernen."},
	{"ZIELDOPPELT", DIAG_SYSTEM, "Zwei Dokumente würden dieselbe Datei schreiben",
	 "In einem Aufruf ergeben zwei Dokumente denselben Dateinamen. Geschrieben wird nur das erste, damit keines "
	 "verloren geht. Die Dokumente einzeln setzen und das Ziel mit -o nennen."},
	{"INHALT", DIAG_SYSTEM, "Die Datei liegt nicht bei den Inhalten",
	 "Das Register nennt jede Quelle mit ihrem Weg unter der Wurzel der Inhalte (content). Liegt die Datei "
	 "anderswo, fände sie später niemand. Die Datei dorthin legen oder die Wurzel mit --inhalt nennen."},
	{"ARTFREMD", DIAG_SYSTEM, "Mit dieser Art von Dokument kann der Befehl nichts anfangen",
	 "Ins Register kommen Verzeichnisse, Konzepte, Sitzungen und Vorlagen; ausgegeben werden Vorlagen und "
	 "Konzepte; eine Tagesordnung hat nur eine Sitzung; gegenübergestellt werden zwei Ausgaben derselben Art."},
	{"REGISTERORT", DIAG_SYSTEM, "Dokumente verschiedener Orte in einem Aufruf",
	 "Jeder Ort hat sein Register. Ein Aufruf schreibt in genau eines. Die Orte getrennt aufrufen oder mit "
	 "--register ein gemeinsames Register nennen."},
	{"REGISTERWAHL", DIAG_SYSTEM, "Welches Register gemeint ist, steht nicht fest",
	 "Ohne --register wird content/<ort>/register.db gesucht. Es gibt keines oder mehrere. Mit --register DATEI "
	 "eines nennen."},
	{"NICHTAUFGENOMMEN", DIAG_FEHLER, "Das Dokument ist nicht im Register",
	 "Freigeben, ausgeben und Ergebnisse eintragen setzt voraus, dass ratssatz aufnehmen das Dokument ins Register "
	 "gebracht und ihm eine Drucksachennummer gegeben hat."},
	{"NICHTFREI", DIAG_FEHLER, "Das Dokument ist nicht freigegeben",
	 "Ausgegeben wird nur, was mit ratssatz freigeben freigegeben ist. So geht kein Entwurf hinaus."},
	{"ENTWURF", DIAG_FEHLER, "Ein Entwurf wird nicht ausgegeben",
	 "Ein Entwurf trägt auf jeder Seite seine Marke. Freigegeben, ausgegeben und bekannt gegeben wird nur, was "
	 "fertig ist. Ob etwas ein Entwurf ist, sagt das Dokument; ist darin noch etwas zu entscheiden, ist es einer; "
	 "schweigt es, gilt "
	 "<entwurf zeigen=\"…\"/> in gestaltung.xml. Falsch: <konzept … entwurf=\"ja\"> beim Freigeben. Richtig: "
	 "<konzept … entwurf=\"nein\">."},
	{"GEAENDERT", DIAG_FEHLER, "Nach der Sitzung geändert",
	 "Eine Vorlage, die ausgegeben und beraten ist, ändert sich nicht mehr; nur Ergebnisse trägt ratssatz ergebnis "
	 "ein. Eine Änderung in der Sache ist eine Ergänzung "
	 "(eigene Datei mit derselben Drucksachennummer und ergaenzung=\"1\"), bei einem Konzept eine neue Ausgabe. "
	 "Den alten Stand stellt die Versionsverwaltung wieder her."},
	{"AUSZUG", DIAG_FEHLER, "Ohne das Nichtöffentliche fehlt etwas",
	 "Öffentliche Vorlagen und Sitzungen werden aus einem Auszug gesetzt, in dem nichts Nichtöffentliches mehr "
	 "steht. Verweist der öffentliche Text auf etwas "
	 "Nichtöffentliches, etwa auf eine nichtöffentliche Anlage, fehlt das Ziel. Beispiel: <anlage id=\"angebot\" "
	 "oeffentlich=\"nein\" …/> und im Text <verweis ziel=\"angebot\"/>."},
	{"NOTIZEN", DIAG_FEHLER, "Notizen gibt es nur in einer Präsentation",
	 "setzen --notizen macht aus einer Präsentation einen Handzettel mit Folien und Notizen. Andere Dokumente "
	 "haben keine Folien.\n"
	 "Falsch: `ratssatz setzen --notizen konzept.xml`. Richtig: `ratssatz setzen --notizen praesentation.xml`."},
	{"NUMMEROFFEN", DIAG_SYSTEM, "Eine Drucksachennummer steht noch nicht in der Quelle",
	 "Die Nummer ist im Register vergeben, die Quelle ließ sich nicht schreiben. Nichts ist verloren: Ursache "
	 "beheben und ratssatz aufnehmen noch einmal aufrufen, dieselbe Nummer wird eingetragen."},
	{"OHNEDATUM", DIAG_FEHLER, "Die Bekanntmachung ist nicht datiert",
	 "Vor dem Bekanntgeben steht in der Sitzung, von welchem Tag die Bekanntmachung ist. Beispiel: <bekanntmachung "
	 "datum=\"2023-05-16\"/>"},
	{"KEINEBERATUNG", DIAG_FEHLER, "Die Beratungsfolge kennt diese Sitzung nicht",
	 "Ein Ergebnis gehört zu einer Beratung, die mit Gremium und Tag in der Vorlage steht. Gremium und Tag des "
	 "Aufrufs oder die Beratungsfolge berichtigen."},
	{"UNBEKANNT", DIAG_FEHLER, "Im Register steht das nicht",
	 "Gesucht wurde nach einer Drucksachennummer oder Kennung, die das Register nicht kennt. Alle nennt ratssatz "
	 "register liste."},
	{"EDITIONALT", DIAG_FEHLER, "Die neue Ausgabe folgt nicht auf die alte",
	 "Beim Fortschreiben trägt die neue Ausgabe ein späteres Jahr als die vorige. Es steht am Ende des "
	 "Ordnernamens oder nach --edition. Falsch: --von konzept-2018 --nach konzept-2016. Richtig: --nach "
	 "konzept-2020."},
	{"ZIELFREMD", DIAG_FEHLER, "Im Ordner der neuen Ausgabe liegt etwas anderes",
	 "Ein zweites fortschreiben ergänzt nur die Ausgabe, die aus derselben vorigen entstanden ist (edition und "
	 "vorgaenger stimmen). Alles andere bleibt unberührt. Beispiel: --nach zeigt auf die Ausgabe 2018 selbst."},
	{"EINFUEGEN", DIAG_WARNUNG, "Der Platz für einen fehlenden Teil ist nicht zu erkennen",
	 "In der vorigen Ausgabe ist ein Teil dazugekommen, den die neue noch nicht hat. Eingefügt wird er neben dem "
	 "Teil, hinter dem er steht; gibt es den nicht mehr, geht das nur von Hand. "
	 "Beispiel: eine neue Maßnahme in einem Handlungsfeld, das in der neuen Ausgabe aufgeteilt ist."},
	{"STELLEFREMD", DIAG_SYSTEM, "Die Stelle ist nicht bekannt",
	 "--stelle nennt die id einer Stelle aus verzeichnis.xml oder aus den Angaben des Konzepts. Beispiel: --stelle "
	 "fd-soziales."},
	{"BEOBACHTEN", DIAG_SYSTEM, "Das Betriebssystem meldet keine Änderungen",
	 "beobachten braucht Linux und dessen Meldungen über geänderte Dateien (inotify). Sie sind nicht verfügbar "
	 "oder alle vergeben. Bitte andere Programme beenden, die Ordner beobachten, oder die Grenze "
	 "fs.inotify.max_user_instances erhöhen lassen. Beispiel: Zu viele Editoren und Dateiabgleiche beobachten "
	 "zugleich."},
	{"GEGEN", DIAG_SYSTEM, "Die vorige Ausgabe lässt sich nicht lesen",
	 "pruefen --gegen braucht den Ordner oder die Hauptdatei eines Konzepts. Dessen eigene Fehler stören nicht, "
	 "solange es sich lesen lässt. Beispiel: --gegen content/musterstadt/konzept-2018."},
	{"VORGAENGER", DIAG_SYSTEM, "Es gibt nichts, womit sich beginnen lässt",
	 "ratssatz neu vorlage und neu sitzung beginnen mit dem Gerüst und übernehmen Amt, Gremium und Ort aus dem "
	 "jüngsten Dokument gleicher Art. Ist dieses fehlerhaft, zuerst dort die gemeldeten Fehler beheben."},
	{0},
};

static const struct diag_code *const rooms[] = {
	own,
	file_codes,
	src_codes,
	doc_codes,
	sty_codes,
	chk_codes,
	com_codes,
	fig_codes,
	txt_codes,
	lay_codes,
	pdf_codes,
	reg_codes,
	opa_codes,
	pak_codes,
	srv_codes,
};

void cmd_each_code(void (*fn)(void *, const struct diag_code *), void *arg)
{
	for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++)
		for (const struct diag_code *c = rooms[r]; c->code; c++)
			fn(arg, c);
}

const struct diag_code *cmd_code(const char *code)
{
	for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++)
		for (const struct diag_code *c = rooms[r]; c->code; c++)
			if (!strcasecmp(c->code, code))
				return c;
	return NULL;
}
