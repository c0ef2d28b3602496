/* lines.c: a plain text as pdftotext or a converter writes it, cut into lines. */
#include "import/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "import/hyphen.h"

/* ---- cutting ---- */

struct cutting {
	struct mem *mem;
	struct lines *out;
	int no, page, empty;                           /* empty: lines without text since the last one */
	bool hollow, rule, page_start;                 /* one of these held a blank; many blanks */
};

static void add_line(struct cutting *c, const char *s, size_t n, bool broken)
{
	struct lines *l = c->out;
	size_t lead = 0;
	while (lead < n && s[lead] == ' ')
		lead++;
	MEM_ROOM_IN(c->mem, l->at, l->n, l->cap);
	l->at[l->n++] = (struct line){.s = mem_str(c->mem, s + lead, n - lead),
		.n = n - lead,
		.no = c->no,
		.page = c->page,
		.indent = (int)lead,
		.gap = c->empty > 0,
		.page_start = c->page_start,
		.rule_above = c->rule,
		.broken = broken,
		.hollow_above = c->hollow};
	c->page_start = c->rule = c->hollow = false;
	c->empty = 0;
}

static void cut_line(struct cutting *c, const char *s, size_t n)
{
	enum { RULE = 20 };
	size_t whole = n;
	c->no++;
	for (; n && *s == '\f'; s++, n--, whole--) {
		c->page++;
		c->page_start = true;
	}
	while (n && (s[n - 1] == ' ' || s[n - 1] == '\r' || s[n - 1] == '\t'))
		n--;
	if (n) {
		add_line(c, s, n, whole >= n + 2 && s[n] == ' ' && s[n + 1] == ' ');
		return;
	}
	c->empty++;
	c->hollow |= whole > 0;
	c->rule |= whole >= RULE;
}

/* ---- what kind of text it is ---- */

static int by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return (x > y) - (x < y);
}

/* Nine of ten lines are no longer. */
static size_t usual_width(struct mem *m, const struct lines *l)
{
	size_t *n = MEM_ARRAY(m, size_t, l->n + 1);
	for (size_t i = 0; i < l->n; i++)
		n[i] = l->at[i].n;
	qsort(n, l->n, sizeof *n, by_size);
	return l->n ? n[l->n - 1 - l->n / 10] : 0;
}

static bool ends_sentence(const struct line *k)
{
	return strchr(".!?:;", k->s[k->n - 1]) != NULL;
}

/* Full lines that seldom end a sentence, and an empty line after each: the lines were set apart, not the paragraphs. */
static bool is_doubled(const struct lines *l, size_t width)
{
	size_t full = 0, ends = 0, apart = 0;
	for (size_t i = 0; i + 1 < l->n; i++)
		if (l->at[i].n * 10 > width * 7) {
			full++;
			ends += ends_sentence(&l->at[i]);
			apart += l->at[i + 1].gap;
		}
	return full > 10 && width >= 40 && width <= 160 && ends * 10 < full * 4 && apart * 10 > full * 7;
}

/* Lines that no one broke, as word processors write plain text: the long ones end a sentence. */
static bool is_whole(const struct lines *l)
{
	enum { LONG = 60, ENDLESS = 160 };
	size_t full = 0, ends = 0;
	bool endless = false;
	for (size_t i = 0; i < l->n; i++) {
		const struct line *k = &l->at[i];
		if (k->n <= LONG)
			continue;
		full++;
		ends += ends_sentence(k) || strchr("\")", k->s[k->n - 1]) || i + 1 == l->n || l->at[i + 1].gap;
		endless |= k->n > ENDLESS;
	}
	return endless && ends * 10 >= full * 8;
}

/* Where no blank line parts them each line is a paragraph. */
static void part_all(struct lines *l)
{
	size_t gaps = 0;
	for (size_t i = 1; i < l->n; i++)
		gaps += l->at[i].gap;
	for (size_t i = 0; i < l->n && gaps * 10 < l->n; i++)
		l->at[i].gap = true;
}

