/* synopse.c: two editions side by side (GESTALTUNG §13): what changed in numbers, then a table place | old | new |
 * reason by Handlungsfeld. Made of the list of changes alone; every row points to the author's place in the new
 * edition. */
#include <string.h>

#include "compare/cmp.h"
#include "compose/compose.h"
#include "compose/costs.h"
#include "compose/document.h"
#include "compose/names.h"
#include "compose/run.h"
#include "compose/tree.h"

#define SIDES_GAP LEN_MM(12)                       /* between the two tables of the summary */

struct synopse {
	const struct cmp *r;
	struct com_grid g;
	struct block *body;
	const struct block *column[4];                 /* header cells */
	const struct block *group;                     /* the group row in force, of the part; NULL: none */
	const struct doc_node *part;
	const struct sty_para *place;                  /* of the words in the first column */
};

/* "Ausgabe 2018, Stand: Januar 2018" */
static const char *edition_name(struct com *c, const struct doc *doc)
{
	struct buf b = {0};
	buf_fmt(&b, "%s %s", sty_word(c->s, "vergleich-fassung"), doc->edition ? doc->edition : "");
	return com_from(c, &b);
}

/* ---- words with their marks */

static bool in_address(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || strchr("._%+-", c);
}

static size_t mail(const char *s, size_t n)
{
	size_t k = 0, dot = 0;
	while (k < n && in_address(s[k]))
		k++;
	if (!k || k == n || s[k] != '@')
		return 0;
	for (size_t at = k++; k < n && in_address(s[k]); k++)
		dot = s[k] == '.' && k > at + 1 && k + 1 < n && in_address(s[k + 1]) ? k : dot;
	return dot ? k : 0;
}

static size_t to_blank(const char *s, size_t n)
{
	size_t k = 0;
	while (k < n && (unsigned char)s[k] > ' ' && (unsigned char)s[k] < 0x7f && !strchr("<>\"", s[k]))
		k++;
	return k;
}

static bool begins(const char *s, size_t n, const char *with)
{
	return n > strlen(with) && !memcmp(s, with, strlen(with));
}

/* Bytes of the mail or web address that begins at s; 0: none does. *scheme: what its link has before it. */
static size_t address(const char *s, size_t n, const char **scheme)
{
	bool web = begins(s, n, "https://") || begins(s, n, "http://"), www = begins(s, n, "www.");
	size_t k = web || www ? to_blank(s, n) : mail(s, n);
	*scheme = web ? "" : www ? "https://" : "mailto:";
	while (k && strchr(".,;:!?)-", s[k - 1]))
		k--;
	return k;
}

static void put_address(struct com *c, const struct sty_char *ch, const char *href, const char *s)
{
	com_push(c);
	struct block *link = com_inline(c, c->doc->root, BLK_LINK);
	blk_more(c->t, link)->href = href;
	com_put_char(c, ch, s);
	com_pop(c);
}

/* Words; addresses among them are links, as they were where they came from. */
static void put_words(struct com *c, const struct sty_char *ch, const char *s, size_t n)
{
	struct mem *m = c->t->mem;
	size_t from = 0;
	for (size_t i = 0, k; i < n; i += k) {
		const char *scheme;
		k = i && in_address(s[i - 1]) ? 0 : address(s + i, n - i, &scheme);
		if (!k) {
			k = 1;
			continue;
		}
		if (i > from)
			com_put_char(c, ch, mem_str(m, s + from, i - from));
		const char *shown = mem_str(m, s + i, k);
		put_address(c, ch, *scheme ? mem_fmt(m, "%s%s", scheme, shown) : shown, shown);
		from = i + k;
	}
	if (n > from)
		com_put_char(c, ch, mem_str(m, s + from, n - from));
}

/* Without what a reference carries for the comparison; the end of a paragraph is a break. */
static void put_piece(struct com *c, const struct sty_char *ch, const char *s, size_t n)
{
	struct buf b = {0};
	while (n) {
		const char *stop = memchr(s, *CMP_PARA, n);
		size_t k = stop ? (size_t)(stop - s) : n;
		buf_clear(&b);
		cmp_put_shown(&b, s, k);
		if (b.len)
			put_words(c, ch, b.data, b.len);
		if (stop)
			com_special(c, BLK_SEG_BREAK, 0);
		s += stop ? k + 1 : k;
		n -= stop ? k + 1 : k;
	}
	buf_free(&b);
}

static void put_marked(struct com *c, const struct doc_node *n, int flags, enum blk_change change, const char *s,
	size_t len)
{
	com_push(c);
	blk_more(c->t, com_inline(c, n, BLK_SPAN))->change = (uint8_t)change;
	put_piece(c, com_char(c, c->o.ch, flags), s, len);
	com_pop(c);
}

