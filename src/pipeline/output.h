/* output.h: what is written. All outputs of a run are written beside their places, synced once and put there together
 * at its end; then it is said. */
#ifndef PIPELINE_OUTPUT_H
#define PIPELINE_OUTPUT_H
#include "base/file.h"
#include "pipeline/pipeline.h"

/* The target is nothing the run reads, through whatever links, and no file that others wrote. False: told. */
bool pipe_may_write(const struct pipe *, const char *target, struct diag *);
/* Nothing that is there lies, by whatever name, below the folder (or is the file) that the run reads; else told. */
bool pipe_spares(const char *source, const char *target, struct diag *);
/* What people go on writing (a sheet, a draft of a mail): whatever somebody changed since it was written here stays,
 * and is told as a warning with the advice; NULL: as a fault. True: written. */
struct pipe_draft { const char *target; const struct buf *bytes; const char *advice; };
bool pipe_put_draft(const struct pipe *, const struct pipe_draft *, struct diag *);
/* Two documents of one run must not write the same file: false after a message. */
bool pipe_claim(struct pipe *, const char *target, struct diag *);

/* Written beside its place, for the caller to commit or drop (file.h); NULL: told. */
struct file_out *pipe_put_pdf(const struct pipe *, const struct edition *, const char *target, struct diag *);
/* False: told. */
bool pipe_stage_pdf(struct pipe *, const struct edition *, const char *target, struct diag *);
bool pipe_stage_html(struct pipe *, const struct edition *, const char *target, struct diag *);
bool pipe_stage_docx(struct pipe *, const struct edition *, const char *target, struct diag *);
bool pipe_stage_odt(struct pipe *, const struct edition *, const char *target, struct diag *);
bool pipe_stage_bytes(struct pipe *, const char *target, const struct buf *, struct diag *);
/* nothing is said of it */
bool pipe_stage_silent(struct pipe *, const char *target, const struct buf *, struct diag *);
size_t pipe_staged_size(const struct pipe *);      /* of what was staged last */
void pipe_unchanged(struct pipe *);                /* an output stays as it is; the end of the run says how many */
void pipe_commit(struct pipe *);                   /* a file that fails is told to the diag it was staged with */

struct com_sheet;
/* A form for word processors (PIPE_DOCX, PIPE_ODT), its bytes appended. */
void pipe_form(const struct edition *, const struct com_sheet *, bool odt, struct buf *, struct diag *);

/* what: "doc" (the document as it was read), "blocks", "tags", "pages", "vorlesen", "docx" (of what would be written).
 * */
void pipe_dump(const struct edition *, const char *what, struct buf *);

/* ---- one document to its output */
struct deps;
enum pipe_format { PIPE_PDF, PIPE_HTML, PIPE_DOCX, PIPE_ODT };
struct pipe_order {
	const char *output;                            /* a file, or a folder that is there; NULL: here */
	enum pipe_format format;
	bool deps;                                     /* what it depends on goes beside it */
	bool only_changed;                             /* an output whose sources are as they were stays; needs deps */
	const char *dump;                              /* nothing is written, this view of it goes to dumped */
	struct buf *dumped;
};
/* Read, checked and set; a paper or session for the public from its public excerpt; staged. watched (NULL: nobody asks)
 * gets what was read for it, as far as it could be read. */
void pipe_make(struct pipe *, const struct pipe_order *, const char *path, struct deps *watched, struct diag *);

#endif
