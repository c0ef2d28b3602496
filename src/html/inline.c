/* inline.c: a paragraph's words, with links, abbreviations, languages and marks of notes around them. */
#include <string.h>

#include "base/esc.h"
#include "html/put.h"


/* A paragraph in work. */
struct run {
	struct html *h;
	const struct block *text;
	struct blk_chain open;                         /* elements that are open, the outermost first */
	const char *look;                              /* closing tags of the look in force; "" for none */
	const struct sty_char *ch;                     /* the look in force; NULL: none */
};

static bool safe(const char *href)
{
	static const char *const schemes[] = {"https:", "http:", "mailto:", "tel:", NULL};
	for (int i = 0; href && schemes[i]; i++)
		if (!strncmp(href, schemes[i], strlen(schemes[i])))
			return true;
	return false;
}

/* Links do not nest; the mark of a note makes its own. */
static bool is_link(const struct block *e)
{
	return e->role == BLK_LINK && (e->target ? e->target->role != BLK_NOTE : safe(e->more->href));
}

static bool in_link(const struct blk_chain *c, int n)
{
	for (int i = 0; i < n; i++)
		if (is_link(c->at[i]))
			return true;
	return false;
}

static const char *tag_of(const struct run *r, const struct blk_chain *c, int i)
{
	static const char *const changes[] = {
		[BLK_INSERTED] = "ins", [BLK_DELETED] = "del", [BLK_MOVED] = "span", [BLK_SIGN] = "span"};
	const struct block *e = c->at[i];
	if (e->more->change)
		return changes[e->more->change];
	if (is_link(e) && !in_link(c, i))
		return "a";
	return e->role == BLK_CODE   ? "code"
		: e->more->expansion ? "abbr"
		: e->lang || e->more->actual || e->role == BLK_LBL || (e->role == BLK_SPAN && r->h->wanted[e->num])
		? "span"
		: NULL;
}

/* Browsers show ins and del but seldom say them: a hidden word does, unless it is set there. */
static void say_change(struct run *r, const struct block *e)
{
	static const char *const words[] = {[BLK_INSERTED] = "vergleich-einfuegung",
		[BLK_DELETED] = "vergleich-streichung",
		[BLK_MOVED] = "vergleich-verschiebung"};
	bool said = e->first && e->first->more->change == BLK_SIGN;
	if (!e->more->change || e->more->change == BLK_SIGN || said)
		return;
	buf_str(r->h->b, "<span class=\"still\">");
	const char *word = sty_word(r->h->s, words[e->more->change]);
	esc_text(r->h->b, word, strlen(word));
	buf_str(r->h->b, ": </span>");
}

/* An option or a file's name: a hyphen in it ends no line, as long as a narrow screen has room for it. */
static bool is_whole(const struct run *r, const struct block *e)
{
	enum { MOST = 24 };
	size_t len = 0;
	for (uint32_t i = 0; i < r->text->nsegs; i++)
		if (r->text->segs[i].owner == e)
			len += memchr(r->text->segs[i].text, ' ', r->text->segs[i].len) ? MOST + 1
											: r->text->segs[i].len;
	return !r->text->code && len && len <= MOST;
}

static void begin(struct run *r, int i)
{
	const struct block *e = r->open.at[i];
	const char *tag = tag_of(r, &r->open, i);
	struct buf *b = r->h->b;
	if (!tag)
		return;
	buf_fmt(b, "<%s", tag);
	html_put_id(r->h, e);
	html_put_lang(r->h, e->lang);
	html_put_attr(b, "title", *tag == 'a' && tag[1] == 'b' ? e->more->expansion : NULL);
	if (e->role == BLK_LBL)
		html_put_attr(b, "class", "lbl");
	if (e->role == BLK_CODE && is_whole(r, e))
		buf_str(b, " data-ganz");
	if (e->more->actual) {
		html_put_attr(b, "role", "img");
		html_put_attr(b, "aria-label", e->more->actual);
	}
	if (!strcmp(tag, "a") && e->target) {
		buf_str(b, " href=\"#");
		html_put_name(r->h, e->target);
		buf_chr(b, '"');
	} else if (!strcmp(tag, "a")) {
		html_put_attr(b, "href", e->more->href);
	}
	if (e->more->change >= BLK_MOVED)
		html_put_attr(b, "class", e->more->change == BLK_MOVED ? "verschoben" : "zeichen");
	buf_chr(b, '>');
	say_change(r, e);
}

static void end_look(struct run *r)
{
	buf_str(r->h->b, r->look);
	r->look = "";
	r->ch = NULL;
}

