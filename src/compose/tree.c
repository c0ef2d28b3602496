/* tree.c: blocks of a node, what is open, runs of pages, and the styles in use. */
#include "compose/tree.h"

#include <string.h>

#include "compose/list.h"
#include "compose/names.h"
#include "model/papier.h"

/* below the baseline a line has this much at most (style.h: struct sty_para) */
#define DEPTH_MOST LEN_PT(4.5)
#define ITEM_SIZE LEN_PT(10)                       /* of the type that measures of lists are made for */

void com_push(struct com *c)
{
	MEM_ROOM(c->saved, c->nsaved, c->cap_saved);
	c->saved[c->nsaved++] = c->o;
}

/* A paragraph opened inside ends here; one that was open before goes on. */
void com_pop(struct com *c)
{
	struct open *before = &c->saved[--c->nsaved];
	if (c->o.text != before->text)
		com_end_text(c);
	c->o = *before;
	if (c->nsaved < c->label_depth)
		c->label = NULL;
}

/* "Entwurf · Ausgabe 2018 · Stand: Januar 2018", or with the version where there is one */
const char *com_draft_mark(struct com *c)
{
	struct buf b = {0};
	if (!c->t->draft)
		return NULL;
	const struct doc_node *version = doc_angabe(c->doc, DOC_VERSION);
	buf_str(&b, sty_word(c->s, "entwurf"));
	if (version && doc_get(version, DOC_A_NUMMER))
		buf_fmt(&b, " · %s %s", sty_word(c->s, "version"), doc_get(version, DOC_A_NUMMER));
	else if (c->doc->edition)
		buf_fmt(&b, " · %s %s", sty_word(c->s, "ausgabe"), c->doc->edition);
	if (c->t->stand.year && !doc_sitzung(c->doc)) {    /* of a session that is the day it meets */
		buf_fmt(&b, " · %s", com_told(c, "stand", ""));
		date_put(&b, c->t->stand);
	}
	return com_from(c, &b);
}

struct blk_seq *com_sequence(struct com *c, int numbering)
{
	if (c->seq && c->numbering == numbering)
		return c->pages;
	struct blk_seq *q = MEM_NEW(c->t->mem, struct blk_seq);
	const char *sides = sty_document(c->s, doc_kind_name(c->doc->root->kind), "seiten");
	*q = (struct blk_seq){.numbering = (uint8_t)numbering,
		.bare = numbering == STY_OHNE,
		.head_left = com_sender(c),
		.head = "",
		.mark = com_draft_mark(c),
		.two_sided = sides ? !strcmp(sides, "beidseitig") : c->s->page.two_sided};
	if (q->mark)
		q->head_left = mem_fmt(c->t->mem, "%s%s", q->head_left,
			com_part(c, " · ", sty_word(c->s, "entwurf"), ""));
	if (c->subject)
		q->head_left = mem_fmt(c->t->mem, "%s%s", q->head_left,
			com_part(c, " · ", sty_word(c->s, "vergleich-aenderungsfassung"), ""));
	c->seq = blk_add(c->t, c->t->root, BLK_PART, BLK_SEQUENCE, c->t->root->file, c->t->root->line);
	blk_more(c->t, c->seq)->seq = q;
	c->numbering = numbering;
	return c->pages = q;
}

struct block *com_in(struct com *c, const struct doc_node *n, struct block *parent, enum blk_role role,
	enum blk_flow flow)
{
	struct block *b = blk_add(c->t, parent, role, flow, doc_path(c->doc, n), n->line);
	if (c->o.quiet || c->block_of[n->order])
		return b;
	c->block_of[n->order] = b;
	b->id = doc_get(n, DOC_A_ID);
	if (b->id && c->prefix)
		b->id = n == c->doc->root ? c->prefix : mem_fmt(c->t->mem, "%s.%s", c->prefix, b->id);
	if (n != c->doc->root && n->kind != DOC_SPRACHE)          /* that is its Span's, not the paragraph's */
		b->lang = doc_get(n, DOC_A_LANG);
	return b;
}

struct block *com_block(struct com *c, const struct doc_node *n, enum blk_role role, enum blk_flow flow)
{
	/* a block outside all parts: a fault, told by the schema; it still needs a page */
	if (c->o.at == c->t->root) {
		com_sequence(c, STY_ARABISCH_ZAHL);
		c->o.at = c->seq;
	}
	return com_in(c, n, c->o.at, role, flow);
}

