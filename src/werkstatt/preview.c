/* preview.c: the pages as they are while somebody writes. The pipeline stays warm from key to key; a page is sent only
 * if its drawing is another than the one the browser has, and drawn only where the browser looks: the others are asked
 * for when they come into sight. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "compare/cmp.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/doc.h"
#include "source/source.h"
#include "view/view.h"
#include "werkstatt/save.h"

struct shown {                                     /* a document set for one request */
	struct wst_call *k;
	const char *real;
	struct edition e;
	struct lay_page room;
	struct diag *diag;
	const char *words;                             /* that are looked for; NULL: none */
	struct edition before;                         /* of a Synopse: the edition before, a page turned */
	struct cmp *changes;
	struct style wide;
};

/* Beside the edition before, instead of the document: for who may write it. False: answered. */
static bool make_synopse(struct shown *s)
{
	struct wst_call *k = s->k;
	struct diag *unused = diag_new();
	bool may = wst_may(k, wst_below(k, s->real), WST_WRITE);
	char *old = may ? src_vorgaenger(k->mem, s->e.doc, k->w->root) : NULL;
	if (old && pipe_read(k->w->pipe, old, NULL, &s->before, unused))
		s->changes = cmp_run(s->before.doc, s->e.doc, sty_words(s->e.style), unused);
	if (s->changes) {
		s->wide = *s->e.style;
		s->wide.page = sty_wide(s->e.style);
		s->e.tree = com_synopse(s->changes, false, s->e.style = &s->wide, s->e.txt, unused);
	}
	diag_free(unused);
	if (!s->changes && !k->status)
		wst_say(k, MHD_HTTP_CONFLICT, "Eine vorige Ausgabe, mit der verglichen wird, gibt es hier nicht");
	return s->changes != NULL;
}

/* With the lock held until close_shown. False: answered. */
static bool open_shown(struct shown *s, struct wst_call *k, const char *document)
{
	*s = (struct shown){.k = k, .real = wst_file(k, document, WST_READ)};
	if (s->real && wst_right(k, s->real + strlen(k->w->root) + 1) < WST_WRITE)
		wst_set(k, s->real);                   /* who may write it asks no register */
	else
		pthread_mutex_lock(&k->w->setting);
	s->diag = diag_new();
	if (!s->real || !wst_overlay(k))
		return false;
	if (!wst_edition(k, s->real, &s->e, s->diag) || !s->e.style || s->e.doc->incomplete) {
		if (!k->status)
			wst_say_unread(k, s->real, s->diag);
		return false;
	}
	if (!strcmp(wst_field(k, "as"), "synopse") && !make_synopse(s))
		return false;
	struct diag *unused = diag_new();                  /* faults stand beside the text; pages come all the same */
	txt_report(s->e.txt, unused);
	pipe_pictures(&s->e, unused);
	pipe_set(k->w->pipe, &s->e, unused);
	txt_report(s->e.txt, s->diag);
	diag_free(unused);
	if (s->e.lay)
		return true;
	wst_say_unread(k, s->real, s->diag);
	return false;
}

static void close_shown(struct shown *s)
{
	lay_page_free(&s->room);
	if (s->e.txt)
		txt_report(s->e.txt, s->k->w->noted);
	pipe_end(&s->e);
	cmp_free(s->changes);
	pipe_end(&s->before);
	pipe_rewind(s->k->w->pipe);
	diag_free(s->diag);
	pthread_mutex_unlock(&s->k->w->setting);
}

/* ---- pages ---- */

static bool is_known(const cJSON *known, int page, const char *sum)
{
	const cJSON *at = cJSON_GetArrayItem(known, page);
	return cJSON_IsString(at) && !strcmp(at->valuestring, sum);
}

static int number(const struct wst_call *k, const char *name, int unsaid)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(k->json, name);
	return cJSON_IsNumber(v) ? v->valueint : unsaid;
}

