/* hyphen.c: what becomes of the hyphens that stood at the ends of lines: looks first, then the dictionary. */
#include "import/hyphen.h"

#include <string.h>

#include "base/buf.h"
#include "base/u8.h"
#include "import/flow.h"
#include "import/import.h"

enum fate { KEPT, JOINED, LEFT_OUT };                  /* left out: a word is, and a blank follows the hyphen */
enum { LONGEST = 100 };                                /* bytes of a word that is looked up */

/* The two parts of a word, without what else hangs on it with hyphens. */
struct parts { const char *left, *right; size_t nleft, nright; };

/* ---- letters ---- */

static bool is_letter_at(const char *s, const char *end)
{
	return s < end && u8_is_letter(u8_get(&s, end));
}

static size_t letters_from(const char *s, const char *end)
{
	const char *from = s;
	while (is_letter_at(s, end))
		u8_get(&s, end);
	return (size_t)(s - from);
}

static const char *before(const char *s, const char *from)
{
	do
		s--;
	while (s > from && ((unsigned char)*s & 0xC0) == 0x80);
	return s;
}

static size_t letters_to(const char *end, const char *from)
{
	const char *s = end;
	while (s > from && is_letter_at(before(s, from), s))
		s = before(s, from);
	return (size_t)(end - s);
}

static bool is_small(const char *s, size_t n)
{
	const uint32_t c = n ? u8_get(&s, s + n) : 0;
	return u8_is_letter(c) && u8_lower(c) == c;
}

static bool is_all_caps(const char *s, size_t n)
{
	for (const char *end = s + n; s < end;) {
		const uint32_t c = u8_get(&s, end);
		if (u8_lower(c) == c)
			return false;
	}
	return n > 0;
}

static size_t count(const char *s, size_t n)
{
	return u8_count(s, n);
}

/* ---- what a dictionary says ---- */

static bool asks(const struct imp_words *w, const char *s, size_t n, bool made)
{
	return w && n && n <= LONGEST && w->has(w->arg, s, n, made);
}

/* Both parts as one word; of capitals as a noun is written. */
static bool whole_is_word(const struct imp_words *w, const struct parts *p, bool made)
{
	struct buf b = {0};
	buf_put(&b, p->left, p->nleft);
	buf_put(&b, p->right, p->nright);
	if (is_all_caps(b.data, b.len)) {
		struct buf low = {0};
		const char *s = b.data, *end = s + b.len;
		buf_u8(&low, u8_get(&s, end));
		while (s < end)
			buf_u8(&low, u8_lower(u8_get(&s, end)));
		buf_free(&b);
		b = low;
	}
	const bool is = asks(w, b.data, b.len, made);
	buf_free(&b);
	return is;
}

static bool among(const char *s, size_t n, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == n && !memcmp(s, *words, n))
			return true;
	return false;
}

static bool ends_so(const char *s, size_t n, const char *const *endings)
{
	for (; *endings; endings++) {
		const size_t k = strlen(*endings);
		if (n >= k && !memcmp(s + n - k, *endings, k))
			return true;
	}
	return false;
}

/* "deutsch", "fachlich", with an ending where bent is said. */
static bool is_adjective(const char *s, size_t n, bool bent)
{
	static const char *const plain[] = {"isch", "lich", "deutsch", "ial", "nal", "ell", "iv", "är", NULL};
	static const char *const bends[] = {"em", "en", "er", "es", "e", NULL};
	if (!is_small(s, n))
		return false;
	for (const char *const *b = bends; bent && *b; b++)
		if (n > strlen(*b) && ends_so(s, n, (const char *const[]){*b, NULL}) &&
			ends_so(s, n - strlen(*b), plain))
			return true;
	return ends_so(s, n, plain);
}

/* "deutsch-polnisch": two adjectives beside each other, which nobody writes as one. */
static bool are_a_pair(const struct imp_words *w, const struct parts *p)
{
	return is_adjective(p->left, p->nleft, false) && is_adjective(p->right, p->nright, true) &&
		asks(w, p->left, p->nleft, false) && asks(w, p->right, p->nright, false);
}

/* ---- the decision ---- */

/* What follows a hyphen that stands for a word left out: some always, some unless both are one word. */
static bool follows_what_is_left_out(const struct imp_words *w, const struct parts *p)
{
	static const char *const always[] = {"und", "oder", "bzw", "beziehungsweise", "sowie", "bis", "als", "u", "o",
		NULL};
	static const char *const known[] = {"wie", "noch", "aber", "auch", "nicht", "plus", NULL};
	if (among(p->right, p->nright, always))
		return !whole_is_word(w, p, false);
	return w && among(p->right, p->nright, known) && !whole_is_word(w, p, true);
}

