/* read.c: a town's template from its folder, laid over the grounds it stands on. */
#include <string.h>

#include "base/file.h"
#include "style/names.h"

enum { DEEPEST = 4 };                                  /* grounds below one another */

/* The tree of dir/name, laid over that of the template it names as its ground; a chain of grounds may not be longer
 * than DEEPEST. */
static const struct src_elem *read_tree(struct style *s, const char *dir, const char *shipped, const char *name,
	int depth, struct diag *d)
{
	struct mem *m = s->mem;
	const char *path = mem_fmt(m, "%s/%s", dir, name);
	const struct src_elem *own = src_template(m, path, d);
	const char *ground = NULL;
	for (int i = 0; own && i < own->nattrs; i++)
		if (!strcmp(own->attrs[i].name, "grundlage"))
			ground = own->attrs[i].value;
	s->files[s->nfiles++] = path;
	if (!own || !ground)
		return own;
	if (depth > DEEPEST || strchr(ground, '/')) {
		diag_error(d, "GESTALTUNGSWERT", path, own->line,
		           "grundlage=\"%s\" führt im Kreis oder nennt keinen Ordner; "
		           "erwartet wird der Name einer anderen Gestaltung, bitte berichtigen", ground);
		return own;
	}
	char *beside = mem_fmt(m, "%s/../%s", dir, ground);
	if (shipped && !file_exists(mem_fmt(m, "%s/%s", beside, name)))
		beside = file_join(m, shipped, ground);
	const struct src_elem *base = read_tree(s, beside, shipped, name, depth + 1, d);
	return base ? sty_inherit(m, base, own) : NULL;
}

struct style *sty_load(const char *dir, const char *shipped, struct diag *d)
{
	struct mem *mem = mem_new();
	struct style *s = MEM_NEW(mem, struct style);
	s->mem = mem;
	s->names = MEM_NEW(mem, struct style_names);
	s->file = mem_fmt(mem, "%s/gestaltung.xml", dir);
	s->files = MEM_ARRAY(mem, const char *, 2 * (DEEPEST + 2));
	struct sty_load l = {s, d, s->file};
	const struct src_elem *look = read_tree(s, dir, shipped, "gestaltung.xml", 0, d);
	if (look)
		sty_load_look(&l, look);
	l.file = mem_fmt(mem, "%s/regeln.xml", dir);
	const struct src_elem *rules = read_tree(s, dir, shipped, "regeln.xml", 0, d);
	if (rules)
		sty_load_rules(&l, rules);
	if (look && rules)
		return s;
	sty_free(s);
	return NULL;
}
