/* data.c: what a document names beside its text: the table behind a chart, pictures. Written whole, kept in the history
 * like every save. */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "werkstatt/save.h"

enum { DATA_MAX = 1 << 20, PICTURE_MAX = 12 << 20, TRIES = 100, LOOKED_AT = 4096 };

/* ---- a table */

static bool names_table(const struct doc *doc, const char *name)
{
	for (const struct doc_node *n = doc ? doc->root : NULL; n; n = doc_walk(doc->root, n))
		if (doc_get(n, DOC_A_DATEN) && !strcmp(doc_get(n, DOC_A_DATEN), name))
			return true;
	return false;
}

/* Who only reads sees the tables that the document shows: another one beside it may be a secret paper's. */
static bool may_see_table(struct wst_call *k, const char *document, const char *name, const char *path)
{
	if (wst_right(k, wst_below(k, path)) >= WST_WRITE)
		return true;
	struct diag *unused = diag_new();
	struct edition e = {0};
	wst_set(k, document);
	const bool named = wst_edition(k, document, &e, unused) && names_table(e.doc, name);
	pipe_end(&e);
	pipe_rewind(k->w->pipe);
	pthread_mutex_unlock(&k->w->setting);
	diag_free(unused);
	if (!named && !k->status)
		wst_say(k, MHD_HTTP_NOT_FOUND, "Diese Tabelle zeigt das Dokument nicht");
	return named;
}

void wst_get_data(struct wst_call *k)
{
	struct buf b = {0};
	struct diag *unused = diag_new();
	const char *name = wst_query(k, "name");
	char *real = wst_source(k, wst_query(k, "document"));
	char *path = real ? wst_beside(k, real, name, ".csv", WST_READ) : NULL;
	if (path && !may_see_table(k, real, name, path))
		path = NULL;
	if (path && (!file_exists(path) || file_read(&b, path, unused))) {
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "path", wst_below(k, path));
		cJSON_AddStringToObject(o, "text", b.data ? b.data : "");
		wst_json(k, MHD_HTTP_OK, o);
	} else if (path) {
		wst_say(k, MHD_HTTP_INTERNAL_SERVER_ERROR, "Die Datei lässt sich nicht lesen");
	}
	diag_free(unused);
	buf_free(&b);
}

static bool put_file(const char *path, const char *data, size_t n, struct diag *d)
{
	struct mem *m = mem_new();
	bool there = file_make_dir(file_dir(m, path), d);
	mem_free(m);
	return there && wst_put_file(path, data, n, d);
}

/* First the history, then the file, as save.c does. */
static bool keep(struct wst_call *k, const struct wst_edit *e, struct diag *d)
{
	struct reg_save v = {.id = e->id, .who = k->who, .file = wst_below(k, e->real), .when = k->w->setup->now(),
		.place = "", .old = e->old, .now = e->now};
	hash_sha256(e->old, strlen(e->old), v.before);
	hash_sha256(e->now, strlen(e->now), v.after);
	if (!reg_save_put(k->w->history, &v))
		return false;
	if (put_file(e->real, e->now, strlen(e->now), d))
		return true;
	reg_save_drop(k->w->history, e->id);
	return false;
}

static enum wst_saved write_data(struct wst_call *k, const struct wst_edit *e, struct buf *is)
{
	struct diag *d = diag_new();
	bool known = reg_save_known(k->w->history, e->id);
	enum wst_saved how = WST_FAILED;
	if (file_exists(e->real) && !file_read(is, e->real, d))
		;
	else if (known || !strcmp(is->data ? is->data : "", e->now))
		how = WST_SAVED;
	else if (strcmp(is->data ? is->data : "", e->old) != 0)
		how = WST_CLASH;
	else if (keep(k, e, d))
		how = WST_SAVED;
	diag_free(d);
	return how;
}

void wst_answer_data(struct wst_call *k, const struct wst_edit *e)
{
	struct buf is = {0};
	cJSON *o = cJSON_CreateObject();
	pthread_mutex_lock(&k->w->lock);
	enum wst_saved how = write_data(k, e, &is);
	pthread_mutex_unlock(&k->w->lock);
	cJSON_AddStringToObject(o, "now", how == WST_SAVED ? e->now : is.data ? is.data : "");
	if (how == WST_CLASH)
		cJSON_AddStringToObject(o, "text",
			"Diese Tabelle hat inzwischen jemand anderes geändert; bitte neu öffnen");
	else if (how != WST_SAVED)
		cJSON_AddStringToObject(o, "text", "Die Tabelle lässt sich nicht schreiben");
	wst_json(k, how == WST_SAVED ? MHD_HTTP_OK
		: how == WST_CLASH   ? MHD_HTTP_CONFLICT
				     : MHD_HTTP_INTERNAL_SERVER_ERROR, o);
	if (how == WST_SAVED)
		wst_people_tell(k->w->people, wst_below(k, e->real), k->who);
	buf_free(&is);
}

