/* scan.c: characters to tokens. UTF-8 is read by its bytes: a word is ASCII letters and every byte of a longer
 * character except the two leads (C2, E2) that punctuation lives under, and EF, under which the object character does.
 * */
#include "check/scan.h"

#include <stdint.h>

#include "base/store.h"
#include "base/u8.h"
#include "check/rule.h"

#define W T_WORD
#define N T_NUMBER
#define S T_STOP
#define G T_SIGN
#define B T_BRACKET
#define Q T_QUOTE
static const uint8_t class_of[256] = {
	['\t'] = T_BLANK, [' '] = T_BLANK,
	['0'] = N, N, N, N, N, N, N, N, N, N,
	['A'] = W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	['a'] = W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	['.'] = S, [','] = S, [';'] = S, [':'] = S, ['!'] = S, ['?'] = S,
	['"'] = Q, ['\''] = Q, ['`'] = Q,
	['('] = B, [')'] = B, ['['] = B, [']'] = B,
	['-'] = T_DASH,
	['%'] = G, ['/'] = G, ['*'] = G, ['_'] = G, ['&'] = G,
	[0x80 ... 0xC1] = W, [0xC3 ... 0xE1] = W, [0xE3 ... 0xEE] = W, [0xF0 ... 0xFF] = W,
};
#undef W
#undef N
#undef S
#undef G
#undef B
#undef Q

bool chk_is_word(unsigned char c)
{
	return class_of[c] == T_WORD || class_of[c] == T_NUMBER;
}

static enum chk_class class_c2(unsigned char b)
{
	switch (b) {
	case 0xA0: return T_BLANK;
	case 0xA7: case 0xB0: return T_SIGN;               /* § ° */
	case 0xAB: case 0xB4: case 0xBB: return T_QUOTE;   /* « ´ » */
	case 0xAD: return T_WORD;                          /* soft hyphen */
	default:   return T_OTHER;
	}
}

static enum chk_class class_e2(unsigned char a, unsigned char b)
{
	if (a == 0x82 && b == 0xAC)
		return T_SIGN;                                 /* € */
	if (a != 0x80)
		return T_OTHER;
	if (b == 0xAF)
		return T_BLANK;
	if (b >= 0x90 && b <= 0x95)
		return T_DASH;
	if (b >= 0x98 && b <= 0x9F)
		return T_QUOTE;
	return b == 0xA6 ? T_STOP : T_OTHER;
}

enum chk_class chk_class_at(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;
	switch (*p) {
	case 0xC2: return class_c2(p[1]);
	case 0xE2: return p[1] ? class_e2(p[1], p[2]) : T_OTHER;
	case 0xEF: return p[1] == 0xBF && p[2] == 0xBC ? T_OBJECT : T_OTHER;
	default:   return class_of[*p];
	}
}

const char *chk_after(const char *p)
{
	if (!*p)
		return p;
	for (p++; ((unsigned char)*p & 0xC0) == 0x80; p++)
		;
	return p;
}

const char *chk_before(const struct chk_text *t, const char *p)
{
	if (p == t->s)
		return NULL;
	for (p--; p > t->s && ((unsigned char)*p & 0xC0) == 0x80; p--)
		;
	return p;
}

const char *chk_number_end(const char *p)
{
	for (;; p++) {
		if (*p >= '0' && *p <= '9')
			continue;
		if ((*p == '.' || *p == ',' || *p == ':') && p[1] >= '0' && p[1] <= '9')
			continue;
		return p;
	}
}

const char *chk_word_end(const char *p)
{
	for (;;) {
		while (chk_is_word((unsigned char)*p))
			p++;
		if ((unsigned char)p[0] != 0xC2 || (unsigned char)p[1] != 0xAD)
			return p;
		p += 2;
	}
}

/* ---- who hears what */

