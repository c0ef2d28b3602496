/* list.c: groups to the list of changes in the order of the new edition. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "compare/match.h"

/* A change and where it is told: key, the item of the new edition it stands at or behind, doubled so that what is gone
 * comes between two; then, the order among those of one key. */
struct sorted { struct cmp_change c; uint64_t key; uint32_t then; };
struct list {
	struct match *m;
	struct cmp *r;
	struct cmp_group *groups;
	const uint32_t *end;                           /* by item of the new edition: the last of its section */
	struct sorted *v;
	size_t n, cap;
	uint32_t ngone; uint64_t gone_key;             /* behind the last item that went; where it is told */
	/* of the old edition, up to where gone() has come: the last with a counterpart, the last of another section */
	int32_t kept, kept_apart;
	/* what key_of_gone looked for last: from where back, and what it found (-1: nothing) */
	struct sought { const struct doc_node *section, *to, *part; uint32_t from; int32_t found; } sought;
};

/* ---- parts that stand elsewhere */

/* Children of one part that are parts: by old order, whether each still follows the ones before. */
static bool part_moved(const struct match *m, const struct doc_node *old)
{
	const struct doc_node *new = m->old.node_pair[old->order], *up = old->parent;
	if (!new || !up || !new->parent)
		return false;
	const struct doc_node *to = m->old.node_pair[up->order];
	return !(to == new->parent || (cmp_is_part(new->parent) && cmp_comes_from(new->parent, up)));
}

/* Siblings out of order: not in the longest rising row. moved: by old order. */
static void find_shuffled(const struct match *m, const struct doc_node *up, bool *moved)
{
	uint32_t n = 0, k = 0;
	for (const struct doc_node *c = up->first; c; c = c->next)
		n++;
	int32_t *v = mem_alloc((n + 1) * sizeof *v);
	bool *keep = mem_alloc(n + 1);
	for (const struct doc_node *c = up->first; c; c = c->next) {
		const struct doc_node *to = cmp_is_part(c) && !part_moved(m, c) ? m->old.node_pair[c->order] : NULL;
		v[k++] = to ? (int32_t)to->order : -1;
	}
	cmp_rising(v, n, keep);
	k = 0;
	for (const struct doc_node *c = up->first; c; c = c->next, k++)
		if (cmp_is_part(c) && m->old.node_pair[c->order])
			moved[c->order] = !keep[k];
	free(v);
	free(keep);
}

/* ---- where it stands, in words */

static const struct doc_node *numbered(const struct doc_node *n)
{
	while (n && !n->number && n->parent && n->parent->parent)
		n = n->parent;
	return n;
}

static void put_part(struct buf *b, const struct doc_words *w, const struct doc *doc, const struct doc_node *part)
{
	const struct doc_node *n = numbered(part);
	if (part->kind == DOC_ANGABEN || part->kind == DOC_IMPRESSUM || part->kind == DOC_GRUSSWORT)
		buf_str(b,
			doc_word(w,
				part->kind == DOC_ANGABEN             ? "fundstelle-angaben"
					: part->kind == DOC_IMPRESSUM ? "fundstelle-impressum"
								      : "fundstelle-grusswort"));
	else if (n && n->number)
		buf_str(b, n->number);
	else if (n && cmp_lang(doc, n))
		buf_fmt(b, "%s (%s)", doc_word(w, "fundstelle-kurzfassung"), lang_name(cmp_lang(doc, n)));
	else if (n)
		doc_text(b, doc, doc_child(n, DOC_TITEL));
	if (part->kind != DOC_MASSNAHME || !part->parent)
		return;
	const unsigned k = doc_massnahme(doc, part)->which;
	if (k > 1 || doc_next(part, DOC_MASSNAHME))
		buf_fmt(b, "%s%s %u", b->len ? " " : "", doc_word(w, "fundstelle-massnahme"), k);
}

