/* flow.c: the neutral tree: built, walked, counted. Nothing here calls itself: a file of others may nest as it
 * likes. */
#include "import/flow.h"

#include <string.h>

#include "base/u8.h"
#include "import/decode.h"
#include "import/hyphen.h"

struct imp_flow *imp_flow_new(struct mem *m)
{
	struct imp_flow *f = MEM_NEW(m, struct imp_flow);
	f->mem = m;
	f->root = MEM_NEW(m, struct imp_node);
	f->root->kind = IMP_DOC;
	return f;
}

static void hang(struct imp_node *n, struct imp_node *parent)
{
	n->parent = parent;
	n->next = NULL;
	n->prev = parent->last;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

struct imp_node *imp_add(struct imp_flow *f, struct imp_node *parent, enum imp_kind kind)
{
	enum { MOST = 900000 };
	if (++f->nodes > MOST)
		mem_out();
	struct imp_node *n = MEM_NEW(f->mem, struct imp_node);
	n->kind = kind;
	n->line = parent->line;
	n->page = parent->page;
	if (kind == IMP_CELL)
		n->rows = n->cols = 1;
	hang(n, parent);
	return n;
}

void imp_cut(struct imp_node *n)
{
	*(n->prev ? &n->prev->next : &n->parent->first) = n->next;
	*(n->next ? &n->next->prev : &n->parent->last) = n->prev;
	n->parent = n->prev = n->next = NULL;
}

void imp_move(struct imp_node *n, struct imp_node *parent)
{
	if (n->parent)
		imp_cut(n);
	hang(n, parent);
}

void imp_move_before(struct imp_node *n, struct imp_node *mark)
{
	if (n->parent)
		imp_cut(n);
	n->parent = mark->parent;
	n->prev = mark->prev;
	n->next = mark;
	*(mark->prev ? &mark->prev->next : &mark->parent->first) = n;
	mark->prev = n;
}

static bool is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0xFFFE || cp == 0xFFFF;
}

/* A sign of a symbol font whose name is lost is one of the usual ones, or a bullet. */
static uint32_t shown(uint32_t cp)
{
	enum { BULLET = 0x2022, SYMBOL_BULLET = 0xF0B7 };
	if ((is_control(cp) && cp != HYPHEN_MARK) || cp == 0x2028 || cp == 0x2029)
		return ' ';
	if (cp < 0xE000 || cp > 0xF8FF)
		return cp;
	unsigned sign = cp < 0xF000 || cp > 0xF0FF || cp == SYMBOL_BULLET ? BULLET : imp_symbol("Wingdings", cp);
	return sign ? sign : BULLET;
}

struct imp_node *imp_add_text(struct imp_flow *f, struct imp_node *parent, const char *s, size_t n, unsigned marks)
{
	if (!n)
		return NULL;
	struct buf b = {0};
	for (const char *end = s + n; s < end;) {
		const size_t plain = u8_plain(s, end);
		buf_put(&b, s, plain);
		if ((s += plain) == end)
			break;
		uint32_t cp = u8_get(&s, end);
		buf_u8(&b, shown(cp));
	}
	struct imp_node *t = imp_add(f, parent, IMP_TEXT);
	t->text = buf_take(&b, f->mem);
	t->marks = marks;
	return t;
}

void imp_lose(struct imp_flow *f, const char *what, const char *where)
{
	void **told = imp_index_slot(f->mem, &f->lost, NULL, mem_fmt(f->mem, "%s\n%s", what, where));
	if (*told)
		return;
	MEM_ROOM_IN(f->mem, f->losses, f->nlosses, f->caplosses);
	f->losses[f->nlosses++] = (struct imp_loss){mem_dup(f->mem, what), mem_dup(f->mem, where)};
	*told = f;
}

bool imp_again(struct imp_flow *f)
{
	enum { MOST = 50000 };
	if (f->again < MOST)
		return ++f->again;
	imp_lose(f, "Zellen oder Zeilen, die sich öfter wiederholen, als eine Tabelle braucht; der Rest fehlt",
		f->format ? f->format : "");
	return false;
}

void imp_hide(struct imp_node *top)
{
	for (struct imp_node *n = top; n; n = imp_after(n, top))
		if (n->kind == IMP_TEXT)
			n->marks |= IMP_HIDDEN;
}

struct imp_node *imp_after(const struct imp_node *n, const struct imp_node *top)
{
	if (n->first)
		return n->first;
	while (n != top && !n->next)
		n = n->parent;
	return n == top ? NULL : n->next;
}

bool imp_is_block(enum imp_kind k)
{
	return k < IMP_TEXT || k == IMP_NOTE || k == IMP_COMMENT;
}

/* ---- words */

