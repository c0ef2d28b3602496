/* acc.h: the account of an import: what became of every word, what was guessed, what the original says wrong. Words in
 * are words placed, dropped by a named rule, or kept as unknown; who takes over words tells it here. */
#ifndef IMPORT_ACC_H
#define IMPORT_ACC_H
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/mem.h"
#include "import/bag.h"

struct draft;
struct imp_node;

struct acc_drop {                                  /* words left out */
	const char *rule, *text;
	int line, page;
	size_t words;
};
enum acc_sure { ACC_SURE, ACC_LIKELY, ACC_WEAK };
struct acc_guess {                                 /* what the original does not say */
	enum acc_sure sure;
	const char *text;                              /* German: what was taken for what */
	int line, page;
};
struct acc_finding {                               /* of the original */
	const char *code, *text;                       /* code of the rule that tells it too; "" none */
	int line, page;
};
struct acc_change { const char *what; size_t n; }; /* characters written as the house does */

struct acc {
	struct mem *mem;
	struct bag in;                                 /* all words of the original */
	struct acc_drop *drops; size_t ndrops, capdrops;
	struct acc_guess *guesses; size_t nguesses, capguesses;
	struct acc_finding *findings; size_t nfindings, capfindings;
	struct acc_change *changes; size_t nchanges, capchanges;
	size_t lost;                                   /* places that were not read, each named in the flow */
	size_t unknown;                                /* words kept in a marked paragraph */
	/* by acc_add_up(): all that stand in the source; of these in attributes */
	size_t placed, meant;
	/* of these by rules that need no measure: contents, heads, page numbers */
	size_t dropped, free;
	int line, page;                                /* where meaning is reading */
};

struct acc *acc_new(struct mem *);
/* All words below a node are words of the original. Deletions count if kept is said, insertions unless refused. */
void acc_take_in(struct acc *, const struct imp_node *root);
/* The words below a node, its notes too, are left out by a rule. */
void acc_drop_node(struct acc *, const char *rule, const struct imp_node *);
void acc_guess(struct acc *, enum acc_sure, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void acc_find(struct acc *, const char *code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void acc_changed(struct acc *, const char *what);
void acc_at(struct acc *, const struct imp_node *);                            /* reading this one now */
/* Adds up against what was written (n roots). False: a word was lost or stands twice, or rules dropped too much; told.
 */
bool acc_add_up(struct acc *, struct draft *const *roots, size_t n, const char *path, struct diag *);
const char *acc_sure_name(enum acc_sure);

#endif
