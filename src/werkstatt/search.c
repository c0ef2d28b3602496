/* search.c: words in all files, with what stands around them. */
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/u8.h"
#include "source/source.h"
#include "werkstatt/save.h"

enum { HITS = 100, BEFORE = 60, AFTER = 100, LONGEST_WORD = 60 };

struct search { struct wst_call *k; cJSON *to; const char *words; };

/* Blanks that keep words together are blanks to who types them. A letter whose lower case takes more or fewer bytes
 * ("İ") stays: so a place in it is the same place in what is shown, where src_words left plain blanks alone. */
static char *lower(struct mem *m, const char *s, size_t n)
{
	struct buf b = {0};
	for (const char *end = s + n, *from; s < end;) {
		const size_t before = b.len;
		from = s;
		const uint32_t cp = u8_get(&s, end);
		if (cp == 0xA0 || cp == 0x202F) {
			buf_chr(&b, ' ');
			continue;
		}
		buf_u8(&b, u8_lower(cp));
		if (b.len - before != (size_t)(s - from)) {
			b.len = before;
			buf_put(&b, from, (size_t)(s - from));
		}
	}
	return buf_take(&b, m);
}

static bool blank(char c)
{
	return c == ' ' || c == '\n' || !c;
}

struct around { const char *from, *to; bool before, after; };

/* The words around n bytes at a place, of the same line; one that would be cut is left out, one that was found is whole
 * if it is no monster. */
static struct around around(const char *text, const char *at, size_t n)
{
	struct around a = {at, at + n, false, false};
	const char *line = at, *end = at + n + strcspn(at + n, "\n");
	while (line > text && line[-1] != '\n')
		line--;
	a.from = at - line > BEFORE ? at - BEFORE : line;
	while (a.from > line && a.from < at && !blank(a.from[-1]))
		a.from++;
	const char *word = a.to;
	while (word < end && *word != ' ' && word - a.to < LONGEST_WORD)
		word++;
	while (word < end && ((unsigned char)*word & 0xC0) == 0x80)
		word++;
	a.to = end - at > AFTER ? at + AFTER : end;
	while (a.to > word && !blank(*a.to))
		a.to--;
	a.to = a.to < word ? word : a.to;
	a.from += *a.from == ' ';
	a.before = a.from > line;
	a.after = a.to < end;
	return a;
}

static void put_hit(struct search *s, const char *real, int line, const struct around *a, const char *at, size_t n)
{
	struct mem *m = s->k->mem;
	const char *before = mem_fmt(m, "%s%s", a->before ? "… " : "", mem_str(m, a->from, (size_t)(at - a->from)));
	const char *found = mem_str(m, at, n), *rest = mem_str(m, at + n, (size_t)(a->to - at) - n);
	cJSON *o = cJSON_CreateObject();
	cJSON_AddStringToObject(o, "path", wst_below(s->k, real));
	cJSON_AddNumberToObject(o, "line", line);
	json_add(o, "before", before);
	json_add(o, "found", found);
	json_add(o, "text", mem_fmt(m, "%s%s%s%s", before, found, rest, a->after ? " …" : ""));
	cJSON_AddItemToArray(s->to, o);
}

/* What is shown of one hit is not shown again for the next. */
static void put_hits(struct search *s, const char *real, const struct src_words *w)
{
	const char *text = lower(s->k->mem, w->text.data, w->text.len), *shown = w->text.data;
	size_t line = 0, n = strlen(s->words);
	for (const char *at = text; (at = strstr(at, s->words)) && cJSON_GetArraySize(s->to) < HITS;) {
		const char *there = shown + (at - text);
		const struct around a = around(shown, there, n);
		while (line + 1 < w->n && w->from[line + 1].at <= (size_t)(at - text))
			line++;
		put_hit(s, real, w->from[line].line, &a, there, n);
		at = text + (a.to - shown);
	}
}

static bool has_words(struct search *s, const struct src_words *w)
{
	return w->text.len && w->n && strstr(lower(s->k->mem, w->text.data, w->text.len), s->words);
}

/* What may be seen of it is asked where it has the words. */
static void search_one(void *arg, const char *real)
{
	struct search *s = arg;
	struct wst_call *k = s->k;
	struct buf file = {0}, shown = {0};
	struct src_words all = {0}, seen = {0};
	struct diag *unused = diag_new();
	if (cJSON_GetArraySize(s->to) < HITS && wst_right(k, wst_below(k, real)) >= WST_READ &&
		file_read(&file, real, unused) && file.len) {
		src_words(k->mem, &file, &all);
		if (has_words(s, &all) && wst_sees_source(k, real) && wst_text(k, real, &shown) && shown.len) {
			src_words(k->mem, &shown, &seen);
			if (has_words(s, &seen))
				put_hits(s, real, &seen);
		}
	}
	diag_free(unused);
	buf_free(&all.text);
	buf_free(&seen.text);
	buf_free(&file);
	buf_free(&shown);
}

void wst_get_search(struct wst_call *k)
{
	cJSON *o = cJSON_CreateObject();
	const char *words = wst_query(k, "q");
	struct search s = {.k = k, .to = cJSON_AddArrayToObject(o, "hits")};
	s.words = buf_line(k->mem, lower(k->mem, words, strlen(words)));
	if (strlen(s.words) >= 2)
		wst_each_file(k, k->w->root, search_one, &s);
	wst_json(k, MHD_HTTP_OK, o);
}
