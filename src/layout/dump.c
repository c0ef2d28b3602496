/* dump.c: --dump=pages, every page with its pieces, and --dump=lines, every page with its lines: for tests and for
 * looking after. */
#include <string.h>

#include "figure/figure.h"
#include "layout/line.h"
#include "layout/page.h"
#include "text/text.h"

static const char *const names[] = {
	"Zeilen", "Zeichnung", "Bild", "Linie", "Fläche", "Tabellentitel", "Hinweis", "Gruppe", "Folie"};

static void put_len(struct buf *out, len_t v)
{
	buf_fmt(out, "%d.%02d", (int)(v / 1000), (int)((v < 0 ? -v : v) % 1000 / 10));
}

/* Its lines that end with a hyphen not the author's, and those that fill less than two thirds of the room though more
 * text comes. */
static void put_breaks(struct lay *l, const struct piece *v, struct buf *out)
{
	const struct para *pa = l->para[v->b->num];
	struct pen pen = {.l = l};
	int hyphens = 0, brief = 0;
	for (uint32_t i = v->first; i < v->first + v->n && i + 1 < pa->nlines; i++) {
		const struct span line = {pa->lines[i], pa->lines[i + 1]};
		struct run r = {.p = &pen, .b = v->b, .pa = pa, .seg = lay_para_seg(pa, v->b->nsegs, line.from.item)};
		int64_t gaps, glyphs, w = lay_line_width(&r, line, &gaps, &glyphs);
		hyphens += lay_line_hyphen(pa, i);
		brief += !(pa->lines[i].sub & LINE_FORCED) && 3 * w < 2LL * pa->width;
	}
	buf_str(out, " Breite ");
	put_len(out, pa->width);
	if (hyphens)
		buf_fmt(out, " Trennungen %d", hyphens);
	if (brief)
		buf_fmt(out, " kurze %d", brief);
}

static void put_piece(struct lay *l, const struct piece *v, struct buf *out)
{
	char name[8];
	buf_fmt(out, "  %s%s x ", names[v->kind], v->artifact ? " (Artefakt)" : "");
	put_len(out, v->x);
	buf_str(out, " y ");
	put_len(out, v->y + l->style->page.top);
	if (v->kind == PIECE_LINES || v->kind == PIECE_MORE) {
		buf_fmt(out, " %s #%u Zeile %u bis %u", blk_role_name(v->b, name), v->b->num, v->first + 1,
			v->first + v->n);
		put_breaks(l, v, out);
	} else {
		buf_str(out, " Breite ");
		put_len(out, v->w);
		buf_str(out, " Höhe ");
		put_len(out, v->h);
	}
	buf_chr(out, '\n');
}

struct extent { len_t x0, y0, x1, y1; bool any; };

static void extend(struct extent *e, len_t x, len_t y)
{
	e->x0 = e->any && e->x0 < x ? e->x0 : x;
	e->y0 = e->any && e->y0 < y ? e->y0 : y;
	e->x1 = e->any && e->x1 > x ? e->x1 : x;
	e->y1 = e->any && e->y1 > y ? e->y1 : y;
	e->any = true;
}

/* Paths by their extent and colour, texts by their words. */
static void put_backdrop(const struct fig_drawing *d, struct buf *out)
{
	struct extent e = {0};
	for (size_t i = 0; i < d->nops; i++) {
		const struct fig_op *o = &d->ops[i];
		if (o->kind == FIG_MOVE || o->kind == FIG_LINE || o->kind == FIG_CURVE)
			extend(&e, o->x, o->y);
		if (o->kind != FIG_PAINT && o->kind != FIG_TEXT)
			continue;
		bool text = o->kind == FIG_TEXT;
		buf_fmt(out, "  Hintergrund %s x ", text ? "Text" : o->fill ? "Fläche" : "Linie");
		put_len(out, text ? o->x : e.x0);
		buf_str(out, " y ");
		put_len(out, text ? o->y : e.y0);
		if (text) {
			buf_fmt(out, " \"%s\"\n", o->text);
			continue;
		}
		buf_str(out, " Breite ");
		put_len(out, e.x1 - e.x0);
		buf_str(out, " Höhe ");
		put_len(out, e.y1 - e.y0);
		buf_fmt(out, " #%06x\n", (unsigned)(o->fill ? o->fill_rgb : o->stroke_rgb) & 0xffffff);
		e = (struct extent){0};
	}
}

static void put_behind(const struct blk_seq *q, uint32_t page, struct buf *out)
{
	if (q && q->mark)
		buf_fmt(out, "  Streifen \"%s\"\n", q->mark);
	if (q && q->backdrop && !(q->letter && page))
		put_backdrop(q->backdrop, out);
}

