/* namen.c: a Stelle written in two spellings. Names of the town's directory and of the edition are cut into words and
 * folded (small letters, no umlaut dots, no hyphens). A text word is looked up folded; only when it shares its first
 * three letters with a word of a name is the edit distance computed. Inside a name of several words ("Fachdienst
 * Soziale Dienste") shorter words are compared too; endings of declension are never a fault. */
#include <string.h>

#include "base/u8.h"
#include "check/map.h"
#include "check/rule.h"
#include "check/words.h"

enum { FOLD = 64, WORDS = 12 };

struct fold { char s[FOLD]; size_t n; };           /* n 0: too long */

/* next: another word of the same three letters, or -1 */
struct name_word { const char *raw; size_t nraw; struct fold f; int next; };
/* next: another name of the same first word, or -1 */
struct name { const char *text; struct name_word *word[WORDS]; size_t n; int next; };

struct chk_names {
	struct name_word *word;
	struct name *name;
	size_t nwords, capwords, nnames, capnames;
	struct chk_map exact, start, first;            /* folded word; its three letters; first words of names */
	const char *done;                              /* text told about so far */
	/* one bit for each three first letters of a name's words, hashed: most words of a text need no more */
	uint64_t likely[64];
};

static unsigned three(const char *p)
{
	return ((unsigned char)(p[0] | 32) * 131u + (unsigned char)(p[1] | 32) * 31u + (unsigned char)(p[2] | 32)) &
		4095;
}

static bool plain(const char *p)
{
	return !((p[0] | p[1] | p[2]) & 0x80) && (p[1] | 32) >= 'a' && (p[2] | 32) >= 'a';
}

static bool maybe(const struct chk_names *t, const char *p)
{
	unsigned h = three(p);
	return !plain(p) || t->likely[h / 64] >> (h % 64) & 1;
}

static char base_letter(unsigned char second)
{
	static const char *const plain = "aaaaaaaceeeeiiiidnooooo ouuuuyts";
	char ch = plain[second & 0x1F];
	return ch;
}

static struct fold fold(const char *p, const char *q)
{
	struct fold f = {.n = 0};
	for (; p < q; p++) {
		unsigned char b = (unsigned char)*p;
		if (b == '-' || b == 0xAD || b == 0xC2)
			continue;
		if (f.n + 2 >= FOLD)
			return (struct fold){.n = 0};
		if (b == 0xC3 && p + 1 < q) {
			f.s[f.n++] = base_letter((unsigned char)*++p);
			if ((unsigned char)*p == 0x9F)
				f.s[f.n++] = 's';
		} else {
			f.s[f.n++] = b >= 'A' && b <= 'Z' ? (char)(b + 32) : (char)b;
		}
	}
	return f;
}

/* A word with its hyphens: "Integration-Point". */
static const char *unit_end(const char *p)
{
	const char *e = chk_word_end(p);
	while (*e == '-' && chk_class_at(e + 1) == T_WORD)
		e = chk_word_end(e + 1);
	return e;
}

static bool same_fold(const struct fold *a, const struct fold *b)
{
	return a->n == b->n && !memcmp(a->s, b->s, a->n);
}

static bool ending(const char *s, size_t n)
{
	static const char *const endings[] = {"", "e", "n", "s", "en", "er", "es", "em", "ern", "ens", NULL};
	for (const char *const *e = endings; *e; e++)
		if (strlen(*e) == n && !memcmp(*e, s, n))
			return true;
	return false;
}

static size_t common(const struct fold *a, const struct fold *b)
{
	size_t i = 0;
	while (i < a->n && i < b->n && a->s[i] == b->s[i])
		i++;
	return i;
}

/* Equal, or only declined otherwise. */
static bool declined(const struct fold *a, const struct fold *b)
{
	size_t k = common(a, b);
	return k >= 3 && ending(a->s + k, a->n - k) && ending(b->s + k, b->n - k);
}

