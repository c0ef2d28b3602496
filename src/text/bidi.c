/* bidi.c: embedding levels by FriBidi. Most text has no right-to-left letter: a look at the bytes is enough. */
#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "text/text.h"

/* Hebrew to Arabic Extended begin with bytes D6 to E0 (A0-A3); marks of direction and presentation forms with E2 80/81,
 * EF, F0. */
bool txt_may_have_rtl(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i], next = i + 1 < n ? (unsigned char)s[i + 1] : 0;
		if (c < 0xD6)
			continue;
		if (c <= 0xDF || (c == 0xE0 && next < 0xA4) || c >= 0xEF)
			return true;
		if (c == 0xE2 && i + 2 < n) {
			unsigned char third = (unsigned char)s[i + 2];
			if ((next == 0x80 && (third == 0x8F || (third >= 0xAA && third <= 0xAE))) ||
				(next == 0x81 && third >= 0xA6 && third <= 0xA9))
				return true;
		}
	}
	return false;
}

static size_t decode(const char *s, size_t n, FriBidiChar *out, uint32_t *at)
{
	size_t k = 0;
	for (const char *p = s, *end = s + n; p < end; k++) {
		at[k] = (uint32_t)(p - s);
		out[k] = u8_get(&p, end);
	}
	at[k] = (uint32_t)n;
	return k;
}

bool txt_bidi(const char *s, size_t n, int base, uint8_t *levels)
{
	if (!n || n > INT32_MAX / 4 || (!base && !txt_may_have_rtl(s, n)))
		return false;
	FriBidiChar *text = mem_alloc(n * sizeof *text);
	uint32_t *at = mem_alloc((n + 1) * sizeof *at);
	size_t k = decode(s, n, text, at);
	FriBidiCharType *types = mem_alloc(k * sizeof *types);
	FriBidiBracketType *brackets = mem_alloc(k * sizeof *brackets);
	FriBidiLevel *level = mem_alloc(k * sizeof *level);
	FriBidiParType par = base ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	fribidi_get_bidi_types(text, (FriBidiStrIndex)k, types);
	fribidi_get_bracket_types(text, (FriBidiStrIndex)k, types, brackets);
	bool any = fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)k, &par, level) > 1 || base;
	for (size_t i = 0; any && i < k; i++)
		memset(levels + at[i], level[i] < 0 ? 0 : level[i], at[i + 1] - at[i]);
	free(text);
	free(at);
	free(types);
	free(brackets);
	free(level);
	return any;
}
