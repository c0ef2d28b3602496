/* scan.c: a file is looked over before the parser sees it: its encoding, and tags so large that they would cost
 * quadratic time. */
#include <string.h>

#include "base/u8.h"
#include "source/load.h"

int load_line(const char *data, const char *at)
{
	int line = 1;
	for (const char *p = data; p < at && (p = memchr(p, '\n', (size_t)(at - p))); p++)
		line++;
	return line;
}

static bool starts(const char *data, size_t size, const char *what, size_t n)
{
	return size >= n && !memcmp(data, what, n);
}

#define STARTS(s) starts(data, size, (s), sizeof(s) - 1)

static int lines(const char *from, const char *to)
{
	int n = 0;
	while (from < to && (from = memchr(from, '\n', (size_t)(to - from)))) {
		from++;
		n++;
	}
	return n;
}

struct load_versions load_versions(const char *data, size_t size, const char *at)
{
	const char *begin = "<<<<<<<", *end = "\n>>>>>>>";
	const size_t n = strlen(begin);
	const char *stop = data + size, *p = at ? at : size >= n && !memcmp(data, begin, n) ? data : NULL;
	while (at && p > data && p[-1] != '\n')
		p--;
	if (!p && (p = memmem(data, size, "\n<<<<<<<", n + 1)))
		p++;
	if (!p || (size_t)(stop - p) < n || memcmp(p, begin, n) != 0)
		return (struct load_versions){0, 0};
	const char *last = memmem(p, (size_t)(stop - p), end, strlen(end));
	const int from = 1 + lines(data, p);
	return (struct load_versions){from, from + (last ? lines(p, last + 1) : 0)};
}

const char *load_foreign(const char *data, size_t size)
{
	if (STARTS("\x1F\x8B") || STARTS("7z\xBC\xAF") || STARTS("BZh"))
		return "eine gepackte Datei";
	if (STARTS("PK\3\4"))
		return "eine Office- oder Zip-Datei";
	if (STARTS("%PDF"))
		return "eine PDF-Datei";
	if (STARTS("\x89PNG") || STARTS("\xFF\xD8\xFF") || STARTS("GIF8"))
		return "ein Bild";
	if (STARTS("{\\rtf"))
		return "eine RTF-Datei";
	if (STARTS("\xD0\xCF\x11\xE0"))
		return "eine alte Office-Datei";
	if (STARTS("<!DOCTYPE html") || STARTS("<!doctype html") || STARTS("<html"))
		return "eine HTML-Seite";
	return NULL;
}

static const char *wide(const char *data, size_t size)
{
	if (STARTS("\xFF\xFE\0\0") || STARTS("\0\0\xFE\xFF"))
		return "UTF-32";
	const bool every_other = size > 3 && (!data[0] == !data[2]) && (!data[1] == !data[3]);
	if (STARTS("\xFF\xFE") || STARTS("\xFE\xFF") || ((STARTS("<\0") || STARTS("\0<")) && every_other))
		return "UTF-16";
	return NULL;
}

/* The encoding named in the XML declaration. */
static bool declared(const char *data, size_t size, const char **name, size_t *n)
{
	const char *end = STARTS("<?xml") ? memchr(data, '>', size < 400 ? size : 400) : NULL;
	const char *p = end ? memmem(data, (size_t)(end - data), "encoding", 8) : NULL;
	if (!p)
		return false;
	p += 8;
	while (p < end && (*p == ' ' || *p == '=' || *p == '\t'))
		p++;
	if (p >= end || (*p != '"' && *p != '\''))
		return false;
	const char *q = memchr(p + 1, *p, (size_t)(end - p - 1));
	*name = p + 1;
	*n = q ? (size_t)(q - p - 1) : 0;
	return q != NULL;
}

/* The first byte that is not UTF-8; NULL if all is well. */
static const char *broken(const char *s, size_t n)
{
	for (const char *end = s + n; s < end;) {
		uint64_t w;
		if (end - s >= 8 && (memcpy(&w, s, 8), !(w & 0x8080808080808080u))) {
			s += 8;
			continue;
		}
		while (s < end && !((unsigned char)*s & 0x80))
			s++;
		const char *before = s;
		if (s < end && u8_get(&s, end) == 0xFFFD && s - before != 3)
			return before;
	}
	return NULL;
}

static const char *guess(unsigned char c)
{
	switch (c) {
	case 0xE4: return " (vermutlich „ä“ in Windows-1252)";
	case 0xF6: return " (vermutlich „ö“ in Windows-1252)";
	case 0xFC: return " (vermutlich „ü“ in Windows-1252)";
	case 0xC4: return " (vermutlich „Ä“ in Windows-1252)";
	case 0xD6: return " (vermutlich „Ö“ in Windows-1252)";
	case 0xDC: return " (vermutlich „Ü“ in Windows-1252)";
	case 0xDF: return " (vermutlich „ß“ in Windows-1252)";
	case 0x80: return " (vermutlich „€“ in Windows-1252)";
	default:   return "";
	}
}

