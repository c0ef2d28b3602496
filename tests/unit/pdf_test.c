// without: layout
/* pdf_test.c: the PDF room on a layout that sets every text block as one line: structure, lost text, links,
 * pictures, notation. veraPDF judges whole documents elsewhere. Fonts and tables: $O/share/fonts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"
#include "pdf/picture.h"
#include "pdf/syntax.h"

/* ---- the layout: one page, one line per text block; "verloren" is not set */

struct lay {
	const struct blk_tree *tree;
	struct txt *txt;
	bool *placed;
};

static void place(struct lay *l, const struct block *b)
{
	for (; b; b = b->parent)
		l->placed[b->num] = true;
}

static void set_block(struct lay *l, const struct block *b)
{
	for (uint32_t i = 0; i < b->nsegs; i++)
		if (b->segs[i].owner && (b->segs[i].len < 8 || memcmp(b->segs[i].text, "verloren", 8)))
			place(l, b->segs[i].owner);
	if (b->flow == BLK_IMAGE)
		place(l, b);
}

static struct lay *lay_fake(const struct blk_tree *t, struct txt *txt)
{
	struct lay *l = mem_alloc(sizeof *l);
	*l = (struct lay){t, txt, mem_alloc(t->nblocks + 1)};
	memset(l->placed, 0, t->nblocks + 1);
	for (const struct block *b = t->root; b; b = blk_walk(t->root, b))
		set_block(l, b);
	return l;
}

void lay_free(struct lay *l)
{
	free(l->placed);
	free(l);
}

int lay_pages(const struct lay *l)
{
	return l->tree->root->first != NULL;
}

void lay_page_size(const struct lay *l, int page, len_t *w, len_t *h)
{
	(void)l;
	(void)page;
	*w = LEN_PT(595.276);
	*h = LEN_PT(841.89);
}

void lay_label(const struct lay *l, int page, char out[24])
{
	(void)l;
	(void)page;
	strcpy(out, "iv");
}

bool lay_place(const struct lay *l, const struct block *b, int *page, len_t *y)
{
	*page = 0;
	*y = LEN_PT(100);
	return l->placed[b->num];
}

bool lay_left_out(const struct lay *l, const struct blk_seg *segs, uint32_t n, uint32_t i)
{
	(void)l, (void)segs, (void)n, (void)i;
	return false;
}

struct lay_span lay_span(const struct lay *l, const struct block *b)
{
	(void)l;
	const struct block *text = b;
	while (text->flow == BLK_INLINE)
		text = text->parent;
	return (struct lay_span){0, text->nsegs};
}

int lay_last_page(const struct lay *l, const struct block *b)
{
	return l->placed[b->num] ? 0 : -1;
}

static struct lay_item *add(struct lay_page *p, uint8_t kind, const struct block *owner)
{
	p->items = mem_realloc(p->items, (p->nitems + 1) * sizeof *p->items);
	struct lay_item *it = &p->items[p->nitems++];
	*it = (struct lay_item){.kind = kind, .owner = owner};
	return it;
}

static void add_text(struct lay *l, struct lay_page *p, const struct blk_seg *s, len_t y)
{
	const struct txt_word *w = txt_word(l->txt, txt_face(l->txt, s->ch), "de", s->text, s->len);
	struct lay_item *it = add(p, LAY_TEXT, s->owner);
	it->u.text.font = w->runs[0].font;
	it->u.text.size = s->ch->size;
	it->u.text.x = LEN_PT(70);
	it->u.text.y = y;
	it->u.text.first = (uint32_t)p->nglyphs;
	it->u.text.n = w->nglyphs;
	p->glyphs = mem_realloc(p->glyphs, (p->nglyphs + w->nglyphs) * sizeof *p->glyphs);
	for (int i = 0; i < w->nglyphs; i++)
		p->glyphs[p->nglyphs++] = (struct lay_glyph){w->glyphs[i].key, (int16_t)(i == 0 ? 25 : 0)};
}

