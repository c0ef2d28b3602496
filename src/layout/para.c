/* para.c: a paragraph to lines: the cheapest way through all places where a line may end. Cost per line is the square
 * of its slack (ragged, headings) or of its badness (justified); what the rules forbid costs so much that it is done
 * only where nothing else is possible. Linear: lines that end at a place begin within a window that only moves on. */
#include <string.h>

#include "layout/breaker.h"

#define FORBIDDEN 1000000000000LL                  /* cost of breaking a rule once */
#define UNSET INT64_MAX

/* Ragged: a line may be so much shorter before a word is divided; in a column narrower than 60 mm by 55 percent; before
 * an address is, by 45. */
enum { FLAT = 42000, NARROW = LEN_MM(60), NARROW_FLAT = 55, PART_FLAT = 45 };

static int64_t cap(int64_t v) { return v > FORBIDDEN / 4 ? FORBIDDEN / 4 : v; }

static int64_t square(int64_t v) { return cap(v > 1000000 ? FORBIDDEN : v * v); }

/* Justified: 100 r², r = 1 at .34 em or .20 em, after a tracking nobody sees. *rest becomes the slack left over
 * (negative: too long). */
static int64_t cost_block(const struct breaker *k, const struct cand *a, const struct cand *z, int64_t *rest, bool last)
{
	static const int penalty[5] = {400, 280, 200, 120, 15};
	int64_t gaps = z->gaps_end - a->gaps_start, em = k->space * 1000LL / 260;
	int64_t stretch = gaps * em * 8 / 100, shrink = gaps * em * 6 / 100, bad,
		track = (int64_t)(z->glyphs - a->glyphs) * k->track;
	if (!last || *rest < 0)
		*rest = *rest > track ? *rest - track : *rest < -track ? *rest + track : 0;
	if (*rest < -shrink) {
		*rest += shrink;
		return 0;
	}
	if (last && *rest >= 0)
		bad = 0;
	else {
		int64_t r = *rest >= 0 ? (stretch ? *rest * 1000 / stretch : 30000) : -*rest * 1000 / shrink;
		r = r > 30000 ? 30000 : r;
		bad = r * r / 10000;
	}
	*rest = *rest < 0 ? 0 : *rest;
	if (z->kind == CAND_HYPHEN || z->kind == CAND_SOFT)
		bad += penalty[z->quality > 4 ? 4 : z->quality];
	return square(10 + bad);
}

static int64_t flat(const struct breaker *k)
{
	const len_t narrow = len_scale(k->width, NARROW_FLAT, 100);
	return k->narrow && narrow > FLAT ? narrow : FLAT;
}

/* How much of a line from a stays empty that ends before the word z stands in; most: it begins with the word. */
static int64_t empty_before(const struct breaker *k, const struct cand *a, const struct cand *z)
{
	const struct cand *plain = &k->l->cands[z->plain];
	return plain > a ? lay_avail(k, a) - (plain->end - a->start + plain->extra - a->outdent) : INT64_MAX;
}

static int64_t cost_flat(const struct breaker *k, const struct cand *a, const struct cand *z, int64_t rest, bool last)
{
	static const int penalty[5] = {1600, 1000, 600, 250, 50}, parted[3] = {0, 16000, 600};
	static const int torn[] = {[SENSE_MARK] = 0, [SENSE_WORDS] = 6000, [SENSE_TORN] = 20000};
	int64_t c = last && !k->balance ? 0 : square(rest / 1000);
	c += torn[z->sense];
	if (z->tied)
		c += FORBIDDEN / 4;
	if (k->narrow && z->kind == CAND_PLAIN && z->dash)     /* "Task-" / "Force" */
		c += 2500;
	if (z->kind != CAND_HYPHEN && z->kind != CAND_SOFT && z->kind != CAND_PART)
		return c;
	const int64_t may = z->kind == CAND_HYPHEN || k->narrow ? flat(k) : k->width * PART_FLAT / 100;
	if (z->kind != CAND_SOFT && empty_before(k, a, z) <= may)
		return FORBIDDEN;
	if (z->kind == CAND_PART)
		return c + parted[z->quality > 2 ? 2 : z->quality];
	return c + penalty[z->quality > 4 ? 4 : z->quality];
}

/* Cost of the line from a to z; *rest: its slack, negative if it is too long. */
static int64_t line_cost(const struct breaker *k, const struct cand *a, const struct cand *z, int64_t *rest)
{
	bool last = z->kind == CAND_END;
	int64_t c;
	*rest = lay_avail(k, a) - (z->end - a->start + z->extra - a->outdent);
	c = k->block ? cost_block(k, a, z, rest, last) : *rest >= 0 ? cost_flat(k, a, z, *rest, last) : 0;
	if (*rest < 0)
		return FORBIDDEN * 64 + (*rest < -1000000 ? 1000000 : -*rest) * 100000;
	if (last && a->rest)
		c += FORBIDDEN;
	return z->kind == CAND_ANY ? c + FORBIDDEN / 2 : c;
}

