/* autolink.c: mail and web addresses in running text are links, whether the author marked them or not. */
#include "compose/autolink.h"

#include <string.h>

#include "compose/tree.h"

static bool in_address(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || strchr("._%+-", c);
}

static size_t mail(const char *s, size_t n)
{
	size_t k = 0, dot = 0;
	while (k < n && in_address(s[k]))
		k++;
	if (!k || k == n || s[k] != '@')
		return 0;
	for (size_t at = k++; k < n && in_address(s[k]); k++)
		dot = s[k] == '.' && k > at + 1 && k + 1 < n && in_address(s[k + 1]) ? k : dot;
	return dot ? k : 0;
}

static size_t to_blank(const char *s, size_t n)
{
	size_t k = 0;
	while (k < n && (unsigned char)s[k] > ' ' && (unsigned char)s[k] < 0x7f && !strchr("<>\"", s[k]))
		k++;
	return k;
}

static bool begins(const char *s, size_t n, const char *with)
{
	return n > strlen(with) && !memcmp(s, with, strlen(with));
}

/* Bytes of the one that begins at s; 0: none does. */
static size_t begins_here(const char *s, size_t n, const char **scheme)
{
	bool web = begins(s, n, "https://") || begins(s, n, "http://"), www = begins(s, n, "www.");
	size_t k = web || www ? to_blank(s, n) : mail(s, n);
	*scheme = web ? "" : www ? "https://" : "mailto:";
	while (k && strchr(".,;:!?)-", s[k - 1]))
		k--;
	return k;
}

size_t com_address_at(const char *s, size_t n)
{
	const char *scheme;
	return begins_here(s, n, &scheme);
}

static bool holds(const char *s, size_t n, const char *what)
{
	const char *end = s + n, *p = s;
	while (p < end && (p = memchr(p, *what, (size_t)(end - p))) && !begins(p, (size_t)(end - p), what))
		p++;
	return p && p < end;
}

/* What most texts do not pass. */
static bool may_hold(const char *s, size_t n)
{
	return memchr(s, '@', n) || holds(s, n, "://") || holds(s, n, "www.");
}

bool com_find_autolink(const char *s, size_t n, struct com_autolink *a)
{
	if (!may_hold(s, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (i && in_address(s[i - 1]))
			continue;
		*a = (struct com_autolink){.at = i};
		a->len = begins_here(s + i, n - i, &a->scheme);
		if (a->len)
			return true;
	}
	return false;
}

void com_open_autolink(struct com *c, const struct doc_node *n, const char *s, const struct com_autolink *a)
{
	struct block *link = com_inline(c, n, BLK_LINK);
	blk_more(c->t, link)->href = mem_fmt(c->t->mem, "%s%.*s", a->scheme, (int)a->len, s);
}
