/* svgscan.c: tags, attributes, numbers and colours of an SVG file. Forgiving: what is not understood is for the caller
 * to tell. */
#include <math.h>
#include <string.h>

#include "figure/svg.h"

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool fig_svg_is(struct slice s, const char *word)
{
	return strlen(word) == s.n && !memcmp(s.s, word, s.n);
}

static const char *after(const char *p, const char *end, const char *mark)
{
	size_t n = strlen(mark);
	const char *at = (size_t)(end - p) >= n ? memmem(p, (size_t)(end - p), mark, n) : NULL;
	return at ? at + n : end;
}

/* The ">" of a tag, outside of quotes. */
static const char *tag_end(const char *p, const char *end)
{
	char quote = 0;
	for (; p < end; p++)
		if (quote ? *p == quote : *p == '"' || *p == '\'')
			quote = quote ? 0 : *p;
		else if (!quote && *p == '>')
			return p;
	return end;
}

/* Entities a DOCTYPE declares are not known here: a file that uses one is refused for the word it leaves behind. */
static const char *skip_doctype(const char *p, const char *end)
{
	const char *close = tag_end(p, end), *bracket = memchr(p, '[', (size_t)(close - p));
	return bracket ? after(bracket, end, "]>") : close < end ? close + 1 : end;
}

static void split(struct svg_tag *t, const char *p, const char *close)
{
	t->end = p < close && *p == '/';
	p += t->end;
	const char *name = p;
	while (p < close && !blank(*p) && *p != '/')
		p++;
	t->name = (struct slice){name, (size_t)(p - name)};
	if (t->name.n > 4 && !memcmp(name, "svg:", 4))
		t->name = (struct slice){name + 4, t->name.n - 4};
	t->empty = close > p && close[-1] == '/';
	t->attrs = (struct slice){p, (size_t)(close - p) - t->empty};
}

/* No tree is built: shapes are drawn in the order of their tags. Text between tags is passed over. */
bool fig_svg_next_tag(const char **at, const char *end, struct svg_tag *t)
{
	const char *p = *at;
	while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
		size_t left = (size_t)(end - p);
		if (left >= 4 && !memcmp(p, "<!--", 4)) {
			p = after(p + 4, end, "-->");
		} else if (left >= 9 && !memcmp(p, "<![CDATA[", 9)) {
			p = after(p + 9, end, "]]>");
		} else if (left >= 2 && p[1] == '?') {
			p = after(p + 2, end, "?>");
		} else if (left >= 2 && p[1] == '!') {
			p = skip_doctype(p + 2, end);
		} else {
			const char *close = tag_end(p + 1, end);
			*t = (struct svg_tag){.at = p};
			split(t, p + 1, close);
			*at = close < end ? close + 1 : end;
			return true;
		}
	}
	*at = end;
	return false;
}

/* The value of name="…" in the text of a tag. */
static bool plain_attr(struct slice in, const char *name, struct slice *out)
{
	const char *p = in.s, *end = in.s + in.n;
	while (p < end) {
		while (p < end && blank(*p))
			p++;
		const char *from = p;
		while (p < end && *p != '=' && !blank(*p))
			p++;
		struct slice key = {from, (size_t)(p - from)};
		while (p < end && *p != '"' && *p != '\'')
			p++;
		if (p == end)
			return false;
		const char *value = p + 1, *close = memchr(value, *p, (size_t)(end - value));
		if (!close)
			return false;
		if (fig_svg_is(key, name)) {
			*out = (struct slice){value, (size_t)(close - value)};
			return true;
		}
		p = close + 1;
	}
	return false;
}

static struct slice trim(struct slice s)
{
	while (s.n && blank(*s.s)) {
		s.s++;
		s.n--;
	}
	while (s.n && blank(s.s[s.n - 1]))
		s.n--;
	return s;
}

/* "fill:#fff;stroke:none" */
static bool property(struct slice style, const char *name, struct slice *out)
{
	const char *p = style.s, *end = style.s + style.n;
	while (p < end) {
		const char *stop = memchr(p, ';', (size_t)(end - p)), *colon;
		stop = stop ? stop : end;
		colon = memchr(p, ':', (size_t)(stop - p));
		if (colon && fig_svg_is(trim((struct slice){p, (size_t)(colon - p)}), name)) {
			*out = trim((struct slice){colon + 1, (size_t)(stop - colon - 1)});
			return true;
		}
		p = stop + 1;
	}
	return false;
}

/* The style attribute wins, as the standard has it. */
bool fig_svg_attr(const struct svg_tag *t, const char *name, struct slice *out)
{
	struct slice style;
	if (plain_attr(t->attrs, "style", &style) && property(style, name, out))
		return true;
	if (!plain_attr(t->attrs, name, out))
		return false;
	*out = trim(*out);
	return true;
}

static bool digit_at(const char *p, const char *end) { return p < end && *p >= '0' && *p <= '9'; }

static bool sign_at(const char *p, const char *end) { return p < end && (*p == '-' || *p == '+'); }

/* "e-3" at *s: -3, and goes on behind it; else 0. An "e" that no number follows is left: it may be the unit "em". */
static int exponent(const char **s, const char *end)
{
	const char *p = *s;
	if (p == end || (*p != 'e' && *p != 'E'))
		return 0;
	bool sign = sign_at(++p, end), down = sign && *p == '-';
	int power = 0;
	p += sign;
	if (!digit_at(p, end))
		return 0;
	for (; digit_at(p, end); p++)
		power = power < 400 ? power * 10 + (*p - '0') : power;
	*s = p;
	return down ? -power : power;
}

