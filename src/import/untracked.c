/* untracked.c: what a colleague changed while tracking was off: each paragraph of an answer beside the one that was
 * sent, found by its bookmark, word by word. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "import/answer.h"

enum { TOKENS = 3000 };                                /* of a paragraph that is compared word by word */

struct sent {                                          /* a paragraph of the document as it is sent */
	struct imp_passage p;
	const char *text;                              /* folded */
	bool met;                                      /* an answer has it */
	size_t like;                                   /* the first one that says the same */
	bool twice;                                    /* of the first: others do */
	bool said;                                     /* of the first: an answer has its words */
};
struct beside {
	struct imp_answers *all;
	struct mem *mem;
	const struct spots *spots;
	struct sent *at; size_t n, cap;
	size_t *texts, ntexts;                         /* by hash, number + 1 of the first that says it; half empty */
	struct sent **by_sum, **by_line;               /* those with an origin, sorted, to be searched */
	size_t marks;                                  /* how many */
	bool marked;                                   /* the answer has bookmarks of ours at all */
	bool outdated;                                 /* it was sent before the source changed */
};

static const char *folded(struct mem *m, const struct imp_passage *p)
{
	char *s = imp_spot_text(m, p->was.data ? p->was.data : "", p->was.len);
	for (size_t n = strlen(s); n && s[n - 1] == ' '; n--)
		s[n - 1] = '\0';
	return s + (*s == ' ');
}

/* The slot of a text: of the first that says it, or an empty one. */
static size_t *slot_of(const struct beside *b, const char *text)
{
	size_t i = (size_t)hash_quick(text, strlen(text)) & (b->ntexts - 1);
	while (b->texts[i] && strcmp(b->at[b->texts[i] - 1].text, text) != 0)
		i = (i + 1) & (b->ntexts - 1);
	return &b->texts[i];
}

static int order(uint64_t a, uint64_t b)
{
	return a < b ? -1 : a > b;
}

static int by_line(const void *a, const void *b)
{
	const struct origin *x = &(*(struct sent *const *)a)->p.origin, *y = &(*(struct sent *const *)b)->p.origin;
	const int file = order(x->file, y->file), line = order((uint64_t)x->line, (uint64_t)y->line);
	return file ? file : line ? line : order((uint64_t)x->n, (uint64_t)y->n);
}

static int by_sum(const void *a, const void *b)
{
	const struct origin *x = &(*(struct sent *const *)a)->p.origin, *y = &(*(struct sent *const *)b)->p.origin;
	const int file = order(x->file, y->file), sum = order(x->sum, y->sum);
	return file ? file : sum ? sum : by_line(a, b);
}

static void index_sent(struct beside *b)
{
	for (b->ntexts = 2; b->ntexts < 2 * b->n + 2;)
		b->ntexts *= 2;
	b->texts = MEM_ARRAY(b->mem, size_t, b->ntexts);
	b->by_sum = MEM_ARRAY(b->mem, struct sent *, b->n + 1);
	b->by_line = MEM_ARRAY(b->mem, struct sent *, b->n + 1);
	for (size_t i = 0; i < b->n; i++) {
		size_t *slot = slot_of(b, b->at[i].text);
		*slot = *slot ? *slot : i + 1;
		b->at[i].like = *slot - 1;
		b->at[*slot - 1].twice |= *slot != i + 1;
		if (b->at[i].p.origin.line) {
			b->by_sum[b->marks] = b->by_line[b->marks] = &b->at[i];
			b->marks++;
		}
	}
	qsort(b->by_sum, b->marks, sizeof *b->by_sum, by_sum);
	qsort(b->by_line, b->marks, sizeof *b->by_line, by_line);
}

static void read_sent(struct beside *b, const struct imp_flow *f)
{
	for (const struct imp_node *n = imp_passage_next(f, NULL, false); n; n = imp_passage_next(f, n, false)) {
		MEM_ROOM_IN(b->mem, b->at, b->n, b->cap);
		struct sent *s = &b->at[b->n++];
		*s = (struct sent){.met = false};
		imp_passage_read(&s->p, b->mem, n);
		s->text = folded(b->mem, &s->p);
	}
	index_sent(b);
}

