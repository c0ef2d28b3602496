/* wiederholt.c: what was pasted twice: a Massnahme under another id, a figure, a step, an office, a row of a table, a
 * paragraph below its twin. */
#include "base/u8.h"
#include "check/map.h"
#include "check/rule.h"

/* Short texts may be the same by chance: letters it takes to count. */
enum { OF_MASSNAHME = 45, OF_PARAGRAPH = 60, OF_STEP = 20 };

static size_t letters(const struct buf *b)
{
	return u8_count(b->data ? b->data : "", b->len);
}

/* The number of the one that had the same key first; i: of this one. */
static int first(struct chk *c, struct chk_map *seen, const struct buf *key, int i)
{
	return *chk_map_put(seen, mem_str(c->mem, key->data ? key->data : "", key->len), key->len, i);
}

static bool again(struct chk *c, struct chk_map *seen, const struct buf *key, int i)
{
	return first(c, seen, key, i) != i;
}

typedef void put_text(struct buf *, const char *);

/* Goal and steps of a Massnahme. */
static void put_parts(struct chk *c, struct buf *key, const struct doc_node *of, put_text *put)
{
	static const enum doc_kind parts[] = {DOC_ZIEL, DOC_UMSETZUNG};
	buf_clear(key);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct doc_node *n = doc_child(of, parts[i]);
		if (n)
			put(key, chk_str(c, n));
		buf_chr(key, '\n');
	}
}

/* Only those that begin alike are read to their ends. */
static void massnahmen(struct chk *c)
{
	struct chk_map begun = {0}, seen = {0};
	struct buf key = {0};
	const struct chk_list *l = &c->kind[DOC_MASSNAHME];
	for (int i = 0; i < (int)l->n; i++) {
		put_parts(c, &key, l->at[i], chk_put_beginning);
		const int alike = first(c, &begun, &key, i);
		if (alike == i)
			continue;
		put_parts(c, &key, l->at[alike], chk_put_read);
		first(c, &seen, &key, alike);
		put_parts(c, &key, l->at[i], chk_put_read);
		const int was = first(c, &seen, &key, i);
		if (was != i && letters(&key) >= OF_MASSNAHME)
			chk_tell(c, RULE_ZWEIMAL, l->at[i],
				"Die Maßnahme hat dasselbe Ziel und dieselbe Umsetzung wie die in %s; "
				"erwartet wird jede Maßnahme einmal, bitte eine streichen oder unterscheiden",
				chk_place(c, l->at[was]));
	}
	buf_free(&key);
	chk_map_free(&begun);
	chk_map_free(&seen);
}

/* The same figure under two ids: a new value would reach only one. */
static void kennzahlen(struct chk *c)
{
	static const enum doc_attr what[] = {DOC_A_NAME, DOC_A_WERT, DOC_A_ANTEIL, DOC_A_EINHEIT, DOC_A_STICHTAG,
		DOC_A_GRUPPE};
	struct chk_map seen = {0};
	struct buf key = {0};
	const struct chk_list *l = &c->kind[DOC_KENNZAHL];
	for (size_t i = 0; i < l->n; i++) {
		const char *id = doc_get(l->at[i], DOC_A_ID);
		if (!id || !doc_get(l->at[i], DOC_A_NAME))
			continue;
		buf_clear(&key);
		for (size_t k = 0; k < sizeof what / sizeof *what; k++) {
			chk_put_read(&key, doc_get(l->at[i], what[k]) ? doc_get(l->at[i], what[k]) : "");
			buf_chr(&key, '\n');
		}
		const struct doc_node *was = l->at[first(c, &seen, &key, (int)i)];
		const char *other = doc_get(was, DOC_A_ID);
		if (was != l->at[i] && other && strcmp(other, id))
			chk_tell(c, RULE_ZWEIMAL, l->at[i],
				"Die Kennzahl „%s“ steht als „%s“ schon in %s; "
				"ein neuer Wert käme nur an einer Stelle an, bitte eine streichen", id, other,
				chk_place(c, was));
	}
	buf_free(&key);
	chk_map_free(&seen);
}

/* ---- children of one element ---- */

