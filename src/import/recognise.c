/* recognise.c: what a file is, by its bytes. A name only tells texts apart that have no mark of their own. */
#include <string.h>
#include <strings.h>

#include "import/decode.h"
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
		return "ist ein Word-Dokument im alten Format (.doc); bitte in Word oder LibreOffice als .docx speichern";
	if (holds_wide(data, n, "Workbook") || holds_wide(data, n, "Book"))
		return "ist eine Excel-Tabelle im alten Format (.xls); bitte als .xlsx oder .csv speichern";
	if (holds_wide(data, n, "PowerPoint Document"))
		return "ist eine PowerPoint-Präsentation im alten Format (.ppt); bitte als PDF speichern";
	return "ist in einem alten Format von Microsoft gespeichert; bitte als .docx, .xlsx oder PDF speichern";
}

/* Marks of what is not read, and what to do about it. */
static const struct { const char *mark; unsigned char len; const char *why; } others[] = {
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
	{"MZ", 2, "ist ein Programm, kein Dokument"},
	{"\x7F" "ELF", 4, "ist ein Programm, kein Dokument"},
	{"MIME-Version:", 13, "ist eine E-Mail oder eine Webseite als Archiv; bitte den Text oder die Anlage speichern"},
	{"Received: ", 10, "ist eine E-Mail; bitte ihre Anlage oder ihren Text speichern"},
};

static bool is_binary(const char *data, size_t n)
{
	size_t odd = 0, look = n < 8192 ? n : 8192;
	for (size_t i = 0; i < look; i++) {
		unsigned char c = (unsigned char)data[i];
		odd += c < 9 || (c > 13 && c < 27) || (c > 27 && c < 32);
	}
	return odd * 50 > look;
}

imp_reader *imp_recognise(const char *name, const char *data, size_t n, enum imp_refusal *r, const char **why)
{
	(void)name;
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
	if (!imp_is_utf16(data, n) && is_binary(data, n)) {
		*why = "ist kein Text und keines der bekannten Formate (.docx, .odt, .xlsx, .ods, PDF, HTML, Markdown, "
		       "Text, CSV); vielleicht ist sie beschädigt";
		return NULL;
	}
	return imp_text;
}
