/* main.c: finds the command and runs it. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "cli/cli.h"

#define BIT(o) (1u << CMD_O_##o)
#define READING (BIT(INHALT) | BIT(VORLAGEN) | BIT(MELDUNGEN) | BIT(STRENG) | BIT(STILL))

const struct cmd cmd_commands[] = {
	{"neu", "ART ORT", "beginnt ein Dokument mit einem gültigen Gerüst",
	 "ART ist konzept, kapitel, handlungsfeld, massnahme oder verzeichnis. Das Gerüst geht auf die Standardausgabe oder mit -o in eine Datei; "
	 "eine vorhandene Datei wird nicht überschrieben. Beispiel: ratssatz neu konzept musterstadt -o content/musterstadt/konzept-neu/konzept.xml",
	 2, 2, BIT(OUTPUT) | BIT(VORLAGEN), cmd_neu},
	{"pruefen", "DATEI…", "prüft Dokumente, ohne etwas zu schreiben",
	 "Geht durch alle Stufen außer dem Schreiben und meldet alles, was setzen auch melden würde. "
	 "Statt einer DATEI geht ein Ordner (gemeint ist die Hauptdatei darin) oder `-` für die Standardeingabe. Beispiel: ratssatz pruefen content/musterstadt/konzept-2018",
	 1, -1, READING, cmd_pruefen},
	{"setzen", "DATEI…", "setzt Dokumente als barrierefreies PDF",
	 "Prüft und setzt; bei einem Fehler wird nichts geschrieben, ein früheres PDF bleibt stehen. Ohne -o entsteht das PDF im aktuellen Ordner; "
	 "bei mehreren Dateien muss -o ein Ordner sein. Beispiel: ratssatz setzen -o konzept.pdf content/musterstadt/konzept-2018/konzept.xml",
	 1, -1, READING | BIT(OUTPUT) | BIT(DUMP) | BIT(FORMAT) | BIT(OBJEKTSTROEME), cmd_setzen},
	{"erklaere", "CODE…", "erklärt das Kürzel einer Meldung",
	 "Sagt zu einem Kürzel in eckigen Klammern, was es bedeutet und was zu tun ist. Ohne CODE werden alle genannt. Beispiel: ratssatz erklaere SUMME",
	 0, -1, 0, cmd_erklaere},
	{"referenz", "TEIL", "schreibt einen Nachschlageteil des Handbuchs als XML",
	 "TEIL ist elemente, meldungen, befehle, man oder bash. Die Teile entstehen aus Schema, Regeltabelle und Befehlstabelle und veralten deshalb nicht. "
	 "Beispiel: ratssatz referenz man > ratssatz.1",
	 1, 1, BIT(OUTPUT), cmd_referenz},
	{0},
};

static const struct cmd *find(const char *name)
{
	for (const struct cmd *c = cmd_commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

static bool is_help(const char *s)
{
	return !strcmp(s, "--hilfe") || !strcmp(s, "--help") || !strcmp(s, "-h") || !strcmp(s, "hilfe");
}

static int run(const struct cmd *c, int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (is_help(argv[i])) {
			cmd_help(stdout, c);
			return CMD_FINE;
		}
	struct mem *m = mem_new();
	struct cmd_args a = {.arg = MEM_ARRAY(m, const char *, argc + 1)};
	int status = cmd_parse(&a, c, argc, argv) ? c->run(&a) : CMD_USAGE;
	mem_free(m);
	return status;
}

int main(int argc, char **argv)
{
	signal(SIGXFSZ, SIG_IGN);                      /* a file-size limit is told like a full disk */
	if (argc < 2) {
		cmd_help(stderr, NULL);
		return CMD_USAGE;
	}
	if (is_help(argv[1])) {
		cmd_help(stdout, argc > 2 ? find(argv[2]) : NULL);
		return CMD_FINE;
	}
	if (!strcmp(argv[1], "--version")) {
		puts("ratssatz " RATSSATZ_VERSION);
		return CMD_FINE;
	}
	const struct cmd *c = find(argv[1]);
	if (!c)
		return cmd_usage("Den Befehl „%s“ gibt es nicht; die Befehle nennt ratssatz --hilfe", argv[1]);
	int status = run(c, argc - 2, argv + 2);
	if (fflush(stdout) || ferror(stdout)) {
		fputs("ratssatz: Fehler: Die Ausgabe lässt sich nicht schreiben; ist der Datenträger voll? [DATEI]\n", stderr);
		return CMD_SYSTEM;
	}
	return status;
}
