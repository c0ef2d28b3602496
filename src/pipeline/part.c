/* part.c: somebody names a chapter: the document it is a part of is found beside or above it. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "model/doc.h"
#include "pipeline/places.h"

enum { NESTED = 4, ABOVE = 3 };                        /* includes within includes; folders above the chapter */

/* The name of the outermost element: after declaration, comments and instructions. */
static const char *outermost(struct mem *m, const struct file_map *map)
{
	const char *p = map->data, *end = p + map->size;
	while (p && p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
		const char *stop = p + 1 < end && p[1] == '!' ? "-->" : ">";
		if (p + 1 < end && p[1] != '!' && p[1] != '?')
			break;
		p = memmem(p, (size_t)(end - p), stop, strlen(stop));
	}
	size_t n = 0;
	for (p = p ? p + 1 : end; p + n < end && !strchr(" \t\r\n/>", p[n]);)
		n++;
	return mem_str(m, p, n);
}

/* Known, but no document by itself. */
static bool is_part(struct mem *m, const char *path)
{
	struct file_map map;
	struct diag *unused = diag_new();
	bool part = false;
	if (file_exists(path) && file_map(&map, path, unused)) {
		const char *name = map.size ? outermost(m, &map) : "";
		for (enum doc_kind k = DOC_TEXT + 1; k < DOC_KIND_MAX; k++)
			part |= !strcmp(doc_kind_name(k), name) && doc_kind_class(k) != DOC_CLASS_ROOT;
		file_unmap(&map);
	}
	diag_free(unused);
	return part;
}

static bool same(const char *path, const char *real)
{
	char *other = realpath(path, NULL);
	bool is = other && !strcmp(other, real);
	free(other);
	return is;
}

/* Is the file with this real path included by path, or by what it includes? */
static bool includes(struct mem *m, const char *path, const char *real, int depth)
{
	static const char mark[] = "include";
	struct file_map map;
	struct diag *unused = diag_new();
	bool found = false;
	if (file_exists(path) && file_map(&map, path, unused)) {
		const char *p = map.data, *end = p + map.size;
		while (!found && map.size && (p = memmem(p, (size_t)(end - p), mark, strlen(mark)))) {
			const char *stop = memchr(p, '>', (size_t)(end - p)), *from;
			from = stop ? memmem(p, (size_t)(stop - p), "href=", 5) : NULL;
			p += strlen(mark);
			const char *to = from ? memchr(from + 6, from[5], (size_t)(stop - from - 6)) : NULL;
			if (!to)
				continue;
			const char *href = mem_str(m, from + 6, (size_t)(to - from - 6)), *name;
			name = file_join(m, file_dir(m, path), href);
			found = same(name, real) || (depth && includes(m, name, real, depth - 1));
		}
		file_unmap(&map);
	}
	diag_free(unused);
	return found;
}

static int is_xml(const struct dirent *e)
{
	size_t n = strlen(e->d_name);
	return n > 4 && e->d_name[0] != '.' && !strcmp(e->d_name + n - 4, ".xml");
}

/* Of several that include the file, the main one of its folder: a draft beside konzept.xml is not what is meant. */
static char *whole_in(struct mem *m, const char *folder, const char *real)
{
	struct dirent **list = NULL;
	int n = scandir(folder, &list, is_xml, alphasort);
	char *found = NULL, *master = NULL;
	for (int i = 0; i < n; i++) {
		char *path = file_join(m, folder, list[i]->d_name);
		bool main = pipe_is_master(list[i]->d_name);
		free(list[i]);
		if ((main ? master : found) || same(path, real) || is_part(m, path) || !includes(m, path, real, NESTED))
			continue;
		*(main ? &master : &found) = path;
	}
	free(list);
	return master ? master : found;
}

char *pipe_whole(struct mem *m, const char *input, struct diag *d)
{
	char *real = is_part(m, input) ? realpath(input, NULL) : NULL, *found = NULL;
	const char *folder = file_dir(m, input);
	for (int i = 0; real && !found && i <= ABOVE; i++) {
		found = whole_in(m, folder, real);
		folder = i ? file_dir(m, folder) : file_dir(m, file_dir(m, real));
	}
	if (found)
		diag_add(d, DIAG_HINWEIS, "HAUPTDATEI", input, 0,
			"Die Datei ist ein Teil von „%s“; genommen wird das ganze Dokument", found);
	free(real);
	return found ? found : mem_dup(m, input);
}
