/* answer.c: comments and tracked changes of a document that came back, and where they belong: the words around a change
 * say it, as many of them as it takes to be sure. */
#include "import/answer.h"
#include "import/values.h"

#include <stdlib.h>
#include <string.h>

enum { SURE = 60, AROUND = 32 };

static bool is_new(const struct imp_node *c)
{
	return c && (c->change == IMP_INSERTED || c->change == IMP_MOVED_TO);
}

static const struct imp_node *change_around(const struct imp_node *n, const struct imp_node *para)
{
	for (; n != para; n = n->parent)
		if (n->kind == IMP_CHANGE)
			return n;
	return NULL;
}

static bool is_field(const struct imp_node *n, const struct imp_node *para)
{
	for (; n != para; n = n->parent)
		if (n->kind == IMP_FIELD)
			return true;
	return false;
}

static void add(struct imp_passage *l, const struct imp_node *change, const char *s, size_t n)
{
	MEM_ROOM_IN(l->mem, l->pieces, l->npieces, l->cappieces);
	l->pieces[l->npieces++] = (struct imp_piece){change, s, n, l->was.len, false};
	if (!is_new(change))
		buf_put(&l->was, s, n);
	l->kept = l->kept || (!change && n && s[strspn(s, " ")]);
	l->changed = l->changed || change;
}

/* Past a note, a comment, a box: their paragraphs are read by themselves. */
static const struct imp_node *past(const struct imp_node *n, const struct imp_node *top)
{
	while (n != top && !n->next)
		n = n->parent;
	return n == top ? NULL : n->next;
}

static void note_origin(struct imp_passage *l, const char *name)
{
	struct origin o;
	if (!origin_get(name, &o))
		return;
	if (!l->origins++)
		l->origin = o;
}

void imp_passage_read(struct imp_passage *l, struct mem *m, const struct imp_node *para)
{
	*l = (struct imp_passage){.mem = m};
	for (const struct imp_node *n = imp_after(para, para), *next; n; n = next) {
		const struct imp_node *change = change_around(n, para);
		next = imp_is_block(n->kind) ? past(n, para) : imp_after(n, para);
		if (n->kind == IMP_COMMENT) {
			MEM_ROOM_IN(l->mem, l->remarks, l->nremarks, l->capremarks);
			l->remarks[l->nremarks++] = (struct imp_remark){n, l->was.len};
		} else if (n->kind == IMP_ANCHOR && n->target) {
			note_origin(l, n->target);
		} else if (n->kind == IMP_TEXT) {
			add(l, change, n->text, strlen(n->text));
			l->pieces[l->npieces - 1].field = is_field(n, para);
		} else if (n->kind == IMP_FIELD && !n->first) {
			add(l, change, "", 0);                 /* LibreOffice writes some that it has not worked out */
			l->pieces[l->npieces - 1].field = true;
		} else if (n->kind == IMP_TAB || n->kind == IMP_LINE) {
			add(l, change, " ", 1);
		}
	}
}

void imp_passage_words(const struct imp_passage *l, bool changed, struct buf *b)
{
	for (size_t i = 0; i < l->npieces; i++) {
		const struct imp_node *c = l->pieces[i].change;
		if (!l->pieces[i].field && (!c || is_new(c) == changed))
			buf_put(b, l->pieces[i].text, l->pieces[i].n);
	}
}

const struct imp_node *imp_passage_next(const struct imp_flow *f, const struct imp_node *n, bool generated)
{
	for (n = n ? imp_after(n, f->root) : f->root; n; n = imp_after(n, f->root)) {
		bool aside = n->kind != IMP_PARA && n->kind != IMP_HEADING && n->kind != IMP_CAPTION;
		for (const struct imp_node *up = n; up && !aside; up = up->parent)
			aside = up->kind == IMP_COMMENT ||
				(!generated && (up->kind == IMP_TOC || up->kind == IMP_FURNITURE));
		if (!aside)
			return n;
	}
	return NULL;
}

/* ---- the place */

/* The end of s, or its beginning, of at most n bytes, whole characters. */
static char *cut(struct mem *m, const char *s, size_t len, size_t n, bool end)
{
	size_t from = end && len > n ? len - n : 0, to = !end && len > n ? n : len;
	while (from < to && ((unsigned char)s[from] & 0xC0) == 0x80)
		from++;
	while (to > from && to < len && ((unsigned char)s[to] & 0xC0) == 0x80)
		to--;
	return imp_spot_text(m, s + from, to - from);
}

