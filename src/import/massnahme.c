/* massnahme.c: tables (and runs of rows torn apart) whose first column names the fields of a Massnahme, as the town
 * calls them, become <massnahme>. */
#include <string.h>

#include "import/massnahme.h"
#include "import/parts.h"
#include "style/style.h"

static const char *const names[FIELDS] = {"ziel", "umsetzung", "beteiligte", "finanzen", "zeitbedarf"};

/* What towns call the fields, besides what the profile of this one says. */
static const struct { const char *label; enum field is; } usual[] = {{"Ziel", ZIEL}, {"Ziele", ZIEL},
	{"Zielsetzung", ZIEL}, {"Ziel/Zielgruppe", ZIEL}, {"Zielgruppe", ZIEL}, {"Umsetzung", UMSETZUNG},
	{"Umsetzung/Maßnahmen", UMSETZUNG}, {"Umsetzung/Maßnahme", UMSETZUNG}, {"Maßnahmen", UMSETZUNG},
	{"Maßnahme", UMSETZUNG}, {"Maßnahme/Beschreibung", UMSETZUNG}, {"Beschreibung", UMSETZUNG},
	{"Inhalt", UMSETZUNG}, {"Beteiligte", BETEILIGTE}, {"Akteure", BETEILIGTE}, {"Akteurinnen und Akteure",
	BETEILIGTE},
	{"Verantwortlich", BETEILIGTE}, {"Zuständig", BETEILIGTE}, {"Kooperationspartner", BETEILIGTE},
	{"Finanzen", FINANZEN}, {"Kosten", FINANZEN}, {"Finanzierung", FINANZEN}, {"Ressourcen", FINANZEN},
	{"Zeitbedarf", ZEITBEDARF}, {"Zeitrahmen", ZEITBEDARF}, {"Zeitplan", ZEITBEDARF}, {"Zeitraum", ZEITBEDARF},
	{"Laufzeit", ZEITBEDARF}, {"Umsetzungszeitraum", ZEITBEDARF}};

