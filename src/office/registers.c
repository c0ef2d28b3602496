/* registers.c: towns and their registers, for calls that name no document. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/zone.h"
#include "office/office.h"

struct date off_today(int64_t now)
{
	return zone_day(now);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t off_towns(struct mem *m, const char *root, const char ***names)
{
	DIR *dir = root ? opendir(root) : NULL;
	size_t n = 0, cap = 0;
	*names = NULL;
	for (struct dirent *e; dir && (e = readdir(dir));) {
		if (e->d_name[0] == '.' || !file_exists(file_join(m, file_join(m, root, e->d_name), "verzeichnis.xml")))
			continue;
		MEM_ROOM_IN(m, *names, n, cap);
		(*names)[n++] = mem_dup(m, e->d_name);
	}
	if (dir)
		closedir(dir);
	if (n)
		qsort(*names, n, sizeof **names, by_name);
	return n;
}

size_t off_registers(struct mem *m, const struct pipe_places *p, const char ***paths)
{
	const char *root = pipe_root(m, p, "."), **towns;
	size_t n = off_towns(m, root, &towns), found = 0;
	*paths = MEM_ARRAY(m, const char *, n + 1);
	if (p->register_file) {
		(*paths)[0] = p->register_file;
		return 1;
	}
	/* below a town's folder its own register is meant */
	const char *here = pipe_below_root(m, root, ".");
	size_t len = here ? strcspn(here, "/") : 0;
	for (size_t i = 0; i < n; i++) {
		if (here && (strlen(towns[i]) != len || strncmp(towns[i], here, len)))
			continue;
		const char *path = pipe_register_path(m, p, root, towns[i]);
		if (file_exists(path))
			(*paths)[found++] = path;
	}
	return found;
}

const char *off_only_register(struct mem *m, const struct pipe_places *p, struct diag *d)
{
	const char **paths;
	size_t n = off_registers(m, p, &paths);
	if (n == 1)
		return paths[0];
	diag_sys(d, "REGISTERWAHL", NULL, 0,
		n ? "Mehrere Kommunen haben ein Register; bitte mit --register DATEI eines nennen"
		  : "Ein Register gibt es noch nicht; bitte mit „ratssatz aufnehmen“ beginnen oder mit --register "
		    "DATEI eines nennen");
	return NULL;
}
