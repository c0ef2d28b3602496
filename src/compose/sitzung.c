/* sitzung.c: a session's agenda (GESTALTUNG §12): form, items by part, for the public with date and signature. */
#include <string.h>

#include "compose/anlagen.h"
#include "compose/form.h"
#include "compose/grid.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/letter.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/session.h"
#include "compose/tree.h"
#include "compose/walk.h"

#define NUMBER_WIDE LEN_PT(24)
#define DRUCKSACHE_WIDE LEN_PT(62)
#define PAGE_WIDE LEN_PT(34)                       /* the page beside it */
#define TITLE_GAP LEN_PT(8)                        /* from the title to the number of the paper */
#define NUMBER_GAP LEN_PT(5)                       /* behind a number wider than usual */
#define NEVER_BROKEN LEN_PT(1)                     /* more than its width, so that it stays on a line */
#define NOTE_ABOVE LEN_PT(3.75)

/* ---- form ---- */

static const char *weekday_and_date(struct com *c, struct date day)
{
	struct buf b = {0};
	if (!day.year)
		return sty_word(c->s, "termin-offen");
	if (day.day)
		buf_fmt(&b, "%s, ", date_weekday_name(date_weekday(day)));
	date_put(&b, day);
	return com_from(c, &b);
}

static const char *place(struct com *c, const struct doc_node *n)
{
	const char *street = doc_get(n, DOC_A_STRASSE), *code = doc_get(n, DOC_A_PLZ), *town = doc_get(n, DOC_A_ORT),
		   *name = doc_get(n, DOC_A_NAME);
	struct buf b = {0};
	buf_str(&b, name ? name : "");
	if (street)
		buf_fmt(&b, "%s%s", b.len ? ", " : "", street);
	if (town)
		buf_fmt(&b, "%s%s%s%s", b.len ? ", " : "", code ? code : "", code ? "\u00A0" : "", town);
	return com_from(c, &b);
}

/* "Die Sitzung fällt aus. Der Saal ist gesperrt." */
static const char *because(struct com *c, const char *what, const char *reason)
{
	return reason ? mem_fmt(c->t->mem, "%s %s", what, reason) : what;
}

static const char *moved(struct com *c, const struct doc_sitzung *s)
{
	struct buf b = {0};
	buf_fmt(&b, "%s ", sty_word(c->s, "sitzung-verlegt"));
	date_put(&b, s->verlegt_von);
	buf_chr(&b, '.');
	return com_from(c, &b);
}

static void form(struct com *c, const struct com_session *k)
{
	const struct doc_sitzung *s = k->s;
	const struct doc_node *n = s->node;
	struct com_form f = com_form(c, n, "vorlage");
	if (s->abgesagt)
		com_form_text(c, &f, n, "absage", COM_BOLD, because(c, sty_word(c->s, "sitzung-abgesagt"), s->grund));
	com_form_text(c, &f, n, "gremium", 0, com_names(c, &s->gremien, s->datum));
	if (s->nummer)
		com_form_text(c, &f, n, "sitzung-nummer", 0, s->nummer);
	if (s->code)
		com_form_text(c, &f, n, "sitzung-code", 0, s->code);
	com_form_text(c, &f, n, "datum", COM_BOLD, weekday_and_date(c, s->datum));
	com_form_text(c, &f, n, "beginn", COM_BOLD,
		*s->beginn ? com_clock(c, s->beginn) : sty_word(c->s, "termin-offen"));
	if (s->fortsetzung_von.year)
		com_form_text(c, &f, n, "fortsetzung", 0, com_goes_on(c, s->fortsetzung_von));
	if (s->verlegt_von.year)
		com_form_text(c, &f, n, "verlegung", 0, because(c, moved(c, s), s->grund));
	if (k->intern && s->ende)
		com_form_text(c, &f, n, "ende", 0, com_clock(c, s->ende));
	com_form_text(c, &f, s->sitzungsort ? s->sitzungsort : n, "sitzungsort", 0,
		s->sitzungsort ? place(c, s->sitzungsort) : sty_word(c->s, "termin-offen"));
	const struct doc_node *notice = doc_angabe(c->doc, DOC_BEKANNTMACHUNG);
	if (notice && doc_get(notice, DOC_A_GRUND))
		com_form_text(c, &f, notice, "dringlichkeit", 0, doc_get(notice, DOC_A_GRUND));
	if (!s->hinweise)
		return;
	com_form_row(c, &f, s->hinweise, "hinweise");
	com_children(c, s->hinweise);
	com_pop(c);
}

