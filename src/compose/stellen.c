/* stellen.c: the indexes: who is named on which pages (offices, boards, places), and which words. Pages that repeat are
 * left out by layout. */
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "compose/document.h"
#include "compose/heading.h"
#include "compose/kinds.h"
#include "compose/link.h"
#include "compose/tree.h"

#define NAME_GAP LEN_PT(10)                        /* from a name to its first page */
#define COLUMN_GAP LEN_MM(6)                       /* between the columns of words */

struct mention { const char *name; const struct doc_node *at; };
enum subject { OFFICES, PLACES, WORDS };

static const char *office(struct com *c, const struct doc_node *n)
{
	const char *id = doc_get(n, DOC_A_STELLE);
	const struct doc_stelle *s = id ? doc_stelle(c->doc, id) : NULL;
	return s ? s->name : NULL;
}

static const char *name_of(struct com *c, const struct doc_node *n, enum subject what)
{
	if (what == OFFICES)
		return office(c, n);
	return n->kind == DOC_STICHWORT ? doc_get(n, what == PLACES ? DOC_A_ORT : DOC_A_WORT) : NULL;
}

bool com_on_stichwort(struct com *c, const struct doc_node *n)
{
	const char *name = NULL;
	for (enum subject s = OFFICES; s <= WORDS && !name; s++)
		name = name_of(c, n, s);
	com_inline(c, n, BLK_SPAN);                    /* so that its page is its own, not its paragraph's */
	if (!n->first)
		com_put(c, name ? name : "?");             /* told by check */
	return true;
}

static int compare(const void *a, const void *b)
{
	const struct mention *x = a, *y = b;
	int k = u8_collate(x->name, y->name);
	return k ? k : x->at->order < y->at->order ? -1 : x->at->order > y->at->order;
}

/* Sorted by name, then as they come; released by the caller. */
static size_t gather(struct com *c, enum subject what, struct mention **out)
{
	struct mention *all = NULL;
	size_t n = 0, cap = 0;
	for (const struct doc_node *p = c->doc->root; p; p = doc_walk(c->doc->root, p)) {
		if (p->kind != DOC_STICHWORT && p->kind != DOC_BETEILIGT)
			continue;
		const char *name = name_of(c, p, what);
		if (!name || !*name || !c->block_of[p->order])
			continue;
		MEM_ROOM(all, n, cap);
		all[n++] = (struct mention){name, p};
	}
	if (n)
		qsort(all, n, sizeof *all, compare);
	*out = all;
	return n;
}

/* Name and pages: LI { LBody { name, Reference { Link } … } } */
static void entry(struct com *c, const struct doc_node *n, const struct mention *m, size_t count)
{
	com_push(c);
	c->o.quiet = true;
	struct block *li = com_block(c, n, BLK_LI, BLK_TEXT), *body = com_in(c, n, li, BLK_LBODY, BLK_INLINE);
	li->style = c->style[COM_LISTE];
	li->tab = NAME_GAP;
	c->o.text = li;
	c->o.owner = body;
	c->o.ch = &li->style->ch;
	com_put(c, m->name);
	com_special(c, BLK_SEG_SPACE, 0);
	const struct sty_char *accent = com_char(c, c->o.ch, COM_ACCENT);
	for (size_t i = 0; i < count; i++) {
		c->o.owner = body;
		if (i)
			com_put(c, ", ")->flags = BLK_SEG_ONCE;
		c->o.owner = com_in(c, n, com_in(c, n, body, BLK_REFERENCE, BLK_INLINE), BLK_LINK, BLK_INLINE);
		com_link_to(c, c->o.owner, m[i].at);
		c->o.ch = accent;
		com_page_of(c, m[i].at);
		c->o.text->segs[c->o.text->nsegs - 1].flags = BLK_SEG_ONCE;
		c->o.ch = &li->style->ch;
	}
	com_pop(c);
}

