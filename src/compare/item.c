/* item.c: a document as a row of items: what a reader would point at. Each knows the part it stands in and its words.
 * */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "compare/match.h"

bool cmp_is_part(const struct doc_node *n)
{
	return n->kind == DOC_MASSNAHME || n->kind == DOC_ANGABEN || doc_kind_class(n->kind) == DOC_CLASS_PART;
}

static bool is_item(const struct doc_node *n)
{
	switch (n->kind) {
	case DOC_ZEILE:
	case DOC_KOPFZEILE:
	case DOC_FUSSNOTE:
	case DOC_KASTEN:
	case DOC_ABBILDUNG:
	case DOC_KENNZAHL:
	case DOC_HALT:
	case DOC_KARTE:
	case DOC_STUFE:
	case DOC_FINANZEN:
	case DOC_UNTERSCHRIFTEN:
	case DOC_UNTERSCHRIFT:
	case DOC_BETEILIGT: return true;
	case DOC_ZELLE: return false;
	default: break;
	}
	enum doc_class c = doc_kind_class(n->kind);
	return doc_kind_mixed(n->kind) && (c == DOC_CLASS_BLOCK || c == DOC_CLASS_FIELD);
}

/* Words of the town. */
static const char *const fields[DOC_KIND_MAX] = {
	[DOC_ABSATZ] = "fundstelle-absatz",
	[DOC_ZWISCHENTITEL] = "fundstelle-zwischentitel",
	[DOC_PUNKT] = "fundstelle-listenpunkt",
	[DOC_TITEL] = "fundstelle-titel",
	[DOC_UNTERTITEL] = "fundstelle-untertitel",
	[DOC_ZIEL] = "fundstelle-ziel",
	[DOC_SCHRITT] = "fundstelle-umsetzung",
	[DOC_BETEILIGT] = "fundstelle-beteiligte",
	[DOC_POSTEN] = "fundstelle-finanzen",
	[DOC_FINANZEN] = "fundstelle-finanzen",
	[DOC_ZEITBEDARF] = "fundstelle-zeitbedarf",
	[DOC_ZEILE] = "fundstelle-tabellenzeile",
	[DOC_GRUPPE] = "fundstelle-tabellengruppe",
	[DOC_KOPFZEILE] = "fundstelle-tabellenkopf",
	[DOC_FUSSNOTE] = "fundstelle-fussnote",
	[DOC_KASTEN] = "fundstelle-organigramm",
	[DOC_HALT] = "fundstelle-zeitachse",
	[DOC_KARTE] = "fundstelle-karte",
	[DOC_ABBILDUNG] = "fundstelle-abbildung",
	[DOC_DIAGRAMM] = "fundstelle-diagrammdaten",
	[DOC_KENNZAHL] = "fundstelle-kennzahl",
	[DOC_AUSSAGE] = "fundstelle-bildunterschrift",
	[DOC_QUELLE] = "fundstelle-quelle",
	[DOC_SATZ] = "fundstelle-leitsatz",
	[DOC_WIR_FOERDERN] = "fundstelle-leitsatz",
	[DOC_WIR_FORDERN] = "fundstelle-leitsatz",
	[DOC_RANDZAHL] = "fundstelle-randzahl",
	[DOC_ZITAT] = "fundstelle-zitat",
	[DOC_QUELLTEXT] = "fundstelle-quelltext",
};

const char *cmp_field(const struct match *m, const struct cmp_item *it)
{
	const char *name = fields[it->node->kind];
	return doc_word(m->say, name ? name : "fundstelle-text");
}

/* ---- words */

/* Notes are items of their own; a reference is equal if it leads to the same place, whatever number that has now. */
static void put_ref(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	const char *id = doc_get(n, DOC_A_ZIEL);
	struct buf shown = {0};
	if (!doc_put_ref(&shown, id ? doc_by_id(doc, id) : NULL, n, w))
		buf_str(&shown, "…");
	cmp_put_ref(b, id ? id : "", shown.data);
	buf_free(&shown);
}

