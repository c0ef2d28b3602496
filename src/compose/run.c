/* run.c: the walk over the document, and the table that says what each kind becomes. */
#include <stdlib.h>
#include <string.h>

#include "compose/com.h"
#include "model/literatur.h"

const struct diag_code com_codes[] = {
	{"BILDGROESSE", DIAG_FEHLER, "Ein Bild lässt sich nicht setzen",
	 "Die Bilddatei wurde nicht gelesen oder hat keine brauchbare Größe. Erlaubt sind PNG, JPEG und einfache "
	 "SVG-Zeichnungen im Ordner des Dokuments. "
	 "Bitte Dateinamen und Datei prüfen. Beispiel: <abbildung datei=\"bilder/markt.jpg\" alt=\"Marktplatz mit "
	 "Rathaus\"/>."},
	{0}
};

static const struct comp { com_enter *enter; com_leave *leave; bool text; } comp[DOC_KIND_MAX] = {
	[DOC_IMPRESSUM] = {com_impressum, NULL, false},
	[DOC_INHALTSVERZEICHNIS] = {com_inhaltsverzeichnis, NULL, false},
	[DOC_ABBILDUNGSVERZEICHNIS] = {com_abbildungsverzeichnis, NULL, false},
	[DOC_GRUSSWORT] = {com_part, com_part_end, false},
	[DOC_VORWORT] = {com_part, com_part_end, false},
	[DOC_KAPITEL] = {com_part, com_part_end, false},
	[DOC_ABSCHNITT] = {com_part, com_part_end, false},
	[DOC_HANDLUNGSFELD] = {com_part, com_part_end, false},
	[DOC_ARBEITSPAKET] = {com_part, com_arbeitspaket_end, false},
	[DOC_LITERATURVERZEICHNIS] = {com_literaturverzeichnis, NULL, false},
	[DOC_STELLENVERZEICHNIS] = {com_stellenverzeichnis, NULL, false},
	[DOC_ANHANG] = {com_part, com_part_end, false},
	[DOC_KURZFASSUNG] = {com_kurzfassung, com_kurzfassung_end, false},
	[DOC_FOLIE] = {com_folie, com_folie_end, false},
	[DOC_UMFRAGE] = {com_umfrage, NULL, false},
	[DOC_DIAGRAMM_AUS] = {com_diagramm_aus, NULL, false},
	[DOC_QUELLE] = {com_slide_source, NULL, false},
	[DOC_TITEL] = {com_titel, NULL, false},
	[DOC_ABSATZ] = {com_absatz, NULL, false},
	[DOC_ZWISCHENTITEL] = {com_zwischentitel, NULL, false},
	[DOC_LISTE] = {com_liste, NULL, false},
	[DOC_PUNKT] = {com_punkt, NULL, false},
	[DOC_TABELLE] = {com_tabelle, NULL, false},
	[DOC_ABBILDUNG] = {com_abbildung, NULL, false},
	[DOC_DIAGRAMM] = {com_diagramm, NULL, false},
	[DOC_ORGANIGRAMM] = {com_organigramm, NULL, false},
	[DOC_PROZESS] = {com_prozess, NULL, false},
	[DOC_NABE] = {com_nabe, NULL, false},
	[DOC_LANDKARTE] = {com_landkarte, NULL, false},
	[DOC_WORTWOLKE] = {com_wortwolke, NULL, false},
	[DOC_KARTEN] = {com_karten, NULL, false},
	[DOC_ZEITACHSE] = {com_zeitachse, NULL, false},
	[DOC_HINWEIS] = {com_hinweis, NULL, false},
	[DOC_ZITAT] = {com_zitat, com_zitat_end, false},
	[DOC_RANDZAHL] = {com_randzahl, NULL, false},
	[DOC_QUELLTEXT] = {com_quelltext, NULL, false},
	[DOC_HANDLUNGSEMPFEHLUNG] = {com_handlungsempfehlung, NULL, false},
	[DOC_LEITSATZ] = {com_leitsatz, NULL, false},
	[DOC_BILDPLATZ] = {com_bildplatz, NULL, false},
	[DOC_MASSNAHME] = {com_massnahme, NULL, false},
	[DOC_UNTERSCHRIFTEN] = {com_unterschriften, NULL, false},
	[DOC_ZUSAMMENFASSUNG] = {com_zusammenfassung, NULL, false},
	[DOC_FINANZUEBERSICHT] = {com_finanzuebersicht, NULL, false},
	[DOC_MASSNAHMENPLAN] = {com_massnahmenplan, NULL, false},
	[DOC_STELLENPLAN] = {com_stellenplan, NULL, false},
	[DOC_UMSETZUNGSSTAND] = {com_umsetzungsstand, NULL, false},
	[DOC_VERMERK] = {com_vermerk, NULL, false},
	[DOC_MASSNAHMEN_AUS] = {com_massnahmen_aus, NULL, false},
	[DOC_DATENTABELLEN] = {com_datentabellen, NULL, false},
	[DOC_BETONT] = {com_betont, NULL, true},
	[DOC_STARK] = {com_stark, NULL, true},
	[DOC_ABK] = {com_abk, NULL, true},
	[DOC_WERT] = {com_wert, NULL, true},
	[DOC_VERWEIS] = {com_verweis, NULL, true},
	[DOC_EXTERN] = {com_extern, NULL, true},
	[DOC_FUNDSTELLE] = {com_fundstelle, NULL, true},
	[DOC_FUSSNOTE] = {com_fussnote, NULL, true},
	[DOC_BELEG] = {com_beleg, NULL, true},
	[DOC_EBD] = {com_ebd, NULL, true},
	[DOC_STICHWORT] = {com_stichwort, NULL, true},
	[DOC_SPRACHE] = {com_sprache, NULL, true},
	[DOC_CODE] = {com_code, NULL, true},
	[DOC_UMBRUCH] = {com_umbruch, NULL, true},
	[DOC_OFFEN] = {com_offen, NULL, true},
	[DOC_BESCHLUSSDATUM] = {com_beschlussdatum, NULL, true},
	[DOC_DATUM] = {com_datum, NULL, true},
};

