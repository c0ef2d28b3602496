/* merge.c: an element as somebody wrote it anew, brought into the file: every byte that says the same stays, comments,
 * layout, the order of attributes, too; what comes back comes with the bytes it had. Where the file has gone on
 * meanwhile, both changes are taken, unless they are to the same paragraph. */
#include <string.h>

#include "source/flat.h"
#include "source/former.h"
#include "source/source.h"
#include "source/token.h"

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool all_blank(const char *s, size_t from, size_t to)
{
	while (from < to && blank(s[from]))
		from++;
	return from == to;
}

static bool same_one(const struct flats *a, size_t i, const struct flats *b, size_t j)
{
	return a->all[i].full == b->all[j].full && a->all[i].name == b->all[j].name;
}

static bool same_run(const struct flats *a, size_t i, size_t n, const struct flats *b, size_t j, size_t m)
{
	bool same = n - i == m - j;
	for (; same && i < n; i++, j++)
		same = same_one(a, i, b, j);
	return same;
}

static bool same_rows(const struct flats *a, const struct flats *b)
{
	return same_run(a, 0, a->n, b, 0, b->n);
}

/* ---- both changes: a row from three ---- */

struct side {                                      /* what somebody made of the base */
	struct flats row;
	int32_t *to;                                   /* by index in base: the same, or instead of it; -1: gone */
	size_t at;                                     /* of row, what was put or passed over */
};

struct three { struct flats base; struct side ours, theirs; struct buf *out; };

/* Where as many stand as stood there, or the first of them: another text of the same element took its place. */
static void pair_up(const struct flats *base, struct side *s)
{
	for (size_t i = 0, j = 0; i < base->n; i++) {
		if (s->to[i] >= 0) {
			j = (size_t)s->to[i] + 1;
			continue;
		}
		size_t next = i;
		while (next < base->n && s->to[next] < 0)
			next++;
		size_t end = next < base->n ? (size_t)s->to[next] : s->row.n;
		for (; i < next && j < end && base->all[i].tag && base->all[i].tag == s->row.all[j].tag; i++, j++)
			s->to[i] = (int32_t)j;
		i = next - 1;
	}
}

static void open_side(struct mem *m, const struct flats *base, struct side *s)
{
	s->to = flat_match(m, base, &s->row, true);
	pair_up(base, s);
}

static void put_one(struct buf *out, const struct flats *f, size_t i)
{
	if (f->all[i].gap)
		buf_chr(out, ' ');
	buf_put(out, f->data + f->all[i].from, f->all[i].to - f->all[i].from);
}

/* End of what a side has new before the base's i. */
static size_t new_until(const struct three *t, const struct side *s, size_t i)
{
	while (i < t->base.n && s->to[i] < 0)
		i++;
	return i < t->base.n ? (size_t)s->to[i] : s->row.n;
}

static void put_new_ones(struct three *t, size_t i)
{
	size_t ours = new_until(t, &t->ours, i), theirs = new_until(t, &t->theirs, i);
	bool twice = same_run(&t->ours.row, t->ours.at, ours, &t->theirs.row, t->theirs.at, theirs);
	for (; t->theirs.at < theirs; t->theirs.at++)
		put_one(t->out, &t->theirs.row, t->theirs.at);
	for (; t->ours.at < ours; t->ours.at++)
		if (!twice)
			put_one(t->out, &t->ours.row, t->ours.at);
}

/* The base's i as it is to be. False: both changed it, not in the same way. */
static bool put_base(struct three *t, size_t i)
{
	struct side *a = &t->ours, *b = &t->theirs;
	bool gone_a = a->to[i] < 0, gone_b = b->to[i] < 0;
	size_t in_a = gone_a ? a->at : (size_t)a->to[i], in_b = gone_b ? b->at : (size_t)b->to[i];
	bool we = gone_a || !same_one(&t->base, i, &a->row, in_a);
	bool they = gone_b || !same_one(&t->base, i, &b->row, in_b);
	if (we && they && (gone_a != gone_b || (!gone_a && !same_one(&a->row, in_a, &b->row, in_b))))
		return false;
	if (we && !gone_a)
		put_one(t->out, &a->row, in_a);
	else if (!we && !gone_b)
		put_one(t->out, &b->row, in_b);
	a->at = in_a + !gone_a;
	b->at = in_b + !gone_b;
	return true;
}

