/* docxinstr.c: instructions of fields in a Word file (17.16): their words, what a field without a result shows, and
 * texts in them that no page shows: the other branch of a condition, a question, what shows when a pointer rests. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "import/decode.h"
#include "import/docx.h"
#include "import/net.h"

char *docx_instr_word(struct mem *m, const char **s)
{
	struct buf b = {0};
	while (**s == ' ')
		(*s)++;
	if (!**s)
		return NULL;
	bool quoted = **s == '"';
	*s += quoted;
	while (**s && **s != (quoted ? '"' : ' ')) {
		if (**s == '\\' && quoted && (*s)[1])
			(*s)++;
		buf_chr(&b, *(*s)++);
	}
	*s += **s != '\0';
	return buf_take(&b, m);
}

bool docx_is_kind(const char *instruction, const char *kind)
{
	size_t n = strlen(kind);
	const char next = strncasecmp(instruction, kind, n) ? 'x' : instruction[n];
	return !next || strchr(" =\\\"<>", next);
}

bool docx_is_toc(const char *instruction)
{
	return docx_is_kind(instruction, "TOC") || docx_is_kind(instruction, "INDEX") ||
		docx_is_kind(instruction, "TOA");
}

/* Programs for citations keep whole databases in an instruction. */
size_t docx_instr_length(const char *s)
{
	enum { LONG = 256 };
	size_t n = strlen(s);
	return n <= LONG ? n : strcspn(s, " ") + 1 + strcspn(s + strcspn(s, " ") + 1, " {");
}

/* ---- what nobody sees ---- */

static bool may_say(const char *instruction)
{
	static const char *const kinds[] = {"IF", "COMPARE", "NEXTIF", "SKIPIF", "FILLIN", "ASK", "SET", "QUOTE",
		"COMMENTS", "TITLE", "SUBJECT", "KEYWORDS", "AUTHOR", "HYPERLINK", "INCLUDETEXT", "INCLUDEPICTURE",
		"LINK", "AUTOTEXTLIST", "EQ", NULL};
	for (const char *const *k = kinds; *k; k++)
		if (docx_is_kind(instruction, *k))
			return true;
	return false;
}

static void note(struct docx *d, const char *text)
{
	MEM_ROOM_IN(d->m, d->unseen, d->nunseen, d->capunseen);
	d->unseen[d->nunseen++] = text;
}

void docx_instr_unseen(struct docx *d, const char *s)
{
	char of = 0;                                   /* the switch before */
	if (!may_say(s))
		return;
	if (docx_is_kind(s, "EQ"))
		note(d, mem_dup(d->m, s + 2));
	while (*s) {
		const bool quoted = s[strspn(s, " ")] == '"';
		const char *w = docx_instr_word(d->m, &s);
		if (w && quoted && *w != '_' && (!of || !strchr("@#*lmsc", of)))
			note(d, w);
		of = w && !quoted && *w == '\\' ? w[1] : 0;
	}
}

void docx_instr_tell(struct docx *d)
{
	imp_net_tell(d->f, "Text in der Anweisung eines Feldes, den niemand sieht", d->unseen, d->nunseen);
}

/* ---- what shows without a result ---- */

/* "\f(a;b)", "\s\up4(x)": a/b, x. */
static void put_equation(struct docx *d, struct imp_node *to, const char *s)
{
	struct buf b = {0};
	char between = ' ';
	while (*s) {
		if (*s == '\\' && s[1]) {
			const size_t n = strspn(s + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
			between = n == 1 && (s[1] | 32) == 'f' ? '/' : n ? between : ' ';
			s += 1 + (n ? n : 1);
			s += n ? strspn(s, "0123456789 ") : 0;
		} else if (*s == ';' || *s == ',') {
			buf_chr(&b, between);
			s++;
		} else {
			if (!strchr("()", *s))
				buf_chr(&b, *s);
			s++;
		}
	}
	imp_add_text(d->f, to, b.data ? b.data : "", b.len, 0);
	buf_free(&b);
}

/* The name, then what is shown. */
static void put_button(struct docx *d, struct imp_node *to, const char *s)
{
	s += strcspn(s, " ");
	if (docx_instr_word(d->m, &s))
		s += strspn(s, " ");
	imp_add_text(d->f, to, s, strlen(s), 0);
}

static void put_font_sign(struct docx *d, struct imp_node *to, const char *s)
{
	const char *font = NULL;
	struct buf b = {0};
	char *code = docx_instr_word(d->m, &s);
	for (char *w; (w = docx_instr_word(d->m, &s));)
		if (!strcasecmp(w, "\\f"))
			font = docx_instr_word(d->m, &s);
	unsigned long c = code ? strtoul(code, NULL, 0) : 0;
	unsigned sign = c && c < 0x110000 ? imp_symbol(font, (unsigned)c) : 0;
	if (sign) {
		buf_u8(&b, sign);
		imp_add_text(d->f, to, b.data, b.len, 0);
	}
	buf_free(&b);
}

static void put_first(struct docx *d, struct imp_node *to, const char *s, const char *around)
{
	const char *w = docx_instr_word(d->m, &s);
	const char *text = w ? mem_fmt(d->m, around, w) : "";
	imp_add_text(d->f, to, text, strlen(text), 0);
}

void docx_instr_bare(struct docx *d, const char *s, struct imp_node *to)
{
	if (docx_is_kind(s, "XE") || docx_is_kind(s, "TC"))
		imp_lose(d->f, "Eintrag eines Verzeichnisses", s);
	else if (docx_is_kind(s, "MACROBUTTON") || docx_is_kind(s, "GOTOBUTTON"))
		put_button(d, to, s);
	else if (docx_is_kind(s, "SYMBOL"))
		put_font_sign(d, to, s + 6);
	else if (docx_is_kind(s, "EQ"))
		put_equation(d, to, s + 2);
	else if (docx_is_kind(s, "QUOTE"))
		put_first(d, to, s + 5, "%s");
	else if (docx_is_kind(s, "MERGEFIELD"))
		put_first(d, to, s + 10, "«%s»");
	else
		docx_instr_unseen(d, s);
}
