/* sense.c: from what a file says to what it is: which document, its title and day, then its parts. */
#include <string.h>

#include "base/file.h"
#include "base/u8.h"
#include "import/bag.h"
#include "import/fields.h"
#include "import/import.h"
#include "import/minutes.h"
#include "import/papers.h"
#include "import/parts.h"

/* ---- tracked changes ---- */

static bool is_gone(const struct imp_node *n)
{
	return n->change == IMP_DELETED || n->change == IMP_MOVED_FROM;
}

/* What is deleted stays as a remark at its place. */
static void show_deleted(struct sense *s, struct imp_node *n)
{
	const char *who = n->author ? n->author : "";
	n->kind = IMP_COMMENT;
	n->author = mem_fmt(s->mem, "%s%sgestrichen", who, *who ? ", " : "");
	struct imp_node *p = imp_add(s->flow, n, IMP_PARA);
	while (n->first != p)
		imp_move(n->first, p);
}

/* Has cells that go on below. */
static bool is_tall(const struct imp_node *row)
{
	for (const struct imp_node *c = row->first; c; c = c->next)
		if (c->rows > 1)
			return true;
	return false;
}

/* Rows that were tracked as a whole go as a whole; cells from above become shorter. */
static void settle_rows(struct sense *s, struct imp_node *table, enum imp_wanted wanted)
{
	struct tall { struct imp_node *cell; int left; } *tall = NULL;
	size_t n = 0, cap = 0;
	for (struct imp_node *row = table->first, *next; row; row = next) {
		const bool goes = row->change && is_gone(row) == (wanted == IMP_ACCEPT) && !is_tall(row);
		size_t kept = 0;
		next = row->next;
		for (size_t i = 0; i < n; i++) {
			tall[i].cell->rows -= goes;
			if (--tall[i].left > 0)
				tall[kept++] = tall[i];
		}
		n = kept;
		for (struct imp_node *c = row->first; c && !goes; c = c->next)
			if (c->rows > 1) {
				MEM_ROOM_IN(s->mem, tall, n, cap);
				tall[n++] = (struct tall){c, c->rows - 1};
			}
		if (goes) {
			acc_changed(s->acc, wanted == IMP_ACCEPT ? "Streichung angenommen" : "Einfügung verworfen");
			sense_gone(s, row);
			imp_cut(row);
		}
	}
}

/* Tables without those rows, and without themselves when none is left. */
static void settle_tables(struct sense *s, enum imp_wanted wanted)
{
	struct imp_node *root = s->flow->root;
	for (struct imp_node *n = root, *next; n; n = next) {
		if (n->kind == IMP_TABLE)
			settle_rows(s, n, wanted);
		next = imp_after(n, root);
		if (n->kind == IMP_TABLE && !n->first)
			imp_cut(n);
	}
}

/* The tree without changes: taken, refused, or shown. */
static void settle(struct sense *s, enum imp_wanted wanted)
{
	struct imp_node *root = s->flow->root;
	if (wanted != IMP_SHOW)
		settle_tables(s, wanted);
	for (struct imp_node *n = root, *next; n; n = next) {
		next = imp_after(n, root);
		if (n->kind != IMP_CHANGE)
			continue;
		if (wanted == IMP_SHOW && is_gone(n)) {
			show_deleted(s, n);
		} else if (wanted != IMP_SHOW && is_gone(n) == (wanted == IMP_ACCEPT)) {
			struct imp_node *deep = n;
			while (deep->last)
				deep = deep->last;
			next = imp_after(deep, root);
			acc_changed(s->acc, wanted == IMP_ACCEPT ? "Streichung angenommen" : "Einfügung verworfen");
			sense_gone(s, n);
			imp_cut(n);
		}
	}
}

/* ---- the document ---- */

static bool styled(const struct imp_node *n, const char *const *names)
{
	if (!n || n->kind != IMP_PARA || !n->style)
		return false;
	for (; *names; names++)
		if (!strcmp(n->style, *names))
			return true;
	return false;
}

static bool is_title(const struct imp_node *n)
{
	static const char *const names[] = {"Title", "Titel", "title", NULL};
	return styled(n, names);
}

static bool is_subtitle(const struct imp_node *n)
{
	static const char *const names[] = {"Subtitle", "Untertitel", "subtitle", NULL};
	return styled(n, names);
}

/* The one heading of its level that stands above all others is the title of the document; one that is counted is the
 * first chapter, though it be the only one. */
