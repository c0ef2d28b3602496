/* address.c: tells an address by its look. A line ends after "/", "@", ":" and "|", but before ".", "-" and the like,
 * so that no mark at the line's end can be taken for the sentence's. */
#include "text/address.h"

#include <string.h>

enum { SHORT = 6 };                                    /* ".de" does not stand alone */

static bool alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool begins(const char *s, size_t n, const char *with)
{
	size_t k = strlen(with);
	return n >= k && !memcmp(s, with, k);
}

static bool known_ending(const char *s, size_t n)
{
	static const char *const endings[] = {"de", "com", "org", "net", "eu", "info", "nrw", "ruhr", "at", "ch", "xml",
		"xsd", "pdf", "csv", "png", "jpg", "svg", "html", "txt", "json", "db"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (n == strlen(endings[i]) && !memcmp(s, endings[i], n))
			return true;
	return false;
}

/* stadt.de, www.stadt.de/weg, bilder/plan.pdf: names with dots whose last or, before a path, first ending is known. */
static bool is_name(const char *s, size_t n)
{
	size_t dot = 0, i = 0;
	for (; i < n && (alnum(s[i]) || strchr(".-_/", s[i])); i++) {
		if (s[i] == '/' && dot && known_ending(s + dot + 1, i - dot - 1))
			return true;
		if (s[i] == '/')
			dot = 0;
		if (s[i] == '.')
			dot = i;
	}
	return i == n && dot && known_ending(s + dot + 1, n - dot - 1);
}

static bool is_mail(const char *s, size_t n)
{
	const char *at = memchr(s, '@', n);
	if (!at || at == s || at + 1 == s + n || !alnum(at[-1]) || !alnum(at[1]))
		return false;
	return memchr(at, '.', (size_t)(s + n - at));
}

bool address_is(const char *s, size_t n)
{
	while (n && strchr(".,;:!?)", s[n - 1]))
		n--;
	while (n && !alnum(*s)) {
		s++;
		n--;
	}
	if (n < 5 || (!memchr(s, '.', n) && !memchr(s, ':', n)))
		return false;
	return memmem(s, n, "://", 3) || begins(s, n, "www.") || begins(s, n, "mailto:") || is_mail(s, n) ||
		is_name(s, n);
}

int address_break(const char *s, size_t n, size_t i)
{
	char before = s[i - 1], after = s[i];
	if (i < 4 || n - i < 3 || (after == '.' && n - i < SHORT))
		return 0;
	if (before == '/' || before == '@' || before == ':' || before == '|')
		return after != '/' && after != '.' ? 2 : 0;
	return strchr(".-_?&=#%", after) && (alnum(before) || (before & 0x80)) ? 1 : 0;
}
