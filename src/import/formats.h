/* formats.h: the readers. Each runs inside the confined child (tests and fuzzers call them directly). */
#ifndef IMPORT_FORMATS_H
#define IMPORT_FORMATS_H
#include "import/flow.h"

enum imp_refusal {
	IMP_TAKEN,
	IMP_BROKEN,                                    /* the file is damaged */
	IMP_LOCKED,                                    /* it needs a password */
	IMP_TOO_BIG,                                   /* over a limit */
	IMP_OTHER                                      /* a kind that is not read */
};

/* What the file says into the flow. Not IMP_TAKEN: flow->refused ends the sentence "Die Datei …" (what is wrong,
 * what to do). The bytes are as they were stored; texts as Windows-1252 or UTF-16 too. */
typedef enum imp_refusal imp_reader(struct imp_flow *, const char *data, size_t n);

/* The reader of bytes; NULL: refused at once, *why and *refusal say so. A zip file's reader finds out what is in it. */
imp_reader *imp_recognise(const char *name, const char *data, size_t n, enum imp_refusal *refusal, const char **why);

bool imp_read_inner(struct imp_flow *, const char *name, const char *data, size_t n);  /* for imp_flow.read_inner */

imp_reader imp_office;  /* office.c: .docx, .odt, .xlsx, .ods: whatever a zip file holds */
imp_reader imp_flat;                                   /* the same: .fodt */
imp_reader imp_pdftree, imp_pdfpages;                   /* pdftree.c: what pdfinfo or pdftotext said of a PDF */
imp_reader imp_text;                                   /* text.c: plain text as pdftotext writes it, light markup too */
imp_reader imp_html, imp_markdown, imp_csv, imp_mail;

void imp_html_text(struct imp_flow *, const char *text, size_t n);  /* HTML in UTF-8; refused is set if it cannot be */

#endif