/* "1 Abbildung 2, Daten" */
static const char *data_of(struct match *m, const struct doc *doc, const struct doc_node *chart, struct buf *b)
{
	buf_fmt(b, "%s%s", b->len ? " " : "",
		doc_word(m->say, chart->number ? "fundstelle-abbildung" : "fundstelle-diagramm"));
	if (chart->number) {
		buf_fmt(b, " %s", chart->number);
	} else if (doc_child(chart, DOC_TITEL)) {
		buf_str(b, " „");
		doc_text(b, doc, doc_child(chart, DOC_TITEL));
		buf_str(b, "“");
	}
	buf_fmt(b, ", %s", doc_word(m->say, "fundstelle-daten"));
	const char *s = mem_str(m->mem, b->data, b->len);
	buf_free(b);
	return s;
}

/* "2.1 Absatz 2", "2.3 Ziel" */
static const char *place_of(struct match *m, const struct doc *doc, const struct cmp_item *it)
{
	struct buf b = {0};
	put_part(&b, m->say, doc, it->part);
	if (it->row)
		return data_of(m, doc, it->node, &b);
	bool once = it->node->kind == DOC_ZIEL || it->node->kind == DOC_ZEITBEDARF || it->node->kind == DOC_POSTEN ||
		it->node->kind == DOC_BETEILIGT || it->node->kind == DOC_SCHRITT || it->node->kind == DOC_FINANZEN ||
		(it->node->kind == DOC_TITEL && it->node->parent == it->part) || it->node->kind == DOC_UNTERTITEL;
	buf_fmt(&b, "%s%s", b.len ? " " : "", cmp_field(m, it));
	if (!once)
		buf_fmt(&b, " %u", it->count);
	return buf_take(&b, m->mem);
}

static const char *place_of_part(struct match *m, const struct doc *doc, const struct doc_node *n)
{
	struct buf b = {0};
	put_part(&b, m->say, doc, n);
	const char *word = doc_word(m->say, "fundstelle-massnahme");
	if (n->kind == DOC_MASSNAHME && !strstr(b.data ? b.data : "", word))
		buf_fmt(&b, "%s%s", b.len ? " " : "", word);
	return buf_take(&b, m->mem);
}

static const struct doc_node *section(const struct doc_node *n)
{
	while (n->parent && n->kind == DOC_MASSNAHME)
		n = n->parent;
	return n;
}

/* ---- changes */

/* A new change, borrowed until the next. */
static struct cmp_change *push(struct list *l, uint64_t key, uint32_t then)
{
	MEM_ROOM(l->v, l->n, l->cap);
	struct sorted *s = &l->v[l->n++];
	*s = (struct sorted){.key = key, .then = then};
	return &s->c;
}

static const char *text_of(struct list *l, const struct side *s, const uint32_t *v, uint32_t n)
{
	struct buf b = {0};
	for (uint32_t k = 0; k < n; k++)
		buf_fmt(&b, "%s%s", k ? CMP_PARA : "", s->items[v[k]].text);
	return buf_take(&b, l->r->mem);
}

/* A list that became a table, or the other way round, keeps its words: punctuation and borders are no change then. */
static void find_runs(struct list *l, struct cmp_change *c)
{
	const char *a = c->old_text ? c->old_text : "", *b = c->new_text ? c->new_text : "";
	c->nruns = cmp_words(l->r->mem, (struct cmp_text){a, strlen(a)}, (struct cmp_text){b, strlen(b)},
		(c->art & CMP_FORM) != 0, &c->runs);
}

/* The last item before i that has a counterpart in what its section went into (to); part: no item of another one. What
 * was looked through for the item before need not be again. */