bool com_ignore(struct com *c, const struct doc_node *n)
{
	(void)c;
	(void)n;
	return false;
}

void com_push(struct com *c)
{
	if (c->nsaved == c->cap_saved) {
		c->cap_saved = c->cap_saved ? 2 * c->cap_saved : 64;
		c->saved = mem_realloc(c->saved, c->cap_saved * sizeof *c->saved);
	}
	c->saved[c->nsaved++] = c->o;
}

/* A paragraph opened inside ends here; one that was open before goes on. */
void com_pop(struct com *c)
{
	struct open *before = &c->saved[--c->nsaved];
	if (c->o.text != before->text)
		com_end_text(c);
	c->o = *before;
	if (c->nsaved < c->label_depth)
		c->label = NULL;
}

/* Returns whether to go down. The state before it is saved, to be taken back by leave. */
static bool enter(struct com *c, const struct doc_node *n)
{
	const struct comp *k = &comp[n->kind];
	if (!k->enter)
		return false;
	if (k->text)
		com_need_text(c, n);
	else
		com_end_text(c);
	com_push(c);
	if (k->enter(c, n))
		return true;
	com_pop(c);
	return false;
}

static void leave(struct com *c, const struct doc_node *n)
{
	if (comp[n->kind].leave) {
		com_end_text(c);
		comp[n->kind].leave(c, n);
	}
	com_pop(c);
}

void com_children(struct com *c, const struct doc_node *parent)
{
	const struct doc_node *n = parent->first;
	while (n) {
		if (n->kind == DOC_TEXT) {
			com_text(c, n);
		} else if (enter(c, n)) {
			if (n->first) {
				n = n->first;
				continue;
			}
			leave(c, n);
		}
		while (!n->next) {
			n = n->parent;
			if (n == parent)
				return;
			leave(c, n);
		}
		n = n->next;
	}
}