void lay_page(struct lay *l, int page, struct lay_page *p)
{
	(void)page;
	p->nitems = p->nglyphs = 0;
	for (const struct block *b = l->tree->root; b; b = blk_walk(l->tree->root, b)) {
		for (uint32_t i = 0; i < b->nsegs; i++)
			if (b->segs[i].owner && l->placed[b->segs[i].owner->num])
				add_text(l, p, &b->segs[i], LEN_PT(100));
		if (b->role == BLK_LINK)
			add(p, LAY_LINK, b)->u.link.w = LEN_PT(50);
		if (b->flow == BLK_IMAGE) {
			struct lay_item *it = add(p, LAY_IMAGE, b);
			it->u.image.image = b->more->image;
			it->u.image.w = it->u.image.h = LEN_PT(100);
		}
	}
}

void lay_page_free(struct lay_page *p)
{
	free(p->items);
	free(p->glyphs);
}

/* ---- a document */

struct set {
	struct diag *diag;
	struct mem *mem;
	struct style style;
	struct txt *txt;
	struct blk_tree tree;
	struct sty_char ch;
	char path[64];
};

static struct block *part(struct set *s, struct block *parent, enum blk_role role, enum blk_flow flow, const char *text)
{
	struct block *b = blk_add(&s->tree, parent, role, flow, "quelle.xml", 7), *t = b;
	while (t->flow == BLK_INLINE)
		t = t->parent;
	if (text)
		blk_seg(&s->tree, t,
			(struct blk_seg){.kind = BLK_SEG_TEXT,
				.owner = b,
				.ch = &s->ch,
				.text = text,
				.len = (uint32_t)strlen(text)});
	return b;
}

static int set_up(void **state)
{
	struct set *s = calloc(1, sizeof *s);
	const char *o = getenv("O");
	s->ch = (struct sty_char){.role = STY_TEXT, .weight = 400, .size = 10000};
	s->diag = diag_new();
	s->mem = mem_new();
	s->style.file = "gestaltung.xml";
	s->txt = txt_open(&s->style, mem_fmt(s->mem, "%s/share/fonts", o ? o : "out"), s->diag);
	if (!s->txt)
		return -1;
	s->tree = (struct blk_tree){.mem = mem_new(), .lang = "de", .title = "Prüfung", .stand = {2018, 2, 0}};
	s->tree.root = part(s, NULL, BLK_DOCUMENT, BLK_STACK, NULL);
	strcpy(s->path, "/tmp/pdf_test-XXXXXX");
	close(mkstemp(s->path));
	*state = s;
	return 0;
}

static int tear_down(void **state)
{
	struct set *s = *state;
	unlink(s->path);
	txt_close(s->txt);
	mem_free(s->tree.mem);
	mem_free(s->mem);
	diag_free(s->diag);
	free(s);
	return 0;
}

/* The file's bytes, NUL-terminated; NULL if it was refused. */
static char *written(struct set *s, bool object_streams, size_t *size)
{
	struct pdf_options o = {.producer = "test", .object_streams = object_streams};
	struct file_map m;
	if (!s->tree.nblocks)
		blk_number(&s->tree);
	struct lay *l = lay_fake(&s->tree, s->txt);
	struct file_out *f = file_create(s->path, s->diag);
	bool ok = pdf_write(&s->tree, l, s->txt, &o, f, s->diag);
	lay_free(l);
	if (!ok) {
		file_drop(f);
		return NULL;
	}
	assert_true(file_commit(f, s->diag));
	assert_true(file_map(&m, s->path, s->diag));
	char *data = mem_str(s->mem, m.data, m.size);
	*size = m.size;
	file_unmap(&m);
	return data;
}

static bool holds(const char *data, size_t n, const char *what)
{
	return memmem(data, n, what, strlen(what)) != NULL;
}

