/* text.c: the plain text of a node, and the tree as text. */
#include <string.h>

#include "model/index.h"
#include "model/literatur.h"
#include "model/papier.h"

const enum doc_kind doc_shows[] = {DOC_VERWEIS, DOC_WERT, DOC_BELEG, DOC_EBD, DOC_KIND_MAX};

struct out {
	struct buf *buf;
	const struct doc *doc;
	size_t start;
	const struct doc_words *words;                 /* references as they are printed; NULL: their bare numbers */
};

static void put(struct out *o, const char *s, size_t n)
{
	struct buf *b = o->buf;
	if (n && *s == ' ' && (b->len == o->start || b->data[b->len - 1] == ' ')) {
		s++;
		n--;
	}
	buf_put(b, s, n);
}

static void put_date(struct out *o, const char *iso)
{
	struct date d;
	if (date_parse(&d, iso))
		date_put(o->buf, d);
	else
		put(o, DOC_LUECKE, strlen(DOC_LUECKE));
}

static const char *beschluss_datum(const struct doc *doc, const char *gremium)
{
	const struct doc_node *n = doc_angabe(doc, DOC_BESCHLUSS);
	while (n && gremium && !doc_is(n, DOC_A_GREMIUM, gremium))
		n = doc_next(n, DOC_BESCHLUSS);
	return doc_get(n, DOC_A_DATUM);
}

static void put_wert(struct out *o, const struct doc_node *n)
{
	const struct doc_kennzahl *k = o->doc->index ? doc_kennzahl(o->doc, doc_get(n, DOC_A_REF)) : NULL;
	if (k)
		doc_put_kennzahl(o->buf, k);
}

/* As in print; the page is another one wherever the text stands. */
static void put_printed(struct out *o, const struct doc_node *ref, const struct doc_node *to)
{
	const bool title = doc_is(ref, DOC_A_ART, "titel"), whole = doc_is(ref, DOC_A_ART, "voll");
	const bool number = !title && doc_put_ref(o->buf, to, ref, o->words);
	const struct doc_node *named = doc_title(to);
	if (!named || (number && !whole))
		return;
	buf_str(o->buf, number ? "\u00A0„" : whole ? "„" : "");
	doc_text(o->buf, o->doc, named);
	buf_str(o->buf, whole ? "“" : "");
}

static void put_verweis(struct out *o, const struct doc_node *n)
{
	const struct doc_node *to = o->doc->index ? doc_by_id(o->doc, doc_get(n, DOC_A_ZIEL)) : NULL;
	if (to && o->words)
		put_printed(o, n, to);
	else if (to && to->number)
		put(o, to->number, strlen(to->number));
}

static void put_children(struct out *o, const struct doc_node *n);

static void put_werk(struct out *o, const struct doc_node *n)
{
	const struct doc_werk *w = o->doc->index ? doc_werk(o->doc, doc_get(n, DOC_A_REF)) : NULL;
	if (w && n->kind == DOC_BELEG)
		buf_fmt(o->buf, w->year ? "%s %d%s" : "%s", w->names ? w->names : w->id, w->year, w->suffix);
}

static void put_stichwort(struct out *o, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_STELLE);
	const struct doc_stelle *s = o->doc->index && id ? doc_stelle(o->doc, id) : NULL;
	const char *name = s ? s->name : doc_get(n, DOC_A_ORT) ? doc_get(n, DOC_A_ORT) : doc_get(n, DOC_A_WORT);
	if (n->first)
		put_children(o, n);
	else if (name)
		put(o, name, strlen(name));
}

static void put_node(struct out *o, const struct doc_node *n)
{
	switch (n->kind) {
	case DOC_TEXT:           put(o, n->text, n->len); return;
	case DOC_FUSSNOTE:
	case DOC_VERMERK:
	case DOC_LAUT:
	case DOC_ABWEICHUNG:     return;
	case DOC_WERT:           put_wert(o, n); return;
	case DOC_VERWEIS:        put_verweis(o, n); return;
	case DOC_BELEG:
	case DOC_EBD:            put_werk(o, n); return;
	case DOC_STICHWORT:      put_stichwort(o, n); return;
	case DOC_DATUM:          put_date(o, doc_get(n, DOC_A_DATUM)); return;
	case DOC_BESCHLUSSDATUM: put_date(o, beschluss_datum(o->doc, doc_get(n, DOC_A_GREMIUM))); return;
	case DOC_OFFEN:          put(o, DOC_LUECKE, strlen(DOC_LUECKE)); return;
	case DOC_UMBRUCH:        put(o, " ", 1); return;
	default:                 put_children(o, n);
	}
}

static void put_children(struct out *o, const struct doc_node *n)
{
	for (const struct doc_node *c = n->first; c; c = c->next) {
		bool apart = c->kind != DOC_TEXT && doc_kind_class(c->kind) != DOC_CLASS_INLINE;
		if (apart)
			put(o, " ", 1);
		put_node(o, c);
		if (apart && c->next)
			put(o, " ", 1);
	}
}

void doc_put_datum(struct buf *b, const struct doc_node *n)
{
	const char *day = doc_get(n, DOC_A_WOCHENTAG);
	struct date d;
	if (!doc_get(n, DOC_A_DATUM) || !date_parse(&d, doc_get(n, DOC_A_DATUM))) {
		buf_str(b, "?");                           /* told by check */
		return;
	}
	if (day)
		buf_fmt(b, "%s, ", day);
	(doc_is(n, DOC_A_ART, "kurz") ? date_put_short : date_put)(b, d);
}