/* From at on nothing but the beginning of a longer character. */
static bool ends_inside(const char *at, const char *end)
{
	const unsigned char lead = (unsigned char)*at;
	const int whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	for (const char *p = at + 1; p < end; p++)
		if (((unsigned char)*p & 0xC0) != 0x80)
			return false;
	return lead >= 0xC2 && end - at < whole;
}

static bool encoding(struct diag *d, const char *path, const char *data, size_t size)
{
	const char *name = wide(data, size), *at;
	size_t n;
	if (name) {
		diag_error(d, "KODIERUNG", path, 1,
			"Die Datei ist in %s gespeichert; erwartet wird UTF-8, bitte im Editor als UTF-8 speichern",
			name);
		return false;
	}
	if (declared(data, size, &name, &n) && !(n == 5 && !strncasecmp(name, "UTF-8", 5)) &&
		!(n == 8 && !strncasecmp(name, "US-ASCII", 8))) {
		diag_error(d, "KODIERUNG", path, 1,
			"In der ersten Zeile steht encoding=\"%.*s\"; "
			"erwartet wird UTF-8, bitte die Datei als UTF-8 speichern und encoding=\"UTF-8\" schreiben",
			(int)(n < 40 ? n : 40), name);
		return false;
	}
	if ((at = broken(data, size)) && ends_inside(at, data + size)) {
		diag_error(d, "KODIERUNG", path, load_line(data, at),
			"Die Datei endet mitten in einem Zeichen, der Rest fehlt; bitte aus einer Sicherung holen oder "
			"ab hier ergänzen");
		return false;
	}
	if (at) {
		diag_error(d, "KODIERUNG", path, load_line(data, at),
			"Das Byte 0x%02X ist kein UTF-8%s; "
			"erwartet wird UTF-8, bitte die Datei im Editor als UTF-8 speichern",
			(unsigned char)*at, guess((unsigned char)*at));
		return false;
	}
	if ((at = memchr(data, '\0', size))) {         /* the parser would take it for the end */
		diag_error(d, "XML", path, load_line(data, at),
			"Hier steht ein Nullbyte, das XML nicht erlaubt; bitte löschen oder die Datei aus einer "
			"Sicherung holen");
		return false;
	}
	return true;
}

/* One tag: its end, and the attributes counted. */
static const char *tag(const char *p, const char *end, int *attrs)
{
	*attrs = 0;
	while (p < end && *p != '>' && *p != '<') {
		if (*p == '"' || *p == '\'') {
			p = memchr(p + 1, *p, (size_t)(end - p - 1));
			if (!p)
				return end;
		} else if (*p == '=') {
			++*attrs;
		}
		p++;
	}
	return p;
}

static const char *after(const char *p, const char *end, const char *mark, size_t n)
{
	p = memmem(p, (size_t)(end - p), mark, n);
	return p ? p + n : end;
}

static bool tags(struct diag *d, const char *path, const char *data, size_t size)
{
	int attrs;
	for (const char *p = data, *end = data + size; p < end && (p = memchr(p, '<', (size_t)(end - p)));) {
		const char *start = p++;
		if (end - p >= 3 && !memcmp(p, "!--", 3))
			p = after(p + 3, end, "-->", 3);
		else if (end - p >= 8 && !memcmp(p, "![CDATA[", 8))
			p = after(p, end, "]]>", 3);
		else if (p < end && *p == '?')
			p = after(p, end, "?>", 2);
		else if (p = tag(p, end, &attrs), attrs > LOAD_ATTRS) {
			diag_error(d, "GRENZE", path, load_line(data, start),
				"Ein Element hat mehr als %d Attribute; das ist die Grenze, bitte die Datei prüfen",
				LOAD_ATTRS);
			return false;
		}
	}
	return true;
}

bool load_scan(struct diag *d, const char *path, const char *data, size_t size)
{
	const char *what = load_foreign(data, size);
	if (!size || strspn(data, " \t\r\n") == size) {
		diag_error(d, "XML", path, 1,
			"Die Datei ist leer; erwartet wird XML, mit `ratssatz neu` entsteht ein Gerüst");
		return false;
	}
	if (what) {
		diag_error(d, "XML", path, 1, "Das ist %s; erwartet wird XML, bitte die richtige Datei angeben", what);
		return false;
	}
	return encoding(d, path, data, size) && tags(d, path, data, size);
}
