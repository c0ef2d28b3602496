/* slides.c: the look of slides. They are read from afar: small type and weak contrast are a fault of the template, told
 * before anything is set. */
#include <string.h>

#include "style/names.h"

/* What may stand on a slide, and how small it may be. A style that is not here is never used there. */
static const struct { const char *name; len_t least;
} sizes[] = {
	{"titel", LEN_PT(18)},
	{"untertitel", LEN_PT(18)},
	{"kopfangabe", LEN_PT(18)},
	{"h1", LEN_PT(18)},
	{"h2", LEN_PT(18)},
	{"h3", LEN_PT(18)},
	{"marke", LEN_PT(18)},
	{"fliess", LEN_PT(18)},
	{"vorspann", LEN_PT(18)},
	{"liste", LEN_PT(18)},
	{"zitat", LEN_PT(18)},
	{"quelltext", LEN_PT(18)},
	{"klein", LEN_PT(18)},
	{"quelle", LEN_PT(18)},
	{"fussnote", LEN_PT(18)},
	{"kastentitel", LEN_PT(18)},
	{"leitsatz", LEN_PT(18)},
	{"rand", LEN_PT(18)},
	{"kennzahl", LEN_PT(18)},
	{"kennzahltext", LEN_PT(18)},
	{"organ", LEN_PT(18)},
	{"listentitel", LEN_PT(18)},
	{"tabelle", LEN_PT(12)},
	{"tabkopf", LEN_PT(12)},
	{"tabtitel", LEN_PT(12)},
	{"gruppe", LEN_PT(12)},
	{"summe", LEN_PT(12)},
	{"ziel", LEN_PT(12)},
	{"folio", LEN_PT(12)},
	{"kolumne", LEN_PT(12)},
	{"kolumne-stadt", LEN_PT(12)},
};

static void check_para(struct sty_load *l, const struct sty_para *p, const struct src_elem *at, len_t least)
{
	static const char *const grounds[] = {"weiss", "flaeche"};
	char is[16];
	if (p->ch.size < least)
		diag_error(l->d, "FOLIENSCHRIFT", at->file, at->line,
			"Der Stil „%s“ hat auf Folien %d,%d Punkt; erwartet werden mindestens %d Punkt, "
			"damit man ihn im Saal lesen kann; bitte in <folien> größer wählen",
			p->name, p->ch.size / 1000, p->ch.size % 1000 / 100, least / 1000);
	for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++) {
		double r = sty_ratio(p->ch.colour, sty_colour(l->s, grounds[i]));
		if (r < 4.5)
			diag_error(l->d, "KONTRAST", at->file, at->line,
				"Schrift des Stils „%s“ hat auf Folien gegen „%s“ den Kontrast %s : 1, "
				"nötig sind mindestens 4,5 : 1; bitte tinte, grau oder akzent nehmen",
				p->name, grounds[i], sty_ratio_text(is, r));
	}
}

static void check(struct sty_load *l)
{
	for (int i = 0; i < l->s->nparas; i++)
		for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++)
			if (!strcmp(sizes[k].name, l->s->paras[i].name))
				check_para(l, &l->s->paras[i], l->s->names->para_at[i], sizes[k].least);
	if (l->s->page.width <= l->s->page.height)
		diag_error(l->d, "GESTALTUNG-FEHLT", l->file, 0,
			"In <folien> fehlt <seite format=\"16:9\" …/> mit den Maßen der Folie; bitte ergänzen");
}

static const struct src_elem *find(const struct src_elem *look)
{
	for (const struct src_elem *e = look->first; e; e = e->next)
		if (!strcmp(e->name, "folien"))
			return e;
	return NULL;
}

struct style *sty_slides(const struct style *base, const char *file, int line, struct diag *d)
{
	const struct src_elem *own = find(base->names->look);
	if (!own) {
		diag_error(d, "GESTALTUNG-FEHLT", file, line,
			"Die Gestaltung „%s“ hat kein <folien>; erwartet werden dort Maße und Stile der Folien, "
			"bitte ergänzen, zum Beispiel mit grundlage=\"…\"",
			base->file);
		return NULL;
	}
	struct mem *mem = mem_new();
	struct style *s = MEM_NEW(mem, struct style);
	struct src_elem root = *own;
	root.name = "gestaltung";
	s->mem = mem;
	s->file = base->file;
	s->base = base;
	s->names = MEM_NEW(mem, struct style_names);
	struct sty_load l = {s, d, s->file};
	sty_load_look(&l, sty_inherit(mem, base->names->look, &root));
	s->names->rules = base->names->rules;
	s->names->rules_root = base->names->rules_root;
	s->names->nrules = base->names->nrules;
	s->names->severities = base->names->severities;
	s->names->nseverities = base->names->nseverities;
	check(&l);
	return s;
}