static void put_all(struct out *o, const struct doc_node *n)
{
	if (!n)
		return;
	/* asked for by itself it has its text */
	(n->kind == DOC_LAUT || n->kind == DOC_VERMERK ? put_children : put_node)(o, n);
	while (o->buf->len > o->start && o->buf->data[o->buf->len - 1] == ' ')
		o->buf->data[--o->buf->len] = '\0';
}

void doc_text(struct buf *b, const struct doc *doc, const struct doc_node *n)
{
	put_all(&(struct out){b, doc, b->len, NULL}, n);
}

void doc_printed(struct buf *b, const struct doc *doc, const struct doc_node *n)
{
	struct doc_words words;
	if (doc->terms)
		words = doc->terms->words(doc->terms->town);
	put_all(&(struct out){b, doc, b->len, doc->terms ? &words : NULL}, n);
}

/* ---- dump ---- */

static void quoted(struct buf *b, const char *s, size_t n)
{
	buf_chr(b, '"');
	for (const char *end = s + n; s < end; s++) {
		if (*s == '"' || *s == '\\')
			buf_chr(b, '\\');
		if (*s == '\n')
			buf_str(b, "\\n");
		else
			buf_chr(b, *s);
	}
	buf_chr(b, '"');
}

static void dump_node(struct buf *b, const struct doc_node *n, int depth)
{
	buf_fmt(b, "%*s", depth * 2, "");
	if (n->kind == DOC_TEXT) {
		quoted(b, n->text, n->len);
		buf_chr(b, '\n');
		return;
	}
	buf_str(b, doc_kind_name(n->kind));
	if (n->number)
		buf_fmt(b, " %s", n->number);
	for (int i = 0; i < n->nattrs; i++) {
		buf_fmt(b, " %s=", doc_attr_name(n->attrs[i].attr));
		quoted(b, n->attrs[i].value, strlen(n->attrs[i].value));
	}
	buf_fmt(b, " @%d:%d\n", n->file, n->line);
}

static void dump_posten(struct buf *b, const struct doc_posten *p)
{
	buf_fmt(b, "  Posten %s", p->circa ? "circa " : "");
	if (p->has_amount)
		money_put_plain(b, p->betrag);
	buf_str(b, doc_zustand_value(p->zustand));
	if (p->gefoerdert_durch)
		buf_fmt(b, " gefoerdert-durch %s", p->gefoerdert_durch);
	if (p->erstattet_durch)
		buf_fmt(b, " erstattet-durch %s", p->erstattet_durch);
	buf_str(b, p->jaehrlich ? " jaehrlich\n" : "\n");
}

static void dump_massnahme(struct buf *b, const struct doc_massnahme *m)
{
	buf_fmt(b, "Massnahme @%d:%d einmalig ", m->node->file, m->node->line);
	money_put_plain(b, m->kosten.einmalig.value);
	buf_str(b, " jaehrlich ");
	money_put_plain(b, m->kosten.jaehrlich.value);
	buf_str(b, " davon ");
	money_put_plain(b, m->kosten.davon);
	buf_fmt(b, " jahre %d klasse %s\n", m->jahre, m->klasse ? m->klasse : "-");
	for (size_t i = 0; i < m->kosten.nposten; i++)
		dump_posten(b, &m->kosten.posten[i]);
}

void doc_dump(const struct doc *doc, struct buf *b)
{
	int depth = 0;
	for (size_t i = 0; i < doc->nfiles; i++)
		buf_fmt(b, "Datei %zu %s\n", i, doc->files[i].path);
	for (const struct doc_node *n = doc->root; n;) {
		dump_node(b, n, depth);
		const struct doc_node *next = doc_walk(doc->root, n);
		depth += n->first != NULL;
		for (const struct doc_node *up = n; next && !n->first && up->parent != next->parent; up = up->parent)
			depth--;
		n = next;
	}
	for (size_t i = 0; i < doc->index->nkennzahlen; i++) {
		buf_fmt(b, "Kennzahl %s ", doc->index->all_kennzahlen[i]->id);
		if (doc->index->all_kennzahlen[i]->decimals >= 0)
			doc_put_kennzahl(b, doc->index->all_kennzahlen[i]);
		buf_chr(b, '\n');
	}
	for (size_t i = 0; i < doc->index->nstellen; i++)
		buf_fmt(b, "Stelle %s %s\n", doc->index->all_stellen[i]->id, doc->index->all_stellen[i]->name);
	for (size_t i = 0; i < doc->index->nmassnahmen; i++)
		dump_massnahme(b, &doc->index->massnahmen[i]);
}

/* Ends with . ! or ?, a closing mark perhaps, where a blank and no small letter follows. */
size_t doc_sentence(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!strchr(".!?", s[i]) || !s[i])
			continue;
		size_t k = i + 1;
		if (k + 2 < n && !memcmp(s + k, "“", 3))
			k += 3;
		if (k < n && (s[k] == ')' || s[k] == '"'))
			k++;
		bool number = s[i] == '.' && i && s[i - 1] >= '0' && s[i - 1] <= '9';      /* "am 3. Mai" */
		if (k < n && s[k] == ' ' && !number && !(k + 1 < n && s[k + 1] >= 'a' && s[k + 1] <= 'z'))
			return k;
	}
	return n;
}
