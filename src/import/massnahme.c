/* massnahme.c: tables (and runs of rows torn apart) whose first column names the fields of a Massnahme, as the town
 * calls them, become <massnahme>; a first row of one cell is what it is called. */
#include <string.h>

#include "import/massnahme.h"
#include "import/parts.h"
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

/* "M1", "3.2." */
static bool is_number(const char *text)
{
	text += *text == 'M';
	text += strspn(text, " ");
	return *text && strspn(text, "0123456789. ") == strlen(text) && strlen(text) < 8;
}

/* A first row that says one thing, beside its number, and names no field: what the Massnahme below is called. */
static const struct imp_node *title_of(struct sense *s, const struct imp_node *table)
{
	enum { LONG = 160 };
	const struct imp_node *row = table->first, *found = NULL;
	if (!row || row->kind != IMP_ROW || !row->next || !row->first)
		return NULL;
	for (const struct imp_node *c = row->first; c; c = c->next)
		if (sense_has_words(c) && (c != row->first || !is_number(sense_plain(s, c)))) {
			if (found)
				return NULL;
			found = c;
		}
	const char *text = found ? sense_plain(s, found) : "";
	const bool first = found && (found == row->first || (found->prev == row->first && sense_has_words(row->first)));
	return first && found->first && !found->first->next && found->first->kind < IMP_TABLE &&
		strlen(text) < LONG && massnahme_field(s, text) == FIELDS ? found : NULL;
}

struct naming { unsigned seen; int known, other; };

/* Two rows may name one field, each in its own words; what names none may stand among many that do. */
static bool name_row(struct sense *s, const struct imp_node *table, const struct imp_node *r, struct naming *k)
{
	enum { LONG = 60 };
	const char *label = label_of(s, r);
	const enum field f = massnahme_field(s, label);
	if (r->kind != IMP_ROW || !cell_of(r, 1) || (!*label && !k->seen) || strlen(label) > LONG)
		return false;
	if (!*label)
		return true;
	for (const struct imp_node *above = table->first; above != r; above = above->next)
		if (!strcmp(label_of(s, above), label))
			return false;
	k->other += f == FIELDS;
	k->known += f != FIELDS;
	k->seen |= f == FIELDS ? 0 : 1u << f;
	return true;
}

/* Fields named; 0: some row is of another kind. */
static unsigned fields_of(struct sense *s, const struct imp_node *table)
{
	enum { ENOUGH = 3 };
	struct naming k = {0};
	for (const struct imp_node *r = title_of(s, table) ? table->first->next : table->first; r; r = r->next)
		if (!name_row(s, table, r, &k))
			return 0;
	return k.other && (k.known < ENOUGH || k.other > k.known) ? 0 : k.seen;
}

bool massnahme_is(unsigned f)
{
	const bool body = f & (1u << UMSETZUNG | 1u << BETEILIGTE | 1u << FINANZEN | 1u << ZEITBEDARF);
	return (f & 1u << ZIEL && body) || (f & 1u << UMSETZUNG && f & 1u << BETEILIGTE);
}

bool sense_is_massnahme(struct sense *s, const struct imp_node *table)
{
	return massnahme_is(fields_of(s, table));
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
		sense_line(s, n, to, SENSE_TEXT);
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

/* As many of the names between commas as make one that the town has; 0: none does. */
static size_t known_at(struct sense *s, char *const *name, size_t n)
{
	for (size_t k = n; k > 0; k--) {
		struct buf b = {0};
		for (size_t i = 0; i < k; i++)
			buf_fmt(&b, "%s%s", i ? ", " : "", name[i]);
		const bool known = town_office(s->town, b.data) != NULL;
		buf_free(&b);
		if (known)
			return k;
	}
	return 0;
}

/* "Sozialamt, Integrationsrat": each that the town has; what it has not stays together, commas and all. */
static void some_offices(struct sense *s, const char *text, struct draft *to)
{
	enum { MOST = 24 };
	char *name[MOST], *save = NULL, *all = mem_dup(s->mem, text);
	size_t n = 0;
	for (char *one = strtok_r(all, ",", &save); one && n < MOST; one = strtok_r(NULL, ",", &save))
		name[n++] = one + strspn(one, " ");
	struct buf rest = {0};
	for (size_t i = 0; i < n && n < MOST; ) {
		const size_t k = known_at(s, name + i, n - i);
		if (k && rest.len) {
			one_office(s, rest.data, to);
			buf_clear(&rest);
		}
		for (size_t j = i; j < i + (k ? k : 1); j++)
			buf_fmt(&rest, "%s%s", rest.len ? ", " : "", name[j]);
		if (k) {
			one_office(s, rest.data, to);
			buf_clear(&rest);
		}
		i += k ? k : 1;
	}
	if (n == MOST || rest.len)
		one_office(s, n == MOST ? text : rest.data, to);
	buf_free(&rest);
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
				some_offices(s, one, to);
		}
	}
}

