/* values.c: the attribute behind a printed amount, day or number. The element is known by the paragraph's mark; which
 * of its attributes is meant says what it looks like in print. */
#include "import/values.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "import/parts.h"

/* An amount or a day may also stand at an element around it: a field of the whole paper. */
struct change { const char *left, *was, *now, *right; };       /* a paragraph around what was changed, folded */
struct found { const struct spot *tag; size_t from, to; const char *value; int n; bool around; };
enum shown { AMOUNT, AMOUNT_CENT, DAY_SHORT, DAY_LONG, NUMBER, SHOWN };

/* ---- an attribute as it is printed, and back */

static bool is_number(const char *s)
{
	return *s && s[strspn(s, "0123456789:")] == '\0';
}

static char *printed(struct mem *m, enum shown as, const char *value)
{
	struct buf b = {0};
	struct date d;
	money_t v;
	const bool amount = as == AMOUNT || as == AMOUNT_CENT, day = as == DAY_SHORT || as == DAY_LONG;
	if (amount ? !money_parse(&v, value) : day ? !date_parse(&d, value) || !d.day : !is_number(value))
		return NULL;
	if (amount)
		money_put(&b, v);
	if (as == AMOUNT_CENT && v % 100 == 0)
		buf_str(&b, ",00");
	if (as == DAY_SHORT)
		date_put_short(&b, d);
	if (as == DAY_LONG)
		date_put(&b, d);
	if (as == NUMBER)
		buf_str(&b, value);
	char *folded = imp_spot_text(m, b.data ? b.data : "", b.len);
	buf_free(&b);
	return folded;
}

static const char *parsed(struct mem *m, enum shown as, const char *text)
{
	struct buf b = {0};
	struct date d;
	money_t v;
	if (as == NUMBER)
		return is_number(text) ? text : NULL;
	if (as == DAY_SHORT || as == DAY_LONG)
		return sense_date_in(text, &d) == text && d.day ? sense_iso(m, d) : NULL;
	if (!money_parse_printed(&v, text))
		return NULL;
	money_put_plain(&b, v);
	return buf_take(&b, m);
}

/* ---- in the paragraph */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What stands there now where the printed value stood around the change; NULL: it did not, or more than once. */
static char *shown_now(struct mem *m, const struct change *c, const char *print)
{
	const char *whole = mem_fmt(m, "%s%s%s", c->left, c->was, c->right);
	const size_t n = strlen(print), begin = strlen(c->left), end = begin + strlen(c->was);
	char *now = NULL;
	for (const char *p = whole; n && (p = strstr(p, print)); p++) {
		const size_t at = (size_t)(p - whole);
		const bool alone = !(at && is_digit(p[-1])) && !is_digit(p[n]);
		if (!alone || at > begin || at + n < end)
			continue;
		if (now)
			return NULL;
		now = mem_fmt(m, "%.*s%s%.*s", (int)(begin - at), p, c->now, (int)(at + n - end), p + (end - at));
	}
	return now;
}

static void trim(char *s)
{
	for (size_t n = strlen(s); n && s[n - 1] == ' '; n--)
		s[n - 1] = '\0';
}

static void try_value(struct mem *m, const struct change *c, const struct spot *tag, size_t from, size_t to,
	struct found *f)
{
	const char *value = mem_str(m, tag->file->data + from, to - from);
	for (int as = 0; as < (f->around ? NUMBER : SHOWN); as++) {
		const char *print = printed(m, (enum shown)as, value);
		char *now = print ? shown_now(m, c, print) : NULL;
		if (!now)
			continue;
		trim(now);
		const char *new = parsed(m, (enum shown)as, now);
		if (!new || !strcmp(new, value))
			continue;
		f->n++;
		f->tag = tag;
		f->from = from;
		f->to = to;
		f->value = new;
		return;
	}
}

static void try_tag(struct mem *m, const struct change *c, const struct spot *tag, struct found *f)
{
	const char *data = tag->file->data, *end = data + tag->to;
	for (const char *p = data + tag->from; p < end && (p = memchr(p, '=', (size_t)(end - p)));) {
		const char *open = p + 1, *close;
		while (open < end && strchr(" \t\r\n", *open))
			open++;
		close = open < end && (*open == '"' || *open == '\'') ?
			memchr(open + 1, *open, (size_t)(end - open) - 1) : NULL;
		if (!close)
			return;
		try_value(m, c, tag, (size_t)(open + 1 - data), (size_t)(close - data), f);
		p = close + 1;
	}
}

/* Text that stands in the source by itself is no attribute's. */
static bool stands_there(const struct spots *all, struct origin o, const char *whole)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct spot *s = &all->at[i];
		if (s->line == o.line && origin_file(s->file->path) == o.file && strstr(s->text, whole))
			return true;
	}
	return false;
}

static bool is_at(const struct spot *t, struct origin o)
{
	return t->line <= o.line && t->last >= o.line && origin_file(t->file->path) == o.file;
}

bool imp_place_value(struct imp_proposal *p, const struct spots *all, const struct imp_passage *l, size_t from,
	size_t to)
{
	struct mem *m = l->mem;
	const char *was = l->was.data ? l->was.data : "";
	const struct change c = {imp_spot_text(m, was, from), imp_spot_text(m, was + from, to - from),
		imp_spot_text(m, p->now, strlen(p->now)), imp_spot_text(m, was + to, l->was.len - to)};
	struct found f = {0};
	size_t inner = 0;
	if (!l->origin.line || stands_there(all, l->origin, mem_fmt(m, "%s%s%s", c.left, c.was, c.right)))
		return false;
	for (size_t i = 0; i < all->ntags; i++) {
		if (!is_at(&all->tags[i].spot, l->origin))
			continue;
		try_tag(m, &c, &all->tags[i].spot, &f);
		inner = inner ? inner : i + 1;
	}
	f.around = true;
	for (size_t i = inner ? all->tags[inner - 1].parent : 0; i && !f.n; i = all->tags[i - 1].parent)
		try_tag(m, &c, &all->tags[i - 1].spot, &f);
	if (f.n != 1)
		return false;
	p->spot = f.tag;
	p->from = f.from;
	p->to = f.to;
	p->value = f.value;
	return true;
}
