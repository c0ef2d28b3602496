/* args.c: the words of a call. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/crew.h"
#include "cli/command.h"

const struct cmd_option cmd_options[CMD_OPT_MAX] = {
#define OPTION(id, name, letter, value, choices, text) [CMD_O_##id] = {name, letter, value, choices, text},
#include "cli/options.def"
#undef OPTION
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

/* Calls that were written down while the look of a town was called "Vorlage", as a paper is, go on working. */
static const char *today(const char *arg, size_t *n)
{
	static const char former[] = "--vorlagen", now[] = "--gestaltung";
	if (*n != strlen(former) || strncmp(arg, former, *n) != 0)
		return arg;
	*n = strlen(now);
	return now;
}

static int find(const char *arg, cmd_opts opts)
{
	size_t n = strcspn(arg, "=");
	arg = today(arg, &n);
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

/* "a|b|c" as it is said: "a, b oder c". */
static char *in_words(const char *choices)
{
	struct buf b = {0};
	const char *last = strrchr(choices, '|');
	for (const char *p = choices; *p; p++)
		if (*p != '|')
			buf_chr(&b, *p);
		else
			buf_str(&b, p == last ? " oder " : ", ");
	return b.data;                                     /* freed by the caller */
}

static bool take_arguments(const struct cmd_args *a, const struct cmd *c)
{
	if (a->nargs < c->least || (c->most >= 0 && a->nargs > c->most)) {
		cmd_usage("ratssatz %s erwartet: %s; mehr mit ratssatz %s --hilfe", c->name, c->args, c->name);
		return false;
	}
	if (!c->choices || !a->nargs || allowed(c->choices, a->arg[0]))
		return true;
	char *words = in_words(c->choices);
	cmd_usage("„%s“ gibt es nicht; möglich ist %s", a->arg[0], words);
	free(words);
	return false;
}

enum { MIB_MOST = 16384 };

/* A number of an option; 0: not given. False: told. */
static bool take_number(const struct cmd_args *a, enum cmd_opt o, int most, int *n)
{
	const char *s = a->opt[o];
	char *end = NULL;
	long v = s ? strtol(s, &end, 10) : 0;
	*n = (int)v;
	if (!s || (v >= 1 && v <= most && !*end))
		return true;
	cmd_usage("%s „%s“ geht nicht; erwartet wird eine Zahl von 1 bis %d", cmd_options[o].name, s, most);
	return false;
}

static bool take_numbers(struct cmd_args *a)
{
	if (!take_number(a, CMD_O_KERNE, CREW_MOST, &a->cores) || !take_number(a, CMD_O_GRENZE, MIB_MOST, &a->mib))
		return false;
	if (!a->cores)
		a->cores = crew_processors();
	return true;
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
	return take_arguments(a, c) && take_numbers(a);
}