static void steps(struct chk *c, const struct doc_node *parent)
{
	struct chk_map seen = {0};
	struct buf key = {0};
	int i = 0;
	for (const struct doc_node *n = doc_child(parent, DOC_SCHRITT); n; n = doc_next(n, DOC_SCHRITT)) {
		buf_clear(&key);
		chk_put_read(&key, chk_str(c, n));
		if (letters(&key) >= OF_STEP && again(c, &seen, &key, i++))
			chk_tell(c, RULE_ZWEIMAL, n,
				"Der Schritt steht in dieser Maßnahme schon mit denselben Worten; "
				"bitte einen streichen");
	}
	buf_free(&key);
	chk_map_free(&seen);
}

static void offices(struct chk *c, const struct doc_node *parent)
{
	struct chk_map seen = {0};
	struct buf key = {0};
	int i = 0;
	for (const struct doc_node *n = doc_child(parent, DOC_BETEILIGT); n; n = doc_next(n, DOC_BETEILIGT)) {
		buf_clear(&key);
		for (int k = 0; k < n->nattrs; k++)
			buf_fmt(&key, "%d=%s\n", n->attrs[k].attr, n->attrs[k].value);
		chk_put_read(&key, chk_str(c, n));
		if (key.len && again(c, &seen, &key, i++))
			chk_tell(c, RULE_ZWEIMAL, n,
				"„%s“ steht schon unter den Beteiligten; bitte einmal streichen",
				doc_get(n, DOC_A_STELLE) ? doc_get(n, DOC_A_STELLE) : chk_str(c, n));
	}
	buf_free(&key);
	chk_map_free(&seen);
}

/* Rows of words and numbers that are the same in each cell, below one group. */
static void rows(struct chk *c, const struct doc_node *table)
{
	struct chk_map seen = {0};
	struct buf key = {0};
	int i = 0, group = 0;
	for (const struct doc_node *z = table->first; z; z = z->next) {
		int filled = 0;
		group += z->kind == DOC_GRUPPE;
		if (z->kind != DOC_ZEILE)
			continue;
		buf_clear(&key);
		buf_fmt(&key, "%d\n", group);
		for (const struct doc_node *n = doc_child(z, DOC_ZELLE); n; n = doc_next(n, DOC_ZELLE)) {
			const size_t before = key.len;
			chk_put_read(&key, chk_str(c, n));
			filled += key.len > before;
			buf_chr(&key, '\n');
		}
		if (filled > 1 && again(c, &seen, &key, i++))
			chk_tell(c, RULE_ZWEIMAL, z,
				"Eine Zeile mit demselben Inhalt steht schon in dieser Tabelle; "
				"bitte eine streichen oder unterscheiden");
	}
	buf_free(&key);
	chk_map_free(&seen);
}

static bool same_words(struct chk *c, const struct doc_node *a, const struct doc_node *b)
{
	struct buf x = {0}, y = {0};
	chk_put_read(&x, chk_str(c, a));
	chk_put_read(&y, chk_str(c, b));
	const bool yes = buf_same(&x, &y) && letters(&x) >= OF_PARAGRAPH;
	buf_free(&x);
	buf_free(&y);
	return yes;
}

/* Below its twin: farther away the same words may be meant. Only those that begin alike are read to their ends. */
static void paragraphs(struct chk *c)
{
	struct buf key[2] = {0};                       /* of the last two, taking turns */
	const struct chk_list *l = &c->kind[DOC_ABSATZ];
	for (size_t i = 0; i < l->n; i++) {
		struct buf *now = &key[i % 2], *before = &key[(i + 1) % 2];
		buf_clear(now);
		chk_put_beginning(now, chk_str(c, l->at[i]));
		if (i && l->at[i]->parent == l->at[i - 1]->parent && buf_same(before, now) &&
			same_words(c, l->at[i - 1], l->at[i]))
			chk_tell(c, RULE_ZWEIMAL, l->at[i],
				"Der Absatz steht mit denselben Worten schon darüber; bitte einen streichen");
	}
	buf_free(&key[0]);
	buf_free(&key[1]);
}

void chk_wiederholt(struct chk *c)
{
	massnahmen(c);
	kennzahlen(c);
	for (size_t i = 0; i < c->kind[DOC_UMSETZUNG].n; i++)
		steps(c, c->kind[DOC_UMSETZUNG].at[i]);
	for (size_t i = 0; i < c->kind[DOC_BETEILIGTE].n; i++)
		offices(c, c->kind[DOC_BETEILIGTE].at[i]);
	for (size_t i = 0; i < c->kind[DOC_TABELLE].n; i++)
		rows(c, c->kind[DOC_TABELLE].at[i]);
	paragraphs(c);
}
