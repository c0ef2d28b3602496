/* save.c: a save: one element of one file, written anew, everything else byte for byte as it was. What others changed
 * meanwhile in other paragraphs stays; in the same one both texts are shown and nothing is written. */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "source/source.h"
#include "werkstatt/desk.h"
#include "werkstatt/save.h"

static const char *element(struct mem *m, const struct buf *b, const char *place, struct src_range *at)
{
	return b->len && src_element(b->data, b->len, place, at) ? mem_str(m, b->data + at->from, at->to - at->from)
								 : NULL;
}

/* The bytes that the element has now, and the line it begins in. */
static void put_part(struct wst_call *k, unsigned status, const char *place, const struct buf *b, cJSON *o)
{
	struct src_range at;
	const char *xml = element(k->mem, b, place, &at);
	int line = 1;
	for (size_t i = 0; xml && i < at.from; i++)
		line += b->data[i] == '\n';
	cJSON_AddStringToObject(o, "xml", xml ? xml : "");
	cJSON_AddNumberToObject(o, "line", line);
	wst_json(k, status, o);
}

void wst_get_part(struct wst_call *k)
{
	struct buf b = {0};
	char *real = wst_source(k, wst_query(k, "path"));
	if (real && wst_text(k, real, &b)) {
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "path", wst_below(k, real));
		cJSON_AddBoolToObject(o, "write", wst_right(k, wst_below(k, real)) >= WST_WRITE);
		put_part(k, MHD_HTTP_OK, wst_query(k, "place"), &b, o);
	} else if (real) {
		wst_say(k, MHD_HTTP_INTERNAL_SERVER_ERROR, "Die Datei lässt sich nicht lesen");
	}
	buf_free(&b);
}

/* ---- writing ---- */

bool wst_note_save(struct wst_call *k, const struct wst_edit *e, const struct buf *before, const struct buf *after)
{
	struct reg_save v = {
		.id = e->id, .who = k->who, .file = wst_below(k, e->real), .when = k->w->setup->now(), .place = ""};
	struct src_range at;
	src_touched(k->mem, before, after, &v.place);
	v.old = element(k->mem, before, v.place, &at);
	v.now = element(k->mem, after, v.place, &at);
	hash_sha256(before->data, before->len, v.before);
	hash_sha256(after->data, after->len, v.after);
	return v.old && v.now && reg_save_put(k->w->history, &v);
}

void wst_tell_unkept(const char *real, struct diag *d)
{
	diag_sys(d, "WERKSTATT", real, 0,
		"Der Verlauf lässt sich nicht schreiben, gespeichert ist nichts; bitte Rechte und Datenträger prüfen");
}

/* First the history, written through, then the file: a crash in between is seen at the next start (wst_recover). */
bool wst_keep(struct wst_call *k, const struct wst_edit *e, const struct buf *before, const struct buf *after,
	struct diag *d)
{
	if (!wst_note_save(k, e, before, after)) {
		wst_tell_unkept(e->real, d);
		return false;
	}
	if (wst_put_file(e->real, after->data, after->len, d))
		return true;
	reg_save_drop(k->w->history, e->id);
	return false;
}

void wst_answer_edit(struct wst_call *k, const struct wst_edit *e)
{
	static const unsigned status[] = {[WST_SAVED] = MHD_HTTP_OK,
		[WST_CLASH] = MHD_HTTP_CONFLICT,
		[WST_UNSOUND] = MHD_HTTP_UNPROCESSABLE_CONTENT,
		[WST_FAILED] = MHD_HTTP_INTERNAL_SERVER_ERROR};
	struct diag *d = diag_new();
	struct buf now = {0};
	enum wst_saved how = wst_save(k, e, &now, d);
	size_t n;
	const struct diag_msg *why = diag_sorted(d, &n);
	cJSON *o = cJSON_CreateObject();
	if (how == WST_CLASH)
		cJSON_AddStringToObject(o, "text",
			"Diese Stelle hat inzwischen jemand anderes geändert; beide Fassungen stehen nebeneinander");
	else if (how != WST_SAVED)
		cJSON_AddStringToObject(o, "text", n ? why->text
			: how == WST_UNSOUND
			? "Die Datei auf dem Datenträger ist zurzeit kein lesbares XML; gespeichert wird, sobald sie "
			  "berichtigt ist"
			: "Das lässt sich so nicht speichern");
	if (how == WST_FAILED)
		wst_json(k, status[how], o);
	else
		put_part(k, status[how], e->place, &now, o);
	if (how == WST_SAVED)
		wst_people_tell(k->w->people, wst_below(k, e->real), k->who);
	buf_free(&now);
	diag_free(d);
}

