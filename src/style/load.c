/* load.c: elements of the two template files to typed values. One table of attributes per element says what may stand
 * there. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "style/attr.h"
#include "style/names.h"

struct plain { const char *name, *a, *b, *rgb; struct sty_line line; };

/* The accent with so much white that it has the contrast that tint is to have; the accent stands before it. */
static sty_rgb tint_of(const struct style *s, const char *name)
{
	static const struct { const char *name; double ratio; } tints[] = {
		{"hell", 1.18}, {"mitte", 3.12}, {"reihe3", 1.55}};
	const sty_rgb white = 0xffffff, accent = sty_colour(s, "akzent");
	double ratio = 1;
	for (size_t i = 0; i < sizeof tints / sizeof *tints; i++)
		ratio = strcmp(tints[i].name, name) ? ratio : tints[i].ratio;
	int part = 100;
	while (part > 0 && sty_ratio(sty_mix(accent, white, part), white) < ratio)
		part--;
	return sty_mix(accent, white, part);
}

static void load_colours(struct sty_load *l, const struct src_elem *root)
{
	static const struct sty_attr_row rows[] = {{"name", STY_AS_TEXT, offsetof(struct plain, name), true},
		{"rgb", STY_AS_TEXT, offsetof(struct plain, rgb), true}, {0}};
	struct style_names *n = l->s->names;
	n->colours = mem_get(l->s->mem, sizeof *n->colours * (size_t)(sty_count(root, "farbe") + 1));
	STY_EACH(e, root, "farbe") {
		struct plain p = {0};
		sty_set_all(l, e, rows, &p);
		if (!sty_named(l, e, "Farbe", p.name, sty_colour_names) || !p.rgb)
			continue;
		if (!strcmp(p.rgb, "akzent"))
			n->colours[n->ncolours].rgb = tint_of(l->s, p.name);
		else if (!sty_parse_rgb(p.rgb, &n->colours[n->ncolours].rgb))
			sty_bad(l, e, "rgb", p.rgb, "ein Farbwert aus drei Zahlen von 0 bis 255 wie 15 76 92");
		n->colours[n->ncolours].at = e;
		n->colours[n->ncolours++].name = p.name;
	}
	sty_missing(l, root, sty_colour_names, (struct sty_list){n->colours, sizeof *n->colours, n->ncolours},
		"die Farbe", "farbe name");
}

static void load_lines(struct sty_load *l, const struct src_elem *root)
{
	static const struct sty_attr_row rows[] = {{"name", STY_AS_TEXT, offsetof(struct plain, name), true},
		{"staerke", STY_AS_LEN, offsetof(struct plain, line) + offsetof(struct sty_line, width), true},
		{"farbe", STY_AS_COLOUR, offsetof(struct plain, line) + offsetof(struct sty_line, colour), true}, {0}};
	struct style_names *n = l->s->names;
	n->lines = mem_get(l->s->mem, sizeof *n->lines * (size_t)(sty_count(root, "linie") + 1));
	STY_EACH(e, root, "linie") {
		struct plain p = {0};
		sty_set_all(l, e, rows, &p);
		if (!sty_named(l, e, "Linie", p.name, sty_line_names))
			continue;
		n->lines[n->nlines].name = p.name;
		n->lines[n->nlines++].line = p.line;
	}
}

static void load_fonts(struct sty_load *l, const struct src_elem *root)
{
	struct font { uint8_t role; const char *family; uint16_t weight; };
	static const struct sty_attr_row rows[] = {{"rolle", STY_AS_ROLE, offsetof(struct font, role), true},
		{"familie", STY_AS_TEXT, offsetof(struct font, family), true},
		{"gewicht", STY_AS_INT, offsetof(struct font, weight), false}, {0}};
	STY_EACH(e, root, "schrift") {
		struct font f = {0};
		sty_set_all(l, e, rows, &f);
		l->s->font[f.role].family = f.family;
	}
	for (int i = 0; i < STY_ROLE_MAX; i++)
		if (!l->s->font[i].family && i != STY_ARABISCH && i != STY_FEST)
			diag_error(l->d, "GESTALTUNG-FEHLT", root->file, root->line,
				"Es fehlt <schrift rolle=\"%s\" familie=\"…\"/>; bitte ergänzen", sty_role_names[i]);
	for (int i = 0; i < STY_ROLE_MAX; i++)
		if (!l->s->font[i].family)
			l->s->font[i].family = l->s->font[STY_TEXT].family;
}

