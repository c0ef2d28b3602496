/* labelled.c: paragraphs, items and headings that name the fields of a Massnahme ("Ziel: …", a bold "Kosten" above what
 * is said of them) become a table with a row for each, as massnahme.c reads it. */
#include <string.h>

#include "import/massnahme.h"
#include "import/parts.h"

enum { LABEL = 60, ENTRIES = 16, ENOUGH = 3 };
enum said { NOTHING, BESIDE, BELOW };                  /* where what is said of the field stands */

struct entry { struct imp_node *at, *end; enum field f; enum said said; };     /* up to end, which is not of it */
struct labels { struct sense *s; struct entry e[ENTRIES]; int n; unsigned seen; };

static struct imp_node *line_of(struct imp_node *n)
{
	return n->kind == IMP_ITEM ? n->first : n;
}

/* A dash behind a bold word, with a blank on either side; its bytes. */
static size_t dash_behind(const struct imp_node *c)
{
	const struct imp_node *n = c->next;
	if (!n || n->kind != IMP_TEXT || !(c->marks & IMP_BOLD) || n->marks & IMP_BOLD)
		return 0;
	const size_t blanks = strspn(n->text, " ");
	const char *at = n->text + blanks;
	const size_t dash = !strncmp(at, "–", strlen("–")) ? strlen("–") : *at == '-';
	const size_t own = strlen(c->text);
	const bool apart = blanks || (own && c->text[own - 1] == ' ');
	return apart && dash && at[dash] == ' ' ? blanks + dash : 0;
}

/* Bytes of the label at the begin of a line: "Ziel:", or what stands before a tab or a dash; 0: none. */
static size_t label_at(struct sense *s, const struct imp_node *first, char label[LABEL + 1])
{
	size_t n = 0;
	for (const struct imp_node *c = first; c && (c->kind == IMP_TEXT || c->kind == IMP_ANCHOR); c = c->next) {
		const char *text = c->kind == IMP_TEXT ? c->text : "", *colon = strchr(text, ':');
		const size_t own = colon ? (size_t)(colon - text) + 1 : strlen(text);
		if (n + own > LABEL)
			return 0;
		memcpy(label + n, text, own);
		label[n += own] = '\0';
		if (colon || (c->next && c->next->kind == IMP_TAB) || (*text && dash_behind(c)))
			return massnahme_field(s, label) < FIELDS ? n : 0;
	}
	return 0;
}

static bool says_more(const struct imp_node *p, size_t label)
{
	struct buf b = {0};
	imp_plain(p, &b);
	const bool more = b.len > label && bag_count(b.data + label);
	buf_free(&b);
	return more;
}

static enum said look_at(struct sense *s, struct imp_node *n, enum field *f)
{
	struct imp_node *p = line_of(n);
	char label[LABEL + 1];
	if (!p || (p->kind != IMP_PARA && p->kind != IMP_HEADING))
		return NOTHING;
	const size_t own = label_at(s, p->first, label);
	if (own && says_more(p, own)) {
		*f = massnahme_field(s, label);
		return BESIDE;
	}
	const char *all = sense_plain(s, p);
	if (strlen(all) > LABEL || n->kind == IMP_ITEM || (*f = massnahme_field(s, all)) == FIELDS)
		return NOTHING;
	return own || p->kind == IMP_HEADING || sense_is_bold(p) ? BELOW : NOTHING;
}

/* "Ziel: …" and "Kosten: …" as lines of one paragraph: one each. */
static void part_lines(struct sense *s, struct imp_node *p)
{
	char label[LABEL + 1];
	for (struct imp_node *c = p->first; p->kind == IMP_PARA && label_at(s, p->first, label) && c; c = c->next) {
		if (c->kind != IMP_LINE || !label_at(s, c->next, label))
			continue;
		struct imp_node *next = imp_add(s->flow, p->parent, IMP_PARA);
		next->line = p->line;
		next->page = p->page;
		next->style = p->style;
		while (c->next)
			imp_move(c->next, next);
		imp_cut(c);
		if (p->next != next)
			imp_move_before(next, p->next);
		p = next;
		c = p->first;
	}
}

