/* codes.c: the messages of this room. */
#include "compose/compose.h"

const struct diag_code com_codes[] = {
	{"BILDGROESSE", DIAG_FEHLER, "Ein Bild lässt sich nicht setzen",
	 "Die Bilddatei wurde nicht gelesen oder hat keine brauchbare Größe. Erlaubt sind PNG, JPEG und einfache "
	 "SVG-Zeichnungen im Ordner des Dokuments. "
	 "Bitte Dateinamen und Datei prüfen. Beispiel: <abbildung datei=\"bilder/markt.jpg\" alt=\"Marktplatz mit "
	 "Rathaus\"/>."},
	{0}
};
