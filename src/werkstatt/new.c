/* new.c: a new document, where documents of its kind lie: from a skeleton, or from a file of others. */
#include <string.h>

#include "base/file.h"
#include "werkstatt/desk.h"

bool wst_good_name(const char *s)
{
	size_t n = strlen(s);
	return n && n < 80 && *s != '-' && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

/* Below the contents; NULL: no kind that begins here. */
static const char *place_of(struct mem *m, const char *kind, const char *town, const char *name)
{
	static const char *const folders[] = {"konzept", "bericht", "praesentation"};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (!strcmp(kind, folders[i]))
			return mem_fmt(m, "%s/%s/%s.xml", town, name, kind);
	if (!strcmp(kind, "sitzung"))
		return mem_fmt(m, "%s/sitzungen/%s/sitzung.xml", town, name);
	return strcmp(kind, "vorlage") ? NULL : mem_fmt(m, "%s/vorlagen/%s.xml", town, name);
}

void wst_post_new(struct wst_call *k)
{
	const char *town = wst_field(k, "town"), *name = wst_field(k, "name"), *kind = wst_field(k, "kind");
	const char *below = wst_good_name(town) && wst_good_name(name) ? place_of(k->mem, kind, town, name) : NULL;
	if (!below || !file_is_dir(file_join(k->mem, k->w->root, town))) {
		wst_say(k, MHD_HTTP_BAD_REQUEST,
			"So kann ein Dokument nicht heißen; erwartet werden Kleinbuchstaben, Ziffern und Bindestriche");
		return;
	}
	if (!wst_may(k, below, WST_WRITE))
		return;
	struct diag *d = diag_new();
	const struct wst_setup *s = k->w->setup;
	pthread_mutex_lock(&k->w->lock);
	bool made = s->create(s->arg, kind, town, file_join(k->mem, k->w->root, below), d);
	pthread_mutex_unlock(&k->w->lock);
	size_t n;
	const struct diag_msg *why = diag_sorted(d, &n);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "path", below);
	cJSON_AddStringToObject(o, "text", made ? "" : n ? why->text : "Das Dokument ließ sich nicht anlegen");
	wst_json(k, made ? MHD_HTTP_OK : MHD_HTTP_CONFLICT, o);
	if (made)
		wst_did(k, below, "angelegt");
	diag_free(d);
}

/* ---- from a file of others ---- */

/* What the file is called decides how it is read, and may become the title: it keeps its name. */
static bool good_file(const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t n = dot && dot > name ? strlen(dot + 1) : 0;
	return n && n <= 5 && strlen(name) < 200 && !strchr(name, '/') &&
		strspn(dot + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == n;
}

/* In a folder of its own, which is gone afterwards. */
static bool take_over(struct wst_call *k, const struct wst_import *w, struct buf *told, struct diag *d)
{
	const struct wst_setup *s = k->w->setup;
	const char *folder = file_dir(k->mem, w->file);
	pthread_mutex_lock(&k->w->reading);
	bool done = file_make_dir(folder, d) && wst_put_file(w->file, k->body.data, k->body.len, d) &&
		s->import(s->arg, w, told, d);
	file_remove_all(folder);
	pthread_mutex_unlock(&k->w->reading);
	return done;
}

/* Without the folders of this computer, and the file by the name it came with. */
static const char *told_to(struct wst_call *k, const struct wst_import *w, const char *told)
{
	const char *const drop[] = {w->file, k->w->root}, *const put[] = {wst_query(k, "file"), ""};
	struct buf b = {0};
	while (*told) {
		int hit = -1;
		for (int i = 0; i < 2 && hit < 0; i++)
			if (!strncmp(told, drop[i], strlen(drop[i])))
				hit = i;
		if (hit < 0) {
			buf_chr(&b, *told++);
			continue;
		}
		buf_str(&b, put[hit]);
		told += strlen(drop[hit]) + (hit == 1 && told[strlen(drop[hit])] == '/');
	}
	return buf_take(&b, k->mem);
}

/* path: of the document, "" if there is none */
static void answer_import(struct wst_call *k, const struct wst_import *w, const char *path, struct buf *told,
	struct diag *d)
{
	size_t n;
	const struct diag_msg *why = diag_sorted(d, &n);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "path", path);
	cJSON_AddStringToObject(o, "told", told_to(k, w, told->data ? told->data : ""));
	cJSON_AddStringToObject(o, "text", *path ? "" : n ? why->text : "Die Datei ließ sich nicht übernehmen");
	wst_put_messages(k, d, cJSON_AddArrayToObject(o, "messages"));
	wst_json(k, *path ? MHD_HTTP_OK : MHD_HTTP_UNPROCESSABLE_CONTENT, o);
}

/* The body is the file; what it is called and what it shall become stands in the address. */
void wst_post_import(struct wst_call *k)
{
	const char *town = wst_query(k, "town"), *name = wst_query(k, "name");
	const char *file = wst_query(k, "file");
	const char *below = wst_good_name(town) && wst_good_name(name) ? mem_fmt(k->mem, "%s/%s", town, name) : NULL;
	if (!below || !good_file(file) || !k->body.len || !file_is_dir(file_join(k->mem, k->w->root, town))) {
		wst_say(k, MHD_HTTP_BAD_REQUEST,
			"Es fehlt die Datei, oder der Name geht so nicht; erwartet werden Kleinbuchstaben, Ziffern und "
			"Bindestriche");
		return;
	}
	if (!wst_may(k, below, WST_WRITE))
		return;
	struct diag *d = diag_new();
	struct buf told = {0};
	const struct wst_import w = {
		file_join(k->mem, file_beside(k->mem, k->w->setup->history, "uebernahme"), file), town,
		file_join(k->mem, k->w->root, below)};
	bool done = take_over(k, &w, &told, d);
	const char *master = done ? pipe_master(k->mem, w.folder, d) : NULL;
	answer_import(k, &w, master ? wst_below(k, master) : "", &told, d);
	if (master)
		wst_did(k, wst_below(k, master),
			mem_fmt(k->mem, "aus „%s“ übernommen", file));
	buf_free(&told);
	diag_free(d);
}
