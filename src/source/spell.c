/* spell.c: what somebody meant who wrote something else. */
#include <string.h>

#include "source/schema.h"

enum { MOST = 48 };

/* Lower case, umlauts written out; so „jährlich“ is "jaehrlich". */
static int plain(char *out, const char *s)
{
	static const struct { const char *from, *to; } umlauts[] = {
		{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"},
	};
	int n = 0;
	while (*s && n < MOST - 2) {
		size_t i = 0, k = sizeof umlauts / sizeof *umlauts;
		while (i < k && strncmp(s, umlauts[i].from, 2))
			i++;
		if (i < k) {
			out[n++] = umlauts[i].to[0];
			out[n++] = umlauts[i].to[1];
			s += 2;
		} else {
			out[n++] = (char)(*s >= 'A' && *s <= 'Z' ? *s + 32 : *s == '_' || *s == ' ' ? '-' : *s);
			s++;
		}
	}
	return n;
}

static int least(int a, int b, int c)
{
	return a < b ? (a < c ? a : c) : b < c ? b : c;
}

int spell_distance(const char *left, const char *right)
{
	char a[MOST], b[MOST];
	int n = plain(a, left), m = plain(b, right), row[3][MOST + 1];
	if (n - m > 3 || m - n > 3)
		return 4;
	for (int j = 0; j <= m; j++)
		row[0][j] = j;
	for (int i = 1; i <= n; i++) {
		int *now = row[i % 3], *up = row[(i + 2) % 3], *upup = row[(i + 1) % 3];
		now[0] = i;
		for (int j = 1; j <= m; j++) {
			now[j] = least(up[j] + 1, now[j - 1] + 1, up[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && upup[j - 2] + 1 < now[j])
				now[j] = upup[j - 2] + 1;
		}
	}
	return row[n % 3][m];
}

bool spell_close(const char *wrong, const char *right)
{
	size_t n = strlen(right);
	return spell_distance(wrong, right) <= (n < 4 ? 1 : n < 9 ? 2 : 3);
}

enum doc_kind spell_html(const char *name)
{
	static const struct { const char *html; enum doc_kind kind;
	} known[] = {
		{"p", DOC_ABSATZ},
		{"ul", DOC_LISTE},
		{"ol", DOC_LISTE},
		{"li", DOC_PUNKT},
		{"b", DOC_STARK},
		{"strong", DOC_STARK},
		{"i", DOC_BETONT},
		{"em", DOC_BETONT},
		{"h1", DOC_TITEL},
		{"h2", DOC_ZWISCHENTITEL},
		{"h3", DOC_ZWISCHENTITEL},
		{"table", DOC_TABELLE},
		{"tr", DOC_ZEILE},
		{"td", DOC_ZELLE},
		{"th", DOC_ZELLE},
		{"img", DOC_ABBILDUNG},
		{"a", DOC_EXTERN},
		{"br", DOC_UMBRUCH},
		{"section", DOC_ABSCHNITT},
		{"pre", DOC_QUELLTEXT},
		{"blockquote", DOC_ZITAT},
		{"abbr", DOC_ABK},
		{"footnote", DOC_FUSSNOTE},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(known[i].html, name))
			return known[i].kind;
	return DOC_KIND_MAX;
}

size_t spell_curly(const char *p, const char *end)
{
	static const char *const marks[] = {"„", "“", "”", "‚", "‘", "’", "«", "»", "‹", "›", "´", "`", "‟",
		"‛", "″", "′", "ʺ", "ˮ", "ʼ", "＂", "＇"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]);
		if ((size_t)(end - p) >= n && !memcmp(p, marks[i], n))
			return n;
	}
	return 0;
}
