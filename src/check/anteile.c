/* anteile.c: shares of a whole that do not add up to 100 percent, and whether rounding explains it. */
#include "check/map.h"
#include "check/number.h"
#include "check/rule.h"

struct shares { int64_t sum; int n, fewest, most; bool bad; };   /* fewest, most: decimals of the values */

static void add(struct shares *s, struct chk_number v)
{
	int64_t units = chk_scaled(v, CHK_DECIMALS);
	if (!v.ok || v.decimals > CHK_DECIMALS || __builtin_add_overflow(s->sum, units, &s->sum)) {
		s->bad = true;
		return;
	}
	s->fewest = !s->n || v.decimals < s->fewest ? v.decimals : s->fewest;
	s->most = !s->n || v.decimals > s->most ? v.decimals : s->most;
	s->n++;
}

/* Each value may be off by half of its last place; the coarsest counts for all, because the finer ones may have been
 * rounded from it. */
static void judge(struct chk *c, const struct doc_node *n, const struct shares *s, const char *what)
{
	static const int64_t half[CHK_DECIMALS + 1] = {5000, 500, 50, 5, 0};
	int64_t off = s->sum > 1000000 ? s->sum - 1000000 : 1000000 - s->sum, room = s->n * half[s->fewest];
	if (s->bad || s->n < 2 || !off)
		return;
	const char *mixed = s->fewest == s->most ? "" : ", die Werte haben verschieden viele Nachkommastellen";
	const char *places = s->fewest == 0 ? "ohne Nachkommastelle"
		: s->fewest == 1            ? "mit einer Nachkommastelle"
					    : mem_fmt(c->mem, "mit %d Nachkommastellen", s->fewest);
	if (off <= room)
		chk_tell(c, RULE_ANTEILE, n,
			"%s ergeben zusammen %s Prozent statt 100%s; das kann an der Rundung liegen (%d Werte %s: "
			"bis zu %s), bitte einheitlich runden oder die Abweichung begründen",
			what, chk_printed(c->mem, s->sum), mixed, s->n, places, chk_printed(c->mem, room));
	else
		chk_tell(c, RULE_ANTEILE, n,
			"%s ergeben zusammen %s Prozent statt 100%s; die Rundung erklärt nur bis zu %s, "
			"bitte die Werte prüfen oder mehrfachnennung=\"ja\" angeben, "
			"wenn mehrere Antworten möglich waren",
			what, chk_printed(c->mem, s->sum), mixed, chk_printed(c->mem, room));
}

static bool in_percent(const struct doc_node *n)
{
	const char *unit = doc_get(n, DOC_A_EINHEIT);
	return unit && (!strncmp(unit, "Prozent", 7) || strchr(unit, '%'));
}

/* The parts of a bar stand in a row, of a circle and of all others in a column; a bar alone may have them in either. */
static void one_chart(struct chk *c, const struct doc_node *n)
{
	const struct doc_csv *csv = doc_get(n, DOC_A_DATEN) ? doc_csv(c->doc, doc_get(n, DOC_A_DATEN)) : NULL;
	bool stacked = doc_is(n, DOC_A_ART, "gestapelt"), asked = doc_is(n, DOC_A_ANTEILE, "ja");
	bool implied = in_percent(n) && !doc_get(n, DOC_A_ANTEILE) && (stacked || doc_is(n, DOC_A_ART, "kreis"));
	if (!csv || !(asked || implied) || doc_is(n, DOC_A_MEHRFACHNENNUNG, "ja"))
		return;
	bool across = stacked && csv->cols > 2;
	for (size_t k = 1; k < (across ? csv->rows : csv->cols); k++) {
		struct shares s = {0};
		for (size_t i = 1; i < (across ? csv->cols : csv->rows); i++) {
			const char *cell = csv->cell[across ? k * csv->cols + i : i * csv->cols + k];
			if (*cell)
				add(&s, chk_number(cell));
		}
		judge(c, n, &s,
			mem_fmt(c->mem, "Die Anteile in „%s“, %s „%s“,", csv->path, across ? "Zeile" : "Spalte",
				csv->cell[across ? k * csv->cols : k]));
	}
}

/* A column of a table; rows above may reach into it, sums do not count. */
static void one_column(struct chk *c, const struct doc_node *spalte, int column)
{
	enum { COLUMNS = 64 };
	int busy[COLUMNS] = {0};
	struct shares s = {0};
	for (const struct doc_node *z = doc_child(spalte->parent, DOC_ZEILE); z; z = doc_next(z, DOC_ZEILE)) {
		int at = 0;
		for (const struct doc_node *cell = doc_child(z, DOC_ZELLE); cell; cell = doc_next(cell, DOC_ZELLE)) {
			struct chk_number wide =
				chk_number(doc_get(cell, DOC_A_SPALTEN) ? doc_get(cell, DOC_A_SPALTEN) : "1");
			struct chk_number high =
				chk_number(doc_get(cell, DOC_A_ZEILEN) ? doc_get(cell, DOC_A_ZEILEN) : "1");
			while (at < COLUMNS && busy[at])
				at++;
			if (at == column && *chk_str(c, cell) && !doc_is(z, DOC_A_ART, "summe"))
				add(&s, chk_number(chk_str(c, cell)));
			for (int64_t i = 0; i < wide.v && at < COLUMNS; i++)
				busy[at++] = (int)high.v;
		}
		for (int i = 0; i < COLUMNS; i++)
			busy[i] -= busy[i] > 0;
	}
	judge(c, spalte, &s, mem_fmt(c->mem, "Die Anteile in Spalte %d", column + 1));
}

struct group { const char *name; const struct doc_node *first; struct shares shares; bool several; };

/* Kennzahlen of one gruppe, each gone to once; groups in the order of their first. */
static void groups(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	struct group *g = MEM_ARRAY(c->mem, struct group, l->n + 1);
	struct chk_map at = {0};
	int n = 0;
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_node *k = l->at[i];
		const char *name = doc_get(k, DOC_A_GRUPPE), *id = doc_get(k, DOC_A_ID);
		if (!name)
			continue;
		int which = *chk_map_put(&at, name, strlen(name), n);
		if (which == n)
			g[n++] = (struct group){.name = name, .first = k};
		const struct doc_kennzahl *v = id ? doc_kennzahl(c->doc, id) : NULL;
		struct chk_number share = {0};
		if (v)
			share = (struct chk_number){v->value, v->decimals, true, true};
		add(&g[which].shares, share);
		g[which].several |= doc_is(k, DOC_A_MEHRFACHNENNUNG, "ja");
	}
	for (int i = 0; i < n; i++)
		if (!g[i].several)
			judge(c, g[i].first, &g[i].shares,
				mem_fmt(c->mem, "Die Kennzahlen der Gruppe „%s“", g[i].name));
	chk_map_free(&at);
}

void chk_anteile(struct chk *c)
{
	for (size_t i = 0; i < c->kind[DOC_DIAGRAMM].n; i++)
		one_chart(c, c->kind[DOC_DIAGRAMM].at[i]);
	for (size_t i = 0; i < c->kind[DOC_SPALTE].n; i++) {
		const struct doc_node *n = c->kind[DOC_SPALTE].at[i];
		int column = 0;
		for (const struct doc_node *k = doc_child(n->parent, DOC_SPALTE); k && k != n;
			k = doc_next(k, DOC_SPALTE))
			column++;
		if (doc_is(n, DOC_A_ANTEILE, "ja") && !doc_is(n, DOC_A_MEHRFACHNENNUNG, "ja"))
			one_column(c, n, column);
	}
	groups(c);
}