/* ---- items ---- */

static bool shown(const struct com_session *k, const struct doc_agenda_item *it)
{
	return !it->mit && (it->nummer || it->ueberschrift || (k->intern && it->entfallen));
}

static const char *title_of(const struct com_session *k, const struct doc_agenda_item *it)
{
	const char *s = k->intern && it->titel_intern ? it->titel_intern : it->titel;
	return s ? s : "";
}

const char *com_top_title(struct com *c, const struct doc_agenda_item *it, const char *title)
{
	return it->nummer ? mem_fmt(c->t->mem, "%s %s", com_called(c, "top", it->nummer), title) : title;
}

static void add(struct buf *b, const char *s)
{
	buf_part(b, b->len ? "; " : "", s, "");
}

/* "(Entscheidung; Nachtrag; Dringlichkeit: …)": what is to be done with it, or that it was withdrawn; whether it came
 * late, and why it could not wait. */
static void put_about(struct com *c, const struct com_session *k, const struct doc_agenda_item *it)
{
	struct buf b = {0};
	if (it->node && doc_is(it->node, DOC_A_GEMISCHT, "ja"))
		add(&b, sty_word(c->s, "top-gemischt"));
	if (it->entfallen)
		add(&b, k->intern && it->grund ? com_told(c, "entfallen", it->grund) : sty_word(c->s, "entfallen"));
	else if (it->rollen_wort && *it->rollen_wort)
		add(&b, it->rollen_wort);
	if (it->nachtrag)
		add(&b, sty_word(c->s, "nachtrag"));
	if (it->nachtrag && it->dringlichkeit)
		add(&b, com_told(c, "dringlichkeit", it->dringlichkeit));
	const char *all = com_from(c, &b);
	if (*all)
		com_put_char(c, com_char(c, c->o.ch, COM_GREY), mem_fmt(c->t->mem, " (%s)", all));
}

/* Title, in the Mappe as a link; then what is said of it. */
static void put_title(struct com *c, const struct com_session *k, const struct doc_agenda_item *it,
	const struct doc_node *n, struct com_item *link)
{
	com_push(c);
	if (link)
		link->title = com_inline(c, n, BLK_LINK);
	if (it->ueberschrift)
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD), title_of(k, it));
	else
		com_put(c, title_of(k, it));
	com_pop(c);
	put_about(c, k, it);
}

/* Further papers of an item stand behind it. */
struct further { const struct doc_agenda_item *first; size_t n; };

static struct further further_of(const struct com_session *k, const struct doc_agenda_item *it)
{
	struct further f = {it + 1, 0};
	const struct doc_agenda_item *end = k->agenda->items + k->agenda->n;
	while (f.first + f.n < end && f.first[f.n].mit && f.first[f.n].drucksache)
		f.n++;
	return f;
}

static void put_drucksache(struct com *c, const struct com_session *k, const struct doc_agenda_item *it,
	const struct doc_node *n, struct com_item *link)
{
	const struct further more = further_of(k, it);
	const bool mappe = k->mappe;
	struct block *p = com_para(c, n, BLK_P, mappe ? c->style[COM_LISTE] : c->style[COM_DRUCKSACHE]);
	if (mappe)
		c->o.ch = com_char(c, c->o.ch, COM_GREY);
	com_push(c);
	if (link)
		link->number = com_inline(c, n, BLK_LINK);
	com_put(c, it->drucksache);
	com_pop(c);
	for (size_t i = 0; i < more.n; i++) {
		com_special(c, BLK_SEG_BREAK, 0);
		com_put(c, more.first[i].drucksache);
	}
	if (link) {
		com_special(c, BLK_SEG_TAB, BLK_SEG_RIGHT);
		link->page = p;
		link->seg = p->nsegs;
		struct blk_seg *page = com_special(c, BLK_SEG_PAGE, 0);
		page->owner = p;
		page->ch = com_char(c, c->o.ch, COM_BOLD);
	}
	com_end_text(c);
}

/* A long number takes what it needs, that of a further paper as well. */
static len_t drucksache_width(struct com *c, const struct com_session *k, const struct doc_agenda_item *it)
{
	const struct further more = further_of(k, it);
	const struct sty_char *ch = &c->style[COM_DRUCKSACHE]->ch;
	len_t need = com_width(c, ch, it->drucksache);
	for (size_t i = 0; i < more.n; i++) {
		const len_t w = com_width(c, ch, more.first[i].drucksache);
		need = w > need ? w : need;
	}
	need += NEVER_BROKEN;
	need = (need > DRUCKSACHE_WIDE ? need : DRUCKSACHE_WIDE) + (k->mappe ? PAGE_WIDE : 0);
	return need < c->s->page.text / 2 ? need : c->s->page.text / 2;
}

