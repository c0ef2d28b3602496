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
#include "register/release.h"
#include "source/source.h"
#include "werkstatt/save.h"

enum { MOST = 100 };

/* ---- the board */

struct agenda { const struct wst_call *k; cJSON *to; };

/* The title of a non-public item is for who may see what it stands in: the session, or its paper. */
static const char *title_for(const struct wst_call *k, const struct doc_agenda_item *it)
{
	return it->paper_path && wst_right(k, it->paper_path) < WST_WRITE ? it->titel : it->titel_intern;
}

static void show(void *arg, const struct doc_agenda *a)
{
	const struct agenda *board = arg;
	for (size_t i = 0; i < a->n; i++) {
		const struct doc_agenda_item *it = &a->items[i];
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "nummer", it->nummer ? it->nummer : "");
		cJSON_AddStringToObject(o, "titel", title_for(board->k, it));
		cJSON_AddStringToObject(o, "draussen", it->titel);
		cJSON_AddStringToObject(o, "drucksache", it->drucksache ? it->drucksache : "");
		cJSON_AddStringToObject(o, "rolle", it->rollen_wort ? it->rollen_wort : "");
		cJSON_AddBoolToObject(o, "oeffentlich", it->oeffentlich);
		cJSON_AddBoolToObject(o, "entfallen", it->entfallen);
		cJSON_AddBoolToObject(o, "nachtrag", it->nachtrag);
		cJSON_AddStringToObject(o, "id", it->id ? it->id : "");
		cJSON_AddItemToArray(board->to, o);
	}
}

struct board { struct wst_call *k; struct reg *reg; cJSON *to; };

static void add_paper(void *arg, const char *real)
{
	struct board *b = arg;
	struct wst_call *k = b->k;
	struct src_glance g;
	const char *below = wst_below(k, real);
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
	cJSON_AddBoolToObject(o, "withdrawn", b->reg && reg_is_taken_back(b->reg, key));
	cJSON_AddItemToArray(b->to, o);
}

/* What was done here says that there was one. */
static void tell_missing(struct wst_call *k, const char *real, const char *register_file, struct diag *d)
{
	struct reg_act *acts;
	pthread_mutex_lock(&k->w->lock);
	const size_t n = reg_acts(k->w->history, k->mem, wst_below(k, real), 1, &acts);
	pthread_mutex_unlock(&k->w->lock);
	if (n)
		diag_sys(d, "REGISTER", register_file, 0,
			"Das Register ist nicht mehr da, die Sitzung stand darin (zuletzt: %s); bitte die Datei "
			"zurücklegen oder mit „ratssatz register wiederherstellen SICHERUNG“ zurückholen",
			acts->what);
}

static unsigned put_board(struct wst_call *k, const char *real, const struct src_glance *g, cJSON *o)
{
	struct diag *d = diag_new();
	const char *register_file = pipe_register_path(k->mem, &k->w->setup->places, k->w->root, g->ort);
	struct board b = {.k = k, .to = cJSON_CreateArray()};
	if (!file_exists(register_file)) {
		tell_missing(k, real, register_file, d);
	} else {
		const struct office office = {.pipe = k->w->pipe, .now = k->w->setup->now()};
		struct agenda all = {k, cJSON_AddArrayToObject(o, "agenda")};
		const struct off_meeting wanted = {.show = show, .whole = true, .arg = &all};
		off_announce(&office, &wanted, real, d);
		pipe_rewind(k->w->pipe);
		if (!diag_count(d, DIAG_SYSTEM))       /* else it would be waited for once more */
			b.reg = reg_open(register_file, false, d);
		const struct reg_key key = reg_key(g->ort, g->id);
		if (b.reg)
			cJSON_AddNumberToObject(o, "announced", reg_announced(b.reg, k->mem, key).times);
		cJSON_AddBoolToObject(o, "withdrawn", b.reg && reg_is_taken_back(b.reg, key));
	}
	const char *minutes = file_join(k->mem, file_dir(k->mem, real), "niederschrift.xml");
	if (file_exists(minutes) && wst_right(k, wst_below(k, minutes)) >= WST_WRITE)
		cJSON_AddStringToObject(o, "minutes", wst_below(k, minutes));
	wst_each_file(k, file_join(k->mem, k->w->root, g->ort), add_paper, &b);
	reg_close(b.reg);
	cJSON_AddItemToObject(o, "papers", b.to);
	const unsigned status = wst_outcome(k, d, o);
	diag_free(d);
	return status;
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
	cJSON_AddStringToObject(o, "id", g.id);
	cJSON_AddStringToObject(o, "gremium", g.gremium);
	cJSON_AddStringToObject(o, "datum", g.datum);
	cJSON_AddBoolToObject(o, "output", k->w->setup->output != NULL);
	wst_set(k, real);
	const unsigned status = put_board(k, real, &g, o);
	pthread_mutex_unlock(&k->w->setting);
	wst_json(k, status, o);
}

