/* places.c: where the shipped files, a town's templates and the contents lie. */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

/* Beside the program: <dir>/../share/ratssatz when installed, <dir>/../share in the build folder. */
static char *share_of_program(struct mem *m)
{
	char exe[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	if (n <= 0)
		return NULL;
	exe[n] = '\0';
	char *dir = file_dir(m, exe);
	char *installed = mem_fmt(m, "%s/../share/ratssatz/schema", dir),
	     *built = mem_fmt(m, "%s/../share/schema", dir);
	if (file_is_dir(installed))
		return file_dir(m, installed);
	return file_is_dir(built) ? file_dir(m, built) : NULL;
}

char *cmd_share(struct mem *m, const char *name)
{
	char *dir = share_of_program(m);
	return file_join(m, dir ? dir : RATSSATZ_SHARE, name);
}

char *cmd_template_dir(struct mem *m, const struct cmd_args *a, const char *ort, const char *root)
{
	const char *given = a->opt[CMD_O_VORLAGEN] ? a->opt[CMD_O_VORLAGEN] : getenv("RATSSATZ_VORLAGEN");
	if (given && *given)
		return file_join(m, given, ort);
	char *shipped = file_join(m, cmd_share(m, "vorlagen"), ort);
	char *beside = root ? mem_fmt(m, "%s/../templates/%s", root, ort) : NULL;
	return file_is_dir(shipped) ? shipped : beside && file_is_dir(beside) ? beside : file_join(m, "templates", ort);
}

/* The nearest folder above the input that holds <something>/verzeichnis.xml: input content/ort/x/konzept.xml gives
 * content. */
static char *root_above(struct mem *m, const char *input)
{
	char real[PATH_MAX];
	if (!realpath(input, real))
		return NULL;
	for (char *dir = file_dir(m, real); strcmp(dir, "/"); dir = file_dir(m, dir))
		if (file_exists(file_join(m, dir, "verzeichnis.xml")))
			return file_dir(m, dir);
	return NULL;
}

char *cmd_content_root(struct mem *m, const struct cmd_args *a, const char *input)
{
	const char *given = a->opt[CMD_O_INHALT] ? a->opt[CMD_O_INHALT] : getenv("RATSSATZ_INHALT");
	if (given && *given)
		return mem_dup(m, given);
	char *above = strcmp(input, "-") ? root_above(m, input) : NULL;
	if (above)
		return above;
	return file_is_dir("content") ? mem_dup(m, "content") : NULL;
}

char *cmd_below_root(struct mem *m, const char *root, const char *path)
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

char *cmd_output_name(struct mem *m, const struct cmd_args *a, const char *path)
{
	const char *rel = cmd_below_root(m, cmd_content_root(m, a, path), path);
	char *name = mem_dup(m,
		     rel ? rel
			     : strcmp(path, "-") ? file_base(path)
						 : "ausgabe"),
	     *slash = strrchr(name, '/'), *dot = strrchr(name, '.');
	if (slash && cmd_is_master(slash + 1))
		*slash = '\0';
	else if (dot && dot > name)
		*dot = '\0';
	for (char *p = name; *p; p++)
		if (*p == '/')
			*p = '-';
	return name;
}

char *cmd_register_path(struct mem *m, const struct cmd_args *a, const char *root, const char *ort)
{
	const char *given = a->opt[CMD_O_REGISTER] ? a->opt[CMD_O_REGISTER] : getenv("RATSSATZ_REGISTER");
	if (given && *given)
		return mem_dup(m, given);
	return file_join(m, file_join(m, root ? root : "content", ort), "register.db");
}

static const char *const masters[] = {
	"konzept.xml", "bericht.xml", "handbuch.xml", "sitzung.xml", "praesentation.xml", NULL};

bool cmd_is_master(const char *base)
{
	for (int i = 0; masters[i]; i++)
		if (!strcmp(base, masters[i]))
			return true;
	return false;
}

char *cmd_master(struct mem *m, const char *input, struct diag *d)
{
	char *found = NULL;
	int n = 0;
	if (!strcmp(input, "-") || !file_is_dir(input))
		return mem_dup(m, input);
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
