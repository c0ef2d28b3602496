/* link.c: references inside the document, links outside, notes. A target may come later in the document: it is filled
 * in at the end. */
#include "compose/link.h"

#include <string.h>

#include "compose/kinds.h"
#include "compose/language.h"
#include "compose/list.h"
#include "compose/tree.h"
#include "compose/walk.h"

static struct com_link *later(struct com *c, struct block *b, const struct doc_node *to)
{
	struct com_link *l = MEM_NEW(c->t->mem, struct com_link);
	*l = (struct com_link){.next = c->links, .block = b, .to = to};
	return c->links = l;
}

void com_link_to(struct com *c, struct block *b, const struct doc_node *to)
{
	later(c, b, to);
}

void com_link_data(struct com *c, struct block *b, const struct com_chart *k)
{
	later(c, b, k->node)->table = k;
}

void com_link_work(struct com *c, struct block *b, size_t work)
{
	later(c, b, c->doc->root)->werk = work + 1;
}

void com_page_of(struct com *c, const struct doc_node *to)
{
	com_special(c, BLK_SEG_PAGE, 0)->owner = c->o.owner;
	struct com_link *l = later(c, c->o.text, to);
	l->page = true;
	l->seg = c->o.text->nsegs - 1;
}

/* What has no block of its own (a step set as text) is shown by what it stands in. */
static const struct block *block_of(const struct com *c, const struct doc_node *n)
{
	while (n && !c->block_of[n->order])
		n = n->parent;
	return n ? c->block_of[n->order] : c->t->root;
}

void com_links(struct com *c)
{
	for (struct com_link *l = c->links; l; l = l->next) {
		const struct block *to = l->table && l->table->table ? l->table->table
			: l->werk                                    ? c->werke[l->werk - 1]
								     : block_of(c, l->to);
		if (l->page)
			l->block->segs[l->seg].target = to;
		else
			l->block->target = to;
	}
}

const char *com_ref_name(struct com *c, const struct doc_node *n, const struct doc_node *ref)
{
	struct buf b = {0};
	return doc_put_ref(&b, n, ref, &c->words) ? com_from(c, &b) : "?";
}

static const char *title_of(struct com *c, const struct doc_node *n)
{
	const char *s = com_plain(c, doc_title(n));
	size_t len = strlen(s);
	if (!len)
		return "?";
	return s[len - 1] == '.' ? mem_str(c->t->mem, s, len - 1) : s;       /* a statement quoted in a sentence */
}

static void put_reference(struct com *c, const struct doc_node *n, const struct doc_node *to)
{
	const char *art = doc_get(n, DOC_A_ART), *number = com_ref_name(c, to, n);
	bool page = art && (!strcmp(art, "seite") || !strcmp(art, "voll"));
	if (art && !strcmp(art, "titel")) {
		com_put(c, title_of(c, to));
	} else if (art && !strcmp(art, "voll")) {
		com_fmt(c, "%s%s„%s“, ", strcmp(number, "?") ? number : "", strcmp(number, "?") ? "\u00A0" : "",
			title_of(c, to));
	} else if (!page) {
		com_put(c, strcmp(number, "?") ? number : title_of(c, to));
	}
	if (page) {
		if (*sty_word(c->s, "seite"))
			com_fmt(c, "%s\u00A0", sty_word(c->s, "seite"));
		com_page_of(c, to);
	}
}

bool com_on_verweis(struct com *c, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ZIEL);
	const struct doc_node *to = id ? doc_by_id(c->doc, id) : NULL;
	if (!to) {
		com_put(c, "?");                           /* told by check */
		return false;
	}
	struct block *link = com_inline(c, n, BLK_LINK);
	com_link_to(c, link, to);
	/* it has its name in the document's language */
	if (c->summary && to->kind != DOC_KURZFASSUNG && !doc_up(to, DOC_KURZFASSUNG)) {
		link->lang = c->t->lang;
		c->o.foreign = true;
		c->o.ch = blk_rtl(c->summary) ? com_char(c, c->o.ch, COM_LATIN) : c->o.ch;
	}
	put_reference(c, n, to);
	return false;
}