/* Edit distance with neighbours exchanged as one step, up to most; more is told as most + 1. */
static int distance(const struct fold *a, const struct fold *b, int most)
{
	int row[3][FOLD + 1];
	if (a->n > b->n + (size_t)most || b->n > a->n + (size_t)most)
		return most + 1;
	for (size_t j = 0; j <= b->n; j++)
		row[0][j] = (int)j;
	int *before = row[2], *last = row[0], *now = row[1];
	for (size_t i = 1; i <= a->n; i++) {
		int best = now[0] = (int)i;
		for (size_t j = 1; j <= b->n; j++) {
			int v = last[j - 1] + (a->s[i - 1] != b->s[j - 1]);
			v = last[j] + 1 < v ? last[j] + 1 : v;
			v = now[j - 1] + 1 < v ? now[j - 1] + 1 : v;
			if (i > 1 && j > 1 && a->s[i - 1] == b->s[j - 2] && a->s[i - 2] == b->s[j - 1] &&
				before[j - 2] + 1 < v)
				v = before[j - 2] + 1;
			now[j] = v;
			best = v < best ? v : best;
		}
		if (best > most)
			return most + 1;
		int *free_row = before;
		before = last;
		last = now;
		now = free_row;
	}
	return last[b->n];
}

static size_t common_end(const struct fold *a, const struct fold *b)
{
	size_t i = 0;
	while (i < a->n && i < b->n && a->s[a->n - 1 - i] == b->s[b->n - 1 - i])
		i++;
	return i;
}

/* A slip inside the word: near, same first letter, the difference not only at the end, where German declines. */
static bool slip(const struct fold *a, const struct fold *b, size_t least, size_t twice)
{
	size_t k = common(a, b), shorter = a->n < b->n ? a->n : b->n;
	if (k < 1 || shorter < least || (k + 3 >= shorter && common_end(a, b) < 3))
		return false;
	return distance(a, b, 2) <= (shorter >= twice ? 2 : 1);
}

/* Two letters wrong in the middle of a long word: "Staatsstelle" beside "Stabsstelle". */
static bool inner_slip(const struct fold *a, const struct fold *b)
{
	return a->n >= 11 && b->n >= 11 && common(a, b) >= 3 && common_end(a, b) >= 7 && distance(a, b, 2) <= 2;
}

/* ---- the names ---- */

static int add_word(struct chk *c, const char *p, const char *q)
{
	struct chk_names *t = c->names;
	struct fold f = fold(p, q);
	int *known = f.n ? chk_map_get(&t->exact, f.s, f.n) : NULL;
	if (known)
		return *known;
	if (t->nwords == t->capwords)
		return -1;
	struct name_word *w = &t->word[t->nwords];
	*w = (struct name_word){p, (size_t)(q - p), f, -1};
	if (f.n >= 3) {
		int at = (int)t->nwords, *first = chk_map_put(&t->start, w->f.s, 3, at);
		if (*first != at) {
			w->next = t->word[*first].next;
			t->word[*first].next = at;
		}
		chk_map_put(&t->exact, w->f.s, w->f.n, at);
		t->likely[three(w->f.s) / 64] |= 1ull << (three(w->f.s) % 64);
	}
	return (int)t->nwords++;
}

static void add_name(struct chk *c, const char *s)
{
	struct chk_names *t = c->names;
	struct name *m = &t->name[t->nnames];
	*m = (struct name){.text = s, .next = -1};
	for (const char *p = s; *p && m->n < WORDS;) {
		enum chk_class k = chk_class_at(p);
		const char *e = k == T_WORD ? unit_end(p) : chk_after(p);
		int w = k == T_BLANK ? -1 : add_word(c, p, e);
		if (w >= 0)
			m->word[m->n++] = &t->word[w];
		p = e;
	}
	if (m->n < 2 || !m->word[0]->f.n)
		return;
	int at = (int)t->nnames++, *first = chk_map_put(&t->first, m->word[0]->f.s, m->word[0]->f.n, at);
	if (*first != at) {
		m->next = t->name[*first].next;
		t->name[*first].next = at;
	}
}