struct block *com_in(struct com *c, const struct doc_node *n, struct block *parent, enum blk_role role,
	enum blk_flow flow)
{
	struct block *b = blk_add(c->t, parent, role, flow, doc_path(c->doc, n), n->line);
	if (c->o.quiet || c->block_of[n->order])
		return b;
	c->block_of[n->order] = b;
	b->id = doc_get(n, DOC_A_ID);
	if (b->id && c->prefix)
		b->id = n == c->doc->root ? c->prefix : mem_fmt(c->t->mem, "%s.%s", c->prefix, b->id);
	if (n != c->doc->root)
		b->lang = doc_get(n, DOC_A_LANG);
	return b;
}

struct block *com_block(struct com *c, const struct doc_node *n, enum blk_role role, enum blk_flow flow)
{
	/* a block outside all parts: a fault, told by the schema; it still needs a page */
	if (c->o.at == c->t->root) {
		com_sequence(c, STY_ARABISCH_ZAHL);
		c->o.at = c->seq;
	}
	return com_in(c, n, c->o.at, role, flow);
}

void com_traced(struct com *c, const struct doc_node *n, struct block *b)
{
	struct com_trace *t = c->trace;
	if (!t || c->o.quiet)
		return;
	if (t->n == t->cap) {
		t->cap = t->cap ? 2 * t->cap : 256;
		t->v = mem_realloc(t->v, t->cap * sizeof *t->v);
	}
	t->v[t->n++] = (struct com_traced){n, b};
}

struct block *com_para(struct com *c, const struct doc_node *n, enum blk_role role, const struct sty_para *style)
{
	struct block *b = com_block(c, n, role, BLK_TEXT);
	b->style = style;
	b->indent = c->label ? 0 : c->o.hang;
	c->o.text = c->o.owner = b;
	c->o.ch = &style->ch;
	com_label(c);
	com_traced(c, n, b);
	return b;
}

struct block *com_inline(struct com *c, const struct doc_node *n, enum blk_role role)
{
	return c->o.owner = com_in(c, n, c->o.owner, role, BLK_INLINE);
}

void com_styles(struct com *c, const char *variant)
{
	static const char *const names[COM_STYLES] = {
		[COM_TITEL] = "titel",
		[COM_UNTERTITEL] = "untertitel",
		[COM_TITELANGABE] = "titelangabe",
		[COM_KOPFANGABE] = "kopfangabe",
		[COM_H1] = "h1",
		[COM_H2] = "h2",
		[COM_H3] = "h3",
		[COM_MARKE] = "marke",
		[COM_FLIESS] = "fliess",
		[COM_VORSPANN] = "vorspann",
		[COM_LISTE] = "liste",
		[COM_ZITAT] = "zitat",
		[COM_QUELLTEXT] = "quelltext",
		[COM_KLEIN] = "klein",
		[COM_QUELLE] = "quelle",
		[COM_RECHTLICHES] = "rechtliches",
		[COM_FUSSNOTE] = "fussnote",
		[COM_KASTENTITEL] = "kastentitel",
		[COM_RAND] = "rand",
		[COM_KENNZAHL] = "kennzahl",
		[COM_KENNZAHLTEXT] = "kennzahltext",
		[COM_TABELLE] = "tabelle",
		[COM_TABKOPF] = "tabkopf",
		[COM_TABTITEL] = "tabtitel",
		[COM_GRUPPE] = "gruppe",
		[COM_SUMME] = "summe",
		[COM_ZIEL] = "ziel",
		[COM_VERZ1] = "verz1",
		[COM_VERZ2] = "verz2",
		[COM_UNTERSCHRIFT] = "unterschrift",
		[COM_LISTENTITEL] = "listentitel",
		[COM_KOPFSTELLE] = "kopfstelle",
		[COM_KOPFART] = "kopfart",
		[COM_KOPFSTATUS] = "kopfstatus",
		[COM_VORLAGENTITEL] = "vorlagentitel",
		[COM_EINLADUNG] = "einladung",
		[COM_TEIL] = "teil",
		[COM_TOPNUMMER] = "topnummer",
		[COM_TOPTITEL] = "toptitel",
		[COM_DRUCKSACHE] = "drucksache",
		[COM_LEITSATZ] = "leitsatz",
		[COM_SYNOPSE] = "synopse",
		[COM_LEGENDE] = "tabtitel",
	};
	for (int i = 0; i < COM_STYLES; i++)
		c->style[i] = sty_variant(c->s, names[i], variant);
}

