// without: text layout pdf
/* figure_test.c: charts, org charts and SVG through the room's interface; every character is half an em wide. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/u8.h"
#include "figure/figure.h"
#include "text/text.h"

len_t txt_width(struct txt *t, const struct sty_char *ch, const char *s, size_t n)
{
	(void)t;
	return (len_t)u8_count(s, n) * ch->size / 2;
}

int txt_face(struct txt *t, const struct sty_char *ch)
{
	(void)t;
	(void)ch;
	return 0;
}

/* Words are divided between "s" and "a", nowhere else. */
const struct txt_word *txt_word(struct txt *t, int face, const char *lang, const char *s, size_t n)
{
	static struct txt_break at[8];
	static struct txt_word w;
	(void)t;
	(void)face;
	(void)lang;
	w = (struct txt_word){.breaks = at};
	for (size_t i = 0; i + 1 < n && w.nbreaks < 8; i++)
		if (s[i] == 's' && s[i + 1] == 'a')
			at[w.nbreaks++] = (struct txt_break){
				.byte = (uint16_t)(i + 1), .kind = TXT_HYPHEN, .quality = 3};
	return &w;
}

struct world {
	struct mem *mem;
	struct doc doc;
	struct doc_file file;
	struct doc_csv csv;
	struct diag *diag;
	struct style *style;
	struct doc_node *node;
	const char *mark; /* hervorheben; NULL: nothing */
	int line; /* of the last diagramm: each its own, as equal messages are kept once */
};

static int set_up(void **state)
{
	struct mem *m = mem_new();
	struct world *w = MEM_NEW(m, struct world);
	*w = (struct world){.mem = m, .diag = diag_new(), .file = {.path = "k.xml"}};
	w->doc = (struct doc){.mem = m, .files = &w->file, .nfiles = 1, .lang = "de"};
	w->doc.root = doc_add(&w->doc, NULL, DOC_KONZEPT, 0, 1);
	w->style = sty_load("templates/beckum", NULL, w->diag);
	*state = w;
	return w->style ? 0 : -1;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	sty_free(w->style);
	diag_free(w->diag);
	mem_free(w->mem);
	return 0;
}

static void set(struct world *w, struct doc_node *n, enum doc_attr a, const char *v)
{
	struct doc_av *all = MEM_ARRAY(w->mem, struct doc_av, n->nattrs + 1u);
	if (n->nattrs)
		memcpy(all, n->attrs, n->nattrs * sizeof *all);
	all[n->nattrs++] = (struct doc_av){(uint16_t)a, v};
	n->attrs = all;
}

/* "Jahr;Zahl|2015;3": rows parted by |. */
static void read_csv(struct world *w, const char *s)
{
	w->csv = (struct doc_csv){
		.path = "d.csv", .cell = MEM_ARRAY(w->mem, const char *, 2000), .line = MEM_ARRAY(w->mem, int, 500)};
	size_t n = 0;
	for (;;) {
		size_t k = strcspn(s, ";|");
		w->csv.cell[n++] = mem_str(w->mem, s, k);
		if (s[k] != ';') {
			w->csv.line[w->csv.rows] = (int)w->csv.rows + 1;
			w->csv.rows++;
			w->csv.cols = w->csv.cols ? w->csv.cols : n;
		}
		if (!s[k])
			break;
		s += k + 1;
	}
	w->doc.csvs = &w->csv;
	w->doc.ncsvs = 1;
}

static bool chart(struct world *w, struct fig_result *r, const char *art, const char *data)
{
	w->node = doc_add(&w->doc, w->doc.root, DOC_DIAGRAMM, 0, ++w->line);
	set(w, w->node, DOC_A_ART, art);
	set(w, w->node, DOC_A_DATEN, "d.csv");
	set(w, w->node, DOC_A_EINHEIT, "Personen");
	if (w->mark)
		set(w, w->node, DOC_A_HERVORHEBEN, w->mark);
	read_csv(w, data);
	doc_finish(&w->doc, w->diag);
	return fig_chart(r, &(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, LEN_MM(124), 0}, w->node);
}

static const struct fig_op *find_text(const struct fig_drawing *d, const char *text)
{
	for (size_t i = 0; i < d->nops; i++)
		if (d->ops[i].kind == FIG_TEXT && !strcmp(d->ops[i].text, text))
			return &d->ops[i];
	return NULL;
}

