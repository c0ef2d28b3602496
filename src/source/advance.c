/* advance.c: a file of one edition as the next edition begins with it. Ids, comments and every byte that is not named
 * here stay. What an original said (laut-…) belongs to the old edition and goes, with the deviations that explained it.
 * */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/esc.h"
#include "base/file.h"
#include "base/mem.h"
#include "model/doc.h"
#include "source/source.h"
#include "source/token.h"

enum { EDITS = 8 };

struct edit { const char *name, *value; };             /* value NULL: the attribute goes */
struct edits { struct edit at[EDITS]; int n; };

struct element {
	struct token open;
	int parent;                                    /* -1: none */
	size_t end;                                    /* after its close tag */
	bool told;                                     /* something in it said what an original says */
};

struct advance {
	struct tokens t;
	const struct src_advance *to;
	struct buf *out;
	struct element *all; int n, cap;
	size_t lasting;                                /* elements that hold for good, so far */
};

/* ---- the elements of the file ---- */

static bool says_laut(const struct tokens *t, const struct token *k)
{
	struct token_attr a;
	bool found = token_is(k, "laut");
	for (size_t at = 0; !found && token_attr(t, k, &at, &a);)
		found = a.name_end - a.from > 5 && !memcmp(t->data + a.from, "laut-", 5);
	return found;
}

static int add(struct advance *w, const struct token *k, int parent)
{
	MEM_ROOM(w->all, w->n, w->cap);
	w->all[w->n] = (struct element){.open = *k, .parent = parent, .end = k->to};
	if (says_laut(&w->t, k))
		for (int p = w->n; p >= 0; p = w->all[p].parent)
			w->all[p].told = true;
	return w->n++;
}

static void gather(struct advance *w)
{
	struct token k;
	int at = -1;
	while (token_next(&w->t, &k))
		if (k.kind == TOKEN_OPEN)
			at = add(w, &k, at);
		else if (k.kind == TOKEN_EMPTY)
			add(w, &k, at);
		else if (k.kind == TOKEN_CLOSE && at >= 0) {
			w->all[at].end = k.to;
			at = w->all[at].parent;
		}
	w->t.at = 0;
}

/* ---- what goes ---- */

static bool is_value(const struct tokens *t, const struct token *k, const char *attr, const char *value)
{
	struct token_attr a;
	return token_find(t, k, attr, &a) && a.value_end - a.value == strlen(value) &&
		!memcmp(t->data + a.value, value, strlen(value));
}

static bool goes(const struct advance *w, const struct element *e)
{
	static const char *const codes[] = {"KOSTEN", "ZEITBEDARF", "SUMME", "NUMMER", "TITEL", "LAUTWERT"};
	if (token_is(&e->open, "laut"))
		return true;
	if (!token_is(&e->open, "abweichung") || e->parent < 0 || !w->all[e->parent].told)
		return false;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (is_value(&w->t, &e->open, "code", codes[i]))
			return true;
	return false;
}

/* From the blanks before an element that stands alone on its line. */
static size_t whole_line(const struct tokens *t, size_t from, size_t end)
{
	size_t at = from;
	while (at && (t->data[at - 1] == ' ' || t->data[at - 1] == '\t'))
		at--;
	if (!at || t->data[at - 1] != '\n' || (end < t->size && t->data[end] != '\n' && t->data[end] != '\r'))
		return from;
	return at - (at > 1 && t->data[at - 2] == '\r' ? 2 : 1);
}

/* ---- what changes ---- */

static void set(struct edits *e, const char *name, const char *value)
{
	e->at[e->n++] = (struct edit){name, value};
}

static bool in_angaben(const struct advance *w, const struct element *e)
{
	return e->parent >= 0 && token_is(&w->all[e->parent].open, "angaben");
}

static bool settled(const struct tokens *t, const struct token *k)
{
	char status[16];                               /* longer than any */
	struct token_attr a;
	size_t n = token_find(t, k, "status", &a) ? a.value_end - a.value : 0;
	if (!n || n >= sizeof status)
		return false;
	memcpy(status, t->data + a.value, n);
	status[n] = '\0';
	return doc_settled(doc_status_find(status));
}

static void massnahme(const struct advance *w, const struct token *k, struct edits *e)
{
	set(e, "aus", NULL);
	if (settled(&w->t, k))
		return;
	set(e, "status", "offen");
	set(e, "grund", NULL);
}

