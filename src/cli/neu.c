/* neu.c: a valid skeleton to start from. The skeletons are files in the share folder's muster/; @ORT@, @JAHR@ and @STAND@ are filled in. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/cli.h"

static void fill(struct buf *b, const char *s, size_t n, const char *ort, const char *year, const char *month)
{
	const struct { const char *mark, *value; } marks[] = {{"@ORT@", ort}, {"@JAHR@", year}, {"@STAND@", month}};
	for (size_t i = 0; i < n;) {
		size_t k = 0;
		while (k < 3 && (n - i < strlen(marks[k].mark) || memcmp(s + i, marks[k].mark, strlen(marks[k].mark))))
			k++;
		if (k < 3) {
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
	time_t now = time(NULL);
	struct tm tm;
	char year[8], month[16];
	localtime_r(&now, &tm);
	strftime(year, sizeof year, "%Y", &tm);
	strftime(month, sizeof month, "%Y-%m", &tm);
	int status = CMD_FINE;
	if (!good_ort(a->arg[1])) {
		status = cmd_usage("„%s“ ist kein Ortskürzel; erlaubt sind Kleinbuchstaben a–z, Ziffern und Bindestrich", a->arg[1]);
	} else if (strchr(a->arg[0], '/') || !file_exists(path)) {
		status = cmd_usage("Ein Gerüst für „%s“ gibt es nicht; möglich ist konzept, kapitel, handlungsfeld, massnahme oder verzeichnis", a->arg[0]);
	} else if (file_map(&map, path, d)) {
		fill(&b, map.data, map.size, a->arg[1], year, month);
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
