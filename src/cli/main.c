/* main.c: finds the command and runs it. */
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/version.h"
#include "cli/cli.h"

/* Every start loads all libraries of the program. Commands that need one which only they need, and which is slow to
 * load, run in a second program of the same source beside this one, which has them all: this one is linked without them
 * and hands its call on. */
#ifdef RATSSATZ_GANZ
#define GANZ(run) run
#else
#define GANZ(run) NULL
#endif

#define BIT(o) (UINT64_C(1) << CMD_O_##o)
#define READING (BIT(INHALT) | BIT(VORLAGEN) | BIT(MELDUNGEN) | BIT(STRENG) | BIT(STILL) | BIT(REGISTER))

static const struct cmd commands[] = {
	{"neu", "ART ORT", "beginnt ein Dokument mit einem gültigen Gerüst",
		"ART ist konzept, bericht, praesentation, kapitel, handlungsfeld, massnahme, verzeichnis, vorlage oder "
		"sitzung. Eine Vorlage und eine Sitzung übernehmen, was gleich bleibt, aus der letzten des Ortes. Das "
		"Gerüst "
		"geht auf die Standardausgabe oder mit -o in eine Datei; "
		"eine vorhandene Datei wird nicht überschrieben. Beispiel: ratssatz neu konzept musterstadt -o "
		"content/musterstadt/konzept-neu/konzept.xml",
		2, 2, BIT(OUTPUT) | BIT(VORLAGEN) | BIT(INHALT), cmd_neu},
	{"ort-anlegen", "KÜRZEL [NAME]", "legt die Ordner eines neuen Ortes mit einem ersten Konzept an",
		"Unter templates/KÜRZEL entstehen Gestaltung und Regeln, die auf der mitgelieferten Grundlage "
		"aufbauen, unter "
		"content/KÜRZEL das Verzeichnis und ein Konzept zum Anfangen, das sich sofort setzen lässt. "
		"Das Kürzel hat Kleinbuchstaben, Ziffern und Bindestriche; NAME ist der Name, wie er gedruckt wird. "
		"Gibt es "
		"den Ort schon, wird nichts angelegt (Rückgabewert 2). "
		"Beispiel: ratssatz ort-anlegen --unter orte musterstadt",
		1, 2, BIT(UNTER) | BIT(STILL), cmd_ort_anlegen},
	{"pruefen", "DATEI…", "prüft Dokumente, ohne etwas zu schreiben",
		"Geht durch alle Stufen außer dem Schreiben und meldet alles, was setzen auch melden würde. "
		"Statt einer DATEI geht ein Ordner (gemeint ist die Hauptdatei darin) oder `-` für die "
		"Standardeingabe. "
		"Beispiel: ratssatz pruefen content/musterstadt/konzept-2018",
		1, -1, READING | BIT(GEGEN) | BIT(RECHTSCHREIBUNG), cmd_pruefen},
	{"setzen", "DATEI…", "setzt Dokumente als barrierefreies PDF oder HTML",
		"Prüft und setzt; bei einem Fehler wird nichts geschrieben, ein früheres PDF bleibt stehen. Ohne -o "
		"entsteht "
		"das PDF im aktuellen Ordner; "
		"bei mehreren Dateien muss -o ein Ordner sein. Beispiel: ratssatz setzen -o konzept.pdf "
		"content/musterstadt/konzept-2018/konzept.xml",
		1, -1,
		READING | BIT(OUTPUT) | BIT(DUMP) | BIT(FORMAT) | BIT(OBJEKTSTROEME) | BIT(NOTIZEN) | BIT(DEPS) |
			BIT(GEAENDERTE),
		cmd_setzen},
	{"beobachten", "[DATEI|ORDNER…]", "setzt, was sich ändert, bis man es beendet",
		"Setzt zuerst alles und dann bei jedem Speichern die Dokumente, die von der Datei abhängen; die "
		"Meldungen "
		"erscheinen auf dem Bildschirm. Ein ORDNER steht für alle Dokumente darin, auch für neue; ohne Angabe "
		"gilt content. Ist ein Dokument fehlerhaft, bleibt seine Ausgabe, wie sie war. Strg+C beendet. "
		"Beispiel: "
		"ratssatz beobachten -o out content/musterstadt/konzept-2018",
		0, -1, READING | BIT(OUTPUT) | BIT(FORMAT) | BIT(OBJEKTSTROEME), cmd_beobachten},
	{"fortschreiben", "", "beginnt die nächste Ausgabe eines Konzepts",
		"Übernimmt den Ordner der vorigen Ausgabe als vollständige Quelle der neuen: ids bleiben, jede "
		"Maßnahme, jede "
		"Kennzahl und jedes Diagramm ist neu zu entscheiden. "
		"Was im neuen Ordner schon steht, bleibt unberührt; ein zweiter Aufruf ergänzt nur, was fehlt. "
		"Beispiel: ratssatz fortschreiben --von content/musterstadt/konzept-2018 --nach "
		"content/musterstadt/konzept-2020",
		0, 0, READING | BIT(VON) | BIT(NACH) | BIT(EDITION), cmd_fortschreiben},
	{"stand", "KONZEPT", "zeigt, was bei einer Fortschreibung noch zu entscheiden ist",
		"Zählt die entschiedenen Punkte und nennt die offenen nach Stellen: als Text, als JSON oder mit "
		"--format pdf "
		"als Arbeitsblatt zum Ausfüllen. "
		"Beispiel: ratssatz stand --stelle fd-soziales --format pdf -o arbeitsblatt.pdf "
		"content/musterstadt/konzept-2020",
		1, 1, READING | BIT(OUTPUT) | BIT(FORMAT) | BIT(STELLE) | BIT(JSON), cmd_stand},
	{"aufnehmen", "DATEI…", "nimmt Dokumente in das Register auf und gibt Drucksachennummern",
		"Verzeichnis, Konzepte, Sitzungen und Vorlagen in beliebiger Reihenfolge. Alle werden geprüft; bei "
		"einem "
		"Fehler bleibt das Register, wie es war. Eine Vorlage ohne Nummer "
		"bekommt die nächste ihres Jahres, sie wird in die Quelle eingetragen. Beispiel: ratssatz aufnehmen "
		"content/musterstadt/sitzungen/*/*.xml",
		1, -1, READING, cmd_aufnehmen},
	{"freigeben", "DATEI…", "gibt aufgenommene Vorlagen und Konzepte frei",
		"Erst freigegebene Vorlagen stehen auf einer Tagesordnung und können ausgegeben werden. Beispiel: "
		"ratssatz "
		"freigeben content/musterstadt/sitzungen/2023-05-31/vorlage-baum.xml",
		1, -1, READING, cmd_freigeben},
	{"ausgeben", "DATEI…", "setzt freigegebene Dokumente und hält die PDF im Register fest",
		"Öffentliche Vorlagen entstehen aus ihrem öffentlichen Auszug, nichtöffentliche kommen in den "
		"Unterordner "
		"intern. Dieselbe Quelle gibt dieselbe Datei und keinen zweiten Eintrag. "
		"Nach der Sitzung geänderte Vorlagen werden nicht ausgegeben. Beispiel: ratssatz ausgeben -o ausgabe "
		"content/musterstadt/sitzungen/2023-05-31/*.xml",
		1, -1, READING | BIT(OUTPUT), cmd_ausgeben},
	{"tagesordnung", "SITZUNG", "stellt Tagesordnung, Bekanntmachung und Sitzungsmappe zusammen",
		"Auf die Tagesordnung kommt jede freigegebene Vorlage, deren Beratungsfolge Gremium und Tag nennt; was "
		"in der "
		"Sitzung steht, verschiebt, setzt ab und ergänzt. "
		"In den Ordner -o kommen bekanntmachung.pdf, tagesordnung-intern.pdf, mappe.pdf, sitzung.ics und, wenn "
		"es "
		"einen nichtöffentlichen Teil gibt, mappe-intern.pdf. "
		"Mit --json und ohne -o erscheint nur die öffentliche Tagesordnung. Beispiel: ratssatz tagesordnung -o "
		"mappe "
		"content/musterstadt/sitzungen/2023-05-31/sitzung.xml",
		1, -1, READING | BIT(OUTPUT) | BIT(BEKANNTGEBEN) | BIT(JSON), cmd_tagesordnung},
	{"ergebnis", "DRUCKSACHE TEXT", "trägt das Ergebnis einer Beratung in die Vorlage ein",
		"Statt der DRUCKSACHE geht die Datei der Vorlage. Beispiel: ratssatz ergebnis 2023/0123 --gremium "
		"integrationsrat --datum 2023-05-31 beschlossen",
		2, 2, READING | BIT(GREMIUM) | BIT(DATUM), cmd_ergebnis},
	{"register", "TUN …", "sieht in das Register und hält es in Ordnung",
		"TUN ist liste [papiere, sitzungen, ausgaben, ausgegeben oder massnahmen], liste --offen (abgegeben, "
		"nicht "
		"quittiert), zeige NUMMER, suche WORT, pruefen, sichern ZIEL, wiederherstellen SICHERUNG oder "
		"neu-aufbauen. "
		"Beispiel: ratssatz register suche Baumpflanzung",
		1, -1, READING | BIT(JSON) | BIT(OFFEN), cmd_register},
	{"abgeben", "", "packt ausgegebene Papiere für das Ratsinformationssystem",
		"In das Paket -o (ein Ordner oder eine Datei mit der Endung .zip) kommen die ausgegebenen PDF, ihre "
		"HTML-Fassung und Quelle, die OParl-Objekte, eine Tabelle, Prüfsummen, ein Manifest und das "
		"Formular der Quittung. Nichtöffentliches kommt in ein zweites Paket, dessen Name auf "
		"-nichtoeffentlich "
		"endet. Dasselbe noch einmal abgegeben ändert nichts. "
		"Beispiel: ratssatz abgeben --sitzung content/musterstadt/sitzungen/2023-05-31/sitzung.xml -o "
		"abgabe.zip",
		0, 0, READING | BIT(OUTPUT) | BIT(SITZUNG) | BIT(DRUCKSACHE) | BIT(XDOMEA) | BIT(BASIS_URL),
		GANZ(cmd_abgeben)},
	{"quittieren", "QUITTUNG", "liest die Antwort des Ratsinformationssystems ins Register ein",
		"QUITTUNG ist das ausgefüllte Formular einer Abgabe, quittung.json oder quittung.csv: je Dokument "
		"Kennung und "
		"Adresse oder der Grund der Ablehnung. Was leer ist, bleibt offen. "
		"Beispiel: ratssatz quittieren --register register.db quittung.csv",
		1, 1, BIT(INHALT) | BIT(MELDUNGEN) | BIT(STRENG) | BIT(STILL) | BIT(REGISTER), cmd_quittieren},
	{"oparl", "TUN", "gibt das Öffentliche des Registers als OParl 1.1 heraus",
		"TUN ist exportieren oder dienen. exportieren schreibt alle öffentlichen Objekte, Listen und Dateien "
		"in den "
		"Ordner -o, den jeder Webserver ausliefern kann; eine frühere Ausgabe dort wird ersetzt. "
		"dienen gibt dasselbe unter denselben Adressen unmittelbar aus dem Register heraus, bis SIGTERM oder "
		"Strg+C "
		"es beendet; es liest nur. "
		"Beispiel: ratssatz oparl exportieren --basis-url https://ratsinfo.example.org/oparl -o oparl. "
		"Beispiel: "
		"ratssatz oparl dienen --register register.db --port 8980",
		1, 1, READING | BIT(OUTPUT) | BIT(BASIS_URL) | BIT(ADRESSE) | BIT(PORT) | BIT(DATEIEN),
		GANZ(cmd_oparl)},
	{"nachweis", "PDF…", "sagt, welches Dokument ein PDF ist und ob es unverändert ist",
		"Vergleicht die Datei und die Quelle, die ihr beiliegt, mit dem Register. Rückgabewert 0, wenn sie "
		"unverändert ist, sonst 1. Beispiel: ratssatz nachweis vorlage.pdf",
		1, -1, READING | BIT(JSON), cmd_nachweis},
	{"vergleiche", "ALT NEU", "stellt zwei Ausgaben gegenüber: Synopse, Änderungsfassung oder Text",
		"Verglichen wird nach den ids, nicht nach Zeilen: Verschobenes gilt nicht als gestrichen und neu. Ohne "
		"-o "
		"erscheinen die Änderungen als Text; mit -o entsteht eine Synopse als PDF, HTML oder JSON, "
		"mit --redline die neue Ausgabe mit markierten Einfügungen, Streichungen und Verschiebungen. "
		"Beispiel: ratssatz vergleiche -o synopse.pdf content/musterstadt/konzept-2018 "
		"content/musterstadt/konzept-2019",
		2, 2,
		READING | BIT(OUTPUT) | BIT(VERGLEICH) | BIT(REDLINE) | BIT(DUMP) | BIT(OBJEKTSTROEME) | BIT(DEPS) |
			BIT(GEAENDERTE),
		cmd_vergleiche},
	{"erklaere", "CODE…", "erklärt das Kürzel einer Meldung",
		"Sagt zu einem Kürzel in eckigen Klammern, was es bedeutet und was zu tun ist. Ohne CODE werden alle "
		"genannt. "
		"Beispiel: ratssatz erklaere SUMME",
		0, -1, 0, cmd_erklaere},
	{"referenz", "TEIL", "schreibt einen Nachschlageteil des Handbuchs als XML",
		"TEIL ist elemente, meldungen, befehle, man oder bash. Die Teile entstehen aus Schema, Regeltabelle "
		"und "
		"Befehlstabelle und veralten deshalb nicht. "
		"Beispiel: ratssatz referenz man > ratssatz.1",
		1, 1, BIT(OUTPUT), cmd_referenz},
	{0},
};

