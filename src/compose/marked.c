/* marked.c: a side of a change into a cell of the Synopse: its words with their marks, what did not change around them
 * left out; addresses are links. */
#include <string.h>

#include "compose/autolink.h"
#include "compose/run.h"
#include "compose/synopse.h"
#include "compose/tree.h"

/* Words; addresses among them are links, as they were where they came from. */
static void put_words(struct com *c, const struct sty_char *ch, const char *s, size_t n)
{
	struct mem *m = c->t->mem;
	struct com_autolink a;
	for (const char *end = s + n; end > s; s += a.at + a.len) {
		const bool found = com_find_autolink(s, (size_t)(end - s), &a);
		a = found ? a : (struct com_autolink){.at = (size_t)(end - s)};
		if (a.at)
			com_put_char(c, ch, mem_str(m, s, a.at));
		if (!found)
			continue;
		com_push(c);
		com_open_autolink(c, c->doc->root, s + a.at, &a);
		com_put_char(c, ch, mem_str(m, s + a.at, a.len));
		com_pop(c);
	}
}

/* Without what a reference carries for the comparison; the end of a paragraph is a break. */
static void put_piece(struct com *c, const struct sty_char *ch, const char *s, size_t n)
{
	struct buf b = {0};
	while (n) {
		const char *stop = memchr(s, *CMP_PARA, n);
		size_t k = stop ? (size_t)(stop - s) : n;
		buf_clear(&b);
		cmp_put_shown(&b, s, k);
		if (b.len)
			put_words(c, ch, b.data, b.len);
		if (stop)
			com_special(c, BLK_SEG_BREAK, 0);
		s += stop ? k + 1 : k;
		n -= stop ? k + 1 : k;
	}
	buf_free(&b);
}

static void put_marked(struct com *c, const struct doc_node *n, int flags, enum blk_change change, const char *s,
	size_t len)
{
	com_push(c);
	blk_more(c->t, com_inline(c, n, BLK_SPAN))->change = (uint8_t)change;
	put_piece(c, com_char(c, c->o.ch, flags), s, len);
	com_pop(c);
}

/* ---- what of a side is shown */

struct pen {
	struct com *c;
	const struct doc_node *n;
	const char *text; uint32_t len;
	const struct cmp_range *range; size_t n_ranges, at;
	uint32_t done;                                 /* shown, or left out with its sign, up to here */
};

static const struct { int flags; enum blk_change change; const char *sign, *word; int sign_flags; } looks[] = {
	[CMP_SAME] = {COM_MOVED, BLK_MOVED, "»", "vergleich-verschiebung", COM_REGULAR},
	[CMP_DELETED] = {COM_DELETED | COM_GREY, BLK_DELETED, "−", "vergleich-streichung", COM_REGULAR | COM_GREY},
	[CMP_INSERTED] = {COM_INSERTED | COM_BOLD | COM_ACCENT, BLK_INSERTED, "+", "vergleich-einfuegung",
		COM_REGULAR | COM_ACCENT},
};

static bool all_blank(const char *s, size_t n)
{
	return strspn(s, " " CMP_PARA) >= n;
}

/* "… " where something before a range is left out. */
static void leave_out(struct pen *p, uint32_t to)
{
	const char *gap = p->text + p->done;
	size_t n = to - p->done;
	if (n && !all_blank(gap, n))
		com_put_char(p->c, com_char(p->c, p->c->o.ch, COM_GREY),
			!p->done               ? "… "
				: to == p->len ? " …"
					       : " … ");
	else if (n && to < p->len)
		put_piece(p->c, p->c->o.ch, gap, n);
	p->done = to;
}

/* What of the bytes is shown, marked as op says; -1: not marked. */
static void put_range(struct pen *p, uint32_t from, uint32_t to, int op)
{
	for (; p->at < p->n_ranges && p->range[p->at].from < to; p->at++) {
		const struct cmp_range *r = &p->range[p->at];
		uint32_t a = r->from > from ? r->from : from, e = r->to < to ? r->to : to;
		if (a < e && a > p->done)
			leave_out(p, a);
		if (a < e && op < 0)
			put_piece(p->c, p->c->o.ch, p->text + a, e - a);
		else if (a < e)
			put_marked(p->c, p->n, looks[op].flags, looks[op].change, p->text + a, e - a);
		p->done = a < e ? e : p->done;
		if (r->to > to)
			break;
	}
}

void com_put_plain(struct com *c, const char *s, size_t n)
{
	if (n)
		put_piece(c, c->o.ch, s, n);
}

/* In one text, both old and new: a sign says which it is, since nobody hears a line through a word. */
void com_put_change(struct com *c, const struct doc_node *n, int op, const char *s, size_t len)
{
	const char *said = mem_fmt(c->t->mem, "%s\u00A0%s ", looks[op].sign, sty_word(c->s, looks[op].word));
	com_push(c);
	blk_more(c->t, com_inline(c, n, BLK_SPAN))->change = (uint8_t)looks[op].change;
	put_marked(c, n, COM_SIGN | COM_ITALIC | looks[op].sign_flags, BLK_SIGN, said, strlen(said));
	put_piece(c, com_char(c, c->o.ch, looks[op].flags), s, len);
	com_pop(c);
}

void com_put_side(struct com *c, const struct cmp_change *k, const struct doc_node *n, bool new, bool whole)
{
	const char *text = new ? k->new_text : k->old_text;
	struct cmp_range all = {0, (uint32_t)strlen(text)}, *range = &all;
	size_t nr = 1;
	uint32_t at = 0;
	if (!whole && k->old_text && k->new_text)
		nr = cmp_excerpt(c->t->mem, k, new, &range);
	struct pen p = {.c = c, .n = n, .text = text, .len = all.to, .range = range, .n_ranges = nr};
	for (size_t i = 0; i < k->nruns; i++) {
		const struct cmp_run *r = &k->runs[i];
		uint32_t from = new ? r->new_at : r->old_at, len = new ? r->new_len : r->old_len;
		if (r->op == (new ? CMP_DELETED : CMP_INSERTED) || (r->op == CMP_SAME && !(k->art & CMP_MOVED)))
			continue;
		put_range(&p, at, from, -1);
		put_range(&p, from, from + len, r->op);
		at = from + len;
	}
	put_range(&p, at, all.to, -1);
	if (p.done < all.to)
		leave_out(&p, all.to);
}

void com_change_legend(struct com *c, const struct doc_node *n, const char *more)
{
	static const struct { const char *word; enum cmp_op op; } rows[] = {{"vergleich-neu", CMP_INSERTED},
		{"vergleich-entfallen", CMP_DELETED}, {"vergleich-verschoben", CMP_SAME}};
	com_push(c);
	com_para(c, n, BLK_P, c->style[COM_LEGENDE])->keep_next = true;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *word = sty_word(c->s, rows[i].word);
		enum cmp_op op = rows[i].op;
		put_marked(c, n, looks[op].flags | COM_NO_BAR, looks[op].change, word, strlen(word));
		com_put(c, " \u2003");
	}
	com_put_char(c, com_char(c, c->o.ch, COM_GREY), more);
	com_pop(c);
}