bool com_floats(const struct com *c)
{
	const char *said = sty_value(c->s, "abbildung", "gleiten");
	return said && !strcmp(said, "ja");
}

bool com_has_page(const struct com *c, const struct doc_node *n)
{
	const struct doc_node *up = n->parent;
	return !c->slides && !c->o.small && !c->o.hang && up &&
		(doc_kind_class(up->kind) == DOC_CLASS_PART || up->kind == DOC_ERLAEUTERUNGEN);
}

void com_box(struct com *c, struct block *b, struct blk_box box)
{
	struct blk_box *kept = MEM_NEW(c->t->mem, struct blk_box);
	*kept = box;
	blk_more(c->t, b)->box = kept;
}

/* What is printed of another document, an address of the directory, is compared with nothing; nor is an index nobody
 * wrote. */
bool com_is_traced(const struct com *c, const struct doc_node *n)
{
	if (!c->trace || n == c->asked)
		return false;
	while (n->parent)
		n = n->parent;
	return n == c->doc->root;
}

void com_traced(struct com *c, const struct doc_node *n, struct block *b)
{
	struct com_trace *t = c->trace;
	if (c->o.quiet || !com_is_traced(c, n))
		return;
	MEM_ROOM(t->v, t->n, t->cap);
	t->v[t->n++] = (struct com_traced){n, b};
}

struct block *com_para(struct com *c, const struct doc_node *n, enum blk_role role, const struct sty_para *style)
{
	struct block *b = com_block(c, n, role, BLK_TEXT);
	b->style = style;
	b->indent = c->label ? 0 : c->o.hang;
	c->o.text = c->o.owner = b;
	c->o.ch = &style->ch;
	com_label(c);
	com_traced(c, n, b);
	return b;
}

struct block *com_inline(struct com *c, const struct doc_node *n, enum blk_role role)
{
	return c->o.owner = com_in(c, n, c->o.owner, role, BLK_INLINE);
}

struct block *com_line(struct com *c, const struct doc_node *n, enum blk_role role, const struct sty_para *style,
	const char *s)
{
	com_push(c);
	struct block *b = com_para(c, n, role, style);
	com_put(c, s);
	com_pop(c);
	return b;
}

void com_need_text(struct com *c, const struct doc_node *n)
{
	if (!c->o.text)
		com_para(c, n, BLK_P, c->o.body);
}

void com_blank(struct com *c, const struct doc_node *n, const char *what)
{
	com_push(c);
	struct block *span = com_inline(c, n, BLK_SPAN);
	const char *open = sty_word(c->s, "noch-offen");
	blk_more(c->t, span)->actual = what && *what ? com_told(c, "noch-offen", what) : open;
	com_put(c, "____________");
	com_pop(c);
}

len_t com_width(const struct com *c, const struct sty_char *ch, const char *s)
{
	return c->txt ? fig_text_width(c->txt, ch, s, strlen(s)) : 0;
}

len_t com_ascent(const struct sty_para *p)
{
	len_t depth = len_scale(p->leading, 3, 10);
	return p->leading - (depth < DEPTH_MOST ? depth : DEPTH_MOST);
}

len_t com_grown(const struct com *c, len_t v)
{
	return c->s->base ? len_scale(v, c->o.item->ch.size, ITEM_SIZE) : v;
}

void com_styles(struct com *c, const char *variant)
{
	static const char *const names[COM_STYLES] = {
#define STYLE(e, n) [COM_##e] = n,
#include "compose/styles.def"
#undef STYLE
	};
	for (int i = 0; i < COM_STYLES; i++)
		c->style[i] = sty_variant(c->s, names[i], variant);
}

void com_look(struct com *c, const struct style *s)
{
	c->s = s;
	c->words = sty_words(s);
	c->margin = s->page.margin_col > 0;
	c->full = s->page.margin_col + s->page.gutter + s->page.text;
	com_styles(c, NULL);
	c->o.body = c->style[COM_FLIESS];
	c->o.item = c->style[COM_LISTE];
	c->o.tab = com_grown(c, COM_TAB);
}
