/* pdf.h: what a PDF says, by the programs of poppler-utils (their licence does not fit ours: nothing is linked). */
#ifndef IMPORT_PDF_H
#define IMPORT_PDF_H
#include <stdbool.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"
#include "import/flow.h"

bool pdf_is(const char *data, size_t n);
/* Its text for the reader that is named: *tagged: the structure (pdftree.c), else pages of text (text.c). False:
 * told. */
bool pdf_text(struct mem *, const char *path, const struct file_map *in, struct file_map *said, bool *tagged,
	struct diag *);

#define PDF_PAGES "\n%% pages %%\n"                 /* between the tree of a tagged file and its pages */
#define PDF_BOXES "\n%% boxes %%\n"                 /* between the text of pages, where its words stand, their looks */
#define PDF_LOOKS "\n%% looks %%\n"

struct pdf_file { const char *name, *data; size_t n; };
/* Of a PDF of ours the source that is attached: its files; 0: none. */
size_t pdf_source(struct mem *, const char *path, struct pdf_file **files);

/* Fonts that do not say which letters they show, and what then stands in the text, as places that were not read. */
void pdf_tell_fonts(struct imp_flow *, const struct file_map *);
/* Attached files, properties and fields of forms: what stands on no page. */
void pdf_tell_beside(struct imp_flow *, const char *path, const struct file_map *);
const char *pdf_path(struct mem *, const char *path);          /* as no program takes for an option */
void pdf_tell_letters(struct imp_flow *, const char *text, size_t n);

#endif