/* weight of titles unless a style says otherwise: <schrift rolle="titel" gewicht="700"/> */
static uint16_t weight_of(const struct src_elem *root, const char *role)
{
	STY_EACH(e, root, "schrift")
		if (sty_attr(e, "rolle") && role && !strcmp(sty_attr(e, "rolle"), role) && sty_attr(e, "gewicht"))
			return (uint16_t)strtol(sty_attr(e, "gewicht"), NULL, 10);
	return 400;
}

/* After a message: the rest of the run needs a page to set on, so that it can tell more. */
static void standard_page(struct sty_page *p)
{
	p->width = LEN_MM(210);
	p->height = LEN_MM(297);
	p->left = LEN_MM(25);
	p->margin_col = LEN_MM(36);
	p->gutter = LEN_MM(5);
	p->text = LEN_MM(124);
	p->right = LEN_MM(20);
	p->top = LEN_PT(94.5);
	p->bottom = LEN_PT(769.5);
}

static void check_page(struct sty_load *l, const struct src_elem *e, struct sty_page *p)
{
	int64_t sum = (int64_t)p->left + p->margin_col + p->gutter + p->text + p->right;
	bool wide =
		llabs(sum - p->width) <= 1500 && p->left >= 0 && p->margin_col >= 0 && p->gutter >= 0 && p->right >= 0;
	bool sane = p->bottom - p->top >= 100000 && p->bottom <= p->height && p->top >= 0 && p->text >= 100000;
	if (!wide && p->width != LEN_MM(210))
		diag_error(l->d, "GESTALTUNGSWERT", e->file, e->line,
			"links, rand, steg, text und rechts ergeben zusammen %d Punkt, die Folie ist %d Punkt breit; "
			"bitte die Maße abstimmen",
			(int)(sum / 1000), p->width / 1000);
	else if (!wide)
		diag_error(l->d, "GESTALTUNGSWERT", e->file, e->line,
			"links, rand, steg, text und rechts ergeben zusammen %d mm, die Seite ist 210 mm breit; "
			"bitte die Maße abstimmen",
			(int)((sum * 254 + 360000) / 720000));
	if (!sane)
		diag_error(l->d, "GESTALTUNGSWERT", e->file, e->line,
			"Der Satzspiegel von oben bis unten oder die Textbreite ist zu klein oder ragt über die Seite; "
			"bitte die Maße von <seite> prüfen");
	if (!wide || !sane)
		standard_page(p);
}

static void load_page(struct sty_load *l, const struct src_elem *root)
{
	struct page { struct sty_page p; const char *format, *sides; };
#define AT(f) offsetof(struct page, p) + offsetof(struct sty_page, f)
	static const struct sty_attr_row rows[] = {{"format", STY_AS_TEXT, offsetof(struct page, format), false},
		{"seiten", STY_AS_TEXT, offsetof(struct page, sides), false}, {"links", STY_AS_LEN, AT(left), true},
		{"rand", STY_AS_LEN, AT(margin_col), true}, {"steg", STY_AS_LEN, AT(gutter), true},
		{"text", STY_AS_LEN, AT(text), true}, {"rechts", STY_AS_LEN, AT(right), true},
		{"oben", STY_AS_LEN, AT(top), true}, {"unten", STY_AS_LEN, AT(bottom), true},
		{"kolumne", STY_AS_LEN, AT(head_y), false}, {"kolumnenlinie", STY_AS_LEN, AT(head_rule_y), false},
		{"folio", STY_AS_LEN, AT(folio_y), false}, {0}};
#undef AT
	struct page g = {.p = {.width = LEN_MM(210),
				 .height = LEN_MM(297),
				 .head_y = 60000,
				 .head_rule_y = 67500,
				 .folio_y = 795000}};
	int n = 0;
	STY_EACH(e, root, "seite") {
		n++;
		sty_set_all(l, e, rows, &g);
		if (g.format && !strcmp(g.format, "16:9")) {
			g.p.width = LEN_PT(960);
			g.p.height = LEN_PT(540);
		} else if (g.format && strcmp(g.format, "A4")) {
			sty_bad(l, e, "format", g.format, "A4 oder 16:9");
		}
		if (g.sides && strcmp(g.sides, "einseitig") && strcmp(g.sides, "beidseitig"))
			sty_bad(l, e, "seiten", g.sides, "einseitig oder beidseitig");
		check_page(l, e, &g.p);
	}
	if (!n) {
		diag_error(l->d, "GESTALTUNG-FEHLT", root->file, root->line,
			"Es fehlt <seite …/> mit den Maßen der Seite; bitte ergänzen");
		standard_page(&g.p);
	}
	g.p.two_sided = g.sides && !strcmp(g.sides, "beidseitig");
	g.p.grid = l->s->page.grid;
	l->s->page = g.p;
}