/* ---- transactions */

struct task {
	struct wst_call *k;
	const struct act *act;
	const struct office *office;
	const char **paths; size_t n;
	struct diag *d;
	bool done[MOST];
};

/* One diag for the whole and one for each, as the office wants them; then all of them told in one. */
static void each_told(struct task *t, void (*run)(void *, struct diag **), void *arg)
{
	struct diag *diags[MOST + 1];
	for (size_t i = 0; i <= t->n; i++)
		diags[i] = diag_new();
	run(arg, diags);
	const bool whole = !diag_status(diags[0]);
	for (size_t i = 0; i <= t->n; i++) {
		if (i)
			t->done[i - 1] = whole && !diag_status(diags[i]);
		diag_add_all(t->d, diags[i], DIAG_HINWEIS);
		diag_free(diags[i]);
	}
}

struct papers { const struct task *task; enum off_intake what; const char *folder; };

static void take_all(void *arg, struct diag **diags)
{
	const struct papers *p = arg;
	off_take(p->task->office, p->what, p->task->paths, p->task->n, diags);
}

static void issue_all(void *arg, struct diag **diags)
{
	const struct papers *p = arg;
	off_issue(p->task->office, p->task->paths, p->task->n, p->folder, diags);
}

static void take(struct task *t, enum off_intake what)
{
	each_told(t, take_all, &(struct papers){t, what, NULL});
}

static void take_in(struct task *t)
{
	take(t, OFF_TAKE_IN);
}

/* It was asked for what this would change, and the answer was yes. */
static bool meant(const struct wst_call *k)
{
	return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(k->json, "meant"));
}

static void release(struct task *t)
{
	take(t, meant(t->k) ? OFF_RELEASE_PUBLIC : OFF_RELEASE);
}

/* -1: not said. False: told. */
static bool votes(struct task *t, const char *name, int *out)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(t->k->json, name);
	const bool fits = !v || (cJSON_IsNumber(v) && v->valuedouble == v->valueint && v->valueint >= 0 &&
		v->valueint < 1000);
	*out = v && fits ? v->valueint : -1;
	if (!fits)
		diag_sys(t->d, "WERKSTATT", NULL, 0,
			"Diese Stimmen lassen sich nicht eintragen: %s; erwartet wird eine ganze Zahl von 0 bis 999, "
			"bitte berichtigen",
			name);
	return fits;
}

static const char *said(const struct wst_call *k, const char *name)
{
	const char *value = wst_field(k, name);
	return *value ? value : NULL;
}