/* ---- words */

struct token { const char *s; size_t from, to; bool field; };
struct tokens { struct token *at; size_t n, cap; };

static size_t blank_at(const char *s)
{
	static const char *const blanks[] = {" ", "\t", "\n", "\u00A0", "\u202F"};
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
		if (!strncmp(s, blanks[i], strlen(blanks[i])))
			return strlen(blanks[i]);
	return 0;
}

static void add_token(struct mem *m, struct tokens *t, const struct imp_passage *p, size_t from, size_t to, bool field)
{
	MEM_ROOM_IN(m, t->at, t->n, t->cap);
	t->at[t->n++] = (struct token){imp_spot_text(m, (p->was.data ? p->was.data : "") + from, to - from), from, to,
		field};
}

/* Words up to there, each with the blanks behind it, so that a hunk is a piece of text. */
static size_t add_words(struct mem *m, struct tokens *t, const struct imp_passage *p, size_t at, size_t end)
{
	while (at < end) {
		const size_t from = at;
		size_t n;
		while (at < end && !blank_at(p->was.data + at))
			at++;
		while (at < end && (n = blank_at(p->was.data + at)))
			at += n;
		add_token(m, t, p, from, at, false);
	}
	return at;
}

/* One that was there when it was sent. */
static bool is_field(const struct imp_piece *p)
{
	return p->field && !(p->change && (p->change->change == IMP_INSERTED || p->change->change == IMP_MOVED_TO));
}

/* A field is one, whatever it shows, also nothing. */
static struct tokens tokens_of(struct mem *m, const struct imp_passage *p)
{
	struct tokens t = {NULL, 0, 0};
	size_t at = 0;
	for (size_t i = 0; i < p->npieces; i++) {
		size_t to = p->pieces[i].at + p->pieces[i].n;
		if (!is_field(&p->pieces[i]))
			continue;
		at = add_words(m, &t, p, at, p->pieces[i].at);
		while (i + 1 < p->npieces && is_field(&p->pieces[i + 1]) && p->pieces[i].n && p->pieces[i + 1].n) {
			i++;
			to = p->pieces[i].at + p->pieces[i].n;
		}
		add_token(m, &t, p, at, to, true);
		at = to;
	}
	add_words(m, &t, p, at, p->was.len);
	return t;
}

static bool same(const struct token *a, const struct token *b)
{
	size_t n = strlen(a->s), k = strlen(b->s);
	n -= n && a->s[n - 1] == ' ';
	k -= k && b->s[k - 1] == ' ';
	return (a->field && b->field) || (n == k && !memcmp(a->s, b->s, n));
}

/* ---- hunks */

struct pair { const struct imp_passage *sent, *now; struct tokens a, b; };

/* Of the first tokens of either, the longest that both have, by the table of what follows. */
static uint16_t *table_of(struct mem *m, const struct pair *p)
{
	const size_t w = p->b.n + 1;
	uint16_t *t = MEM_ARRAY(m, uint16_t, (p->a.n + 1) * w);
	for (size_t i = p->a.n; i-- > 0;)
		for (size_t k = p->b.n; k-- > 0;) {
			const uint16_t down = t[(i + 1) * w + k], right = t[i * w + k + 1];
			t[i * w + k] = same(&p->a.at[i], &p->b.at[k]) ? (uint16_t)(t[(i + 1) * w + k + 1] + 1)
				: down > right                        ? down
								      : right;
		}
	return t;
}

static size_t begin_of(const struct tokens *t, size_t i, size_t end)
{
	return i < t->n ? t->at[i].from : end;
}

static char *between(struct mem *m, const struct imp_passage *p, size_t from, size_t to)
{
	return imp_spot_text(m, (p->was.data ? p->was.data : "") + from, to - from);
}

