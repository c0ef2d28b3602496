/* minuteslines.c: minutes as lines: what a paragraph, a cell of a table that only arranges, an item of a list says. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/minutes.h"
#include "import/parts.h"

/* ---- what a line says */

const char *minutes_label(const char *text, const char *const *words)
{
	for (; *words; words++) {
		const size_t n = strlen(*words);
		const char *p = text + n;
		if (strncasecmp(text, *words, n))
			continue;
		if (*p == ':')
			return p + 1 + strspn(p + 1, " ");
		if (!*p)
			return p;
	}
	return NULL;
}

/* "18:00", "18.00", "18" and then "Uhr" or a line's end. */
static const char *time_at(struct mem *m, const char *p)
{
	const size_t hours = strspn(p, "0123456789");
	const char *q = p + hours;
	const bool minutes = (*q == ':' || *q == '.') && strspn(q + 1, "0123456789") == 2;
	if (!hours || hours > 2 || atoi(p) > 23 || (minutes && atoi(q + 1) > 59))
		return NULL;
	const char *after = minutes ? q + 3 : q;
	after += strspn(after, " ");
	after += strncmp(after, "\u00A0", 2) ? 0 : 2;
	if (!minutes && strncmp(after, "Uhr", 3))
		return NULL;
	return mem_fmt(m, "%02d:%02d", atoi(p), minutes ? atoi(q + 1) : 0);
}

const char *minutes_time(struct mem *m, const char *text, const char *word)
{
	const char *p = strcasestr(text, word);
	for (p = p ? p + strlen(word) : NULL; p && *p; p++) {
		const bool starts = p == text || !(p[-1] >= '0' && p[-1] <= '9');
		const char *t = starts ? time_at(m, p) : NULL;
		if (t && !(p > text && p[-1] == '.' && p - 1 > text && p[-2] >= '0' && p[-2] <= '9'))
			return t;
	}
	return NULL;
}

const char *minutes_number(struct mem *m, const char *text, const char **rest, bool *said)
{
	static const char *const words[] = {"Tagesordnungspunkt", "TOP", "Punkt", NULL};
	const char *p = text + (strncasecmp(text, "Zu ", 3) ? 0 : 3);
	*said = false;
	for (const char *const *w = words; *w; w++)
		if (!*said && !strncasecmp(p, *w, strlen(*w)) && strchr(" .:", p[strlen(*w)])) {
			p += strlen(*w);
			p += strspn(p, " .:");
			*said = true;
		}
	const char *from = p;
	p += strncmp(p, "Ö", 2) ? (*p == 'N' && strchr(" .0123456789", p[1])) : 2;
	p += p > from ? strspn(p, " .") : 0;
	const size_t n = strspn(p, "0123456789."), digits = strspn(p, "0123456789");
	if (!digits || digits > 3)
		return NULL;
	size_t len = (size_t)(p - from) + n;
	len -= from[len - 1] == '.';
	p += n;
	if (*p >= 'a' && *p <= 'z' && strchr(" .):", p[1])) {
		p++;
		len = (size_t)(p - from);
	}
	if (*p && !strchr(" .):", *p))
		return NULL;
	*rest = p + strspn(p, " .):");
	return buf_line(m, mem_str(m, from, len));
}

int minutes_part(const char *text)
{
	enum { SHORT = 60 };
	static const char *const starts[] = {"A.", "B.", "A)", "B)", "I.", "II.", "Teil A:", "Teil B:", "Teil I:",
		"Teil II:"};
	if (strlen(text) > SHORT)
		return -1;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (!strncasecmp(text, starts[i], strlen(starts[i])) && text[strlen(starts[i])] == ' ') {
			text += strlen(starts[i]) + 1;
			break;
		}
	const bool closed = !strncasecmp(text, "nichtöffentliche", 17) || !strncasecmp(text, "nicht öffentliche", 18) ||
		!strncasecmp(text, "nicht-öffentliche", 18);
	const bool open = !strncasecmp(text, "öffentliche", 12) || !strncmp(text, "Öffentliche", 12);
	if ((!open && !closed) || !(strstr(text, "Teil") || strstr(text, "Sitzung") || strstr(text, "Tagesordnung")))
		return -1;
	return open;
}

