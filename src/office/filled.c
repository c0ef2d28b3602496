/* filled.c: sheets that word processors and spreadsheets gave back. Their fields are found by the words beside them,
 * not by controls, which programs drop or turn into others; what was written elsewhere is told, never lost. */
#include <stdlib.h>
#include <string.h>

#include "base/money.h"
#include "base/u8.h"
#include "office/point.h"

/* ---- words as word processors change them */

struct sign { const char *of, *as; };
static const struct sign signs[] = {{"\u00A0", " "}, {"\u202F", " "}, {"\u2009", " "}, {"|", " "}, {"\u00AD", ""},
	{"\u200B", ""}, {"\u2060", ""}, {"\uFEFF", ""}, {"„", "\""}, {"“", "\""}, {"”", "\""}, {"»", "\""}, {"«", "\""},
	{"‚", "'"}, {"‘", "'"}, {"’", "'"}, {"›", "'"}, {"‹", "'"}, {"–", "-"}, {"—", "-"}, {"‑", "-"}, {"‐", "-"},
	{"…", "..."}};

static const struct sign *sign_at(const char *s)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (!strncmp(s, signs[i].of, strlen(signs[i].of)))
			return &signs[i];
	return NULL;
}

/* The text with plain signs, blanks folded. */
static char *plain(struct mem *m, const char *s)
{
	struct buf b = {0};
	while (*s) {
		const struct sign *x = sign_at(s);
		buf_str(&b, x ? x->as : "");
		if (!x)
			buf_chr(&b, strchr("\t\r\n", *s) ? ' ' : *s);
		s += x ? strlen(x->of) : 1;
	}
	char *folded = buf_line(m, b.data ? b.data : "");
	buf_free(&b);
	return folded;
}

/* Programs that save a table as Windows-1252 put "?" for what that lacks: a narrow blank, for one. */
bool off_alike(const char *a, const char *b)
{
	struct mem *m = mem_new();
	const char *is = plain(m, a), *was = plain(m, b), *end = was + strlen(was);
	while (*is && *was) {
		const char *one = was;
		const uint32_t old = u8_get(&was, end);
		const bool lost = *is == '?' && (old == ' ' || old > 0x7F);
		if (!lost && strncmp(is, one, (size_t)(was - one)) != 0)
			break;
		is += lost ? 1 : was - one;
	}
	const bool same = !*is && !*was;
	mem_free(m);
	return same;
}

/* ---- values */

static const char *choice(struct mem *m, enum doc_punkt_art art, enum off_field f, const char *written)
{
	size_t n;
	const struct off_entry *e = off_entries(art, &n);
	for (size_t i = 0; i < n; i++)
		for (int k = 0; e[i].field == f && k < e[i].n; k++)
			if (!strcasecmp(plain(m, written), plain(m, e[i].shown[k])))
				return e[i].values[k];
	return written;
}

static const char *status(struct mem *m, const char *written)
{
	static const struct { const char *says, *means; } others[] = {{"bleibt", "unveraendert"},
		{"gilt weiter", "unveraendert"}, {"erledigt", "abgeschlossen"}, {"entfällt", "entfallen"}};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (!strcasecmp(written, others[i].says))
			return others[i].means;
	return choice(m, DOC_P_MASSNAHME, OFF_STATUS, written);
}

/* "37.720,5" or "37 720,5": its groups are three digits each; else as it stands. */
static const char *number(struct mem *m, const char *written)
{
	struct buf b = {0};
	const char *s = plain(m, written), *comma = strchr(s, ',');
	const size_t whole = comma ? (size_t)(comma - s) : strlen(s);
	size_t digits = 0;
	for (size_t i = 0; i < whole; i++) {
		const bool apart = (s[i] == '.' || s[i] == ' ') && i && (whole - i) % 4 == 0;
		if (!apart && (s[i] < '0' || s[i] > '9')) {
			buf_free(&b);
			return written;
		}
		if (!apart) {
			buf_chr(&b, s[i]);
			digits++;
		}
	}
	buf_str(&b, comma ? comma : "");
	return digits ? buf_take(&b, m) : written;
}

static const char *amount(struct mem *m, const char *written)
{
	struct buf b = {0};
	money_t v;
	char *s = plain(m, written);
	static const char *const units[] = {" Euro", " EUR", " €", "€"};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		const size_t n = strlen(s), k = strlen(units[i]);
		if (n > k && !strcmp(s + n - k, units[i]))
			s[n - k] = '\0';
	}
	if (!money_parse(&v, s) && !money_parse_printed(&v, s))
		return written;
	money_put_plain(&b, v);
	return buf_take(&b, m);
}