static void structure(void **state)
{
	struct set *s = *state;
	struct block *p = part(s, s->tree.root, BLK_P, BLK_TEXT, "Erst");
	struct block *a = part(s, p, BLK_LINK, BLK_INLINE, "Netz"),
		     *h = part(s, s->tree.root, BLK_H, BLK_TEXT, "Schluss");
	blk_more(&s->tree, a)->href = "https://example.org/ä b(1)";
	blk_seg(&s->tree, p,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = p, .ch = &s->ch, .text = "danach", .len = 6});
	h->level = 2;
	h->outline = true;
	h->lang = "en";
	blk_more(&s->tree, h)->title = "Maß\xC2\xADnahme";
	size_t n, n2, n3;
	char *data = written(s, false, &n);
	assert_non_null(data);
	assert_memory_equal(data, "%PDF-1.7\n", 9);
	assert_true(holds(data, n, "/URI(https://example.org/%C3%A4%20b\\(1\\))"));
	assert_true(holds(data, n, "(Netz \\(") || holds(data, n, "/Contents<FEFF004E00650074007A0020"));
	assert_true(holds(data, n, "/S/H2/P"));
	assert_true(holds(data, n, "/Lang(en)"));
	assert_true(holds(data, n, "FEFF004D006100DF006E00610068006D0065"));
	assert_true(holds(data, n, "D:20180228120000Z"));
	assert_true(holds(data, n, "/S/r/St 4"));
	const char *again = written(s, false, &n2), *small = written(s, true, &n3);
	assert_int_equal(n, n2);
	assert_memory_equal(data, again, n);
	assert_non_null(small);
	assert_true(n3 < n);
}

/* Kids of a paragraph: its own words, the link with words and annotation, its own words again. */
static void kids_in_reading_order(void **state)
{
	struct set *s = *state;
	struct block *p = part(s, s->tree.root, BLK_P, BLK_TEXT, "Erst"),
		     *a = part(s, p, BLK_SPAN, BLK_INLINE, "mitten");
	blk_more(&s->tree, a)->expansion = "in der Mitte";
	blk_seg(&s->tree, p,
		(struct blk_seg){.kind = BLK_SEG_TEXT, .owner = p, .ch = &s->ch, .text = "danach", .len = 6});
	size_t n;
	char *data = written(s, false, &n), *at = memmem(data, n, "/S/P/P", 6);
	assert_non_null(at);
	at = strstr(at, "/K[0 ");
	assert_non_null(at);
	at = strstr(at + 5, " 0 R 2 ]");
	assert_non_null(at);
	assert_true(holds(data, n, "/K[1 ]/E(in der Mitte)"));
}

static void no_page(void **state)
{
	struct set *s = *state;
	size_t n;
	assert_null(written(s, false, &n));
	assert_string_equal(diag_sorted(s->diag, &n)->code, "PDF");
}

static void lost_text(void **state)
{
	struct set *s = *state;
	size_t n;
	part(s, s->tree.root, BLK_P, BLK_TEXT, "da");
	part(s, s->tree.root, BLK_P, BLK_TEXT, "verloren gegangen");
	assert_null(written(s, false, &n));
	const struct diag_msg *m = diag_sorted(s->diag, &n);
	assert_int_equal(n, 1);
	assert_string_equal(m->code, "VERLOREN");
	assert_string_equal(m->file, "quelle.xml");
	assert_int_equal(m->line, 7);
}

/* ---- what would not be accessible is told before anything is written */

static struct block *cell(struct set *s, struct block *row, enum blk_role role, int colspan, int rowspan)
{
	struct block *b = part(s, row, role, BLK_CELL, NULL);
	b->cell = MEM_NEW(s->mem, struct blk_cell);
	*b->cell = (struct blk_cell){.colspan = (uint16_t)colspan, .rowspan = (uint16_t)rowspan};
	part(s, b, BLK_P, BLK_TEXT, "Wort");
	return b;
}

