/* pdfodd.c: text of a PDF whose fonts do not say which letters they show: what comes out is nothing, signs or wrong
 * letters, and looks like text. */
#include <string.h>

#include "base/program.h"
#include "base/u8.h"
#include "import/bag.h"
#include "import/pdf.h"

static const char because[] = "Schrift, die nicht sagt, welche Buchstaben ihre Zeichen sind; ihr Text fehlt oder ist "
	"falsch: bitte mit einer Texterkennung (OCR) lesen lassen";

/* ---- fonts ---- */

/* The columns of pdffonts as its line of dashes says them. */
enum { NAME, TYPE, ENCODING, EMBEDDED, SUBSET, UNICODE, COLUMNS };
struct column { size_t from, n; };

static bool read_columns(const char *dashes, struct column *c)
{
	size_t at = 0;
	for (int i = 0; i < COLUMNS; i++) {
		c[i] = (struct column){at, strspn(dashes + at, "-")};
		at += c[i].n;
		at += strspn(dashes + at, " ");
	}
	return c[UNICODE].n > 0;
}

static bool says(const char *line, const struct column *c, const char *word)
{
	return strlen(line) >= c->from + strlen(word) && !strncmp(line + c->from, word, strlen(word));
}

/* Its codes are places of glyphs, and no table says what those are. */
static bool is_mute(const char *line, const struct column *c)
{
	const bool codes = says(line, &c[TYPE], "CID ") && says(line, &c[ENCODING], "Identity-");
	const bool own = says(line, &c[TYPE], "TrueType") && says(line, &c[ENCODING], "Custom");
	return (codes || own) && says(line, &c[UNICODE], "no");
}

void pdf_tell_fonts(struct imp_flow *f, const struct file_map *in)
{
	struct buf b = {0};
	struct column c[COLUMNS] = {{0}};
	const bool run = !prog_run_on((const char *const[]){"pdffonts", "-", NULL}, in->data, in->size, &b) && b.data;
	const char *dashes = run ? strstr(b.data, "\n---") : NULL;
	const char *line = dashes && read_columns(dashes + 1, c) ? strchr(dashes + 1, '\n') : NULL;
	for (; line && line[1]; line = strchr(line + 1, '\n')) {
		const char *one = mem_str(f->mem, line + 1, strcspn(line + 1, "\n"));
		if (!is_mute(one, c))
			continue;
		const char *name = mem_str(f->mem, one, strcspn(one, " "));
		imp_lose(f, because, u8_valid(name, strlen(name)) ? name : "ohne Namen");
	}
	buf_free(&b);
}

/* ---- letters ---- */

static bool is_private(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD || c >= 0xF0000;
}

/* A single sign before a word is a bullet; more of them, or one within it, are letters. */
static bool is_unreadable(const char *s, size_t n)
{
	size_t odd = 0, behind = 0, i = 0;
	for (const char *end = s + n; s < end; i++) {
		const bool is = is_private(u8_get(&s, end));
		odd += is;
		behind += is && i;
	}
	return odd > 1 || (behind && i > 2);
}

/* Ornaments one after the other that are not the same: a font's numbers were taken for those of one of ornaments. */
static bool is_ornamental(const char *s, size_t n)
{
	enum { FIRST = 0x2700, LAST = 0x27BF };
	uint32_t before = 0;
	size_t odd = 0;
	for (const char *end = s + n; s < end;) {
		const uint32_t c = u8_get(&s, end);
		odd += c >= FIRST && c <= LAST && before >= FIRST && before <= LAST && c != before;
		before = c;
	}
	return odd > 0;
}

void pdf_tell_letters(struct imp_flow *f, const char *text, size_t n)
{
	enum { MANY = 2 };
	size_t words = 0, ornaments = 0;
	for (const char *s = text, *end = text + n; s < end;) {
		size_t len = 0;
		while (s + len < end && (unsigned char)s[len] > ' ')
			len++;
		words += is_unreadable(s, len);
		ornaments += is_ornamental(s, len);
		s += len + 1;
	}
	if (words >= MANY)
		imp_lose(f, "Wörter aus Zeichen, denen die Datei keinen Buchstaben zuordnet; hier stehen dafür Punkte: "
			"bitte mit einer Texterkennung (OCR) lesen lassen", mem_fmt(f->mem, "%zu Wörter", words));
	if (ornaments >= MANY)
		imp_lose(f, "Wörter aus Zierzeichen; sie stehen für Buchstaben, die eine Schrift nicht nennt: "
			"bitte mit einer Texterkennung (OCR) lesen lassen", mem_fmt(f->mem, "%zu Wörter", ornaments));
}