static void zeitbedarf(const struct advance *w, const struct token *k, struct edits *e)
{
	struct token_attr a;
	bool year = strlen(w->to->vorgaenger) == 4 && strspn(w->to->vorgaenger, "0123456789") == 4;
	if (year && token_find(&w->t, k, "jahre", &a) && !token_find(&w->t, k, "seit", &a))
		set(e, "seit", w->to->vorgaenger);
}

/* Does it hold for good, and has nobody changed it since? Asked once an element, in their order. */
static bool lasts(struct advance *w, const struct token *k)
{
	struct token_attr a;
	if (!token_find(&w->t, k, "bleibt", &a) || a.value_end - a.value != strlen("immer") ||
		memcmp(w->t.data + a.value, "immer", strlen("immer")))
		return false;
	const size_t i = w->lasting++;
	return i >= w->to->nlasts || w->to->lasts[i];
}

static void outdated(struct advance *w, const struct token *k, struct edits *e)
{
	struct token_attr a;
	if (lasts(w, k))
		return;
	set(e, "bleibt", NULL);
	if (!token_find(&w->t, k, "anteil", &a))
		set(e, "veraltet", "ja");
}

static void edits_of(struct advance *w, const struct element *el, struct edits *e)
{
	const struct token *k = &el->open;
	if (token_is(k, "konzept")) {
		set(e, "edition", w->to->edition);
		set(e, "vorgaenger", w->to->vorgaenger);
	} else if (token_is(k, "stand") && in_angaben(w, el)) {
		set(e, "datum", w->to->edition);
		set(e, "offen", "ja");
	} else if ((token_is(k, "beschluss") && in_angaben(w, el)) || token_is(k, "unterschriften")) {
		set(e, "datum", NULL);
	} else if (token_is(k, "massnahme")) {
		massnahme(w, k, e);
	} else if (token_is(k, "handlungsfeld")) {
		set(e, "aus", NULL);
		set(e, "grund", NULL);
	} else if (token_is(k, "zeitbedarf")) {
		zeitbedarf(w, k, e);
	} else if (token_is(k, "kennzahl") || token_is(k, "diagramm") || token_is(k, "grusswort") ||
		token_is(k, "kurzfassung")) {
		outdated(w, k, e);
	} else if ((token_is(k, "absatz") || token_is(k, "punkt")) && !lasts(w, k)) {
		set(e, "bleibt", NULL);
	}
}

static const struct edit *edit_for(const struct edits *e, const char *name, size_t n)
{
	static const struct edit gone = {"laut-", NULL};
	for (int i = 0; i < e->n; i++)
		if (strlen(e->at[i].name) == n && !memcmp(e->at[i].name, name, n))
			return &e->at[i];
	return n > 5 && !memcmp(name, "laut-", 5) ? &gone : NULL;
}

/* The start tag with its edits. */
static void put_tag(struct advance *w, const struct token *k, const struct edits *e)
{
	const struct tokens *t = &w->t;
	struct token_attr a;
	size_t at = 0, done = k->from, last = (size_t)(k->name - t->data) + k->nname;
	bool seen[EDITS] = {false};
	while (token_attr(t, k, &at, &a)) {
		const struct edit *x = edit_for(e, t->data + a.from, a.name_end - a.from);
		if (x && x->value) {
			buf_put(w->out, t->data + done, a.value - done);
			esc_attr(w->out, x->value, strlen(x->value), t->data[a.value - 1]);
			done = a.value_end;
		} else {
			buf_put(w->out, t->data + done, (x ? last : a.to) - done);
			done = a.to;
		}
		if (x && x >= e->at && x < e->at + e->n)
			seen[x - e->at] = true;
		last = a.to;
	}
	buf_put(w->out, t->data + done, last - done);
	for (int i = 0; i < e->n; i++)
		if (!seen[i] && e->at[i].value) {
			buf_fmt(w->out, " %s=\"", e->at[i].name);
			esc_attr(w->out, e->at[i].value, strlen(e->at[i].value), '"');
			buf_chr(w->out, '"');
		}
	buf_put(w->out, t->data + last, k->to - last);
}

/* Where the number before ". Fortschreibung" ends, its blank written in any way; 0: there is none. */
static size_t number_end(const char *s, size_t n)
{
	static const char *const blanks[] = {" ", "\u00A0", "\u202F", "&#160;", "&#xA0;"};
	const char *at = memmem(s, n, "Fortschreibung", 14);
	for (size_t i = 0; at && i < sizeof blanks / sizeof *blanks; i++) {
		size_t k = strlen(blanks[i]) + 1, before = (size_t)(at - s);
		if (before > k && !memcmp(at - k + 1, blanks[i], k - 1) && at[-(ptrdiff_t)k] == '.' &&
			at[-(ptrdiff_t)k - 1] >= '0' && at[-(ptrdiff_t)k - 1] <= '9')
			return before - k;
	}
	return 0;
}