/* A table of two columns with a head and two body rows of so many cells; the first cell reaches over so many rows. */
static struct block *table(struct set *s, int first, int second, int reach)
{
	struct block *t = part(s, s->tree.root, BLK_TABLE, BLK_GRID, NULL);
	struct blk_table *of = MEM_NEW(s->mem, struct blk_table);
	struct block *head = part(s, part(s, t, BLK_THEAD, BLK_STACK, NULL), BLK_TR, BLK_ROW, NULL),
		     *body = part(s, t, BLK_TBODY, BLK_STACK, NULL), *row;
	*of = (struct blk_table){.ncols = 2};
	t->table = of;
	cell(s, head, BLK_TH, 1, 1);
	cell(s, head, BLK_TH, 1, 1);
	row = part(s, body, BLK_TR, BLK_ROW, NULL);
	for (int i = 0; i < first; i++)
		cell(s, row, BLK_TD, 1, i ? 1 : reach);
	row = part(s, body, BLK_TR, BLK_ROW, NULL);
	for (int i = 0; i < second; i++)
		cell(s, row, BLK_TD, 1, 1);
	return t;
}

/* So many faults of the tree, each of this code. */
static void faults(struct set *s, const char *code, size_t wanted)
{
	size_t n;
	blk_number(&s->tree);
	struct lay *l = lay_fake(&s->tree, s->txt);
	assert_int_equal(pdf_check(&s->tree, l, s->diag), wanted == 0);
	lay_free(l);
	const struct diag_msg *m = diag_sorted(s->diag, &n);
	assert_int_equal(n, wanted);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(m[i].code, code);
}

static void regular_tables(void **state)
{
	struct set *s = *state;
	table(s, 2, 2, 1);
	table(s, 2, 1, 2);
	faults(s, "", 0);
}

/* What a cell is, to a screen reader: whose head, over how many, under which heads. */
static void cells_are_told(void **state)
{
	struct set *s = *state;
	struct block *t = table(s, 1, 1, 1), *row = t->last->first, *wide = row->first;
	const struct block *head[] = {t->first->first->first};
	t->first->first->first->cell->scope = BLK_SCOPE_COLUMN;
	*wide->cell = (struct blk_cell){.colspan = 2, .rowspan = 1, .headers = head, .nheaders = 1};
	row->next->first->cell->colspan = 2;
	size_t n;
	char *data = written(s, false, &n);
	assert_non_null(data);
	assert_true(holds(data, n, "/A<</O/Table/Scope/Column>>"));
	assert_true(holds(data, n, "/A<</O/Table/ColSpan 2>>"));
	const char *id = mem_fmt(s->mem, "(e%08x)", head[0]->num);
	assert_true(holds(data, n, mem_fmt(s->mem, "/A<</O/Table/ColSpan 2/Headers[%s]>>", id)));
	assert_true(holds(data, n, mem_fmt(s->mem, "/ID%s", id)));
	*wide->cell = (struct blk_cell){.colspan = 1, .rowspan = 2};
	cell(s, row, BLK_TD, 1, 1);
	row->next->first->cell->colspan = 1;
	blk_number(&s->tree);
	data = written(s, false, &n);
	assert_non_null(data);
	assert_true(holds(data, n, "/A<</O/Table/RowSpan 2>>"));
}

static void a_row_too_short(void **state) { table(*state, 2, 1, 1); faults(*state, "STRUKTUR", 1); }
static void a_row_too_long(void **state) { table(*state, 3, 2, 1); faults(*state, "STRUKTUR", 1); }
static void a_cell_under_another(void **state) { table(*state, 2, 2, 2); faults(*state, "STRUKTUR", 1); }
static void a_cell_reaches_too_far(void **state) { table(*state, 2, 1, 3); faults(*state, "STRUKTUR", 1); }