static int32_t seek_kept(struct list *l, uint32_t i, const struct doc_node *to, const struct doc_node *part)
{
	const struct side *o = &l->m->old, *n = &l->m->new;
	const struct doc_node *here = section(o->items[i].part);
	struct sought s = {here, to, part, i, -1};
	const bool again = l->sought.section == here && l->sought.to == to && l->sought.part == part;
	const uint32_t end = again ? l->sought.from : 0;
	uint32_t k = i;
	while (k > end && s.found < 0) {
		const struct doc_node *from = o->items[k - 1].part;
		if (section(from) != here || (part && from != part))
			break;
		k--;
		if (o->pair[k] >= 0 && section(n->items[o->pair[k]].part) == to)
			s.found = o->pair[k];
	}
	if (again && k == end && s.found < 0)
		s.found = l->sought.found;
	l->sought = s;
	return s.found;
}

/* Where an item of the old edition without a counterpart is told: behind the one before it in what its section went
 * into (to); of a section that went for good, behind the section that has what stood before it. */
static uint64_t key_of_gone(struct list *l, uint32_t i, const struct doc_node *to)
{
	const struct side *o = &l->m->old;
	const struct doc_node *part = o->items[i].part, *heir = cmp_heir(l->m, part);
	if (to) {
		const int32_t j = seek_kept(l, i, to, heir && part->kind == DOC_MASSNAHME ? part : NULL);
		if (j >= 0)
			return 2 * (uint64_t)j + 2;
	} else {
		const bool apart = l->kept >= 0 && section(o->items[l->kept].part) != section(part);
		const int32_t k = apart ? l->kept : l->kept_apart;
		if (k >= 0)
			return 2 * (uint64_t)l->end[o->pair[k]] + 2;
	}
	heir = heir ? heir : to;
	const int32_t first = heir ? l->m->new.first[heir->order] : -1;
	return first < 0 ? 0 : 2 * (uint64_t)first + (o->node_pair[part->order] ? 0 : 2);
}

/* An item with a counterpart: what goes behind it may be told there. */
static void keep(struct list *l, uint32_t i)
{
	const struct cmp_item *v = l->m->old.items;
	if (l->kept >= 0 && section(v[l->kept].part) != section(v[i].part))
		l->kept_apart = l->kept;
	l->kept = (int32_t)i;
}

/* By item of the new edition: the last of its section. */
static const uint32_t *ends(const struct match *m)
{
	const struct side *s = &m->new;
	uint32_t *end = MEM_ARRAY(m->mem, uint32_t, s->n + 1);
	for (uint32_t j = s->n; j-- > 0;)
		end[j] = j + 1 < s->n && section(s->items[j + 1].part) == section(s->items[j].part) ? end[j + 1] : j;
	return end;
}

static const struct doc_node *alone(const struct doc_node *part, bool section_goes_on, bool part_goes_on)
{
	return !section_goes_on ? section(part) : !part_goes_on ? part : NULL;
}

/* What went right behind an item of that part that went is told right behind it. */
static bool goes_along(const struct match *m, const struct doc_node *before, const struct doc_node *part)
{
	return before == part ||
		(section(before) == section(part) && !cmp_heir(m, before) && !cmp_heir(m, part));
}

static void gone(struct list *l, uint32_t i)
{
	const struct cmp_item *it = &l->m->old.items[i];
	const struct doc_node *heir = cmp_heir(l->m, it->part), *around = cmp_heir(l->m, section(it->part)),
			      *to = heir ? section(heir) : around ? section(around) : NULL;
	if (!i || l->ngone != i || !goes_along(l->m, l->m->old.items[i - 1].part, it->part))
		l->gone_key = key_of_gone(l, i, to);
	l->ngone = i + 1;
	struct cmp_change *c = push(l, l->gone_key, i);
	*c = (struct cmp_change){.art = CMP_GONE,
		.old = it->node,
		.part_old = section(it->part),
		.part_new = to,
		.alone = alone(it->part, to != NULL, heir != NULL),
		.old_text = it->text,
		.place = place_of(l->m, l->m->old.doc, it),
		.field = cmp_field(l->m, it)};
	find_runs(l, c);
}