/* Given by the page, so that a save that is sent again after a lost answer is not done twice. */
bool wst_id_fits(struct wst_call *k, const char *id)
{
	static const char good[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";
	size_t n = strlen(id);
	if (n >= 16 && n <= 64 && strspn(id, good) == n)
		return true;
	wst_say(k, MHD_HTTP_BAD_REQUEST, "Der Speicherung fehlt ihre Kennung");
	return false;
}

void wst_post_part(struct wst_call *k)
{
	struct wst_edit e = {.id = wst_field(k, "id"),
		.place = wst_field(k, "place"),
		.old = wst_field(k, "old"),
		.now = wst_field(k, "now"),
		.real = wst_file(k, wst_field(k, "path"), WST_WRITE)};
	if (e.real && wst_id_fits(k, e.id))
		wst_answer_edit(k, &e);
}

/* ---- what is not saved yet, for a run ---- */

/* A table named by a document, as it would be. */
static bool overlay_data(struct wst_call *k, const char *document, const char *name, const char *now)
{
	char *real = wst_beside(k, document, name, ".csv", WST_WRITE);
	if (real)
		pipe_overlay(k->w->pipe, real, &(struct buf){mem_dup(k->mem, now), strlen(now), 0});
	return real != NULL;
}

static bool overlay(struct wst_call *k, const cJSON *change)
{
	const cJSON *path = cJSON_GetObjectItemCaseSensitive(change, "path"),
		    *place = cJSON_GetObjectItemCaseSensitive(change, "place"),
		    *old = cJSON_GetObjectItemCaseSensitive(change, "old"),
		    *now = cJSON_GetObjectItemCaseSensitive(change, "now");
	if (!cJSON_IsString(path) || !cJSON_IsString(old) || !cJSON_IsString(now)) {
		wst_say(k, MHD_HTTP_BAD_REQUEST, "Eine Änderung ist nicht zu lesen");
		return false;
	}
	const cJSON *name = cJSON_GetObjectItemCaseSensitive(change, "name");
	char *real = wst_file(k, path->valuestring, WST_WRITE);
	if (real && cJSON_IsString(name))
		return overlay_data(k, real, name->valuestring, now->valuestring);
	if (!real)
		return false;
	struct diag *d = diag_new();
	struct buf before = {0}, after = {0};
	const struct src_change c = {.path = real, .place = cJSON_IsString(place) ? place->valuestring : "",
		.old = old->valuestring, .nold = strlen(old->valuestring),
		.now = now->valuestring, .nnow = strlen(now->valuestring)};
	bool ok = file_read(&before, real, d) && src_merge(&before, &c, &after, d) == SRC_MERGED;
	buf_free(&before);
	diag_free(d);
	size_t n = after.len;
	char *kept = buf_take(&after, k->mem);
	if (ok)
		pipe_overlay(k->w->pipe, real, &(struct buf){kept, n, 0});
	else
		wst_say(k, MHD_HTTP_CONFLICT, "Diese Stelle hat inzwischen jemand anderes geändert");
	return ok;
}

bool wst_overlay(struct wst_call *k)
{
	const cJSON *c;
	cJSON_ArrayForEach(c, cJSON_GetObjectItemCaseSensitive(k->json, "changes"))
		if (!overlay(k, c))
			return false;
	return true;
}

/* ---- after a crash ---- */

/* The saves of the last transaction, newest first: those of a file follow each other, and it is written once. */
static bool is_unwritten(struct mem *m, const struct wst *w, const struct reg_save *all, size_t n, const char *file)
{
	struct diag *unused = diag_new();
	struct buf b = {0};
	uint8_t sum[HASH_SHA256];
	const struct reg_save *newest = NULL, *oldest = NULL;
	for (size_t i = 0; i < n; i++)
		if (!strcmp(all[i].file, file)) {
			newest = newest ? newest : &all[i];
			oldest = &all[i];
		}
	bool there = file_read(&b, file_join(m, w->root, file), unused);
	hash_sha256(b.data, b.len, sum);
	diag_free(unused);
	buf_free(&b);
	return there && memcmp(sum, newest->after, sizeof sum) && !memcmp(sum, oldest->before, sizeof sum);
}

void wst_recover(struct wst *w)
{
	struct mem *m = mem_new();
	struct reg_save *all;
	size_t n = reg_saves_begun(w->history, m, &all);
	for (size_t i = 0; i < n; i++)
		if (is_unwritten(m, w, all, n, all[i].file))
			reg_save_drop(w->history, all[i].id);
	mem_free(m);
}
