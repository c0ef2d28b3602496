/* hyf.c: reads hyphenation tables. The first level of a table splits a word into its parts, each part is tried again,
 * what cannot be split further goes to the second level. Offsets are checked at opening, indices at each step: a
 * damaged file gives wrong breaks, no more. */
#include "text/hyf.h"

#include <string.h>

#include "base/file.h"
#include "base/u8.h"

enum { BYTES = 4 * HYF_WORD };

struct level {
	uint32_t nstates, npool;
	const struct hyf_state *states;
	const uint32_t *root;
	const uint8_t *pool;
};

struct hyf {
	struct file_map map;
	const struct hyf_head *head;
	struct level level[2];
};

/* What a pass leaves: digits after each byte ('0' …), whether an odd one changes the spelling, and where level one has
 * split. */
struct marks { uint8_t digit[BYTES + 4], changes[BYTES + 4], joint[BYTES + 4]; };

static bool inside(const struct hyf_head *h, uint32_t at, uint64_t bytes, uint32_t align)
{
	return at % align == 0 && at <= h->size && bytes <= h->size - at;
}

static bool level_fits(struct level *l, const struct hyf_head *h, const struct hyf_level *at)
{
	const char *base = (const char *)h;
	if (!at->nstates ||
		!inside(h, at->states, (uint64_t)at->nstates * sizeof(struct hyf_state), sizeof(struct hyf_state)) ||
		!inside(h, at->pool, at->npool, 1))
		return false;
	*l = (struct level){at->nstates, at->npool, (const struct hyf_state *)(base + at->states), at->root,
		(const uint8_t *)base + at->pool};
	return true;
}

static bool table_fits(struct hyf *t)
{
	const struct hyf_head *h = t->head;
	return t->map.size >= sizeof *h && !memcmp(h->magic, HYF_MAGIC, sizeof h->magic) && h->order == 0x01020304 &&
		h->size == t->map.size && !h->no[HYF_NO - 1] && !h->no[HYF_NO - 2] &&
		level_fits(&t->level[0], h, &h->level[0]) && level_fits(&t->level[1], h, &h->level[1]);
}

struct hyf *hyf_open(const char *path, struct mem *m, struct diag *d)
{
	struct hyf *t = MEM_NEW(m, struct hyf);
	if (!file_map(&t->map, path, d))
		return NULL;
	t->head = (const void *)t->map.data;
	if (table_fits(t))
		return t;
	file_unmap(&t->map);
	diag_sys(d, "TRENNTABELLE", path, 0,
		"Die Trenntabelle ist beschädigt oder von einer anderen Fassung oder Rechnerart; bitte mit make neu "
		"erzeugen oder neu installieren");
	return NULL;
}

void hyf_close(struct hyf *t)
{
	if (t)
		file_unmap(&t->map);
}

/* 0: none; the root is nobody's child. */
static uint32_t child(const struct level *l, const struct hyf_state *s, uint8_t c)
{
	if (s == l->states)
		return l->root[c];
	uint32_t i = s->first;
	if (!i || i >= l->nstates)
		return 0;
	while (l->states[i].label < c) {
		if (!l->states[i].more || ++i == l->nstates)
			return 0;
	}
	return l->states[i].label == c ? i : 0;
}

/* The next state; nstates or more: the byte leads nowhere (or the file is damaged). */
static uint32_t step(const struct level *l, uint32_t state, uint8_t c)
{
	for (int guard = 0; guard < BYTES; guard++) {
		uint32_t next = child(l, &l->states[state], c);
		if (next)
			return next;
		state = l->states[state].fallback;
		if (state >= l->nstates)
			break;
	}
	return UINT32_MAX;
}

/* Whether the bytes are a pattern of the level, letters only: a listed word. */
static bool listed(const struct level *l, const uint8_t *w, size_t n)
{
	uint32_t state = 0;
	for (size_t i = 0; i < n; i++) {
		state = child(l, &l->states[state], w[i]);
		if (!state || state >= l->nstates)
			return false;
	}
	return l->states[state].match;
}

static void apply(const struct level *l, uint32_t at, size_t i, struct marks *m)
{
	if (at + 3 > l->npool || at + 3 + l->pool[at + 1] > l->npool)
		return;
	const uint8_t *p = l->pool + at;
	size_t skip = p[0] > i + 1 ? p[0] - (i + 1) : 0, from = i + 1 + skip - p[0];
	for (size_t k = skip; k < p[1]; k++, from++)
		if (m->digit[from] < p[3 + k]) {
			m->digit[from] = p[3 + k];
			m->changes[from] = p[2];
		}
}

/* One walk over ".word."; afterwards digit[i] belongs after byte i of the word. */
static void walk(const struct level *l, const uint8_t *word, size_t n, struct marks *m)
{
	uint32_t state = 0;
	memset(m->digit, '0', n + 2);
	memset(m->changes, 0, n + 2);
	memset(m->joint, 0, n);
	for (size_t i = 0; i < n + 2; i++) {
		uint32_t next = step(l, state, i == 0 || i == n + 1 ? '.' : word[i - 1]);
		state = next < l->nstates ? next : 0;
		if (next < l->nstates && l->states[next].match)
			apply(l, l->states[next].match, i, m);
	}
	memmove(m->digit, m->digit + 1, n - 1);
	memmove(m->changes, m->changes + 1, n - 1);
	m->digit[n - 1] = '0';
}

