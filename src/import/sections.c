/* sections.c: what the parts of a document are, where its file only shows it: tables that hold sections side by side,
 * and numbers that were typed in front of headings. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/tidy.h"

/* ---- tables that only hold things side by side */

/* A heading with what stands below it, all in one cell. */
static bool holds_section(const struct imp_node *cell)
{
	for (const struct imp_node *c = cell->first; c; c = c->next)
		if (c->kind == IMP_HEADING && c->first && c->next && imp_words(c->next, true))
			return true;
	return false;
}

static bool is_layout(const struct imp_node *table)
{
	for (const struct imp_node *row = table->first; row; row = row->next)
		for (const struct imp_node *c = row->first; c && !row->change; c = c->next)
			if (holds_section(c))
				return true;
	return false;
}

/* What its cells hold stands one after the other. */
static void unroll(struct imp_node *table)
{
	for (struct imp_node *row = table->first; row; row = row->next)
		for (struct imp_node *c = row->first; c; c = c->next)
			while (c->first)
				imp_move_before(c->first, table);
	imp_cut(table);
}

void imp_unroll_layout(struct imp_flow *f)
{
	for (struct imp_node *n = f->root->first, *next; n; n = next) {
		next = n->next;
		if (n->kind == IMP_TABLE && is_layout(n))
			unroll(n);
	}
}

/* ---- numbers typed by hand */

enum { DEPTH = 6 };
struct numbers { int count[DEPTH], found, headings; bool broken; };

static struct imp_node *first_text(const struct imp_node *h)
{
	struct imp_node *t = h->first;
	while (t && t->kind == IMP_ANCHOR)
		t = t->next;
	return t && t->kind == IMP_TEXT ? t : NULL;
}

/* Bytes of "2.1" or "2.1." in front of a blank or a tab; its parts in number. */
static size_t number_of(const struct imp_node *h, int number[DEPTH], int *depth)
{
	const struct imp_node *t = first_text(h);
	const char *s = t ? t->text : "";
	for (*depth = 0; *s >= '0' && *s <= '9' && *depth < DEPTH; s += *s == '.') {
		const size_t n = strspn(s, "0123456789");
		if (n > 2)
			return 0;
		number[(*depth)++] = atoi(s);
		s += n;
	}
	const bool tab = !*s && t && t->next && t->next->kind == IMP_TAB;
	return *depth && ((*s == ' ' && s[1]) || tab) ? (size_t)(s - t->text) : 0;
}

/* Is it the one that comes next? */
static void count_on(struct numbers *k, const int number[DEPTH], int depth)
{
	for (int i = 0; i < depth - 1; i++)
		k->broken |= number[i] != k->count[i];
	k->broken |= number[depth - 1] != k->count[depth - 1] + 1;
	k->count[depth - 1]++;
	for (int i = depth; i < DEPTH; i++)
		k->count[i] = 0;
	k->found++;
}

static void cut_number(struct imp_flow *f, struct imp_node *h, size_t n)
{
	struct imp_node *t = first_text(h);
	h->label = mem_str(f->mem, t->text, n);
	h->typed_label = true;
	if (t->text[n]) {
		t->text += n + strspn(t->text + n, " ");
		return;
	}
	imp_cut(t->next);
	imp_cut(t);
}

/* "Artikel 1", "§ 2": more than a number that we count ourselves, so it is part of the title. */
static bool has_letters(const char *label)
{
	size_t most = 0;
	for (const char *s = label; *s;) {
		const size_t n = strcspn(s, " .,:;()0123456789");
		if (!strncmp(s, "§", 2) || (n > 1 && strspn(s, "IVXLCDMivxlcdm") < n))
			most = n;
		s += n;
		s += strspn(s, " .,:;()0123456789");
	}
	return most > 0;
}

/* "Kapitel 1": a word for what each heading is. */
static bool only_counts(const char *label)
{
	static const char *const words[] = {"Kapitel", "Abschnitt", "Teil", "Section", "Chapter", "Part"};
	label += strspn(label, " ");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strncasecmp(label, words[i], strlen(words[i])) && label[strlen(words[i])] == ' ')
			return true;
	return false;
}

static void keep_words_of_label(struct imp_flow *f, struct imp_node *h)
{
	struct imp_node *t = first_text(h);
	if (!h->label || h->typed_label || !t || !has_letters(h->label))
		return;
	if (only_counts(h->label)) {
		imp_lose(f, "Nummer einer Überschrift; hier zählt ratssatz selbst", h->label);
		return;
	}
	t->text = mem_fmt(f->mem, "%s %s", h->label, t->text);
	h->label = NULL;
}

/* All in order, and most headings have one: "12 Handlungsfelder" alone is a title. */
void imp_number_headings(struct imp_flow *f)
{
	struct numbers k = {0};
	int number[DEPTH], depth;
	for (struct imp_node *h = f->root->first; h; h = h->next) {
		if (h->kind != IMP_HEADING || !h->first)
			continue;
		keep_words_of_label(f, h);
		k.headings++;
		k.broken |= h->label != NULL;
		if (number_of(h, number, &depth))
			count_on(&k, number, depth);
	}
	const bool numbered = !k.broken && k.found > 2 && k.found * 2 > k.headings;
	for (struct imp_node *h = f->root->first; h && numbered; h = h->next) {
		const size_t n = h->kind == IMP_HEADING ? number_of(h, number, &depth) : 0;
		if (n)
			cut_number(f, h, n);
	}
}
