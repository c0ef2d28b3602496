/* mappe.c: what leaves a session as one file: its agenda, and in the Mappe every paper behind it with pages of its own.
 * */
#include <string.h>

#include "compose/compose.h"
#include "compose/document.h"
#include "compose/list.h"
#include "compose/names.h"
#include "compose/put.h"
#include "compose/run.h"
#include "compose/session.h"

/* "Sitzungsmappe Integrationsrat, 31. Mai 2023" */
static const char *title_of(struct com *c, const struct doc_sitzung *s, const char *word)
{
	struct buf b = {0};
	buf_part(&b, "", sty_word(c->s, word), " ");
	buf_str(&b, com_names(c, &s->gremien, s->datum));
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
	const bool wanted = k->mappe || k->kind == COM_REGIEBUCH;
	for (size_t i = 0; wanted && papers && i < k->agenda->n; i++)
		if (papers[i] && doc_vorlage(papers[i]) && is_open(&k->agenda->items[i], k->intern))
			all[i] = papers[i];
	return all;
}

static void facts(struct com *c, const struct com_session *k, const struct doc *sitzung)
{
	const struct doc **docs = MEM_ARRAY(c->t->mem, const struct doc *, k->agenda->n + 2);
	com_facts(c);
	c->t->draft |= k->kind == COM_TAGESORDNUNG_ENTWURF;
	c->t->title = title_of(c, k->s, k->word);
	if (c->t->draft)
		c->t->title = com_as_draft(c, c->t->title);
	docs[0] = sitzung;
	for (size_t i = 0; i < k->agenda->n; i++)
		docs[i + 1] = k->papers[i];
	com_attach(c, docs, k->agenda->n + 1, &(struct com_attach){.whole = k->intern, .anlagen = k->mappe});
}

