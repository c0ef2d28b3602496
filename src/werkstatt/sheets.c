/* sheets.c: what offices answered to a Fortschreibung on their sheets: shown first, then taken over, each file as an
 * edit in the history. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "office/sheets.h"
#include "source/source.h"
#include "werkstatt/save.h"

struct whole { const char *real; struct buf before, after; };
struct sheet {
	struct wst_call *k;
	const char *edition;
	bool wanted;
	cJSON *proposals;
	struct whole *all; size_t n, cap;
	struct diag *diag;
};

static bool good_sheet(const char *name)
{
	static const char *const kinds[] = {".csv", ".docx", ".odt", ".xlsx", ".ods"};
	const char *dot = strrchr(name, '.');
	bool plain = dot && *name != '.' && strlen(name) < 200 && !strchr(name, '/');
	for (const char *p = name; plain && *p; p++)
		plain = (unsigned char)*p >= ' ';
	for (size_t i = 0; plain && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcasecmp(dot, kinds[i]))
			return true;
	return false;
}

/* What of it somebody may not read is not shown. */
static void propose(void *arg, const struct off_proposed *p)
{
	struct sheet *s = arg;
	const char *path = wst_below(s->k, doc_path(p->e->doc, p->node));
	if (wst_right(s->k, path) < WST_READ)
		return;
	const struct { const char *name, *value; } all[] = {
		{"path", path},
		{"place", src_place(s->k->mem, p->node)}, {"what", p->what}, {"before", p->before},
		{"field", p->attr}, {"value", p->value}};
	cJSON *o = cJSON_CreateObject();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		cJSON_AddStringToObject(o, all[i].name, all[i].value);
	cJSON_AddItemToArray(s->proposals, o);
}

/* Who may write the edition may not yet write each of its files. */
static void take_file(void *arg, const char *path, const struct buf *b)
{
	struct sheet *s = arg;
	if (wst_right(s->k, wst_below(s->k, path)) < WST_WRITE) {
		diag_sys(s->diag, "WERKSTATT", path, 0,
			"Hier darf jemand anderes schreiben; bitte den Bogen von dort einlesen lassen");
		return;
	}
	MEM_ROOM_IN(s->k->mem, s->all, s->n, s->cap);
	struct whole *f = &s->all[s->n++];
	*f = (struct whole){.real = mem_dup(s->k->mem, path)};
	buf_put(&f->after, b->data, b->len);
	file_read(&f->before, path, s->diag);
}

static void enter(struct sheet *s)
{
	for (size_t i = 0; i < s->n && !diag_status(s->diag); i++) {
		const struct wst_edit e = {.id = mem_fmt(s->k->mem, "%.50s-%zu", wst_query(s->k, "id"), i),
			.real = s->all[i].real};
		if (!reg_save_known(s->k->w->history, e.id))
			wst_keep(s->k, &e, &s->all[i].before, &s->all[i].after, s->diag);
	}
}

/* By the name it came with, which comments in the source tell. */
static void read_sheet(void *arg, const struct office *office)
{
	struct sheet *s = arg;
	struct wst_call *k = s->k;
	const char *folder = file_beside(k->mem, k->w->setup->history, "bogen");
	const char *path = file_join(k->mem, folder, wst_query(k, "file"));
	const struct off_answers a = {.paths = &path, .n = 1, .enter = s->wanted, .edition = s->edition,
		.proposed = propose, .put = take_file, .arg = s, .rows = k->w->setup->rows};
	if (file_make_dir(folder, s->diag) && wst_put_file(path, k->body.data, k->body.len, s->diag))
		off_read_answers(office, &a, s->diag);
	file_remove_all(folder);
	if (s->wanted)
		enter(s);
}

static void answer(struct sheet *s, bool done)
{
	cJSON *o = cJSON_CreateObject();
	cJSON_AddBoolToObject(o, "done", done);
	cJSON_AddItemToObject(o, "proposals", s->proposals);
	wst_put_messages(s->k, s->diag, cJSON_AddArrayToObject(o, "messages"));
	wst_json(s->k, MHD_HTTP_OK, o);
}

static void tell(struct sheet *s, const char *edition)
{
	struct wst_call *k = s->k;
	wst_did(k, wst_below(k, edition),
		mem_fmt(k->mem, "Antworten aus „%s“ eingetragen", wst_query(k, "file")));
	for (size_t i = 0; i < s->n; i++)
		wst_people_tell(k->w->people, wst_below(k, s->all[i].real), k->who);
}

/* The body is the file. */
void wst_post_sheet(struct wst_call *k)
{
	bool wanted = !strcmp(wst_query(k, "enter"), "ja");
	char *real = wst_file(k, wst_query(k, "document"), WST_WRITE);
	if (!real || !wst_id_fits(k, wst_query(k, "id")))
		return;
	if (!good_sheet(wst_query(k, "file")) || !k->body.len) {
		wst_say(k, MHD_HTTP_BAD_REQUEST,
			"Erwartet wird ein ausgefüllter Bogen: .docx, .odt, .csv, .xlsx oder .ods");
		return;
	}
	struct sheet s = {.k = k, .edition = real, .wanted = wanted, .proposals = cJSON_CreateArray(),
		.diag = diag_new()};
	wst_transact(k, real, wanted, read_sheet, &s);
	bool done = !diag_status(s.diag);
	answer(&s, done);
	if (wanted && done)
		tell(&s, real);
	for (size_t i = 0; i < s.n; i++) {
		buf_free(&s.all[i].before);
		buf_free(&s.all[i].after);
	}
	diag_free(s.diag);
}