static const struct cmd *find(const char *name)
{
	for (const struct cmd *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

static bool is_help(const char *s)
{
	return !strcmp(s, "--hilfe") || !strcmp(s, "--help") || !strcmp(s, "-h") || !strcmp(s, "hilfe");
}

/* SOURCE_DATE_EPOCH; -1: not said. */
static int64_t epoch(void)
{
	const char *s = getenv("SOURCE_DATE_EPOCH");
	char *end;
	long long t = s && *s ? strtoll(s, &end, 10) : -1;
	return t >= 0 && !*end && t <= 253402300799LL ? t : -1;
}

static int hand_on(char **argv)
{
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	struct mem *m = mem_new();
	exe[n > 0 ? n : 0] = '\0';
	char *whole = file_join(m, file_dir(m, exe), "ratssatz-ganz");
	execv(whole, argv);
	fprintf(stderr,
		"ratssatz: Fehler: Das Programm %s fehlt; es gehört zur Installation, bitte mit „make install“ "
		"einrichten [DATEI]\n",
		whole);
	mem_free(m);
	return CMD_SYSTEM;
}

static int run(const struct cmd *c, int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (is_help(argv[i])) {
			cmd_help(stdout, commands, c);
			return CMD_FINE;
		}
	if (!c->run)
		return hand_on(argv - 2);
	struct mem *m = mem_new();
	int64_t said = epoch();                            /* the only look at the clock */
	struct cmd_args a = {.commands = commands,
		.arg = MEM_ARRAY(m, const char *, argc + 1),
		.now = said < 0 ? (int64_t)time(NULL) : said,
		.epoch = date_from_days((int32_t)((said < 0 ? 0 : said) / 86400))};
	int status = cmd_parse(&a, c, argc, argv) ? c->run(&a) : CMD_USAGE;
	mem_free(m);
	return status;
}

int main(int argc, char **argv)
{
	signal(SIGXFSZ, SIG_IGN);                      /* a file-size limit is told like a full disk */
	mallopt(M_TRIM_THRESHOLD, 64 << 20);       /* what one document gives back the next one takes, not the system */
	mallopt(M_MMAP_THRESHOLD, 4 << 20);
	if (argc < 2) {
		cmd_help(stderr, commands, NULL);
		return CMD_USAGE;
	}
	if (is_help(argv[1])) {
		cmd_help(stdout, commands, argc > 2 ? find(argv[2]) : NULL);
		return CMD_FINE;
	}
	if (!strcmp(argv[1], "--version")) {
		puts(version_program);
		return CMD_FINE;
	}
	const struct cmd *c = find(argv[1]);
	if (!c)
		return cmd_usage("Den Befehl „%s“ gibt es nicht; die Befehle nennt ratssatz --hilfe", argv[1]);
	int status = run(c, argc - 2, argv + 2);
	if (fflush(stdout) || ferror(stdout)) {
		fputs("ratssatz: Fehler: Die Ausgabe lässt sich nicht schreiben; ist der Datenträger voll? [DATEI]\n",
			stderr);
		return CMD_SYSTEM;
	}
	return status;
}