/* Blanks that both have at their end belong to neither. */
static void trim(const struct imp_passage *p, size_t *from, size_t *to, char *was, char *now)
{
	size_t n = strlen(was), k = strlen(now);
	if (!n || !k || was[n - 1] != ' ' || now[k - 1] != ' ')
		return;
	was[n - 1] = now[k - 1] = '\0';
	while (*to > *from && (blank_at(p->was.data + *to - 1) || (unsigned char)p->was.data[*to - 1] == 0xA0 ||
		(unsigned char)p->was.data[*to - 1] == 0xC2))
		--*to;
}

struct hunk { size_t i, i_end, k, k_end; };           /* tokens of either */

static void propose(struct beside *b, const struct pair *p, const struct hunk *h)
{
	const size_t end = p->sent->was.len, now_end = p->now->was.len;
	size_t from = begin_of(&p->a, h->i, end), to = begin_of(&p->a, h->i_end, end);
	const size_t now_from = begin_of(&p->b, h->k, now_end), now_to = begin_of(&p->b, h->k_end, now_end);
	char *was = between(b->mem, p->sent, from, to), *now = between(b->mem, p->now, now_from, now_to);
	trim(p->sent, &from, &to, was, now);
	struct imp_proposal *x = imp_propose(b->all, b->mem, IMP_REPLACE, NULL);
	x->untracked = true;
	x->was = was;
	x->now = now;
	imp_place(x, b->spots, p->sent, from, to);
	if (p->now->origins > 1)
		x->by_hand = "dort sind Absätze zusammengelegt";
}

/* The next hunk from i, k on, past what both have; false: there is none. */
static bool next_hunk(const struct pair *p, const uint16_t *t, size_t i, size_t k, struct hunk *h)
{
	const size_t w = p->b.n + 1;
	while (i < p->a.n && k < p->b.n && same(&p->a.at[i], &p->b.at[k]))
		i++, k++;
	*h = (struct hunk){i, i, k, k};
	while ((i < p->a.n || k < p->b.n) && !(i < p->a.n && k < p->b.n && same(&p->a.at[i], &p->b.at[k]))) {
		if (k == p->b.n || (i < p->a.n && t[(i + 1) * w + k] >= t[i * w + k + 1]))
			i++;
		else
			k++;
	}
	h->i_end = i;
	h->k_end = k;
	return h->i_end > h->i || h->k_end > h->k;
}

/* What one word parts is one change. */
static void compare(struct beside *b, const struct imp_passage *sent, const struct imp_passage *now)
{
	const struct pair p = {sent, now, tokens_of(b->mem, sent), tokens_of(b->mem, now)};
	struct hunk h = {0, p.a.n, 0, p.b.n}, more;
	if (p.a.n > TOKENS || p.b.n > TOKENS) {
		propose(b, &p, &h);
		return;
	}
	const uint16_t *t = table_of(b->mem, &p);
	for (bool any = next_hunk(&p, t, 0, 0, &h); any;) {
		any = next_hunk(&p, t, h.i_end, h.k_end, &more);
		if (any && more.i <= h.i_end + 1) {
			h.i_end = more.i_end;
			h.k_end = more.k_end;
			continue;
		}
		propose(b, &p, &h);
		h = more;
	}
}

/* ---- paragraphs */

static int far(const struct sent *s, const struct origin *o)
{
	return s->p.origin.line > o->line ? s->p.origin.line - o->line : o->line - s->p.origin.line;
}

typedef int ordering(const void *, const void *);

/* The first one that does not stand before the key. */
static size_t search(struct sent *const *at, size_t n, struct sent *key, ordering *is)
{
	size_t from = 0;
	while (from < n) {
		const size_t middle = from + (n - from) / 2;
		if (is(&at[middle], &key) < 0)
			from = middle + 1;
		else
			n = middle;
	}
	return from;
}

