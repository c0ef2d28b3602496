/* recognise.c: what a file is, by its bytes. A name only tells texts apart that have no mark of their own. */
#include <string.h>
#include <strings.h>

#include "base/decode.h"
#include "import/formats.h"

static bool starts(const char *data, size_t n, const char *with, size_t len)
{
	return n >= len && !memcmp(data, with, len);
}

static bool holds(const char *data, size_t n, const char *what, size_t len)
{
	return memmem(data, n, what, len) != NULL;
}

/* A name as the directory of an OLE file holds it: UTF-16, little end first. */
static bool holds_wide(const char *data, size_t n, const char *name)
{
	char wide[64];
	size_t len = strlen(name);
	for (size_t i = 0; i < len; i++) {
		wide[2 * i] = name[i];
		wide[2 * i + 1] = 0;
	}
	return holds(data, n, wide, 2 * len);
}

static const char *ole(const char *data, size_t n, enum imp_refusal *r)
{
	if (holds_wide(data, n, "EncryptedPackage")) {
		*r = IMP_LOCKED;
		return "ist mit einem Kennwort verschlüsselt; bitte im Büroprogramm öffnen und ohne Kennwort speichern";
	}
	if (holds_wide(data, n, "WordDocument"))
		return "ist ein Word-Dokument im alten Format (.doc); bitte in Word oder LibreOffice als .docx "
		       "speichern";
	if (holds_wide(data, n, "Workbook") || holds_wide(data, n, "Book"))
		return "ist eine Excel-Tabelle im alten Format (.xls); bitte als .xlsx oder .csv speichern";
	if (holds_wide(data, n, "PowerPoint Document"))
		return "ist eine PowerPoint-Präsentation im alten Format (.ppt); bitte als PDF speichern";
	return "ist in einem alten Format von Microsoft gespeichert; bitte als .docx, .xlsx oder PDF speichern";
}

/* Marks of what is not read, and what to do about it. */
static const struct {
	const char *mark;
	unsigned char len;
	const char *why;
} others[] = {
	{"{\\rtf", 5, "ist im Format RTF; bitte in Word oder LibreOffice als .docx speichern"},
	{"\x89PNG", 4, "ist ein Bild, kein Text; bitte mit einer Texterkennung (OCR) lesen lassen"},
	{"\xFF\xD8\xFF", 3, "ist ein Bild, kein Text; bitte mit einer Texterkennung (OCR) lesen lassen"},
	{"GIF8", 4, "ist ein Bild, kein Text; bitte mit einer Texterkennung (OCR) lesen lassen"},
	{"II*\0", 4, "ist ein Bild (TIFF), kein Text; bitte mit einer Texterkennung (OCR) lesen lassen"},
	{"MM\0*", 4, "ist ein Bild (TIFF), kein Text; bitte mit einer Texterkennung (OCR) lesen lassen"},
	{"\x1F\x8B", 2, "ist gepackt (gzip); bitte auspacken"},
	{"Rar!", 4, "ist gepackt (RAR); bitte auspacken"},
	{"7z\xBC\xAF", 4, "ist gepackt (7-Zip); bitte auspacken"},
	{"%!PS", 4, "ist PostScript; bitte als PDF speichern"},
	{"MZ", 2, "ist ein Programm, kein Dokument; bitte das Dokument nennen"},
	{"\x7F"
	 "ELF",
		4, "ist ein Programm, kein Dokument; bitte das Dokument nennen"},
};

static bool is_binary(const char *data, size_t n)
{
	size_t odd = 0, look = n < 8192 ? n : 8192;
	for (size_t i = 0; i < look; i++) {
		unsigned char c = (unsigned char)data[i];
		odd += c < 9 || (c > 13 && c < 27) || (c > 27 && c < 32);
	}
	return odd > 4 && odd * 50 > look;
}

/* ---- texts, in UTF-8 */

static bool begins(const char *s, const char *with)
{
	return !strncasecmp(s, with, strlen(with));
}

static bool is_html(const char *s)
{
	static const char *const tags[] = {"<!doctype html", "<html", "<head", "<body", "<p>", "<p ", "<div", "<table",
		"<h1", "<h2", "<h3", "<ul", "<ol", "<meta", "<span", "<title", "<article", "<section", "<main",
		"<center", "<font", "<b>", "<style", NULL};
	if (begins(s, "Version:") && strcasestr(s, "StartHTML:"))
		return true;
	for (;;) {
		s += strspn(s, " \t\r\n");
		const char *end = begins(s, "<!--") ? strstr(s, "-->") : begins(s, "<?xml") ? strstr(s, "?>") : NULL;
		if (!end)
			break;
		s = end + (*end == '-' ? 3 : 2);
	}
	for (size_t i = 0; tags[i]; i++)
		if (begins(s, tags[i]))
			return true;
	return begins(s, "<!doctype") && strcasestr(s, "<html");
}

