/* points.c: what a Fortschreibung still has to decide, office by office. A decision is a save like any other. */
#include <string.h>

#include "model/words.h"
#include "office/sheets.h"
#include "source/source.h"
#include "style/style.h"
#include "werkstatt/save.h"

typedef void put_words(struct buf *, const struct doc *, const struct doc_punkt *, const struct doc_words *);

static void add_words(cJSON *o, const char *name, put_words *put, const struct edition *e, const struct doc_punkt *p)
{
	const struct doc_words words = sty_words(e->style);
	struct buf b = {0};
	put(&b, e->doc, p, &words);
	cJSON_AddStringToObject(o, name, b.data ? b.data : "");
	buf_free(&b);
}

static cJSON *point(struct wst_call *k, const struct edition *e, const struct doc_punkt *p)
{
	static const char *const kinds[] = {[DOC_P_STAND] = "stand",
		[DOC_P_MASSNAHME] = "massnahme",
		[DOC_P_DIAGRAMM] = "diagramm",
		[DOC_P_KENNZAHL] = "kennzahl",
		[DOC_P_GRUSSWORT] = "grusswort",
		[DOC_P_KURZFASSUNG] = "kurzfassung"};
	const struct doc_stelle *s = p->stelle ? doc_stelle(e->doc, p->stelle) : NULL;
	const char *status = doc_get(p->node, DOC_A_STATUS);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "kind", kinds[p->art]);
	cJSON_AddStringToObject(o, "path", wst_below(k, doc_path(e->doc, p->node)));
	cJSON_AddNumberToObject(o, "line", p->node->line);
	cJSON_AddStringToObject(o, "place", src_place(k->mem, p->node));
	cJSON_AddStringToObject(o, "office", s ? s->name : p->stelle ? p->stelle : "");
	cJSON_AddStringToObject(o, "task", doc_aufgabe(p->art));
	cJSON_AddStringToObject(o, "status", status ? status : "");
	cJSON_AddBoolToObject(o, "open", p->offen);
	add_words(o, "what", doc_put_punkt, e, p);
	add_words(o, "before", doc_put_bisher, e, p);
	return o;
}

/* Whose sheet was made, and no answer has come. */
static void add_waiting(void *arg, const char *stelle, const char *was, struct date since)
{
	cJSON *o = cJSON_CreateObject();
	struct buf day = {0};
	date_put_iso(&day, since);
	cJSON_AddStringToObject(o, "office", stelle);
	cJSON_AddStringToObject(o, "what", was);
	cJSON_AddStringToObject(o, "since", day.data);
	cJSON_AddItemToArray(arg, o);
	buf_free(&day);
}

static void put_waiting(struct wst_call *k, const char *real, cJSON *list)
{
	struct diag *unused = diag_new();
	const struct office office = {.pipe = k->w->pipe, .now = k->w->setup->now()};
	off_unanswered(&office, real, 0, add_waiting, list, unused);
	pipe_rewind(k->w->pipe);
	diag_free(unused);
}

void wst_get_points(struct wst_call *k)
{
	char *real = wst_file(k, wst_query(k, "document"), WST_WRITE);
	if (!real)
		return;
	struct diag *d = diag_new();
	struct edition e = {0};
	cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "points");
	wst_set(k, real);
	if (pipe_read(k->w->pipe, real, NULL, &e, d)) {
		size_t n;
		const struct doc_punkt *p = doc_punkte(e.doc, &n);
		for (size_t i = 0; i < n; i++)
			cJSON_AddItemToArray(list, point(k, &e, &p[i]));
	}
	pipe_end(&e);
	pipe_rewind(k->w->pipe);
	cJSON_AddBoolToObject(o, "output", k->w->setup->output != NULL);
	put_waiting(k, real, cJSON_AddArrayToObject(o, "waiting"));
	pthread_mutex_unlock(&k->w->setting);
	wst_json(k, MHD_HTTP_OK, o);
	diag_free(d);
}
