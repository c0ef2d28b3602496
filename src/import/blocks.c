/* blocks.c: what stands between headings: paragraphs, quotes, program text, boxes, captions and their figures. */
#include <string.h>

#include "import/parts.h"

/* ---- running text as a block ---- */

/* Blanks around running text count for nothing. */
static void trim(struct sense *s, struct draft *a)
{
	static const char blanks[] = " \t\r\n";
	struct draft *t = a->first;
	if (t && t->text)
		t->text += strspn(t->text, blanks);
	t = a->last;
	if (t && t->text) {
		size_t n = strlen(t->text);
		while (n && strchr(blanks, t->text[n - 1]))
			n--;
		t->text = mem_str(s->mem, t->text, n);
	}
	while (a->last && draft_is(a->last, "umbruch"))
		draft_cut(a->last);
}

/* Text of a block into an element that holds running text; nothing is left behind when it has none. */
struct draft *sense_running(struct sense *s, const struct imp_node *n, struct draft *to, const char *name)
{
	struct draft *a = draft_new(s->mem, name), *here = s->here;
	acc_at(s->acc, n);
	a->line = n->line;
	draft_put(to, a);
	s->here = a;
	s->before = 0;
	s->inner = false;
	if (n->label && n->typed_label) {
		draft_text(s->mem, a, mem_fmt(s->mem, "%s ", n->label));
		s->before = ' ';
	}
	sense_inlines(s, n->first, a, SENSE_TEXT);
	s->here = here;
	trim(s, a);
	if (!draft_empty(a))
		return a;
	draft_cut(a);
	return NULL;
}

static void paragraph(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *notes = s->wait->first && draft_is(s->wait->first, "fussnote") ? s->wait->first : NULL;
	struct draft *a = sense_running(s, n, to, "absatz");
	if (a && notes && a->first) {                  /* of the title above */
		draft_cut(notes);
		draft_before(a->first, notes);
		struct draft *blank = draft_new(s->mem, NULL);
		blank->text = " ";
		blank->ours = true;
		draft_before(a->first->next, blank);
	}
	sense_waiting(s, to);
}

struct draft *sense_unknown(struct sense *s, struct draft *to, const char *why)
{
	struct draft *h = draft_add(s->mem, to, "hinweis");
	draft_ours(s->mem, draft_add(s->mem, h, "titel"), mem_fmt(s->mem, "Nicht zugeordnet: %s", why));
	return h;
}

/* ---- quotes, program text, boxes ---- */

/* A quote holds paragraphs; a list or table in it follows it. */
static void quote(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *z = draft_new(s->mem, "zitat");
	for (const struct imp_node *c = n->first; c; c = c ? c->next : NULL)
		if (c->kind == IMP_PARA || c->kind == IMP_HEADING || c->kind == IMP_CAPTION) {
			if (!z->parent)
				draft_put(to, z);
			sense_running(s, c, z, "absatz");
		} else {
			struct draft *wait = s->wait;
			s->wait = draft_new(s->mem, "wait");
			c = sense_block(s, c, to);
			c = c ? c->prev : NULL;
			s->wait = wait;
			z = draft_new(s->mem, "zitat");
			if (!c)
				break;
		}
	if (z->parent && draft_empty(z))
		draft_cut(z);
	sense_waiting(s, to);
}

static void code(struct sense *s, const struct imp_node *n, struct draft *to)
{
	const char *text = n->text ? n->text : n->first && n->first->text ? n->first->text : "";
	if (*text)
		draft_text(s->mem, draft_add(s->mem, to, "quelltext"), text);
}

bool sense_has_words(const struct imp_node *n)
{
	for (const struct imp_node *c = imp_after(n, n); c; c = imp_after(c, n))
		if (c->text && bag_count(c->text))
			return true;
	return false;
}

/* A frame around nothing but a picture is the picture. */
static void box(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *h = sense_has_words(n) ? draft_add(s->mem, to, "hinweis") : to;
	struct draft *wait = s->wait;
	s->wait = draft_new(s->mem, "wait");
	for (const struct imp_node *c = n->first; c;)
		if (c->kind == IMP_HEADING) {
			sense_running(s, c, h, "zwischentitel");
			c = c->next;
		} else {
			c = sense_block(s, c, h);
		}
	sense_waiting(s, h);
	s->wait = wait;
	if (h != to && !h->first)
		draft_cut(h);
}

/* ---- captions ---- */

static bool is_figure(const struct imp_node *n)
{
	if (!n)
		return false;
	if (n->kind == IMP_PICTURE || n->kind == IMP_TABLE)
		return true;
	return n->kind != IMP_HEADING && !sense_has_words(n) && sense_find(n, IMP_PICTURE);
}

const struct imp_node *sense_find(const struct imp_node *top, enum imp_kind kind)
{
	const struct imp_node *c = imp_after(top, top);
	while (c && c->kind != kind)
		c = imp_after(c, top);
	return c;
}

/* The caption that goes with a figure: below it, else above it. */
const struct imp_node *sense_caption(const struct imp_node *n)
{
	const struct imp_node *above = n->prev, *below = n->next;
	if (below && below->kind == IMP_CAPTION && (n->kind != IMP_TABLE || !above || above->kind != IMP_CAPTION))
		return below;
	if (above && above->kind == IMP_CAPTION && (!above->prev || !is_figure(above->prev) || n->kind == IMP_TABLE))
		return above;
	return NULL;
}

