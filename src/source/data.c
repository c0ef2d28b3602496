/* data.c: the data files and pictures a document names, read below the folder of the master file. */
#include <stdlib.h>
#include <string.h>

#include "base/picsize.h"
#include "base/file.h"
#include "base/u8.h"
#include "source/load.h"

/* Reads a named file into the arena. False: told at the node. */
bool load_fetch(struct loader *l, const struct doc_node *n, const char *code, const char *name, const char **data,
	size_t *size)
{
	struct mem *m = l->doc->mem;
	const char *path = doc_path(l->doc, n), *real = load_inside(l, file_join(m, l->root, name)), *why = NULL;
	struct stat st;
	if (strstr(name, "://"))
		why = "„%s“ zeigt ins Netz; erlaubt sind nur Dateien im Ordner der Masterdatei";
	else if (!real)
		why = file_exists(file_join(m, l->root, name))
			? "Die Datei „%s“ liegt außerhalb des Ordners der Masterdatei; bitte in diesen Ordner legen"
			: "Die Datei „%s“ wurde nicht gefunden; bitte Namen und Ordner prüfen";
	else if (!load_stat(l, real, &st) || !S_ISREG(st.st_mode))
		why = "„%s“ ist keine gewöhnliche Datei; bitte Namen prüfen";
	else if (st.st_size > (off_t)LOAD_DATA_MIB << 20)
		why = "Die Datei „%s“ ist größer als 64 MiB; das ist die Grenze, bitte verkleinern";
	else if (!load_bytes(l, real, real, data, size))
		why = "Die Datei „%s“ kann nicht gelesen werden; bitte die Rechte prüfen";
	else if (!*size)
		why = "Die Datei „%s“ ist leer; bitte prüfen";
	const char *alike = why && !real ? load_alike(l, l->root, name) : NULL;
	if (alike)
		load_tell(l, code, path, n->line, "Die Datei „%s“ wurde nicht gefunden, aber %s", name, alike);
	else if (why)
		load_tell(l, code, path, n->line, why, name);
	else
		load_input(l->doc, real, *data, *size);
	return !why;
}

bool load_is_utf8(struct loader *l, const char *path, const char *data, size_t size)
{
	for (const char *s = data, *end = s + size; s < end;) {
		const char *at = s;
		if (*s != '\0' && (u8_get(&s, end) != 0xFFFD || s - at == 3))
			continue;
		const bool every_other = size > 3 && (!data[0] == !data[2]) && (!data[1] == !data[3]) &&
			!data[0] != !data[1];
		const bool wide = size > 1 && (!memcmp(data, "\xFF\xFE", 2) || !memcmp(data, "\xFE\xFF", 2) ||
			every_other);
		if (!*at && !wide) {
			load_tell(l, "KODIERUNG", path, load_line(data, at),
				"Hier steht ein Nullbyte, das in einem Text nichts bedeutet; "
				"bitte löschen oder die Datei aus einer Sicherung holen");
			return false;
		}
		load_tell(l, "KODIERUNG", path, load_line(data, at),
			"Das Byte 0x%02X ist kein UTF-8, die Datei ist wohl in %s gespeichert; "
			"erwartet wird UTF-8, bitte beim Speichern „UTF-8“ oder „CSV UTF-8“ wählen",
			(unsigned char)*at, wide ? "UTF-16" : "Windows-1252");
		return false;
	}
	return true;
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
		if (anlage && pic_mime(anlage))
			add_picture(l, n, anlage);
		if (daten)
			load_csv(l, n, daten);
		if (datei)
			add_picture(l, n, datei);
	}
}
