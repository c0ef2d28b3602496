/* wire.c: a flow as bytes. Numbers are varints of seven bits, a string is its length and its bytes, a node its kind, a
 * mask of what it says, that, its children and a zero. */
#include "import/wire.h"

#include <string.h>

#include "base/u8.h"

enum { DEPTH = 5000 };                                 /* deeper than any reader goes */

#define AT(field) offsetof(struct imp_node, field)
static const size_t strings[] = {
	AT(label), AT(style), AT(text), AT(lang), AT(href), AT(target), AT(name), AT(alt), AT(author), AT(when),
	AT(rule)};
static const size_t numbers[] = {AT(level), AT(rows), AT(cols), AT(line), AT(page)};
enum {
	NSTRINGS = sizeof strings / sizeof *strings,
	NNUMBERS = sizeof numbers / sizeof *numbers,
	MARKS = NSTRINGS + NNUMBERS,
	CHANGE,
	SIZE,
	BYTES,
	TYPED,
	HEAD,
	DONE,
	NFIELDS
};

static const char *string_at(const struct imp_node *n, int i)
{
	const char *s;
	memcpy(&s, (const char *)n + strings[i], sizeof s);
	return s;
}

static int number_at(const struct imp_node *n, int i)
{
	int v;
	memcpy(&v, (const char *)n + numbers[i], sizeof v);
	return v;
}

/* ---- packing */

static void put_number(struct buf *b, uint64_t v)
{
	for (; v >= 128; v >>= 7)
		buf_chr(b, (char)(v | 128));
	buf_chr(b, (char)v);
}

