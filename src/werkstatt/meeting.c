/* meeting.c: a session at the desk: its agenda as the register gives it, the papers of the town and how far they are;
 * and the transactions of the office. Each is one of the commands, with the messages it has there. */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "office/announce.h"
#include "office/handing.h"
#include "office/intake.h"
#include "office/issue.h"
#include "office/minutes.h"
#include "office/receipt.h"
#include "office/sheets.h"
#include "office/result.h"
#include "pipeline/output.h"
#include "register/register.h"
#include "source/source.h"
#include "werkstatt/save.h"

enum { MOST = 100 };

static struct office office_of(struct wst_call *k)
{
	return (struct office){.pipe = k->w->pipe, .now = k->w->setup->now()};
}

/* ---- the board */

static void show(void *arg, const struct doc_agenda *a)
{
	cJSON *to = arg;
	for (size_t i = 0; i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "nummer", it->nummer ? it->nummer : "");
		cJSON_AddStringToObject(o, "titel", it->titel);
		cJSON_AddStringToObject(o, "drucksache", it->drucksache ? it->drucksache : "");
		cJSON_AddStringToObject(o, "rolle", it->rollen_wort ? it->rollen_wort : "");
		cJSON_AddBoolToObject(o, "oeffentlich", it->oeffentlich);
		cJSON_AddBoolToObject(o, "entfallen", it->entfallen);
		cJSON_AddBoolToObject(o, "nachtrag", it->nachtrag);
		cJSON_AddStringToObject(o, "id", it->id ? it->id : "");
		cJSON_AddItemToArray(to, o);
	}
}

struct board { struct wst_call *k; struct reg *reg; cJSON *to; };

static void add_paper(void *arg, const char *real)
{
	struct board *b = arg;
	struct wst_call *k = b->k;
	struct src_glance g;
	const char *below = real + strlen(k->w->root) + 1;
	if (wst_right(k, below) < WST_WRITE || !src_glance(k->mem, real, &g) || strcmp(g.kind, "vorlage") != 0)
		return;
	const struct reg_key key = reg_key(g.ort, g.id);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "path", below);
	cJSON_AddStringToObject(o, "titel", g.title);
	cJSON_AddStringToObject(o, "nummer", g.nummer);
	cJSON_AddStringToObject(o, "datum", g.datum);
	cJSON_AddBoolToObject(o, "taken", b->reg && reg_has_event(b->reg, key, REG_AUFGENOMMEN, NULL));
	cJSON_AddBoolToObject(o, "released", b->reg && reg_has_event(b->reg, key, REG_FREIGEGEBEN, NULL));
	cJSON_AddItemToArray(b->to, o);
}

static void put_board(struct wst_call *k, const char *real, const struct src_glance *g, cJSON *o)
{
	struct diag *d = diag_new();
	const char *register_file = pipe_register_path(k->mem, &k->w->setup->places, k->w->root, g->ort);
	struct board b = {.k = k, .to = cJSON_CreateArray()};
	if (file_exists(register_file)) {
		const struct office office = office_of(k);
		const struct off_meeting wanted = {.show = show, .arg = cJSON_AddArrayToObject(o, "agenda")};
		off_announce(&office, &wanted, real, d);
		pipe_rewind(k->w->pipe);
		b.reg = reg_open(register_file, false, d);
		const struct reg_key key = reg_key(g->ort, g->id);
		if (b.reg)
			cJSON_AddNumberToObject(o, "announced", reg_announced(b.reg, k->mem, key).times);
	}
	const char *minutes = file_join(k->mem, file_dir(k->mem, real), "niederschrift.xml");
	if (file_exists(minutes) && wst_right(k, minutes + strlen(k->w->root) + 1) >= WST_WRITE)
		cJSON_AddStringToObject(o, "minutes", minutes + strlen(k->w->root) + 1);
	wst_each_file(k, file_join(k->mem, k->w->root, g->ort), add_paper, &b);
	reg_close(b.reg);
	cJSON_AddItemToObject(o, "papers", b.to);
	wst_put_messages(k, d, cJSON_AddArrayToObject(o, "messages"));
	diag_free(d);
}