/* Several papers without a title together: that of each further one stands below, if it is another. */
static void further_titles(struct com *c, const struct com_session *k, const struct doc_agenda_item *it)
{
	const struct further more = further_of(k, it);
	const bool together = it->node && it->node->kind == DOC_TOP && doc_child(it->node, DOC_TITEL);
	for (size_t i = 0; i < more.n && !together; i++) {
		const char *title = title_of(k, &more.first[i]);
		if (!strcmp(title, title_of(k, it)))
			continue;
		com_push(c);
		com_para(c, it->node ? it->node : k->s->node, BLK_P, c->style[COM_TOPTITEL]);
		com_fmt(c, "%s: %s", more.first[i].drucksache, title);
		com_pop(c);
	}
}

/* The title and, flush right, the number of the paper. */
static void first_line(struct com *c, const struct com_session *k, const struct doc_agenda_item *it,
	const struct doc_node *n, struct com_item *link)
{
	len_t right = it->drucksache ? drucksache_width(c, k, it) : 0;
	com_push(c);
	if (right) {
		c->o.at = com_block(c, n, BLK_DIV, BLK_SIDE);
		blk_more(c->t, c->o.at)->gap = TITLE_GAP;
	}
	com_push(c);
	com_para(c, n, BLK_P, c->style[COM_TOPTITEL]);
	put_title(c, k, it, n, link);
	com_pop(c);
	if (right) {
		put_drucksache(c, k, it, n, link);
		blk_more(c->t, c->o.at->last)->w = right;
	}
	com_pop(c);
}

static void worded(struct com *c, const struct doc_node *n, const char *word, const char *said)
{
	if (said)
		com_line(c, n, BLK_P, c->style[COM_KLEIN], com_told(c, word, said));
}

static const struct doc_anlage *anlagen_of(const struct com *c, const struct doc_node *top, size_t *n)
{
	return doc_anlagen_of(c->doc, top ? doc_child(top, DOC_ANLAGEN) : NULL, n);
}

/* What belongs to an item: in the Mappe each leads to its file and to its text. */
static void anlagen(struct com *c, struct com_session *k, const struct doc_node *top)
{
	size_t n, all;
	const struct doc_anlage *a = anlagen_of(c, top, &n), *first = doc_anlagen(c->doc, &all);
	for (size_t i = 0; i < n; i++) {
		const char *word = sty_word(c->s, "anlage");
		com_push(c);
		com_para(c, a[i].node, BLK_P, c->style[COM_KLEIN]);
		const char *which = n > 1 ? com_called(c, "anlage", mem_fmt(c->t->mem, "%zu", i + 1)) : word;
		com_put(c, com_part(c, "", which, ": "));
		if (k->mappe && !a[i].entfallen)
			k->jumps[&a[i] - first] = com_anlage(c, &a[i]);
		else
			com_fmt(c, "%s%s%s", *a[i].titel ? a[i].titel : a[i].datei, a[i].oeffentlich ? "" : ", ",
				a[i].oeffentlich ? "" : sty_word(c->s, "nichtoeffentlich"));
		com_pop(c);
	}
}

/* Behind the agenda of the Mappe. */
static void anlagentexte(struct com *c, const struct com_session *k)
{
	size_t n, all;
	const struct doc_anlage *first = doc_anlagen(c->doc, &all);
	for (size_t i = 0; i < k->agenda->n; i++) {
		const struct doc_agenda_item *it = &k->agenda->items[i];
		const struct doc_anlage *a = anlagen_of(c, shown(k, it) ? it->node : NULL, &n);
		const char *of = it->nummer ? com_called(c, "top", it->nummer) : it->titel;
		for (size_t j = 0; j < n && !a->entfallen; j++)
			com_anlagentext(c, &a[j], of, k->jumps[&a[j] - first]);
	}
}

