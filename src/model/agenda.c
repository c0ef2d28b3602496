/* agenda.c: the agenda of a session, from what the clerk wrote and the papers that the register names. */
#include "model/agenda.h"

#include <stdlib.h>
#include <string.h>

struct build {
	struct mem *mem;
	const struct doc *doc;
	const struct doc_agenda_paper *papers;
	size_t npapers;
	bool *placed;                                  /* per paper: named by a <top>, or already among the items */
	const struct doc_agenda_item *kept;
	size_t nkept;
	const struct doc_agenda_item *before;          /* of the session that goes on */
	size_t nbefore;
	const struct doc_agenda_town *town;
	struct diag *diag;
	struct doc_agenda_item *items;
	size_t n;
};

static const struct doc_agenda_item *item_of(const struct doc_agenda_item *all, size_t n, const char *id)
{
	for (size_t i = 0; id && i < n; i++)
		if (all[i].id && !strcmp(all[i].id, id))
			return &all[i];
	return NULL;
}

static const struct doc_agenda_item *kept_item(const struct build *b, const char *id)
{
	return item_of(b->kept, b->nkept, id);
}

/* "Ö 4.2" stands under "Ö 4". */
static bool is_sub(const char *nummer)
{
	return nummer && strchr(nummer, '.');
}

static int main_of(const char *nummer)
{
	return nummer ? (int)strtol(nummer + strcspn(nummer, "0123456789"), NULL, 10) : 0;
}

static int sub_of(const char *nummer)
{
	return is_sub(nummer) ? (int)strtol(strchr(nummer, '.') + 1, NULL, 10) : 0;
}

/* ---- one item */

static struct doc_agenda_item *add(struct build *b, const struct doc_top *top)
{
	struct doc_agenda_item *it = &b->items[b->n++];
	it->node = top->node;
	it->id = top->id;
	it->oeffentlich = top->oeffentlich;
	it->entfallen = top->entfallen;
	it->grund = top->grund;
	it->dringlichkeit = top->dringlichkeit;
	it->unter = top->ueber;
	it->mit = top->mit;
	it->ueberschrift = top->art == DOC_TOP_UEBERSCHRIFT;
	it->rollen = doc_get(top->node, DOC_A_ROLLE);
	return it;
}

static void add_paper(struct build *b, const struct doc_top *top, size_t i)
{
	const struct doc_agenda_paper *p = &b->papers[i];
	struct doc_agenda_item *it = add(b, top);
	it->id = it->paper_id = p->id;
	it->paper_path = p->path;
	it->drucksache = p->nummer;
	it->rollen = p->rollen;
	it->dringlichkeit = it->dringlichkeit ? it->dringlichkeit : p->dringlichkeit;
	/* several papers at an item may have a title together */
	it->titel_intern = !top->mit && top->titel && doc_child(top->node, DOC_DRUCKSACHE) ? top->titel
		: p->titel ? p->titel : p->nummer;
	it->zurueck = p->zurueck;
	it->titel = top->oeffentlich && !p->zurueck ? it->titel_intern
		: p->neutral                        ? p->neutral
						    : b->town->neutral;
	b->placed[i] = true;
}

static size_t find_paper(const struct build *b, const char *nummer)
{
	size_t i = 0;
	while (nummer && i < b->npapers && (!b->papers[i].nummer || strcmp(b->papers[i].nummer, nummer)))
		i++;
	return nummer ? i : b->npapers;
}

