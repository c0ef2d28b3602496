/* house.c: text as the house writes it: German quotes, dashes between blanks, blanks that do not break where two things
 * belong together. Each change of a character is counted. What a text says stays as it is: no word is changed. */
#include <string.h>

#include "base/u8.h"
#include "import/sense.h"

struct house {
	struct sense *s;
	struct buf out;
	const char *p, *end;
};

static uint32_t peek(const char *p, const char *end)
{
	return p < end ? u8_get(&p, end) : 0;
}

static bool opens_after(uint32_t c)
{
	return !c || u8_is_space(c) || c == 0xA0 || c == 0x202F || c == '(' || c == '[' || c == '/' || c == 0x2013 ||
		c == 0x201E || c == 0x201A;
}

static bool is_letter(uint32_t c)
{
	return u8_is_letter(c) || u8_is_digit(c);
}

/* ---- quotes and apostrophes ---- */

static const char *quote_for(struct house *h, uint32_t c, uint32_t next)
{
	uint32_t before = h->s->before;
	bool opening = opens_after(before) && next && !u8_is_space(next);
	switch (c) {
	case '"':    return opening ? "„" : "“";
	case 0x201D: return opening ? "„" : "“";
	case 0x201C: return opening ? "„" : "“";
	case '`':
	case 0xB4:   return is_letter(before) && is_letter(next) ? "’" : NULL;
	case '\'':
	case 0x2018:
		if (opening && is_letter(next)) {
			h->s->inner = true;
			return "‚";
		}
		if (c == 0x2018 || (h->s->inner && !is_letter(next))) {
			h->s->inner = false;
			return "‘";
		}
		return "’";
	default:     return NULL;
	}
}

static bool put_quote(struct house *h, uint32_t c, size_t n)
{
	const char *to = quote_for(h, c, peek(h->p + n, h->end));
	if (!to)
		return false;
	if (strlen(to) != n || memcmp(to, h->p, n))
		acc_changed(h->s->acc, c == '\'' || c == '`' || c == 0xB4 ? "Apostroph ’" : "Anführungszeichen „…“");
	buf_str(&h->out, to);
	const char *last = to;
	h->s->before = u8_get(&last, to + strlen(to));
	return true;
}

/* ---- dashes ---- */

/* " - " is a dash between words; "--" and "—" never anything else. */
static bool put_dash(struct house *h, uint32_t c, size_t n)
{
	bool blank_before = h->s->before == ' ' || h->s->before == 0xA0;
	uint32_t next = peek(h->p + n, h->end);
	if (c == 0x2014 || (c == '-' && blank_before && (next == ' ' || next == 0xA0))) {
		acc_changed(h->s->acc, "Gedankenstrich –");
		buf_str(&h->out, "–");
		h->s->before = 0x2013;
		return true;
	}
	return false;
}

/* ---- blanks that do not break ---- */

static bool starts_with_any(const char *p, const char *end, const char *const *words)
{
	for (; *words; words++) {
		size_t n = strlen(*words);
		if ((size_t)(end - p) >= n && !memcmp(p, *words, n) && !is_letter(peek(p + n, end)))
			return true;
	}
	return false;
}

static bool ends_with(const struct buf *b, const char *word)
{
	size_t n = strlen(word);
	if (b->len < n || memcmp(b->data + b->len - n, word, n))
		return false;
	return b->len == n || !is_letter((unsigned char)b->data[b->len - n - 1]);
}

static bool ends_with_any(const struct buf *b, const char *const *words)
{
	for (; *words; words++)
		if (ends_with(b, *words))
			return true;
	return false;
}

static size_t digits_before(const struct buf *b)
{
	size_t n = 0;
	while (n < b->len && b->data[b->len - 1 - n] >= '0' && b->data[b->len - 1 - n] <= '9')
		n++;
	return n;
}

/* "37 509": up to three digits, then exactly three. */
static bool groups(const struct house *h, const char *next)
{
	size_t left = digits_before(&h->out), n = 0;
	while (next + n < h->end && next[n] >= '0' && next[n] <= '9')
		n++;
	if (!left || left > 3 || n != 3 || h->out.data[h->out.len - left] == '0')
		return false;
	char before = h->out.len > left ? h->out.data[h->out.len - left - 1] : ' ';
	char after = next + n < h->end ? next[n] : ' ';
	return !is_letter((unsigned char)before) && !strchr("-/.,", before) && !is_letter((unsigned char)after) &&
		after != '-' && after != '/' && after != '%';
}

