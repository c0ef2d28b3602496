/* sources.c: what lies in a town's folder. A register that was lost knows no number; the papers still bear theirs. */
#include "office/sources.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/source.h"

static bool is_xml(const char *name)
{
	size_t n = strlen(name);
	return n > 4 && name[0] != '.' && !strcmp(name + n - 4, ".xml");
}

void off_sources(struct mem *m, const char *folder, struct off_sources *s)
{
	struct dirent **names;
	int n = scandir(folder, &names, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		const char *path = file_join(m, folder, names[i]->d_name);
		if (names[i]->d_name[0] != '.' &&
			(names[i]->d_type == DT_DIR || (names[i]->d_type == DT_UNKNOWN && file_is_dir(path)))) {
			off_sources(m, path, s);
		} else if (is_xml(names[i]->d_name)) {
			MEM_ROOM_IN(m, s->paths, s->n, s->cap);
			s->paths[s->n++] = path;
		}
		free(names[i]);
	}
	if (n >= 0)
		free(names);
}

struct bearer { const char *number, *path; };          /* as it is typed in the source */
struct off_bearers { struct bearer *all; size_t n; };

static int by_number(const void *a, const void *b)
{
	return strcmp(((const struct bearer *)a)->number, ((const struct bearer *)b)->number);
}

static struct off_bearers *look_for(struct mem *m, const char *folder)
{
	struct off_sources s = {0};
	off_sources(m, folder, &s);
	struct off_bearers *b = MEM_NEW(m, struct off_bearers);
	b->all = MEM_ARRAY(m, struct bearer, s.n + 1);
	for (size_t i = 0; i < s.n; i++) {
		struct src_glance g;
		if (src_glance(m, s.paths[i], &g) && !strcmp(g.kind, "vorlage") && *g.nummer)
			b->all[b->n++] = (struct bearer){g.nummer, s.paths[i]};
	}
	qsort(b->all, b->n, sizeof *b->all, by_number);
	return b;
}

bool off_number_is_free(struct mem *m, struct off_bearers **known, const struct edition *e, const char *number,
	const char *path, struct diag *d)
{
	if (!*known)
		*known = look_for(m, file_join(m, e->root ? e->root : ".", e->doc->ort));
	const struct bearer wanted = {number, NULL};
	const struct bearer *found = bsearch(&wanted, (*known)->all, (*known)->n, sizeof wanted, by_number);
	if (found)
		diag_error(d, "NUMMERVERGABE", path, e->doc->root->line,
			"Die nächste Drucksachennummer wäre %s, die steht schon in %s:%d, und das Register kennt diese "
			"Vorlage nicht; bitte sie zuerst aufnehmen, nach dem Verlust des Registers die letzte "
			"Sicherung mit „ratssatz register wiederherstellen“ zurückholen",
			number, found->path, file_line_of(found->path, mem_fmt(m, "nummer=\"%s\"", number)));
	return !found;
}