static void clear_left(const struct hyf_head *h, const uint8_t *w, size_t n, struct marks *m, uint32_t min)
{
	size_t j = 0;
	for (uint32_t i = 1; i < min && j < n; i++)
		do
			m->digit[j++] = '0';
		while (h->utf8 && j < n && (w[j] & 0xC0) == 0x80);
}

static void clear_right(const struct hyf_head *h, const uint8_t *w, size_t n, struct marks *m, uint32_t min)
{
	size_t j = n;
	for (uint32_t i = 0; i < min && j > 1;) {
		m->digit[--j] = '0';
		i += !h->utf8 || (w[j] & 0xC0) != 0x80;
	}
}

static bool odd(uint8_t digit)
{
	return digit & 1;
}

static void split(const struct hyf *t, const uint8_t *w, size_t n, struct marks *m, bool at_start, bool at_end);

static void unsplit(const struct hyf *t, const uint8_t *w, size_t n, struct marks *m, bool at_start, bool at_end)
{
	walk(&t->level[1], w, n, m);
	if (!at_start)
		clear_left(t->head, w, n, m, t->head->joint_left_min);
	if (!at_end)
		clear_right(t->head, w, n, m, t->head->joint_right_min);
}

/* A part that is the whole word has no split of its own, so that the depth is bounded by the word's length. */
static void split(const struct hyf *t, const uint8_t *w, size_t n, struct marks *m, bool at_start, bool at_end)
{
	size_t begin = 0;
	walk(&t->level[0], w, n, m);
	for (size_t i = 0; i < n; i++) {
		if (!odd(m->digit[i]) && !(begin && i + 1 == n))
			continue;
		if (i > begin + 1) {      /* like libhyphen 2.8.8: the last letter but one of a part is left as it is */
			struct marks part;
			split(t, w + begin, i - begin + 1, &part, at_start && !begin, at_end && !odd(m->digit[i]));
			memcpy(m->digit + begin, part.digit, i - begin - 1);
			memcpy(m->changes + begin, part.changes, i - begin - 1);
			memcpy(m->joint + begin, part.joint, i - begin - 1);
		}
		m->joint[i] = odd(m->digit[i]);
		begin = i + 1;
	}
	if (!begin)
		unsplit(t, w, n, m, at_start, at_end);
}

/* No break beside an apostrophe and the like. */
static void clear_beside(const struct hyf_head *h, const uint8_t *w, size_t n, struct marks *m)
{
	for (const char *no = h->no; *no; no += strlen(no) + 1) {
		size_t len = strlen(no);
		for (size_t i = 0; i + len <= n; i++)
			if (!memcmp(w + i, no, len)) {
				m->digit[i + len - 1] = '0';
				if (i)
					m->digit[i - 1] = '0';
			}
	}
}

static uint8_t byte_of(const struct hyf_head *h, uint32_t letter)
{
	if (letter < 0x80)
		return (uint8_t)letter;
	if (letter < 256 && h->letter[letter] == letter)
		return (uint8_t)letter;                        /* Latin-1 */
	for (int b = 0x80; b < 256; b++)
		if (h->letter[b] == letter)
			return (uint8_t)b;
	return 1;                                          /* in no pattern */
}

static size_t encode(const struct hyf_head *h, const uint32_t *letters, size_t n, uint8_t *w, uint16_t *end)
{
	size_t len = 0;
	for (size_t i = 0; i < n; i++) {
		uint32_t c = u8_lower(letters[i]);
		if (h->utf8)
			len += u8_put((char *)w + len, c);
		else
			w[len++] = byte_of(h, c);
		end[i] = (uint16_t)(len - 1);
	}
	return len;
}

/* A compound's joint ends a listed word that begins at the word's start or after an earlier joint. */
static uint8_t kind_of(const struct hyf *t, const struct marks *m, const uint8_t *w, size_t end)
{
	if (!m->joint[end])
		return HYF_SYLLABLE;
	for (size_t from = end;; from--) {
		if ((!from || m->joint[from - 1]) && listed(&t->level[0], w + from, end + 1 - from))
			return HYF_COMPOUND;
		if (!from)
			return HYF_JOINT;
	}
}

bool hyf_word(const struct hyf *t, const uint32_t *letters, size_t n, uint8_t *points)
{
	uint8_t w[BYTES];
	uint16_t end[HYF_WORD];
	struct marks m;
	bool any = false;
	memset(points, 0, n);
	if (n < 2 || n > HYF_WORD)
		return false;
	size_t len = encode(t->head, letters, n, w, end);
	split(t, w, len, &m, true, true);
	clear_left(t->head, w, len, &m, t->head->left_min ? t->head->left_min : 2);
	clear_right(t->head, w, len, &m, t->head->right_min ? t->head->right_min : 2);
	clear_beside(t->head, w, len, &m);
	for (size_t i = 0; i < n; i++)
		if (odd(m.digit[end[i]]) && !m.changes[end[i]]) {
			points[i] = kind_of(t, &m, w, end[i]);
			any = true;
		}
	return any;
}
