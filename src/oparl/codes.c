/* codes.c: the codes of the OParl interface. */
#include "oparl/oparl.h"

const struct diag_code opa_codes[] = {
	{"OPARLLEER", DIAG_FEHLER, "Das Register kennt noch keine Kommune",
	 "Die OParl-Schnittstelle beginnt mit der Kommune aus verzeichnis.xml. Sie kommt mit dem ersten aufgenommenen "
	 "Dokument ins Register. "
	 "Beispiel: `ratssatz aufnehmen content/musterstadt/verzeichnis.xml`"},
	{"OPARLADRESSE", DIAG_FEHLER, "Die Adresse der OParl-Schnittstelle taugt nicht",
	 "Mit ihr beginnen die Kennungen aller Objekte. Erwartet wird eine Adresse des Netzes (http oder https) ohne "
	 "Schrägstrich am Ende. "
	 "Falsch: `--basis-url ratsinfo.example.org/` Richtig: `--basis-url https://ratsinfo.example.org/oparl`"},
	{"OPARLORDNER", DIAG_FEHLER, "Der Ordner gehört nicht zu einer OParl-Ausgabe",
	 "Die Ausgabe ersetzt den Ordner als Ganzes. Damit nichts anderes verloren geht, muss er fehlen, leer sein "
	 "oder eine frühere Ausgabe (system.json) enthalten. "
	 "Beispiel: `ratssatz oparl exportieren -o oparl`"},
	{"OPARLDATEI", DIAG_FEHLER, "Eine ausgegebene Datei fehlt oder ist eine andere",
	 "OParl nennt zu jeder Datei Größe und Prüfsumme aus dem Register. Liegt die Datei nicht mehr dort oder hat "
	 "sie anderen Inhalt, entsteht keine Ausgabe. "
	 "Beispiel: das PDF aus einer Sicherung zurückholen; `ratssatz register pruefen` nennt alle solchen Dateien"},
	{"OPARLKENNUNG", DIAG_HINWEIS, "Ein nichtöffentlicher Punkt hat in OParl eine andere Kennung",
	 "Die Kennung eines nichtöffentlichen Punktes entsteht mit dem Schlüssel des Registers, damit niemand durch "
	 "Raten herausfindet, welche Vorlage dahinter steht. Ein Register von früher hatte noch keinen, ein neu "
	 "angelegtes hat einen anderen; mit einer Sicherung (`ratssatz register wiederherstellen`) bleibt er. "
	 "Zu tun ist nichts, öffentliche Kennungen bleiben."},
	{0},
};
