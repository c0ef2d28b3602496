/* tabellen.c: tables whose cells do not cover each place once, and heads that name nothing. A screen reader would read
 * them in other columns than the eye. */
#include "base/u8.h"
#include "check/rule.h"
#include "model/grid.h"

static const char few[] =
	"Die Zeile füllt %d von %d Spalten; erwartet wird eine Zelle für jede Spalte (eine leere als <zelle/>), "
	"bitte ergänzen oder mit spalten=\"…\" verbinden";
static const char many[] =
	"Für diese Zelle ist keine Spalte mehr frei, die Tabelle hat %d; bitte die Zelle streichen, "
	"<spalte/> ergänzen oder prüfen, ob eine Zelle darüber mit zeilen=\"…\" hier hereinreicht";
static const char wide[] =
	"spalten=\"%d\" reicht über den Rand der Tabelle; von hier an ist Platz für %d, bitte berichtigen";
static const char deep[] =
	"zeilen=\"%d\" reicht zu weit nach unten; "
	"bis zur nächsten Gruppe oder zum Ende sind es von hier %d, bitte berichtigen";
static const char over[] =
	"Die Zelle liegt über einer, die mit zeilen=\"…\" von oben hereinreicht; "
	"erwartet wird jede Stelle nur einmal belegt, bitte spalten oder zeilen berichtigen";
static const char breadth[] =
	"Die Tabelle hat %d Spalten, möglich sind höchstens %d; bitte teilen";

static void tell(struct chk *c, const struct doc_grid_fault *f)
{
	switch (f->kind) {
	case DOC_GRID_FEW:                         /* a row of no cell is the schema's */
		if (doc_child(f->at, DOC_ZELLE))
			chk_tell(c, RULE_TABELLE, f->at, few, f->is, f->want);
		break;
	case DOC_GRID_MANY:    chk_tell(c, RULE_TABELLE, f->at, many, f->want); break;
	case DOC_GRID_WIDE:    chk_tell(c, RULE_TABELLE, f->at, wide, f->is, f->want); break;
	case DOC_GRID_DEEP:    chk_tell(c, RULE_TABELLE, f->at, deep, f->is, f->want); break;
	case DOC_GRID_OVER:    chk_tell(c, RULE_TABELLE, f->at, over); break;
	case DOC_GRID_BREADTH: chk_tell(c, RULE_TABELLE, f->at, breadth, f->is, f->want); break;
	}
}

/* Nothing but blanks and dashes, of whatever kind. */
static bool blank(const struct doc *doc, const struct doc_node *cell)
{
	struct buf b = {0};
	bool empty = true;
	doc_text(&b, doc, cell);
	for (const char *p = b.len ? b.data : "", *end = p + b.len; empty && p < end;) {
		uint32_t cp = u8_get(&p, end);
		empty = u8_is_space(cp) || cp == 0x00A0 || cp == 0x202F || cp == 0x200B || cp == '-' || cp == '.' ||
			cp == '_' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2026;
	}
	buf_free(&b);
	return empty;
}

/* Attendance, signatures: without a head row what a cell means must at least be said at its row. */
static void headless(struct chk *c, const struct doc_node *table)
{
	for (const struct doc_node *s = doc_child(table, DOC_SPALTE); s; s = doc_next(s, DOC_SPALTE))
		if (doc_is(s, DOC_A_ART, "zeilenkopf"))
			return;
	chk_tell(c, RULE_TABELLE, table,
		"Die Tabelle hat weder <kopfzeile> noch eine Spalte mit art=\"zeilenkopf\"; erwartet wird, dass zu "
		"jeder Zelle gesagt ist, was sie bedeutet, bitte eines von beiden ergänzen");
}

/* The corner above the row heads may be empty: it names nothing that anyone asks for. */
static void head(struct chk *c, const struct doc_node *table, const struct doc_grid *g)
{
	int named = 0, cells = 0;
	for (size_t i = 0; i < g->ncells; i++) {
		const struct doc_grid_cell *k = &g->cells[i];
		if (k->node->parent->kind != DOC_KOPFZEILE)
			continue;
		bool empty = blank(c->doc, k->node);
		cells++;
		named += !empty;
		if (empty && k->col > 0)
			chk_tell(c, RULE_TABELLENKOPF, k->node,
				"Die Spalte %d hat keine Überschrift; "
				"erwartet wird in der Kopfzeile, was in ihr steht, bitte ergänzen", k->col + 1);
	}
	if (cells == 1 && !named)
		chk_tell(c, RULE_TABELLENKOPF, doc_child(table, DOC_KOPFZEILE),
			"Die Kopfzeile ist leer; erwartet wird darin, was in den Spalten steht, bitte ergänzen");
}

/* What the head rows say of a column, one line a row, and the lowest of their cells. */
struct heading { struct buf says; const struct doc_node *cell; };

