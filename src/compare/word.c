/* word.c: a German text to words. What a reader takes for one thing is one word: 15.000 Euro, 4,4 %, 20. Februar 2018,
 * § 27, z. B., e. V. */
#include "compare/word.h"

#include <stdlib.h>
#include <string.h>

#include "base/u8.h"

/* ---- numbers for words */

struct entry { uint64_t hash; uint32_t at, len; };
struct cmp_keys {
	struct entry *entries; uint32_t n, cap;
	uint32_t *slots, nslots;                       /* 1 + entry */
	struct buf bytes;
};

struct cmp_keys *cmp_keys_new(void)
{
	struct cmp_keys *k = mem_alloc(sizeof *k);
	*k = (struct cmp_keys){.nslots = 1024};
	k->slots = mem_alloc(k->nslots * sizeof *k->slots);
	memset(k->slots, 0, k->nslots * sizeof *k->slots);
	return k;
}

void cmp_keys_free(struct cmp_keys *k)
{
	free(k->entries);
	free(k->slots);
	buf_free(&k->bytes);
	free(k);
}

static void rehash(struct cmp_keys *k)
{
	free(k->slots);
	k->nslots *= 2;
	k->slots = mem_alloc(k->nslots * sizeof *k->slots);
	memset(k->slots, 0, k->nslots * sizeof *k->slots);
	for (uint32_t i = 0; i < k->n; i++) {
		uint32_t s = (uint32_t)k->entries[i].hash & (k->nslots - 1);
		while (k->slots[s])
			s = (s + 1) & (k->nslots - 1);
		k->slots[s] = i + 1;
	}
}

int32_t cmp_key(struct cmp_keys *k, const char *s, size_t n)
{
	uint64_t h = 14695981039346656037u;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 1099511628211u;
	h ^= h >> 29;
	uint32_t at = (uint32_t)h & (k->nslots - 1);
	for (; k->slots[at]; at = (at + 1) & (k->nslots - 1)) {
		const struct entry *e = &k->entries[k->slots[at] - 1];
		if (e->hash == h && e->len == n && !memcmp(k->bytes.data + e->at, s, n))
			return (int32_t)k->slots[at] - 1;
	}
	MEM_ROOM(k->entries, k->n, k->cap);
	k->entries[k->n] = (struct entry){h, (uint32_t)k->bytes.len, (uint32_t)n};
	buf_put(&k->bytes, s, n);
	k->slots[at] = ++k->n;
	if (2 * k->n > k->nslots)
		rehash(k);
	return (int32_t)k->n - 1;
}

/* ---- reading */

struct scan { const char *s, *end; };

static uint32_t peek(const char *s, const char *end)
{
	return s < end ? u8_get(&s, end) : 0;
}

static bool is_blank(uint32_t c)
{
	return (c != '\n' && u8_is_space(c)) || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a);
}

/* Takes no room and means nothing but a place to break. */
static bool is_soft(uint32_t c)
{
	return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

static bool is_letter(uint32_t c)
{
	return u8_is_letter(c) || (c >= 0x300 && c < 0x370) || c == 0xdf;
}

static bool is_alnum(uint32_t c)
{
	return is_letter(c) || u8_is_digit(c);
}

static const char *skip_blanks(const char *s, const char *end)
{
	const char *p = s;
	while (p < end) {
		uint32_t c = u8_get(&p, end);
		if (!is_blank(c) && !is_soft(c))
			return s;
		s = p;
	}
	return end;
}

static const char *digits(const char *s, const char *end)
{
	while (s < end && *s >= '0' && *s <= '9')
		s++;
	return s;
}

static const char *next(const char *s, const char *end)
{
	u8_get(&s, end);
	return s;
}

/* The word from a list that stands here, up to its end; NULL: none. It must not go on as a longer word. */
static const char *one_of(const char *s, const char *end, const char *const *list)
{
	for (; *list && s < end; list++) {
		size_t n = **list == *s ? strlen(*list) : 0;
		if (n && (size_t)(end - s) >= n && !memcmp(s, *list, n) &&
			!(is_alnum(peek(s + n, end)) && is_alnum(peek(s + n - 1, end))))
			return s + n;
	}
	return NULL;
}

static const char *const months[] = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
	"Oktober", "November", "Dezember", NULL};