/* "Abbildung 3 - ", "Tabelle 2: ": how long it is; *number: its digits; 0: none. */
size_t sense_caption_number(const char *s, const char **number, bool *table)
{
	static const char *const words[] = {"Abbildung", "Abb.", "Bild", "Grafik", "Diagramm", "Schaubild", "Tabelle", "Tab."};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if (strncmp(s, words[i], n))
			continue;
		const char *p = s + n;
		p += strspn(p, " \xC2\xA0");
		size_t digits = strspn(p, "0123456789.");
		while (digits && p[digits - 1] == '.')
			digits--;
		if (!digits || p == s + n)
			return 0;
		*number = p;
		*table = i >= 6;
		p += digits;
		p += strspn(p, " \xC2\xA0.:-");
		while (!strncmp(p, "–", 3) || !strncmp(p, "—", 3))
			p += 3 + strspn(p + 3, " ");
		return (size_t)(p - s);
	}
	return 0;
}

/* Cuts the number off a title that was put; it is said in laut-nummer, where ours may differ. */
void sense_cut_number(struct sense *s, struct draft *figure, struct draft *title)
{
	struct draft *t = title->first;
	const char *number;
	bool table;
	size_t n = t && t->text ? sense_caption_number(t->text, &number, &table) : 0;
	if (!n || (!t->text[n] && !t->next))
		return;
	draft_set(s->mem, figure, "laut-nummer", mem_str(s->mem, number, strspn(number, "0123456789.")));
	draft_meant(s->mem, figure, mem_str(s->mem, t->text, n));
	t->text = mem_dup(s->mem, t->text + n);
}

/* A caption whose figure is not there: its place is kept. */
static void lone_caption(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *a = sense_running(s, n, to, "bildplatz");
	sense_flatten(s, a);
	sense_waiting(s, to);
}

/* Elements that hold nothing but text: emphasis goes, its words stay. */
void sense_flatten(struct sense *s, struct draft *d)
{
	struct draft flat = {0};
	if (!d)
		return;
	for (struct draft *c = draft_walk(d, d); c; c = draft_walk(c, d))
		if (!c->name)
			(c->ours ? draft_ours : draft_text)(s->mem, &flat, c->text);
		else if (draft_is(c, "umbruch"))
			draft_text(s->mem, &flat, " ");
	d->first = flat.first;
	d->last = flat.last;
	for (struct draft *c = d->first; c; c = c->next)
		c->parent = d;
}

static bool inline_kind(enum imp_kind k)
{
	return k >= IMP_TEXT && k != IMP_PICTURE;
}

/* Runs that stand outside any paragraph are one. */
static const struct imp_node *loose(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *a = draft_add(s->mem, to, "absatz"), *here = s->here;
	s->here = a;
	s->before = 0;
	for (; n && inline_kind(n->kind); n = n->next) {
		struct imp_node one = *n;
		one.next = NULL;
		sense_inlines(s, &one, a, SENSE_TEXT);
	}
	s->here = here;
	if (draft_empty(a))
		draft_cut(a);
	sense_waiting(s, to);
	return n;
}

const struct imp_node *sense_block(struct sense *s, const struct imp_node *n, struct draft *to)
{
	acc_at(s->acc, n);
	switch (n->kind) {
	case IMP_PARA:      paragraph(s, n, to); break;
	case IMP_HEADING:   sense_running(s, n, to, "zwischentitel"); sense_waiting(s, to); break;
	case IMP_ITEM:      return sense_list(s, n, to, 0);
	case IMP_QUOTE:     quote(s, n, to); break;
	case IMP_CODE:      code(s, n, to); break;
	case IMP_TABLE:     sense_table(s, n, to); break;
	case IMP_BOX:       box(s, n, to); break;
	case IMP_FURNITURE: acc_drop_node(s->acc, "Kopf- und Fußzeile", n); break;
	case IMP_TOC:       sense_toc(s, n, to); break;
	case IMP_PICTURE:   sense_picture(s, n, to); break;
	case IMP_CAPTION:
		if (!sense_captioned(n))
			lone_caption(s, n, to);
		break;
	case IMP_PAGE:      break;
	default:            return inline_kind(n->kind) ? loose(s, n, to) : n->next;
	}
	return n->next;
}

/* Does a figure beside it take this caption? */
bool sense_captioned(const struct imp_node *n)
{
	return (is_figure(n->prev) && sense_caption(n->prev) == n) || (is_figure(n->next) && sense_caption(n->next) == n);
}

/* One paragraph is running text; several are blocks. Tables, boxes and pictures wait. */
void sense_small(struct sense *s, const struct imp_node *first, struct draft *to)
{
	bool one = first && !first->next && first->kind != IMP_ITEM;
	for (const struct imp_node *n = first; n;) {
		acc_at(s->acc, n);
		switch (n->kind) {
		case IMP_ITEM:
			n = sense_list(s, n, to, 0);
			continue;
		case IMP_PARA:
		case IMP_HEADING:
		case IMP_CAPTION:
			if (one && !draft_is(to, "vermerk")) {
				s->before = 0;
				if (n->label && n->typed_label)
					draft_text(s->mem, to, mem_fmt(s->mem, "%s ", n->label));
				sense_inlines(s, n->first, to, SENSE_TEXT);
			} else {
				sense_running(s, n, to, "absatz");
			}
			break;
		case IMP_CODE:
			if (n->text || (n->first && n->first->text))
				draft_text(s->mem, draft_add(s->mem, draft_add(s->mem, to, "absatz"), "code"),
					n->text ? n->text : n->first->text);
			break;
		case IMP_QUOTE:
			sense_small(s, n->first, to);
			break;
		default:
			if (inline_kind(n->kind)) {
				n = loose(s, n, to);
				continue;
			}
			n = sense_block(s, n, s->wait);
			continue;
		}
		n = n->next;
	}
}
