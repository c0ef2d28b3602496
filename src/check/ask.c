/* ask.c: what rules ask of the document, the town and the register. */
#include "check/rule.h"

const char *chk_str(struct chk *c, const struct doc_node *n)
{
	struct buf b = {0};
	doc_text(&b, c->doc, n);
	const char *s = mem_str(c->mem, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

bool chk_draft(const struct chk *c)
{
	const char *said = doc_get(c->doc->root, DOC_A_ENTWURF),
		   *town = c->style ? sty_value(c->style, "entwurf", "zeigen") : NULL;
	return said ? !strcmp(said, "ja") : town && !strcmp(town, "ja");
}

const char *chk_place(struct chk *c, const struct doc_node *n)
{
	return mem_fmt(c->mem, "%s:%d", doc_path(c->doc, n), n->line);
}

const char *chk_town(const struct chk *c, const char *rule, const char *fallback)
{
	return c->style ? sty_rule(c->style, rule, fallback) : fallback;
}

const struct doc_muster *chk_muster(struct chk *c)
{
	if (!c->muster)
		c->muster = sty_muster(c->style, c->mem);
	return c->muster;
}

bool chk_in_number(struct chk *c, const struct chk_text *t, const char *p)
{
	enum { LONGEST = 40 };
	for (const char *s = p; s >= t->s && p - s < LONGEST; s--) {
		bool begins = s == t->s || !chk_is_word((unsigned char)s[-1]);
		if (begins && s + doc_nummer_at(chk_muster(c), s) > p)
			return true;
	}
	return false;
}

struct reg *chk_reg(struct chk *c)
{
	c->reg_missed |= !c->context->reg;
	return c->context->reg;
}

const char *chk_day(struct chk *c, struct date d)
{
	struct buf b = {0};
	date_put(&b, d);
	const char *s = mem_str(c->mem, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

const char *chk_euro(struct chk *c, money_t v)
{
	struct buf b = {0};
	doc_put_euro(&b, v, sty_waehrung(c->style));
	return buf_take(&b, c->mem);
}

struct chk chk_beside(const struct chk *c, const struct doc *doc)
{
	return (struct chk){.doc = doc, .style = c->style, .diag = c->diag, .mem = c->mem, .context = c->context};
}

const struct doc_kennzahl *chk_figure(const struct chk *c, const struct doc_node *n)
{
	const char *ref = n->kind == DOC_WERT ? doc_get(n, DOC_A_REF) : NULL;
	return ref ? doc_kennzahl(c->doc, ref) : NULL;
}