/* Fewer words around, until they stand somewhere; then exactly once, or nothing is guessed. */
void imp_place(struct imp_proposal *p, const struct spots *all, const struct imp_passage *l, size_t from, size_t to)
{
	struct mem *m = l->mem;
	const char *was = l->was.data ? l->was.data : "";
	size_t start = 0;
	int n = 0;
	p->origin = l->origin;
	p->around =
		mem_fmt(m, "%s…%s", cut(m, was, from, AROUND, true), cut(m, was + to, l->was.len - to, AROUND, false));
	if (p->is == IMP_REPLACE && imp_place_value(p, all, l, from, to))
		return;
	for (size_t words = SURE; words >= 6 && n == 0; words = words * 2 / 3) {
		const char *parts[3] = {cut(m, was, from, words, true), imp_spot_text(m, was + from, to - from),
			cut(m, was + to, l->was.len - to, words, false)};
		if (!*parts[0] && !*parts[2] && !*parts[1])
			return;
		const char *const one_side[2][3] = {{parts[0], parts[1], ""}, {"", parts[1], parts[2]}};
		n = imp_spot_find(all, parts, l->origin, &p->spot, &start);
		for (int side = 0; n == 0 && side < 2; side++) /* what stands on the other side was generated */
			if (strlen(one_side[side][0]) + strlen(one_side[side][2]) >= 12)
				n = imp_spot_find(all, one_side[side], l->origin, &p->spot, &start);
	}
	if (n != 1) {
		p->spot = NULL;
		p->by_hand = n ? "steht mehr als einmal in der Quelle" : "steht so nicht in der Quelle";
		return;
	}
	size_t len = strlen(imp_spot_text(m, was + from, to - from));
	p->from = len ? p->spot->at[start] : start ? p->spot->past[start - 1] : p->spot->at[start];
	p->to = len ? p->spot->past[start + len - 1] : p->from;
	if (memchr(p->spot->file->data + p->from, '<', p->to - p->from))
		p->by_hand = "enthält Auszeichnung, die dabei verloren ginge";
}

/* ---- proposals */

struct imp_proposal *imp_propose(struct imp_answers *a, struct mem *m, enum imp_proposed is, const struct imp_node *by)
{
	MEM_ROOM_IN(m, a->at, a->n, a->cap);
	struct imp_proposal *p = &a->at[a->n++];
	*p = (struct imp_proposal){
		.is = is, .author = by ? by->author : NULL, .when = by ? by->when : NULL, .was = "", .now = "",
		.around = ""};
	return p;
}

static char *plain(struct mem *m, const struct imp_node *n)
{
	struct buf b = {0};
	for (const struct imp_node *c = n->first; c; c = c->next) {
		imp_plain(c, &b);
		if (c->next && b.len && b.data[b.len - 1] != '\n')
			buf_chr(&b, '\n');
	}
	while (b.len && strchr(" \n", b.data[b.len - 1]))
		b.data[--b.len] = '\0';
	return buf_take(&b, m);
}

/* Is that text, by that name, in a remark that stands in the file already? */
static bool stands_there(const struct imp_proposal *p)
{
	const struct doc_file *f = p->spot->file;
	size_t from = p->from > 2000 ? p->from - 2000 : 0, to = p->to + 2000 < f->size ? p->to + 2000 : f->size;
	const char *line = p->now;
	size_t n = strcspn(line, "\n&<>");
	return n && p->author && memmem(f->data + from, to - from, line, n) &&
		memmem(f->data + from, to - from, "<vermerk", 8) &&
		memmem(f->data + from, to - from, p->author, strlen(p->author));
}

static void changes(struct imp_answers *a, struct mem *m, const struct imp_passage *l, const struct spots *all)
{
	for (size_t i = 0; i < l->npieces;) {
		if (!l->pieces[i].change) {
			i++;
			continue;
		}
		size_t from = l->pieces[i].at, to = from;
		struct buf was = {0}, now = {0};
		const struct imp_node *by = l->pieces[i].change;
		for (; i < l->npieces && l->pieces[i].change; i++) {
			buf_put(is_new(l->pieces[i].change) ? &now : &was, l->pieces[i].text, l->pieces[i].n);
			to = is_new(l->pieces[i].change) ? to : l->pieces[i].at + l->pieces[i].n;
		}
		struct imp_proposal *p = imp_propose(a, m, IMP_REPLACE, by);
		p->was = buf_take(&was, m);
		p->now = buf_take(&now, m);
		imp_place(p, all, l, from, to);
	}
}

/* The paragraph before, whose element the new one is put after. */
static const struct spot *spot_of(struct mem *m, const struct spots *all, const char *text, struct origin origin)
{
	const struct spot *s = NULL;
	size_t start, n = text ? strlen(text) : 0;
	for (size_t words = n; words >= 8; words = words * 2 / 3) {
		const char *const parts[3] = {"", cut(m, text, n, words, true), ""};
		int found = imp_spot_find(all, parts, origin, &s, &start);
		if (found)
			return found == 1 ? s : NULL;
	}
	return NULL;
}

