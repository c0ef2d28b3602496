/* literatur.c: citations in notes ("Vgl. KGSt 2017, S. 12", "Vgl. ebd.") and the generated bibliography they lead to.
 * */
#include <string.h>

#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/link.h"
#include "compose/tree.h"
#include "model/literatur.h"

static const char *name_of(struct com *c, const struct doc_werk *w)
{
	const char *names = w->names ? w->names : w->id;
	return w->year ? mem_fmt(c->t->mem, "%s\u00A0%d%s", names, w->year, w->suffix)
		       : mem_fmt(c->t->mem, "%s\u00A0%s%s", names, sty_word(c->s, "werk-ohne-jahr"), w->suffix);
}

/* "Vgl." at the head of a note, "vgl." within. */
static void compare(struct com *c, const struct doc_node *n)
{
	if (!doc_is(n, DOC_A_VGL, "ja"))
		return;
	const struct doc_node *k = n->parent->first;
	while (k != n && k->kind == DOC_TEXT && k->len == 1 && *k->text == ' ')
		k = k->next;
	com_put(c, com_part(c, "", sty_word(c->s, k == n ? "vgl-anfang" : "vgl"), "\u00A0"));
}

/* ", S. 12": sign and number stay on one line. */
static void where(struct com *c, const struct doc_node *n)
{
	const char *s = doc_get(n, DOC_A_STELLE), *blank = s ? strchr(s, ' ') : NULL;
	if (blank)
		com_fmt(c, ", %.*s\u00A0%s", (int)(blank - s), s, blank + 1);
	else if (s)
		com_fmt(c, ", %s", s);
}

/* Opens the link to the entry; a Span where no bibliography is set. */
static struct block *led_to(struct com *c, const struct doc_node *n, const struct doc_werk *w)
{
	struct block *b = com_inline(c, n, c->werke ? BLK_LINK : BLK_SPAN);
	if (c->werke)
		com_link_work(c, b, (size_t)(w - c->doc->literatur->werke));
	return b;
}

bool com_on_beleg(struct com *c, const struct doc_node *n)
{
	const struct doc_werk *w = doc_werk(c->doc, doc_get(n, DOC_A_REF));
	compare(c, n);
	if (!w) {
		com_put(c, "?");                           /* told by check */
		return false;
	}
	struct block *owner = c->o.owner;
	led_to(c, n, w);
	com_put(c, name_of(c, w));
	c->o.owner = owner;
	where(c, n);
	return false;
}

/* Read aloud and on the screen it says which work it stands for. */
bool com_on_ebd(struct com *c, const struct doc_node *n)
{
	const struct doc_werk *w = doc_werk(c->doc, doc_get(n, DOC_A_REF));
	struct block *owner = c->o.owner;
	compare(c, n);
	if (w) {
		struct block *link = led_to(c, n, w),
			     *abbr = c->werke ? com_in(c, n, link, BLK_SPAN, BLK_INLINE) : link;
		blk_more(c->t, abbr)->expansion =
			com_told(c, "werk-ebenda", name_of(c, w));
		c->o.owner = abbr;
	}
	com_put(c, sty_word(c->s, "ebd"));
	c->o.owner = owner;
	where(c, n);
	return false;
}

/* ---- the bibliography ---- */

static bool in_container(const struct doc_werk *w)
{
	return w->container && (!w->type || strcmp(w->type, "webpage"));
}

/* A sentence ends with one full stop only; before: what stands before the buffer. */
static void stop(struct buf *b, const char *before)
{
	size_t n = strlen(before);
	char last = b->len ? b->data[b->len - 1] : n ? before[n - 1] : '.';
	if (last != '.' && last != '!' && last != '?')
		buf_chr(b, '.');
}

/* ", Heft 3", with the town's word for it and the blank behind it. */
static void part(struct buf *b, const char *before, const char *word, const char *blank, const char *s)
{
	if (s)
		buf_fmt(b, "%s%s%s%s", before, word, blank, s);
}

static void put_italic(struct com *c, const char *s)
{
	com_put_char(c, com_char(c, c->o.ch, COM_ITALIC), s);
}