/* What a part was: its counterpart, or the first it comes from. */
static const struct doc_node *former(const struct match *m, const struct doc_node *new)
{
	const struct doc_node *was = m->new.node_pair[new->order];
	const char *list = doc_get(new, DOC_A_AUS);
	size_t n = list ? strcspn(list, " ") : 0;
	return was || !n ? was : doc_by_id(m->old.doc, mem_str(m->mem, list, n));
}

static void fresh(struct list *l, uint32_t j)
{
	const struct cmp_item *it = &l->m->new.items[j];
	const struct doc_node *was = former(l->m, it->part), *around = former(l->m, section(it->part));
	struct cmp_change *c = push(l, 2 * (uint64_t)j + 1, 0);
	*c = (struct cmp_change){.art = CMP_NEW,
		.new = it->node,
		.part_new = section(it->part),
		.part_old = was ? section(was) : around ? section(around) : NULL,
		.alone = alone(it->part, was || around, was),
		.new_text = it->text,
		.place = place_of(l->m, l->m->new.doc, it),
		.field = cmp_field(l->m, it)};
	find_runs(l, c);
}

static void paired(struct list *l, struct cmp_group *g)
{
	const struct cmp_item *a = &l->m->old.items[*g->old], *b = &l->m->new.items[*g->new];
	struct cmp_change *c = push(l, 2 * (uint64_t)*g->new + 1, 1);
	*c = (struct cmp_change){.art = g->art,
		.old = a->node,
		.new = b->node,
		.part_old = section(a->part),
		.part_new = section(b->part),
		.old_text = text_of(l, &l->m->old, g->old, g->nold),
		.new_text = text_of(l, &l->m->new, g->new, g->nnew),
		.place = place_of(l->m, l->m->new.doc, b),
		.field = cmp_field(l->m, b)};
	find_runs(l, c);
	if (c->art & (CMP_FORM | CMP_SPLIT | CMP_MERGED))
		c->art &= ~(uint32_t)CMP_EDITED;
	for (size_t k = 0; k < c->nruns; k++)
		if (c->runs[k].op != CMP_SAME)
			c->art |= CMP_EDITED;
	c->field_old = c->art & CMP_FORM ? cmp_field(l->m, a) : NULL;
	const char *was = place_of(l->m, l->m->old.doc, a);
	if (strcmp(was, c->place))
		c->place_old = was;
	g->place_old = c->art & CMP_MOVED ? was : NULL;
}

static const char *title_text(struct list *l, const struct side *s, const struct doc_node *n)
{
	const struct doc_node *t = doc_child(n, n->kind == DOC_MASSNAHME ? DOC_ZIEL : DOC_TITEL);
	struct buf b = {0};
	doc_text(&b, s->doc, t);
	return buf_take(&b, l->r->mem);
}

/* A whole part that stands elsewhere, or that was made of others. */
static struct cmp_change *whole_part(struct list *l, const struct doc_node *old, const struct doc_node *new,
	uint32_t art)
{
	int32_t at = -1;
	for (const struct doc_node *n = new; n && at < 0; n = doc_walk(new, n))
		at = l->m->new.first[n->order];
	struct cmp_change *c = push(l, at < 0 ? 0 : 2 * (uint64_t)at, (uint32_t)-1 - new->order);
	*c = (struct cmp_change){.art = art,
		.old = old,
		.new = new,
		.part_old = section(old),
		.part_new = section(new),
		.whole = true,
		.old_text = title_text(l, &l->m->old, old),
		.new_text = title_text(l, &l->m->new, new),
		.place = place_of_part(l->m, l->m->new.doc, new),
		.place_old = place_of_part(l->m, l->m->old.doc, old),
		.field = doc_word(l->m->say,
			new->kind == DOC_MASSNAHME               ? "fundstelle-massnahme"
				: new->kind == DOC_HANDLUNGSFELD ? "fundstelle-handlungsfeld"
				: new->level == 1                ? "fundstelle-kapitel"
								 : "fundstelle-abschnitt")};
	find_runs(l, c);
	return c;
}

