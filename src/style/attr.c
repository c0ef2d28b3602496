/* attr.c: attributes of a template's elements to typed values, by the table of the element; and what is told where
 * one is none. */
#include "style/attr.h"

#include <stdlib.h>
#include <string.h>

const char *const sty_role_names[] = {"text", "titel", "ar", "fest", NULL};
static const char *const align_names[] = {"flatter", "block", "mitte", "rechts"};

const char *sty_attr(const struct src_elem *e, const char *name)
{
	for (int i = 0; i < e->nattrs; i++)
		if (STY_IS(&e->attrs[i], name))
			return e->attrs[i].value;
	return NULL;
}

void sty_bad(struct sty_load *l, const struct src_elem *e, const char *attr, const char *value, const char *want)
{
	diag_error(l->d, "GESTALTUNGSWERT", e->file, e->line,
		"„%s“ ist kein Wert für %s in <%s>; erwartet wird %s; bitte berichtigen", value, attr, e->name, want);
}

/* A short list is told whole. */
static const char *all_known(struct mem *m, const char *const *names)
{
	enum { SHORT = 40 };
	struct buf b = {0};
	int n = 0;
	while (names[n])
		n++;
	if (!n || n > SHORT)
		return "sind die Namen der mitgelieferten Gestaltungen";
	for (int i = 0; i < n; i++)
		buf_fmt(&b, "%s%s", !i ? n > 1 ? "sind " : "ist " : i + 1 < n ? ", " : " und ", names[i]);
	return buf_take(&b, m);
}

void sty_unknown(struct sty_load *l, const struct src_elem *e, const char *what, const char *name,
	const char *const *names)
{
	const char *near = sty_nearest(names, name);
	if (near)
		diag_error(l->d, "GESTALTUNG", e->file, e->line,
			"%s „%s“ ist nicht bekannt; gemeint ist vielleicht „%s“; bitte berichtigen oder weglassen",
			what, name, near);
	else
		diag_error(l->d, "GESTALTUNG", e->file, e->line,
			"%s „%s“ ist nicht bekannt; bekannt %s; bitte berichtigen oder weglassen", what, name,
			all_known(l->s->mem, names));
}

/* "7.5", "7,5pt", "36mm" in milli-points; exact, without floating point for the digits */
bool sty_parse_len(const char *s, len_t *out)
{
	int64_t v = 0;
	int decimals = -1, digits = 0;
	bool minus = *s == '-';
	for (s += minus; (*s >= '0' && *s <= '9') || ((*s == '.' || *s == ',') && decimals < 0); s++) {
		if (*s == '.' || *s == ',') {
			decimals = 0;
		} else {
			v = v * 10 + (*s - '0');
			digits++;
			decimals += decimals >= 0;
		}
		if (digits > 9)
			return false;
	}
	int64_t den = 1;
	while (decimals-- > 0)
		den *= 10;
	bool mm = !strcmp(s, "mm");
	if (!digits || (*s && !mm && strcmp(s, "pt")) || v / den > 100000)
		return false;
	*out = mm ? len_scale(v, 720000, den * 254) : len_scale(v, 1000, den);
	if (minus)
		*out = -*out;
	return true;
}

bool sty_parse_rgb(const char *s, sty_rgb *out)
{
	sty_rgb c = 0;
	for (int i = 0; i < 3; i++) {
		char *end;
		long v = strtol(s, &end, 10);
		if (end == s || v < 0 || v > 255)
			return false;
		c = c << 8 | (sty_rgb)v;
		s = end;
	}
	*out = c;
	return !*s;
}

static int index_of(const char *const *names, int n, const char *name)
{
	for (int i = 0; i < n; i++)
		if (!strcmp(names[i], name))
			return i;
	return -1;
}

static bool set_colour(struct sty_load *l, const struct src_elem *e, const char *v, sty_rgb *out)
{
	for (int i = 0; i < l->s->names->ncolours; i++)
		if (!strcmp(l->s->names->colours[i].name, v)) {
			*out = l->s->names->colours[i].rgb;
			return true;
		}
	if (!sty_known(sty_colour_names, v))               /* else it was told as missing */
		sty_unknown(l, e, "Farbe", v, sty_colour_names);
	return true;
}

static bool set_line(struct sty_load *l, const struct src_elem *e, const char *v, struct sty_line *out)
{
	if (!sty_known(sty_line_names, v))
		sty_unknown(l, e, "Linie", v, sty_line_names);
	*out = sty_line(l->s, v);
	return true;
}

static bool set_name(const char *const *names, int n, const char *v, uint8_t *out)
{
	int i = index_of(names, n, v);
	if (i >= 0)
		*out = (uint8_t)i;
	return i >= 0;
}

