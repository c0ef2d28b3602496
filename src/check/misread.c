/* misread.c: text that was read in another encoding: "ü" became one or two signs that nobody types there. */
#include "check/misread.h"

#include <string.h>

#include "base/buf.h"
#include "base/u8.h"

/* ---- as Windows-1252 ---- */

/* The byte Windows-1252 has for a character; -1: none. */
static int byte_of(uint32_t cp)
{
	static const uint16_t high[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
		0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
		0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};
	if (cp < 0x80 || (cp >= 0xA0 && cp <= 0xFF))
		return (int)cp;
	for (int i = 0; i < 32; i++)
		if (cp >= 0x100 && high[i] == cp)
			return 0x80 + i;
	return cp >= 0x80 && cp <= 0x9F ? (int)cp : -1;
}

static int next_byte(const char **p, const char *end)
{
	return *p < end ? byte_of(u8_get(p, end)) : -1;
}

static bool goes_on(int byte)
{
	return byte >= 0x80 && byte <= 0xBF;
}

/* A letter with a quotation mark or a dash behind it is only that: „Ä“, CAFÉ – and so on. */
static bool punctuation(int byte)
{
	static const unsigned char marks[] = {
		0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xBB};
	return memchr(marks, byte, sizeof marks) != NULL;
}

/* The end of a character at p that stands for bytes of one; NULL: it is what it seems. */
static const char *as_1252(const char *p, const char *end)
{
	int lead = next_byte(&p, end), second = lead >= 0xC2 ? next_byte(&p, end) : -1;
	if (!goes_on(second))
		return NULL;
	if (lead == 0xC2 || lead == 0xC3)
		return lead == 0xC3 || second >= 0xA0 ? p : NULL;
	if (lead == 0xC4 || lead == 0xC5)
		return punctuation(second) ? NULL : p;
	bool symbol = lead == 0xE2 &&
		(second == 0x80 || second == 0x82 || second == 0x84 || second == 0x86 || second == 0x89);
	return (symbol || (lead == 0xEF && second == 0xBB)) && goes_on(next_byte(&p, end)) ? p : NULL;
}

/* The character that the bytes of p to q are; "": none. */
static void turn_back(struct buf *b, const char *p, const char *q)
{
	struct buf one = {0};
	int byte = 0;
	while (p < q && (byte = next_byte(&p, q)) >= 0)
		buf_chr(&one, (char)byte);
	if (byte >= 0 && u8_valid(one.data, one.len))
		buf_put(b, one.data, one.len);
	buf_free(&one);
}

/* ---- in the other encodings of Europe ---- */

