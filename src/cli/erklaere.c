/* erklaere.c: tells more about the codes of messages. */
#include "cli/messages.h"
#include "cli/print.h"

static void print_code(const struct diag_code *c)
{
	static const char *const sev[] = {"aus", "Hinweis", "Abweichung", "Warnung", "Fehler", "Systemfehler"};
	const int at = printf("%s (%s): ", c->code, sev[c->sev]);
	cmd_wrap(stdout, c->title, 2, at > 0 ? (size_t)at : 0);
	cmd_wrap(stdout, c->text, 0, 0);
}

static void print_title(void *unused, const struct diag_code *c)
{
	(void)unused;
	printf("%-14s %s\n", c->code, c->title);       /* a line each, as scripts read it */
}

int cmd_erklaere(const struct cmd_args *a)
{
	int status = CMD_FINE;
	if (!a->nargs)
		cmd_each_code(print_title, NULL);
	for (int i = 0; i < a->nargs; i++) {
		const struct diag_code *c = cmd_code(a->arg[i]);
		if (i)
			putchar('\n');
		if (c)
			print_code(c);
		else
			status = cmd_usage("Das Kürzel „%s“ gibt es nicht; alle nennt ratssatz erklaere", a->arg[i]);
	}
	return status;
}
