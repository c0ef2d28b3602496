/* neu.c: a valid skeleton to start from, with what a paper or session takes over from the last one. */
#include <string.h>

#include "cli/muster.h"
#include "cli/print.h"
#include "cli/run.h"

/* In a folder it is named after its kind. */
static const char *target_of(struct mem *m, const char *target, const char *kind)
{
	const size_t n = strlen(target);
	return file_is_dir(target) || (n && target[n - 1] == '/') ? file_join(m, target, mem_fmt(m, "%s.xml", kind))
								  : target;
}

static void write_new(const char *target, const struct buf *b, struct mem *m, struct diag *d)
{
	const char *dir = file_dir(m, target), *first = file_first_missing(m, dir);
	struct file_out *out = file_make_dir(dir, d) ? file_create(target, d) : NULL;
	if (out)
		file_write(out, b->data, b->len);
	if (!out || !file_commit(out, d))
		file_unmake_dir(dir, first);
}

static void put(const char *target, const struct buf *b, struct mem *m, struct diag *d)
{
	if (!target)
		cmd_print(b);
	else if (file_exists(target))
		diag_sys(d, "VORHANDEN", target, 0,
			"Die Datei gibt es schon; sie wird nicht überschrieben. Bitte einen anderen Namen wählen");
	else
		write_new(target, b, m, d);
}

static size_t from_last(struct mem *m, const struct cmd_args *a, const char *const what[2], struct off_mark *marks,
	struct diag *d)
{
	if (strcmp(what[0], "vorlage") && strcmp(what[0], "sitzung"))
		return 0;
	struct office *o = cmd_office(a);
	const struct off_begin begin = {what[0], what[1], a->opt[CMD_O_GREMIUM]};
	size_t n = off_from_last(o, m, &begin, marks, d);
	cmd_office_end(o);
	return n;
}

bool neu_make(const struct cmd_args *a, const char *kind, const char *town, const char *target, struct diag *d)
{
	struct off_mark marks[NEU_TOWN_MARKS + OFF_LAST_MARKS];
	const char *const what[2] = {kind, town};
	struct mem *m = mem_new();
	struct buf b = {0};
	size_t n = neu_marks(m, a, town, NULL, marks);
	n += from_last(m, a, what, marks + n, d);
	if (neu_fill(m, mem_fmt(m, "%s.xml", kind), marks, n, &b, d) && !diag_status(d))
		put(target ? target_of(m, target, kind) : NULL, &b, m, d);
	buf_free(&b);
	mem_free(m);
	return !diag_status(d);
}

int cmd_neu(const struct cmd_args *a)
{
	struct mem *m = mem_new();
	bool good = neu_good_ort(m, a->arg[1]);
	mem_free(m);
	if (!good)
		return CMD_USAGE;
	struct diag *d = diag_new();
	neu_make(a, a->arg[0], a->arg[1], a->opt[CMD_O_OUTPUT], d);
	return cmd_finish(&d, 1, a);
}
