/* pdfblocks.c: rows of a page to blocks: paragraphs, items, captions, contents; tables and columns by their zones. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "import/formats.h"
#include "import/net.h"
#include "import/pdf.h"
#include "import/pdfdoc.h"

struct region {
	struct pdf_doc *d;
	struct imp_node *to;
	const struct pdf_row *row;
	size_t n, i;
	struct imp_node *item; float item_x, text_x;   /* the last one, its label and text; NULL: none is open */
	const char *label;
};

/* ---- where a paragraph ends ---- */

static const char *first_word(const struct pdf_row *r)
{
	return r->w[0]->s;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static float gap_behind_label(const struct pdf_row *r)
{
	return r->w[1]->x0 - r->w[0]->x1;
}

static bool is_sure_sign(const char *s)
{
	return (unsigned char)*s >= 0x80 && strcmp(s, "–") && strcmp(s, "—");
}

/* Larger than the text, or bold: a heading may have a number. */
static bool stands_out(const struct region *g, const struct pdf_row *r)
{
	const struct pdf_look *body = &g->d->p.look[g->d->p.body];
	return g->to == g->d->flow->root && (r->size > body->size * 1.08f || (r->bold && !body->bold));
}

/* The next number stands below it at the same place. */
static bool counts_on(const struct region *g, size_t i)
{
	enum { FEW = 8 };
	const int no = atoi(first_word(&g->row[i]));
	for (size_t k = i + 1; no && k < g->n && k < i + FEW; k++)
		if (pdf_label(&g->row[k]) && atoi(first_word(&g->row[k])) == no + 1 &&
			fabsf(g->row[k].x0 - g->row[i].x0) < 6)
			return true;
	return false;
}

/* "2.1": a number behind a stop. */
static bool has_levels(const char *s)
{
	const char *stop = strchr(s, '.');
	return stop && is_digit(stop[1]);
}

/* Does an item begin here? A number or dash in running text is none. */
static size_t label_at(const struct region *g, size_t i, bool apart)
{
	const struct pdf_row *r = &g->row[i];
	const bool digit = is_digit(*first_word(r));
	if (!pdf_label(r) || (digit && (stands_out(g, r) || has_levels(first_word(r)))))
		return 0;
	const bool wide = gap_behind_label(r) > r->size * .55f;
	const bool again = g->item && fabsf(r->x0 - g->item_x) < 2;
	const bool hangs = i + 1 < g->n && fabsf(g->row[i + 1].x0 - r->w[1]->x0) < 1.5f;
	const bool sure = hangs || !digit || strchr(first_word(r), ')') || counts_on(g, i);
	return is_sure_sign(first_word(r)) || wide || again || (apart && sure) ? 1 : 0;
}

static bool centred(const struct pdf_row *a, const struct pdf_row *b)
{
	return fabsf(a->x0 + a->x1 - b->x0 - b->x1) < 3 && fabsf(a->x0 - b->x0) > 3;
}

/* The row begins further in than the one above, or further out than the second of a paragraph. */
static bool indents(const struct pdf_row *first, const struct pdf_row *above, const struct pdf_row *r)
{
	const float in = r->x0 - above->x0;
	if (centred(above, r) || (above == first && above->n > 1 && fabsf(r->x0 - above->w[1]->x0) < 2))
		return false;
	return above == first ? in > r->size * 2.5f || in < r->size * -4 : fabsf(in) > r->size * .8f;
}

/* Without regard of the white space between them. */
static bool parts(const struct region *g, const struct pdf_row *first, const struct pdf_row *above, const struct pdf_row
	*r)
{
	const bool early = pdf_ends_early(g->d, above, r);
	if (fabsf(above->size - r->size) > .6f || (above->bold != r->bold && early))
		return true;
	if (early && above != first && pdf_ends_sentence(above) && !centred(above, r))
		return true;
	return indents(first, above, r);
}

static bool is_apart(const struct region *g, const struct pdf_row *above, const struct pdf_row *r)
{
	return r->y1 - above->y1 > fmaxf(pdf_pitch(g->d, r->size), pdf_pitch(g->d, above->size)) * 1.2f;
}

static bool is_caption(const struct region *g, const struct pdf_row *r)
{
	struct buf b = {0};
	pdf_row_text(&g->d->p, r, &b);
	const bool is = b.data && lines_is_caption(b.data);
	buf_free(&b);
	return is;
}

/* A cell holds no tables: nothing would tell them from its own columns. */
static struct pdf_zone zone_at(const struct region *g, size_t i)
{
	if (g->to->kind == IMP_CELL)
		return (struct pdf_zone){.kind = PDF_LINES, .n = 1};
	return pdf_zone_at(&g->d->p, &g->row[i], g->n - i);
}

/* Past the rows of the paragraph that begins at i, the first with a label or not. */
static size_t end_of(const struct region *g, size_t from)
{
	size_t i = from + 1;
	for (; i < g->n; i++) {
		const struct pdf_row *r = &g->row[i], *above = r - 1;
		const bool torn = r->page != above->page || r->y0 < above->y0;
		if ((!torn && is_apart(g, above, r)) || r->sideways || above->sideways)
			break;
		if (zone_at(g, i).kind != PDF_LINES)
			break;
		if (torn && (pdf_ends_sentence(above) || pdf_ends_early(g->d, above, r)))
			break;
		if (label_at(g, i, pdf_ends_early(g->d, above, r)) || is_caption(g, r))
			break;
		const size_t skip = pdf_label(&g->row[from]);
		if (skip && g->item && fabsf(r->x0 - g->text_x) < r->size * .7f) {
			if (fabsf(above->size - r->size) > .6f)
				break;
			continue;
		}
		if (!torn && parts(g, &g->row[from], above, r))
			break;
	}
	return i;
}

/* ---- contents ---- */

static bool is_number(const char *s)
{
	const size_t n = strspn(s, "0123456789");
	return n && n < 4 && !s[n];
}

static bool has_leader(const struct pdf_row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const char *s = r->w[i]->s, *next = i + 1 < r->n ? r->w[i + 1]->s : "";
		if (strstr(s, "....") || strstr(s, "……") || (!strcmp(s, ".") && !strcmp(next, ".")))
			return true;
	}
	return false;
}