static void list(struct com *c, const struct doc_node *n, const char *title)
{
	com_push(c);
	com_heading(c, n, 2, c->style[COM_H3], NULL);
	com_put(c, title);
	com_pop(c);
	c->o.at = com_block(c, n, BLK_L, BLK_STACK);
	c->o.at->after = 2 * c->s->page.grid;
}

static void group(struct com *c, const struct doc_node *n, enum subject what)
{
	struct mention *all;
	size_t count = gather(c, what, &all), same;
	com_push(c);
	if (count)
		list(c, n, sty_word(c->s, what == PLACES ? "orte" : "stellen"));
	for (size_t i = 0; i < count; i += same) {
		for (same = 1; i + same < count && !strcmp(all[i + same].name, all[i].name);)
			same++;
		entry(c, n, all + i, same);
	}
	com_pop(c);
	free(all);
}

/* Under which letter: Ä stands with A, what begins with no letter under "#". */
static uint32_t letter_of(const char *name)
{
	static const struct { uint32_t c; char base; } marked[] = {{0xE4, 'a'}, {0xF6, 'o'}, {0xFC, 'u'}};
	const char *p = name;
	uint32_t c = u8_lower(u8_get(&p, name + strlen(name)));
	for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
		c = c == marked[i].c ? (uint32_t)marked[i].base : c;
	if (!u8_is_letter(c))
		return '#';
	return c < 0x100 && c != 0xDF && c != 0xFF ? c - 0x20 : c;     /* ASCII and Latin-1; of others as they come */
}

static void words(struct com *c, const struct doc_node *n)
{
	struct mention *all;
	size_t count = gather(c, WORDS, &all), same;
	struct block *index = c->o.at;
	uint32_t under = 0;
	blk_more(c->t, index)->row = 2;
	blk_more(c->t, index)->gap = COLUMN_GAP;
	for (size_t i = 0; i < count; i += same) {
		for (same = 1; i + same < count && !strcmp(all[i + same].name, all[i].name);)
			same++;
		if (letter_of(all[i].name) != under) {
			char title[5] = "";
			u8_put(title, under = letter_of(all[i].name));
			c->o.at = index;
			list(c, n, mem_str(c->t->mem, title, strlen(title)));
		}
		entry(c, n, all + i, same);
	}
	free(all);
}

static void begin(struct com *c, const struct doc_node *n)
{
	com_sect(c, n)->page_before = true;
	com_generated_title(c, n, doc_kind_name(n->kind));
	c->o.at = com_block(c, n, BLK_INDEX, BLK_STACK);
	c->o.quiet = true;
}

bool com_on_stellenverzeichnis(struct com *c, const struct doc_node *n)
{
	begin(c, n);
	group(c, n, OFFICES);
	group(c, n, PLACES);
	return false;
}

bool com_on_stichwortverzeichnis(struct com *c, const struct doc_node *n)
{
	begin(c, n);
	words(c, n);
	return false;
}

/* An element nobody wrote, at the end of the document: for the table of contents and the index itself. */
void com_stellen_asked(struct com *c, uint32_t order)
{
	const struct doc_node *root = c->doc->root, *n = root;
	const char *said = sty_document(c->s, doc_kind_name(root->kind), "stellenverzeichnis");
	if (!said || strcmp(said, "ja") || doc_child(root, DOC_STELLENVERZEICHNIS))
		return;
	while (n && n->kind != DOC_STICHWORT && n->kind != DOC_BETEILIGT)
		n = doc_walk(root, n);
	if (!n)
		return;
	c->asked = MEM_NEW(c->t->mem, struct doc_node);
	*c->asked = (struct doc_node){.kind = DOC_STELLENVERZEICHNIS,
		.file = root->file,
		.line = root->line,
		.level = 1,
		.order = order,
		.parent = c->doc->root};
}

void com_stellen_end(struct com *c)
{
	if (!c->asked)
		return;
	com_push(c);
	com_on_stellenverzeichnis(c, c->asked);
	com_pop(c);
}