/* The names of a directory, or of what the edition itself declares: counted, or added too. */
static void each_name(struct chk *c, const struct chk_list *l, bool add, const struct doc *doc)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct doc_node *n = l->at[i];
		if (!n->parent || (n->parent->kind != DOC_STELLE && n->parent->kind != DOC_GREMIUM))
			continue;
		struct buf b = {0};
		doc_text(&b, doc, n);
		const char *s = mem_str(c->mem, b.data ? b.data : "", b.len);
		buf_free(&b);
		c->names->capwords += add ? 0 : strlen(s) / 2 + 2;
		c->names->capnames += !add;
		if (add)
			add_name(c, s);
	}
}

static struct chk_list names_of(struct chk *c, const struct doc *doc)
{
	struct chk_list l = {0};
	for (int pass = 0; doc && pass < 2; pass++) {
		size_t n = 0;
		for (const struct doc_node *p = doc->root; p; p = doc_walk(doc->root, p))
			if (p->kind == DOC_NAME && n++ < l.n)
				l.at[n - 1] = p;
		if (!pass)
			l = (struct chk_list){MEM_ARRAY(c->mem, const struct doc_node *, n), n};
	}
	return l;
}

void chk_names_prepare(struct chk *c)
{
	struct chk_names *t = c->names = MEM_NEW(c->mem, struct chk_names);
	struct chk_list own = c->kind[DOC_NAME], town = names_of(c, c->doc->verzeichnis);
	each_name(c, &own, false, c->doc);
	each_name(c, &town, false, c->doc->verzeichnis);
	t->word = MEM_ARRAY(c->mem, struct name_word, t->capwords);
	t->name = MEM_ARRAY(c->mem, struct name, t->capnames + 1);
	each_name(c, &own, true, c->doc);
	each_name(c, &town, true, c->doc->verzeichnis);
}

bool chk_names_have(const struct chk *c, const char *word, size_t n)
{
	struct fold f = fold(word, word + n);
	return f.n && chk_map_get(&c->names->exact, f.s, f.n);
}

void chk_names_free(struct chk *c)
{
	chk_map_free(&c->names->exact);
	chk_map_free(&c->names->start);
	chk_map_free(&c->names->first);
}

/* ---- the text ---- */

static bool capital(const char *p)
{
	return (*p >= 'A' && *p <= 'Z') ||
		(*p == (char)0xC3 && (unsigned char)p[1] >= 0x80 && (unsigned char)p[1] <= 0x9E);
}

/* A soft hyphen (C2 AD) is no other writing. */
static bool same_raw(const struct name_word *w, const char *p, const char *q)
{
	size_t n = 0;
	for (; p < q; p++) {
		if ((unsigned char)*p == 0xC2 && p + 1 < q && (unsigned char)p[1] == 0xAD)
			p++;
		else if (n == w->nraw || *p != w->raw[n++])
			return false;
	}
	return n == w->nraw;
}

/* The same letters, but hyphens or capitals inside differ: "Job-Center" beside "Jobcenter". */
static bool other_writing(const struct name_word *w, const char *p, const char *q)
{
	if (same_raw(w, p, q))
		return false;
	bool shouted = true;
	for (const char *s = p; s < q; s++)
		shouted &= !(*s >= 'a' && *s <= 'z');
	return !shouted && capital(w->raw);
}

/* "&" and "u." where the name has "und", "und" where it has "&". p to q: the unit of text, n its letters. */
static bool other_and(const struct name_word *w, const char *p, const char *q, size_t n)
{
	if (*w->raw == '&')
		return chk_is(p, q, "und");
	return w->f.n == 3 && !memcmp(w->f.s, "und", 3) && (*p == '&' || (n == 1 && *p == 'u' && *q == '.'));
}