/* How many parts came of each old one, by its order: those that name it and the one that kept its id. */
static uint32_t *heirs(const struct match *m)
{
	uint32_t *n = mem_alloc((m->old.nnodes + 1) * sizeof *n);
	memset(n, 0, (m->old.nnodes + 1) * sizeof *n);
	for (const struct doc_node *p = m->new.doc->root; p; p = doc_walk(m->new.doc->root, p)) {
		const struct doc_node *was = p->parent && cmp_is_part(p) ? m->new.node_pair[p->order] : NULL, *named;
		const char *list = cmp_is_part(p) ? doc_get(p, DOC_A_AUS) : NULL;
		if (was && !cmp_comes_from(p, was))
			n[was->order]++;
		while (list && (named = cmp_next_origin(m->old.doc, &list)) != NULL)
			n[named->order]++;
	}
	return n;
}

/* What names itself alone is what it was. */
static uint32_t origin(const struct match *m, const struct doc_node *new, const uint32_t *came_of)
{
	const char *list = doc_get(new, DOC_A_AUS);
	const struct doc_node *from = list ? cmp_next_origin(m->old.doc, &list) : NULL;
	if (!from)
		return 0;
	return cmp_next_origin(m->old.doc, &list) ? CMP_MERGED : came_of[from->order] > 1 ? CMP_SPLIT : 0;
}

static void parts(struct list *l)
{
	struct match *m = l->m;
	bool *moved = mem_alloc(m->old.nnodes + 1);
	uint32_t *came_of = heirs(m);
	memset(moved, 0, m->old.nnodes + 1);
	for (const struct doc_node *n = m->old.doc->root; n; n = doc_walk(m->old.doc->root, n))
		if (!n->parent || cmp_is_part(n))
			find_shuffled(m, n, moved);
	for (const struct doc_node *n = m->new.doc->root; n; n = doc_walk(m->new.doc->root, n)) {
		const struct doc_node *old = n->parent && cmp_is_part(n) ? former(m, n) : NULL;
		const bool elsewhere = old && moved[old->order] && m->new.node_pair[n->order];
		const uint32_t art = old ? (elsewhere ? CMP_MOVED : 0) | origin(m, n, came_of) : 0;
		if (art)
			whole_part(l, old, n, art);
	}
	free(came_of);
	free(moved);
}

/* Facts about the document come last: what they say mostly stands in the text as well. */
static void facts_last(struct list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_node *part = l->v[i].c.part_new ? l->v[i].c.part_new : l->v[i].c.part_old;
		if (part->kind == DOC_ANGABEN)
			l->v[i].key |= (uint64_t)1 << 48;
	}
}

/* What became of a Massnahme that needs no other word: done, under way, given up; or no longer that. */
static void statuses(struct list *l)
{
	size_t n;
	const struct doc_massnahme *m = doc_massnahmen(l->m->new.doc, &n);
	for (size_t i = 0; i < n; i++) {
		const struct doc_node *was = l->m->new.node_pair[m[i].node->order];
		const struct doc_massnahme *before =
			was && was->kind == DOC_MASSNAHME ? doc_massnahme(l->m->old.doc, was) : NULL;
		if (!before || before->status == m[i].status ||
			(m[i].status < DOC_S_LAEUFT && before->status < DOC_S_LAEUFT))
			continue;
		struct cmp_change *c = whole_part(l, was, m[i].node, CMP_STATUS);
		c->status = m[i].status ? doc_status_word(l->m->say, m[i].status)
			: mem_fmt(l->m->mem, "%s %s", doc_word(l->m->say, "vergleich-bisher"),
				doc_status_word(l->m->say, before->status));
		if (m[i].status == DOC_S_ENTFALLEN) {
			c->new_text = NULL;
			find_runs(l, c);
		}
	}
}

