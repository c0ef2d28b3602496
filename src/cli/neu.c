/* neu.c: a valid skeleton to start from. The skeletons are files in the share folder's muster/; @ORT@, @JAHR@, @STAND@ and
 * what a paper or session takes over from the last one are filled in. */
#include <stdlib.h>
#include <string.h>

#include "cli/last.h"
#include "cli/record.h"

static void fill(struct buf *b, const char *s, size_t n, const struct neu_mark *marks, size_t nmarks)
{
	for (size_t i = 0; i < n;) {
		size_t k = 0;
		while (k < nmarks && (n - i < strlen(marks[k].mark) || memcmp(s + i, marks[k].mark, strlen(marks[k].mark))))
			k++;
		if (k < nmarks) {
			buf_str(b, marks[k].value);
			i += strlen(marks[k].mark);
		} else {
			buf_chr(b, s[i++]);
		}
	}
}

static bool put(const char *target, const struct buf *b, struct mem *m, struct diag *d)
{
	if (!target)
		return fwrite(b->data, 1, b->len, stdout) == b->len;
	if (file_exists(target)) {
		diag_sys(d, "VORHANDEN", target, 0, "Die Datei gibt es schon; sie wird nicht überschrieben. Bitte einen anderen Namen wählen");
		return false;
	}
	struct file_out *out = file_make_dir(file_dir(m, target), d) ? file_create(target, d) : NULL;
	return out && (file_write(out, b->data, b->len), file_commit(out, d));
}

static bool good_ort(const char *ort)
{
	return *ort && strspn(ort, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(ort);
}

int cmd_neu(const struct cmd_args *a)
{
	struct mem *m = mem_new();
	struct diag *d = diag_new();
	struct file_map map;
	struct buf b = {0};
	char *path = file_join(m, cmd_share(m, "muster"), mem_fmt(m, "%s.xml", a->arg[0]));
	struct date today = rec_today(a);
	struct neu_mark marks[NEU_MARKS] = {{"@ORT@", a->arg[1]}, {"@JAHR@", mem_fmt(m, "%04d", today.year)}, {"@STAND@", mem_fmt(m, "%04d-%02d", today.year, today.month)}};
	int status = CMD_FINE;
	if (!good_ort(a->arg[1])) {
		status = cmd_usage("„%s“ ist kein Ortskürzel; erlaubt sind Kleinbuchstaben a–z, Ziffern und Bindestrich", a->arg[1]);
	} else if (strchr(a->arg[0], '/') || !file_exists(path)) {
		status = cmd_usage("Ein Gerüst für „%s“ gibt es nicht; möglich ist konzept, bericht, kapitel, handlungsfeld, massnahme, verzeichnis, vorlage oder sitzung", a->arg[0]);
	} else if (file_map(&map, path, d)) {
		size_t n = 3 + neu_from_last(m, a, a->arg[0], a->arg[1], marks + 3, d);
		fill(&b, map.data, map.size, marks, n);
		if (!diag_status(d))
			put(a->opt[CMD_O_OUTPUT], &b, m, d);
		file_unmap(&map);
	}
	if (status == CMD_FINE) {
		cmd_print_messages(&d, 1, a);
		status = diag_status(d);
	}
	buf_free(&b);
	diag_free(d);
	mem_free(m);
	return status;
}
