/* roman.c: the largest sign that fits, again and again. */
#include "base/roman.h"

#include <stddef.h>

void roman_put(char out[ROMAN_ROOM], unsigned n, bool upper)
{
	static const struct { unsigned value; const char *sign;
	} steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"},
		{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
	size_t len = 0;
	n = n > ROMAN_MOST ? ROMAN_MOST : n;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		for (; n >= steps[i].value; n -= steps[i].value)
			for (const char *s = steps[i].sign; *s; s++)
				out[len++] = upper ? (char)(*s - 'a' + 'A') : *s;
	out[len] = '\0';
}
