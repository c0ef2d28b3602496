/* ort.c: the folders of a new town: look and rules on a shipped ground, its directory, a first Konzept. Overwrites
 * nothing. */
#include <string.h>
#include <unistd.h>

#include "base/u8.h"
#include "cli/muster.h"
#include "cli/run.h"

struct founding {
	struct mem *mem;
	const struct cmd_args *args;
	const char *under, *ort;
	struct diag *diag;
};

/* Where a skeleton goes: templates/<ort>/… or content/<ort>/…. */
static const struct { const char *skeleton, *folder, *name; } files[] = {
	{"ort/gestaltung.xml", "templates", "gestaltung.xml"},
	{"ort/regeln.xml", "templates", "regeln.xml"},
	{"verzeichnis.xml", "content", "verzeichnis.xml"},
	{"ort/konzept.xml", "content", "konzept/konzept.xml"},
};
enum { NFILES = sizeof files / sizeof *files };

static char *folder(const struct founding *f, const char *name)
{
	return file_join(f->mem, file_join(f->mem, f->under, name), f->ort);
}

static bool taken(const struct founding *f)
{
	char *places[] = {folder(f, "templates"), folder(f, "content")};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (!access(places[i], F_OK)) {
			cmd_usage("Die Kommune „%s“ gibt es schon (%s); es wurde nichts angelegt, bitte ein anderes "
				  "Kürzel wählen oder mit dem Vorhandenen weiterarbeiten",
				f->ort, places[i]);
			return true;
		}
	return false;
}

/* What a file begins with: of a town that the program ships its own look and rules, else the skeleton. */
static bool fill(const struct founding *f, int i, const struct off_mark *marks, size_t n, struct buf *b)
{
	const char *dir = file_join(f->mem, pipe_share(f->mem, "vorlagen"), f->ort);
	const char *shipped = file_join(f->mem, dir, files[i].name);
	if (!strcmp(files[i].folder, "templates") && file_exists(shipped))
		return file_read(b, shipped, f->diag);
	return neu_fill(f->mem, files[i].skeleton, marks, n, b, f->diag);
}

static bool good_name(const char *s)
{
	if (!s || (*s && *s != ' ' && u8_valid(s, strlen(s)) && strcspn(s, "<>&\"\t\r\n") == strlen(s)))
		return true;
	cmd_usage("„%s“ eignet sich nicht als Name der Kommune; erwartet wird etwas wie „Stadt Musterstadt“ ohne <, >, "
		  "& und Anführungszeichen",
		s);
	return false;
}

static bool stage(const struct founding *f, struct file_batch *batch, const char *path, const struct buf *b)
{
	struct file_out *out = file_make_dir(file_dir(f->mem, path), f->diag) ? file_create(path, f->diag) : NULL;
	return out && (file_write(out, b->data, b->len), file_stage(batch, out, f->diag));
}

/* For editors: where the schema of the program lies. One for all towns below the folder. */
static bool stage_catalog(const struct founding *f, struct file_batch *batch)
{
	const char *path = file_join(f->mem, f->under, "templates/schema/catalog.xml");
	struct buf b = {0};
	if (!access(path, F_OK))
		return true;
	buf_fmt(&b,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<catalog xmlns=\"urn:oasis:names:tc:entity:xmlns:xml:catalog\">\n"
		"  <uri name=\"urn:ratssatz:1\" uri=\"file://%s\"/>\n"
		"</catalog>\n",
		neu_schema(f->mem));
	const bool ok = stage(f, batch, path, &b);
	buf_free(&b);
	return ok;
}

static bool stage_all(const struct founding *f, struct file_batch *batch, const struct off_mark *marks, size_t n)
{
	bool ok = true;
	for (int i = 0; ok && i < NFILES; i++) {
		struct buf b = {0};
		ok = fill(f, i, marks, n, &b) &&
			stage(f, batch, file_join(f->mem, folder(f, files[i].folder), files[i].name), &b);
		buf_free(&b);
	}
	return ok && stage_catalog(f, batch);
}

/* All of it, or nothing: then none of the folders either. */
static bool write_all(const struct founding *f, const struct off_mark *marks, size_t n)
{
	static const char *const places[] = {"templates", "content"};
	struct file_batch *batch = file_batch_new();
	const char *first[2];
	for (int i = 0; i < 2; i++)
		first[i] = file_first_missing(f->mem, folder(f, places[i]));
	if (stage_all(f, batch, marks, n) ? file_commit_whole(batch) : (file_drop_all(batch), false))
		return true;
	for (int i = 0; i < 2; i++)
		file_unmake_all(first[i]);
	return false;
}

static void say(const struct founding *f)
{
	for (int i = 0; i < NFILES; i++)
		fprintf(stderr, "angelegt: %s\n", file_join(f->mem, folder(f, files[i].folder), files[i].name));
	char *konzept = file_join(f->mem, folder(f, "content"), "konzept");
	fprintf(stderr, "weiter mit:\n  ratssatz pruefen %s\n  ratssatz setzen -o %s.pdf %s\n", konzept, f->ort,
		konzept);
}

int cmd_ort_anlegen(const struct cmd_args *a)
{
	struct founding f = {.mem = mem_new(),
		.args = a,
		.under = a->opt[CMD_O_UNTER] ? a->opt[CMD_O_UNTER] : ".",
		.ort = a->arg[0],
		.diag = diag_new()};
	const char *official = a->nargs > 1 ? a->arg[1] : NULL;
	struct off_mark marks[NEU_TOWN_MARKS];
	int status = CMD_USAGE;
	if (neu_good_ort(f.mem, f.ort) && good_name(official) && !taken(&f)) {
		size_t n = neu_marks(f.mem, a, f.ort, official, marks);
		if (write_all(&f, marks, n) && !a->opt[CMD_O_STILL])
			say(&f);
		status = CMD_FINE;
	}
	int told = cmd_finish(&f.diag, 1, a);
	mem_free(f.mem);
	return status ? status : told;
}
