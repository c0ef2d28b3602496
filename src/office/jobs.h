/* jobs.h: many documents of many towns as jobs: planned on one machine, done on any that sees the same folders,
 * collected on one. A job reads files and writes files, by their digests; it touches no register. What one made is kept
 * under the digest of all that made it, and is not made again. */
#ifndef OFFICE_JOBS_H
#define OFFICE_JOBS_H
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "office/office.h"

struct off_jobs_places {
	const char *jobs;                              /* the file of jobs: one JSON object a line */
	const char *shelf;                             /* folder of results; NULL: "ablage" beside the jobs */
	const char *target;                            /* of a plan: folder of outputs; NULL: "ausgabe" beside them */
};

/* What the plan was called with, in m; NULL: not named; and how many jobs it has. False: told. */
struct off_jobs_named { const char *contents, *templates, *register_file; struct date date; size_t jobs; };
bool off_jobs_named(struct mem *, const char *jobs, struct off_jobs_named *, struct diag *);

/* Numbers are given, one transaction a town; then all documents of the towns become jobs. towns: names, folders of
 * towns or roots of contents. False: told; faults of documents are for the jobs to tell. */
struct off_planned { size_t jobs, towns, known; };     /* known: taken over from the plan before, nothing changed */
bool off_jobs_plan(const struct office *, const struct off_jobs_places *, const char *const *towns, size_t n,
	struct off_planned *, struct diag *);

/* What becomes of one job. */
enum off_job_end {
	OFF_JOB_MADE,
	OFF_JOB_KEPT,                                  /* the result was there */
	OFF_JOB_FAULTY,                                /* the document is */
	OFF_JOB_LOST                                   /* it did not come to its end */
};
struct off_jobs_run {
	size_t from, to;                               /* jobs, from 1 on; to 0: to the last */
	void *arg;
	/* after each, in their order, but for one whose process died */
	void (*done)(void *arg, size_t done, size_t of, enum off_job_end, int pages);
	void (*tell)(void *arg, struct diag *);        /* what is to be told of each; the listener's to free */
};
/* False: told, the jobs cannot be read. */
bool off_jobs_do(const struct office *, const struct off_jobs_places *, const struct off_jobs_run *, struct diag *);

/* Results into registers and folders, one transaction a town; nothing is issued twice. A job without a result, or with
 * a faulty one, is told with its town and the number that stays without a document. */
struct off_collected { size_t towns, unchanged, documents, missing; };
bool off_jobs_collect(const struct office *, const struct off_jobs_places *, struct off_collected *, struct diag *);

#endif
