/* proposals.c: what colleagues propose in a document they sent back: kept with the history, found anew in the text as
 * it is now, carried out one by one as an edit like any other, or refused. Their comments stand beside the text. */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "source/source.h"
#include "werkstatt/save.h"

struct wanted { struct wst_call *k; const char *path; struct buf now; };

static const char *below(const struct wst_call *k, const char *path)
{
	size_t n = strlen(k->w->root);
	return !strncmp(path, k->w->root, n) && path[n] == '/' ? path + n + 1 : "";
}

static const char *text_of(const cJSON *o, const char *name)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(o, name);
	return cJSON_IsString(v) ? v->valuestring : "";
}

/* What a proposal is known by, whatever its number is today. */
static const char *key_of(struct mem *m, const cJSON *p)
{
	static const char *const names[] = {"art", "name", "zeit", "bisher", "neu", "bei"};
	char *hex = MEM_ARRAY(m, char, 2 * HASH_SHA256 + 1);
	uint8_t sum[HASH_SHA256];
	struct buf b = {0};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		buf_fmt(&b, "%s\n", text_of(p, names[i]));
	hash_sha256(b.data, b.len, sum);
	hash_hex(sum, 16, hex);
	buf_free(&b);
	return hex;
}

static bool keep_it(void *arg, const char *path, const struct buf *b)
{
	struct wanted *w = arg;
	w->path = mem_dup(w->k->mem, path);
	buf_clear(&w->now);
	buf_put(&w->now, b->data, b->len);
	return true;
}

static bool nowhere(void *arg, const char *path, const struct buf *b)
{
	(void)arg, (void)path, (void)b;
	return true;
}

/* With the lock "reading" held: read as the file it was, by the name it came with. NULL: told. */
static cJSON *read_return(struct wst_call *k, const struct reg_return *r, const char *source, struct wanted *w,
	const char *accept, struct diag *d)
{
	struct buf told = {0};
	const struct wst_setup *s = k->w->setup;
	const char *dot = strrchr(r->name, '.');
	const char *name = mem_fmt(k->mem, "%s%s", r->id, dot ? dot : "");
	const struct wst_answers a = {.file = file_beside(k->mem, s->history, name),
		.source = source, .accept = accept, .put = w ? keep_it : nowhere, .arg = w};
	bool ok = wst_put_file(a.file, r->data, r->size, d) && s->answers(s->arg, &a, &told, d);
	unlink(a.file);
	cJSON *list = ok && told.data ? cJSON_Parse(told.data) : NULL;
	buf_free(&told);
	return list;
}

/* ---- told */

static void put_proposals(struct wst_call *k, const struct reg_return *r, const cJSON *list, cJSON *to)
{
	const cJSON *p;
	pthread_mutex_lock(&k->w->lock);
	cJSON_ArrayForEach(p, cJSON_GetObjectItemCaseSensitive(list, "vorschlaege")) {
		const char *key = key_of(k->mem, p);
		if (!strcmp(text_of(p, "art"), "vermerk") || reg_is_decided(k->w->history, r->id, key))
			continue;
		cJSON *o = cJSON_Duplicate(p, true);
		cJSON_DeleteItemFromObjectCaseSensitive(o, "datei");
		cJSON_AddStringToObject(o, "path", below(k, text_of(p, "datei")));
		cJSON_AddStringToObject(o, "key", key);
		cJSON_AddStringToObject(o, "return", r->id);
		cJSON_AddItemToArray(to, o);
	}
	pthread_mutex_unlock(&k->w->lock);
}

/* What came back to a document: a copy. */
static size_t returns(struct wst_call *k, const char *file, struct reg_return **all)
{
	pthread_mutex_lock(&k->w->lock);
	const size_t n = reg_returns(k->w->history, k->mem, file, all);
	pthread_mutex_unlock(&k->w->lock);
	return n;
}

