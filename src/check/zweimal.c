/* zweimal.c: what is stated twice: a Posten of one Massnahme or paper, a group or a series of a chart's data. */
#include "check/map.h"
#include "check/rule.h"

/* The row or Posten that had the same name first; its own number: none. A name of nothing is never the same. */
static int first_of(struct chk *c, struct chk_map *seen, struct buf *name, int own)
{
	size_t n = name->len;
	if (!n)
		return own;
	return *chk_map_put(seen, mem_str(c->mem, name->data, n), n, own);
}

/* ---- Posten ---- */

/* "500" is "500,00"; an amount that is roughly the same is the same. */
static void put_value(struct buf *b, enum doc_attr a, const char *s)
{
	money_t v;
	if (a == DOC_A_CIRCA)
		return;
	buf_fmt(b, "%d=", a);
	if ((a == DOC_A_BETRAG || a == DOC_A_DAVON) && money_parse(&v, s))
		money_put_plain(b, v);
	else
		buf_str(b, s);
	buf_chr(b, '\n');
}

/* All that it says, its values in the order of their names; leave: but for that one. */
static void put_posten(struct chk *c, struct buf *b, const struct doc_node *n, int leave)
{
	chk_put_read(b, chk_str(c, n));
	if (!b->len && leave >= 0)
		return;                                        /* no label, nothing to tell it by */
	buf_chr(b, '\n');
	for (int last = -1, next; ; last = next) {
		const char *value = NULL;
		next = DOC_ATTR_MAX;
		for (int i = 0; i < n->nattrs; i++)
			if (n->attrs[i].attr > last && n->attrs[i].attr < next && n->attrs[i].attr != leave) {
				next = n->attrs[i].attr;
				value = n->attrs[i].value;
			}
		if (!value)
			return;
		put_value(b, (enum doc_attr)next, value);
	}
}

static void tell_posten(struct chk *c, const struct doc_kosten *of, size_t i, int same, int called)
{
	const struct doc_node *n = of->posten[i].node;
	if (same != (int)i)
		chk_tell(c, RULE_ZWEIMAL, n,
			"Der Posten „%s“ steht in %s schon mit demselben Betrag; "
			"seine Summe zählt doppelt, bitte einen streichen oder unterscheiden",
			chk_str(c, n), chk_place(c, of->posten[same].node));
	else if (called != (int)i)
		chk_tell(c, RULE_ZWEIMAL, n,
			"Der Posten „%s“ steht in %s mit einem anderen Betrag (dort %s, hier %s); "
			"erwartet wird, dass beide zu unterscheiden sind, bitte umbenennen oder einen streichen",
			chk_str(c, n), chk_place(c, of->posten[called].node), chk_euro(c, of->posten[called].betrag),
			chk_euro(c, of->posten[i].betrag));
}

static void posten_twice(struct chk *c, const struct doc_kosten *of)
{
	struct chk_map seen = {0}, names = {0};
	struct buf key = {0};
	for (size_t i = 0; i < of->nposten; i++) {
		buf_clear(&key);
		put_posten(c, &key, of->posten[i].node, -1);
		const int same = first_of(c, &seen, &key, (int)i);
		buf_clear(&key);
		put_posten(c, &key, of->posten[i].node, DOC_A_BETRAG);
		tell_posten(c, of, i, same, of->posten[i].has_amount ? first_of(c, &names, &key, (int)i) : (int)i);
	}
	buf_free(&key);
	chk_map_free(&seen);
	chk_map_free(&names);
}

/* ---- data ---- */

/* name: what was read last, used again. */
static int first_called(struct chk *c, struct chk_map *seen, struct buf *name, const char *cell, size_t own)
{
	buf_clear(name);
	chk_put_read(name, cell);
	return first_of(c, seen, name, (int)own);
}

static void rows_twice(struct chk *c, const struct doc_node *n, const char *path, const struct doc_csv *csv)
{
	struct chk_map seen = {0};
	struct buf name = {0};
	for (size_t i = 1; i < csv->rows; i++) {
		int first = first_called(c, &seen, &name, csv->cell[i * csv->cols], i);
		if (first != (int)i)
			chk_tell(c, RULE_ZWEIMAL, n,
				"In „%s“ steht „%s“ in Zeile %d und in Zeile %d; "
				"erwartet wird jede Gruppe einmal, bitte eine streichen oder umbenennen",
				path, csv->cell[i * csv->cols], csv->line[first], csv->line[i]);
	}
	buf_free(&name);
	chk_map_free(&seen);
}

static void series_twice(struct chk *c, const struct doc_node *n, const char *path, const struct doc_csv *csv)
{
	struct chk_map seen = {0};
	struct buf name = {0};
	for (size_t i = 1; i < csv->cols; i++) {
		int first = first_called(c, &seen, &name, csv->cell[i], i);
		if (first != (int)i)
			chk_tell(c, RULE_ZWEIMAL, n,
				"In der Kopfzeile von „%s“ steht „%s“ in Spalte %d und in Spalte %d; "
				"erwartet wird jede Reihe einmal, bitte eine streichen oder umbenennen",
				path, csv->cell[i], first + 1, (int)i + 1);
	}
	buf_free(&name);
	chk_map_free(&seen);
}

void chk_zweimal(struct chk *c)
{
	const struct chk_list *l = &c->kind[DOC_DIAGRAMM];
	size_t n;
	chk_wiederholt(c);
	const struct doc_massnahme *m = doc_massnahmen(c->doc, &n);
	for (size_t i = 0; i < n; i++)
		posten_twice(c, &m[i].kosten);
	if (c->vorlage) {
		posten_twice(c, &c->vorlage->kosten);
		posten_twice(c, &c->vorlage->finanzierung);
	}
	for (size_t i = 0; i < l->n; i++) {
		const char *path = doc_get(l->at[i], DOC_A_DATEN);
		const struct doc_csv *csv = path ? doc_csv(c->doc, path) : NULL;
		if (!csv)
			continue;
		rows_twice(c, l->at[i], path, csv);
		series_twice(c, l->at[i], path, csv);
	}
}