static bool is_flat(const char *s)
{
	s += strspn(s, " \t\r\n");
	return begins(s, "<?xml") && strstr(s, "<office:document ") && strstr(s, "opendocument");
}

/* XML that is no HTML: its tags are no text. NULL: it is none. */
static const char *foreign_xml(const char *s)
{
	s += strspn(s, " \t\r\n");
	if (!begins(s, "<?xml") || is_html(s) || is_flat(s))
		return NULL;
	if (strstr(s, "urn:ratssatz:1"))
		return "ist schon eine Quelle von ratssatz; sie lässt sich prüfen und setzen, wie sie ist";
	if (strstr(s, "wordDocument") || strstr(s, "xmlPackage"))
		return "ist ein Word-Dokument als XML; bitte in Word als .docx speichern";
	return "ist eine XML-Datei, aber kein Dokument, das hier gelesen wird";
}

static bool is_named(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);
	return n > m && !strcasecmp(name + n - m, end);
}

/* The same sign between fields in each of the first lines, not within quotes; 0: none. */
static char separator(const char *s)
{
	static const char signs[] = ";\t,";
	for (const char *sign = signs; *sign; sign++) {
		int lines = 0, want = -1;
		const char *at = s;
		for (; *at && lines < 8; lines++) {
			int have = 0;
			bool quoted = false;
			for (; *at && (*at != '\n' || quoted); at++) {
				quoted ^= *at == '"';
				have += *at == *sign && !quoted;
			}
			at += *at == '\n';
			if (have && want < 0)
				want = have;
			if (!have || have != want)
				break;
		}
		if (want > 0 && lines >= 2 && (!*at || lines == 8))
			return *sign;
	}
	return 0;
}

/* A message begins with its fields, one of which says that it is one. */
static bool is_mail(const char *s)
{
	bool mime = false, from = false, about = false, type = false;
	while (*s && *s != '\n' && *s != '\r') {
		size_t line = strcspn(s, "\n"), name = strcspn(s, ": \t\n");
		if (*s != ' ' && *s != '\t' && s[name] != ':')
			return false;
		mime |= begins(s, "mime-version:");
		from |= begins(s, "from:");
		about |= begins(s, "subject:") || begins(s, "date:");
		type |= begins(s, "content-type:");
		s += line + (s[line] == '\n');
	}
	return mime || (about && (from || type));
}

static imp_reader *text_reader(const char *name, const char *s)
{
	if (is_mail(s))
		return imp_mail;
	if (is_flat(s))
		return imp_flat;
	if (is_html(s))
		return imp_html;
	if (is_named(name, ".md") || is_named(name, ".markdown"))
		return imp_markdown;
	if (is_named(name, ".csv") || is_named(name, ".tsv") || separator(s) == ';')
		return imp_csv;
	return imp_text;
}

imp_reader *imp_recognise(const char *name, const char *data, size_t n, enum imp_refusal *r, const char **why)
{
	enum { TEXT = 16 << 20, PICTURES = 64 << 20, LOOK = 8192 };
	*r = IMP_OTHER;
	*why = NULL;
	if (starts(data, n, "PK\3\4", 4) || starts(data, n, "PK\5\6", 4))
		return imp_office;
	if (starts(data, n, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)) {
		*why = ole(data, n, r);
		return NULL;
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (starts(data, n, others[i].mark, others[i].len)) {
			*why = others[i].why;
			return NULL;
		}
	if (!decode_is_utf16(data, n) && is_binary(data, n)) {
		*why = "ist kein Text und keines der bekannten Formate (.docx, .odt, .xlsx, .ods, PDF, HTML, Markdown, "
		       "Text, CSV); vielleicht ist sie beschädigt";
		return NULL;
	}
	struct mem *m = mem_new();
	size_t look = n < LOOK ? n : LOOK;
	const char *encoding, *text = decode_text(m, data, &look, &encoding);
	*why = foreign_xml(text);
	imp_reader *reader = *why ? NULL : text_reader(name, text);
	const bool holds_pictures = reader == imp_html || reader == imp_mail || reader == imp_flat;
	mem_free(m);
	if (reader && n > (holds_pictures ? PICTURES : TEXT)) {
		*r = IMP_TOO_BIG;
		*why = holds_pictures ? "ist größer als 64 MB; bitte in Teile zerlegen oder Bilder verkleinern"
			: "hat mehr als 16 MB Text, also mehrere Tausend Seiten; bitte in Teile zerlegen";
		return NULL;
	}
	return reader;
}

bool imp_read_inner(struct imp_flow *f, const char *name, const char *data, size_t n)
{
	enum imp_refusal r;
	const char *why;
	imp_reader *reader = imp_recognise(name, data, n, &r, &why);
	return reader && reader(f, data, n) == IMP_TAKEN;
}