void wst_get_proposals(struct wst_call *k)
{
	struct reg_return *all;
	char *real = wst_file(k, wst_query(k, "document"), WST_WRITE);
	if (!real)
		return;
	struct diag *d = diag_new();
	cJSON *o = cJSON_CreateObject(), *to = cJSON_AddArrayToObject(o, "proposals"),
	      *files = cJSON_AddArrayToObject(o, "returns");
	const size_t n = returns(k, below(k, real), &all);
	pthread_mutex_lock(&k->w->reading);
	for (size_t i = 0; i < n; i++) {
		cJSON *f = cJSON_CreateObject(), *list = read_return(k, &all[i], real, NULL, NULL, d);
		cJSON_AddStringToObject(f, "id", all[i].id);
		cJSON_AddStringToObject(f, "name", all[i].name);
		cJSON_AddItemToArray(files, f);
		put_proposals(k, &all[i], list, to);
		cJSON_Delete(list);
	}
	pthread_mutex_unlock(&k->w->reading);
	wst_json(k, MHD_HTTP_OK, o);
	diag_free(d);
}

/* ---- sent back */

/* Comments of colleagues stand beside the text, under their own name. */
static void keep_remarks(struct wst_call *k, const cJSON *list)
{
	const cJSON *p;
	cJSON_ArrayForEach(p, cJSON_GetObjectItemCaseSensitive(list, "vorschlaege")) {
		const char *file = below(k, text_of(p, "datei"));
		if (strcmp(text_of(p, "art"), "vermerk") || !*file)
			continue;
		const struct reg_remark r = {.id = mem_fmt(k->mem, "zurueck-%s", key_of(k->mem, p)),
			.who = text_of(p, "name"), .file = file, .quote = text_of(p, "bei"),
			.text = text_of(p, "neu"), .to = "", .when = k->w->setup->now()};
		reg_remark_put(k->w->history, &r);
	}
}

static bool known_kind(const char *name)
{
	const char *dot = strrchr(name, '.');
	return dot && strlen(name) < 200 && !strchr(name, '/') && (!strcmp(dot, ".docx") || !strcmp(dot, ".odt"));
}

/* The body is the file. */
void wst_post_return(struct wst_call *k)
{
	struct reg_return r = {.id = wst_query(k, "id"), .who = k->who, .name = wst_query(k, "file"),
		.when = k->w->setup->now(), .data = k->body.data, .size = k->body.len};
	char *real = wst_file(k, wst_query(k, "document"), WST_WRITE);
	if (!real || !wst_id_fits(k, r.id))
		return;
	if (!known_kind(r.name) || r.size < 4 || memcmp(r.data, "PK\3\4", 4) != 0) {
		wst_say(k, MHD_HTTP_BAD_REQUEST,
			"Erwartet wird die Datei, die ausgegeben und bearbeitet wurde: .docx oder .odt");
		return;
	}
	r.file = below(k, real);
	struct diag *d = diag_new();
	size_t n;
	pthread_mutex_lock(&k->w->reading);
	cJSON *list = read_return(k, &r, real, NULL, NULL, d);
	pthread_mutex_unlock(&k->w->reading);
	pthread_mutex_lock(&k->w->lock);
	bool ok = list && reg_return_put(k->w->history, &r);
	if (ok)
		keep_remarks(k, list);
	pthread_mutex_unlock(&k->w->lock);
	const struct diag_msg *why = diag_sorted(d, &n);
	wst_say(k, ok ? MHD_HTTP_OK : MHD_HTTP_UNPROCESSABLE_CONTENT,
		ok ? "" : n ? why->text : "Die Datei lässt sich nicht lesen");
	if (ok)
		wst_did(k, r.file, mem_fmt(k->mem, "Rückmeldung „%s“ eingelesen", r.name));
	cJSON_Delete(list);
	diag_free(d);
}

/* ---- accepted or refused */

static const struct reg_return *return_named(struct wst_call *k, const char *file)
{
	struct reg_return *all;
	const size_t n = returns(k, file, &all);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(all[i].id, wst_field(k, "return")))
			return &all[i];
	return NULL;
}

/* Today's number of the proposal, and the file it is about; NULL: it is there no more. */
static const char *number_now(struct wst_call *k, const cJSON *list, const char **file)
{
	const cJSON *p;
	cJSON_ArrayForEach(p, cJSON_GetObjectItemCaseSensitive(list, "vorschlaege")) {
		const cJSON *number = cJSON_GetObjectItemCaseSensitive(p, "nummer");
		*file = mem_dup(k->mem, text_of(p, "datei"));
		if (cJSON_IsNumber(number) && !strcmp(key_of(k->mem, p), wst_field(k, "key")))
			return mem_fmt(k->mem, "%d", number->valueint);
	}
	return NULL;
}

