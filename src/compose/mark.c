/* mark.c: paragraphs get their marks: segments are cut where a change begins, changed ones become Spans, deleted words
 * come in. */
#include <stdlib.h>
#include <string.h>

#include "compose/put.h"
#include "compose/redline.h"

#define SIGN_MOST LEN_PT(15)                       /* beside larger type the word is as large as running text */

struct place { uint32_t at, len, para, seg; };     /* where a segment's words stand in the joined text */
/* The words of several paragraphs as one text, as they are compared; the places of its segments in their order. */
struct joined { struct buf text; struct place *v; uint32_t n, cap; };
struct segs { struct blk_seg *v; uint32_t n, cap; };

static const struct { const char *word, *sign; int flags, sign_flags;
} looks[] = {
	[BLK_INSERTED] = {"vergleich-einfuegung", "+", COM_INSERTED | COM_BOLD | COM_ACCENT,
		COM_SIGN | COM_ITALIC | COM_ACCENT | COM_REGULAR},
	[BLK_DELETED] = {"vergleich-streichung", "−", COM_DELETED | COM_GREY,
		COM_SIGN | COM_ITALIC | COM_REGULAR | COM_GREY},
	[BLK_MOVED] = {"vergleich-verschiebung", "»", COM_MOVED, COM_SIGN | COM_ITALIC | COM_REGULAR},
};

static bool is_inside(const struct block *owner, enum blk_role role)
{
	for (; owner && owner->flow == BLK_INLINE; owner = owner->parent)
		if (owner->role == role)
			return true;
	return false;
}

/* Words of the author, not a label, a number in the margin or a page. */
static bool is_words(const struct blk_seg *g)
{
	return g->kind == BLK_SEG_TEXT && g->owner && g->len && !(g->flags & BLK_SEG_RAND) &&
		!is_inside(g->owner, BLK_LBL);
}

static const struct block *inner_target(const struct block *owner)
{
	for (; owner && owner->flow == BLK_INLINE; owner = owner->parent)
		if (owner->role == BLK_LINK && owner->target)
			return owner->target;
	return NULL;
}

static void join(struct joined *j, struct block *const *paras, uint32_t n)
{
	for (uint32_t p = 0; p < n; p++) {
		if (p)
			buf_str(&j->text, CMP_PARA);
		for (uint32_t i = 0; i < paras[p]->nsegs; i++) {
			const struct blk_seg *g = &paras[p]->segs[i];
			const struct block *to = inner_target(g->owner);
			if (!is_words(g)) {
				if (g->kind != BLK_SEG_NOTE)
					buf_chr(&j->text, ' ');
				continue;
			}
			if (to && to->id)
				buf_fmt(&j->text, "\1%s\2", to->id);
			MEM_ROOM(j->v, j->n, j->cap);
			j->v[j->n++] = (struct place){(uint32_t)j->text.len, g->len, p, i};
			buf_put(&j->text, g->text, g->len);
			if (to && to->id)
				buf_str(&j->text, "\3");
		}
	}
}

/* ---- writing segments */

static struct blk_seg *push(struct segs *s, struct blk_seg g)
{
	MEM_ROOM(s->v, s->n, s->cap);
	s->v[s->n++] = g;
	return &s->v[s->n - 1];
}

static struct block *span(struct redline *r, struct block *in, const struct block *place, enum blk_change change)
{
	struct block *b = blk_add(r->c->t, in, BLK_SPAN, BLK_INLINE, place->file, place->line);
	blk_more(r->c->t, b)->change = (uint8_t)change;
	return b;
}

/* The state of one paragraph's rewriting. */
struct pen {
	struct redline *r;
	struct segs out;
	struct block *open;                            /* the Span in work */
	enum blk_change change; uint32_t run;          /* of which run */
	struct block *owner;                           /* whose child it is */
	bool row;                                      /* the words say that it is a row of a table */
	const char *from;                              /* where it stood, of what was moved; NULL: not told */
	const char *said;                              /* the word of the sign; NULL: that of the change */
	bool told;                                     /* a row or a move is said once */
};

/* Words that end in a letter or a stop; behind a blank or what opens (a bracket, a quotation mark) stands no blank. */
static bool wants_blank(const struct blk_seg *g)
{
	static const char *const open[] = {" ", "(", "/", "\u00A0", "\u202F", "\u201E", "\u201A"};
	if (g->kind != BLK_SEG_TEXT || !g->len || g->flags & BLK_SEG_RAND)
		return false;
	for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
		const size_t n = strlen(open[i]);
		if (g->len >= n && !memcmp(g->text + g->len - n, open[i], n))
			return false;
	}
	return true;
}

