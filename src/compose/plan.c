/* plan.c: what the Massnahmen amount to, seen another way: by due year (Massnahmenplan), by Stelle (Stellenplan),
 * against the edition before (Umsetzungsstand). Generated, never typed; each line leads back to its Handlungsfeld. */
#include <stdlib.h>
#include <string.h>

#include "compose/costs.h"
#include "compose/kinds.h"
#include "compose/link.h"
#include "compose/names.h"
#include "compose/tree.h"
#include "model/grid.h"

const char *com_lead(struct com *c, const struct doc_massnahme *m)
{
	const struct doc_node *b = doc_child(m->beteiligte, DOC_BETEILIGT);
	for (const struct doc_node *x = b; x; x = doc_next(x, DOC_BETEILIGT))
		if (doc_get(x, DOC_A_STELLE))
			return com_stelle(c, x);
	return b ? com_plain(c, b) : NULL;
}

struct com_grid com_titled_table(struct com *c, const struct doc_node *n, struct com_titled t)
{
	struct com_grid g = com_grid(c, n, t.style, t.ncols);
	g.grid->place = BLK_FULL;
	g.table->hints = true;
	com_caption(c, n, &g, t.number, NULL, t.title);
	com_head_row(c, n, &g, t.text, NULL);
	return g;
}

/* words: of its head; NULL ends them */
static struct com_grid plan_table(struct com *c, const struct doc_node *n, const char *style, const char *title,
	const char *const *words)
{
	const char *text[DOC_GRID_COLUMNS];
	int ncols = 0;
	for (; words[ncols]; ncols++)
		text[ncols] = sty_word(c->s, words[ncols]);
	return com_titled_table(c, n, (struct com_titled){style, n->number, sty_word(c->s, title), text, ncols});
}

static void text_cell(struct com *c, const struct doc_node *n, struct block *row, enum blk_role role, const char *s)
{
	com_text_cell(c, n, row, role, COM_TABELLE, s && *s ? s : "–");
}

/* "2.5 Begegnung", a link; that of the edition before leads nowhere. */
static void put_feld(struct com *c, const struct doc_massnahme *m, bool old)
{
	const struct doc_node *f = m->feld ? m->feld : m->node;
	struct open o = c->o;
	if (!old)
		com_link_to(c, com_inline(c, f, BLK_LINK), f);
	com_put(c, com_part_title(c, c->doc, f, true));
	c->o = o;
}

/* The Handlungsfeld above the aim; n: whose place it has. */
static void massnahme_cell(struct com *c, const struct doc_massnahme *m, struct block *row, const struct doc_node *n)
{
	bool old = n != m->node;
	com_push(c);
	com_cell(c, n, row, BLK_TH, BLK_SCOPE_ROW);
	if (m->feld) {
		com_push(c);
		com_para(c, old ? n : m->feld, BLK_P, c->style[COM_SUMME])->keep_next = true;
		put_feld(c, m, old);
		com_pop(c);
	}
	com_line(c, n, BLK_P, c->style[COM_TABELLE], m->ziel ? com_plain(c, m->ziel) : sty_word(c->s, "keine-angabe"));
	com_pop(c);
}

/* ---- by due year ---- */

struct due { const struct doc_massnahme *m; int rank; };

/* What runs on comes after all years, what says nothing last. */
enum { RUNS_ON = 10000, SAYS_NOTHING };

static int rank_of(const struct doc_massnahme *m)
{
	return m->faellig ? m->faellig : m->klasse && !strcmp(m->klasse, "laufend") ? RUNS_ON : SAYS_NOTHING;
}

static int by_rank(const void *a, const void *b)
{
	const struct due *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->m < y->m ? -1 : x->m > y->m;
}

bool com_on_massnahmenplan(struct com *c, const struct doc_node *n)
{
	const char *words[] = {"faellig", "massnahme", "zustaendig", "status", NULL};
	size_t nm, k = 0;
	bool told = false;                             /* a first edition has no status: no column then */
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &nm);
	struct due *due = MEM_ARRAY(c->t->mem, struct due, nm + 1);
	for (size_t i = 0; i < nm; i++)
		if (doc_goes_on(&m[i])) {
			due[k++] = (struct due){&m[i], rank_of(&m[i])};
			told |= m[i].status != DOC_S_UNGESAGT;
		}
	if (!k)
		return false;
	if (!told)
		words[3] = NULL;
	qsort(due, k, sizeof *due, by_rank);
	struct com_grid g = plan_table(c, n, "daten", "massnahmenplan", words);
	com_widths(c, &g, "massnahmenplan", c->full);
	c->o.quiet = true;
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < k; i++) {
		const struct doc_massnahme *x = due[i].m;
		struct block *row = com_row(c, x->node, body);
		text_cell(c, x->node, row, BLK_TD,
			due[i].rank < RUNS_ON ? mem_fmt(c->t->mem, "%d", due[i].rank)
					    : sty_word(c->s, due[i].rank == RUNS_ON ? "laufend" : "ohne-frist"));
		massnahme_cell(c, x, row, x->node);
		text_cell(c, x->node, row, BLK_TD, com_lead(c, x));
		if (told)
			text_cell(c, x->node, row, BLK_TD, doc_status_word(&c->words, x->status));
	}
	return false;
}

/* ---- by Stelle ---- */

struct part { const char *name; int64_t rank; const struct doc_massnahme *m; };

static int by_name(const void *a, const void *b)
{
	const struct part *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	int k = strcmp(x->name, y->name);
	return k ? k : x->m < y->m ? -1 : x->m > y->m;
}