void wst_get_meeting(struct wst_call *k)
{
	struct src_glance g;
	char *real = wst_file(k, wst_query(k, "document"), WST_WRITE);
	if (!real)
		return;
	if (!src_glance(k->mem, real, &g) || strcmp(g.kind, "sitzung") != 0) {
		wst_say(k, MHD_HTTP_BAD_REQUEST, "Das ist keine Sitzung");
		return;
	}
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "gremium", g.gremium);
	cJSON_AddStringToObject(o, "datum", g.datum);
	cJSON_AddBoolToObject(o, "output", k->w->setup->output != NULL);
	pthread_mutex_lock(&k->w->lock);
	put_board(k, real, &g, o);
	pthread_mutex_unlock(&k->w->lock);
	wst_json(k, MHD_HTTP_OK, o);
}

/* ---- transactions */

/* One diag for the whole and one for each, as the office wants them; then all of them told in one. */
static void each_told(struct diag *told, size_t n, void (*run)(void *, struct diag **), void *arg)
{
	struct diag *diags[MOST + 1];
	for (size_t i = 0; i <= n; i++)
		diags[i] = diag_new();
	run(arg, diags);
	for (size_t i = 0; i <= n; i++) {
		diag_add_all(told, diags[i], DIAG_HINWEIS);
		diag_free(diags[i]);
	}
}

struct papers { struct wst_call *k; enum off_intake what; const char *const *paths; size_t n; const char *folder; };

static void take_all(void *arg, struct diag **diags)
{
	const struct papers *p = arg;
	const struct office office = office_of(p->k);
	off_take(&office, p->what, p->paths, p->n, diags);
}

static void issue_all(void *arg, struct diag **diags)
{
	const struct papers *p = arg;
	const struct office office = office_of(p->k);
	off_issue(&office, p->paths, p->n, p->folder, diags);
}

static void take(struct wst_call *k, enum off_intake what, const char *const *paths, size_t n, struct diag *told)
{
	each_told(told, n, take_all, &(struct papers){k, what, paths, n, NULL});
}

static int votes(const struct wst_call *k, const char *name)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(k->json, name);
	return cJSON_IsNumber(v) && v->valueint >= 0 && v->valueint < 1000 ? v->valueint : -1;
}

static void enter(struct wst_call *k, const char *paper, struct diag *d)
{
	const struct office office = office_of(k);
	struct off_result r = {.paper = paper, .gremium = wst_field(k, "gremium"), .ergebnis = wst_field(k, "ergebnis"),
		.ja = votes(k, "ja"), .nein = votes(k, "nein"), .enthaltung = votes(k, "enthaltung")};
	if (date_parse(&r.day, wst_field(k, "datum")) && r.day.day && *r.ergebnis)
		off_enter_result(&office, &r, d);
	else
		diag_sys(d, "WERKSTATT", NULL, 0, "Tag oder Ergebnis fehlt; bitte beides angeben");
}

/* Where the files of a session go: a folder by its name; NULL: told. */
static const char *output_of(struct wst_call *k, const char *real, struct diag *d)
{
	const char *name = file_base(file_dir(k->mem, real));
	if (!k->w->setup->output)
		diag_sys(d, "WERKSTATT", NULL, 0,
			"Es ist nicht gesagt, wohin Bekanntmachung und Mappe kommen; bitte die Werkstatt mit -o ORDNER "
			"starten");
	return k->w->setup->output ? file_join(k->mem, k->w->setup->output, name) : NULL;
}

static void announce(struct wst_call *k, const char *real, struct diag *d)
{
	const struct office office = office_of(k);
	const struct off_meeting wanted = {.folder = output_of(k, real, d), .announce = true};
	if (wanted.folder)
		off_announce(&office, &wanted, real, d);
}

static void issue(struct wst_call *k, const char *const *paths, size_t n, struct diag *told)
{
	const char *folder = output_of(k, paths[0], told);
	if (folder && file_make_dir(folder, told))
		each_told(told, n, issue_all, &(struct papers){.k = k, .paths = paths, .n = n, .folder = folder});
}

/* One package a session, beside its folder. */
static void hand_over(struct wst_call *k, const char *real, struct diag *d)
{
	const struct office office = office_of(k);
	const char *folder = output_of(k, real, d);
	if (folder)
		off_hand_over(&office, &(struct off_handing){.session = real,
			.target = mem_fmt(k->mem, "%s-abgabe.zip", folder)}, d);
}

