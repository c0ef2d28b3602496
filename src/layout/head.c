/* head.c: what stands on a page beside its content: running head, page number, draft strip, backdrop; continued
 * captions and hints. */
#include <stdio.h>
#include <string.h>

#include "layout/line.h"

enum { MORE_MAX = 96 };                                /* bytes of " (Fortsetzung)" at most */

static void string_at(struct pen *p, const struct sty_char *ch, len_t x, len_t y, const char *s, size_t n)
{
	struct ink k = {.ch = ch, .size = ch->size, .rise = ch->rise};
	p->open = false;
	p->x = x;
	p->y = y;
	lay_emit_string(p, &k, lay_lang(p->l, NULL), s, n);
	p->open = false;
}

/* The style of this name for the pages in work. */
static const struct sty_char *look(const struct pen *p, const char *name)
{
	return &sty_variant(p->l->style, name, p->seq->seq ? p->seq->seq->variant : NULL)->ch;
}

/* Mirrored pages: what was to begin at x, w wide, ends there. */
static len_t mirror(const struct pen *p, len_t x, len_t w) { return p->rtl ? p->l->style->page.width - x - w : x; }

struct slot { len_t x, y, w; bool right; };        /* room for a line; right: flush with its far edge */

/* As much of a text as fits, cut after a word with "…"; gives its width. */
static len_t string_fit(struct pen *p, const struct sty_char *ch, struct slot at, const char *s)
{
	size_t n = strlen(s);
	len_t w = txt_width(p->l->txt, ch, s, n), dots = txt_width(p->l->txt, ch, " …", strlen(" …"));
	bool cut = w > at.w;
	while (n && w + dots > at.w && cut) {
		while (n && s[n - 1] != ' ')
			n--;
		while (n && s[n - 1] == ' ')
			n--;
		w = txt_width(p->l->txt, ch, s, n);
	}
	w += cut ? dots : 0;
	len_t x = at.right != p->rtl ? at.x + at.w - w : at.x;
	string_at(p, ch, cut && p->rtl ? x + dots : x, at.y, s, n);
	if (cut)
		string_at(p, ch, p->rtl ? x : p->x, at.y, p->rtl ? "… " : " …", strlen(" …"));
	return w;
}

static void emit_rule(struct pen *p, len_t y)
{
	const struct sty_page *pg = &p->l->style->page;
	struct sty_line line = sty_line(p->l->style, "kolumne");
	struct piece v = {.x = mirror(p, pg->left, pg->width - pg->right - pg->left),
		.y = y,
		.w = pg->width - pg->right - pg->left,
		.h = line.width ? line.width : 750,
		.rgb = line.width ? line.colour : sty_colour(p->l->style, "linie"),
		.kind = PIECE_RULE,
		.artifact = LAY_HEADER};
	lay_emit_rect(p, &v);
}

static void running(struct pen *p, const struct page *page, bool even)
{
	const struct sty_page *pg = &p->l->style->page;
	const struct blk_seq *q = p->seq->seq;
	const struct sty_char *left = look(p, "kolumne-stadt"), *style = look(p, "kolumne");
	len_t axis = pg->left + pg->margin_col + pg->gutter, edge = pg->width - pg->right;
	const char *head = q->two_sided && even && p->l->tree->title ? p->l->tree->title : page->head;
	p->artifact = LAY_HEADER;
	len_t used = axis;
	if (q->head_left) {
		len_t w = txt_width(p->l->txt, left, q->head_left, strlen(q->head_left));
		string_at(p, left, mirror(p, pg->left, w), pg->head_y, q->head_left, strlen(q->head_left));
		used = pg->left + w + 12000 > axis ? pg->left + w + 12000 : axis;
	}
	if (head) {
		struct slot at = {mirror(p, used, edge - used), pg->head_y, edge - used, pg->margin_col <= 0};
		string_fit(p, style, at, head);
	}
	emit_rule(p, pg->head_rule_y);
}