/* ---- lines */

static void add(struct minutes *t, struct imp_node *n)
{
	struct mem *m = t->s->mem;
	const struct imp_node *own = n->kind == IMP_ITEM && n->first && n->first->kind == IMP_PARA ? n->first : n;
	const bool typed = n->label && n->typed_label, numbered = n->label && !typed && strpbrk(n->label, "0123456789");
	const char *label = n->label && (typed || numbered) ? n->label : "";
	const char *plain = sense_plain(t->s, own);
	const bool within = own == n && typed;                 /* the words say it already */
	MEM_ROOM_IN(m, t->lines, t->nlines, t->caplines);
	struct minutes_line *l = &t->lines[t->nlines++];
	*l = (struct minutes_line){.node = n, .text = plain};
	if (*label && !within)
		l->text = mem_fmt(m, "%s %s", label, plain);
	l->ours = numbered ? strlen(label) + 1 : 0;
}

/* ---- paragraphs with line ends */

static bool has_lines(const struct imp_node *n)
{
	for (const struct imp_node *c = n->first; c; c = c->next)
		if (c->kind == IMP_LINE && c != n->first && c != n->last)
			return true;
	return false;
}

static struct imp_node *begin(struct minutes *t, struct imp_node *to, const struct imp_node *like)
{
	struct imp_node *p = imp_add(t->s->flow, to, IMP_PARA);
	p->line = like->line;
	p->page = like->page;
	return p;
}

static void split(struct minutes *t, struct imp_node *n, struct imp_node *to)
{
	struct imp_node *p = begin(t, to, n);
	for (struct imp_node *c = n->first, *next; c; c = next) {
		next = c->next;
		if (c->kind == IMP_LINE)
			p = begin(t, to, n);
		else
			imp_move(c, p);
	}
}

static bool begins_known(const char *text)
{
	static const char *const words[] = {"Beschluss", "Beschluß", "Abstimmung", "Ergebnis", "Vorlage",
		"Drucksache", "gez",
		"Ja-Stimmen", "Ja:", "Sachverhalt", "Beratung", "Protokoll", "TOP ", "Zu TOP", NULL};
	for (const char *const *w = words; *w; w++)
		if (!strncasecmp(text, *w, strlen(*w)))
			return true;
	return minutes_part(text) >= 0;
}

static bool any_known(struct minutes *t, const struct imp_node *n)
{
	struct buf b = {0};
	bool yes = false, start = true;
	for (const struct imp_node *c = n->first; c && !yes; c = c->next) {
		if (start && c->kind == IMP_TEXT)
			yes = begins_known(buf_line(t->s->mem, c->text));
		start = c->kind == IMP_LINE || (start && c->kind != IMP_TEXT);
	}
	buf_free(&b);
	return yes;
}

/* ---- tables that arrange */

static const struct imp_node *cell(const struct imp_node *row, int i)
{
	const struct imp_node *c = row->first;
	while (c && i--)
		c = c->next;
	return c;
}

static bool only_text(const struct imp_node *table)
{
	for (const struct imp_node *row = table->first; row; row = row->next)
		for (const struct imp_node *c = row->first; c; c = c->next)
			for (const struct imp_node *b = c->first; b; b = b->next)
				if (b->kind != IMP_PARA && b->kind != IMP_HEADING && b->kind != IMP_CAPTION &&
					b->kind != IMP_ITEM)
					return false;
	return true;
}

/* "Anna Adler / Vorsitzende" in its cells: who signed. */
static bool signs(struct minutes *t, const struct imp_node *row)
{
	static const char *const roles[] = {"Vorsitzende", "Schriftführ", "Bürgermeister", "Protokollführ", NULL};
	for (const struct imp_node *c = row->first; c; c = c->next) {
		const char *text = sense_plain(t->s, c);
		for (const char *const *r = roles; *r; r++)
			if (strstr(text, *r) && bag_count(text) <= 8)
				return true;
	}
	return false;
}

/* "Beginn" beside "18:00 Uhr" without a colon. */
static bool names_fact(struct minutes *t, const struct imp_node *row)
{
	const struct imp_node *c = row->first;
	const char *text = c && c->next && !c->next->next ? sense_plain(t->s, c) : "";
	return *text && !strchr(text, ':') && (minutes_is_fact(text) || present_begins(text));
}