static bool has_marks(const struct lines *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const char *s = l->at[i].s;
		size_t hashes = strspn(s, "#");
		if ((hashes && hashes < 7 && s[hashes] == ' ') || strstr(s, "**") || strstr(s, "](") || strstr(s,
			"<b>") ||
			strstr(s, "<li>"))
			return true;
	}
	return false;
}

/* ---- what runs over the pages ---- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The bytes of a blank, a digit or what stands around page numbers ("– 3 –", "[3]", "| 3") at s; 0: none. */
static size_t ornament(const char *s, const char *end)
{
	static const char *const signs[] = {"–", "—", "·", "•", NULL};
	if (is_digit(*s) || strchr(" -|/[]", *s))
		return 1;
	for (const char *const *o = signs; *o; o++)
		if ((size_t)(end - s) >= strlen(*o) && !memcmp(s, *o, strlen(*o)))
			return strlen(*o);
	return 0;
}

static const char *past_ornaments(const char *s, const char *end)
{
	for (size_t n; s < end && (n = ornament(s, end)); s += n)
		;
	return s;
}

static const char *before_ornaments(const char *s, const char *end)
{
	for (bool more = true; more && end > s;) {
		const char *c = end - 1;
		while (c > s && ((unsigned char)*c & 0xC0) == 0x80)
			c--;
		more = ornament(c, end) == (size_t)(end - c);
		end = more ? c : end;
	}
	return end;
}

/* "3", "– 3 –": one number of a page and nothing else. */
static bool is_page_number(const struct line *k)
{
	enum { LONG = 12 };
	const char *p = k->s + strcspn(k->s, "0123456789");
	const size_t digits = strspn(p, "0123456789");
	return k->n <= LONG && digits && digits <= 4 && !p[digits + strcspn(p + digits, "0123456789")] &&
		past_ornaments(k->s, k->s + k->n) == k->s + k->n;
}

/* A line without its page number ("Seite 3 von 12" too), blanks folded; "" for a number alone. */
static char *without_number(struct mem *m, const struct line *k)
{
	char *out = mem_get(m, k->n + 1), *w = out;
	const char *s = past_ornaments(k->s, k->s + k->n), *end = before_ornaments(s, k->s + k->n);
	if (end - s > 5 && !memcmp(end - 4, " von", 4) && is_digit(end[-5]))
		end = before_ornaments(s, end - 4);
	for (; s < end; s++)
		if (*s != ' ' || (w > out && w[-1] != ' '))
			*w++ = *s;
	*w = '\0';
	return out;
}

static bool wide_gap(const char *s)
{
	return strstr(s, "   ") != NULL;
}

static bool has_number(const struct line *k)
{
	return is_digit(k->s[0]) || is_digit(k->s[k->n - 1]);
}

static bool alone(const struct lines *l, size_t i)
{
	return (!i || l->at[i].gap || l->at[i].page_start) && (i + 1 == l->n || l->at[i + 1].gap || l->at[i +
		1].page_start);
}

static bool at_page_edge(const struct lines *l, size_t i)
{
	const bool first = !i && l->at[l->n - 1].page > 1 && has_number(&l->at[0]);      /* not a title */
	return first || l->at[i].page_start || i + 1 == l->n || l->at[i + 1].page_start;
}

struct head { const char *words; size_t line; };

static int by_words(const void *a, const void *b)
{
	const struct head *x = a, *y = b;
	int c = strcmp(x->words, y->words);
	return c ? c : (x->line > y->line) - (x->line < y->line);
}

/* The same words with a number that changes, apart from the text, on several pages. */
static void find_heads(struct mem *m, struct lines *l)
{
	struct head *h = MEM_ARRAY(m, struct head, l->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++) {
		struct line *k = &l->at[i];
		bool edge = at_page_edge(l, i);
		if (edge && is_page_number(k))
			k->runs = true;
		else if (k->n < 160 && !strchr(k->s, '\t') && (edge || (alone(l, i) && has_number(k) &&
			wide_gap(k->s))))
			h[n++] = (struct head){without_number(m, k), i};
	}
	qsort(h, n, sizeof *h, by_words);
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i + 1; k < n && !strcmp(h[k].words, h[i].words); k++)
			;
		for (size_t j = i; k - i >= 2 && *h[i].words && j < k; j++)
			l->at[h[j].line].runs = true;
	}
}