struct draft *massnahme_part(struct sense *s, enum field f, struct draft *m)
{
	return draft_add(s->mem, m, massnahme_name(f));
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
	struct draft *d = draft_child(m, massnahme_name(f));
	const struct imp_node *c = cell_of(row, 1);
	const bool more = d && *label && !draft_empty(d);
	if (!d) {
		d = massnahme_part(s, f, m);
		d->line = row->line;
	}
	if (more && (f == ZIEL || f == UMSETZUNG)) {       /* "Zielgruppe" below "Ziel" says what it is */
		const char *as = draft_child(d, "schritt") ? "schritt" : "absatz";
		struct draft *to = f == ZIEL ? d : draft_add(s->mem, d, as);
		if (f == ZIEL)
			draft_add(s->mem, d, "umbruch");
		draft_text(s->mem, to, label);
		draft_ours(s->mem, to, label[strlen(label) - 1] == ':' ? " " : ": ");
		running(s, c->first, to);
		return;
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

/* A row that is no field. */
static void remark(struct sense *s, const struct imp_node *row, const char *label, struct draft *m)
{
	acc_at(s->acc, row);
	for (const struct imp_node *c = cell_of(row, 1); c; c = c->next) {
		struct draft *v = draft_add(s->mem, m, "vermerk");
		if (c == cell_of(row, 1)) {
			draft_set(s->mem, v, "name", label);
			draft_meant(s->mem, v, label);
		}
		s->small(s, c->first, v);
		if (!v->first && !v->meant)
			draft_cut(v);
	}
	acc_guess(s->acc, ACC_LIKELY, "„%s“ ist kein Feld einer Maßnahme; die Zeile steht als Vermerk dabei", label);
}

/* The rows of the table into the Massnahme; a row without a label goes on with the field above. */
static void take_rows(struct sense *s, const struct imp_node *table, struct draft *m, enum field last)
{
	for (const struct imp_node *r = title_of(s, table) ? table->first->next : table->first; r; r = r->next) {
		const char *label = label_of(s, r);
		enum field f = *label ? massnahme_field(s, label) : last;
		if (f < FIELDS)
			field(s, f, r, label, m);
		else
			remark(s, r, label, m);
		last = f;
	}
}

/* Fields of the original in another order are put in the order of the schema. */
void massnahme_order(struct draft *m)
{
	for (int f = 0; f < FIELDS; f++) {
		struct draft *d = draft_child(m, massnahme_name(f));
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
		if (f & 1u << i && draft_child(m, massnahme_name(i)))
			return false;
	if (!f)
		return false;
	acc_guess(s->acc, ACC_LIKELY, "Die Tabelle setzt die der Maßnahme davor fort");
	take_rows(s, table, m, FIELDS);
	massnahme_order(m);
	return true;
}

/* A section of its own for one that has a name, where the part can hold one. */
static struct draft *titled(struct sense *s, const struct imp_node *title, struct draft *to)
{
	if (!draft_is(to, "kapitel") && !draft_is(to, "abschnitt") && !draft_is(to, "kept")) {
		if (title->prev)
			sense_running(s, title->prev->first, to, "absatz");
		sense_running(s, title->first, to, "absatz");
		return to;
	}
	struct draft *d = draft_add(s->mem, to, draft_is(to, "kept") ? "kapitel" : "abschnitt");
	d->line = title->line;
	draft_set(s->mem, d, "id", sense_id(s, sense_plain(s, title), "massnahme"));
	s->here = d;
	struct draft *name = draft_add(s->mem, d, "titel");
	if (title->prev)                               /* its number */
		draft_text(s->mem, name, mem_fmt(s->mem, "%s ", sense_plain(s, title->prev)));
	sense_line(s, title->first, name, SENSE_TITLE);
	return d;
}

void sense_massnahme(struct sense *s, const struct imp_node *table, struct draft *to)
{
	const struct imp_node *title = title_of(s, table);
	to = title ? titled(s, title, to) : to;
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