/* What concerns somebody in a text, whichever document it stands in. */
struct heard {
	unsigned seen;
	size_t n;
	/* rules: bits of its listeners */
	struct mention { uint32_t p, q; uint16_t rules; uint8_t class; } at[];
};

void chk_listen(struct chk_scan *s, chk_text_rule *rule, chk_text_screen *may, unsigned on)
{
	for (int k = 0; rule && k < T_MAX; k++)
		if (on & 1u << k && s->n[k] < SCAN_RULES)
			s->at[k][s->n[k]++] = (struct chk_listener){rule, may};
}

void chk_scan_end(struct chk_scan *s)
{
	buf_free(&s->heard);
}

static void mention(struct chk_scan *s, const struct chk_text *t, const struct chk_tok *tok)
{
	uint16_t rules = 0;
	for (int i = 0; i < s->n[tok->class]; i++) {
		const struct chk_listener *l = &s->at[tok->class][i];
		rules |= (uint16_t)((!l->may || l->may(t, tok)) << i);
	}
	const struct mention m = {(uint32_t)(tok->p - t->s), (uint32_t)(tok->q - t->s), rules, (uint8_t)tok->class};
	if (rules)
		buf_put(&s->heard, &m, sizeof m);
}

/* Tokens in their order into heard. */
static unsigned tokens(struct chk_scan *s, const struct chk_text *t)
{
	struct chk_tok tok = {.p = t->s};
	unsigned seen = 0;
	while (tok.p < t->end) {
		unsigned char b = (unsigned char)*tok.p;
		tok.class = b == 0xC2 || b >= 0xE2 ? chk_class_at(tok.p) : (enum chk_class)class_of[b];
		if (tok.class == T_WORD)
			tok.q = chk_word_end(tok.p);
		else if (tok.class == T_NUMBER)
			tok.q = chk_number_end(tok.p);
		else
			tok.q = chk_after(tok.p);
		seen |= 1u << tok.class;
		mention(s, t, &tok);
		tok.p = tok.q;
	}
	mention(s, t, &(struct chk_tok){t->end, t->end, T_END});
	return seen;
}

static const struct heard *listen(struct chk_scan *s, const struct chk_text *t)
{
	const struct chk_text bare = {.s = t->s, .end = t->end};
	const size_t len = (size_t)(t->end - t->s);
	struct heard *h = s->kept ? store_get(s->kept, t->s, len) : NULL, head = {0};
	if (h)
		return h;
	buf_clear(&s->heard);
	buf_put(&s->heard, &head, sizeof head);
	head.seen = tokens(s, &bare);
	head.n = (s->heard.len - sizeof head) / sizeof *head.at;
	memcpy(s->heard.data, &head, sizeof head);
	if (!s->kept)
		return (const struct heard *)s->heard.data;
	h = store_put(s->kept, t->s, len, s->heard.len);
	return memcpy(h, s->heard.data, s->heard.len);
}

void chk_scan(struct chk *c, struct chk_scan *s, struct chk_text *t)
{
	const struct heard *h = listen(s, t);
	t->seen = h->seen;
	for (const struct mention *m = h->at; m < h->at + h->n; m++) {
		const struct chk_tok tok = {t->s + m->p, t->s + m->q, (enum chk_class)m->class};
		for (int i = 0; m->rules >> i; i++)
			if (m->rules >> i & 1)
				s->at[tok.class][i].rule(c, t, &tok);
	}
}

/* ---- characters and words */

bool chk_run_has(const char *start, const char *p, const char *end, const char *const *words)
{
	const char *q = p;
	while (p > start && p[-1] != ' ')
		p--;
	while (q < end && *q != ' ')
		q++;
	for (; p < q; p++)
		for (size_t i = 0; words[i]; i++)
			if (*p == *words[i] && chk_starts(p, words[i]))
				return true;
	return false;
}