static bool both(struct mem *m, struct three *t)
{
	open_side(m, &t->base, &t->ours);
	open_side(m, &t->base, &t->theirs);
	for (size_t i = 0; i < t->base.n; i++) {
		put_new_ones(t, i);
		if (!put_base(t, i))
			return false;
	}
	put_new_ones(t, t->base.n);
	return true;
}

/* ---- the bytes that stay ---- */

struct merge {
	struct mem *mem;
	struct flats old, now;
	int32_t *to_now;                               /* by index in old; -1: gone */
	int32_t *from_old;                             /* by index in now; -1: new */
	const char *indent; size_t nindent;            /* of the element in its file */
	const char *unit;                              /* one step of it */
	struct formers *formers;
	bool led;                                      /* what lies before the next one that stays is put */
	struct buf *out;
};

/* As deep as the first element in it is: two blanks, a tab … */
static const char *unit_of(struct mem *m, const struct flats *f, size_t nindent)
{
	for (size_t i = 1; i < f->n; i++) {
		const char *lead = f->data + f->all[i].lead, *end = f->data + f->all[i].from, *line = end;
		while (line > lead && (line[-1] == ' ' || line[-1] == '\t'))
			line--;
		if (f->all[i].depth == 1 && line > lead && line[-1] == '\n' && (size_t)(end - line) > nindent)
			return mem_str(m, line + nindent, (size_t)(end - line) - nindent);
	}
	return "  ";
}

static void put_new_line(struct merge *g, int depth)
{
	buf_chr(g->out, '\n');
	buf_put(g->out, g->indent, g->nindent);
	while (depth-- > 0)
		buf_str(g->out, g->unit);
}

static struct token token_at(struct tokens *t, const struct flats *f, const struct flat *at)
{
	struct token k;
	*t = (struct tokens){f->data, f->size, at->from};
	token_next(t, &k);
	return k;
}

static bool is_namespace(const char *s, size_t n)
{
	return n >= 5 && !memcmp(s, "xmlns", 5);
}

static const char *name_of(struct mem *m, const struct tokens *t, const struct token_attr *a)
{
	return mem_str(m, t->data + a->from, a->name_end - a->from);
}

static bool same_value(const struct tokens *t, const struct token_attr *a, const struct tokens *u,
	const struct token_attr *b)
{
	return flat_same_text(
		t->data + a->value, a->value_end - a->value, u->data + b->value, b->value_end - b->value);
}

/* old and new; lead … from: white space in the old one */
struct tags { struct tokens t, u; struct token k, l; size_t lead, from; };

static bool stays(const struct tags *p, const struct token_attr *a)
{
	return is_namespace(p->t.data + a->from, a->name_end - a->from);
}

/* What the new tag has behind a place of it and the old one lacks: it stands there, too. */
static void put_fresh(struct merge *g, struct tags *p, size_t at)
{
	struct token_attr a, b;
	while (token_attr(&p->u, &p->l, &at, &b) && !token_find(&p->t, &p->k, name_of(g->mem, &p->u, &b), &a)) {
		if (is_namespace(p->u.data + b.from, b.name_end - b.from))
			continue;
		if (p->from > p->lead)
			buf_put(g->out, p->t.data + p->lead, p->from - p->lead);
		else
			buf_chr(g->out, ' ');
		buf_put(g->out, p->u.data + b.from, b.to - b.from);
	}
}

/* The start tag as it stands, with the attributes of the new one. */
static void put_tag(struct merge *g, const struct flat *old, const struct flat *now)
{
	struct tags p = {0};
	struct token_attr a, b;
	p.k = token_at(&p.t, &g->old, old);
	p.l = token_at(&p.u, &g->now, now);
	const char *t = p.t.data;
	size_t done = (size_t)(p.k.name - t) + p.k.nname;
	for (size_t at = 0, end = 0, n = 0; token_attr(&p.t, &p.k, &at, &a); end = a.to, n++)
		if (n > 1)                             /* so many stand in a manner of their own */
			p.lead = end, p.from = a.from;
	buf_put(g->out, t + p.k.from, done - p.k.from);
	put_fresh(g, &p, 0);
	for (size_t at = 0; token_attr(&p.t, &p.k, &at, &a); done = a.to) {
		bool have = token_find(&p.u, &p.l, name_of(g->mem, &p.t, &a), &b);
		if (!have && !stays(&p, &a))
			continue;
		if (stays(&p, &a) || same_value(&p.t, &a, &p.u, &b)) {
			buf_put(g->out, t + done, a.to - done);
		} else {
			buf_put(g->out, t + done, a.value - 1 - done);
			buf_put(g->out, p.u.data + b.value - 1, b.to - b.value + 1);
		}
		if (have)
			put_fresh(g, &p, b.to);
	}
	buf_put(g->out, t + done, old->to - done);
}