static void all_inside(const struct fig_drawing *d)
{
	for (size_t i = 0; i < d->nops; i++) {
		const struct fig_op *op = &d->ops[i];
		if (op->kind != FIG_PAINT && op->kind != FIG_CLOSE) {
			assert_in_range(op->x, 0, d->width + LEN_PT(1));
			assert_in_range(op->y, 0, d->height + LEN_PT(1));
		}
	}
}

static void columns_hit_the_measures(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	assert_true(chart(w, &r, "saeulen",
		"Jahr;Zahl|2010;38|2011;46|2012;61|2013;84|2014;142|2015;371|2016;96|2017;44"));
	assert_string_equal(r.alt, "Säulendiagramm. 8 Werte von 2010 bis 2017; Höchstwert 371\u00A0Personen (2015).");
	assert_int_equal(r.table.rows, 9);
	assert_true(r.table.number[1] && !r.table.number[0]);
	const struct fig_op *value = find_text(r.drawing, "371"), *year = find_text(r.drawing, "2015");
	assert_non_null(value);
	/* scale to 400 in 135 pt, value 4 pt above its column, year 13 pt below the axis */
	assert_int_equal(year->y - LEN_PT(13) - value->y - LEN_PT(4), len_scale(LEN_PT(135), 371, 400));
	assert_int_equal(value->x, year->x);
	all_inside(r.drawing);
}

static void many_columns_become_bars(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	struct buf b = {0};
	buf_str(&b, "Monat;Zahl");
	for (int i = 0; i < 30; i++)
		buf_fmt(&b, "|Kategorie %d;%d", i, i * 37 % 100);
	assert_true(chart(w, &r, "saeulen", b.data));
	assert_int_equal(r.drawing->height, 30 * LEN_PT(18));
	all_inside(r.drawing);
	for (int i = 30; i < 58; i++)
		buf_fmt(&b, "|Kategorie %d;%d", i, i * 37 % 100);
	assert_true(chart(w, &r, "balken", b.data));   /* closer, on one page with their caption */
	assert_in_range(r.drawing->height, 58 * LEN_PT(10), LEN_PT(675 - 60));
	all_inside(r.drawing);
	assert_true(chart(w, &r, "linien", b.data));
	all_inside(r.drawing);
	assert_false(chart(w, &r, "kreis", b.data));
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
	buf_free(&b);
}

static void gaps_and_negatives_are_told(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	assert_true(chart(w, &r, "balken", "Jahr;Saldo|2012;-12,5|2013;|2014;1234"));
	assert_string_equal(r.alt,
		"Balkendiagramm. 3 Werte von 2012 bis 2014; Höchstwert 1\u202F234,0\u00A0Personen (2014), "
		"niedrigster Wert −12,5\u00A0Personen (2012). Keine Angabe für 2013.");
	assert_string_equal(r.table.cell[2 * 2 + 1], "keine Angabe");
	all_inside(r.drawing);
	assert_true(chart(w, &r, "linien", "Jahr;A;B|2012;-1;|2013;;2|2014;3;3"));
	all_inside(r.drawing);
	assert_false(chart(w, &r, "gestapelt", "Jahr;A;B|2012;-1;2"));
}

static void series_have_as_many_decimals(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	assert_true(chart(w, &r, "balken", "Ort;A;B;C|Nord;0,25;7,5;3|Süd;1,75;6,5;4"));
	assert_non_null(find_text(r.drawing, "0,25"));
	assert_non_null(find_text(r.drawing, "7,50"));
	assert_non_null(find_text(r.drawing, "3"));
	assert_string_equal(r.table.cell[4 + 2], "7,50");
}

static void every_kind_of_bad_data_has_a_message(void **state)
{
	static const char *const bad[] = {"Jahr;A|2012;1.000", "Jahr;A|2012;", "Jahr|2012", "Jahr;A", "Jahr;A|2012;1e5",
		"Jahr;A;B;C;D|2012;1;2;3;4", "Jahr;A|2012;1234567890123456", "Jahr;A|1;999999999999999|2;0,000001"};
	struct world *w = *state;
	struct fig_result r;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(chart(w, &r, "saeulen", bad[i]));
		assert_int_equal(diag_count(w->diag, DIAG_FEHLER), i + 1);
	}
}

static void stacked_bar_names_and_sums(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	assert_true(chart(w, &r, "gestapelt", "Antwort;Anteil|nein;45,5|eher nein;36,4|ja;18,2"));
	assert_non_null(find_text(r.drawing, "45,5"));
	assert_int_equal(find_text(r.drawing, "nein")->y, LEN_PT(10));
	assert_int_equal(r.drawing->height, LEN_PT(45));
	all_inside(r.drawing);
	assert_true(chart(w, &r, "gestapelt",
		"Jahr;A mit langem Namen;B mit langem Namen;C mit langem Namen;D mit langem Namen|2012;1;1;1;97"));
	all_inside(r.drawing);
}