/* What the offices have to decide in an edition, beside its other outputs. */
static void write_sheets(struct wst_call *k, const char *real, struct diag *d)
{
	const struct office office = office_of(k);
	const struct off_sheets wanted = {.edition = real, .folder = output_of(k, real, d)};
	if (wanted.folder)
		off_sheets(&office, &wanted, d);
}

static void begin_minutes(struct wst_call *k, const char *real, struct diag *d)
{
	const struct office office = office_of(k);
	off_begin_minutes(&office, real, NULL, d);
}

/* The files a call names; false: answered. */
static bool named(struct wst_call *k, enum wst_right right, const char **paths, size_t *n)
{
	const cJSON *p;
	*n = 0;
	cJSON_ArrayForEach(p, cJSON_GetObjectItemCaseSensitive(k->json, "documents")) {
		if (!cJSON_IsString(p) || *n >= MOST)
			break;
		if (!(paths[*n] = wst_file(k, p->valuestring, right)))
			return false;
		++*n;
	}
	if (!*n)
		wst_say(k, MHD_HTTP_BAD_REQUEST, "Es ist kein Dokument genannt");
	return *n > 0;
}

static bool work(struct wst_call *k, const char *what, const char **paths, size_t n, struct diag *d)
{
	if (!strcmp(what, "aufnehmen"))
		take(k, OFF_TAKE_IN, paths, n, d);
	else if (!strcmp(what, "freigeben"))
		take(k, OFF_RELEASE, paths, n, d);
	else if (!strcmp(what, "bekanntgeben"))
		announce(k, paths[0], d);
	else if (!strcmp(what, "ergebnis"))
		enter(k, paths[0], d);
	else if (!strcmp(what, "niederschrift"))
		begin_minutes(k, paths[0], d);
	else if (!strcmp(what, "ausgeben"))
		issue(k, paths, n, d);
	else if (!strcmp(what, "boegen"))
		write_sheets(k, paths[0], d);
	else if (!strcmp(what, "abgeben"))
		hand_over(k, paths[0], d);
	else
		return false;
	pipe_commit(k->w->pipe);
	pipe_rewind(k->w->pipe);
	return true;
}

void wst_post_office(struct wst_call *k)
{
	const char *paths[MOST], *what = wst_field(k, "do");
	size_t n;
	bool writes = !strcmp(what, "aufnehmen") || !strcmp(what, "niederschrift") || !strcmp(what, "boegen");
	if (!named(k, writes ? WST_WRITE : WST_RELEASE, paths, &n))
		return;
	struct diag *d = diag_new();
	pthread_mutex_lock(&k->w->lock);
	bool known = work(k, what, paths, n, d);
	pthread_mutex_unlock(&k->w->lock);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddBoolToObject(o, "done", known && !diag_status(d));
	wst_put_messages(k, d, cJSON_AddArrayToObject(o, "messages"));
	wst_json(k, known ? MHD_HTTP_OK : MHD_HTTP_BAD_REQUEST, o);
	for (size_t i = 0; known && i < n; i++)
		wst_people_tell(k->w->people, paths[i] + strlen(k->w->root) + 1, k->who);
	diag_free(d);
}

/* ---- what the council system answered; the body is the file */

void wst_post_receipt(struct wst_call *k)
{
	const char *name = wst_query(k, "file"), *dot = strrchr(name, '.');
	char *real = wst_file(k, wst_query(k, "document"), WST_RELEASE);
	bool known = dot && (!strcmp(dot, ".json") || !strcmp(dot, ".csv")) && k->body.len;
	if (!real)
		return;
	if (!known) {
		wst_say(k, MHD_HTTP_BAD_REQUEST,
			"Erwartet wird das ausgefüllte Formular quittung.json oder quittung.csv");
		return;
	}
	struct diag *d = diag_new();
	const struct office office = office_of(k);
	const char *path = file_beside(k->mem, k->w->setup->history, dot + 1);
	pthread_mutex_lock(&k->w->lock);
	struct file_out *out = file_create(path, d);
	if (out && file_write(out, k->body.data, k->body.len) && file_commit(out, d))
		off_enter_receipt(&office, path, d);
	unlink(path);
	pipe_rewind(k->w->pipe);
	pthread_mutex_unlock(&k->w->lock);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddBoolToObject(o, "done", !diag_status(d));
	wst_put_messages(k, d, cJSON_AddArrayToObject(o, "messages"));
	wst_json(k, MHD_HTTP_OK, o);
	diag_free(d);
}
