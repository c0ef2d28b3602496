/* fortschreiben.c: begins the next edition of a Konzept, or adds what it lacks. */
#include <string.h>

#include "cli/run.h"
#include "office/advance.h"

static const char *year_at_end(const char *path)
{
	size_t n = strlen(path);
	while (n && path[n - 1] == '/')
		n--;
	bool four = n >= 4 && strspn(path + n - 4, "0123456789") >= 4;
	return four && (n == 4 || path[n - 5] < '0' || path[n - 5] > '9') ? path + n - 4 : NULL;
}

static const char *edition_of(struct mem *m, const struct cmd_args *a)
{
	const char *given = a->opt[CMD_O_EDITION], *year = given ? given : year_at_end(a->opt[CMD_O_NACH]);
	if (!year || strspn(year, "0123456789") < 4 || (given && strlen(given) != 4))
		return NULL;
	return mem_str(m, year, 4);
}

int cmd_fortschreiben(const struct cmd_args *a)
{
	struct off_advance wanted = {.from = a->opt[CMD_O_VON], .to = a->opt[CMD_O_NACH]};
	if (!wanted.from || !wanted.to)
		return cmd_usage("ratssatz fortschreiben braucht --von ORDNER und --nach ORDNER");
	if (a->opt[CMD_O_FORMAT] && !a->opt[CMD_O_BOEGEN])
		return cmd_usage("--format sagt bei fortschreiben, was an den E-Mail-Entwürfen der Bögen hängt, und "
			"gilt nur mit --boegen ORDNER");
	if (!cmd_sheet_format(a))
		return CMD_USAGE;
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	wanted.edition = edition_of(m, a);
	int status = wanted.edition ? CMD_FINE
		: cmd_usage("Welches Jahr die neue Ausgabe trägt, ist nicht zu erkennen; bitte den Ordner zum Beispiel "
			    "konzept-2020 nennen oder --edition 2020 angeben");
	struct office *o = status ? NULL : cmd_office(a);
	if (o)
		off_advance(o, &wanted, d);
	if (o && a->opt[CMD_O_BOEGEN] && !diag_status(d))
		cmd_sheets(o, a, wanted.to, d);
	cmd_office_end(o);
	int told = cmd_finish(&d, 1, a);
	mem_free(m);
	return status ? status : told;
}