/* What becomes of the characters of German: signs that come together in no language. */
static const struct { const char *wrong, *right; } others[] = {
	/* Mac */
	{"√§", "ä"}, {"√∂", "ö"}, {"√º", "ü"}, {"√Ñ", "Ä"}, {"√ñ", "Ö"}, {"√ú", "Ü"}, {"√ü", "ß"}, {"√©", "é"},
	{"¬ß", "§"}, {"‚Äì", "–"}, {"‚Äû", "„"}, {"‚Äú", "“"}, {"‚Äù", "”"}, {"‚Äö", "‚"}, {"‚Äò", "‘"},
	{"‚Äô", "’"}, {"‚Ä¶", "…"}, {"‚Ç¨", "€"},
	/* DOS */
	{"├ñ", "ä"}, {"├Â", "ö"}, {"├╝", "ü"}, {"├ä", "Ä"}, {"├û", "Ö"}, {"├£", "Ü"}, {"├ƒ", "ß"}, {"├®", "é"},
	{"┬º", "§"}, {"ÔÇô", "–"}, {"ÔÇ×", "„"}, {"ÔÇ£", "“"}, {"ÔÇØ", "”"}, {"ÔÇÜ", "‚"}, {"ÔÇÿ", "‘"},
	{"ÔÇÖ", "’"}, {"ÔÇª", "…"}, {"Ôé¼", "€"}, {"├╢", "ö"}, {"├⌐", "é"}, {"ΓÇô", "–"}, {"ΓÇ₧", "„"},
	{"ΓÇ£", "“"}, {"ΓÇ¥", "”"}, {"ΓÇÜ", "‚"}, {"ΓÇÿ", "‘"}, {"ΓÇÖ", "’"}, {"ΓÇª", "…"}, {"Γé¼", "€"},
	/* Windows-1250 */
	{"Ă¤", "ä"}, {"Ă¶", "ö"}, {"ĂĽ", "ü"}, {"Ă„", "Ä"}, {"Ă–", "Ö"}, {"Ăś", "Ü"}, {"Ăź", "ß"}, {"Ă©", "é"},
	{"â€ś", "“"}, {"â€ť", "”"},
	/* Windows-1251 */
	{"Г¤", "ä"}, {"Г¶", "ö"}, {"Гј", "ü"}, {"Г„", "Ä"}, {"Г–", "Ö"}, {"Гњ", "Ü"}, {"Гџ", "ß"}, {"Г©", "é"},
	{"В§", "§"}, {"вЂ“", "–"}, {"вЂћ", "„"}, {"вЂњ", "“"}, {"вЂќ", "”"}, {"вЂљ", "‚"}, {"вЂ™", "’"},
	{"вЂ¦", "…"}, {"в‚¬", "€"},
	/* Windows-1253 */
	{"Γ¤", "ä"}, {"Γ¶", "ö"}, {"ΓΌ", "ü"}, {"Γ„", "Ä"}, {"Γ–", "Ö"}, {"Γ©", "é"}, {"Β§", "§"},
	{"β€“", "–"}, {"β€™", "’"}, {"β€¦", "…"}, {"β‚¬", "€"},
	/* ISO 8859-2 */
	{"ĂŠ", "é"},
};

static bool latin(const char *p, const char *end)
{
	return p < end && ((*p | 32) >= 'a' && (*p | 32) <= 'z');
}

static bool lower(const char *p, const char *end)
{
	return (p < end && *p >= 'a' && *p <= 'z') || (end - p > 1 && !strncmp(p, "ß", 2));
}

/* ---- the second of two signs was typed anew ---- */

/* "fÃ1/4r", "StraÃYe": what programs make of a sign that they lack. */
static size_t typed(const char *p, const char *end, const char **right)
{
	static const struct { const char *wrong, *right; } signs[] = {{"Ã1/4", "ü"}, {"Ã1/2", "ý"}, {"ÃY", "ß"},
		{"Ãoe", "Ü"}, {"ÃOE", "Ü"}, {"Ã,,", "Ä"}, {"Ã\"", "Ä"}, {"Ã-", "Ö"}, {"Ã$", "ä"}, {"Ã?", "ß"}};
	if (*p != *signs[0].wrong)
		return 0;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const size_t n = strlen(signs[i].wrong);
		if ((size_t)(end - p) > n && !memcmp(p, signs[i].wrong, n) && lower(p + n, end)) {
			*right = signs[i].right;
			return n;
		}
	}
	return 0;
}

/* ---- one byte, one sign ---- */

/* A sign or a capital between the small letters of a word: what the letters of German are in DOS and on the Mac. */
static size_t one_byte(const char *start, const char *p, const char *end, const char **right)
{
	static const struct { const char *wrong, *right; } signs[] = {{"³", "ü"}, {"ⁿ", "ü"}, {"¸", "ü"}, {"Ÿ", "ü"},
		{"Σ", "ä"}, {"‰", "ä"}, {"Š", "ä"}, {"÷", "ö"}, {"ˆ", "ö"}, {"▀", "ß"}, {"▄", "Ü"}};
	const bool unit = p - start > 1 && p[-1] == 'm';                         /* "kWh/m³a" */
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const size_t n = strlen(signs[i].wrong);
		if (*p != *signs[i].wrong || (size_t)(end - p) <= n || memcmp(p, signs[i].wrong, n))
			continue;
		const bool begins = signs[i].wrong[2] == '\x84' && !(p > start && latin(p - 1, end));
		const bool within = p > start && latin(p - 1, end) && !(unit && *p == '\xc2' && n == 2);
		*right = signs[i].right;
		return lower(p + n, end) && (begins || within) ? n : 0;
	}
	return 0;
}

