/* text.c: character data to text nodes. */
#include <string.h>

#include "source/load.h"
#include "source/schema.h"

static bool blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void load_text(struct loader *l, const char *s, size_t n)
{
	if (l->skip || l->stop || !l->depth)
		return;
	if (l->text.len + n > (size_t)LOAD_TEXT_MIB << 20) {
		const struct frame *f = &l->stack[l->depth - 1];
		load_tell(l, "GRENZE", doc_path(l->doc, f->node), f->node->line,
			"Ein Text ist länger als %d MiB; "
			"das ist die Grenze für ein einzelnes Element, bitte in Absätze teilen",
			LOAD_TEXT_MIB);
		l->stop = true;
		return;
	}
	buf_put(&l->text, s, n);
}

/* White space to single blanks, in place. */
static size_t fold(char *s, size_t n)
{
	char *out = s;
	for (size_t i = 0; i < n;) {
		if (!blank(s[i])) {
			*out++ = s[i++];
			continue;
		}
		while (i < n && blank(s[i]))
			i++;
		*out++ = ' ';
	}
	return (size_t)(out - s);
}

/* Blanks between blocks say nothing; between words and inline elements they do. */
static bool idle(const struct doc_node *parent, enum doc_class next)
{
	const struct doc_node *prev = parent->last;
	if (doc_kind_class(parent->kind) == DOC_CLASS_INLINE)
		return false;
	return !prev || next != DOC_CLASS_INLINE ||
		(prev->kind != DOC_TEXT && doc_kind_class(prev->kind) != DOC_CLASS_INLINE);
}

void load_text_end(struct loader *l, enum doc_class next)
{
	if (!l->text.len)
		return;
	struct frame *f = &l->stack[l->depth - 1];
	char *s = l->text.data;
	size_t n = l->text.len, lead = 0;
	int line = l->text_line;
	for (; lead < n && blank(s[lead]); lead++)
		line += s[lead] == '\n';
	if (f->decl ? f->decl->mixed : doc_kind_mixed(f->node->kind)) {
		if (!f->verbatim)
			n = fold(s, n);
		if (lead < l->text.len || f->verbatim || !idle(f->node, next)) {
			struct doc_node *t = doc_add(l->doc, f->node, DOC_TEXT, f->node->file, line);
			t->text = mem_str(l->doc->mem, s, n);
			t->len = (uint32_t)n;
		}
	} else if (lead < n) {
		valid_no_text(l, f, s + lead, n - lead, line);
	}
	buf_clear(&l->text);
}
