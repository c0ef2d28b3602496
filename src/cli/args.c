/* args.c: the option table, parsing. */
#include <stdarg.h>
#include <string.h>

#include "cli/cli.h"

const struct cmd_option cmd_options[CMD_OPT_MAX] = {
	[CMD_O_OUTPUT] = {"--ausgabe", 'o', "ZIEL", NULL, "Datei oder vorhandener Ordner, in den geschrieben wird"},
	[CMD_O_DUMP] = {"--dump", 0, "WAS", "blocks|tags|pages|lines|vorlesen|doc",
		"statt eines PDF: Blockbaum, Strukturbaum, Seiten, Zeilen, Vorlesetext oder Dokumentbaum auf der "
		"Standardausgabe"},
	[CMD_O_FORMAT] = {"--format", 0, "ART", "pdf|html|text|json",
		"Art der Ausgabe: setzen macht pdf oder html (eine barrierefreie Datei, die für sich allein steht), "
		"stand macht text, json oder pdf"},
	[CMD_O_MELDUNGEN] = {"--meldungen", 0, "ART", "text|json|sarif",
		"Form der Meldungen: Zeilen für Menschen, ein JSON-Objekt je Zeile oder SARIF 2.1.0 für Editoren und "
		"CI"},
	[CMD_O_STRENG] = {"--streng", 0, NULL, NULL, "Warnungen zählen wie Fehler (Rückgabewert 1)"},
	[CMD_O_STILL] = {"--still", 'q', NULL, NULL, "nichts sagen als Meldungen"},
	[CMD_O_INHALT] = {"--inhalt", 0, "ORDNER", NULL,
		"Wurzel der Inhalte; darin liegt <ort>/verzeichnis.xml (sonst $RATSSATZ_INHALT, sonst der nächste "
		"Ordner über der Datei, sonst ./content)"},
	[CMD_O_VORLAGEN] = {"--vorlagen", 0, "ORDNER", NULL,
		"Ordner der Vorlagen (sonst $RATSSATZ_VORLAGEN, sonst die mitgelieferten, sonst templates neben den "
		"Inhalten, sonst ./templates)"},
	[CMD_O_UNTER] = {"--unter", 0, "ORDNER", NULL,
		"Ordner, in dem templates und content angelegt werden (sonst der aktuelle)"},
	[CMD_O_REGISTER] = {"--register", 0, "DATEI", NULL,
		"das Register (sonst $RATSSATZ_REGISTER, sonst register.db im Ordner des Ortes)"},
	[CMD_O_JSON] = {"--json", 0, NULL, NULL, "JSON auf der Standardausgabe statt einer Tabelle"},
	[CMD_O_GREMIUM] = {"--gremium", 0, "KENNUNG", NULL, "das Gremium, wie es in verzeichnis.xml heißt (id)"},
	[CMD_O_DATUM] = {"--datum", 0, "TAG", NULL, "der Sitzungstag als jjjj-mm-tt"},
	[CMD_O_BEKANNTGEBEN] = {"--bekanntgeben", 0, NULL, NULL,
		"die Tagesordnung gilt als bekannt gemacht: Nummern und Dateien werden im Register festgehalten"},
	[CMD_O_NOTIZEN] = {"--notizen", 0, NULL, NULL,
		"eine Präsentation als Handzettel: jede Folie auf einer Seite A4, darunter ihre Notizen"},
	[CMD_O_VERGLEICH] = {"--format", 0, "ART", "text|json|html|pdf",
		"Art der Gegenüberstellung; sonst entscheidet die Endung der Datei von -o, ohne -o erscheint Text"},
	[CMD_O_REDLINE] = {"--redline", 0, NULL, NULL, "statt der Synopse die neue Ausgabe mit markierten Änderungen"},
	[CMD_O_DEPS] = {"--deps", 0, NULL, NULL,
		"zu jeder Ausgabe eine Datei mit der Endung .d in den Ordner .d daneben legen: wovon sie abhängt, "
		"als Regel für make"},
	[CMD_O_GEAENDERTE] = {"--nur-geaenderte", 0, NULL, NULL,
		"nur setzen, wovon sich seit der letzten Ausgabe etwas geändert hat; was das ist, steht im Ordner .d "
		"daneben, der dabei entsteht"},
	[CMD_O_BASIS_URL] = {"--basis-url", 0, "ADRESSE", NULL,
		"wo die OParl-Schnittstelle im Netz steht (sonst <oparl basis> im Verzeichnis, sonst "
		"http://localhost:8980)"},
	[CMD_O_ADRESSE] = {"--adresse", 0, "ADRESSE", NULL,
		"worauf der Server horcht (sonst 127.0.0.1, also nur dieser Rechner)"},
	[CMD_O_PORT] = {"--port", 0, "ZAHL", NULL,
		"der Port des Servers (sonst 8980); 0 nimmt einen freien und nennt ihn"},
	[CMD_O_DATEIEN] = {"--dateien", 0, "ORDNER", NULL,
		"der Ordner, unter dem der Server Dateien lesen darf (sonst der, in dem Register und ausgegebene "
		"Dateien liegen)"},
	[CMD_O_SITZUNG] = {"--sitzung", 0, "DATEI", NULL, "die Sitzung, deren ausgegebene Papiere gemeint sind"},
	[CMD_O_DRUCKSACHE] = {"--drucksache", 0, "NUMMER", NULL, "die eine Vorlage, die gemeint ist"},
	[CMD_O_XDOMEA] = {"--xdomea", 0, NULL, NULL,
		"dazu eine Nachricht nach xdomea 3.0.0 für das Dokumentenmanagement, in einem eigenen Paket daneben"},
	[CMD_O_OFFEN] = {"--offen", 0, NULL, NULL, "mit liste: was abgegeben, aber nicht quittiert ist"},
	[CMD_O_VON] = {"--von", 0, "ORDNER", NULL, "die Ausgabe, die fortgeschrieben wird"},
	[CMD_O_NACH] = {"--nach", 0, "ORDNER", NULL,
		"der Ordner der neuen Ausgabe; endet sein Name mit einem Jahr, ist das die Ausgabe"},
	[CMD_O_EDITION] = {"--edition", 0, "JAHR", NULL, "das Jahr der neuen Ausgabe, wenn der Ordner anders heißt"},
	[CMD_O_STELLE] = {"--stelle", 0, "KENNUNG", NULL,
		"nur was diese Stelle angeht, wie sie in verzeichnis.xml heißt (id)"},
	[CMD_O_GEGEN] = {"--gegen", 0, "VORGAENGER", NULL, "auch prüfen, was erst neben der vorigen Ausgabe auffällt"},
	[CMD_O_RECHTSCHREIBUNG] = {"--rechtschreibung", 0, NULL, NULL,
		"auch die Rechtschreibung prüfen, mit der Wortliste des Ortes (content/<ort>/woerter.txt)"},
	[CMD_O_OBJEKTSTROEME] = {"--objektstroeme", 0, NULL, NULL,
		"PDF mit Objektströmen schreiben: kleiner, etwas langsamer"},
};