static bool step(struct breaker *k, uint32_t i, uint32_t j, int64_t cost)
{
	struct cand *a = &k->l->cands[i], *z = &k->l->cands[j];
	bool better = false;
	for (unsigned row = 0; row < 3; row++) {
		if (a->cost[row] == UNSET)
			continue;
		unsigned to = z->dash ? row + 1 : 0;
		int64_t c = a->cost[row] + cost + (to > 2 ? FORBIDDEN : to > 1 ? (k->block ? 8000 : 400) : 0);
		to = to > 2 ? 2 : to;
		c = c > UNSET / 2 ? UNSET / 2 : c;
		if (c < z->cost[to]) {
			z->cost[to] = c;
			z->from[to] = i;
			z->from_row[to] = (uint8_t)row;
			better = true;
		}
	}
	return better;
}

static bool reached(const struct cand *c) { return c->cost[0] != UNSET || c->cost[1] != UNSET || c->cost[2] != UNSET; }

/* A line that would be far too loose, where the next candidate would fit as well and may end it, is not looked at. */
static bool hopeless(const struct breaker *k, const struct cand *from, const struct cand *z, int64_t loose)
{
	int64_t room = lay_avail(k, from) + from->start + from->outdent;
	return z->kind != CAND_END && !z[1].tied && room - z->end > 2 * loose &&
		room - z[1].end - (z[1].extra > 0 ? z[1].extra : 0) >= 0;
}

/* A heading is short, and what reads well may leave any line short. */
static int64_t looseness(const struct breaker *k)
{
	return k->balance ? k->width : k->block ? k->width / 8 : k->narrow ? flat(k) : k->width * 3 / 10;
}

/* The best line that ends at j, over the starts that still fit. */
static void reach(struct breaker *k, uint32_t j, uint32_t *lo)
{
	struct cand *c = k->l->cands;
	int64_t loose = looseness(k), rest;
	bool any = false;
	c[j].cost[0] = c[j].cost[1] = c[j].cost[2] = UNSET;
	while (*lo + 1 < j && !reached(&c[*lo]))
		++*lo;
	if (hopeless(k, &c[*lo], &c[j], loose))
		return;
	for (uint32_t i = *lo; i < j; i++) {
		if (!reached(&c[i]))
			continue;
		int64_t cost = line_cost(k, &c[i], &c[j], &rest);
		if (rest < 0 && i + 1 < j) {
			if (i == *lo)
				++*lo;
			continue;
		}
		if (any && rest > loose && c[j].kind != CAND_END)
			break;
		any |= step(k, i, j, cost);
	}
}

static void line_add(struct lay *l, uint32_t item, uint32_t sub)
{
	MEM_ROOM(l->lines, l->nlines, l->cap_lines);
	l->lines[l->nlines++] = (struct line){item, sub};
}

/* Adds the starts of the part's lines, in order. */
static void backtrack(struct breaker *k)
{
	struct lay *l = k->l;
	struct cand *c = l->cands;
	uint32_t at = (uint32_t)l->ncands - 1;
	unsigned row = 0;
	for (unsigned r = 1; r < 3; r++)
		if (c[at].cost[r] < c[at].cost[row])
			row = r;
	size_t first = l->nlines;
	while (at) {
		uint32_t from = c[at].from[row];
		row = c[at].from_row[row];
		at = from;
		line_add(l, c[at].item, c[at].sub);
	}
	for (size_t a = first, z = l->nlines; z > a + 1; a++, z--) {
		struct line t = l->lines[a];
		l->lines[a] = l->lines[z - 1];
		l->lines[z - 1] = t;
	}
}

static void note_lines(const struct block *b, struct para *p)
{
	uint32_t line = 0;
	for (uint32_t s = 0; s < b->nsegs; s++) {
		if (b->segs[s].kind != BLK_SEG_NOTE || p->seg[s] < p->body)
			continue;
		while (line + 1 < p->nlines && p->lines[line + 1].item <= p->seg[s])
			line++;
		if (p->nlines)
			p->lines[line].sub |= LINE_NOTE;
	}
}

static struct breaker breaker(struct lay *l, const struct block *b, struct para *p, len_t width)
{
	struct breaker k = {.l = l, .b = b, .p = p, .width = width, .ban_item = UINT32_MAX};
	const struct face *f = lay_face(l, &b->style->ch);
	k.space = lay_em(f->space->width, b->style->ch.size);
	k.track = p->levels ? 0 : lay_em(TRACK, b->style->ch.size);
	k.balance = b->style->balance;
	k.narrow = width > 0 && width < NARROW;
	k.block = p->align == STY_BLOCK;
	k.hang = !b->style->nohang && !b->code && !p->levels && (p->align == STY_BLOCK || p->align == STY_FLATTER);
	k.hyphenate = b->style->hyphenate && !p->undivided;
	return k;
}

