/* ergebnis.c: what a body decided, into paper and register. */
#include <string.h>

#include "base/u8.h"
#include "cli/run.h"
#include "office/result.h"

int cmd_ergebnis(const struct cmd_args *a)
{
	struct off_result w = {.paper = a->arg[0], .gremium = a->opt[CMD_O_GREMIUM], .text = a->arg[1],
		.session = a->opt[CMD_O_SITZUNG], .role = a->opt[CMD_O_ROLLE]};
	if (!w.gremium || !a->opt[CMD_O_DATUM])
		return cmd_usage("ratssatz ergebnis braucht --gremium KENNUNG und --datum TAG");
	if (!date_parse(&w.day, a->opt[CMD_O_DATUM]) || !w.day.day)
		return cmd_usage("--datum „%s“ ist kein Tag; erwartet wird jjjj-mm-tt", a->opt[CMD_O_DATUM]);
	if (!*w.text || !u8_valid(w.text, strlen(w.text)))
		return cmd_usage("Der Text des Ergebnisses fehlt oder ist kein UTF-8");
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	off_enter_result(o, &w, d);
	cmd_office_end(o);
	return cmd_finish(&d, 1, a);
}