/* "31. Dezember 2019", "31.12.2019", "12/2019": the numbers from behind are year, month, day. */
static const char *day(struct mem *m, const char *written)
{
	struct buf b = {0};
	struct date d = {0};
	int parts[3] = {0}, n = 0;
	const char *s = plain(m, written);
	if (date_parse(&d, s))
		return s;
	while (*s && n < 3) {
		const size_t digits = strspn(s, "0123456789"), word = strcspn(s, " .,/0123456789");
		if (digits && digits <= 4)
			parts[n++] = (int)strtol(s, NULL, 10);
		else if (!digits && word && date_month_named(s, word))
			parts[n++] = date_month_named(s, word);
		else if (digits || word)
			return written;
		s += digits ? digits : word ? word : 1;
	}
	if (*s || !n || parts[n - 1] < 1000)
		return written;
	buf_fmt(&b, "%04d", parts[n - 1]);
	for (int i = n - 2; i >= 0; i--)
		buf_fmt(&b, "-%02d", parts[i]);
	const char *iso = buf_take(&b, m);
	return date_parse(&d, iso) ? iso : written;
}

/* A deadline is a year; a day in it says it, too. */
static const char *year(struct mem *m, const char *written)
{
	struct date d;
	const char *iso = day(m, written);
	return date_parse(&d, iso) ? mem_fmt(m, "%04d", d.year) : number(m, written);
}

const char *off_value(struct mem *m, enum off_field f, const char *written)
{
	const char *s = buf_line(m, written);
	if (!*s)
		return s;
	switch ((int)f) {
	case OFF_STATUS:     return status(m, s);
	case OFF_BLEIBT:     return !strcasecmp(s, "nein") ? "" : choice(m, DOC_P_KENNZAHL, f, s);
	case OFF_KOSTEN_NEU: return amount(m, s);
	case OFF_FRIST_NEU:  return year(m, s);
	case OFF_WERT:       return number(m, s);
	case OFF_STICHTAG:   return day(m, s);
	}
	return s;
}

/* ---- the form */

/* What programs show in a field that nobody filled in. */
static bool is_empty(const char *text)
{
	static const char *const hints[] = {OFF_ASK, OFF_WRITE, "Wählen Sie ein Element aus.",
		"Klicken oder tippen Sie hier, um Text einzugeben.", "Klicken Sie hier, um Text einzugeben.",
		"Klicken oder tippen Sie, um ein Datum einzugeben.", "Klicken Sie hier, um ein Datum einzugeben.",
		"Click or tap here to enter text.", "Choose an item.", "Click or tap to enter a date."};
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
		if (off_alike(text, hints[i]))
			return true;
	return !*text;
}

/* What stands in front, up to a bracket, is enough: people explain. */
static bool labelled(struct mem *m, const char *text, const char *label)
{
	char *a = plain(m, text), *b = plain(m, label);
	a[strcspn(a, "(")] = b[strcspn(b, "(")] = '\0';
	for (size_t n = strlen(a); n && strchr(" :", a[n - 1]); n--)
		a[n - 1] = '\0';
	for (size_t n = strlen(b); n && b[n - 1] == ' '; n--)
		b[n - 1] = '\0';
	return *a && !strcasecmp(a, b);
}

/* The field that a row is for; OFF_ID: the key, OFF_FIELDS: none. */
static enum off_field field_of(struct mem *m, const char *label)
{
	if (labelled(m, label, OFF_KEY_LABEL))
		return OFF_ID;
	for (int f = OFF_BISHER; f <= OFF_PARTNER; f++)
		if (labelled(m, label, off_known_label(f)))
			return f;
	for (int art = 0; art <= DOC_P_SATZ; art++) {
		size_t n;
		const struct off_entry *e = off_entries(art, &n);
		for (size_t i = 0; i < n; i++)
			if (labelled(m, label, e[i].label))
				return e[i].field;
	}
	return OFF_FIELDS;
}

/* Some write behind the hint instead of in its place. */
static const char *past_hint(const char *s)
{
	static const char *const hints[] = {OFF_ASK " ", OFF_WRITE " "};
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
		if (!strncmp(s, hints[i], strlen(hints[i])))
			return s + strlen(hints[i]);
	return s;
}

/* What stands beside the label, of all columns that came to be. */
static const char *entry_of(struct mem *m, const struct off_row *r)
{
	struct buf b = {0};
	for (int i = 1; i < r->n; i++) {
		buf_str(&b, b.len && *r->cell[i] ? " " : "");
		buf_str(&b, r->cell[i]);
	}
	const char *s = buf_take(&b, m);
	return is_empty(s) ? "" : past_hint(s);
}

static void key(struct mem *m, const char *text, const char **cell)
{
	char *save = NULL, *s = plain(m, text);
	cell[OFF_AUSGABE] = strtok_r(s, " ", &save);
	cell[OFF_ART] = strtok_r(NULL, " ", &save);
	cell[OFF_ID] = strtok_r(NULL, "", &save);      /* with what was added to it: that is no id, and told */
	for (int f = OFF_AUSGABE; f <= OFF_ID; f++)
		cell[f] = cell[f] ? cell[f] : "";
}

