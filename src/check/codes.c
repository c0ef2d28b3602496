/* codes.c: the code, severity and words of each rule. */
#include "check/rule.h"

const struct diag_code chk_codes[] = {
#define RULE(code, sev, doc, text, on, title, words) {#code, DIAG_##sev, title, words},
#include "check/rules.def"
	{0},
};
