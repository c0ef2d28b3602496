/* point.c: a point of a Fortschreibung as a row of a sheet; tables as spreadsheets leave them. */
#include "office/point.h"

#include <string.h>

#include "model/kosten.h"
#include "office/record.h"

const char *const off_field_names[OFF_FIELDS] = {[OFF_AUSGABE] = "ausgabe", [OFF_ART] = "art", [OFF_ID] = "id",
	[OFF_WAS] = "was", [OFF_BISHER] = "bisher", [OFF_SCHRITTE] = "schritte", [OFF_KOSTEN] = "kosten",
	[OFF_FRIST] = "frist", [OFF_PARTNER] = "partner", [OFF_STATUS] = "status", [OFF_GRUND] = "grund",
	[OFF_KOSTEN_NEU] = "kosten-neu",
	[OFF_FRIST_NEU] = "frist-neu", [OFF_WERT] = "wert", [OFF_STICHTAG] = "stichtag",
	[OFF_BLEIBT] = "bleibt", [OFF_WORTLAUT] = "wortlaut", [OFF_ANMERKUNG] = "anmerkung"};
const char *const off_point_arts[] = {[DOC_P_STAND] = "stand", [DOC_P_MASSNAHME] = "massnahme",
	[DOC_P_DIAGRAMM] = "diagramm", [DOC_P_KENNZAHL] = "kennzahl", [DOC_P_GRUSSWORT] = "grusswort",
	[DOC_P_KURZFASSUNG] = "kurzfassung", [DOC_P_SATZ] = "satz"};

static const char *const stati[] = {"unverändert", "geändert", "läuft", "abgeschlossen", "entfallen"},
	*const status_values[] = {"unveraendert", "geaendert", "laeuft", "abgeschlossen", "entfallen"},
	*const stays[] = {"ja", "ja, auf Dauer"}, *const stay_values[] = {"ja", "immer"};

const char *off_known_label(enum off_field f)
{
	static const char *const labels[] = {[OFF_BISHER] = "Bisher", [OFF_SCHRITTE] = "Schritte",
		[OFF_KOSTEN] = "Kosten", [OFF_FRIST] = "Frist", [OFF_PARTNER] = "Partner"};
	return labels[f];
}

#define CHOICE(shown, values) BLK_ENTRY_CHOICE, shown, values, (int)(sizeof shown / sizeof *shown)
#define NOTE {OFF_ANMERKUNG, "Anmerkung", BLK_ENTRY_TEXT, NULL, NULL, 0}
#define STAYS {OFF_BLEIBT, "Bleibt es, wie es ist?", CHOICE(stays, stay_values)}

const struct off_entry *off_entries(enum doc_punkt_art art, size_t *n)
{
	static const struct off_entry stand[] = {
		{OFF_STICHTAG, "Stand der Ausgabe (Monat und Jahr)", BLK_ENTRY_TEXT, NULL, NULL, 0}, NOTE},
		massnahme[] = {{OFF_STATUS, "Was wird aus der Maßnahme?", CHOICE(stati, status_values)},
			{OFF_GRUND, "Warum?", BLK_ENTRY_TEXT, NULL, NULL, 0},
			{OFF_KOSTEN_NEU, "Neue Kosten in Euro", BLK_ENTRY_TEXT, NULL, NULL, 0},
			{OFF_FRIST_NEU, "Neue Frist (Jahr)", BLK_ENTRY_TEXT, NULL, NULL, 0}, NOTE},
		stays_or_not[] = {STAYS, NOTE},
		satz[] = {STAYS, {OFF_WORTLAUT, "Neuer Wortlaut", BLK_ENTRY_TEXT, NULL, NULL, 0}, NOTE},
		kennzahl[] = {{OFF_WERT, "Neuer Wert (Zahl)", BLK_ENTRY_TEXT, NULL, NULL, 0},
			{OFF_STICHTAG, "Stichtag", BLK_ENTRY_DATE, NULL, NULL, 0}, STAYS, NOTE};
	static const struct { const struct off_entry *at; size_t n; } all[] = {
		[DOC_P_STAND] = {stand, sizeof stand / sizeof *stand},
		[DOC_P_MASSNAHME] = {massnahme, sizeof massnahme / sizeof *massnahme},
		[DOC_P_DIAGRAMM] = {stays_or_not, sizeof stays_or_not / sizeof *stays_or_not},
		[DOC_P_KENNZAHL] = {kennzahl, sizeof kennzahl / sizeof *kennzahl},
		[DOC_P_GRUSSWORT] = {stays_or_not, sizeof stays_or_not / sizeof *stays_or_not},
		[DOC_P_KURZFASSUNG] = {stays_or_not, sizeof stays_or_not / sizeof *stays_or_not},
		[DOC_P_SATZ] = {satz, sizeof satz / sizeof *satz}};
	*n = all[art].n;
	return all[art].at;
}