static void a_table_without_a_body(void **state)
{
	struct set *s = *state;
	struct block *t = table(s, 2, 2, 1);
	t->first->next = NULL;
	t->last = t->first;
	faults(s, "STRUKTUR", 1);
}

static void captions_and_heads_are_one(void **state)
{
	struct set *s = *state;
	struct block *t = table(s, 2, 2, 1), *c = part(s, t, BLK_CAPTION, BLK_TEXT, "Titel");
	c->line = 8;
	faults(s, "STRUKTUR", 1);
}

static void headers_are_heads_of_the_table(void **state)
{
	struct set *s = *state;
	struct block *a = table(s, 2, 2, 1), *b = table(s, 2, 2, 1);
	const struct block *head[] = {a->first->first->first};
	struct block *own = a->last->first->last, *other = b->last->first->last;
	own->cell->headers = other->cell->headers = head;
	own->cell->nheaders = other->cell->nheaders = 1;
	faults(s, "STRUKTUR", 1);
}

static void lists_hold_items(void **state)
{
	struct set *s = *state;
	struct block *l = part(s, s->tree.root, BLK_L, BLK_STACK, NULL);
	part(s, part(s, l, BLK_LI, BLK_TEXT, NULL), BLK_LBODY, BLK_INLINE, "Punkt");
	part(s, l, BLK_P, BLK_TEXT, "daneben")->line = 8;
	part(s, s->tree.root, BLK_LI, BLK_TEXT, "allein")->line = 9;
	faults(s, "STRUKTUR", 2);
}

static void headings_skip_no_level(void **state)
{
	static const uint8_t levels[] = {1, 2, 3, 1, 3, 2};
	struct set *s = *state;
	for (size_t i = 0; i < sizeof levels; i++)
		part(s, s->tree.root, BLK_H, BLK_TEXT, "Titel")->level = levels[i];
	faults(s, "STRUKTUR", 1);
}

static void figures_and_languages(void **state)
{
	struct set *s = *state;
	struct block *f = part(s, s->tree.root, BLK_FIGURE, BLK_IMAGE, NULL);
	part(s, s->tree.root, BLK_P, BLK_TEXT, "Hallo")->lang = "de-Latn-1996";
	struct block *p = part(s, s->tree.root, BLK_P, BLK_TEXT, "Hallo");
	p->lang = "de_DE";
	p->line = 8;
	(void)f;
	faults(s, "STRUKTUR", 2);
}

static void dump(void **state)
{
	struct set *s = *state;
	struct buf b = {0};
	struct blk_cell *c = MEM_NEW(s->mem, struct blk_cell);
	*c = (struct blk_cell){.colspan = 2, .rowspan = 1, .scope = BLK_SCOPE_ROW};
	struct block *t = part(s, s->tree.root, BLK_TABLE, BLK_GRID, NULL), *r = part(s, t, BLK_TR, BLK_ROW, NULL),
		     *h = part(s, r, BLK_TH, BLK_CELL, NULL);
	h->cell = c;
	part(s, h, BLK_P, BLK_TEXT, "Ziel");
	part(s, r, BLK_TD, BLK_CELL, NULL);
	blk_number(&s->tree);
	struct lay *l = lay_fake(&s->tree, s->txt);
	pdf_dump_tags(&s->tree, l, &b);
	lay_free(l);
	assert_string_equal(b.data,
		"Document p1\n  Table p1\n    TR p1\n      TH[Row ColSpan=2] p1\n        P \"Ziel\" p1\n      TD\n");
	buf_free(&b);
}

/* ---- pictures */