static void add_named(struct build *b, const struct doc_top *top)
{
	size_t i = find_paper(b, top->vorlage);
	if (i < b->npapers && (b->papers[i].oeffentlich || !top->oeffentlich)) {
		add_paper(b, top, i);
		return;
	}
	const char *file = doc_path(b->doc, top->node);
	if (i < b->npapers)
		diag_error(b->diag, "TAGESORDNUNG", file, top->node->line,
			"Die Vorlage %s ist nichtöffentlich und steht im öffentlichen Teil; bitte in <teil "
			"art=\"nichtoeffentlich\"> setzen",
			top->vorlage);
	else if (!top->entfallen)
		diag_error(b->diag, "TAGESORDNUNG", file, top->node->line,
		           "Die Vorlage %s ist für dieses Gremium und diesen Tag nicht freigegeben; bitte die Nummer "
		           "prüfen oder die Vorlage aufnehmen und freigeben", top->vorlage);
	struct doc_agenda_item *it = add(b, top);
	it->drucksache = top->vorlage;
	it->titel_intern = top->titel ? top->titel : mem_fmt(b->mem, "Vorlage %s", top->vorlage);
	it->titel = top->oeffentlich ? it->titel_intern : b->town->neutral;
}

bool doc_title_open(const char *list, const char *title)
{
	size_t len = title ? strlen(title) : 0;
	for (const char *p = list; p && len; p = strchr(p, '|') ? strchr(p, '|') + 1 : NULL)
		if (strcspn(p, "|") == len && !memcmp(p, title, len))
			return true;
	return false;
}

static void add_own(struct build *b, const struct doc_top *top)
{
	const char *title = top->titel, *neutral = top->neutral;
	struct doc_agenda_item *it = add(b, top);
	const char *word = b->town->titel[top->art];
	if (top->art == DOC_TOP_NIEDERSCHRIFT && !top->oeffentlich && b->town->niederschrift_intern)
		word = b->town->niederschrift_intern;
	if (!title && word && top->art == DOC_TOP_NIEDERSCHRIFT && top->vom.year) {
		struct buf t = {0};
		buf_fmt(&t, "%s ", word);
		date_put_short(&t, top->vom);
		word = buf_take(&t, b->mem);
	}
	it->titel_intern = title ? title : word ? word : "";
	it->titel = top->oeffentlich || (!title && word) ? it->titel_intern
		: neutral                                ? neutral
		: doc_title_open(b->town->titel_offen, title) ? title
							      : b->town->neutral;
}

static void add_top(struct build *b, const struct doc_top *top)
{
	if (top->art == DOC_TOP_VORLAGEN) {
		for (size_t i = 0; i < b->npapers; i++)
			if (!b->placed[i] && b->papers[i].oeffentlich == top->oeffentlich)
				add_paper(b, top, i);
	} else if (top->vorlage) {
		add_named(b, top);
	} else {
		add_own(b, top);
	}
}

/* ---- all of them */

/* What was announced and is there no more stays visible with its number. */
static void add_vanished(struct build *b, bool oeffentlich)
{
	size_t n = b->n;
	for (size_t k = 0; k < b->nkept; k++) {
		bool there = b->kept[k].oeffentlich != oeffentlich;
		for (size_t i = 0; i < n && !there; i++)
			there = b->items[i].id && b->kept[k].id && !strcmp(b->items[i].id, b->kept[k].id);
		if (there)
			continue;
		struct doc_agenda_item *it = &b->items[b->n++];
		*it = b->kept[k];
		it->entfallen = true;
		it->unter = is_sub(it->nummer);
		it->node = NULL;
		it->paper_path = NULL;
	}
}

static void tell_unplaced(struct build *b)
{
	for (size_t i = 0; i < b->npapers; i++)
		if (!b->placed[i])
			diag_error(b->diag, "TAGESORDNUNG", doc_path(b->doc, b->doc->root), b->doc->root->line,
				"Die freigegebene Vorlage %s hat keinen Platz; erwartet wird <vorlagen/> im %s Teil "
				"der Tagesordnung, bitte dort ergänzen%s",
				b->papers[i].nummer ? b->papers[i].nummer : b->papers[i].id,
				b->papers[i].oeffentlich ? "öffentlichen" : "nichtöffentlichen",
				b->papers[i].oeffentlich
					? " oder, berät dieses Gremium nichtöffentlich, an der <beratung> der Vorlage "
					  "oeffentlich=\"nein\" angeben"
					: "");
}