/* "vgl. Muster 2019, S. 12" */
static void put_work(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	const char *id = doc_get(n, DOC_A_REF), *place = doc_get(n, DOC_A_STELLE);
	if (doc_is(n, DOC_A_VGL, "ja"))
		buf_part(b, "", doc_word(w, "vgl"), " ");
	struct buf name = {0};
	if (n->kind == DOC_EBD)
		buf_str(&name, doc_word(w, "ebd"));
	else
		doc_text(&name, doc, n);
	cmp_put_ref(b, id ? id : "", name.data ? name.data : "?");
	buf_free(&name);
	if (place)
		buf_fmt(b, ", %s", place);
}

/* Without words of its own: the name of what it leads to, and the place in it. */
static void put_source(struct buf *b, const struct doc_node *n)
{
	const char *place = doc_get(n, DOC_A_STELLE);
	buf_str(b, doc_get(n, DOC_A_DOKUMENT) ? doc_get(n, DOC_A_DOKUMENT) : "");
	if (place)
		buf_fmt(b, ", %s", place);
}

static void put_inline(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w);

static void put_piece(struct buf *b, const struct doc *doc, const struct doc_node *c, const struct doc_words *w)
{
	if (c->kind == DOC_FUNDSTELLE && !c->first)
		put_source(b, c);
	else if (c->kind == DOC_STICHWORT && !c->first)
		doc_text(b, doc, c);
	else if (doc_kind_class(c->kind) == DOC_CLASS_INLINE)
		put_inline(b, doc, c, w);
}

static void put_inline(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	for (const struct doc_node *c = n->first; c; c = c->next) {
		switch (c->kind) {
		case DOC_TEXT:
			buf_put(b, c->text, c->len);
			break;
		case DOC_FUSSNOTE:
			break;
		case DOC_UMBRUCH:
			buf_chr(b, ' ');
			break;
		case DOC_VERWEIS:
			put_ref(b, doc, c, w);
			break;
		case DOC_BELEG: case DOC_EBD:
			put_work(b, doc, c, w);
			break;
		case DOC_DATUM:
			doc_put_datum(b, c);
			break;
		case DOC_WERT: case DOC_BESCHLUSSDATUM: case DOC_OFFEN:
			doc_text(b, doc, c);
			break;
		default:
			put_piece(b, doc, c, w);
		}
	}
}

/* Its own text, then that of its paragraphs and lists. */
static void put_cell(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	put_inline(b, doc, n, w);
	for (const struct doc_node *c = n->first; c; c = c->next)
		if (c->kind != DOC_TEXT && doc_kind_class(c->kind) == DOC_CLASS_BLOCK) {
			if (b->len && b->data[b->len - 1] != ' ')
				buf_chr(b, ' ');
			put_cell(b, doc, c, w);
		}
}

/* A cell's paragraphs are one line: only borders between cells tell where a word stands. */
static void put_row(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	for (const struct doc_node *z = doc_child(n, DOC_ZELLE); z; z = doc_next(z, DOC_ZELLE)) {
		size_t at = b->len;
		put_cell(b, doc, z, w);
		for (size_t i = at; i < b->len; i++)
			b->data[i] = b->data[i] == '\n' ? ' ' : b->data[i];
		if (doc_next(z, DOC_ZELLE))
			buf_str(b, CMP_CELL);
	}
}

static void put_posten(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	struct doc_posten p;
	put_inline(b, doc, n, w);
	if (!doc_posten(&p, n))
		return;
	bool labelled = b->len > 0;
	if (labelled)
		buf_str(b, ": ");
	doc_put_posten(b, &p, labelled, w);
	if (p.jaehrlich)
		buf_fmt(b, " %s", doc_word(w, "jaehrlich"));
	if (doc_paid_by_others(&p) && doc_share(&p) != DOC_OTHERS) {
		buf_str(b, ", ");
		doc_put_zahler(b, &p, w);
	}
	if (p.davon >= 0) {
		buf_fmt(b, ", %s ", doc_word(w, "vergleich-davon"));
		doc_put_euro(b, p.davon, w->waehrung);
	}
	if (p.haushaltsjahr)
		buf_fmt(b, ", %s %d", doc_word(w, "vergleich-haushaltsjahr"), p.haushaltsjahr);
}

