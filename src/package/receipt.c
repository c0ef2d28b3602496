/* receipt.c: the receipt form as it comes back, JSON or CSV; a spreadsheet may have saved it with other separators and
 * without quotes. */
#include <cjson/cJSON.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/u8.h"
#include "package/package.h"

enum field { DATEI, SHA512, KENNUNG, ADRESSE, ABLEHNUNG, FIELDS };

struct reading {
	struct mem *mem;
	struct diag *diag;
	const char *path, *data, *end;
	struct pak_receipt *at; size_t n, cap;
	bool ok;
};

static const char *field_name(int f)
{
	static const char *const names[] = {"datei", "sha512", "kennung", "adresse", "ablehnung"};
	return names[f];
}

static bool bad(struct reading *r, const char *code, int line, const char *what)
{
	diag_error(r->diag, code, r->path, line, "%s", what);
	return r->ok = false;
}

/* ---- one entry ---- */

static bool get_sum(const char *hex, uint8_t sum[HASH_SHA512])
{
	size_t n = strspn(hex, "0123456789abcdefABCDEF");
	if (n != 2 * HASH_SHA512 || hex[n])
		return false;
	for (size_t i = 0; i < HASH_SHA512; i++)
		sum[i] = (uint8_t)strtoul((char[]){hex[2 * i], hex[2 * i + 1], '\0'}, NULL, 16);
	return true;
}

static bool is_web(const char *s)
{
	return (!strncmp(s, "https://", 8) || !strncmp(s, "http://", 7)) && !strpbrk(s, " <>\"\\^`{|}");
}

/* The apostrophe that keeps a spreadsheet from calculating. */
static const char *value(struct reading *r, const char *s)
{
	const char *line = buf_line(r->mem, s);
	return line[0] == '\'' && line[1] && strchr("=+-@", line[1]) ? line + 1 : line;
}

static void entry(struct reading *r, const char *const raw[FIELDS], int line)
{
	const char *v[FIELDS];
	struct pak_receipt q = {.line = line};
	for (int i = 0; i < FIELDS; i++)
		v[i] = value(r, raw[i]);
	q.datei = v[DATEI];
	if (!get_sum(v[SHA512], q.sha512)) {
		bad(r, "QUITTUNGFORM", line,
			"Die Prüfsumme fehlt oder ist verändert; erwartet werden die 128 Zeichen unter sha512 aus dem "
			"Formular, bitte unverändert lassen");
		return;
	}
	if (*v[KENNUNG] && *v[ABLEHNUNG])
		bad(r, "QUITTUNGANGABE", line,
			"Das Dokument ist übernommen (kennung) und abgelehnt (ablehnung) zugleich; erwartet wird eines "
			"von beiden, bitte das andere leeren");
	else if (*v[ADRESSE] && !*v[KENNUNG])
		bad(r, "QUITTUNGANGABE", line,
			"Zur adresse fehlt die kennung; erwartet wird die Kennung, die das Ratsinformationssystem "
			"vergeben hat, bitte ergänzen");
	else if (*v[ADRESSE] && !is_web(v[ADRESSE]))
		bad(r, "QUITTUNGANGABE", line,
			"Die adresse ist keine Adresse im Netz; erwartet wird http://… oder https://… ohne "
			"Leerzeichen, bitte berichtigen");
	q.said = (struct reg_receipt){.kennung = *v[KENNUNG] ? v[KENNUNG] : NULL,
		.adresse = *v[ADRESSE] ? v[ADRESSE] : NULL,
		.grund = *v[ABLEHNUNG] ? v[ABLEHNUNG] : NULL};
	MEM_ROOM_IN(r->mem, r->at, r->n, r->cap);
	r->at[r->n++] = q;
}

/* ---- JSON ---- */

static int line_of(const struct reading *r, const char *at)
{
	int line = 1;
	for (const char *s = r->data; s < at; s++)
		line += *s == '\n';
	return line;
}

/* cJSON keeps no lines: the entry's checksum is looked up in the text. */
static int line_of_sum(const struct reading *r, const char *sum)
{
	const char *at = *sum ? memmem(r->data, (size_t)(r->end - r->data), sum, strlen(sum)) : NULL;
	return at ? line_of(r, at) : 0;
}

