/* measure.c: lengths of the town that belong to no style: where letter head and cover stand, how wide the columns of
 * generated tables are. */
#include <string.h>

#include "style/attr.h"
#include "style/names.h"

/* What each is for stands in templates/grund/gestaltung.xml. */
static const char *const measure_names[] = {"brief-einzug", "brief-kopf", "brief-linie", "brief-status", "brief-titel",
	"formular-name", "titelfolie-linie", "titelfolie-ort", "titelfolie-titel", "titelfolie-untertitel",
	"titelseite-linie", "titelseite-ort", "titelseite-slogan", "titelseite-slogan-band", "titelseite-stand",
	"titelseite-stelle", "titelseite-titel", "titelseite-titel-band", "titelseite-untertitel", "titelseite-wappen",
	"titelseite-wappen-breite", "titelseite-wappen-hoehe", NULL};
const char *const *const sty_measure_names = measure_names;

enum { COLS_MAX = 6 };
static const char *const table_names[] = {"arbeitsblatt", "beratungsfolge", "finanzuebersicht", "massnahmen-aus",
	"massnahmenplan", "stellenplan", "synopse", "synopse-massnahmen", "umsetzungsstand", "zusammenfassung",
	"zusammenfassung-gruppe", NULL};
const char *const *const sty_widths_names = table_names;
static const uint8_t columns[] = {4, 4, 3, 3, 4, 2, 4, 6, 4, 4, 3};
enum { NTABLES = sizeof columns / sizeof *columns };
_Static_assert(sizeof table_names / sizeof *table_names == NTABLES + 1, "each table has its number of columns");

struct sty_measure { const char *name; len_t v; };
struct sty_widths { const char *name; len_t w[COLS_MAX]; };        /* 0: a share of the rest */

/* "22mm * 40mm" */
static bool parse_widths(struct mem *m, const char *s, int ncols, len_t *w)
{
	int n = 0;
	for (s += strspn(s, " "); *s; s += strspn(s, " ")) {
		const char *one = mem_str(m, s, strcspn(s, " "));
		if (n == ncols || (strcmp(one, "*") && (!sty_parse_len(one, &w[n]) || w[n] <= 0)))
			return false;
		n++;
		s += strlen(one);
	}
	return n == ncols;
}

static void load_widths(struct sty_load *l, const struct src_elem *e, const char *name, int ncols)
{
	const struct sty_page *p = &l->s->page;
	const char *value = sty_attr(e, "breiten");
	struct sty_widths *to = &l->s->names->widths[l->s->names->nwidths++];
	len_t sum = 0, room = strncmp(name, "synopse", 7) ? p->margin_col + p->gutter + p->text : sty_wide(l->s).text;
	to->name = name;
	bool good = value && parse_widths(l->s->mem, value, ncols, to->w);
	for (int i = 0; i < ncols; i++)
		sum += to->w[i];
	if (!good || sum > room)
		sty_bad(l, e, "breiten", value ? value : "",
			mem_fmt(l->s->mem,
				"für jede der %d Spalten eine Länge oder *, zusammen nicht breiter als der Satzspiegel",
				ncols));
}

void sty_load_measures(struct sty_load *l, const struct src_elem *root)
{
	static const struct sty_attr_row rows[] = {{"name", STY_AS_TEXT, offsetof(struct sty_measure, name), true},
		{"wert", STY_AS_LEN, offsetof(struct sty_measure, v), true}, {0}};
	struct style_names *n = l->s->names;
	n->measures = MEM_ARRAY(l->s->mem, struct sty_measure, sty_count(root, "mass") + 1);
	n->widths = MEM_ARRAY(l->s->mem, struct sty_widths, sty_count(root, "spalten") + 1);
	STY_EACH(e, root, "mass")
		if (sty_named(l, e, "Maß", sty_attr(e, "name"), measure_names))
			sty_set_all(l, e, rows, &n->measures[n->nmeasures++]);
	STY_EACH(e, root, "spalten") {
		const char *name = sty_attr(e, "tabelle");
		int i = 0;
		while (name && i < NTABLES && strcmp(table_names[i], name))
			i++;
		if (!name || i == NTABLES)
			sty_unknown(l, e, "Tabelle", name ? name : "", table_names);
		else
			load_widths(l, e, name, columns[i]);
	}
	sty_missing(l, root, measure_names, (struct sty_list){n->measures, sizeof *n->measures, n->nmeasures},
		"das Maß", "mass name");
	sty_missing(l, root, table_names, (struct sty_list){n->widths, sizeof *n->widths, n->nwidths},
		"die Breiten der Spalten von", "spalten tabelle");
}

len_t sty_measure(const struct style *s, const char *name)
{
	for (int i = 0; i < s->names->nmeasures; i++)
		if (!strcmp(s->names->measures[i].name, name))
			return s->names->measures[i].v;
	return 0;
}

void sty_widths(const struct style *s, const char *table, len_t room, int ncols, len_t *w)
{
	int shares = 0, i = 0;
	while (i < s->names->nwidths && strcmp(s->names->widths[i].name, table))
		i++;
	for (int k = 0; k < ncols; k++) {
		w[k] = i < s->names->nwidths && k < COLS_MAX ? s->names->widths[i].w[k] : 0;
		shares += !w[k];
		room -= w[k];
	}
	for (int k = 0; k < ncols && room > 0; k++)
		if (!w[k]) {
			w[k] = room / shares--;
			room -= w[k];
		}
}
