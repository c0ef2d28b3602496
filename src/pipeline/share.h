/* share.h: many documents of one call, each made in one of several processes; what is said, told and written is as in
 * one, in the order of the call. */
#ifndef PIPELINE_SHARE_H
#define PIPELINE_SHARE_H
#include "base/pack.h"
#include "pipeline/pipeline.h"

struct pipe_share {
	size_t n;
	const char *const *paths;                      /* of the documents, for messages and to get ready */
	struct diag **diags;                           /* one for each */
	bool alone;                                    /* all in this process: they write to one place */
	void *arg;
	/* One document, here or in a worker: uses the pipeline, tells its diag, stages its outputs. more: for take. */
	void (*one)(void *arg, size_t i, struct buf *more, struct diag *);
	/* Here, in the order of the call, once what one did has come here; NULL: nothing more to take. */
	void (*take)(void *arg, size_t i, struct unpack *more);
	/* instead of take: the document is made once more, what more speaks of goes; NULL: nothing to do */
	void (*drop)(void *arg, struct unpack *more);
};
/* On as many processors as the options say; with one, or one document, in this process. A document whose worker died
 * is told [ABSTURZ], and take is not called for it. */
void pipe_each(struct pipe *, const struct pipe_share *);

#endif