/* Who reports, what is told to the press, what belongs to it, what came of it. */
static void below(struct com *c, struct com_session *k, const struct doc_node *n)
{
	worded(c, n, "berichterstatter", doc_get(n, DOC_A_BERICHTERSTATTER));
	com_children(c, n);
	com_end_text(c);
	anlagen(c, k, n);
	worded(c, n, "presse", doc_get(n, DOC_A_PRESSE));
	if (k->intern)
		worded(c, n, "ergebnis", doc_get(n, DOC_A_ERGEBNIS));
}

/* A heading among the items, and the item above sub-items: not the last on a page. */
static bool announces(const struct com_session *k, const struct doc_agenda_item *it)
{
	const bool last = it + 1 == k->agenda->items + k->agenda->n;
	return it->ueberschrift || (!last && it[1].unter && !it->unter);
}

/* LI { Lbl, LBody { title, what the clerk wrote below it } } */
static void item(struct com *c, struct com_session *k, const struct doc_agenda_item *it, struct block *list)
{
	const struct doc_node *n = it->node ? it->node : k->s->node;
	struct com_item *link = k->items && k->papers[it - k->agenda->items] ? &k->items[it - k->agenda->items] : NULL;
	bool own = it->node && it->node->kind == DOC_TOP;
	com_push(c);
	c->o.quiet = !own;
	struct block *li = com_in(c, n, list, BLK_LI, BLK_ROW);
	if (k->mappe) {
		li->outline = true;
		li->level = it->unter ? 5 : 4;
		blk_more(c->t, li)->title = com_top_title(c, it, title_of(k, it));
	}
	com_push(c);
	com_cell(c, n, li, BLK_LBL, BLK_SCOPE_NONE);
	com_line(c, n, BLK_SPAN, c->style[COM_TOPNUMMER], it->nummer ? it->nummer : it->ueberschrift ? "" : "–");
	com_pop(c);
	com_cell(c, n, li, BLK_LBODY, BLK_SCOPE_NONE);
	c->o.body = c->style[COM_KLEIN];
	c->o.item = c->style[COM_KLEIN];
	first_line(c, k, it, n, link);
	further_titles(c, k, it);
	if (own)
		below(c, k, it->node);
	if (c->o.at->last)
		c->o.at->last->keep_next = announces(k, it);
	com_pop(c);
}

/* "Ö 12" may be wider than plain numbers; the column is the same in both parts. */
static len_t number_column(struct com *c, const struct com_session *k)
{
	len_t w = NUMBER_WIDE;
	for (size_t i = 0; c->txt && i < k->agenda->n; i++) {
		const char *s = k->agenda->items[i].nummer;
		len_t need = s ? com_width(c, &c->style[COM_TOPNUMMER]->ch, s) + NUMBER_GAP : 0;
		w = need > w ? need : w;
	}
	return w < c->s->page.text / 3 ? w : c->s->page.text / 3;
}

/* NULL: the part is empty. */
static struct block *part(struct com *c, struct com_session *k, bool public)
{
	size_t n = 0;
	for (size_t i = 0; i < k->agenda->n; i++)
		n += k->agenda->items[i].oeffentlich == public && shown(k, &k->agenda->items[i]);
	if (!n)
		return NULL;
	com_titled(c, k->s->node, 3, COM_TEIL, sty_word(c->s, public ? "teil-oeffentlich" : "teil-nichtoeffentlich"));
	com_push(c);
	c->o.quiet = true;
	struct com_grid g = com_grid(c, k->s->node, "tagesordnung", 2);
	g.grid->role = BLK_L;
	g.cols[0].fixed = number_column(c, k);
	g.cols[1].fixed = c->s->page.text - g.cols[0].fixed;
	for (size_t i = 0; i < k->agenda->n; i++)
		if (k->agenda->items[i].oeffentlich == public && shown(k, &k->agenda->items[i]))
			item(c, k, &k->agenda->items[i], g.grid);
	com_pop(c);
	return g.grid;
}

/* A note of the administration: never in what the public gets, even if it were in the tree; printed at its item only.
 */
bool com_on_vermerk(struct com *c, const struct doc_node *n)
{
	if (!c->intern)
		return false;
	struct block *b = com_block(c, n, BLK_DIV, BLK_STACK);
	b->before = NOTE_ABOVE;
	c->o.at = b;
	com_line(c, n, BLK_P, c->style[COM_LISTENTITEL], sty_word(c->s, "vermerk"))->keep_next = true;
	return true;
}

/* ---- date and signature ---- */

static const char *town_name(const struct com *c)
{
	const struct doc_node *t = com_town(c), *a = t ? doc_child(t, DOC_ANSCHRIFT) : NULL;
	return a && doc_get(a, DOC_A_ORT) ? doc_get(a, DOC_A_ORT) : c->s->town;
}

