/* codes.c: the codes of the way from a file to its outputs. */
#include "pipeline/pipeline.h"

const struct diag_code pipe_codes[] = {
	{"HAUPTDATEI", DIAG_SYSTEM, "Im Ordner liegt keine Hauptdatei",
	 "Wird ein Ordner genannt, sucht ratssatz darin die Hauptdatei (konzept.xml, bericht.xml, handbuch.xml, "
	 "praesentation.xml oder sitzung.xml). Es liegt keine oder mehr als eine darin. Die gemeinte Datei selbst "
	 "nennen."},
	{"WOERTERBUCH", DIAG_SYSTEM, "Das Wörterbuch für die Rechtschreibung fehlt",
	 "Für --rechtschreibung werden die Dateien de.aff und de.dic im Ordner rechtschreibung neben Schriften und "
	 "Schema gebraucht. Sie kommen aus dem Debian-Paket hunspell-de-de; nach dessen Installation legt `make` sie "
	 "dorthin."},
	{"BEARBEITET", DIAG_WARNUNG, "Eine bearbeitete Datei bleibt, wie sie ist",
	 "Bögen und Entwürfe von E-Mails sind zum Ausfüllen und Ändern da. Ein zweiter Aufruf erneuert nur die, die "
	 "niemand geändert hat, seit ratssatz sie schrieb (die Prüfsumme steht im Ordner .d daneben). Steht in einem "
	 "Bogen eine Antwort, zuerst ratssatz antworten; mit --ersetzen wird auch er erneuert."},
	{"FREMDEDATEI", DIAG_SYSTEM, "Eine Datei anderer würde ersetzt",
	 "Ersetzt wird, was ratssatz schrieb: Es ist an einem Vermerk in der Datei zu erkennen. Jede andere Datei "
	 "bleibt, damit ein vertippter Name keine fremde Arbeit löscht. "
	 "Beispiel: `ratssatz setzen -o konzept.pdf --ersetzen konzept.xml`"},
	{"ZIELDOPPELT", DIAG_SYSTEM, "Zwei Dokumente würden dieselbe Datei schreiben",
	 "In einem Aufruf ergeben zwei Dokumente denselben Dateinamen. Geschrieben wird nur das erste, damit keines "
	 "verloren geht. Die Dokumente einzeln setzen und das Ziel mit -o nennen."},
	{"ABSTURZ", DIAG_SYSTEM, "Ein Dokument hat den Prozess abbrechen lassen, der es bearbeitete",
	 "Viele Dokumente werden von mehreren Prozessen zugleich bearbeitet. Einer davon ist mitten in diesem Dokument "
	 "abgebrochen, etwa weil der Speicher nicht reichte oder ihn jemand beendet hat. Von diesem Dokument ist "
	 "nichts geschrieben, die übrigen sind fertig. Es noch einmal aufrufen; bricht es wieder ab, bitte das "
	 "Dokument melden. Beispiel: Signal 9 heißt, dass der Prozess von außen beendet wurde."},
	{"AUSZUG", DIAG_FEHLER, "Ohne das Nichtöffentliche fehlt etwas",
	 "Öffentliche Vorlagen und Sitzungen werden aus einem Auszug gesetzt, in dem nichts Nichtöffentliches mehr "
	 "steht. Verweist der öffentliche Text auf etwas "
	 "Nichtöffentliches, etwa auf eine nichtöffentliche Anlage, fehlt das Ziel. Beispiel: <anlage id=\"angebot\" "
	 "oeffentlich=\"nein\" …/> und im Text <verweis ziel=\"angebot\"/>."},
	{"NOTIZEN", DIAG_FEHLER, "Notizen gibt es nur in einer Präsentation",
	 "setzen --notizen macht aus einer Präsentation einen Handzettel mit Folien und Notizen. Andere Dokumente "
	 "haben keine Folien.\n"
	 "Falsch: `ratssatz setzen --notizen konzept.xml`. Richtig: `ratssatz setzen --notizen praesentation.xml`."},
	{"BEOBACHTEN", DIAG_SYSTEM, "Das Betriebssystem meldet keine Änderungen",
	 "beobachten braucht Linux und dessen Meldungen über geänderte Dateien (inotify). Sie sind nicht verfügbar "
	 "oder alle vergeben. Bitte andere Programme beenden, die Ordner beobachten, oder die Grenze "
	 "fs.inotify.max_user_instances erhöhen lassen. Beispiel: Zu viele Editoren und Dateiabgleiche beobachten "
	 "zugleich."},
	{"GEGEN", DIAG_SYSTEM, "Die vorige Ausgabe lässt sich nicht lesen",
	 "pruefen --gegen braucht den Ordner oder die Hauptdatei eines Konzepts. Dessen eigene Fehler stören nicht, "
	 "solange es sich lesen lässt. Beispiel: --gegen content/musterstadt/konzept-2018."},
	{0},
};
