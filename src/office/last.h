/* last.h: what a new paper or session takes over from the last of its town. */
#ifndef OFFICE_LAST_H
#define OFFICE_LAST_H
#include <stddef.h>

#include "office/office.h"

struct off_mark { const char *mark, *value; };     /* "@ORT@" in a skeleton and what takes its place */
enum { OFF_LAST_MARKS = 9 };

/* What is begun: "vorlage" or "sitzung"; gremium: whose session, NULL: unsaid. */
struct off_begin { const char *kind, *ort, *gremium; };
/* Fills in the marks of that kind's skeleton, from the last document where there is one; their number. 0: told. */
size_t off_from_last(const struct office *, struct mem *, const struct off_begin *, struct off_mark *, struct diag *);

#endif