/* Words, then dots or white space, then the number of a page. */
static bool is_entry(const struct pdf_row *r)
{
	if (r->n < 2)
		return false;
	const struct pdf_word *last = r->w[r->n - 1], *before = r->w[r->n - 2];
	if (has_leader(r))
		return is_digit(last->s[strlen(last->s) - 1]);
	return is_number(last->s) && last->x0 - before->x1 > r->size * 1.5f && last->x1 > r->right - r->size * 3;
}

static size_t contents_end(const struct region *g)
{
	size_t i = g->i, entries = 0, last = g->i;
	for (; i < g->n && i < last + 3; i++) {
		if (!is_entry(&g->row[i]))
			continue;
		entries++;
		last = i + 1;
	}
	return entries >= 3 ? last : g->i;
}

static bool is_title_of_contents(const struct imp_node *n)
{
	struct buf b = {0};
	if (!n || n->kind != IMP_PARA)
		return false;
	imp_plain(n, &b);
	const bool is = b.data && b.len < 40 && (!strncmp(b.data, "Inhalt", 6) || !strncmp(b.data, "INHALT", 6));
	buf_free(&b);
	return is;
}

static void contents(struct region *g, size_t end)
{
	struct imp_node *toc = pdf_add(g->d, g->to, IMP_TOC, &g->row[g->i]), *before = toc->prev;
	if (is_title_of_contents(before))
		imp_move(before, toc);
	for (; g->i < end; g->i++) {
		const struct pdf_para p = {.row = &g->row[g->i], .n = 1};
		pdf_put(g->d, pdf_add(g->d, toc, IMP_PARA, &g->row[g->i]), &p);
	}
}

/* ---- blocks ---- */

static const char *label_text(const struct region *g, const struct pdf_row *r)
{
	return mem_dup(g->d->flow->mem, first_word(r));
}