/* Most rows begin with a label, a number of an item, or somebody: a head row or two apart. */
static bool arranges(struct minutes *t, const struct imp_node *table, bool people)
{
	int rows = 0, known = 0;
	for (const struct imp_node *row = table->first; row; row = row->next, rows++) {
		const char *rest, *text = row->first ? sense_plain(t->s, row->first) : "";
		const size_t n = strlen(text);
		bool said;
		known += !people && (signs(t, row) || names_fact(t, row));
		known += (n && text[n - 1] == ':') || begins_known(text) || minutes_number(t->s->mem, text, &rest,
			&said);
	}
	return only_text(table) && (people || known * 2 >= rows);
}

static bool is_vote_head(struct minutes *t, const struct imp_node *row)
{
	const struct imp_node *c = cell(row, 0);
	const char *text = c ? sense_plain(t->s, c) : "";
	return (!strncasecmp(text, "Ja", 2) || !strncasecmp(text, "Dafür", 5)) && row->next && !row->next->next &&
		cell(row, 1);
}

static void move_words(struct imp_node *from, struct imp_node *to, struct imp_flow *f, const char *between)
{
	const struct imp_node *before = to->last;
	for (struct imp_node *b = from->first, *next; b; b = next) {
		next = b->next;
		struct imp_node *own = b->kind == IMP_ITEM && b->first ? b->first : b;
		if (to->first && own->first)
			imp_add_text(f, to, to->last == before ? between : " ", to->last == before ? strlen(between)
				: 1, 0);
		if (b->label && b->typed_label)
			imp_add_text(f, to, mem_fmt(f->mem, "%s ", b->label), strlen(b->label) + 1, 0);
		for (struct imp_node *c = own->first, *after; c; c = after) {
			after = c->next;
			imp_move(c, to);
		}
	}
}

/* "Ja | Nein" above "12 | 3": each word with its number. */
static void pair(struct minutes *t, struct imp_node *table, struct imp_node *to)
{
	struct imp_node *p = begin(t, to, table), *head = table->first;
	for (int i = 0; cell(head, i); i++) {
		move_words((struct imp_node *)(uintptr_t)cell(head, i), p, t->s->flow, " ");
		if (cell(head->next, i))
			move_words((struct imp_node *)(uintptr_t)cell(head->next, i), p, t->s->flow, " ");
	}
}

static void flatten(struct minutes *t, struct imp_node *table, struct imp_node *to, const char *between)
{
	for (struct imp_node *row = table->first, *only; row; row = row->next) {
		only = row->first && !row->first->next ? row->first : NULL;
		while (only && only->first)                    /* a frame: its paragraphs stay what they are */
			imp_move(only->first, to);
		if (only)
			continue;
		struct imp_node *p = begin(t, to, row->line ? row : table);
		const char *sign = names_fact(t, row) ? ": " : between;
		for (struct imp_node *c = row->first; c; c = c->next)
			move_words(c, p, t->s->flow, sign);
	}
}

/* ---- the whole */

void minutes_lines(struct minutes *t)
{
	static const char *const agenda[] = {"Tagesordnung", NULL};
	struct imp_node *root = t->s->flow->root, all = {.kind = IMP_DOC};
	bool front = true, people = false;
	while (root->first)
		imp_move(root->first, &all);
	for (struct imp_node *n = all.first, *next; n; n = next) {
		const bool text = n->kind == IMP_PARA || n->kind == IMP_HEADING;
		const char *plain = text ? sense_plain(t->s, n) : "";
		next = n->next;
		people |= front && present_begins(plain);
		front &= !minutes_label(plain, agenda) && minutes_part(plain) < 0;
		if (text && has_lines(n) && (front || any_known(t, n)))
			split(t, n, root);
		else if (n->kind == IMP_TABLE && is_vote_head(t, n->first))
			pair(t, n, root);
		else if (n->kind == IMP_TABLE && arranges(t, n, front && people))
			flatten(t, n, root, people && front ? " | " : " ");
		else
			imp_move(n, root);
	}
	for (struct imp_node *n = root->first; n; n = n->next)
		add(t, n);
}
