/* joints.c: joints in long words and addresses. Browsers part words by a dictionary of their own, if they have one;
 * what does not fit on a narrow screen is parted by ours, as in print. */
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

void html_parted(struct html *h, const char *lang, const struct sty_char *ch, const char *s, size_t n)
{
	const int face = txt_face(h->txt, ch);
	const size_t fits = ch->size >= HTML_TITLE ? SHORT_IN_TITLE : h->beside ? SHORT_IN_MARGIN : SHORT;
	for (const char *end = s + n; s < end;) {
		const char *stop = s;
		while (stop < end && *stop != ' ')
			stop++;
		put_word(h, lang, face, s, (size_t)(stop - s), fits);
		s = stop;
		if (s < end)
			buf_chr(h->b, *s++);
	}
}
