/* zweimal.c: what is stated twice: a Posten of one Massnahme or paper, a group or a series of a chart's data. */
#include "base/u8.h"
#include "check/map.h"
#include "check/rule.h"

/* ---- names as people read them ---- */

static bool blank(uint32_t cp)
{
	return u8_is_space(cp) || cp == 0x00A0 || cp == 0x202F || (cp >= 0x2000 && cp <= 0x200A);
}

static bool unseen(uint32_t cp)
{
	return cp == 0x00AD || (cp >= 0x200B && cp <= 0x200F) || cp == 0x2060 || cp == 0xFEFF;
}

/* In small letters, blanks of any kind as one, without what nobody sees and without marks at the end. */
static void put_read(struct buf *b, const char *s)
{
	const size_t from = b->len;
	for (const char *end = s + strlen(s); s < end;) {
		char c[4];
		uint32_t cp = u8_get(&s, end);
		if (unseen(cp))
			continue;
		if (!blank(cp))
			buf_put(b, c, u8_put(c, u8_lower(cp)));
		else if (b->len > from && b->data[b->len - 1] != ' ')
			buf_chr(b, ' ');
	}
	while (b->len > from && strchr(" .,;:", b->data[b->len - 1]))
		b->len--;
}

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

/* All that it says, its values in the order of their names. */
static void put_posten(struct chk *c, struct buf *b, const struct doc_node *n)
{
	put_read(b, chk_str(c, n));
	buf_chr(b, '\n');
	for (int last = -1, next; ; last = next) {
		const char *value = NULL;
		next = DOC_ATTR_MAX;
		for (int i = 0; i < n->nattrs; i++)
			if (n->attrs[i].attr > last && n->attrs[i].attr < next) {
				next = n->attrs[i].attr;
				value = n->attrs[i].value;
			}
		if (!value)
			return;
		put_value(b, (enum doc_attr)next, value);
	}
}

static void posten_twice(struct chk *c, const struct doc_kosten *of)
{
	struct chk_map seen = {0};
	struct buf key = {0};
	for (size_t i = 0; i < of->nposten; i++) {
		const struct doc_node *n = of->posten[i].node;
		buf_clear(&key);
		put_posten(c, &key, n);
		int first = first_of(c, &seen, &key, (int)i);
		if (first != (int)i)
			chk_tell(c, RULE_ZWEIMAL, n,
				"Der Posten „%s“ steht in %s schon mit demselben Betrag; "
				"seine Summe zählt doppelt, bitte einen streichen oder unterscheiden",
				chk_str(c, n), chk_place(c, of->posten[first].node));
	}
	buf_free(&key);
	chk_map_free(&seen);
}

/* ---- data ---- */

/* name: what was read last, used again. */
static int first_called(struct chk *c, struct chk_map *seen, struct buf *name, const char *cell, size_t own)
{
	buf_clear(name);
	put_read(name, cell);
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
