/* help.c: what --hilfe says, from the tables of commands and options. */
#include "cli/command.h"
#include "cli/print.h"

static void help_command(FILE *f, const struct cmd *c)
{
	fprintf(f, "ratssatz %s [OPTION…]%s%s\n  ", c->name, *c->args ? " " : "", c->args);
	cmd_wrap(f, c->title, 2, 2);
	fputc('\n', f);
	cmd_wrap(f, c->text, 0, 0);
	if (c->opts)
		fputs("\nOptionen:\n", f);
	for (int i = 0; i < CMD_OPT_MAX; i++) {
		const struct cmd_option *o = &cmd_options[i];
		if (!(c->opts >> i & 1))
			continue;
		fprintf(f, "  %s%c%s%s%s%s\n      ", o->letter ? "-" : "", o->letter ? o->letter : ' ',
			o->letter ? ", " : "", o->name, o->value ? " " : "",
			o->value ? o->choices ? o->choices : o->value : "");
		cmd_wrap(f, o->text, 6, 6);
	}
}

void cmd_help(FILE *f, const struct cmd *all, const struct cmd *c)
{
	if (c) {
		help_command(f, c);
		return;
	}
	cmd_wrap(f, "ratssatz: aus strukturiertem XML geprüfte, barrierefreie Dokumente der Verwaltung", 0, 0);
	fputs("\nratssatz BEFEHL [OPTION…] …\n\n", f);
	for (c = all; c->name; c++) {
		fprintf(f, "  %s%s%s\n      ", c->name, *c->args ? " " : "", c->args);
		cmd_wrap(f, c->title, 6, 6);
	}
	fputc('\n', f);
	cmd_wrap(f, "Mehr: ratssatz BEFEHL --hilfe. Rückgabewert: 0 gut, 1 Dokument fehlerhaft (nichts geschrieben), "
		    "2 Aufruf, 3 System.", 0, 0);
}