/* The open run of pages keeps the numbers it had in the first Mappe; what was not in it gets letters. */
static void keep_numbers(struct com *c, const struct com_session *k, size_t i)
{
	const struct com_kept *kept = k->mappe && k->told ? k->told->kept : NULL;
	if (!kept || !c->pages)
		return;
	c->pages->kept_from = (uint16_t)(kept[i].pages ? kept[i].from : 0);
	c->pages->kept_pages = (uint16_t)kept[i].pages;
	c->pages->supplement = !kept[i].pages;
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
		keep_numbers(c, k, i + 1);
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

static const char *standing(const struct style *s, enum doc_top_art art)
{
	static const char *const words[] = {[DOC_TOP_VORLAGEN] = "top-vorlagen",
		[DOC_TOP_EINWOHNERFRAGEN] = "top-einwohnerfragen",
		[DOC_TOP_NIEDERSCHRIFT] = "top-niederschrift",
		[DOC_TOP_BERICHT] = "top-bericht",
		[DOC_TOP_ANFRAGEN] = "top-anfragen",
		[DOC_TOP_VERFAHREN] = "top-verfahren",
		[DOC_TOP_UEBERSCHRIFT] = NULL};
	return words[art] ? sty_word(s, words[art]) : NULL;
}

static const char *draft_title(struct mem *m, const struct style *s, const struct doc_top *t)
{
	struct buf b = {0};
	const char *word = standing(s, t->art);
	if (t->titel || !word)
		return t->titel ? t->titel : t->vorlage ? t->vorlage : "";
	buf_str(&b, word);
	if (t->art == DOC_TOP_NIEDERSCHRIFT && t->vom.year) {
		buf_chr(&b, ' ');
		date_put_short(&b, t->vom);
	}
	return buf_take(&b, m);
}

/* The public reads of a non-public item what the clerk wrote for it, never its title. */
static const char *public_title(struct mem *m, const struct style *s, const struct doc_top *t)
{
	if (t->oeffentlich || (!t->titel && standing(s, t->art)))
		return draft_title(m, s, t);
	return t->neutral ? t->neutral : sty_word(s, "top-neutral");
}

/* "Ö/N" gives "Ö 4" and "N 1"; "Ö#/N#" gives "Ö4"; "/N#" a prefix to the non-public part only. */
const char *com_top_prefix(struct mem *m, const struct style *s, bool oeffentlich)
{
	const char *said = sty_rule(s, "top-praefix", "keins"), *slash = strchr(said, '/');
	if (!strcmp(said, "keins"))
		return "";
	const char *from = oeffentlich || !slash ? said : slash + 1;
	size_t n = oeffentlich && slash ? (size_t)(slash - said) : strlen(from), hash = strcspn(from, "#");
	const char *text = mem_str(m, from, hash < n ? hash : n);
	return hash < n || !*text ? text : mem_fmt(m, "%s ", text);
}

/* How far a part of the agenda is counted. */
struct count {
	int number, sub;                               /* of the last item, and of the last below it */
	bool open;                                     /* papers of the register come before: no number is known */
	const char *joint;                             /* number of the item above; NULL: none */
};

static const char *draft_number(struct mem *m, struct count *n, const struct doc_top *t, const char *prefix)
{
	const char *number = NULL;
	if (t->art == DOC_TOP_UEBERSCHRIFT)
		return NULL;
	n->open |= t->art == DOC_TOP_VORLAGEN;
	n->sub = t->ueber ? n->sub : 0;
	if (t->ueber && n->joint && !t->entfallen)
		number = n->open ? n->joint : mem_fmt(m, "%s.%d", n->joint, ++n->sub);
	else if (!t->ueber && !t->entfallen)
		number = n->open ? mem_fmt(m, "%s…", prefix) : mem_fmt(m, "%s%d", prefix, ++n->number);
	if (!t->ueber)
		n->joint = number;
	return number;
}

/* What a session shows without a register: its own items; "…" where papers will stand, and for the numbers that come
 * after them. */
static const struct doc_agenda *draft(struct mem *m, const struct doc_sitzung *s, const struct style *style)
{
	struct doc_agenda *a = MEM_NEW(m, struct doc_agenda);
	struct doc_agenda_item *it = MEM_ARRAY(m, struct doc_agenda_item, s->ntops + 1);
	bool through = sty_rule_is(style, "top-zaehlung", "durchgehend");
	struct count n = {0};
	*a = (struct doc_agenda){.items = it, .n = s->ntops};
	for (size_t i = 0; i < s->ntops; i++) {
		const struct doc_top *t = &s->tops[i];
		if (i && !through && t->oeffentlich != s->tops[i - 1].oeffentlich)
			n = (struct count){0};
		it[i] = (struct doc_agenda_item){.order = (int)i,
			.drucksache = t->vorlage,
			.oeffentlich = t->oeffentlich,
			.entfallen = t->entfallen,
			.grund = t->grund,
			.unter = t->ueber,
			.mit = t->mit,
			.ueberschrift = t->art == DOC_TOP_UEBERSCHRIFT,
			.node = t->node,
			.nummer = draft_number(m, &n, t, com_top_prefix(m, style, t->oeffentlich)),
			.titel = public_title(m, style, t)};
	}
	return a;
}

static void compose(struct com *c, struct com_session *k, const struct doc *sitzung, const struct doc *const *papers)
{
	static const char *const words[] = {[COM_BEKANNTMACHUNG] = "bekanntmachung",
		[COM_TAGESORDNUNG_INTERN] = "tagesordnung",
		[COM_MAPPE] = "sitzungsmappe",
		[COM_MAPPE_INTERN] = "sitzungsmappe",
		[COM_TAGESORDNUNG_ENTWURF] = "tagesordnung",
		[COM_REGIEBUCH] = "regiebuch"};
	k->s = doc_sitzung(sitzung);
	k->word = words[k->kind];
	if (k->kind == COM_TAGESORDNUNG_ENTWURF && k->s->bekanntmachung.year)        /* it drafts the notice */
		k->word = words[COM_BEKANNTMACHUNG];
	k->signed_ = k->word == words[COM_BEKANNTMACHUNG];
	k->intern = k->kind == COM_TAGESORDNUNG_INTERN || k->kind == COM_MAPPE_INTERN ||
		k->kind == COM_REGIEBUCH;
	k->mappe = k->kind == COM_MAPPE || k->kind == COM_MAPPE_INTERN;
	k->papers = papers_in(c, k, papers);
	k->items = k->mappe ? MEM_ARRAY(c->t->mem, struct com_item, k->agenda->n + 1) : NULL;
	size_t n;
	doc_anlagen(sitzung, &n);
	k->jumps = k->mappe ? MEM_ARRAY(c->t->mem, struct block *, n + 1) : NULL;
	com_open(c, sitzung);
	facts(c, k, sitzung);
	if (k->kind == COM_REGIEBUCH) {
		c->t->nattachments = 0;                /* it is only looked at */
		com_regiebuch(c, k);
		com_close(c);
		return;
	}
	com_tagesordnung(c, k);
	keep_numbers(c, k, 0);
	if (k->mappe)
		com_news(c, k);
	com_close(c);
	add_papers(c, k);
}

void com_draft(struct com *c, const struct doc *sitzung)
{
	struct com_session k = {
		.agenda = draft(c->t->mem, doc_sitzung(sitzung), c->s), .kind = COM_TAGESORDNUNG_ENTWURF};
	compose(c, &k, sitzung, NULL);
}

struct blk_tree *com_sitzung(const struct com_meeting *m, enum com_sitzung kind, const struct style *style,
	struct txt *txt, struct diag *d)
{
	struct com c;
	struct com_session k = {.agenda = m->agenda, .kind = kind, .told = m};
	com_begin(&c, m->sitzung, style, txt, d);
	if (doc_sitzung(m->sitzung))
		compose(&c, &k, m->sitzung, m->papers);
	return com_finish(&c);
}
