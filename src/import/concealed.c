/* concealed.c: words that the original does not show. Those that tracking took away are gone and told in full; those
 * that are hidden are text now, and told so that a clerk decides whether they may stay. */
#include <string.h>

#include "import/bag.h"
#include "import/parts.h"

/* All below as one line, also what is deleted in it. */
static char *line_of(struct mem *m, const struct imp_node *top)
{
	struct buf b = {0};
	for (const struct imp_node *n = top; n; n = imp_after(n, top)) {
		if (n->text && n->kind != IMP_FIELD)
			buf_str(&b, n->text);
		else if (n != top && (imp_is_block(n->kind) || n->kind == IMP_LINE || n->kind == IMP_TAB))
			buf_chr(&b, ' ');
	}
	char *line = buf_line(m, b.data ? b.data : "");
	buf_free(&b);
	return line;
}

static void quote(struct buf *b, const char *text)
{
	buf_fmt(b, "%s„%s“", b->len ? ", " : "", text);
}

void sense_gone(struct sense *s, const struct imp_node *n)
{
	const char *text = line_of(s->mem, n);
	if (!bag_count(text) || n->change == IMP_MOVED_FROM || n->change == IMP_MOVED_TO)
		return;                                /* what moved stands elsewhere */
	s->ngone++;
	quote(&s->gone, text);
}

/* White letters in a cell or a box stand on what may be dark. */
static bool is_hidden(const struct imp_node *n)
{
	const struct imp_node *up = n ? n->parent : NULL;
	if (!n || n->kind != IMP_TEXT || !(n->marks & IMP_WHITE))
		return n && n->kind == IMP_TEXT && n->marks & IMP_HIDDEN;
	while (up && up->kind != IMP_CELL && up->kind != IMP_BOX)
		up = up->parent;
	return !up || n->marks & IMP_HIDDEN;
}

/* Hidden text that goes on from node to node is one place. */
static void find_hidden(struct sense *s, struct buf *places, size_t *n)
{
	enum { SHOWN = 12 };
	struct buf b = {0};
	for (const struct imp_node *at = s->flow->root; at; at = imp_after(at, s->flow->root)) {
		const bool hidden = is_hidden(at);
		if (hidden)
			buf_str(&b, at->text);
		if (!b.len || (hidden && is_hidden(at->next)))
			continue;
		const char *text = buf_line(s->mem, b.data);
		buf_clear(&b);
		if (bag_count(text) && (*n)++ < SHOWN)
			quote(places, text);
	}
	buf_free(&b);
	if (*n > SHOWN)
		buf_fmt(places, " und %zu weitere", *n - SHOWN);
}

void sense_concealed(struct sense *s, enum imp_wanted wanted)
{
	struct buf hidden = {0};
	size_t n = 0;
	if (s->gone.len)
		acc_guess(s->acc, ACC_SURE, "%s (Stellen: %zu): %s", wanted == IMP_ACCEPT ?
			"Nach der Änderungsverfolgung gestrichen und nicht übernommen" :
			"Nach der Änderungsverfolgung eingefügt und nicht übernommen", s->ngone, s->gone.data);
	buf_free(&s->gone);
	find_hidden(s, &hidden, &n);
	if (n)
		acc_guess(s->acc, ACC_WEAK, "Im Original nicht zu sehen (ausgeblendet, weiß oder winzig), hier "
			"sichtbar (Stellen: %zu); bitte entscheiden, ob es bleiben soll: %s", n, hidden.data);
	buf_free(&hidden);
}