static void put_blank(struct pen *p, const struct sty_char *ch, struct block *owner)
{
	push(&p->out, (struct blk_seg){.kind = BLK_SEG_TEXT, .len = 1, .text = " ", .ch = ch, .owner = owner});
}

static const char *lang_of(const struct redline *r, const struct block *b)
{
	while (b && !b->lang)
		b = b->parent;
	return b ? b->lang : r->c->t->lang;
}

/* "+ Zeile eingefügt: "; what follows it begins no line if it is a comma. */
static void sign(struct pen *p, struct block *in, const struct blk_seg *like, enum blk_change change, bool row,
	struct cmp_text next)
{
	struct redline *r = p->r;
	const struct style *s = r->c->s;
	const char *from = change == BLK_MOVED ? p->from : NULL;
	const char *moved = from ? mem_fmt(r->c->t->mem, " %s %s", sty_word(s, "vergleich-von"), from) : "";
	const char *word = p->said ? p->said : sty_word(s, looks[change].word);
	const struct sty_char *base = like->ch;
	const bool rtl = blk_rtl(lang_of(r, in));        /* then the blank stands on the other side of it */
	const char *blank = rtl ? "" : cmp_closes(next.s, next.n) ? "\u00A0" : " ";
	const char *text = mem_fmt(r->c->t->mem, "%s\u00A0%s%s%s%s%s", looks[change].sign,
		row ? sty_word(s, "vergleich-zeile") : "", row ? " " : "", word, moved, blank);
	if (p->out.n && wants_blank(&p->out.v[p->out.n - 1]))
		put_blank(p, base, in->parent);
	struct block *b = span(r, in, in, BLK_SIGN);
	b->lang = rtl ? r->c->t->lang : NULL;
	base = base->size > SIGN_MOST ? &r->c->style[COM_FLIESS]->ch : base;
	push(&p->out,
		(struct blk_seg){.kind = BLK_SEG_TEXT,
			.len = (uint32_t)strlen(text),
			.text = text,
			.ch = com_char(r->c, base, looks[change].sign_flags),
			.owner = b});
	if (rtl)
		put_blank(p, base, in);
}

static void put(struct pen *p, const struct blk_seg *g, uint32_t from, uint32_t n, enum blk_change change, uint32_t run)
{
	struct blk_seg piece = *g;
	piece.text += from;
	piece.len = n;
	if (!n)
		return;
	if (!change) {
		p->open = NULL;
		push(&p->out, piece);
		return;
	}
	bool goes_on = p->change == change && p->run == run && p->out.n && p->open;
	if (!goes_on || p->owner != g->owner) {
		p->open = span(p->r, g->owner, g->owner, change);
		p->owner = g->owner;
		if (!goes_on && !(p->told && (p->row || change == BLK_MOVED)))
			sign(p, p->open, g, change, p->row, (struct cmp_text){piece.text, piece.len});
		p->told = true;
	}
	p->change = change;
	p->run = run;
	piece.owner = p->open;
	piece.ch = com_char(p->r->c, g->ch, looks[change].flags);
	push(&p->out, piece);
}

/* ---- inline elements stand in the order of their words */

/* Each inline element below a paragraph gets the number of its first segment, a note that of its mark, which stands
 * before it; the tree is numbered anew when it is complete. */
static void number_inline(struct block *text)
{
	for (struct block *b = text->first; b; b = blk_step(text, b))
		if (b->flow == BLK_INLINE)
			b->num = UINT32_MAX;
	for (uint32_t i = text->nsegs; i-- > 0;)
		for (struct block *o = text->segs[i].owner; o && o != text; o = o->parent)
			o->num = i;
}

struct ranked { struct block *b; uint32_t at; };

static int by_segment(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->b->num != y->b->num)
		return x->b->num < y->b->num ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static void sort_children(struct block *in)
{
	uint32_t n = 0;
	for (const struct block *b = in->first; b; b = b->next)
		n++;
	if (!n)
		return;
	struct ranked *r = mem_alloc(n * sizeof *r);
	n = 0;
	for (struct block *b = in->first; b; b = b->next, n++) {
		if (b->flow == BLK_FOOT)
			b->num = n ? r[n - 1].b->num : 0;
		r[n] = (struct ranked){b, n};
	}
	qsort(r, n, sizeof *r, by_segment);
	in->first = r[0].b;
	in->last = r[n - 1].b;
	for (uint32_t i = 0; i < n; i++) {
		r[i].b->next = i + 1 < n ? r[i + 1].b : NULL;
		if (r[i].b->flow == BLK_INLINE)
			sort_children(r[i].b);
	}
	free(r);
}