static int highest(const struct build *b, bool oeffentlich)
{
	int most = 0;
	for (size_t k = 0; k < b->nkept + b->nbefore; k++) {
		const struct doc_agenda_item *it = k < b->nkept ? &b->kept[k] : &b->before[k - b->nkept];
		if (b->town->durchgehend || it->oeffentlich == oeffentlich) {
			int v = main_of(it->nummer);
			most = v > most ? v : most;
		}
	}
	return most;
}

static bool under(const char *nummer, const char *joint)
{
	size_t n = joint ? strlen(joint) : 0;
	return n && nummer && !strncmp(nummer, joint, n) && nummer[n] == '.';
}

static int highest_sub(const struct build *b, const char *joint)
{
	int most = 0;
	for (size_t k = 0; k < b->nkept; k++)
		if (under(b->kept[k].nummer, joint) && sub_of(b->kept[k].nummer) > most)
			most = sub_of(b->kept[k].nummer);
	return most;
}

/* What was announced by itself stays so, and what was announced under an item stays there. */
static const char *kept_number(struct build *b, const struct doc_agenda_item *it, const struct doc_agenda_item *old,
	const char *joint)
{
	if (it->node && (it->unter ? !under(old->nummer, joint) : is_sub(old->nummer)))
		diag_error(b->diag, "TAGESORDNUNG", doc_path(b->doc, it->node), it->node->line,
			"Dieser Punkt ist als TOP %s bekannt gemacht; danach bleibt jeder Punkt, wo er ist, bitte "
			"%s",
			old->nummer,
			is_sub(old->nummer) ? "wieder unter seinen gemeinsamen Punkt stellen"
					    : "wieder zu einem eigenen Punkt machen");
	return old->nummer;
}

/* What gets its first number when others are announced already is a supplement, and the town may want to know why. */
static void added_late(struct build *b, struct doc_agenda_item *it, const struct doc_agenda_item *old)
{
	bool late = b->nkept && it->nummer && !(old && old->nummer);
	it->nachtrag |= late;
	if (!late || !b->town->dringlichkeit || (it->dringlichkeit && *it->dringlichkeit) || !it->node)
		return;
	diag_error(b->diag, "NACHTRAG", doc_path(b->doc, it->node), it->node->line,
		"„%s“ kommt nach der Bekanntmachung dazu und sagt nicht, warum die Sache nicht warten kann; nach der "
		"Geschäftsordnung der Kommune wird dringlichkeit=\"…\" erwartet, bitte %s ergänzen",
		it->titel_intern ? it->titel_intern : "",
		it->paper_path ? "an der <beratung> der Vorlage" : "am <top>");
}

/* Numbers the items from first on, all of one part; returns the last number given. */
static int number(struct build *b, size_t first, bool oeffentlich, int last)
{
	const char *prefix = oeffentlich ? b->town->praefix : b->town->praefix_intern, *joint = NULL;
	int sub = 0;
	for (size_t i = first; i < b->n; i++) {
		struct doc_agenda_item *it = &b->items[i];
		const struct doc_agenda_item *old = kept_item(b, it->id),
					     *then = item_of(b->before, b->nbefore, it->id);
		if (!old && then && then->nummer && then->oeffentlich == oeffentlich) {
			it->nummer = then->nummer;
		} else if (old && old->nummer && old->oeffentlich == oeffentlich) {
			it->nummer = kept_number(b, it, old, joint);
			it->nachtrag = old->nachtrag;
		} else if (it->ueberschrift)
			continue;
		else if (it->unter && joint && !it->entfallen)
			it->nummer = mem_fmt(b->mem, "%s.%d", joint, ++sub);
		else if (!it->unter && !it->entfallen)
			it->nummer = mem_fmt(b->mem, "%s%d", prefix ? prefix : "", ++last);
		added_late(b, it, old);
		if (!it->unter) {
			joint = it->nummer;
			sub = highest_sub(b, joint);
		}
	}
	return last;
}

/* Items without a number stand at the end. */
static bool comes_after(const char *a, const char *b)
{
	if (!a || !b)
		return !a && b;
	return main_of(a) != main_of(b) ? main_of(a) > main_of(b) : sub_of(a) > sub_of(b);
}