/* Counted from a year that is written, it is printed as the year it ends in, while it goes on. */
static void put_zeitbedarf(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	const char *klasse = doc_klasse_word(w, doc_get(n, DOC_A_KLASSE)), *jahre = doc_get(n, DOC_A_JAHRE);
	const struct doc_massnahme *m = n->parent->kind == DOC_MASSNAHME ? doc_massnahme(doc, n->parent) : NULL;
	const bool due = m && m->seit && m->faellig && doc_goes_on(m);
	put_inline(b, doc, n, w);
	if (b->len)
		return;
	buf_str(b, klasse);
	if (due)
		buf_fmt(b, "%s%s %d", *klasse ? ", " : "", doc_word(w, "bis"), m->faellig);
	else if (jahre)
		buf_fmt(b, "%s%s %s", *klasse ? ", " : "", jahre, doc_word(w, strcmp(jahre, "1") ? "jahre" : "jahr"));
}

static void put_beteiligt(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	const char *id = doc_get(n, DOC_A_STELLE);
	const struct doc_stelle *s = id ? doc_stelle(doc, id) : NULL;
	if (s)
		buf_str(b, s->name);
	put_inline(b, doc, n, w);
	if (doc_get(n, DOC_A_BEMERKUNG))
		buf_fmt(b, " (%s)", doc_get(n, DOC_A_BEMERKUNG));
}

static void put_kennzahl(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	const char *id = doc_get(n, DOC_A_ID), *day = doc_get(n, DOC_A_STICHTAG), *unit = doc_get(n, DOC_A_EINHEIT);
	const struct doc_kennzahl *k = id ? doc_kennzahl(doc, id) : NULL;
	buf_str(b, doc_get(n, DOC_A_NAME) ? doc_get(n, DOC_A_NAME) : "");
	buf_str(b, ": ");
	if (k)
		doc_put_kennzahl(b, k);
	buf_fmt(b, "%s%s", unit ? " " : "", unit ? unit : "");
	struct date d;
	if (day && date_parse(&d, day)) {
		buf_fmt(b, ", %s ", doc_word(w, "stichtag"));
		date_put(b, d);
	}
}

/* What stands above the title of a card, a stop, a step. */
static void put_above(struct buf *b, const struct doc_node *n, const struct doc_words *w)
{
	const char *s = doc_get(n, n->kind == DOC_HALT ? DOC_A_ZEIT : n->kind == DOC_KARTE ? DOC_A_ART : DOC_A_ZUSATZ);
	buf_str(b, s ? s : "");
	if (n->kind == DOC_HALT)
		buf_fmt(b, " (%s)", doc_word(w, doc_is(n, DOC_A_ZUSTAND, "geplant") ? "geplant" : "erledigt"));
}

static void put_box(struct buf *b, const struct doc_node *n, const struct doc_words *w)
{
	const char *name = doc_get(n, DOC_A_NAME), *more = doc_get(n, DOC_A_ZUSATZ);
	buf_fmt(b, "%s%s%s", name ? name : "", more ? ", " : "", more ? more : "");
	if (doc_is(n, DOC_A_VERBINDUNG, "beratung"))
		buf_fmt(b, " (%s)", doc_word(w, "beratung"));
}

/* By its bytes: another picture may bear the same name. */
static void put_picture(struct buf *b, const struct doc *doc, const struct doc_node *n)
{
	const char *name = doc_get(n, DOC_A_DATEI), *alt = doc_get(n, DOC_A_ALT);
	const struct doc_picture *p = name ? doc_picture(doc, name) : NULL;
	char bytes[32];
	if (p) {
		snprintf(bytes, sizeof bytes, "%zx-%016llx", p->size,
			(unsigned long long)hash_quick(p->data, p->size));
		cmp_put_ref(b, bytes, name);
	} else {
		buf_str(b, name ? name : "");
	}
	buf_fmt(b, "%s%s", alt ? ": " : "", alt ? alt : "");
}

/* The large number beside the text it says. */
static void put_figure(struct buf *b, const struct doc *doc, const struct doc_node *n)
{
	const struct doc_kennzahl *k = doc_get(n, DOC_A_REF) ? doc_kennzahl(doc, doc_get(n, DOC_A_REF)) : NULL;
	if (!k)
		return;
	doc_put_kennzahl(b, k);
	buf_chr(b, ' ');
}

static void put_budgeted(struct buf *b, const struct doc_node *n, const struct doc_words *w)
{
	money_t v;
	if (!doc_get(n, DOC_A_DAVON) || !money_parse(&v, doc_get(n, DOC_A_DAVON)))
		return;
	buf_fmt(b, "%s ", doc_word(w, "vergleich-davon"));
	doc_put_euro(b, v, w->waehrung);
}