struct para { struct sty_para p; uint16_t keep; const char *variant; };
#define AT(f) offsetof(struct para, p) + offsetof(struct sty_para, f)
#define CH(f) offsetof(struct para, p) + offsetof(struct sty_para, ch) + offsetof(struct sty_char, f)
static const struct sty_attr_row para_attrs[] = {{"name", STY_AS_TEXT, AT(name), true},
	{"rolle", STY_AS_ROLE, CH(role), false}, {"gewicht", STY_AS_INT, CH(weight), false},
	{"kursiv", STY_AS_FLAG, CH(italic), false}, {"groesse", STY_AS_LEN, CH(size), true},
	{"zab", STY_AS_LEN, AT(leading), true}, {"farbe", STY_AS_COLOUR, CH(colour), false},
	{"ziffern-proportional", STY_AS_FLAG, CH(pnum), false}, {"hoch", STY_AS_LEN, CH(rise), false},
	{"vor", STY_AS_LEN, AT(before), false}, {"nach", STY_AS_LEN, AT(after), false},
	{"satz", STY_AS_ALIGN, AT(align), false}, {"trennen", STY_AS_FLAG, AT(hyphenate), false},
	{"ausgleichen", STY_AS_FLAG, AT(balance), false}, {"randausgleich", STY_AS_FLAG, AT(nohang), false},
	{"halten", STY_AS_INT, offsetof(struct para, keep), false}, {"ungeteilt", STY_AS_FLAG, AT(keep_whole), false},
	{"neue-seite", STY_AS_FLAG, AT(page_before), false}, {"einzug", STY_AS_LEN, AT(indent), false},
	{"fassung", STY_AS_TEXT, offsetof(struct para, variant), false}, {0}};
#undef CH
#undef AT

static void load_para(struct sty_load *l, const struct src_elem *root, const struct src_elem *e, struct sty_para *out)
{
	struct para p = {
		.p = {.nohang = true,
			.ch = {.colour = sty_colour(l->s, "tinte"), .weight = weight_of(root, sty_attr(e, "rolle"))}}};
	sty_set_all(l, e, para_attrs, &p);
	p.p.nohang = !p.p.nohang;                      /* the template says what is wanted, the field what is not */
	p.p.keep_next = (uint8_t)(p.keep > 9 ? 9 : p.keep);
	if (p.p.ch.size < 4000 || p.p.ch.size > 200000 || p.p.leading < p.p.ch.size) {
		sty_bad(l, e, "groesse/zab", sty_attr(e, "zab") ? sty_attr(e, "zab") : "",
			"eine Größe von 4 bis 200 Punkt und ein Zeilenabstand, der nicht kleiner ist");
		p.p.ch.size = 10000;
		p.p.leading = 15000;
	}
	if (p.p.ch.weight != 400 && p.p.ch.weight != 600 && p.p.ch.weight != 700)
		sty_bad(l, e, "gewicht", sty_attr(e, "gewicht") ? sty_attr(e, "gewicht") : "", "400, 600 oder 700");
	if (p.variant && strcmp(p.variant, "ar") && strcmp(p.variant, "leicht"))
		sty_bad(l, e, "fassung", p.variant, "ar oder leicht");
	if (p.variant)
		p.p.name = mem_fmt(l->s->mem, "%s-%s", p.p.name, p.variant);
	*out = p.p;
}

static void load_paras(struct sty_load *l, const struct src_elem *root)
{
	struct style *s = l->s;
	struct sty_para *paras = MEM_ARRAY(s->mem, struct sty_para, sty_count(root, "stil") + 1);
	s->names->para_at = MEM_ARRAY(s->mem, const struct src_elem *, sty_count(root, "stil") + 1);
	paras[0] = (struct sty_para){.name = "fliess", .ch = {.size = 10000, .weight = 400}, .leading = 15000};
	s->paras = paras;
	STY_EACH(e, root, "stil") {
		if (!sty_named(l, e, "Stil", sty_attr(e, "name"), sty_para_names))
			continue;
		s->names->para_at[s->nparas] = e;
		load_para(l, root, e, &paras[s->nparas++]);
	}
	sty_missing(l, root, sty_para_names, (struct sty_list){paras, sizeof *paras, s->nparas}, "der Stil",
		"stil name");
}