static const char *place_of(const struct doc_agenda_item *it)
{
	return it->ueberschrift ? it->platz : it->nummer;
}

/* A heading stays before the item it stands before. */
static void place_headings(struct build *b, size_t first)
{
	const char *next = NULL;
	for (size_t i = b->n; i > first; i--) {
		struct doc_agenda_item *it = &b->items[i - 1];
		it->platz = next;
		next = it->nummer ? it->nummer : next;
	}
}

static void sort_by_number(struct build *b, size_t first)
{
	place_headings(b, first);
	for (size_t i = first + 1; i < b->n; i++) {
		struct doc_agenda_item it = b->items[i];
		size_t k = i;
		for (; k > first && comes_after(place_of(&b->items[k - 1]), place_of(&it)); k--)
			b->items[k] = b->items[k - 1];
		b->items[k] = it;
	}
}

/* Announced at first, with the number it has now, and neither gone nor withdrawn; a supplement has a high number
 * wherever it stands. */
static bool stays(const struct build *b, const struct doc_agenda_item *it)
{
	const struct doc_agenda_item *old = it->node && !it->entfallen ? kept_item(b, it->id) : NULL;
	return old && old->nummer && old->oeffentlich == it->oeffentlich && !old->nachtrag;
}

/* The item stands where its number does not belong: behind a higher one, or before a lower one. NULL: it does not. */
static const struct doc_agenda_item *out_of_order(const struct build *b, size_t first, size_t at)
{
	const struct doc_agenda_item *it = &b->items[at];
	for (size_t i = first; i < b->n; i++) {
		const struct doc_agenda_item *o = &b->items[i];
		bool wrong = i < at ? comes_after(o->nummer, it->nummer)
				    : o->node && o->node->kind == DOC_VORLAGEN && comes_after(it->nummer, o->nummer);
		if (wrong && stays(b, o))
			return o;
	}
	return NULL;
}

/* Items announced at a place of their own stand in the order of their numbers; another order was meant to move one. */
static void tell_moved(struct build *b, size_t first)
{
	for (size_t i = first; i < b->n; i++) {
		const struct doc_agenda_item *it = &b->items[i], *other;
		if (!it->node || it->node->kind != DOC_TOP || !stays(b, it) || !(other = out_of_order(b, first, i)))
			continue;
		diag_error(b->diag, "TAGESORDNUNG", doc_path(b->doc, it->node), it->node->line,
			"Dieser Punkt ist als TOP %s bekannt gemacht und steht jetzt %s TOP %s; danach bleibt jeder "
			"Punkt, wo er ist, bitte ihn an seinen Platz zurückstellen",
			it->nummer, comes_after(it->nummer, other->nummer) ? "vor" : "hinter", other->nummer);
	}
}

static int build_part(struct build *b, const struct doc_sitzung *s, bool oeffentlich, int last)
{
	size_t first = b->n;
	for (size_t i = 0; i < s->ntops; i++)
		if (s->tops[i].oeffentlich == oeffentlich)
			add_top(b, &s->tops[i]);
	if (b->nkept)
		add_vanished(b, oeffentlich);
	const int most = highest(b, oeffentlich);
	last = number(b, first, oeffentlich, most > last ? most : last);
	if (b->nkept)
		tell_moved(b, first);
	if (b->nkept + b->nbefore)
		sort_by_number(b, first);
	return b->town->durchgehend ? last : 0;
}

static const char *roles_told(const struct build *b, const char *ids)
{
	struct buf words = {0};
	if (b->town->terms && ids)
		b->town->terms->roles(&words, b->town->terms->town, ids);
	return buf_take(&words, b->mem);
}

static const struct doc_node *next_in_part(const struct doc_node *n)
{
	for (n = n ? n->next : NULL; n && n->kind != DOC_TOP && n->kind != DOC_VORLAGEN;)
		n = n->next;
	return n;
}