int chk_gap(const char **at)
{
	int kind = 0;
	const char *p = *at;
	for (; chk_class_at(p) == T_BLANK; p = chk_after(p)) {
		int k = *p == ' ' || *p == '\t' ? 1 : 2;
		kind = kind == 1 ? 1 : k;
	}
	*at = p;
	return kind;
}

int chk_gap_back(const struct chk_text *t, const char **at)
{
	int kind = 0;
	const char *b;
	while ((b = chk_before(t, *at)) && chk_class_at(b) == T_BLANK) {
		int k = *b == ' ' || *b == '\t' ? 1 : 2;
		kind = kind == 1 ? 1 : k;
		*at = b;
	}
	return kind;
}

const char *chk_word_back(const struct chk_text *t, const char *p)
{
	const char *b;
	while ((b = chk_before(t, p)) && (chk_class_at(b) == T_WORD || chk_class_at(b) == T_NUMBER))
		p = b;
	return p;
}

bool chk_among(const char *p, const char *q, const char *const *words)
{
	for (; *words; words++)
		if (*p == **words && chk_is(p, q, *words))
			return true;
	return false;
}

/* A quick look at the first letters, which most words do not pass. */
static inline bool may_begin(const char *p, const char *q, const char *word)
{
	return p == q || ((*p | *word) & 0x80) || (*p | 0x20) == (*word | 0x20);
}

const char *chk_begins_any(const char *p, const char *q, const char *word)
{
	if (!may_begin(p, q, word))
		return NULL;
	const char *end = word + strlen(word);
	while (p < q && word < end) {
		uint32_t cp = u8_get(&p, q);
		if (cp != 0xAD && u8_lower(cp) != u8_get(&word, end))
			return NULL;
	}
	return word == end ? p : NULL;
}

bool chk_is_any(const char *p, const char *q, const char *word)
{
	p = chk_begins_any(p, q, word);
	while (p && q - p >= 2 && chk_starts(p, "\u00AD"))
		p += 2;
	return p && p == q;
}

bool chk_among_any(const char *p, const char *q, const char *const *words)
{
	for (; *words; words++)
		if (may_begin(p, q, *words) && chk_is_any(p, q, *words))
			return true;
	return false;
}

bool chk_follows(const struct chk_text *t, const char *p, const char *const *words)
{
	chk_gap_back(t, &p);
	return chk_among(chk_word_back(t, p), p, words);
}

const char *chk_shown(struct chk *c, const char *p, const char *q)
{
	struct buf b = {0};
	for (const char *end; p < q; p = end) {
		end = chk_after(p);
		if (chk_class_at(p) == T_OBJECT)
			buf_str(&b, "…");
		else
			buf_put(&b, p, (size_t)(end - p));
	}
	return buf_take(&b, c->mem);
}

/* Widened to whole words, then cut to some 60 bytes at a blank. */
const char *chk_quote(struct chk *c, const struct chk_text *t, const char *p, const char *q)
{
	enum { MOST = 60 };
	const char *b, *least = q;
	while ((b = chk_before(t, p)) && chk_class_at(b) != T_BLANK && q - b < MOST)
		p = b;
	while (q < t->end && chk_class_at(q) != T_BLANK && q - p < MOST)
		q = chk_after(q);
	while (q > least && strchr(".,;:", q[-1]))         /* the sentence's own mark */
		q--;
	return chk_shown(c, p, q);
}

const struct doc_node *chk_node_at(const struct chk_text *t, const char *at, size_t *offset)
{
	size_t lo = 0, hi = t->npieces;
	while (hi - lo > 1) {
		size_t mid = (lo + hi) / 2;
		if (t->piece[mid].at <= (size_t)(at - t->s))
			lo = mid;
		else
			hi = mid;
	}
	*offset = (size_t)(at - t->s) - t->piece[lo].at;
	return t->piece[lo].node;
}

size_t chk_piece_from(const struct chk_text *t, const char *p)
{
	size_t low = 0, high = t->npieces, at = (size_t)(p - t->s);
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (t->piece[mid].at < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}
