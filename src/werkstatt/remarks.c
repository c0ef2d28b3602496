/* remarks.c: what people say beside the text. Who may write a file sees what is said of it, and nobody else. */
#include <string.h>

#include "werkstatt/save.h"

enum { LONGEST = 4000 };

static cJSON *entry(const struct reg_remark *r)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "id", r->id);
	cJSON_AddStringToObject(o, "who", r->who);
	wst_add_instant(o, "when", r->when);
	cJSON_AddStringToObject(o, "path", r->file);
	cJSON_AddStringToObject(o, "quote", r->quote);
	cJSON_AddStringToObject(o, "text", r->text);
	cJSON_AddStringToObject(o, "to", r->to);
	wst_add_instant(o, "done", r->done);
	return o;
}

/* Of a file; without a path the open ones of all files the caller may write. */
void wst_get_remarks(struct wst_call *k)
{
	struct reg_remark *all;
	const char *path = wst_query(k, "path");
	char *real = *path ? wst_file(k, path, WST_WRITE) : NULL;
	if (*path && !real)
		return;
	cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "remarks");
	pthread_mutex_lock(&k->w->lock);
	size_t n = reg_remarks(k->w->history, k->mem, real ? wst_below(k, real) : NULL, &all);
	pthread_mutex_unlock(&k->w->lock);
	for (size_t i = 0; i < n; i++)
		if (wst_right(k, all[i].file) >= WST_WRITE)
			cJSON_AddItemToArray(list, entry(&all[i]));
	wst_json(k, MHD_HTTP_OK, o);
}

static void answer(struct wst_call *k, bool done, const char *file, const char *what)
{
	wst_say(k, done ? MHD_HTTP_OK : MHD_HTTP_INTERNAL_SERVER_ERROR,
		done ? "" : "Der Kommentar lässt sich nicht schreiben");
	if (done)
		wst_did(k, file, what);
}

static void settle(struct wst_call *k)
{
	struct reg_remark r;
	bool open = cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(k->json, "done")), done = false;
	pthread_mutex_lock(&k->w->lock);
	bool found = reg_remark_find(k->w->history, k->mem, wst_field(k, "id"), &r);
	bool may = found && wst_right(k, r.file) >= WST_WRITE;
	if (may)
		done = reg_remark_done(k->w->history, r.id, k->who, open ? 0 : k->w->setup->now());
	pthread_mutex_unlock(&k->w->lock);
	if (may)
		answer(k, done, r.file, open ? "Kommentar wieder geöffnet" : "Kommentar erledigt");
	else
		wst_say(k, MHD_HTTP_NOT_FOUND, "Diesen Kommentar gibt es hier nicht");
}

/* A new one, an answer, or (done) one that is settled or open again. */
void wst_post_remark(struct wst_call *k)
{
	struct reg_remark r = {.id = wst_field(k, "id"), .quote = wst_field(k, "quote"), .text = wst_field(k, "text"),
		.to = wst_field(k, "to"), .when = k->w->setup->now()};
	if (cJSON_IsBool(cJSON_GetObjectItemCaseSensitive(k->json, "done"))) {
		settle(k);
		return;
	}
	char *real = wst_file(k, wst_field(k, "path"), WST_WRITE);
	if (!real || !wst_id_fits(k, r.id))
		return;
	if (!*r.text || strlen(r.text) > LONGEST || strlen(r.quote) > LONGEST) {
		wst_say(k, MHD_HTTP_BAD_REQUEST, "Der Kommentar ist leer oder zu lang; erlaubt sind 4000 Zeichen");
		return;
	}
	r.file = wst_below(k, real);
	r.who = *k->who ? k->who : wst_field(k, "name");
	pthread_mutex_lock(&k->w->lock);
	bool done = reg_remark_put(k->w->history, &r);
	pthread_mutex_unlock(&k->w->lock);
	answer(k, done, r.file, *r.to ? "auf einen Kommentar geantwortet" : "kommentiert");
}
