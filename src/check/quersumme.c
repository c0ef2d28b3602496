/* quersumme.c: columns of a table that follow from those before them, row by row: "Summe", "Differenz". Only where they
 * do in at least half of the rows: then the others are wrong. */
#include "check/number.h"
#include "check/told.h"

enum { COLUMNS = 32 };
enum way { WAY_NONE, WAY_SUM, WAY_MORE, WAY_LESS };            /* the second less the first, or the other way */

static bool is_one(const char *head, const char *const *names)
{
	return chk_among(head, head + strcspn(head, ":"), names);
}

/* What the last column is called. */
static bool may_be(const char *head, enum way w, int parts)
{
	static const char *const sums[] = {"Summe", "Gesamt", "Insgesamt", "Zusammen", "gesamt", "insgesamt", NULL};
	static const char *const others[] = {"Differenz", "Saldo", "Veränderung", "Unterschied", "Zuwachs", NULL};
	return w == WAY_SUM ? parts > 1 && is_one(head, sums) : parts == 2 && is_one(head, others);
}

/* The cells of a row: how many numbers stand behind the first; 0: something else does. */
static int numbers(struct chk *c, const struct doc_node *row, int64_t *v, const struct doc_node **last)
{
	int n = 0;
	const struct doc_node *z = doc_child(row, DOC_ZELLE);
	for (z = z ? doc_next(z, DOC_ZELLE) : NULL; z; z = doc_next(z, DOC_ZELLE)) {
		const char *s = chk_str(c, z);
		const struct chk_number x = chk_number(s + (*s == '+'));
		if (doc_get(z, DOC_A_SPALTEN) || doc_get(z, DOC_A_ZEILEN) || n == COLUMNS || !x.ok ||
			x.decimals > CHK_DECIMALS)
			return 0;
		v[n++] = chk_scaled(x, CHK_DECIMALS);
		*last = z;
	}
	return n;
}

static int64_t follows(const int64_t *v, int n, enum way w)
{
	int64_t sum = 0;
	for (int i = 0; i + 1 < n && w == WAY_SUM; i++)
		sum += v[i];
	return w == WAY_SUM ? sum : w == WAY_MORE ? v[1] - v[0] : v[0] - v[1];
}

/* A rounded unit a part. */
static bool fits(const int64_t *v, int n, enum way w)
{
	enum { ONE = 10000 };
	const int64_t off = follows(v, n, w) - v[n - 1];
	bool whole = true;
	for (int i = 0; i < n; i++)
		whole &= v[i] % ONE == 0;
	const int64_t room = whole ? 0 : n * (ONE / 20);
	return off <= room && off >= -room;
}

static void judge(struct chk *c, const struct doc_node *table, const char *head, enum way w)
{
	int64_t v[COLUMNS];
	const struct doc_node *last;
	int right = 0, all = 0;
	for (const struct doc_node *r = doc_child(table, DOC_ZEILE); r; r = doc_next(r, DOC_ZEILE)) {
		const int n = numbers(c, r, v, &last);
		if (n < 3 || !may_be(head, w, n - 1))
			return;
		all++;
		right += fits(v, n, w);
	}
	if (!right || right * 2 < all)
		return;
	for (const struct doc_node *r = doc_child(table, DOC_ZEILE); r; r = doc_next(r, DOC_ZEILE)) {
		const int n = numbers(c, r, v, &last);
		if (!fits(v, n, w))
			chk_tell(c, RULE_SUMME, last,
				"In der Spalte „%s“ steht „%s“, die Werte derselben Zeile ergeben %s; "
				"bitte den Wert oder die anderen berichtigen",
				head, chk_str(c, last), chk_printed(c->mem, follows(v, n, w)));
	}
}

void chk_row_sums(struct chk *c, const struct doc_node *table)
{
	const struct doc_node *head = doc_child(table, DOC_KOPFZEILE), *last = NULL;
	if (!head || doc_next(head, DOC_KOPFZEILE) || doc_child(table, DOC_GRUPPE))
		return;
	for (const struct doc_node *z = doc_child(head, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		if (doc_get(z, DOC_A_SPALTEN))
			return;
		last = z;
	}
	for (enum way w = WAY_SUM; last && w <= WAY_LESS; w++)
		judge(c, table, chk_str(c, last), w);
}