/* The same letters; blanks, hyphenation and a colon do not count. */
static bool same_label(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (*a == ' ' || *a == ':' || !strncmp(a, "\xC2\xAD", 2) || !strncmp(a, "\xE2\x80\x8B", 3))
			a += *a == '\xC2' ? 2 : *a == '\xE2' ? 3 : 1;
		while (*b == ' ' || *b == ':' || !strncmp(b, "\xC2\xAD", 2) || !strncmp(b, "\xE2\x80\x8B", 3))
			b += *b == '\xC2' ? 2 : *b == '\xE2' ? 3 : 1;
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

enum field massnahme_field(const struct sense *s, const char *label)
{
	int n = 0;
	const struct sty_field *own = s->town->style ? sty_fields(s->town->style, "massnahme", &n) : NULL;
	for (int i = 0; i < n; i++)
		for (int f = 0; f < FIELDS; f++)
			if (!strcmp(own[i].kind, names[f]) && same_label(own[i].label, label))
				return f;
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (same_label(usual[i].label, label))
			return usual[i].is;
	return FIELDS;
}

static const struct imp_node *cell_of(const struct imp_node *row, int at)
{
	const struct imp_node *c = row->first;
	while (c && at--)
		c = c->next;
	return c;
}

static const char *label_of(struct sense *s, const struct imp_node *row)
{
	const struct imp_node *c = cell_of(row, 0);
	return c && row->kind == IMP_ROW ? sense_plain(s, c) : "";
}

/* Fields named, each once; 0: some row is of another kind. */
static unsigned fields_of(struct sense *s, const struct imp_node *table)
{
	unsigned seen = 0;
	for (const struct imp_node *r = table->first; r; r = r->next) {
		const char *label = label_of(s, r);
		enum field f = massnahme_field(s, label);
		if (r->kind != IMP_ROW || !cell_of(r, 1) || (*label && (f == FIELDS || (seen & 1u << f))) ||
			(!*label && !seen))
			return 0;
		if (*label)
			seen |= 1u << f;
	}
	return seen;
}

bool sense_is_massnahme(struct sense *s, const struct imp_node *table)
{
	unsigned f = fields_of(s, table);
	bool body = f & (1u << UMSETZUNG | 1u << BETEILIGTE | 1u << FINANZEN | 1u << ZEITBEDARF);
	return (f & 1u << ZIEL && body) || (f & 1u << UMSETZUNG && f & 1u << BETEILIGTE);
}

/* ---- fields */

static void running(struct sense *s, const struct imp_node *first, struct draft *to)
{
	bool any = false;
	for (const struct imp_node *n = first; n; n = n->next) {
		const struct imp_node *p = n->kind == IMP_ITEM ? n->first : n;
		if (!p || p->kind >= IMP_TEXT || !sense_has_words(p))
			continue;
		if (any)
			draft_add(s->mem, to, "umbruch");
		any = true;
		s->before = 0;
		sense_inlines(s, p->first, to, SENSE_TEXT);
	}
}

/* Paragraphs, then steps; what follows a step is one. */
static void umsetzung(struct sense *s, const struct imp_node *first, struct draft *to)
{
	for (const struct imp_node *n = first; n; n = n->next) {
		bool step = n->kind == IMP_ITEM || draft_child(to, "schritt");
		const struct imp_node *p = n->kind == IMP_ITEM ? n->first : n;
		if (!p || !sense_has_words(p))
			continue;
		if (!step) {
			sense_running(s, p, to, "absatz");
			continue;
		}
		struct draft *k = sense_running(s, p, to, "schritt");
		for (p = p->next; p && n->kind == IMP_ITEM && k; p = p->next)
			if (sense_has_words(p)) {
				draft_add(s->mem, k, "umbruch");
				running(s, p, k);
				break;
			}
	}
}

static void tell_office(struct sense *s, const char *name)
{
	const struct town_office *near = town_near(s->town, name);
	if (near)
		acc_find(s->acc, "NAME", "„%s“ ist fast „%s“ aus dem Verzeichnis; nicht zusammengeführt, bitte "
			"entscheiden",
			name, near->name);
	else if (!sense_told(s, name))
		acc_guess(s->acc, ACC_WEAK, "„%s“ steht nicht im Verzeichnis; vielleicht gehört die Stelle hinein",
			name);
}

static void one_office(struct sense *s, const char *name, struct draft *to)
{
	struct draft *b = draft_add(s->mem, to, "beteiligt");
	const struct town_office *o = town_office(s->town, name);
	if (o) {
		draft_set(s->mem, b, "stelle", o->id);
		draft_meant(s->mem, b, name);
		return;
	}
	s->before = 0;
	draft_text(s->mem, b, sense_house(s, name));
	tell_office(s, name);
}

/* As sense_plain(), each line of a paragraph of its own. */
static char *plain_lines(struct sense *s, const struct imp_node *n)
{
	struct buf b = {0};
	if (n->kind != IMP_PARA || !sense_find(n, IMP_LINE))
		return sense_plain(s, n);
	for (const struct imp_node *c = n->first; c; c = c->next)
		if (c->kind == IMP_LINE)
			buf_chr(&b, '\n');
		else
			buf_str(&b, c->kind == IMP_TEXT ? c->text : sense_plain(s, c));
	return buf_take(&b, s->mem);
}

/* A bullet that stood in the text is no part of a name. */
static char *past_bullet(char *s)
{
	static const char *const signs[] = {"–", "•", "-", "▪", "➢", NULL};
	s += strspn(s, " ");
	for (const char *const *k = signs; *k; k++)
		if (!strncmp(s, *k, strlen(*k)) && s[strlen(*k)] == ' ')
			return s + strlen(*k) + strspn(s + strlen(*k), " ");
	return s;
}

/* "Politische Gremien; Integrationsrat" are two, and so are two lines. */
static void offices(struct sense *s, const struct imp_node *first, struct draft *to)
{
	for (const struct imp_node *n = first; n; n = n->next) {
		acc_at(s->acc, n);
		if (n->kind >= IMP_TEXT)
			continue;
		bool item = n->kind == IMP_ITEM && n->first && (!n->label || !bag_count(n->label));
		char *all = plain_lines(s, item ? n->first : n), *save = NULL;
		for (char *one = strtok_r(all, ";\n", &save); one; one = strtok_r(NULL, ";\n", &save)) {
			one = past_bullet(one);
			if (bag_count(one))
				one_office(s, one, to);
		}
	}
}

struct draft *massnahme_part(struct sense *s, enum field f, struct draft *m)
{
	return draft_add(s->mem, m, names[f]);
}

void massnahme_value(struct sense *s, enum field f, const struct imp_node *cell, struct draft *to)
{
	switch (f) {
	case ZIEL:       running(s, cell->first, to); sense_unwrap(to, "stark"); break;
	case UMSETZUNG:  umsetzung(s, cell->first, to); break;
	case BETEILIGTE: offices(s, cell->first, to); break;
	case FINANZEN:   sense_amounts(s, cell, to); break;
	case ZEITBEDARF: sense_time(s, cell, to); break;
	default:         break;
	}
}

static void field(struct sense *s, enum field f, const struct imp_node *row, const char *label, struct draft *m)
{
	struct draft *d = draft_child(m, names[f]);
	const struct imp_node *c = cell_of(row, 1);
	if (!d) {
		d = massnahme_part(s, f, m);
		d->line = row->line;
	}
	if (*label)
		draft_meant(s->mem, d, label);
	acc_at(s->acc, row);
	sense_rest(s, cell_of(row, 0));
	if (f == BETEILIGTE || f == FINANZEN || f == ZEITBEDARF)
		for (const struct imp_node *k = c; k; k = k->next)
			sense_rest(s, k);                      /* of these only the words are read */
	if (f == FINANZEN) {
		sense_money(s, c, d);
		return;
	}
	massnahme_value(s, f, c, d);
	for (c = c->next; c; c = c->next)              /* cells that hold nothing usually */
		if (sense_has_words(c))
			f == BETEILIGTE ? offices(s, c->first, d) : running(s, c->first, d);
}

/* The rows of the table into the Massnahme; a row without a label goes on with the field above. */
static void take_rows(struct sense *s, const struct imp_node *table, struct draft *m, enum field last)
{
	for (const struct imp_node *r = table->first; r; r = r->next) {
		const char *label = label_of(s, r);
		enum field f = *label ? massnahme_field(s, label) : last;
		if (f < FIELDS)
			field(s, f, r, label, m);
		last = f;
	}
}

/* Fields of the original in another order are put in the order of the schema. */
void massnahme_order(struct draft *m)
{
	for (int f = 0; f < FIELDS; f++) {
		struct draft *d = draft_child(m, names[f]);
		if (d) {
			draft_cut(d);
			draft_put(m, d);
		}
	}
}

static void drop_empty(struct draft *m)
{
	for (struct draft *d = m->first, *next; d; d = next) {
		next = d->next;
		if (!d->meant && draft_empty(d))
			draft_cut(d);
	}
}

static struct draft *last_massnahme(struct draft *to)
{
	struct draft *d = to->last;
	return draft_is(d, "massnahme") ? d : NULL;
}

/* The rest of a table that a page break tore: fields that the one before has not, or more of its last one. */
bool sense_goes_on(struct sense *s, const struct imp_node *table, struct draft *to)
{
	struct draft *m = last_massnahme(to);
	unsigned f = m ? fields_of(s, table) : 0;
	for (int i = 0; i < FIELDS; i++)
		if (f & 1u << i && draft_child(m, names[i]))
			return false;
	if (!f)
		return false;
	acc_guess(s->acc, ACC_LIKELY, "Die Tabelle setzt die der Maßnahme davor fort");
	take_rows(s, table, m, FIELDS);
	massnahme_order(m);
	return true;
}

void sense_massnahme(struct sense *s, const struct imp_node *table, struct draft *to)
{
	struct draft *m = draft_add(s->mem, to, "massnahme");
	m->line = table->line;
	s->massnahmen++;
	take_rows(s, table, m, FIELDS);
	massnahme_order(m);
	drop_empty(m);
	sense_waiting(s, to);
}

/* Items right behind a Massnahme that ends with its Beteiligte are more of them, torn off by a page break. */
bool sense_more_offices(struct sense *s, const struct imp_node *item, struct draft *to)
{
	struct draft *m = last_massnahme(to), *b = m ? m->last : NULL;
	if (!draft_is(b, "beteiligte"))
		return false;
	acc_at(s->acc, item);
	acc_guess(s->acc, ACC_LIKELY, "Die Liste nach der Tabelle setzt die Beteiligten der Maßnahme fort");
	for (const struct imp_node *n = item; n && n->kind == IMP_ITEM; n = n->next)
		if (n->first)
			one_office(s, sense_plain(s, n->first), b);
	return true;
}
