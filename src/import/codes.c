/* codes.c: what import can say about a file of others. */
#include "import/import.h"

const struct diag_code imp_codes[] = {
	{"EINGANGKAPUTT", DIAG_FEHLER, "Eine Datei zum Übernehmen ist beschädigt",
	 "Die Datei ist leer, abgeschnitten oder in sich widersprüchlich. Übernommen wird dann nichts, auch nicht der "
	 "Teil, der sich noch lesen ließe. Bitte im Büroprogramm öffnen und neu speichern oder noch einmal senden "
	"lassen."},
	{"EINGANGGESPERRT", DIAG_FEHLER, "Eine Datei zum Übernehmen verlangt ein Kennwort",
	 "Verschlüsselte Dateien lassen sich nicht lesen. Bitte im Büroprogramm öffnen und ohne Kennwort speichern."},
	{"EINGANGGROSS", DIAG_FEHLER, "Eine Datei zum Übernehmen ist zu groß",
	 "Damit keine Datei den Rechner lahmlegt, gelten Grenzen: 256 MB je Datei (64 MB Text), ausgepackt 256 MB je "
	 "Teil und 512 MB im Ganzen, 1500 Ebenen Verschachtelung, zwei Minuten Rechenzeit. Bitte das Dokument in Teile "
	 "zerlegen."},
	{"EINGANGFREMD", DIAG_FEHLER, "Eine Datei hat ein Format, das nicht gelesen wird",
	 "Gelesen werden .docx, .odt, .xlsx, .ods, PDF, HTML, Markdown, Text und CSV; was eine Datei ist, sagt ihr "
	 "Inhalt, nicht ihr Name. Alte Formate (.doc, .xls, .rtf) bitte in Word oder LibreOffice neu speichern, Bilder "
	 "und Scans mit einer Texterkennung lesen lassen."},
	{"EINGANGNAME", DIAG_HINWEIS, "Eine Datei ist etwas anderes, als ihr Name sagt",
	 "Was eine Datei ist, sagt ihr Inhalt: ein PDF, das brief.docx heißt, wird als PDF übernommen. Oft ist es eine "
	 "verwechselte Datei."},
	{"EINGANGPROGRAMM", DIAG_SYSTEM, "Zum Lesen fehlt ein Programm",
	 "PDF-Dateien liest ratssatz mit pdftotext, pdfinfo und pdfdetach aus dem Paket poppler-utils. Bitte "
	"installieren "
	 "(Debian, Ubuntu: apt-get install poppler-utils). Rückgabewert 3."},
	{"KONTO", DIAG_FEHLER, "Das Konto einer Übernahme geht nicht auf",
	 "Jedes Wort des Originals steht in der Quelle, ist nach einer genannten Regel weggelassen oder als nicht "
	 "zugeordnet gekennzeichnet. Fehlt eines oder steht eines doppelt, wird nichts geschrieben; ebenso, wenn "
	"Regeln "
	 "außer für Inhaltsverzeichnis, Kopfzeilen und Seitenzahlen mehr als 2 von 100 Wörtern wegließen. Bitte die "
	 "Datei melden."},
	{"VORSCHLAG", DIAG_FEHLER, "Ein Vorschlag aus einer Antwort lässt sich nicht eintragen",
	 "Mit uebernehmen --kommentare kommen Kommentare und nachverfolgte Änderungen aus einer Datei zurück, die mit "
	 "setzen --format docx oder odt entstand. Eingetragen wird nur, was seine Stelle sicher hat und wobei keine "
	 "Auszeichnung verloren geht; alles andere wird genannt und von Hand entschieden."},
	{0},
};