static bool heads_all(const struct imp_node *first)
{
	bool deeper = false;
	if (!first || first->kind != IMP_HEADING || first->label)
		return false;
	for (const struct imp_node *n = first->next; n; n = n->next)
		if (n->kind == IMP_HEADING) {
			if (n->level <= first->level)
				return false;
			deeper = true;
		}
	return deeper;
}

static const struct imp_node *skip_blank(const struct imp_node *n)
{
	while (n && (n->kind == IMP_PAGE || n->kind == IMP_ANCHOR || (n->kind == IMP_PARA && !n->first)))
		n = n->next;
	return n;
}

static void put_title_of(struct sense *s, const struct imp_node *n, struct draft *angaben, const char *name)
{
	struct draft *t = draft_add(s->mem, angaben, name);
	acc_at(s->acc, n);
	s->here = t;
	sense_line(s, n, t, SENSE_TITLE);
	if (draft_empty(t))
		draft_cut(t);
}

static const char *file_title(struct sense *s)
{
	const char *base = file_base(s->path), *dot = strrchr(base, '.');
	char *t = mem_str(s->mem, base, dot && dot > base ? (size_t)(dot - base) : strlen(base));
	for (char *p = t; *p; p++)
		*p = *p == '_' ? ' ' : *p;
	return t;
}

static void need_title(struct sense *s, struct draft *angaben)
{
	if (!draft_child(angaben, "titel")) {
		const char *title = s->flow->title && bag_count(s->flow->title) ? s->flow->title : file_title(s);
		struct draft *t = draft_new(s->mem, "titel");
		draft_ours(s->mem, t, title);
		if (angaben->first)
			draft_before(angaben->first, t);
		else
			draft_put(angaben, t);
		acc_guess(s->acc, s->flow->title ? ACC_LIKELY : ACC_WEAK, "Der Titel „%s“ kommt aus %s", title,
			s->flow->title ? "den Eigenschaften der Datei" : "dem Namen der Datei");
	}
}

static void put_day_in(struct sense *s, const struct imp_node *n, struct draft *angaben)
{
	struct date d;
	if (draft_child(angaben, "stand") || !sense_date_in(sense_plain(s, n), &d) || !d.day)
		return;
	draft_set(s->mem, draft_add(s->mem, angaben, "stand"), "datum", sense_iso(s->mem, d));
	acc_guess(s->acc, ACC_LIKELY, "Der Stand ist der Tag, den die Titelfolie nennt");
}

/* The first slide: its first line is the title of all, the next, if it is short, what stands below it. */
static const struct imp_node *put_first_slide(struct sense *s, const struct imp_node *n, struct draft *angaben)
{
	enum { SHORT = 120 };
	static const char *const names[] = {"titel", "untertitel"};
	for (size_t i = 0; i < 2 && n && n->kind == IMP_PARA && strlen(sense_plain(s, n)) < SHORT; i++) {
		const struct imp_node *next = skip_blank(n->next);
		if (i && !next)
			break;                         /* the last line is what a slide shows */
		put_title_of(s, n, angaben, names[i]);
		put_day_in(s, n, angaben);
		n = next;
	}
	return n;
}

/* In a text a line by itself in front of the contents or the first chapter that is counted. */
static bool heads_text(struct sense *s, const struct imp_node *n)
{
	enum { SHORT = 100 };
	const struct imp_node *next = n->kind == IMP_PARA && n == skip_blank(s->flow->root->first) ? skip_blank(n->next)
		: NULL;
	if (s->piece || strcmp(s->flow->format, "text") != 0 || !next ||
		(next->kind != IMP_TOC && (next->kind != IMP_HEADING || !next->label)))
		return false;
	const char *text = sense_plain(s, n);
	const size_t len = strlen(text);
	return len > 3 && len < SHORT && !strchr(".:,;", text[len - 1]);
}

/* "titel" or "untertitel", if the node is one and there is none yet; NULL: it is not. */
static const char *title_name(struct sense *s, const struct imp_node *n, struct draft *angaben)
{
	const bool titled = draft_child(angaben, "titel");
	if (!titled && (is_title(n) || heads_all(n) || heads_text(s, n)))
		return "titel";
	const bool below = titled || is_title(skip_blank(n->next));
	return is_subtitle(n) && below && !draft_child(angaben, "untertitel") ? "untertitel" : NULL;
}

