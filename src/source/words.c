/* words.c: what somebody reads in a file, without its markup. */
#include <string.h>

#include "base/u8.h"
#include "model/doc.h"
#include "source/source.h"
#include "source/token.h"

struct reading {
	struct mem *mem;
	struct src_words *out;
	const char *data;
	size_t counted; int line;                      /* of that byte of the file */
	bool gap;                                      /* white space since the last word */
};

/* Blanks of every width; u8_is_space() knows those at which a line may end. */
static bool is_blank(uint32_t cp)
{
	return u8_is_space(cp) || cp == 0xA0 || cp == 0x202F || (cp >= 0x2000 && cp <= 0x200A);
}

/* Where a word may be divided says nothing to who looks for it. */
static bool is_unseen(uint32_t cp)
{
	return cp == 0xAD || cp == 0x200B || cp == 0x2060 || cp == 0xFEFF;
}

static char last(const struct reading *r)
{
	return r->out->text.len ? r->out->text.data[r->out->text.len - 1] : '\n';
}

static void note_line(struct reading *r, size_t at)
{
	struct src_words *o = r->out;
	for (; r->counted < at; r->counted++)
		r->line += r->data[r->counted] == '\n';
	if (o->n && o->from[o->n - 1].line == r->line)
		return;
	MEM_ROOM_IN(r->mem, o->from, o->n, o->cap);
	o->from[o->n++] = (struct src_from){o->text.len, r->line};
}

static void put(struct reading *r, size_t at, uint32_t cp)
{
	if (is_blank(cp)) {
		r->gap = true;
	} else if (!is_unseen(cp)) {
		if (r->gap && last(r) != '\n')
			buf_chr(&r->out->text, ' ');
		r->gap = false;
		note_line(r, at);
		buf_u8(&r->out->text, cp);
	}
}

static void put_text(struct reading *r, size_t from, size_t to, bool entities)
{
	const char *p = r->data + from, *end = r->data + to;
	while (p < end) {
		const size_t at = (size_t)(p - r->data);
		size_t n;
		if (entities && *p == '&') {
			put(r, at, token_entity(p, end, &n));
			p += n;
		} else {
			put(r, at, u8_get(&p, end));
		}
	}
}

static void end_line(struct reading *r)
{
	if (last(r) != '\n')
		buf_chr(&r->out->text, '\n');
	r->gap = false;
}

/* Ids, days, amounts and kinds are no words: those have blanks or capitals. */
static bool holds_words(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == ' ' || (s[i] >= 'A' && s[i] <= 'Z'))
			return true;
	return false;
}

static void put_values(struct reading *r, const struct tokens *t, const struct token *k)
{
	struct token_attr a;
	for (size_t at = 0; token_attr(t, k, &at, &a);)
		if (!memchr(t->data + a.from, ':', a.name_end - a.from) &&
			holds_words(t->data + a.value, a.value_end - a.value)) {
			put_text(r, a.value, a.value_end, true);
			end_line(r);
		}
}

/* A tag within running text ends no line; what is empty there shows something made of something else. */
static void put_tag(struct reading *r, const struct tokens *t, const struct token *k)
{
	const enum doc_kind kind = token_doc_kind(k);
	if (kind == DOC_KIND_MAX || doc_kind_class(kind) != DOC_CLASS_INLINE) {
		end_line(r);
		if (k->kind != TOKEN_CLOSE)
			put_values(r, t, k);
	} else if (kind == DOC_UMBRUCH || kind == DOC_FUSSNOTE) {
		r->gap = true;
	} else if (k->kind == TOKEN_EMPTY) {
		static const char mark[] = "[…]";
		for (const char *p = mark, *end = mark + sizeof mark - 1; p < end;)
			put(r, k->from, u8_get(&p, end));
	}
}

void src_words(struct mem *m, const struct buf *file, struct src_words *out)
{
	struct tokens t = {.data = file->data, .size = file->len};
	struct reading r = {.mem = m, .out = out, .data = file->data, .line = 1};
	struct token k;
	while (token_next(&t, &k)) {
		if (k.kind == TOKEN_TEXT)
			put_text(&r, k.from, k.to, true);
		else if (k.kind == TOKEN_CDATA)
			put_text(&r, k.from + strlen("<![CDATA["), k.to - strlen("]]>"), false);
		else if (k.kind == TOKEN_OPEN || k.kind == TOKEN_EMPTY || k.kind == TOKEN_CLOSE)
			put_tag(&r, &t, &k);
	}
}
