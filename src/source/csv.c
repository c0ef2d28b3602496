/* csv.c: a data file as spreadsheets write it (RFC 4180): cells between semicolons, commas or tabs, in quotation marks
 * where they hold such a mark or a line end. Each wrong cell is told once, here. */
#include <string.h>

#include "base/file.h"
#include "source/load.h"

enum { CSV_COLS = 64, CSV_ROWS = 100000, MORE_COLS = 16 };     /* MORE: read beyond, so that a row can be counted */

struct reader {
	struct loader *l;
	const char *path;
	const char *p, *end;
	char separator;
	int line;                                      /* of p */
	int begun;                                     /* where the row began */
	const char *cell[CSV_COLS + MORE_COLS];
	size_t n;                                      /* cells of the row, also beyond those kept */
	bool broken;                                   /* told; the rest cannot be read */
	bool faulty;                                   /* told: a cell or a row */
};

static const char *name_of(char separator)
{
	return separator == ';' ? "Semikolon" : separator == ',' ? "Komma" : "Tabulator";
}

/* ---- rows ---- */

static bool at_line_end(const struct reader *r)
{
	return r->p >= r->end || *r->p == '\n' || *r->p == '\r';
}

static void next_line(struct reader *r)
{
	if (r->p < r->end) {
		bool pair = *r->p == '\r' && r->p + 1 < r->end && r->p[1] == '\n';
		r->p += pair ? 2 : 1;
		r->line++;
	}
}

static void blanks(struct reader *r)
{
	while (r->p < r->end && (*r->p == ' ' || (*r->p == '\t' && r->separator != '\t')))
		r->p++;
}

/* From the opening mark on; a line end in it becomes a blank. */
static void quoted(struct reader *r, struct buf *b)
{
	int began = r->line;
	for (r->p++; r->p < r->end; ) {
		if (*r->p == '"' && r->p + 1 < r->end && r->p[1] == '"') {
			buf_chr(b, '"');
			r->p += 2;
		} else if (*r->p == '"') {
			r->p++;
			return;
		} else if (at_line_end(r)) {
			buf_chr(b, ' ');
			next_line(r);
		} else {
			buf_chr(b, *r->p++);
		}
	}
	load_tell(r->l, "CSV", r->path, began,
		"Ein Feld beginnt mit einem Anführungszeichen und endet nicht; erwartet wird das schließende \", "
		"ein \" im Text steht doppelt (\"\"), bitte berichtigen");
	r->broken = true;
}

static void one_cell(struct reader *r)
{
	struct buf b = {0};
	blanks(r);
	bool marks = r->p < r->end && *r->p == '"';
	if (marks) {
		quoted(r, &b);
		blanks(r);
	}
	const char *rest = r->p;
	while (!at_line_end(r) && *r->p != r->separator)
		r->p++;
	if (marks && r->p > rest && !r->broken) {
		load_tell(r->l, "CSV", r->path, r->line,
			"Nach einem Feld in Anführungszeichen folgt „%.40s“; erwartet wird %s oder das Ende der "
			"Zeile, ein "
			"\" im Text steht doppelt (\"\"), bitte berichtigen",
			mem_str(r->l->doc->mem, rest, (size_t)(r->p - rest)), name_of(r->separator));
		r->broken = true;
	}
	if (!marks)
		buf_put(&b, rest, (size_t)(r->p - rest));
	while (!marks && b.len && (b.data[b.len - 1] == ' ' || b.data[b.len - 1] == '\t'))
		b.len--;
	if (r->n < CSV_COLS + MORE_COLS)
		r->cell[r->n] = buf_take(&b, r->l->doc->mem);
	r->n++;
	buf_free(&b);
}

static bool is_empty(const struct reader *r)
{
	for (size_t i = 0; i < r->n && i < CSV_COLS + MORE_COLS; i++)
		if (*r->cell[i])
			return false;
	return true;
}

