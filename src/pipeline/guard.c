/* guard.c: an output is never put in the place of what the run reads: `setzen -o konzept.xml` would leave a PDF where
 * the source was. Files are known by device and inode, so that no other spelling and no link leads there. Nor does it
 * take the place of what somebody else wrote. */
#include <sys/stat.h>

#include "base/mark.h"
#include "pipeline/output.h"
#include "pipeline/places.h"
#include "pipeline/run.h"

struct source_file {
	struct source_file *next;
	dev_t device;
	ino_t inode;
	const char *path;                              /* as it was opened */
};

static void remember(struct pipe *p, const char *path)
{
	struct stat st;
	if (!path || stat(path, &st) < 0)
		return;
	struct source_file *f = MEM_NEW(p->run, struct source_file);
	*f = (struct source_file){p->read, st.st_dev, st.st_ino, mem_dup(p->run, path)};
	p->read = f;
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

bool pipe_may_write(const struct pipe *p, const char *target, struct diag *d)
{
	struct stat st;
	if (stat(target, &st) < 0)
		return true;
	for (const struct source_file *f = p->read; f; f = f->next)
		if (f->device == st.st_dev && f->inode == st.st_ino) {
			diag_sys(d, "SCHREIBEN", target, 0,
				"Die Ausgabe käme an die Stelle von „%s“, aus dem sie gemacht wird oder das dazu "
				"gehört; "
				"bitte mit -o einen anderen Namen wählen",
				f->path);
			return false;
		}
	if (p->options->replace || mark_is_ours(target))
		return true;
	diag_sys(d, "FREMDEDATEI", target, 0,
		"Die Datei gibt es schon, und ratssatz hat sie nicht geschrieben; ersetzt wird nur, was ratssatz "
		"schrieb, bitte mit -o einen anderen Namen wählen oder --ersetzen angeben");
	return false;
}
