/* picsize.c: the size a picture says it has on paper. */
#include "base/picsize.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define INCH 25.4

const char *pic_mime(const char *name)
{
	static const char *const kinds[][2] = {{".png", "image/png"}, {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"},
		{".svg", "image/svg+xml"}};
	const char *dot = strrchr(name, '.');
	for (size_t i = 0; dot && i < sizeof kinds / sizeof *kinds; i++)
		if (!strcasecmp(dot, kinds[i][0]))
			return kinds[i][1];
	return NULL;
}

static len_t from_mm(double mm) { return mm > 0 && mm < 10000 ? LEN_MM(mm) : 0; }

static unsigned long be(const unsigned char *p, int n)
{
	unsigned long v = 0;
	while (n--)
		v = v << 8 | *p++;
	return v;
}

/* Pixels per metre, in the chunk pHYs before the first IDAT. */
static double png_per_mm(const unsigned char *p, size_t n)
{
	for (size_t at = 8; at + 12 <= n;) {
		const unsigned long len = be(p + at, 4);
		if (!memcmp(p + at + 4, "IDAT", 4) || len > n - at - 12)
			return 0;
		if (!memcmp(p + at + 4, "pHYs", 4) && len == 9)
			return p[at + 16] == 1 ? (double)be(p + at + 8, 4) / 1000 : 0;
		at += 12 + len;
	}
	return 0;
}

/* Pixels per inch or centimetre, in the segment APP0 at the beginning. */
static double jpeg_per_mm(const unsigned char *p, size_t n)
{
	if (n < 18 || p[2] != 0xFF || p[3] != 0xE0 || memcmp(p + 6, "JFIF", 5) != 0)
		return 0;
	return p[13] == 1 ? (double)be(p + 14, 2) / INCH : p[13] == 2 ? (double)be(p + 14, 2) / 10 : 0;
}

/* width="841mm" of <svg>; pixels are those of the screen, 96 an inch. */
static len_t svg_width(const char *p, size_t n)
{
	static const struct { const char *unit; double mm; } units[] = {{"mm", 1}, {"cm", 10}, {"in", INCH},
		{"pt", INCH / 72}, {"pc", INCH / 6}, {"px", INCH / 96}, {"\"", INCH / 96}, {"'", INCH / 96}};
	const char *tag = memmem(p, n, "<svg", 4), *end = tag ? memchr(tag, '>', n - (size_t)(tag - p)) : NULL;
	for (const char *at = tag; at && at + 7 < end; at++) {
		char *rest;
		if (strncmp(at, " width=", 7) && strncmp(at, "\nwidth=", 7))
			continue;
		const double x = strtod(at + 8, &rest);
		for (size_t i = 0; i < sizeof units / sizeof *units; i++)
			if (!strncmp(rest, units[i].unit, strlen(units[i].unit)))
				return from_mm(x * units[i].mm);
	}
	return 0;
}

len_t pic_natural_width(const char *data, size_t n, int px_w)
{
	const unsigned char *p = (const unsigned char *)data;
	if (n > 8 && !memcmp(p, "\x89PNG", 4)) {
		const double per_mm = png_per_mm(p, n);
		return per_mm > 0 ? from_mm(px_w / per_mm) : 0;
	}
	if (n > 3 && p[0] == 0xFF && p[1] == 0xD8) {
		const double per_mm = jpeg_per_mm(p, n);
		return per_mm > 0 ? from_mm(px_w / per_mm) : 0;
	}
	return svg_width(data, n);
}
