/* sheet.c: cells to tables, numbers as they are shown. */
#include "import/sheet.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

void sheet_begin(struct sheet *s, struct imp_flow *f, const char *name)
{
	*s = (struct sheet){.f = f, .to = f->root};
	if (!name)
		return;
	struct imp_node *h = imp_add(f, f->root, IMP_HEADING);
	h->level = 1;
	imp_add_text(f, h, name, strlen(name), 0);
}

static void end_row(struct sheet *s)
{
	if (s->row && !s->row->first)
		imp_cut(s->row);
	if (s->row && !s->row->first)
		s->table = NULL;                               /* an empty one */
	s->row = NULL;
}

void sheet_row(struct sheet *s, int line)
{
	bool gap = line > s->line + 1;
	if (s->row)
		end_row(s);
	if (gap)
		s->table = NULL;
	if (!s->table) {
		s->table = imp_add(s->f, s->to, IMP_TABLE);
		s->table->line = line;
	}
	s->row = imp_add(s->f, s->table, IMP_ROW);
	s->row->line = s->line = line;
	s->column = 0;
}

struct imp_node *sheet_cell(struct sheet *s, int column, const char *text)
{
	if (!*text || !s->row)
		return NULL;
	if (column > s->column)
		imp_add(s->f, s->row, IMP_CELL)->cols = column - s->column;
	struct imp_node *c = imp_add(s->f, s->row, IMP_CELL), *p = imp_add(s->f, c, IMP_PARA);
	for (const char *at = text;; at++) {
		size_t n = strcspn(at, "\r\n");
		imp_add_text(s->f, p, at, n, 0);
		at += n;
		if (!*at)
			break;
		imp_add(s->f, p, IMP_LINE);
		at += *at == '\r' && at[1] == '\n';
	}
	s->column = column + 1;
	return c;
}

/* ---- cells that go on below */

struct tall { struct imp_node *cell; int column; };

static int from_the_right(const void *a, const void *b)
{
	return ((const struct tall *)b)->column - ((const struct tall *)a)->column;
}

/* The empty cells of a row in those columns, which a cell above covers. */
static void cut_columns(struct imp_node *row, int column, int n)
{
	int at = 0;
	for (struct imp_node *c = row->first, *next; c && at < column + n; c = next) {
		const int end = at + c->cols, from = at > column ? at : column;
		const int to = end < column + n ? end : column + n;
		next = c->next;
		at = end;
		if (to <= from || c->first)
			continue;
		c->cols -= to - from;
		if (!c->cols)
			imp_cut(c);
	}
}

static void cover(struct tall t)
{
	const struct imp_node *row = t.cell->parent;
	const int end = row->line + t.cell->rows;
	t.cell->rows = 1;
	for (struct imp_node *r = row->next; r && r->line < end; r = r->next) {
		cut_columns(r, t.column, t.cell->cols);
		t.cell->rows++;
	}
}

/* From the right on, so that the columns left of a cut stay where they are. */
static void cover_all(struct mem *m, struct imp_node *table)
{
	struct tall *all = NULL;
	size_t n = 0, cap = 0;
	for (struct imp_node *r = table->first; r; r = r->next) {
		int at = 0;
		for (struct imp_node *c = r->first; c; at += c->cols, c = c->next)
			if (c->rows > 1) {
				MEM_ROOM_IN(m, all, n, cap);
				all[n++] = (struct tall){c, at};
			}
	}
	if (n)
		qsort(all, n, sizeof *all, from_the_right);
	for (size_t i = 0; i < n; i++)
		cover(all[i]);
}

void sheet_cover(struct imp_flow *f, struct imp_node *from)
{
	for (struct imp_node *n = from; n; n = n->next)
		if (n->kind == IMP_TABLE)
			cover_all(f->mem, n);
}

void sheet_end(struct sheet *s)
{
	end_row(s);
	for (struct imp_node *n = s->to->first, *next; n; n = next) {
		next = n->next;
		if (n->kind == IMP_TABLE && !n->first)
			imp_cut(n);
	}
}

/* ---- numbers */

/* The format's signs without what is quoted, escaped or in brackets, and only its first part. */
static void bare(char *out, size_t room, const char *format, bool *euro)
{
	size_t n = 0;
	bool quoted = false;
	*euro = strstr(format, "€") || strstr(format, "EUR");
	for (; *format && (quoted || *format != ';') && n + 1 < room; format++) {
		if (*format == '"')
			quoted = !quoted;
		else if (*format == '[')
			format += strcspn(format, "]") - (format[strcspn(format, "]")] ? 0 : 1);
		else if ((*format == '\\' || *format == '_') && format[1])
			format++;
		else if (!quoted)
			out[n++] = *format;
	}
	out[n] = '\0';
}