/* Nothing comes below a heading at the end of its part, or before another one that does not stand right behind it (as
 * the first of its parts would): papers were to come there, and none did. */
static bool stays_empty(const struct doc_agenda_item *it, const struct doc_agenda_item *next)
{
	return !next || next->oeffentlich != it->oeffentlich ||
		(next->ueberschrift && next->node != next_in_part(it->node));
}

static void drop_empty_headings(struct build *b)
{
	size_t to = b->n;
	for (size_t i = b->n; i-- > 0;)
		if (!b->items[i].ueberschrift || !stays_empty(&b->items[i], to < b->n ? &b->items[to] : NULL))
			b->items[--to] = b->items[i];
	memmove(b->items, b->items + to, (b->n - to) * sizeof *b->items);
	b->n -= to;
}

const struct doc_agenda *doc_agenda_build(struct mem *m, const struct doc_agenda_from *from, struct diag *d)
{
	const struct doc_sitzung *s = doc_sitzung(from->sitzung);
	struct doc_agenda *a = MEM_NEW(m, struct doc_agenda);
	size_t npapers = from->npapers, nkept = from->nkept;
	if (!s)
		return a;
	struct build b = {.mem = m,
		.doc = from->sitzung,
		.papers = from->papers,
		.npapers = npapers,
		.kept = from->kept,
		.nkept = nkept,
		.before = from->before,
		.nbefore = from->nbefore,
		.town = from->town,
		.diag = d};
	b.placed = MEM_ARRAY(m, bool, npapers + 1);
	b.items = MEM_ARRAY(m, struct doc_agenda_item, s->ntops + npapers + nkept + 1);
	for (size_t i = 0; i < s->ntops; i++) {
		size_t p = find_paper(&b, s->tops[i].vorlage);
		b.placed[p] = true;
	}
	build_part(&b, s, false, build_part(&b, s, true, 0));
	b.placed[npapers] = true;
	tell_unplaced(&b);
	drop_empty_headings(&b);
	for (size_t i = 0; i < b.n; i++) {
		b.items[i].order = (int)i;
		b.items[i].rollen_wort = roles_told(&b, b.items[i].rollen);
	}
	*a = (struct doc_agenda){b.items, b.n, nkept > 0};
	return a;
}

/* ---- for the public */

static const struct doc_node *same_node(const struct doc *excerpt, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_ID);
	if (id)
		return doc_by_id(excerpt, id);
	for (const struct doc_node *at = excerpt->root; n && at; at = doc_walk(excerpt->root, at))
		if (at->kind == n->kind && n->kind == DOC_VORLAGEN)
			return at;
	return NULL;
}

const struct doc_agenda *doc_agenda_public(struct mem *m, const struct doc_agenda *full, const struct doc *excerpt,
	const struct doc_agenda_town *town)
{
	struct doc_agenda *a = MEM_NEW(m, struct doc_agenda);
	struct doc_agenda_item *items = MEM_ARRAY(m, struct doc_agenda_item, full->n + 1);
	for (size_t i = 0; i < full->n; i++) {
		const struct doc_agenda_item *f = &full->items[i];
		items[i] = (struct doc_agenda_item){.nummer = f->nummer,
			.order = f->order,
			.titel = f->titel ? f->titel : town->neutral,
			.oeffentlich = f->oeffentlich,
			.entfallen = f->entfallen,
			.nachtrag = f->nachtrag,
			.unter = f->unter,
			.mit = f->mit,
			.ueberschrift = f->ueberschrift};
		items[i].titel_intern = items[i].titel;
		if (!f->oeffentlich || f->zurueck)
			continue;
		items[i].id = f->id;
		items[i].drucksache = f->drucksache;
		items[i].paper_path = f->paper_path;
		items[i].paper_id = f->paper_id;
		items[i].rollen = f->rollen;
		items[i].rollen_wort = f->rollen_wort;
		items[i].dringlichkeit = f->dringlichkeit;
		items[i].node = same_node(excerpt, f->node);
	}
	*a = (struct doc_agenda){items, full->n, full->announced};
	return a;
}