static bool has_label(const struct labels *l, struct imp_node *n, enum field f)
{
	for (int i = 0; i < l->n; i++)
		if (l->e[i].f == f && !strcmp(sense_plain(l->s, l->e[i].at), sense_plain(l->s, n)))
			return true;
	return false;
}

static bool passes(const struct imp_node *n)
{
	return n->kind == IMP_PAGE || n->kind == IMP_ANCHOR || n->kind == IMP_FURNITURE || (n->kind == IMP_PARA &&
		!sense_has_words(n) && !sense_find(n, IMP_PICTURE));
}

/* May stand below the name of a field. */
static bool may_follow(const struct imp_node *n)
{
	return n->kind == IMP_PARA || n->kind == IMP_ITEM || passes(n);
}

static bool goes_on(const struct entry *e, const struct imp_node *n)
{
	if (e->said == BELOW)
		return may_follow(n);
	return passes(n) || (n->kind == IMP_ITEM && (e->at->kind != IMP_ITEM || n->level > e->at->level));
}

/* The last field ends with its first paragraph and the items below it: nobody says where else. */
static void close_last(struct labels *l)
{
	struct entry *e = &l->e[l->n - 1];
	struct imp_node *n = e->at->next;
	if (e->said == BELOW) {
		while (n != e->end && passes(n))
			n = n->next;
		if (n != e->end && n->kind == IMP_PARA)
			n = n->next;
	}
	while (n != e->end && n->kind == IMP_ITEM)
		n = n->next;
	e->end = n;
}

static void gather(struct labels *l, struct imp_node *n)
{
	enum field f;
	for (enum said said; n && l->n < ENTRIES; n = n->next) {
		part_lines(l->s, n);
		said = look_at(l->s, n, &f);
		if (said && (has_label(l, n, f) || (l->n && l->seen & 1u << f && f == l->e[0].f)))
			return;
		if (said) {
			l->e[l->n++] = (struct entry){n, n->next, f, said};
			l->seen |= 1u << f;
		} else if (!l->n || !goes_on(&l->e[l->n - 1], n)) {
			return;
		} else {
			l->e[l->n - 1].end = n->next;
		}
	}
}

/* ---- to the table */

static struct imp_node *cell(struct sense *s, struct imp_node *row, const struct imp_node *like)
{
	struct imp_node *c = imp_add(s->flow, row, IMP_CELL);
	c->line = like->line;
	c->page = like->page;
	return c;
}

/* The label of a line into a paragraph of its own; blanks and the tab behind it go. */
static void cut_label(struct sense *s, struct imp_node *p, struct imp_node *to)
{
	bool colon = false;
	while (p->first && !colon && p->first->kind != IMP_TAB) {
		struct imp_node *c = p->first;
		char *at = c->kind == IMP_TEXT ? strchr(c->text, ':') : NULL;
		const size_t dash = at || c->kind != IMP_TEXT ? 0 : dash_behind(c);
		colon = at || dash;
		if (dash)
			c->next->text += dash;
		if (!at || !at[1]) {
			imp_move(c, to);
			continue;
		}
		imp_add_text(s->flow, to, c->text, (size_t)(at - c->text) + 1, c->marks);
		c->text = at + 1;
	}
	while (p->first && p->first->kind == IMP_TAB)
		imp_cut(p->first);
	if (p->first && p->first->kind == IMP_TEXT)
		p->first->text += strspn(p->first->text, " ");
}

static void put_row(struct sense *s, struct imp_node *table, const struct entry *e)
{
	struct imp_node *row = imp_add(s->flow, table, IMP_ROW), *name = cell(s, row, e->at), *said = cell(s, row,
		e->at), *label = imp_add(s->flow, name, IMP_PARA), *next = e->at->next, *p = line_of(e->at);
	row->line = label->line = e->at->line;
	row->page = label->page = e->at->page;
	if (e->said == BESIDE)
		cut_label(s, p, label);
	while (e->said == BELOW && p->first)
		imp_move(p->first, label);
	if (e->said == BESIDE)
		imp_move(p, said);
	while (e->at != p && e->at->first)
		imp_move(e->at->first, said);
	if (e->at->parent != said)
		imp_cut(e->at);
	for (struct imp_node *n = next; n != e->end; n = next) {
		next = n->next;
		if (n->kind != IMP_FURNITURE && n->kind != IMP_PAGE)
			imp_move(n, said);
	}
}

