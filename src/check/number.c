/* number.c: numbers as people write them. */
#include "check/number.h"

#include "base/u8.h"
#include "check/scan.h"

struct chk_number chk_number(const char *s)
{
	struct chk_number n = {0};
	bool comma = false, neg = false;
	int digits = 0;
	if (chk_starts(s, "−") || *s == '-') {
		neg = true;
		s = chk_after(s);
	}
	for (; *s; s = chk_after(s)) {
		if (*s >= '0' && *s <= '9' && digits < 12) {
			n.v = n.v * 10 + (*s - '0');
			n.decimals += comma;
			digits++;
		} else if (*s == ',' && !comma) {
			comma = true;
		} else if (*s != '.' && chk_class_at(s) != T_BLANK) {
			break;
		}
	}
	n.percent = *s == '%' || chk_starts(s, "Prozent");
	n.ok = digits > 0 && (!*s || n.percent || chk_starts(s, "€") || !strcmp(s, "Euro"));
	n.v = neg ? -n.v : n.v;
	return n;
}

int64_t chk_scaled(struct chk_number n, int decimals)
{
	int64_t v = n.v;
	for (int i = n.decimals; i < decimals; i++)
		v = v > INT64_MAX / 100 || v < INT64_MIN / 100 ? v : v * 10;
	return v;
}

const char *chk_printed(struct mem *m, int64_t units)
{
	int64_t whole = units / 10000, rest = units % 10000 < 0 ? -(units % 10000) : units % 10000;
	char *s = mem_fmt(m, "%s%lld,%04lld", units < 0 && !whole ? "-" : "", (long long)whole, (long long)rest);
	size_t n = strlen(s);
	while (s[n - 1] == '0')
		s[--n] = '\0';
	if (s[n - 1] == ',')
		s[n - 1] = '\0';
	return s;
}

/* ---- in words ---- */

/* What lies before the ending: its length; SIZE_MAX: it ends otherwise. */
static size_t head_of(const char *w, size_t n, const char *ending)
{
	const size_t tail = strlen(ending);
	return n >= tail && !memcmp(w + n - tail, ending, tail) ? n - tail : SIZE_MAX;
}

/* "zwei" to "neunzehn", "zwanzig", "einundzwanzig" */
static int below_hundred(const char *w, size_t n)
{
	static const char *const words[] = {"zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
		"elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
	static const char *const tens[] = {"zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
		"neunzig"};
	static const char *const ones[] = {"", "einund", "zweiund", "dreiund", "vierund", "fünfund", "sechsund",
		"siebenund", "achtund", "neunund"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!head_of(w, n, words[i]))
			return (int)i + 2;
	for (size_t i = 0; i < sizeof tens / sizeof *tens; i++) {
		const size_t head = head_of(w, n, tens[i]);
		for (size_t k = 0; head != SIZE_MAX && k < sizeof ones / sizeof *ones; k++)
			if (!head_of(w, head, ones[k]))
				return (int)((i + 2) * 10 + k);
	}
	return 0;
}

/* "und" at the beginning, left out. */
static int rest_of(const char *w, const char *end, int (*read)(const char *, size_t))
{
	if (w == end)
		return 0;
	if (end - w > 3 && !memcmp(w, "und", 3))
		w += 3;
	const int n = read(w, (size_t)(end - w));
	return n ? n : -1;
}

/* "hundert", "dreihundertzwölf", "neunzehnhundertneunzig": what stands around word counts it. */
static int around(const char *w, size_t n, const char *word, int worth, int (*read)(const char *, size_t))
{
	const char *at = memmem(w, n, word, strlen(word));
	if (!at)
		return 0;
	const size_t head = (size_t)(at - w);
	const int times = !head || (head == 3 && !memcmp(w, "ein", 3)) ? 1 : read(w, head);
	const int rest = rest_of(at + strlen(word), w + n, read);
	return times && rest >= 0 ? times * worth + rest : 0;
}

static int below_thousand(const char *w, size_t n)
{
	const int hundreds = around(w, n, "hundert", 100, below_hundred);
	return hundreds ? hundreds : below_hundred(w, n);
}

static int below_million(const char *w, size_t n)
{
	const int thousands = around(w, n, "tausend", 1000, below_thousand);
	return thousands ? thousands : below_thousand(w, n);
}

/* The first and the last letter that those words have, in any case. */
static bool may_count(const char *s, size_t n)
{
	return n > 2 && strchr("zdvfsaneth", *s | 0x20) && strchr("irfsntgd", s[n - 1] | 0x20);
}

int chk_number_word(const char *s, size_t n)
{
	enum { LONGEST = 48 };                         /* bytes of a number in words */
	char small[LONGEST];
	size_t at = 0;
	if (!may_count(s, n))
		return 0;
	for (const char *end = s + n; s < end && n <= LONGEST - 4 && at <= LONGEST - 4;) {
		uint32_t cp = u8_get(&s, end);
		at += cp == 0xAD ? 0 : u8_put(small + at, u8_lower(cp));
	}
	return below_million(small, at);
}
