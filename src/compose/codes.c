/* codes.c: the messages of this room. */
#include "compose/compose.h"

const struct diag_code com_codes[] = {
	{"BILDGROESSE", DIAG_FEHLER, "Ein Bild lässt sich nicht setzen",
	 "Die Bilddatei wurde nicht gelesen oder hat keine brauchbare Größe. Erlaubt sind PNG, JPEG und einfache "
	 "SVG-Zeichnungen im Ordner des Dokuments. "
	 "Bitte Dateinamen und Datei prüfen. Beispiel: <abbildung datei=\"bilder/markt.jpg\" alt=\"Marktplatz mit "
	 "Rathaus\"/>."},
	{"JAHRESABSTAND", DIAG_FEHLER, "Ein Jahr der Finanzübersicht liegt zu weit von den anderen",
	 "Die Kosten nach Haushaltsjahren nennen jedes Jahr vom ersten bis zum letzten. Liegen sie hundert Jahre oder "
	 "mehr auseinander, ist eines davon verschrieben. "
	 "Bitte haushaltsjahr am Posten, jahre und seit am Zeitbedarf prüfen. Falsch: haushaltsjahr=\"2206\". Richtig: "
	 "haushaltsjahr=\"2026\"."},
	{"QUER", DIAG_FEHLER, "Was quer stehen soll, hat keinen eigenen Platz",
	 "Eine Tabelle oder Abbildung mit quer=\"ja\" bekommt Seiten im Querformat. Dafür steht sie unmittelbar in "
	 "einem Kapitel, Abschnitt oder Anhang, nicht in einem Kasten, einer Zelle oder auf einer Folie. "
	 "Falsch: <hinweis><tabelle quer=\"ja\">…. Richtig: <abschnitt id=\"kosten\">…<tabelle quer=\"ja\">…."},
	{"PLANGROESSE", DIAG_FEHLER, "Ein Plan ist größer als A0",
	 "Eine Abbildung, die breiter ist als die Seite, und ein Plan als Anlage bekommen eine Seite in ihrer Größe, "
	 "höchstens A0. Was größer ist, druckt niemand. Bitte kleiner ausgeben oder auf mehrere Pläne verteilen. "
	 "Falsch: <abbildung datei=\"plan.png\" breite=\"2000mm\" …/>. Richtig: breite=\"841mm\"."},
	{0}
};