/* Scripts whose letters u8_is_letter does not know lie from here on, but for signs, private use and pictures. */
static bool is_word_sign(uint32_t cp)
{
	static const struct u8_range signs[] = {{0x2000, 0x209F}, {0x20A0, 0x20FF}, {0x2190, 0x245F}, {0x2500, 0x2BFF},
		{0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0xE000, 0xF8FF},
		{0xFE00, 0xFE6F}, {0xFF00, 0xFF0F}, {0xFFF0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF}};
	if (u8_is_letter(cp) || u8_is_digit(cp) || cp == 0xB2 || cp == 0xB3 || cp == 0xB9)
		return true;
	return cp >= 0x250 && !u8_in(signs, sizeof signs / sizeof *signs, cp);
}

static bool is_blank(uint32_t cp)
{
	return u8_is_space(cp) || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
		cp == 0x205F || cp == 0x3000;
}

/* Inside a word, and whether it holds a letter yet. */
struct word {
	bool holds;
};

static size_t count_in(struct word *w, const char *s)
{
	size_t n = 0;
	for (const char *end = s + strlen(s); s < end;) {
		uint32_t cp = u8_get(&s, end);
		if (is_blank(cp)) {
			w->holds = false;
		} else if (!w->holds && is_word_sign(cp)) {
			w->holds = true;
			n++;
		}
	}
	return n;
}

static bool is_gone(const struct imp_node *n)
{
	return n->kind == IMP_CHANGE && (n->change == IMP_DELETED || n->change == IMP_MOVED_FROM);
}

/* Past the node and all below it. */
static const struct imp_node *past(const struct imp_node *n, const struct imp_node *top)
{
	while (n != top && !n->next)
		n = n->parent;
	return n == top ? NULL : n->next;
}

/* What stands apart from the line it is anchored in: its words are counted by themselves. */
static bool is_aside(enum imp_kind k)
{
	return k == IMP_NOTE || k == IMP_COMMENT || k == IMP_BOX;
}

struct aside {
	const struct imp_node *top;
	struct word word;
};

struct counting {
	struct mem *mem;
	struct aside *open;
	size_t nopen, cap, words;
	struct word word;
};

static void begin(struct counting *c, const struct imp_node *x, const struct imp_node *top)
{
	bool aside = is_aside(x->kind) && x != top;
	if (aside && x->first) {
		MEM_ROOM_IN(c->mem, c->open, c->nopen, c->cap);
		c->open[c->nopen++] = (struct aside){x, c->word};
	}
	if (x->kind == IMP_LINE || x->kind == IMP_TAB || (imp_is_block(x->kind) && (!aside || x->first)))
		c->word.holds = false;
	if (x->typed_label && x->label) {
		c->words += count_in(&c->word, x->label);
		c->word.holds = false;
	}
	if (x->text && (x->kind == IMP_TEXT || x->kind == IMP_CODE))
		c->words += count_in(&c->word, x->text);
}

/* All that ends between a node and the next one. */
static void end(struct counting *c, const struct imp_node *x, const struct imp_node *to, const struct imp_node *top)
{
	for (; x && x != top && x != to; x = x->parent) {
		if (c->nopen && c->open[c->nopen - 1].top == x)
			c->word = c->open[--c->nopen].word;
		else if (imp_is_block(x->kind) && !is_aside(x->kind))
			c->word.holds = false;
	}
}

size_t imp_words(const struct imp_node *top, bool deleted)
{
	struct counting c = {.mem = mem_new()};
	for (const struct imp_node *x = top; x;) {
		bool skip = is_gone(x) && !deleted;
		if (!skip)
			begin(&c, x, top);
		const struct imp_node *next = skip ? past(x, top) : imp_after(x, top);
		if (skip || !x->first)
			end(&c, x, next ? next->parent : NULL, top);
		x = next;
	}
	mem_free(c.mem);
	return c.words;
}

/* ---- plain text */

static void end_blocks(const struct imp_node *from, const struct imp_node *to, const struct imp_node *top,
	struct buf *b)
{
	for (; from != to && from != top; from = from->parent)
		if (imp_is_block(from->kind) && from->kind != IMP_NOTE && from->kind != IMP_COMMENT && b->len &&
			b->data[b->len - 1] != '\n')
			buf_chr(b, '\n');
}

void imp_plain(const struct imp_node *top, struct buf *b)
{
	for (const struct imp_node *x = top; x;) {
		bool skip = x != top && (is_gone(x) || x->kind == IMP_NOTE || x->kind == IMP_COMMENT);
		if (!skip && x->typed_label && x->label) {
			buf_str(b, x->label);
			buf_chr(b, ' ');
		}
		if (x->kind == IMP_LINE || x->kind == IMP_TAB)
			buf_chr(b, ' ');
		else if (!skip && (x->kind == IMP_TEXT || x->kind == IMP_CODE) && x->text)
			buf_str(b, x->text);
		const struct imp_node *next = skip ? past(x, top) : imp_after(x, top);
		if (skip || !x->first)
			end_blocks(x, next ? next->parent : top, top, b);
		x = next;
	}
}