static bool is_title_again(struct sense *s, const struct imp_node *n, struct draft *angaben)
{
	const struct draft *t = draft_child(angaben, "titel");
	return t && t->first && !t->first->next && t->first->text && (is_title(n) || heads_all(n)) &&
		!strcmp(t->first->text, sense_house(s, sense_plain(s, n)));
}

/* Title, subtitle and what else the style of the first lines says; the node that follows. */
static const struct imp_node *put_titles(struct sense *s, struct draft *root, struct draft *angaben)
{
	const struct imp_node *n = skip_blank(s->flow->root->first);
	if (s->slides && n && n->kind == IMP_PARA && !is_title(n))
		return put_first_slide(s, n, angaben);
	for (; n; n = skip_blank(n->next)) {
		const char *name = title_name(s, n, angaben);
		if (name)
			put_title_of(s, n, angaben, name);
		else if (is_title_again(s, n, angaben))
			acc_drop_node(s->acc, "Titel wiederholt", n);
		else if (s->slides || s->plain || !sense_styled_fact(s, n, root, angaben))
			break;
	}
	return n;
}

static struct date day_of(struct sense *s)
{
	struct date d;
	char iso[11] = "";
	if (s->flow->date && strlen(s->flow->date) >= 10) {
		memcpy(iso, s->flow->date, 10);
		if (date_parse(&d, iso)) {
			acc_guess(s->acc, ACC_LIKELY, "Der Stand ist der Tag, den die Datei als ihren nennt");
			return d;
		}
	}
	acc_guess(s->acc, ACC_WEAK, "Die Datei nennt keinen Stand; er ist als offen gekennzeichnet, bitte eintragen");
	return (struct date){0};
}

