/* mappe.c: what leaves a session as one file: its agenda, and in the Mappe every paper behind it with pages of its own. */
#include <stdlib.h>

#include "compose/com.h"

/* "Sitzungsmappe Integrationsrat, 31. Mai 2023" */
static const char *title_of(struct com *c, const struct doc_sitzung *s, const char *word)
{
	struct buf b = {0};
	buf_fmt(&b, "%s %s", sty_word(c->s, word), com_name(c, s->gremium, s->datum));
	if (s->datum.year) {
		buf_str(&b, ", ");
		date_put(&b, s->datum);
	}
	return com_from(c, &b);
}

static bool is_open(const struct doc_agenda_item *it, bool intern)
{
	return it->nummer && !it->entfallen && (intern || it->oeffentlich);
}

/* Papers that stand in the Mappe: by item, each once. */
static const struct doc **papers_in(struct com *c, const struct com_session *k, const struct doc *const *papers)
{
	const struct doc **all = MEM_ARRAY(c->t->mem, const struct doc *, k->agenda->n + 1);
	for (size_t i = 0; k->mappe && papers && i < k->agenda->n; i++)
		if (papers[i] && doc_vorlage(papers[i]) && is_open(&k->agenda->items[i], k->intern))
			all[i] = papers[i];
	return all;
}

static void facts(struct com *c, const struct com_session *k, const struct doc *sitzung)
{
	const struct doc **docs = MEM_ARRAY(c->t->mem, const struct doc *, k->agenda->n + 2);
	com_facts(c);
	c->t->title = title_of(c, k->s, k->word);
	docs[0] = sitzung;
	for (size_t i = 0; i < k->agenda->n; i++)
		docs[i + 1] = k->papers[i];
	com_attach(c, docs, k->agenda->n + 1);
}

static void add_papers(struct com *c, struct com_session *k)
{
	for (size_t i = 0; i < k->agenda->n; i++) {
		const struct doc *d = k->papers[i];
		if (!d)
			continue;
		com_open(c, d);
		c->prefix = doc_vorlage(d)->id;
		struct block *h = com_vorlage(c, k, &k->agenda->items[i]);
		com_close(c);
		struct com_item *l = &k->items[i];
		if (l->title)
			l->title->target = h;
		if (l->number)
			l->number->target = h;
		if (l->page)
			l->page->segs[l->seg].target = h;
	}
}

struct blk_tree *com_sitzung(const struct doc *sitzung, const struct doc_agenda *agenda, const struct doc *const *papers, enum com_sitzung kind, const struct style *style,
	struct txt *txt, struct diag *d)
{
	static const char *const words[] = {[COM_BEKANNTMACHUNG] = "bekanntmachung", [COM_TAGESORDNUNG_INTERN] = "tagesordnung", [COM_MAPPE] = "sitzungsmappe",
		[COM_MAPPE_INTERN] = "sitzungsmappe"};
	struct com c;
	com_begin(&c, sitzung, style, txt, d);
	struct com_session k = {.s = doc_sitzung(sitzung), .agenda = agenda, .kind = kind, .word = words[kind], .intern = kind == COM_TAGESORDNUNG_INTERN || kind == COM_MAPPE_INTERN,
		.mappe = kind == COM_MAPPE || kind == COM_MAPPE_INTERN};
	if (!k.s)
		return com_finish(&c);
	k.papers = papers_in(&c, &k, papers);
	k.items = k.mappe ? MEM_ARRAY(c.t->mem, struct com_item, agenda->n + 1) : NULL;
	com_open(&c, sitzung);
	facts(&c, &k, sitzung);
	com_tagesordnung(&c, &k);
	com_close(&c);
	add_papers(&c, &k);
	return com_finish(&c);
}
