/* codes.c: what layout has to say. */
#include "layout/layout.h"

const struct diag_code lay_codes[] = {
	{"UEBERLANG", DIAG_WARNUNG, "Ein Wort ist breiter als seine Zeile",
	 "Ein Wort passt auch mit allen Trennstellen nicht in die Breite, die es hat (eine schmale Tabellenspalte, die "
	 "Randspalte, eine lange Adresse). Es wurde "
	 "an beliebiger Stelle ohne Trennstrich geteilt, damit nichts über den Rand läuft. Bitte ein kürzeres Wort "
	 "wählen, die Spalte breiter machen oder mit "
	 "einem bedingten Trennstrich (U+00AD) sagen, wo es geteilt werden darf.\nBeispiel: "
	 "Donau&#xAD;dampf&#xAD;schiff&#xAD;fahrt"},
	{"PASST", DIAG_WARNUNG, "Eine Tabelle hat zu viele oder zu breite Spalten",
	 "Die längsten Wörter der Spalten brauchen zusammen mehr Platz, als die Tabelle breit ist; Wörter wurden an "
	 "beliebiger Stelle geteilt. Zahlen werden nie geteilt: Passt eine nicht, ist es ein Fehler. Bitte eine Spalte "
	 "weglassen, feste Breiten verkleinern, Wörter kürzen oder die Tabelle teilen.\nBeispiel: <spalte "
	 "breite=\"19mm\"/> für ein Datum genügt."},
	{"HOCH", DIAG_FEHLER, "Etwas ist höher als eine Seite",
	 "Ein Bild, eine Zeichnung, ein Tabellenkopf oder anderes, das beisammen bleibt, ist höher als der "
	 "Satzspiegel; der untere Teil liefe aus der Seite, deshalb wird nichts geschrieben. Zeichnungen verkleinert "
	 "ratssatz selbst, solange ihre Schrift lesbar bleibt (6 Punkt). Bitte "
	 "verkleinern oder auf mehrere Teile verteilen.\nBeispiel: <abbildung breite=\"80mm\" …> macht ein hohes Bild "
	 "kleiner."},
	{"BILDGROB", DIAG_WARNUNG, "Ein Bild hat zu wenige Punkte für seine Breite",
	 "Auf der Seite kommen weniger als 72 Bildpunkte auf einen Zoll (25,4 mm): Kanten werden zu Treppen, Schrift "
	 "im Bild ist nicht zu lesen. Bitte das Bild in höherer Auflösung nehmen, es als SVG zeichnen oder schmaler "
	 "setzen."
	 "\nBeispiel: <abbildung datei=\"bilder/zeichen.png\" breite=\"20mm\" …> für ein Bild mit 60 Bildpunkten."},
	{"FOLIE", DIAG_FEHLER, "Etwas passt nicht auf die Folie",
	 "Text, Tabelle oder Zeichnung brauchen mehr Platz, als die Folie hat. Auf Folien wird nichts abgeschnitten "
	 "und keine Schrift verkleinert; deshalb wird nichts "
	 "geschrieben. Die Meldung steht an der ersten Zeile, die nicht mehr passt, und sagt, wie viel fehlt. Bitte "
	 "kürzen, auf zwei Folien verteilen oder, bei einer langen "
	 "Tabelle, die Fortsetzung auf weiteren Folien erlauben.\n"
	 "Falsch: eine Tabelle mit 40 Zeilen in `<folie>`. Richtig: dieselbe Tabelle in `<folie fortsetzung=\"ja\">`."},
	{0},
};