/* Items whose labels stand further in are below. */
static int level_at(struct pdf_doc *d, float x)
{
	enum { MOST = 8 };
	while (d->nlevels && d->level[d->nlevels - 1] > x + 3)
		d->nlevels--;
	if (!d->nlevels || d->level[d->nlevels - 1] < x - 3) {
		if (d->nlevels < MOST)
			d->level[d->nlevels++] = x;
	}
	return d->nlevels;
}

static void item(struct region *g, size_t end)
{
	const struct pdf_row *r = &g->row[g->i];
	struct imp_node *n = pdf_add(g->d, g->to, IMP_ITEM, r);
	n->level = level_at(g->d, r->x0);
	n->label = label_text(g, r);
	n->typed_label = is_digit(*n->label) || strchr(n->label, ')');
	const struct pdf_para p = {.row = r, .n = end - g->i, .skip = 1};
	pdf_put(g->d, pdf_add(g->d, n, IMP_PARA, r), &p);
	g->i = end;
}

static bool all_bold(const struct region *g, size_t end)
{
	bool bold = true;
	for (size_t i = g->i; i < end; i++)
		bold &= g->row[i].bold;
	return bold;
}

static void remember(struct region *g, struct imp_node *n, size_t end)
{
	struct pdf_doc *d = g->d;
	const struct pdf_row *r = &g->row[g->i], *above = g->i && r[-1].page == r->page ? r - 1 : NULL;
	MEM_ROOM_IN(d->flow->mem, d->block, d->nblocks, d->capblocks);
	d->block[d->nblocks++] = (struct pdf_block){.node = n, .look = r->look, .page = r->page,
		.bold = all_bold(g, end), .rows = end - g->i, .x0 = r->x0,
		.above = above ? (r->y1 - above->y1) / pdf_pitch(d, r->size) - 1 : 9};
}

static void paragraph(struct region *g, size_t end)
{
	const struct pdf_row *r = &g->row[g->i];
	struct imp_node *n = pdf_add(g->d, g->to, is_caption(g, r) ? IMP_CAPTION : IMP_PARA, r);
	const bool top = g->to == g->d->flow->root;
	const struct pdf_para p = {.row = r, .n = end - g->i, .plain = all_bold(g, end)};
	pdf_put(g->d, n, &p);
	if (top && n->kind == IMP_PARA)
		remember(g, n, end);
	g->item = NULL;
	g->d->nlevels = 0;
	g->i = end;
}

/* The rows of a column, and where full ones of it end. */
static size_t column(const struct region *g, const struct pdf_zone *z, int c, struct pdf_row *to)
{
	const float from = c ? (z->gutter[c - 1].x0 + z->gutter[c - 1].x1) / 2 : -1e6f;
	const float end = c < z->ngutters ? (z->gutter[c].x0 + z->gutter[c].x1) / 2 : 1e6f;
	size_t n = 0;
	float right = -1e6f;
	for (size_t i = 0; i < z->n; i++) {
		to[n] = pdf_row_part(&g->d->p, &g->row[g->i + i], from, end);
		right = to[n].n ? fmaxf(right, to[n].x1) : right;
		n += to[n].n > 0;
	}
	for (size_t i = 0; i < n; i++)
		to[i].right = right;
	return n;
}

/* One after the other; a paragraph may go on in the next. */
static void columns(struct region *g, const struct pdf_zone *z)
{
	struct pdf_row *row = MEM_ARRAY(g->d->flow->mem, struct pdf_row, z->n * (size_t)(z->ngutters + 1) + 1);
	size_t n = 0;
	for (int c = 0; c <= z->ngutters; c++)
		n += column(g, z, c, row + n);
	g->d->blocks(g->d, g->to, row, n);
	g->i += z->n;
}

static void lines(struct region *g)
{
	const struct pdf_row *r = &g->row[g->i];
	const size_t toc = is_entry(r) ? contents_end(g) : g->i;
	if (toc > g->i) {
		contents(g, toc);
		return;
	}
	const bool apart = !g->i || is_apart(g, r - 1, r) || r[-1].page != r->page ||
		pdf_ends_early(g->d, r - 1, r);
	if (label_at(g, g->i, apart)) {
		g->item = g->to;
		g->item_x = r->x0;
		g->text_x = r->w[1]->x0;
		item(g, end_of(g, g->i));
	} else {
		struct imp_node *was = g->item;
		g->item = NULL;
		const size_t end = end_of(g, g->i);
		g->item = was;
		paragraph(g, end);
	}
}