void imp_place_whole(struct imp_proposal *p, struct mem *m, const struct spots *all, const char *known,
	struct origin origin)
{
	const bool new = p->is == IMP_NEW_PARAGRAPH;
	p->origin = origin;
	p->spot = spot_of(m, all, known, origin);
	p->around = known ? cut(m, known, strlen(known), AROUND, true) : "";
	bool simple = p->spot && (!strcmp(p->spot->name, "absatz") || !strcmp(p->spot->name, "punkt") ||
		!strcmp(p->spot->name, "beschluss"));
	if (!p->spot)
		p->by_hand = "seine Stelle ist nicht sicher";
	else if (!simple || (!new && strcmp(p->spot->text, known)))
		p->by_hand = "steht nicht in einem Absatz für sich";
	if (p->spot) {
		p->from = new ? p->spot->to : p->spot->from;
		p->to = p->spot->to;
	}
}

static char *trimmed(struct mem *m, struct buf *text)
{
	while (text->len && text->data[text->len - 1] == ' ')
		text->data[--text->len] = '\0';
	return buf_take(text, m);
}

/* All of it put in, or all taken out: else it was written anew, and both belong together. */
static bool goes_one_way(const struct imp_passage *l)
{
	for (size_t i = 1; i < l->npieces; i++)
		if (is_new(l->pieces[i].change) != is_new(l->pieces[0].change) && l->pieces[i].n &&
			l->pieces[i].text[strspn(l->pieces[i].text, " ")])
			return false;
	return true;
}

static void whole(struct imp_answers *a, struct mem *m, const struct imp_passage *l, const struct spots *all,
	const char *before, struct origin origin)
{
	bool new = is_new(l->pieces[0].change);
	struct imp_proposal *p = imp_propose(a, m, new ? IMP_NEW_PARAGRAPH : IMP_DROP_PARAGRAPH, l->pieces[0].change);
	struct buf text = {0};
	for (size_t i = 0; i < l->npieces; i++)
		if (is_new(l->pieces[i].change) == new)
			buf_put(&text, l->pieces[i].text, l->pieces[i].n);
	*(new ? &p->now : &p->was) = trimmed(m, &text);
	imp_place_whole(p, m, all, new ? before : imp_spot_text(m, p->was, strlen(p->was)), new ? origin : l->origin);
}

/* On words that are not in the source, a title that was generated: the element they were made of says where; on an
 * element that takes no remark, an amount or a title: the nearest that does. */
void imp_settle_remark(struct imp_proposal *p, struct mem *m, const struct spots *all)
{
	const struct spot *s = p->spot ? p->spot : imp_spot_at(all, p->origin);
	const struct spot *to = s ? imp_spot_remark(m, all, s) : NULL;
	if (to == p->spot)
		return;
	p->spot = to;
	if (to)
		p->from = p->to = to->at[0];
	p->by_hand = to ? NULL : p->by_hand ? p->by_hand : "kein Absatz in der Nähe nimmt einen Vermerk auf";
}

static void remarks(struct imp_answers *a, struct mem *m, const struct imp_passage *l, const struct spots *all)
{
	for (size_t i = 0; i < l->nremarks; i++) {
		struct imp_proposal *p = imp_propose(a, m, IMP_REMARK, l->remarks[i].node);
		p->done = l->remarks[i].node->done;
		p->now = plain(m, l->remarks[i].node);
		imp_place(p, all, l, l->remarks[i].at, l->remarks[i].at);
		imp_settle_remark(p, m, all);
		p->there = p->spot && stands_there(p);
	}
}

/* ---- rows of tables */

/* The row it stands in, where that was put in or taken out as a whole; NULL. */
static const struct imp_node *changed_row(const struct imp_node *n, const struct imp_node *root)
{
	while (n != root && n->kind != IMP_ROW)
		n = n->parent;
	return n != root && n->change ? n : NULL;
}

/* The only element at that line, if it has no content: the whole row is its attributes. */
static const struct spot *element_at(const struct spots *all, struct origin o)
{
	const struct spot *found = NULL;
	for (size_t i = 0; i < all->ntags; i++) {
		const struct spot *t = &all->tags[i].spot;
		if (t->line > o.line || t->last < o.line || origin_file(t->file->path) != o.file)
			continue;
		if (found || t->file->data[t->to - 2] != '/')
			return NULL;
		found = t;
	}
	return found;
}

