/* answer.c: a check's message that has one answer, and making it: one edit of the file, as careful as any other. */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "source/source.h"
#include "werkstatt/save.h"

enum { AROUND = 24 };

static bool of_word(char ch)
{
	return !strchr(" \t\r\n<>", ch);
}

static const char *sum_of(struct mem *m, const struct buf *b)
{
	char *hex = MEM_ARRAY(m, char, 2 * sizeof(uint64_t) + 1);
	uint64_t v = hash_quick(b->data, b->len);
	hash_hex((const uint8_t *)&v, sizeof v, hex);
	return hex;
}

/* Taken once for all messages of a file, which come together: its bytes as the check saw them, not if it looked at what
 * is not saved yet. */
static bool see(struct wst_call *k, const struct diag_msg *m, struct wst_seen *seen)
{
	size_t n = strlen(k->w->root);
	if (seen->file == m->file)
		return seen->ok;
	struct diag *unused = diag_new();
	buf_clear(&seen->data);
	seen->file = m->file;
	bool saved = !cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(k->json, "changes"));
	seen->ok = saved && !strncmp(m->file, k->w->root, n) && m->file[n] == '/' &&
		wst_right(k, m->file + n + 1) >= WST_WRITE && file_read(&seen->data, m->file, unused);
	seen->sum = sum_of(k->mem, &seen->data);
	diag_free(unused);
	return seen->ok;
}

static void add_text(cJSON *o, const char *name, const struct buf *b)
{
	cJSON_AddStringToObject(o, name, b->data ? b->data : "");
}

/* What is there and what would be, with the words around it, for people to read. */
static void put_words(cJSON *o, const struct buf *file, const struct diag_answer *a)
{
	const char *p = file->data + a->from, *q = file->data + a->to, *end = file->data + file->len;
	const char *from = p, *to = q;
	struct buf was = {0}, now = {0};
	while (from > file->data && p - from < AROUND && of_word(from[-1]))
		from--;
	while (to < end && to - q < AROUND && of_word(*to))
		to++;
	while (from < p && ((unsigned char)*from & 0xC0) == 0x80)
		from++;
	while (to < end && ((unsigned char)*to & 0xC0) == 0x80)
		to++;
	buf_put(&was, from, (size_t)(to - from));
	buf_put(&now, from, (size_t)(p - from));
	buf_str(&now, a->now);
	buf_put(&now, q, (size_t)(to - q));
	add_text(o, "was", &was);
	add_text(o, "becomes", &now);
	buf_free(&was);
	buf_free(&now);
}

void wst_put_answer(struct wst_call *k, const struct diag_msg *m, struct wst_seen *seen, cJSON *to)
{
	if (!m->file || !m->answer.now || !see(k, m, seen) || m->answer.to > seen->data.len ||
		m->answer.from > m->answer.to)
		return;
	cJSON *o = cJSON_AddObjectToObject(to, "answer");
	cJSON_AddNumberToObject(o, "from", (double)m->answer.from);
	cJSON_AddNumberToObject(o, "to", (double)m->answer.to);
	cJSON_AddStringToObject(o, "now", m->answer.now);
	cJSON_AddStringToObject(o, "sum", seen->sum);
	put_words(o, &seen->data, &m->answer);
}

/* ---- made */

static bool number(const struct wst_call *k, const char *name, size_t most, size_t *n)
{
	const cJSON *v = cJSON_GetObjectItemCaseSensitive(k->json, name);
	if (!cJSON_IsNumber(v) || v->valuedouble < 0 || v->valuedouble > (double)most)
		return false;
	*n = (size_t)v->valuedouble;
	return true;
}

/* The whole document element, with the answer in it. */
static bool edit_of(struct wst_call *k, const struct buf *b, struct wst_edit *e)
{
	struct src_range root;
	size_t from, to;
	if (!number(k, "to", b->len, &to) || !number(k, "from", to, &from) ||
		!src_element(b->data, b->len, "", &root) || from < root.from || to > root.to)
		return false;
	struct buf now = {0};
	buf_put(&now, b->data + root.from, from - root.from);
	buf_str(&now, wst_field(k, "now"));
	buf_put(&now, b->data + to, root.to - to);
	e->old = mem_str(k->mem, b->data + root.from, root.to - root.from);
	e->now = buf_take(&now, k->mem);
	return true;
}

void wst_post_answer(struct wst_call *k)
{
	struct buf b = {0};
	struct diag *d = diag_new();
	struct wst_edit e = {.id = wst_field(k, "id"), .place = ""};
	e.real = wst_file(k, wst_field(k, "path"), WST_WRITE);
	bool asked = e.real && wst_id_fits(k, e.id);
	bool same = asked && file_read(&b, e.real, d) && b.len && !strcmp(sum_of(k->mem, &b), wst_field(k, "sum"));
	if (same && edit_of(k, &b, &e))
		wst_answer_edit(k, &e);
	else if (asked)
		wst_say(k, MHD_HTTP_CONFLICT,
			"Die Datei hat sich inzwischen geändert; die Meldungen werden neu gelesen");
	buf_free(&b);
	diag_free(d);
}
