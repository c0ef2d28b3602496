/* slides.c: a document as slides: each part is one, those below it follow. What one slide cannot hold goes on on the
 * next; what no slide can hold (a long paragraph, a row of long cells, a title of three lines) is put in pieces. */
#include <string.h>

#include "import/fields.h"
#include "import/parts.h"

static bool is_part(const struct draft *d)
{
	return draft_is(d, "kapitel") || draft_is(d, "abschnitt") || draft_is(d, "vorwort") || draft_is(d, "grusswort");
}

/* ---- what fits: by the look of the ground (GESTALTUNG), in points and rather too little */

enum { ROOM = 300, WIDE = 840, TEXT = 28, TEXT_CHAR = 11, CELL = 18, CELL_CHAR = 8, PAD = 12, TITLE = 84, PIECE = 600 };

static size_t letters(const struct draft *d)
{
	size_t n = 0;
	if (!d->name)
		for (const char *p = d->text; *p; p++)
			n += ((unsigned char)*p & 0xC0) != 0x80;
	for (const struct draft *c = d->first; c; c = c->next)
		n += letters(c);
	return n;
}

static bool holds_blocks(const struct draft *d)
{
	static const char *const names[] = {"absatz", "liste", "schritte", "punkt", "schritt", "tabelle", NULL};
	for (const struct draft *c = d->first; c; c = c->next)
		for (const char *const *n = names; *n; n++)
			if (draft_is(c, *n))
				return true;
	return false;
}

/* Lines of so many points' width that all below takes. */
static size_t lines_in(const struct draft *d, size_t width, size_t wide)
{
	size_t fits = width / wide ? width / wide : 1, n = 0;
	if (!holds_blocks(d))
		return letters(d) / fits + 1;
	for (const struct draft *c = d->first; c; c = c->next)
		n += c->name ? lines_in(c, width, wide) : 0;
	return n;
}

static size_t columns(const struct draft *table)
{
	size_t n = 0;
	for (const struct draft *c = table->first; c; c = c->next)
		n += draft_is(c, "spalte");
	return n ? n : 1;
}

static bool is_row(const struct draft *d)
{
	return draft_is(d, "zeile") || draft_is(d, "kopfzeile") || draft_is(d, "gruppe");
}

static size_t row_height(const struct draft *row, size_t ncols)
{
	size_t most = 1, width = WIDE / ncols > 2 * PAD ? WIDE / ncols - PAD : PAD;
	for (const struct draft *c = row->first; c; c = c->next) {
		size_t n = lines_in(c, width, CELL_CHAR);
		most = n > most ? n : most;
	}
	return most * CELL + PAD;
}

static size_t height(const struct draft *d)
{
	if (!draft_is(d, "tabelle"))
		return d->name ? lines_in(d, WIDE, TEXT_CHAR) * TEXT + PAD : 0;
	size_t n = PAD;
	for (const struct draft *r = d->first; r; r = r->next)
		n += is_row(r) ? row_height(r, columns(d)) : 0;
	return n;
}

/* ---- in pieces */

static void move(struct draft *d, struct draft *to)
{
	draft_cut(d);
	draft_put(to, d);
}

/* Where a text is parted: behind the last sentence of its first n letters, else behind the last word. */
static size_t cut_at(const char *text, size_t n)
{
	size_t end = 0, word = 0, i = 0;
	for (; text[i] && n; i++) {
		n -= ((unsigned char)text[i] & 0xC0) != 0x80;
		if (text[i] == ' ' && i) {
			word = i;
			end = strchr(".!?;", text[i - 1]) ? i : end;
		}
	}
	return !text[i] ? i : end ? end : word;
}

/* The paragraph keeps its first n letters, the rest goes to a new one behind it; false: it cannot be parted. */
static struct draft *part_text(struct sense *s, struct draft *p, size_t n, const char *as)
{
	struct draft *c = p->first;
	for (size_t k; c && (k = letters(c)) <= n; c = c->next)
		n -= k;
	if (!c || (c == p->first && c->name))
		return NULL;
	struct draft *rest = draft_new(s->mem, as);
	if (!c->name && !c->ours) {
		size_t at = cut_at(c->text, n);
		if (!at && c == p->first)
			return NULL;
		if (at) {
			struct draft *next = c->next;
			const char *text = c->text;
			c->text = mem_str(s->mem, text, at);
			draft_text(s->mem, rest, text + at + strspn(text + at, " "));
			c = next;
		}
	}
	for (struct draft *next; c; c = next) {
		next = c->next;
		move(c, rest);
	}
	return rest;
}