/* ---- pages ---- */

static void furniture(struct pdf_doc *d, const struct pdf_row *r)
{
	struct imp_node *f = pdf_add(d, d->flow->root, IMP_FURNITURE, r), *p = pdf_add(d, f, IMP_PARA, r);
	struct buf b = {0};
	pdf_row_text(&d->p, r, &b);
	imp_add_text(d->flow, p, b.data ? b.data : "", b.len, 0);
	buf_free(&b);
}

/* Before what stands on that page: what is no text on those before it, and its head. */
static void arrive(struct pdf_doc *d, int page)
{
	while (d->at < page) {
		if (d->at) {
			const struct pdf_side *s = &d->side[d->at - 1];
			pdf_put_notes(d, s->notes.at, s->notes.n);
			for (size_t i = 0; i < s->foot.n; i++)
				furniture(d, &s->foot.at[i]);
			if (d->at < (int)d->p.n)
				imp_add(d->flow, d->flow->root, IMP_PAGE);
		}
		d->at++;
		for (size_t i = 0; d->at <= (int)d->p.n && i < d->side[d->at - 1].head.n; i++)
			furniture(d, &d->side[d->at - 1].head.at[i]);
	}
}

void pdf_blocks(struct pdf_doc *d, struct imp_node *to, const struct pdf_row *row, size_t n)
{
	struct region g = {.d = d, .to = to, .row = row, .n = n};
	while (g.i < n) {
		if (to == d->flow->root)
			arrive(d, row[g.i].page);
		const struct pdf_zone z = zone_at(&g, g.i);
		if (z.kind == PDF_TABLE) {
			pdf_table(d, to, row + g.i, &z);
			g.i += z.n;
		} else if (z.kind == PDF_COLUMNS) {
			columns(&g, &z);
		} else {
			lines(&g);
		}
	}
}

void pdf_put_zone(struct pdf_doc *d, const struct pdf_row *row, const struct pdf_zone *z)
{
	struct region g = {.d = d, .to = d->flow->root, .row = row, .n = z->n};
	if (z->kind == PDF_TABLE)
		pdf_table(d, g.to, row, z);
	else
		columns(&g, z);
}

/* Where full rows of running text end. */
static float right_edge(const struct pdf_doc *d, const struct pdf_rows *page)
{
	enum { WORDS = 5 };
	float text = 0, all = 0;
	for (size_t i = 0; i < page->n; i++) {
		const struct pdf_row *r = &page->at[i];
		if (r->runs)
			continue;
		all = fmaxf(all, r->x1);
		if (r->n >= WORDS && fabsf(r->size - d->p.look[d->p.body].size) < 1 && !pdf_parted(r))
			text = fmaxf(text, r->x1);
	}
	return text > 0 ? text : all;
}

static void add_row(struct pdf_doc *d, struct pdf_rows *to, const struct pdf_row *r)
{
	MEM_ROOM_IN(d->flow->mem, to->at, to->n, to->cap);
	to->at[to->n++] = *r;
}

/* The rows of a page to its text, notes, heads and feet. */
static void sort_page(struct pdf_doc *d, struct pdf_rows *page, struct pdf_rows *text, struct pdf_side *side)
{
	const float right = right_edge(d, page);
	struct pdf_rows own = {0};
	for (size_t i = 0; i < page->n; i++) {
		page->at[i].right = right;
		if (!page->at[i].runs)
			add_row(d, &own, &page->at[i]);
		else
			add_row(d, own.n ? &side->foot : &side->head, &page->at[i]);
	}
	const size_t notes = pdf_notes_at(d, own.at, own.n);
	if (notes < own.n)
		own.at[0].begins_page = own.at[own.n - notes - 1].ends_page = true;
	for (size_t i = 0; i < own.n; i++)
		add_row(d, i + notes < own.n ? text : &side->notes, &own.at[i]);
}

