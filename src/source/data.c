/* data.c: the data files and pictures a document names, read below the folder of the master file. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/u8.h"
#include "source/load.h"

/* Reads a named file into the arena. False: told at the node. */
bool load_fetch(struct loader *l, const struct doc_node *n, const char *code, const char *name, const char **data,
	size_t *size)
{
	struct mem *m = l->doc->mem;
	const char *path = doc_path(l->doc, n), *real = file_inside(m, l->root, name), *why = NULL;
	struct stat st;
	struct buf b = {0};
	if (strstr(name, "://"))
		why = "„%s“ zeigt ins Netz; erlaubt sind nur Dateien im Ordner der Masterdatei";
	else if (!real)
		why = file_exists(file_join(m, l->root, name))
			? "Die Datei „%s“ liegt außerhalb des Ordners der Masterdatei; bitte in diesen Ordner legen"
			: "Die Datei „%s“ wurde nicht gefunden; bitte Namen und Ordner prüfen";
	else if (stat(real, &st) < 0 || !S_ISREG(st.st_mode))
		why = "„%s“ ist keine gewöhnliche Datei; bitte Namen prüfen";
	else if (st.st_size > (off_t)LOAD_DATA_MIB << 20)
		why = "Die Datei „%s“ ist größer als 64 MiB; das ist die Grenze, bitte verkleinern";
	else if (!file_read(&b, real, l->diag))
		why = "Die Datei „%s“ kann nicht gelesen werden; bitte die Rechte prüfen";
	else if (!b.len)
		why = "Die Datei „%s“ ist leer; bitte prüfen";
	if (why)
		load_tell(l, code, path, n->line, why, name);
	else
		load_input(l->doc, real, *data = mem_str(m, b.data, *size = b.len), b.len);
	buf_free(&b);
	return !why;
}

bool load_is_utf8(struct loader *l, const char *path, const char *data, size_t size)
{
	for (const char *s = data, *end = s + size; s < end;) {
		const char *at = s;
		if (*s != '\0' && (u8_get(&s, end) != 0xFFFD || s - at == 3))
			continue;
		load_tell(l, "KODIERUNG", path, load_line(data, at),
			"Das Byte 0x%02X ist kein UTF-8; "
			"erwartet wird UTF-8, bitte beim Speichern „UTF-8“ oder „CSV UTF-8“ wählen",
			(unsigned char)*at);
		return false;
	}
	return true;
}

/* ---- CSV ---- */

struct line { const char *s; size_t n; };

static struct line next_line(const char **p, const char *end)
{
	const char *nl = memchr(*p, '\n', (size_t)(end - *p));
	struct line l = {*p, (size_t)((nl ? nl : end) - *p)};
	*p = nl ? nl + 1 : end;
	if (l.n && l.s[l.n - 1] == '\r')
		l.n--;
	return l;
}

static size_t count_cols(struct line l)
{
	size_t k = 1;
	for (size_t i = 0; i < l.n; i++)
		k += l.s[i] == ';';
	return k;
}

static bool number(const char *s)
{
	s += *s == '-' || *s == '+';
	size_t n = strspn(s, "0123456789");
	if (!n || n > 15)
		return false;
	s += n;
	if (!*s)
		return true;
	return *s == ',' && (n = strspn(s + 1, "0123456789")) > 0 && n < 7 && !s[1 + n];
}

