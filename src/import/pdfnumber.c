/* pdfnumber.c: numbers of headings and signs of items. */
#include "import/pdfnumber.h"

#include <string.h>

bool pdf_is_sign(const char *s)
{
	static const char *const signs[] = {"•", "➢", "▪", "●", "‣", "◦", "■", "□", "-", "–", "—", "*", "·", "o", "➔",
		"→", "✓", "❖", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "\xEF\x83\xBC", "\xEF\x80\xAD", NULL};
	for (const char *const *k = signs; *k; k++)
		if (!strcmp(s, *k))
			return true;
	return false;
}

bool pdf_is_number(const char *s)
{
	const bool open = *s == '(';
	const char *p = s + open;
	size_t n = strspn(p, "0123456789");
	if (n && n < 4)
		p += n;
	else if (!n && ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z')) && p[1] == ')')
		p++;
	else
		return false;
	while (*p == '.' && p[1] >= '0' && p[1] <= '9')
		p += 1 + strspn(p + 1, "0123456789");
	if (open)
		return !strcmp(p, ")");
	return !strcmp(p, ")") || !strcmp(p, ".") || (!*p && strchr(s, '.'));
}

size_t pdf_number(const char *s, int *depth)
{
	const size_t n = strspn(s, "0123456789.");
	int numbers = 0;
	for (size_t i = 0; i < n; i++)
		numbers += s[i] != '.' && (!i || s[i - 1] == '.');
	const bool is = n && n <= 8 && *s != '.' && s[n] == ' ' && s[n + 1] && (numbers > 1 || n <= 3);
	if (depth)
		*depth = is ? numbers : 0;
	return is ? n : 0;
}

void pdf_cut_number(struct imp_flow *f, struct imp_node *h)
{
	struct imp_node *t = h->first;
	const size_t n = t && t->kind == IMP_TEXT && !h->label ? pdf_number(t->text, NULL) : 0;
	if (!n)
		return;
	h->label = mem_str(f->mem, t->text, n);
	h->typed_label = true;
	t->text = mem_dup(f->mem, t->text + n + strspn(t->text + n, " "));
}