/* Words that the format puts around each number; those of money are the sign of it. */
static void words_of(const char *format, struct buf *before, struct buf *behind)
{
	struct buf *to = before;
	bool quoted = false;
	for (const char *s = format; *s && (quoted || *s != ';'); s++) {
		if (*s == '"')
			quoted = !quoted;
		else if (quoted)
			buf_chr(to, *s);
		else if (*s == '[')
			s += strcspn(s, "]") - (s[strcspn(s, "]")] ? 0 : 1);
		else if ((*s == '\\' || *s == '_' || *s == '*') && s[1])
			s++;
		else if (strchr("0#?", *s))
			to = behind;
	}
	if (before->len && strstr(before->data, "EUR"))
		buf_clear(before);
	if (behind->len && (strstr(behind->data, "EUR") || strstr(behind->data, "€")))
		buf_clear(behind);
}

static const char *worded(struct mem *m, const char *text, const char *format)
{
	struct buf before = {0}, behind = {0};
	words_of(format, &before, &behind);
	if (before.len || behind.len)
		text = mem_fmt(m, "%s%s%s", before.len ? before.data : "", text, behind.len ? behind.data : "");
	buf_free(&before);
	buf_free(&behind);
	return text;
}

static const char *date_of(struct mem *m, double v, const char *format)
{
	bool day = strpbrk(format, "dDyY") != NULL, hour = strpbrk(format, "hHsS") != NULL;
	struct buf b = {0};
	if (day) {
		/* the 0th is 30 December 1899, for days after the 29 February 1900 that never was */
		struct date d = date_from_days((int32_t)floor(v) - 25569);
		buf_fmt(&b, "%02d.%02d.%04d", d.day, d.month, d.year);
	}
	if (hour) {
		long minutes = lround((v - floor(v)) * 1440);
		buf_fmt(&b, "%s%02ld:%02ld", day ? " " : "", minutes / 60 % 24, minutes % 60);
	}
	return buf_take(&b, m);
}

static const char *grouped(struct mem *m, const char *digits, bool group)
{
	struct buf b = {0};
	size_t minus = *digits == '-', whole = strcspn(digits + minus, ".");
	if (minus)
		buf_str(&b, "-");
	for (size_t i = 0; i < whole; i++) {
		if (group && i && (whole - i) % 3 == 0)
			buf_chr(&b, '.');
		buf_chr(&b, digits[minus + i]);
	}
	if (digits[minus + whole]) {
		buf_chr(&b, ',');
		buf_str(&b, digits + minus + whole + 1);
	}
	return buf_take(&b, m);
}

static bool is_general(const char *signs)
{
	return strstr(signs, "General") || !*signs || *signs == '@';
}

static bool is_date(const char *signs)
{
	return !strpbrk(signs, "#0?") && strpbrk(signs, "dmyhsDMYHS");
}

static int places_of(const char *signs)
{
	const char *point = strchr(signs, '.');
	size_t places = point ? strspn(point + 1, "0#?") : 0;
	return places > 10 ? 10 : (int)places;
}

const char *sheet_number(struct mem *m, const char *value, const char *format, int epoch)
{
	char signs[64], digits[64], *end;
	bool euro = false;
	double v = strtod(value, &end);
	if (end == value || *end || !isfinite(v))
		return value;
	bare(signs, sizeof signs, format ? format : "", &euro);
	bool percent = strchr(signs, '%') != NULL, general = is_general(signs);
	if (is_date(signs) && !general && v >= 0 && v < 2958466)
		return date_of(m, strpbrk(signs, "dDyY") ? v + epoch : v, signs);
	v = percent ? v * 100 : v;
	if (fabs(v) >= 1e15 || (v != 0 && fabs(v) < 1e-6))
		return value;
	if (general)
		snprintf(digits, sizeof digits, "%.15g", v);
	else
		snprintf(digits, sizeof digits, "%.*f", places_of(signs), v);
	const char *text = grouped(m, digits, !general && strchr(signs, ',') != NULL);
	text = format ? worded(m, text, format) : text;
	return percent ? mem_fmt(m, "%s %%", text) : euro ? mem_fmt(m, "%s €", text) : text;
}
