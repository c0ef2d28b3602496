/* history.c: what was saved, by whom, and taking it back. */
#include <string.h>

#include "base/file.h"
#include "werkstatt/save.h"

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

void wst_get_history(struct wst_call *k)
{
	enum { MOST = 200 };
	struct reg_save *all;
	char *real = wst_file(k, wst_query(k, "path"), WST_READ);
	if (!real)
		return;
	const char *table = wst_query(k, "name");              /* one that the document names */
	if (!wst_sees_source(k, real)) {
		wst_say(k, MHD_HTTP_FORBIDDEN, "Den Verlauf sieht, wer hier schreiben darf");
		return;
	}
	if (*table && !(real = wst_beside(k, real, table, ".csv")))
		return;
	cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "saves");
	pthread_mutex_lock(&k->w->lock);
	size_t n = reg_saves(k->w->history, k->mem, real + strlen(k->w->root) + 1, MOST, &all);
	pthread_mutex_unlock(&k->w->lock);
	for (size_t i = 0; i < n; i++)
		cJSON_AddItemToArray(list, entry(&all[i]));
	wst_json(k, MHD_HTTP_OK, o);
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
		.now = v.old};
	const char *dot = strrchr(v.file, '.');
	bool table = dot && !strcmp(dot, ".csv");
	if (table && wst_may(k, v.file, WST_WRITE))
		e.real = file_inside(k->mem, k->w->root, v.file);
	else if (!table)
		e.real = wst_file(k, v.file, WST_WRITE);
	if (e.real && table)
		wst_answer_data(k, &e);
	else if (e.real)
		wst_answer_edit(k, &e);
	else if (!k->status)
		wst_say(k, MHD_HTTP_NOT_FOUND, "Diese Datei gibt es hier nicht mehr");
}
