/* ergebnis.c: what a body decided, into paper and register. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "cli/run.h"
#include "office/result.h"

static bool is_text(const char *s)
{
	return *s && u8_valid(s, strlen(s));
}

/* -1: unsaid; -2: no number of votes */
static int number(const char *s)
{
	if (!s)
		return -1;
	return *s && strlen(s) <= 3 && strspn(s, "0123456789") == strlen(s) ? atoi(s) : -2;
}

static bool votes(const struct cmd_args *a, struct off_result *w)
{
	static const int of[DOC_STIMMEN_MAX] = {CMD_O_JA, CMD_O_NEIN, CMD_O_ENTHALTUNG, CMD_O_UNGUELTIG,
		CMD_O_NICHT_BETEILIGT};
	int said = 0, unsaid = 0;
	for (int k = 0; k < DOC_STIMMEN_MAX; k++) {
		w->zahl[k] = number(a->opt[of[k]]);
		said += w->zahl[k] >= 0;
		unsaid += w->zahl[k] == -1;
	}
	const bool all = w->zahl[DOC_JA] >= 0 && w->zahl[DOC_NEIN] >= 0 && w->zahl[DOC_ENTHALTUNG] >= 0;
	return said + unsaid == DOC_STIMMEN_MAX && (all || !said);
}

int cmd_ergebnis(const struct cmd_args *a)
{
	struct off_result w = {.paper = a->arg[0], .gremium = a->opt[CMD_O_GREMIUM], .ergebnis = a->arg[1],
		.zusatz = a->opt[CMD_O_ZUSATZ], .stich = a->opt[CMD_O_STICHENTSCHEID],
		.nummer = a->opt[CMD_O_BESCHLUSSNUMMER], .berichtigen = a->opt[CMD_O_BERICHTIGEN] != NULL,
		.session = a->opt[CMD_O_SITZUNG], .role = a->opt[CMD_O_ROLLE]};
	if (!w.gremium || !a->opt[CMD_O_DATUM])
		return cmd_usage("ratssatz ergebnis braucht --gremium KENNUNG und --datum TAG");
	if (!date_parse(&w.day, a->opt[CMD_O_DATUM]) || !w.day.day)
		return cmd_usage("--datum „%s“ ist kein Tag; erwartet wird jjjj-mm-tt", a->opt[CMD_O_DATUM]);
	if (!is_text(w.ergebnis) || (w.zusatz && !is_text(w.zusatz)) || (w.nummer && !is_text(w.nummer)))
		return cmd_usage("Der Text des Ergebnisses fehlt oder ist kein UTF-8");
	if (!votes(a, &w))
		return cmd_usage("Von --ja, --nein und --enthaltung braucht es alle 3 mit einer Zahl von 0 bis 999 "
			"oder keines; --ungueltig und --nicht-beteiligt gibt es nur zu ihnen");
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	off_enter_result(o, &w, d);
	cmd_office_end(o);
	return cmd_finish(&d, 1, a);
}