/* What piece of a session's file this is, or where the letter comes from. */
static void foot(struct pen *p, const char *of)
{
	const struct sty_page *pg = &p->l->style->page;
	const struct blk_seq *q = p->seq->seq;
	const struct sty_char *ch = &sty_para(p->l->style, "quelle")->ch;
	len_t x = pg->left, room = pg->width - pg->right - x - LEN_MM(20);
	if (q->folio == BLK_FOLIO_BOTH) {
		string_at(p, ch, x, pg->folio_y, of, strlen(of));
		string_at(p, ch, p->x, pg->folio_y, q->foot ? " · " : "", strlen(q->foot ? " · " : ""));
	} else {
		p->x = x;
	}
	if (q->foot)
		string_fit(p, ch, (struct slot){p->x, pg->folio_y, room - (p->x - x), false}, q->foot);
}

static void folio(struct pen *p, bool even)
{
	const struct sty_page *pg = &p->l->style->page;
	const struct sty_char *ch = look(p, "folio");
	char label[24], of[24];
	lay_seq_label(p->seq, p->number, label);
	snprintf(of, sizeof of, "%d/%u", p->number + 1, p->seq->npages);
	p->artifact = LAY_FOOTER;
	foot(p, of);
	if (p->seq->seq->folio == BLK_FOLIO_OF)
		memcpy(label, of, sizeof label);
	if (!*label)
		return;
	len_t w = txt_width(p->l->txt, ch, label, strlen(label));
	string_at(p, ch, mirror(p, p->seq->seq->two_sided && even ? pg->left : pg->width - pg->right - w, w),
		pg->folio_y, label, strlen(label));
}

/* How wide the words of its last line are, without what grows. */
static len_t last_line(struct lay *l, const struct block *b, const struct para *pa)
{
	struct pen p = {.l = l};
	struct run r = {.p = &p, .b = b, .pa = pa};
	struct span last = {pa->lines[pa->nlines - 1], pa->lines[pa->nlines]};
	int64_t gaps, glyphs;
	last.from.sub &= ~(uint32_t)(LINE_NOTE | LINE_FORCED);
	last.to.sub &= ~(uint32_t)(LINE_NOTE | LINE_FORCED);
	r.seg = lay_seg_of(&r, last.from.item);
	return lay_line_width(&r, last, &gaps, &glyphs);
}

/* " (Fortsetzung)", in the document's language: what is in another one goes on without. */
static const char *more_words(struct lay *l, const struct block *b, char text[MORE_MAX])
{
	*text = '\0';
	if (!strcmp(lay_lang(l, b), lay_lang(l, NULL)))
		snprintf(text, MORE_MAX, " (%s)", sty_word(l->style, "fortsetzung"));
	return text;
}

/* " (Fortsetzung)" behind the words of a line that were set from x on, so wide; from right to left that is at their
 * left. */
static void put_more(struct pen *p, const struct block *b, len_t x, len_t used)
{
	const struct para *pa = p->l->para[b->num];
	struct sty_char ch = b->style->ch;
	struct ink k = {.ch = &ch, .size = ch.size};
	char words[MORE_MAX];
	const char *text = more_words(p->l, b, words);
	len_t gap = lay_em(lay_face(p->l, &b->style->ch)->space->width, ch.size);
	if (!*text++)
		return;
	ch.weight = 400;
	p->open = false;
	if (pa && pa->rtl && pa->nlines)
		p->x = x + pa->width - used - gap - txt_width(p->l->txt, &ch, text, strlen(text));
	else
		p->x += gap;
	lay_emit_string(p, &k, lay_lang(p->l, b), text, strlen(text));
	p->open = false;
	p->l->face_ch = NULL;                          /* ch ends here */
}

static len_t more_width(struct lay *l, const struct block *h)
{
	struct sty_char ch = h->style->ch;
	char words[MORE_MAX];
	const char *text = more_words(l, h, words);
	ch.weight = 400;
	const len_t w = txt_width(l->txt, &ch, text, strlen(text));
	l->face_ch = NULL;                             /* ch ends here */
	return w;
}

