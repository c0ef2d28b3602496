/* contrast.c: colours that cannot be read are a fault of the template, told before anything is set (WCAG 2.1 contrast
 * ratio). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "style/names.h"

static double linear(unsigned byte)
{
	double c = byte / 255.0;
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(sty_rgb c)
{
	return 0.2126 * linear(c >> 16 & 255) + 0.7152 * linear(c >> 8 & 255) + 0.0722 * linear(c & 255);
}

double sty_ratio(sty_rgb a, sty_rgb b)
{
	double x = luminance(a), y = luminance(b);
	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

sty_rgb sty_mix(sty_rgb a, sty_rgb b, int part)
{
	sty_rgb out = 0;
	for (int shift = 16; shift >= 0; shift -= 8) {
		int x = (int)(a >> shift & 255), y = (int)(b >> shift & 255);
		out |= (sty_rgb)(x + (y - x) * part / 100) << shift;
	}
	return out;
}

sty_rgb sty_against(sty_rgb c, sty_rgb ground, double least)
{
	enum { STEP = 2, ALL = 100 };
	const sty_rgb end = luminance(ground) < 0.18 ? 0xFFFFFF : 0;
	for (int part = 0; part < ALL; part += STEP)
		if (sty_ratio(sty_mix(c, end, part), ground) >= least)
			return sty_mix(c, end, part);
	return end;
}

static const struct { const char *name, *against; double least, most;
} rows[] = {
	{"tinte", "weiss", 4.5, 21},
	{"tinte", "hell", 4.5, 21},
	{"tinte", "flaeche", 4.5, 21},
	{"tinte", "mitte", 4.5, 21},
	{"grau", "weiss", 4.5, 21},
	{"grau", "hell", 4.5, 21},
	{"akzent", "weiss", 7, 21},
	{"akzent", "hell", 4.5, 21},
	{"mitte", "weiss", 3, 3.3},
	{"mitte", "akzent", 3, 21},
	{"zweit", "weiss", 3, 3.3},
	{"zweit", "akzent", 3, 21},
	{"linie", "weiss", 3, 21},
};

static const struct src_elem *place_of(const struct style_names *n, const char *colour)
{
	for (int i = 0; i < n->ncolours; i++)
		if (!strcmp(n->colours[i].name, colour))
			return n->colours[i].at;
	return NULL;
}

/* Of two colours the one the town itself gave; a ground was right before. */
static const struct src_elem *changed(const struct sty_load *l, const char *a, const char *b)
{
	const struct src_elem *first = place_of(l->s->names, a), *second = place_of(l->s->names, b);
	return second && !strcmp(second->file, l->file) && (!first || strcmp(first->file, l->file)) ? second : first;
}

/* Where the colour of a style comes from: the town's own line that gives it, else the style. */
static const struct src_elem *origin(const struct sty_load *l, const struct sty_para *p, const struct src_elem *style)
{
	const struct style_names *n = l->s->names;
	for (int i = 0; i < n->ncolours && strcmp(style->file, l->file); i++)
		if (n->colours[i].at && !strcmp(n->colours[i].at->file, l->file) &&
			sty_colour(l->s, n->colours[i].name) == p->ch.colour)
			return n->colours[i].at;
	return style;
}

const char *sty_ratio_text(char buf[16], double v)
{
	int h = (int)(v * 100);
	snprintf(buf, 16, "%d,%02d", h / 100, h % 100);
	return buf;
}

/* What is made of the accent has this contrast against white (load.c). */
#define TINT 3.12

static bool made_of_accent(const struct src_elem *e)
{
	for (int i = 0; e && i < e->nattrs; i++)
		if (!strcmp(e->attrs[i].name, "rgb"))
			return !strcmp(e->attrs[i].value, "akzent");
	return false;
}

static bool fits(const struct sty_load *l, sty_rgb accent)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const bool first = !strcmp(rows[i].name, "akzent");
		const char *other = first ? rows[i].against : rows[i].name;
		if (!first && strcmp(rows[i].against, "akzent"))
			continue;
		const double have = made_of_accent(place_of(l->s->names, other)) ? sty_ratio(accent, 0xFFFFFF) / TINT
			: sty_ratio(accent, sty_colour(l->s, other));
		if (have < rows[i].least && !(first && made_of_accent(place_of(l->s->names, other))))
			return false;
	}
	return true;
}

/* The nearest darker accent with which all is right: ", zum Beispiel rgb=\"17 77 51\""; else "". */
static const char *better_accent(const struct sty_load *l)
{
	for (int part = 2; part < 100; part += 2) {
		const sty_rgb c = sty_mix(sty_colour(l->s, "akzent"), 0, part);
		if (fits(l, c))
			return mem_fmt(l->s->mem, ", zum Beispiel rgb=\"%u %u %u\"", c >> 16 & 255, c >> 8 & 255,
				c & 255);
	}
	return "";
}

void sty_contrast(struct sty_load *l)
{
	char is[16], want[16];
	const struct src_elem *accent = place_of(l->s->names, "akzent");
	bool told = false;                             /* of the accent: what is proposed is right against all others */
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		double r = sty_ratio(sty_colour(l->s, rows[i].name), sty_colour(l->s, rows[i].against));
		const struct src_elem *at = changed(l, rows[i].name, rows[i].against);
		const char *file = at ? at->file : l->file;
		int line = at ? at->line : 0;
		const bool low = r < rows[i].least, of_accent = at && at == accent;
		if (low && of_accent && !told)
			diag_error(l->d, "KONTRAST", file, line,
				"Farbe „akzent“ hat gegen „%s“ den Kontrast %s : 1, nötig sind mindestens %s : 1; "
				"bitte einen dunkleren Wert wählen%s",
				strcmp(rows[i].name, "akzent") ? rows[i].name : rows[i].against, sty_ratio_text(is, r),
				sty_ratio_text(want, rows[i].least), better_accent(l));
		else if (low && !of_accent)
			diag_error(l->d, "KONTRAST", file, line,
				"Farbe „%s“ hat gegen „%s“ den Kontrast %s : 1, nötig sind mindestens %s : 1; "
				"bitte einen dunkleren oder helleren Wert wählen",
				rows[i].name, rows[i].against, sty_ratio_text(is, r),
				sty_ratio_text(want, rows[i].least));
		else if (r > rows[i].most)
			diag_error(l->d, "KONTRAST", file, line,
				"Farbe „%s“ hat gegen „%s“ den Kontrast %s : 1, erlaubt sind höchstens %s : 1, "
				"damit sie auch zum Akzent Abstand hält; bitte heller wählen",
				rows[i].name, rows[i].against, sty_ratio_text(is, r),
				sty_ratio_text(want, rows[i].most));
		told |= low && of_accent;
	}
	for (int i = 0; i < l->s->nparas; i++) {
		const struct sty_para *p = &l->s->paras[i];
		double r = sty_ratio(p->ch.colour, 0xFFFFFF), least = p->ch.size >= LEN_PT(18) ? 3 : 4.5;
		if (r < least)
			diag_error(l->d, "KONTRAST", origin(l, p, l->s->names->para_at[i])->file,
				origin(l, p, l->s->names->para_at[i])->line,
				"Schrift des Stils „%s“ hat auf Weiß den Kontrast %s : 1, "
				"nötig sind mindestens %s : 1; bitte tinte, grau oder akzent nehmen",
				p->name, sty_ratio_text(is, r), sty_ratio_text(want, least));
	}
}
