/* edit.c: careful edits: one attribute or one child, every other byte of the file stays. */
#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "source/source.h"
#include "source/token.h"

enum { STEPS = 32 };

struct step { const char *name; size_t n; int index; };

/* An element found: its tags, and where its last child is. */
struct found {
	struct token open, close;                      /* close: of an empty element its own tag */
	size_t child;                                  /* start of the first child element, 0: none */
	size_t content_end;                            /* after the last content that is not blank */
};

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

static bool all_blank(const char *s, size_t n)
{
	while (n && blank(*s)) {
		s++;
		n--;
	}
	return !n;
}

static void find_close(struct tokens *t, struct found *f)
{
	struct token k = f->open;
	f->close = f->open;
	f->content_end = f->open.to;
	for (int depth = f->open.kind == TOKEN_OPEN; depth && token_next(t, &k);) {
		if (!f->child && (k.kind == TOKEN_OPEN || k.kind == TOKEN_EMPTY))
			f->child = k.from;
		depth += (k.kind == TOKEN_OPEN) - (k.kind == TOKEN_CLOSE);
		if (depth && !(k.kind == TOKEN_TEXT && all_blank(t->data + k.from, k.to - k.from)))
			f->content_end = k.to;
		f->close = k;
	}
	while (f->content_end > f->open.to && blank(t->data[f->content_end - 1]))
		f->content_end--;
}

static bool find(struct tokens *t, const char *path, const char *place, struct found *f, struct diag *d)
{
	struct step s[STEPS];
	int n = steps_of(place, s);
	*f = (struct found){0};
	if (!n || !find_open(t, s, n, &f->open)) {
		diag_error(d, "STELLE", path, 0,
			"Die Stelle „%s“ wurde nicht gefunden; erwartet wird sie in der Datei, wie sie aufgenommen "
			"wurde, bitte die Datei prüfen und neu aufnehmen",
			place);
		return false;
	}
	find_close(t, f);
	return true;
}

/* ---- writing ---- */

static bool save(const char *path, const struct buf *old, const struct buf *b, struct diag *d)
{
	if (b->len == old->len && !memcmp(b->data, old->data, b->len))
		return true;
	if (!token_sound(path, b->data, b->len, d))
		return false;
	char *real = realpath(path, NULL);
	struct file_out *out = file_create(real ? real : path, d);
	free(real);
	if (!out)
		return false;
	file_write(out, b->data, b->len);
	return file_commit(out, d);
}

/* Where the last attribute, or the name, ends. */
static size_t attrs_end(const struct tokens *t, const struct token *k)
{
	size_t at = 0, end = (size_t)(k->name - t->data) + k->nname;
	for (struct token_attr a; token_attr(t, k, &at, &a);)
		end = a.to;
	return end;
}

static void set_attribute(struct buf *out, const struct tokens *t, const struct token *k, const char *attr,
	const char *value)
{
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

static bool writable(const char *path, const char *place, const char *attr, const char *value, struct diag *d)
{
	if (!value || esc_holds(value, strlen(value)))
		return true;
	diag_error(d, "FORM", path, 0,
		"Der Wert für %s an der Stelle „%s“ enthält ein Zeichen, das in XML nicht stehen kann; erwartet wird "
		"Text in UTF-8 ohne Steuerzeichen, bitte das Zeichen weglassen",
		attr, place);
	return false;
}

bool src_edit_attribute(const char *path, const char *place, const char *attr, const char *value, struct diag *d)
{
	struct buf old = {0}, out = {0};
	struct found f;
	bool good = writable(path, place, attr, value, d) && token_read(&old, path, d);
	struct tokens t = {old.data, old.len, 0};
	if (good && (good = find(&t, path, place, &f, d))) {
		set_attribute(&out, &t, &f.open, attr, value);
		good = save(path, &old, &out, d);
	}
	buf_free(&out);
	buf_free(&old);
	return good;
}

bool src_edit_bytes(const char *path, const char *data, size_t size, const char *place, const char *attr,
	const char *value, struct buf *out, struct diag *d)
{
	struct tokens t = {data, size, 0};
	struct found f;
	if (!writable(path, place, attr, value, d) || !token_sound(path, data, size, d) ||
		!find(&t, path, place, &f, d))
		return false;
	set_attribute(out, &t, &f.open, attr, value);
	return true;
}

/* ---- appending ---- */

/* The blanks a line begins with; at: anywhere in the line. */
static void indent_of(struct buf *b, const struct tokens *t, size_t at)
{
	while (at && t->data[at - 1] != '\n')
		at--;
	size_t n = 0;
	while (at + n < t->size && (t->data[at + n] == ' ' || t->data[at + n] == '\t'))
		n++;
	buf_put(b, t->data + at, n);
}

static bool starts_line(const struct tokens *t, size_t at)
{
	while (at && (t->data[at - 1] == ' ' || t->data[at - 1] == '\t'))
		at--;
	return at && t->data[at - 1] == '\n';
}

static const char *newline(const struct tokens *t)
{
	const char *nl = memchr(t->data, '\n', t->size);
	return nl && nl > t->data && nl[-1] == '\r' ? "\r\n" : "\n";
}

static void append(struct buf *out, const struct tokens *t, const struct found *f, const char *xml)
{
	const char *nl = newline(t);
	struct buf own = {0};
	bool leaf = f->content_end == f->open.to;
	size_t at = f->content_end;
	indent_of(&own, t, f->open.from);
	if (f->open.kind == TOKEN_EMPTY) {
		buf_put(out, t->data, at = f->open.to - 2);
		buf_chr(out, '>');
	} else {
		buf_put(out, t->data, at);
	}
	bool own_line = leaf || (f->child && starts_line(t, f->child));
	if (own_line) {
		buf_str(out, nl);
		if (f->child)
			indent_of(out, t, f->child);
		else
			buf_fmt(out, "%s%s", own.data ? own.data : "",
				own.data && own.len && own.data[0] == '\t' ? "\t" : "  ");
	}
	buf_str(out, xml);
	bool line_ends = f->open.kind == TOKEN_OPEN && memchr(t->data + at, '\n', f->close.from - at);
	if (own_line && !line_ends)
		buf_fmt(out, "%s%s", nl, own.data ? own.data : "");
	if (f->open.kind == TOKEN_EMPTY) {
		buf_fmt(out, "</%.*s>", (int)f->open.nname, f->open.name);
		at = f->open.to;
	}
	buf_put(out, t->data + at, t->size - at);
	buf_free(&own);
}

bool src_edit_append(const char *path, const char *place, const char *xml, struct diag *d)
{
	struct buf old = {0}, out = {0};
	struct found f;
	bool good = token_read(&old, path, d);
	struct tokens t = {old.data, old.len, 0};
	if (good && (good = find(&t, path, place, &f, d))) {
		append(&out, &t, &f, xml);
		good = save(path, &old, &out, d);
	}
	buf_free(&out);
	buf_free(&old);
	return good;
}
