/* check.c: what pruefen says, and what setzen makes. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "pipeline/output.h"
#include "text/text.h"
#include "werkstatt/save.h"

static const char *severity(enum diag_sev s)
{
	static const char *const names[] = {[DIAG_AUS] = "aus",
		[DIAG_HINWEIS] = "hinweis",
		[DIAG_ABWEICHUNG] = "abweichung",
		[DIAG_WARNUNG] = "warnung",
		[DIAG_FEHLER] = "fehler",
		[DIAG_SYSTEM] = "system"};
	return names[s];
}

/* Paths are told from the contents; one that lies elsewhere, or is hidden there, is told by its name. */
static const char *told_path(const struct wst_call *k, const char *file)
{
	size_t n = strlen(k->w->root);
	return !file ? "" : !strncmp(file, k->w->root, n) && file[n] == '/' && file[n + 1] != '.' ? file + n + 1
											     : file_base(file);
}

void wst_put_messages(struct wst_call *k, struct diag *d, cJSON *to)
{
	size_t n;
	struct wst_seen seen = {0};
	for (const struct diag_msg *m = diag_sorted(d, &n); n; m++, n--) {
		cJSON *o = cJSON_CreateObject();
		cJSON_AddStringToObject(o, "severity", severity(m->sev));
		cJSON_AddStringToObject(o, "code", m->code);
		cJSON_AddStringToObject(o, "path", told_path(k, m->file));
		cJSON_AddNumberToObject(o, "line", m->line);
		cJSON_AddStringToObject(o, "text", m->text);
		wst_put_answer(k, m, &seen, o);
		cJSON_AddItemToArray(to, o);
	}
	buf_free(&seen.data);
}

unsigned wst_outcome(struct wst_call *k, struct diag *d, cJSON *o)
{
	size_t n;
	unsigned status = MHD_HTTP_OK;
	wst_put_messages(k, d, cJSON_AddArrayToObject(o, "messages"));
	for (const struct diag_msg *m = diag_sorted(d, &n); n && status == MHD_HTTP_OK; m++, n--)
		if (m->sev == DIAG_SYSTEM && !strncmp(m->code, "REGISTER", strlen("REGISTER"))) {
			cJSON_AddStringToObject(o, "text", m->text);
			status = MHD_HTTP_SERVICE_UNAVAILABLE;
		}
	return status;
}

/* ---- the check of a document; the first one of many words takes the dictionary a second or two */

static bool is_new(struct wst *w, const char *real)
{
	for (size_t i = 0; i < w->nchecked; i++)
		if (!strcmp(w->checked[i], real))
			return false;
	MEM_ROOM(w->checked, w->nchecked, w->cap_checked);
	w->checked[w->nchecked++] = strdup(real);
	return true;
}

/* With the lock held. The words it left out, which are none unless the document is new. */
static size_t check(struct wst_call *k, const char *real, bool new, const char *const **words)
{
	struct diag *d = diag_new();
	struct edition e = {0};
	pipe_words_later(k->w->pipe, new);
	pipe_edition(k->w->pipe, real, &e, d);
	if (e.txt)
		txt_report(e.txt, k->w->noted);
	const size_t n = pipe_words_noted(k->w->pipe, k->mem, words);
	if (!n) {
		cJSON *o = cJSON_CreateObject();
		wst_put_messages(k, d, cJSON_AddArrayToObject(o, "messages"));
		wst_json(k, MHD_HTTP_OK, o);
	}
	pipe_end(&e);
	diag_free(d);
	return n;
}

/* Meanwhile pages are set. */
static void look_up(struct wst_call *k, const char *const *words, size_t n)
{
	struct wst *w = k->w;
	pthread_mutex_lock(&w->looking);
	w->words = w->words ? w->words : pipe_dictionary(k->mem);
	for (size_t i = 0; i < n && w->words; i++)
		pipe_look_up(w->words, words[i]);
	pthread_mutex_lock(&w->setting);
	if (w->words)
		pipe_learn(w->pipe, w->words, words, n);
	pthread_mutex_unlock(&w->setting);
	pthread_mutex_unlock(&w->looking);
}

