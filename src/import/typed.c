/* typed.c: lists whose signs were typed in front of paragraphs: bullets, "1.", "a)", "(1)", "i.". */
#include <stdlib.h>
#include <string.h>

#include "import/tidy.h"

enum { BULLET, NUMBER, SMALL, LARGE, SMALL_ROMAN, LARGE_ROMAN };

/* What a paragraph begins with: the sign itself, how long it is, and as what it may be read. */
struct sign {
	const char *text; size_t n;
	char before, behind;                           /* "(1)": '(' and ')'; 0: none */
	int kind, value;                               /* value of a bullet: which */
	int other;                                     /* value of a letter that may be a Roman number; 0: it is none */
};

static const char *const bullets[] = {"•", "▪", "●", "◦", "‣", "➢", "■", "□", "❖", "✓", "·", "-", "–", "*"};
enum { SURE = 11, HYPHEN = 11, DASH };                 /* from SURE on a sign may be something else */

static struct imp_node *first_text(const struct imp_node *p)
{
	struct imp_node *t = p->kind == IMP_PARA ? p->first : NULL;
	while (t && t->kind == IMP_ANCHOR)
		t = t->next;
	return t && t->kind == IMP_TEXT ? t : NULL;
}

static size_t blanks(const char *s)
{
	size_t n = 0;
	while (s[n] == ' ' || !strncmp(s + n, "\xC2\xA0", 2))
		n += s[n] == ' ' ? 1 : 2;
	return n;
}

/* A blank or tab stands behind it, and words behind that. */
static bool parted(const struct imp_node *t, size_t n)
{
	const struct imp_node *next = t->next;
	if (t->text[n])
		return blanks(t->text + n) > 0;
	return next && (next->kind == IMP_TAB || (next->kind == IMP_TEXT && blanks(next->text)));
}