static void enter(struct task *t)
{
	static const char *const kinds[] = {"ja", "nein", "enthaltung", "ungueltig", "nicht-beteiligt"};
	const struct wst_call *k = t->k;
	struct off_result r = {.paper = t->paths[0], .gremium = wst_field(k, "gremium"),
		.ergebnis = wst_field(k, "ergebnis"), .berichtigen = meant(k),
		.stich = said(k, "stichentscheid"), .nummer = said(k, "beschlussnummer"),
		.zusatz = said(k, "zusatz"), .session = said(k, "sitzung"), .role = said(k, "rolle")};
	bool fit = true;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		fit &= votes(t, kinds[i], &r.zahl[i]);
	if (!date_parse(&r.day, wst_field(k, "datum")) || !r.day.day || !*r.ergebnis)
		diag_sys(t->d, "WERKSTATT", NULL, 0, "Tag oder Ergebnis fehlt; bitte beides angeben");
	else if (fit)
		off_enter_result(t->office, &r, t->d);
}

/* Where the files of a session go: a folder of its town's by its name; NULL: told. */
static const char *output_of(struct wst_call *k, const char *real, struct diag *d)
{
	const char *below = wst_below(k, real);
	const char *name = mem_fmt(k->mem, "%.*s/%s", (int)strcspn(below, "/"), below,
		file_base(file_dir(k->mem, real)));
	if (!k->w->setup->output)
		diag_sys(d, "WERKSTATT", NULL, 0,
			"Es ist nicht gesagt, wohin Bekanntmachung und Mappe kommen; bitte die Werkstatt mit -o ORDNER "
			"starten");
	return k->w->setup->output ? file_join(k->mem, k->w->setup->output, name) : NULL;
}

static void announce(struct task *t)
{
	const struct off_meeting wanted = {.folder = output_of(t->k, t->paths[0], t->d), .announce = true};
	if (wanted.folder)
		off_announce(t->office, &wanted, t->paths[0], t->d);
}

static void issue(struct task *t)
{
	const char *folder = output_of(t->k, t->paths[0], t->d);
	if (folder && file_make_dir(folder, t->d))
		each_told(t, issue_all, &(struct papers){.task = t, .folder = folder});
}

/* One package a session, beside its folder. */
static void hand_over(struct task *t)
{
	const char *folder = output_of(t->k, t->paths[0], t->d);
	if (folder)
		off_hand_over(t->office, &(struct off_handing){.session = t->paths[0],
			.target = mem_fmt(t->k->mem, "%s-abgabe.zip", folder)}, t->d);
}

/* What the offices have to decide in an edition, beside its other outputs. */
static void write_sheets(struct task *t)
{
	const struct off_sheets wanted = {.edition = t->paths[0], .folder = output_of(t->k, t->paths[0], t->d)};
	if (wanted.folder)
		off_sheets(t->office, &wanted, t->d);
}

static void begin_minutes(struct task *t)
{
	off_begin_minutes(t->office, t->paths[0], NULL, t->d);
}

/* Signed, its results come into papers and register. */
static void issue_minutes(struct task *t)
{
	const char *folder = output_of(t->k, t->paths[0], t->d);
	if (folder && file_make_dir(folder, t->d))
		off_issue_minutes(t->office, t->paths[0], folder, meant(t->k), t->d);
}

/* The files a call names; false: answered. */
static bool named(struct wst_call *k, enum wst_right right, const char **paths, size_t *n)
{
	const cJSON *p;
	*n = 0;
	const cJSON *all = cJSON_GetObjectItemCaseSensitive(k->json, "documents");
	if (cJSON_GetArraySize(all) > MOST) {
		wst_say(k, MHD_HTTP_BAD_REQUEST, "Das sind zu viele Dokumente auf einmal; möglich sind 100");
		return false;
	}
	cJSON_ArrayForEach(p, all) {
		if (!cJSON_IsString(p))
			break;
		if (!(paths[*n] = wst_file(k, p->valuestring, right)))
			return false;
		++*n;
	}
	if (!*n)
		wst_say(k, MHD_HTTP_BAD_REQUEST, "Es ist kein Dokument genannt");
	return *n > 0;
}

