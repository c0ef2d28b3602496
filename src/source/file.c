/* file.c: the files a document is made of, and xi:include. Nothing outside the folder of the master file is read,
 * nothing twice. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "source/load.h"

void load_tell(struct loader *l, const char *code, const char *file, int line, const char *fmt, ...)
{
	char text[2048];
	va_list ap;
	l->told++;
	if (l->faults > LOAD_FAULTS || (l->excerpt && (!strcmp(code, "PFLICHT") || !strcmp(code, "KOMBINATION"))))
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (l->faults++ < LOAD_FAULTS) {
		diag_error(l->diag, code, file, line, "%s", text);
		return;
	}
	diag_error(l->diag, "GRENZE", file, line,
		"Das Dokument hat mehr als %d Fehler; hier endet die Prüfung, bitte zuerst die gemeldeten beheben",
		LOAD_FAULTS);
	l->stop = true;
}

/* -1: not read yet */
static int number_of(const struct loader *l, const char *real)
{
	for (size_t i = 0; i < l->doc->nfiles; i++)
		if (l->real[i] && !strcmp(l->real[i], real))
			return (int)i;
	return -1;
}

void load_input(struct doc *doc, const char *path, const char *data, size_t size)
{
	size_t n = doc->ninputs;
	if ((n & (n - 1)) == 0)
		doc->inputs =
			mem_grow(doc->mem, doc->inputs, n * sizeof *doc->inputs, (n ? n * 2 : 1) * sizeof *doc->inputs);
	doc->inputs[doc->ninputs++] = (struct doc_input){mem_dup(doc->mem, path), data, size};
}

int load_put(struct loader *l, const char *name, const char *real, const char *data, size_t size)
{
	struct doc *doc = l->doc;
	size_t n = doc->nfiles;
	if ((n & (n - 1)) == 0) {
		doc->files =
			mem_grow(doc->mem, doc->files, n * sizeof *doc->files, (n ? n * 2 : 1) * sizeof *doc->files);
		l->real = mem_grow(doc->mem, l->real, n * sizeof *l->real, (n ? n * 2 : 1) * sizeof *l->real);
	}
	doc->files[n] = (struct doc_file){
		.path = mem_dup(doc->mem, name), .data = data, .size = size};
	l->real[n] = real ? mem_dup(doc->mem, real) : NULL;
	diag_file(l->diag, name);
	return (int)doc->nfiles++;
}

/* What stands for the file with that real path: src_overlay. */
static const struct overlay *overlay_of(struct src *s, const char *real)
{
	for (size_t i = 0; i < s->noverlays; i++) {
		const size_t at = (s->overlay_at + i) % s->noverlays;
		if (!strcmp(s->overlays[at].real, real)) {
			s->overlay_at = at + 1;
			return &s->overlays[at];
		}
	}
	return NULL;
}

/* The real path of a file that is there, or that something stands for; NULL: neither. */
static const char *real_of(struct loader *l, const char *path)
{
	const struct overlay *o = overlay_of(l->src, path);
	char *real = o ? NULL : realpath(path, NULL);
	const char *is = o ? o->real : real ? mem_dup(l->doc->mem, real) : NULL;
	free(real);
	return is;
}

const char *load_inside(struct loader *l, const char *path)
{
	const char *real = real_of(l, path), *root = l->real_root;
	const size_t n = strcmp(root, "/") ? strlen(root) : 0;
	return real && !strncmp(real, root, n) && (real[n] == '/' || !real[n]) ? real : NULL;
}

bool load_stat(struct loader *l, const char *real, struct stat *st)
{
	const struct overlay *o = overlay_of(l->src, real);
	if (!o)
		return stat(real, st) == 0;
	*st = (struct stat){.st_mode = S_IFREG, .st_size = (off_t)o->size};
	return true;
}

bool load_bytes(struct loader *l, const char *path, const char *real, const char **data, size_t *size)
{
	const struct overlay *o = real ? overlay_of(l->src, real) : NULL;
	if (!o)
		return file_load(l->doc->mem, path, data, size, l->diag);
	*size = o->size;
	*data = mem_str(l->doc->mem, o->data, o->size);
	return true;
}

int load_add(struct loader *l, const char *name, const char *path, int from_file, int line)
{
	const char *data;
	size_t size = 0;
	int file = -1;
	const char *real = strcmp(path, "-") ? real_of(l, path) : NULL;
	const char *told = from_file >= 0 ? l->doc->files[from_file].path : name;
	if (!load_bytes(l, path, real, &data, &size)) {
		;
	} else if ((l->total += size) > (size_t)l->src->mib << 20) {
		load_tell(l, "GRENZE", told, line,
			"Das Dokument ist größer als %d MiB; "
			"das ist die Grenze für alle Dateien zusammen, bitte das Dokument teilen",
			l->src->mib);
		l->stop = true;
	} else if (l->doc->nfiles >= LOAD_FILES) {
		load_tell(l, "GRENZE", told, line,
			"Das Dokument besteht aus mehr als %d Dateien; das ist die Grenze, bitte Kapitel zusammenlegen",
			LOAD_FILES);
		l->stop = true;
	} else {
		file = load_put(l, name, real, data, size);
		load_input(l->doc, path, data, size);
	}
	return file;
}

static const char *refused(struct loader *l, const char *href, const char *name, int *file)
{
	const char *real = real_of(l, name), *why = NULL;
	*file = real ? number_of(l, real) : -1;
	if (strstr(href, "://"))
		why = "xi:include href=\"%.200s\" zeigt ins Netz; erlaubt sind nur Dateien im Ordner der Masterdatei";
	else if (!*href)
		why = "xi:include hat kein href%s; erwartet wird href=\"kapitel.xml\"";
	else if (!real)
		why = "Die Kapiteldatei „%.200s“ wurde nicht gefunden; bitte Namen und Ordner prüfen";
	else if (!load_inside(l, real))
		why =
			"Die Kapiteldatei „%.200s“ liegt außerhalb des Ordners der Masterdatei; "
			"bitte in diesen Ordner legen";
	else if (file_is_dir(real))
		why = "„%.200s“ ist ein Ordner; erwartet wird eine Kapiteldatei";
	else if (*file >= 0 && load_is_open(l, *file))
		why = "„%.200s“ bindet sich im Kreis selbst ein; bitte eine der Zeilen xi:include streichen";
	else if (*file >= 0)
		why =
			"„%.200s“ ist zweimal eingebunden; "
			"erlaubt ist es einmal, bitte eine der Zeilen xi:include streichen";
	return why;
}

void load_include(struct loader *l, const char *href, int line)
{
	struct mem *m = l->doc->mem;
	struct frame *f = &l->stack[l->depth - 1];
	int from = load_current(l), file;
	const char *name = file_join(m, file_dir(m, l->doc->files[from].path), href);
	const char *why = refused(l, href, name, &file);
	const char *dir = file_dir(m, name);
	const bool lost = why && !file_exists(name) && file_inside(m, l->root, dir);
	const char *alike = lost ? load_alike(l, dir, file_base(name)) : NULL;
	if (alike)
		load_tell(l, "INCLUDE", l->doc->files[from].path, line,
			"Die Kapiteldatei „%.200s“ wurde nicht gefunden, aber %s", href, alike);
	else if (why)
		load_tell(l, "INCLUDE", l->doc->files[from].path, line, why, href);
	else
		file = load_add(l, name, name, from, line);
	if (why || file < 0)
		f->broken = l->doc->incomplete = true;
	else
		load_parse(l, file);
}