/* Whatever stands in these attributes, in the order it is printed in. */
static void put_signed(struct buf *b, const struct doc_node *n, const struct doc_words *w)
{
	static const enum doc_attr by[] = {DOC_A_NAME, DOC_A_AMT, DOC_A_ZUSATZ, DOC_A_ORT};
	const char *day = doc_get(n, DOC_A_DATUM);
	struct date d;
	if (n->kind == DOC_UNTERSCHRIFT)
		buf_fmt(b, "%s:", doc_word(w, doc_get(n, DOC_A_ART) ? doc_get(n, DOC_A_ART) : "gezeichnet"));
	for (size_t i = 0; i < sizeof by / sizeof *by; i++)
		if (doc_get(n, by[i]))
			buf_fmt(b, "%s%s", b->len ? " " : "", doc_get(n, by[i]));
	if (day && date_parse(&d, day)) {
		buf_str(b, b->len ? ", " : "");
		date_put(b, d);
	}
}

static void put_words(struct buf *b, const struct doc *doc, const struct doc_node *n, const struct doc_words *w)
{
	switch (n->kind) {
	case DOC_ZEILE: case DOC_KOPFZEILE: put_row(b, doc, n, w); break;
	case DOC_POSTEN:     put_posten(b, doc, n, w); break;
	case DOC_ZEITBEDARF: put_zeitbedarf(b, doc, n, w); break;
	case DOC_BETEILIGT:  put_beteiligt(b, doc, n, w); break;
	case DOC_KENNZAHL:   put_kennzahl(b, doc, n, w); break;
	case DOC_ABBILDUNG:  put_picture(b, doc, n); break;
	case DOC_KASTEN:     put_box(b, n, w); break;
	case DOC_FINANZEN:   put_budgeted(b, n, w); break;
	case DOC_HALT: case DOC_KARTE: case DOC_STUFE: put_above(b, n, w); break;
	case DOC_UNTERSCHRIFT: case DOC_UNTERSCHRIFTEN: put_signed(b, n, w); break;
	case DOC_BEGRIFF:
		put_inline(b, doc, n, w);
		if (doc_get(n, DOC_A_GEWICHT))
			buf_fmt(b, " (%s)", doc_get(n, DOC_A_GEWICHT));
		break;
	case DOC_RANDZAHL:
		put_figure(b, doc, n);
		put_inline(b, doc, n, w);
		break;
	default:
		put_inline(b, doc, n, w);
		for (size_t i = 0; i < b->len; i++)        /* in quelltext as written */
			b->data[i] = b->data[i] == '\n' ? ' ' : b->data[i];
	}
}

/* ---- the row */

static int by_number(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return x < y ? -1 : x > y;
}

/* What it says, as numbers: the whole, and its plain words in order of their numbers. */
static void read_words(struct match *m, struct side *s, uint32_t i, struct words *w)
{
	w->n = 0;
	cmp_split(w, m->words, s->items[i].text, s->items[i].len);
	if (s->nkeys + w->n > s->cap_keys) {
		s->cap_keys = 2 * (s->cap_keys + w->n);
		s->keys = mem_realloc(s->keys, s->cap_keys * sizeof *s->keys);
	}
	int32_t *k = s->keys + s->nkeys;
	for (uint32_t j = 0; j < w->n; j++)
		k[j] = w->v[j].key;
	s->same[i] = cmp_key(m->wholes, (const char *)k, w->n * sizeof *k);
	s->from[i] = s->nkeys;
	s->count[i] = 0;
	for (uint32_t j = 0; j < w->n; j++)
		if (w->v[j].kind == WORD_PLAIN)
			k[s->count[i]++] = w->v[j].key;
	qsort(k, s->count[i], sizeof *k, by_number);
	s->nkeys += s->count[i];
}

static const struct doc_node *part_of(const struct doc_node *n)
{
	do
		n = n->parent;
	while (n->parent && !cmp_is_part(n));
	return n;
}

static uint32_t count_before(const struct side *s, const struct cmp_item *it)
{
	for (uint32_t i = s->n; i-- > 0 && s->items[i].part == it->part;)
		if (s->items[i].node->kind == it->node->kind)
			return s->items[i].count + 1;
	return 1;
}

