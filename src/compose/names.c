/* names.c: what the town and its offices are called: in the document, on the day of a paper. */
#include "compose/names.h"

#include <string.h>

#include "compose/put.h"
#include "model/papier.h"

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

const struct doc_node *com_town(const struct com *c)
{
	return c->doc->verzeichnis ? doc_child(c->doc->verzeichnis->root, DOC_ORT) : NULL;
}

const char *com_address(struct com *c)
{
	const struct doc_node *t = com_town(c), *a = t ? doc_child(t, DOC_ANSCHRIFT) : NULL;
	struct buf b = {0};
	buf_str(&b, c->s->town);
	if (a && doc_get(a, DOC_A_STRASSE))
		buf_fmt(&b, ", %s", doc_get(a, DOC_A_STRASSE));
	if (a && doc_get(a, DOC_A_ORT))
		buf_fmt(&b, ", %s%s%s", doc_get(a, DOC_A_PLZ) ? doc_get(a, DOC_A_PLZ) : "",
			doc_get(a, DOC_A_PLZ) ? " " : "", doc_get(a, DOC_A_ORT));
	return com_from(c, &b);
}

const char *com_website(struct com *c)
{
	const struct doc_node *t = com_town(c), *k = t ? doc_child(t, DOC_KONTAKT) : NULL;
	const char *url = k ? doc_get(k, DOC_A_WEB) : NULL, *shown = url ? strstr(url, "://") : NULL;
	return shown ? shown + 3 : url;
}
