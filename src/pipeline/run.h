/* run.h: inside the room: what the pipeline holds. */
#ifndef PIPELINE_RUN_H
#define PIPELINE_RUN_H
#include "base/pack.h"
#include "pipeline/pipeline.h"

struct town {
	struct town *next;
	const char *dir;                               /* of its template */
	struct style *style, *slides;                  /* slides: loaded with the first presentation */
	struct txt *txt;
	struct store *paragraphs;                      /* of this txt; only where runs follow one another */
};

struct chk_context;
struct claim;
struct source_file;
struct waiting;

enum { KEPT = 128 << 20 };                             /* bytes of paragraphs and of streams kept from run to run */
enum { CHAIN = 8 };                                    /* editions followed back */

struct pipe {
	const struct pipe_options *options;
	struct mem *mem, *run;                         /* run: until pipe_rewind */
	struct src *src;
	struct town *towns;
	struct chk_spell *spell;                       /* opened with the first document, if spelling is asked for */
	struct store *streams;                         /* compressed; NULL: one run, nothing is kept */
	struct store *elements;                        /* of files, as they were read; NULL as streams */
	struct store *texts;                           /* what checks heard in them; NULL as streams */

	/* of the run */
	struct reg *reg, *own_reg;                     /* asked by checks: lent; or the town's own, opened here */
	const char *own_path;                          /* of own_reg, which is NULL if it cannot be opened */
	int reg_missed;                                /* documents whose checks found none; told with the first */
	bool chain_tried, taking_in;
	bool words_later;                              /* words nobody saw before are noted, not looked up */
	bool no_register;
	struct doc *chain[CHAIN]; size_t nchain;       /* gegen, newest first */
	bool busy;                                     /* at least one document was read */
	struct store *sums;                            /* of files, by their paths: deps_sum() */
	struct claim *claims;                          /* targets; claimed: by their names */
	struct store *claimed;
	struct source_file *read;                      /* all files read in this run: none of them may be an output */
	struct store *read_at;                         /* by their places */
	struct file_batch *batch;                      /* NULL: nothing waits */
	struct waiting *first, *last;                  /* what is staged, in that order */
	size_t unchanged;                              /* outputs left as they are */
	bool at_work;                                  /* a worker: whoever puts its outputs in place looks there */
};

/* A town's style and fonts; a town that cannot be loaded is tried again for the next document, so that each says why.
 * root: of the contents. NULL: told. */
struct town *pipe_town(struct pipe *, const char *ort, const char *root, struct diag *);
/* Slides have a look of their own. NULL: told. */
const struct style *pipe_look(struct town *, const struct doc *, struct diag *);
void pipe_step(const struct pipe *, const char *what);
struct chk_spell *pipe_speller(struct pipe *);         /* words.c: NULL: there is no dictionary */
/* The dictionary and the town's list beside its directory. */
void pipe_add_spelling(struct pipe *, const struct edition *, struct chk_context *, struct diag *);

/* ---- between processes */
/* What many documents need is there before they are shared out. False: there is something to tell, which belongs to one
 * of the documents. */
bool pipe_warm(struct pipe *, const char *const *paths, size_t n);
void pipe_warm_checks(struct pipe *, struct diag *);
void pipe_go_to_work(struct pipe *);                   /* in a worker: what is open here belongs to the other process */
void pipe_fresh(struct pipe *);                        /* nothing read, claimed or staged */
void pipe_pack(struct pipe *, struct buf *);           /* what was; it is the other process's from then on */
/* With what was read, claimed and staged here before. False (also for fits false): it does not go together with that,
 * and nothing of it is left. */
bool pipe_unpack(struct pipe *, struct unpack *, bool fits, struct diag *);
/* guard.c: the files an edition was read from, its look and its register; they may not be written over. */
void pipe_remember(struct pipe *, const struct edition *);
void pipe_pack_read(const struct pipe *, struct buf *);
void pipe_unpack_read(struct pipe *, struct unpack *);
bool pipe_was_read(const struct pipe *, const char *target);           /* by whatever name */

#endif
