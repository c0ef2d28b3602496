/* papiere.c: what a town says of its papers: their kinds with the fields of each, what a body does with them, kinds of
 * bodies, and what may be ticked. Everything here is known by its name; an unknown name in a document is told with
 * those that are known. */
#include "style/papiere.h"

#include <string.h>

#include "style/attr.h"

static const char *const field_kinds[] = {"aktenzeichen", "anlagen", "auskunft", "auswahl", "beratungsfolge",
	"beschlussvorschlag", "beteiligungen", "datum", "dringlichkeit", "drucksache", "erlaeuterungen",
	"federfuehrung", "finanzformular", "finanzierung", "kosten", "mitzeichnung", "oeffentlichkeit",
	"unterschriften", "verfasser", "vorlagenart", "zusatzfelder", NULL};

struct sty_papiere {
	struct sty_namen lists[STY_LISTEN];
	struct sty_named usual; /* the fields of kinds that have none of their own */
	struct doc_terms terms;
};

/* "zusatz-klima", "auswahl-klima": one of many, at a place of its own */
static bool one_of_many(const char *kind)
{
	return !strncmp(kind, "zusatz-", 7) || !strncmp(kind, "auswahl-", 8);
}

static const struct sty_attr_row named_attrs[] = {{"name", STY_AS_TEXT, offsetof(struct sty_named, name), true},
	{"wort", STY_AS_TEXT, offsetof(struct sty_named, wort), false},
	{"kuerzel", STY_AS_TEXT, offsetof(struct sty_named, kuerzel), false},
	{"tagesordnung", STY_AS_TEXT, offsetof(struct sty_named, tagesordnung), false},
	{"bedeutet", STY_AS_TEXT, offsetof(struct sty_named, bedeutet), false}, {0}};

/* What a town calls a field, it calls so in every kind of paper that does not name it itself. */
static const char *usual_label(const struct sty_named *usual, const char *art)
{
	for (int i = 0; i < usual->nfelder; i++)
		if (!strcmp(usual->felder[i].art, art))
			return usual->felder[i].label;
	return NULL;
}

static void load_field(struct sty_load *l, const struct src_elem *e, const struct sty_named *usual,
	struct sty_papierfeld *f)
{
	static const struct sty_attr_row rows[] = {{"art", STY_AS_TEXT, offsetof(struct sty_papierfeld, art), true},
		{"pflicht", STY_AS_FLAG, offsetof(struct sty_papierfeld, pflicht), false},
		{"verborgen", STY_AS_FLAG, offsetof(struct sty_papierfeld, verborgen), false},
		{"leer", STY_AS_TEXT, offsetof(struct sty_papierfeld, leer), false}, {0}};
	sty_set_all(l, e, rows, f);
	f->art = f->art ? f->art : "";
	f->label = e->text && *e->text ? e->text : usual_label(usual, f->art);
	if (*f->art && !one_of_many(f->art))
		sty_named(l, e, "Feld", f->art, field_kinds);
}

static void load_fields(struct sty_load *l, const struct src_elem *from, const struct sty_named *usual,
	struct sty_named *to)
{
	struct sty_papierfeld *all = MEM_ARRAY(l->s->mem, struct sty_papierfeld, sty_count(from, "feld") + 1);
	STY_EACH(e, from, "feld")
	load_field(l, e, usual, &all[to->nfelder++]);
	to->felder = all;
}

static void load_choices(struct sty_load *l, const struct src_elem *from, struct sty_named *to)
{
	struct sty_wahl *all = MEM_ARRAY(l->s->mem, struct sty_wahl, sty_count(from, "wahl") + 1);
	STY_EACH(e, from, "wahl")
	{
		const char *name = sty_attr(e, "name");
		if (name)
			all[to->nwahlen++] = (struct sty_wahl){name, e->text && *e->text ? e->text : name};
		else
			diag_error(l->d, "GESTALTUNG-FEHLT", e->file, e->line,
				"<wahl> braucht name=\"…\" und als Text das gedruckte Wort; bitte ergänzen");
	}
	to->wahlen = all;
}

static void check_meaning(struct sty_load *l, const struct src_elem *e, const struct sty_named *n)
{
	if (n->bedeutet && !strcmp(e->name, "rolle") && doc_rolle_find(n->bedeutet) == DOC_ROLLE_UNBEKANNT)
		sty_bad(l, e, "bedeutet", n->bedeutet, "anhoerung, vorberatung, entscheidung oder kenntnisnahme");
}

