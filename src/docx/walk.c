/* walk.c: the block tree as a word processor sees it: paragraphs with a kind, tables, notes where they are marked. */
#include <string.h>

#include "base/esc.h"
#include "base/u8.h"
#include "docx/docx.h"
#include "docx/sink.h"

struct walk {
	const struct blk_tree *t;
	const struct dx_sink *s;
	int depth;                                     /* lists around */
	int list, lists; /* the one around, 0: none or one without signs of its own; so many so far */
	bool first; /* the next paragraph of the item is its first */
	bool skip_label; /* the list puts the label */
	bool page_before; /* the next paragraph begins a page */
	enum dx_kind around; /* what paragraphs of no kind of their own are */
	bool *wanted, *noted; /* per block: something points to it; its note was written */
	const struct block *part; /* heads the next heading; NULL: none */
};

void dx_write(const struct blk_tree *t, bool odf, struct buf *b)
{
	(odf ? dx_odf : dx_ooxml)(t, b);
}

const char *dx_source(const struct blk_tree *t)
{
	const char *s = t->root->file;
	return s && *s && *s != '/' && *s != '-' && strncmp(s, "../", 3) ? s : NULL;
}

void dx_escaped(struct buf *b, const char *s, size_t n)
{
	for (const char *end = s + n, *at = s; s < end; s = at) {
		while (at < end && *at != '\t' && *at != '\n' && (end - at < 3 || memcmp(at, "\u200B", 3)))
			at++;
		esc_text(b, s, (size_t)(at - s));
		if (at < end && (*at == '\t' || *at == '\n')) {
			buf_chr(b, ' ');
			at++;
		} else if (at < end) {
			at += 3;
		}
	}
}

/* ---- lists */

static bool is_label(const struct blk_seg *g)
{
	for (const struct block *o = g->owner; o; o = o->parent)
		if (o->role == BLK_LBL)
			return true;
	return false;
}

static const struct block *text_of(const struct block *item)
{
	const struct block *b = item;
	while (b && !b->nsegs)
		b = blk_walk(item, b);
	return b;
}

/* The label an item shows, without the blank or tab behind it; "": none. */
static void label_of(const struct block *item, char *out, size_t room)
{
	const struct block *p = text_of(item);
	size_t n = 0;
	for (uint32_t i = 0; p && i < p->nsegs && is_label(&p->segs[i]); i++)
		if (p->segs[i].kind == BLK_SEG_TEXT && n + p->segs[i].len < room) {
			memcpy(out + n, p->segs[i].text, p->segs[i].len);
			n += p->segs[i].len;
		}
	while (n && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
}

/* A list the program can count itself, or with one sign for all; false: its labels stay text. */
static bool read_list(const struct block *l, struct dx_list *out)
{
	char label[16], want[16];
	int n = 0;
	*out = (struct dx_list){.start = 1};
	for (const struct block *i = l->first; i; i = i->next, n++) {
		label_of(i, label, sizeof label);
		if (i->role != BLK_LI || !*label || strlen(label) >= sizeof out->sign)
			return false;
		if (!n && u8_is_digit((unsigned char)label[0])) {
			out->counts = true;
			out->start = label[0] - '0';
		}
		if (!n)
			memcpy(out->sign, label, strlen(label) + 1);
		if (out->counts) {
			struct buf b = {0};
			buf_fmt(&b, "%d.", out->start + n);
			strncpy(want, b.data, sizeof want - 1);
			want[sizeof want - 1] = '\0';
			buf_free(&b);
		}
		if (strcmp(label, out->counts ? want : out->sign))
			return false;
	}
	const char *sign = out->sign;
	return n > 0 && (out->counts || !u8_is_letter(u8_get(&sign, sign + strlen(sign))));
}

void dx_lists(const struct blk_tree *t, struct mem *m, const struct dx_list **all, int *n)
{
	struct dx_list *at = NULL, one;
	int cap = 0;
	*n = 0;
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b))
		if (b->role == BLK_L && b->flow != BLK_GRID && read_list(b, &one)) {
			MEM_ROOM_IN(m, at, *n, cap);
			at[(*n)++] = one;
		}
	*all = at;
}

/* ---- lines */

static void note(struct walk *w, const struct block *n);

static const struct block *link_of(const struct blk_chain *c)
{
	for (int i = 0; i < c->n; i++)
		if (c->at[i]->role == BLK_LINK &&
			((c->at[i]->target && c->at[i]->target->role != BLK_NOTE) || c->at[i]->more->href))
			return c->at[i];
	return NULL;
}