static struct off_row *new_row(struct mem *m, struct off_table *t, size_t *cap, const struct off_row *from)
{
	MEM_ROOM_IN(m, t->row, t->n, *cap);
	struct off_row *r = &t->row[t->n++];
	*r = (struct off_row){MEM_ARRAY(m, const char *, OFF_FIELDS), OFF_FIELDS, from->line, from->table};
	for (int f = 0; f < OFF_FIELDS; f++)
		r->cell[f] = "";
	return r;
}

/* A sheet that a spreadsheet kept: its first row has the names. */
static bool is_named(const struct off_row *r)
{
	return r->table && r->n > OFF_ID && !strcmp(r->cell[OFF_AUSGABE], off_field_names[OFF_AUSGABE]) &&
		!strcmp(r->cell[OFF_ART], off_field_names[OFF_ART]);
}

static struct off_table rest_of(struct mem *m, const struct off_table *rows, size_t from)
{
	struct off_table t = {NULL, 0};
	size_t cap = 0;
	for (size_t i = from; i < rows->n; i++) {
		MEM_ROOM_IN(m, t.row, t.n, cap);
		t.row[t.n++] = rows->row[i];
	}
	return t;
}

/* A row that was divided is still one. */
static void join(struct mem *m, const char **cell, const char *more)
{
	*cell = !**cell ? more : !*more ? *cell : mem_fmt(m, "%s %s", *cell, more);
}

struct off_table off_filled_read(struct mem *m, const struct off_table *rows, bool *form)
{
	struct off_table t = {NULL, 0};
	struct off_row *at = NULL;
	size_t cap = 0;
	*form = false;
	for (size_t i = 0; i < rows->n; i++) {
		const struct off_row *r = &rows->row[i];
		if (!t.n && is_named(r))
			return rest_of(m, rows, i);
		const enum off_field f = r->table && r->n > 1 ? field_of(m, r->cell[0]) : OFF_FIELDS;
		*form |= f == OFF_ID;
		if (!t.n && f < OFF_FIELDS)
			memcpy(new_row(m, &t, &cap, r)->cell, off_field_names, sizeof off_field_names);
		if (f == OFF_ID || (f < OFF_FIELDS && (!at || at->table != r->table)))
			at = new_row(m, &t, &cap, r);
		if (f == OFF_ID)
			key(m, entry_of(m, r), at->cell);
		else if (f < OFF_FIELDS)
			join(m, &at->cell[f], entry_of(m, r));
	}
	return *form ? t : (struct off_table){NULL, 0};
}

/* ---- what stands elsewhere */

/* Is that paragraph one of the form's own? */
static bool is_ours(struct mem *m, const struct off_filled *of, const char *text)
{
	const struct style *style = of->e->style;
	const char *own[] = {off_form_intro, sty_word(style, "amtsleitung"), sty_word(style, "arbeitsblatt"),
		sty_word(style, "intern"), style->town};
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (own[i] && off_alike(text, own[i]))
			return true;
	for (size_t i = 0; i < of->points->n; i++) {
		const struct off_point *p = &of->points->at[i];
		const char *row[OFF_FIELDS];
		off_point_row(m, of->e, p, row);
		if (off_alike(text, row[OFF_WAS]) ||
			off_alike(text, off_point_title(m, of->e, p->p.art, row[OFF_WAS])) ||
			off_alike(text, off_form_title(m, off_stelle_name(of->e->doc, p->p.stelle))))
			return true;
	}
	return false;
}

static bool is_own_label(const char *text)
{
	if (off_alike(text, OFF_KEY_LABEL))
		return true;
	for (int f = OFF_BISHER; f <= OFF_PARTNER; f++)
		if (off_alike(text, off_known_label(f)))
			return true;
	for (int art = 0; art <= DOC_P_SATZ; art++) {
		size_t n;
		const struct off_entry *e = off_entries(art, &n);
		for (size_t i = 0; i < n; i++)
			if (off_alike(text, e[i].label))
				return true;
	}
	return false;
}

static bool is_head(const struct off_row *r)
{
	return off_alike(r->cell[0], off_form_heads[0]) && off_alike(r->cell[1], off_form_heads[1]);
}

static const char *all_of(struct mem *m, const struct off_row *r)
{
	struct buf b = {0};
	for (int i = 0; i < r->n; i++)
		buf_fmt(&b, "%s%s", b.len && *r->cell[i] ? " | " : "", buf_line(m, r->cell[i]));
	return buf_take(&b, m);
}

void off_filled_tell(struct mem *m, const struct off_filled *of, const struct off_table *rows, struct diag *d)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct off_row *r = &rows->row[i];
		const bool field = r->table && r->n >= 2;
		const char *says = all_of(m, r);
		if (!*says || (field && (is_own_label(r->cell[0]) || is_head(r))) ||
			(!field && of->points && is_ours(m, of, r->cell[0])))
			continue;
		diag_warn(d, "ANTWORTTEXT", of->path, r->line,
			"„%s“ steht neben den Feldern; das wird nicht von selbst eingetragen, bitte von Hand "
			"übernehmen",
			says);
	}
}
