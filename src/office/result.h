/* result.h: what a body decided, into the source of the paper and into the register. */
#ifndef OFFICE_RESULT_H
#define OFFICE_RESULT_H
#include "model/niederschrift.h"
#include "office/office.h"

struct off_result {
	const char *paper;                             /* a file, or a Drucksachennummer */
	const char *gremium;
	const char *ergebnis;                          /* its id or word in the town's list */
	const char *zusatz;                            /* what is said besides, or NULL; UTF-8 */
	bool einzeln;                                  /* it says each of several results: there is none for all */
	int zahl[DOC_STIMMEN_MAX];                     /* -1: unsaid; yes, no, abstained: all or none */
	const char *stich;                             /* the chair's casting vote, "ja" or "nein"; or NULL */
	const char *nummer;                            /* of the decision, given by hand; or NULL */
	bool berichtigen;                              /* another result may stand there */
	bool wenn_beraten;                             /* a paper that does not name the body is passed over */
	bool hidden;                                   /* of a non-public item, also of a paper that was taken back */
	struct date day;                               /* of the session */
	const char *session, *role;                    /* which of several steps of that day: ids, or NULL */
};
void off_enter_result(const struct office *, const struct off_result *, struct diag *);
struct reg;
struct off_rewrites;
/* The same for one of several, within a transaction of the caller's: the paper is rewritten with its commit. */
void off_add_result(const struct office *, struct reg *, const struct off_result *, struct off_rewrites *,
	struct diag *);
/* That those from there on are entered. */
void off_say_results(const struct office *, const struct off_rewrites *, size_t from);

#endif