static struct dx_look look_of(const struct blk_seg *g, const struct block *text, const struct blk_chain *c)
{
	const struct sty_char *own = text->style ? &text->style->ch : NULL;
	struct dx_look l = {0};
	if (g->ch && own) {
		l.bold = g->ch->weight > own->weight;
		l.italic = g->ch->italic && !own->italic;
		l.raised = g->ch->rise > 0 && own->rise <= 0;
	}
	for (int i = 0; i < c->n; i++) {
		l.code = l.code || c->at[i]->role == BLK_CODE;
		l.lang = c->at[i]->lang ? c->at[i]->lang : l.lang;
	}
	return l;
}

static void put(struct walk *w, const struct block *text, const struct blk_seg *g, const struct blk_chain *c)
{
	struct dx_look l = look_of(g, text, c);
	switch ((enum blk_seg_kind)g->kind) {
	case BLK_SEG_TEXT:
	case BLK_SEG_SPACE:
		w->s->text(w->s->user, g->kind == BLK_SEG_SPACE ? " " : g->text, g->kind == BLK_SEG_SPACE ? 1 : g->len,
			&l);
		break;
	case BLK_SEG_BREAK: w->s->line(w->s->user); break;
	case BLK_SEG_TAB:   w->s->tab(w->s->user); break;
	case BLK_SEG_PAGE:  w->s->page(w->s->user, g->target); break;
	case BLK_SEG_NOTE:
		if (g->target && !w->noted[g->target->num]) {
			note(w, g->target);
		} else {
			l.raised = true;
			w->s->text(w->s->user, g->text, g->len, &l);
		}
		break;
	}
}

static void lines(struct walk *w, const struct block *text)
{
	const struct block *link = NULL;
	for (uint32_t i = 0; i < text->nsegs; i++) {
		const struct blk_seg *g = &text->segs[i];
		if (w->skip_label && is_label(g))
			continue;
		struct blk_chain c = blk_chain(g->owner);
		const struct block *now = link_of(&c);
		if (now != link && link)
			w->s->link_end(w->s->user);
		if (now != link && now)
			w->s->link(w->s->user, now->target ? NULL : now->more->href, now->target);
		link = now;
		put(w, text, g, &c);
		if (i + 1 < text->nsegs && (g->flags & BLK_SEG_RAND) && !(g[1].flags & BLK_SEG_RAND) &&
			g[1].kind != BLK_SEG_TAB)
			w->s->tab(w->s->user); /* a number that hangs in the margin */
	}
	if (link)
		w->s->link_end(w->s->user);
}

/* ---- paragraphs */

static const char *lang_of(const struct walk *w, const struct block *b)
{
	while (b && !b->lang)
		b = b->parent;
	return b && b->lang && w->t->lang && strcmp(b->lang, w->t->lang) ? b->lang : NULL;
}

static bool is_style(const struct block *b, const char *name)
{
	return b->style && b->style->name && !strcmp(b->style->name, name);
}

static int contents_level(const struct block *b)
{
	const char *s = b->style && b->style->name ? b->style->name : "";
	size_t n = strlen(s);
	return n && u8_is_digit((unsigned char)s[n - 1]) ? s[n - 1] - '0' : 1;
}

static enum dx_kind kind_of(const struct walk *w, const struct block *b)
{
	if (b->role == BLK_H)
		return DX_HEADING;
	if (w->around == DX_NOTE)
		return DX_NOTE;
	if (b->role == BLK_REFERENCE || b->role == BLK_TOCI)
		return DX_CONTENTS;
	if (is_style(b, "titel"))
		return DX_TITLE;
	if (is_style(b, "untertitel"))
		return DX_SUBTITLE;
	if (b->style && b->style->ch.role == STY_FEST)
		return DX_CODE;
	if (b->role == BLK_CAPTION)
		return DX_CAPTION;
	if (w->depth)
		return w->first && w->list ? DX_ITEM : DX_GOES_ON;
	if (is_style(b, "quelle") && w->around == DX_BODY)
		return DX_SMALL;
	return w->around;
}