/* The one that was sent: of that bookmark, also where lines have moved since; NULL: that text is no longer sent. */
static struct sent *sent_of(struct beside *b, const struct origin *o)
{
	struct sent key = {.p.origin = *o}, *k = &key;
	if (!o->summed) {
		const size_t i = search(b->by_line, b->marks, &key, by_line);
		return i < b->marks && !by_line(&b->by_line[i], &k) ? b->by_line[i] : NULL;
	}
	const size_t i = search(b->by_sum, b->marks, &key, by_sum);
	struct sent *best = NULL;
	for (size_t at = i ? i - 1 : 0; at <= i && at < b->marks; at++) {      /* its neighbours in that order */
		struct sent *s = b->by_sum[at];
		if (s->p.origin.file == o->file && s->p.origin.sum == o->sum && (!best || far(s, o) <= far(best, o)))
			best = s;
	}
	return best;
}

static bool is_known(struct beside *b, const char *text)
{
	const size_t first = *slot_of(b, text);
	if (first)
		b->at[first - 1].said = true;
	return first;
}

static void add_paragraph(struct beside *b, const char *text, const struct imp_passage *before, const char *known)
{
	struct imp_proposal *p = imp_propose(b->all, b->mem, IMP_NEW_PARAGRAPH, NULL);
	p->untracked = true;
	p->now = text;
	imp_place_whole(p, b->mem, b->spots, known, before ? before->origin : (struct origin){0});
}

static size_t alike(const char *a, const char *b)
{
	size_t n = 0;
	while (a[n] && a[n] == b[n])
		n++;
	return n;
}

/* What begins like it in its file, else what stands nearest to where it stood. */
static const struct spot *spot_like(const struct spots *all, const char *text, struct origin o)
{
	const struct spot *best = NULL;
	size_t most = 3;
	for (size_t i = 0; i < all->n; i++) {
		const struct spot *s = &all->at[i];
		const size_t n = origin_file(s->file->path) == o.file ? alike(s->text, text) : 0;
		if (n > most)
			best = s;
		most = n > most ? n : most;
	}
	return best ? best : imp_spot_at(all, o);
}

/* Its text was sent so, but the source says something else by now. */
static void add_outdated(struct beside *b, const struct imp_passage *l, const char *text)
{
	struct imp_proposal *p = imp_propose(b->all, b->mem, IMP_REPLACE, NULL);
	p->untracked = true;
	p->now = text;
	p->spot = spot_like(b->spots, text, l->origin);
	if (p->spot) {
		p->was = p->spot->text;
		p->from = p->spot->from;
		p->to = p->spot->to;
	}
	p->by_hand = "die Quelle hat sich seit dem Versand geändert";
}

static unsigned sum_of(const struct imp_passage *l)
{
	struct buf b = {0};
	imp_passage_words(l, false, &b);
	const unsigned sum = origin_sum(b.data ? b.data : "", b.len);
	buf_free(&b);
	return sum;
}

static void one(struct beside *b, const struct imp_passage *l, const struct imp_passage *before, const char *known)
{
	const char *text = folded(b->mem, l);
	struct sent *s = l->origin.line ? sent_of(b, &l->origin) : NULL;
	if (s)
		s->met = true;
	if (!*text || (s && !strcmp(s->text, text)) || is_known(b, text))
		return;
	if (s)
		compare(b, &s->p, l);
	else if (!l->origin.line && b->marked && !l->changed)
		add_paragraph(b, text, before, known);
	else if (l->origin.summed && sum_of(l) != l->origin.sum)
		add_outdated(b, l, text);
}

/* A paragraph of which no answer says a word. */
static void add_missing(struct beside *b, const char *everything)
{
	for (size_t i = 0; i < b->n; i++) {
		const struct sent *s = &b->at[i];
		if (s->met || b->at[s->like].said || !s->p.origin.line || !*s->text || strstr(everything, s->text))
			continue;
		struct imp_proposal *p = imp_propose(b->all, b->mem, IMP_DROP_PARAGRAPH, NULL);
		p->untracked = true;
		p->was = s->text;
		imp_place_whole(p, b->mem, b->spots, s->text, s->p.origin);
		if (!p->spot)                              /* of words that were generated nobody has to decide */
			b->all->n--;
	}
}

/* ---- paragraphs that stand elsewhere */

struct stands { size_t sent, back; const char *known, *text; struct origin before; bool kept; };
struct standing { struct stands *at; size_t n, cap; };

