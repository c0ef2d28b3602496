/* codes.c: the codes of handing over and of receipts, in a file of their own: they are in both programs, because
 * erklaere knows all codes. */
#include "package/package.h"

const struct diag_code pak_codes[] = {
	{"ABGABEFEHLT", DIAG_WARNUNG, "In der Abgabe fehlt etwas",
	 "Abgegeben wird nur, was ausgegeben ist und im Register steht. Was zur Sitzung gehört und noch nicht "
	 "ausgegeben ist, fehlt im Paket; das Manifest nennt es unter fehlt. "
	 "Beispiel: `ratssatz tagesordnung --bekanntgeben -o sitzung sitzung.xml`, dann noch einmal abgeben"},
	{"ABGABEALT", DIAG_FEHLER, "Das ausgegebene PDF ist älter als die Freigabe",
	 "Das Papier wurde nach seiner letzten Ausgabe geändert und neu freigegeben, oder die Sitzung nach ihrer "
	 "Bekanntmachung. Abgegeben wird, was freigegeben "
	 "ist; das PDF im Register ist noch das alte. "
	 "Beispiel: `ratssatz ausgeben -o ausgabe vorlage.xml`, dann noch einmal abgeben"},
	{"ABGABELEER", DIAG_FEHLER, "Es gibt nichts abzugeben",
	 "Zur Sitzung oder Vorlage ist noch nichts ausgegeben. Beispiel: `ratssatz ausgeben -o ausgabe vorlage-*.xml`, "
	 "dann abgeben"},
	{"ABGABEDATEI", DIAG_FEHLER, "Eine ausgegebene Datei fehlt oder ist eine andere",
	 "Abgegeben werden genau die Bytes, die das Register kennt. Liegt die Datei nicht mehr dort oder hat sie "
	 "anderen Inhalt, entsteht kein Paket. "
	 "Beispiel: das PDF aus einer Sicherung zurückholen; `ratssatz register pruefen` nennt alle solchen Dateien"},
	{"ABGABEHTML", DIAG_WARNUNG, "Die HTML-Fassung fehlt in der Abgabe",
	 "Die HTML-Fassung entsteht aus der Quelle, die dem PDF beiliegt, und aus Bildern und Tabellen daneben. Haben "
	 "sie sich seit der Ausgabe geändert, passte sie nicht mehr zum PDF. "
	 "Beispiel: `ratssatz ausgeben -o ausgabe vorlage.xml`, dann noch einmal abgeben"},
	{"ABGABEORDNER", DIAG_FEHLER, "Der Ordner lässt sich nicht durch die Abgabe ersetzen",
	 "Eine Abgabe ersetzt den Ordner als Ganzes. Er muss fehlen, leer sein oder eine frühere Abgabe ohne "
	 "ausgefüllte Quittung enthalten. "
	 "Beispiel: `ratssatz abgeben --drucksache 2023/0123 -o abgabe.zip`"},
	{"QUITTUNGFORM", DIAG_FEHLER, "Die Datei ist keine Quittung",
	 "Erwartet wird das Formular quittung.json oder quittung.csv aus einer Abgabe, in UTF-8, mit allen Spalten; "
	 "ausgefüllt werden nur kennung, adresse und ablehnung. "
	 "Falsch: die Spalte sha512 löschen. Richtig: nur die leeren Spalten ausfüllen"},
	{"QUITTUNGANGABE", DIAG_FEHLER, "Eine Angabe der Quittung stimmt nicht",
	 "Je Dokument stehen Kennung und Adresse oder der Grund der Ablehnung, nicht beides; leer heißt noch offen. "
	 "Falsch: `\"kennung\": \"\", \"adresse\": \"ratsinfo\"` Richtig: `\"kennung\": \"4711\", \"adresse\": "
	 "\"https://ratsinfo.example.org/vo/4711\"`"},
	{"QUITTUNGFREMD", DIAG_FEHLER, "Die Quittung gehört zu keiner Abgabe",
	 "Jeder Eintrag nennt mit sha512 ein abgegebenes Dokument. Das Register kennt keine Abgabe davon. Beispiel: "
	 "die Quittung gehört zum Register einer anderen Kommune; "
	 "mit `--register` das richtige nennen"},
	{0},
};