static void paragraph(struct walk *w, const struct block *b)
{
	if (!b->nsegs)
		return;
	struct dx_para p = {.kind = kind_of(w, b),
		.lang = lang_of(w, b),
		.page_before = w->page_before || b->page_before,
		.keep_next = b->keep_next,
		.list = w->list};
	p.rtl = blk_rtl(p.lang ? p.lang : w->t->lang);
	p.level = p.kind == DX_HEADING  ? (b->level < 1 ? 1
							  : b->level > 6 ? 6
									 : b->level)
		: p.kind == DX_CONTENTS ? contents_level(b)
					: w->depth;
	p.anchor = w->wanted[b->num] ? b : NULL;
	p.anchor2 = w->part;
	w->part = NULL;
	w->page_before = false;
	bool skip = w->skip_label;
	w->skip_label = skip && p.kind == DX_ITEM;
	w->s->para(w->s->user, &p);
	lines(w, b);
	w->s->para_end(w->s->user);
	w->skip_label = skip;
	w->first = false;
}

static void blocks(struct walk *w, const struct block *parent);

static void note(struct walk *w, const struct block *n)
{
	struct walk was = *w;
	w->noted[n->num] = true;
	w->around = DX_NOTE;
	w->depth = w->list = 0;
	w->skip_label = true;
	w->part = NULL;
	w->page_before = false;
	w->s->note(w->s->user);
	if (n->nsegs)
		paragraph(w, n);
	blocks(w, n);
	w->s->note_end(w->s->user);
	w->around = was.around;
	w->depth = was.depth;
	w->list = was.list;
	w->first = was.first;
	w->skip_label = was.skip_label;
	w->part = was.part;
	w->page_before = was.page_before;
}

static void picture(struct walk *w, const struct block *b)
{
	struct dx_para p = {.kind = b->more->image ? DX_BODY : DX_STAND_IN,
		.page_before = w->page_before,
		.anchor = w->wanted[b->num] ? b : NULL,
		.anchor2 = w->part};
	const char *alt = b->more->alt;
	w->part = NULL;
	w->page_before = false;
	if (!b->more->image && !(alt && *alt))
		return;
	w->s->para(w->s->user, &p);
	if (b->more->image)
		w->s->image(w->s->user, b->more->image, alt ? alt : "");
	else
		w->s->text(w->s->user, alt, strlen(alt), &(struct dx_look){0});
	w->s->para_end(w->s->user);
}

/* ---- tables */

enum { COLUMNS = 63 }; /* as many as Word takes */

struct grid {
	int left[COLUMNS + 1];
	int wide[COLUMNS + 1];
}; /* rows a cell above still covers; its columns */

static int columns_of(const struct block *table)
{
	int most = 1;
	for (const struct block *r = table->first; r; r = blk_walk(table, r)) {
		int n = 0;
		for (const struct block *c = r->flow == BLK_ROW ? r->first : NULL; c; c = c->next)
			n += c->flow != BLK_CELL ? 0 : c->cell ? c->cell->colspan : 1;
		most = n > most ? n : most;
	}
	if (table->table && table->table->ncols > most)
		most = table->table->ncols;
	return most > COLUMNS ? COLUMNS : most;
}

/* Cells that go on from above, up to the next free column. */
static int covered(struct walk *w, struct grid *g, int column, int columns)
{
	while (column < columns && g->left[column] > 0) {
		struct dx_cell c = {.cols = g->wide[column] > 0 ? g->wide[column] : 1, .state = DX_GOES_ON_BELOW};
		w->s->cell(w->s->user, &c);
		w->s->cell_end(w->s->user);
		g->left[column]--;
		column += c.cols;
	}
	return column;
}

static void cell(struct walk *w, const struct block *b, const struct dx_cell *c, bool head)
{
	struct walk was = *w;
	w->around = head || b->role == BLK_TH ? DX_HEAD : DX_CELL;
	w->depth = w->list = 0;
	w->skip_label = false;
	w->s->cell(w->s->user, c);
	if (b->nsegs)
		paragraph(w, b);
	blocks(w, b);
	w->s->cell_end(w->s->user);
	w->around = was.around;
	w->depth = was.depth;
	w->list = was.list;
	w->first = was.first;
	w->skip_label = was.skip_label;
}