static void finish(struct pen *p, struct block *text)
{
	text->segs = MEM_ARRAY(p->r->c->t->mem, struct blk_seg, p->out.n + 1);
	memcpy(text->segs, p->out.v, p->out.n * sizeof *text->segs);
	text->nsegs = p->out.n;
	free(p->out.v);
	number_inline(text);
	sort_children(text);
}

/* ---- a pair */

struct work {
	const struct mark_pair *p;
	struct redline *r;
	struct joined old, new;
	struct cmp_run *runs; size_t nruns;            /* how the one became the other */
	size_t at;                                     /* the first run that is not set to its end */
	bool told;                                     /* pen.told, from paragraph to paragraph */
};

/* The first segment that ends behind this place. */
static uint32_t first_place(const struct joined *j, uint32_t at)
{
	uint32_t lo = 0, hi = j->n;
	while (lo < hi) {
		const uint32_t mid = lo + (hi - lo) / 2;
		if (j->v[mid].at + j->v[mid].len <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Does a blank or the end of a paragraph stand there, not only what a reference carries? */
static bool gap(const struct joined *j, uint32_t from, uint32_t to)
{
	return memchr(j->text.data + from, ' ', to - from) || memchr(j->text.data + from, *CMP_PARA, to - from);
}

/* Words of the old edition's segments within the run, each in its language: an amount in Arabic keeps its direction.
 * Where a segment or a paragraph ended, the words go on: what is gone has none of its own any more. */
static void put_old(const struct work *w, struct pen *p, struct block *in, const struct blk_seg *like,
	const struct cmp_run *run)
{
	const uint32_t end = run->old_at + run->old_len;
	uint32_t done = run->old_at;                   /* a blank or the end of a paragraph may stand before the next */
	for (uint32_t i = first_place(&w->old, run->old_at); i < w->old.n && w->old.v[i].at < end; i++) {
		const struct place *at = &w->old.v[i];
		const struct blk_seg *g = &w->p->old[at->para]->segs[at->seg];
		const uint32_t from = at->at > run->old_at ? at->at : run->old_at,
			       to = at->at + at->len < end ? at->at + at->len : end;
		const char *lang = lang_of(p->r, g->owner), *around = lang_of(p->r, in);
		const bool foreign = blk_rtl(lang) != blk_rtl(around);
		if (from > done && gap(&w->old, done, from))
			put_blank(p, com_char(p->r->c, like->ch, looks[BLK_DELETED].flags), in);
		struct block *owner = foreign ? span(p->r, in, in, BLK_KEPT) : in;
		owner->lang = foreign ? lang : owner->lang;
		push(&p->out,
			(struct blk_seg){.kind = BLK_SEG_TEXT,
				.len = to - from,
				.text = g->text + (from - at->at),
				.ch = com_char(p->r->c, foreign ? g->ch : like->ch, looks[BLK_DELETED].flags),
				.owner = owner});
		done = to;
	}
}

/* Deleted words before or after a segment; tight: no blank to what follows. */
static void put_deleted(struct work *w, struct pen *p, const struct blk_seg *like, const struct cmp_run *run,
	bool tight)
{
	struct block *owner = like->owner;
	while (owner->flow == BLK_INLINE && owner->role != BLK_LBODY)
		owner = owner->parent;                         /* not into a link or an abbreviation */
	struct block *in = span(p->r, owner, owner, BLK_DELETED);
	sign(p, in, like, BLK_DELETED, false,
		(struct cmp_text){w->old.text.data + run->old_at, run->old_len});
	put_old(w, p, in, like, run);
	if (!tight)
		put_blank(p, like->ch, owner);
	p->open = NULL;
}

/* What is deleted by the run stands before a mark that follows its word at once: "am Bahnhof und am Markt." */
static bool is_tight(const struct work *w, size_t run)
{
	const struct cmp_run *k = &w->runs[run];
	const bool replaced = run + 1 < w->nruns && k[1].op == CMP_INSERTED && k[1].new_at == k->new_at;
	return !replaced && cmp_closes(w->new.text.data + k->new_at, w->new.text.len - k->new_at);
}

/* A segment of the new edition, cut where runs begin and end. from, end: the run within the segment; done: how much of
 * the segment is set. Words between two runs have not changed. */
static void cut(struct work *w, struct pen *p, const struct blk_seg *g, const struct place *at)
{
	uint32_t done = 0;
	size_t i = w->at;
	for (; i < w->nruns; i++) {
		const struct cmp_run *k = &w->runs[i];
		uint32_t from = k->new_at > at->at ? k->new_at - at->at : 0,
			 end = k->new_at + k->new_len > at->at ? k->new_at + k->new_len - at->at : 0;
		if (k->new_at >= at->at + at->len)
			break;
		from = from > at->len ? at->len : from;
		end = end > at->len ? at->len : end;
		enum blk_change kept = w->p->moved ? BLK_MOVED : BLK_KEPT;
		if (from > done) {
			put(p, g, done, from - done, BLK_KEPT, 0);
			done = from;
		}
		if (k->op == CMP_DELETED)
			put_deleted(w, p, g, k, is_tight(w, i));
		else if (end > done)
			put(p, g, done, end - done, k->op == CMP_INSERTED ? BLK_INSERTED : kept, (uint32_t)i);
		done = end > done ? end : done;
		if (k->new_at + k->new_len > at->at + at->len)
			break;                                     /* goes on in the next segment */
	}
	w->at = i;
	if (at->len > done)
		put(p, g, done, at->len - done, BLK_KEPT, 0);
}

/* What is deleted at the end of a paragraph, up to this place, has no segment after it. */
static void rest(struct work *w, struct pen *p, const struct blk_seg *like, uint32_t end)
{
	for (; like && w->at < w->nruns && w->runs[w->at].new_at + w->runs[w->at].new_len <= end; w->at++)
		if (w->runs[w->at].op == CMP_DELETED)
			put_deleted(w, p, like, &w->runs[w->at], true);
}

static void rewrite(struct work *w, uint32_t para, uint32_t *place)
{
	struct block *text = w->p->new[para];
	struct pen p = {.r = w->r, .row = w->p->row, .from = w->p->from, .told = w->told};
	const struct blk_seg *like = NULL;
	for (uint32_t i = 0; i < text->nsegs; i++) {
		const struct blk_seg *g = &text->segs[i];
		if (*place < w->new.n && w->new.v[*place].para == para && w->new.v[*place].seg == i) {
			cut(w, &p, g, &w->new.v[(*place)++]);
			like = g;
		} else {
			push(&p.out, *g);
		}
	}
	rest(w, &p, like, *place == w->new.n ? UINT32_MAX : w->new.v[*place].at - 1);
	w->told = p.told;
	finish(&p, text);
}

/* Only the word, before the first word there is; said: another word than that it was moved. */
static void say(struct redline *r, struct block *text, const char *from, const char *said)
{
	struct pen p = {.r = r, .from = from, .said = said};
	bool done = false;
	for (uint32_t i = 0; i < text->nsegs; i++) {
		const struct blk_seg *g = &text->segs[i];
		if (!done && is_words(g)) {
			sign(&p, span(r, text, text, BLK_MOVED), g, BLK_MOVED, false,
				(struct cmp_text){g->text, g->len});
			done = true;
		}
		push(&p.out, *g);
	}
	finish(&p, text);
}

void red_say(struct redline *r, struct block *text, const char *said)
{
	say(r, text, NULL, said);
}

void red_pair(struct redline *r, struct mark_pair *m)
{
	struct work w = {.p = m, .r = r, .told = m->told};
	if (!m->nnew)
		return;
	if (m->said) {
		say(r, m->new[0], m->from, NULL);
		return;
	}
	join(&w.old, m->old, m->nold);
	join(&w.new, m->new, m->nnew);
	buf_reserve(&w.old.text, 1);
	w.nruns = cmp_words(r->c->t->mem, (struct cmp_text){w.old.text.data, w.old.text.len},
		(struct cmp_text){w.new.text.data, w.new.text.len}, m->form, &w.runs);
	uint32_t place = 0;
	for (uint32_t i = 0; i < m->nnew; i++)
		rewrite(&w, i, &place);
	m->told = w.told;
	buf_free(&w.old.text);
	buf_free(&w.new.text);
	free(w.old.v);
	free(w.new.v);
}

/* ---- what is gone */

/* Owner of deleted words: the paragraph or the body of its list item; labels stay. */
static struct block *plain_owner(struct block *owner)
{
	while (owner->flow == BLK_INLINE && owner->role != BLK_LBODY && owner->role != BLK_LBL)
		owner = owner->parent;
	return owner;
}

static void drop_inline(struct block *in)
{
	struct block *kept = NULL, **to = &kept;
	for (struct block *b = in->first, *after; b; b = after) {
		after = b->next;
		bool stays =
			b->flow != BLK_FOOT && (b->flow != BLK_INLINE || b->role == BLK_LBL || b->role == BLK_LBODY);
		if (stays) {
			*to = b;
			to = &b->next;
			in->last = b;
			if (b->flow == BLK_INLINE)
				drop_inline(b);
		}
	}
	*to = NULL;
	in->first = kept;
	if (!kept)
		in->last = NULL;
}

static void strike(struct redline *r, struct block *text, bool *told, bool row)
{
	struct pen p = {.r = r};
	struct block *open = NULL, *owner = NULL;
	for (uint32_t i = 0; i < text->nsegs; i++)
		if (text->segs[i].owner)
			text->segs[i].owner = plain_owner(text->segs[i].owner);
	drop_inline(text);
	for (uint32_t i = 0; i < text->nsegs; i++) {
		struct blk_seg g = text->segs[i];
		if (g.kind == BLK_SEG_NOTE || g.kind == BLK_SEG_PAGE)
			continue;
		if (is_words(&g)) {
			if (!open || owner != g.owner) {
				owner = g.owner;
				open = span(r, owner, owner, BLK_DELETED);
				if (!*told)
					sign(&p, open, &g, BLK_DELETED, row, (struct cmp_text){g.text, g.len});
				*told = row;
			}
			g.owner = open;
			g.ch = com_char(r->c, g.ch, looks[BLK_DELETED].flags);
		}
		g.target = NULL;
		push(&p.out, g);
	}
	finish(&p, text);
}

static void strike_below(struct redline *r, struct block *root, bool told, bool row)
{
	for (struct block *b = root; b; b = blk_step(root, b)) {
		b->id = NULL;
		b->target = NULL;
		b->outline = b->page_before = b->floats = false;
		b->role = b->role == BLK_H ? BLK_P : b->role;
		if (b->more->head || b->more->title) {
			struct blk_more *more = blk_more(r->c->t, b);
			more->head = more->title = NULL;
		}
		if (b->flow == BLK_ROW) {
			told = false;
			row = true;
		}
		if (b->role == BLK_FIGURE && b->more->alt)
			blk_more(r->c->t, b)->alt = mem_fmt(r->c->t->mem, "%s: %s",
				sty_word(r->c->s, looks[BLK_DELETED].word), b->more->alt);
		if (b->flow == BLK_TEXT)
			strike(r, b, &told, row);
	}
}

void red_strike(struct redline *r, struct block *root, bool row)
{
	strike_below(r, root, false, row);
}

void red_strike_row(struct redline *r, struct block *row, const struct block *said)
{
	row->id = NULL;
	for (struct block *c = row->first; c; c = c->next)
		strike_below(r, c, c != said, true);
}

void red_link(struct block *in, struct block *after, struct block *b)
{
	b->parent = in;
	b->next = after ? after->next : in->first;
	*(after ? &after->next : &in->first) = b;
	if (!b->next)
		in->last = b;
}

void red_unlink(struct block *in, struct block *b)
{
	struct block *last = NULL;
	for (struct block **at = &in->first; *at; at = &(*at)->next) {
		if (*at == b) {
			*at = b->next;
			in->last = in->last == b ? last : in->last;
			return;
		}
		last = *at;
	}
}

struct block *red_flatten(struct redline *r, const struct block *root, struct block *in, struct block *after)
{
	for (const struct block *b = root; b; b = blk_walk(root, b)) {
		if (b->flow != BLK_TEXT)
			continue;
		struct block *p = MEM_NEW(r->c->t->mem, struct block);
		struct segs words = {0};
		*p = (struct block){.role = BLK_P,
			.flow = BLK_TEXT,
			.file = b->file,
			.line = b->line,
			.style = b->style,
			.more = b->more};
		for (uint32_t i = 0; i < b->nsegs; i++)
			if (is_words(&b->segs[i]))
				push(&words, b->segs[i])->owner = p;
		p->segs = words.v;
		p->nsegs = words.n;
		if (words.n) {
			red_link(in, after, p);
			red_strike(r, after = p, false);
		}
		free(words.v);
	}
	return after;
}
