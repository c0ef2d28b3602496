/* new.c: a new document, where documents of its kind lie. */
#include <string.h>

#include "base/file.h"
#include "werkstatt/desk.h"

static bool good_name(const char *s)
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
	const char *below = good_name(town) && good_name(name) ? place_of(k->mem, kind, town, name) : NULL;
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
		wst_people_tell(k->w->people, below, k->who);
	diag_free(d);
}
