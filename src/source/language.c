/* language.c: a tag is a language, then script, region and variants in this order, each at most as often as it may be.
 * The language is looked up: a screen reader that gets "english" or "deu" reads on in the voice it had. */
#include "source/language.h"

#include <string.h>

#include "source/languages.def"

struct subtag { const char *s; size_t n; bool letters, digits; };     /* n 0: none, or not one */

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static struct subtag subtag(const char *s)
{
	struct subtag t = {s, strcspn(s, "-"), true, true};
	for (size_t i = 0; i < t.n; i++) {
		bool digit = s[i] >= '0' && s[i] <= '9';
		t.letters &= is_letter(s[i]);
		t.digits &= digit;
		if (!is_letter(s[i]) && !digit)
			t.n = 0;
	}
	if (t.n > 8)
		t.n = 0;
	return t;
}

/* A dash alone ends in an empty subtag, which nothing takes. */
static const char *behind(struct subtag t)
{
	const char *p = t.s + t.n;
	return *p == '-' ? p + 1 : p;
}

static bool known(struct subtag t)
{
	static const char two[] = LANGUAGES_2, three[] = LANGUAGES_3;
	const char *list = t.n == 2 ? two : three;
	size_t from = 0, to = (t.n == 2 ? sizeof two : sizeof three) / (t.n + 1);
	char code[4] = "";
	for (size_t i = 0; i < t.n; i++)
		code[i] = (char)(t.s[i] | 32);
	while (from < to) {
		size_t middle = (from + to) / 2;
		int order = memcmp(code, list + middle * (t.n + 1), t.n);
		if (!order)
			return true;
		*(order < 0 ? &to : &from) = order < 0 ? middle : middle + 1;
	}
	return false;
}

static const char *variants(const char *p)
{
	struct subtag t = subtag(p);
	for (; t.n >= 5 || (t.n == 4 && t.s[0] >= '0' && t.s[0] <= '9'); t = subtag(p))
		p = behind(t);
	return p;
}

/* "x-" and anything, or another single letter (an extension) and subtags of two characters at least. */
static bool rest(const char *p)
{
	for (struct subtag t = subtag(p); *p; t = subtag(p)) {
		bool private = t.n == 1 && (*t.s | 32) == 'x';
		if (t.n != 1 || !*(p = behind(t)))
			return false;
		for (t = subtag(p); *p && (private ? t.n >= 1 : t.n >= 2); t = subtag(p))
			p = behind(t);
	}
	return true;
}

bool src_language(const char *tag)
{
	size_t n = strlen(tag);
	struct subtag t = subtag(tag);
	if (!n || tag[n - 1] == '-' || !t.letters || t.n < 2 || t.n > 3 || !known(t))
		return false;
	const char *p = behind(t);
	if ((t = subtag(p)).n == 3 && t.letters && known(t))          /* zh-yue */
		p = behind(t);
	if ((t = subtag(p)).n == 4 && t.letters)
		p = behind(t);
	if (((t = subtag(p)).n == 2 && t.letters) || (t.n == 3 && t.digits))
		p = behind(t);
	return rest(variants(p));
}