/* In the order of the directory, free groups after it by name. */
static struct part part_of(struct com *c, const struct doc_massnahme *m, const struct doc_node *b)
{
	const char *id = doc_get(b, DOC_A_STELLE);
	const struct doc_stelle *s = id ? doc_stelle(c->doc, id) : NULL;
	return (struct part){s ? s->name : com_plain(c, b), s && s->node ? s->node->order : INT64_MAX, m};
}

static size_t parts_of(struct com *c, struct part **out)
{
	size_t nm, n = 0, k = 0;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &nm);
	for (size_t i = 0; i < nm; i++)
		for (const struct doc_node *b = doc_child(m[i].beteiligte, DOC_BETEILIGT); b;
			b = doc_next(b, DOC_BETEILIGT))
			n++;
	struct part *p = *out = MEM_ARRAY(c->t->mem, struct part, n + 1);
	for (size_t i = 0; i < nm; i++)
		for (const struct doc_node *b = doc_child(m[i].beteiligte, DOC_BETEILIGT); b && doc_goes_on(&m[i]);
			b = doc_next(b, DOC_BETEILIGT)) {
			p[k] = part_of(c, &m[i], b);
			k += *p[k].name != '\0';
		}
	qsort(p, k, sizeof *p, by_name);
	return k;
}

bool com_on_stellenplan(struct com *c, const struct doc_node *n)
{
	static const char *const words[] = {"stelle", "beteiligt-an", NULL};
	struct part *p;
	size_t k = parts_of(c, &p);
	if (!k)
		return false;
	struct com_grid g = plan_table(c, n, "daten", "stellenplan", words);
	com_widths(c, &g, "stellenplan", c->full);
	c->o.quiet = true;
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < k;) {
		const char *name = p[i].name;
		struct block *row = com_row(c, n, body);
		text_cell(c, n, row, BLK_TH, name);
		com_push(c);
		com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
		com_para(c, n, BLK_P, c->style[COM_TABELLE]);
		const struct doc_node *last = NULL;
		for (; i < k && !strcmp(p[i].name, name); i++) {
			const struct doc_node *f = p[i].m->feld ? p[i].m->feld : p[i].m->node;
			if (f == last)
				continue;
			if (last)
				com_special(c, BLK_SEG_BREAK, 0);
			put_feld(c, p[i].m, false);
			last = f;
		}
		com_pop(c);
	}
	return false;
}

/* ---- against the edition before ---- */

/* "fällig 2020", "50.000,00 Euro einmalig" one below the other */
static void facts_cell(struct com *c, const struct doc_massnahme *m, struct block *row, const struct doc_node *n)
{
	com_push(c);
	com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	com_para(c, n, BLK_P, c->style[COM_TABELLE]);
	if (m)
		com_kosten(c, &m->kosten, false);
	else
		com_put(c, "–");
	if (m && m->faellig) {
		if (c->o.text->nsegs) {
			com_put(c, ";");
			com_special(c, BLK_SEG_BREAK, 0);
		}
		com_fmt(c, "%s%d", com_part(c, "", sty_word(c->s, "bis"), " "), m->faellig);
	}
	com_pop(c);
}

static void stand_row(struct com *c, struct block *body, const struct doc_massnahme *now,
	const struct doc_massnahme *before, const struct doc_node *n)
{
	struct block *row = com_row(c, n, body);
	massnahme_cell(c, now ? now : before, row, n);
	facts_cell(c, before && doc_goes_on(before) ? before : NULL, row, n);
	facts_cell(c, now && doc_goes_on(now) ? now : NULL, row, n);
	com_push(c);
	struct block *td = com_cell(c, n, row, BLK_TD, BLK_SCOPE_NONE);
	const char *status = !now ? sty_word(c->s, "nicht-mehr")
		: now->status     ? doc_status_word(&c->words, now->status)
		: before          ? "–"
				  : doc_status_word(&c->words, DOC_S_NEU);
	com_cell_text(c, n, td, c->style[COM_SUMME], status);
	if (now && now->grund)
		com_cell_text(c, n, td, c->style[COM_TABELLE], now->grund);
	com_pop(c);
}

static const struct doc_massnahme *same(const struct doc *in, const struct doc_massnahme *m)
{
	const char *id = doc_get(m->node, DOC_A_ID);
	const struct doc_node *n = in && id ? doc_by_id(in, id) : NULL;
	return n ? doc_massnahme(in, n) : NULL;
}

/* "Fassung 2018"; without a year the town's word */
static const char *edition(struct com *c, const struct doc *doc, const char *word)
{
	const char *year = doc ? doc->edition : NULL;
	return year && *year ? com_called(c, "vergleich-fassung", year)
			     : sty_word(c->s, word);
}

/* All of this edition, then those of the one before that are gone: there the text is the old one. */
bool com_on_umsetzungsstand(struct com *c, const struct doc_node *n)
{
	const struct doc *old = c->doc->vorgaenger;
	const char *text[] = {sty_word(c->s, "massnahme"), edition(c, old, "vorige-ausgabe"),
		edition(c, c->doc, "heute"), sty_word(c->s, "status")};
	size_t nm, no = 0;
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &nm), *o = old ? doc_massnahmen(old, &no) : NULL;
	if (!nm && !no)
		return false;
	struct com_grid g = com_titled_table(c, n,
		(struct com_titled){"daten", n->number, sty_word(c->s, "umsetzungsstand"), text, 4});
	com_widths(c, &g, "umsetzungsstand", c->full);
	c->o.quiet = true;
	struct block *body = com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < nm; i++)
		stand_row(c, body, &m[i], same(old, &m[i]), m[i].node);
	const struct doc *now = c->doc;
	for (size_t i = 0; i < no; i++)
		if (!same(now, &o[i]))
			stand_row(c, body, NULL, &o[i], n);
	return false;
}
