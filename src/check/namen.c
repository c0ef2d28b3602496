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
/* Names of several words as a tree, so that text costs the same however many names begin alike. text: of the name that
 * ends here, or NULL; next: other children of the same parent that begin, or that end, with the same three letters. */
struct name_node { const struct name_word *word; const char *text; int begin_next, end_next; };

struct chk_names {
	struct name_word *word;
	struct name_node *node;
	size_t nwords, capwords, nnodes;
	struct chk_map exact, start;                   /* folded word; its three letters */
	struct chk_map child;                          /* nodes, by key_of() */
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

/* Where a child of that node is found: 'w' by its whole word, 'b' and 'e' by the three letters it begins or ends with,
 * 'u' as a word for "and". Parent -1: first words of names. */
struct key { char s[FOLD + 16]; size_t n; };

static struct key key_of(int parent, char how, const char *s, size_t n)
{
	struct key k;
	k.n = sizeof parent + 1 + n;
	memcpy(k.s, &parent, sizeof parent);
	k.s[sizeof parent] = how;
	memcpy(k.s + sizeof parent + 1, s, n);
	return k;
}

static int *child(const struct chk_names *t, int parent, char how, const char *s, size_t n)
{
	struct key k = key_of(parent, how, s, n);
	return chk_map_get(&t->child, k.s, k.n);
}

static void enter(struct chk *c, int parent, char how, const char *s, size_t n)
{
	struct chk_names *t = c->names;
	struct key k = key_of(parent, how, s, n);
	int at = (int)t->nnodes, *first = chk_map_put(&t->child, mem_str(c->mem, k.s, k.n), k.n, at);
	if (*first == at || how == 'w')
		return;
	int *next = how == 'e' ? &t->node[*first].end_next : &t->node[*first].begin_next;
	*(how == 'e' ? &t->node[at].end_next : &t->node[at].begin_next) = *next;
	*next = at;
}

static bool is_and(const struct name_word *w)
{
	return *w->raw == '&' || (w->f.n == 3 && !memcmp(w->f.s, "und", 3));
}

/* The node of that word below the parent. Numbers are neither declined nor slips of one another. */
static int descend(struct chk *c, int parent, const struct name_word *w)
{
	struct chk_names *t = c->names;
	const struct fold *f = &w->f;
	int *known = child(t, parent, 'w', f->s, f->n);
	if (known)
		return *known;
	t->node[t->nnodes] = (struct name_node){.word = w, .begin_next = -1, .end_next = -1};
	enter(c, parent, 'w', f->s, f->n);
	if (is_and(w))
		enter(c, parent, 'u', "", 0);
	else if (f->n >= 3 && !(f->s[f->n - 1] >= '0' && f->s[f->n - 1] <= '9')) {
		enter(c, parent, 'b', f->s, 3);
		enter(c, parent, 'e', f->s + f->n - 3, 3);
	}
	return (int)t->nnodes++;
}

static void add_name(struct chk *c, const char *s)
{
	struct chk_names *t = c->names;
	const struct name_word *word[WORDS];
	size_t n = 0;
	for (const char *p = s; *p && n < WORDS;) {
		enum chk_class k = chk_class_at(p);
		const char *e = k == T_WORD ? unit_end(p) : chk_after(p);
		int w = k == T_BLANK ? -1 : add_word(c, p, e);
		if (w >= 0)
			word[n++] = &t->word[w];
		p = e;
	}
	if (n < 2 || !word[0]->f.n)
		return;
	int at = -1;
	for (size_t i = 0; i < n; i++)
		at = descend(c, at, word[i]);
	t->node[at].text = s;
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
	t->node = MEM_ARRAY(c->mem, struct name_node, t->capwords + 1);
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
	chk_map_free(&c->names->child);
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

/* What was found of a name in the text: behind its last word; slips 2: nothing. */
struct found { const char *text, *end; int slips; };
struct unit { const char *p, *q; struct fold f; };     /* a word of the text, or a sign */

static void follow(const struct chk_names *t, int node, const char *p, int slips, struct found *best);

/* One word of the text against that of the node, and on from there. */
static void try_node(const struct chk_names *t, int node, const struct unit *u, int slips, struct found *best)
{
	const struct name_word *w = t->node[node].word;
	bool and = other_and(w, u->p, u->q, u->f.n);
	if (and || (!declined(&u->f, &w->f) && capital(u->p) == capital(w->raw) && slip(&u->f, &w->f, 7, 12)))
		slips++;
	else if (!same_fold(&u->f, &w->f) && !declined(&u->f, &w->f))
		return;
	if (slips < 2)
		follow(t, node, *u->q == '.' && and ? u->q + 1 : u->q, slips, best);
}

/* The children of a node that are not written just so; whole: the one that is, or -1. */
static void others(const struct chk_names *t, int node, int whole, const struct unit *u, int slips, struct found *best)
{
	const struct fold *f = &u->f;
	int *and = child(t, node, 'u', "", 0), *begin = f->n < 3 ? NULL : child(t, node, 'b', f->s, 3);
	int *end = f->n < 3 ? NULL : child(t, node, 'e', f->s + f->n - 3, 3);
	for (int k = and ? *and : -1; k >= 0; k = t->node[k].begin_next)
		if (k != whole)
			try_node(t, k, u, slips, best);
	for (int k = begin ? *begin : -1; k >= 0; k = t->node[k].begin_next)
		if (k != whole)
			try_node(t, k, u, slips, best);
	for (int k = end ? *end : -1; k >= 0; k = t->node[k].end_next)
		if (k != whole && memcmp(t->node[k].word->f.s, f->s, 3) != 0)
			try_node(t, k, u, slips, best);
}

/* All names that go on behind p; the one without a slip wins, then the longest. */
static void follow(const struct chk_names *t, int node, const char *p, int slips, struct found *best)
{
	const struct name_node *at = &t->node[node];
	struct unit u;
	if (at->text && (slips < best->slips || (slips == best->slips && p > best->end)))
		*best = (struct found){at->text, p, slips};
	chk_gap(&p);
	u = (struct unit){.p = p, .q = chk_class_at(p) == T_WORD ? unit_end(p) : chk_after(p)};
	u.f = fold(u.p, u.q);
	if (!u.f.n || u.q == u.p)
		return;
	int *i = child(t, node, 'w', u.f.s, u.f.n), whole = i ? *i : -1;
	if (i)
		try_node(t, whole, &u, slips, best);
	if (!best->slips)
		return;
	others(t, node, whole, &u, slips, best);
}

static bool phrase(struct chk *c, const struct chk_text *t, const char *p, const char *q, int first)
{
	struct found best = {.slips = 2};
	follow(c->names, first, q, 0, &best);
	if (!best.text)
		return false;
	c->names->done = best.end;
	if (best.slips)
		chk_tell_at(c, RULE_NAME, t, p,
			"„%s“: das Verzeichnis schreibt „%s“; erwartet wird ein Name in einer Schreibweise, bitte "
			"angleichen",
			mem_str(c->mem, p, (size_t)(best.end - p)), best.text);
	return true;
}

/* The first word of a name, declined or not. */
static int *first_of_name(const struct chk_names *t, const struct fold *f)
{
	int *i = child(t, -1, 'w', f->s, f->n);
	for (size_t cut = 1; !i && cut <= 2 && f->n > cut + 4 && ending(f->s + f->n - cut, cut); cut++)
		i = child(t, -1, 'w', f->s, f->n - cut);
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

/* A capitalised word that is no later part of one with hyphens; and the end. */
bool chk_name_may(const struct chk_text *t, const struct chk_tok *k)
{
	const bool part = k->p - t->s >= 2 && k->p[-1] == '-' && chk_is_word((unsigned char)k->p[-2]);
	return k->class == T_END || (k->q - k->p >= 3 && capital(k->p) && !part);
}

void chk_name(struct chk *c, const struct chk_text *t, const struct chk_tok *k)
{
	struct chk_names *names = c->names;
	if (k->class == T_END)
		names->done = NULL;                            /* the next text may lie at the same place */
	if (k->class == T_END || !maybe(names, k->p) || t->block->kind == DOC_NAME)
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
	if (first && phrase(c, t, k->p, q, *first))
		return;
	single_word(c, t, &f, k->p, q);
}
