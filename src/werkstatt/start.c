/* start.c: what is open: sessions to come with what is due before them, tasks of decisions, what was written last. What
 * an edition or its offices still owe, and faults, the page asks for one document at a time (points.c, check.c). */
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/zone.h"
#include "model/papier.h"
#include "office/tasks.h"
#include "register/release.h"
#include "source/source.h"
#include "style/frist.h"
#include "werkstatt/save.h"

enum { AHEAD = 30, LATELY = 12, FAR_BACK = 90, LOOKED_AT = 200 };

struct day { struct wst_call *k; cJSON *to; struct date today; struct diag *unused; struct wst_asked asked; };

static void add_day(cJSON *o, const char *name, struct date d)
{
	struct buf b = {0};
	if (d.year)
		date_put_iso(&b, d);
	cJSON_AddStringToObject(o, name, b.data ? b.data : "");
	buf_free(&b);
}

/* ---- sessions to come */

/* The last day on which the notice is in time for a body; zero: the town does not say. */
static struct date last_notice_of(const struct edition *e, const struct doc_sitzung *s, const char *body)
{
	const struct doc_stelle *g = doc_stelle(e->doc, body);
	const struct sty_fristen f = sty_fristen(e->style, body, g ? doc_get(g->node, DOC_A_ART) : NULL);
	struct sty_weg w = {.von_minute = -1, .bis = s->datum};
	if (!zone_clock(s->beginn, &w.bis_minute))
		w.bis_minute = 0;
	for (int back = 0; f.laden.n >= 0 && back < FAR_BACK; back++) {
		w.von = date_from_days(date_days(s->datum) - back);
		if (sty_frist_liegt(&f, &f.laden, &w) >= f.laden.n)
			return w.von;
	}
	return (struct date){0};
}

/* For all that meet: the earliest. */
static struct date last_notice(const struct edition *e, const struct doc_sitzung *s)
{
	struct date first = {0};
	for (size_t i = 0; i < s->gremien.n; i++) {
		const struct date d = last_notice_of(e, s, s->gremien.all[i]);
		first = d.year && (!first.year || date_cmp(d, first) < 0) ? d : first;
	}
	return first;
}

/* How often, and whether it was taken back since; nothing is said where the register cannot say it. */
static void add_announced(struct day *y, const struct src_glance *g, cJSON *o)
{
	struct wst_call *k = y->k;
	const char *path = pipe_register_path(k->mem, &k->w->setup->places, k->w->root, g->ort);
	struct reg *reg = wst_register(&y->asked, path);
	const struct reg_key key = reg_key(g->ort, g->id);
	if (reg || !file_exists(path))
		cJSON_AddNumberToObject(o, "announced", reg ? reg_announced(reg, k->mem, key).times : 0);
	cJSON_AddBoolToObject(o, "withdrawn", reg && reg_is_taken_back(reg, key));
}

static cJSON *session(struct day *y, const struct src_glance *g, const char *real, const struct edition *e)
{
	const struct doc_sitzung *s = doc_sitzung(e->doc);
	struct buf name = {0};
	doc_put_gremien(&name, e->doc, &s->gremien, s->datum);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "path", wst_below(y->k, real));
	json_add(o, "gremium", name.data);
	buf_free(&name);
	add_day(o, "datum", s->datum);
	cJSON_AddStringToObject(o, "beginn", s->beginn ? s->beginn : "");
	add_day(o, "notice", last_notice(e, s));
	cJSON_AddBoolToObject(o, "off", s->abgesagt);
	add_announced(y, g, o);
	return o;
}

static void look_at_session(void *arg, const char *real)
{
	struct day *y = arg;
	struct src_glance g;
	struct date day;
	struct edition e = {0};
	const char *below = wst_below(y->k, real);
	if (wst_right(y->k, below) < WST_WRITE || !src_glance(y->k->mem, real, &g) || strcmp(g.kind, "sitzung") ||
		!date_parse(&day, g.datum) || date_cmp(day, y->today) < 0)
		return;
	if (pipe_read(y->k->w->pipe, real, NULL, &e, y->unused) && e.style && doc_sitzung(e.doc))
		cJSON_AddItemToArray(y->to, session(y, &g, real, &e));
	pipe_end(&e);
	pipe_rewind(y->k->w->pipe);
}

/* ---- tasks of decisions that are due */

static bool is_due(const struct reg_task *t, struct date by)
{
	struct date due = {0};
	return off_task_open(t) && t->frist && date_parse(&due, t->frist) && date_cmp(due, by) <= 0;
}

static void add_task(struct day *y, const struct reg_task *t)
{
	const struct { const char *name, *value; } all[] = {{"id", t->id}, {"due", t->frist}, {"text", t->text},
		{"office", t->stellenname}, {"gremium", t->gremiumname}, {"datum", t->datum}, {"path", t->pfad},
		{"state", t->zustand}, {"nummer", t->drucksache}};
	cJSON *o = cJSON_CreateObject();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		cJSON_AddStringToObject(o, all[i].name, all[i].value ? all[i].value : "");
	cJSON_AddItemToArray(y->to, o);
}

/* A task belongs to minutes, and is seen by who may write them. */
static void look_at_tasks(struct day *y)
{
	const char **paths;
	const struct date by = date_from_days(date_days(y->today) + AHEAD);
	size_t n = off_registers(y->k->mem, &y->k->w->setup->places, &paths);
	for (size_t i = 0; i < n; i++) {
		struct reg_tasks all;
		struct reg *reg = wst_register(&y->asked, paths[i]);
		if (reg && reg_tasks(reg, y->k->mem, y->today, &all, y->asked.told))
			for (size_t k = 0; k < all.n; k++)
				if (is_due(&all.all[k], by) && wst_right(y->k, all.all[k].pfad) >= WST_WRITE)
					add_task(y, &all.all[k]);
	}
}

/* ---- what was written last */

static void look_at_saves(struct day *y)
{
	struct reg_save *all;
	pthread_mutex_lock(&y->k->w->lock);
	size_t n = reg_saves(y->k->w->history, y->k->mem, NULL, LOOKED_AT, &all);
	pthread_mutex_unlock(&y->k->w->lock);
	for (size_t i = 0; i < n && cJSON_GetArraySize(y->to) < LATELY; i++) {
		if (wst_right(y->k, all[i].file) < WST_WRITE ||
			!file_exists(file_join(y->k->mem, y->k->w->root, all[i].file)))
			continue;
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "path", all[i].file);
		cJSON_AddStringToObject(o, "who", all[i].who);
		wst_add_instant(o, "when", all[i].when);
		cJSON_AddItemToArray(y->to, o);
	}
}

void wst_get_start(struct wst_call *k)
{
	cJSON *o = cJSON_CreateObject();
	struct day y = {.k = k, .today = off_today(k->w->setup->now()), .unused = diag_new(),
		.asked = {.told = diag_new()}};
	add_day(o, "today", y.today);
	wst_set(k, NULL);
	y.to = cJSON_AddArrayToObject(o, "sessions");
	wst_each_file(k, k->w->root, look_at_session, &y);
	y.to = cJSON_AddArrayToObject(o, "tasks");
	look_at_tasks(&y);
	y.to = cJSON_AddArrayToObject(o, "written");
	look_at_saves(&y);
	wst_asked_end(&y.asked);
	pthread_mutex_unlock(&k->w->setting);
	wst_put_messages(k, y.asked.told, cJSON_AddArrayToObject(o, "messages"));
	diag_free(y.asked.told);
	diag_free(y.unused);
	wst_json(k, MHD_HTTP_OK, o);
}
