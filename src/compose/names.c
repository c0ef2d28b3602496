/* names.c: what the town and its offices are called: in the document, on the day of a paper. */
#include "compose/names.h"

#include <string.h>

#include "compose/put.h"
#include "model/niederschrift.h"

const char *com_stelle(struct com *c, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_STELLE);
	const struct doc_stelle *s = id ? doc_stelle(c->doc, id) : NULL;
	return s ? s->name : id ? "?" : "";            /* an unknown one is told by check */
}

const char *com_part_title(struct com *c, const struct doc *doc, const struct doc_node *part, bool brief)
{
	struct buf b = {0};
	const char *name = brief ? doc_get(part, DOC_A_KURZ) : NULL;
	const struct doc_node *title = doc_child(part, DOC_TITEL);
	if (part->number)
		buf_fmt(&b, brief ? "%s\u00A0" : "%s ", part->number);
	if (name)
		buf_str(&b, name);
	else if (title)
		doc_text(&b, doc, title);
	return com_from(c, &b);
}

const char *com_name(struct com *c, const char *id, struct date day)
{
	const char *name = id ? doc_name_am(c->doc, id, day) : NULL;
	return name ? name : id ? "?" : "";            /* an unknown one is told by check */
}

const char *com_names(struct com *c, const struct doc_gremien *g, struct date day)
{
	struct buf b = {0};
	doc_put_gremien(&b, c->doc, g, day);
	return com_from(c, &b);
}

const char *com_goes_on(struct com *c, struct date began)
{
	struct buf b = {0};
	buf_fmt(&b, "%s ", sty_word(c->s, "fortsetzung-von"));
	date_put(&b, began);
	return com_from(c, &b);
}

const struct doc_node *com_town(const struct com *c)
{
	return c->doc->verzeichnis ? doc_child(c->doc->verzeichnis->root, DOC_ORT) : NULL;
}

/* The letter head of the body whose session or minutes these are; NULL: it has none of its own. */
static const struct doc_node *own_head(const struct com *c)
{
	const struct doc_sitzung *s = doc_sitzung(c->doc);
	const struct doc_niederschrift *n = doc_niederschrift(c->doc);
	const struct doc_stelle *body = s || n ? doc_stelle(c->doc, s ? s->gremium : n->gremium) : NULL;
	return body ? doc_child(body->node, DOC_BRIEFKOPF) : NULL;
}

static const char *own(const struct com *c, enum doc_attr a)
{
	const struct doc_node *head = own_head(c);
	return head ? doc_get(head, a) : NULL;
}

const char *com_sender(const struct com *c)
{
	const char *said = own(c, DOC_A_ABSENDER);
	return said ? said : c->s->town;
}

const char *com_mover(struct com *c, const struct doc *paper)
{
	const struct doc_vorlage *v = doc_vorlage(paper);
	const struct doc_node *n = v && !v->federfuehrung ? doc_angabe(paper, DOC_VERFASSER) : NULL;
	struct buf b = {0};
	for (; n; n = doc_next(n, DOC_VERFASSER))
		if (doc_get(n, DOC_A_NAME))
			buf_fmt(&b, "%s%s", b.len ? ", " : "", doc_get(n, DOC_A_NAME));
	return b.len ? com_from(c, &b) : NULL;
}

const char *com_head_office(const struct com *c)
{
	const char *said = own(c, DOC_A_LEITUNG);
	return said ? said : sty_word(c->s, "amtsleitung");
}

/* The body's, else the town's. */
static const struct doc_node *fact(const struct com *c, enum doc_kind kind)
{
	const struct doc_node *head = own_head(c), *t = com_town(c), *said = head ? doc_child(head, kind) : NULL;
	return said ? said : t ? doc_child(t, kind) : NULL;
}

const char *com_address(struct com *c)
{
	const struct doc_node *a = fact(c, DOC_ANSCHRIFT);
	struct buf b = {0};
	buf_str(&b, com_sender(c));
	if (a && doc_get(a, DOC_A_STRASSE))
		buf_fmt(&b, ", %s", doc_get(a, DOC_A_STRASSE));
	if (a && doc_get(a, DOC_A_ORT))
		buf_fmt(&b, ", %s%s%s", doc_get(a, DOC_A_PLZ) ? doc_get(a, DOC_A_PLZ) : "",
			doc_get(a, DOC_A_PLZ) ? " " : "", doc_get(a, DOC_A_ORT));
	return com_from(c, &b);
}

const char *com_website(struct com *c)
{
	const struct doc_node *k = fact(c, DOC_KONTAKT);
	const char *url = k ? doc_get(k, DOC_A_WEB) : NULL, *shown = url ? strstr(url, "://") : NULL;
	return shown ? shown + 3 : url;
}