static void put_string(struct buf *b, const char *s)
{
	size_t n = s ? strlen(s) : 0;
	put_number(b, s ? n + 1 : 0);
	if (n)
		buf_put(b, s, n);
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool alike(const struct imp_node *a, const struct imp_node *b)
{
	return b && a->kind == IMP_TEXT && b->kind == IMP_TEXT && a->marks == b->marks && a->size == b->size &&
		same(a->style, b->style) && same(a->lang, b->lang) && !a->first && !b->first;
}

static uint64_t mask_of(const struct imp_node *n)
{
	uint64_t mask = 0;
	for (int i = 0; i < NSTRINGS; i++)
		mask |= (uint64_t)(string_at(n, i) != NULL) << i;
	for (int i = 0; i < NNUMBERS; i++)
		mask |= (uint64_t)(number_at(n, i) != 0) << (NSTRINGS + i);
	mask |= (uint64_t)(n->marks != 0) << MARKS | (uint64_t)(n->change != 0) << CHANGE;
	mask |= (uint64_t)(n->size > 0) << SIZE | (uint64_t)(n->bytes != NULL) << BYTES;
	return mask | (uint64_t)n->typed_label << TYPED | (uint64_t)n->head << HEAD | (uint64_t)n->done << DONE;
}

/* The node, and how many of its neighbours are said with it. */
static const struct imp_node *put_node(struct buf *b, const struct imp_node *n)
{
	const struct imp_node *last = n;
	size_t long_text = n->text ? strlen(n->text) : 0;
	while (alike(last, last->next)) {
		last = last->next;
		long_text += strlen(last->text);
	}
	uint64_t mask = mask_of(n);
	put_number(b, (uint64_t)n->kind + 1);
	put_number(b, mask);
	for (int i = 0; i < NSTRINGS; i++)
		if (strings[i] == AT(text) && last != n) {
			put_number(b, long_text + 1);
			for (const struct imp_node *t = n; t != last->next; t = t->next)
				buf_str(b, t->text);
		} else if (string_at(n, i)) {
			put_string(b, string_at(n, i));
		}
	for (int i = 0; i < NNUMBERS; i++)
		if (number_at(n, i))
			put_number(b, (uint64_t)(unsigned)number_at(n, i));
	if (n->marks)
		put_number(b, n->marks);
	if (n->change)
		put_number(b, (uint64_t)n->change);
	if (n->size > 0)
		put_number(b, (uint64_t)(n->size * 100 + .5f));
	if (n->bytes) {
		put_number(b, n->nbytes);
		buf_put(b, n->bytes, n->nbytes);
	}
	return last;
}

static void put_enclosed(struct buf *b, const struct imp_enclosed *e)
{
	put_string(b, e->name);
	put_string(b, e->digest);
	put_number(b, e->bytes ? e->nbytes + 1 : 0);
	buf_put(b, e->bytes ? e->bytes : "", e->bytes ? e->nbytes : 0);
}

void imp_pack(const struct imp_flow *f, struct buf *b)
{
	const char *const said[] = {f->format, f->title, f->author, f->date, f->lang, f->source, f->page_lines,
		f->refused, f->seal};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		put_string(b, said[i]);
	put_number(b, f->nlosses);
	for (size_t i = 0; i < f->nlosses; i++) {
		put_string(b, f->losses[i].what);
		put_string(b, f->losses[i].where);
	}
	put_number(b, f->nenclosed);
	for (size_t i = 0; i < f->nenclosed; i++)
		put_enclosed(b, &f->enclosed[i]);
	for (const struct imp_node *n = f->root; n;) {
		n = put_node(b, n);
		if (n->first) {
			n = n->first;
			continue;
		}
		while (n && !n->next) {
			buf_chr(b, 0);
			n = n->parent;
		}
		if (n) {
			buf_chr(b, 0);
			n = n->next;
		}
	}
}

/* ---- unpacking */

struct bytes {
	const char *at, *end;
	bool bad;
	struct mem *mem;
};

static uint64_t get_number(struct bytes *in)
{
	uint64_t v = 0;
	for (unsigned shift = 0; shift < 64 && in->at < in->end; shift += 7) {
		unsigned char c = (unsigned char)*in->at++;
		v |= (uint64_t)(c & 127) << shift;
		if (c < 128)
			return v;
	}
	in->bad = true;
	return 0;
}

static const char *get_bytes(struct bytes *in, uint64_t n)
{
	if (in->bad || n > (uint64_t)(in->end - in->at)) {
		in->bad = true;
		return NULL;
	}
	in->at += n;
	return in->at - n;
}

static const char *get_string(struct bytes *in)
{
	uint64_t n = get_number(in);
	const char *s = n ? get_bytes(in, n - 1) : NULL;
	if (!s)
		return NULL;
	if (memchr(s, 0, n - 1) || !u8_valid(s, n - 1)) {
		in->bad = true;
		return NULL;
	}
	return mem_str(in->mem, s, n - 1);
}

static int get_int(struct bytes *in, uint64_t most)
{
	uint64_t v = get_number(in);
	in->bad = in->bad || v > most;
	return in->bad ? 0 : (int)v;
}

static void get_node(struct bytes *in, struct imp_node *n)
{
	uint64_t mask = get_number(in);
	in->bad = in->bad || mask >> NFIELDS;
	for (int i = 0; i < NSTRINGS; i++)
		if (mask >> i & 1) {
			const char *s = get_string(in);
			memcpy((char *)n + strings[i], &s, sizeof s);
		}
	n->rows = n->cols = n->line = n->page = 0;
	for (int i = 0; i < NNUMBERS; i++)
		if (mask >> (NSTRINGS + i) & 1) {
			int v = get_int(in, INT32_MAX);
			memcpy((char *)n + numbers[i], &v, sizeof v);
		}
	if (mask >> MARKS & 1)
		n->marks = (unsigned)get_int(in, 2 * IMP_WHITE - 1);
	if (mask >> CHANGE & 1)
		n->change = (enum imp_change)get_int(in, IMP_MOVED_TO);
	if (mask >> SIZE & 1)
		n->size = (float)get_int(in, 10000000) / 100;
	if (mask >> BYTES & 1) {
		n->nbytes = get_number(in);
		n->bytes = get_bytes(in, n->nbytes);
	}
	n->typed_label = mask >> TYPED & 1;
	n->head = mask >> HEAD & 1;
	n->done = mask >> DONE & 1;
}

static void get_tree(struct bytes *in, struct imp_flow *f)
{
	struct imp_node *at = NULL;
	for (int depth = 0; !in->bad;) {
		uint64_t kind = get_number(in);
		if (!kind) {
			in->bad = in->bad || !at;
			if (in->bad || at == f->root)
				return;
			at = at->parent;
			depth--;
			continue;
		}
		in->bad = in->bad || kind > IMP_PICTURE + 1 || (kind == IMP_DOC + 1) != !at || ++depth > DEPTH;
		if (in->bad)
			return;
		at = at ? imp_add(f, at, (enum imp_kind)(kind - 1)) : f->root;
		get_node(in, at);
	}
}

static void get_enclosed(struct bytes *in, struct imp_flow *f)
{
	struct imp_enclosed e = {.name = get_string(in), .digest = get_string(in)};
	const uint64_t n = get_number(in);
	const char *bytes = n ? get_bytes(in, n - 1) : NULL;
	in->bad = in->bad || !e.name || (!bytes && !e.digest);
	if (in->bad)
		return;
	e.nbytes = n ? n - 1 : 0;
	e.bytes = bytes ? mem_str(f->mem, bytes, e.nbytes) : NULL;
	MEM_ROOM_IN(f->mem, f->enclosed, f->nenclosed, f->capenclosed);
	f->enclosed[f->nenclosed++] = e;
}

struct imp_flow *imp_unpack(struct mem *m, const char *data, size_t n)
{
	struct bytes in = {data, data + n, false, m};
	struct imp_flow *f = imp_flow_new(m);
	const char **const said[] = {
		&f->format, &f->title, &f->author, &f->date, &f->lang, &f->source, &f->page_lines,
		&f->refused, &f->seal};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		*said[i] = get_string(&in);
	for (uint64_t losses = get_number(&in); losses && !in.bad; losses--) {
		const char *what = get_string(&in), *where = get_string(&in);
		if (what && where)
			imp_lose(f, what, where);
	}
	for (uint64_t files = get_number(&in); files && !in.bad; files--)
		get_enclosed(&in, f);
	get_tree(&in, f);
	return in.bad || in.at != in.end || !f->format ? NULL : f;
}
