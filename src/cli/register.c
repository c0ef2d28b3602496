/* register.c: looking into the register and looking after it. */
#include <string.h>

#include "base/file.h"
#include "cli/print.h"
#include "cli/run.h"
#include "office/intake.h"

struct errand {
	const struct cmd_args *args;
	struct pipe_places places;
	struct mem *mem;
	struct diag *diag;
	const char *path;                              /* of the register */
	struct reg *reg;
};

static const char *operand(const struct errand *w)
{
	return w->args->nargs > 1 ? w->args->arg[1] : NULL;
}

static bool find_register(struct errand *w)
{
	w->path = off_only_register(w->mem, &w->places, w->diag);
	return w->path != NULL;
}

static bool open_to(struct errand *w, bool write)
{
	w->reg = find_register(w) ? reg_open(w->path, write, w->diag) : NULL;
	return w->reg != NULL;
}

/* ---- the errands: usage faults are returned, all others are told */

static struct cmd_table *table_for(const struct errand *w)
{
	return cmd_table_new(w->args->opt[CMD_O_JSON]  ? CMD_AS_JSON
		: w->args->opt[CMD_O_CSV]              ? CMD_AS_CSV
		: w->args->opt[CMD_O_BREIT]            ? CMD_WIDE
						       : CMD_NARROW);
}

static int liste(struct errand *w)
{
	static const char *const names[] = {[REG_LIST_PAPIERE] = "papiere",
		[REG_LIST_SITZUNGEN] = "sitzungen",
		[REG_LIST_ANLAGEN] = "anlagen",
		[REG_LIST_AUSGABEN] = "ausgaben",
		[REG_LIST_AUSGEGEBEN] = "ausgegeben",
		[REG_LIST_MASSNAHMEN] = "massnahmen",
		[REG_LIST_OFFEN] = "offen",
		[REG_LIST_DRAUSSEN] = "draussen"};
	const char *what = operand(w) ? operand(w) : w->args->opt[CMD_O_OFFEN]    ? "offen"
				      : w->args->opt[CMD_O_DRAUSSEN] ? "draussen"
								     : "papiere";
	size_t k = 0;
	while (k < sizeof names / sizeof *names && strcmp(names[k], what))
		k++;
	if (k == sizeof names / sizeof *names || (w->args->opt[CMD_O_OFFEN] && k != REG_LIST_OFFEN))
		return cmd_usage("Die Liste „%s“ gibt es %snicht; möglich ist papiere, sitzungen, anlagen, "
				 "ausgaben, ausgegeben, massnahmen, --offen oder --draussen",
			what, w->args->opt[CMD_O_OFFEN] ? "mit --offen " : "");
	if (open_to(w, false)) {
		struct cmd_table *t = table_for(w);
		reg_list(w->reg, (enum reg_list)k, NULL, cmd_table_row, t, w->diag);
		cmd_table_end(t, "Die Liste ist leer.", w->diag);
	}
	return CMD_FINE;
}

static int zeige(struct errand *w)
{
	if (!operand(w))
		return cmd_usage("ratssatz register zeige erwartet eine Drucksachennummer oder Kennung");
	if (open_to(w, false)) {
		struct cmd_table *t = table_for(w);
		if (!reg_show(w->reg, operand(w), cmd_table_row, t, w->diag) && !diag_status(w->diag))
			diag_error(w->diag, "UNBEKANNT", w->path, 0,
				"„%s“ steht nicht im Register; erwartet wird eine Drucksachennummer oder Kennung, alle "
				"nennt „ratssatz register liste“",
				operand(w));
		cmd_table_end(t, NULL, w->diag);
	}
	return CMD_FINE;
}

static int suche(struct errand *w)
{
	struct buf words = {0};
	for (int i = 1; i < w->args->nargs; i++)
		buf_fmt(&words, "%s%s", i > 1 ? " " : "", w->args->arg[i]);
	int status = words.len ? CMD_FINE : cmd_usage("ratssatz register suche erwartet ein Wort oder mehrere");
	if (words.len && open_to(w, false)) {
		struct cmd_table *t = table_for(w);
		reg_search(w->reg, words.data, cmd_table_row, t, w->diag);
		cmd_table_end(t, "Nichts gefunden.", w->diag);
	}
	buf_free(&words);
	return status;
}

