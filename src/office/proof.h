/* proof.h: which paper or edition a file is, whether it is as it was issued, and from which source. */
#ifndef OFFICE_PROOF_H
#define OFFICE_PROOF_H
#include <stdbool.h>

#include "office/office.h"
#include "register/register.h"

enum off_verdict { OFF_AS_ISSUED, OFF_CHANGED, OFF_UNKNOWN };
struct off_proof {
	enum off_verdict verdict;
	struct reg_issue is;                           /* unless OFF_UNKNOWN */
	bool source_known;                             /* the attached source is that of is */
	bool has_source;                               /* something is attached as such */
};
/* False: told. What it says lives in the arena. */
bool off_prove(const struct office *, struct mem *, const char *path, struct off_proof *, struct diag *);

#endif