static bool read_json(struct reading *r)
{
	const char *stop = r->data;
	cJSON *o = cJSON_ParseWithLengthOpts(r->data, (size_t)(r->end - r->data), &stop, 0);
	const cJSON *all = o ? cJSON_GetObjectItemCaseSensitive(o, "eintraege") : NULL, *e;
	if (!o)
		bad(r, "QUITTUNGFORM", line_of(r, stop),
			"Hier ist die Datei kein JSON mehr; erwartet wird das ausgefüllte Formular quittung.json, "
			"bitte Anführungszeichen und Kommas prüfen");
	else if (!cJSON_IsArray(all))
		bad(r, "QUITTUNGFORM", 1,
			"Die Einträge (eintraege) fehlen; erwartet wird das ausgefüllte Formular quittung.json der "
			"Abgabe, bitte dieses verwenden");
	cJSON_ArrayForEach(e, all) {
		const char *raw[FIELDS];
		for (int i = 0; i < FIELDS; i++) {
			const cJSON *v = cJSON_IsObject(e) ? cJSON_GetObjectItemCaseSensitive(e, field_name(i)) : NULL;
			raw[i] = cJSON_IsString(v)  ? v->valuestring
				: cJSON_IsNumber(v) ? mem_fmt(r->mem, "%.0f", v->valuedouble)
						    : "";
		}
		entry(r, raw, line_of_sum(r, raw[SHA512]));
	}
	cJSON_Delete(o);
	return r->ok;
}

/* ---- CSV ---- */

/* The next cell, in mem; *s stands on the separator, the line's end or the end of all. */
static const char *csv_cell(struct reading *r, const char **s, char sep)
{
	struct buf b = {0};
	const char *p = *s;
	bool quoted = p < r->end && *p == '"';
	for (p += quoted; p < r->end; p++) {
		if (quoted && *p == '"' && p + 1 < r->end && p[1] == '"')
			p++;
		else if (quoted ? *p == '"' : *p == sep || *p == '\n' || *p == '\r')
			break;
		buf_chr(&b, *p);
	}
	while (quoted && p < r->end && *p != sep && *p != '\n')
		p++;
	while (p < r->end && *p == '\r')
		p++;
	*s = p;
	return buf_take(&b, r->mem);
}

static char separator(const struct reading *r, const char *s)
{
	for (; s < r->end && *s != '\n'; s++)
		if (*s == ';' || *s == ',' || *s == '\t')
			return *s;
	return ';';
}

enum { COLUMNS = 64 };

/* One row into cells; those beyond COLUMNS are passed over. */
static int csv_row(struct reading *r, const char **s, char sep, const char *cells[COLUMNS])
{
	for (int n = 0;; ++*s) {
		const char *text = csv_cell(r, s, sep);
		if (n < COLUMNS)
			cells[n++] = text;
		if (*s < r->end && *(*s) == sep)
			continue;
		*s += *s < r->end;
		return n;
	}
}

static bool read_csv(struct reading *r)
{
	const char *s = r->data + (r->end - r->data >= 3 && !memcmp(r->data, "\xEF\xBB\xBF", 3) ? 3 : 0),
		   *from = r->data;
	const char *cells[COLUMNS];
	char sep = separator(r, s);
	int column[FIELDS] = {-1, -1, -1, -1, -1}, line = 1, n = csv_row(r, &s, sep, cells);
	for (int c = 0; c < n; c++)
		for (int f = 0; f < FIELDS; f++)
			if (!strcmp(buf_line(r->mem, cells[c]), field_name(f)))
				column[f] = c;
	if (column[SHA512] < 0 || column[KENNUNG] < 0)
		return bad(r, "QUITTUNGFORM", 1,
			"Die Kopfzeile nennt sha512 und kennung nicht; erwartet wird das ausgefüllte Formular "
			"quittung.csv der Abgabe, bitte dessen erste Zeile stehen lassen");
	while (s < r->end) {
		const char *raw[FIELDS];
		bool any = false;
		for (; from < s; from++)
			line += *from == '\n';
		n = csv_row(r, &s, sep, cells);
		for (int c = 0; c < n; c++)
			any |= *cells[c] != '\0';
		for (int f = 0; f < FIELDS; f++)
			raw[f] = column[f] >= 0 && column[f] < n ? cells[column[f]] : "";
		if (any)
			entry(r, raw, line);
	}
	return r->ok;
}

/* ---- both ---- */

bool pak_receipts(struct mem *m, const char *path, struct pak_receipt **all, size_t *n, struct diag *d)
{
	struct buf b = {0};
	struct reading r = {.mem = m, .diag = d, .path = path, .ok = true};
	*n = 0;
	if (!file_read(&b, path, d))
		return false;
	r.data = b.data ? b.data : "";
	r.end = r.data + b.len;
	const char *s = r.data;
	while (s < r.end && isspace((unsigned char)*s))
		s++;
	if (!u8_valid(r.data, b.len))
		bad(&r, "QUITTUNGFORM", 0,
			"Die Datei ist nicht in UTF-8 gespeichert; bitte beim Speichern „CSV UTF-8“ wählen");
	else if (s == r.end)
		bad(&r, "QUITTUNGFORM", 0,
			"Die Datei ist leer; erwartet wird das ausgefüllte Formular quittung.json oder quittung.csv "
			"der Abgabe, bitte dieses einlesen");
	else
		*s == '{' || *s == '[' ? read_json(&r) : read_csv(&r);
	buf_free(&b);
	*all = r.at;
	*n = r.n;
	return r.ok;
}