static bool outside(struct com *c, const struct doc_node *n)
{
	const char *href = doc_get(n, DOC_A_HREF);
	if (href) {
		struct block *link = com_inline(c, n, BLK_LINK);
		blk_more(c->t, link)->href = href;
	}
	if (n->first)
		return true;
	if (href)
		com_put(c, !strncmp(href, "mailto:", 7) ? href + 7 : href);
	return false;
}

bool com_on_extern(struct com *c, const struct doc_node *n)
{
	c->o.ch = com_char(c, c->o.ch, COM_ACCENT);
	return outside(c, n);
}

bool com_on_fundstelle(struct com *c, const struct doc_node *n)
{
	const char *doc = doc_get(n, DOC_A_DOKUMENT), *place = doc_get(n, DOC_A_STELLE);
	if (doc_get(n, DOC_A_HREF))
		c->o.ch = com_char(c, c->o.ch, COM_ACCENT);
	if (n->first || !doc)
		return outside(c, n);
	if (doc_get(n, DOC_A_HREF))
		outside(c, n);
	com_fmt(c, place ? "%s, %s" : "%s", doc, place);
	return false;
}

/* Would a note's mark behind it read as one number with what stands there: another mark, a digit, a raised one? */
static bool reads_on(const struct block *text)
{
	static const char *const raised[] = {"²", "³", "¹", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	const struct blk_seg *g = text->nsegs ? &text->segs[text->nsegs - 1] : NULL;
	if (!g || !g->len || g->kind == BLK_SEG_NOTE)
		return g && g->kind == BLK_SEG_NOTE;
	for (size_t i = 0; i < sizeof raised / sizeof *raised; i++) {
		const size_t n = strlen(raised[i]);
		if (g->len >= n && !memcmp(g->text + g->len - n, raised[i], n))
			return true;
	}
	return g->kind == BLK_SEG_TEXT && g->text[g->len - 1] >= '0' && g->text[g->len - 1] <= '9';
}

/* From right to left a mark stands left of an amount; the blank between them has their order. */
static bool after_isolate(const struct com *c, const struct block *text)
{
	return com_rtl_here(c) && text->nsegs && text->segs[text->nsegs - 1].owner != c->o.owner;
}

/* The mark is a link to the note; the note is read where its mark stands. */
bool com_on_fussnote(struct com *c, const struct doc_node *n)
{
	const char *number = n->number ? n->number : "*";
	struct block *text = c->o.text, *owner = c->o.owner;
	com_end_number(c);
	if (text && (reads_on(text) || after_isolate(c, text)))
		com_put(c, "\u202F");
	c->o.quiet = true;                             /* the note itself is what others refer to, not its mark */
	struct block *ref = com_in(c, n, owner, BLK_REFERENCE, BLK_INLINE),
		     *link = com_in(c, n, ref, BLK_LINK, BLK_INLINE);
	c->o.quiet = false;
	struct block *note = com_in(c, n, owner, BLK_NOTE, BLK_FOOT);
	blk_seg(c->t, text,
		(struct blk_seg){.kind = BLK_SEG_NOTE,
			.text = number,
			.len = (uint32_t)strlen(number),
			.ch = com_char(c, c->o.ch, COM_RAISED | COM_REGULAR),
			.owner = link,
			.target = note});
	link->target = note;
	struct block *lbl = com_in(c, n, note, BLK_LBL, BLK_INLINE);
	c->o = (struct open){.at = note,
		.body = c->style[COM_FUSSNOTE],
		.item = c->style[COM_FUSSNOTE],
		.tab = COM_TAB,
		.level = c->o.level,
		.small = true};
	com_set_label(c, lbl, number, COM_TAB);
	com_children(c, n);
	com_end_text(c);
	return false;
}