static struct heading *heads_of(struct chk *c, const struct doc_grid *g)
{
	struct heading *h = MEM_ARRAY(c->mem, struct heading, g->ncols + 1);
	for (size_t i = 0; i < g->ncells; i++) {
		const struct doc_grid_cell *k = &g->cells[i];
		for (int col = k->col; k->node->parent->kind == DOC_KOPFZEILE && col < k->col + k->cols; col++) {
			chk_put_read(&h[col].says, chk_str(c, k->node));
			buf_chr(&h[col].says, '\n');
			h[col].cell = k->node;
		}
	}
	return h;
}

/* Two cells that read the same; one over both columns is meant so. */
static bool same_head(const struct heading *a, const struct heading *b)
{
	return a->cell != b->cell && a->says.len > 1 && a->says.len == b->says.len &&
		!memcmp(a->says.data, b->says.data, a->says.len);
}

/* A list set beside itself, "Nr. | Name | Nr. | Name", is meant so. */
static bool repeated(const struct heading *says, int ncols)
{
	for (int block = 2; block <= ncols / 2; block++) {
		int col = block;
		while (col < ncols && same_head(&says[col], &says[col - block]))
			col++;
		if (col == ncols && ncols % block == 0)
			return true;
	}
	return false;
}

/* Two columns that nobody can tell apart who hears them. */
static void head_twice(struct chk *c, const struct doc_node *table, const struct doc_grid *g)
{
	if (g->nfaults || !doc_child(table, DOC_KOPFZEILE))
		return;
	struct heading *says = heads_of(c, g);
	const bool meant = repeated(says, g->ncols);
	for (int col = 1; col < g->ncols && !meant; col++) {
		int was = 0;
		while (was < col && !same_head(&says[was], &says[col]))
			was++;
		if (was < col)
			chk_tell(c, RULE_TABELLENKOPF, doc_child(table, DOC_KOPFZEILE),
				"Die Spalten %d und %d haben dieselbe Überschrift; "
				"erwartet wird, dass sie zu unterscheiden sind, bitte eine ergänzen oder ändern",
				was + 1, col + 1);
	}
	for (int col = 0; col < g->ncols; col++)
		buf_free(&says[col].says);
}

/* Something stands in the row, and nothing where its head should. */
static void row_head(struct chk *c, const struct doc_node *table, const struct doc_grid *g)
{
	const struct doc_node *column = doc_child(table, DOC_SPALTE);
	for (size_t i = 0; i < g->ncells; i++) {
		const struct doc_grid_cell *k = &g->cells[i];
		if (k->col || k->node->parent->kind != DOC_ZEILE || !doc_is(column, DOC_A_ART, "zeilenkopf") ||
			!blank(c->doc, k->node))
			continue;
		const struct doc_node *other = doc_next(k->node, DOC_ZELLE);
		while (other && blank(c->doc, other))
			other = doc_next(other, DOC_ZELLE);
		if (other)
			chk_tell(c, RULE_TABELLENKOPF, k->node,
				"Die Zeile hat keinen Kopf; "
				"erwartet wird in der ersten Spalte (art=\"zeilenkopf\"), wovon sie handelt, "
				"bitte ergänzen oder die Zelle darüber mit zeilen=\"…\" verlängern");
	}
}

/* A heading between rows under which none stands, or that says nothing. */
static void group(struct chk *c, const struct doc_node *g, bool rows)
{
	const struct doc_node *n = g->next;
	if (blank(c->doc, g))
		chk_tell(c, RULE_LEER, g,
			"<gruppe> ist leer; erwartet wird, was die Zeilen darunter gemeinsam haben, "
			"bitte ausfüllen oder entfernen");
	while (n && n->kind != DOC_ZEILE && n->kind != DOC_GRUPPE)
		n = n->next;
	if (rows && (!n || n->kind == DOC_GRUPPE))
		chk_tell(c, RULE_LEER, g,
			"Unter der Gruppe „%s“ steht keine Zeile; bitte ergänzen oder die Gruppe streichen",
			chk_str(c, g));
}

void chk_tabelle(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_TABELLE];
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_grid *g = doc_grid(c->mem, l->at[i]);
		for (size_t k = 0; k < g->nfaults; k++)
			tell(c, &g->faults[k]);
		if (!doc_child(l->at[i], DOC_KOPFZEILE))
			headless(c, l->at[i]);
		const bool rows = doc_child(l->at[i], DOC_ZEILE);
		if (!rows)
			chk_tell(c, RULE_TABELLE, l->at[i],
				"Die Tabelle hat nur einen Kopf; "
				"erwartet wird mindestens eine <zeile>, bitte ergänzen oder die Tabelle streichen");
		for (const struct doc_node *n = doc_child(l->at[i], DOC_GRUPPE); n; n = doc_next(n, DOC_GRUPPE))
			group(c, n, rows);
	}
}

void chk_tabellenkopf(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_TABELLE];
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_grid *g = doc_grid(c->mem, l->at[i]);
		head(c, l->at[i], g);
		head_twice(c, l->at[i], g);
		if (doc_child(l->at[i], DOC_SPALTE))
			row_head(c, l->at[i], g);
	}
}
