/* blocks.c: what stands between headings: paragraphs, quotes, program text, boxes, captions and their figures. */
#include <string.h>

#include "import/parts.h"

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

/* A caption whose figure is not there: its place is kept. */
static void lone_caption(struct sense *s, const struct imp_node *n, struct draft *to)
{
	struct draft *a = sense_running(s, n, to, "bildplatz");
	sense_flatten(s, a);
	sense_waiting(s, to);
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

static const struct imp_node *behind_items(const struct imp_node *n)
{
	while (n && n->kind == IMP_ITEM)
		n = n->next;
	return n;
}

/* A chapter, whose parts may be Handlungsfelder, or what will be one. */
static bool takes_parts(const struct draft *to)
{
	return draft_is(to, "kapitel") || draft_is(to, "kept");
}

/* Word has no boxes: a frame around text is a table of one cell. Spreadsheets have real ones. */
static const struct imp_node *framed(const struct sense *s, const struct imp_node *table)
{
	static const char *const formats[] = {"docx", "odt", "html", NULL};
	const struct imp_node *row = table->first, *cell = row && !row->next ? row->first : NULL;
	for (const char *const *f = formats; *f && cell && !cell->next; f++)
		if (s->flow->format && !strcmp(s->flow->format, *f))
			return cell;
	return NULL;
}

/* Its first line, if it is bold and others follow, is its title. */
static void frame(struct sense *s, const struct imp_node *cell, struct draft *to)
{
	const struct imp_node *first = cell->first;
	box(s, cell, to);
	struct draft *h = to->last, *title = h ? h->first : NULL;
	acc_guess(s->acc, ACC_LIKELY, "Eine Tabelle aus einer Zelle gilt als Kasten");
	if (draft_is(h, "hinweis") && draft_is(title, "absatz") && title->next && first->kind == IMP_PARA &&
		(sense_is_bold(first) || (first->marks & IMP_BOLD))) {
		title->name = "titel";
		sense_flatten(s, title);
	}
}

/* What a table means; its caption has no place in what it becomes, and stays as a paragraph. */
static void table(struct sense *s, const struct imp_node *n, struct draft *to)
{
	const struct imp_node *caption = sense_caption(n);
	bool massnahme = !s->plain && sense_is_massnahme(s, n);
	bool summary = !massnahme && !s->piece && sense_is_summary(s, n);
	bool each = !s->plain && !massnahme && !summary && takes_parts(to) && sense_is_plan(s, n);
	if (s->plain || (!massnahme && !summary && !each && !sense_goes_on(s, n, to))) {
		const struct imp_node *cell = s->plain || caption ? NULL : framed(s, n);
		if (cell)
			frame(s, cell, to);
		else
			sense_table(s, n, to);
		return;
	}
	if (massnahme)
		sense_massnahme(s, n, to);
	else if (summary)
		sense_take_summary(s, n, to);
	else if (each)
		sense_plan(s, n, to);
	if (caption)
		sense_running(s, caption, to, "absatz");
}

const struct imp_node *sense_block(struct sense *s, const struct imp_node *n, struct draft *to)
{
	acc_at(s->acc, n);
	switch (n->kind) {
	case IMP_PARA:      paragraph(s, n, to); break;
	case IMP_HEADING:   sense_running(s, n, to, "zwischentitel"); sense_waiting(s, to); break;
	case IMP_ITEM:
		return sense_more_offices(s, n, to) ? behind_items(n) : sense_list(s, n, to, 0);
	case IMP_QUOTE:     quote(s, n, to); break;
	case IMP_CODE:      code(s, n, to); break;
	case IMP_TABLE:     table(s, n, to); break;
	case IMP_BOX:       box(s, n, to); break;
	case IMP_FURNITURE: acc_drop_node(s->acc, n->rule ? n->rule : "Kopf- und Fußzeile", n); break;
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
			if (one && !draft_is(to, "vermerk") && draft_empty(to))
				sense_line(s, n, to, SENSE_TEXT);
			else
				sense_running(s, n, to, "absatz");
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