/* Where most rows of running text begin. */
static float left_edge(const struct pdf_doc *d, const struct pdf_rows *page, size_t n)
{
	enum { POINTS = 2000, WORDS = 5 };
	size_t *count = MEM_ARRAY(d->flow->mem, size_t, POINTS), best = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < page[i].n; k++) {
			const struct pdf_row *r = &page[i].at[k];
			if (r->n >= WORDS && r->look == d->p.body && r->x0 > 0 && r->x0 < POINTS && !pdf_parted(r))
				count[(size_t)r->x0]++;
		}
	for (size_t i = 1; i < POINTS; i++)
		best = count[i] > count[best] ? i : best;
	for (size_t i = 1; i < best; i++)                  /* cells may have more rows than the text */
		if (count[i] * 5 > count[best])
			best = i;
	return (float)best;
}

static void put_pages(struct pdf_doc *d)
{
	struct pdf_rows *page = MEM_ARRAY(d->flow->mem, struct pdf_rows, d->p.n + 1), text = {0};
	d->side = MEM_ARRAY(d->flow->mem, struct pdf_side, d->p.n + 1);
	for (size_t i = 0; i < d->p.n; i++)
		page[i] = pdf_rows_of(&d->p, i);
	pdf_find_heads(&d->p, page, d->p.n);
	pdf_find_pitch(d, page, d->p.n);
	d->p.left = left_edge(d, page, d->p.n);
	for (size_t i = 0; i < d->p.n; i++)
		sort_page(d, &page[i], &text, &d->side[i]);
	pdf_blocks(d, d->flow->root, text.at, text.n);
	arrive(d, (int)d->p.n + 1);
}

/* ---- what the programs said ---- */

struct said { const char *s; size_t n; };

static struct said part(const char *data, size_t n, const char *from, const char *to)
{
	const char *a = memmem(data, n, from, strlen(from)), *end = data + n;
	if (!a)
		return (struct said){"", 0};
	a += strlen(from);
	const char *b = to ? memmem(a, (size_t)(end - a), to, strlen(to)) : NULL;
	return (struct said){a, (size_t)((b ? b : end) - a)};
}

/* What stands between blanks and holds a letter or a digit. */
static size_t words_in(const char *s, size_t n)
{
	size_t words = 0;
	bool in = false;
	for (const char *end = s + n; s < end;) {
		const uint32_t c = u8_get(&s, end);
		if (c == 0xA0 || c <= ' ')
			in = false;
		else if (!in && (u8_is_letter(c) || u8_is_digit(c)))
			in = ++words;
	}
	return words;
}

static void by_places(struct imp_flow *f, struct pdf_doc *d, struct said boxes, struct said looks)
{
	d->p = pdf_boxes(f->mem, boxes.s, boxes.n);
	pdf_looks(&d->p, looks.s, looks.n);
	pdf_turn(&d->p);
	pdf_find_body(&d->p);
	put_pages(d);
	pdf_match_notes(f, &d->marks, &d->notes);
	pdf_find_headings(d);
}

enum imp_refusal imp_pdfpages(struct imp_flow *f, const char *data, size_t n)
{
	const struct said boxes = part(data, n, PDF_BOXES, PDF_LOOKS), looks = part(data, n, PDF_LOOKS, NULL);
	const char *begin = memmem(data, n, PDF_BOXES, strlen(PDF_BOXES));
	const size_t text = begin ? (size_t)(begin - data) : n, words = words_in(data, text);
	struct pdf_doc d = {.flow = f, .blocks = pdf_blocks, .words = lines_of(f->mem, data, text)};
	if (boxes.n)
		by_places(f, &d, boxes, looks);
	const size_t have = boxes.n ? imp_words(f->root, true) : 0;
	if (!boxes.n || have * 10 < words * 9 || have * 10 > words * 11 + 100) {      /* places do not tell its words */
		f->root->first = f->root->last = NULL;
		f->nlosses = 0;
		imp_text(f, data, text);
	} else {
		imp_net_text(f, data, text, true);
	}
	pdf_tell_letters(f, data, text);
	f->format = "pdf";
	return IMP_TAKEN;
}