/* The next row that holds something; empty cells at its end do not count. */
static bool next_row(struct reader *r)
{
	do {
		if (r->p >= r->end || r->broken)
			return false;
		r->begun = r->line;
		r->n = 0;
		one_cell(r);
		while (!r->broken && !at_line_end(r)) {
			r->p++;
			one_cell(r);
		}
		next_line(r);
	} while (is_empty(r) && !r->broken);
	return !r->broken;
}

/* What parts the cells of the head: outside of quotation marks. Excel may say so itself: "sep=;". */
static char separator_of(struct reader *r)
{
	size_t n[3] = {0};
	bool inside = false;
	if (r->end - r->p > 5 && !memcmp(r->p, "sep=", 4) && strchr(";,\t", r->p[4]) &&
		(r->p[5] == '\r' || r->p[5] == '\n')) {
		char c = r->p[4];
		r->p += 5;
		next_line(r);
		return c;
	}
	for (const char *p = r->p; p < r->end && (inside || (*p != '\n' && *p != '\r')); p++) {
		inside ^= *p == '"';
		for (int i = 0; i < 3 && !inside; i++)
			n[i] += *p == ";\t,"[i];
	}
	return n[0] ? ';' : n[1] ? '\t' : n[2] ? ',' : ';';
}

/* ---- figures ---- */

static bool number(const char *s, char point, size_t *decimals)
{
	s += *s == '-' || *s == '+';
	size_t n = strspn(s, "0123456789");
	*decimals = 0;
	if (!n || n > 15)
		return false;
	s += n;
	if (!*s)
		return true;
	*decimals = strspn(s + 1, "0123456789");
	return *s == point && *decimals > 0 && *decimals < 7 && !s[1 + *decimals];
}

/* A point that parts thousands: three digits behind it and no lone zero before it. */
static bool is_thousands(const char *s, const struct buf *before)
{
	const char *b = before->data;
	const size_t n = before->len;
	const bool zero = n && b[n - 1] == '0' && (n == 1 || (n == 2 && *b == '-'));
	return *s == '.' && strspn(s + 1, "0123456789") == 3 && !zero;
}

/* Without signs of thousands, percent and currency, as spreadsheets show them: what it may mean; NULL: nothing. */
static const char *meant(struct mem *m, const char *s)
{
	static const char *const blanks[] = {" ", "\u00A0", "\u202F", "\u2009", "'", "\u2019"};
	static const char *const units[] = {"%", "€", "Euro", "EUR"};
	struct buf b = {0};
	size_t decimals;
	for (const char *next; *s; s = next) {
		next = s + 1;
		for (size_t i = 0; i < sizeof blanks / sizeof *blanks && next == s + 1; i++)
			if (!strncmp(s, blanks[i], strlen(blanks[i])))
				next = s + strlen(blanks[i]);
		const bool blank = next > s + 1 || *s == ' ' || *s == '\'';
		if (!blank && !is_thousands(s, &b))
			buf_chr(&b, *s == '.' ? ',' : *s);
	}
	char *is = b.len ? buf_take(&b, m) : NULL;
	for (size_t i = 0; is && i < sizeof units / sizeof *units; i++) {
		const size_t n = strlen(is), k = strlen(units[i]);
		if (n > k && !strcmp(is + n - k, units[i]))
			is[n - k] = '\0';
	}
	return is && number(is, ',', &decimals) ? is : NULL;
}

/* A figure of a series; a dash says that there is none (told to figure as an empty cell), so that a forgotten one is
 * not taken for a gap. Where a comma parts the cells, decimals come with a point. */