static const unsigned char pixel[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xDE\0\0\0\x0CIDAT"
				     "x\x9C\x63\xF8\xCF\xC0\0\0\3\1\1\0\xC9\xFE\x92\xEF\0\0\0\0IEND\xAE\x42`\x82";

static bool checked(struct set *s, const void *data, size_t n, int *w, int *h)
{
	struct pdf_image im = {"bild.png", data, n, "quelle.xml", 9, 0, 0};
	bool good = pdf_image_check(&im, s->diag);
	*w = im.px_w;
	*h = im.px_h;
	return good;
}

static void pictures(void **state)
{
	struct set *s = *state;
	int w, h;
	size_t n;
	assert_true(checked(s, pixel, sizeof pixel - 1, &w, &h));
	assert_int_equal(w, 1);
	struct block *f = part(s, s->tree.root, BLK_FIGURE, BLK_IMAGE, NULL);
	struct blk_image im = {"bild.png", (const char *)pixel, sizeof pixel - 1, 1, 1};
	blk_more(&s->tree, f)->image = &im;
	blk_more(&s->tree, f)->alt = "Ein Punkt";
	part(s, s->tree.root, BLK_P, BLK_TEXT, "Text");
	char *data = written(s, false, &n);
	assert_non_null(data);
	assert_true(holds(data, n, "/Predictor 15"));
	assert_true(holds(data, n, "/Placement/Block/BBox[0 741.89 100 841.89 ]"));
	assert_true(holds(data, n, "/Alt(Ein Punkt)"));
}

static void refused_pictures(void **state)
{
	struct set *s = *state;
	int w, h;
	size_t n;
	char *large = mem_str(s->mem, (const char *)pixel, sizeof pixel - 1);
	for (n = 0; n < sizeof pixel - 1; n += 5)
		assert_false(checked(s, pixel, n, &w, &h));
	assert_false(checked(s, "GIF89a…", 9, &w, &h));
	memcpy(large + 16, "\0\0\x27\x11", 4);
	memcpy(large + 29, "\x18\x7E\x48\x62", 4);
	assert_false(checked(s, large, sizeof pixel - 1, &w, &h));
	const struct diag_msg *m = diag_sorted(s->diag, &n);
	assert_true(n >= 3);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(m[i].code, "BILD");
		assert_int_equal(m[i].line, 9);
	}
}

/* ---- notation */

static void numbers(void **state)
{
	(void)state;
	static const struct {
		len_t v;
		const char *s;
	} t[] = {{0, "0 "}, {1000, "1 "}, {-500, "-.5 "}, {12344, "12.34 "}, {12345, "12.35 "}, {-4, "0 "},
		{70, ".07 "}, {595276, "595.28 "}};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct buf b = {0};
		pdf_put_len(&b, t[i].v);
		assert_string_equal(b.data, t[i].s);
		buf_free(&b);
	}
}

static void strings(void **state)
{
	(void)state;
	struct buf b = {0};
	pdf_put_text(&b, "a(b)\\", 5);
	pdf_put_text(&b, "ä\xF0\x9D\x84\x9E", 6);
	pdf_put_name(&b, "text/xml");
	assert_string_equal(b.data, "(a\\(b\\)\\\\)<FEFF00E4D834DD1E>/text#2Fxml");
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(structure, set_up, tear_down),
		cmocka_unit_test_setup_teardown(kids_in_reading_order, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lost_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_page, set_up, tear_down),
		cmocka_unit_test_setup_teardown(dump, set_up, tear_down),
		cmocka_unit_test_setup_teardown(regular_tables, set_up, tear_down),
		cmocka_unit_test_setup_teardown(cells_are_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_row_too_short, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_row_too_long, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_cell_under_another, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_cell_reaches_too_far, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_table_without_a_body, set_up, tear_down),
		cmocka_unit_test_setup_teardown(captions_and_heads_are_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(headers_are_heads_of_the_table, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lists_hold_items, set_up, tear_down),
		cmocka_unit_test_setup_teardown(headings_skip_no_level, set_up, tear_down),
		cmocka_unit_test_setup_teardown(figures_and_languages, set_up, tear_down),
		cmocka_unit_test_setup_teardown(pictures, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refused_pictures, set_up, tear_down),
		cmocka_unit_test(numbers),
		cmocka_unit_test(strings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