static int roman(const char *s, size_t n, bool large)
{
	static const char *const small[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
	static const char *const big[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
	for (int i = 0; i < 12; i++)
		if (strlen(small[i]) == n && !strncmp(s, large ? big[i] : small[i], n))
			return i + 1;
	return 0;
}

static bool read_bullet(const struct imp_node *t, struct sign *k)
{
	for (int i = 0; i < (int)(sizeof bullets / sizeof *bullets); i++) {
		const size_t n = strlen(bullets[i]);
		if (strncmp(t->text, bullets[i], n) != 0 || !parted(t, n))
			continue;
		*k = (struct sign){.text = bullets[i], .n = n, .kind = BULLET, .value = i == DASH ? HYPHEN : i};
		return true;
	}
	return false;
}

/* Digits, one letter or a Roman number. */
static size_t read_value(const char *s, struct sign *k)
{
	size_t n = strspn(s, "0123456789");
	if (n) {
		k->kind = NUMBER;
		k->value = n < 4 ? atoi(s) : 0;
		return n;
	}
	const bool large = *s >= 'A' && *s <= 'Z';
	n = strspn(s, large ? "IVX" : "ivx");
	k->other = roman(s, n, large);
	k->kind = large ? LARGE_ROMAN : SMALL_ROMAN;
	k->value = k->other;
	if (n > 1)
		return n;
	if (!large && (*s < 'a' || *s > 'z'))
		return 0;
	k->kind = large ? LARGE : SMALL;
	k->value = *s - (large ? 'A' : 'a') + 1;
	return 1;
}

static bool read_number(struct imp_flow *f, const struct imp_node *t, struct sign *k)
{
	const char *s = t->text;
	*k = (struct sign){.before = *s == '(' ? '(' : 0};
	size_t n = k->before != 0;
	n += read_value(s + n, k);
	k->behind = s[n];
	if (!k->value || (k->behind != ')' && (k->behind != '.' || k->before)) || !parted(t, n + 1))
		return false;
	k->n = n + 1;
	k->text = mem_str(f->mem, s, k->n);
	return true;
}

/* ---- one paragraph to an item */

static void cut_sign(struct imp_node *p, struct imp_node *t, size_t n)
{
	const char *rest = t->text + n;
	rest += blanks(rest);
	if (t->next && t->next->kind == IMP_TAB && !*rest)
		imp_cut(t->next);
	if (*rest)
		t->text = rest;
	else
		imp_cut(t);
	imp_trim(p);
}

static void make_item(struct imp_flow *f, struct imp_node *p, const struct sign *k, int level)
{
	struct imp_node *t = first_text(p), *item = imp_wrap(f, p, IMP_ITEM);
	item->level = level;
	item->label = k->text;
	item->typed_label = true;
	cut_sign(p, t, k->n);
}

/* ---- runs of paragraphs that all have a sign */

enum { RUN = 4096, DEEP = 6 };
struct typed { struct imp_node *p; struct sign sign; int list, level; };
struct typed_list { int kind, value, count, within; char before, behind; };      /* within: the list around; -1: none */
struct run {
	struct typed *at; size_t n, cap;
	struct typed_list *lists; size_t nlists, caplists;
	int open;                                      /* the innermost list; -1: none */
};

/* As which the sign goes on in that list; 0: it does not. */
static bool goes_on(const struct typed_list *l, const struct sign *k)
{
	const bool alike = l->before == k->before && l->behind == k->behind;
	if (l->kind == BULLET || k->kind == BULLET)
		return l->kind == k->kind && l->value == k->value;
	if (alike && l->kind == k->kind && l->value + 1 == k->value)
		return true;
	return alike && k->other && l->value + 1 == k->other && l->kind == (k->kind == LARGE || k->kind == LARGE_ROMAN ?
		LARGE_ROMAN : SMALL_ROMAN);
}

static void add(struct imp_flow *f, struct run *r, struct imp_node *p, const struct sign *k)
{
	int list = r->open, depth = 0;
	for (int i = list; i >= 0; i = r->lists[i].within)
		depth++;
	while (list >= 0 && !goes_on(&r->lists[list], k))
		list = r->lists[list].within;
	if (list < 0) {
		const bool first = k->kind == BULLET || k->value == 1 || k->other == 1;
		MEM_ROOM_IN(f->mem, r->lists, r->nlists, r->caplists);
		r->lists[r->nlists] = (struct typed_list){k->kind, k->value, 0, first && depth < DEEP ? r->open : -1,
			k->before, k->behind};
		if (k->kind != BULLET && k->other == 1) {
			r->lists[r->nlists].kind = k->kind == LARGE ? LARGE_ROMAN : SMALL_ROMAN;
			r->lists[r->nlists].value = 1;
		}
		list = (int)r->nlists++;
		r->lists[list].count = first ? 0 : -RUN;       /* one that begins with 3 is none */
	} else if (k->kind != BULLET) {
		r->lists[list].value++;
	}
	r->lists[list].count++;
	r->open = list;
	MEM_ROOM_IN(f->mem, r->at, r->n, r->cap);
	r->at[r->n++] = (struct typed){p, *k, list, 0};
}

/* A list has two items; of bullets that are nothing else one is enough. */
static bool is_list(const struct typed_list *l)
{
	return l->count > 1 || (l->count > 0 && l->kind == BULLET && l->value < SURE);
}

static void settle(struct imp_flow *f, struct run *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct typed *t = &r->at[i];
		int level = 0;
		for (int l = t->list; l >= 0; l = r->lists[l].within)
			level += is_list(&r->lists[l]);
		if (is_list(&r->lists[t->list]))
			make_item(f, t->p, &t->sign, level);
	}
	r->n = r->nlists = 0;
	r->open = -1;
}

static bool is_table_row(const struct imp_node *p)
{
	int tabs = 0;
	for (const struct imp_node *n = p->first; n; n = n->next)
		tabs += n->kind == IMP_TAB;
	return tabs > 1;
}

void imp_typed_lists(struct imp_flow *f, struct imp_node *parent)
{
	struct run r = {.open = -1};
	for (struct imp_node *n = parent->first, *next; n; n = next) {
		struct imp_node *t = first_text(n);
		struct sign k;
		next = n->next;
		if (n->kind == IMP_PAGE)
			continue;
		if (t && (read_bullet(t, &k) || (read_number(f, t, &k) && !imp_all_bold(n) && !is_table_row(n))))
			add(f, &r, n, &k);
		else
			settle(f, &r);
	}
	settle(f, &r);
}