static bool letter_of(const char *right)
{
	const char *p = right;
	return u8_is_letter(u8_get(&p, right + strlen(right)));
}

/* A letter has others beside it, so that a name in another script is none. */
static size_t other(const char *start, const char *p, const char *end, const char **right)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		const char *w = others[i].wrong;
		if (*w != *p)
			continue;
		size_t n = strlen(w);
		if ((size_t)(end - p) < n || memcmp(p, w, n))
			continue;
		*right = others[i].right;
		bool mark = !strcmp(w + n - 3, "„") || !strcmp(w + n - 3, "–");
		bool beside = latin(p + n, end) || (!mark && p > start && latin(p - 1, end));
		return !letter_of(*right) || beside ? n : 0;
	}
	return 0;
}

/* What was misread as two signs has another that is not ASCII behind the first. */
static bool alone(const char *p, const char *end)
{
	u8_get(&p, end);
	return p >= end || (unsigned char)*p < 0x80;
}

/* By the tables: how many bytes, and what they were. */
static size_t known(const char *start, const char *p, const char *end, const char **right)
{
	size_t n = typed(p, end, right);
	n = n || alone(p, end) ? n : other(start, p, end, right);
	return n ? n : one_byte(start, p, end, right);
}

const char *chk_misread(const char *start, const char *p, const char *end)
{
	const char *q = alone(p, end) ? NULL : as_1252(p, end), *right;
	size_t n = q ? 0 : known(start, p, end, &right);
	return n ? p + n : q;
}

/* "Â" and "Ã" begin what UTF-8 has for most letters; behind a small letter or a digit, and alone, they are none. */
bool chk_half_read(const char *start, const char *p, const char *end)
{
	const char *q = p + 2, *b = p - 1;
	if (end - p < 2 || (strncmp(p, "Â", 2) && strncmp(p, "Ã", 2)))
		return false;
	if (p == start || *b == ' ')
		return q == end || *q == ' ';
	return (*b >= 'a' && *b <= 'z') || (*b >= '0' && *b <= '9') || (p - start > 1 && lower(p - 2, p));
}

/* ---- what was meant ---- */

/* Within a misread word whatever can be bytes of one character is. */
static const char *bytes(const char *p, const char *end)
{
	int lead = next_byte(&p, end), more = lead >= 0xE0 ? 2 : 1;
	if (lead < 0xC2 || lead > 0xEF)
		return NULL;
	for (int i = 0; i < more; i++)
		if (!goes_on(next_byte(&p, end)))
			return NULL;
	return p;
}

static bool once(struct buf *b, const char *s, size_t len)
{
	const char *end = s + len, *right = "";
	bool any = false;
	for (const char *p = s, *q; p < end; p = q) {
		const size_t n = (unsigned char)*p < 0x80 ? 0 : known(s, p, end, &right);
		const char *far = (unsigned char)*p < 0x80 || n ? NULL : bytes(p, end);
		q = p;
		u8_get(&q, end);
		if (n)
			buf_str(b, right);
		else if (far)
			turn_back(b, p, far);
		else
			buf_put(b, p, (size_t)(q - p));
		any |= n || far;
		q = n ? p + n : far ? far : q;
	}
	return any;
}

const char *chk_meant(struct mem *m, const char *p, const char *q)
{
	enum { ROUNDS = 5 };                           /* misread again and again: each round takes one back */
	const char *s = mem_str(m, p, (size_t)(q - p));
	for (int i = 0; i < ROUNDS; i++) {
		struct buf b = {0};
		bool any = once(&b, s, strlen(s));
		const char *next = buf_take(&b, m);
		if (!any || !*next || !u8_valid(next, strlen(next)))
			break;
		s = next;
	}
	return s;
}