/* "Three quarters" can be seen: the parts have a bracket, their sum and their share. */
static void marked_parts_have_their_share(void **state)
{
	static const char ages[] = "Alter;Zahl|unter 6;112|6 bis 17;171|18 bis 39;214|ab 40;183";
	static const char share[] = "zusammen 497 von 680\u00A0Personen (73\u00A0Prozent)";
	struct world *w = *state;
	struct fig_result r;
	w->mark = "unter 6;6 bis 17;18 bis 39";
	assert_true(chart(w, &r, "saeulen", ages));
	assert_non_null(find_text(r.drawing, share));
	all_inside(r.drawing);
	assert_true(chart(w, &r, "gestapelt", ages));
	assert_non_null(find_text(r.drawing, share));
	all_inside(r.drawing);
	assert_true(chart(w, &r, "balken", ages));
	assert_non_null(find_text(r.drawing, "zusammen 497"));
	all_inside(r.drawing);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 0);
	w->mark = "unter 6;ab 40";
	chart(w, &r, "saeulen", ages);
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
	w->mark = NULL;
}

/* What is printed is told in words; lines print the last value alone. */
static void values_are_told_where_they_are_printed(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	assert_true(chart(w, &r, "saeulen", "Jahr;A;B|2012;1;2|2013;;4"));
	assert_string_equal(r.values,
		"Werte (Personen): 2012, A: 1; 2013, A: keine Angabe; 2012, B: 2; 2013, B: 4");
	assert_non_null(strstr(r.told, r.values));
	assert_null(strstr(r.told, "Höchstwert"));
	assert_true(chart(w, &r, "linien", "Jahr;A|2012;1|2013;2"));
	assert_null(r.values);
	assert_null(r.told);
}

static void areas_have_a_limit_and_a_sum(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	assert_true(chart(w, &r, "gestapelt", "Teil;Zahl|a;1|b;2|c;3|d;4|e;5"));
	assert_true(chart(w, &r, "kreis", "Teil;Zahl|a;1|b;2|c;3|d;4|e;5"));
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 0);
	assert_false(chart(w, &r, "gestapelt", "Teil;Zahl|a;1|b;2|c;3|d;4|e;5|f;6"));
	assert_false(chart(w, &r, "kreis", "Teil;Zahl|a;1|b;2|c;3|d;4|e;5|f;6"));
	assert_false(chart(w, &r, "gestapelt", "Teil;Zahl|a;0|b;0"));
	assert_false(chart(w, &r, "kreis", "Teil;Zahl|a;0|b;0"));
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 4);
}

static bool has_stroke(const struct fig_drawing *d, sty_rgb rgb)
{
	for (size_t i = 0; i < d->nops; i++)
		if (d->ops[i].kind == FIG_PAINT && d->ops[i].stroke && d->ops[i].stroke_rgb == rgb)
			return true;
	return false;
}

static void each_line_has_its_colour(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	assert_true(chart(w, &r, "linien", "Jahr;A;B|2012;1;2|2013;2;3"));
	assert_true(has_stroke(r.drawing, sty_colour(w->style, "akzent")));
	assert_true(has_stroke(r.drawing, sty_colour(w->style, "zweit")));
}

/* Of 40 years every few have a name and a mark, the last one always. */
static void close_points_are_marked_at_names(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	struct buf csv = {0};
	buf_str(&csv, "Jahr;A");
	for (int i = 0; i < 40; i++)
		buf_fmt(&csv, "|%d;%d", 1987 + i, i);
	assert_true(chart(w, &r, "linien", csv.data));
	buf_free(&csv);
	int fills = 0;
	for (size_t i = 0; i < r.drawing->nops; i++)
		fills += r.drawing->ops[i].kind == FIG_PAINT && r.drawing->ops[i].fill;
	assert_in_range(fills, 5, 20);
	assert_non_null(find_text(r.drawing, "2026"));
	assert_non_null(find_text(r.drawing, "1987"));
	assert_null(find_text(r.drawing, "2025"));
}

static struct doc_node *box(struct world *w, struct doc_node *in, const char *name)
{
	struct doc_node *n = doc_add(&w->doc, in, DOC_KASTEN, 0, 9);
	set(w, n, DOC_A_NAME, name);
	return n;
}

