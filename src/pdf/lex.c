/* lex.c: the tokens of a content stream (ISO 32000-1, 7.2, 8.9.7): numbers, names, strings, operators. */
#include <stdlib.h>
#include <string.h>

#include "pdf/inside.h"

static bool is_space(int c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool ends_word(int c)
{
	return is_space(c) || strchr("()<>[]{}/%", c);
}

static void skip_literal(struct pdf_lex *s, struct pdf_token *t)
{
	int depth = 1;
	for (; s->p < s->end && depth; s->p++) {
		if (*s->p == '\\' && s->p + 1 < s->end)
			s->p++;
		else
			depth += *s->p == '(' ? 1 : *s->p == ')' ? -1 : 0;
		t->n += depth > 0;
		t->blank &= !depth || *s->p == ' ';
	}
}

static void skip_hex(struct pdf_lex *s, struct pdf_token *t)
{
	size_t digits = 0;
	for (; s->p < s->end && *s->p != '>'; s->p++)
		digits += !is_space(*s->p);
	s->p += s->p < s->end;
	t->n = (digits + 1) / 2;
	t->blank = !digits;
}

/* The bytes of a picture in the stream, up to EI by itself. */
static void skip_picture(struct pdf_lex *s)
{
	for (; s->p + 3 < s->end; s->p++)
		if (is_space(s->p[0]) && s->p[1] == 'E' && s->p[2] == 'I' && ends_word(s->p[3])) {
			s->p += 3;
			return;
		}
	s->p = s->end;
}

static void word(struct pdf_lex *s, struct pdf_token *t)
{
	char digits[32];
	while (s->p < s->end && !ends_word(*s->p))
		s->p++;
	t->n = (size_t)(s->p - t->s);
	t->kind = PDF_OPERATOR;
	if (t->n < sizeof digits && t->n && strchr("+-.0123456789", *t->s)) {
		memcpy(digits, t->s, t->n);
		digits[t->n] = '\0';
		t->number = strtod(digits, NULL);
		t->kind = PDF_NUMBER;
	} else if (t->n == 2 && !memcmp(t->s, "ID", 2)) {
		skip_picture(s);
	}
}

static void name(struct pdf_lex *s, struct pdf_token *t)
{
	t->s = s->p;
	while (s->p < s->end && !ends_word(*s->p))
		s->p++;
	t->n = (size_t)(s->p - t->s);
	t->kind = PDF_NAME;
}

bool pdf_lex_next(struct pdf_lex *s, struct pdf_token *t)
{
	while (s->p < s->end) {
		*t = (struct pdf_token){.s = s->p, .blank = true};
		const int c = *s->p;
		if (!ends_word(c)) {
			word(s, t);
			return true;
		}
		s->p++;
		if (c == '(' || (c == '<' && s->p < s->end && *s->p != '<')) {
			t->kind = PDF_STRING;
			(c == '(' ? skip_literal : skip_hex)(s, t);
			return true;
		}
		if (c == '/') {
			name(s, t);
			return true;
		}
		if (c == '<' && s->p < s->end)
			s->p++;
		while (c == '%' && s->p < s->end && *s->p != '\n' && *s->p != '\r')
			s->p++;
	}
	return false;
}

bool pdf_lex_is(const struct pdf_token *t, const char *operator)
{
	return t->kind == PDF_OPERATOR && t->n == strlen(operator) && !memcmp(t->s, operator, t->n);
}

bool pdf_lex_among(const struct pdf_token *t, const char *const *operators)
{
	for (; *operators; operators++)
		if (pdf_lex_is(t, *operators))
			return true;
	return false;
}