/* ---- paragraphs ---- */

static bool starts_small(const struct line *k)
{
	const char *p = k->s;
	uint32_t c = u8_get(&p, k->s + k->n);
	return u8_is_letter(c) && u8_lower(c) == c;
}

/* In a text of doubled lines an empty line parts nothing; a short line does, and so does space with blanks in it. What
 * goes on in small letters goes on. */
static void find_gaps(struct lines *l)
{
	const struct line *above = NULL;
	for (size_t i = 0; i < l->n; i++) {
		struct line *k = &l->at[i];
		bool behind_head = i && l->at[i - 1].runs;
		if (above && !k->runs)
			k->gap = k->gap && !starts_small(k) && (above->n * 100 < l->width * 84 || above->broken ||
				(k->hollow_above && !behind_head));
		if (!k->runs)
			above = k;
	}
}

/* A line that ends in the middle of a sentence or a word, and one that goes on in small letters: a page break between
 * them tore a paragraph. */
static bool is_torn(const struct line *above, const struct line *k)
{
	enum { LONG = 40 };
	const char *end = above->s + above->n, *p = end;
	do
		p--;
	while (p > above->s && ((unsigned char)*p & 0xC0) == 0x80);
	uint32_t c = u8_get(&p, end);
	return above->n > LONG && (u8_is_letter(c) || c == '-' || c == ',') && *above->s != '#' && *above->s != '<' &&
		!memchr(above->s, '\t', above->n) && !memchr(k->s, '\t', k->n) && starts_small(k);
}

static void join_torn(struct lines *l)
{
	const struct line *above = NULL;
	for (size_t i = 0; i < l->n; i++) {
		struct line *k = &l->at[i];
		if (above && !k->runs && k->gap && is_torn(above, k))
			k->gap = false;
		if (!k->runs)
			above = k;
	}
}

/* Page breaks that became a blank: a line that begins with one, after others that do not. */
static void find_pages(struct lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].indent == 1)
			l->at[i].page_start = true;
}

/* ---- hyphens ---- */

static bool in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool small_at(const char *s, const char *end)
{
	const uint32_t c = s < end ? u8_get(&s, end) : 0;
	return u8_is_letter(c) && u8_lower(c) == c;
}

/* "polnisch" of "deutsch-polnisch" and what stands before it. */
static size_t word_before(const char *s, const char *from)
{
	size_t n = 0;
	while (s - n > from && (in_word(s[-1 - (ptrdiff_t)n]) || s[-1 - (ptrdiff_t)n] == '-'))
		n++;
	return n;
}

static size_t word_behind(const char *s, const char *end)
{
	size_t n = 0;
	while (s + n < end && in_word(s[n]))
		n++;
	return n;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Words that have a hyphen before a small letter, in the middle of a line. */
static void find_compounds(struct mem *m, struct lines *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const char *s = l->at[i].s, *end = s + l->at[i].n;
		for (const char *p = s; (p = memchr(p, '-', (size_t)(end - p))); p++) {
			const size_t left = word_before(p, s), right = word_behind(p + 1, end);
			if (!left || !right || !small_at(p + 1, end))
				continue;
			MEM_ROOM_IN(m, l->compounds, l->ncompounds, l->capcompounds);
			l->compounds[l->ncompounds++] = mem_str(m, p - left, left + 1 + right);
		}
	}
	if (l->ncompounds)
		qsort(l->compounds, l->ncompounds, sizeof *l->compounds, by_text);
}