static void load_tables(struct sty_load *l, const struct src_elem *root)
{
#define AT(f) offsetof(struct sty_table, f)
	static const struct sty_attr_row rows[] = {{"name", STY_AS_TEXT, AT(name), true},
		{"oben", STY_AS_LINE, AT(top), false}, {"kopf", STY_AS_LINE, AT(head), false},
		{"zeile", STY_AS_LINE, AT(row), false}, {"ende", STY_AS_LINE, AT(end), false},
		{"summe", STY_AS_LINE, AT(sum), false}, {"polster-oben", STY_AS_LEN, AT(pad_top), false},
		{"polster-unten", STY_AS_LEN, AT(pad_bottom), false},
		{"polster-links", STY_AS_LEN, AT(pad_left), false},
		{"polster-rechts", STY_AS_LEN, AT(pad_right), false}, {"vor", STY_AS_LEN, AT(before), false},
		{"nach", STY_AS_LEN, AT(after), false}, {"ungeteilt-bis", STY_AS_PERCENT, AT(keep_share), false}, {0}};
#undef AT
	struct style *s = l->s;
	struct sty_table *t = MEM_ARRAY(s->mem, struct sty_table, sty_count(root, "tabellenstil") + 1);
	t[0].name = "";
	s->tables = t;
	STY_EACH(e, root, "tabellenstil")
		if (sty_named(l, e, "Tabellenstil", sty_attr(e, "name"), sty_table_names))
			sty_set_all(l, e, rows, &t[s->ntables++]);
	sty_missing(l, root, sty_table_names, (struct sty_list){t, sizeof *t, s->ntables}, "der Tabellenstil",
		"tabellenstil name");
}

/* Words for what the town invents: further fields, parts of the finance form. */
static bool of_the_town(const char *name)
{
	return !strncmp(name, "zusatz-", strlen("zusatz-")) || !strncmp(name, "finanzteil-", strlen("finanzteil-"));
}

static void load_words(struct sty_load *l, const struct src_elem *root)
{
	struct style_names *n = l->s->names;
	n->words = MEM_ARRAY(l->s->mem, struct sty_pair, sty_count(root, "wort") + 1);
	STY_EACH(e, root, "wort") {
		const char *name = sty_attr(e, "name");
		if (!name || e->nattrs != 1)
			diag_error(l->d, "GESTALTUNG-FEHLT", e->file, e->line,
				"<wort> hat genau ein Attribut name; der Text steht im Element; bitte berichtigen");
		else if (of_the_town(name) || sty_named(l, e, "Wort", name, sty_word_names))
			n->words[n->nwords++] = (struct sty_pair){name, e->text, e->line};
	}
	sty_missing(l, root, sty_word_names, (struct sty_list){n->words, sizeof *n->words, n->nwords}, "das Wort",
		"wort name");
}

static void load_fields(struct sty_load *l, const struct src_elem *root, const char *element, const char *const *known,
	struct sty_fieldset *f)
{
	STY_EACH(m, root, element) {
		f->fields = MEM_ARRAY(l->s->mem, struct sty_field, sty_count(m, "feld") + 1);
		STY_EACH(e, m, "feld") {
			const char *kind = sty_attr(e, "art");
			if (sty_named(l, e, "Feld", kind ? kind : "", known))
				f->fields[f->n++] = (struct sty_field){kind ? kind : "", e->text};
		}
	}
	if (!f->n)
		diag_error(l->d, "GESTALTUNG-FEHLT", root->file, root->line,
			"Es fehlt <%s> mit seinen Feldern in ihrer Reihenfolge; "
			"bitte ergänzen, zum Beispiel <feld art=\"%s\">…</feld>",
			element, known[0]);
}

/* Elements read only by sty_value: attribute and what may stand in it, a|b|c; NULL: anything. */
static const struct { const char *element, *attr, *choices;
} values[] = {
	{"gestaltung", "grundlage", NULL},
	{"gestaltung", "name", NULL},
	{"gestaltung", "stadt", NULL},
	{"gestaltung", "grundlinie", NULL},
	{"gestaltung", "halbzeile", NULL},
	{"titelseite", "motiv", "felder|band|ohne"},
	{"titelseite", "spalten", NULL},
	{"titelseite", "zeilen", NULL},
	{"titelseite", "betont", NULL},
	{"titelseite", "felder", NULL},
	{"entwurf", "zeigen", "ja|nein"},
	{"verzeichnis", "fuehrung", "keine|punkte|linie"},
	{"zusammenfassung", "form", "spalte|gruppe"},
	{"massnahme", "ungeteilt", "ja|nein"},
	{"abbildung", "gleiten", "ja|nein"},
	{"dokument", "art", "bericht|handbuch|konzept|praesentation"},
	{"dokument", "seiten", "einseitig|beidseitig"},
	{"dokument", "stellenverzeichnis", "ja|nein"},
};
enum { NVALUES = sizeof values / sizeof *values };