static const char *figure(struct reader *r, const struct doc_csv *c, size_t col)
{
	const char *s = r->cell[col], *head = c->cell[col];
	size_t decimals;
	bool comma = number(s, ',', &decimals), doubtful = comma && r->separator == ',' && decimals == 3;
	if (!strcmp(s, "–") || !strcmp(s, "-"))
		return "";
	if (comma && !doubtful)
		return s;
	if (r->separator == ',' && number(s, '.', &decimals)) {
		char *own = mem_dup(r->l->doc->mem, s);
		*strchr(own, '.') = ',';
		return own;
	}
	const char *proposal = meant(r->l->doc->mem, s);
	r->faulty = true;
	if (!*s)
		load_tell(r->l, "CSV", r->path, r->begun,
			"Spalte %zu (%s) ist leer; "
			"erwartet wird eine Zahl, oder ein Strich (–), wo es keine Angabe gibt",
			col + 1, head);
	else if (doubtful)
		load_tell(r->l, "CSV", r->path, r->begun,
			"„%.60s“ in Spalte %zu (%s) ist nicht eindeutig, Tausender oder Nachkommastellen; "
			"erwartet werden Ziffern ohne Tausenderzeichen, bitte so speichern",
			s, col + 1, head);
	else if (*s == '#' || *s == '=')
		load_tell(r->l, "CSV", r->path, r->begun,
			"„%.60s“ in Spalte %zu (%s) ist eine Formel oder steht für einen Wert, der fehlt; "
			"erwartet wird die Zahl, bitte in der Tabellenkalkulation berichtigen und neu speichern",
			s, col + 1, head);
	else if (proposal)
		load_tell(r->l, "CSV", r->path, r->begun,
			"„%.60s“ in Spalte %zu (%s) ist keine Zahl ohne Zusätze; erwartet werden nur Ziffern und "
			"Dezimalkomma, gemeint ist wohl %s, bitte so speichern",
			s, col + 1, head, proposal);
	else
		load_tell(r->l, "CSV", r->path, r->begun,
			"„%.60s“ in Spalte %zu (%s) ist keine Zahl; "
			"erwartet werden Ziffern mit Dezimalkomma ohne Punkte, zum Beispiel 1234,5, "
			"oder ein Strich (–), wo es keine Angabe gibt",
			s, col + 1, head);
	return "";
}

/* A row or a series that nobody can name; the corner above the names may be empty. */
static void nameless(struct reader *r, const struct doc_csv *c, size_t col)
{
	if (*c->cell[c->rows * c->cols + col] || (!c->rows && !col))
		return;
	r->faulty = true;
	if (c->rows)
		load_tell(r->l, "CSV", r->path, r->begun,
			"Die Zeile hat keinen Namen; erwartet wird in der ersten Spalte, wofür ihre Werte stehen, "
			"bitte ergänzen oder die Zeile streichen");
	else
		load_tell(r->l, "CSV", r->path, r->begun,
			"Spalte %zu hat keinen Namen; erwartet wird in der Kopfzeile, wofür ihre Werte stehen, "
			"bitte ergänzen oder die Spalte streichen",
			col + 1);
}

static void add_row(struct reader *r, struct doc_csv *c)
{
	size_t at = c->rows * c->cols, n = r->n;
	while (n > c->cols && n <= CSV_COLS + MORE_COLS && !*r->cell[n - 1])
		n--;
	if (n != c->cols) {
		r->faulty = true;
		load_tell(r->l, "CSV", r->path, r->begun,
			"Die Zeile hat %zu %s; "
			"erwartet werden %zu wie in der Kopfzeile, getrennt durch %s, bitte prüfen",
			n, n == 1 ? "Spalte" : "Spalten", c->cols, name_of(r->separator));
	}
	for (size_t i = 0; i < c->cols; i++)
		c->cell[at + i] = i >= r->n || (c->rows && i && n != c->cols) ? ""
			: c->rows && i                                     ? figure(r, c, i)
									   : r->cell[i];
	for (size_t i = 0; i < (c->rows ? 1 : c->cols); i++)
		nameless(r, c, i);
	c->line[c->rows++] = r->begun;
}