const char *off_stelle_name(const struct doc *doc, const char *id)
{
	const struct doc_stelle *s = id ? doc_stelle(doc, id) : NULL;
	return s ? s->name : "ohne Stelle";
}

static const char *text_of(struct mem *m, const struct doc *doc, const struct doc_node *n)
{
	struct buf b = {0};
	if (n)
		doc_text(&b, doc, n);
	return buf_take(&b, m);
}

/* Steps, or a heading and its paragraphs, in one line, as a cell of a table holds them. */
static const char *parts_of(struct mem *m, const struct doc *doc, const struct doc_node *of)
{
	struct buf b = {0};
	bool text = !of || !of->first;
	for (const struct doc_node *n = of ? of->first : NULL; n; n = n->next)
		text |= n->kind == DOC_TEXT;
	if (text)
		return text_of(m, doc, of);
	for (const struct doc_node *n = of->first; n; n = n->next) {
		const char *part = parts_of(m, doc, n);
		buf_fmt(&b, "%s%s", b.len && *part ? OFF_BETWEEN : "", part);
	}
	return buf_take(&b, m);
}

static const char *costs_of(struct mem *m, const struct edition *e, const struct doc_massnahme *k)
{
	struct buf b = {0};
	if (k->kosten.einmalig.value)
		doc_put_euro(&b, k->kosten.einmalig.value, sty_waehrung(e->style));
	if (k->kosten.jaehrlich.value) {
		buf_str(&b, b.len ? " und jährlich " : "jährlich ");
		doc_put_euro(&b, k->kosten.jaehrlich.value, sty_waehrung(e->style));
	}
	return buf_take(&b, m);
}

static const char *partners_of(struct mem *m, const struct doc *doc, const struct doc_massnahme *k)
{
	struct buf b = {0};
	for (const struct doc_node *n = k->beteiligte ? doc_child(k->beteiligte, DOC_BETEILIGT) : NULL; n;
		n = doc_next(n, DOC_BETEILIGT)) {
		const struct doc_stelle *s = doc_get(n, DOC_A_STELLE) ? doc_stelle(doc, doc_get(n, DOC_A_STELLE))
			: NULL;
		buf_fmt(&b, "%s%s", b.len ? ", " : "", s ? s->name : "");
		doc_text(&b, doc, n);
	}
	return buf_take(&b, m);
}

const char *off_point_title(struct mem *m, const struct edition *e, enum doc_punkt_art art, const char *was)
{
	const struct doc_words words = sty_words(e->style);
	if (art != DOC_P_MASSNAHME && art != DOC_P_DIAGRAMM && art != DOC_P_KENNZAHL)
		return was;
	return mem_fmt(m, "%s%s %s", doc_punkt_name(art, &words), art == DOC_P_KENNZAHL ? ":" : "", was);
}