/* The whole document element as it is and as it would be; somebody may have written it while the proposal was read. */
static bool edit_of(struct wst_call *k, const struct buf *before, const struct wanted *w, struct wst_edit *e,
	struct diag *d)
{
	struct buf still = {0};
	struct src_range was, is;
	const bool ok = file_read(&still, e->real, d) && buf_same(&still, before) &&
		src_element(before->data, before->len, "", &was) && src_element(w->now.data, w->now.len, "", &is);
	buf_free(&still);
	if (ok) {
		e->old = mem_str(k->mem, before->data + was.from, was.to - was.from);
		e->now = mem_str(k->mem, w->now.data + is.from, is.to - is.from);
	}
	return ok;
}

/* The edit of the whole file that carries it out; false: it cannot be, or not yet. */
static bool try_to_carry_out(struct wst_call *k, const struct reg_return *r, const char *real, struct wst_edit *e,
	struct diag *d)
{
	struct wanted w = {.k = k};
	struct buf before = {0};
	const char *file = "";
	cJSON *list = read_return(k, r, real, NULL, NULL, d);
	const char *number = number_now(k, list, &file);
	cJSON_Delete(list);
	const bool there = number && file_read(&before, file, d);
	list = there ? read_return(k, r, real, &w, number, d) : NULL;
	cJSON_Delete(list);
	const bool same = w.path && w.now.len && !strcmp(w.path, file);
	e->real = same ? wst_file(k, below(k, w.path), WST_WRITE) : NULL;
	const bool ok = e->real && edit_of(k, &before, &w, e, d);
	buf_free(&before);
	buf_free(&w.now);
	return ok;
}

/* Beside those who write; where somebody wrote the file meanwhile, they wait once. */
static bool carry_out(struct wst_call *k, const struct reg_return *r, const char *real, struct wst_edit *e,
	struct diag *d)
{
	pthread_mutex_lock(&k->w->reading);
	bool done = try_to_carry_out(k, r, real, e, d);
	if (!done && !k->status) {
		pthread_mutex_lock(&k->w->lock);
		done = try_to_carry_out(k, r, real, e, d);
		pthread_mutex_unlock(&k->w->lock);
	}
	pthread_mutex_unlock(&k->w->reading);
	return done;
}

/* What was carried out is decided, and not shown again. */
static void accepted(struct wst_call *k, const struct wst_edit *e)
{
	wst_answer_edit(k, e);
	if (k->status != MHD_HTTP_OK)
		return;
	pthread_mutex_lock(&k->w->lock);
	reg_decided(k->w->history, wst_field(k, "return"), wst_field(k, "key"));
	pthread_mutex_unlock(&k->w->lock);
}

static void answer_decided(struct wst_call *k, const char *file, bool refused)
{
	wst_say(k, MHD_HTTP_OK, "");
	wst_did(k, file, refused ? "Vorschlag abgelehnt" : "Rückmeldung abgeschlossen");
}

static bool decide(struct wst_call *k, const struct reg_return *r, const char *what)
{
	bool done = false;
	pthread_mutex_lock(&k->w->lock);
	if (!strcmp(what, "ablehnen"))
		done = reg_decided(k->w->history, r->id, wst_field(k, "key"));
	else if (!strcmp(what, "abschliessen"))
		done = reg_return_drop(k->w->history, r->id);
	pthread_mutex_unlock(&k->w->lock);
	return done;
}

void wst_post_proposal(struct wst_call *k)
{
	struct wst_edit e = {.id = wst_field(k, "id"), .place = ""};
	const char *what = wst_field(k, "do");
	char *real = wst_file(k, wst_field(k, "document"), WST_WRITE);
	if (!real || !wst_id_fits(k, e.id))
		return;
	struct diag *d = diag_new();
	bool accept = !strcmp(what, "annehmen"), done = false;
	const struct reg_return *r = return_named(k, below(k, real));
	if (r && accept)
		done = carry_out(k, r, real, &e, d);
	else if (r)
		done = decide(k, r, what);
	if (done && accept)
		accepted(k, &e);
	else if (done)
		answer_decided(k, below(k, real), !strcmp(what, "ablehnen"));
	else if (!k->status)
		wst_say(k, MHD_HTTP_CONFLICT,
			"Der Vorschlag passt nicht mehr zum Text; bitte von Hand übernehmen oder ablehnen");
	diag_free(d);
}