/* Is the last line of the heading too full for "(Fortsetzung)"? */
bool lay_more_wraps(struct lay *l, const struct block *h)
{
	const struct para *pa = l->para[h->num];
	return last_line(l, h, pa) + more_width(l, h) > pa->width - (pa->nlines > 1 ? pa->hang : 0);
}

/* The heading again, with "(Fortsetzung)". */
static void title_again(struct pen *p, const struct block *h)
{
	const struct sty_page *pg = &p->l->style->page;
	const struct para *pa = p->l->para[h->num];
	struct piece v = {
		.b = h, .x = h->more->x, .y = pg->head_y - pg->top, .n = pa ? pa->nlines : 0, .kind = PIECE_MORE};
	p->artifact = LAY_HEADER;
	if (!pa)
		return;
	lay_emit_lines(p, &v);
	if (lay_more_wraps(p->l, h)) {
		p->x = v.x - lay_em(lay_face(p->l, &h->style->ch)->space->width, h->style->ch.size);
		p->y += h->style->leading;
	}
	put_more(p, h, v.x, last_line(p->l, h, pa));
}

static void slide(struct pen *p, const struct blk_seq *q)
{
	const struct sty_page *pg = &p->l->style->page;
	const struct sty_char *town = &sty_para(p->l->style, "kolumne-stadt")->ch,
			      *text = &sty_para(p->l->style, "kolumne")->ch,
			      *number = &sty_para(p->l->style, "folio")->ch;
	char label[24];
	lay_seq_label(p->seq, p->number, label);
	len_t edge = pg->width - pg->right, wide = txt_width(p->l->txt, number, label, strlen(label));
	if (p->number && q->title)
		title_again(p, q->title);
	p->artifact = LAY_FOOTER;
	string_at(p, town, pg->left, pg->folio_y, q->head_left, strlen(q->head_left));
	string_fit(p, text, (struct slot){p->x + 16000, pg->folio_y, edge - wide - 32000 - p->x, false},
		q->foot ? q->foot : "");
	string_at(p, number, edge - wide, pg->folio_y, label, strlen(label));
	p->artifact = LAY_CONTENT;
}

void lay_emit_head(struct pen *p, const struct page *page)
{
	const struct blk_seq *q = p->seq->seq;
	if (!q || q->bare)
		return;
	if (q->slide) {
		slide(p, q);
		return;
	}
	bool even = (p->seq->first_number + (uint32_t)p->number) % 2 == 0;
	if (!q->letter || p->number)
		running(p, page, even);
	folio(p, even);
	p->artifact = LAY_CONTENT;
}

/* The strip of a draft, at the left edge of the paper: twice the same words, turned. */
static void strip(struct pen *p, const char *mark)
{
	static const len_t end[2] = {LEN_MM(100), LEN_MM(272)}, begin[2] = {LEN_MM(25), LEN_MM(197)};
	struct piece v = {.x = LEN_MM(7),
		.w = LEN_MM(6),
		.h = p->l->style->page.height,
		.rgb = sty_colour(p->l->style, "hell"),
		.kind = PIECE_FILL,
		.artifact = LAY_BACKGROUND};
	/* a slide: its margin words are too large for the strip */
	bool wide = p->l->style->page.width > p->l->style->page.height;
	struct sty_char ch = sty_para(p->l->style, wide ? "kolumne-stadt" : "rand")->ch;
	struct ink k = {.ch = &ch, .size = ch.size, .up = true};
	ch.colour = sty_colour(p->l->style, "akzent");
	lay_emit_rect(p, &v);
	const bool rtl = p->rtl;
	p->rtl = false;                                /* its words are the document's, on every page */
	for (int i = 0; i < 2 && end[i] < p->l->style->page.height; i++) {
		len_t w = txt_width(p->l->txt, &ch, mark, strlen(mark));
		p->open = false;
		p->x = LEN_MM(11.2);
		p->y = (begin[i] + end[i] + w) / 2;
		lay_emit_string(p, &k, lay_lang(p->l, NULL), mark, strlen(mark));
		p->open = false;
	}
	p->rtl = rtl;
	p->l->face_ch = NULL;                          /* ch ends here */
}