static void put_share(const struct lay *l, const struct page *pg, struct buf *out)
{
	const len_t h = l->style->page.bottom - l->style->page.top;
	if (pg->look)
		buf_str(out, " quer");
	buf_fmt(out, " gefüllt %d %%, %d Zeilen%s", (int)(h > 0 ? 100LL * pg->filled / h : 0), pg->lines,
		pg->ends ? ", Schluss" : "");
}

void lay_dump(struct lay *l, struct buf *out)
{
	for (uint32_t s = 0; s < l->nseqs; s++)
		for (uint32_t k = 0; k < l->seqs[s].npages; k++) {
			lay_look_at(l, &l->seqs[s], k);
			const struct page *pg = &l->seqs[s].pages[k];
			char label[24];
			lay_label(l, (int)(l->seqs[s].first_page + k), label);
			buf_fmt(out, "Seite %u \"%s\"", l->seqs[s].first_page + k + 1, label);
			put_share(l, pg, out);
			buf_fmt(out, "%s%s\n", pg->head ? " Kopf: " : "", pg->head ? pg->head : "");
			put_behind(l->seqs[s].seq, k, out);
			for (uint32_t i = pg->first; i < pg->first + pg->n; i++)
				put_piece(l, &l->seqs[s].p.v[i], out);
		}
}

/* ---- lines */

/* Texts that follow one another on a baseline, as one line. */
struct row { bool any, up; len_t x0, x1, y, size; uint8_t artifact; struct buf words; };

static void put_row(struct row *r, struct buf *out)
{
	if (r->any) {
		buf_fmt(out, "  %s%s x ", r->up ? "Hochkant" : "Text", r->artifact ? " (Artefakt)" : "");
		put_len(out, r->x0);
		buf_str(out, " bis ");
		put_len(out, r->x1);
		buf_str(out, " y ");
		put_len(out, r->y);
		buf_str(out, " Grad ");
		put_len(out, r->size);
		buf_fmt(out, " \"%s\"\n", r->words.data ? r->words.data : "");
	}
	buf_clear(&r->words);
	r->any = false;
}

/* The words of an item, and the edges of what is seen of them: white space at a line's end takes no room. False: it is
 * nothing else. */
static bool measure(const struct lay *l, const struct lay_page *pg, const struct lay_item *it, struct row *out)
{
	int64_t units = 0, seen = 0;
	uint32_t n = 0;
	for (uint32_t i = 0; i < it->u.text.n; i++) {
		const struct lay_glyph *g = &pg->glyphs[it->u.text.first + i];
		const char *s = txt_key_text(l->txt, it->u.text.font, g->key);
		units += txt_advance(l->txt, it->u.text.font, g->key) + g->adjust;
		buf_str(&out->words, strcmp(s, "\u00AD") ? s : "-");
		if (*s == ' ')
			continue;
		seen = units;
		n = i + 1;
	}
	len_t w = lay_em(seen, it->u.text.size) + (len_t)n * it->u.text.track;
	out->x0 = it->u.text.rtl ? it->u.text.x - w : it->u.text.x;
	out->x1 = it->u.text.rtl ? it->u.text.x : it->u.text.x + w;
	out->y = it->u.text.y;
	out->size = it->u.text.size;
	out->up = it->u.text.up;
	out->artifact = it->artifact;
	return n > 0;
}

/* Begins next where the row ends, at either side, within a rounding? Then it is more of the same line. */
static bool goes_on(const struct row *r, const struct row *next)
{
	len_t near = r->size / 20 + 20, gap = next->x0 >= r->x0 ? next->x0 - r->x1 : r->x0 - next->x1;
	return r->any && !r->up && r->y == next->y && r->artifact == next->artifact && gap >= -near && gap < r->size;
}

static void put_item(struct row *r, struct row *it, bool ink, struct buf *out)
{
	if (ink && !goes_on(r, it)) {
		put_row(r, out);
		struct buf used = r->words;
		*r = *it;
		r->any = true;
		it->words = used;
		return;
	}
	buf_put(&r->words, it->words.data, it->words.len);
	if (!ink)
		return;
	r->x0 = it->x0 < r->x0 ? it->x0 : r->x0;
	r->x1 = it->x1 > r->x1 ? it->x1 : r->x1;
	r->size = it->size > r->size ? it->size : r->size;
}

void lay_dump_lines(struct lay *l, struct buf *out)
{
	struct lay_page pg = {0};
	struct row row = {0}, next = {0};
	for (int k = 0; k < lay_pages(l); k++) {
		char label[24];
		lay_label(l, k, label);
		buf_fmt(out, "Seite %d \"%s\"\n", k + 1, label);
		lay_page(l, k, &pg);
		for (size_t i = 0; i < pg.nitems; i++) {
			if (pg.items[i].kind != LAY_TEXT)
				continue;
			buf_clear(&next.words);
			bool ink = measure(l, &pg, &pg.items[i], &next);
			put_item(&row, &next, ink, out);
		}
		put_row(&row, out);
	}
	buf_free(&row.words);
	buf_free(&next.words);
	lay_page_free(&pg);
}
