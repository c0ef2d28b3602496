/* anlagen.c: the Anlagen of a paper, or of an item of a session: named with what they give a screen reader, attached,
 * and set as text where the author gives one. */
#include <string.h>

#include "compose/anlagen.h"
#include "compose/heading.h"
#include "compose/large.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/put.h"
#include "compose/tree.h"

static const char *attached(const struct com *c, const char *data)
{
	for (size_t i = 0; data && i < c->t->nattachments; i++)
		if (c->t->attachments[i].data == data)
			return c->t->attachments[i].name;
	return NULL;
}

/* The word for what is most in the way; NULL: nothing is known. */
static const char *state_word(const struct look_pdf *k)
{
	switch (k->state) {
	case LOOK_UNKNOWN: return NULL;
	case LOOK_LOCKED: return "anlage-verschluesselt";
	case LOOK_BROKEN: return "anlage-unlesbar";
	case LOOK_NONE: return "anlage-unlesbar";
	case LOOK_READ: break;
	}
	return look_is_scan(k) ? "anlage-scan"
		: k->closed    ? "anlage-verschluesselt"
		: k->silent    ? "anlage-teils"
		: k->tagged    ? "anlage-tags"
			       : "anlage-ohne-tags";
}

static void put_facts(struct com *c, const struct doc_anlage *a)
{
	int pages = a->seiten ? a->seiten : a->look.pages;
	const char *word = state_word(&a->look);
	if (pages > 0)
		com_fmt(c, " (%d\u00A0%s", pages, sty_word(c->s, pages == 1 ? "seite" : "seiten"));
	if (word)
		com_fmt(c, "%s%s", pages > 0 ? ", " : " (", sty_word(c->s, word));
	if (pages > 0 || word)
		com_put(c, ")");
	if (!a->oeffentlich)
		com_fmt(c, ", %s", sty_word(c->s, "nichtoeffentlich"));
}

struct block *com_anlage(struct com *c, const struct doc_anlage *a)
{
	const char *file = attached(c, a->goes);
	struct block *jump = NULL;
	com_push(c);
	if (file)
		blk_more(c->t, com_inline(c, a->node, BLK_LINK))->attached = file;
	com_put(c, *a->titel ? a->titel : a->datei);
	com_pop(c);
	put_facts(c, a);
	if (a->text) {
		com_put(c, "; ");
		com_push(c);
		jump = com_inline(c, a->node, BLK_LINK);
		com_put(c, sty_word(c->s, "anlage-text"));
		com_pop(c);
	}
	return jump;
}

struct block **com_anlagen(struct com *c, const struct com_form *f, const struct doc_vorlage *v, const char *label)
{
	struct block **jumps = MEM_ARRAY(c->t->mem, struct block *, v->nanlagen + 1);
	com_form_named(c, f, v->anlagen[0].node->parent, label);
	if (v->nanlagen > 1)
		com_list(c, v->anlagen[0].node->parent);
	for (size_t i = 0; i < v->nanlagen; i++) {
		const struct doc_node *n = v->anlagen[i].node;
		com_push(c);
		if (v->nanlagen > 1)
			com_item(c, n, mem_fmt(c->t->mem, "%zu.", i + 1), false);
		else
			com_para(c, n, BLK_P, c->style[COM_LISTE]);
		jumps[i] = com_anlage(c, &v->anlagen[i]);
		com_pop(c);
	}
	com_pop(c);
	return jumps;
}

/* ---- their text ---- */

/* The end of the line at p and the beginning of the next. */
static const char *line_end(const char *p, const char *end, const char **next)
{
	const char *e = p;
	while (e < end && *e != '\n' && *e != '\r' && *e != '\f')
		e++;
	*next = e + (e < end) + (e + 1 < end && e[0] == '\r' && e[1] == '\n');
	return e;
}

/* Paragraphs are divided by empty lines; the lines of one are joined. */
static void put_text(struct com *c, const struct doc_anlage *a)
{
	struct buf b = {0};
	const char *p = a->text, *end = p + a->text_size, *next;
	if (a->text_size > 3 && !memcmp(p, "\xEF\xBB\xBF", 3))
		p += 3;
	for (; p < end; p = next) {
		const char *e = line_end(p, end, &next);
		while (p < e && (*p == ' ' || *p == '\t'))
			p++;
		bool empty = p == e, last = next >= end || *e == '\f';
		if (!empty) {
			if (b.len)
				buf_chr(&b, ' ');
			buf_put(&b, p, (size_t)(e - p));
		}
		if (b.len && (empty || last))
			com_line(c, a->node, BLK_P, c->style[COM_FLIESS], com_from(c, &b));
	}
	buf_free(&b);
}

/* Read aloud it is its title and the first line of its text, which follows. */
static void put_plan(struct com *c, const struct doc_anlage *a)
{
	const char *title = *a->titel ? a->titel : a->datei;
	struct block *f = com_large(c, a->node, a->datei, com_natural_width(c, a->datei));
	if (!f)
		return;
	const size_t line = a->text ? strcspn(a->text, "\r\n\f") : 0;
	blk_more(c->t, f)->alt = line ? mem_fmt(c->t->mem, "%s: %.*s", title, (int)line, a->text) : title;
	com_pop(c);
}

/* "Anlage 2", "TOP 4, Anlage 2" */
static const char *name_of(struct com *c, const struct doc_anlage *a, const char *of)
{
	const char *name = com_called(c, "anlage", mem_fmt(c->t->mem, "%d", a->nummer));
	return of ? mem_fmt(c->t->mem, "%s, %s", of, name) : name;
}

void com_anlagentext(struct com *c, const struct doc_anlage *a, const char *of, struct block *jump)
{
	if (!a->text && !a->plan)
		return;
	com_push(c);
	c->o.at = com_block(c, a->node, BLK_SECT, BLK_STACK);
	c->o.level = 2;
	struct block *h = com_titled(c, a->node, 2, COM_H3,
		mem_fmt(c->t->mem, "%s: %s", name_of(c, a, of), *a->titel ? a->titel : a->datei));
	if (jump)
		jump->target = h;
	if (a->plan && a->data)
		put_plan(c, a);
	if (a->text && a->plan)                        /* the heading stands on the page of the plan */
		com_line(c, a->node, BLK_P, c->style[COM_MARKE],
			mem_fmt(c->t->mem, "%s: %s", name_of(c, a, of), sty_word(c->s, "anlage-text")))
			->keep_next = true;
	if (a->text)
		put_text(c, a);
	com_pop(c);
}