/* One side of a change into the open paragraph; what is not marked, with the blanks around it, is one piece. */
static void put_side(struct com *c, const struct cmp_change *k, const struct doc_node *n, bool new)
{
	const char *text = new ? k->new_text : k->old_text;
	uint32_t at = 0, end = (uint32_t)strlen(text);
	for (size_t i = 0; i < k->nruns; i++) {
		const struct cmp_run *r = &k->runs[i];
		uint32_t from = new ? r->new_at : r->old_at, len = new ? r->new_len : r->old_len;
		if (r->op == (new ? CMP_DELETED : CMP_INSERTED) || (r->op == CMP_SAME && !(k->art & CMP_MOVED)))
			continue;
		if (from > at)
			put_piece(c, c->o.ch, text + at, from - at);
		if (r->op == CMP_SAME)
			put_marked(c, n, COM_MOVED, BLK_MOVED, text + from, len);
		else if (new)
			put_marked(c, n, COM_INSERTED | COM_BOLD | COM_ACCENT, BLK_INSERTED, text + from, len);
		else
			put_marked(c, n, COM_DELETED | COM_GREY, BLK_DELETED, text + from, len);
		at = from + len;
	}
	if (end > at)
		put_piece(c, c->o.ch, text + at, end - at);
}

/* ---- the table */

static struct block *open_cell(struct com *c, struct synopse *y, const struct doc_node *n, struct block *row,
	int column)
{
	com_push(c);
	struct block *b = com_cell(c, n, row, column ? BLK_TD : BLK_TH, column ? BLK_SCOPE_NONE : BLK_SCOPE_ROW);
	const struct block **h = MEM_ARRAY(c->t->mem, const struct block *, 2);
	h[0] = y->column[column];
	h[1] = y->group;
	b->cell->headers = h;
	b->cell->nheaders = y->group ? 2 : 1;
	com_para(c, n, BLK_P, column ? c->style[COM_SYNOPSE] : y->place);
	return b;
}

static void place_cell(struct com *c, struct synopse *y, const struct cmp_change *k, const struct doc_node *n,
	struct block *row)
{
	struct buf b = {0};
	open_cell(c, y, n, row, 0);
	if (*k->place)
		com_put_char(c, com_char(c, c->o.ch, COM_BOLD | COM_ACCENT), k->place);
	cmp_put_art(&b, y->r, k);
	if (*k->place)
		com_special(c, BLK_SEG_BREAK, 0);
	com_put(c, com_from(c, &b));
	com_pop(c);
}

static void side_cell(struct com *c, struct synopse *y, const struct cmp_change *k, const struct doc_node *n,
	struct block *row, bool new)
{
	const char *text = new ? k->new_text : k->old_text;
	struct block *cell = open_cell(c, y, n, row, 1 + new);
	if (text && *text) {
		cell->lang = cmp_lang(new ? y->r->new_doc : y->r->old_doc, new ? k->new : k->old);
		put_side(c, k, n, new);
	} else {
		com_put(c, "–");
	}
	com_pop(c);
}

static const char *part_title(struct com *c, const struct doc *doc, const struct doc_node *part)
{
	if (part->kind == DOC_ANGABEN)
		return sty_word(c->s, "fundstelle-angaben");
	return part->kind == DOC_IMPRESSUM ? sty_word(c->s, "impressum") : com_part_title(c, doc, part, false);
}

/* "2.7 Ehrenamt (Fassung 2018: 2.6 Ehrenamt)" */
static void group_row(struct com *c, struct synopse *y, const struct cmp_change *k, const struct doc_node *n)
{
	const struct cmp *r = y->r;
	const struct doc_node *part = k->part_new ? k->part_new : k->part_old;
	if (part == y->part)
		return;
	y->part = part;
	const char *title = part_title(c, k->part_new ? r->new_doc : r->old_doc, part),
		   *was = k->part_old && k->part_new ? part_title(c, r->old_doc, k->part_old) : title;
	if (k->part_new && !k->part_old && r->new_pair[part->order])
		was = part_title(c, r->old_doc, r->new_pair[part->order]);
	struct block *row = com_row(c, n, y->body);
	com_push(c);
	struct block *th = com_cell(c, n, row, BLK_TH, BLK_SCOPE_NONE);
	th->cell->colspan = 4;
	th->cell->group = true;
	th->lang = cmp_lang(k->part_new ? r->new_doc : r->old_doc, part);
	com_para(c, n, BLK_P, c->style[COM_GRUPPE]);
	com_put(c, title);
	if (strcmp(was, title) && r->new_pair[part->order] == k->part_old)
		com_fmt(c, " (%s: %s)", edition_name(c, r->old_doc), was);
	com_pop(c);
	y->group = th;
}