static const char *const units[] = {"Euro", "EUR", "€", "Cent", "Prozent", "%", "‰", "Mio.", "Mrd.", "Tsd.",
	"Millionen", "Million", "Milliarden", "Milliarde", "Uhr", "m²", "qm", "km", "T€", "TEUR", NULL};
static const char *const dotted[] = {"Abs.", "Art.", "Aufl.", "Bd.", "Dr.", "Hrsg.", "Nr.", "Nrn.", "Prof.", "S.",
	"St.", "Str.", "Tel.", "bzgl.", "bzw.", "ca.", "einschl.", "etc.", "evtl.", "gem.", "ggf.", "inkl.", "insb.",
	"max.", "mind.", "sog.", "usw.", "vgl.", "zzgl.", NULL};

/* " 2018" behind a month */
static const char *with_year(const char *s, const char *end)
{
	const char *d = skip_blanks(s, end), *e = digits(d, end);
	return d > s && e - d == 4 && !is_alnum(peek(e, end)) ? e : s;
}

/* Thousands parted by blanks, "25 000": one to three digits, then groups of exactly three. */
static const char *thousands(const char *from, const char *s, const char *end)
{
	while (s - from >= 1 && s - from <= 3) {
		const char *d = skip_blanks(s, end), *e = digits(d, end);
		if (d == s || e - d != 3)
			return s;
		from = d;
		s = e;
	}
	return s;
}

static const char *number_body(const char *s, const char *end)
{
	const char *e = thousands(s, digits(s, end), end);
	for (;;) {
		uint32_t c = peek(e, end);
		bool joins = c == '.' || c == ',' || c == ':' || c == '/' || c == '-' || c == 0x2013;
		const char *d = joins ? next(e, end) : e;
		if (!joins || d >= end || *d < '0' || *d > '9')
			return e;
		e = digits(d, end);
	}
}

/* At a digit: to the end of the number with what belongs to it. */
static const char *number(const char *s, const char *end)
{
	const char *e = number_body(s, end), *f = e;
	if (e - s <= 2 && peek(e, end) == '.') {
		const char *month = one_of(skip_blanks(e + 1, end), end, months);
		if (month)
			return with_year(month, end);
		uint32_t c = peek(skip_blanks(e + 1, end), end);
		return is_letter(c) && u8_lower(c) == c ? e + 1 : e;           /* "der 2. und 3." */
	}
	while (is_alnum(peek(f, end)) || (peek(f, end) == '-' && is_letter(peek(f + 1, end))))
		f = next(f, end);
	if (f > e)
		return f;                                  /* "27a", "5-jährig" */
	for (const char *u; (u = one_of(skip_blanks(e, end), end, units)) != NULL;)
		e = u;                                     /* "1,2 Mio. Euro" */
	return e;
}

/* "§ 27", "§§ 27, 28"; without a number the sign alone. */
static const char *paragraph(const char *s, const char *end)
{
	const char *e = s;
	while (peek(e, end) == 0xa7)
		e = next(e, end);
	const char *d = skip_blanks(e, end);
	if (d >= end || *d < '0' || *d > '9')
		return e;
	e = digits(d, end);
	const char *letter = skip_blanks(e, end);      /* "27a" and "27 a" */
	if (is_letter(peek(letter, end)) && !is_alnum(peek(next(letter, end), end)) &&
		peek(next(letter, end), end) != '.')
		e = next(letter, end);
	return e;
}

/* "z. B.", "i. d. R.", "e.V.": single letters with points. NULL: it is none. */
static const char *initials(const char *s, const char *end)
{
	const char *e = NULL;
	for (int n = 0; is_letter(peek(s, end)) && peek(next(s, end), end) == '.'; n++) {
		const char *after = next(s, end) + 1;
		e = n ? after : NULL;
		s = skip_blanks(after, end);
	}
	return e;
}

static bool joins(uint32_t c, uint32_t after)
{
	switch (c) {
	case '\'': case 0x2019: case '*': case '_': case '&': case '@': case '/': case 0xb7: return is_alnum(after);
	case '-': case 0x2010: case 0x2011: return true;
	case ':': return is_letter(after) || after == '/';
	case '.': return is_alnum(after);
	default: return false;
	}
}

/* A hyphen that only parts a word at a line's end: "Integra- tion", not "Kinder- und". NULL: none. */
static const char *broken(const char *s, const char *end)
{
	static const char *const small[] = {
		"und", "oder", "bzw.", "sowie", "bis", "als", "noch", "aber", "statt", "u.", "o.", NULL};
	const char *p = skip_blanks(s, end);
	uint32_t c = peek(p, end);
	return p > s && is_letter(c) && u8_lower(c) == c && !one_of(p, end, small) ? p : NULL;
}