static struct imp_node *make_table(struct labels *l)
{
	struct imp_node *t = imp_add(l->s->flow, l->s->flow->root, IMP_TABLE), *end = l->e[l->n - 1].end;
	t->line = l->e[0].at->line;
	t->page = l->e[0].at->page;
	if (l->e[0].at != t)
		imp_move_before(t, l->e[0].at);
	for (int i = 0; i < l->n; i++)
		put_row(l->s, t, &l->e[i]);
	acc_at(l->s->acc, t);
	acc_guess(l->s->acc, ACC_LIKELY, "Absätze, die Felder nennen („%s“ …), gelten als Maßnahme",
		sense_plain(l->s, t->first->first));
	return end ? end->prev : t;
}

/* ---- tables of another build */

static bool names_field(struct sense *s, const struct imp_node *cell)
{
	return cell && massnahme_field(s, sense_plain(s, cell)) < FIELDS;
}

/* Cells of a row from the first on: a name, what is said, a name, what is said. */
static bool is_paired(struct sense *s, const struct imp_node *row)
{
	const struct imp_node *c = row->first;
	for (; names_field(s, c) && c->next && !names_field(s, c->next); c = c->next->next)
		if (!c->next->next)
			return true;
	return false;
}

static bool all_paired(struct sense *s, const struct imp_node *table, bool *more)
{
	*more = false;
	for (const struct imp_node *r = table->first; r; r = r->next) {
		if (r->kind != IMP_ROW || !is_paired(s, r))
			return false;
		*more |= r->first->next->next != NULL;
	}
	return true;
}

/* "Ziel | … | Kosten | …" in one row are two. */
static void part_rows(struct sense *s, struct imp_node *table)
{
	for (struct imp_node *r = table->first; r; r = r->next)
		while (r->first->next->next) {
			struct imp_node *more = imp_add(s->flow, table, IMP_ROW);
			more->line = r->line;
			while (r->first->next->next)
				imp_move(r->first->next->next, more);
			if (r->next != more)
				imp_move_before(more, r->next);
			r->first->next->cols = 1;
			r = more;
		}
}

/* A column of names, each with what is said in the row below. */
static bool is_stacked(struct sense *s, const struct imp_node *table)
{
	for (const struct imp_node *r = table->first; r; r = r->next->next) {
		const struct imp_node *below = r->next;
		if (r->kind != IMP_ROW || !names_field(s, r->first) || r->first->next)
			return false;
		if (!below || below->kind != IMP_ROW || !below->first || below->first->next)
			return false;
		if (names_field(s, below->first))
			return false;
	}
	return table->first != NULL;
}

static void join_rows(struct imp_node *table)
{
	for (struct imp_node *r = table->first; r; r = r->next) {
		imp_move(r->next->first, r);
		imp_cut(r->next);
		for (struct imp_node *c = r->first; c; c = c->next)
			c->cols = 1;
	}
}

/* Two columns, as massnahme.c reads them. */
static void settle_table(struct sense *s, struct imp_node *table)
{
	bool more;
	if (all_paired(s, table, &more) && more)
		part_rows(s, table);
	else if (is_stacked(s, table))
		join_rows(table);
}

static int fields_in(unsigned seen)
{
	int n = 0;
	for (; seen; seen >>= 1)
		n += seen & 1;
	return n;
}

void sense_labelled(struct sense *s)
{
	for (struct imp_node *n = s->flow->root->first; n; n = n->next) {
		struct labels l = {.s = s};
		enum field f;
		if (n->kind == IMP_TABLE)
			settle_table(s, n);
		part_lines(s, n);
		if (!look_at(s, n, &f))
			continue;
		gather(&l, n);
		if (l.n)
			close_last(&l);
		if (l.n && massnahme_is(l.seen) && fields_in(l.seen) >= ENOUGH)
			n = make_table(&l);
	}
}
