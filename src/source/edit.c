/* edit.c: careful edits: one attribute, every other byte of the file stays. */
#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "source/source.h"
#include "source/token.h"

enum { STEPS = 32 };

struct step { const char *name; size_t n; int index; };

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* ---- finding ---- */

static int steps_of(const char *place, struct step *s)
{
	int n = 0;
	for (const char *p = place; *p && n < STEPS;) {
		size_t len = strcspn(p, "/[");
		s[n] = (struct step){p, len, 1};
		p += len;
		if (*p == '[') {
			char *end;
			s[n].index = (int)strtol(p + 1, &end, 10);
			p = *end == ']' ? end + 1 : "?";
		}
		bool more = *p == '/' && p[1];
		if (!len || s[n++].index < 1 || (*p && !more))
			return 0;
		p += more;
	}
	return n;
}

static bool find_open(struct tokens *t, const struct step *s, int n, struct token *k)
{
	int depth = 0, matched = 0, count[STEPS] = {0};
	while (token_next(t, k)) {
		if (k->kind == TOKEN_CLOSE && --depth < matched)
			return false;
		if (k->kind != TOKEN_OPEN && k->kind != TOKEN_EMPTY)
			continue;
		if (depth == matched && k->nlocal == s[depth].n && !memcmp(k->local, s[depth].name, k->nlocal) &&
			++count[depth] == s[depth].index) {
			if (++matched == n)
				return true;
			if (k->kind == TOKEN_EMPTY)
				return false;
		}
		depth += k->kind == TOKEN_OPEN;
	}
	return false;
}

static bool missing(const char *path, const char *place, struct diag *d)
{
	diag_error(d, "STELLE", path, 0,
		"Die Stelle „%s“ wurde nicht gefunden; erwartet wird sie in der Datei, "
		"wie sie aufgenommen wurde, bitte die Datei prüfen und neu aufnehmen",
		place);
	return false;
}

/* The start tag of the element at place; false: told. */
static bool find(struct tokens *t, const char *path, const char *place, struct token *tag, struct diag *d)
{
	struct step s[STEPS];
	int n = steps_of(place, s);
	return (n && find_open(t, s, n, tag)) || missing(path, place, d);
}

const char *src_place(struct mem *m, const struct doc_node *n)
{
	const char *above = n->parent && n->parent->file == n->file ? src_place(m, n->parent) : NULL;
	int index = 1;
	for (const struct doc_node *s = above ? n->parent->first : n; s != n; s = s->next)
		index += s->kind == n->kind && s->file == n->file;
	const char *name = doc_kind_name(n->kind);
	const char *own = index > 1 ? mem_fmt(m, "%s[%d]", name, index) : name;
	return above ? mem_fmt(m, "%s/%s", above, own) : own;
}

bool src_element(const char *data, size_t size, const char *place, struct src_range *at)
{
	struct tokens t = {data, size, 0};
	struct step s[STEPS];
	struct token k;
	int n = steps_of(place, s), depth = 1;
	bool found = n && find_open(&t, s, n, &k);
	while (!found && !*place && token_next(&t, &k))
		found = k.kind == TOKEN_OPEN || k.kind == TOKEN_EMPTY;
	if (!found)
		return false;
	*at = (struct src_range){k.from, k.to, k.to, k.to};
	while (k.kind != TOKEN_EMPTY && depth && token_next(&t, &k)) {
		depth += (k.kind == TOKEN_OPEN) - (k.kind == TOKEN_CLOSE);
		at->to = k.to;
		at->inner_to = k.from;
		k.kind = TOKEN_OPEN;
	}
	return true;
}

/* ---- writing ---- */

/* batch NULL: at once. */
static bool save(const char *path, const struct buf *old, const struct buf *b, struct file_batch *batch, struct diag *d)
{
	if (buf_same(b, old))
		return true;
	if (!token_sound(path, b->data, b->len, d))
		return false;
	char *real = realpath(path, NULL);
	struct file_out *out = file_create(real ? real : path, d);
	free(real);
	if (!out)
		return false;
	file_write(out, b->data, b->len);
	return batch ? file_stage(batch, out, d) : file_commit(out, d);
}

/* Where the last attribute, or the name, ends. */
static size_t attrs_end(const struct tokens *t, const struct token *k)
{
	size_t at = 0, end = (size_t)(k->name - t->data) + k->nname;
	for (struct token_attr a; token_attr(t, k, &at, &a);)
		end = a.to;
	return end;
}

static void set_attribute(struct buf *out, const struct tokens *t, const struct token *k, const struct src_edit *e)
{
	const char *attr = e->attr, *value = e->value;
	struct token_attr a;
	size_t from, to;
	bool have = token_find(t, k, attr, &a);
	if (have && value) {
		from = a.value;
		to = a.value_end;
	} else if (have) {
		for (from = a.from; blank(t->data[from - 1]);)
			from--;
		to = a.to;
	} else {
		from = to = attrs_end(t, k);
	}
	buf_put(out, t->data, from);
	if (value && !have)
		buf_fmt(out, " %s=\"", attr);
	if (value)
		esc_attr(out, value, strlen(value), have ? t->data[a.value - 1] : '"');
	if (value && !have)
		buf_chr(out, '"');
	buf_put(out, t->data + to, t->size - to);
}

bool src_find(const char *path, const struct buf *file, const char *place, struct src_range *at, struct diag *d)
{
	return src_element(file->data, file->len, place, at) || missing(path, place, d);
}

/* An empty element has no place for a text: told. */
static bool set_text(struct buf *out, const char *path, const struct buf *old, const struct src_edit *e,
	struct diag *d)
{
	struct src_range at;
	if (!src_find(path, old, e->place, &at, d))
		return false;
	if (at.inner_to == at.to)
		return missing(path, e->place, d);
	buf_put(out, old->data, at.inner);
	esc_text(out, e->value, strlen(e->value));
	buf_put(out, old->data + at.inner_to, old->len - at.inner_to);
	return true;
}

static bool writable(const char *path, const struct src_edit *e, struct diag *d)
{
	if (!e->value || esc_holds(e->value, strlen(e->value)))
		return true;
	diag_error(d, "FORM", path, 0,
		"Der Wert für %s an der Stelle „%s“ enthält ein Zeichen, das in XML nicht stehen kann; "
		"erwartet wird Text in UTF-8 ohne Steuerzeichen, bitte das Zeichen weglassen",
		e->attr ? e->attr : "den Text", e->place);
	return false;
}

/* On bytes that are sound. */
static bool edit(const char *path, const struct buf *old, const struct src_edit *e, struct buf *out, struct diag *d)
{
	struct tokens t = {old->data, old->len, 0};
	struct token tag;
	if (!e->attr)
		return set_text(out, path, old, e, d);
	if (!find(&t, path, e->place, &tag, d))
		return false;
	set_attribute(out, &t, &tag, e);
	return true;
}

bool src_edit_bytes(const char *path, const struct buf *old, const struct src_edit *e, struct buf *out, struct diag *d)
{
	return writable(path, e, d) && token_sound(path, old->data, old->len, d) && edit(path, old, e, out, d);
}

bool src_edit_staged(const char *path, const struct src_edit *e, struct file_batch *batch, struct diag *d)
{
	struct buf old = {0}, out = {0};
	bool good = writable(path, e, d) && token_read(&old, path, d) && edit(path, &old, e, &out, d) &&
		save(path, &old, &out, batch, d);
	buf_free(&out);
	buf_free(&old);
	return good;
}