void wst_post_data(struct wst_call *k)
{
	char *real = wst_file(k, wst_field(k, "document"), WST_WRITE);
	struct wst_edit e = {.id = wst_field(k, "id"), .place = ""};
	e.old = wst_field(k, "old");
	e.now = wst_field(k, "now");
	e.real = real && wst_id_fits(k, e.id) ? wst_beside(k, real, wst_field(k, "name"), ".csv", WST_WRITE) : NULL;
	if (e.real && strlen(e.now) > DATA_MAX)
		wst_say(k, MHD_HTTP_CONTENT_TOO_LARGE, "Die Tabelle ist zu groß; erlaubt ist 1 Megabyte");
	else if (e.real)
		wst_answer_data(k, &e);
}

/* ---- a picture */

static const char *ending_of(const struct buf *b)
{
	return b->len > 8 && !memcmp(b->data, "\x89PNG\r\n\x1a\n", 8) ? ".png"
		: b->len > 3 && !memcmp(b->data, "\xFF\xD8\xFF", 3)   ? ".jpg"
		: b->len && memmem(b->data, b->len < LOOKED_AT ? b->len : LOOKED_AT, "<svg", 4)
		? ".svg"
		: NULL;
}

/* bilder/NAME.png, or the first NAME-2.png … that is free or holds this very picture. */
static char *free_place(struct wst_call *k, const char *document, const char *name, const struct buf *picture)
{
	struct diag *unused = diag_new();
	const char *ending = ending_of(picture);
	char *found = NULL;
	for (int i = 1; i < TRIES && !found; i++) {
		struct buf b = {0};
		const char *file = i > 1 ? mem_fmt(k->mem, "bilder/%s-%d%s", name, i, ending)
					 : mem_fmt(k->mem, "bilder/%s%s", name, ending);
		char *path = wst_beside(k, document, file, ending, WST_WRITE);
		if (!path)
			break;
		if (!file_exists(path) || (file_read(&b, path, unused) && b.len == picture->len &&
			!memcmp(b.data, picture->data, b.len)))
			found = path;
		buf_free(&b);
	}
	diag_free(unused);
	return found;
}

/* As far as setting it would find out; else why not, in m. */
static bool can_be_set(struct mem *m, const char *name, const struct buf *picture, const char **why)
{
	struct diag *d = diag_new();
	size_t n;
	const bool can = pipe_is_picture(mem_fmt(m, "%s%s", name, ending_of(picture)), picture->data, picture->len, d);
	const struct diag_msg *told = diag_sorted(d, &n);
	*why = n ? mem_dup(m, told->text) : "";
	diag_free(d);
	return can;
}

char *wst_keep_picture(struct wst_call *k, const char *document, const char *name, const struct buf *picture)
{
	const char *why;
	if (!ending_of(picture) || picture->len > PICTURE_MAX || !can_be_set(k->mem, name, picture, &why))
		return NULL;
	struct diag *d = diag_new();
	pthread_mutex_lock(&k->w->lock);
	char *path = free_place(k, document, name, picture);
	if (path && !file_exists(path) && !put_file(path, picture->data, picture->len, d)) {
		wst_say(k, MHD_HTTP_INTERNAL_SERVER_ERROR, "Das Bild lässt sich nicht schreiben");
		path = NULL;
	} else if (!path && !k->status) {
		wst_say(k, MHD_HTTP_CONFLICT,
			"So heißen hier schon sehr viele Bilder; bitte einen anderen Namen wählen");
	}
	pthread_mutex_unlock(&k->w->lock);
	diag_free(d);
	if (path)
		wst_did(k, wst_below(k, document), mem_fmt(k->mem, "Bild „%s“ dazugelegt", file_base(path)));
	return path;
}

/* The body is the picture. */
void wst_post_picture(struct wst_call *k)
{
	const char *name = wst_query(k, "name");
	char *document = wst_file(k, wst_query(k, "document"), WST_WRITE);
	if (!document)
		return;
	if (!ending_of(&k->body) || !wst_good_name(name) || k->body.len > PICTURE_MAX) {
		wst_say(k, MHD_HTTP_BAD_REQUEST,
			"Das ist kein Bild für hier; erwartet werden PNG, JPEG oder SVG bis 12 Megabyte und ein Name "
			"aus Kleinbuchstaben, Ziffern und Bindestrichen");
		return;
	}
	const char *why;
	if (!can_be_set(k->mem, name, &k->body, &why)) {
		wst_say(k, MHD_HTTP_BAD_REQUEST, why);
		return;
	}
	char *path = wst_keep_picture(k, document, name, &k->body);
	if (!path)
		return;
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "file", path + strlen(file_dir(k->mem, document)) + 1);
	wst_json(k, MHD_HTTP_OK, o);
}