static void change(struct run *r, const struct blk_chain *next)
{
	int same = 0;
	while (same < r->open.n && same < next->n && r->open.at[same] == next->at[same])
		same++;
	if (r->open.n != same || next->n != same)
		end_look(r);
	while (r->open.n > same) {
		const char *tag = tag_of(r, &r->open, r->open.n - 1);
		if (tag)
			buf_fmt(r->h->b, "</%s>", tag);
		r->open.n--;
	}
	while (r->open.n < next->n) {
		r->open.at[r->open.n] = next->at[r->open.n];
		begin(r, r->open.n++);
	}
}

/* What differs from the paragraph's own look. */
static void look(struct run *r, const struct sty_char *ch)
{
	const struct sty_char *own = r->text->style ? &r->text->style->ch : NULL;
	if (ch == r->ch)
		return;
	end_look(r);
	r->ch = ch;
	if (!ch || !own || ch == own)
		return;
	bool strong = ch->weight > own->weight, em = ch->italic && !own->italic,
	     accent = ch->colour != own->colour && ch->colour == sty_colour(r->h->s, "akzent");
	static const char *const opening[] = {"", "<strong>", "<em>", "<strong><em>"},
				 *const closing[] = {"", "</strong>", "</em>", "</em></strong>", "</span>",
					 "</strong></span>", "</em></span>", "</em></strong></span>"};
	buf_str(r->h->b, accent ? "<span class=\"akzent\">" : "");
	buf_str(r->h->b, opening[strong + 2 * em]);
	r->look = closing[strong + 2 * em + 4 * accent];
}

static bool page_next(const struct block *text, uint32_t i)
{
	return i + 1 < text->nsegs && text->segs[i + 1].kind == BLK_SEG_PAGE;
}

/* Of "Seite 35" nothing is left without page numbers, of ", Seite 35" neither. */
static size_t without_page(const struct run *r, uint32_t i)
{
	const struct blk_seg *g = &r->text->segs[i];
	size_t n = g->len;
	const char *word = sty_word(r->h->s, "seite");
	size_t w = strlen(word);
	if (page_next(r->text, i)) {
		while (n && (g->text[n - 1] == ' ' || (n > 1 && !memcmp(g->text + n - 2, "\u00A0", 2))))
			n -= g->text[n - 1] == ' ' ? 1 : 2;
		n -= n >= w && !memcmp(g->text + n - w, word, w) ? w : 0;
	} else if (i + 2 >= r->text->nsegs || g[1].owner != g->owner || g[1].kind != BLK_SEG_TEXT ||
		!page_next(r->text, i + 1) || without_page(r, i + 1)) {
		return n;
	}
	if (n > 1 && !memcmp(g->text + n - 2, ", ", 2))
		n -= 2;
	return n;
}

/* The heading or caption in a block, else of the part around it. */
static const struct block *heading_of(const struct block *target)
{
	for (const struct block *in = target; in; in = in->parent) {
		if (in->role != BLK_SECT && in != target)
			continue;
		const struct block *to = in;
		while (to && to->role != BLK_H && to->role != BLK_CAPTION)
			to = blk_walk(in, to);
		if (to)
			return to->flow == BLK_TEXT ? to : to->first;
	}
	return NULL;
}

/* In an index, without pages: a second reference to the same part, with what parts it from the first. */
static bool left_out(const struct block *text, uint32_t i)
{
	uint32_t page = i, before;
	if (!(text->segs[i].flags & BLK_SEG_ONCE))
		return false;
	while (page < text->nsegs && text->segs[page].kind != BLK_SEG_PAGE)
		page++;
	for (before = page; before > 0 && text->segs[before - 1].kind != BLK_SEG_PAGE;)
		before--;
	return page < text->nsegs && before &&
		heading_of(text->segs[page].target) == heading_of(text->segs[before - 1].target);
}

/* Words in another language have an element of their own below it. */
static bool within(const struct block *b, const struct block *in)
{
	while (b && b != in && b->flow == BLK_INLINE)
		b = b->parent;
	return b == in;
}

/* A reference that was nothing but a page is told by what stands there. */
static void in_place_of_page(struct run *r, uint32_t i)
{
	const struct blk_seg *g = &r->text->segs[i];
	for (uint32_t k = 0; k < i; k++)
		if (within(r->text->segs[k].owner, g->owner) && without_page(r, k))
			return;
	const struct block *to = heading_of(g->target);
	buf_str(r->h->b, "<span class=\"stelle\">„");
	for (uint32_t k = 0; to && k < to->nsegs; k++)
		if (to->segs[k].kind == BLK_SEG_TEXT && !(to->segs[k].flags & BLK_SEG_RAND))
			esc_text(r->h->b, to->segs[k].text, to->segs[k].len);
	buf_str(r->h->b, to ? "“</span>" : "…“</span>");
}

