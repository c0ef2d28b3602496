/* copy.c: an element as it can stand in another document, whose ids it must not take. */
#include <string.h>

#include "base/esc.h"
#include "model/doc.h"
#include "model/names.h"
#include "source/source.h"
#include "source/token.h"

static bool starts(const struct token *k)
{
	return k->kind == TOKEN_OPEN || k->kind == TOKEN_EMPTY;
}

static const char *value_of(struct mem *m, const struct tokens *t, const struct token_attr *a)
{
	const char *p = t->data + a->value, *end = t->data + a->value_end;
	while (p < end && strchr(" \t\r\n", *p))
		p++;
	while (end > p && strchr(" \t\r\n", end[-1]))
		end--;
	return mem_str(m, p, (size_t)(end - p));
}

static void put_renamed(struct mem *m, const struct tokens *t, const struct token *k, const struct doc_names *now,
	struct buf *out)
{
	struct token_attr a;
	size_t copied = k->from;
	for (size_t at = 0; starts(k) && token_attr(t, k, &at, &a);) {
		const size_t n = a.name_end - a.from;
		const bool id = n == 2 && !memcmp(t->data + a.from, "id", 2),
			   refers = n == 4 && !memcmp(t->data + a.from, "ziel", 4);
		const char *name = id || refers ? doc_names_get(now, value_of(m, t, &a)) : NULL;
		if (!name)
			continue;
		buf_put(out, t->data + copied, a.value - copied);
		buf_str(out, name);
		copied = a.value_end;
	}
	buf_put(out, t->data + copied, k->to - copied);
}

static bool shows_elsewhere(const struct token *k)
{
	const enum doc_kind *kind = doc_shows;
	while (*kind < DOC_KIND_MAX && !token_is(k, doc_kind_name(*kind)))
		kind++;
	return *kind < DOC_KIND_MAX;
}

/* In its place, up to its end. */
static void put_text(struct tokens *t, struct token *k, const char *text, struct buf *out)
{
	esc_text(out, text, strlen(text));
	while (k->kind != TOKEN_EMPTY && k->kind != TOKEN_CLOSE && token_next(t, k))
		continue;
}

void src_copy(struct mem *m, const char *data, size_t size, const struct src_naming *naming, struct buf *out)
{
	struct doc_names now = {0};
	struct tokens t = {data, size, 0};
	struct token k;
	struct token_attr a;
	while (token_next(&t, &k))
		if (starts(&k) && token_find(&t, &k, "id", &a)) {
			const char *was = value_of(m, &t, &a);
			doc_names_put(m, &now, was, naming->name(naming->arg, was));
		}
	t.at = 0;
	for (size_t nth = 0; token_next(&t, &k);) {
		const bool shows = starts(&k) && shows_elsewhere(&k),
			   inside = shows && token_find(&t, &k, "ziel", &a) && doc_names_get(&now, value_of(m, &t, &a));
		const char *text = shows && !inside ? naming->shown(naming->arg, nth) : NULL;
		nth += shows;
		if (text)
			put_text(&t, &k, text, out);
		else
			put_renamed(m, &t, &k, &now, out);
	}
}
