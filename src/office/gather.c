/* gather.c: which documents of which towns a register is made of. */
#include "office/gather.h"

#include <string.h>

#include "base/file.h"
#include "office/intake.h"
#include "office/sources.h"

struct found { const char **paths; size_t n, cap, directories; };

static bool is_known(enum doc_kind kind)
{
	switch ((int)kind) {
	case DOC_VERZEICHNIS:
	case DOC_KONZEPT:
	case DOC_SITZUNG:
	case DOC_NIEDERSCHRIFT:
	case DOC_VORLAGE: return true;
	}
	return false;
}

static void gather(struct mem *m, struct found *f, const char *dir)
{
	struct off_sources s = {0};
	off_sources(m, dir, &s);
	for (size_t i = 0; i < s.n; i++) {
		const enum doc_kind kind = pipe_peek(s.paths[i]).kind;
		if (!is_known(kind))
			continue;
		f->directories += kind == DOC_VERZEICHNIS;
		MEM_ROOM_IN(m, f->paths, f->n, f->cap);
		f->paths[f->n++] = s.paths[i];
	}
}

size_t off_gather(struct mem *m, const struct pipe_places *p, const char *town, const char ***paths)
{
	const char **towns, *root = pipe_root(m, p, ".");
	struct found f = {0};
	size_t n = off_towns(m, root, &towns);
	for (size_t i = 0; i < n; i++) {
		struct found before = f;
		if (town && strcmp(town, towns[i]))
			continue;
		gather(m, &f, file_join(m, root, towns[i]));
		if (f.n - before.n == f.directories - before.directories &&
			!file_exists(pipe_register_path(m, p, root, towns[i])))
			f.n = before.n, f.directories = before.directories;   /* nothing but its directory */
	}
	*paths = f.paths;
	return f.n;
}

/* Under another name all would begin anew: numbers, releases, and what was taken back would be public again. */
bool off_is_no_other_town(struct reg *reg, struct mem *m, const struct edition *e, struct diag *d)
{
	const char **known;
	const size_t n = reg_other_towns(reg, m, e->doc->ort, &known);
	for (size_t i = 0; i < n; i++)
		if (e->root && !file_exists(file_join(m, e->root, known[i]))) {
			diag_sys(d, "REGISTER", e->doc->files[0].path, 0,
				"Das Register führt die Kommune „%s“, deren Ordner es unter den Inhalten nicht gibt; "
				"heißt sie jetzt „%s“, fingen Nummern und Freigaben neu an, und Zurückgezogenes würde "
				"wieder öffentlich, bitte den Ordner wieder „%s“ nennen oder mit --register ein "
				"anderes Register angeben",
				known[i], e->doc->ort, known[i]);
			return false;
		}
	return true;
}
