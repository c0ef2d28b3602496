/* steps.c: steps of a Massnahme that were changed in a sheet: each of them anew, added or dropped, where old and new
 * ones lie clearly beside each other; else they stay as they are, and it is said why. */
#include <string.h>

#include "base/esc.h"
#include "office/reply.h"
#include "source/source.h"

struct beside {                                        /* old and new, but for those that begin and end alike */
	struct answers *w;
	struct answer *a;
	const struct doc_node **old; size_t nold;
	const char **now; size_t nnow;
	const char *why;                               /* they cannot be taken over; NULL: they can */
};

static const char *text_of(const struct beside *b, size_t i)
{
	struct buf s = {0};
	doc_text(&s, b->a->e->doc, b->old[i]);
	return buf_take(&s, b->w->mem);
}

static void read_old(struct beside *b, const struct doc_node *up)
{
	size_t cap = 0;
	for (const struct doc_node *n = up ? up->first : NULL; n; n = n->next) {
		if (n->kind == DOC_TEXT)
			continue;
		if (n->kind != DOC_SCHRITT)
			b->why = "vor oder zwischen den Schritten steht anderer Text";
		MEM_ROOM_IN(b->w->mem, b->old, b->nold, cap);
		b->old[b->nold++] = n;
		if (strchr(text_of(b, b->nold - 1), '|'))
			b->why = "ein Schritt enthält selbst das Zeichen |";
	}
	if (!up)
		b->why = "die Maßnahme hat keine <umsetzung>";
}

static void read_new(struct beside *b, const char *cell)
{
	size_t cap = 0;
	for (const char *p = cell; *p; p += *p == '|') {
		const size_t n = strcspn(p, "|");
		const char *s = buf_line(b->w->mem, mem_str(b->w->mem, p, n));
		p += n;
		if (!*s)
			continue;
		MEM_ROOM_IN(b->w->mem, b->now, b->nnow, cap);
		b->now[b->nnow++] = s;
	}
}

static void add(struct beside *b, enum off_step_change what, const struct doc_node *at, const char *text)
{
	struct answer *a = b->a;
	MEM_ROOM_IN(b->w->mem, a->steps, a->nsteps, a->cap_steps);
	a->steps[a->nsteps++] = (struct off_step){what, at, text};
}

static bool is_cited(const struct doc *doc, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	for (const struct doc_node *at = doc->root; id && at; at = doc_walk(doc->root, at))
		if (doc_is(at, DOC_A_ZIEL, id))
			return true;
	return false;
}

/* One in the place of another: none of the new ones is an old one that only moved. */
static void reworded(struct beside *b, size_t from)
{
	for (size_t i = from; i < b->nold && !b->why; i++) {
		if (off_alike(text_of(b, i), b->now[i]))
			continue;
		for (size_t k = 0; k < b->nold; k++)
			if (off_alike(text_of(b, k), b->now[i]))
				b->why = "die Reihenfolge ist geändert";
		if (!off_is_bare(b->old[i]))
			b->why = "ein geänderter Schritt enthält Auszeichnungen";
		add(b, OFF_STEP_TEXT, b->old[i], b->now[i]);
	}
}

/* Only added, or only dropped: between `from` ones in front and those at the end, that stay. */
static void longer(struct beside *b, size_t from)
{
	for (size_t i = from; i < from + b->nnow - b->nold; i++)
		add(b, from ? OFF_STEP_AFTER : OFF_STEP_BEFORE, b->old[from ? from - 1 : 0], b->now[i]);
}

static void shorter(struct beside *b, size_t from)
{
	for (size_t i = from; i < from + b->nold - b->nnow; i++) {
		if (is_cited(b->a->e->doc, b->old[i]))
			b->why = "auf einen gestrichenen Schritt wird verwiesen";
		add(b, OFF_STEP_DROP, b->old[i], text_of(b, i));
	}
}

static void lay_beside(struct beside *b)
{
	const size_t least = b->nold < b->nnow ? b->nold : b->nnow;
	size_t from = 0, to = 0;
	while (from < least && off_alike(text_of(b, from), b->now[from]))
		from++;
	while (to < least - from && off_alike(text_of(b, b->nold - 1 - to), b->now[b->nnow - 1 - to]))
		to++;
	if (!b->nold || !b->nnow)
		b->why = "es gibt keine Schritte, neben denen sie stehen könnten";
	else if (b->nold == b->nnow)
		reworded(b, from);
	else if (from + to < least)
		b->why = "alte und neue Schritte lassen sich nicht eindeutig zuordnen";
	else
		(b->nnow > b->nold ? longer : shorter)(b, from);
}

const char *off_steps(struct answers *w, struct answer *a)
{
	const enum doc_status s = doc_status_find(a->field[OFF_STATUS]);
	const struct doc_massnahme *k = doc_massnahme(a->e->doc, a->point->p.node);
	struct beside b = {.w = w, .a = a};
	read_old(&b, k ? k->umsetzung : NULL);
	read_new(&b, a->field[OFF_SCHRITTE]);
	if (s == DOC_S_UNVERAENDERT || s == DOC_S_ENTFALLEN || s == DOC_S_ABGESCHLOSSEN)
		b.why = "der Status sagt, dass sich nichts mehr ändert";
	if (!b.why)
		lay_beside(&b);
	if (b.why)
		a->nsteps = 0;
	return b.why;
}

/* ---- into the source */

/* The line break and the blanks in front of a place. */
static size_t blanks_before(const struct buf *b, size_t at)
{
	size_t from = at;
	while (from && strchr(" \t", b->data[from - 1]))
		from--;
	if (from && b->data[from - 1] == '\n')
		from--;
	if (from && b->data[from] == '\n' && b->data[from - 1] == '\r')
		from--;
	return at - from;
}

static void put_step(struct buf *out, const char *text)
{
	buf_str(out, "<schritt>");
	esc_text(out, text, strlen(text));
	buf_str(out, "</schritt>");
}

void off_step_enter(const struct off_step *s, const struct buf *old, struct src_range r, struct buf *out)
{
	const size_t gap = blanks_before(old, r.from);
	const size_t cut = s->what == OFF_STEP_DROP ? r.from - gap : s->what == OFF_STEP_AFTER ? r.to : r.from;
	buf_put(out, old->data, cut);
	if (s->what == OFF_STEP_AFTER)
		buf_put(out, old->data + r.from - gap, gap);
	if (s->what != OFF_STEP_DROP)
		put_step(out, s->text);
	if (s->what == OFF_STEP_BEFORE)
		buf_put(out, old->data + r.from - gap, gap);
	const size_t rest = s->what == OFF_STEP_DROP ? r.to : cut;
	buf_put(out, old->data + rest, old->len - rest);
}