/* "BILDUNGS-ANGEBOTE" in a heading is one word, "BUND-LÄNDER" are two. */
static enum fate of_capitals(const struct imp_words *w, const struct parts *p)
{
	if (count(p->left, p->nleft) < 2 || count(p->right, p->nright) < 2 || !is_all_caps(p->left, p->nleft) ||
		!is_all_caps(p->right, p->nright))
		return KEPT;
	if (whole_is_word(w, p, false))
		return JOINED;
	const struct parts left = {p->left, "", p->nleft, 0}, right = {p->right, "", p->nright, 0};
	const bool both = whole_is_word(w, &left, false) && whole_is_word(w, &right, false);
	return !both && whole_is_word(w, p, true) ? JOINED : KEPT;
}

/* *known: there is no doubt about it. */
static enum fate fate_of(const struct imp_words *w, const struct parts *p, bool *known)
{
	*known = true;
	if (!p->nright || !p->nleft)
		return KEPT;                               /* "50-jährig", "2018-2020" */
	if (is_small(p->right, p->nright) && follows_what_is_left_out(w, p))
		return LEFT_OUT;
	const size_t left = count(p->left, p->nleft);
	if (left < 2 || is_all_caps(p->left, p->nleft) || !is_small(p->right, p->nright))
		return of_capitals(w, p);                  /* "E-Mail", "EU-weit", "Bund-Länder" */
	*known = whole_is_word(w, p, false);
	if (!*known && are_a_pair(w, p))
		return KEPT;
	const bool goes_on = p->right[p->nright] == '-';      /* "Gesund-heits-": no word by itself */
	*known = !w || *known || goes_on || whole_is_word(w, p, true);
	return JOINED;
}

/* ---- texts ---- */

/* The text that a word at the end of this one goes on in; NULL: it ends there. */
static const struct imp_node *next_text(const struct imp_node *t, const struct imp_node *root)
{
	const struct imp_node *n = imp_after(t, root);
	while (n && n->kind == IMP_LINK)
		n = imp_after(n, root);
	return n && n->kind == IMP_TEXT ? n : NULL;
}

static void keep_unknown(struct imp_flow *f, const struct parts *p)
{
	MEM_ROOM_IN(f->mem, f->unsure, f->nunsure, f->capunsure);
	f->unsure[f->nunsure++] = mem_fmt(f->mem, "%.*s%.*s", (int)p->nleft, p->left, (int)p->nright, p->right);
}

/* The text so far ends in a hyphen, and this follows. */
static void decide(struct imp_flow *f, const struct imp_words *w, struct buf *b, const char *next, const char *end)
{
	const char *hyphen = b->data + b->len - 1;
	struct parts p = {.right = next, .nright = letters_from(next, end), .nleft = letters_to(hyphen, b->data)};
	bool known;
	p.left = hyphen - p.nleft;
	const bool sign = next < end && strchr("(&+", *next);
	const enum fate fate = sign ? LEFT_OUT : fate_of(w, &p, &known);
	if (fate == JOINED && !known)
		keep_unknown(f, &p);
	if (fate == JOINED)
		b->len--;
	else if (fate == LEFT_OUT)
		buf_chr(b, ' ');
}

static void decide_in(struct imp_flow *f, const struct imp_words *w, struct imp_node *t)
{
	struct buf b = {0};
	for (const char *s = t->text, *end = s + strlen(s); s < end; s++) {
		if (*s != HYPHEN_MARK) {
			buf_chr(&b, *s);
			continue;
		}
		const struct imp_node *more = s + 1 == end ? next_text(t, f->root) : NULL;
		const char *next = more ? more->text : s + 1;
		if (b.len && b.data[b.len - 1] == '-')
			decide(f, w, &b, next, next + strlen(next));
		else                                       /* no reader writes that */
			buf_chr(&b, ' ');
	}
	t->text = buf_take(&b, f->mem);
}

void hyphens_decide(struct imp_flow *f, const struct imp_words *w)
{
	for (struct imp_node *n = f->root; n; n = imp_after(n, f->root))
		if (n->kind == IMP_TEXT && strchr(n->text, HYPHEN_MARK))
			decide_in(f, w, n);
}