static void change_row(struct com *c, struct synopse *y, const struct cmp_change *k)
{
	const struct doc_node *n = k->new ? k->new : k->part_new ? k->part_new : y->r->new_doc->root;
	group_row(c, y, k, n);
	struct block *row = com_row(c, n, y->body);
	place_cell(c, y, k, n, row);
	side_cell(c, y, k, n, row, false);
	side_cell(c, y, k, n, row, true);
	open_cell(c, y, n, row, 3);
	com_put(c, k->reason ? k->reason : "–");
	com_pop(c);
}

/* A place is read at a glance: its words stay whole. */
static const struct sty_para *whole_words(struct com *c, const struct sty_para *style)
{
	struct sty_para *s = MEM_NEW(c->t->mem, struct sty_para);
	*s = *style;
	s->hyphenate = false;
	return s;
}

static void changes(struct com *c, const struct cmp *r)
{
	const struct doc_node *n = r->new_doc->root;
	const char *text[4] = {sty_word(c->s, "vergleich-fundstelle"),
		mem_fmt(c->t->mem, "%s (%s)", edition_name(c, r->old_doc), sty_word(c->s, "vergleich-alt")),
		mem_fmt(c->t->mem, "%s (%s)", edition_name(c, r->new_doc), sty_word(c->s, "vergleich-neu")),
		sty_word(c->s, "vergleich-begruendung")};
	struct synopse y = {.r = r, .place = whole_words(c, c->style[COM_SYNOPSE])};
	com_push(c);
	y.g = com_grid(c, n, "synopse", 4);
	y.g.grid->place = BLK_FULL;
	com_widths(c, &y.g, "synopse", c->full);
	com_head_row(c, n, &y.g, text, y.column);
	y.body = com_in(c, n, y.g.grid, BLK_TBODY, BLK_STACK);
	for (size_t i = 0; i < r->nchanges; i++)
		change_row(c, &y, &r->changes[i]);
	com_pop(c);
}

/* ---- the summary */

static void value_row(struct com *c, const struct doc_node *n, struct block *body, const char *const *cell, int ncols)
{
	struct block *row = com_row(c, n, body);
	for (int i = 0; i < ncols; i++)
		com_text_cell(c, n, row, i ? BLK_TD : BLK_TH, COM_TABELLE, cell[i]);
}

static struct block *small_table(struct com *c, const struct doc_node *n, const char *const *text, int ncols)
{
	struct com_grid g = com_grid(c, n, "daten", ncols);
	g.grid->place = BLK_AXIS;
	g.grid->before = 0;
	for (int i = 0; i < ncols; i++)
		g.cols[i].align = i ? STY_RECHTS : STY_FLATTER;
	com_head_row(c, n, &g, text, NULL);
	return com_in(c, n, g.grid, BLK_TBODY, BLK_STACK);
}

static void counts(struct com *c, const struct cmp *r)
{
	static const char *const words[] = {"vergleich-neu", "vergleich-geaendert", "vergleich-entfallen",
		"vergleich-verschoben", "vergleich-unveraendert"};
	const struct cmp_count *m = &r->massnahmen, *a = &r->all;
	const uint32_t v[5][2] = {{m->fresh, a->fresh}, {m->changed, a->changed}, {m->gone, a->gone},
		{m->moved, a->moved}, {m->same, a->same}};
	const struct doc_node *n = r->new_doc->root;
	const char *text[3] = {sty_word(c->s, "vergleich-aenderungen"), sty_word(c->s, "massnahmen"),
		sty_word(c->s, "vergleich-stellen")};
	com_push(c);
	struct block *body = small_table(c, n, text, 3);
	for (int i = 0; i < 5; i++) {
		const char *cell[3] = {
			sty_word(c->s, words[i]), mem_fmt(c->t->mem, "%u", v[i][0]), mem_fmt(c->t->mem, "%u", v[i][1])};
		value_row(c, n, body, cell, 3);
	}
	com_pop(c);
}

static void sum_row(struct com *c, const struct doc_node *n, struct block *body, const char *name,
	const struct cmp_sum *s)
{
	money_t more = s->new.value - s->old.value;
	const char *apart = mem_fmt(c->t->mem, "%s%s",
		more > 0           ? "+"
			: more < 0 ? "−"
				   : "",
		com_euro(c, more < 0 ? -more : more));
	const char *cell[4] = {name, com_euro(c, s->old.value), com_euro(c, s->new.value), apart};
	value_row(c, n, body, cell, 4);
}

