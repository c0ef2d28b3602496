/* width.c: the width of text in one line. */
#include <string.h>

#include "text/text.h"

len_t txt_width(struct txt *t, const struct sty_char *ch, const char *s, size_t n)
{
	int face = txt_face(t, ch);
	int64_t sum = 0;
	for (const char *end = s + n; s < end;) {
		const char *blank = memchr(s, ' ', (size_t)(end - s)), *stop = blank ? blank : end;
		if (stop - s > TXT_WORD_MAX)
			stop = s + TXT_WORD_MAX;
		if (stop > s)
			sum += txt_word(t, face, NULL, s, (size_t)(stop - s))->width;
		if (blank && stop == blank)
			sum += txt_space(t, face)->width;
		s = stop == blank ? stop + 1 : stop;
	}
	int64_t w = (sum * ch->size + 500) / 1000;
	return (len_t)(w > INT32_MAX ? INT32_MAX : w);
}