static size_t lines_of(const struct reader *r)
{
	size_t n = 1;
	for (const char *p = r->p; p < r->end; p++)
		n += *p == '\n' || (*p == '\r' && !(p + 1 < r->end && p[1] == '\n'));
	return n;
}

/* The head says how many cells a row has. */
static bool read_head(struct reader *r, struct doc_csv *c)
{
	if (!next_row(r) && r->broken)
		return false;
	for (c->cols = r->n; c->cols && c->cols <= CSV_COLS + MORE_COLS && !*r->cell[c->cols - 1];)
		c->cols--;
	if (c->cols >= 2 && c->cols <= CSV_COLS)
		return true;
	if (c->cols == 1 && r->n > 1) {
		load_tell(r->l, "CSV", r->path, r->begun,
			"Spalte 2 hat in der ersten Zeile keinen Namen; erwartet wird eine Kopfzeile mit den Namen der "
			"Reihen, bitte ergänzen oder eine Überschrift darüber streichen");
		return false;
	}
	load_tell(r->l, "CSV", r->path, r->begun ? r->begun : 1,
		"Die Kopfzeile hat %zu %s; erwartet werden 2 bis %d Spalten, die erste mit den Namen, getrennt "
		"durch Semikolon, Komma oder Tabulator",
		c->cols, c->cols == 1 ? "Spalte" : "Spalten", CSV_COLS);
	return false;
}

static bool split(struct loader *l, struct doc_csv *c, const char *path)
{
	struct reader r = {.l = l, .path = path, .p = c->data, .end = c->data + c->size, .line = 1};
	if (c->size >= 3 && !memcmp(r.p, "\xEF\xBB\xBF", 3))
		r.p += 3;
	r.separator = separator_of(&r);
	const size_t most = lines_of(&r);
	if (most > CSV_ROWS + 1) {
		load_tell(l, "CSV", path, CSV_ROWS + 1,
			"Die Datei hat mehr als %d Zeilen; das ist die Grenze, bitte die Daten zusammenfassen",
			CSV_ROWS);
		return false;
	}
	if (!read_head(&r, c))
		return false;
	c->cell = MEM_ARRAY(l->doc->mem, const char *, most * c->cols);
	c->line = MEM_ARRAY(l->doc->mem, int, most);
	do
		add_row(&r, c);
	while (next_row(&r));
	if (c->rows < 2 && !r.broken)
		load_tell(l, "CSV", path, r.begun,
			"Die Datei hat keine Zeile unter der Kopfzeile; erwartet wird mindestens eine");
	return c->rows >= 2 && !r.broken && !r.faulty;
}

void load_csv(struct loader *l, const struct doc_node *n, const char *name)
{
	struct doc *doc = l->doc;
	struct doc_csv c = {.path = name};
	for (size_t i = 0; i < doc->ncsvs; i++)
		if (!strcmp(doc->csvs[i].path, name))
			return;
	if (!load_fetch(l, n, "CSV", name, &c.data, &c.size))
		return;
	const char *path = file_join(doc->mem, l->root, name), *other = load_foreign(c.data, c.size);
	if (other)
		load_tell(l, "CSV", path, 1,
			"Das ist %s; erwartet wird eine CSV-Datei, "
			"bitte in der Tabellenkalkulation als „CSV UTF-8“ speichern", other);
	const struct load_versions two = load_versions(c.data, c.size, NULL);
	if (two.from)
		load_tell(l, "CSV", path, two.from, LOAD_VERSIONS, two.to);
	if (other || two.from || !load_is_utf8(l, path, c.data, c.size) || !split(l, &c, path))
		return;
	if ((doc->ncsvs & (doc->ncsvs - 1)) == 0)
		doc->csvs = mem_grow(doc->mem, doc->csvs, doc->ncsvs * sizeof c,
			(doc->ncsvs ? doc->ncsvs * 2 : 1) * sizeof c);
	doc->csvs[doc->ncsvs++] = c;
}
