/* scan.h: one text to tokens, each handed to the rules that listen to its class. */
#ifndef CHECK_SCAN_H
#define CHECK_SCAN_H
#include "check/rule.h"

enum { SCAN_RULES = 12 };                          /* rules listening to one class, at most */

struct chk_scan { chk_text_rule *rule[T_MAX][SCAN_RULES]; int n[T_MAX]; };

void chk_scan_init(struct chk_scan *);
void chk_scan(struct chk *, const struct chk_scan *, struct chk_text *);

#endif