bool sty_whole(const char *v, int64_t least, int64_t most, int64_t *out)
{
	char *end;
	*out = strtol(v, &end, 10);
	return end != v && !*end && *out >= least && *out <= most;
}

const char *const sty_wanted[] = {
	[STY_AS_LEN] = "eine Länge wie 7.5 (Punkt) oder 36mm",
	[STY_AS_INT] = "eine ganze Zahl von 0 bis 999",
	[STY_AS_FLAG] = "ja oder nein",
	[STY_AS_COLOUR] = "der Name einer Farbe",
	[STY_AS_LINE] = "der Name einer Linie",
	[STY_AS_ROLE] = "text, titel, ar oder fest",
	[STY_AS_ALIGN] = "flatter, block, mitte oder rechts",
	[STY_AS_PERCENT] = "eine ganze Zahl von 0 bis 100",
	[STY_AS_TEXT] = "ein Text",
};

static void set(struct sty_load *l, const struct src_elem *e, const struct sty_attr_row *a, const char *v, void *target)
{
	char *at = (char *)target + a->at;
	int64_t n;
	bool ok = true;
	switch (a->type) {
	case STY_AS_LEN: ok = sty_parse_len(v, (len_t *)(void *)at); break;
	case STY_AS_INT: ok = sty_whole(v, 0, 999, &n); if (ok) *(uint16_t *)(void *)at = (uint16_t)n; break;
	case STY_AS_FLAG: ok = !strcmp(v, "ja") || !strcmp(v, "nein"); *(bool *)at = !strcmp(v, "ja"); break;
	case STY_AS_COLOUR: ok = set_colour(l, e, v, (sty_rgb *)(void *)at); break;
	case STY_AS_LINE: ok = set_line(l, e, v, (struct sty_line *)(void *)at); break;
	case STY_AS_ROLE: ok = set_name(sty_role_names, 4, v, (uint8_t *)at); break;
	case STY_AS_ALIGN: ok = set_name(align_names, 4, v, (uint8_t *)at); break;
	case STY_AS_PERCENT: ok = sty_whole(v, 0, 100, &n); *(len_t *)(void *)at = (len_t)n * 10; break;
	case STY_AS_TEXT: *(const char **)(void *)at = v; break;
	}
	if (!ok)
		sty_bad(l, e, a->name, v, sty_wanted[a->type]);
}

/* All attributes of an element by its table; tells unknown and missing ones. */
void sty_set_all(struct sty_load *l, const struct src_elem *e, const struct sty_attr_row *rows, void *target)
{
	const char *names[32] = {0};
	for (int i = 0; rows[i].name; i++)
		names[i] = rows[i].name;
	for (int i = 0; i < e->nattrs; i++) {
		const struct sty_attr_row *r = rows;
		while (r->name && !STY_IS(r, e->attrs[i].name))
			r++;
		if (r->name)
			set(l, e, r, e->attrs[i].value, target);
		else
			sty_unknown(l, e, "Attribut", e->attrs[i].name, names);
	}
	for (const struct sty_attr_row *r = rows; r->name; r++)
		if (r->needed && !sty_attr(e, r->name))
			diag_error(l->d, "GESTALTUNG-FEHLT", e->file, e->line,
				"In <%s> fehlt das Attribut %s; erwartet wird %s; bitte ergänzen", e->name, r->name,
				sty_wanted[r->type]);
}

bool sty_named(struct sty_load *l, const struct src_elem *e, const char *what, const char *name,
	const char *const *known)
{
	if (name && !sty_known(known, name))
		sty_unknown(l, e, what, name, known);
	return name != NULL;
}

void sty_missing(struct sty_load *l, const struct src_elem *root, const char *const *wanted_names, struct sty_list have,
	const char *what, const char *element)
{
	for (int at = 0; *wanted_names; wanted_names++) {
		bool found = false;
		for (int i = 0; i < have.n && !found; i++, at++) {     /* most stand in the order of what is wanted */
			at = at < have.n ? at : 0;
			const char *name =
				*(const char *const *)(const void *)((const char *)have.first + (size_t)at * have.size);
			found = *name == **wanted_names && !strcmp(name, *wanted_names);
		}
		if (!found)
			diag_error(l->d, "GESTALTUNG-FEHLT", root->file, root->line,
				"Es fehlt %s „%s“; bitte <%s=\"%s\" …> ergänzen", what, *wanted_names, element,
				*wanted_names);
	}
}

int sty_count(const struct src_elem *root, const char *name)
{
	int n = 0;
	for (const struct src_elem *e = root->first; e; e = e->next)
		n += STY_IS(e, name);
	return n;
}