/* What the page asks for, who may, and how the history tells it. */
static const struct act {
	const char *name, *did;
	enum wst_right right;
	void (*run)(struct task *);
	bool many;                                     /* with several documents, else with the first */
	bool edits;                                    /* changes files of the contents */
} acts[] = {
	{"aufnehmen", "ins Register aufgenommen", WST_WRITE, take_in, true, true},
	{"freigeben", "freigegeben", WST_RELEASE, release, true, true},
	{"bekanntgeben", "bekannt gegeben", WST_RELEASE, announce, false, false},
	{"ergebnis", "Ergebnis eingetragen", WST_RELEASE, enter, false, true},
	{"niederschrift", "Niederschrift begonnen", WST_WRITE, begin_minutes, false, true},
	{"niederschrift-ausgeben", "Niederschrift ausgegeben", WST_RELEASE, issue_minutes, false, true},
	{"ausgeben", "ausgegeben", WST_RELEASE, issue, true, false},
	{"boegen", "Bögen geschrieben", WST_WRITE, write_sheets, false, false},
	{"abgeben", "abgegeben", WST_RELEASE, hand_over, false, false},
};

static const struct act *act_named(const char *name)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (!strcmp(acts[i].name, name))
			return &acts[i];
	return NULL;
}

static void answer_done(struct wst_call *k, bool done, struct diag *d)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddBoolToObject(o, "done", done);
	const unsigned status = wst_outcome(k, d, o);
	wst_json(k, status, o);
}

void wst_transact(struct wst_call *k, const char *real, bool edits, void (*run)(void *, const struct office *),
	void *arg)
{
	struct wst *w = k->w;
	struct pipe_options options = {.places = w->setup->places, .in_words = ""};
	pthread_mutex_lock(&w->office);
	wst_wait_for_registers(k, real);
	const struct office office = {.pipe = pipe_open(&options), .now = w->setup->now()};
	if (edits)
		pthread_mutex_lock(&w->lock);
	run(arg, &office);
	pipe_commit(office.pipe);
	if (edits)
		pthread_mutex_unlock(&w->lock);
	pipe_close(office.pipe);
	pthread_mutex_unlock(&w->office);
}

static void run_act(void *arg, const struct office *office)
{
	struct task *t = arg;
	t->office = office;
	t->act->run(t);
}

void wst_post_office(struct wst_call *k)
{
	const char *paths[MOST];
	struct task t = {.k = k, .paths = paths};
	const struct act *a = act_named(wst_field(k, "do"));
	if (!a)
		wst_say(k, MHD_HTTP_BAD_REQUEST, "Das gibt es hier nicht");
	if (!a || !named(k, a->right, paths, &t.n))
		return;
	t.n = a->many ? t.n : 1;
	t.d = diag_new();
	t.act = a;
	wst_transact(k, paths[0], a->edits, run_act, &t);
	bool all = !diag_status(t.d);
	answer_done(k, all, t.d);
	for (size_t i = 0; i < t.n; i++)
		if (all || (a->run == issue && t.done[i]))
			wst_did(k, wst_below(k, paths[i]), a->did);
	diag_free(t.d);
}

/* ---- what the council system answered; the body is the file */

static const char *register_of(struct wst_call *k, const char *real)
{
	struct src_glance g;
	return src_glance(k->mem, real, &g) ? pipe_register_path(k->mem, &k->w->setup->places, k->w->root, g.ort)
					    : NULL;
}

struct receipt { struct wst_call *k; const char *path, *real; struct diag *d; };

static void enter_receipt(void *arg, const struct office *office)
{
	const struct receipt *r = arg;
	if (wst_put_file(r->path, r->k->body.data, r->k->body.len, r->d))
		off_enter_receipt(office, r->path, register_of(r->k, r->real), r->d);
	unlink(r->path);
}

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
	wst_transact(k, real, false, enter_receipt,
		&(struct receipt){k, file_beside(k->mem, k->w->setup->history, dot + 1), real, d});
	bool done = !diag_status(d);
	answer_done(k, done, d);
	if (done)
		wst_did(k, wst_below(k, real), mem_fmt(k->mem, "Quittung „%s“ eingelesen", name));
	diag_free(d);
}
