/* pdfabout.c: what a PDF holds beside its pages, as pdfinfo and pdfdetach say it: told, never taken. */
#include <string.h>

#include "base/program.h"
#include "base/u8.h"
#include "import/bag.h"
#include "import/net.h"
#include "import/pdf.h"

/* The value behind "Name:" at the beginning of a line; "": none. */
static const char *said(struct mem *m, const char *all, const char *name)
{
	const size_t n = strlen(name);
	for (const char *line = all; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		if (!strncmp(line, name, n) && line[n] == ':') {
			const char *value = line + n + 1 + strspn(line + n + 1, " ");
			return mem_str(m, value, strcspn(value, "\n"));
		}
	return "";
}

static void tell_properties(struct imp_flow *f, const struct file_map *in)
{
	static const char *const names[] = {"Title", "Subject", "Keywords"};
	const char *values[sizeof names / sizeof *names];
	size_t n = 0;
	struct buf b = {0};
	if (!prog_run_on((const char *const[]){"pdfinfo", "-enc", "UTF-8", "-", NULL}, in->data, in->size, &b) &&
		b.data) {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			const char *value = said(f->mem, b.data, names[i]);
			if (u8_valid(value, strlen(value)) && bag_count(value))
				values[n++] = value;
		}
		imp_net_tell(f, "Eigenschaft der Datei", values, n);
		if (!strcmp(said(f->mem, b.data, "Form"), "AcroForm") || !strcmp(said(f->mem, b.data, "Form"), "XFA"))
			imp_lose(f, "Formularfelder: gelesen ist, was auf der Seite steht, nicht Vorgaben und Hinweise",
				said(f->mem, b.data, "Form"));
	}
	buf_free(&b);
}

static void tell_attached(struct imp_flow *f, const char *path)
{
	struct buf b = {0};
	const bool run = !prog_run((const char *const[]){"pdfdetach", "-list", path, NULL}, &b);
	const char *line = run && b.data ? strchr(b.data, '\n') : NULL;        /* the first says how many */
	for (; line && line[1]; line = strchr(line + 1, '\n')) {
		const char *one = mem_str(f->mem, line + 1, strcspn(line + 1, "\n")), *name = strstr(one, ": ");
		if (name && u8_valid(name, strlen(name)))
			imp_lose(f, "Anhang der Datei", name + 2);
	}
	buf_free(&b);
}

void pdf_tell_beside(struct imp_flow *f, const char *path, const struct file_map *in)
{
	tell_properties(f, in);
	tell_attached(f, path);
}
