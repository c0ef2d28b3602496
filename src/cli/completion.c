/* completion.c: completion for zsh and fish, from the tables of commands and options. */
#include <string.h>

#include "cli/command.h"
#include "cli/reference.h"

/* Between single quotes; what zsh takes for something else in a specification is marked. */
static void put_quoted(struct buf *b, const char *s, const char *marked)
{
	for (; *s; s++) {
		if (*s == '\'')
			buf_str(b, "'\\''");
		else if (strchr(marked, *s))
			buf_fmt(b, "\\%c", *s);
		else
			buf_chr(b, *s);
	}
}

static void put_choices(struct buf *b, const char *choices)
{
	for (; choices && *choices; choices++)
		buf_chr(b, *choices == '|' ? ' ' : *choices);
}

static void zsh_option(struct buf *b, const struct cmd_option *o)
{
	buf_fmt(b, "\t\t'%s%s[", o->name, o->value ? "=" : "");
	put_quoted(b, o->text, "[]:\\");
	buf_chr(b, ']');
	if (o->value) {
		buf_fmt(b, ":%s:", o->value);
		if (o->choices) {
			buf_chr(b, '(');
			put_choices(b, o->choices);
			buf_chr(b, ')');
		} else {
			buf_str(b, "_files");
		}
	}
	buf_str(b, "' \\\n");
}

void ref_zsh(struct buf *b, const struct cmd *all)
{
	buf_str(b, "#compdef ratssatz\n_ratssatz() {\n\tlocal -a befehle\n\tbefehle=(\n");
	for (const struct cmd *c = all; c->name; c++) {
		buf_fmt(b, "\t\t'%s:", c->name);
		put_quoted(b, c->title, "");
		buf_str(b, "'\n");
	}
	buf_str(b, "\t)\n\tif (( CURRENT == 2 )); then\n\t\t_describe 'Befehl' befehle\n\t\treturn\n\tfi\n"
		   "\tlocal befehl=$words[2]\n\tshift words\n\t(( CURRENT-- ))\n\tcase $befehl in\n");
	for (const struct cmd *c = all; c->name; c++) {
		buf_fmt(b, "\t%s)\n\t\t_arguments \\\n", c->name);
		for (int i = 0; i < CMD_OPT_MAX; i++)
			if (c->opts >> i & 1)
				zsh_option(b, &cmd_options[i]);
		if (c->choices) {
			buf_str(b, "\t\t'1:Art:(");
			put_choices(b, c->choices);
			buf_str(b, ")' \\\n");
		}
		buf_str(b, "\t\t'--hilfe[Hilfe]' '*:Datei:_files' ;;\n");
	}
	buf_str(b, "\tesac\n}\n_ratssatz \"$@\"\n");
}

static void fish_option(struct buf *b, const struct cmd *c, const struct cmd_option *o)
{
	buf_fmt(b, "complete -c ratssatz -n '__fish_seen_subcommand_from %s' -l %s", c->name, o->name + 2);
	if (o->letter)
		buf_fmt(b, " -s %c", o->letter);
	if (o->value)
		buf_str(b, " -r");
	if (o->choices) {
		buf_str(b, " -f -a '");
		put_choices(b, o->choices);
		buf_chr(b, '\'');
	}
	buf_str(b, " -d '");
	for (const char *s = o->text; *s; s++) {
		if (*s == '\'' || *s == '\\')
			buf_chr(b, '\\');
		buf_chr(b, *s);
	}
	buf_str(b, "'\n");
}

void ref_fish(struct buf *b, const struct cmd *all)
{
	buf_str(b, "# fish completion for ratssatz\n");
	for (const struct cmd *c = all; c->name; c++) {
		buf_fmt(b, "complete -c ratssatz -n __fish_use_subcommand -f -a %s -d '%s'\n", c->name, c->title);
		if (c->choices) {
			buf_fmt(b, "complete -c ratssatz -n '__fish_seen_subcommand_from %s' -a '", c->name);
			put_choices(b, c->choices);
			buf_str(b, "'\n");
		}
		for (int i = 0; i < CMD_OPT_MAX; i++)
			if (c->opts >> i & 1)
				fish_option(b, c, &cmd_options[i]);
	}
}