void off_point_row(struct mem *m, const struct edition *e, const struct off_point *x, const char *row[OFF_FIELDS])
{
	const struct doc_punkt *p = &x->p;
	const struct doc_massnahme *k = p->art == DOC_P_MASSNAHME ? doc_massnahme(e->doc, p->node) : NULL;
	const struct doc_words words = sty_words(e->style);
	struct buf was = {0}, before = {0};
	for (int i = 0; i < OFF_FIELDS; i++)
		row[i] = "";
	doc_put_punkt(&was, e->doc, p, &words);
	doc_put_bisher(&before, e->doc, p, &words);
	row[OFF_AUSGABE] = off_id(m, e->root, e->doc);
	row[OFF_ART] = off_point_arts[p->art];
	row[OFF_ID] = x->id;
	row[OFF_WAS] = x->words ? x->words : buf_take(&was, m);
	row[OFF_BISHER] = p->art >= DOC_P_GRUSSWORT ? parts_of(m, e->doc, p->node) : buf_take(&before, m);
	buf_free(&was);
	buf_free(&before);
	if (!k)
		return;
	row[OFF_SCHRITTE] = parts_of(m, e->doc, k->umsetzung);
	row[OFF_KOSTEN] = costs_of(m, e, k);
	row[OFF_FRIST] = k->faellig ? mem_fmt(m, "%d", k->faellig) : text_of(m, e->doc, k->zeitbedarf);
	row[OFF_PARTNER] = partners_of(m, e->doc, k);
}

/* ---- tables */

struct cells { struct mem *mem; const char *p, *end; char sep; };

/* One cell, in quotes or without. */
static const char *cell(struct cells *c)
{
	struct buf b = {0};
	const bool quoted = c->p < c->end && *c->p == '"';
	c->p += quoted;
	for (; c->p < c->end; c->p++) {
		if (quoted && *c->p == '"' && c->p + 1 < c->end && c->p[1] == '"')
			c->p++;
		else if (quoted ? *c->p == '"' : *c->p == c->sep || *c->p == '\n' || *c->p == '\r')
			break;
		buf_chr(&b, *c->p);
	}
	c->p += quoted && c->p < c->end;
	const char *s = buf_take(&b, c->mem);
	/* the sign that keeps a spreadsheet from taking a text for a formula */
	return *s == '\'' && s[1] && strchr("=+-@", s[1]) ? s + 1 : s;
}

static char separator(const char *s, const char *end)
{
	for (; s < end && *s != '\n'; s++)
		if (*s == ';' || *s == ',' || *s == '\t')
			return *s;
	return ';';
}

enum { COLUMNS = 64 };

struct off_table off_table_read(struct mem *m, const char *data, size_t size)
{
	struct off_table t = {NULL, 0};
	struct cells c = {m, data, data + size, ';'};
	size_t cap = 0;
	int line = 1;
	if (size >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3))
		c.p += 3;
	c.sep = separator(c.p, c.end);
	while (c.p < c.end) {
		const char *from = c.p, **row = MEM_ARRAY(m, const char *, COLUMNS + 1);
		size_t n = 0;
		for (;;) {
			const char *s = cell(&c);
			if (n < COLUMNS)
				row[n++] = s;
			if (c.p >= c.end || *c.p != c.sep)
				break;
			c.p++;
		}
		while (c.p < c.end && (*c.p == '\r' || *c.p == '\n') && c.p[0] != c.sep) {
			const bool ends = *c.p == '\n';
			c.p++;
			if (ends)
				break;
		}
		MEM_ROOM_IN(m, t.row, t.n, cap);
		t.row[t.n++] = (struct off_row){row, (int)n, line, 1};
		for (const char *p = from; p < c.p; p++)
			line += *p == '\n';
	}
	return t;
}

bool off_columns(struct mem *m, const struct off_table *t, int column[OFF_FIELDS])
{
	for (int f = 0; f < OFF_FIELDS; f++) {
		column[f] = -1;
		for (int c = 0; t->n && c < t->row[0].n; c++)
			if (!strcmp(buf_line(m, t->row[0].cell[c]), off_field_names[f]))
				column[f] = c;
	}
	return column[OFF_AUSGABE] >= 0 && column[OFF_ART] >= 0 && column[OFF_ID] >= 0;
}