/* A comment before something that goes stays; one within it goes with it. */
static void keep_comments(struct merge *g, size_t from, size_t to)
{
	int open = 0;
	for (size_t i = from; i < to; i++) {
		const struct flat *f = &g->old.all[i];
		size_t n = f->from - f->lead;
		if (!open && n && memmem(g->old.data + f->lead, n, "<!--", 4)) {
			while (n && blank(g->old.data[f->lead + n - 1]))
				n--;
			buf_put(g->out, g->old.data + f->lead, n);
		}
		open += f->kind == FLAT_OPEN;
		open -= f->kind == FLAT_CLOSE && open;
	}
}

/* The tag as it is to be: as it stood before, if it did, with the same namespaces. */
static void put_tag_anew(struct merge *g, size_t i, size_t j)
{
	const struct flat *old = &g->old.all[i];
	const char *here = g->old.data + old->from;
	const size_t nhere = old->to - old->from;
	struct former_run run;
	if (former_left(g->formers, here, nhere) && former_find(g->formers, &g->now, j, j + 1, false, &run)) {
		const struct flat *f = &run.in->all[run.at];
		const char *was = run.in->data + f->from;
		const size_t n = f->to - f->from;
		if (!memmem(here, nhere, "xmlns", 5) == !memmem(was, n, "xmlns", 5)) {
			buf_put(g->out, was, n);
			return;
		}
	}
	put_tag(g, old, &g->now.all[j]);
}

/* A word in the place of another; the same element under another id. */
static bool put_instead(struct merge *g, size_t i, size_t j)
{
	const struct flat *old = &g->old.all[i], *now = &g->now.all[j];
	if (i >= g->old.n || g->to_now[i] >= 0 || old->kind != now->kind || old->gap != now->gap ||
		old->tag != now->tag || old->depth != now->depth || old->kind == FLAT_WHOLE || old->kind == FLAT_CLOSE)
		return false;
	buf_put(g->out, g->old.data + old->lead, old->from - old->lead);
	if (old->kind == FLAT_WORD)
		buf_put(g->out, g->now.data + now->from, now->to - now->from);
	else
		put_tag_anew(g, i, j);
	return true;
}

static bool is_start(const struct flat *f)
{
	return f->kind == FLAT_OPEN || f->kind == FLAT_EMPTY;
}

/* In the place of old's i, which goes: that one stood in the line. */
static bool in_line(const struct merge *g, size_t i, const struct flat *now)
{
	const struct flat *old = &g->old.all[i];
	return i < g->old.n && g->to_now[i] < 0 && is_start(old) && is_start(now) && old->depth == now->depth &&
		old->lead == old->from;
}

static void put_new(struct merge *g, size_t i, size_t j)
{
	const struct flat *f = &g->now.all[j], *last = j ? f - 1 : NULL;
	bool beside = last && (last->apart || last->kind == FLAT_WHOLE) &&
		(f->kind != FLAT_CLOSE || last->kind != FLAT_OPEN);
	if (f->gap && all_blank(g->now.data, f->lead, f->from))
		buf_put(g->out, g->now.data + f->lead, f->from - f->lead);
	else if (f->gap)
		buf_chr(g->out, ' ');
	else if (f->apart && beside && !in_line(g, i, f))
		put_new_line(g, f->depth);
	buf_put(g->out, g->now.data + f->from, f->to - f->from);
}

/* The last one of a new element that begins a line with j; 0: it is none. */
static size_t new_element(const struct merge *g, size_t j)
{
	const struct flat *f = &g->now.all[j];
	size_t end = j;
	if (!f->apart || f->kind != FLAT_OPEN)
		return 0;
	while (end < g->now.n && g->from_old[end] < 0 && (g->now.all[end].kind != FLAT_CLOSE ||
		g->now.all[end].depth > f->depth))
		end++;
	return end == g->now.n || g->from_old[end] >= 0 ? 0 : end;
}

/* What only has another place now, or stood elsewhere before, keeps its bytes, comments and lines of its own. Returns
 * its last one, 0: none. */
