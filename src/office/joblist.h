/* joblist.h: inside the room: one job, as it stands in the file of jobs, and the results that are kept. */
#ifndef OFFICE_JOBLIST_H
#define OFFICE_JOBLIST_H
#include <stdint.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "office/jobs.h"
#include "pipeline/pipeline.h"
#include "register/register.h"

enum { OFF_KEY = 2 * HASH_SHA256 };                    /* hex digits */

struct off_input { const char *path, *sum; };          /* sum: hex, or "fehlt": looked for, not there */
struct off_job {
	size_t number;                                 /* from 1 on */
	const char *town, *path, *kind;
	const char *id, *nummer;                       /* of a paper; NULL: none */
	int64_t release;                               /* its last release in the register, 0: none */
	bool issued;                                   /* goes into the ledger; else the output is only put in place */
	const char *target;
	const char *date;                              /* of a PDF whose source says none */
	const char *common;                            /* digest of what many jobs read: look, fonts, program */
	struct off_input *inputs; size_t ninputs;      /* what it reads besides */
	const char *key;                               /* digest of all that makes the result */
	const char *contents, *templates, *register_file;      /* as the plan named them, or NULL */
	const char *line; size_t size;                 /* as read, between number and end; NULL: not read */
};
struct off_jobs {
	size_t from, to;                               /* wanted, from 1 on; to 0: to the last; others are counted */
	struct off_job *all; size_t n;                 /* as they were read */
	size_t of;                                     /* of the plan */
};

const char *off_job_key(struct mem *, const struct off_job *);
void off_job_put(struct buf *, const struct off_job *);                /* its line */
/* All lines are there: the last is marked; of none it is said that there is none. */
void off_jobs_end(struct buf *);
/* In m; what is wanted is said in it. False: told. The file may be missing if that is all right: none. */
bool off_jobs_read(struct mem *, const char *path, bool may_miss, struct off_jobs *, struct diag *);
bool off_jobs_here(const struct off_jobs *, const char *path, struct diag *);  /* false: no document is there, told */
const char *off_jobs_folder(struct mem *, const struct off_jobs_places *, const char *name);   /* beside the jobs */
const char *off_jobs_shelf(struct mem *, const struct off_jobs_places *);

/* What the document of the job was read from, itself at least. */
void off_job_inputs(const struct office *, struct mem *, const struct edition *, struct off_job *);
/* Look, fonts and program, which a document shares with others of its town: their digest, and a name of a file a line;
 * of an edition, or read with the town's directory. False: told. */
struct off_look { const char *common, *files; };
struct off_look off_look(const struct office *, struct mem *, const struct edition *);
bool off_town_look(const struct office *, struct mem *, const char *town_dir, struct off_look *, struct diag *);

/* ---- results on the shelf ---- */

struct off_result {
	bool faulty;                                   /* messages say why; there is no PDF */
	struct reg_issue is;                           /* pages, size, sums, text, holds, public */
	struct diag *messages;                         /* when it is written */
	const char *pdf;                               /* where it lies */
};
/* Whole and as it was written, in m; told: where its messages go, or NULL. False: there is none. */
bool off_result_read(struct mem *, const char *shelf, const char *key, struct off_result *, struct diag *told);
/* Looks at names only: is there one, and is it one with a PDF? */
bool off_result_there(struct mem *, const char *shelf, const char *key);
bool off_result_is_set(struct mem *, const char *shelf, const char *key);
void off_result_drop(struct mem *, const char *shelf, const char *key);        /* it is made again */
const char *off_result_path(struct mem *, const char *shelf, const char *key, const char *ext);
bool off_result_write(const char *shelf, const char *key, const struct off_result *, struct diag *);

/* The PDF, held against its digest, written beside target for the caller to commit or drop; NULL: told, and one that
 * is damaged is gone, so that it is made again. */
struct file_out *off_result_copy(const struct off_result *, const char *target, struct diag *);

#endif
