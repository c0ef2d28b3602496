/* register.c: looking into the register and looking after it. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "cli/record.h"

struct errand {
	const struct cmd_args *args;
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
	const char **paths;
	size_t n = rec_registers(w->mem, w->args, &paths);
	if (n == 1) {
		w->path = paths[0];
		return true;
	}
	diag_sys(w->diag, "REGISTERWAHL", NULL, 0,
		n ? "Mehrere Orte haben ein Register; bitte mit --register DATEI eines nennen"
		  : "Ein Register gibt es noch nicht; bitte mit „ratssatz aufnehmen“ beginnen oder mit --register "
		    "DATEI eines nennen");
	return false;
}

static bool open_to(struct errand *w, bool write)
{
	w->reg = find_register(w) ? reg_open(w->path, write, w->diag) : NULL;
	return w->reg != NULL;
}

/* ---- the errands: usage faults are returned, all others are told */

static int liste(struct errand *w)
{
	static const char *const names[] = {[REG_LIST_PAPIERE] = "papiere",
		[REG_LIST_SITZUNGEN] = "sitzungen",
		[REG_LIST_AUSGABEN] = "ausgaben",
		[REG_LIST_AUSGEGEBEN] = "ausgegeben",
		[REG_LIST_MASSNAHMEN] = "massnahmen",
		[REG_LIST_OFFEN] = "offen"};
	const char *what = operand(w) ? operand(w) : w->args->opt[CMD_O_OFFEN] ? "offen" : "papiere";
	size_t k = 0;
	while (k < sizeof names / sizeof *names && strcmp(names[k], what))
		k++;
	if (k == sizeof names / sizeof *names || (w->args->opt[CMD_O_OFFEN] && k != REG_LIST_OFFEN))
		return cmd_usage("Die Liste „%s“ gibt es %snicht; möglich ist papiere, sitzungen, ausgaben, "
				 "ausgegeben, massnahmen oder --offen",
			what, w->args->opt[CMD_O_OFFEN] ? "mit --offen " : "");
	if (open_to(w, false)) {
		struct rec_table *t = rec_table_new(w->args->opt[CMD_O_JSON] != NULL);
		reg_list(w->reg, (enum reg_list)k, NULL, rec_table_row, t, w->diag);
		rec_table_end(t, "Die Liste ist leer.");
	}
	return CMD_FINE;
}

static int zeige(struct errand *w)
{
	if (!operand(w))
		return cmd_usage("ratssatz register zeige erwartet eine Drucksachennummer oder Kennung");
	if (open_to(w, false)) {
		struct rec_table *t = rec_table_new(w->args->opt[CMD_O_JSON] != NULL);
		if (!reg_show(w->reg, operand(w), rec_table_row, t, w->diag) && !diag_status(w->diag))
			diag_error(w->diag, "UNBEKANNT", w->path, 0,
				"„%s“ steht nicht im Register; erwartet wird eine Drucksachennummer oder Kennung, alle "
				"nennt „ratssatz register liste“",
				operand(w));
		rec_table_end(t, NULL);
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
		struct rec_table *t = rec_table_new(w->args->opt[CMD_O_JSON] != NULL);
		reg_search(w->reg, words.data, rec_table_row, t, w->diag);
		rec_table_end(t, "Nichts gefunden.");
	}
	buf_free(&words);
	return status;
}

static int pruefen(struct errand *w)
{
	if (open_to(w, false) && reg_check(w->reg, cmd_content_root(w->mem, w->args, "."), w->diag) &&
		!diag_status(w->diag) && !w->args->opt[CMD_O_STILL])
		fprintf(stderr, "%s: in Ordnung\n", w->path);
	return CMD_FINE;
}

static int sichern(struct errand *w)
{
	if (!operand(w))
		return cmd_usage("ratssatz register sichern erwartet den Namen der Sicherung");
	if (file_exists(operand(w)))
		diag_sys(w->diag, "VORHANDEN", operand(w), 0,
			"Die Datei gibt es schon; eine Sicherung wird nicht überschrieben. Bitte einen anderen Namen "
			"wählen");
	else if (open_to(w, false) && reg_backup(w->reg, operand(w), w->diag) && !w->args->opt[CMD_O_STILL])
		fprintf(stderr, "%s: gesichert als %s\n", w->path, operand(w));
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

struct found { const char **paths; size_t n, cap, directories; };

static bool is_xml(const char *name)
{
	size_t n = strlen(name);
	return n > 4 && name[0] != '.' && !strcmp(name + n - 4, ".xml");
}

static void gather(struct mem *m, struct found *f, const char *dir)
{
	struct dirent **names;
	int n = scandir(dir, &names, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		const char *path = file_join(m, dir, names[i]->d_name);
		if (names[i]->d_name[0] != '.' &&
			(names[i]->d_type == DT_DIR || (names[i]->d_type == DT_UNKNOWN && file_is_dir(path)))) {
			gather(m, f, path);
		} else if (is_xml(names[i]->d_name) && rec_rank_of(path) < REC_OTHER) {
			f->directories += rec_rank_of(path) == REC_VERZEICHNIS;
			if (f->n == f->cap) {
				size_t cap = f->cap ? f->cap * 2 : 64;
				f->paths = mem_grow(m, f->paths, f->cap * sizeof *f->paths, cap * sizeof *f->paths);
				f->cap = cap;
			}
			f->paths[f->n++] = path;
		}
		free(names[i]);
	}
	if (n >= 0)
		free(names);
}

/* The town named, else all that have anything to take in; a second one with a register of its own is told by intake. */
static int neu_aufbauen(struct errand *w)
{
	const char **towns, *root = cmd_content_root(w->mem, w->args, ".");
	struct found f = {0};
	size_t n = rec_towns(w->mem, w->args, &towns);
	for (size_t i = 0; i < n; i++) {
		struct found before = f;
		if (operand(w) && strcmp(operand(w), towns[i]))
			continue;
		gather(w->mem, &f, file_join(w->mem, root, towns[i]));
		if (f.n - before.n == f.directories - before.directories &&
			!file_exists(cmd_register_path(w->mem, w->args, root, towns[i])))
			f.n = before.n, f.directories = before.directories;   /* nothing but its directory */
	}
	if (!f.n)
		return cmd_usage(
			"Unter „%s“ gibt es nichts aufzunehmen; bitte den Ordner der Inhalte mit --inhalt nennen",
			root ? root : "content");
	return cmd_intake(w->args, f.paths, f.n, INTAKE_NEU_AUFBAUEN);
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
	struct errand w = {.args = a, .mem = mem_new(), .diag = diag_new()};
	size_t k = 0, n = sizeof errands / sizeof *errands;
	while (k < n && strcmp(errands[k].name, a->arg[0]))
		k++;
	int status = k < n ? errands[k].run(&w)
			   : cmd_usage("„%s“ gibt es nicht; möglich ist liste, zeige, suche, pruefen, sichern, "
				       "wiederherstellen oder neu-aufbauen",
				     a->arg[0]);
	reg_close(w.reg);
	if (status == CMD_FINE) {
		cmd_print_messages(&w.diag, 1, a);
		status = cmd_status(w.diag, a);
	}
	diag_free(w.diag);
	mem_free(w.mem);
	return status;
}