static int pruefen(struct errand *w)
{
	if (open_to(w, false) && reg_check(w->reg, pipe_root(w->mem, &w->places, "."), w->diag) &&
		!diag_status(w->diag) && !w->args->opt[CMD_O_STILL])
		fprintf(stderr, "%s: in Ordnung\n", w->path);
	return CMD_FINE;
}

/* In a folder a backup is named after register and day: one a day, so that it can be made every night. */
static const char *backup_of_today(struct errand *w, const char *folder)
{
	const char *name = file_base(w->path), *dot = strrchr(name, '.');
	struct buf day = {0};
	date_put_iso(&day, off_today(w->args->now));
	return file_join(w->mem, folder, mem_fmt(w->mem, "%.*s-%s.db", (int)(dot ? (size_t)(dot - name) : strlen(name)),
		name, buf_take(&day, w->mem)));
}

static int sichern(struct errand *w)
{
	if (!operand(w))
		return cmd_usage("ratssatz register sichern erwartet den Namen der Sicherung oder einen Ordner");
	bool nightly = file_is_dir(operand(w));
	if (!find_register(w))
		return CMD_FINE;
	const char *target = nightly ? backup_of_today(w, operand(w)) : operand(w);
	if (file_exists(target) && !(nightly && reg_is_register(target)))
		diag_sys(w->diag, "VORHANDEN", target, 0,
			"Die Datei gibt es schon; eine Sicherung wird nicht überschrieben. Bitte einen anderen Namen "
			"wählen");
	else if (open_to(w, false) && reg_backup(w->reg, target, w->diag) && !w->args->opt[CMD_O_STILL])
		fprintf(stderr, "%s: gesichert als %s\n", w->path, target);
	return CMD_FINE;
}

static int wiederherstellen(struct errand *w)
{
	if (!operand(w))
		return cmd_usage("ratssatz register wiederherstellen erwartet den Namen der Sicherung");
	if (find_register(w) && reg_restore(operand(w), w->path, w->diag) && !w->args->opt[CMD_O_STILL])
		fprintf(stderr, "%s: wiederhergestellt aus %s\n", w->path, operand(w));
	return CMD_FINE;
}

/* ---- the index made again */

static void rebuild(const struct office *o, const struct cmd_args *a, struct diag **diags)
{
	off_take(o, OFF_REBUILD, a->arg, (size_t)a->nargs, diags);
}

/* The town named, else all that have anything to take in; a second one with a register of its own is told. */
static int neu_aufbauen(struct errand *w)
{
	const char **paths, *root = pipe_root(w->mem, &w->places, ".");
	size_t n = off_gather(w->mem, &w->places, operand(w), &paths);
	if (!n)
		return cmd_usage(
			"Unter „%s“ gibt es nichts aufzunehmen; bitte den Ordner der Inhalte mit --inhalt nennen",
			root ? root : "content");
	struct cmd_args all = *w->args;
	all.arg = paths;
	all.nargs = (int)n;
	all.opt[CMD_O_STRENG] = NULL;                      /* the index is made of what was taken in already */
	return cmd_all(&all, rebuild);
}

int cmd_register(const struct cmd_args *a)
{
	static const struct { const char *name; int (*run)(struct errand *);
	} errands[] = {
		{"liste", liste},
		{"zeige", zeige},
		{"suche", suche},
		{"pruefen", pruefen},
		{"sichern", sichern},
		{"wiederherstellen", wiederherstellen},
		{"neu-aufbauen", neu_aufbauen},
	};
	struct errand w = {.args = a, .places = cmd_places(a), .mem = mem_new(), .diag = diag_new()};
	size_t k = 0, n = sizeof errands / sizeof *errands;
	while (k < n && strcmp(errands[k].name, a->arg[0]))
		k++;
	int status = k < n ? errands[k].run(&w) : CMD_USAGE;
	reg_close(w.reg);
	if (status == CMD_FINE)
		status = cmd_finish(&w.diag, 1, a);
	else
		diag_free(w.diag);
	mem_free(w.mem);
	return status;
}