static int by_key(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	return x->key != y->key ? (x->key < y->key ? -1 : 1) : x->then < y->then ? -1 : x->then > y->then;
}

/* A split paragraph without another word is a change all the same; a group without a mark is none. */
static void items(struct list *l)
{
	for (uint32_t g = 0; g < l->r->ngroups; g++)
		if (l->groups[g].art)
			paired(l, &l->groups[g]);
	for (uint32_t i = 0; i < l->m->old.n; i++)
		if (l->m->old.items[i].pair < 0)
			gone(l, i);
		else if (l->m->old.pair[i] >= 0)
			keep(l, i);
	for (uint32_t j = 0; j < l->m->new.n; j++)
		if (l->m->new.items[j].pair < 0)
			fresh(l, j);
}

/* ---- the data of a chart are one change */

bool cmp_is_data(const struct cmp_change *c)
{
	const struct doc_node *n = c->new ? c->new : c->old;
	return n->kind == DOC_DIAGRAMM;
}

static bool same_chart(const struct match *m, const struct cmp_change *a, const struct cmp_change *b)
{
	const struct doc_node *x = a->new ? a->new : m->old.node_pair[a->old->order],
			      *y = b->new ? b->new : m->old.node_pair[b->old->order];
	return cmp_is_data(a) && cmp_is_data(b) && (x ? x == y : !y && a->old == b->old);
}

static const char *join_texts(struct mem *mem, const struct sorted *v, size_t n, bool new)
{
	struct buf b = {0};
	for (size_t i = 0; i < n; i++) {
		const char *text = new ? v[i].c.new_text : v[i].c.old_text;
		if (text)
			buf_fmt(&b, "%s%s", b.len ? CMP_PARA : "", text);
	}
	const char *s = b.len ? mem_str(mem, b.data, b.len) : NULL;
	buf_free(&b);
	return s;
}

static void join_rows(struct list *l, struct sorted *v, size_t n)
{
	struct cmp_change *to = &v->c;
	to->old_text = join_texts(l->r->mem, v, n, false);
	to->new_text = join_texts(l->r->mem, v, n, true);
	for (size_t i = 1; i < n; i++) {
		const struct cmp_change *c = &v[i].c;
		to->art = to->art == c->art ? to->art : CMP_EDITED;
		to->place = to->new ? to->place : c->place;
		to->old = to->old ? to->old : c->old;
		to->new = to->new ? to->new : c->new;
		to->part_old = to->part_old ? to->part_old : c->part_old;
		to->part_new = to->part_new ? to->part_new : c->part_new;
	}
	find_runs(l, to);
}

static void join_data(struct list *l)
{
	size_t to = 0;
	for (size_t i = 0, n; i < l->n; i += n) {
		for (n = 1; i + n < l->n && same_chart(l->m, &l->v[i].c, &l->v[i + n].c);)
			n++;
		if (n > 1)
			join_rows(l, &l->v[i], n);
		l->v[to++] = l->v[i];
	}
	l->n = to;
}

void cmp_list(struct match *m, struct cmp *r)
{
	struct list l = {.m = m, .r = r, .groups = cmp_groups(m, r), .end = ends(m), .kept = -1, .kept_apart = -1};
	items(&l);
	parts(&l);
	statuses(&l);
	facts_last(&l);
	if (l.n)
		qsort(l.v, l.n, sizeof *l.v, by_key);
	join_data(&l);
	struct cmp_change *c = MEM_ARRAY(r->mem, struct cmp_change, l.n + 1);
	for (size_t i = 0; i < l.n; i++) {
		c[i] = l.v[i].c;
		cmp_reason(m, r->mem, &c[i]);
	}
	r->changes = c;
	r->nchanges = l.n;
	free(l.v);
}