/* Text against one name, word for word. 0: another name, 1: right, 2: one slip; *end behind the last word. */
static int compare(const struct name *m, const char *p, const char **end)
{
	int slips = 0;
	for (size_t i = 0; i < m->n; i++) {
		if (i)
			chk_gap(&p);
		const char *e = chk_class_at(p) == T_WORD ? unit_end(p) : chk_after(p);
		struct fold f = fold(p, e), *w = &m->word[i]->f;
		bool and = other_and(m->word[i], p, e, f.n);
		if (!f.n || e == p)
			return 0;
		if (and || (!declined(&f, w) && capital(p) == capital(m->word[i]->raw) && slip(&f, w, 7, 12)))
			slips++;
		else if (!same_fold(&f, w) && !declined(&f, w))
			return 0;
		p = *e == '.' && and ? e + 1 : e;
	}
	*end = p;
	return slips == 0 ? 1 : slips == 1 ? 2 : 0;
}

static bool phrase(struct chk *c, const struct chk_text *t, const char *p, int first)
{
	struct chk_names *names = c->names;
	const struct name *near = NULL;
	const char *end = p, *near_end = p;
	for (int i = first; i >= 0; i = names->name[i].next)
		switch (compare(&names->name[i], p, &end)) {
		case 1:
			names->done = end;
			return true;
		case 2:
			near = &names->name[i];
			near_end = end;
		}
	if (!near)
		return false;
	names->done = near_end;
	chk_tell_at(c, RULE_NAME, t, p,
		"„%s“: das Verzeichnis schreibt „%s“; erwartet wird ein Name in einer Schreibweise, bitte angleichen",
		mem_str(c->mem, p, (size_t)(near_end - p)), near->text);
	return true;
}

/* The first word of a name, declined or not. */
static int *first_of_name(const struct chk_names *t, const struct fold *f)
{
	int *i = chk_map_get(&t->first, f->s, f->n);
	for (size_t cut = 1; !i && cut <= 2 && f->n > cut + 4 && ending(f->s + f->n - cut, cut); cut++)
		i = chk_map_get(&t->first, f->s, f->n - cut);
	return i;
}

static bool common_noun(const struct fold *f)
{
	return (f->n > 3 && !memcmp(f->s + f->n - 3, "ung", 3)) || (f->n > 5 && !memcmp(f->s + f->n - 5, "ungen", 5));
}

static void single_word(struct chk *c, const struct chk_text *t, const struct fold *f, const char *p, const char *q)
{
	const struct chk_names *names = c->names;
	int *at = chk_map_get(&names->exact, f->s, f->n);
	const struct name_word *near = NULL;
	if (at) {
		near = other_writing(&names->word[*at], p, q) ? &names->word[*at] : NULL;
	} else if (f->n >= 10 && !common_noun(f) && (at = chk_map_get(&names->start, f->s, 3))) {
		for (int i = *at; i >= 0; i = names->word[i].next) {
			const struct fold *w = &names->word[i].f;
			if (declined(f, w))
				return;
			if (w->n >= 11 && !common_noun(w) && (slip(f, w, 10, 16) || inner_slip(f, w)))
				near = &names->word[i];
		}
	}
	if (near)
		chk_tell_at(c, RULE_NAME, t, p,
			"„%s“: das Verzeichnis schreibt „%.*s“; "
			"erwartet wird ein Name in einer Schreibweise, bitte angleichen",
			mem_str(c->mem, p, (size_t)(q - p)), (int)near->nraw, near->raw);
}

void chk_name(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_names *names = c->names;
	if (k->class == T_END)
		names->done = NULL;                            /* the next text may lie at the same place */
	if (k->q - k->p < 3 || !capital(k->p) || !maybe(names, k->p) || t->block->kind == DOC_NAME)
		return;
	if (k->p > t->s && k->p[-1] == '-' && k->p - 1 > t->s && chk_is_word((unsigned char)k->p[-2]))
		return;
	if (names->done > k->p && names->done <= t->end)
		return;
	if (!names->nwords)
		return;
	const char *q = unit_end(k->p);
	struct fold f = fold(k->p, q);
	if (f.n < 3)
		return;
	int *first = first_of_name(names, &f);
	if (first && phrase(c, t, k->p, *first))
		return;
	single_word(c, t, &f, k->p, q);
}