/* "Jg. 12, Heft 3, S. 4–9" of an essay; number and edition of the others. */
static void put_details(struct com *c, const struct doc_werk *w, const char *before)
{
	struct buf b = {0};
	bool essay = in_container(w);
	part(&b, essay ? ", " : ". ", sty_word(c->s, "werk-band"), " ", w->volume);
	part(&b, ", ", sty_word(c->s, "werk-heft"), " ", w->issue);
	part(&b, ", ", sty_word(c->s, "werk-seiten"), "\u00A0", w->page);
	stop(&b, before);
	if (w->genre || w->number) {
		buf_fmt(&b, " %s%s%s", w->genre ? w->genre : "", w->genre && w->number ? " " : "",
			w->number ? w->number : "");
		stop(&b, before);
	}
	if (w->edition) {
		buf_fmt(&b, " %s", w->edition);
		if (strspn(w->edition, "0123456789") == strlen(w->edition))
			buf_fmt(&b, ". %s", sty_word(c->s, "werk-auflage"));
		stop(&b, before);
	}
	if (w->place || w->publisher) {
		buf_fmt(&b, " %s%s%s", w->place ? w->place : "", w->place && w->publisher ? ": " : "",
			w->publisher ? w->publisher : "");
		stop(&b, before);
	}
	com_put(c, com_from(c, &b));
}

static void put_address(struct com *c, const struct doc_node *n, const struct doc_werk *w)
{
	const char *href = w->url ? w->url : w->doi ? mem_fmt(c->t->mem, "https://doi.org/%s", w->doi) : NULL;
	if (!href)
		return;
	com_put(c, " ");
	struct block *owner = c->o.owner, *link = com_inline(c, n, BLK_LINK);
	blk_more(c->t, link)->href = href;
	com_put_char(c, com_char(c, c->o.ch, COM_ACCENT), href);
	c->o.owner = owner;
	if (w->accessed.year) {
		struct buf b = {0};
		date_put(&b, w->accessed);
		com_fmt(c, " (%s%s)", com_part(c, "", sty_word(c->s, "abgerufen"), " "), com_from(c, &b));
	}
}

/* "KGSt (2017): Title. Place: Publisher. Address": LI { LBody { BibEntry } } */
static void entry(struct com *c, const struct doc_node *n, const struct doc_werk *w)
{
	com_push(c);
	c->o.quiet = true;
	struct block *li = com_block(c, n, BLK_LI, BLK_TEXT);
	c->werke[w - c->doc->literatur->werke] = li;
	li->style = c->style[COM_FLIESS];
	c->o.text = li;
	c->o.owner = com_in(c, n, com_in(c, n, li, BLK_LBODY, BLK_INLINE), BLK_BIBENTRY, BLK_INLINE);
	c->o.ch = &li->style->ch;
	const char *author = w->authors ? w->authors : w->editors;
	if (author) {
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD), author);
		com_put(c,
			w->authors ? " (" : mem_fmt(c->t->mem, " (%s",
				com_part(c, "", sty_word(c->s, "werk-herausgeber"), ", ")));
		com_put(c,
			w->year ? mem_fmt(c->t->mem, "%d%s", w->year, w->suffix)
				: mem_fmt(c->t->mem, "%s%s", sty_word(c->s, "werk-ohne-jahr"), w->suffix));
		com_put(c, "): ");
	}
	const char *title = w->title ? w->title : w->id;
	struct block *owner = c->o.owner;
	if (w->lang)
		com_inline(c, n, BLK_SPAN)->lang = w->lang;
	if (in_container(w)) {
		com_fmt(c, "%s%s %s", title, strchr(".!?", title[strlen(title) - 1]) ? "" : ".",
			com_part(c, "", sty_word(c->s, "werk-in"), ": "));
		put_italic(c, w->container);
	} else {
		put_italic(c, title);
	}
	c->o.owner = owner;
	if (!author && w->year)
		com_fmt(c, " (%d%s)", w->year, w->suffix);
	put_details(c, w, !author && w->year ? ")" : in_container(w) ? w->container : title);
	put_address(c, n, w);
	com_pop(c);
}

bool com_on_literaturverzeichnis(struct com *c, const struct doc_node *n)
{
	const struct doc_literatur *l = c->doc->literatur;
	com_sect(c, n)->page_before = true;
	com_generated_title(c, n, "literatur");
	if (!l || !c->werke)
		return false;
	c->o.at = com_block(c, n, BLK_L, BLK_STACK);
	for (size_t i = 0; i < l->n; i++)
		if (l->werke[i].cited)
			entry(c, n, &l->werke[i]);
	return false;
}