static void put_page(struct shown *s, int page, cJSON *list, struct buf *drawings)
{
	const int first = number(s->k, "first", 0), last = number(s->k, "last", 3);
	const bool looked_at = page >= first && page <= last;
	struct buf svg = {0};
	char sum[2 * sizeof(uint64_t) + 1] = "", label[24];
	len_t w, h;
	if (looked_at) {
		view_page(&svg, s->e.lay, s->e.txt, page, &s->room);
		uint64_t v = hash_quick(svg.data, svg.len);
		hash_hex((const uint8_t *)&v, sizeof v, sum);
	}
	lay_page_size(s->e.lay, page, &w, &h);
	lay_label(s->e.lay, page, label);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "sum", sum);
	cJSON_AddNumberToObject(o, "w", w / 1000);
	cJSON_AddNumberToObject(o, "h", h / 1000);
	cJSON_AddStringToObject(o, "label", label);
	cJSON_AddItemToArray(list, o);
	const cJSON *known = cJSON_GetObjectItemCaseSensitive(s->k->json, "known");
	if (looked_at && !is_known(known, page, sum)) {
		buf_fmt(drawings, "\f%d\n", page);
		buf_put(drawings, svg.data, svg.len);
	}
	buf_free(&svg);
}

/* The block that begins at the line, or the last one before it, in that file. */
static const struct block *block_at(const struct shown *s, const char *path, int line)
{
	const struct block *best = NULL;
	for (const struct block *b = s->e.tree->root; b; b = blk_walk(s->e.tree->root, b)) {
		int page;
		len_t y;
		if (b->file && b->line <= line && !strcmp(b->file, path) && (!best || b->line > best->line) &&
			lay_place(s->e.lay, b, &page, &y))
			best = b;
	}
	return best;
}

static const cJSON *at(const struct wst_call *k, const char *name)
{
	return cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(k->json, "at"), name);
}

/* Of a line of text the longest stretch without a tag, in m; NULL: there is none. */
static const char *stretch(struct mem *m, const char *line, size_t n)
{
	const char *best = NULL, *end = line + n;
	size_t most = 0;
	for (const char *p = line; p < end;) {
		p += *p == '>' || *p == ' ' || *p == '\t';
		const char *to = memchr(p, '<', (size_t)(end - p));
		to = to ? to : end;
		if ((size_t)(to - p) > most)
			best = p, most = (size_t)(to - p);
		const char *tag = memchr(to, '>', (size_t)(end - to));
		p = tag ? tag : end;
	}
	return best ? mem_str(m, best, most) : NULL;
}

/* What a search found in a file for somebody who may only read: the words of that line. The public edition they see is
 * one file, with lines of its own. Asked before any lock is taken. NULL: none is meant. */
static const char *found_words(struct wst_call *k)
{
	const cJSON *path = at(k, "path"), *line = at(k, "shown");
	const char *real = cJSON_IsString(path) && cJSON_IsNumber(line)
		? file_inside(k->mem, k->w->root, file_join(k->mem, k->w->root, path->valuestring)) : NULL;
	struct buf b = {0};
	if (!real || wst_right(k, wst_below(k, real)) < WST_READ || !wst_sees_source(k, real) ||
		!wst_text(k, real, &b) || !b.len) {
		buf_free(&b);
		return NULL;
	}
	const char *from = b.data, *end = b.data + b.len;
	for (int i = 1; i < line->valueint && from < end; i++) {
		const char *next = memchr(from, '\n', (size_t)(end - from));
		from = next ? next + 1 : end;
	}
	const char *words = from < end ? stretch(k->mem, from, strcspn(from, "\n")) : NULL;
	buf_free(&b);
	return words;
}

static int line_with(const struct doc_file *f, const char *words)
{
	const char *there = memmem(f->data, f->size, words, strlen(words));
	int line = 1;
	for (const char *p = f->data; there && p < there; p++)
		line += *p == '\n';
	return there ? line : 0;
}