static void break_parts(struct breaker *k)
{
	struct lay *l = k->l;
	struct para *p = k->p;
	l->nlines = 0;
	for (uint32_t at = p->body; at < p->right || (at == p->body && p->right < p->nitems);) {
		uint32_t next = lay_cands(k, at), lo = 0;
		l->cands[0].cost[0] = 0;
		l->cands[0].cost[1] = l->cands[0].cost[2] = UNSET;
		for (uint32_t j = 1; j < l->ncands; j++)
			reach(k, j, &lo);
		backtrack(k);
		if (next < p->right)
			l->lines[l->nlines - 1].sub |= LINE_FORCED;
		if (next == at)
			break;
		at = next;
	}
	p->nlines = (uint32_t)l->nlines;
	line_add(l, p->right, 0);
}

static len_t blanks_before(struct lay *l, const struct blk_seg *s, const struct txt_word *w)
{
	int64_t em = 0;
	for (unsigned g = 0; w && w->nruns && g < w->runs[0].n; g++) {
		if (strcmp(txt_key_text(l->txt, w->runs[0].font, w->glyphs[g].key), "\u00A0") != 0)
			break;
		em += w->glyphs[g].adv;
	}
	return lay_em(em, lay_size(s));
}

len_t lay_hang_of(struct lay *l, const struct block *b, const struct para *p, uint32_t item)
{
	if (!b->code || item >= p->nitems || !b->nsegs)
		return p->hang;
	const struct blk_seg *s = &b->segs[lay_para_seg(p, b->nsegs, item)];
	const len_t in = p->hang + blanks_before(l, s, lay_item_word(p->items[item]));
	return in > p->width / 2 ? p->hang : in;
}

uint32_t lay_line_begun(const struct block *b, const struct para *p, uint32_t line)
{
	while (line && !(b->code && p->lines[line - 1].sub & LINE_FORCED))
		line--;
	return line;
}

void lay_para_break(struct lay *l, const struct block *b, struct para *p, len_t width)
{
	len_t hang = p->hang;
	if (lay_kept_lines(l, p, width)) {
		note_lines(b, p);
		return;
	}
	struct breaker k = breaker(l, b, p, width);
	p->width = k.width = width < 6000 ? 6000 : width;
	if (p->hang > k.width / 2)
		p->hang = 0;
	break_parts(&k);
	p->lines = MEM_ARRAY(l->mem, struct line, l->nlines);
	memcpy(p->lines, l->lines, l->nlines * sizeof *p->lines);
	if (!k.overlong)
		lay_kept_lines_note(l, p, width, hang);
	note_lines(b, p);
	if (k.number)
		diag_error(l->diag, "PASST", b->file, b->line,
			"Eine Zahl ist breiter als ihre Zeile, und Zahlen werden nicht geteilt; erwartet wird eine "
			"Spalte, in die sie passt; bitte %sweniger Spalten, schmalere feste Breiten oder zwei Tabellen",
			lay_turn_advice(l));
	else if (k.overlong)
		diag_warn(l->diag, "UEBERLANG", b->file, b->line,
			"Ein Wort ist breiter als seine Zeile und wurde ohne Trennstelle geteilt; erwartet wird "
			"ein Wort, das auf die Zeile passt; bitte kürzer schreiben oder mit U+00AD sagen, wo es "
			"getrennt werden darf");
}

/* A word, and a paragraph in one line, are taken for so wide at most. */
static const int64_t WIDEST = 2000000, LONGEST = 1000000000;

struct lay_limits lay_para_limits(struct lay *l, const struct block *b, struct para *p)
{
	struct lay_limits out = {0};
	if (lay_kept_limits(p, &out))
		return out;
	for (int pass = 0; pass < 2; pass++) {
		struct breaker k = breaker(l, b, p, 0);
		if (pass)
			k.hyphenate = false;
		len_t right = 0;
		for (uint32_t at = p->body; at < p->right || (at == p->body && p->right < p->nitems);) {
			uint32_t next = lay_cands(&k, at);
			right = next == p->right && p->right < p->nitems ? l->cands[l->ncands - 1].extra : 0;
			if (next == at)
				break;
			at = next;
		}
		k.most += right;
		*(pass ? &out.least : &out.hyphenated) = (len_t)(k.least > WIDEST ? WIDEST : k.least);
		out.most = (len_t)(k.most > LONGEST ? LONGEST : k.most);
	}
	lay_kept_limits_note(b, p, &out);
	return out;
}

bool lay_line_hyphen(const struct para *p, uint32_t line)
{
	if (line + 1 >= p->nlines)
		return false;
	uint32_t sub = p->lines[line + 1].sub & (SUB_VALUE | SUB_ANY);
	const struct txt_word *w = lay_item_word(p->items[p->lines[line + 1].item]);
	return sub && !(sub & SUB_ANY) && w && w->breaks[sub - 1].kind == TXT_HYPHEN;
}

bool lay_para_avoid(struct lay *l, const struct block *b, struct para *p, uint32_t line)
{
	struct breaker k = breaker(l, b, p, p->width);
	k.ban_item = p->lines[line + 1].item;
	uint32_t before = p->nlines;
	break_parts(&k);
	if (p->nlines != before) {                     /* a longer paragraph is no gain */
		p->nlines = before;
		return false;
	}
	memcpy(p->lines, l->lines, l->nlines * sizeof *p->lines);
	note_lines(b, p);
	return true;
}