/* The next item; b: its words, from where they begin. Nothing to say: no item. */
static void add(struct match *m, struct side *s, const struct doc_node *n, uint32_t row, struct buf *b)
{
	size_t at = 0;
	while (b->len && b->data[b->len - 1] == ' ')
		b->len--;
	while (at < b->len && b->data[at] == ' ')
		at++;
	if (at == b->len)
		return;
	MEM_ROOM(s->items, s->n, s->cap);
	struct cmp_item it = {.node = n,
		.part = part_of(n),
		.text = mem_str(m->mem, b->data + at, b->len - at),
		.len = (uint32_t)(b->len - at),
		.row = row,
		.pair = -1};
	it.count = count_before(s, &it);
	if (!row)
		s->item_of[n->order] = (int32_t)s->n;
	s->items[s->n++] = it;
}

static void add_data(struct match *m, struct side *s, const struct doc_node *n, struct buf *b)
{
	const struct doc_csv *csv = doc_get(n, DOC_A_DATEN) ? doc_csv(s->doc, doc_get(n, DOC_A_DATEN)) : NULL;
	for (size_t r = 0; csv && r < csv->rows; r++) {
		buf_clear(b);
		for (size_t i = 0; i < csv->cols; i++)
			buf_fmt(b, "%s%s", i ? CMP_CELL : "", csv->cell[r * csv->cols + i]);
		if (!r && doc_get(n, DOC_A_EINHEIT))
			buf_fmt(b, " (%s)", doc_get(n, DOC_A_EINHEIT));
		add(m, s, n, (uint32_t)r + 1, b);
	}
}

static uint32_t last_order(const struct doc_node *n)
{
	while (n->last)
		n = n->last;
	return n->order;
}

static int32_t *none(size_t n)
{
	int32_t *v = mem_alloc((n + 1) * sizeof *v);
	memset(v, 0xff, (n + 1) * sizeof *v);
	return v;
}

/* A node inside an item belongs to it, as a cell to its row. */
static void inherit(struct side *s)
{
	for (const struct doc_node *n = s->doc->root; n; n = doc_walk(s->doc->root, n))
		if (s->item_of[n->order] < 0 && n->parent && !cmp_is_part(n))
			s->item_of[n->order] = s->item_of[n->parent->order];
}

static void by_part(struct side *s)
{
	s->first = none(s->nnodes);
	s->last = none(s->nnodes);
	s->next = none(s->n);
	for (uint32_t i = 0; i < s->n; i++) {
		uint32_t p = s->items[i].part->order;
		if (s->first[p] < 0)
			s->first[p] = (int32_t)i;
		else
			s->next[s->last[p]] = (int32_t)i;
		s->last[p] = (int32_t)i;
	}
}

void cmp_items(struct match *m, struct side *s, const struct doc *doc)
{
	struct buf b = {0};
	struct words w = {0};
	*s = (struct side){.doc = doc, .nnodes = last_order(doc->root) + 1};
	s->item_of = none(s->nnodes);
	for (const struct doc_node *n = doc->root; n; n = doc_walk(doc->root, n)) {
		buf_clear(&b);
		if (is_item(n) && n->parent) {
			put_words(&b, doc, n, m->say);
			add(m, s, n, 0, &b);
		} else if (n->kind == DOC_DIAGRAMM) {
			add_data(m, s, n, &b);
		}
	}
	s->same = none(s->n);
	s->from = mem_alloc((s->n + 1) * sizeof *s->from);
	s->count = mem_alloc((s->n + 1) * sizeof *s->count);
	s->pair = none(s->n);
	s->joins = none(s->n);
	for (uint32_t i = 0; i < s->n; i++)
		read_words(m, s, i, &w);
	s->node_pair = MEM_ARRAY(m->mem, const struct doc_node *, s->nnodes + 1);
	inherit(s);
	by_part(s);
	free(w.v);
	buf_free(&b);
}

void cmp_side_free(struct side *s)
{
	free(s->same);
	free(s->from);
	free(s->count);
	free(s->keys);
	free(s->next);
	free(s->first);
	free(s->last);
	free(s->pair);
	free(s->joins);
}
