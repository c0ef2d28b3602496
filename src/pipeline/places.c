/* places.c: from the call and the document to the places of everything else. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "pipeline/places.h"

static const char usual_root[] = "content";            /* where nothing says another one */

/* Beside the program: <dir>/../share/ratssatz when installed, <dir>/../share in the build folder. */
static char *share_of_program(struct mem *m)
{
	char exe[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	if (n <= 0)
		return NULL;
	exe[n] = '\0';
	char *dir = file_dir(m, exe);
	char *installed = mem_fmt(m, "%s/../share/ratssatz/fonts", dir),
	     *built = mem_fmt(m, "%s/../share/fonts", dir);
	if (file_is_dir(installed))
		return file_dir(m, installed);
	return file_is_dir(built) ? file_dir(m, built) : NULL;
}

char *pipe_share(struct mem *m, const char *name)
{
	char *dir = share_of_program(m);
	return file_join(m, dir ? dir : RATSSATZ_SHARE, name);
}

char *pipe_template_dir(struct mem *m, const struct pipe_places *p, const char *ort, const char *root)
{
	if (p->templates)
		return file_join(m, p->templates, ort);
	char *shipped = file_join(m, pipe_share(m, "vorlagen"), ort);
	char *beside = root ? mem_fmt(m, "%s/../templates/%s", root, ort) : NULL;
	/* a town that changed a shipped one means its own */
	return beside && file_is_dir(beside) ? beside : file_is_dir(shipped) ? shipped : file_join(m, "templates", ort);
}

/* The nearest folder above the input that holds <something>/verzeichnis.xml: input content/ort/x/konzept.xml gives
 * content. */
static char *root_above(struct mem *m, const char *input)
{
	char real[PATH_MAX];
	while (!realpath(input, real)) {               /* what is not there yet lies in a folder that is */
		if (!strcmp(input, ".") || !strcmp(input, "/"))
			return NULL;
		input = file_dir(m, input);
	}
	for (char *dir = file_is_dir(real) ? mem_dup(m, real) : file_dir(m, real); strcmp(dir,
		"/"); dir = file_dir(m, dir))
		if (file_exists(file_join(m, dir, "verzeichnis.xml")))
			return file_dir(m, dir);
	return NULL;
}

char *pipe_root(struct mem *m, const struct pipe_places *p, const char *input)
{
	if (p->contents)
		return mem_dup(m, p->contents);
	char *above = strcmp(input, "-") ? root_above(m, input) : NULL;
	if (above)
		return above;
	return file_is_dir(usual_root) ? mem_dup(m, usual_root) : NULL;
}

char *pipe_in_root(struct mem *m, const char *root, const char *below)
{
	return file_join(m, root ? root : usual_root, below);
}

char *pipe_below_root(struct mem *m, const char *root, const char *path)
{
	char *real = root ? realpath(path, NULL) : NULL, *top = real ? realpath(root, NULL) : NULL, *rel = NULL;
	size_t n = top ? strlen(top) : 0;
	n -= n == 1;                                   /* "/" */
	if (top && !strncmp(real, top, n) && real[n] == '/' && real[n + 1])
		rel = mem_dup(m, real + n + 1);
	free(top);
	free(real);
	return rel;
}

char *pipe_output_name(struct mem *m, const struct pipe_places *p, const char *path)
{
	const char *rel = pipe_below_root(m, pipe_root(m, p, path), path);
	if (!rel)
		rel = strcmp(path, "-") ? file_base(path) : "ausgabe";
	char *name = mem_dup(m, rel), *slash = strrchr(name, '/'), *dot = strrchr(name, '.');
	if (slash && pipe_is_master(slash + 1))
		*slash = '\0';
	else if (dot && dot > name)
		*dot = '\0';
	for (char *c = name; *c; c++)
		if (*c == '/')
			*c = '-';
	return name;
}

char *pipe_register_path(struct mem *m, const struct pipe_places *p, const char *root, const char *ort)
{
	if (p->register_file)
		return mem_dup(m, p->register_file);
	return file_join(m, pipe_in_root(m, root, ort), "register.db");
}

static const char *const masters[] = {
	"konzept.xml", "bericht.xml", "handbuch.xml", "sitzung.xml", "praesentation.xml", NULL};

bool pipe_is_master(const char *base)
{
	for (int i = 0; masters[i]; i++)
		if (!strcmp(base, masters[i]))
			return true;
	return false;
}

char *pipe_master(struct mem *m, const char *input, struct diag *d)
{
	char *found = NULL;
	int n = 0;
	if (!strcmp(input, "-"))
		return mem_dup(m, input);
	if (!file_is_dir(input))
		return pipe_whole(m, input, d);
	for (int i = 0; masters[i]; i++) {
		char *path = file_join(m, input, masters[i]);
		if (file_exists(path)) {
			found = path;
			n++;
		}
	}
	if (n == 1)
		return found;
	diag_sys(d, "HAUPTDATEI", input, 0,
		n ? "Im Ordner liegt mehr als eine Hauptdatei; bitte die gemeinte Datei selbst nennen"
		  : "Im Ordner liegt keine Hauptdatei; erwartet ist konzept.xml, bericht.xml, handbuch.xml, "
		    "praesentation.xml oder sitzung.xml");
	return NULL;
}
