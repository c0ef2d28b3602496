/* barrierefreiheit.c: the statement on accessibility that the law asks for, as PDF and HTML. */
#include <string.h>

#include "base/esc.h"
#include "cli/muster.h"
#include "cli/run.h"
#include "office/access.h"
#include "pipeline/output.h"

static void set(const struct office *o, const struct cmd_args *a, const char *path, const struct buf *source,
	struct diag *d)
{
	struct mem *m = pipe_mem(o->pipe);
	const char *out = a->opt[CMD_O_OUTPUT] ? a->opt[CMD_O_OUTPUT] : ".";
	struct edition e = {0};
	bool ready = pipe_read(o->pipe, path, source, &e, d) && !diag_status(d) && pipe_set(o->pipe, &e, d) &&
		!diag_status(d) && file_make_dir(out, d);
	if (ready && pipe_stage_pdf(o->pipe, &e, file_join(m, out, "barrierefreiheit.pdf"), d))
		pipe_stage_html(o->pipe, &e, file_join(m, out, "barrierefreiheit.html"), d);
	pipe_end(&e);
}

static void one(const struct office *o, const struct cmd_args *a, const char *path, struct diag *d)
{
	struct mem *m = pipe_mem(o->pipe);
	struct off_mark marks[NEU_TOWN_MARKS + OFF_ACCESS_MARKS];
	struct edition dir = {0};
	struct buf source = {0};
	size_t n = pipe_read(o->pipe, path, NULL, &dir, d) ? off_access(o, m, &dir, marks, d) : 0;
	if (n) {
		const struct doc_node *ort = doc_child(dir.doc->root, DOC_ORT);
		const char *name = doc_get(ort, DOC_A_NAME);
		struct buf b = {0};
		esc_text(&b, name, strlen(name));
		n += neu_marks(m, a, dir.doc->ort, buf_take(&b, m), marks + n);
		if (neu_fill(m, "barrierefreiheit.xml", marks, n, &source, d))
			set(o, a, file_join(m, file_dir(m, path), "barrierefreiheit.xml"), &source, d);
	}
	pipe_end(&dir);
	buf_free(&source);
}

int cmd_barrierefreiheit(const struct cmd_args *a)
{
	return cmd_documents(a, one);
}
