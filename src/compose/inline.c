/* inline.c: what stands in running text. */
#include "compose/kinds.h"
#include "compose/language.h"
#include "compose/tree.h"

/* Looks alone need no element of their own. */
bool com_on_betont(struct com *c, const struct doc_node *n)
{
	(void)n;
	c->o.ch = com_char(c, c->o.ch, COM_ITALIC);
	return true;
}

bool com_on_stark(struct com *c, const struct doc_node *n)
{
	(void)n;
	c->o.ch = com_char(c, c->o.ch, COM_BOLD);
	return true;
}

bool com_on_abk(struct com *c, const struct doc_node *n)
{
	if (doc_get(n, DOC_A_LANGFORM)) {
		struct block *span = com_inline(c, n, BLK_SPAN);
		blk_more(c->t, span)->expansion = doc_get(n, DOC_A_LANGFORM);
	}
	return true;
}

bool com_on_wert(struct com *c, const struct doc_node *n)
{
	const struct doc_kennzahl *k = doc_get(n, DOC_A_REF) ? doc_kennzahl(c->doc, doc_get(n, DOC_A_REF)) : NULL;
	if (!k) {
		com_put(c, "?");                           /* told by check */
		return false;
	}
	struct buf b = {0};
	doc_put_kennzahl(&b, k);
	com_put(c, com_from(c, &b));
	return false;
}

bool com_on_sprache(struct com *c, const struct doc_node *n)
{
	com_in_language(c, n, doc_get(n, DOC_A_LANG));
	return true;
}

bool com_on_code(struct com *c, const struct doc_node *n)
{
	com_inline(c, n, BLK_CODE);
	c->o.ch = com_char(c, c->o.ch, COM_FIXED);
	return true;
}

bool com_on_umbruch(struct com *c, const struct doc_node *n)
{
	(void)n;
	com_special(c, BLK_SEG_BREAK, 0);
	return false;
}

bool com_on_offen(struct com *c, const struct doc_node *n)
{
	com_blank(c, n, doc_get(n, DOC_A_WAS));
	return false;
}

bool com_on_beschlussdatum(struct com *c, const struct doc_node *n)
{
	const char *who = doc_get(n, DOC_A_GREMIUM), *iso;
	const struct doc_node *b = doc_angabe(c->doc, DOC_BESCHLUSS);
	while (b && who && !doc_is(b, DOC_A_GREMIUM, who))
		b = doc_next(b, DOC_BESCHLUSS);
	struct date date;
	iso = b ? doc_get(b, DOC_A_DATUM) : NULL;
	if (!iso || !date_parse(&date, iso)) {
		com_blank(c, n, sty_word(c->s, "beschlussdatum"));
		return false;
	}
	struct buf out = {0};
	date_put(&out, date);
	com_put(c, com_from(c, &out));
	return false;
}

bool com_on_datum(struct com *c, const struct doc_node *n)
{
	struct buf b = {0};
	doc_put_datum(&b, n);
	com_put(c, com_from(c, &b));
	return false;
}
