/* codes.c: the codes of the Werkstatt, in a file of their own: they are in both programs, because erklaere knows all
 * codes. */
#include "werkstatt/werkstatt.h"

const struct diag_code wst_codes[] = {
	{"WERKSTATT", DIAG_SYSTEM, "Die Werkstatt kann nicht arbeiten",
	 "Adresse oder Port sind vergeben, der Ordner der Inhalte oder der Verlauf daneben lassen sich nicht lesen "
	 "oder schreiben, oder dem Rechner fehlt Speicher. Gespeicherte Texte stehen in den Dateien und sind davon "
	 "nicht berührt. Beispiel: `ratssatz werkstatt --inhalt content --port 8991`"},
	{"WERKSTATTROLLEN", DIAG_SYSTEM, "Die Rollendatei der Werkstatt stimmt nicht",
	 "Jede Zeile nennt einen Namen, wie ihn der anmeldende Webserver meldet (* für alle), ein Recht und einen "
	 "Ordner unter den Inhalten (leer: alle). Rechte sind lesen, schreiben, freigeben und nichts. "
	 "Falsch: `meier alles` "
	 "Richtig: `meier schreiben musterstadt/sitzungen`"},
	{0},
};
