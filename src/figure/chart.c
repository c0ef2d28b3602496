/* chart.c: a diagramm from its data to a drawing, a draft of its alt text and its data table. */
#include "figure/chart.h"

#include <string.h>

#define PLOT_LEAST LEN_PT(60)                          /* lower ones show no difference */

struct kind {
	const char *art, *name;
	size_t series;                                 /* at most */
	bool negative;
	bool (*draw)(struct chart *);
};

static bool columns(struct chart *c)
{
	size_t n = c->d.n;
	if (fig_chart_columns(c))
		return true;
	c->d.n = n;
	return fig_chart_bars(c);
}

/* Several categories stand beside one another as columns; one alone is a bar across the page. */
static bool stacked(struct chart *c)
{
	return c->data.n > 1 && c->data.m > 1 ? fig_chart_stacked_columns(c) : fig_chart_stacked(c);
}

static const struct kind *kind_find(const char *art)
{
	static const struct kind kinds[] = {
		{"saeulen", "Säulendiagramm", CHART_SERIES_MAX, true, columns},
		{"balken", "Balkendiagramm", CHART_SERIES_MAX, true, fig_chart_bars},
		{"linien", "Liniendiagramm", CHART_SERIES_MAX, true, fig_chart_lines},
		{"gestapelt", "Gestapeltes Balkendiagramm", FIG_AREAS, false, stacked},
		{"kreis", "Kreisdiagramm", 1, false, fig_chart_pie},
	};
	for (size_t i = 0; art && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].art, art))
			return &kinds[i];
	return NULL;
}

/* More series than can be told apart in grey, or values a form cannot show: refused, never drawn some other way. */
static bool suits(struct chart *c, const struct kind *k)
{
	if (c->data.m > k->series) {
		fig_chart_fault(c,
			"Ein Diagramm mit art=\"%s\" zeigt höchstens %zu %s, die Daten „%s“ haben %zu; "
			"bitte Spalten weglassen oder auf mehrere Abbildungen verteilen.",
			k->art, k->series, k->series == 1 ? "Reihe" : "Reihen", c->data.csv->path, c->data.m);
		return false;
	}
	if (c->data.min < 0 && !k->negative) {
		fig_chart_fault(c, "Ein Diagramm mit art=\"%s\" kann keine Werte unter null zeigen, "
			"in „%s“ stehen welche; bitte art=\"saeulen\" oder art=\"balken\" wählen.",
			k->art, c->data.csv->path);
		return false;
	}
	return true;
}

/* What hervorheben names should be there. */
static void check_mark(struct chart *c)
{
	const struct data *d = &c->data;
	c->mark = doc_get(c->node, DOC_A_HERVORHEBEN);
	bool found = !c->mark;
	for (size_t i = 0; i < d->n && !found; i++)
		found = fig_chart_named(c->mark, d->cat[i]);
	for (size_t k = 0; k < d->m && !found; k++)
		found = fig_chart_named(c->mark, d->name[k]);
	if (!found)
		diag_warn(c->diag, "DIAGRAMM", doc_path(c->doc, c->node), c->node->line,
			"hervorheben=\"%.60s\" steht nicht in den Daten „%s“; erwartet ist eine Angabe aus der ersten "
			"Spalte, genau so geschrieben.", c->mark, d->csv->path);
}

static bool open_chart(struct chart *c, const struct kind **k)
{
	const char *art = doc_get(c->node, DOC_A_ART), *path = doc_get(c->node, DOC_A_DATEN);
	*k = kind_find(art ? art : "saeulen");
	c->data.csv = path ? doc_csv(c->doc, path) : NULL;
	return *k && c->data.csv;                          /* if not, schema or source has told why */
}

static bool draw(struct chart *c, const struct kind *k)
{
	if (!k->draw(c))
		return false;
	if (!c->cut)
		return true;
	fig_chart_fault(c, "„%.120s“ in „%s“ hat im Diagramm keinen Platz; bitte kürzer schreiben oder eine Tabelle "
		"setzen.", c->cut, c->data.csv->path);
	return false;
}

/* As high as it is to be: what it needs besides its plot is known once it is drawn. */
static bool draw_high(struct chart *c, const struct kind *k)
{
	if (!c->high)
		return draw(c, k);
	c->plot = PLOT_LEAST;
	if (!draw(c, k))
		return false;
	if (c->height >= c->high)
		return true;
	c->plot += c->high - c->height;
	c->d.n = 0;
	return draw(c, k);
}