static void sums(struct com *c, const struct cmp *r)
{
	const struct doc_node *n = r->new_doc->root;
	const char *text[4] = {sty_word(c->s, "kosten"), edition_name(c, r->old_doc), edition_name(c, r->new_doc),
		sty_word(c->s, "vergleich-differenz")};
	com_push(c);
	struct block *body = small_table(c, n, text, 4);
	for (size_t i = 0; i < r->nyears; i++)
		sum_row(c, n, body,
			r->years[i].year ? mem_fmt(c->t->mem, "%s\u00A0%d", sty_word(c->s, "vergleich-haushaltsjahr"),
						   r->years[i].year)
					 : sty_word(c->s, "ohne-jahr"),
			&r->years[i]);
	sum_row(c, n, body, sty_word(c->s, "summe-einmalig"), &r->once);
	sum_row(c, n, body, sty_word(c->s, "summe-jaehrlich"), &r->yearly);
	com_pop(c);
}

/* ---- the whole */

static struct block *heading(struct com *c, const struct doc_node *n, int level, const char *word)
{
	struct block *h =
		com_line(c, n, BLK_H, c->style[level == 1 ? COM_VORLAGENTITEL : COM_H2], sty_word(c->s, word));
	h->level = (uint8_t)level;
	h->keep_next = h->outline = true;
	blk_more(c->t, h)->title = sty_word(c->s, word);
	return h;
}

/* "neu  entfallen  verschoben  Die Art der Änderung steht auch in Spalte 1." */
static void legend(struct com *c, const struct doc_node *n)
{
	static const struct {
		const char *word;
		int flags;
		enum blk_change change;
	} rows[] = {{"vergleich-neu", COM_INSERTED | COM_BOLD | COM_ACCENT, BLK_INSERTED},
		{"vergleich-entfallen", COM_DELETED | COM_GREY, BLK_DELETED},
		{"vergleich-verschoben", COM_MOVED, BLK_MOVED}};
	com_push(c);
	com_para(c, n, BLK_P, c->style[COM_LEGENDE])->keep_next = true;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *word = sty_word(c->s, rows[i].word);
		put_marked(c, n, rows[i].flags | COM_NO_BAR, rows[i].change, word, strlen(word));
		com_put(c, " \u2003");
	}
	com_put_char(c, com_char(c, c->o.ch, COM_GREY), sty_word(c->s, "vergleich-legende"));
	com_pop(c);
}

static void facts(struct com *c, const struct cmp *r)
{
	const struct doc *both[2] = {r->new_doc, r->old_doc};
	const char *head = mem_fmt(c->t->mem, "%s %s · %s %s %s", sty_word(c->s, "vergleich-titel"),
		com_plain(c, doc_angabe(r->new_doc, DOC_TITEL)), edition_name(c, r->old_doc),
		sty_word(c->s, "vergleich-gegenueber"), edition_name(c, r->new_doc));
	com_facts(c);
	com_attach(c, both, 2, false);
	c->t->title = head;
	c->t->compared = true;
	com_sequence(c, STY_ARABISCH_ZAHL)->head = head;
	c->o.at = c->seq;
}

/* Side by side, so that the changes begin on the first page. */
static void summary(struct com *c, const struct cmp *r, const struct doc_node *n)
{
	heading(c, n, 2, "vergleich-zusammenfassung");
	com_push(c);
	struct block *side = com_block(c, n, BLK_DIV, BLK_SIDE);
	blk_more(c->t, side)->gap = SIDES_GAP;
	c->o.at = com_in(c, n, side, BLK_DIV, BLK_STACK);
	counts(c, r);
	c->o.at = com_in(c, n, side, BLK_DIV, BLK_STACK);
	if (r->once.old.n || r->once.new.n || r->yearly.old.n || r->yearly.new.n)
		sums(c, r);
	com_pop(c);
}

struct blk_tree *com_synopse(const struct cmp *r, const struct style *s, struct txt *txt, struct diag *d)
{
	struct com c;
	const struct doc_node *n = r->new_doc->root;
	com_begin(&c, r->new_doc, s, txt, d);
	com_open(&c, r->new_doc);
	facts(&c, r);
	c.o.quiet = true;                              /* all of it shows nodes from elsewhere */
	c.o.at = com_in(&c, n, c.seq, BLK_SECT, BLK_STACK);
	heading(&c, n, 1, "vergleich-synopse");
	summary(&c, r, n);
	heading(&c, n, 2, "vergleich-aenderungen");
	if (r->nchanges) {
		legend(&c, n);
		changes(&c, r);
	} else {
		com_line(&c, n, BLK_P, c.style[COM_FLIESS], sty_word(s, "vergleich-keine"));
	}
	com_close(&c);
	return com_finish(&c);
}