static const struct spot *tag_at(const struct spots *all, struct origin o)
{
	for (size_t i = 0; i < all->ntags; i++) {
		const struct spot *t = &all->tags[i].spot;
		if (t->line <= o.line && t->last >= o.line && origin_file(t->file->path) == o.file)
			return t;
	}
	return imp_spot_at(all, o);
}

/* Who did it says what stands in the row. */
static const struct imp_node *author_of(const struct imp_node *row)
{
	for (const struct imp_node *n = row; n; n = imp_after(n, row))
		if (n->author && n->change)
			return n;
	return row;
}

static void whole_row(struct imp_answers *a, struct mem *m, const struct imp_node *row, const struct spots *all,
	struct origin before)
{
	const bool new = is_new(row);
	struct imp_proposal *p = imp_propose(a, m, new ? IMP_NEW_PARAGRAPH : IMP_DROP_PARAGRAPH,
		author_of(row));
	struct buf text = {0};
	bool one = true;
	p->row = true;
	p->origin = before;
	for (const struct imp_node *n = imp_after(row, row); n; n = imp_after(n, row)) {
		struct imp_passage l;
		if (n->kind != IMP_PARA && n->kind != IMP_HEADING)
			continue;
		imp_passage_read(&l, m, n);
		one = one && (!text.len || p->origin.line == l.origin.line);
		p->origin = l.origin.line ? l.origin : p->origin;
		buf_fmt(&text, "%s", text.len ? " | " : "");
		for (size_t i = 0; i < l.npieces; i++)
			buf_put(&text, l.pieces[i].text, l.pieces[i].n);
		buf_free(&l.was);
	}
	*(new ? &p->now : &p->was) = trimmed(m, &text);
	const struct spot *element = !new && one ? element_at(all, p->origin) : NULL;
	p->spot = element ? element : tag_at(all, p->origin);
	p->from = p->spot ? p->spot->from : 0;
	p->to = p->spot ? p->spot->to : 0;
	p->by_hand = element ? NULL
		: new    ? "bitte die Zeile in der Quelle ergänzen"
			 : "bitte die Zeile in der Quelle streichen";
}

void imp_answer(struct imp_answers *a, struct mem *m, const struct imp_flow *f, const char *name,
	const struct spots *all)
{
	const char *before = NULL;
	struct origin before_from = {0};
	const struct imp_node *row, *last = NULL;
	size_t first = a->n;
	for (const struct imp_node *n = imp_passage_next(f, NULL, true); n; n = imp_passage_next(f, n, true)) {
		struct imp_passage l;
		imp_passage_read(&l, m, n);
		row = changed_row(n, f->root);
		if (row && row != last)
			whole_row(a, m, row, all, before_from);
		last = row;
		if (row)
			;                              /* told as a whole */
		else if (l.changed && !l.kept && goes_one_way(&l))
			whole(a, m, &l, all, before, before_from);
		else
			changes(a, m, &l, all);
		remarks(a, m, &l, all);
		if (l.was.len)
			before_from = l.origin;
		if (l.was.len)
			before = imp_spot_text(m, l.was.data, l.was.len);
		buf_free(&l.was);
	}
	for (size_t i = first; i < a->n; i++)
		a->at[i].from_file = name;
}

/* ---- all answers together */

static int by_place(const void *x, const void *y)
{
	const struct imp_proposal *a = x, *b = y;
	if (!a->spot != !b->spot)
		return a->spot ? -1 : 1;
	if (a->spot && a->spot->file != b->spot->file)
		return a->spot->file < b->spot->file ? -1 : 1;
	if (a->spot && a->from != b->from)
		return a->from < b->from ? -1 : 1;
	int same = strcmp(a->was, b->was);
	same = same ? same : strcmp(a->now, b->now);
	same = same ? same : strcmp(a->author ? a->author : "", b->author ? b->author : "");
	return same ? same : strcmp(a->from_file, b->from_file);
}

static bool same(const struct imp_proposal *a, const struct imp_proposal *b)
{
	return a->spot && a->spot == b->spot && a->is == b->is && a->is != IMP_REMARK && a->from == b->from &&
		a->to == b->to && !strcmp(a->was, b->was) && !strcmp(a->now, b->now);
}

void imp_answers_sort(struct imp_answers *a, struct mem *m)
{
	size_t n = 0;
	if (a->n)
		qsort(a->at, a->n, sizeof *a->at, by_place);
	for (size_t i = 0; i < a->n; i++) {
		struct imp_proposal *p = n ? &a->at[n - 1] : NULL;
		const char *who = a->at[i].author ? a->at[i].author : a->at[i].from_file;
		if (p && same(p, &a->at[i]))
			p->others = p->others ? mem_fmt(m, "%s, %s", p->others, who) : who;
		else
			a->at[n++] = a->at[i];
	}
	a->n = n;
}
