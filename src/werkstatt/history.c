/* history.c: what was saved, by whom, and taking it back. */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "source/source.h"
#include "werkstatt/save.h"

enum { MOST = 200 };

static cJSON *entry(const struct reg_save *v)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "id", v->id);
	cJSON_AddStringToObject(o, "who", v->who);
	wst_add_instant(o, "when", v->when);
	cJSON_AddStringToObject(o, "path", v->file);
	cJSON_AddStringToObject(o, "place", v->place);
	cJSON_AddStringToObject(o, "old", v->old);
	cJSON_AddStringToObject(o, "now", v->now);
	return o;
}

void wst_did(struct wst_call *k, const char *file, const char *what)
{
	const struct reg_act a = {.who = k->who, .what = what, .file = file, .when = k->w->setup->now()};
	pthread_mutex_lock(&k->w->lock);
	reg_act_put(k->w->history, &a);
	pthread_mutex_unlock(&k->w->lock);
	wst_people_tell(k->w->people, file, k->who);
}

static void put_acts(struct wst_call *k, const char *file, cJSON *list)
{
	struct reg_act *all;
	size_t n = reg_acts(k->w->history, k->mem, file, MOST, &all);
	for (size_t i = 0; i < n; i++) {
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "who", all[i].who);
		wst_add_instant(o, "when", all[i].when);
		cJSON_AddStringToObject(o, "what", all[i].what);
		cJSON_AddItemToArray(list, o);
	}
}

void wst_get_history(struct wst_call *k)
{
	struct reg_save *all;
	char *real = wst_file(k, wst_query(k, "path"), WST_READ);
	if (!real)
		return;
	const char *table = wst_query(k, "name");              /* one that the document names */
	if (wst_right(k, wst_below(k, real)) < WST_WRITE) {        /* what was struck may have been secret */
		wst_say(k, MHD_HTTP_FORBIDDEN, "Den Verlauf sieht, wer hier schreiben darf");
		return;
	}
	if (*table && !(real = wst_beside(k, real, table, ".csv", WST_WRITE)))
		return;
	cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "saves");
	pthread_mutex_lock(&k->w->lock);
	size_t n = reg_saves(k->w->history, k->mem, wst_below(k, real), MOST, &all);
	put_acts(k, wst_below(k, real), cJSON_AddArrayToObject(o, "acts"));
	pthread_mutex_unlock(&k->w->lock);
	for (size_t i = 0; i < n; i++)
		cJSON_AddItemToArray(list, entry(&all[i]));
	wst_json(k, MHD_HTTP_OK, o);
}

static bool is_sum(const struct buf *b, const uint8_t sum[HASH_SHA256])
{
	uint8_t is[HASH_SHA256];
	hash_sha256(b->data, b->len, is);
	return !memcmp(is, sum, sizeof is);
}

/* Where nobody wrote since, the file becomes what it was to the byte, comments with it, which a merge leaves alone. */
static void put_back(struct wst_call *k, const struct wst_edit *e, const struct reg_save *v)
{
	struct buf is = {0}, was = {0};
	struct src_range at;
	struct diag *d = diag_new();
	pthread_mutex_lock(&k->w->lock);
	if (!reg_save_known(k->w->history, e->id) && file_read(&is, e->real, d) && is_sum(&is, v->after) &&
		src_element(is.data, is.len, v->place, &at)) {
		buf_put(&was, is.data, at.from);
		buf_str(&was, v->old);
		buf_put(&was, is.data + at.to, is.len - at.to);
		if (is_sum(&was, v->before))
			wst_keep(k, e, &is, &was, d);
	}
	pthread_mutex_unlock(&k->w->lock);
	diag_free(d);
	buf_free(&is);
	buf_free(&was);
}

void wst_post_take_back(struct wst_call *k)
{
	struct reg_save v = {0};
	pthread_mutex_lock(&k->w->lock);
	bool found = reg_save_find(k->w->history, k->mem, wst_field(k, "save"), &v);
	pthread_mutex_unlock(&k->w->lock);
	if (!found) {
		wst_say(k, MHD_HTTP_NOT_FOUND, "Diese Speicherung kennt der Verlauf nicht");
		return;
	}
	/* once, however often it is asked for */
	struct wst_edit e = {.id = mem_fmt(k->mem, "%.50s-zurueck", v.id),
		.place = v.place,
		.old = v.now,
		.now = v.old,
		.back = &v};
	const char *dot = strrchr(v.file, '.');
	bool table = dot && !strcmp(dot, ".csv");
	if (table && wst_may(k, v.file, WST_WRITE))
		e.real = file_inside(k->mem, k->w->root, v.file);
	else if (!table)
		e.real = wst_file(k, v.file, WST_WRITE);
	if (e.real && !table)
		put_back(k, &e, &v);
	if (e.real)
		(table ? wst_answer_data : wst_answer_edit)(k, &e);
	else if (!k->status)
		wst_say(k, MHD_HTTP_NOT_FOUND, "Diese Datei gibt es hier nicht mehr");
}
