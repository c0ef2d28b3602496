/* guard.c: an output is never put in the place of what the run reads: `setzen -o konzept.xml` would leave a PDF where
 * the source was. Files are known by device and inode, so that no other spelling and no link leads there. Nor does it
 * take the place of what somebody else wrote. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mark.h"
#include "base/store.h"
#include "pipeline/output.h"
#include "pipeline/places.h"
#include "pipeline/run.h"

struct place { dev_t device; ino_t inode; };
struct source_file {
	struct source_file *next;
	struct place at;
	const char *path;                              /* as it was opened */
};

static void remember_at(struct pipe *p, struct place at, const char *path)
{
	if (!p->read_at)
		p->read_at = store_new(0);
	if (store_get(p->read_at, &at, sizeof at))
		return;
	struct source_file *f = MEM_NEW(p->run, struct source_file);
	*f = (struct source_file){p->read, at, mem_dup(p->run, path)};
	p->read = f;
	*(const char **)store_put(p->read_at, &at, sizeof at, sizeof f->path) = f->path;
}

static void remember(struct pipe *p, const char *path)
{
	struct stat st;
	if (path && stat(path, &st) == 0)
		remember_at(p, (struct place){st.st_dev, st.st_ino}, path);
}

static void remember_doc(struct pipe *p, const struct doc *doc)
{
	if (!doc)
		return;
	for (size_t i = 0; i < doc->ninputs; i++)
		remember(p, doc->inputs[i].path);
	remember_doc(p, doc->verzeichnis);
	remember_doc(p, doc->vorgaenger);
	for (size_t i = 0; i < doc->neditions; i++)
		remember_doc(p, doc->editions[i].doc);
}

void pipe_remember(struct pipe *p, const struct edition *e)
{
	remember_doc(p, e->doc);
	for (int i = 0; e->style && i < e->style->nfiles; i++)
		remember(p, e->style->files[i]);
	if (e->doc && e->doc->ort)
		remember(p, pipe_register_path(p->run, pipe_places(p), e->root, e->doc->ort));
}

static bool is_free(const struct pipe *p, const char *target, struct diag *d)
{
	if (p->at_work || p->options->replace || mark_is_ours(target))
		return true;
	diag_sys(d, "FREMDEDATEI", target, 0,
		"Die Datei gibt es schon, und ratssatz hat sie nicht geschrieben; ersetzt wird nur, was ratssatz "
		"schrieb, bitte mit -o einen anderen Namen wählen oder --ersetzen angeben");
	return false;
}

/* Read in this run, as what; NULL: not read. */
static const char *const *read_as(const struct pipe *p, const struct stat *st)
{
	const struct place at = {st->st_dev, st->st_ino};
	return p->read_at ? store_get(p->read_at, &at, sizeof at) : NULL;
}

bool pipe_was_read(const struct pipe *p, const char *target)
{
	struct stat st;
	return stat(target, &st) == 0 && read_as(p, &st);
}

static bool tell_source(const char *path, const char *target, struct diag *d)
{
	diag_sys(d, "SCHREIBEN", target, 0,
		"Die Ausgabe käme an die Stelle von „%s“, aus dem sie gemacht wird oder das dazu gehört; bitte mit -o "
		"einen anderen Namen wählen",
		path);
	return false;
}

bool pipe_may_write(const struct pipe *p, const char *target, struct diag *d)
{
	struct stat st;
	if (stat(target, &st) < 0)
		return true;
	const char *const *path = read_as(p, &st);
	return path ? tell_source(*path, target, d) : is_free(p, target, d);
}

bool pipe_spares(const char *source, const char *target, struct diag *d)
{
	struct mem *m = mem_new();
	char *real = realpath(target, NULL);
	const bool spared = !real || !file_inside(m, source, real);
	if (!spared)
		tell_source(real, target, d);
	free(real);
	mem_free(m);
	return spared;
}

bool pipe_put_draft(const struct pipe *p, const struct pipe_draft *x, struct diag *d)
{
	if (!x->advice)
		return mark_put_or_tell(x->target, x->bytes, p->options->replace, d);
	enum mark_end end = mark_put(x->target, x->bytes, p->options->replace, d);
	if (end == MARK_KEPT)
		diag_warn(d, "BEARBEITET", x->target, 0,
			"Die Datei ist nicht mehr so, wie ratssatz sie schrieb, und bleibt; %s", x->advice);
	return end == MARK_PUT;
}

void pipe_pack_read(const struct pipe *p, struct buf *b)
{
	int64_t n = 0;
	for (const struct source_file *f = p->read; f; f = f->next)
		n++;
	pack_int(b, n);
	for (const struct source_file *f = p->read; f; f = f->next) {
		pack_bytes(b, &f->at, sizeof f->at);
		pack_str(b, f->path);
	}
}

void pipe_unpack_read(struct pipe *p, struct unpack *u)
{
	struct mem *m = mem_new();
	for (int64_t n = unpack_int(u); n > 0; n--) {
		size_t size;
		struct place at = {0};
		const char *bytes = unpack_bytes(u, &size);
		if (bytes && size == sizeof at)
			memcpy(&at, bytes, sizeof at);
		remember_at(p, at, unpack_str(u, m));
	}
	mem_free(m);
}
