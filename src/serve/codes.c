/* codes.c: the codes of the server, in a file of their own: they are in both programs, because erklaere knows all
 * codes. */
#include "serve/serve.h"

const struct diag_code srv_codes[] = {
	{"OPARLPORT", DIAG_SYSTEM, "Der Server kann hier nicht horchen",
	 "Adresse oder Port gehören nicht diesem Rechner, sind vergeben oder brauchen besondere Rechte (Ports unter "
	 "1024). "
	 "Falsch: `ratssatz oparl dienen --port 80` Richtig: `ratssatz oparl dienen --port 8980`, davor ein Webserver"},
	{"OPARLDATEIEN", DIAG_SYSTEM, "Der Ordner der ausgegebenen Dateien fehlt oder ist zu weit",
	 "Der Server liest Dateien nur unter einem Ordner: dem, der das Register und alle öffentlichen Dateien "
	 "enthält. Ist das die Wurzel des Rechners, oder gibt es ihn nicht, muss er genannt werden. "
	 "Beispiel: `ratssatz oparl dienen --dateien /srv/ris/ausgabe`"},
	{"OPARLDIENST", DIAG_SYSTEM, "Der Server lässt sich nicht starten",
	 "Das Betriebssystem gibt keine Threads oder keinen Speicher mehr her. Beispiel: die Grenzen in der "
	 "systemd-Unit (TasksMax, MemoryMax, LimitNOFILE) anheben"},
	{0},
};