static size_t put_moved(struct merge *g, size_t j)
{
	const size_t end = new_element(g, j);
	struct former_run run;
	if (!end)
		return 0;
	const char *text = g->now.data + g->now.all[j].from;
	size_t n = g->now.all[end].to - g->now.all[j].from;
	if (!memmem(g->old.data, g->old.size, text, n)) {
		if (!former_find(g->formers, &g->now, j, end + 1, false, &run))
			return 0;
		const struct flat *first = &run.in->all[run.at];
		text = run.in->data + first->from;
		n = first[end - j].to - first->from;
		if (!former_comments_fit(&g->old, text, n, "", 0))
			return 0;
	}
	put_new_line(g, g->now.all[j].depth);
	buf_put(g->out, text, n);
	return end;
}

/* All that is new from j on, in the place of old's rows from seen on, as it stood there, with what lay between. Returns
 * the one after it, 0: it did not stand there, or somebody changed what lies there since. */
static size_t put_former(struct merge *g, size_t seen, size_t j)
{
	size_t end = j;
	struct former_run run;
	while (end < g->now.n && g->from_old[end] < 0)
		end++;
	if (!seen || end == g->now.n || !former_find(g->formers, &g->now, j, end, true, &run))
		return 0;
	const struct flat *last = &g->old.all[seen - 1], *next = &g->old.all[g->from_old[end]];
	const struct flat *first = &run.in->all[run.at];
	const char *here = g->old.data + last->to, *piece = run.in->data + first->lead;
	const size_t nhere = next->from - last->to, n = first[end - j].from - first->lead;
	if (!former_left(g->formers, g->old.data + last->from, next->to - last->from) ||
		!former_comments_fit(&g->old, piece, n, here, nhere))
		return 0;
	buf_put(g->out, piece, n);
	g->led = true;
	return end;
}

static void put_all(struct merge *g)
{
	size_t seen = 0;                               /* of old, put or left out */
	for (size_t j = 0; j < g->now.n; j++) {
		int32_t i = g->from_old[j];
		size_t next = i < 0 && j && g->from_old[j - 1] >= 0 ? put_former(g, seen, j) : 0;
		if (next) {
			seen = (size_t)g->from_old[next];
			j = next - 1;
			continue;
		}
		size_t moved = i < 0 ? put_moved(g, j) : 0;
		if (moved) {
			j = moved;
			continue;
		}
		if (i < 0 && put_instead(g, seen, j)) {
			seen++;
			continue;
		} else if (i < 0) {
			put_new(g, seen, j);
			continue;
		}
		const struct flat *old = &g->old.all[i], *now = &g->now.all[j];
		keep_comments(g, seen, (size_t)i);
		if (i && !g->led)
			buf_put(g->out, g->old.data + old->lead, old->from - old->lead);
		g->led = false;
		if (old->full == now->full)
			buf_put(g->out, g->old.data + old->from, old->to - old->from);
		else
			put_tag_anew(g, (size_t)i, j);
		seen = (size_t)i + 1;
	}
}

/* ---- elements as wholes: what is new, or goes, could as well begin and end at the tags before, like those ---- */

static bool is_whole(const struct flats *f, size_t from, size_t end)
{
	const struct flat *first = &f->all[from], *last = &f->all[end - 1];
	if (!first->apart || first->kind == FLAT_CLOSE || last->depth != first->depth || last->kind == FLAT_OPEN)
		return false;
	for (size_t i = from; i < end; i++)
		if (f->all[i].depth < first->depth)
			return false;
	return true;
}

static void hand_over(int32_t *to, int32_t *back, size_t from, size_t end)
{
	to[end] = to[from];
	back[to[end]] = (int32_t)end;
	to[from] = -1;
}

/* The run from … end of what has no partner, a few places up or down, where it is whole. Returns its end. */
static size_t settle(const struct flats *f, int32_t *to, int32_t *back, size_t from, size_t end)
{
	enum { FAR = 16 };
	size_t up = 0, down = 0;
	bool found = is_whole(f, from, end);
	while (!found && up < FAR && up < from && to[from - up - 1] >= 0 &&
		f->all[from - up - 1].name == f->all[end - up - 1].name)
		found = up++, is_whole(f, from - up, end - up);
	for (size_t i = 1; found && i <= up; i++)
		hand_over(to, back, from - i, end - i);
	while (!found && down < FAR && end + down < f->n && to[end + down] >= 0 &&
		f->all[from + down].name == f->all[end + down].name)
		found = down++, is_whole(f, from + down, end + down);
	for (size_t i = 0; found && i < down; i++)
		hand_over(to, back, end + i, from + i);
	return found ? end + down : end;
}