static void row(struct walk *w, const struct block *r, struct grid *g, int columns)
{
	bool head = r->parent->role == BLK_THEAD;
	int at = 0;
	w->s->row(w->s->user, head);
	for (const struct block *b = r->first; b; b = b->next) {
		if (b->flow != BLK_CELL)
			continue;
		at = covered(w, g, at, columns);
		int cols = b->cell ? b->cell->colspan : 1, rows = b->cell ? b->cell->rowspan : 1;
		cols = at + cols > columns ? (columns > at ? columns - at : 1) : cols;
		struct dx_cell c = {
			.cols = cols, .head = b->role == BLK_TH, .state = rows > 1 ? DX_SPANS : DX_ALONE, .rows = rows};
		cell(w, b, &c, head);
		if (at < COLUMNS) {
			g->left[at] = rows - 1;
			g->wide[at] = cols;
		}
		at += cols;
	}
	at = covered(w, g, at, columns);
	if (at < columns) {
		w->s->cell(w->s->user, &(struct dx_cell){.cols = columns - at});
		w->s->cell_end(w->s->user);
	}
	w->s->row_end(w->s->user);
}

static void table(struct walk *w, const struct block *b)
{
	struct grid g = {0};
	int columns = columns_of(b);
	for (const struct block *c = b->first; c; c = c->next)
		if (c->role == BLK_CAPTION) {
			enum dx_kind around = w->around;
			w->around = DX_CAPTION;
			if (c->nsegs)
				paragraph(w, c);
			blocks(w, c);
			w->around = around;
		}
	w->s->table(w->s->user, columns);
	for (const struct block *r = b->first; r; r = blk_walk(b, r))
		if (r->flow == BLK_ROW) {
			const struct block *up = r->parent;
			while (up->flow != BLK_GRID)
				up = up->parent;
			if (up == b) /* not a row of a table in a cell */
				row(w, r, &g, columns);
		}
	w->s->table_end(w->s->user);
}

/* ---- blocks */

static void list(struct walk *w, const struct block *b)
{
	struct walk was = *w;
	struct dx_list unused;
	bool counted = read_list(b, &unused);
	w->depth++;
	w->list = counted ? ++w->lists : 0;
	w->skip_label = counted;
	for (const struct block *i = b->first; i; i = i->next) {
		w->first = true;
		if (i->nsegs)
			paragraph(w, i);
		blocks(w, i);
	}
	w->depth = was.depth;
	w->list = was.list;
	w->first = was.first;
	w->skip_label = was.skip_label;
}

static void within(struct walk *w, const struct block *b, enum dx_kind kind)
{
	enum dx_kind around = w->around;
	w->around = around == DX_NOTE ? around : kind;
	blocks(w, b);
	w->around = around;
}

static void stack(struct walk *w, const struct block *b)
{
	if (b->role == BLK_L)
		list(w, b);
	else if (b->role == BLK_BLOCKQUOTE)
		within(w, b, DX_QUOTE);
	else if (b->role == BLK_CAPTION)
		within(w, b, DX_CAPTION);
	else if (b->more->box && b->more->box->filled)
		within(w, b, DX_BOX);
	else if (b->role == BLK_TOC) {
		w->s->contents(w->s->user, true);
		blocks(w, b);
		w->s->contents(w->s->user, false);
	} else
		blocks(w, b);
}

static void block(struct walk *w, const struct block *b)
{
	if (b->page_before || b->flow == BLK_SEQUENCE)
		w->page_before = b->parent != w->t->root || b != w->t->root->first;
	if (w->wanted[b->num] && b->flow != BLK_TEXT)
		w->part = b;
	switch ((enum blk_flow)b->flow) {
	case BLK_INLINE:
	case BLK_FOOT:    break;
	case BLK_TEXT:    paragraph(w, b); break;
	case BLK_GRID:    table(w, b); break;
	case BLK_DRAWING:
	case BLK_IMAGE:   picture(w, b); break;
	default:          stack(w, b); break;
	}
}

static void blocks(struct walk *w, const struct block *parent)
{
	for (const struct block *b = parent->first; b; b = b->next)
		block(w, b);
}

void dx_walk(const struct blk_tree *t, const struct dx_sink *s)
{
	struct mem *m = mem_new();
	struct walk w = {.t = t,
		.s = s,
		.wanted = MEM_ARRAY(m, bool, t->nblocks + 1),
		.noted = MEM_ARRAY(m, bool, t->nblocks + 1)};
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b)) {
		if (b->target)
			w.wanted[b->target->num] = true;
		for (uint32_t i = 0; i < b->nsegs; i++)
			if (b->segs[i].target)
				w.wanted[b->segs[i].target->num] = true;
	}
	blocks(&w, t->root);
	mem_free(m);
}