/* A paragraph of the text that is what was sent, behind `known`. */
static void stands(struct beside *b, struct standing *all, const struct imp_passage *l, const char *known,
	struct origin before)
{
	const char *text = folded(b->mem, l);
	const struct sent *s = l->origin.line ? sent_of(b, &l->origin) : NULL;
	if (!s || !*text || strcmp(s->text, text) != 0 || !known)
		return;
	MEM_ROOM_IN(b->mem, all->at, all->n, all->cap);
	all->at[all->n++] = (struct stands){.sent = (size_t)(s - b->at), .known = known, .text = text, .before =
		before};
}

/* The longest row of them that is in the order in which they were sent: these stayed, the others moved. */
static void find_kept(struct mem *m, struct standing *all)
{
	size_t *end = MEM_ARRAY(m, size_t, all->n + 1), n = 0;     /* end[k]: last of the best row of k + 1 */
	for (size_t i = 0; i < all->n; i++) {
		size_t from = 0, to = n;
		while (from < to) {
			const size_t middle = (from + to) / 2;
			if (all->at[end[middle]].sent < all->at[i].sent)
				from = middle + 1;
			else
				to = middle;
		}
		all->at[i].back = from ? end[from - 1] : i;
		end[from] = i;
		n += from == n;
	}
	for (size_t i = n ? end[n - 1] : 0, left = n; left; left--, i = all->at[i].back)
		all->at[i].kept = true;
}

static void add_moved(struct beside *b, struct standing *all)
{
	find_kept(b->mem, all);
	for (size_t i = 0; i < all->n; i++) {
		const struct stands *s = &all->at[i];
		if (s->kept || b->at[b->at[s->sent].like].twice)  /* of several that are alike none has a place */
			continue;
		add_paragraph(b, s->text, NULL, s->known);
		struct imp_proposal *p = &b->all->at[b->all->n - 1];
		imp_place_whole(p, b->mem, b->spots, s->known, s->before);
		p->by_hand = "er stand an anderer Stelle; bitte in der Quelle verschieben";
	}
}

/* Does the answer say where its paragraphs come from, and is that still so? */
static void look(struct beside *b, const struct imp_flow *f)
{
	for (const struct imp_node *n = imp_passage_next(f, NULL, false); n; n = imp_passage_next(f, n, false)) {
		struct imp_passage l;
		imp_passage_read(&l, b->mem, n);
		buf_free(&l.was);
		if (!l.origins)
			continue;
		b->marked = true;
		for (size_t i = 0; i < b->n && !b->outdated; i++)
			b->outdated = b->at[i].p.origin.line && (!l.origin.summed ||
				b->at[i].p.origin.whole != l.origin.whole);
		return;
	}
}

void imp_untracked(struct imp_answers *all, struct mem *m, const struct imp_flow *sent, const struct imp_flow *f,
	const char *name, const struct spots *spots)
{
	const size_t first = all->n;
	struct beside b = {.all = all, .mem = m, .spots = spots};
	struct buf everything = {0};
	struct imp_passage before = {.mem = m};
	const char *known = NULL;
	struct standing standing = {0};
	read_sent(&b, sent);
	look(&b, f);
	for (const struct imp_node *n = imp_passage_next(f, NULL, false); n && b.marked;
		n = imp_passage_next(f, n, false)) {
		struct imp_passage l;
		imp_passage_read(&l, m, n);
		if (n->parent == f->root)
			stands(&b, &standing, &l, known, before.origin);
		one(&b, &l, before.origin.line ? &before : NULL, known);
		if (l.was.len) {
			before.origin = l.origin;
			known = folded(m, &l);
			buf_fmt(&everything, "%s\n", known);
		}
		buf_free(&l.was);
	}
	if (b.marked && !b.outdated)
		add_moved(&b, &standing);
	if (b.marked && !b.outdated)
		add_missing(&b, everything.data ? everything.data : "");
	for (size_t i = first; i < all->n; i++)
		all->at[i].from_file = name;
	buf_free(&everything);
	for (size_t i = 0; i < b.n; i++)
		buf_free(&b.at[i].p.was);
}
