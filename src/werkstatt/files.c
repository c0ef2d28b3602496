/* files.c: from a name in a request to a file: only below the contents, only XML; or one of the page's own. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "werkstatt/desk.h"

/* No step up, nothing hidden, nothing odd. */
static bool plain(const char *name)
{
	size_t n = strlen(name);
	if (!n || n > 400 || *name == '/' || name[n - 1] == '/')
		return false;
	for (const char *p = name; *p; p++)
		if ((unsigned char)*p < ' ' || *p == '\\' || ((p == name || p[-1] == '/') && (*p == '.' || *p == '/')))
			return false;
	return true;
}

static bool ends(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);
	return n > m && !strcmp(s + n - m, end);
}

const char *wst_below(const struct wst_call *k, const char *real)
{
	return real + strlen(k->w->root) + 1;
}

char *wst_file(struct wst_call *k, const char *below, enum wst_right right)
{
	const char *path = plain(below) && ends(below, ".xml") ? file_join(k->mem, k->w->root, below) : NULL;
	char *real = path ? file_inside(k->mem, k->w->root, path) : NULL;
	const char *is = real ? wst_below(k, real) : below;
	if (!wst_may(k, is, right))
		return NULL;
	if (!real || !file_exists(real) || file_is_dir(real)) {
		wst_say(k, MHD_HTTP_NOT_FOUND, "Dieses Dokument gibt es hier nicht");
		return NULL;
	}
	return real;
}

char *wst_beside(struct wst_call *k, const char *document, const char *name, const char *ending, enum wst_right right)
{
	char *folder = file_dir(k->mem, document);
	char *path = file_join(k->mem, folder, name), *within = file_dir(k->mem, path);
	bool good = plain(name) && ends(name, ending);
	/* a folder that is not there yet leads nowhere else, if nothing but it is missing */
	bool new = good && !file_exists(within) && !strcmp(file_dir(k->mem, within), folder);
	char *real = !good ? NULL : file_exists(path) ? file_inside(k->mem, folder, name) : path;
	if (real && !new && !file_inside(k->mem, folder, file_relative(k->mem, folder, within)))
		real = NULL;
	if (real && !file_is_dir(real) && wst_right(k, wst_below(k, real)) >= right)
		return real;
	wst_say(k, MHD_HTTP_NOT_FOUND, "Diese Datei gibt es hier nicht");
	return NULL;
}

bool wst_put_file(const char *real, const void *data, size_t n, struct diag *d)
{
	struct file_out *out = file_create(real, d);
	if (!out)
		return false;
	file_write(out, data, n);
	return file_commit(out, d);
}

static const char *type_of(const char *name)
{
	static const struct { const char *end, *type; } types[] = {{".html", "text/html; charset=utf-8"},
		{".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"},
		{".svg", "image/svg+xml"}, {".woff2", "font/woff2"}};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (ends(name, types[i].end))
			return types[i].type;
	return NULL;
}

void wst_page_file(struct wst_call *k, const char *name)
{
	struct diag *unused = diag_new();
	const char *type = plain(name) ? type_of(name) : NULL;
	char *path = type ? file_join(k->mem, k->w->setup->share, name) : NULL;
	if (path && file_exists(path) && !file_is_dir(path) && file_read(&k->out, path, unused)) {
		k->status = MHD_HTTP_OK;
		k->type = type;
	} else {
		wst_say(k, MHD_HTTP_NOT_FOUND, "Das gibt es hier nicht");
	}
	diag_free(unused);
}
