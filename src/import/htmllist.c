/* htmllist.c: lists of HTML, and paragraphs that Word numbers without saying that they are a list. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/roman.h"
#include "import/htmlparts.h"

static void put_letter(struct buf *b, int n, char first)
{
	if (n > 26)
		put_letter(b, (n - 1) / 26, first);
	buf_chr(b, (char)(first + (n - 1) % 26));
}

static void put_roman(struct buf *b, int n, bool upper)
{
	char roman[ROMAN_ROOM];
	roman_put(roman, (unsigned)n, upper);
	buf_str(b, roman);
}

static const char *label_of(struct html *h, const struct mk *list, int n)
{
	const char *type = mk_get(list, "type");
	struct buf b = {0};
	if (!mk_is(list, "ol"))
		return "•";
	char t = type ? *type : '1';
	if ((t == 'a' || t == 'A') && n > 0)
		put_letter(&b, n, t);
	else if ((t == 'i' || t == 'I') && n > 0 && n < 4000)
		put_roman(&b, n, t == 'I');
	else
		buf_int(&b, n);
	buf_chr(&b, '.');
	return buf_take(&b, h->f->mem);
}

static void end_item(struct imp_node *item)
{
	if (!item->first)
		imp_cut(item);
}

void htm_item(struct html *h, const struct mk *li, unsigned marks, const char *label)
{
	struct imp_node *outer = h->block, *item;
	htm_end_line(h);
	if (htm_is_note(h, li))
		return;
	item = h->block = imp_add(h->f, outer, IMP_ITEM);
	item->level = h->depth ? h->depth : 1;
	item->label = label ? label : "•";
	item->line = li->line;
	htm_children(h, li, marks);
	htm_end_line(h);
	if (item->first && item->first->kind != IMP_PARA) {       /* its first child is always a paragraph */
		struct imp_node *rest = item->first;
		struct imp_node *first = imp_add(h->f, item, IMP_PARA);
		while (rest && rest != first) {
			struct imp_node *next = rest->next;
			imp_move(rest, item);
			rest = next;
		}
	}
	end_item(item);
	h->block = outer;
}

/* An item's list in the list: items of it come after it, as their level says. */
static void lift(struct imp_node *item)
{
	struct imp_node *parent = item->parent;
	for (struct imp_node *n = item->first, *next; n; n = next) {
		next = n->next;
		if (n->kind == IMP_ITEM)
			imp_move(n, parent);
	}
}

void htm_list(struct html *h, const struct mk *list, unsigned marks)
{
	int n = mk_int(list, "start", 1);
	htm_end_line(h);
	h->depth++;
	for (const struct mk *c = list->first; c; c = c->next) {
		if (mk_is(c, "li")) {
			n = mk_int(c, "value", n);
			struct imp_node *before = h->block->last;
			htm_item(h, c, marks, label_of(h, list, n++));
			struct imp_node *item = h->block->last;
			if (item && item != before && item->kind == IMP_ITEM)
				lift(item);
		} else if (c->name || c->text[strspn(c->text, " \t\r\n\f")]) {
			/* a list right in the list, or what should not be there */
			struct mk *next, shell = mk_alone(c, "span", &next);
			htm_children(h, &shell, marks);
			mk_rejoin(c, next);
		}
	}
	htm_end_line(h);
	h->depth--;
}

/* ---- Word's paragraphs: style='mso-list:l0 level2 lfo1', the label in a span that says mso-list:Ignore */

static const struct mk *label_in(const struct mk *p)
{
	for (const struct mk *n = p; n; n = mk_after(n, p)) {
		const char *style = mk_get(n, "style");
		if (style && strcasestr(style, "mso-list:") && strcasestr(style, "ignore"))
			return n;
	}
	return NULL;
}

bool htm_is_label(const struct html *h, const struct mk *n)
{
	return h->label && h->label == n;
}

/* Symbol and Wingdings as Word spells them in HTML. */
static const char *sign_of(struct html *h, const char *s)
{
	const char *label = buf_line(h->f->mem, s);
	size_t n = strlen(label);
	while (n >= 2 && !strncmp(label + n - 2, "\xC2\xA0", 2))
		n -= 2;
	label = mem_str(h->f->mem, label, n);
	if (!strcmp(label, "·") || !strcmp(label, "§") || !strcmp(label, "o") || !strcmp(label, "Ø") ||
		!strcmp(label, "ü"))
		return "•";
	return *label ? label : "•";
}

bool htm_word_item(struct html *h, const struct mk *p, unsigned marks)
{
	const char *style = mk_get(p, "style"), *list = style ? strcasestr(style, "mso-list:") : NULL;
	const char *level = list ? strcasestr(list, "level") : NULL;
	if (!level || h->block->kind == IMP_HEADING)
		return false;
	const struct mk *label = label_in(p), *outer_label = h->label;
	struct imp_node *outer = h->block, *item = h->block = imp_add(h->f, outer, IMP_ITEM);
	item->level = level[5] >= '1' && level[5] <= '9' ? level[5] - '0' : 1;
	item->label = label ? sign_of(h, mk_text(h->f->mem, label)) : "•";
	item->line = p->line;
	h->label = label;
	htm_children(h, p, marks);
	htm_end_line(h);
	h->label = outer_label;
	end_item(item);
	h->block = outer;
	return true;
}
