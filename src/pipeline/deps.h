/* deps.h: what an output was made from. Beside it, in .d/<target>.d: a rule for make, and as comments the call and a
 * sum of each file. */
#ifndef PIPELINE_DEPS_H
#define PIPELINE_DEPS_H
#include "pipeline/pipeline.h"

struct deps;
/* In m, with its pipeline. call: what makes this output but no file says, "setzen konzept.xml"; NULL: only names are
 * wanted, no sums. */
struct deps *deps_new(struct mem *m, struct pipe *, const char *call);
void deps_add(struct deps *, const struct edition *);                  /* everything that was read for it */
/* The output was set from this public excerpt of what was added: what the public may not know of is named no more, and
 * where something was kept from it, no sums are kept either, so that the output is set anew each time. */
void deps_only_public(struct deps *, const struct edition *excerpt);
void deps_in_full(struct deps *);                                      /* before: names from / on, from any folder */
/* Parts of it: what the document itself consists of; look, fonts and program (e has a style). */
void deps_add_sources(struct deps *, const struct edition *);
void deps_add_look(struct deps *, const struct edition *);
/* The i-th name and its sum, hex or "fehlt"; borrowed. False: there are no more. */
bool deps_at(const struct deps *, size_t i, const char **name, const char **sum);
/* Sum of a file as it is now, made once in a run: hex, or "fehlt". */
const char *deps_sum(struct pipe *, const char *path);
bool deps_stage(struct deps *, const char *target, struct diag *);     /* its .d file; after the target itself */
/* The target is there as it was made by the same call from the same bytes. */
bool deps_unchanged(struct pipe *, const char *call, const char *target);
/* Names of all files, each once, in the order of reading, those the pipeline keeps (template, schema, fonts) from *kept
 * on; borrowed from the deps. */
size_t deps_files(const struct deps *, const char *const **names, size_t *kept);

#endif