void lay_emit_back(struct pen *p)
{
	const struct blk_seq *q = p->seq->seq;
	if (!q)
		return;
	p->artifact = LAY_BACKGROUND;
	if (q->backdrop && !(q->letter && p->number))
		lay_emit_drawing(p, q->backdrop, NULL, 0, 0);
	if (q->mark)
		strip(p, q->mark);
	p->artifact = LAY_CONTENT;
}

/* "Tabelle 3 (Fortsetzung) · …": up to the bracket in the look of the caption's beginning. */
void lay_emit_caption(struct pen *p, const struct piece *v)
{
	const struct block *cap = v->b->first;
	const struct sty_para *style =
		cap && cap->flow == BLK_TEXT && cap->style ? cap->style : sty_para(p->l->style, "tabelle");
	const char *s = v->b->table->continued, *open = strchr(s, '(');
	size_t n = open ? (size_t)(open - s) : 0;
	len_t y = v->y + style->leading - lay_depth(style->leading);
	const struct sty_char *name = n && cap && cap->nsegs ? cap->segs[0].ch : NULL;
	len_t used = name ? txt_width(p->l->txt, name, s, n) : 0;
	p->artifact = LAY_HEADER;
	if (name)
		string_at(p, name, p->rtl ? v->x + v->w - used : v->x, y, s, n);
	string_fit(p, &style->ch, (struct slot){p->rtl ? v->x : v->x + used, y, v->w - used, false},
		s + (name ? n : 0));
	p->artifact = LAY_CONTENT;
}

/* "Fortsetzung auf Seite 35", flush right. */
void lay_emit_hint(struct pen *p, const struct piece *v)
{
	const struct sty_para *style = sty_para(p->l->style, "quelle");
	char label[24], text[96];
	lay_label(p->l, (int)p->seq->first_page + p->number + 1, label);
	snprintf(text, sizeof text, "%s %s", sty_word(p->l->style, "fortsetzung-seite"), label);
	p->artifact = LAY_FOOTER;
	len_t y = v->y + style->leading - lay_depth(style->leading);
	string_fit(p, &style->ch, (struct slot){v->x, y, v->w, true}, text);
	p->artifact = LAY_CONTENT;
}

/* The words of a paragraph in one line, without marks of notes. */
static void put_words(struct buf *out, const struct block *b)
{
	for (uint32_t i = 0; i < b->nsegs; i++) {
		const struct blk_seg *g = &b->segs[i];
		if (g->kind == BLK_SEG_TEXT)
			buf_put(out, g->text, g->len);
		else if (g->kind != BLK_SEG_NOTE && g->kind != BLK_SEG_PAGE)
			buf_chr(out, ' ');
	}
}

/* The first words of a long label tell which one it is; a whole sentence that is no content would be missed by those
 * who listen. False: it is not long. */
static bool shorten(struct buf *words)
{
	enum { ENOUGH = 6 };
	char *at = words->data;
	for (int n = 0; at && n < ENOUGH; n++)
		at = strchr(at + (n > 0), ' ');
	if (!at)
		return false;
	words->len = (size_t)(at - words->data);
	buf_str(words, " …");
	return true;
}

void lay_emit_more(struct pen *p, const struct piece *v)
{
	const struct para *pa = p->l->para[v->b->num];
	const len_t leading = v->b->style->leading, more = more_width(p->l, v->b);
	const len_t x = p->rtl ? p->l->style->page.width - v->x - pa->width : v->x;
	struct buf words = {0};
	put_words(&words, v->b);
	if (!shorten(&words) && pa->nlines == 1 && !lay_more_wraps(p->l, v->b)) {
		lay_emit_lines(p, v);
		put_more(p, v->b, x, last_line(p->l, v->b, pa));
		buf_free(&words);
		return;
	}
	const struct slot at = {p->rtl ? x + more : x, v->y + p->l->style->page.top + leading - lay_depth(leading),
		pa->width - more, false};
	const len_t used = string_fit(p, v->b->segs[0].ch, at, words.data ? words.data : "");
	put_more(p, v->b, x, used);
	buf_free(&words);
}