bool fig_chart(struct fig_result *r, const struct fig_canvas *on, const struct doc_node *node)
{
	struct chart c = {.d = fig_draw(on),
		.doc = on->doc,
		.node = node,
		.width = on->width,
		.high = on->high,
		.diag = on->diag};
	const struct kind *k;
	*r = (struct fig_result){0};
	if (!open_chart(&c, &k) || !fig_chart_read(&c) || !suits(&c, k))
		return false;
	check_mark(&c);
	if (!draw_high(&c, k))
		return false;
	r->drawing = fig_finish(&c.d, on->width, c.height);
	r->alt = fig_chart_alt(&c, k->name);
	r->values = fig_chart_tells(c.doc, node) ? fig_chart_values(&c) : NULL;
	r->told = r->values ? fig_chart_told(&c, k->name, r->values) : NULL;
	fig_chart_table(&c, &r->table);
	return true;
}

const struct diag_code fig_codes[] = {
	{"DIAGRAMM", DIAG_FEHLER, "Ein Diagramm kann nicht gezeichnet werden",
		"Die Daten passen nicht zur Art des Diagramms: Es fehlen Zeilen oder Spalten, eine Zahl ist nicht "
		"lesbar, oder es sind zu viele Reihen. "
		"Säulen, Balken und Linien zeigen bis zu drei Reihen, gestapelte Balken und Kreise bis zu fünf Teile "
		"ohne negative Werte. "
		"In der CSV-Datei steht in der ersten Zeile die Überschrift je Spalte, in der ersten Spalte die "
		"Kategorie, danach je Reihe eine Spalte mit Zahlen "
		"ohne Tausenderpunkte und mit Dezimalkomma; ein leeres Feld heißt „keine Angabe“. "
		"hervorheben nennt eine Angabe der ersten Spalte, genau so geschrieben wie in der Datei; mehrere, die "
		"nebeneinander stehen, mit Semikolon.\n"
		"Beispiel:\n  Jahr;Zuweisungen\n  2014;142\n  2015;371"},
	{"PROZESS", DIAG_FEHLER, "Ein Ablauf kann nicht gezeichnet werden",
	 "Ein Ablauf hat eine bis zwölf Stufen; jede hat einen Titel und höchstens zehn Punkte. Große Abläufe bitte "
	 "teilen. "
	 "Beispiel: <stufe zusatz=\"bis Ende 2023\"><titel>Auftrag klären</titel><punkt>Ergebnisse "
	 "besprechen</punkt></stufe>."},
	{"ORGANIGRAMM", DIAG_FEHLER, "Ein Organigramm kann nicht gezeichnet werden",
		"Jeder Kasten braucht einen Namen; ineinander stehende Kästen sind die Ebenen. Es gibt eine Grenze für "
		"die Tiefe und die Zahl der Kästen, "
		"damit die Schrift lesbar bleibt. Eine beratende Stelle steht als Kasten mit verbindung=\"beratung\" "
		"in dem Kasten, den sie berät.\n"
		"Beispiel:\n  <organigramm id=\"ehrenamt\"><kasten name=\"Runder Tisch\"><kasten name=\"Koordination\" "
		"zusatz=\"Fachdienst Soziale Dienste\"/></kasten></organigramm>"},
	{"ZEICHNUNG", DIAG_FEHLER, "Eine Zeichnung hat nicht genug Platz",
		"Nabe, Landkarte und Wortwolke werden aus ihren Kästen und Begriffen gezeichnet. Ein Name steht in "
		"höchstens sechs Zeilen in seinem Feld, und die Zeichnung "
		"passt auf eine Seite; sonst wäre die Schrift zu klein oder Text ginge verloren. Abhilfe: kürzen, "
		"zusammenfassen oder auf zwei Zeichnungen verteilen; "
		"ein langes Wort bekommt bedingte Trennstriche (U+00AD).\n"
		"Beispiel:\n  <nabe id=\"rollen\"><kasten name=\"Koordination\"><kasten name=\"Vernetzen\"/><kasten "
		"name=\"Übersetzen\"/></kasten></nabe>"},
	{"SVG", DIAG_FEHLER, "Eine SVG-Zeichnung kann nicht übernommen werden",
		"ratssatz übernimmt aus SVG Pfade, Rechtecke, Kreise, Ellipsen, Linien und Vielecke mit einfarbigen "
		"Flächen und Strichen, auch gruppiert und verschoben. "
		"Schrift, Bilder, Verläufe, Muster, Masken und Formatvorlagen (style-Elemente) werden nicht "
		"übernommen, damit das Dokument ohne fremde Bestandteile "
		"dauerhaft lesbar bleibt. Abhilfe: Im Zeichenprogramm Schrift in Pfade umwandeln, Verläufe durch "
		"Farbflächen ersetzen, als „einfaches SVG“ speichern; "
		"oder eine PNG-Datei verwenden."},
	{0}
};