/* The paragraph ends in a hyphen: is the word with the next line written so elsewhere? */
static bool is_compound(const struct lines *l, const struct buf *b, const char *s, size_t n)
{
	const char *end = b->data + b->len - 1;
	const size_t left = word_before(end, b->data), right = word_behind(s, s + n);
	struct buf whole = {0};
	if (!l->ncompounds)
		return false;
	buf_fmt(&whole, "%.*s-%.*s", (int)left, end - left, (int)right, s);
	const char *key = whole.data;
	const bool found = bsearch(&key, l->compounds, l->ncompounds, sizeof *l->compounds, by_text) != NULL;
	buf_free(&whole);
	return found;
}

/* The last word is a web address that goes on behind its last sign. */
static bool is_address(const struct buf *b)
{
	size_t at = b->len;
	while (at && b->data[at - 1] != ' ' && b->data[at - 1] != '\n')
		at--;
	return (!strncmp(b->data + at, "http", 4) || !strncmp(b->data + at, "www.", 4)) &&
		strchr("/-_=?&#%", b->data[b->len - 1]);
}

/* No blank belongs where these lines meet: "2018–2020", "und/oder", an address. */
static bool is_glued(const struct buf *b, const char *s)
{
	const char *end = b->data + b->len;
	const bool dash = b->len > 3 && !memcmp(end - 3, "–", 3) && is_digit(end[-4]) && is_digit(*s);
	const bool slash = b->len > 1 && end[-1] == '/' && end[-2] != ' ' && end[-2] != '/' && *s != ' ';
	return dash || slash || (is_address(b) && (is_digit(*s) || (*s >= 'a' && *s <= 'z')));
}

void lines_join(const struct lines *l, struct buf *b, const char *s, size_t n)
{
	if (b->len > 3 && !memcmp(b->data + b->len - 3, "\xE2\x80\x90", 3)) {      /* a hyphen that is no minus */
		b->len -= 2;
		b->data[b->len - 1] = '-';
	}
	if (b->len >= 2 && !memcmp(b->data + b->len - 2, "\xC2\xAD", 2))
		b->len -= 2;
	else if (b->len && n && is_glued(b, s))
		;
	else if (b->len > 1 && b->data[b->len - 1] == '-' && !strchr(" -", b->data[b->len - 2])) {
		if (!is_compound(l, b, s, n))
			buf_chr(b, HYPHEN_MARK);
	} else if (b->len && b->data[b->len - 1] != '\n') {
		buf_chr(b, ' ');
	}
	buf_put(b, s, n);
}

/* ---- captions ---- */

bool lines_is_caption(const char *s)
{
	static const char *const words[] = {"Abbildung ", "Tabelle ", "Abb. ", "Tab. ", "Schaubild ", "Diagramm ",
		NULL};
	static const char *const behind[] = {":", ".", " - ", " – ", " -", " –", " · ", NULL};
	for (const char *const *w = words; *w; w++) {
		const size_t n = strlen(*w);
		if (strncmp(s, *w, n))
			continue;
		const size_t digits = strspn(s + n, "0123456789");
		const char *rest = s + n + digits;
		bool is = !*rest;
		for (const char *const *b = behind; *b && !is; b++)
			is = !strncmp(rest, *b, strlen(*b));
		return digits && is;
	}
	return false;
}

struct lines lines_of(struct mem *m, const char *text, size_t n)
{
	struct lines l = {0};
	struct cutting c = {.mem = m, .out = &l, .page = 1};
	for (const char *s = text, *end = text + n; s < end;) {
		const char *e = memchr(s, '\n', (size_t)(end - s));
		e = e ? e : end;
		cut_line(&c, s, (size_t)(e - s));
		s = e + 1;
	}
	size_t width = usual_width(m, &l);
	l.marked = has_marks(&l);
	l.width = width <= 160 && (l.marked || !is_whole(&l)) ? width : 0;
	if (!l.width && !l.marked)
		part_all(&l);
	l.doubled = is_doubled(&l, width);
	if (l.doubled)
		find_pages(&l);
	find_heads(m, &l);
	find_compounds(m, &l);
	if (l.doubled)
		find_gaps(&l);
	else
		join_torn(&l);
	return l;
}