static struct sty_namen load_list(struct sty_load *l, const struct src_elem *root, const struct sty_named *usual,
	const char *element)
{
	struct sty_named *all = MEM_ARRAY(l->s->mem, struct sty_named, sty_count(root, element) + 1);
	int n = 0;
	STY_EACH(e, root, element)
	{
		struct sty_named *own = &all[n++];
		sty_set_all(l, e, named_attrs, own);
		own->name = own->name ? own->name : "";
		load_fields(l, e, usual, own);
		load_choices(l, e, own);
		check_meaning(l, e, own);
	}
	return (struct sty_namen){all, n};
}

/* Its own word, else the word of that name, else the name. */
static const char *word_of(const struct style *s, enum sty_liste list, const char *name)
{
	const struct sty_named *n = sty_find(s, list, name);
	return n && n->wort ? n->wort : name ? sty_word(s, name) : "";
}

/* What a role of the town comes to. */
static enum doc_rolle meaning_of(const struct style *s, const char *role)
{
	const struct sty_named *n = s ? sty_find(s, STY_ROLLEN, role) : NULL;
	return doc_rolle_find(n && n->bedeutet ? n->bedeutet : role);
}

static const char *say_role(const void *town, const char *id, enum doc_rolle *means)
{
	*means = meaning_of(town, id);
	return sty_find(town, STY_ROLLEN, id) ? word_of(town, STY_ROLLEN, id) : NULL;
}

static const char *say_kind(const void *town, const char *art)
{
	return sty_find(town, STY_VORLAGENARTEN, art) ? word_of(town, STY_VORLAGENARTEN, art) : NULL;
}

static const char *say_body(const void *town, const char *art)
{
	const struct sty_named *n = sty_find(town, STY_GREMIENARTEN, art);
	return !n ? NULL : n->bedeutet ? n->bedeutet : word_of(town, STY_GREMIENARTEN, art);
}

static struct doc_words words_of(const void *town)
{
	return sty_words(town);
}

static void put_roles(struct buf *b, const void *town, const char *ids)
{
	struct mem *m = mem_new();
	size_t start = b->len;
	for (const char *p = ids ? ids : ""; *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		const char *id = mem_str(m, p, n);
		const struct sty_named *role = sty_find(town, STY_ROLLEN, id);
		if (role)
			buf_fmt(b, "%s%s", b->len > start ? ", " : "",
				role->tagesordnung ? role->tagesordnung : word_of(town, STY_ROLLEN, id));
		p += n;
	}
	mem_free(m);
}

void sty_load_papers(struct sty_load *l, const struct src_elem *root)
{
	struct sty_papiere *p = MEM_NEW(l->s->mem, struct sty_papiere);
	l->s->names->papiere = p;
	p->terms = (struct doc_terms){l->s, say_role, say_kind, say_body, put_roles, words_of};
	STY_EACH(e, root, "vorlagenfelder")
	load_fields(l, e, &(struct sty_named){0}, &p->usual);
	p->lists[STY_VORLAGENARTEN] = load_list(l, root, &p->usual, "vorlagenart");
	p->lists[STY_ROLLEN] = load_list(l, root, &p->usual, "rolle");
	p->lists[STY_GREMIENARTEN] = load_list(l, root, &p->usual, "gremienart");
	p->lists[STY_AUSWAHLEN] = load_list(l, root, &p->usual, "auswahl");
}

const struct doc_terms *sty_terms(const struct style *s)
{
	return &s->names->papiere->terms;
}

const struct sty_namen *sty_namen(const struct style *s, enum sty_liste list)
{
	return &s->names->papiere->lists[list];
}

const struct sty_named *sty_find(const struct style *s, enum sty_liste list, const char *name)
{
	const struct sty_namen *l = sty_namen(s, list);
	for (int i = 0; name && i < l->n; i++)
		if (!strcmp(l->all[i].name, name))
			return &l->all[i];
	return NULL;
}

void sty_put_known(struct buf *b, const struct style *s, enum sty_liste list)
{
	const struct sty_namen *l = sty_namen(s, list);
	for (int i = 0; i < l->n; i++)
		buf_fmt(b, "%s„%s“", !i ? "" : i + 1 < l->n ? ", " : " und ", l->all[i].name);
}

const struct sty_papierfeld *sty_papierfelder(const struct style *s, const char *art, int *n)
{
	const struct sty_named *own = sty_find(s, STY_VORLAGENARTEN, art),
			       *from = own && own->nfelder ? own : &s->names->papiere->usual;
	*n = from->nfelder;
	return from->felder;
}