void com_look(struct com *c, const struct style *s)
{
	c->s = s;
	c->margin = s->page.margin_col > 0;
	c->full = s->page.margin_col + s->page.gutter + s->page.text;
	com_styles(c, NULL);
	c->o.body = c->style[COM_FLIESS];
	c->o.item = c->style[COM_LISTE];
	c->o.tab = com_grown(c, LEN_PT(12));
}

static uint32_t last_order(const struct doc_node *n)
{
	while (n->last)
		n = n->last;
	return n->order;
}

void com_begin(struct com *c, const struct doc *doc, const struct style *s, struct txt *txt, struct diag *d)
{
	struct mem *mem = mem_new();
	struct blk_tree *t = MEM_NEW(mem, struct blk_tree);
	*c = (struct com){.t = t, .s = s, .txt = txt, .d = d, .numbering = -1};
	t->mem = mem;
	t->root = blk_add(t, NULL, BLK_DOCUMENT, BLK_STACK, doc_path(doc, doc->root), doc->root->line);
	com_look(c, s);
}

void com_open(struct com *c, const struct doc *doc)
{
	size_t nodes = last_order(doc->root) + 2;      /* one more for an index nobody wrote */
	c->doc = doc;
	c->block_of = mem_alloc(nodes * sizeof *c->block_of);
	memset(c->block_of, 0, nodes * sizeof *c->block_of);
	c->links = NULL;
	c->charts = NULL;
	c->ncharts = 0;
	c->seq = NULL;
	c->numbering = -1;
	c->asked = NULL;
	c->werke = doc->literatur && doc_child(doc->root, DOC_LITERATURVERZEICHNIS)
		? MEM_ARRAY(c->t->mem, struct block *, doc->literatur->n + 1)
		: NULL;
	com_stellen_asked(c, (uint32_t)nodes - 1);
	c->o = (struct open){.at = c->t->root, .body = c->style[COM_FLIESS], .item = c->style[COM_LISTE]};
	c->o.tab = com_grown(c, LEN_PT(12));
	com_find_charts(c);
}

void com_close(struct com *c)
{
	com_end_text(c);
	com_links(c);
	free(c->block_of);
	c->block_of = NULL;
}

struct blk_tree *com_finish(struct com *c)
{
	blk_number(c->t);
	free(c->saved);
	free(c->variants);
	return c->t;
}

struct blk_tree *com_run(const struct doc *doc, const struct style *s, struct txt *txt, bool handout, struct diag *d)
{
	struct com c;
	com_begin(&c, doc, s, txt, d);
	c.handout = handout;
	if (doc_sitzung(doc)) {
		com_draft(&c, doc);
		return com_finish(&c);
	}
	com_open(&c, doc);
	com_facts(&c);
	if (doc_vorlage(doc)) {
		com_vorlage(&c, NULL, NULL);
	} else if (doc->root->kind == DOC_PRAESENTATION) {
		com_praesentation(&c);
	} else {
		com_cover(&c);
		com_children(&c, doc->root);
		com_stellen_end(&c);
	}
	com_close(&c);
	return com_finish(&c);
}

void com_free(struct blk_tree *t)
{
	if (t)
		mem_free(t->mem);
}