static void note(struct run *r, const struct blk_seg *g, const struct blk_chain *c)
{
	struct html *h = r->h;
	const struct block *n = g->target;
	bool links = n && !in_link(c, c->n);
	end_look(r);
	buf_str(h->b, "<sup");
	if (n && !h->marked[n->num]) {
		h->marked[n->num] = true;
		h->notes[h->nnotes++] = n;
		buf_fmt(h->b, " id=\"mark:%u\"", n->num);
	}
	buf_chr(h->b, '>');
	if (links) {
		const char *word = sty_word(h->s, "fussnote");
		buf_str(h->b, "<a role=\"doc-noteref\" aria-label=\"");
		esc_text(h->b, word, strlen(word));
		buf_chr(h->b, ' ');
		esc_text(h->b, g->text, g->len);
		buf_str(h->b, "\" href=\"#");
		html_put_name(h, n);
		buf_str(h->b, "\">");
	}
	esc_text(h->b, g->text, g->len);
	buf_str(h->b, links ? "</a></sup>" : "</sup>");
}

static void words(struct run *r, const struct blk_seg *g, size_t n)
{
	const struct block *t = r->text, *in = t;
	const struct sty_char *ch = g->ch ? g->ch : t->style ? &t->style->ch : NULL;
	while (in && !in->lang)
		in = in->parent;
	if (ch)
		html_parted(r->h, in ? in->lang : r->h->t->lang, ch, g->text, n);
	else
		esc_text(r->h->b, g->text, n);
}

/* Lines of what stands at a fixed place are those of the paper. */
static const char *line_end(const struct block *text)
{
	if (text->style && text->style->ch.role == STY_FEST)
		return "\n";
	return text->place == BLK_ABS ? " " : "<br>";
}

static void segment(struct run *r, uint32_t i, const struct blk_chain *c)
{
	const struct blk_seg *g = &r->text->segs[i];
	struct buf *b = r->h->b;
	switch ((enum blk_seg_kind)g->kind) {
	case BLK_SEG_TEXT:
		look(r, g->ch);
		if (g->flags & BLK_SEG_ONCE)
			buf_chr(b, ' ');                       /* headings in their marks need no commas */
		else
			words(r, g, without_page(r, i));
		break;
	case BLK_SEG_NOTE:  note(r, g, c); break;
	case BLK_SEG_PAGE:  in_place_of_page(r, i); break;
	case BLK_SEG_TAB:
		buf_str(b,
			i && !(g->flags & BLK_SEG_RIGHT && i + 1 < r->text->nsegs && g[1].kind == BLK_SEG_PAGE) ? " "
														: "");
		break;
	case BLK_SEG_BREAK: buf_str(b, line_end(r->text)); break;
	case BLK_SEG_SPACE: buf_chr(b, ' '); break;
	}
}

void html_text(struct html *h, const struct block *text)
{
	struct run r = {.h = h, .text = text, .look = ""};
	struct blk_chain none = {0};
	bool rand = false;
	const uint32_t hung = text == h->hung ? blk_marks(text) : text->nsegs;
	for (uint32_t i = 0; i < text->nsegs; i++) {
		const struct blk_seg *g = &text->segs[i];
		bool in = g->flags & BLK_SEG_RAND;
		if (left_out(text, i))
			continue;
		if (i > hung && g->kind == BLK_SEG_TEXT)
			buf_str(h->b, "<wbr>");        /* the blank before another mark */
		if (i == hung) {
			change(&r, &none);
			end_look(&r);
			buf_str(h->b, "<span data-hinten>");
		}
		if (in != rand) {
			change(&r, &none);
			end_look(&r);
			buf_str(h->b, in ? "<span class=\"nr\">" : "</span> <span class=\"wort\">");
		}
		rand = in;
		if (i && !in && text->segs[0].flags & BLK_SEG_RAND && g->kind == BLK_SEG_TAB &&
			text->segs[i - 1].flags & BLK_SEG_RAND)
			continue;
		struct blk_chain c = blk_chain(g->owner);
		if (g->owner)
			change(&r, &c);
		segment(&r, i, &r.open);
	}
	change(&r, &none);
	end_look(&r);
	buf_str(h->b, hung < text->nsegs ? "</span>" : "");
	buf_str(h->b, text->nsegs && text->segs[0].flags & BLK_SEG_RAND ? "</span>" : "");
}