/* "1. Fortschreibung des …" counts on; before any other subtitle it is put. */
static void put_subtitle(struct advance *w, const char *s, size_t n)
{
	size_t end = number_end(s, n), from = end;
	while (from && s[from - 1] >= '0' && s[from - 1] <= '9')
		from--;
	if (end && end - from < 4) {
		buf_put(w->out, s, from);
		buf_int(w->out, atoi(s + from) + 1);
	} else {
		buf_str(w->out, "1.\u00A0Fortschreibung: ");
		end = 0;
	}
	buf_put(w->out, s + end, n - end);
}

static bool has_subtitle(const struct advance *w, int angaben)
{
	for (int i = angaben + 1; i < w->n && w->all[i].open.from < w->all[angaben].end; i++)
		if (token_is(&w->all[i].open, "untertitel"))
			return true;
	return false;
}

/* <?xml-model href="../schema.xsd" …?> must be found from the new folder too. */
static void put_model(struct advance *w, const char *s, size_t n)
{
	const char *href = memmem(s, n, "href=\"", 6), *value = href ? href + 6 : NULL,
		   *end = value ? memchr(value, '"', n - (size_t)(value - s)) : NULL;
	struct mem *m = mem_new();
	const char *name = end ? mem_str(m, value, (size_t)(end - value)) : "";
	bool near = end && w->to->from && w->to->to && *name && *name != '/' && !strstr(name, "://");
	char *real = near ? realpath(file_join(m, w->to->from, name), NULL) : NULL;
	if (real) {
		buf_put(w->out, s, (size_t)(value - s));
		name = file_relative(m, w->to->to, real);
		esc_attr(w->out, name, strlen(name), '"');
		n -= (size_t)(end - s);
		s = end;
	}
	buf_put(w->out, s, n);
	free(real);
	mem_free(m);
}

/* ---- the way through ---- */

/* A start tag, or nothing of the element where it goes: then the end of what is passed over. */
static size_t put_start(struct advance *w, const struct token *k, const struct element *e)
{
	struct edits edits = {.n = 0};
	if (goes(w, e)) {
		w->out->len -= k->from - whole_line(&w->t, k->from, e->end);
		return e->end;
	}
	edits_of(w, e, &edits);
	put_tag(w, k, &edits);
	return 0;
}

/* What is no start tag. at: the element around it, -1: none. */
static void put_rest(struct advance *w, const struct token *k, int at)
{
	const char *s = w->t.data + k->from;
	const struct token *around = at >= 0 ? &w->all[at].open : NULL;
	if (around && k->kind == TOKEN_TEXT && token_is(around, "untertitel") && k->from == around->to)
		put_subtitle(w, s, k->to - k->from);
	else if (!around && k->kind == TOKEN_PI)
		put_model(w, s, k->to - k->from);
	else
		buf_put(w->out, s, k->to - k->from);
}

/* Is this the end of the title of the edition, which has no subtitle yet? */
static bool lacks_subtitle(const struct advance *w, const struct token *k, int at)
{
	int p = w->all[at].parent;
	return token_is(k, "titel") && p >= 0 && token_is(&w->all[p].open, "angaben") && !has_subtitle(w, p);
}

static void put_all(struct advance *w)
{
	struct token k;
	size_t skip = 0;                               /* what stands before it is gone */
	int i = 0, at = -1;                            /* next element; the one around */
	while (token_next(&w->t, &k)) {
		bool tag = k.kind == TOKEN_OPEN || k.kind == TOKEN_EMPTY;
		const struct element *e = tag ? &w->all[i++] : NULL;
		if (k.from >= skip && e)
			skip = put_start(w, &k, e);
		else if (k.from >= skip)
			put_rest(w, &k, at);
		if (k.kind == TOKEN_OPEN)
			at = i - 1;
		if (k.kind != TOKEN_CLOSE || at < 0)
			continue;
		if (lacks_subtitle(w, &k, at))
			buf_str(w->out, "<untertitel>1.\u00A0Fortschreibung</untertitel>");
		at = w->all[at].parent;
	}
}

bool src_advance(const char *path, const char *data, size_t size, const struct src_advance *to, struct buf *out,
	struct diag *d)
{
	struct advance w = {.t = {data, size, 0}, .to = to, .out = out};
	if (!token_sound(path, data, size, d))
		return false;
	gather(&w);
	put_all(&w);
	free(w.all);
	return true;
}