static void org_charts_fit_or_say_why(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	struct doc_node *o = doc_add(&w->doc, w->doc.root, DOC_ORGANIGRAMM, 0, 8), *top = box(w, o, "Runder Tisch");
	set(w, box(w, top, "Integrationsrat"), DOC_A_VERBINDUNG, "beratung");
	for (int i = 0; i < 7; i++)
		box(w, top, "Gruppe");
	doc_finish(&w->doc, w->diag);
	assert_true(fig_orgchart(&r, &(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, LEN_MM(165), 0},
		o));
	assert_non_null(find_text(r.drawing, "Beratung und Unterstützung"));
	all_inside(r.drawing);
	for (int i = 0; i < 20; i++)
		top = box(w, top, "Tiefer");
	assert_false(fig_orgchart(&r, &(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, LEN_MM(165), 0},
		o));
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
}

/* Between "s" and "a", the only place; without one the box is too narrow, and is named. */
static void a_word_wider_than_its_box_is_divided(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	struct doc_node *o = doc_add(&w->doc, w->doc.root, DOC_ORGANIGRAMM, 0, 8), *top = box(w, o, "Leitung");
	for (int i = 0; i < 4; i++)
		box(w, top, "Grundstücksangelegenheiten");
	doc_finish(&w->doc, w->diag);
	assert_true(fig_orgchart(&r, &(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, LEN_MM(165), 0},
		o));
	assert_non_null(find_text(r.drawing, "Grundstücks-"));
	assert_non_null(find_text(r.drawing, "angelegenheiten"));
	box(w, top, "Grundstückkangelegenheitengrundstückkangelegenheiten");
	assert_false(fig_orgchart(&r, &(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, LEN_MM(165), 0},
		o));
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 1);
}

/* Five groups stand in two rows; what is below them stands alike in both: three boxes below one another. */
static void groups_of_an_org_chart_stand_alike(void **state)
{
	struct world *w = *state;
	struct fig_result r;
	struct doc_node *o = doc_add(&w->doc, w->doc.root, DOC_ORGANIGRAMM, 0, 8), *top = box(w, o, "Leitung");
	for (int i = 0; i < 5; i++) {
		struct doc_node *group = box(w, top, "Bereich");
		for (int k = 0; k < 3; k++)
			box(w, group, "Amt");
	}
	doc_finish(&w->doc, w->diag);
	assert_true(fig_orgchart(&r, &(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, LEN_MM(165), 0},
		o));
	len_t y[16];
	int heights = 0, boxes = 0;
	for (size_t i = 0; i < r.drawing->nops; i++) {
		const struct fig_op *op = &r.drawing->ops[i];
		int k = 0;
		if (op->kind != FIG_TEXT || strcmp(op->text, "Amt") != 0)
			continue;
		while (k < heights && y[k] != op->y)
			k++;
		y[k] = op->y;
		heights += k == heights;
		boxes++;
	}
	assert_int_equal(boxes, 15);
	assert_int_equal(heights, 6);
}

static void term(struct world *w, struct doc_node *in, const char *text, const char *weight)
{
	struct doc_node *n = doc_add(&w->doc, in, DOC_BEGRIFF, 0, 9);
	struct doc_node *t = doc_add(&w->doc, n, DOC_TEXT, 0, 9);
	t->text = text;
	t->len = (uint32_t)strlen(text);
	if (weight)
		set(w, n, DOC_A_GEWICHT, weight);
}

/* On paper and, wider, on a slide: no label leaves the drawing, and each is drawn once. */
static void forms_keep_inside_at_any_width(void **state)
{
	static const char *const names[] = {"Rat", "Verein", "Amt", "Schule", "Kita", "Netzwerk", "Arbeitskreis",
		"Beratung", "Kirche", "Sport", "Kultur", "Presse"};
	struct world *w = *state;
	struct fig_result r;
	for (int n = 1; n <= 12; n++)
		for (int wide = 0; wide < 2; wide++) {
			len_t width = wide ? LEN_PT(840) : LEN_MM(165);
			struct doc_node *hub = doc_add(&w->doc, w->doc.root, DOC_NABE, 0, 8),
					*middle = box(w, hub, "Mitte");
			struct doc_node *map = doc_add(&w->doc, w->doc.root, DOC_LANDKARTE, 0, 8),
					*words = doc_add(&w->doc, w->doc.root, DOC_WORTWOLKE, 0, 8);
			for (int i = 0; i < n; i++) {
				box(w, middle, names[i]);
				box(w, box(w, map, names[i]), names[(i + 1) % 12]);
				term(w, words, names[i], i % 2 ? "5" : NULL);
			}
			assert_true(fig_hub(&r,
				&(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, width, 0}, hub));
			all_inside(r.drawing);
			assert_non_null(find_text(r.drawing, names[n - 1]));
			assert_true(fig_map(&r,
				&(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, width, 0}, map));
			all_inside(r.drawing);
			assert_true(fig_words(&r,
				&(struct fig_canvas){w->mem, &w->doc, w->style, NULL, w->diag, width, 0}, words));
			all_inside(r.drawing);
		}
	assert_int_equal(diag_count(w->diag, DIAG_FEHLER), 0);
}

