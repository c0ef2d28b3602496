/* neu.c: a valid skeleton to start from, with what a paper or session takes over from the last one. */
#include <string.h>

#include "cli/muster.h"
#include "cli/print.h"
#include "cli/run.h"

static bool put(const char *target, const struct buf *b, struct mem *m, struct diag *d)
{
	if (!target) {
		cmd_print(b);
		return true;
	}
	if (file_exists(target)) {
		diag_sys(d, "VORHANDEN", target, 0,
			"Die Datei gibt es schon; sie wird nicht überschrieben. Bitte einen anderen Namen wählen");
		return false;
	}
	struct file_out *out = file_make_dir(file_dir(m, target), d) ? file_create(target, d) : NULL;
	return out && (file_write(out, b->data, b->len), file_commit(out, d));
}

static size_t from_last(struct mem *m, const struct cmd_args *a, struct off_mark *marks, struct diag *d)
{
	if (strcmp(a->arg[0], "vorlage") && strcmp(a->arg[0], "sitzung"))
		return 0;
	struct office *o = cmd_office(a);
	size_t n = off_from_last(o, m, a->arg[0], a->arg[1], marks, d);
	cmd_office_end(o);
	return n;
}

int cmd_neu(const struct cmd_args *a)
{
	struct off_mark marks[NEU_TOWN_MARKS + OFF_LAST_MARKS];
	struct mem *m = mem_new();
	struct buf b = {0};
	if (!neu_good_ort(m, a->arg[1])) {
		mem_free(m);
		return CMD_USAGE;
	}
	struct diag *d = diag_new();
	size_t n = neu_marks(m, a, a->arg[1], NULL, marks);
	n += from_last(m, a, marks + n, d);
	if (neu_fill(m, mem_fmt(m, "%s.xml", a->arg[0]), marks, n, &b, d) && !diag_status(d))
		put(a->opt[CMD_O_OUTPUT], &b, m, d);
	buf_free(&b);
	mem_free(m);
	return cmd_finish(&d, 1, a);
}