/* first: its words are looked up first, if it is new. How many that are; none: answered. */
static size_t check_once(struct wst_call *k, const char *real, bool first, const char *const **words)
{
	size_t left = 0;
	wst_set(k, real);
	if (wst_overlay(k))
		left = check(k, real, first && is_new(k->w, real), words);
	pipe_rewind(k->w->pipe);
	pthread_mutex_unlock(&k->w->setting);
	return left;
}

void wst_post_check(struct wst_call *k)
{
	char *real = wst_file(k, wst_field(k, "document"), WST_READ);
	if (real && wst_right(k, wst_below(k, real)) < WST_WRITE)      /* they quote what is for the house alone */
		wst_say(k, MHD_HTTP_FORBIDDEN, "Die Meldungen sieht, wer hier schreiben darf");
	if (!real || k->status)
		return;
	const char *const *words;
	size_t left = check_once(k, real, true, &words);
	if (!left)
		return;
	look_up(k, words, left);
	check_once(k, real, false, &words);
}

/* ---- outputs ---- */

static const char *type_of(const char *format)
{
	return !strcmp(format, "pdf")     ? "application/pdf"
		: !strcmp(format, "docx")
		? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		: !strcmp(format, "html") ? "text/html; charset=utf-8"
		: !strcmp(format, "text") ? "text/plain; charset=utf-8"
					  : NULL;
}

/* Made as setzen makes it, beside the history, and taken away again: a browser gets the bytes, no file stays. */
static void make(struct wst_call *k, const char *real, const char *format, struct diag *d)
{
	bool text = !strcmp(format, "text");
	char *path = file_beside(k->mem, k->w->setup->history, format);
	struct pipe_order order = {.output = path, .format = !strcmp(format, "html") ? PIPE_HTML
			: !strcmp(format, "docx") ? PIPE_DOCX : PIPE_PDF,
		.dump = text ? "vorlesen" : NULL, .dumped = &k->out};
	pipe_make(k->w->pipe, &order, real, NULL, d);
	pipe_commit(k->w->pipe);
	if (!text && !diag_status(d))
		file_read(&k->out, path, d);
	unlink(path);
	if (k->out.len && !diag_status(d)) {
		k->status = MHD_HTTP_OK;
		k->type = type_of(format);
		return;
	}
	if (wst_right(k, wst_below(k, real)) < WST_WRITE) {
		wst_say_unread(k, real, d);
		return;
	}
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "text", "Das Dokument hat Fehler; sie stehen in der Liste der Meldungen");
	wst_put_messages(k, d, cJSON_AddArrayToObject(o, "messages"));
	wst_json(k, MHD_HTTP_UNPROCESSABLE_CONTENT, o);
}

void wst_post_output(struct wst_call *k)
{
	struct diag *d = diag_new();
	char *real = wst_file(k, wst_field(k, "document"), WST_READ);
	const char *format = wst_field(k, "format");
	if (real && !type_of(format)) {
		wst_say(k, MHD_HTTP_BAD_REQUEST,
			"Diese Ausgabe gibt es nicht; erwartet wird pdf, html, docx oder text");
	} else if (real && !wst_sees_source(k, real)) {
		wst_say(k, MHD_HTTP_FORBIDDEN, "Die Ausgabe macht, wer hier schreiben darf");
	} else if (real) {
		wst_set(k, real);
		make(k, real, format, d);
		pipe_rewind(k->w->pipe);
		pthread_mutex_unlock(&k->w->setting);
	}
	diag_free(d);
}

/* ---- what a message is about, why it matters, what to do */

void wst_get_code(struct wst_call *k)
{
	const struct diag_code *c = k->w->setup->code(wst_query(k, "code"));
	if (!c) {
		wst_say(k, MHD_HTTP_NOT_FOUND, "Dieses Kürzel gibt es nicht");
		return;
	}
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "title", c->title);
	cJSON_AddStringToObject(o, "text", c->text);
	wst_json(k, MHD_HTTP_OK, o);
}
