/* predecessor.c: where the edition lies that another one continues. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/source.h"

static const char master[] = "konzept.xml";

static char *in_folder(struct mem *m, const char *parent, const char *folder)
{
	char *path = file_join(m, file_join(m, parent, folder), master);
	return file_exists(path) ? path : NULL;
}

/* "integrationskonzept-2019" with the editions 2019 and 2018: "integrationskonzept-2018"; NULL: not named so. */
static char *same_stem(struct mem *m, const char *folder, const char *edition, const char *before)
{
	size_t n = strlen(folder), k = strlen(edition);
	return n > k && !strcmp(folder + n - k, edition) ? mem_fmt(m, "%.*s%s", (int)(n - k), folder, before) : NULL;
}

/* The one folder below parent that holds an edition and is named "…-2018"; NULL: none, or more than one. */
static char *only_one(struct mem *m, const char *parent, const char *before)
{
	size_t k = strlen(before);
	char *found = NULL;
	int n = 0;
	DIR *dir = opendir(parent);
	for (struct dirent *e; dir && (e = readdir(dir));) {
		size_t len = strlen(e->d_name);
		bool named = len > k + 1 && e->d_name[len - k - 1] == '-' && !strcmp(e->d_name + len - k, before);
		char *path = named ? in_folder(m, parent, e->d_name) : NULL;
		if (path) {
			found = path;
			n++;
		}
	}
	if (dir)
		closedir(dir);
	return n == 1 ? found : NULL;
}

char *src_vorgaenger(struct mem *m, const struct doc *doc, const char *inhalt)
{
	const char *before = doc_get(doc->root, DOC_A_VORGAENGER);
	char *real = before && doc->edition && doc->ort ? realpath(doc->dir, NULL) : NULL;
	if (!real)
		return NULL;
	char *stem = same_stem(m, file_base(real), doc->edition, before),
	     *town = inhalt ? file_join(m, inhalt, doc->ort) : NULL;
	char *path = stem ? in_folder(m, file_dir(m, real), stem) : NULL;
	if (!path && stem && town)
		path = in_folder(m, town, stem);
	if (!path && town)
		path = only_one(m, town, before);
	free(real);
	return path;
}