static void signed_by(struct com *c, const struct doc_node *v)
{
	if (!doc_get(v, DOC_A_AMT))
		return;
	com_push(c);
	c->o.at = com_block(c, v, BLK_DIV, BLK_STACK);
	c->o.at->before = 4 * c->s->page.grid;
	com_line(c, v, BLK_P, c->style[COM_QUELLE], sty_word(c->s, "gezeichnet"));
	if (doc_get(v, DOC_A_NAME))
		com_line(c, v, BLK_P, c->style[COM_UNTERSCHRIFT], doc_get(v, DOC_A_NAME));
	com_line(c, v, BLK_P, c->style[COM_UNTERSCHRIFT], doc_get(v, DOC_A_AMT));
	com_pop(c);
}

static void sign(struct com *c, const struct doc_sitzung *s)
{
	const struct doc_node *n = doc_angabe(c->doc, DOC_BEKANNTMACHUNG);
	n = n ? n : s->node;
	com_push(c);
	c->o.quiet = true;
	c->o.at = com_block(c, n, BLK_DIV, BLK_STACK);
	c->o.at->before = 2 * c->s->page.grid;
	c->o.at->keep = true;
	com_push(c);
	com_para(c, n, BLK_P, c->style[COM_FLIESS]);
	com_fmt(c, "%s, %s", town_name(c), com_part(c, "", sty_word(c->s, "den"), " "));
	if (s->bekanntmachung.year) {
		struct buf b = {0};
		date_put(&b, s->bekanntmachung);
		com_put(c, com_from(c, &b));
	} else {
		com_blank(c, n, sty_word(c->s, "datum"));
	}
	com_pop(c);
	/* of a joint session each body invites by its own chair */
	for (const struct doc_node *v = s->vorsitz; v; v = doc_next(v, DOC_VORSITZ))
		signed_by(c, v);
	com_pop(c);
}

/* "Integrationsrat, 31. Mai 2023" */
static const char *session_name(struct com *c, const struct doc_sitzung *s)
{
	struct buf b = {0};
	buf_str(&b, com_names(c, &s->gremien, s->datum));
	if (s->datum.year) {
		buf_str(&b, ", ");
		date_put(&b, s->datum);
	}
	return com_from(c, &b);
}

void com_tagesordnung(struct com *c, struct com_session *k)
{
	const struct doc_node *n = k->s->node;
	const char *web = com_website(c), *name = session_name(c, k->s), *foot = com_address(c),
		   *kind = sty_word(c->s, k->word);
	bool invites = k->kind == COM_BEKANNTMACHUNG;
	const char *title = !invites ? name : sty_word(c->s, k->s->abgesagt ? "absage-titel"
		: k->s->gremien.n > 1 ? "bekanntmachung-gemeinsam" : "bekanntmachung-titel");
	foot = web ? mem_fmt(c->t->mem, "%s · %s", foot, web) : foot;
	struct com_letter letter = {.kind = kind,
		.folio = k->mappe ? BLK_FOLIO_BOTH : BLK_FOLIO_OF,
		.foot = k->mappe ? mem_fmt(c->t->mem, "%s · %s", kind, foot) : foot,
		.status = k->intern                           ? sty_word(c->s, "intern")
			: invites                             ? com_names(c, &k->s->gremien, k->s->datum)
			: k->kind == COM_TAGESORDNUNG_ENTWURF ? sty_word(c->s, "entwurf")
							      : sty_word(c->s, "oeffentlich")};
	c->paper = 1;
	c->intern = k->intern;
	com_letter(c, n, &letter);
	com_push(c);
	struct block *h = com_letter_title(c, n, c->style[invites ? COM_EINLADUNG : COM_VORLAGENTITEL], title, title);
	blk_more(c->t, h)->head = mem_fmt(c->t->mem, "%s · %s", kind, name);
	com_put(c, title);
	com_pop(c);
	form(c, k);
	com_sample(c, BLK_RAND_NEXT);
	com_titled(c, n, 2, COM_H2, sty_word(c->s, "tagesordnung"));
	struct block *public = part(c, k, true), *other = part(c, k, false), *last = other ? other : public;
	if (k->signed_ && last)
		last->keep_next = true;
	if (k->signed_)
		sign(c, k->s);
	if (k->mappe)
		anlagentexte(c, k);
}