int cmd_usage(const char *fmt, ...)
{
	va_list ap;
	fputs("ratssatz: Fehler: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputs(" [AUFRUF]\n", stderr);
	return CMD_USAGE;
}

static bool allowed(const char *choices, const char *value)
{
	size_t n = strlen(value);
	for (const char *p = choices; p; p = strchr(p, '|'), p = p ? p + 1 : NULL)
		if (!strncmp(p, value, n) && (p[n] == '|' || p[n] == '\0'))
			return true;
	return false;
}

static int find(const char *arg, uint64_t opts)
{
	size_t n = strcspn(arg, "=");
	for (int i = 0; i < CMD_OPT_MAX; i++) {
		const struct cmd_option *o = &cmd_options[i];
		bool is_long = strlen(o->name) == n && !strncmp(o->name, arg, n);
		bool is_short = o->letter && arg[1] == o->letter && (arg[2] == '\0' || o->value);
		if (opts >> i & 1 && (is_long || is_short))
			return i;
	}
	return -1;
}

/* The value of an option: after "=", joined to the letter ("-oX"), or the next argument. */
static const char *value_of(const char *arg, const struct cmd_option *o, int *i, int argc, char **argv)
{
	const char *eq = strchr(arg, '=');
	if (arg[1] != '-' && arg[2])
		return arg + 2;
	if (arg[1] == '-' && eq)
		return eq + 1;
	if (*i + 1 < argc)
		return argv[++*i];
	cmd_usage("Nach %s fehlt %s", o->name, o->value);
	return NULL;
}

static bool take_option(struct cmd_args *a, const struct cmd *c, int *i, int argc, char **argv)
{
	const char *arg = argv[*i];
	int k = find(arg, c->opts);
	if (k < 0) {
		cmd_usage("Die Option „%s“ kennt ratssatz %s nicht; mehr mit ratssatz %s --hilfe", arg, c->name,
			c->name);
		return false;
	}
	const struct cmd_option *o = &cmd_options[k];
	if (!o->value) {
		a->opt[k] = "";
		return true;
	}
	const char *v = value_of(arg, o, i, argc, argv);
	if (v && o->choices && !allowed(o->choices, v)) {
		cmd_usage("%s „%s“ gibt es nicht; möglich ist %s", o->name, v, o->choices);
		return false;
	}
	a->opt[k] = v;
	return v != NULL;
}

bool cmd_parse(struct cmd_args *a, const struct cmd *c, int argc, char **argv)
{
	bool options = true;
	for (int i = 0; i < argc; i++) {
		if (options && !strcmp(argv[i], "--"))
			options = false;
		else if (options && argv[i][0] == '-' && argv[i][1]) {
			if (!take_option(a, c, &i, argc, argv))
				return false;
		} else {
			a->arg[a->nargs++] = argv[i];
		}
	}
	if (a->nargs < c->least || (c->most >= 0 && a->nargs > c->most)) {
		cmd_usage("ratssatz %s erwartet: %s; mehr mit ratssatz %s --hilfe", c->name, c->args, c->name);
		return false;
	}
	return true;
}