static bool number_belongs(const struct house *h, const char *next)
{
	static const char *const units[] = {"Euro", "Prozent", "Uhr", "EUR", "Cent", "Mio", "Mrd", "km", "m", "cm",
		"mm",
		"kg", "ha", "kWh", "MB", NULL};
	static const char *const months[] = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
		"September", "Oktober", "November", "Dezember", NULL};
	const struct buf *b = &h->out;
	uint32_t c = peek(next, h->end);
	if (b->len >= 2 && b->data[b->len - 1] == '.' && b->data[b->len - 2] >= '0' && b->data[b->len - 2] <= '9')
		return starts_with_any(next, h->end, months);
	if (!digits_before(b))
		return false;
	return c == '%' || c == 0x20AC || starts_with_any(next, h->end, units) || groups(h, next);
}

/* "z. B.": the parts of an abbreviation. */
static bool pair_belongs(const struct house *h, const char *next)
{
	static const char *const pairs[] = {"z. B.", "d. h.", "u. a.", "e. V.", "i. d.", "d. R.", "o. ä.", "o. Ä.",
		"u. ä.",
		"u. Ä.", "z. T.", "u. U.", "s. o.", "s. u.", "v. a.", "i. V.", "V. m.", "i. S.", "S. d.", "m. E.",
		"a. D.",
		"i. A.", "N. N.", "n. Chr.", "v. Chr.", "z. Hd.", NULL};
	for (const char *const *p = pairs; *p && h->out.len && h->out.data[h->out.len - 1] == '.'; p++) {
		size_t n = (size_t)(strchr(*p, ' ') - *p), rest = strlen(*p) - n - 1;
		char first[8] = "";
		memcpy(first, *p, n);
		if (ends_with(&h->out, first) && (size_t)(h->end - next) >= rest && !memcmp(next, *p + n + 1, rest))
			return true;
	}
	return false;
}

static bool belongs(const struct house *h, const char *next)
{
	static const char *const numbered[] = {"Nr.", "Nrn.", "Abs.", "Abb.", "Tab.", "Kap.", "S.", "Bd.", "Ziff.",
		"Rn.",
		"§", NULL};
	static const char *const titles[] = {"Dr.", "Prof.", NULL};
	uint32_t c = peek(next, h->end);
	if (number_belongs(h, next) || pair_belongs(h, next))
		return true;
	if (u8_is_digit(c) && ends_with_any(&h->out, numbered))
		return true;
	return u8_is_letter(c) && u8_lower(c) != c && ends_with_any(&h->out, titles);
}

static void put_blank(struct house *h)
{
	const char *next = h->p;
	while (next < h->end && (*next == ' ' || *next == '\t' || *next == '\n' || *next == '\r'))
		next++;
	if (belongs(h, next)) {
		acc_changed(h->s->acc, "geschütztes Leerzeichen");
		buf_str(&h->out, "\u00A0");
		h->s->before = 0xA0;
	} else {
		buf_chr(&h->out, ' ');
		h->s->before = ' ';
	}
	h->p = next;
}

/* What is there and cannot be seen: byte order marks, joiners between words of one script. */
static bool invisible(uint32_t c)
{
	return c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0xFFFE;
}

static void step(struct house *h)
{
	const char *q = h->p;
	uint32_t c = u8_get(&q, h->end);
	size_t n = (size_t)(q - h->p);
	if (u8_is_space(c) && c < 0x80) {
		put_blank(h);
		return;
	}
	if (invisible(c)) {
		acc_changed(h->s->acc, "unsichtbares Zeichen entfernt");
	} else if (bag_ligature(c)) {
		acc_changed(h->s->acc, "Ligatur als Buchstaben");
		buf_str(&h->out, bag_ligature(c));
		h->s->before = 'f';
	} else if (!put_quote(h, c, n) && !put_dash(h, c, n)) {
		buf_put(&h->out, h->p, n);
		h->s->before = c;
	}
	h->p = q;
}

const char *sense_house(struct sense *s, const char *text)
{
	struct house h = {.s = s, .p = text, .end = text + strlen(text)};
	while (h.p < h.end) {
		const size_t plain = u8_plain(h.p, h.end);
		buf_put(&h.out, h.p, plain);
		h.p += plain;
		if (plain)
			s->before = (unsigned char)h.p[-1];
		if (h.p < h.end)
			step(&h);
	}
	return buf_take(&h.out, s->mem);
}