/* As the schema wants them; remarks last. */
static void put_in_order(struct draft *angaben)
{
	static const char *const names[] = {"titel", "untertitel", "dachzeile", "slogan", "stand", "version",
		"verfasser",
		"verantwortlich", "herausgeber", "fachbereich", "copyright", "stelle", "vermerk"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (struct draft *c = angaben->first, *next, *end = angaben->last; c; c = next) {
			next = c == end ? NULL : c->next;
			if (draft_is(c, names[i])) {
				draft_cut(c);
				draft_put(angaben, c);
			}
		}
}

static void put_facts(struct sense *s, struct draft *root, struct draft *angaben)
{
	struct draft *stand = draft_child(angaben, "stand");
	if (!stand) {
		struct date day = day_of(s);
		stand = draft_add(s->mem, angaben, "stand");
		draft_set(s->mem, stand, day.year ? "datum" : "offen", day.year ? sense_iso(s->mem, day) : "ja");
	}
	const char *day = draft_get(stand, "datum");
	draft_set(s->mem, root, "edition", !day ? "offen" : s->slides ? day : mem_str(s->mem, day, 4));
	const struct town_office *own = s->town->name ? town_office(s->town, s->town->name) : NULL;
	draft_set(s->mem, draft_add(s->mem, angaben, "herausgeber"), "stelle", own ? own->id : "herausgeber");
	if (!own) {
		struct draft *e = draft_add(s->mem, angaben, "stelle");
		draft_set(s->mem, e, "id", "herausgeber");
		draft_ours(s->mem, draft_add(s->mem, e, "name"), s->town->name ? s->town->name : "Herausgeber (bitte "
			"eintragen)");
	}
}

static int place_of(const struct draft *d)
{
	static const char *const names[] = {"angaben", "impressum", "inhaltsverzeichnis", "grusswort", "vorwort", NULL};
	int i = 0;
	while (names[i] && !draft_is(d, names[i]))
		i++;
	return i;
}

/* Front matter stands first, each kind in its place. */
static void order_parts(struct draft *root)
{
	struct draft sorted = {0};
	for (int place = 0; root->first; place++)
		for (struct draft *c = root->first, *next; c; c = next) {
			next = c->next;
			if (place_of(c) <= place) {
				draft_cut(c);
				draft_put(&sorted, c);
			}
		}
	while (sorted.first) {
		struct draft *c = sorted.first;
		draft_cut(c);
		draft_put(root, c);
	}
}

/* A document has a chapter, also where the original says nothing or is all title. */
static void nothing(struct sense *s, struct draft *root)
{
	struct draft *k = draft_add(s->mem, root, "kapitel");
	draft_set(s->mem, k, "id", sense_id(s, "text", "text"));
	draft_ours(s->mem, draft_add(s->mem, k, "titel"), "Text");
	acc_guess(s->acc, ACC_WEAK, "Das Original hat keinen Text; das Kapitel ist leer, bitte ausfüllen oder löschen");
}

static struct draft *plain_document(struct sense *s, const char *kind)
{
	struct draft *root = draft_new(s->mem, kind), *angaben = draft_add(s->mem, root, "angaben");
	draft_set(s->mem, root, "xmlns", "urn:ratssatz:1");
	draft_set(s->mem, root, "xmlns:xi", "http://www.w3.org/2001/XInclude");
	draft_set(s->mem, root, "ort", s->town->ort);
	const struct imp_node *from = skip_blank(s->flow->root->first), *n = from;
	if (!s->plain)
		n = sense_cover(s, from, root, angaben);
	if (n == from)
		n = put_titles(s, root, angaben);
	need_title(s, angaben);
	put_facts(s, root, angaben);
	put_in_order(angaben);
	draft_set(s->mem, root, "entwurf", "ja");      /* until somebody has looked at it */
	draft_set(s->mem, root, "xml:lang", "de");
	sense_outline(s, n, root);
	if (!draft_child(root, "kapitel") && !draft_child(root, "vorwort"))
		nothing(s, root);
	sense_resolve(s);
	fields_run(s, root);
	if (!s->plain)
		sense_abbreviations(s, root);
	if (s->contents)
		draft_put(root, draft_new(s->mem, "inhaltsverzeichnis"));
	order_parts(root);
	return root;
}

/* Raised or lowered digits as signs of their own, so that "m2" and "CO2" say what they said. */
static void keep_small(struct mem *m, struct imp_node *n)
{
	struct buf b = {0};
	const char *t = n->text, *end = t + strlen(t);
	uint32_t c = ' ';
	while (t < end && c) {
		char sign[4];
		c = u8_get(&t, end);
		c = c == ' ' ? ' ' : bag_small(c, n->marks & IMP_SUB);
		buf_put(&b, sign, c ? u8_put(sign, c) : 0);
	}
	if (c) {
		n->text = mem_str(m, b.data, b.len);
		n->marks &= ~(unsigned)(IMP_SUPER | IMP_SUB);
	}
	buf_free(&b);
}

void sense_begin(struct sense *s, enum imp_wanted wanted)
{
	settle(s, wanted);
	sense_concealed(s, wanted);
	acc_take_in(s->acc, s->flow->root);
	for (struct imp_node *n = s->flow->root; n; n = imp_after(n, s->flow->root))
		if (n->kind == IMP_TEXT && n->marks & (IMP_SUPER | IMP_SUB))
			keep_small(s->mem, n);
	s->wait = draft_new(s->mem, "wait");
	s->block = sense_block;
	s->small = sense_small;
}

static bool as_minutes(struct sense *s, const struct imp_wish *w, struct sense_result *r)
{
	return !s->plain && (w->art ? !strcmp(w->art, "niederschrift") : minutes_are(s)) && minutes_run(s, r);
}

void sense_run(struct sense *s, const struct imp_wish *w, struct sense_result *r)
{
	sense_begin(s, w->changes);
	bool minutes = w->art && !strcmp(w->art, "niederschrift");
	if (as_minutes(s, w, r))
		return;
	bool wants_papers = w->art && (!strcmp(w->art, "vorlage") || !strcmp(w->art, "sitzung"));
	if (!s->plain && (wants_papers || (!w->art && papers_are(s)))) {
		papers_run(s, w->art && !strcmp(w->art, "vorlage"), r);
		return;
	}
	bool slides = w->art && !strcmp(w->art, "praesentation");
	s->slides = slides;
	s->plain |= slides;
	if (!s->plain)
		sense_labelled(s);
	r->roots[r->n] = plain_document(s, "bericht");
	if (slides)
		fields_slides(s, r->roots[r->n]);
	else if (minutes && !s->plain)
		acc_guess(s->acc, ACC_SURE, "Kein Tag einer Sitzung ist genannt; was eine Niederschrift sein "
			"soll, ist als Bericht übernommen");
	else if (w->art ? !strcmp(w->art, "konzept") : s->massnahmen > 0) {
		r->roots[r->n]->name = "konzept";
		if (!w->art)
			acc_guess(s->acc, ACC_SURE, "Das Dokument ist ein Konzept; es hat %d Maßnahmen", s->massnahmen);
	}
	r->names[r->n] = mem_fmt(s->mem, "%s.xml", r->roots[r->n]->name);
	r->n++;
}