/* "a|b|c" as "a, b oder c" */
static const char *spoken(struct sty_load *l, const char *choices)
{
	struct buf b = {0};
	for (const char *c = choices; *c; c++)
		if (*c == '|')
			buf_str(&b, strchr(c + 1, '|') ? ", " : " oder ");
		else
			buf_chr(&b, *c);
	const char *s = mem_str(l->s->mem, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

static bool chosen(const char *choices, const char *v)
{
	size_t n = strlen(v);
	for (const char *c = choices; c; c = strchr(c, '|') ? strchr(c, '|') + 1 : NULL)
		if (!strncmp(c, v, n) && (c[n] == '|' || !c[n]))
			return true;
	return !choices;
}

static void check_values(struct sty_load *l, const struct src_elem *e)
{
	for (int i = 0; i < e->nattrs; i++) {
		const char *names[NVALUES + 1] = {0};
		int n = 0, found = -1;
		for (int k = 0; k < NVALUES; k++)
			if (!strcmp(values[k].element, e->name)) {
				names[n++] = values[k].attr;
				if (!strcmp(values[k].attr, e->attrs[i].name))
					found = k;
			}
		if (found < 0)
			sty_unknown(l, e, "Attribut", e->attrs[i].name, names);
		else if (!chosen(values[found].choices, e->attrs[i].value))
			sty_bad(l, e, e->attrs[i].name, e->attrs[i].value, spoken(l, values[found].choices));
	}
}

static void check_elements(struct sty_load *l, const struct src_elem *root)
{
	static const char *const typed[] = {"auswahl", "farbe", "folien", "gremienart", "linie", "mass", "rolle",
		"schrift", "seite", "spalten", "stil", "tabellenstil", "vorlagenart", "vorlagenfelder", "wort", NULL};
	static const char *const all[] = {"abbildung", "arbeitspaket", "auswahl", "dokument", "entwurf", "farbe",
		"folien", "gremienart", "linie", "mass", "massnahme", "rolle", "schrift", "seite", "spalten", "stil",
		"tabellenstil", "titelseite", "verzeichnis", "vorlagenart", "vorlagenfelder", "wort",
		"zusammenfassung", NULL};
	check_values(l, root);
	for (const struct src_elem *e = root->first; e; e = e->next)
		if (!sty_known(all, e->name))
			sty_unknown(l, e, "Element", e->name, all);
		else if (!sty_known(typed, e->name))
			check_values(l, e);
}

static void load_root(struct sty_load *l, const struct src_elem *root)
{
	struct style *s = l->s;
	s->name = sty_attr(root, "name");
	s->town = sty_attr(root, "stadt");
	s->page.grid = 7500;
	s->baseline = 15000;
	const char *grid = sty_attr(root, "halbzeile"), *line = sty_attr(root, "grundlinie");
	if (grid && (!sty_parse_len(grid, &s->page.grid) || s->page.grid < 1000))
		sty_bad(l, root, "halbzeile", grid, sty_wanted[STY_AS_LEN]);
	if (line && (!sty_parse_len(line, &s->baseline) || s->baseline < 1000))
		sty_bad(l, root, "grundlinie", line, sty_wanted[STY_AS_LEN]);
	if (s->page.grid < 1000)
		s->page.grid = 7500;
	if (strcmp(root->name, "gestaltung") || !s->name || !s->town)
		diag_error(l->d, "GESTALTUNG-FEHLT", root->file, root->line,
			"Die Gestaltung beginnt nicht mit <gestaltung name=\"…\" stadt=\"…\">; bitte ergänzen");
	s->name = s->name ? s->name : "";
	s->town = s->town ? s->town : "";
}

void sty_load_look(struct sty_load *l, const struct src_elem *root)
{
	l->s->names->look = root;
	load_root(l, root);
	check_elements(l, root);
	load_colours(l, root);
	load_lines(l, root);
	load_fonts(l, root);
	load_page(l, root);
	load_paras(l, root);
	load_tables(l, root);
	load_words(l, root);
	sty_load_measures(l, root);
	load_fields(l, root, "massnahme", sty_field_names, &l->s->names->massnahme);
	load_fields(l, root, "arbeitspaket", sty_packet_names, &l->s->names->arbeitspaket);
	sty_load_papers(l, root);
	sty_contrast(l);
}

static void load_rule(struct sty_load *l, const struct src_elem *e)
{
	const char *name = sty_attr(e, "name"), *value = sty_attr(e, "wert"), *names[64] = {0};
	if (!name || !value || e->nattrs != 2) {
		diag_error(l->d, "GESTALTUNG-FEHLT", e->file, e->line,
			"<regel> hat genau die Attribute name und wert; bitte berichtigen");
		return;
	}
	const struct sty_rule_row *r = sty_rules;
	while (r->name && strcmp(r->name, name))
		r++;
	for (int i = 0; sty_rules[i].name && i < 63; i++)
		names[i] = sty_rules[i].name;
	int64_t n;
	if (!r->name)
		sty_unknown(l, e, "Regel", name, names);
	else if (r->kind == STY_RULE_NUMBER && !sty_whole(value, 0, 1000000, &n))
		sty_bad(l, e, name, value, "eine ganze Zahl");
	else if (r->kind == STY_RULE_DAYS && strcmp(value, "unbekannt") && !sty_whole(value, 0, 366, &n))
		sty_bad(l, e, name, value, "eine ganze Zahl oder unbekannt");
	else if (r->kind == STY_RULE_CHOICE && !chosen(r->choices, value))
		sty_bad(l, e, name, value, spoken(l, r->choices));
	l->s->names->rules[l->s->names->nrules++] = (struct sty_pair){name, value, e->line};
}

static void load_severity(struct sty_load *l, const struct src_elem *e)
{
	const char *code = sty_attr(e, "code"), *level = sty_attr(e, "stufe");
	if (!code || !level || e->nattrs != 2)
		diag_error(l->d, "GESTALTUNG-FEHLT", e->file, e->line,
			"<schwere> hat genau die Attribute code und stufe; bitte berichtigen");
	else if (!chosen("fehler|warnung|aus", level))
		sty_bad(l, e, "stufe", level, "fehler, warnung oder aus");
	else
		l->s->names->severities[l->s->names->nseverities++] = (struct sty_pair){code, level, e->line};
}

/* The rules of the number make sense together only; a fault is told at the pattern. */
static void check_pattern(struct sty_load *l, const struct src_elem *root, const struct doc_muster_regel *rules,
	const char *rule)
{
	const char *fault;
	const struct src_elem *at = root;
	STY_EACH(e, root, "regel")
		if (sty_attr(e, "name") && !strcmp(sty_attr(e, "name"), rule))
			at = e;
	if (!doc_muster(l->s->mem, rules, &fault))
		diag_error(l->d, "GESTALTUNGSWERT", at->file, at->line, "%s: %s",
			rules->name ? "Beschlussnummern" : "Drucksachennummern", fault);
}

static void check_numbers(struct sty_load *l, const struct src_elem *root)
{
	const struct doc_muster_regel papers = sty_muster_rules(l->s), decisions = sty_beschluss_rules(l->s);
	check_pattern(l, root, &papers, "drucksache-muster");
	if (decisions.muster && strcmp(decisions.muster, "keins"))
		check_pattern(l, root, &decisions, "beschluss-muster");
}

void sty_load_rules(struct sty_load *l, const struct src_elem *root)
{
	static const char *const all[] = {"ergebnis", "frist", "regel", "schwere", NULL};
	struct style_names *n = l->s->names;
	n->rules = MEM_ARRAY(l->s->mem, struct sty_pair, sty_count(root, "regel") + 1);
	n->severities = MEM_ARRAY(l->s->mem, struct sty_pair, sty_count(root, "schwere") + 1);
	for (const struct src_elem *e = root->first; e; e = e->next)
		if (!strcmp(e->name, "regel"))
			load_rule(l, e);
		else if (!strcmp(e->name, "schwere"))
			load_severity(l, e);
		else if (strcmp(e->name, "ergebnis") && strcmp(e->name, "frist"))
			sty_unknown(l, e, "Element", e->name, all);
	sty_load_results(l, root);
	check_numbers(l, root);
	sty_load_periods(l, root);
}