static void rows_are_as_even_as_can_be(void **state)
{
	(void)state;
	assert_int_equal(fig_per_row(5, LEN_PT(840), LEN_PT(195), LEN_PT(20)), 3);
	assert_int_equal(fig_per_row(4, LEN_PT(840), LEN_PT(195), LEN_PT(20)), 4);
	assert_int_equal(fig_per_row(1, LEN_PT(840), LEN_PT(195), LEN_PT(20)), 1);
	assert_int_equal(fig_per_row(3, LEN_PT(100), LEN_PT(195), LEN_PT(20)), 1);
	assert_int_equal(fig_per_row(0, LEN_PT(840), 0, 0), 1);
}

static void svg_shapes_and_refusals(void **state)
{
	static const char good[] = "<svg viewBox=\"0 0 10 20\"><g fill=\"#c00\" transform=\"translate(1 1)\"><path "
				   "d=\"m0 0h5v5a1 1 0 015 5z\"/>"
				   "<circle cx=\"5\" cy=\"5\" r=\"2\" style=\"fill:gold;stroke:#000\"/></g></svg>";
	static const char *const bad[] = {"<svg viewBox=\"0 0 1 1\"><text/></svg>",
		"<svg viewBox=\"0 0 1 1\"><path d=\"M0 0 L\"/></svg>", "<html/>", "", "<svg",
		"<svg viewBox=\"0 0 1 1\"><rect width=\"1\" height=\"1\" fill=\"url(#a)\"/></svg>",
		"<svg viewBox=\"0 0 1 1\"/>"};
	struct world *w = *state;
	const struct fig_drawing *d = fig_svg(w->mem, good, sizeof good - 1, LEN_PT(50), "w.svg", w->diag);
	assert_non_null(d);
	assert_int_equal(d->height, LEN_PT(100));
	assert_int_equal(d->ops[0].x, LEN_PT(5));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_null(fig_svg(w->mem, bad[i], strlen(bad[i]), LEN_PT(50), mem_fmt(w->mem, "%zu.svg", i),
			w->diag));
		assert_int_equal(diag_count(w->diag, DIAG_FEHLER), i + 1);
	}
}

static void motif_has_twelve_fields_in_the_second_colour(void **state)
{
	struct world *w = *state;
	const struct fig_drawing *d = fig_motif(w->mem, "felder", w->style);
	size_t fields = 0, second = 0;
	for (size_t i = 0; i < d->nops; i++)
		if (d->ops[i].kind == FIG_PAINT) {
			fields++;
			second += d->ops[i].fill_rgb == sty_colour(w->style, "zweit");
		}
	assert_int_equal(fields, 80);
	assert_int_equal(second, 12);
	assert_null(fig_motif(w->mem, "gibtsnicht", w->style));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(columns_hit_the_measures),
		TEST(many_columns_become_bars),
		TEST(gaps_and_negatives_are_told),
		TEST(series_have_as_many_decimals),
		TEST(every_kind_of_bad_data_has_a_message),
		TEST(stacked_bar_names_and_sums),
		TEST(marked_parts_have_their_share),
		TEST(values_are_told_where_they_are_printed),
		TEST(areas_have_a_limit_and_a_sum),
		TEST(each_line_has_its_colour),
		TEST(close_points_are_marked_at_names),
		TEST(org_charts_fit_or_say_why),
		TEST(a_word_wider_than_its_box_is_divided),
		TEST(groups_of_an_org_chart_stand_alike),
		TEST(forms_keep_inside_at_any_width),
		TEST(rows_are_as_even_as_can_be),
		TEST(svg_shapes_and_refusals),
		TEST(motif_has_twelve_fields_in_the_second_colour),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