static void put_paragraph(struct sense *s, struct draft *p, struct draft *to)
{
	while (p) {
		struct draft *rest = letters(p) > PIECE ? part_text(s, p, PIECE, "absatz") : NULL;
		draft_put(to, p);
		p = rest;
	}
}

static void put_cell(struct sense *s, struct draft *cell, struct draft *to)
{
	struct draft *p = holds_blocks(cell) ? NULL : draft_new(s->mem, "absatz");
	for (struct draft *c; (c = cell->first);) {
		draft_cut(c);
		if (p)
			draft_put(p, c);
		else if (draft_is(c, "absatz"))
			put_paragraph(s, c, to);
		else if (c->name)
			draft_put(to, c);
	}
	if (p && p->first)
		put_paragraph(s, p, to);
}

/* A table with a row that no slide holds: its cells, one after the other. */
static void put_cells(struct sense *s, struct draft *table, struct draft *to)
{
	for (struct draft *r = table->first, *next; r; r = next) {
		next = r->next;
		if (is_row(r)) {
			for (struct draft *c = r->first; c; c = c->next)
				put_cell(s, c, to);
			continue;
		}
		if (draft_is(r, "titel"))
			r->name = "zwischentitel";
		if (!draft_is(r, "spalte"))
			move(r, to);
	}
	acc_guess(s->acc, ACC_SURE, "Eine Tabelle hat Zeilen, die auf keine Folie passen; ihre Zellen stehen als "
		"Absätze da");
}

static bool too_high(const struct draft *table)
{
	for (const struct draft *r = table->first; r; r = r->next)
		if (is_row(r) && row_height(r, columns(table)) > ROOM / 2)
			return true;
	return false;
}

static void fit(struct sense *s, struct draft *slide)
{
	struct draft all = {0};
	struct draft *title = draft_child(slide, "titel"),
		     *rest = title && letters(title) > TITLE ? part_text(s, title, TITLE, "absatz") : NULL;
	size_t need = 0;
	while (slide->first)
		move(slide->first, &all);
	for (struct draft *c; (c = all.first);) {
		draft_cut(c);
		if (draft_is(c, "absatz"))
			put_paragraph(s, c, slide);
		else if (draft_is(c, "tabelle") && too_high(c))
			put_cells(s, c, slide);
		else
			draft_put(slide, c);
		if (c == title && rest)
			put_paragraph(s, rest, slide);
	}
	for (const struct draft *c = slide->first; c; c = c->next)
		need += c == title ? 0 : height(c);
	if (need > ROOM) {
		draft_set(s->mem, slide, "fortsetzung", "ja");
		acc_guess(s->acc, ACC_SURE, "Die Folie „%s“ geht auf weiteren weiter: Was unter ihrer Überschrift "
			"steht, passt nicht auf eine", sense_words(s->mem, title));
	}
}

/* ---- parts to slides */

/* Slides are not numbered: a number of the original stands in the title as it was typed. */
static void keep_number(struct sense *s, struct draft *part)
{
	struct draft *title = draft_child(part, "titel");
	if (!draft_get(part, "laut-nummer"))
		return;
	if (title && title->first && part->meant) {
		struct draft *number = draft_new(s->mem, NULL);
		number->text = mem_fmt(s->mem, "%s ", part->meant);
		draft_before(title->first, number);
		part->meant = NULL;
	}
	draft_unset(part, "laut-nummer");
}

/* The part and, behind it, the parts that stood in it. */
static void put_slides(struct sense *s, struct draft *part, struct draft *root)
{
	struct draft below = {0};
	for (struct draft *c = part->first, *next; c; c = next) {
		next = c->next;
		if (is_part(c)) {
			draft_cut(c);
			draft_put(&below, c);
		}
	}
	part->name = "folie";
	keep_number(s, part);
	part->file = NULL;
	draft_put(root, part);
	fit(s, part);
	for (struct draft *c; (c = below.first);) {
		draft_cut(c);
		put_slides(s, c, root);
	}
}

void fields_slides(struct sense *s, struct draft *root)
{
	struct draft parts = {0};
	for (struct draft *c = root->first, *next; c; c = next) {
		next = c->next;
		if (draft_is(c, "inhaltsverzeichnis"))
			draft_cut(c);
		if (!is_part(c))
			continue;
		draft_cut(c);
		draft_put(&parts, c);
	}
	root->name = "praesentation";
	if (!parts.first) {                            /* nothing but a title */
		struct draft *only = draft_add(s->mem, &parts, "folie");
		draft_set(s->mem, only, "id", sense_id(s, "Inhalt", "folie"));
		draft_ours(s->mem, draft_add(s->mem, only, "titel"), "Inhalt");
	}
	for (struct draft *c; (c = parts.first);) {
		draft_cut(c);
		put_slides(s, c, root);
	}
}