static void settle_all(const struct flats *f, int32_t *to, int32_t *back)
{
	for (size_t i = 0; i < f->n; i++) {
		size_t end = i;
		while (end < f->n && to[end] < 0)
			end++;
		if (end > i)
			i = settle(f, to, back, i, end) - 1;
	}
}

/* The element at the place, as "now" says, with the bytes it has. */
static void put_merged(struct merge *g)
{
	g->to_now = flat_match(g->mem, &g->old, &g->now, false);
	g->from_old = MEM_ARRAY(g->mem, int32_t, g->now.n + 1);
	for (size_t j = 0; j < g->now.n; j++)
		g->from_old[j] = -1;
	for (size_t i = 0; i < g->old.n; i++)
		if (g->to_now[i] >= 0)
			g->from_old[g->to_now[i]] = (int32_t)i;
	settle_all(&g->now, g->from_old, g->to_now);
	settle_all(&g->old, g->to_now, g->from_old);
	put_all(g);
}

static size_t line_indent(const char *data, size_t from, const char **indent)
{
	size_t line = from, n = 0;
	while (line && data[line - 1] != '\n')
		line--;
	while (line + n < from && (data[line + n] == ' ' || data[line + n] == '\t'))
		n++;
	*indent = data + line;
	return n;
}

/* One element and nothing beside it; whether its tags fit together says the parser. */
static bool alone(const struct flats *f)
{
	int depth = 0;
	for (size_t i = 0; i < f->n; i++) {
		depth += (f->all[i].kind == FLAT_OPEN) - (f->all[i].kind == FLAT_CLOSE);
		if (depth < 1 && i + 1 < f->n)
			return false;
	}
	return f->n > 0 && depth == 0 && f->all[0].kind != FLAT_WORD;
}

/* What it is to become. */
static enum src_merged wanted(struct mem *m, const struct src_change *c, const char *here, size_t n, struct buf *out)
{
	struct three t = {.out = out};
	flat_read(m, c->old, c->nold, true, &t.base);
	flat_read(m, c->now, c->nnow, true, &t.ours.row);
	flat_read(m, here, n, true, &t.theirs.row);
	if (!alone(&t.ours.row))
		return SRC_UNSOUND;
	if (same_rows(&t.base, &t.theirs.row) || same_rows(&t.ours.row, &t.theirs.row)) {
		buf_put(out, c->now, c->nnow);
		return SRC_MERGED;
	}
	return both(m, &t) ? SRC_MERGED : SRC_CLASH;
}

/* In a file that is damaged nobody else's text stands beside one's own: it is to be mended first. */
static enum src_merged clash_in(const struct buf *file, const struct src_change *c)
{
	struct diag *unused = diag_new();
	const bool sound = token_sound(c->path, file->data, file->len, unused);
	diag_free(unused);
	return sound ? SRC_CLASH : SRC_UNSOUND;
}

enum src_merged src_merge(const struct buf *file, const struct src_change *c, struct buf *out, struct diag *d)
{
	struct src_range at;
	if (!src_element(file->data, file->len, c->place, &at))
		return clash_in(file, c);
	struct mem *m = mem_new();
	struct buf now = {0}, ordered = {0};
	struct merge g = {.mem = m, .out = out, .formers = former_open(m, c)};
	enum src_merged how = wanted(m, c, file->data + at.from, at.to - at.from, &now);
	if (how == SRC_MERGED) {
		flat_read(m, file->data + at.from, at.to - at.from, false, &g.old);
		flat_read(m, now.data ? now.data : "", now.len, false, &g.now);
		if (flat_reorder(m, &g.old, &g.now, &ordered))
			flat_read(m, ordered.data, ordered.len, false, &g.old);
		g.nindent = line_indent(file->data, at.from, &g.indent);
		g.unit = unit_of(m, &g.old, g.nindent);
		buf_put(out, file->data, at.from);
		put_merged(&g);
		buf_put(out, file->data + at.to, file->len - at.to);
		how = alone(&g.now) && token_sound(c->path, out->data, out->len, d) ? SRC_MERGED : SRC_UNSOUND;
	}
	buf_free(&now);
	buf_free(&ordered);
	mem_free(m);
	return how == SRC_CLASH ? clash_in(file, c) : how;
}
