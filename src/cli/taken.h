/* taken.h: a file of others taken over: what the command and the Werkstatt share. */
#ifndef CLI_TAKEN_H
#define CLI_TAKEN_H
#include "base/buf.h"
#include "base/diag.h"
#include "cli/command.h"

/* ort: NULL: found in it; output: the folder it becomes; beside: other runs of this program go on meanwhile, which
 * alone may open a register */
struct cmd_taken { const char *file, *ort, *output; bool beside; };
/* What was done is told in German, a line each; false: nothing was written, told in diag. */
bool cmd_take_over(const struct cmd_args *, const struct cmd_taken *, struct buf *told, struct diag *);

struct imp_clip;
struct imp_pasted;
/* What a clipboard holds, for a document of a town (import.h). */
bool cmd_take_clip(const struct cmd_args *, const char *ort, const struct imp_clip *, struct imp_pasted *,
	struct diag *);

/* What colleagues propose in files they sent back; accept, put: as in imp_return (import.h). NULL source: what these
 * files say. False: told. */
struct cmd_returned {
	const char *const *files;
	int nfiles;
	const char *source, *accept;
	bool json, beside;                             /* as above */
	bool (*put)(void *, const char *path, const struct buf *);
	void *arg;
};
struct off_table;
/* A filled sheet of a word processor or spreadsheet as rows: struct off_answers wants it. */
bool cmd_sheet_rows(struct mem *, const char *path, struct off_table *, struct diag *);
bool cmd_take_answers(const struct cmd_args *, const struct cmd_returned *, struct buf *told, struct diag *);

#endif
