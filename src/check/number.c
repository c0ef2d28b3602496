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

/* "zweitausend", "zweitausendundsiebzehn", "neunzehnhundertneunzig" */
static int year_word(const char *w, size_t n)
{
	static const struct { const char *word; int year; } begins[] = {{"zweitausendund", 2000}, {"zweitausend", 2000},
		{"neunzehnhundert", 1900}};
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
		const size_t head = strlen(begins[i].word);
		if (n < head || memcmp(w, begins[i].word, head))
			continue;
		const int rest = below_hundred(w + head, n - head);
		return rest ? begins[i].year + rest : n == head ? begins[i].year : 0;
	}
	return 0;
}

int chk_number_word(const char *s, size_t n)
{
	enum { LONGEST = 48 };                         /* bytes of a number in words */
	char small[LONGEST];
	size_t at = 0;
	for (const char *end = s + n; s < end && n <= LONGEST - 4 && at <= LONGEST - 4;) {
		uint32_t cp = u8_get(&s, end);
		at += cp == 0xAD ? 0 : u8_put(small + at, u8_lower(cp));
	}
	const int number = below_hundred(small, at);
	return number ? number : year_word(small, at);
}