static const char *word(const char *s, const char *end)
{
	const char *e = initials(s, end), *month;
	if (e || (e = one_of(s, end, dotted)) != NULL)
		return e;
	if ((month = one_of(s, end, months)) != NULL)
		return with_year(month, end);
	for (e = s; e < end;) {
		uint32_t c = peek(e, end);
		const char *after = next(e, end), *rest;
		bool hyphen = c == '-' || c == 0x2010 || c == 0x2011;
		if (hyphen && (rest = broken(after, end)) != NULL)
			e = rest;
		else if (is_alnum(c) || is_soft(c) || joins(c, peek(after, end)) ||
			(c == '/' && after < end && *after == '/'))
			e = after;
		else
			break;
	}
	return e;
}

/* ---- a word's key: its bytes without what does not count */

static void put_key(struct buf *b, const char *s, const char *end)
{
	if (*s == 1) {                                 /* a reference: the id alone */
		const char *stop = memchr(s, 2, (size_t)(end - s));
		buf_put(b, s, (size_t)((stop ? stop : end) - s));
		return;
	}
	while (s < end) {
		const char *from = s;
		uint32_t c = u8_get(&s, end);
		if (is_blank(c) || is_soft(c) || (c == '-' && b->len && broken(s, end)))
			continue;
		if (c == 0x2010 || c == 0x2011)
			buf_chr(b, '-');
		else
			buf_put(b, from, (size_t)(s - from));
	}
}

/* The number of a word from s to end; room is used again and again. */
static int32_t number_of(struct cmp_keys *k, struct buf *room, const char *s, const char *end, uint8_t kind)
{
	buf_clear(room);
	if (kind == WORD_BORDER)
		buf_chr(room, '\n');
	else
		put_key(room, s, end);
	return cmp_key(k, room->data ? room->data : "", room->len);
}

static const char *one(const char *s, const char *end, bool first, uint8_t *kind)
{
	uint32_t c = peek(s, end);
	*kind = WORD_PLAIN;
	if (c == 1) {
		const char *stop = memchr(s, 3, (size_t)(end - s));
		return stop ? stop + 1 : end;
	}
	if (*s == *CMP_PARA || *s == *CMP_CELL) {
		*kind = WORD_BORDER;
		return s + 1;
	}
	if (u8_is_digit(c))
		return number(s, end);
	if (first && (c == '-' || c == 0x2212) && u8_is_digit(peek(next(s, end), end)))
		return number(next(s, end), end);          /* a negative number */
	if (c == 0xa7)
		return paragraph(s, end);
	if (is_letter(c))
		return word(s, end);
	*kind = WORD_MARK;
	return next(s, end);
}

void cmp_split(struct words *w, struct cmp_keys *k, const char *text, size_t n)
{
	const char *end = text + n;
	struct buf room = {0};
	for (const char *s = skip_blanks(text, end), *last = NULL; s < end;) {
		uint8_t kind;
		const char *e = one(s, end, s != last, &kind);
		MEM_ROOM(w->v, w->n, w->cap);
		w->v[w->n++] = (struct word){
			(uint32_t)(s - text), (uint32_t)(e - s), number_of(k, &room, s, e, kind), kind};
		last = e;
		s = skip_blanks(e, end);
	}
	buf_free(&room);
}

void cmp_put_ref(struct buf *b, const char *id, const char *shown)
{
	buf_fmt(b, "\1%s\2%s\3", id, shown);
}

bool cmp_closes(const char *s, size_t n)
{
	static const char *const marks[] = {".", ",", ";", ":", "!", "?", ")", "]", "\u201C", "\u2018"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (n >= strlen(marks[i]) && !memcmp(s, marks[i], strlen(marks[i])))
			return true;
	return false;
}

void cmp_put_shown(struct buf *b, const char *s, size_t n)
{
	bool id = false;
	for (const char *end = s + n; s < end; s++)
		if (*s == 1)
			id = true;
		else if (*s == 2)
			id = false;
		else if (*s == *CMP_PARA)
			buf_str(b, " ¶ ");
		else if (*s == *CMP_CELL)
			buf_str(b, " | ");
		else if (*s != 3 && !id)
			buf_chr(b, *s);
}
