/* joints.c: joints in long words and addresses. Browsers part words by a dictionary of their own, if they have one;
 * what does not fit on a narrow screen is parted by ours, as in print. */
#include <string.h>

#include "base/esc.h"
#include "html/put.h"
#include "text/text.h"

/* In bytes: a phone has room for words up to it, and so has the margin. */
enum { SHORT_IN_TITLE = 17, SHORT_IN_MARGIN = 17, SHORT = 26 };

static void put_word(struct html *h, const char *lang, int face, const char *s, size_t n, size_t fits)
{
	const struct txt_word *w = n > fits && n <= TXT_WORD_MAX ? txt_word(h->txt, face, lang, s, n) : NULL;
	size_t at = 0;
	for (int i = 0; w && i < w->nbreaks; i++)
		if (w->breaks[i].kind != TXT_SOFT) {
			esc_text(h->b, s + at, w->breaks[i].byte - at);
			buf_str(h->b, w->breaks[i].kind == TXT_HYPHEN ? "\u00AD" : "<wbr>");
			at = w->breaks[i].byte;
		}
	esc_text(h->b, s + at, n - at);
}

/* "02521 29-4711": browsers end a line behind a hyphen. */
static bool is_number(const char *s, size_t n)
{
	enum { MOST = 24 };                            /* bytes that a phone has room for */
	bool hyphen = false;
	for (size_t i = 0; i < n && n <= MOST; i++) {
		const bool blank = i + 1 < n && !memcmp(s + i, "\u00A0", 2);
		i += blank;
		hyphen |= s[i] == '-' && i && i + 1 < n;
		if (!blank && !strchr("0123456789-+()/.,;:", s[i]))
			return false;
	}
	return hyphen && n <= MOST;
}

void html_parted(struct html *h, const char *lang, const struct sty_char *ch, const char *s, size_t n)
{
	const int face = txt_face(h->txt, ch);
	const size_t fits = ch->size >= HTML_TITLE ? SHORT_IN_TITLE : h->beside ? SHORT_IN_MARGIN : SHORT;
	for (const char *end = s + n; s < end;) {
		const char *stop = s;
		while (stop < end && *stop != ' ')
			stop++;
		const bool whole = is_number(s, (size_t)(stop - s));
		buf_str(h->b, whole ? "<span data-ganz>" : "");
		put_word(h, lang, face, s, (size_t)(stop - s), fits);
		buf_str(h->b, whole ? "</span>" : "");
		s = stop;
		if (s < end)
			buf_chr(h->b, *s++);
	}
}
