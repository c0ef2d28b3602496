/* help.c: what --hilfe says, from the tables of commands and options. */
#include "cli/command.h"

static void help_command(FILE *f, const struct cmd *c)
{
	fprintf(f, "ratssatz %s [OPTION…] %s\n  %s\n\n%s\n", c->name, c->args, c->title, c->text);
	if (c->opts)
		fputs("\nOptionen:\n", f);
	for (int i = 0; i < CMD_OPT_MAX; i++) {
		const struct cmd_option *o = &cmd_options[i];
		if (!(c->opts >> i & 1))
			continue;
		fprintf(f, "  %s%c%s%s%s%s\n      %s\n", o->letter ? "-" : "", o->letter ? o->letter : ' ',
			o->letter ? ", " : "", o->name, o->value ? " " : "",
			o->value ? o->choices ? o->choices : o->value : "", o->text);
	}
}

void cmd_help(FILE *f, const struct cmd *all, const struct cmd *c)
{
	if (c) {
		help_command(f, c);
		return;
	}
	fputs("ratssatz: aus strukturiertem XML geprüfte, barrierefreie Dokumente der Verwaltung\n\nratssatz BEFEHL "
	      "[OPTION…] …\n\n",
		f);
	for (c = all; c->name; c++)
		fprintf(f, "  %-10s %-8s %s\n", c->name, c->args, c->title);
	fputs("\nMehr: ratssatz BEFEHL --hilfe. Rückgabewert: 0 gut, 1 Dokument fehlerhaft (nichts geschrieben), 2 "
	      "Aufruf, 3 System.\n",
		f);
}
