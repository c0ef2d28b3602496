/* caption.c: which caption goes with which figure, and the number in it. */
#include <ctype.h>
#include <string.h>

#include "import/parts.h"

bool sense_has_words(const struct imp_node *n)
{
	for (const struct imp_node *c = imp_after(n, n); c; c = imp_after(c, n))
		if (c->text && bag_count(c->text))
			return true;
	return false;
}

static bool is_figure(const struct imp_node *n)
{
	if (!n)
		return false;
	if (n->kind == IMP_PICTURE || n->kind == IMP_TABLE)
		return true;
	return n->kind != IMP_HEADING && !sense_has_words(n) && sense_find(n, IMP_PICTURE);
}

const struct imp_node *sense_find(const struct imp_node *top, enum imp_kind kind)
{
	const struct imp_node *c = imp_after(top, top);
	while (c && c->kind != kind)
		c = imp_after(c, top);
	return c;
}

static bool is_caption(const struct imp_node *n)
{
	return n && n->kind == IMP_CAPTION;
}

static const char *const words[] = {"Abbildung", "Abb.", "Bild", "Grafik", "Diagramm", "Schaubild", "Figure", "Fig.",
	"Tabelle", "Tab.", "Table"};
enum { WORDS = sizeof words / sizeof *words, TABLES = 8 };     /* from where on they name tables */

/* Which of the words the caption begins with; WORDS: none. */
static size_t word_of(const struct imp_node *caption)
{
	const struct imp_node *t = sense_find(caption, IMP_TEXT);
	const char *s = caption->label ? caption->label : t ? t->text : "";
	size_t i = 0;
	while (i < WORDS && strncmp(s, words[i], strlen(words[i])) != 0)
		i++;
	return i;
}

static bool fits(const struct imp_node *caption, const struct imp_node *figure)
{
	const size_t word = word_of(caption);
	return word == WORDS || (word >= TABLES) == (figure->kind == IMP_TABLE);
}

/* Of two figures around a caption the one it names, else the one above, unless that has a caption above itself. A
 * figure of another kind than it names, with a caption that does: not its own. NULL: none is beside it. */
static const struct imp_node *owner_of(const struct imp_node *c)
{
	const struct imp_node *above = is_figure(c->prev) ? c->prev : NULL, *below = is_figure(c->next) ? c->next
		: NULL;
	if (above && below && fits(c, above) != fits(c, below))
		return fits(c, above) ? above : below;
	if (above && below)
		return is_caption(above->prev) ? below : above;
	const struct imp_node *only = above ? above : below, *other = above ? above->prev : below ? below->next : NULL;
	return only && !fits(c, only) && is_caption(other) && fits(other, only) ? NULL : only;
}

/* The caption that goes with a figure: below it, else above it. */
const struct imp_node *sense_caption(const struct imp_node *n)
{
	if (is_caption(n->next) && owner_of(n->next) == n)
		return n->next;
	return is_caption(n->prev) && owner_of(n->prev) == n ? n->prev : NULL;
}

/* Blanks and what parts a number from the words behind it. */
static const char *past_signs(const char *p)
{
	static const char *const signs[] = {" ", ".", ":", "-", "\u00A0", "\u202F", "\u00B7", "\u2013", "\u2014"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs;)
		if (!strncmp(p, signs[i], strlen(signs[i]))) {
			p += strlen(signs[i]);
			i = 0;
		} else {
			i++;
		}
	return p;
}

/* "Abbildung 3 - ", "Tabelle 2: ", "Tabelle: ": how long it is; *number: its digits, if any; 0: no such thing. */
static size_t caption_number(const char *s, const char **number, bool *table)
{
	for (size_t i = 0; i < WORDS; i++) {
		size_t n = strlen(words[i]);
		if (strncmp(s, words[i], n))
			continue;
		const char *p = s + n;
		p = past_signs(p);
		size_t digits = strspn(p, "0123456789.");
		while (digits && p[digits - 1] == '.')
			digits--;
		*number = p;
		*table = i >= TABLES;
		if (!digits && s[n] == ':')
			return (size_t)(p - s);
		if (!digits || p == s + n)
			return 0;
		if (isalnum((unsigned char)p[digits]))         /* "3a" is a word */
			return 0;
		p = past_signs(p + digits);
		return (size_t)(p - s);
	}
	return 0;
}

/* Word and number may be a text each, where a field counts. */
static void join_texts(struct sense *s, struct draft *t)
{
	for (struct draft *next; t && t->text && (next = t->next) && next->text && next->ours == t->ours;) {
		t->text = mem_fmt(s->mem, "%s%s", t->text, next->text);
		draft_cut(next);
	}
}

/* Cuts the number off a title that was put; it is said in laut-nummer, where ours may differ. */
void sense_cut_number(struct sense *s, struct draft *figure, struct draft *title)
{
	struct draft *t = title->first;
	const char *number;
	bool table;
	join_texts(s, t);
	size_t n = t && t->text ? caption_number(t->text, &number, &table) : 0;
	if (!n || (!t->text[n] && !t->next))
		return;
	if (isdigit((unsigned char)*number))
		draft_set(s->mem, figure, "laut-nummer", mem_str(s->mem, number, strspn(number, "0123456789.")));
	draft_meant(s->mem, figure, mem_str(s->mem, t->text, n));
	t->text = mem_dup(s->mem, t->text + n);
}

/* Does a figure beside it take this caption? */
bool sense_captioned(const struct imp_node *n)
{
	const struct imp_node *owner = owner_of(n);
	return owner && sense_caption(owner) == n;
}