bool fig_svg_number(const char **s, const char *end, double *out)
{
	const char *p = *s;
	while (p < end && (blank(*p) || *p == ','))
		p++;
	double v = 0, sign = 1, unit = 1;
	bool digits = false;
	if (sign_at(p, end))
		sign = *p++ == '-' ? -1 : 1;
	for (; digit_at(p, end); p++, digits = true)
		v = v * 10 + (*p - '0');
	if (p < end && *p == '.')
		for (p++; digit_at(p, end); p++, digits = true)
			v += (*p - '0') * (unit /= 10);
	if (!digits)
		return false;
	int power = exponent(&p, end);
	if (power)
		v *= pow(10, power);
	if (!isfinite(v) || v > 1e9)
		return false;
	*out = v * sign;
	*s = p;
	return true;
}

static bool hex_colour(struct slice s, sty_rgb *rgb)
{
	uint32_t v = 0;
	for (size_t i = 1; i < s.n; i++) {
		char c = s.s[i];
		int d = c >= '0' && c <= '9'   ? c - '0'
			: c >= 'a' && c <= 'f' ? c - 'a' + 10
			: c >= 'A' && c <= 'F' ? c - 'A' + 10
					       : -1;
		if (d < 0)
			return false;
		v = s.n == 4 ? v << 8 | (uint32_t)(d * 17) : v << 4 | (uint32_t)d;
	}
	*rgb = v;
	return s.n == 4 || s.n == 7;
}

static bool rgb_colour(struct slice s, sty_rgb *rgb)
{
	const char *p = s.s + 4, *end = s.s + s.n;
	*rgb = 0;
	for (int i = 0; i < 3; i++) {
		double v;
		if (!fig_svg_number(&p, end, &v))
			return false;
		if (p < end && *p == '%') {
			v = v * 255 / 100;
			p++;
		}
		*rgb = *rgb << 8 | (uint32_t)(v < 0 ? 0 : v > 255 ? 255 : v + 0.5);
	}
	return true;
}

bool fig_svg_colour(struct slice s, bool *none, sty_rgb *rgb)
{
	static const struct { const char *name; sty_rgb rgb;
	} names[] = {
		{"black", 0x000000},
		{"white", 0xFFFFFF},
		{"red", 0xFF0000},
		{"green", 0x008000},
		{"blue", 0x0000FF},
		{"yellow", 0xFFFF00},
		{"silver", 0xC0C0C0},
		{"gray", 0x808080},
		{"grey", 0x808080},
		{"maroon", 0x800000},
		{"olive", 0x808000},
		{"lime", 0x00FF00},
		{"teal", 0x008080},
		{"aqua", 0x00FFFF},
		{"cyan", 0x00FFFF},
		{"navy", 0x000080},
		{"purple", 0x800080},
		{"fuchsia", 0xFF00FF},
		{"magenta", 0xFF00FF},
		{"orange", 0xFFA500},
		{"gold", 0xFFD700},
		{"brown", 0xA52A2A},
		{"darkgreen", 0x006400},
		{"darkblue", 0x00008B},
		{"darkred", 0x8B0000},
		{"currentColor", 0x000000},
	};
	*none = fig_svg_is(s, "none") || fig_svg_is(s, "transparent");
	if (*none)
		return true;
	if (s.n && *s.s == '#')
		return hex_colour(s, rgb);
	if (s.n > 4 && !memcmp(s.s, "rgb(", 4))
		return rgb_colour(s, rgb);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (fig_svg_is(s, names[i].name)) {
			*rgb = names[i].rgb;
			return true;
		}
	return false;
}

static void multiply(struct matrix *m, struct matrix n)
{
	*m = (struct matrix){m->a * n.a + m->c * n.b, m->b * n.a + m->d * n.b, m->a * n.c + m->c * n.d,
		m->b * n.c + m->d * n.d, m->a * n.e + m->c * n.f + m->e, m->b * n.e + m->d * n.f + m->f};
}

static bool one_transform(struct slice name, const double *v, int n, struct matrix *m)
{
	if (fig_svg_is(name, "translate") && (n == 1 || n == 2)) {
		multiply(m, (struct matrix){1, 0, 0, 1, v[0], n == 2 ? v[1] : 0});
	} else if (fig_svg_is(name, "scale") && (n == 1 || n == 2)) {
		multiply(m, (struct matrix){v[0], 0, 0, n == 2 ? v[1] : v[0], 0, 0});
	} else if (fig_svg_is(name, "matrix") && n == 6) {
		multiply(m, (struct matrix){v[0], v[1], v[2], v[3], v[4], v[5]});
	} else if (fig_svg_is(name, "rotate") && (n == 1 || n == 3)) {
		double t = v[0] * M_PI / 180, c = cos(t), s = sin(t), x = n == 3 ? v[1] : 0, y = n == 3 ? v[2] : 0;
		multiply(m, (struct matrix){c, s, -s, c, x - c * x + s * y, y - s * x - c * y});
	} else {
		return false;
	}
	return true;
}

bool fig_svg_transform(struct slice s, struct matrix *m)
{
	const char *p = s.s, *end = s.s + s.n;
	for (;;) {
		while (p < end && (blank(*p) || *p == ','))
			p++;
		if (p == end)
			return true;
		const char *name = p, *open = memchr(p, '(', (size_t)(end - p)),
			   *close = open ? memchr(open, ')', (size_t)(end - open)) : NULL;
		if (!close)
			return false;
		double v[6];
		int n = 0;
		p = open + 1;
		while (n < 6 && fig_svg_number(&p, close, &v[n]))
			n++;
		if (!one_transform(trim((struct slice){name, (size_t)(open - name)}), v, n, m))
			return false;
		p = close + 1;
	}
}
