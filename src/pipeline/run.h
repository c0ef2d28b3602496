/* run.h: inside the room: what the pipeline holds. */
#ifndef PIPELINE_RUN_H
#define PIPELINE_RUN_H
#include "pipeline/pipeline.h"

struct town {
	struct town *next;
	const char *dir;                               /* of its template */
	struct style *style, *slides;                  /* slides: loaded with the first presentation */
	struct txt *txt;
	struct store *paragraphs;                      /* of this txt; only where runs follow one another */
};

struct claim;
struct source_file;
struct waiting;
struct deps_sums;

enum { KEPT = 128 << 20 };                             /* bytes of paragraphs and of streams kept from run to run */
enum { CHAIN = 8 };                                    /* editions followed back */

struct pipe {
	const struct pipe_options *options;
	struct mem *mem, *run;                         /* run: until pipe_rewind */
	struct src *src;
	struct town *towns;
	struct chk_spell *spell;                       /* opened with the first document, if spelling is asked for */
	struct store *streams;                         /* compressed; NULL: one run, nothing is kept */

	/* of the run */
	struct reg *reg, *own_reg;            /* asked by checks: lent, or the town's own, which is closed at the end */
	bool reg_tried, reg_told, chain_tried, taking_in;
	struct doc *chain[CHAIN]; size_t nchain;       /* gegen, newest first */
	bool busy;                                     /* at least one document was read */
	struct deps_sums *sums;                        /* of files that many outputs are made from */
	struct claim *claims;
	struct source_file *read;                      /* all files read in this run: none of them may be an output */
	struct file_batch *batch;                      /* NULL: nothing waits */
	struct waiting *first, *last;                  /* what is staged, in that order */
	size_t unchanged;                              /* outputs left as they are */
};

/* A town's style and fonts; a town that cannot be loaded is tried again for the next document, so that each says why.
 * root: of the contents. NULL: told. */
struct town *pipe_town(struct pipe *, const char *ort, const char *root, struct diag *);
/* Slides have a look of their own. NULL: told. */
const struct style *pipe_look(struct town *, const struct doc *, struct diag *);
void pipe_step(const struct pipe *, const char *what);
/* guard.c: the files an edition was read from, its look and its register; they may not be written over. */
void pipe_remember(struct pipe *, const struct edition *);

#endif
