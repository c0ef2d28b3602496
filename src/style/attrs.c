/* attrs.c: the text of an attribute to a typed value. A table of attributes per element says what may stand there; what
 * is unknown, missing or no value of its type is told. */
#include "style/attrs.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

const char *const sty_role_names[STY_ROLE_MAX] = {"text", "titel", "ar", "fest"};
static const char *const align_names[] = {"flatter", "block", "mitte", "rechts"};

const char *sty_get(const struct src_elem *e, const char *name)
{
	for (int i = 0; i < e->nattrs; i++)
		if (!strcmp(e->attrs[i].name, name))
			return e->attrs[i].value;
	return NULL;
}

void sty_bad(struct sty_load *l, const struct src_elem *e, const char *attr, const char *value, const char *want)
{
	diag_error(l->d, "VORLAGENWERT", e->file, e->line,
		"„%s“ ist kein Wert für %s in <%s>; erwartet wird %s; bitte berichtigen", value, attr, e->name, want);
}

void sty_unknown(struct sty_load *l, const struct src_elem *e, const char *what, const char *name,
	const char *const *names)
{
	const char *near = sty_nearest(names, name);
	if (near)
		diag_error(l->d, "VORLAGE", e->file, e->line,
			"%s „%s“ ist nicht bekannt; gemeint ist vielleicht „%s“; bitte berichtigen oder weglassen",
			what, name, near);
	else
		diag_error(l->d, "VORLAGE", e->file, e->line,
			"%s „%s“ ist nicht bekannt; bekannt sind die Namen der mitgelieferten Vorlagen; bitte "
			"berichtigen oder weglassen",
			what, name);
}

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

bool sty_parse_int(const char *v, int64_t least, int64_t most, int64_t *out)
{
	char *end;
	*out = strtol(v, &end, 10);
	return end != v && !*end && *out >= least && *out <= most;
}

const char sty_length_wanted[] = "eine Länge wie 7.5 (Punkt) oder 36mm";

static const char *const wanted[] = {
	[LEN] = sty_length_wanted,
	[INT] = "eine ganze Zahl von 0 bis 999",
	[FLAG] = "ja oder nein",
	[COLOUR] = "der Name einer Farbe",
	[LINE] = "der Name einer Linie",
	[ROLE] = "text, titel, ar oder fest",
	[ALIGN] = "flatter, block, mitte oder rechts",
	[PERCENT] = "eine ganze Zahl von 0 bis 100",
	[TEXT] = "ein Text",
};

static void set(struct sty_load *l, const struct src_elem *e, const struct sty_attr *a, const char *v, void *target)
{
	char *at = (char *)target + a->at;
	int64_t n;
	bool ok = true;
	switch (a->type) {
	case LEN: ok = sty_parse_len(v, (len_t *)(void *)at); break;
	case INT: ok = sty_parse_int(v, 0, 999, &n); if (ok) *(uint16_t *)(void *)at = (uint16_t)n; break;
	case FLAG: ok = !strcmp(v, "ja") || !strcmp(v, "nein"); *(bool *)at = !strcmp(v, "ja"); break;
	case COLOUR: ok = set_colour(l, e, v, (sty_rgb *)(void *)at); break;
	case LINE: ok = set_line(l, e, v, (struct sty_line *)(void *)at); break;
	case ROLE: ok = set_name(sty_role_names, 4, v, (uint8_t *)at); break;
	case ALIGN: ok = set_name(align_names, 4, v, (uint8_t *)at); break;
	case PERCENT: ok = sty_parse_int(v, 0, 100, &n); *(len_t *)(void *)at = (len_t)n * 10; break;
	case TEXT: *(const char **)(void *)at = v; break;
	}
	if (!ok)
		sty_bad(l, e, a->name, v, wanted[a->type]);
}

/* All attributes of an element by its table; tells unknown and missing ones. */
void sty_set_all(struct sty_load *l, const struct src_elem *e, const struct sty_attr *rows, void *target)
{
	const char *names[32] = {0};
	for (int i = 0; rows[i].name; i++)
		names[i] = rows[i].name;
	for (int i = 0; i < e->nattrs; i++) {
		const struct sty_attr *r = rows;
		while (r->name && strcmp(r->name, e->attrs[i].name))
			r++;
		if (r->name)
			set(l, e, r, e->attrs[i].value, target);
		else
			sty_unknown(l, e, "Attribut", e->attrs[i].name, names);
	}
	for (const struct sty_attr *r = rows; r->name; r++)
		if (r->needed && !sty_get(e, r->name))
			diag_error(l->d, "VORLAGE-FEHLT", e->file, e->line,
				"In <%s> fehlt das Attribut %s; erwartet wird %s; bitte ergänzen", e->name, r->name,
				wanted[r->type]);
}

/* "a|b|c" as "a, b oder c" */
const char *sty_spoken(struct sty_load *l, const char *choices)
{
	struct buf b = {0};
	for (const char *c = choices; *c; c++)
		if (*c == '|')
			buf_str(&b, strchr(c + 1, '|') ? ", " : " oder ");
		else
			buf_chr(&b, *c);
	return buf_take(&b, l->s->mem);
}

bool sty_chosen(const char *choices, const char *v)
{
	size_t n = strlen(v);
	for (const char *c = choices; c; c = strchr(c, '|') ? strchr(c, '|') + 1 : NULL)
		if (!strncmp(c, v, n) && (c[n] == '|' || !c[n]))
			return true;
	return !choices;
}

int sty_count(const struct src_elem *root, const char *name)
{
	int n = 0;
	for (const struct src_elem *e = root->first; e; e = e->next)
		n += !strcmp(e->name, name);
	return n;
}