static const char *cell(struct mem *m, const char *s, size_t n)
{
	while (n && (*s == ' ' || *s == '\t')) {
		s++;
		n--;
	}
	while (n && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	if (n >= 2 && s[0] == '"' && s[n - 1] == '"') {
		s++;
		n -= 2;
	}
	return mem_str(m, s, n);
}

/* A figure of a series; a dash says that there is none (told to figure as an empty cell), so that a forgotten one is
 * not taken for a gap. */
static void check_number(struct loader *l, const char *path, int line, struct doc_csv *c, size_t at, size_t col)
{
	const char *s = c->cell[at], *head = c->cell[col];
	if (!strcmp(s, "–") || !strcmp(s, "-"))
		c->cell[at] = "";
	else if (!*s)
		load_tell(l, "CSV", path, line,
			"Spalte %zu (%s) ist leer; "
			"erwartet wird eine Zahl, oder ein Strich (–), wo es keine Angabe gibt",
			col + 1, head);
	else if (!number(s))
		load_tell(l, "CSV", path, line,
			"„%.60s“ in Spalte %zu (%s) ist keine Zahl; "
			"erwartet werden Ziffern mit Dezimalkomma ohne Punkte, zum Beispiel 1234,5",
			s, col + 1, head);
}

static void add_row(struct loader *l, struct doc_csv *c, struct line ln, int line, const char *path)
{
	const char *p = ln.s, *end = ln.s + ln.n;
	size_t at = c->rows * c->cols, cols = count_cols(ln);
	if (cols != c->cols)
		load_tell(l, "CSV", path, line,
			"Die Zeile hat %zu Spalten; "
			"erwartet werden %zu wie in der Kopfzeile, bitte die Semikolons prüfen",
			cols, c->cols);
	for (size_t i = 0; i < c->cols; i++) {
		const char *sep = p < end ? memchr(p, ';', (size_t)(end - p)) : NULL;
		const char *stop = sep ? sep : end;
		c->cell[at + i] = p <= end ? cell(l->doc->mem, p, (size_t)(stop - p)) : "";
		if (c->rows && i && cols == c->cols)
			check_number(l, path, line, c, at + i, i);
		p = sep ? sep + 1 : end + 1;
	}
	c->line[c->rows++] = line;
}

enum { CSV_COLS = 64, CSV_ROWS = 100000 };

static bool split(struct loader *l, struct doc_csv *c, const char *path)
{
	const char *p = c->data, *end = c->data + c->size;
	if (c->size >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3))
		p += 3;
	const char *body = p;
	size_t most = 0;
	for (const char *q = p; q < end; most++)
		next_line(&q, end);
	c->cols = count_cols(next_line(&p, end));
	if (c->cols < 2 || c->cols > CSV_COLS) {
		load_tell(l, "CSV", path, 1,
			"Die Kopfzeile hat %zu Spalten; "
			"erwartet werden mit Semikolon getrennt 2 bis %d Spalten, die erste mit den Namen",
			c->cols, CSV_COLS);
		return false;
	}
	if (most > CSV_ROWS) {
		load_tell(l, "CSV", path, CSV_ROWS + 1,
			"Die Datei hat mehr als %d Zeilen; das ist die Grenze, bitte die Daten zusammenfassen",
			CSV_ROWS);
		return false;
	}
	c->cell = MEM_ARRAY(l->doc->mem, const char *, most * c->cols);
	c->line = MEM_ARRAY(l->doc->mem, int, most);
	int line = 0;
	for (p = body; p < end;) {
		struct line ln = next_line(&p, end);
		line++;
		if (ln.n)
			add_row(l, c, ln, line, path);
	}
	if (c->rows < 2)
		load_tell(l, "CSV", path, line,
			"Die Datei hat keine Zeile unter der Kopfzeile; erwartet wird mindestens eine");
	return c->rows >= 2;
}

static void add_csv(struct loader *l, const struct doc_node *n, const char *name)
{
	struct doc *doc = l->doc;
	struct doc_csv c = {.path = name};
	for (size_t i = 0; i < doc->ncsvs; i++)
		if (!strcmp(doc->csvs[i].path, name))
			return;
	if (!load_fetch(l, n, "CSV", name, &c.data, &c.size))
		return;
	const char *path = file_join(doc->mem, l->root, name);
	if (!load_is_utf8(l, path, c.data, c.size) || !split(l, &c, path))
		return;
	if ((doc->ncsvs & (doc->ncsvs - 1)) == 0)
		doc->csvs = mem_grow(doc->mem, doc->csvs, doc->ncsvs * sizeof c,
			(doc->ncsvs ? doc->ncsvs * 2 : 1) * sizeof c);
	doc->csvs[doc->ncsvs++] = c;
}

/* ---- pictures ---- */

enum { LOOKED_AT = 4096 };                             /* bytes for the first tag of an SVG */

static bool known_picture(const char *data, size_t size)
{
	return (size > 8 && !memcmp(data, "\x89PNG\r\n\x1a\n", 8)) || (size > 3 && !memcmp(data, "\xFF\xD8\xFF", 3)) ||
	       (size > 5 && memmem(data, size < LOOKED_AT ? size : LOOKED_AT, "<svg", 4));
}

static void add_picture(struct loader *l, const struct doc_node *n, const char *name)
{
	struct doc *doc = l->doc;
	struct doc_picture p = {.path = name, .node = n};
	for (size_t i = 0; i < doc->npictures; i++)
		if (!strcmp(doc->pictures[i].path, name))
			return;
	if (!load_fetch(l, n, "BILDDATEI", name, &p.data, &p.size))
		return;
	if (!known_picture(p.data, p.size)) {
		load_tell(l, "BILDDATEI", doc_path(doc, n), n->line,
			"„%s“ ist kein PNG, JPEG oder SVG; bitte das Bild in einem dieser Formate speichern", name);
		return;
	}
	if ((doc->npictures & (doc->npictures - 1)) == 0)
		doc->pictures = mem_grow(doc->mem, doc->pictures, doc->npictures * sizeof p,
			(doc->npictures ? doc->npictures * 2 : 1) * sizeof p);
	doc->pictures[doc->npictures++] = p;
}

void load_data(struct loader *l)
{
	for (const struct doc_node *n = l->doc->root; n; n = doc_walk(l->doc->root, n)) {
		const char *daten = n->kind == DOC_DIAGRAMM ? doc_get(n, DOC_A_DATEN) : NULL;
		const char *datei = n->kind == DOC_ABBILDUNG || n->kind == DOC_LOGO ? doc_get(n, DOC_A_DATEI) : NULL;
		const char *anlage = n->kind == DOC_ANLAGE ? doc_get(n, DOC_A_DATEI) : NULL;
		if (n->kind == DOC_LITERATUR && doc_get(n, DOC_A_DATEI))
			load_literatur(l, n, doc_get(n, DOC_A_DATEI));
		if (anlage)
			load_beilage(l, n, anlage);
		if (daten)
			add_csv(l, n, daten);
		if (datei)
			add_picture(l, n, datei);
	}
}