static void put_caret(struct shown *s, cJSON *o)
{
	const cJSON *path = at(s->k, "path"), *line = at(s->k, "line");
	const struct doc_file *whole = &s->e.doc->files[0];
	const int found = s->words ? line_with(whole, s->words) : 0;
	const struct block *b = found ? block_at(s, whole->path, found)
		: cJSON_IsString(path) && cJSON_IsNumber(line)
		? block_at(s, file_join(s->k->mem, s->k->w->root, path->valuestring), line->valueint)
		: NULL;
	int page;
	len_t y;
	if (b && lay_place(s->e.lay, b, &page, &y)) {
		cJSON *where = cJSON_AddObjectToObject(o, "at");
		cJSON_AddNumberToObject(where, "page", page);
		cJSON_AddNumberToObject(where, "y", y / 1000.0);
		if (found)
			cJSON_AddNumberToObject(where, "line", found);
	}
}

/* A line of JSON; then, each after a form feed, the number of a page, a line end and its drawing. */
void wst_post_preview(struct wst_call *k)
{
	struct shown s;
	struct buf drawings = {0};
	const char *words = found_words(k);
	if (open_shown(&s, k, wst_field(k, "document"))) {
		s.words = words;
		cJSON *o = cJSON_CreateObject(), *list = cJSON_AddArrayToObject(o, "pages");
		for (int i = 0; i < lay_pages(s.e.lay); i++)
			put_page(&s, i, list, &drawings);
		put_caret(&s, o);
		cJSON_AddNumberToObject(o, "fonts", txt_fonts(s.e.txt));
		wst_json(k, MHD_HTTP_OK, o);
		buf_put(&k->out, drawings.data, drawings.len);
		k->type = "text/plain; charset=utf-8";
	}
	close_shown(&s);
	buf_free(&drawings);
}

/* From a place on a page to the text. */
void wst_post_place(struct wst_call *k)
{
	struct shown s;
	if (open_shown(&s, k, wst_field(k, "document"))) {
		const cJSON *x = cJSON_GetObjectItemCaseSensitive(k->json, "x"),
			    *y = cJSON_GetObjectItemCaseSensitive(k->json, "y");
		int page = number(k, "page", 0);
		const struct block *b = NULL;
		if (page >= 0 && page < lay_pages(s.e.lay) && cJSON_IsNumber(x) && cJSON_IsNumber(y))
			b = view_at(s.e.lay, page, x->valuedouble, y->valuedouble, &s.room);
		cJSON *o = cJSON_CreateObject();
		size_t root = strlen(k->w->root) + 1;
		if (b && b->file && strlen(b->file) > root) {
			cJSON_AddStringToObject(o, "path", b->file + root);
			cJSON_AddNumberToObject(o, "line", b->line);
		}
		wst_json(k, MHD_HTTP_OK, o);
	}
	close_shown(&s);
}

/* ---- fonts: once each, as the numbers stay as long as the program runs ---- */

static struct store_of_fonts *font_kept(struct wst *w, const char *name)
{
	for (size_t i = 0; i < w->nfonts; i++)
		if (!strcmp(w->fonts[i].name, name))
			return &w->fonts[i];
	return NULL;
}

void wst_get_font(struct wst_call *k)
{
	struct diag *d = diag_new();
	struct edition e = {0};
	const char *document = wst_query(k, "document");
	char *real = wst_file(k, document, WST_READ);
	int n = atoi(wst_query(k, "n"));
	pthread_mutex_lock(&k->w->setting);
	if (real && pipe_read(k->w->pipe, real, NULL, &e, d)) {
		const char *name = mem_fmt(k->mem, "%p %d", (void *)e.txt, n);
		struct store_of_fonts *f = font_kept(k->w, name);
		struct buf b = {0};
		if (!f && view_font(&b, e.txt, n)) {
			MEM_ROOM(k->w->fonts, k->w->nfonts, k->w->cap_fonts);
			f = &k->w->fonts[k->w->nfonts++];
			*f = (struct store_of_fonts){strdup(name), b};
		}
		if (f) {
			buf_put(&k->out, f->data.data, f->data.len);
			k->status = MHD_HTTP_OK;
			k->type = "font/woff2";
		}
	}
	pipe_end(&e);
	pipe_rewind(k->w->pipe);
	pthread_mutex_unlock(&k->w->setting);
	if (real && !k->status)
		wst_say(k, MHD_HTTP_NOT_FOUND, "Diese Schrift gibt es hier nicht");
	diag_free(d);
}
