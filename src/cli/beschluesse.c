/* beschluesse.c: what is to be done after decisions. */
#include <stdio.h>
#include <string.h>

#include "base/u8.h"
#include "cli/print.h"
#include "cli/run.h"
#include "office/tasks.h"

static int list(const struct cmd_args *a, const struct office *o, const struct off_tasks_wanted *w, struct diag *d)
{
	struct cmd_table *t = cmd_table_new(a->opt[CMD_O_JSON] ? CMD_AS_JSON
		: a->opt[CMD_O_CSV]                            ? CMD_AS_CSV
		: a->opt[CMD_O_BREIT]                          ? CMD_WIDE
							       : CMD_NARROW);
	off_tasks(o, w, cmd_table_row, t, d);
	cmd_table_end(t, "Es gibt keinen Auftrag.", d);
	return CMD_FINE;
}

static int report(const struct cmd_args *a, const struct office *o, struct diag *d)
{
	struct off_report r = {.gremium = a->opt[CMD_O_GREMIUM], .stelle = a->opt[CMD_O_STELLE],
		.target = a->opt[CMD_O_OUTPUT] ? a->opt[CMD_O_OUTPUT] : "."};
	char rest;
	if (sscanf(a->opt[CMD_O_BERICHT], "%4d-%1d%c", &r.year, &r.quarter, &rest) != 2 || r.year < 1000 ||
		r.quarter < 1 ||
		r.quarter > 4)
		return cmd_usage("--bericht „%s“ ist kein Quartal; erwartet wird jjjj-1 bis "
			"jjjj-4", a->opt[CMD_O_BERICHT]);
	if (date_cmp((struct date){(int16_t)r.year, (int8_t)(3 * r.quarter - 2), 1}, off_today(o->now)) > 0)
		return cmd_usage("--bericht „%s“: dieses Quartal hat noch nicht begonnen; erwartet wird das laufende "
			"oder eines davor", a->opt[CMD_O_BERICHT]);
	if (!r.gremium || !r.stelle)
		return cmd_usage("--bericht braucht --gremium KENNUNG und --stelle KENNUNG: wem und von wem berichtet "
			"wird");
	if (a->opt[CMD_O_DATUM] && (!date_parse(&r.session, a->opt[CMD_O_DATUM]) || !r.session.day))
		return cmd_usage("--datum „%s“ ist kein Tag; erwartet wird jjjj-mm-tt", a->opt[CMD_O_DATUM]);
	off_report(o, &r, d);
	return CMD_FINE;
}

static int state(const struct cmd_args *a, const struct office *o, struct diag *d)
{
	struct off_state s = {.id = a->opt[CMD_O_AUFTRAG], .zustand = a->opt[CMD_O_ZUSTAND],
		.text = a->opt[CMD_O_MELDUNG],
		.day = off_today(a->now)};
	if (!s.zustand)
		return cmd_usage("--auftrag braucht --zustand");
	if (s.text && (!*s.text || !u8_valid(s.text, strlen(s.text))))
		return cmd_usage("Der Text der Meldung fehlt oder ist kein UTF-8");
	if (a->opt[CMD_O_DATUM] && (!date_parse(&s.day, a->opt[CMD_O_DATUM]) || !s.day.day))
		return cmd_usage("--datum „%s“ ist kein Tag; erwartet wird jjjj-mm-tt", a->opt[CMD_O_DATUM]);
	off_set_state(o, &s, d);
	return CMD_FINE;
}

/* Where nothing is written, a place to write to is a mistake. */
static bool writes(const struct cmd_args *a)
{
	return a->opt[CMD_O_BERICHT] || (a->opt[CMD_O_FAELLIG] && !a->opt[CMD_O_AUFTRAG]);
}

static int run(const struct cmd_args *a, const struct office *o, struct diag *d)
{
	struct off_tasks_wanted w = {
		.gremium = a->opt[CMD_O_GREMIUM], .stelle = a->opt[CMD_O_STELLE], .zustand = a->opt[CMD_O_ZUSTAND]};
	if (a->opt[CMD_O_OUTPUT] && !writes(a))
		return cmd_usage("-o geht nur mit --faellig (Entwürfe von E-Mails) oder mit --bericht; eine Liste geht "
			"mit --csv > DATEI oder --json > DATEI in eine Datei");
	if (a->opt[CMD_O_BERICHT])
		return report(a, o, d);
	if (a->opt[CMD_O_AUFTRAG])
		return state(a, o, d);
	if (a->opt[CMD_O_FAELLIG])
		w.due = off_today(a->now);
	if (a->opt[CMD_O_FAELLIG] && a->opt[CMD_O_OUTPUT]) {
		off_remind(o, &w, a->opt[CMD_O_OUTPUT], d);
		return CMD_FINE;
	}
	return list(a, o, &w, d);
}

int cmd_beschluesse(const struct cmd_args *a)
{
	struct diag *d = diag_new();
	struct office *o = cmd_office(a);
	int status = run(a, o, d);
	cmd_office_end(o);
	if (status == CMD_FINE)
		return cmd_finish(&d, 1, a);
	diag_free(d);
	return status;
}
